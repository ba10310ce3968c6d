"""What is done again: reopened run-offs and consent, votes counted anyway, roles that changed."""

from dataclasses import replace
from typing import Any

from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Vote
from dilemmaspel.game.counting import count_box
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.presenting import presenter_view, seat_view
from dilemmaspel.game.reasons import Reason
from dilemmaspel.game.results import decision_view
from dilemmaspel.game.scenario import Decision
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import Box
from dilemmaspel.game.terms import Rule, TieBreak
from tests.game.playing import SCHAKEL, Play, changed, flagship

TEAM = ("inwoner", "inwoner", "sociaal_werker", "beleidsmedewerker")
D1 = DilemmaId("d1")
FALLBACK_TIES = ("a", "a", "b", None)
"""Of this team: a wins by heads, and a and b are equal by role."""


def voting_twice(**decision: Any) -> Play:
    """Play the first dilemma of F1 under another rule, up to its second vote."""
    rule = Decision(**decision)
    scenario = changed(flagship(SCHAKEL), "d1", lambda d: replace(d, decision=rule))
    return Play(scenario).people(*TEAM).until(Phase.VOTE2, "d1")


def asking_consent(**decision: Any) -> Play:
    play = voting_twice(rule=Rule.CONSENT, fallback=Rule.ROLE_WEIGHTED, **decision)
    play.votes(*FALLBACK_TIES).on()
    assert play.phase() is Phase.CONSENT_CHECK
    return play


def objected(play: Play) -> Play:
    play.do(play.ballot(1, OBJECTION, objection="nee"))
    play.on()
    return play


def box(play: Play, vote: Vote) -> Box:
    found = play.state.box(D1, vote)
    assert found is not None
    return found


def chosen(play: Play) -> tuple[OptionId, ...]:
    return play.state.flow.decisions[D1].chosen.options


def test_a_reopened_run_off_is_between_the_same_options() -> None:
    play = voting_twice().votes("a", "a", "b", "b")
    play.on()
    play.votes("a", "a", "a", "b").on()
    play.do(c.Reopen(Vote.RUNOFF))
    assert (box(play, Vote.RUNOFF).options, box(play, Vote.RUNOFF).attempt) == (("a", "b"), 2)
    seat = seat_view(play.state, SeatId(1))
    assert seat is not None
    assert [option.id for option in seat.ballot] == ["a", "b"]
    play.votes("b", "b", "a", "b").until(Page.EFFECTS)
    assert chosen(play) == ("b",)


def test_a_run_off_of_the_fallback_does_not_ask_consent_again() -> None:
    play = objected(asking_consent())
    play.on()
    assert play.phase() is Phase.RUNOFF
    play.votes("a", "a", "b", "b").on()
    play.do(c.Reopen(Vote.RUNOFF))
    assert (play.phase(), box(play, Vote.RUNOFF).options) == (Phase.RUNOFF, ("a", "b"))
    play.votes("b", "b", "b", "b").until(Page.EFFECTS)
    assert chosen(play) == ("b",)
    assert play.state.flow.decisions[D1].fallback_used


def test_consent_that_is_reopened_forgets_the_run_off_that_came_of_it() -> None:
    play = objected(asking_consent())
    play.on()
    play.votes("b", "b", "b", "b").on()
    play.do(c.Reopen(Vote.CONSENT))
    assert (D1, Vote.RUNOFF) not in play.state.flow.results
    play.votes(*[NO_OBJECTION] * 4).until(Page.EFFECTS)
    assert (chosen(play), play.state.flow.decisions[D1].rule) == (("a",), Rule.CONSENT)


def test_reopened_consent_asks_the_same_in_the_same_words() -> None:
    play = objected(asking_consent())
    play.do(c.AskConsentAgain("Een half jaar minder."))
    play.votes(*[NO_OBJECTION] * 4).on()
    play.do(c.Reopen(Vote.CONSENT))
    vote = public_view(play.state).vote
    seat = seat_view(play.state, SeatId(1))
    assert vote is not None
    assert seat is not None
    assert (vote.candidates, vote.amended) == (("a",), "Een half jaar minder.")
    assert seat.consent_text == "Een half jaar minder."
    assert [option.id for option in presenter_view(play.state).candidates] == ["a"]
    assert play.state.flow.amendments == 1


def test_the_words_of_a_consent_that_failed_are_not_those_of_the_fallback() -> None:
    play = objected(asking_consent(tie_break=(TieBreak.FACILITATOR,)))
    play.do(c.AskConsentAgain("Een half jaar minder."))
    objected(play).on()
    play.until(Page.DECISION)
    play.do(c.ChooseOutcome((OptionId("b"),), "we komen er niet uit"))
    dilemma = play.state.dilemma
    assert dilemma is not None
    proposed = decision_view(play.state, dilemma)
    assert proposed is not None
    play.on()
    confirmed = decision_view(play.state, dilemma)
    assert confirmed is not None
    assert play.state.flow.decisions[D1].text == ""
    assert "Een half jaar" not in proposed.outcome + confirmed.outcome
    assert proposed.outcome == confirmed.outcome


