"""What passes between the session, its log and its clients; and time that does not jump."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Protocol

from dilemmaspel.game.events import Event, is_ephemeral
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.state import State
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import mark


class Refusal(Exception):
    """The rules said no to a command; `refused` tells why."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(refused.reason.value)
        self.refused = refused


NOT_COUNTED: Final = mark("This was not counted; everything counted before is safe.")
"""What is lost when a command did not get into the log."""


class StorageTrouble(EnvironmentTrouble):
    """The log did not save something: nothing of it was counted."""


def unexpected_trouble() -> StorageTrouble:
    """The trouble that an unforeseen mistake of the program is told as."""
    return StorageTrouble(
        mark("Something went wrong inside the game."),
        NOT_COUNTED,
        mark("Try it once more."),
    )


def stopped_trouble() -> StorageTrouble:
    """The trouble of a command that came after the session was left."""
    return StorageTrouble(
        mark("The session is no longer running on this laptop."),
        NOT_COUNTED,
        mark("Open the session again from the start screen."),
    )


@dataclass(frozen=True, slots=True)
class Receipt:
    """The proof that a command was carried out and stands in the log.

    `seq` is the number of its first event (of the last one before it, when it changed nothing),
    `at` its moment in milliseconds since the epoch. A repeat with the same key gets the same
    receipt with `repeated` set.
    """

    seq: int
    at: int
    key: str | None = None
    repeated: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on its way into the log, with the state before and after it."""

    event: Event
    at: int
    key: str | None
    """The key of its command, at the first event of the command only."""
    before: State | None
    after: State


class Log(Protocol):
    """Where a session keeps its events."""

    def append(self, entries: Sequence[Entry]) -> int:
        """Save all entries or none, and return the number of the first once it is durable.

        The numbers of the others follow it one by one; an ephemeral event takes none.
        Raises StorageTrouble when they were not saved.
        """

    def beat(self, session: str, at: int) -> None:
        """Save that the program still lived at `at`; raises StorageTrouble."""

    def leave(self, session: str) -> None:
        """Hear that nobody works on the session any more; it may be resumed. Never raises."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A session as it was read back from a log."""

    state: State
    receipts: Mapping[str, Receipt]
    """The receipt of every command that had a key."""
    seq: int
    """The number of its last event."""
    at: int
    """The moment of its last event."""
    last_seen: int
    """When the program last lived, in milliseconds since the epoch."""


class Kept(NamedTuple):
    """What a log in memory keeps of an entry: the states around it would fill the memory."""

    event: Event
    at: int
    key: str | None


class MemoryLog:
    """A log that forgets: for rehearsals of the rules without a file."""

    def __init__(self) -> None:
        self.entries: list[Kept] = []

    def append(self, entries: Sequence[Entry]) -> int:
        first = len(self.entries) + 1
        self.entries.extend(
            Kept(e.event, e.at, e.key) for e in entries if not is_ephemeral(e.event)
        )
        return first

    def beat(self, session: str, at: int) -> None:
        """There is nothing to come back to."""

    def leave(self, session: str) -> None:
        """There is nobody to tell."""


class MonotonicWall:
    """Milliseconds since the epoch that never jump: the wall clock is read once, at the start.

    Setting the clock, summer time and a sleeping laptop do not move it. `not_before` is the last
    moment of a resumed session, so that its time does not run backwards.
    """

    def __init__(
        self,
        not_before: int = 0,
        wall: Callable[[], int] = time.time_ns,
        ticks: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self._ticks = ticks
        self._zero = max(wall(), not_before * 1_000_000) - ticks()

    def __call__(self) -> int:
        return (self._zero + self._ticks()) // 1_000_000
