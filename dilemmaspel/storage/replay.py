"""A session played again: the state after any of its events, quickly enough to drag through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dilemmaspel.game.events import (
    DecisionTaken,
    Event,
    PhaseEntered,
    SessionClosed,
    SessionStarted,
    Undone,
    YearPassed,
)
from dilemmaspel.game.evolve import evolve
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.state import State

KEPT_EVERY: Final = 50
"""Events between two states that are kept; a look at any moment plays fewer than this."""

_MARKED: Final = (SessionStarted, PhaseEntered, YearPassed, DecisionTaken, Undone, SessionClosed)


@dataclass(frozen=True, slots=True)
class Moment:
    """A place on the timeline: something that moved the session."""

    place: int
    """How many events had happened."""
    at: int
    """In milliseconds since the epoch."""
    kind: str
    """The kind of its event."""
    phase: Phase
    dilemma: DilemmaId | None

    @property
    def is_phase(self) -> bool:
        """Whether a phase began here."""
        return self.kind in ("SessionStarted", "PhaseEntered")


class Replay:
    """The events of one session with the states at regular places; nothing is read again."""

    def __init__(self, events: Sequence[tuple[Event, int]]) -> None:
        """Play a session from its first event on; raises ValueError when there is none."""
        self._events = tuple(events)
        self._kept: list[State] = []
        moments: list[Moment] = []
        state: State | None = None
        for place, (event, at) in enumerate(self._events, start=1):
            state = evolve(state, event, at)
            if (place - 1) % KEPT_EVERY == 0:
                self._kept.append(state)
            if isinstance(event, _MARKED):
                flow, kind = state.flow, type(event).__name__
                moments.append(Moment(place, at, kind, flow.phase, flow.dilemma))
        if state is None:
            raise ValueError("a session without events cannot be played again")
        self.moments = tuple(moments)
        self._last = state

    def __len__(self) -> int:
        """How many events there are; the places are 1 to this."""
        return len(self._events)

    @property
    def end(self) -> State:
        """The state after the last event."""
        return self._last

    def at(self, place: int) -> tuple[State, int]:
        """The state after the first `place` events, and the moment of the last of them.

        A place outside the session is the nearest one in it.
        """
        place = min(max(place, 1), len(self._events))
        start = (place - 1) // KEPT_EVERY
        state = self._kept[start]
        for event, at in self._events[start * KEPT_EVERY + 1 : place]:
            state = evolve(state, event, at)
        return state, self._events[place - 1][1]

    def phase_after(self, place: int) -> int:
        """The place where the next phase begins; the end when there is none."""
        later = (moment.place for moment in self.moments if moment.is_phase)
        return next((one for one in later if one > place), len(self))

    def phase_before(self, place: int) -> int:
        """The place where this phase began, or the one before it when that is here; else 1."""
        earlier = [one.place for one in self.moments if one.is_phase and one.place < place]
        return earlier[-1] if earlier else 1
