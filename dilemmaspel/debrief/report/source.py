"""What a report is made of."""

from dataclasses import dataclass

from dilemmaspel.debrief.beside import NOTHING, Beside
from dilemmaspel.debrief.record import Record, record
from dilemmaspel.game.state import State


@dataclass(frozen=True, slots=True)
class Source:
    """One session, and what its state does not know of itself."""

    state: State
    record: Record
    """What of it may be shown."""
    check_code: str
    """Ten hexadecimals that prove that nothing was changed since; may be empty."""
    ended_at: int | None
    """In milliseconds since 1970; None while it is not closed."""


def source_of(
    state: State, check_code: str, ended_at: int | None, beside: Beside = NOTHING
) -> Source:
    """Bring together what a report is made of."""
    return Source(state, record(state, beside), check_code, ended_at)
