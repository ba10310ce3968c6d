"""How divided a vote is (game model 4, M5), and whether two votes differ by chance."""

from collections.abc import Sequence
from fractions import Fraction
from math import fsum

from dilemmaspel.game.measures import Number, agreement, exact

ALPHA = 1.3
"""How much a group counts for being large, in Esteban and Ray's measure."""

_MOST_ALPHA = 1.6


def polarisation(counts: Sequence[Number]) -> Fraction | None:
    """Give the polarisation `P = (1 − A) / 2` of an ordered scale, 0 (one point) to 1 (two ends).

    `counts` holds the ballots per scale point, A is Van der Eijk's agreement. An even spread
    gives 1/2. None where A is: fewer than three points, no ballots, or a count that is negative
    or no number. Source: Van der Eijk (2001); R package agrmt, `polarization`.
    """
    together = agreement(counts)
    return None if together is None else (1 - together) / 2


def esteban_ray(counts: Sequence[Number], alpha: float = ALPHA) -> float | None:
    """Give Esteban and Ray's polarisation of an ordered scale, 0 (one point) to 1 (two ends).

    `ER = K Σ_i Σ_j p_i^(1+α) p_j |i−j|` with `K = 2^(1+α) / (k−1)`, so that half and half at the
    two ends is 1. `alpha` lies above 0 and at most at 1.6, the bounds of their theorem; outside
    them, without ballots, with fewer than two points or a count that is negative or no number:
    None. Source: Esteban and Ray (1994), Econometrica 62.
    """
    figures = exact(counts)
    whole = sum(figures)
    if len(figures) < 2 or whole <= 0 or not 0 < alpha <= _MOST_ALPHA:
        return None
    p = [float(n / whole) for n in figures]
    apart = (a ** (1 + alpha) * b * abs(i - j) for i, a in enumerate(p) for j, b in enumerate(p))
    return float(2 ** (1 + alpha) / (len(p) - 1) * fsum(apart))


def reynal_querol(counts: Sequence[Number]) -> Fraction | None:
    """Give Reynal-Querol's polarisation of choices without an order, 0 (one) to 1 (two halves).

    `RQ = 4 Σ p²(1 − p)` over the shares p; the order of `counts` makes no difference. None
    without ballots or with a count that is negative or no number. Source: Reynal-Querol (2002),
    Journal of Conflict Resolution 46.
    """
    shares = _shares(counts)
    return 4 * sum((p * p * (1 - p) for p in shares), Fraction(0)) if shares else None


def fractionalisation(counts: Sequence[Number]) -> Fraction | None:
    """Give the chance `1 − Σ p²` that two ballots, drawn with putting back, differ: 0 to 1 − 1/k.

    None without ballots or with a count that is negative or no number. Source: Simpson (1949),
    Nature 163, as its complement.
    """
    shares = _shares(counts)
    return 1 - sum((p * p for p in shares), Fraction(0)) if shares else None


def effective_number(counts: Sequence[Number]) -> Fraction | None:
    """Give the effective number of choices `1 / Σ p²`: 1 (all the same) to k (even).

    None without ballots or with a count that is negative or no number. Source: Laakso and
    Taagepera (1979), Comparative Political Studies 12.
    """
    shares = _shares(counts)
    return 1 / sum((p * p for p in shares), Fraction(0)) if shares else None


def mcnemar(gone: Number, come: Number) -> Fraction | None:
    """Give McNemar's χ² `(b − c)² / (b + c)` of people who moved from one of two options.

    `gone` and `come` are the people who moved the one way and the other. From 0 (even) up, with
    one degree of freedom. None when nobody moved or a number is negative or none. Source:
    McNemar (1947), Psychometrika 12.
    """
    figures = exact((gone, come))
    if not figures or not sum(figures):
        return None
    return (figures[0] - figures[1]) ** 2 / sum(figures)


def _shares(counts: Sequence[Number]) -> tuple[Fraction, ...]:
    figures = exact(counts)
    whole = sum(figures)
    return tuple(n / whole for n in figures) if whole else ()
