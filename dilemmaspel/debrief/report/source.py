"""What a report is made of."""

from dataclasses import dataclass

from dilemmaspel.debrief.beside import NOTHING, Beside
from dilemmaspel.game.state import State


@dataclass(frozen=True, slots=True)
class Source:
    """One session, and what its state does not know of itself."""

    state: State
    check_code: str
    """Ten hexadecimals that prove that nothing was changed since; may be empty."""
    ended_at: int | None
    """In milliseconds since 1970; None while it is not closed."""
    beside: Beside = NOTHING
