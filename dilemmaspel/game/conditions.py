"""Conditions of the scenario format: a small closed language, no expressions."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from dilemmaspel.game.ids import DilemmaId, FlagId, IndicatorId, OptionId


class Op(StrEnum):
    """A comparison of the scenario format."""

    AT_LEAST = ">="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"
    EQUAL = "=="

    def holds(self, left: Fraction | int, right: Fraction | int) -> bool:
        """Compare two exact numbers."""
        match self:
            case Op.AT_LEAST:
                return left >= right
            case Op.AT_MOST:
                return left <= right
            case Op.ABOVE:
                return left > right
            case Op.BELOW:
                return left < right
            case _:
                return left == right


class BudgetField(StrEnum):
    """What a budget condition looks at, in thousands of euros."""

    RESERVE = "reserve"
    FREE = "free"


class VoteMeasure(StrEnum):
    """What a vote condition looks at; each lies between 0 and 1."""

    CONSENSUS = "consensus"
    TOP_SHARE = "top_share"
    MOVED_SHARE = "moved_share"


@dataclass(frozen=True, slots=True)
class Always:
    """Holds in every state."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Holds when every part holds; an empty one holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Holds when one part holds; an empty one does not."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class NotOf:
    """Holds when its part does not."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class FlagSet:
    """Holds while the flag is set."""

    flag: FlagId


@dataclass(frozen=True, slots=True)
class WasChosen:
    """Holds when one of the options was an outcome of the dilemma."""

    dilemma: DilemmaId
    options: tuple[OptionId, ...]


@dataclass(frozen=True, slots=True)
class IndicatorIs:
    """Compares an indicator's value of this moment."""

    indicator: IndicatorId
    op: Op
    value: Fraction


@dataclass(frozen=True, slots=True)
class BudgetIs:
    """Compares money in thousands of euros; `free` is of the current year."""

    field: BudgetField
    op: Op
    value: Fraction


@dataclass(frozen=True, slots=True)
class ShareIs:
    """Compares the mean share of an option in the points dilemma it stands in."""

    option: OptionId
    op: Op
    value: Fraction


@dataclass(frozen=True, slots=True)
class VoteIs:
    """Compares a measure of the deciding vote of an earlier dilemma."""

    dilemma: DilemmaId
    measure: VoteMeasure
    op: Op
    value: Fraction


@dataclass(frozen=True, slots=True)
class RoundIs:
    """Compares the number of the round (1 is the first)."""

    op: Op
    value: Fraction


Condition = (
    Always
    | AllOf
    | AnyOf
    | NotOf
    | FlagSet
    | WasChosen
    | IndicatorIs
    | BudgetIs
    | ShareIs
    | VoteIs
    | RoundIs
)
