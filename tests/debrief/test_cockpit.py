"""What can stand on the screens at each question, by name, and what may not."""

import pytest

from dilemmaspel.debrief.cockpit import ALONE, Cockpit, cockpit
from dilemmaspel.debrief.figures import (
    Agreements,
    ExitPoll,
    Notes,
    PathKind,
    Shares,
    WhatIf,
    YearLines,
)
from dilemmaspel.debrief.plan import question_plan
from dilemmaspel.game import commands as c
from dilemmaspel.game.commands import NoteKind, PollAsk
from dilemmaspel.game.debriefing import agenda_of
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Inputs, Kind, Profile, Setup
from dilemmaspel.game.steps import questions_of
from tests.game.playing import EVERYTHING, SCHAKEL, WACHTKAMER, WIJKTEAM, Play, flagship

EVERY = [
    (name, number)
    for name in (SCHAKEL, WACHTKAMER, WIJKTEAM)
    for number in questions_of(flagship(name), Setup(inputs=EVERYTHING))
]
_PLAYED: dict[tuple[str, Kind], Play] = {}


def played(name: str = SCHAKEL, kind: Kind = Kind.ROLE_PLAY) -> Play:
    """A whole session in its debrief, made once; nothing here changes it."""
    if (name, kind) not in _PLAYED:
        setup = Setup(kind=kind, profile=Profile.HALF_DAY, inputs=EVERYTHING)
        play = Play(name, setup)
        voting = [role.id for role in play.scenario.roles if role.voting][:6]
        for number in range(12):
            play.do(c.Join(voting[number % len(voting)]))
        _PLAYED[name, kind] = play.until(Phase.DEBRIEF)
    return _PLAYED[name, kind]


@pytest.mark.parametrize(("name", "number"), EVERY)
def test_every_question_has_a_usual_figure_and_can_stand_alone(name: str, number: int) -> None:
    found = cockpit(played(name).state, number)
    assert found.at == 0
    assert found.figure is not None
    assert found.choices[-1].key == ALONE
    assert len({one.key for one in found.choices}) == len(found.choices)
    assert all(len(one.key) <= 60 for one in found.choices)


@pytest.mark.parametrize("number", [2, 10, 17])
def test_every_choice_gives_a_figure_of_its_own(number: int) -> None:
    state = played().state
    choices = cockpit(state, number).choices
    made = [cockpit(state, number, one.key) for one in choices]
    assert [one.chosen for one in made] == [one.key for one in choices]
    figures = [one.figure for one in made if one.figure is not None]
    assert len(figures) == len(choices) - 1
    assert len(set(map(repr, figures))) == len(figures)


@pytest.mark.parametrize("chosen", ["", "nothing", "shares:d9", "what_if:d1=zz"])
def test_a_name_that_means_nothing_gives_the_usual_figure(chosen: str) -> None:
    assert cockpit(played().state, 2, chosen) == cockpit(played().state, 2)
    assert cockpit(played().state, 10, chosen) == cockpit(played().state, 10)


def kinds(found: Cockpit) -> list[PathKind]:
    figure = found.figure
    assert isinstance(figure, WhatIf | YearLines)
    paths = figure.paths if isinstance(figure, WhatIf) else figure.others
    return [path.kind for path in paths]


@pytest.mark.parametrize("kind", ["what_if", "lines"])
def test_one_other_path_stands_next_to_ours_at_a_time(kind: str) -> None:
    state = played().state
    ours = [PathKind.REAL, PathKind.NULL]
    assert kinds(cockpit(state, 10, f"{kind}:first_vote")) == [*ours, PathKind.FIRST_VOTE]
    assert kinds(cockpit(state, 10, f"{kind}:role:inwoner")) == [*ours, PathKind.ROLE_ALONE]
    by_hand = next(
        one.key for one in cockpit(state, 10).choices if one.key.startswith(f"{kind}:d1=")
    )
    assert kinds(cockpit(state, 10, by_hand)) == [*ours, PathKind.BY_HAND]


def test_lines_of_a_path_that_is_not_shown_are_not_there_either() -> None:
    figure = cockpit(played().state, 10, "lines:first_vote").figure
    assert isinstance(figure, YearLines)
    assert all(len(line.others) == len(figure.others) for line in figure.lines)


def test_the_room_can_be_shown_without_its_roles() -> None:
    figure = cockpit(played().state, 2, "shares:d1:room").figure
    assert isinstance(figure, Shares)
    assert figure.roles == ()
    assert sum(figure.counts) == figure.valid


def test_own_voices_name_no_role_and_no_role_alone() -> None:
    state = played(kind=Kind.OWN_VOICE).state
    assert state.setup.smallest_group > 2
    for number in questions_of(state.scenario, state.setup):
        found = cockpit(state, number)
        assert not [one.key for one in found.choices if ":role:" in one.key]
        figure = found.figure
        if isinstance(figure, Shares):
            assert figure.roles == ()


def test_key_words_stand_with_the_question_they_were_said_at() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.HALF_DAY, inputs=Inputs())).people("inwoner")
    play.do(c.EndEarly(play.state.step))
    for number, word in ((13, "wachtlijst"), (14, "de dokter")):
        play.do(c.AskQuestion(number, play.state.step))
        play.do(c.AddNote(word, NoteKind.PARALLEL))
    usual, other = cockpit(play.state, 13), cockpit(play.state, 14, "notes")
    assert isinstance(usual.figure, Notes)
    assert isinstance(other.figure, Notes)
    assert [one.text for one in usual.figure.notes] == ["wachtlijst"]
    assert [one.text for one in other.figure.notes] == ["de dokter"]


def test_agreements_and_answers_of_every_kind_are_in_their_figures() -> None:
    play = Play(SCHAKEL).people("inwoner", "ondernemer")
    play.do(c.EndEarly(play.state.step))
    play.do(c.AddAgreement("een"))
    play.do(c.AnswerExitPoll(4, None, SeatId(1)))
    play.do(c.CountExitPoll(PollAsk.TALKING, 4, 1))
    agreed = cockpit(play.state, 15).figure
    assert isinstance(agreed, Agreements)
    assert [one.what for one in agreed.agreements] == ["een"]
    poll = cockpit(play.state, 16).figure
    assert isinstance(poll, ExitPoll)
    assert poll.talking.counts == (0, 0, 0, 2, 0)


def test_an_early_end_without_a_decision_says_so_calmly() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.HALF_DAY, inputs=EVERYTHING)).people("inwoner")
    play.do(c.EndEarly(play.state.step))
    for number in questions_of(play.scenario, play.state.setup):
        found = cockpit(play.state, number)
        if found.figure is not None:
            found.figure.sentence()
            found.figure.table()


@pytest.mark.parametrize("profile", Profile)
def test_the_plan_of_a_session_is_the_one_that_its_profile_advises(profile: Profile) -> None:
    setup = Setup(profile=profile, inputs=EVERYTHING)
    every = questions_of(flagship(SCHAKEL), setup)
    advised = [one.number for one in question_plan(profile, every).questions if one.advised]
    assert sorted(agenda_of(flagship(SCHAKEL), setup)) == sorted(advised)
