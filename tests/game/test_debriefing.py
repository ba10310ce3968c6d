"""The debrief as a plan: what is asked, in which order, what was used, and what goes home."""

from typing import Any

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game import debrief_events as d
from dilemmaspel.game import events as e
from dilemmaspel.game import steps
from dilemmaspel.game.closing import exit_counts
from dilemmaspel.game.commands import Command, NoteKind, PollAsk
from dilemmaspel.game.debriefing import Part, agenda_of, minutes_per_question, part_of
from dilemmaspel.game.evolve import evolve, fold
from dilemmaspel.game.ids import SeatId, frozen
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.reasons import Reason
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Profile, Setup
from tests.game.playing import EVERYTHING, SCHAKEL, Play, flagship


def debriefing(profile: Profile = Profile.SHORT, **setup: Any) -> Play:
    """A session that ended early and stands at the first question."""
    play = Play(SCHAKEL, Setup(profile=profile, **setup)).people("inwoner", "ondernemer")
    play.do(c.EndEarly(play.state.step))
    assert play.phase() is Phase.DEBRIEF
    return play


def here(play: Play) -> int | None:
    return public_view(play.state).question


def ask(play: Play, question: int, **more: bool) -> tuple[e.Event, ...]:
    return play.do(c.AskQuestion(question, play.state.step, **more))


def used(play: Play) -> dict[int, bool]:
    return dict(play.state.used)


@pytest.mark.parametrize("profile", Profile)
def test_every_profile_begins_out_of_the_role_and_ends_with_doing(profile: Profile) -> None:
    agenda = agenda_of(flagship(SCHAKEL), Setup(profile=profile))
    assert agenda[0] == 0
    assert agenda[-2:] == (15, 16)
    assert {part_of(n) for n in agenda} == set(Part)


def test_a_longer_session_asks_more_and_the_half_day_asks_everything() -> None:
    short, standard, half_day = (
        agenda_of(flagship(SCHAKEL), Setup(profile=p, inputs=EVERYTHING)) for p in Profile
    )
    assert set(short) < set(standard) < set(half_day)
    assert half_day == steps.questions_of(flagship(SCHAKEL), Setup(inputs=EVERYTHING))
    assert steps.QUESTIONS in standard  # the theme's own
    assert steps.QUESTIONS not in short


@pytest.mark.parametrize(("profile", "total"), [*zip(Profile, (20, 40, 60), strict=True)])
def test_the_minutes_of_the_questions_add_up_to_about_those_of_the_debrief(
    profile: Profile, total: int
) -> None:
    minutes = minutes_per_question(debriefing(profile).state)
    assert all(n >= 1 for n in minutes.values())
    assert abs(sum(minutes.values()) - total) <= 4


def test_a_debrief_with_other_minutes_stretches_its_questions() -> None:
    usual = minutes_per_question(debriefing().state)
    longer = minutes_per_question(debriefing(minutes=frozen({Phase.DEBRIEF: 40})).state)
    assert {n: 2 * m for n, m in usual.items()} == dict(longer)


def test_the_plan_stands_in_the_log_when_the_debrief_begins() -> None:
    play = debriefing()
    planned = [event for event, _ in play.events if isinstance(event, d.DebriefPlanned)]
    assert planned == [d.DebriefPlanned(agenda_of(play.scenario, play.state.setup))]
    assert play.folded() == play.state


def test_a_log_from_before_there_was_a_plan_asks_everything() -> None:
    play = debriefing()
    older = [(one, at) for one, at in play.events if not isinstance(one, d.DebriefPlanned)]
    state = fold(older)
    assert steps.debrief_questions(state) == steps.questions_of(state.scenario, state.setup)


def test_going_on_marks_a_question_as_used_and_passing_it_over_does_not() -> None:
    play = debriefing()
    play.on()
    assert used(play) == {0: True}
    ask(play, 3, used=False)
    assert used(play) == {0: True}
    ask(play, 8)
    assert used(play) == {0: True, 3: True}
    assert here(play) == 8


def test_the_last_question_is_used_when_the_session_closes() -> None:
    play = debriefing()
    play.until(Phase.CLOSED)
    assert set(used(play)) == set(play.state.flow.agenda)


def test_a_mark_of_the_facilitator_stands() -> None:
    play = debriefing()
    play.do(c.MarkQuestion(0, used=False))
    play.on()
    assert used(play) == {0: False}
    play.do(c.MarkQuestion(0, used=True))
    assert used(play) == {0: True}


def test_an_unplanned_question_comes_after_the_one_on_the_screen() -> None:
    play = debriefing()
    play.on()
    ask(play, 14)
    assert play.state.flow.agenda[:4] == (0, 2, 14, 3)
    assert here(play) == 14
    play.do(c.Undo())
    assert here(play) == 2


def test_another_order_keeps_the_question_on_the_screen() -> None:
    play = debriefing()
    play.on()
    play.do(c.PlanDebrief((8, 5, 2, 16)))
    assert here(play) == 2
    assert presenter_view(play.state).public.page_number == 3
    play.on()
    assert here(play) == 16
    assert play.folded() == play.state


def test_an_order_without_the_question_on_the_screen_starts_at_its_beginning() -> None:
    state = evolve(debriefing().state, d.DebriefPlanned((5, 8)), 1)
    assert public_view(state).question == 5


