"""Scoring: how a rule weighs the ballots, and what it takes to pass."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from dilemmaspel.game.ballots import Ballot
from dilemmaspel.game.figures import Figures
from dilemmaspel.game.ids import OptionId, RoleId, SessionId, frozen
from dilemmaspel.game.rankings import schulze_tiers
from dilemmaspel.game.scenario import ApprovalSpec, Band, Dilemma, RankingSpec
from dilemmaspel.game.tally import Tally, weighted_mean, weighted_scores
from dilemmaspel.game.terms import (
    QuestionType,
    RankingEffects,
    RankingMethod,
    Rule,
    Statistic,
)

BY_ROLE = (Rule.ROLE_WEIGHTED, Rule.WEIGHTED)
THRESHOLDS = (Rule.SUPERMAJORITY, Rule.CONSENSUS, Rule.UNANIMITY)
"""Rules that pass or fail; failing leads to the fallback."""

_OWN_COUNT = {
    QuestionType.SINGLE_CHOICE: Rule.PLURALITY,
    QuestionType.APPROVAL: Rule.PLURALITY,
    QuestionType.AGREEMENT: Rule.MEAN,
    QuestionType.POINTS: Rule.MEAN,
    QuestionType.RANKING: Rule.RANKING,
}
_WITHOUT_BAR = (Rule.PLURALITY, Rule.MEAN, Rule.RANKING)


@dataclass(frozen=True, slots=True)
class Case:
    """One dilemma to decide, with everything that was voted."""

    dilemma: Dilemma
    options: tuple[OptionId, ...]
    """Visible options; for an agreement its visible bands."""
    session: SessionId
    count: Tally
    decider: RoleId | None = None
    runoff: tuple[Ballot, ...] | None = None
    """None until a run-off has been held."""
    runoff_options: tuple[OptionId, ...] = ()
    """Who stood in that run-off; empty for whoever is tied."""

    @property
    def bands(self) -> tuple[Band, ...]:
        """The visible bands of an agreement, in order."""
        spec = self.dilemma.agreement
        return tuple(b for b in (spec.bands if spec else ()) if b.option.id in self.options)


@dataclass(frozen=True, slots=True)
class Bar:
    """The share an option has to reach."""

    share: Fraction
    above: bool = False
    """Whether exactly `share` is too little."""

    def passed(self, share: Fraction) -> bool:
        """Compare exactly."""
        return share > self.share or (share == self.share and not self.above)


def own_count(dilemma: Dilemma) -> Rule:
    """Name the rule by which a question counts without any weighing."""
    return _OWN_COUNT[dilemma.type]


def rule_in_force(dilemma: Dilemma, rule: Rule) -> Rule:
    """Name the rule as this question can apply it.

    Most votes, mean and ranking each mean "count as this question counts". Points have no
    winner to hold against a majority or a threshold, so there those rules take the mean too.
    """
    counts_heads = rule is Rule.MAJORITY or rule in THRESHOLDS
    if rule in _WITHOUT_BAR or (counts_heads and dilemma.type is QuestionType.POINTS):
        return own_count(dilemma)
    return rule


def scores(case: Case, rule: Rule) -> Mapping[OptionId, Fraction]:
    """Give what each option is compared on; empty when no ballot weighs.

    Shares of ballots or ticks, mean points, Borda points per ballot, or places in Schulze's
    order (the last is 1); by role these are averaged over the roles. For rules that count heads
    a ranking's first places are its votes.
    """
    if rule is Rule.ROLE_WEIGHTED:
        return weighted_scores(case.count)
    if rule is Rule.WEIGHTED:
        return weighted_scores(case.count, case.dilemma.decision.weights)
    if rule is Rule.ONE_ROLE_DECIDES:
        own = deciders(case)
        return _own_scores(case, own) if own else frozen()
    if rule in (Rule.MAJORITY, *THRESHOLDS):
        return case.count.shares
    return _own_scores(case, case.count)


def _own_scores(case: Case, figures: Figures) -> Mapping[OptionId, Fraction]:
    method = (case.dilemma.ranking or RankingSpec()).method
    if not (figures.is_ranking and figures.valid and method is RankingMethod.SCHULZE):
        return figures.scores
    tiers = schulze_tiers(figures.orders, case.count.options)
    places = {o: Fraction(len(tiers) - n) for n, tier in enumerate(tiers) for o in tier}
    return frozen({option: places[option] for option in case.count.options})


def deciders(case: Case) -> Figures | None:
    """Give the figures of the role that decides, or None without a valid ballot of it."""
    own = case.count.per_role.get(case.decider) if case.decider else None
    return own if own and own.valid else None


def scale_value(case: Case, rule: Rule) -> Fraction | None:
    """Give the point of the scale that the bands look at, or None without ballots.

    By role it is the mean of the roles' means, whatever the statistic.
    """
    if rule is Rule.ROLE_WEIGHTED:
        return weighted_mean(case.count)
    if rule is Rule.WEIGHTED:
        return weighted_mean(case.count, case.dilemma.decision.weights)
    figures = deciders(case) if rule is Rule.ONE_ROLE_DECIDES else case.count
    return _middle(case.dilemma, figures) if figures else None


def _middle(dilemma: Dilemma, figures: Figures) -> Fraction | None:
    spec = dilemma.agreement
    median = spec is not None and spec.statistic is Statistic.MEDIAN
    return figures.median if median else figures.mean


def band_of(bands: tuple[Band, ...], value: Fraction | int) -> OptionId | None:
    """Give the first band that fits a point of the scale, or None."""
    return next((b.option.id for b in bands if b.op is None or b.op.holds(value, b.value)), None)


def bar_of(dilemma: Dilemma, rule: Rule) -> Bar:
    """Give what an option has to reach under a rule, and under `min_share` for an approval."""
    approval = dilemma.type is QuestionType.APPROVAL
    least = (dilemma.approval or ApprovalSpec()).min_share if approval else Fraction(0)
    given = dilemma.decision.threshold
    if rule is Rule.UNANIMITY:
        return Bar(Fraction(1))
    if rule is Rule.SUPERMAJORITY:
        return Bar(max(least, Fraction(2, 3) if given is None else given))
    if rule is Rule.CONSENSUS:
        return Bar(max(least, Fraction(3, 4) if given is None else given))
    if rule is Rule.MAJORITY and least <= Fraction(1, 2):
        return Bar(Fraction(1, 2), above=True)
    return Bar(least)


def blocked(case: Case, rule: Rule) -> bool:
    """Tell whether an abstention stands in the way of unanimity."""
    blocks = rule is Rule.UNANIMITY and case.dilemma.decision.abstain_blocks
    return blocks and case.count.abstained > 0


def places(dilemma: Dilemma) -> int:
    """Tell how many options a decision takes at most."""
    if dilemma.type is QuestionType.APPROVAL:
        return max((dilemma.approval or ApprovalSpec()).max_selected, 1)
    ranking = dilemma.ranking
    several = ranking is not None and ranking.effects_mode is RankingEffects.TOP_K
    return max(ranking.k, 1) if ranking and several else 1


def front(
    standing: Mapping[OptionId, Fraction], seats: int
) -> tuple[tuple[OptionId, ...], tuple[OptionId, ...]]:
    """Give who is in, best first, and who is tied for the places that are left.

    Of equals that are in anyway, the first on the ballot comes first.
    """
    order = sorted(standing, key=lambda option: -standing[option])
    if len(order) <= seats:
        return tuple(order), ()
    edge = standing[order[seats - 1]]
    if standing[order[seats]] < edge:
        return tuple(order[:seats]), ()
    above = tuple(option for option in order if standing[option] > edge)
    return above, tuple(option for option in order if standing[option] == edge)


def top_two(standing: Mapping[OptionId, Fraction]) -> tuple[OptionId, ...]:
    """Give the two best options and all that are as good as the second, in ballot order."""
    ranked = sorted(standing.values(), reverse=True)
    return tuple(option for option in standing if standing[option] >= ranked[:2][-1])
