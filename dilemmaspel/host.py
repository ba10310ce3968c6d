"""Leads a session without a window: waits for people, opens and closes the votes, tells it all.

It has no opinions: where a rule leaves the choice to the facilitator, it decides as a simulation
does, and it turns every page at once.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Final

from dilemmaspel.game.commands import Command
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.state import Box, BoxId, State
from dilemmaspel.game.steps import final_ending
from dilemmaspel.game.voting import ballots_in, seats_there
from dilemmaspel.session import Refusal, Session
from dilemmaspel.simulate import next_commands, written

LONGEST_WAIT: Final = 0.5
"""Seconds between two looks at the clock; Windows hears no signal in a longer wait."""

Line = Mapping[str, object]
Tell = Callable[[Line], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """When a host goes on."""

    participants: int
    """The votes begin once so many people are in."""
    seed: int = 1
    seconds_open: float | None = None
    """A vote is closed after so long, whoever has not voted; None waits for everybody."""


class Host:
    """Leads one started session; `tell` gets a record for everything that happens.

    Make it before anybody can join: it hears what happens from then on.
    """

    def __init__(self, session: Session, pace: Pace, tell: Tell) -> None:
        self._session = session
        self._pace = pace
        self._tell = tell
        self._news: SimpleQueue[State | None] = SimpleQueue()
        """States in the order they were saved; None asks to stop."""
        self._state = session.latest
        self._leave = session.subscribe(self._news.put)
        self._vote: tuple[BoxId, float] | None = None
        """The vote that is open, and when it has been so for long enough."""

    def stop(self) -> None:
        """Make `lead` return before its time; may be called from a signal handler."""
        self._news.put(None)

    def lead(self) -> bool:
        """Lead the session on; returns True at its end, False when it was stopped.

        Raises StorageTrouble when something could not be saved.
        """
        try:
            self._tell(_phase(self._state))
            goes_on = self._catch_up()
            while goes_on and self._state.flow.phase is not Phase.CLOSED:
                if not self._step():
                    goes_on = self._listen()
                goes_on = goes_on and self._catch_up()
        finally:
            self._leave()
        return self._state.flow.phase is Phase.CLOSED

    def linger(self, seconds: float) -> None:
        """Wait for so long, or until asked to stop."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            with suppress(Empty):
                if self._news.get(timeout=min(left, LONGEST_WAIT)) is None:
                    return

    def _step(self) -> bool:
        """Do what is next, if anything is; returns whether the session moved."""
        if not self._is_time():
            return False
        try:
            for command in self._next():
                self._session.submit(command).result()
        except Refusal:
            return False
        return True

    def _next(self) -> tuple[Command, ...]:
        return next_commands(self._state, self._pace.seed)

    def _is_time(self) -> bool:
        """Tell whether nobody has to be waited for any more."""
        if self._state.overlay is not Overlay.NONE:
            return True
        if self._state.flow.phase is Phase.LOBBY:
            return _people(self._state) >= self._pace.participants
        box = self._state.open_box
        if box is None:
            return True
        present = seats_there(self._state, box)
        return 0 < present <= ballots_in(self._state, box) or self._took_long(box)

    def _took_long(self, box: Box) -> bool:
        if self._pace.seconds_open is None:
            return False
        vote, now = (box.dilemma, box.vote, box.attempt), time.monotonic()
        if self._vote is None or self._vote[0] != vote:
            self._vote = (vote, now + self._pace.seconds_open)
        return now >= self._vote[1]

    def _listen(self) -> bool:
        """Wait for news, not for long; returns False when asked to stop."""
        try:
            state = self._news.get(timeout=self._patience())
        except Empty:
            return True
        return self._hear(state)

    def _patience(self) -> float:
        left = self._vote[1] - time.monotonic() if self._vote else LONGEST_WAIT
        return min(LONGEST_WAIT, left) if left > 0 else LONGEST_WAIT

    def _catch_up(self) -> bool:
        """Hear all the news there is; returns False when asked to stop."""
        while True:
            try:
                state = self._news.get_nowait()
            except Empty:
                return True
            if not self._hear(state):
                return False

    def _hear(self, state: State | None) -> bool:
        if state is None:
            return False
        for line in happened(self._state, state):
            self._tell(line)
        self._state = state
        return True


def happened(before: State, after: State) -> Iterator[Line]:
    """Tell what came between two states: who joined, what was counted, and the new phase."""
    if after.seats is not before.seats:
        yield from _joined(before, after)
    if after.flow.results is not before.flow.results:
        yield from _tallies(before, after)
    flow, then = after.flow, before.flow
    if (flow.phase, flow.dilemma) == (then.phase, then.dilemma):
        return
    yield _ended(after) if flow.phase is Phase.CLOSED else _phase(after)


def _joined(before: State, after: State) -> Iterator[Line]:
    people = _people(before)
    for seat in after.seats.values():
        if seat.id not in before.seats:
            people += 1
            yield {"event": "joined", "seat": seat.id, "role": seat.role, "present": people}


def _tallies(before: State, after: State) -> Iterator[Line]:
    for (dilemma, vote), result in after.flow.results.items():
        if before.flow.results.get((dilemma, vote)) is result:
            continue
        box = after.box(dilemma, vote)
        yield {
            "event": "tally",
            "dilemma": dilemma,
            "vote": vote,
            "attempt": after.flow.attempts.get((dilemma, vote), 1),
            "counts": written(result),
            "valid": result.valid,
            "abstained": result.abstained,
            "present": result.present,
            "ballots": len(box.live()) if box else 0,
        }


def _phase(state: State) -> Line:
    return {
        "event": "phase",
        "phase": state.flow.phase,
        "round": state.flow.number,
        "dilemma": state.flow.dilemma,
        "present": _people(state),
    }


def _ended(state: State) -> Line:
    found = final_ending(state)
    return {
        "event": "ended",
        "session": state.session,
        "ending": found[0] if found else None,
        "decisions": {d: list(taken.chosen.options) for d, taken in state.flow.decisions.items()},
    }


def _people(state: State) -> int:
    return sum(seat.heads for seat in state.seats.values() if seat.active)
