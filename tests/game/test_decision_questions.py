"""Deciding on the other questions: scale, points, ranking, approval; and consent."""

from fractions import Fraction
from typing import Any

import pytest

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Ballot
from dilemmaspel.game.conditions import Op
from dilemmaspel.game.decision import (
    Next,
    Proposal,
    Reason,
    StepResult,
    decide_role_alone,
    objections,
    propose,
)
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.scenario import ApprovalSpec, Band, Dilemma, Option, RankingSpec
from dilemmaspel.game.terms import (
    RankingEffects,
    RankingMethod,
    Rule,
    Statistic,
)
from tests.game.test_decision import decide
from tests.game.voting import (
    SESSION,
    agreement,
    approval,
    ballot,
    by_role,
    hands,
    ids,
    points,
    ranking,
    scenario,
    single,
    spread,
    votes,
)


def band(name: str, op: Op | None = None, value: str = "0") -> Band:
    return Band(Option(OptionId(name), name), op, Fraction(value))


BANDS = (band("care", Op.AT_LEAST, "3.5"), band("early", Op.AT_MOST, "2.5"), band("split"))
DECIDER = RoleId("wethouder")


def scale(*marks: int, role: str | None = None) -> list[Ballot]:
    return [ballot(role or f"r{n}", mark) for n, mark in enumerate(marks)]


class TestAgreement:
    @pytest.mark.parametrize(
        ("marks", "chosen"),
        [
            ((3, 4), "care"),
            ((2, 3), "early"),
            ((2, 4), "split"),
            ((5, 5, 5, 5, 5, 5, 5, 5, 5, 5), "care"),
        ],
    )
    def test_the_first_band_that_fits_the_mean_is_taken_and_its_edge_counts(
        self, marks: tuple[int, ...], chosen: str
    ) -> None:
        found = decide(agreement(BANDS), scale(*marks))
        assert (found.next, found.chosen, found.band) == (Next.DECIDED, (chosen,), chosen)
        assert found.reason is Reason.MEAN
        assert found.value == Fraction(sum(marks), len(marks))

    def test_the_median_counts_when_the_scenario_says_so(self) -> None:
        question = agreement(BANDS, statistic=Statistic.MEDIAN)
        assert decide(question, scale(1, 4, 4)).band == "care"
        assert decide(agreement(BANDS), scale(1, 4, 4)).band == "split"

    def test_by_role_it_is_the_mean_of_role_means(self) -> None:
        ballots = [*scale(1, 1, 1, role="inwoner"), *scale(5, role="huisarts")]
        found = decide(agreement(BANDS, Rule.ROLE_WEIGHTED), ballots)
        assert found.value == 3
        assert found.band == "split"
        assert (found.raw_winner, found.weighted_winner) == (("early",), ("split",))
        weights = {RoleId("huisarts"): Fraction(3)}
        assert decide(agreement(BANDS, Rule.WEIGHTED, weights=weights), ballots).value == 4

    def test_no_role_that_weighs_leaves_it_to_the_facilitator(self) -> None:
        weights = {RoleId("r0"): Fraction(0)}
        found = decide(agreement(BANDS, Rule.WEIGHTED, weights=weights), scale(3))
        assert found.reason is Reason.NO_VALID_BALLOTS

    def test_a_role_that_decides_and_is_silent_leaves_it_to_the_facilitator(self) -> None:
        question = agreement(BANDS, Rule.ONE_ROLE_DECIDES, decider=DECIDER)
        assert decide(question, scale(1, 1)).reason is Reason.DECIDER_SILENT

    def test_one_role_may_decide(self) -> None:
        question = agreement(BANDS, Rule.ONE_ROLE_DECIDES, decider=DECIDER)
        found = decide(question, [*scale(5, role="wethouder"), *scale(1, 1, 1, 1)])
        assert (found.band, found.reason) == ("care", Reason.DECIDER_CHOSE)

    def test_a_result_outside_every_band_goes_to_the_facilitator(self) -> None:
        found = decide(agreement(BANDS[:2]), scale(3, 3))
        assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.NO_BAND)
        assert found.value == 3
        assert found.candidates == ("care", "early")

    def test_a_band_that_is_hidden_here_is_passed_over(self) -> None:
        question = agreement(BANDS)
        found = propose(scenario(question), question, (OptionId("split"),), scale(5, 5), 2, SESSION)
        assert found.band == "split"

    def test_without_a_list_of_visible_bands_all_of_them_stand(self) -> None:
        question = agreement(BANDS)
        found = propose(scenario(question), question, (), scale(5, 5), 2, SESSION)
        assert found.band == "care"

    def test_a_threshold_asks_how_many_ballots_lie_in_the_band_themselves(self) -> None:
        question = agreement(BANDS, Rule.CONSENSUS)
        assert decide(question, scale(4, 5, 5, 1)).rule is Rule.CONSENSUS
        divided = decide(question, scale(5, 5, 1, 1))
        assert (divided.band, divided.rule, divided.fallback_used) == (
            "split",
            Rule.ROLE_WEIGHTED,
            True,
        )

    def test_a_majority_without_half_of_the_ballots_goes_to_the_facilitator(self) -> None:
        question = agreement(BANDS, Rule.MAJORITY)
        assert decide(question, scale(4, 4, 3)).reason is Reason.MAJORITY
        found = decide(question, scale(5, 5, 1, 1))
        assert (found.next, found.reason) == (Next.ASK_FACILITATOR, Reason.NO_MAJORITY)

    def test_most_votes_takes_the_mean(self) -> None:
        assert decide(agreement(BANDS, Rule.PLURALITY), scale(3, 4)).rule is Rule.MEAN


