"""How alike two roles chose (game model 4, M6): 0 is never the same, 1 is always."""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from itertools import combinations
from typing import TypeVar

from dilemmaspel.game.measures import Number, exact

K = TypeVar("K", bound=Hashable)

MIN_COMMON = 3
"""A pair of roles is compared from this number of common dilemmas on."""


def role_alignment(one: Mapping[K, Number], other: Mapping[K, Number]) -> Fraction | None:
    """Give the chance that a random member of each of two roles chose the same.

    Both map a choice to its ballots or its share: `a = Σ_o s(r, o)·s(s, o)`, shares made of
    whatever they add up to. From 0 (nothing in common) to 1 (all the same). None when one of
    them has no ballots or a count that is negative or no number. Source: game model 4, M6; the
    complement of Greenberg's (1956) diversity between two communities, Language 32.
    """
    ours, theirs = _shares(one), _shares(other)
    if not ours or not theirs:
        return None
    return sum((p * theirs.get(choice, Fraction(0)) for choice, p in ours.items()), Fraction(0))


def alignment_within(counts: Mapping[K, int]) -> Fraction | None:
    """Give the chance that two members of one role, drawn without putting back, chose the same.

    `Σ n_o(n_o − 1) / (n(n − 1))`, from 0 to 1; None below two ballots or with a count that is
    negative or no number. Source: game model 4, M6; Simpson (1949), Nature 163.
    """
    figures = exact(counts.values())
    n = sum(figures)
    return sum((c * (c - 1) for c in figures), Fraction(0)) / (n * (n - 1)) if n >= 2 else None


def alignment_on_scale(one: Number, other: Number, points: int) -> Fraction | None:
    """Compare two mean scale points (1 to `points`): `1 − |m_r − m_s| / (k − 1)`, 0 to 1.

    None for fewer than two points or a mean that is no number or outside the scale. Source:
    game model 4, M6.
    """
    means = exact((one, other))
    if not means or points < 2 or not all(1 <= m <= points for m in means):
        return None
    return 1 - abs(means[0] - means[1]) / (points - 1)


def alignment_of_points(
    one: Mapping[K, Number], other: Mapping[K, Number], total: Number = 100
) -> Fraction | None:
    """Compare two mean divisions of points: `1 − ½ Σ|x_r − x_s| / total`, 0 to 1.

    None when one of them is empty, holds a negative or no number, or does not add up to `total`.
    Source: game model 4, M6; the complement of Bray and Curtis (1957).
    """
    whole = exact((total,))
    ours, theirs = _exact(one), _exact(other)
    if not whole or whole[0] <= 0:
        return None
    if sum(ours.values()) != whole[0] or sum(theirs.values()) != whole[0]:
        return None
    return 1 - _apart(ours, theirs) / (2 * whole[0])


def alignment_of_ticks(one: Mapping[K, Number], other: Mapping[K, Number]) -> Fraction | None:
    """Compare the shares (0 to 1) of two roles that ticked each option: 1 − their mean distance.

    None when one of them is empty or holds a number outside 0 to 1. Source: game model 4, M6,
    the form for scales taken per option.
    """
    ours, theirs = _exact(one), _exact(other)
    options = ours.keys() | theirs.keys()
    if not ours or not theirs or max((*ours.values(), *theirs.values())) > 1:
        return None
    return 1 - _apart(ours, theirs) / len(options)


def alignment_of_orders(one: Mapping[K, Number], other: Mapping[K, Number]) -> Fraction | None:
    """Compare two orders, given as points per option (more is higher): `(τ + 1) / 2`, 0 to 1.

    τ is Kendall's tau a: of all pairs of options those in the same order minus those in the
    other, divided by all; a pair that is equal on one side counts as neither. None with fewer
    than two common options or with points that are negative or no number. Source: Kendall
    (1938), Biometrika 30.
    """
    ours, theirs = _exact(one), _exact(other)
    common = [option for option in ours if option in theirs]
    if len(common) < 2:
        return None
    pairs = list(combinations(common, 2))
    tau = Fraction(
        sum(_sign(ours[a] - ours[b]) * _sign(theirs[a] - theirs[b]) for a, b in pairs), len(pairs)
    )
    return (tau + 1) / 2


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


def _apart(one: Mapping[K, Fraction], other: Mapping[K, Fraction]) -> Fraction:
    nothing = Fraction(0)
    keys = one.keys() | other.keys()
    return sum((abs(one.get(k, nothing) - other.get(k, nothing)) for k in keys), nothing)


def _exact(numbers: Mapping[K, Number]) -> dict[K, Fraction]:
    """Give the numbers as fractions; empty when one is negative or no number."""
    return dict(zip(numbers, exact(numbers.values()), strict=False))


def _shares(counts: Mapping[K, Number]) -> dict[K, Fraction]:
    figures = _exact(counts)
    whole = sum(figures.values())
    return {choice: n / whole for choice, n in figures.items()} if whole else {}
