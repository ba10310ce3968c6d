"""Measures of a vote: how close, how divided, and who moved. Undefined is None.

The sources and the published reference values stand with the tests. Rankings are in
`rankings` and come out here too.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import fsum, log2
from typing import TypeVar

from dilemmaspel.game.ids import frozen
from dilemmaspel.game.rankings import borda, condorcet_winner, schulze, schulze_tiers

__all__ = [
    "MIN_BALLOTS",
    "Shift",
    "agreement",
    "borda",
    "choice_label",
    "condorcet_winner",
    "consensus",
    "exact",
    "points_shown",
    "scale_label",
    "schulze",
    "schulze_tiers",
    "shift",
]

MIN_BALLOTS = 5
"""Below this number of ballots there is no label and no index on a screen."""

Number = int | float | Fraction
K = TypeVar("K", bound=Hashable)


def consensus(counts: Sequence[Number]) -> float | None:
    """Give the consensus of Tastle and Wierman on an ordered scale, 0 (opposites) to 1 (equal).

    `counts` holds the ballots per scale point. `Cns = 1 + Σ p·log2(1 − |x − μ| / d)` with d the
    width of the scale, not of the data; points without ballots are passed over. One category
    gives 1; None for no ballots, fewer than two points, or a count that is negative or no
    number. Source: Tastle and Wierman (2007), International Journal of Approximate Reasoning 45.
    """
    figures = exact(counts)
    whole, width = sum(figures, Fraction(0)), len(figures) - 1
    if width < 1 or not whole:
        return None
    mean = sum(x * n for x, n in enumerate(figures)) / whole
    parts = [
        float(n / whole) * _log2(1 - abs(x - mean) / Fraction(width))
        for x, n in enumerate(figures)
        if n
    ]
    return min(1.0, max(0.0, 1 + fsum(parts)))


def _log2(value: Fraction) -> float:
    """Take the logarithm without going through a float that is rounded to 0."""
    return log2(value.numerator) - log2(value.denominator)


def agreement(counts: Sequence[Number]) -> Fraction | None:
    """Give Van der Eijk's agreement A on an ordered scale: −1 (two ends) over 0 (even) to 1.

    The counts are peeled into layers of equal height; each layer has an agreement of its own and
    weighs by its share of the ballots. None for fewer than three points, no ballots, or a count
    that is negative or no number. Source: Van der Eijk (2001), Quality and Quantity 35.
    """
    figures = exact(counts)
    whole = sum(figures)
    if len(figures) < 3 or whole <= 0:
        return None
    total = Fraction(0)
    while any(figures):
        height = min(n for n in figures if n)
        pattern = tuple(n > 0 for n in figures)
        total += height * sum(pattern) / whole * _layer_agreement(pattern)
        figures = tuple(n - height if n else n for n in figures)
    return total


def _layer_agreement(pattern: tuple[bool, ...]) -> Fraction:
    """Agreement of one layer: `U·(1 − (S−1)/(K−1))` for S of K points in use."""
    k, s = len(pattern), sum(pattern)
    if s in (1, k):
        return Fraction(1 if s == 1 else 0)
    triples = list(combinations(pattern, 3))
    near = triples.count((True, True, False)) + triples.count((False, True, True))
    apart = triples.count((True, False, True))
    unimodal = Fraction((k - 2) * near - (k - 1) * apart, (k - 2) * (near + apart))
    return unimodal * (1 - Fraction(s - 1, k - 1))


@dataclass(frozen=True, slots=True)
class Shift:
    """How a group moved between two votes (game model 4, M2)."""

    table: Mapping[Hashable, Mapping[Hashable, int]]
    """`table[first][second]`: people per pair; every category has a row and a column."""
    n: int
    """People with both votes."""
    moved: Fraction | None
    """Share that chose otherwise the second time; None when n is 0."""
    net: Fraction | None
    """Share that the bars show: half the sum of the differences per option."""
    silent: Fraction | None
    """`moved − net`: movement that cancels out, "stille wissel"."""
    gained: Mapping[Hashable, int]
    """Per category: people of the second vote minus people of the first."""


def shift(first: Sequence[object], second: Sequence[object]) -> Shift:
    """Compare two votes of the same people, in the same order; None is a vote that is missing.

    Who misses one of the two is left out; abstaining is a category like any other, so give it a
    value of its own (not None). What one of the two sequences has too many is left out too.
    Several options stand in the table as a tuple, points as pairs of texts.
    """
    both = [
        (_key(a), _key(b))
        for a, b in zip(first, second, strict=False)
        if a is not None and b is not None
    ]
    if not both:
        return Shift(frozen(), 0, None, None, None, frozen())
    seen = sorted({key for pair in both for key in pair}, key=lambda k: (str(type(k)), str(k)))
    cells = Counter(both)
    table = {a: frozen({b: cells[a, b] for b in seen}) for a in seen}
    before, after = Counter(a for a, _ in both), Counter(b for _, b in both)
    gained = {o: after[o] - before[o] for o in seen}
    moved = 1 - Fraction(sum(cells[o, o] for o in seen), len(both))
    net = Fraction(sum(abs(n) for n in gained.values()), 2 * len(both))
    return Shift(frozen(table), len(both), moved, net, moved - net, frozen(gained))


def _key(choice: object) -> Hashable:
    if isinstance(choice, Mapping):
        return tuple(sorted((str(key), str(value)) for key, value in choice.items()))
    if isinstance(choice, (list, tuple)):
        return tuple(str(item) for item in choice)
    return choice if isinstance(choice, (str, int)) else str(choice)


def scale_label(counts: Sequence[Number]) -> int | None:
    """Give the number (1 to 5) of the first rule that fits an ordered scale (game model 4, M5).

    1 almost everyone the same · 2 two camps · 3 close together · 4 spread with a middle · 5 all
    over. With an even number of points there is no middle and rule 2 looks at A alone. None
    below `MIN_BALLOTS` ballots or two points.
    """
    figures = exact(counts)
    whole = sum(figures)
    close = consensus(figures)
    if close is None or whole < MIN_BALLOTS:
        return None
    if 4 * max(figures) >= 3 * whole:
        return 1
    if _two_camps(figures):
        return 2
    return 3 if close >= 0.75 else 4 if close >= 0.5 else 5


def _two_camps(figures: tuple[Fraction, ...]) -> bool:
    together = agreement(figures)
    if together is not None and together <= Fraction(-1, 5):
        return True
    if len(figures) % 2 == 0:
        return False
    mid, whole = len(figures) // 2, sum(figures)
    low, high = sum(figures[:mid]) / whole, sum(figures[mid + 1 :]) / whole
    middle = figures[mid] / whole
    return min(low, high) >= Fraction(35, 100) and middle <= Fraction(15, 100)


def choice_label(counts: Sequence[Number] | Mapping[K, Number]) -> int | None:
    """Give the number (1 to 4) of the first rule that fits choices without an order.

    1 almost everyone the same · 2 two camps · 3 a majority · 4 divided (game model 4, M5). None
    below `MIN_BALLOTS` ballots.
    """
    listed = tuple(counts.values()) if isinstance(counts, Mapping) else tuple(counts)
    figures = sorted(exact(listed), reverse=True)
    whole = sum(figures)
    if whole < MIN_BALLOTS:
        return None
    top, second = figures[0] / whole, (figures[1] if len(figures) > 1 else 0) / whole
    if top >= Fraction(3, 4):
        return 1
    if second >= Fraction(2, 5) and top + second >= Fraction(17, 20):
        return 2
    return 3 if top > Fraction(1, 2) else 4


def points_shown(means: Mapping[K, Number]) -> Mapping[K, int]:
    """Round mean points to whole ones that keep their (rounded) sum, by largest remainder.

    The options with the largest fractions are rounded up; of equals the first in order. Source:
    Hamilton's method of apportionment. Empty gives empty.
    """
    fine = {key: Fraction(value) for key, value in means.items()}
    shown = {key: value.__floor__() for key, value in fine.items()}
    short = round(sum(fine.values())) - sum(shown.values())
    order = sorted(fine, key=lambda key: shown[key] - fine[key])
    return frozen({key: n + (key in order[:short]) for key, n in shown.items()})


def exact(counts: Iterable[Number]) -> tuple[Fraction, ...]:
    """Give counts as exact fractions; () when one of them is negative, infinite or no number.

    So a measure over counts that cannot be counts is undefined, as it is without ballots.
    """
    try:
        figures = tuple(Fraction(n) for n in counts)
    except (TypeError, ValueError, OverflowError):
        return ()
    return () if any(n < 0 for n in figures) else figures
