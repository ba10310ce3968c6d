"""The beamer is read at eight metres: sizes, margins, words and nothing over anything else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.beamer.layout import Kind
from dilemmaspel.desktop.beamer.page import PAINTERS
from dilemmaspel.desktop.beamer.pages import shift as shift_page
from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.flow import Slots, Table, draw_flow
from dilemmaspel.game.phases import Overlay, Page
from dilemmaspel.game.setup import Kind as SessionKind
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.words import PLAY_VALUES
from dilemmaspel.words.results import result_sentence
from tests.desktop.beamer.paper import Sample, look, painted, picture, session
from tests.desktop.samples import FLAGSHIPS, SHIPPED, at, views

pytestmark = pytest.mark.usefixtures("qapp")
EVERY = pytest.mark.parametrize("scenario_id", SHIPPED)
LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])
LEAST = {Kind.QUESTION: 80, Kind.OPTION: 64, Kind.TEXT: 64, Kind.NUMBER: 48, Kind.AXIS: 48}
PAGE = QRectF(0, 0, 1920, 1080)
EFFECT_PAGES = {Page.EFFECTS, Page.BUDGET, Page.LINES, Page.LENSES, Page.PAYERS}


def pages(scenario_id: str, language: str = "nl") -> Iterator[Sample]:
    yield from session(scenario_id, language=language)


def where(sample: Sample) -> str:
    return sample.moment.name


@EVERY
@LANGUAGES
def test_every_text_is_large_enough_for_the_back_row(scenario_id: str, language: str) -> None:
    small = [
        (where(sample), one.kind.value, one.size, one.text)
        for sample in pages(scenario_id, language)
        for one in sample.painted.drawn
        if one.size < LEAST[one.kind]
    ]
    assert small == []


@EVERY
def test_no_sentence_stands_in_small_print_where_people_act(scenario_id: str) -> None:
    small = [
        (where(sample), one.text)
        for sample in pages(scenario_id)
        if sample.view.page in {Page.VOTE, Page.CAUCUS, Page.TALK, Page.REFLECT}
        for one in sample.painted.drawn
        if one.kind is Kind.AXIS and one.text.endswith(".")
    ]
    assert small == []


@EVERY
def test_a_question_is_at_least_110_up_to_12_words_and_80_above(scenario_id: str) -> None:
    asked = [
        (one.text, one.size)
        for sample in pages(scenario_id)
        if sample.view.page in {Page.VOTE, Page.TALK, Page.QUESTION}
        for one in sample.painted.drawn
        if one.kind is Kind.QUESTION
    ]
    assert asked
    assert [a for a in asked if a[1] < (110 if len(a[0].split()) <= 12 else 80)] == []


@EVERY
@LANGUAGES
def test_no_text_lies_over_another(scenario_id: str, language: str) -> None:
    over = []
    for sample in pages(scenario_id, language):
        drawn = sample.painted.drawn
        for number, one in enumerate(drawn):
            over += [
                (where(sample), one.text, other.text)
                for other in drawn[number + 1 :]
                if one.box.intersects(other.box)
            ]
    assert over == []


@EVERY
@LANGUAGES
def test_every_text_stays_inside_the_margins(scenario_id: str, language: str) -> None:
    inside = PAGE.adjusted(60, 28, -60, -24)
    out = [
        (where(sample), one.text, one.box)
        for sample in pages(scenario_id, language)
        for one in sample.painted.drawn
        if not inside.contains(one.box)
    ]
    assert out == []


@EVERY
@LANGUAGES
def test_a_page_has_at_most_forty_words(scenario_id: str, language: str) -> None:
    long = [
        (where(sample), count)
        for sample in pages(scenario_id, language)
        if (count := sum(one.words for one in sample.painted.drawn)) > 40
    ]
    assert long == []


@EVERY
def test_every_page_of_the_session_can_be_heard(scenario_id: str) -> None:
    silent = [where(s) for s in pages(scenario_id) if not any(s.painted.sentences)]
    assert silent == []


@EVERY
def test_effects_always_say_that_they_are_play_values(scenario_id: str) -> None:
    note = look().t(PLAY_VALUES)
    without = [
        where(sample)
        for sample in pages(scenario_id)
        if sample.view.page in EFFECT_PAGES
        and note not in {one.text for one in sample.painted.drawn}
    ]
    assert without == []


def test_there_is_a_painter_for_every_page() -> None:
    assert set(PAINTERS) == set(Page)


def test_sessions_show_every_page() -> None:
    assert {view.page for one in FLAGSHIPS for view in views(one)} == set(Page)


@pytest.mark.parametrize("people", [1, 4, 60])
def test_pages_hold_small_and_large_groups(people: int) -> None:
    for sample in session(FLAGSHIPS[0], people):
        sizes = [one.size for one in sample.painted.drawn if one.kind is not Kind.NUMBER]
        assert min(sizes) >= 40, where(sample)


def test_own_voices_are_told_that_nobody_sees_their_choice() -> None:
    sample = next(
        s
        for s in session(FLAGSHIPS[0], 13, SessionKind.OWN_VOICE)
        if s.view.page is Page.AGREEMENTS
    )
    told = " ".join(sample.painted.sentences)
    assert look().t("Nobody sees what you choose. We keep no names.") in told


def test_a_vote_shows_the_exact_count_and_no_choice() -> None:
    view = next(v for v in views() if v.vote and v.vote.cast == 8)
    texts = [one.text for one in painted(view, look(language="en")).drawn]
    assert "8 of 13" in texts
    assert view.result is None


@EVERY
def test_every_result_has_its_sentence_written_and_said(scenario_id: str) -> None:
    without, results = [], 0
    for sample in pages(scenario_id):
        view = sample.view
        if view.page is Page.REVEAL and view.dilemma and view.result:
            results += 1
            sentence = result_sentence(look().t, view.dilemma, view.result)
            written = {one.text for one in sample.painted.drawn}
            if not (sentence in written and sentence in sample.painted.sentences):
                without.append((where(sample), sentence))
    assert without == []
    assert results


def test_a_result_is_also_a_sentence() -> None:
    view = at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE)
    assert view.result is not None
    most = max(view.result.tally.counts.values())
    said = painted(view, look(language="en")).sentences
    assert any(s.startswith(f"{most} of the {view.result.tally.valid} chose") for s in said)


def test_abstentions_and_missing_votes_stand_apart() -> None:
    view = at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE)
    said = " ".join(painted(view, look(language="en")).sentences)
    assert "1 abstained" in said
    assert "1 did not vote" in said


def test_roles_stand_on_the_bars_only_when_they_may() -> None:
    view = at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE)
    assert view.result is not None
    hidden = replace(view, result=replace(view.result, per_role=False))
    assert picture(view)[0] != picture(hidden)[0]


def test_who_moved_is_told_from_choice_to_choice() -> None:
    said = painted(at(Page.SHIFT), look(language="en")).sentences
    assert any(" went from " in one for one in said)
    assert any("chose otherwise after the talk" in one for one in said)


@EVERY
def test_the_flow_between_the_votes_is_the_largest_thing_on_its_page(
    scenario_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[QRectF] = []

    def note(sheet: Sheet, table: Table, colours: Sequence[str], slots: Slots) -> None:
        drawn.append(slots.boxes[0].united(slots.boxes[-1]))
        draw_flow(sheet, table, colours, slots)

    monkeypatch.setattr(shift_page, "draw_flow", note)
    for view in views(scenario_id):
        if view.page is Page.SHIFT:
            painted(view)
    assert drawn
    assert all(area.width() >= 680 and area.height() >= 430 for area in drawn)


def test_a_dark_beamer_is_black_and_says_nothing() -> None:
    image, found = picture(replace(views()[0], blank=True))
    assert image.pixelColor(50, 50).value() == 0
    assert found.drawn == ()


@pytest.mark.parametrize("overlay", [Overlay.PAUSED, Overlay.BREAK])
def test_a_pause_lies_over_the_page(overlay: Overlay) -> None:
    view = at(Page.VOTE)
    assert view.dilemma is not None
    said = painted(replace(view, overlay=overlay)).sentences
    assert view.dilemma.question not in said


def test_light_and_dark_differ_in_colours_only() -> None:
    for view in views():
        light, dark = (painted(view, look(theme)) for theme in ("light", "dark"))
        assert light.drawn == dark.drawn


def test_bars_grow_from_nothing(qapp: QApplication) -> None:
    view = at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE)
    start, end = (picture(view, look(progress=share))[0] for share in (0.0, 1.0))
    assert start != end


def test_the_check_code_stands_on_the_last_page() -> None:
    dress = replace(look(language="en"), code="7K3-9QX")
    texts = [one.text for one in painted(at(Page.CLOSING), dress).drawn]
    assert any("7K3-9QX" in text for text in texts)
