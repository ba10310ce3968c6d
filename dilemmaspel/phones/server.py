"""The phones' server, as the facilitator's side sees it: start, stop, and a few buttons.

It runs on a thread of its own, and is started anew when that thread dies. Everything here may be
called from any thread. The web framework is imported on the server's thread only.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from dilemmaspel.game.commands import Leave
from dilemmaspel.game.ids import SeatId, frozen
from dilemmaspel.phones.addresses import Interface, best, interfaces
from dilemmaspel.phones.book import Book
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.leaving import never_voted
from dilemmaspel.phones.listening import Listening, is_lost, ports, room_for
from dilemmaspel.phones.moments import happens
from dilemmaspel.phones.screen import Why
from dilemmaspel.phones.seats import Codes, Seats
from dilemmaspel.phones.status import Address, Status
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import Session
from dilemmaspel.texts import mark

if TYPE_CHECKING:
    from dilemmaspel.phones.room import Room

BREATH: Final = 0.2
"""Seconds before the server is started anew."""

START: Final = 20.0
"""Seconds in which the server has to be up."""

LOOK: Final = 2.0
"""Seconds between two looks at the addresses of this laptop."""

A_MINUTE: Final = 60.0

_log = logging.getLogger(__name__)

Lister = Callable[[], tuple[Interface, ...]]


class PhoneServer:
    """Serves the phones of one session."""

    def __init__(
        self,
        session: Session,
        config: PhoneConfig,
        *,
        on_change: Callable[[], None] | None = None,
        lister: Lister = interfaces,
        look_every: float = LOOK,
    ) -> None:
        """Prepare; the session has to be started.

        `on_change` hears, on another thread, of a new address and of a new start.
        """
        self._session = session
        self._config = config
        self._on_change = on_change
        self._lister = lister
        self._look_every = look_every
        self._clock = time.monotonic
        self._seats = Seats(session.latest.session, config.folder)
        self._book = Book(self._clock)
        self._listening = Listening()
        self._ip = ""
        self._room: Room | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._up = Event()
        self._stopping = Event()
        self._supervisor: Thread | None = None
        self._begun = self._clock()
        self._restarts: deque[float] = deque(maxlen=16)
        self._version = int(time.time())
        self._connections = config.most_connections

    # ---------------------------------------------------------------- on and off

    def start(self) -> Address:
        """Start serving, and return where; raises EnvironmentTrouble."""
        ip = self._config.bind or best(self._lister())
        port = self._listening.open(ip, ports(self._config.port, self._seats.port))
        self._ip = ip
        self._seats.port = port
        with suppress(OSError):
            self._seats.save()
        self._connections = room_for(self._config.most_connections)
        self._begun = self._clock()
        self._supervisor = Thread(target=self._supervise, name="phones-watch", daemon=True)
        self._supervisor.start()
        if not self._up.wait(START):
            self.stop()
            raise EnvironmentTrouble(
                mark("The page for the phones did not start."),
                mark("Nothing is lost."),
                mark("Start the game again, or vote in another way."),
            )
        return self.address

    def stop(self) -> None:
        """Stop serving; phones see that the laptop cannot be reached."""
        self._stopping.set()
        self._from_here(lambda room: room.stop())
        if self._supervisor is not None:
            self._supervisor.join()
        self._listening.close()

    @property
    def address(self) -> Address:
        """Where phones find the page."""
        return Address(self._ip, self._listening.port)

    @property
    def networks(self) -> tuple[Interface, ...]:
        """The addresses of this laptop, the best first."""
        return self._lister()

    @property
    def codes(self) -> Codes:
        """The codes that let people in, and the word of this session."""
        return self._seats.codes

    @property
    def url(self) -> str:
        """What the QR holds."""
        return self.address.url(self.codes.path)

    @property
    def held(self) -> frozenset[SeatId]:
        """The seats that a phone holds."""
        return self._seats.held()

    # ---------------------------------------------------------------- buttons

    def switch(self, ip: str) -> None:
        """Listen on another address too, and show that one; raises EnvironmentTrouble."""
        try:
            self._listening.add(ip)
        except OSError:
            raise EnvironmentTrouble(
                mark("This laptop cannot be reached at {ip}."),
                mark("Phones that are in stay in."),
                mark("Choose another address."),
                ip=ip,
            ) from None
        self._ip = ip
        self._from_here(lambda room: room.begin(self._attend(room)))
        self._tell()

    def lock(self, on: bool) -> None:  # noqa: FBT001 - a switch
        """Lock the door, or open it; who is in stays in."""
        self._config = replace(self._config, locked=on)
        self._set()

    def expect(self, people: int) -> None:
        """Change how many people are expected, and with it the ceiling."""
        self._config = replace(self._config, expected=people)
        self._set()

    def _set(self) -> None:
        config = self._config

        def change(room: "Room") -> None:
            room.reception.config = config
            room.live.renew()

        self._from_here(change)

    def purge(self) -> tuple[SeatId, ...]:
        """Give up every seat that came by phone and never voted; returns them."""
        seats = never_voted(self._session.latest)
        for seat in seats:
            self._session.submit(Leave(seat))
            self._seats.let_go(seat, Why.LEFT)
        self._save()
        return seats

    def hand_over(self, seat: SeatId) -> None:
        """Take a seat away from its phone, for the laptop or paper; its vote stays."""
        self._seats.let_go(seat, Why.HANDED_OVER)
        self._save()

    def offer(self, seat: SeatId) -> str:
        """Return a code with which another phone can take over a seat, once."""
        return self._seats.offer(seat)

    def _save(self) -> None:
        try:
            self._seats.save()
        except OSError as error:
            _log.warning("The phones' seats were not written: %s", error.strerror)
        self._from_here(lambda room: room.live.renew())

    @property
    def status(self) -> Status:
        """How it goes now."""
        room, now = self._room, self._clock()
        if room is None or not self._up.is_set():
            return Status(running=False, restarts=self._restarted(now))
        flooded_at = room.gate.flooded_at
        return Status(
            running=True,
            address=self.address,
            addresses=self._listening.addresses,
            door=room.reception.door,
            inside=room.reception.inside(),
            ceiling=self._config.ceiling,
            connected=room.streams.seats() | self._book.seen(),
            held=self._seats.held(),
            unused=frozenset(never_voted(self._session.latest)),
            visits=room.gate.visits,
            seconds=now - self._begun,
            refused=frozen(dict(room.gate.refused)),
            flooded=flooded_at is not None and now - flooded_at < A_MINUTE,
            restarts=self._restarted(now),
        )

    def _restarted(self, now: float) -> int:
        return sum(1 for at in tuple(self._restarts) if now - at < A_MINUTE)

    # ---------------------------------------------------------------- the threads

    def _supervise(self) -> None:
        """Keep one server's thread alive."""
        while not self._stopping.is_set():
            worker = Thread(target=self._work, name="phones", daemon=True)
            worker.start()
            worker.join()
            self._up.clear()
            if not self._stopping.is_set():
                self._restarts.append(self._clock())
                self._stopping.wait(BREATH)

    def _work(self) -> None:
        try:
            with asyncio.Runner() as runner:
                runner.run(self._serve())
        except BaseException:  # noqa: BLE001 - whatever it was, phones have to be served again
            _log.exception("The phones' server ended; it is started anew.")

    async def _serve(self) -> None:
        from dilemmaspel.phones.room import Kept, Room

        kept = Kept(
            self._session,
            self._config,
            self._seats,
            self._book,
            self._version,
            self._connections,
            self._clock,
        )
        self._loop, room = asyncio.get_running_loop(), Room(kept)
        self._room = room
        try:
            await self._attend(room)
            room.begin(self._watch(room))
            if self._stopping.is_set():
                room.stop()
            self._up.set()
            await room.run()
        finally:
            self._version = room.board.version + 1

    async def _attend(self, room: "Room") -> None:
        """Hear phones on every address that is listened on, and know its names."""
        own = {one.ip for one in self._lister()}
        room.gate.allow(self._listening.names(own, self._config.allow_hosts))
        for ip in self._listening.addresses:
            if ip not in room.heard:
                await room.listen(ip, self._listening.copy(ip))

    async def _watch(self, room: "Room") -> None:
        """Follow the addresses of this laptop."""
        loop = asyncio.get_running_loop()
        while not await happens(room.stopping, self._look_every):
            found = await loop.run_in_executor(None, self._lister)
            if is_lost(self._ip, self._config.bind, found):
                with suppress(EnvironmentTrouble):
                    self.switch(best(found))

    def _from_here(self, do: "Callable[[Room], None]") -> None:
        """Have something done on the server's thread, if it runs."""
        room, loop = self._room, self._loop
        if room is not None and loop is not None:
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(do, room)

    def _tell(self) -> None:
        if self._on_change is not None:
            self._on_change()