class TestPoints:
    ballots = (
        ballot("inwoner", spread(a=100)),
        ballot("inwoner", spread(a=50, b=50)),
        ballot("huisarts", spread(c=100)),
    )

    def test_the_exact_mean_is_the_outcome(self) -> None:
        found = decide(points("abc"), self.ballots)
        assert (found.next, found.chosen) == (Next.DECIDED, ())
        assert found.shares == {"a": 50, "b": Fraction(50, 3), "c": Fraction(100, 3)}

    def test_by_role_it_is_the_mean_of_role_means(self) -> None:
        found = decide(points("abc", Rule.ROLE_WEIGHTED), self.ballots)
        assert found.shares == {"a": Fraction(75, 2), "b": Fraction(25, 2), "c": 50}

    def test_one_role_may_decide(self) -> None:
        question = points("abc", Rule.ONE_ROLE_DECIDES, decider=RoleId("huisarts"))
        found = decide(question, self.ballots)
        assert found.shares == {"a": 0, "b": 0, "c": 100}
        assert found.reason is Reason.DECIDER_CHOSE

    @pytest.mark.parametrize("rule", [Rule.PLURALITY, Rule.MAJORITY, Rule.CONSENSUS])
    def test_rules_that_count_heads_take_the_mean(self, rule: Rule) -> None:
        found = decide(points("abc", rule), self.ballots)
        assert (found.rule, found.fallback_used) == (Rule.MEAN, False)
        assert sum(found.shares.values()) == 100

    def test_when_no_role_weighs_anything_the_facilitator_gets_the_mean_to_start_from(
        self,
    ) -> None:
        weights = {RoleId("inwoner"): Fraction(0), RoleId("huisarts"): Fraction(0)}
        found = decide(points("abc", Rule.WEIGHTED, weights=weights), self.ballots)
        assert found.next is Next.ASK_FACILITATOR
        assert found.shares[OptionId("a")] == 50


