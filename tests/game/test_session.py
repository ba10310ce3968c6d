"""A session from the lobby to its close, step by step."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Channel, Vote
from dilemmaspel.game.fingerprint import state_hash
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SeatId, SessionId
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.reasons import Reason
from dilemmaspel.game.scenario import Decision
from dilemmaspel.game.setup import Deal, Profile, Setup, Voting
from dilemmaspel.game.terms import Rule, Status, TieBreak
from tests.game.playing import SCHAKEL, WACHTKAMER, WIJKTEAM, Play, changed, flagship

TEAM = ("inwoner", "sociaal_werker", "beleidsmedewerker", "zorgaanbieder")


def started(scenario: str = SCHAKEL, setup: Setup | None = None) -> Play:
    return Play(scenario, setup).people(*TEAM)


@pytest.mark.parametrize("name", [SCHAKEL, WACHTKAMER, WIJKTEAM])
def test_every_flagship_plays_to_its_close(name: str) -> None:
    play = started(name).until(Phase.CLOSED)
    assert isinstance(play.events[-1][0], e.SessionClosed)
    assert not play.events[-1][0].early
    assert len(play.state.flow.played) == 4
    assert play.folded() == play.state


def test_the_standard_phases_come_in_their_order() -> None:
    play, seen = started(setup=Setup(profile=Profile.STANDARD)), [Phase.LOBBY]
    while play.phase() is not Phase.AFTERMATH:
        play.vote_bots()
        play.on(count_anyway=True)
        if play.phase() is not seen[-1]:
            seen.append(play.phase())
    once = [
        Phase.NEWS_STORY,
        Phase.BRIEFING,
        Phase.VOTE1,
        Phase.REVEAL1,
        Phase.CAUCUS,
        Phase.TALK,
        Phase.VOTE2,
        Phase.DECISION,
        Phase.REFLECT,
    ]
    extra = {Phase.RUNOFF, Phase.CONSENT_CHECK}
    plain = [phase for phase in seen if phase not in extra]
    assert plain == [Phase.LOBBY, Phase.INTRO, Phase.ROLES, *once, *once, *once, Phase.AFTERMATH]


def test_the_short_profile_has_two_dilemmas_and_no_caucus_or_reflection() -> None:
    play = started(setup=Setup(profile=Profile.SHORT)).until(Phase.CLOSED)
    entered = [event.phase for event, _ in play.events if isinstance(event, e.PhaseEntered)]
    assert Phase.CAUCUS not in entered
    assert Phase.REFLECT not in entered
    assert entered.count(Phase.VOTE1) == 2


def test_a_session_needs_people() -> None:
    assert Play().refuses(c.Advance(0)) is Reason.NO_PEOPLE


def test_a_second_press_of_the_button_does_nothing() -> None:
    play = started()
    step = play.state.step
    play.do(c.Advance(step))
    assert play.refuses(c.Advance(step)) is Reason.STALE_STEP


def test_a_pause_ends_with_the_button_and_the_clock_stood_still() -> None:
    play = started().until(Phase.TALK)
    play.do(c.Lay(Overlay.PAUSED))
    spent = play.state.clock.elapsed(play.now)
    play.now += 600_000
    assert play.state.clock.elapsed(play.now) == spent
    play.on()
    assert play.state.overlay is Overlay.NONE
    assert play.phase() is Phase.TALK
    assert play.refuses(c.Lay(Overlay.NONE)) is Reason.WRONG_PHASE


def test_one_vote_per_dilemma_can_be_set_up() -> None:
    play = started(setup=Setup(profile=Profile.HALF_DAY, two_votes=False)).until(Phase.CLOSED)
    votes = {event.vote for event, _ in play.events if isinstance(event, e.VoteClosed)}
    assert Vote.SECOND not in votes
    assert len(play.state.flow.played) == 4


def test_bewoners_nemen_het_over_leads_to_the_heavy_key() -> None:
    play = started().until(Phase.VOTE2, "d1")
    play.votes("d", "d", "d", "d").until(Phase.VOTE1, "d4z")
    assert DilemmaId("d4") not in play.state.flow.played


# ---------------------------------------------------------------- undo and reopen


def test_closing_a_vote_can_be_taken_back_with_its_ballots() -> None:
    play = started().until(Phase.VOTE1).votes("a", "b", "b")
    play.on()
    assert play.phase() is Phase.REVEAL1
    play.do(c.Undo())
    assert play.phase() is Phase.VOTE1
    assert play.state.flow.open_vote is Vote.FIRST
    box = play.state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    assert [b.choice for b in box.ballots.values()] == ["a", "b", "b"]


def test_leaving_an_open_vote_backwards_keeps_its_ballots() -> None:
    play = started().until(Phase.VOTE1).votes("a", "b")
    play.do(c.Undo())
    assert play.phase() is Phase.BRIEFING
    assert play.refuses(c.CastBallot(DilemmaId("d1"), Vote.FIRST, "a", seat=SeatId(1))) is (
        Reason.VOTE_CLOSED
    )
    play.on()
    box = play.state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    assert len(box.ballots) == 2


def test_a_reopened_vote_starts_empty_and_the_old_ballots_are_superseded() -> None:
    play = started().until(Phase.VOTE1).votes("a", "b", "b", "c")
    play.on()
    play.do(c.Reopen(Vote.FIRST))
    assert play.phase() is Phase.VOTE1
    box = play.state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    assert (box.attempt, len(box.ballots)) == (2, 0)
    assert len(play.state.boxes[(DilemmaId("d1"), Vote.FIRST, 1)].ballots) == 4


def test_undoing_a_reopening_brings_the_old_ballots_back() -> None:
    play = started().until(Phase.VOTE1).votes("a", "b", "b", "c")
    play.on()
    before = state_hash(play.state)
    play.do(c.Reopen(Vote.FIRST))
    play.votes("d")
    play.do(c.Undo())
    assert state_hash(play.state) == before
    play.do(c.Reopen(Vote.FIRST))
    box = play.state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    assert (box.attempt, len(box.ballots)) == (3, 0)


def test_reopening_the_first_vote_starts_the_second_anew() -> None:
    play = started().until(Phase.VOTE2, "d1").votes("a", "b", "b", "b")
    play.on()
    play.do(c.Reopen(Vote.FIRST))
    play.votes("b", "b", "b", "b").until(Phase.VOTE2)
    box = play.state.box(DilemmaId("d1"), Vote.SECOND)
    assert box is not None
    assert (box.attempt, len(box.ballots)) == (2, 0)


def test_the_same_decision_again_gives_the_same_state() -> None:
    play = started().until(Page.DECISION, "d1")
    before = state_hash(play.state)
    play.on()
    decided = state_hash(play.state)
    assert play.refuses(c.Undo()) is Reason.REASON_REQUIRED
    play.do(c.Undo("verkeerde knop"))
    assert state_hash(play.state) == before
    play.on()
    assert state_hash(play.state) == decided


def test_a_decision_can_be_cancelled_until_the_next_first_vote_opens() -> None:
    play = started().until(Page.DECISION, "d1")
    before = state_hash(play.state)
    play.until(Phase.BRIEFING, "d2")
    while play.page() is not Page.DECISION:
        play.do(c.Undo("terug"))
    assert state_hash(play.state) == before
    play.until(Phase.VOTE1, "d2")
    for _ in range(20):
        if not play.state.undo:
            break
        play.do(c.Undo("terug"))
    assert play.refuses(c.Undo("verder terug")) is Reason.NOTHING_TO_UNDO
    assert play.state.flow.decisions.keys() == {"d1"}


def test_the_votes_of_a_decided_dilemma_stay_closed() -> None:
    play = started().until(Page.EFFECTS, "d1")
    assert play.refuses(c.Reopen(Vote.FIRST)) is Reason.CANNOT_REOPEN


def test_a_reason_may_not_be_a_letter_to_the_editor() -> None:
    play = started().until(Page.EFFECTS, "d1")
    assert play.refuses(c.Undo("x" * 301)) is Reason.TEXT_TOO_LONG


# ---------------------------------------------------------------- plan, skip, early end


def test_a_skipped_dilemma_costs_no_year() -> None:
    play = started().until(Phase.TALK, "d2")
    year, indicators = play.state.flow.base.round, play.state.flow.base.indicators
    play.do(c.SkipDilemma(play.state.step))
    assert (play.phase(), play.state.flow.dilemma) == (Phase.NEWS_STORY, "d3")
    assert play.state.flow.world.round == year + 1
    assert play.state.flow.base.indicators == indicators
    assert play.state.flow.number == 2


def test_the_last_dilemma_skipped_leads_to_the_years_after() -> None:
    play = started().until(Phase.TALK, "d4")
    play.do(c.SkipDilemma(play.state.step))
    assert play.phase() is Phase.AFTERMATH
    assert play.state.flow.world.round == 4


def test_an_early_end_still_runs_the_years_after() -> None:
    play = started().until(Phase.TALK, "d2")
    play.do(c.EndEarly(play.state.step))
    assert play.phase() is Phase.AFTERMATH
    play.until(Phase.DEBRIEF)
    assert [s.round for s in play.state.flow.world.snapshots] == [1, 2, 3, 4]
    assert play.refuses(c.EndEarly(play.state.step)) is Reason.WRONG_PHASE


def test_an_end_before_any_decision_goes_to_the_debrief() -> None:
    play = started().until(Phase.TALK, "d1")
    play.do(c.EndEarly(play.state.step))
    assert play.phase() is Phase.DEBRIEF
    assert play.state.flow.world.snapshots == ()


def test_an_end_between_two_dilemmas_skips_nothing() -> None:
    play = started().until(Phase.REFLECT, "d1")
    play.do(c.EndEarly(play.state.step))
    assert play.phase() is Phase.AFTERMATH
    assert play.state.flow.left == frozenset()


def test_the_plan_can_change_on_the_way() -> None:
    play = started().until(Phase.TALK, "d1")
    play.do(c.ChangePlan((DilemmaId("d3"), DilemmaId("d2"))))
    play.until(Phase.VOTE1, "d3").until(Phase.VOTE1, "d2").until(Phase.AFTERMATH)
    assert play.state.flow.played == ("d1", "d3", "d2")


def test_a_plan_knows_its_dilemmas() -> None:
    play = started().until(Phase.TALK, "d1")
    assert play.refuses(c.ChangePlan((DilemmaId("d9"),))) is Reason.UNKNOWN_DILEMMA
    assert play.refuses(c.ChangePlan((DilemmaId("d1"),))) is Reason.ALREADY_PLAYED
    twice = (DilemmaId("d2"), DilemmaId("d2"))
    assert play.refuses(c.ChangePlan(twice)) is Reason.ALREADY_PLAYED
    assert Play().refuses(c.ChangePlan(())) is Reason.PLAN_EMPTY
    play.until(Phase.AFTERMATH)
    assert play.refuses(c.ChangePlan(())) is Reason.WRONG_PHASE


def test_only_some_phases_may_be_skipped() -> None:
    play = started().until(Phase.BRIEFING, "d1")
    assert play.refuses(c.SkipPhase(play.state.step - 1)) is Reason.STALE_STEP
    play.do(c.SkipPhase(play.state.step))
    assert play.phase() is Phase.VOTE1
    assert play.refuses(c.SkipPhase(play.state.step)) is Reason.CANNOT_SKIP
    play.until(Phase.TALK)
    play.do(c.SkipPhase(play.state.step))
    assert play.phase() is Phase.VOTE2


def test_stale_skips_and_ends_do_nothing() -> None:
    play = started().until(Phase.BRIEFING, "d1")
    stale = play.state.step - 1
    assert play.refuses(c.SkipDilemma(stale)) is Reason.STALE_STEP
    assert play.refuses(c.EndEarly(stale)) is Reason.STALE_STEP


def test_a_decided_dilemma_is_not_skipped() -> None:
    play = started().until(Page.EFFECTS, "d1")
    assert play.refuses(c.SkipDilemma(play.state.step)) is Reason.CANNOT_SKIP
    assert started().refuses(c.SkipDilemma(0)) is Reason.CANNOT_SKIP


# ---------------------------------------------------------------- decisions


def with_rule(dilemma: str, **decision: Any) -> Play:
    scenario = changed(
        flagship(SCHAKEL), dilemma, lambda d: replace(d, decision=Decision(**decision))
    )
    return Play(scenario).people(*TEAM)


def test_a_tie_leads_to_a_run_off_between_the_tied() -> None:
    play = with_rule("d1").until(Phase.VOTE2, "d1").votes("a", "a", "b", "b")
    play.on()
    assert play.phase() is Phase.RUNOFF
    box = play.state.box(DilemmaId("d1"), Vote.RUNOFF)
    assert box is not None
    assert box.options == ("a", "b")
    assert play.refuses(play.ballot(1, "c")) is Reason.WRONG_CHOICE
    play.votes("a", "a", "a", "b").on()
    assert play.phase() is Phase.DECISION
    play.until(Page.EFFECTS)
    assert play.state.flow.decisions[DilemmaId("d1")].chosen.options == ("a",)


def test_a_run_off_that_ties_leaves_it_to_the_facilitator() -> None:
    play = with_rule("d1").until(Phase.VOTE2, "d1").votes("a", "a", "b", "b")
    play.on()
    play.votes("a", "a", "b", "b").until(Page.DECISION)
    assert play.refuses(c.Advance(play.state.step)) is Reason.DECISION_NEEDED
    choose = c.ChooseOutcome
    assert play.refuses(choose((OptionId("a"),), " ")) is Reason.REASON_REQUIRED
    assert play.refuses(choose((OptionId("a"),), "x" * 301)) is Reason.TEXT_TOO_LONG
    assert play.refuses(choose((OptionId("c"),), "ik")) is Reason.NOT_A_CANDIDATE
    assert play.refuses(choose((), "ik")) is Reason.NOT_A_CANDIDATE
    assert play.refuses(choose((OptionId("a"), OptionId("b")), "ik")) is Reason.NOT_A_CANDIDATE
    play.do(choose((OptionId("b"),), "de tijd is op"))
    play.on()
    taken = play.state.flow.decisions[DilemmaId("d1")]
    assert (taken.chosen.options, taken.by_facilitator, taken.reason) == (
        ("b",),
        True,
        "de tijd is op",
    )
    assert play.refuses(choose((OptionId("a"),), "toch")) is Reason.DECISION_FIXED


def test_a_clear_result_is_not_the_facilitators_to_change() -> None:
    play = with_rule("d1").until(Phase.VOTE2, "d1").votes("a", "a", "a", "b")
    choose = c.ChooseOutcome((OptionId("b"),), "liever zo")
    assert play.refuses(choose) is Reason.WRONG_PHASE
    play.until(Page.DECISION)
    assert play.refuses(choose) is Reason.DECISION_FIXED


def test_the_facilitator_decides_a_division_of_points_in_equal_parts() -> None:
    play = with_rule("d2", rule=Rule.FACILITATOR).until(Page.DECISION, "d2")
    play.do(c.ChooseOutcome((OptionId("gemeente"), OptionId("inwoners")), "samen"))
    play.on()
    taken = play.state.flow.decisions[DilemmaId("d2")]
    assert dict(taken.chosen.shares) == {"gemeente": Fraction(50), "inwoners": Fraction(50)}


def test_a_vote_below_its_quorum_waits_or_is_counted_anyway() -> None:
    play = with_rule("d1").until(Phase.VOTE2, "d1").votes("a")
    assert play.refuses(c.Advance(play.state.step)) is Reason.NO_QUORUM
    play.on(count_anyway=True)
    play.until(Page.EFFECTS)
    assert play.state.flow.decisions[DilemmaId("d1")].chosen.options == ("a",)


def test_the_first_vote_has_no_quorum() -> None:
    play = with_rule("d1").until(Phase.VOTE1, "d1").votes("a")
    play.on()
    assert play.phase() is Phase.REVEAL1


def test_everybody_abstaining_leaves_it_to_the_facilitator() -> None:
    play = with_rule("d1").until(Phase.VOTE2, "d1").votes(None, None, None, None)
    assert play.refuses(c.Advance(play.state.step)) is Reason.NO_QUORUM
    play.on(count_anyway=True)
    play.until(Page.DECISION)
    assert play.refuses(c.Advance(play.state.step)) is Reason.DECISION_NEEDED
    play.do(c.ChooseOutcome((OptionId("c"),), "niemand koos"))
    play.until(Page.EFFECTS)


def test_the_lot_gives_the_same_again() -> None:
    def drawn() -> tuple[OptionId, ...]:
        play = with_rule("d1", tie_break=(TieBreak.LOT,)).until(Phase.VOTE2, "d1")
        play.votes("a", "a", "b", "b").until(Page.EFFECTS)
        return play.state.flow.decisions[DilemmaId("d1")].chosen.options

    assert drawn() == drawn()


# ---------------------------------------------------------------- consent


def consenting() -> Play:
    play = started(WACHTKAMER).until(Phase.VOTE2, "d4").votes("c", "c", "c", "a")
    play.on()
    assert play.phase() is Phase.CONSENT_CHECK
    return play


def test_consent_without_objection_decides() -> None:
    play = consenting().votes(*[NO_OBJECTION] * 4)
    play.until(Page.EFFECTS)
    taken = play.state.flow.decisions[DilemmaId("d4")]
    assert (taken.rule, taken.chosen.options, taken.fallback_used) == (Rule.CONSENT, ("c",), False)


def test_an_objection_needs_a_reason() -> None:
    play = consenting()
    assert play.refuses(play.ballot(1, OBJECTION)) is Reason.REASON_REQUIRED
    play.do(play.ballot(1, OBJECTION, objection="Zijn verhaal is van hem."))


def test_an_objection_leads_to_an_amendment_that_is_asked_again() -> None:
    play = consenting().votes(NO_OBJECTION, NO_OBJECTION, NO_OBJECTION)
    assert play.refuses(c.AskConsentAgain("te vroeg")) is Reason.NOTHING_TO_ASK
    play.do(play.ballot(4, OBJECTION, objection="Zijn verhaal is van hem."))
    play.on()
    assert (play.phase(), play.state.flow.open_vote) == (Phase.CONSENT_CHECK, None)
    assert play.refuses(c.AskConsentAgain("  ")) is Reason.TEXT_EMPTY
    assert play.refuses(c.AskConsentAgain("x" * 401)) is Reason.TEXT_TOO_LONG
    play.do(c.AskConsentAgain("De buurman vraagt het hem eerst."))
    play.votes(*[NO_OBJECTION] * 4).until(Page.EFFECTS)
    taken = play.state.flow.decisions[DilemmaId("d4")]
    assert taken.text == "De buurman vraagt het hem eerst."
    assert taken.rule is Rule.CONSENT


def test_after_two_amendments_the_fallback_decides() -> None:
    play = consenting()
    for text in ("anders", "weer anders"):
        play.do(play.ballot(1, OBJECTION, objection="nee"))
        play.on()
        play.do(c.AskConsentAgain(text))
    play.do(play.ballot(1, OBJECTION, objection="nee"))
    play.on()
    assert play.phase() is Phase.DECISION
    play.until(Page.EFFECTS)
    taken = play.state.flow.decisions[DilemmaId("d4")]
    assert (taken.rule, taken.fallback_used) == (Rule.ROLE_WEIGHTED, True)
    assert taken.text == ""


def test_consent_can_be_given_up_at_once() -> None:
    play = consenting()
    play.do(play.ballot(1, OBJECTION, objection="nee"))
    play.on()
    answer = play.on()
    assert isinstance(answer[0], e.ConsentGivenUp)
    assert play.phase() is Phase.DECISION
    play.do(c.Undo())
    assert play.phase() is Phase.CONSENT_CHECK
    play.do(c.AskConsentAgain("toch nog eens"))
    assert play.state.flow.open_vote is Vote.CONSENT


# ---------------------------------------------------------------- people


def test_a_latecomer_votes_from_the_next_vote_that_opens() -> None:
    play = started().until(Phase.VOTE1, "d1").people("ondernemer")
    assert play.refuses(play.ballot(5, "a")) is Reason.JOINED_TOO_LATE
    play.votes("a", "a", "b", "b").until(Phase.VOTE2)
    play.do(play.ballot(5, "a"))


def test_a_leaver_keeps_the_votes_given() -> None:
    play = started().until(Phase.VOTE1, "d1").votes("a", "b")
    play.do(c.Leave(SeatId(1)))
    play.do(c.Leave(SeatId(4)))
    assert play.refuses(c.Leave(SeatId(4))) is Reason.SEAT_LEFT
    assert play.refuses(c.Leave(SeatId(9))) is Reason.UNKNOWN_SEAT
    assert play.refuses(play.ballot(1, "b")) is Reason.SEAT_LEFT
    play.on()
    result = play.state.flow.results[(DilemmaId("d1"), Vote.FIRST)]
    assert (result.counts[OptionId("a")], result.counts[OptionId("b")], result.present) == (1, 1, 3)


def test_without_a_role_the_smallest_one_is_dealt() -> None:
    play = Play(setup=Setup(roles=(RoleId("inwoner"), RoleId("huisarts"))))
    for _ in range(3):
        play.do(c.Join())
    assert [s.role for s in play.state.seats.values()] == ["inwoner", "huisarts", "inwoner"]


def test_chance_deals_the_same_roles_for_the_same_seed() -> None:
    def dealt(seed: int) -> list[str]:
        play = Play(setup=Setup(deal=Deal.RANDOM, seed=seed))
        for _ in range(8):
            play.do(c.Join())
        return [s.role for s in play.state.seats.values()]

    assert dealt(1) == dealt(1)
    assert sorted(dealt(1)) == sorted(dealt(2))
    assert any(dealt(1) != dealt(seed) for seed in range(2, 6))


def test_seats_and_roles_are_checked() -> None:
    play = started()
    assert play.refuses(c.Join(RoleId("koning"))) is Reason.UNKNOWN_ROLE
    assert play.refuses(c.Join(RoleId("inwoner"), Channel.TABLE, 0)) is Reason.BAD_INPUT
    assert play.refuses(c.Join(RoleId("inwoner"), Channel.PASSED, 3)) is Reason.BAD_INPUT
    assert play.refuses(c.AssignRole(SeatId(9), RoleId("inwoner"))) is Reason.UNKNOWN_SEAT
    assert play.refuses(c.AssignRole(SeatId(1), RoleId("koning"))) is Reason.UNKNOWN_ROLE
    play.do(c.AssignRole(SeatId(1), RoleId("huisarts")))
    assert play.state.seats[SeatId(1)].role == "huisarts"
    play.until(Phase.VOTE1)
    assert play.refuses(c.AssignRole(SeatId(1), RoleId("inwoner"))) is Reason.WRONG_PHASE


def test_a_table_votes_as_one_and_does_not_sit_with_others_in_its_role() -> None:
    play = started(setup=Setup(profile=Profile.HALF_DAY))
    play.people("huisarts", channel=Channel.TABLE, heads=4)
    assert play.refuses(c.Join(RoleId("huisarts"))) is Reason.TABLE_AND_PEOPLE
    assert play.refuses(c.Join(RoleId("inwoner"), Channel.TABLE, 2)) is Reason.TABLE_AND_PEOPLE
    assert play.refuses(c.AssignRole(SeatId(5), RoleId("inwoner"))) is Reason.TABLE_AND_PEOPLE
    assert play.refuses(c.ChangeVoting(Voting.HANDS)) is Reason.TABLE_AND_PEOPLE
    assert play.refuses(c.ChangeVoting(Voting.TABLE)) is Reason.TABLE_AND_PEOPLE
    play.until(Phase.VOTE1).votes("a", "a", "b", "b", "b")
    play.on()
    result = play.state.flow.results[(DilemmaId("d1"), Vote.FIRST)]
    assert (result.counts[OptionId("b")], result.present, result.persons) == (3, 8, 8)


def test_an_observer_watches() -> None:
    play = started().people("observator").until(Phase.VOTE1)
    assert play.refuses(play.ballot(5, "a")) is Reason.ROLE_DOES_NOT_VOTE


def test_the_way_of_voting_can_change() -> None:
    play = started()
    play.do(c.ChangeVoting(Voting.HANDS))
    assert play.state.voting is Voting.HANDS


# ---------------------------------------------------------------- start and end


def test_a_session_starts_once() -> None:
    play = started()
    start = c.StartSession(play.scenario, Setup(), "", "", SessionId("s-2"))
    assert play.refuses(start) is Reason.ALREADY_STARTED


@pytest.mark.parametrize(
    ("setup", "reason"),
    [
        (Setup(plan=(DilemmaId("d9"),)), Reason.UNKNOWN_DILEMMA),
        (Setup(roles=(RoleId("koning"),)), Reason.UNKNOWN_ROLE),
    ],
)
def test_a_set_up_is_checked(setup: Setup, reason: Reason) -> None:
    from dilemmaspel.game.reasons import Refused
    from dilemmaspel.game.rules import decide

    start = c.StartSession(flagship(SCHAKEL), setup, "", "", SessionId("s-1"))
    answer = decide(None, start)
    assert isinstance(answer, Refused)
    assert answer.reason is reason


def test_an_outline_is_not_played() -> None:
    from dilemmaspel.game.reasons import Refused
    from dilemmaspel.game.rules import decide

    outline = replace(flagship(SCHAKEL), status=Status.OUTLINE)
    answer = decide(None, c.StartSession(outline, Setup(), "", "", SessionId("s-1")))
    assert answer == Refused(Reason.NOT_PLAYABLE, SCHAKEL)
    assert decide(None, c.Blank(on=True)) == Refused(Reason.NOT_STARTED)


def test_nothing_follows_the_close() -> None:
    play = started()
    play.do(c.CloseSession())
    assert play.phase() is Phase.CLOSED
    assert play.refuses(c.AddNote("nog iets")) is Reason.SESSION_CLOSED
    assert play.refuses(c.Undo("toch niet")) is Reason.SESSION_CLOSED


def test_a_resumed_session_stands_still_until_the_facilitator_goes_on() -> None:
    play = started().until(Phase.TALK)
    seen = play.now + 30_000
    spent = play.state.clock.elapsed(seen)
    play.now += 3_600_000
    play.do(c.ResumeSession(seen))
    assert play.state.overlay is Overlay.PAUSED
    assert play.state.interrupted
    assert play.state.clock.elapsed(play.now) == spent
    play.on()
    assert not play.state.interrupted
    assert (play.phase(), play.state.overlay) == (Phase.TALK, Overlay.NONE)
