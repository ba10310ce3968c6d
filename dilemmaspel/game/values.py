"""The values of the world: what the neighbourhood, its money and its history are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from dilemmaspel.game.ids import (
    DilemmaId,
    FlagId,
    IndicatorId,
    OptionId,
    PocketId,
    frozen,
)
from dilemmaspel.game.scenario import Delayed

MUNICIPALITY = PocketId("gemeente")
"""Who pays `cost` and the shares with `pays: true`."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a decision came to; empty when nothing was decided."""

    options: tuple[OptionId, ...] = ()
    """Option ids or the band id; for a ranking or approval the winners in order."""
    shares: Mapping[OptionId, Fraction] = field(default_factory=frozen)
    """Points only: the exact mean share per option, in points from 0 to the total."""


class SourceKind(StrEnum):
    """Where a change of an indicator comes from."""

    OPTION = "option"
    SHARES = "shares"
    """A points dilemma: the proportional effects and its matching outcome."""
    DELAYED = "delayed"
    LAPSED = "lapsed"
    """A delayed effect whose condition failed: its else-branch, which may be empty."""
    DRIFT = "drift"
    EVENT = "event"
    DEFICIT = "deficit"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a change comes from, and the dilemma, option and condition behind it."""

    kind: SourceKind
    dilemma: DilemmaId | None = None
    option: OptionId | None = None
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the effects log.

    Within a step the `clamped` deltas of an indicator add up to what it really moved; what
    the scale cut off is taken from the last lines that pushed that way.
    """

    round: int
    kind: SourceKind
    dilemma: DilemmaId | None
    option: OptionId | None
    indicator: IndicatorId | None
    """None for a lapsed effect without an else-branch."""
    raw: int
    clamped: int
    condition: str | None
    """The condition as it stands in the scenario, for delayed and lapsed lines."""


@dataclass(frozen=True, slots=True)
class News:
    """A delayed effect told as news of the year `round`."""

    round: int
    text: str
    lapsed: bool
    dilemma: DilemmaId
    """The dilemma whose decision it follows from."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The world at the end of a year; money in thousands of euros.

    `free` is `annual` minus `committed`, before the settlement with the reserve; `reserve` is
    the pot after it.
    """

    round: int
    indicators: Mapping[IndicatorId, int]
    reserve: int
    free: int
    committed: int
    annual: int


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """What conditions may ask about a deciding vote, each from 0 to 1; None is unknown."""

    consensus: Fraction | None = None
    """Tastle and Wierman's consensus, rounded to six decimals."""
    top_share: Fraction | None = None
    moved_share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A yearly amount from year `first` to `last` (None: to the end), in thousands of euros."""

    dilemma: DilemmaId
    option: OptionId | None
    payer: PocketId
    yearly: int
    first: int
    last: int | None
    in_ledger: bool = True
    """False for what others than the municipality pay."""


@dataclass(frozen=True, slots=True)
class Granted:
    """A change of the annual room from year `first` to `last` (None: to the end)."""

    dilemma: DilemmaId
    annual: int
    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class Queued:
    """A delayed effect that waits for the start of year `due`."""

    due: int
    dilemma: DilemmaId
    option: OptionId | None
    delayed: Delayed


@dataclass(frozen=True, slots=True)
class World:
    """The neighbourhood at one moment; years count from 1, 0 is before the first."""

    round: int
    indicators: Mapping[IndicatorId, int]
    annual: int
    """The scenario's yearly room, before grants, in thousands of euros."""
    reserve: int
    """The one-off pot in thousands of euros."""
    flags: frozenset[FlagId] = frozenset()
    commitments: tuple[Commitment, ...] = ()
    grants: tuple[Granted, ...] = ()
    queue: tuple[Queued, ...] = ()
    """In order of scheduled round, then the order of the outcome, then of its list."""
    benefits: Mapping[PocketId, int] = field(default_factory=frozen)
    """Benefits so far per pocket, in thousands of euros."""
    paid: Mapping[PocketId, int] = field(default_factory=frozen)
    """What each payer paid so far: once amounts at the decision, yearly ones at year's end."""
    chosen: Mapping[DilemmaId, Chosen] = field(default_factory=frozen)
    """Decisions in the order they were taken."""
    votes: Mapping[DilemmaId, VoteFacts] = field(default_factory=frozen)
    jumps: Mapping[DilemmaId, DilemmaId] = field(default_factory=frozen)
    """Where `next` of a decision leads."""
    log: tuple[Change, ...] = ()
    news: tuple[News, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    """One per finished year."""
    not_played: tuple[DilemmaId, ...] = ()
    """In a "what if": dilemmas decided without a vote of the group."""


def last_year(first: int, years: int | None) -> int | None:
    """Tell the last of `years` years from `first`; None has no end."""
    return None if years is None else first + years - 1


def in_years(year: int, first: int, last: int | None) -> bool:
    """Tell whether `year` lies between `first` and `last`, both included."""
    return first <= year and (last is None or year <= last)
