"""The server as it runs: everything put together on its own thread. Imported there only."""

import asyncio
import logging
import socket
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

from dilemmaspel.game.commands import Leave
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.state import State
from dilemmaspel.phones.asking import asker
from dilemmaspel.phones.board import Board
from dilemmaspel.phones.book import Book
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.desk import Desk
from dilemmaspel.phones.framework import Framework
from dilemmaspel.phones.gate import Gate
from dilemmaspel.phones.guard import Guard
from dilemmaspel.phones.leaving import orphans
from dilemmaspel.phones.listening import BACKLOG
from dilemmaspel.phones.live import Live
from dilemmaspel.phones.moments import happens
from dilemmaspel.phones.pages import render
from dilemmaspel.phones.reception import Reception
from dilemmaspel.phones.routes import Routes
from dilemmaspel.phones.saving import Saver
from dilemmaspel.phones.seats import Seats
from dilemmaspel.phones.streams import Streams
from dilemmaspel.session import Session

GOODBYE: Final = 1.0
"""Seconds for the answers that are being made when the server stops."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Kept:
    """What outlives one life of the server."""

    session: Session
    config: PhoneConfig
    seats: Seats
    book: Book
    version: int
    connections: int
    clock: Callable[[], float]


class Room:
    """One life of the server; after a crash of its thread a new one takes over."""

    def __init__(self, kept: Kept) -> None:
        session, config, seats = kept.session, kept.config, kept.seats
        self._session = session
        self._seats = seats
        self._heartbeat = config.limits.heartbeat
        ask = asker(session, config.limits.answer)
        save, latest = Saver(seats).save, self._latest
        word, clock = seats.codes.word, kept.clock
        self.streams = Streams()
        self.board = Board(latest, config, word, kept.book, render, clock, kept.version)
        self.live = Live(self.board, self.streams, asyncio.get_running_loop())
        self.reception = Reception(config, seats, latest, ask, clock, save)
        self.gate = Gate(config, seats.of, clock, kept.connections)
        desk = Desk(config, latest, ask, seats, self.board, kept.book, self.reception, self.streams)
        self.routes = Routes(desk)
        self._framework = Framework(self.routes)
        self._servers: dict[str, asyncio.Server] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.stopping = asyncio.Event()

    def _latest(self) -> State:
        return self._session.latest

    @property
    def heard(self) -> frozenset[str]:
        """The addresses on which phones are heard."""
        return frozenset(self._servers)

    async def listen(self, ip: str, sock: socket.socket) -> None:
        """Hear phones on one more socket, which is closed in the end."""
        loop = asyncio.get_running_loop()
        self._servers[ip] = await loop.create_server(self._guard, sock=sock, backlog=BACKLOG)

    def _guard(self) -> Guard:
        return Guard(self.gate, self._framework.speaker)

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something beside everything else, until the server stops."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def run(self) -> None:
        """Work until it is stopped; gives up the seats that nobody can come back to."""
        unsubscribe = self._session.subscribe(self._told)
        try:
            for seat in orphans(self._latest(), self._seats.held()):
                self._session.submit(Leave(seat))
            self.begin(self.gate.watch(self.stopping))
            self.begin(self.streams.stay_alive(self._heartbeat, self.stopping))
            await self.stopping.wait()
        finally:
            unsubscribe()
            await self._close()

    def stop(self) -> None:
        """Let `run` come to its end."""
        self.stopping.set()

    def _told(self, state: State) -> None:
        """Hear of a saved batch, on the session's thread."""
        self.live.follow(state)
        if state.flow.phase is Phase.CLOSED:
            self.live.from_elsewhere(self._over)

    def _over(self) -> None:
        """Forget whose phone was whose, once the session is closed."""
        try:
            self._seats.erase()
        except OSError as error:
            _log.warning("The phones' seats were not erased: %s", error.strerror)

    async def _close(self) -> None:
        for server in self._servers.values():
            server.close()
        for task in tuple(self._tasks):
            task.cancel()
        self.gate.put_out_idle()
        if self.gate.connections and not await happens(self.gate.empty, GOODBYE):
            self.gate.put_out_all()
            await happens(self.gate.empty, GOODBYE)
