"""What happened in the debrief, in the past tense; part of `events.Event`."""

from dataclasses import dataclass
from typing import ClassVar

from dilemmaspel.game.commands import PollAsk
from dilemmaspel.game.ids import SeatId


@dataclass(frozen=True, slots=True)
class AgreementChanged:
    """An agreement, by its number in the order of keeping, was put in other words."""

    number: int
    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class AgreementRemoved:
    """An agreement was taken out of the list."""

    number: int


@dataclass(frozen=True, slots=True)
class SeatPolled:
    """A seat answered the closing questions; kept beside the chain, apart from the answer."""

    seat: SeatId
    ephemeral: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ExitPollCounted:
    """Hands were counted for one answer to a closing question, instead of what they were."""

    asks: PollAsk
    point: int
    count: int


@dataclass(frozen=True, slots=True)
class DebriefPlanned:
    """The debrief asks these questions, in this order."""

    questions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuestionUsed:
    """A debrief question was used, or after all not."""

    question: int
    used: bool


@dataclass(frozen=True, slots=True)
class FigureShown:
    """Another figure was chosen for a debrief question; empty is the usual one."""

    question: int
    figure: str
