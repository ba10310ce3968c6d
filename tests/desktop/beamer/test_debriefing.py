"""The debrief on the beamer: question, figure and sentence, readable and without secrets."""

from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtWidgets import QApplication

from dilemmaspel.debrief.cockpit import ALONE, Cockpit, cockpit
from dilemmaspel.debrief.saying import said
from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.layout import Kind
from dilemmaspel.desktop.beamer.page import Painted
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Kind as Voices
from dilemmaspel.game.state import Agreement, State
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from dilemmaspel.words import question
from tests.desktop.beamer.paper import look, painted
from tests.desktop.samples import FLAGSHIPS, played

NL = Texts("nl")


@cache
def questions(
    scenario: str = FLAGSHIPS[0], people: int = 13, kind: Voices = Voices.ROLE_PLAY
) -> dict[int, State]:
    """The state at every debrief question of a session."""
    moments = [m for m in played(scenario, people, kind) if m.view.page is Page.QUESTION]
    return {number: m.state for m in moments if (number := m.view.question) is not None}


def shown(state: State, key: str = "", **more: object) -> tuple[Cockpit, Painted]:
    number = public_view(state).question
    assert number is not None
    found = cockpit(state, number, key)
    dress = replace(look(), cockpit=found, **more)  # type: ignore[arg-type]  # the fields of a look
    return found, painted(public_view(state), dress)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("people", [12, 40])
@pytest.mark.parametrize("scenario", FLAGSHIPS)
def test_every_question_can_be_read_from_the_back_of_the_room(scenario: str, people: int) -> None:
    for number, state in questions(scenario, people).items():
        found, page = shown(state)
        words = [one for one in page.drawn if one.kind in (Kind.TEXT, Kind.QUESTION)]
        assert min(one.size for one in words) >= 48, number
        axis = [(one.size, one.text) for one in page.drawn if one.size < 32]
        assert axis == [], (number, found.chosen)
        outside = [o.text for o in page.drawn if o.box.right() > 1870 or o.box.bottom() > 1062]
        assert outside == [], number


@pytest.mark.usefixtures("qapp")
def test_question_and_sentence_stand_with_the_figure_and_are_said() -> None:
    for number, state in questions().items():
        found, page = shown(state)
        asked = NL(question(number).text)
        assert asked in page.sentences
        assert found.figure is not None
        sentence = said(NL, found.figure.sentence())
        assert sentence in page.sentences
        assert sentence in [one.text for one in page.drawn]


@pytest.mark.usefixtures("qapp")
def test_the_question_alone_is_as_large_as_a_question() -> None:
    _, page = shown(questions()[3], ALONE)
    assert [one.kind for one in page.drawn].count(Kind.QUESTION) == 1
    largest = max(page.drawn, key=lambda one: one.size)
    assert largest.size >= 110


@pytest.mark.usefixtures("qapp")
def test_a_figure_of_another_question_is_not_shown() -> None:
    state = questions()[3]
    stranger = cockpit(questions()[5], 5)
    page = painted(public_view(state), replace(look(), cockpit=stranger))
    assert page == painted(public_view(state), look())


@pytest.mark.usefixtures("qapp")
def test_an_agreement_is_on_the_beamer_while_it_is_typed() -> None:
    _, page = shown(questions()[15], draft=Agreement("Bellen met de wijk", "wij", ""))
    assert "Bellen met de wijk" in [one.text for one in page.drawn]
    _, other = shown(questions()[14], draft=Agreement("Bellen met de wijk", "wij", ""))
    assert "Bellen met de wijk" not in [one.text for one in other.drawn]


@pytest.mark.usefixtures("qapp")
def test_own_voices_show_no_role_at_any_question_or_choice() -> None:
    for number, state in questions(kind=Voices.OWN_VOICE).items():
        labels = {option.label for d in state.scenario.dilemmas for option in d.options}
        names = {role.short for role in state.scenario.roles} - labels
        for one in cockpit(state, number).choices:
            if number in {0, 8, 14}:  # who was there, and glasses, tell of roles, never of votes
                continue
            _, page = shown(state, one.key)
            written = {drawn.text for drawn in page.drawn}
            assert not written & names, (number, one.key)


@pytest.mark.usefixtures("qapp")
def test_what_only_one_role_knew_and_nobody_shared_stays_a_secret() -> None:
    state = questions()[4]
    assert state.shared == frozenset()
    _, page = shown(state)
    everything = " ".join(page.sentences) + " ".join(one.text for one in page.drawn)
    for dilemma in state.scenario.dilemmas:
        for briefing in dilemma.briefings.values():
            assert not briefing.knows or briefing.knows not in everything


def test_the_canvas_paints_anew_only_for_another_figure(qapp: QApplication) -> None:
    state = questions()[2]
    canvas = BeamerCanvas(load_theme("light"), NL, lambda: 0)
    canvas.set_motion(False)
    canvas.resize(480, 270)
    first = cockpit(state, 2)
    canvas.show_view(public_view(state), first)
    canvas.grab()
    before = canvas.accessibleDescription()
    canvas.show_view(public_view(state), cockpit(state, 2, "shares:d2"))
    canvas.grab()
    assert canvas.accessibleDescription() != before
    canvas.show_view(public_view(state), first)
    canvas.grab()
    assert canvas.accessibleDescription() == before
    canvas.set_draft(Agreement("iets", "", ""))
    canvas.grab()
    assert canvas.accessibleDescription() == before
    canvas.deleteLater()


def test_the_session_stands_in_the_debrief() -> None:
    assert all(state.flow.phase is Phase.DEBRIEF for state in questions().values())
    assert set(questions()) >= {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16}
