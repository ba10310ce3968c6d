"""Krippendorff's alpha: how far several people judge the same things alike (game model 4, M7)."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from typing import Final

Totals = Sequence[tuple[Hashable, int]]
"""Values in their order, each with how often it can be paired."""

Distance = Callable[[int, int], Fraction]
"""The squared distance of two values, by their place among the values."""

METRICS: Final = ("nominal", "ordinal", "interval", "ratio")


def krippendorff_alpha(
    units: Sequence[Sequence[Hashable]], metric: str = "nominal"
) -> float | None:
    """Give Krippendorff's α: 1 is perfect agreement, 0 is chance, below 0 is worse than chance.

    `units` has per thing judged a list with one value per judge, None where one is missing; a
    unit with fewer than two values is passed over. `α = 1 − D_o / D_e`, the observed by the
    expected squared distance over all pairs of values:

    - nominal: 0 for the same, else 1
    - ordinal: `(Σ_{g=c}^{k} n_g − (n_c + n_k) / 2)²`
    - interval: `(c − k)²`
    - ratio: `((c − k) / (c + k))²`, for values from 0 up

    None when nothing can be paired, only one value occurs (D_e = 0), a value does not fit the
    metric (text or NaN where numbers are asked, a negative ratio) or the metric is unknown.
    Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
    """
    paired = [found for unit in units if len(found := [v for v in unit if v is not None]) > 1]
    values = [value for unit in paired for value in unit]
    order = _ordered(values, metric)
    if len(order) < 2:
        return None
    places = {value: place for place, (value, _) in enumerate(order)}
    distance = _distances(order, metric)
    observed = Fraction(0)
    for unit in paired:
        counts = list(Counter(places[v] for v in unit).items())
        observed += _summed(counts, distance) / (len(unit) - 1)
    expected = _summed([(places[v], n) for v, n in order], distance) / (len(values) - 1)
    return float(1 - observed / expected) if expected else None


def _ordered(values: list[Hashable], metric: str) -> Totals:
    """Count the values, in their order; empty when they do not fit the metric."""
    counts = Counter(values)
    if metric not in METRICS or any(v != v for v in counts):  # noqa: PLR0124 - NaN alone differs
        return ()
    if metric == "nominal":
        return tuple(counts.items())
    if not all(isinstance(v, (int, float, Fraction)) for v in counts):
        return ()
    numbers = {v: n for v, n in counts.items() if isinstance(v, (int, float, Fraction))}
    unfit = float("inf") in map(abs, numbers) or (metric == "ratio" and min(numbers, default=0) < 0)
    return () if unfit else tuple(sorted(numbers.items()))


def _distances(order: Totals, metric: str) -> Distance:
    if metric == "nominal":
        return lambda a, b: Fraction(a != b)
    if metric == "ordinal":
        return _by_rank([n for _, n in order])
    numbers = [Fraction(v) for v, _ in order if isinstance(v, (int, float, Fraction))]
    if metric == "interval":
        return lambda a, b: (numbers[a] - numbers[b]) ** 2
    return lambda a, b: ((numbers[a] - numbers[b]) / (numbers[a] + numbers[b])) ** 2


def _by_rank(totals: list[int]) -> Distance:
    def distance(a: int, b: int) -> Fraction:
        low, high = min(a, b), max(a, b)
        between = sum(totals[low : high + 1])
        return (between - Fraction(totals[a] + totals[b], 2)) ** 2

    return distance


def _summed(
    counts: Sequence[tuple[int, int]], distance: Callable[[int, int], Fraction]
) -> Fraction:
    """Sum the distances of all pairs of different values, both ways round."""
    return sum(
        (n * m * distance(a, b) for a, n in counts for b, m in counts if a != b), Fraction(0)
    )
