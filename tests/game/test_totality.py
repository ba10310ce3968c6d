"""Odd states and odd logs: every function still has an answer."""

from dataclasses import replace

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game import steps
from dilemmaspel.game.advancing import facilitators_candidates
from dilemmaspel.game.ballots import OBJECTION, Channel, Vote
from dilemmaspel.game.counting import facts_of, propose_now
from dilemmaspel.game.evolve import evolve, fold
from dilemmaspel.game.frames import story_frames
from dilemmaspel.game.ids import DilemmaId, RoleId, SeatId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.presenting import hands_cells, presenter_view
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.results import decision_view, result_view, smallest_side
from dilemmaspel.game.road import road
from dilemmaspel.game.rules import decide
from dilemmaspel.game.scenario import Decision
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.seen_world import lens_views
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import Rule
from dilemmaspel.game.views import ClockView
from dilemmaspel.game.world import VoteFacts
from tests.game.playing import SCHAKEL, WACHTKAMER, Play, changed, flagship

TEAM = ("inwoner", "sociaal_werker", "beleidsmedewerker")


def at(where: Phase | Page, dilemma: str | None = None, name: str = SCHAKEL) -> Play:
    return Play(name).people(*TEAM).until(where, dilemma)


def lost(state: State, **flow: object) -> State:
    """The state as no log gives it: inside a round without its dilemma."""
    return replace(state, flow=replace(state.flow, dilemma=None, **flow))  # type: ignore[arg-type]


def reason(answer: object) -> Reason:
    assert isinstance(answer, Refused)
    return answer.reason


def test_a_log_begins_with_a_start() -> None:
    with pytest.raises(ValueError, match="begins with SessionStarted, not Blanked"):
        evolve(None, e.Blanked(on=True), 0)
    with pytest.raises(ValueError, match="empty log"):
        fold([])


def test_a_second_start_changes_nothing() -> None:
    play = at(Phase.TALK)
    assert evolve(play.state, play.events[0][0], 5) is play.state


@pytest.mark.parametrize("phase", list(Phase))
def test_a_lost_dilemma_leads_on_to_the_next(phase: Phase) -> None:
    state = lost(at(Phase.TALK).state, phase=phase)
    following = steps.following(state)
    assert following is None or isinstance(following, Phase)
    assert steps.pages(state)
    assert presenter_view(state).public == public_view(state)


def test_commands_in_a_lost_round_are_refused() -> None:
    state = lost(at(Phase.VOTE1).state)
    assert reason(decide(state, c.Advance(state.step))) is Reason.VOTE_CLOSED
    assert reason(decide(state, c.ChooseOutcome((), "x"))) is Reason.WRONG_PHASE
    assert reason(decide(state, c.AskConsentAgain("x"))) is Reason.NOTHING_TO_ASK
    assert propose_now(state) is None


def test_a_lost_consent_check_is_not_given_up() -> None:
    play = at(Phase.VOTE2, "d4", WACHTKAMER).votes("c", "c", "c")
    play.on()
    play.do(play.ballot(1, OBJECTION, objection="nee"))
    play.on()
    state = lost(play.state)
    assert reason(decide(state, c.Advance(state.step))) is Reason.WRONG_PHASE


def test_an_unasked_amendment_is_refused_while_the_check_is_open() -> None:
    play = at(Phase.VOTE2, "d4", WACHTKAMER).votes("c", "c", "c")
    play.on()
    assert play.refuses(c.AskConsentAgain("x")) is Reason.NOTHING_TO_ASK
    play.do(play.ballot(1, OBJECTION, objection="nee"))
    play.on()
    half_open = replace(play.state, flow=replace(play.state.flow, open_vote=Vote.CONSENT))
    assert reason(decide(half_open, c.AskConsentAgain("x"))) is Reason.NOTHING_TO_ASK