def test_a_chosen_figure_is_shown_with_its_question_only() -> None:
    play = debriefing()
    play.do(c.ShowFigure(2, " d2 "))
    assert public_view(play.state).figure == ""
    play.on()
    assert public_view(play.state).figure == "d2"
    play.do(c.ShowFigure(2, ""))
    assert public_view(play.state).figure == ""


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (c.PlanDebrief((0, 99)), Reason.UNKNOWN_QUESTION),
        (c.PlanDebrief((0, 0)), Reason.BAD_INPUT),
        (c.PlanDebrief((5, 8)), Reason.BAD_INPUT),
        (c.PlanDebrief(()), Reason.BAD_INPUT),
        (c.AskQuestion(5, 0), Reason.STALE_STEP),
        (c.MarkQuestion(99, used=True), Reason.UNKNOWN_QUESTION),
        (c.ShowFigure(99, ""), Reason.UNKNOWN_QUESTION),
        (c.ShowFigure(5, "x" * 61), Reason.TEXT_TOO_LONG),
        (c.ChangeAgreement(1, "iets"), Reason.UNKNOWN_AGREEMENT),
        (c.RemoveAgreement(1), Reason.UNKNOWN_AGREEMENT),
        (c.AnswerExitPoll(3, 3, SeatId(99)), Reason.UNKNOWN_SEAT),
        (c.CountExitPoll(PollAsk.TALKING, 6, 1), Reason.BAD_INPUT),
        (c.CountExitPoll(PollAsk.TALKING, 3, -1), Reason.BAD_INPUT),
        (c.CountExitPoll(PollAsk.TALKING, 3, 3), Reason.TOO_MANY_ANSWERS),
    ],
)
def test_what_does_not_fit_is_refused(command: Command, reason: Reason) -> None:
    assert debriefing().refuses(command) is reason


def test_a_question_cannot_be_asked_that_is_on_the_screen_or_does_not_exist() -> None:
    play = debriefing()
    step = play.state.step
    assert play.refuses(c.AskQuestion(99, step)) is Reason.UNKNOWN_QUESTION
    assert play.refuses(c.AskQuestion(0, step)) is Reason.BAD_INPUT


@pytest.mark.parametrize(
    "command",
    [
        c.PlanDebrief((0,)),
        c.AskQuestion(5, 0),
        c.MarkQuestion(5, used=True),
        c.ShowFigure(5, "d1"),
    ],
)
def test_outside_the_debrief_there_is_nothing_to_plan(command: Command) -> None:
    assert Play().refuses(command) is Reason.WRONG_PHASE


def test_the_facilitator_sees_plan_and_rest_and_nothing_of_it_before() -> None:
    assert presenter_view(Play().state).debriefing is None
    play = debriefing()
    view = presenter_view(play.state).debriefing
    assert view is not None
    assert view.planned == play.state.flow.agenda
    assert view.here == 0
    rest = [one.number for one in view.questions if not one.planned]
    assert rest == [n for n in steps.questions_of(play.scenario, play.state.setup) if n in rest]
    assert all(one.minutes == 0 for one in view.questions if not one.planned)


def test_agreements_can_be_put_in_other_words_and_taken_out() -> None:
    play = debriefing()
    for what in ("een", "twee", "drie"):
        play.do(c.AddAgreement(what))
    play.do(c.ChangeAgreement(2, " twee, maar anders ", "wij"))
    play.do(c.RemoveAgreement(3))
    play.do(c.AddAgreement("vier"))
    found = [(one.number, one.what, one.who) for one in play.state.agreements]
    assert found == [(1, "een", ""), (2, "twee, maar anders", "wij"), (4, "vier", "")]
    assert play.refuses(c.ChangeAgreement(2, " ")) is Reason.TEXT_EMPTY
    assert play.folded() == play.state


def test_the_room_sees_agreements_and_key_words_at_their_own_question() -> None:
    play = debriefing()
    play.do(c.AddAgreement("een"))
    ask(play, 13)
    play.do(c.AddNote("wachtlijst", NoteKind.PARALLEL))
    assert public_view(play.state).key_words == ("wachtlijst",)
    assert public_view(play.state).agreements == ()
    ask(play, 14)
    assert public_view(play.state).key_words == ()
    ask(play, 15)
    assert [one.what for one in public_view(play.state).agreements] == ["een"]


def test_a_seat_answers_the_closing_questions_once_and_its_answer_is_not_tied_to_it() -> None:
    play = debriefing()
    found = play.do(c.AnswerExitPoll(4, 5, SeatId(1)))
    assert found == (e.ExitPollAnswered(4, 5), d.SeatPolled(SeatId(1)))
    assert e.is_ephemeral(found[1])
    assert play.refuses(c.AnswerExitPoll(1, 1, SeatId(1))) is Reason.ALREADY_ANSWERED
    view = presenter_view(play.state).debriefing
    assert view is not None
    assert view.polled == {1}


def test_hands_add_to_the_answers_and_a_new_count_replaces_the_old() -> None:
    play = debriefing()
    play.do(c.AnswerExitPoll(4, None, SeatId(1)))
    play.do(c.CountExitPoll(PollAsk.TALKING, 5, 1))
    play.do(c.CountExitPoll(PollAsk.UNDERSTANDING, 2, 2))
    play.do(c.CountExitPoll(PollAsk.UNDERSTANDING, 2, 1))
    assert exit_counts(play.state) == {
        PollAsk.TALKING: (0, 0, 0, 1, 1),
        PollAsk.UNDERSTANDING: (0, 1, 0, 0, 0),
    }
    assert play.refuses(c.CountExitPoll(PollAsk.TALKING, 5, 2)) is Reason.TOO_MANY_ANSWERS


def test_the_beamer_is_on_a_question_throughout_the_debrief() -> None:
    play = debriefing(Profile.HALF_DAY)
    seen = []
    while play.phase() is Phase.DEBRIEF:
        assert play.page() is Page.QUESTION
        seen.append(here(play))
        play.on()
    assert tuple(seen) == agenda_of(play.scenario, play.state.setup)
