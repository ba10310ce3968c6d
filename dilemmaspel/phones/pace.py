"""Pace: how much may come in, from one address, one seat, and everybody together."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Final

MOST_KNOWN: Final = 4_096
"""Buckets that are kept; a full bucket need not be remembered."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many a second after that."""

    burst: float
    per_second: float


class Buckets:
    """A bucket of tokens for each key; what finds no token has to wait."""

    def __init__(self, rate: Rate, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._clock = clock
        self._known: dict[Hashable, tuple[float, float]] = {}
        """Tokens left, and when they were counted."""

    def take(self, key: Hashable, tokens: float = 1.0) -> bool:
        """Take tokens out of the bucket of `key`; False, and nothing taken, when it has too few."""
        now = self._clock()
        left = self._left(key, now)
        enough = left >= tokens
        if len(self._known) >= MOST_KNOWN and key not in self._known:
            self._forget(now)
        self._known[key] = (left - tokens if enough else left, now)
        return enough

    def _left(self, key: Hashable, now: float) -> float:
        left, then = self._known.get(key, (self._rate.burst, now))
        return min(self._rate.burst, left + (now - then) * self._rate.per_second)

    def _forget(self, now: float) -> None:
        full = [k for k in self._known if self._left(k, now) >= self._rate.burst]
        for key in full or list(self._known)[: MOST_KNOWN // 2]:
            del self._known[key]


@dataclass(frozen=True, slots=True)
class Rates:
    """The paces of a room of so many people, who may all stand behind one address."""

    expected: int

    @property
    def address(self) -> Rate:
        """Requests without a seat, of one address."""
        return Rate(100 + 12 * self.expected, 20 + 2 * self.expected)

    @property
    def everybody(self) -> Rate:
        """Requests without a seat, of everybody together."""
        return Rate(200 + 16 * self.expected, 60 + 4 * self.expected)

    @property
    def seat(self) -> Rate:
        """Requests of one seat; a person has a few tabs and quick thumbs, not more."""
        return Rate(250, 50)

    @property
    def joins(self) -> Rate:
        """Tries to come in, of one address and of everybody together."""
        return Rate(10 + 2 * self.expected, 2 + self.expected / 5)
