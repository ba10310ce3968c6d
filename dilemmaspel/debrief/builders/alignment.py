"""Builds M6: which roles chose alike, over the dilemmas on which both voted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, combinations_with_replacement

from dilemmaspel.debrief.builders.closeness import divisions
from dilemmaspel.debrief.figures import Alignment
from dilemmaspel.debrief.measures import (
    MIN_COMMON,
    alignment_of_orders,
    alignment_of_points,
    alignment_of_ticks,
    alignment_on_scale,
    alignment_within,
    points_summary,
    role_alignment,
)
from dilemmaspel.debrief.naming import played_dilemmas
from dilemmaspel.debrief.secrecy import shown_roles
from dilemmaspel.game.choices import scale_points
from dilemmaspel.game.figures import Figures, Orders
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.scoring import band_of
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import deciding_vote
from dilemmaspel.game.terms import QuestionType

Value = Fraction | None


@dataclass(frozen=True, slots=True)
class _Own:
    """What one role chose, worked out once."""

    figures: Figures
    scores: Mapping[OptionId, Fraction]
    mean: Value
    top: str | None
    """Its largest choice, on a scale its band; None when that is shared."""
    points: list[list[int]]
    """The divisions of a points question."""


@dataclass(frozen=True, slots=True)
class _Vote:
    """The deciding vote of one dilemma, of the roles that may be shown and voted."""

    dilemma: Dilemma
    roles: Mapping[RoleId, _Own]


def alignment(state: State) -> Alignment:
    """Build the matrix of the roles that voted and may be shown, in the order of the file."""
    votes = [_vote(state, dilemma) for dilemma in played_dilemmas(state)]
    voted = {role for vote in votes for role in vote.roles}
    roles = tuple(role for role in state.scenario.roles if role.id in voted)
    half = {
        (a.id, b.id): _cell(votes, a.id, b.id) for a, b in combinations_with_replacement(roles, 2)
    }
    cells = [[half.get((a.id, b.id)) or half[b.id, a.id] for b in roles] for a in roles]
    return Alignment(
        roles=roles,
        cells=tuple(tuple(cell.value for cell in row) for row in cells),
        common=tuple(tuple(cell.common for cell in row) for row in cells),
        same=tuple(tuple(cell.same for cell in row) for row in cells),
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    value: Value
    common: int
    same: int


def _vote(state: State, dilemma: Dilemma) -> _Vote:
    vote = deciding_vote(state, dilemma)
    result = state.flow.results.get((dilemma.id, vote))
    shown = shown_roles(state, dilemma)
    own = result.per_role if result else {}
    roles = {role: figures for role, figures in own.items() if role in shown and figures.valid}
    return _Vote(
        dilemma,
        {r: _own(dilemma, f, divisions(state, dilemma, vote, r)) for r, f in roles.items()},
    )


def _own(dilemma: Dilemma, figures: Figures, points: list[list[int]]) -> _Own:
    scores, mean = figures.scores, figures.mean
    if dilemma.type is QuestionType.AGREEMENT:
        bands = dilemma.agreement.bands if dilemma.agreement else ()
        top = None if mean is None else band_of(bands, mean)
    else:
        top = _largest(scores)
    return _Own(figures, scores, mean, top, points)


def _cell(votes: list[_Vote], one: RoleId, other: RoleId) -> _Cell:
    if one == other:
        within = [value for vote in votes if (value := _within(vote, one)) is not None]
        return _Cell(_mean(within), len(within), len(within))
    common = [vote for vote in votes if one in vote.roles and other in vote.roles]
    values = [value for vote in common if (value := _between(vote, one, other)) is not None]
    same = sum(_same_top(vote, one, other) for vote in common)
    return _Cell(_mean(values) if len(values) >= MIN_COMMON else None, len(common), same)


def _mean(values: list[Fraction]) -> Value:
    return sum(values, Fraction(0)) / len(values) if values else None


def _between(vote: _Vote, one: RoleId, other: RoleId) -> Value:
    a, b = vote.roles[one], vote.roles[other]
    if vote.dilemma.type is QuestionType.AGREEMENT:
        both = a.mean is not None and b.mean is not None
        points = scale_points(vote.dilemma)
        return alignment_on_scale(a.mean or 0, b.mean or 0, points) if both else None
    if vote.dilemma.type is QuestionType.POINTS:
        return alignment_of_points(a.scores, b.scores, sum(a.scores.values(), Fraction(0)))
    return _BETWEEN[vote.dilemma.type](a.scores, b.scores)


_BETWEEN: Mapping[
    QuestionType, Callable[[Mapping[OptionId, Fraction], Mapping[OptionId, Fraction]], Value]
] = {
    QuestionType.SINGLE_CHOICE: role_alignment,
    QuestionType.APPROVAL: alignment_of_ticks,
    QuestionType.RANKING: alignment_of_orders,
}


def _same_top(vote: _Vote, one: RoleId, other: RoleId) -> bool:
    """Tell whether both roles have the same largest choice, or on a scale the same band."""
    ours, theirs = vote.roles[one].top, vote.roles[other].top
    return ours is not None and ours == theirs


def top_of(own: Figures) -> OptionId | None:
    """Give the largest choice of a role; None when it is shared or there is none."""
    return _largest(own.scores)


def _largest(scores: Mapping[OptionId, Fraction]) -> OptionId | None:
    most = max(scores.values(), default=None)
    top = [option for option, score in scores.items() if score == most]
    return top[0] if len(top) == 1 else None


# ------------------------------------------------------------------- within one role


def _within(vote: _Vote, role: RoleId) -> Value:
    """Give how alike two people of one role chose, from the same formulas person by person."""
    one = vote.roles.get(role)
    if one is None or one.figures.valid < 2:
        return None
    own = one.figures
    if vote.dilemma.type is QuestionType.AGREEMENT:
        return _within_scale(own.scale)
    if vote.dilemma.type is QuestionType.POINTS:
        found = points_summary(one.points, sum(one.scores.values(), Fraction(0)))
        return found.overlap if found else None
    if vote.dilemma.type is QuestionType.RANKING:
        return _within_orders(own.orders, tuple(own.counts))
    if vote.dilemma.type is QuestionType.APPROVAL:
        ticks = ({1: n, 0: own.valid - n} for n in own.counts.values())
        return _mean([value for n in ticks if (value := alignment_within(n)) is not None])
    return alignment_within(own.counts)


def _within_scale(scale: tuple[int, ...]) -> Value:
    n, width = sum(scale), len(scale) - 1
    if width < 1:
        return None
    apart = sum(a * b * (j - i) for (i, a), (j, b) in combinations(enumerate(scale), 2))
    return 1 - Fraction(2 * apart, n * (n - 1) * width)


def _within_orders(orders: Orders, options: tuple[OptionId, ...]) -> Value:
    """Average (τ + 1) / 2 over pairs of people, counted per pair of options."""
    pairs = list(combinations(options, 2))
    n = sum(count for count, _ in orders)
    if not pairs:
        return None
    tau = sum(_agreeing(_preferring(orders, a, b), _preferring(orders, b, a)) for a, b in pairs)
    return (Fraction(tau, len(pairs) * n * (n - 1) // 2) + 1) / 2


def _agreeing(one: int, other: int) -> int:
    """Count the pairs of people with the same preference minus those with the opposite one."""
    return one * (one - 1) // 2 + other * (other - 1) // 2 - one * other


def _preferring(orders: Orders, better: OptionId, worse: OptionId) -> int:
    return sum(n for n, order in orders if _above(order, better, worse))


def _above(order: Iterable[OptionId], better: OptionId, worse: OptionId) -> bool:
    """Tell what a ballot puts higher; what it leaves out stands below what it names."""
    named = next((option for option in order if option in (better, worse)), None)
    return named == better