def test_events_about_nothing_change_little() -> None:
    play = at(Phase.TALK)
    gone = DilemmaId("weg")
    taken = e.DecisionTaken(gone, (), Rule.PLURALITY)
    assert evolve(play.state, taken, 0) is play.state
    fresh = replace(play.state, undo=())
    assert evolve(fresh, e.Undone(Phase.LOBBY, None, "x"), 0) is fresh
    kept = e.PersonalVoteKept(DilemmaId("d1"), SeatId(1), None)
    assert evolve(play.state, kept, 0) is play.state
    entered = evolve(lost(play.state), e.PhaseEntered(Phase.VOTE1, None), 0)
    assert entered.flow.open_vote is None


def test_minutes_can_be_set_per_session() -> None:
    setup = Setup(profile=Profile.HALF_DAY, minutes={"talk": 12})
    play = Play(SCHAKEL, setup).people(*TEAM).until(Phase.TALK)
    assert play.state.clock.planned == 12 * 60_000


def test_tables_in_every_role_leave_no_place_for_a_person() -> None:
    play = Play(SCHAKEL, Setup(roles=(RoleId("inwoner"),)))
    play.people("inwoner", channel=Channel.TABLE, heads=3)
    assert play.refuses(c.Join()) is Reason.UNKNOWN_ROLE


def test_what_was_not_held_has_no_view() -> None:
    play = at(Phase.BRIEFING, "d1")
    dilemma = play.state.dilemma
    assert dilemma is not None
    assert result_view(play.state, dilemma, Vote.SECOND) is None
    assert decision_view(play.state, dilemma) is None
    assert smallest_side(play.state) == ()
    assert smallest_side(lost(play.state)) == ()
    assert facts_of(play.state, dilemma) == VoteFacts()
    assert lens_views(play.state) == ()
    assert hands_cells(play.state) == ()
    assert facilitators_candidates(dilemma, None) == ("a", "b", "c", "d")


def test_hands_are_seen_by_who_counts_them() -> None:
    play = at(Phase.VOTE1)
    play.do(play.hands("inwoner", "a", 1))
    assert [(cell.role, cell.choice, cell.count) for cell in hands_cells(play.state)] == [
        ("inwoner", "a", 1)
    ]


def test_hands_on_a_scale_have_a_net_movement() -> None:
    play = at(Phase.VOTE1, "d3", WACHTKAMER)
    play.do(play.hands("inwoner", 4, 1))
    play.until(Page.SHIFT)
    shift = public_view(play.state).shift
    assert shift is not None
    assert [choice for choice, _, _ in shift.net_only] == ["1", "2", "3", "4", "5"]


def test_an_unknown_dilemma_is_no_stop_on_the_road() -> None:
    play = at(Phase.TALK)
    plan = (DilemmaId("weg"), *play.state.flow.plan)
    flow = replace(play.state.flow, plan=plan, left=frozenset({DilemmaId("weg")}))
    stops = road(replace(play.state, flow=flow))
    assert "weg" not in {stop.dilemma for stop in stops}


def test_a_clock_view_counts_like_its_clock() -> None:
    assert ClockView(60_000, 5_000, 1_000).elapsed(3_000) == 7_000
    assert ClockView(60_000, 5_000, None).elapsed(3_000) == 5_000


def test_long_sentences_get_more_frames() -> None:
    long, short = "woord " * 29 + "slot.", "woord " * 9 + "slot."
    frames = story_frames(f"{long} {short} {long} {short}")
    assert all(len(frame.split()) <= 40 for frame in frames)


def test_a_rule_that_asks_the_facilitator_shows_all_options() -> None:
    by_me = changed(
        flagship(SCHAKEL), "d1", lambda d: replace(d, decision=Decision(rule=Rule.FACILITATOR))
    )
    play = Play(by_me).people(*TEAM).until(Page.DECISION, "d1")
    assert [o.letter for o in presenter_view(play.state).candidates] == ["A", "B", "C", "D"]
