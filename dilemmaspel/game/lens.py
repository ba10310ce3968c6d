"""The lens of a role: how the neighbourhood moved, weighed by what the role cares about."""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

from dilemmaspel.game.ids import IndicatorId
from dilemmaspel.game.scenario import Role, Scenario

SAME_BAND = 2
"""Differences up to this size read as "about the same" (game model M12)."""


class HasIndicators(Protocol):
    """A world or a snapshot."""

    @property
    def indicators(self) -> Mapping[IndicatorId, int]:
        """The value of each indicator."""


class LensSign(StrEnum):
    """What a lens score says in a word."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


def lens(
    scenario: Scenario, role: Role, at: HasIndicators, start: HasIndicators
) -> Fraction | None:
    """Weigh the movement from `start` to `at` by the role's lens (game model 2).

    `start` is the new world for "compared with the start", or the null line's snapshot of the
    same year. Positive is better. None for a role without weights.
    """
    weights = sum(role.lens.get(i.id, 0) for i in scenario.indicators)
    return Fraction(lens_points(scenario, role, at, start), weights) if weights else None


def lens_points(scenario: Scenario, role: Role, at: HasIndicators, start: HasIndicators) -> int:
    """Give the lens score before the division by the weights."""
    return sum(
        role.lens.get(i.id, 0) * i.direction * (at.indicators[i.id] - start.indicators[i.id])
        for i in scenario.indicators
    )


def lens_sign(score: Fraction) -> LensSign:
    """Put a lens score in a word: above +2 better, below -2 worse."""
    if score > SAME_BAND:
        return LensSign.BETTER
    return LensSign.WORSE if score < -SAME_BAND else LensSign.SAME