def test_a_run_off_after_a_vote_that_was_counted_anyway_decides() -> None:
    play = voting_twice()
    play.people("huisarts", "wethouder")
    play.do(c.Reopen(Vote.FIRST))
    play.until(Phase.VOTE2, "d1").votes("a", "b")
    assert play.refuses(c.Advance(play.state.step)) is Reason.NO_QUORUM
    play.on(count_anyway=True)
    assert play.phase() is Phase.RUNOFF
    play.votes("a", "a", "a", "b", "a", "a").until(Page.EFFECTS)
    assert chosen(play) == ("a",)
    play.do(c.Undo("nog eens"))
    play.do(c.Reopen(Vote.RUNOFF))
    play.votes("b", "b", "b", "b", "b", "b").until(Page.EFFECTS)
    assert chosen(play) == ("b",)


def test_consent_after_a_vote_that_was_counted_anyway_decides() -> None:
    play = voting_twice(rule=Rule.CONSENT).votes("a")
    play.on(count_anyway=True)
    play.votes(*[NO_OBJECTION] * 4).until(Page.EFFECTS)
    assert (chosen(play), play.state.flow.decisions[D1].rule) == (("a",), Rule.CONSENT)


def test_a_reopened_vote_asks_for_its_quorum_again() -> None:
    play = voting_twice().votes("a")
    play.on(count_anyway=True)
    play.do(c.Reopen(Vote.SECOND))
    play.do(play.ballot(1, "a"))
    assert play.refuses(c.Advance(play.state.step)) is Reason.NO_QUORUM


def test_two_presses_on_go_on_end_a_pause_and_close_nothing() -> None:
    play = Play().people(*TEAM).until(Phase.VOTE1, "d1")
    play.do(c.Lay(Overlay.PAUSED))
    step = play.state.step
    play.do(c.Advance(step))
    assert play.refuses(c.Advance(step)) is Reason.STALE_STEP
    assert play.state.flow.open_vote is Vote.FIRST


def test_a_seat_counts_for_the_role_of_its_ballot_when_its_role_changed() -> None:
    play = Play().people("inwoner", "huisarts").until(Phase.VOTE1, "d1").votes("a")
    play.on()
    play.do(c.AssignRole(SeatId(1), RoleId("huisarts")))
    play.do(c.Undo())
    assert play.refuses(play.hands("huisarts", "b", 2)) is Reason.MORE_HANDS_THAN_PEOPLE
    play.do(play.hands("huisarts", "b", 1))
    assert play.refuses(play.ballot(2, "b")) is Reason.VOTED_OTHERWISE
    play.do(play.ballot(1, "c"))
    counted = count_box(play.state, box(play, Vote.FIRST))
    assert (counted.valid, counted.present) == (2, 2)
    voted = {row.role.id: row.seats for row in presenter_view(play.state).voted}
    assert dict(voted[RoleId("huisarts")]) == {1: True, 2: False}


def test_a_debrief_before_any_decision_is_about_no_dilemma() -> None:
    play = Play(SCHAKEL, Setup(profile=Profile.SHORT)).people(*TEAM).until(Phase.VOTE1, "d1")
    play.do(c.EndEarly(play.state.step))
    view = presenter_view(play.state)
    assert play.phase() is Phase.DEBRIEF
    assert (view.public.dilemma, view.cards, view.notes_for_me.goal) == (None, (), "")
    play.do(c.Undo())
    assert play.state.flow.dilemma == D1


def test_who_was_counted_by_hand_and_left_is_still_present_in_that_vote() -> None:
    play = Play().people("inwoner", "inwoner", "huisarts").until(Phase.VOTE1, "d1")
    play.do(play.hands("inwoner", "a", 2))
    play.do(c.Leave(SeatId(1)))
    play.do(play.ballot(3, "b"))
    vote = public_view(play.state).vote
    assert vote is not None
    assert (vote.cast, vote.present) == (3, 3)
    play.on()
    counted = play.state.flow.results[D1, Vote.FIRST]
    assert (counted.valid, counted.present, counted.missing) == (3, 3, 0)


def test_a_consent_check_that_few_answered_is_asked_about_before_it_closes() -> None:
    play = asking_consent()
    before = presenter_view(play.state).next
    play.votes(NO_OBJECTION, NO_OBJECTION)
    after = presenter_view(play.state).next
    assert before is not None
    assert after is not None
    assert (before.below_quorum, after.below_quorum) == (True, False)