class TestRanking:
    ballots = (
        *[ballot("a-fans", ids("abcd"))] * 3,
        *[ballot("b-fans", ids("bcda"))] * 2,
    )

    def test_borda_decides_by_default(self) -> None:
        found = decide(ranking(), self.ballots)
        assert (found.next, found.chosen, found.reason) == (
            Next.DECIDED,
            ids("b"),
            Reason.ORDER,
        )

    def test_schulze_decides_when_the_scenario_says_so(self) -> None:
        found = decide(ranking(spec=RankingSpec(method=RankingMethod.SCHULZE)), self.ballots)
        assert found.chosen == ids("a")

    def test_the_first_k_are_taken_in_order(self) -> None:
        spec = RankingSpec(effects_mode=RankingEffects.TOP_K, k=2)
        assert decide(ranking(spec=spec), self.ballots).chosen == ids("ba")

    def test_k_is_for_the_first_k_only(self) -> None:
        assert decide(ranking(spec=RankingSpec(k=2)), self.ballots).chosen == ids("b")

    def test_a_tie_at_the_last_place_goes_to_the_tied_only(self) -> None:
        spec = RankingSpec(effects_mode=RankingEffects.TOP_K, k=2)
        ballots = [ballot("r1", ids("abcd")), ballot("r2", ids("acbd"))]
        found = decide(ranking(spec=spec), ballots)
        assert (found.next, found.chosen, found.candidates) == (
            Next.RUNOFF,
            ids("a"),
            ids("bc"),
        )
        again = decide(ranking(spec=spec), ballots, runoff=votes("cc"))
        assert again.chosen == ids("ac")

    def test_a_circle_under_schulze_is_a_tie(self) -> None:
        spec = RankingSpec(method=RankingMethod.SCHULZE)
        ballots = [ballot("r", ids(order)) for order in ("abc", "bca", "cab")]
        found = decide(ranking("abc", spec=spec), ballots)
        assert (found.next, found.tied) == (Next.RUNOFF, ids("abc"))

    def test_by_role_it_is_the_mean_of_borda_per_role(self) -> None:
        ballots = [*self.ballots[:1] * 9, ballot("r1", ids("dcba")), ballot("r2", ids("dcba"))]
        found = decide(ranking(rule=Rule.ROLE_WEIGHTED), ballots)
        assert found.chosen == ids("d")
        assert found.differs

    def test_one_role_may_decide_by_the_method_of_the_question(self) -> None:
        question = ranking(
            rule=Rule.ONE_ROLE_DECIDES,
            spec=RankingSpec(method=RankingMethod.SCHULZE),
            decider=RoleId("b-fans"),
        )
        assert decide(question, self.ballots).chosen == ids("b")

    def test_a_majority_counts_first_places(self) -> None:
        assert decide(ranking(rule=Rule.MAJORITY), self.ballots).chosen == ids("a")

    def test_most_votes_takes_the_order(self) -> None:
        found = decide(ranking(rule=Rule.PLURALITY), self.ballots)
        assert (found.chosen, found.rule) == (ids("b"), Rule.RANKING)


def ticks(*lists: str) -> list[Ballot]:
    return [ballot(f"r{n}", ids(one)) for n, one in enumerate(lists)]


