"""Points and orders over all people (game model 4, M8 and M9)."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from dilemmaspel.game.measures import Number, exact, points_shown

Division = Sequence[Number] | Mapping[str, Number]
"""What one person gave to each option, in the order of the options or by their name."""


@dataclass(frozen=True, slots=True)
class PointsSummary:
    """How people divided points; every tuple has a number per option, in their order."""

    n: int
    """People."""
    means: tuple[Fraction, ...]
    medians: tuple[Fraction, ...]
    spreads: tuple[float, ...]
    """Population standard deviations."""
    lows: tuple[Fraction, ...]
    highs: tuple[Fraction, ...]
    shown: tuple[int, ...]
    """The means as whole numbers with the same (rounded) sum, by largest remainder."""
    overlap: Fraction | None
    """Mean over all pairs of people of what they had in common, 0 to 1; None for one person."""


def points_summary(divisions: Iterable[Division], total: Number = 100) -> PointsSummary | None:
    """Summarise how people divided `total` points over the same options.

    Per option mean, median, population standard deviation `√(Σ(x − m)² / n)`, lowest and
    highest; over pairs of people the mean of `Σ min(x, y) / total`. None without people or
    options, when people have unequal numbers of options, or a number is negative or none.
    Source: game model 4, M8; the overlap is Renkonen's (1938) percentage similarity.
    """
    rows = [exact(_listed(division)) for division in divisions]
    whole = exact((total,))
    if not rows or not rows[0] or any(len(row) != len(rows[0]) for row in rows):
        return None
    if not whole or not whole[0]:
        return None
    columns = [sorted(_plain(column)) for column in zip(*rows, strict=True)]
    n = len(rows)
    means = tuple(Fraction(sum(column)) / n for column in columns)
    return PointsSummary(
        n=n,
        means=means,
        medians=tuple(Fraction(c[(n - 1) // 2] + c[n // 2]) / 2 for c in columns),
        spreads=tuple(
            sqrt(Fraction(sum(x * x for x in column)) / n - mean**2)
            for column, mean in zip(columns, means, strict=True)
        ),
        lows=tuple(Fraction(column[0]) for column in columns),
        highs=tuple(Fraction(column[-1]) for column in columns),
        shown=tuple(points_shown(dict(enumerate(means))).values()),
        overlap=_overlap(columns, n, whole[0]),
    )


def _listed(division: Division) -> Iterable[Number]:
    """A person's numbers; those by name in the order of the names, so that people agree."""
    if isinstance(division, Mapping):
        return [division[name] for name in sorted(division)]
    return division


def _plain(numbers: Iterable[Fraction]) -> list[int | Fraction]:
    """Take whole numbers as such: people divide those, and they add up faster."""
    return [x.numerator if x.denominator == 1 else x for x in numbers]


def _overlap(columns: list[list[int | Fraction]], n: int, total: Fraction) -> Fraction | None:
    """Sum the smaller of every pair: in a sorted column each number is that of those behind it."""
    if n < 2:
        return None
    common = sum(x * (n - 1 - i) for c in columns for i, x in enumerate(c))
    return Fraction(common) / (total * Fraction(n * (n - 1), 2))


def kendall_w(
    ballots: Iterable[tuple[int, Sequence[Hashable]]], options: Sequence[Hashable] = ()
) -> Fraction | None:
    """Give Kendall's W, how alike people put things in order: 0 (not at all) to 1 (the same).

    A ballot is `(count, [option, ...])`, best first; options it leaves out share the places that
    remain. `options` empty takes those that are named. `W = 12 S / (m²(n³ − n) − m Σ(t³ − t))`
    with S the squared distance of the rank sums from their mean, m people, n options and t the
    number that a ballot leaves equal. None for fewer than two options, no ballots, or when every
    ballot leaves all equal. Source: Kendall and Babington Smith (1939), Annals of Mathematical
    Statistics 10; the correction for ties Kendall (1945), Biometrika 33.
    """
    cast = [(count, tuple(dict.fromkeys(order))) for count, order in ballots if count > 0]
    listed = tuple(dict.fromkeys(options or (o for _, order in cast for o in order)))
    known = set(listed)
    people, n, ties = sum(count for count, _ in cast), len(listed), 0
    sums = dict.fromkeys(listed, Fraction(0))
    for count, order in cast:
        ranked = {o: place for place, o in enumerate((o for o in order if o in known), start=1)}
        left = n - len(ranked)
        shared = Fraction(len(ranked) + 1 + n, 2)
        ties += count * (left**3 - left)
        for option in listed:
            sums[option] += count * ranked.get(option, shared)
    whole = people**2 * (n**3 - n) - people * ties
    if n < 2 or whole <= 0:
        return None
    middle = Fraction(people * (n + 1), 2)
    return 12 * sum(((total - middle) ** 2 for total in sums.values()), Fraction(0)) / whole
