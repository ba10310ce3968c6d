"""Turns changes of the session into "there is a newer view", and not too often."""

import asyncio
from collections.abc import Callable
from typing import Final

from dilemmaspel.game.state import State
from dilemmaspel.phones.board import Board, counts_anew, shows_anew
from dilemmaspel.phones.streams import Streams

AT_MOST: Final = 1 / 30
"""Seconds between two versions."""

COUNTS: Final = 2.0
"""Seconds between two versions in which only a count differs; more with many phones."""

PER_SECOND: Final = 100
"""Phones that may come for a new count in a second."""


class Live:
    """Follows the session on its own thread, and tells on the server's."""

    def __init__(self, board: Board, streams: Streams, loop: asyncio.AbstractEventLoop) -> None:
        self._board = board
        self._streams = streams
        self._loop = loop
        self._shown = board.state
        self._told = board.version
        self._waiting: asyncio.TimerHandle | None = None
        self._due = 0.0
        self._last = 0.0
        self._last_count = 0.0
        self._woken = False

    def follow(self, _state: State) -> None:
        """Hear of a saved batch; on the session's thread."""
        if not self._woken:
            self._woken = True
            self.from_elsewhere(self._wake)

    def from_elsewhere(self, do: Callable[[], None]) -> None:
        """Have something done on the server's thread, from any other; nothing once it stopped."""
        try:
            self._loop.call_soon_threadsafe(do)
        except RuntimeError:
            self._woken = False

    def renew(self) -> None:
        """Let everybody look anew; for what the session does not know, such as the door."""
        self._plan(self._last + AT_MOST)

    def _wake(self) -> None:
        self._woken = False
        now, state = self._loop.time(), self._board.look()
        if self._board.version != self._told or shows_anew(self._shown, state):
            self._plan(max(now, self._last + AT_MOST))
        elif counts_anew(self._shown, state):
            pace = max(COUNTS, len(self._streams) / PER_SECOND)
            self._plan(max(now, self._last_count + pace))

    def _plan(self, due: float) -> None:
        if self._waiting is not None:
            if self._due <= due:
                return
            self._waiting.cancel()
        self._due = due
        self._waiting = self._loop.call_at(due, self._publish)

    def _publish(self) -> None:
        self._waiting = None
        self._last = self._last_count = self._loop.time()
        self._told = self._board.renew()
        self._shown = self._board.state
        self._streams.tell(self._told)