class TestApproval:
    def test_every_option_that_reaches_the_share_is_taken_highest_first(self) -> None:
        question = approval(spec=ApprovalSpec(max_selected=3))
        found = decide(question, ticks("abc", "bc", "bc", "abd"))
        assert (found.chosen, found.reason) == (ids("bc"), Reason.MOST_VOTES)

    def test_there_are_never_more_than_the_scenario_allows(self) -> None:
        question = approval(spec=ApprovalSpec(max_selected=2))
        assert decide(question, ticks("abc", "abc", "abc", "ab", "a")).chosen == ids("ab")

    @pytest.mark.parametrize("most", [0, -1])
    def test_a_limit_below_one_counts_as_one(self, most: int) -> None:
        question = approval(spec=ApprovalSpec(max_selected=most))
        assert decide(question, ticks("ab", "a")).chosen == ids("a")

    def test_when_none_reaches_it_the_highest_is_taken(self) -> None:
        assert decide(approval(), ticks("a", "a", "b", "c")).chosen == ids("a")

    def test_when_none_reaches_it_nothing_may_be_taken_at_all(self) -> None:
        question = approval(spec=ApprovalSpec(at_least_one=False))
        found = decide(question, ticks("a", "a", "b", "c"))
        assert (found.next, found.chosen, found.reason) == (
            Next.DECIDED,
            (),
            Reason.NOTHING_REACHED,
        )

    def test_hands_are_ticks_of_everyone_present_in_the_role(self) -> None:
        cells = [hands("inwoner", ids("a"), 3), hands("inwoner", ids("b"), 2)]
        question = approval(spec=ApprovalSpec(max_selected=2))
        present = {RoleId("inwoner"): 4}
        assert decide(question, cells, 4, present_by_role=present).chosen == ids("a")
        assert decide(question, cells, 4).chosen == ids("a")

    def test_role_weights_apply_to_the_shares(self) -> None:
        ballots = [*[ballot("inwoner", ids("a"))] * 9, ballot("huisarts", ids("b"))]
        question = approval(
            rule=Rule.ROLE_WEIGHTED, spec=ApprovalSpec(Fraction(1, 2), max_selected=2)
        )
        assert decide(question, ballots).chosen == ids("ab")

    def test_one_role_makes_its_own_selection(self) -> None:
        question = approval(rule=Rule.ONE_ROLE_DECIDES, decider=DECIDER)
        found = decide(question, [ballot("wethouder", ids("d")), *ticks("a", "a")])
        assert found.chosen == ids("d")
        tied = decide(question, [ballot("wethouder", ids("cd")), *ticks("a", "a")])
        assert (tied.reason, tied.candidates) == (Reason.DECIDER_TIED, ids("cd"))

    def test_a_supermajority_raises_the_share_that_is_needed(self) -> None:
        spec = ApprovalSpec(Fraction(1, 2))
        question = approval(rule=Rule.SUPERMAJORITY, spec=spec, fallback=Rule.FACILITATOR)
        assert decide(question, ticks("a", "a", "b")).chosen == ids("a")
        assert decide(question, ticks("a", "a", "a", "b", "b")).fallback_used

    def test_unanimity_takes_what_everyone_ticked(self) -> None:
        question = approval(rule=Rule.UNANIMITY, spec=ApprovalSpec(max_selected=2))
        assert decide(question, ticks("ab", "ac", "a")).chosen == ids("a")

    def test_a_majority_needs_more_than_half_and_else_a_run_off(self) -> None:
        question = approval(rule=Rule.MAJORITY, spec=ApprovalSpec(Fraction(1, 4)))
        assert decide(question, ticks("a", "a", "b")).chosen == ids("a")
        found = decide(question, ticks("a", "a", "b", "c"))
        assert (found.next, found.candidates) == (Next.RUNOFF, ids("abc"))
        half = approval(rule=Rule.MAJORITY, spec=ApprovalSpec(Fraction(1, 2)))
        assert decide(half, ticks("a", "b")).next is Next.RUNOFF
        high = approval(rule=Rule.MAJORITY, spec=ApprovalSpec(Fraction(3, 4), 1, False))
        assert decide(high, ticks("a", "a", "b")).reason is Reason.NOTHING_REACHED


def answers(*reasons: str) -> list[Ballot]:
    return [
        ballot(f"r{n}", OBJECTION if reason else NO_OBJECTION, objection=reason)
        for n, reason in enumerate(reasons)
    ]


