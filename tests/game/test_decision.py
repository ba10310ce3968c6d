"""The decision rules of game model 3.6 on choices: who wins, and why."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest

from dilemmaspel.game.ballots import Ballot
from dilemmaspel.game.decision import (
    Next,
    Proposal,
    Reason,
    StepResult,
    decide_role_alone,
    propose,
    propose_on_first_vote,
    quorum_met,
)
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.scenario import Decision, Dilemma, Role
from dilemmaspel.game.terms import QuestionType, Rule, TieBreak
from tests.game.voting import SESSION, by_role, dilemma, ids, scenario, single, votes

OBSERVER = Role(RoleId("observator"), "Observator", "Obs", voting=False)
REVERSAL = by_role(
    inwoner="bbbb",
    sociaal_werker="bbb",
    gemeente="c",
    zorgaanbieder="c",
    woningcorporatie="c",
    ondernemer="c",
    onderzoeker="a",
)


def decide(
    question: Dilemma, ballots: Iterable[Ballot], present: int | None = None, **more: Any
) -> Proposal:
    options = tuple(option.id for option in question.options)
    cast = list(ballots)
    people = len(cast) if present is None else present
    return propose(scenario(question), question, options, cast, people, SESSION, **more)


@pytest.mark.parametrize("rule", [Rule.PLURALITY, Rule.MAJORITY])
def test_most_votes_and_more_than_half_both_choose_b_in_the_reversal(rule: Rule) -> None:
    found = decide(single(rule), REVERSAL)
    assert (found.next, found.chosen, found.rule) == (Next.DECIDED, ids("b"), rule)


def test_role_weighting_turns_the_reversal_to_c() -> None:
    found = decide(single(Rule.ROLE_WEIGHTED), REVERSAL)
    assert (found.next, found.chosen) == (Next.DECIDED, ids("c"))


def test_the_other_winner_is_told_whatever_the_rule() -> None:
    for rule in (Rule.PLURALITY, Rule.ROLE_WEIGHTED, Rule.FACILITATOR):
        found = decide(single(rule), REVERSAL)
        assert (found.raw_winner, found.weighted_winner) == (ids("b"), ids("c"))
        assert found.differs


def test_a_tie_in_one_of_the_two_counts_is_no_difference() -> None:
    found = decide(single(), by_role(inwoner="aab", huisarts="b", ondernemer="c"))
    assert (found.raw_winner, found.differs) == ((), False)
    assert found.weighted_winner == ids("b")


def test_a_winner_by_lot_is_no_winner_of_the_count() -> None:
    found = decide(single(tie_break=(TieBreak.LOT,)), votes("aabb"))
    assert found.next is Next.DECIDED
    assert found.raw_winner == found.weighted_winner == ()


@pytest.mark.parametrize(("ballots", "passes"), [("aaaaaabb", True), ("aaaaabb", False)])
def test_exactly_three_quarters_is_consensus_and_five_of_seven_is_not(
    ballots: str, passes: bool
) -> None:
    found = decide(single(Rule.CONSENSUS), votes(ballots))
    assert found.chosen == ids("a")
    assert found.rule is (Rule.CONSENSUS if passes else Rule.ROLE_WEIGHTED)
    assert found.fallback_used is not passes


@pytest.mark.parametrize(
    ("ballots", "threshold", "passes"),
    [
        ("aab", None, True),
        ("aabb", None, False),
        ("aaabb", Fraction(3, 5), True),
        ("aaabb", Fraction(61, 100), False),
    ],
)
def test_a_supermajority_is_two_thirds_unless_the_scenario_says_otherwise(
    ballots: str, threshold: Fraction | None, passes: bool
) -> None:
    question = single(Rule.SUPERMAJORITY, threshold=threshold, fallback=Rule.FACILITATOR)
    found = decide(question, votes(ballots))
    assert found.fallback_used is not passes
    assert found.reason is (Reason.THRESHOLD_MET if passes else Reason.FACILITATOR_RULE)


def test_a_threshold_that_two_options_reach_is_a_tie() -> None:
    question = single(Rule.SUPERMAJORITY, threshold=Fraction(1, 2))
    found = decide(question, votes("aabb"))
    assert (found.next, found.tied, found.rule) == (Next.RUNOFF, ids("ab"), Rule.SUPERMAJORITY)


@pytest.mark.parametrize(
    ("ballots", "blocks", "passes"),
    [("aaa", True, True), ("aaa-", True, False), ("aaa-", False, True), ("aaab", False, False)],
)
def test_unanimity_is_every_valid_vote_and_no_abstention_unless_that_is_allowed(
    ballots: str, blocks: bool, passes: bool
) -> None:
    question = single(Rule.UNANIMITY, abstain_blocks=blocks)
    found = decide(question, votes(ballots))
    assert found.reason is (Reason.UNANIMOUS if passes else Reason.MOST_VOTES)
    assert found.fallback_used is not passes


def test_exactly_half_is_no_majority_and_the_top_two_go_to_a_run_off() -> None:
    found = decide(single(Rule.MAJORITY), votes("aaabbc"))
    assert (found.next, found.reason) == (Next.RUNOFF, Reason.NO_MAJORITY)
    assert (found.candidates, found.tied) == (ids("ab"), ())


@pytest.mark.parametrize(
    ("ballots", "candidates"),
    [("aabbc", "ab"), ("aaabbcc", "abc"), ("aabbcc", "abc"), ("aabcd", "abcd")],
)
def test_all_that_are_tied_for_second_come_into_the_run_off(ballots: str, candidates: str) -> None:
    found = decide(single(Rule.MAJORITY), votes(ballots))
    assert found.candidates == ids(candidates)


def test_a_run_off_tells_who_were_equal_at_the_top() -> None:
    assert decide(single(Rule.MAJORITY), votes("aabbc")).tied == ids("ab")
    assert decide(single(Rule.MAJORITY), votes("aaabbc")).tied == ()


def test_the_run_off_of_a_majority_takes_more_than_half_too() -> None:
    question = single(Rule.MAJORITY)
    won = decide(question, votes("aaabbc"), runoff=votes("abbb"), runoff_options=ids("ab"))
    assert (won.next, won.chosen, won.reason) == (Next.DECIDED, ids("b"), Reason.RUNOFF_WON)
    stuck = decide(question, votes("aaabbc"), runoff=votes("aabb"), runoff_options=ids("ab"))
    assert (stuck.next, stuck.reason) == (Next.ASK_FACILITATOR, Reason.NO_MAJORITY)
    assert stuck.candidates == ids("ab")


@pytest.mark.parametrize(
    ("runoff", "options", "result"),
    [
        ("", "ab", StepResult.NO_BALLOTS),
        ("--", "ab", StepResult.NO_BALLOTS),
        ("ab", "ab", StepResult.STILL_TIED),
        ("aac", "ac", StepResult.HELD_BEFORE),
    ],
)
def test_a_run_off_of_a_majority_without_use_goes_to_the_facilitator(
    runoff: str, options: str, result: StepResult
) -> None:
    found = decide(
        single(Rule.MAJORITY), votes("aaabbc"), runoff=votes(runoff), runoff_options=ids(options)
    )
    assert found.next is Next.ASK_FACILITATOR
    assert [step.result for step in found.steps] == [result]


def test_role_weights_of_the_scenario_count_and_a_role_splits_its_weight() -> None:
    ballots = by_role(inwoner="aab", huisarts="b", ondernemer="b")
    weights = {RoleId("inwoner"): Fraction(4)}
    assert decide(single(Rule.WEIGHTED, weights=weights), ballots).chosen == ids("b")
    weights = {RoleId("inwoner"): Fraction(7)}
    assert decide(single(Rule.WEIGHTED, weights=weights), ballots).chosen == ids("a")


def test_when_no_role_weighs_anything_the_facilitator_decides() -> None:
    question = single(Rule.WEIGHTED, weights={RoleId("inwoner"): Fraction(0)})
    found = decide(question, votes("ab", "inwoner"))
    assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.NO_VALID_BALLOTS)


class TestOneRoleDecides:
    question = single(Rule.ONE_ROLE_DECIDES, decider=RoleId("wethouder"))

    def test_its_most_votes_decide(self) -> None:
        found = decide(self.question, by_role(wethouder="cca", inwoner="bbbbb"))
        assert (found.chosen, found.reason) == (ids("c"), Reason.DECIDER_CHOSE)

    @pytest.mark.parametrize("own", ["", "-"])
    def test_without_a_ballot_the_facilitator_decides(self, own: str) -> None:
        found = decide(self.question, by_role(wethouder=own, inwoner="bb"))
        assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.DECIDER_SILENT)

    def test_without_a_decider_the_facilitator_decides(self) -> None:
        found = decide(single(Rule.ONE_ROLE_DECIDES), votes("aa"))
        assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.DECIDER_SILENT)

    def test_with_a_tie_the_facilitator_decides_among_the_tied(self) -> None:
        found = decide(self.question, by_role(wethouder="ac", inwoner="bb"))
        assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.DECIDER_TIED)
        assert found.candidates == found.tied == ids("ac")


def test_the_facilitator_decides_without_a_quorum() -> None:
    found = decide(single(Rule.FACILITATOR), [], present=12)
    assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.FACILITATOR_RULE)
    assert found.candidates == ids("abcd")


@pytest.mark.parametrize(
    ("ballots", "present", "met"), [("aab", 6, True), ("aab", 7, False), ("a--", 3, False)]
)
def test_half_of_those_present_must_cast_a_valid_vote(
    ballots: str, present: int, met: bool
) -> None:
    found = decide(single(), votes(ballots), present)
    assert found.next is (Next.DECIDED if met else Next.NO_QUORUM)


def test_when_all_abstain_there_is_no_quorum_and_counting_anyway_asks_the_facilitator() -> None:
    assert decide(single(), votes("---")).next is Next.NO_QUORUM
    found = decide(single(), votes("---"), count_anyway=True)
    assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.NO_VALID_BALLOTS)


def test_the_facilitator_may_count_below_the_quorum() -> None:
    assert decide(single(), votes("a"), 12).reason is Reason.QUORUM_MISSED
    assert decide(single(), votes("a"), 12, count_anyway=True).chosen == ids("a")


def test_the_scenario_may_ask_another_quorum() -> None:
    question = single(quorum=Fraction(2, 3))
    assert decide(question, votes("aaa"), 5).next is Next.NO_QUORUM
    assert decide(question, votes("aaaa"), 6).next is Next.DECIDED
    assert quorum_met(0, 0)


def test_a_rule_of_another_question_counts_as_this_question_counts() -> None:
    for rule in (Rule.MEAN, Rule.RANKING):
        found = decide(single(rule), votes("aab"))
        assert (found.chosen, found.rule) == (ids("a"), Rule.PLURALITY)


class TestFallback:
    def test_the_default_is_role_weighted(self) -> None:
        found = decide(single(Rule.CONSENSUS), REVERSAL)
        assert (found.chosen, found.rule, found.fallback_used) == (
            ids("c"),
            Rule.ROLE_WEIGHTED,
            True,
        )

    def test_it_can_tie_and_then_walks_the_tie_chain_by_role(self) -> None:
        ballots = by_role(inwoner="aaa", huisarts="b")
        found = decide(single(Rule.UNANIMITY), ballots)
        assert (found.next, found.rule, found.tied) == (
            Next.RUNOFF,
            Rule.ROLE_WEIGHTED,
            ids("ab"),
        )
        assert found.fallback_used
        held = by_role(inwoner="aab", huisarts="bb")
        again = decide(single(Rule.UNANIMITY), ballots, runoff=held, runoff_options=ids("ab"))
        assert (again.chosen, again.reason) == (ids("b"), Reason.RUNOFF_WON)

    @pytest.mark.parametrize("fallback", [Rule.UNANIMITY, Rule.CONSENT])
    def test_one_that_does_not_pass_goes_to_the_facilitator(self, fallback: Rule) -> None:
        found = decide(single(Rule.CONSENSUS, fallback=fallback), votes("aabb"))
        assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.FALLBACK_FAILED)
        assert found.fallback_used

    def test_a_majority_as_fallback_may_need_a_run_off(self) -> None:
        found = decide(single(Rule.CONSENSUS, fallback=Rule.MAJORITY), votes("aabbc"))
        assert (found.next, found.rule) == (Next.RUNOFF, Rule.MAJORITY)


class TestWhatIf:
    def test_one_role_alone_takes_its_own_most_votes(self) -> None:
        question = single(Rule.CONSENT)
        found = decide_role_alone(
            scenario(question), question, ids("abcd"), REVERSAL, RoleId("ondernemer"), SESSION
        )
        assert (found.next, found.chosen) == (Next.DECIDED, ids("c"))

    @pytest.mark.parametrize("role", ["huisarts", "zorgverzekeraar"])
    def test_one_role_alone_leaves_the_decision_when_it_is_tied_or_silent(self, role: str) -> None:
        question = single()
        found = decide_role_alone(
            scenario(question),
            question,
            ids("abcd"),
            by_role(huisarts="ab"),
            RoleId(role),
            SESSION,
        )
        assert found.next is Next.ASK_FACILITATOR

    def test_the_first_vote_is_decided_by_the_same_rule(self) -> None:
        question = single(Rule.ROLE_WEIGHTED)
        found = propose_on_first_vote(
            scenario(question), question, ids("abcd"), REVERSAL, 12, SESSION
        )
        assert (found.next, found.chosen) == (Next.DECIDED, ids("c"))


def test_a_role_that_does_not_vote_decides_nothing_alone() -> None:
    question = single()
    watched = scenario(question, roles=(OBSERVER,))
    cast = by_role(observator="aaa", inwoner="b")
    found = decide_role_alone(watched, question, ids("abcd"), cast, OBSERVER.id, SESSION)
    assert found.reason is Reason.DECIDER_SILENT


def test_a_role_that_does_not_vote_is_not_counted() -> None:
    question = single()
    voter = Role(RoleId("inwoner"), "Inwoner", "Inw")
    found = propose(
        scenario(question, roles=(OBSERVER, voter)),
        question,
        ids("abcd"),
        by_role(observator="aaa", inwoner="b"),
        1,
        SESSION,
    )
    assert found.chosen == ids("b")


@pytest.mark.parametrize("kind", QuestionType)
@pytest.mark.parametrize("rule", Rule)
def test_a_dilemma_without_options_or_blocks_never_decides_by_accident(
    kind: QuestionType, rule: Rule
) -> None:
    bare = dilemma(kind, "", decision=Decision(rule=rule, tie_break=(TieBreak.LOT,)))
    found = decide(bare, [*votes("ab"), Ballot(RoleId("inwoner"), 3)], count_anyway=True)
    assert found.chosen == ()
    assert found.next is Next.ASK_FACILITATOR


def test_options_that_are_hidden_here_are_not_in_the_count() -> None:
    question = single()
    found = propose(scenario(question), question, ids("ab"), votes("aabccc"), 6, SESSION)
    assert found.chosen == (OptionId("a"),)