class TestConsent:
    question = single(Rule.CONSENT)
    ballots = by_role(inwoner="aaa", huisarts="b", wethouder="b")

    def asked(self, consent: list[Ballot] | None, amended: int = 0, **more: Any) -> Proposal:
        return decide(self.question, self.ballots, consent=consent, consent_round=amended, **more)

    def test_the_candidate_is_the_one_with_most_votes(self) -> None:
        found = self.asked(None)
        assert (found.next, found.reason) == (Next.CONSENT, Reason.CONSENT_NEEDED)
        assert (found.candidates, found.chosen) == (ids("a"), ())

    def test_it_passes_without_an_objection(self) -> None:
        found = self.asked(answers("", "", ""))
        assert (found.next, found.chosen, found.rule, found.reason) == (
            Next.DECIDED,
            ids("a"),
            Rule.CONSENT,
            Reason.NO_OBJECTION,
        )

    def test_only_an_objection_with_a_reason_counts(self) -> None:
        bare = ballot("inwoner", OBJECTION, objection=" ")
        assert objections([bare]) == ()
        assert self.asked([bare]).next is Next.DECIDED

    @pytest.mark.parametrize("amended", [0, 1])
    def test_with_an_objection_the_text_is_amended_and_asked_again_twice(
        self, amended: int
    ) -> None:
        found = self.asked(answers("", "Te duur.", ""), amended)
        assert (found.next, found.reason, found.candidates) == (
            Next.CONSENT,
            Reason.OBJECTION,
            ids("a"),
        )

    def test_then_the_fallback_decides_by_role(self) -> None:
        found = self.asked(answers("Te duur."), 2)
        assert (found.next, found.chosen, found.rule) == (
            Next.DECIDED,
            ids("b"),
            Rule.ROLE_WEIGHTED,
        )
        assert found.fallback_used

    def test_a_tie_of_the_votes_first_goes_to_a_run_off(self) -> None:
        tied = votes("aabb")
        found = decide(self.question, tied)
        assert (found.next, found.rule, found.tied) == (Next.RUNOFF, Rule.CONSENT, ids("ab"))
        candidate = decide(self.question, tied, runoff=votes("abb"), runoff_options=ids("ab"))
        assert (candidate.next, candidate.candidates) == (Next.CONSENT, ids("b"))
        settled = decide(
            self.question, tied, runoff=votes("abb"), runoff_options=ids("ab"), consent=[]
        )
        assert settled.chosen == ids("b")

    def test_a_fallback_that_ties_has_had_its_run_off_when_others_stood_in_one(self) -> None:
        tied = by_role(inwoner="aa", huisarts="bb", ondernemer="c")
        found = decide(
            self.question,
            tied,
            runoff=votes("aab"),
            runoff_options=ids("ab"),
            consent=answers("Nee."),
            consent_round=2,
        )
        assert (found.next, found.tied) == (Next.ASK_FACILITATOR, ids("abc"))
        assert found.steps[0].result is StepResult.HELD_BEFORE

    def test_the_whole_selection_of_an_approval_is_asked_for(self) -> None:
        question = approval(rule=Rule.CONSENT, spec=ApprovalSpec(max_selected=2))
        ballots = [*[ballot("inwoner", ids("ab"))] * 4, ballot("huisarts", ids("c"))]
        found = decide(question, ballots)
        assert (found.next, found.candidates) == (Next.CONSENT, ids("ab"))
        last = decide(question, ballots, consent=answers("Nee."), consent_round=2)
        assert (last.next, last.tied, last.rule) == (
            Next.RUNOFF,
            ids("abc"),
            Rule.ROLE_WEIGHTED,
        )

    def test_an_approval_that_selects_nothing_has_nothing_to_ask(self) -> None:
        question = approval(rule=Rule.CONSENT, spec=ApprovalSpec(at_least_one=False))
        found = decide(question, ticks("a", "b", "c"))
        assert (found.next, found.reason, found.fallback_used) == (
            Next.DECIDED,
            Reason.NOTHING_REACHED,
            True,
        )

    def test_a_scale_a_division_and_an_order_can_be_asked_for_too(self) -> None:
        band_asked = decide(agreement(BANDS, Rule.CONSENT), scale(5, 5))
        assert (band_asked.next, band_asked.candidates) == (Next.CONSENT, ("care",))
        divided = decide(points("abc", Rule.CONSENT), TestPoints.ballots)
        assert divided.next is Next.CONSENT
        assert divided.shares[OptionId("a")] == 50
        ordered = decide(ranking(rule=Rule.CONSENT), TestRanking.ballots)
        assert (ordered.next, ordered.candidates) == (Next.CONSENT, ids("b"))

    def test_quorum_comes_first(self) -> None:
        assert decide(self.question, votes("a"), 12).next is Next.NO_QUORUM


@pytest.mark.parametrize(
    ("question", "ballots", "chosen"),
    [
        (agreement(BANDS), scale(5, role="wethouder"), ("care",)),
        (ranking(), [ballot("wethouder", ids("dcba"))], ids("d")),
        (
            approval(spec=ApprovalSpec(max_selected=2)),
            [ballot("wethouder", ids("ad"))],
            ids("ad"),
        ),
    ],
    ids=lambda value: value.type.value if isinstance(value, Dilemma) else "",
)
def test_one_role_alone_decides_on_every_question(
    question: Dilemma, ballots: list[Ballot], chosen: tuple[OptionId, ...]
) -> None:
    others = [Ballot(RoleId("inwoner"), None)]
    found = decide_role_alone(
        scenario(question),
        question,
        tuple(option.id for option in question.options),
        [*ballots, *others],
        DECIDER,
        SESSION,
    )
    assert (found.next, found.chosen) == (Next.DECIDED, chosen)


def test_one_role_alone_divides_the_points() -> None:
    question = points("abc")
    found = decide_role_alone(
        scenario(question),
        question,
        ids("abc"),
        TestPoints.ballots,
        RoleId("huisarts"),
        SESSION,
    )
    assert found.shares == {"a": 0, "b": 0, "c": 100}
