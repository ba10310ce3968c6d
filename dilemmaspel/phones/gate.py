"""Who may speak to the server at all: known hosts and origins, at a pace, within a number."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Final, Protocol

from dilemmaspel.game.ids import SeatId
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.head import Bad, Head
from dilemmaspel.phones.moments import happens
from dilemmaspel.phones.pace import Buckets, Rate, Rates

SWEEP: Final = 0.5
"""Seconds between two looks at what takes too long."""

PATIENCE: Final = Rate(100, 5)
"""Refusals for coming too often, before it is called a flood."""

SEAT_COOKIE: Final = "seat"
FORM_FIELD: Final = "x-form"

SeatOf = Callable[[str | None, str | None], SeatId | None]


class Rank(IntEnum):
    """Who is put out first when there are too many: the lowest rank, and of that the oldest."""

    STRANGER = 0
    """Nothing runs, and no seat was shown yet."""
    STRANGERS_STREAM = 1
    SEATED = 2
    """A seat, with nothing running; it comes back when it has something to say."""
    WORKING = 3
    """An answer is being made, or a seat listens to its stream: never put out."""


class Connection(Protocol):
    """One connection, as far as the gate looks at it."""

    @property
    def answering(self) -> bool:
        """Whether an answer is being made."""

    def overdue(self, now: float) -> bool:
        """Tell whether it takes too long."""

    def put_out(self) -> None:
        """End it at once."""


def cookies_of(fields: Mapping[str, str]) -> dict[str, str]:
    """Read the cookies of a request; of two with one name the first counts."""
    found: dict[str, str] = {}
    for part in fields.get("cookie", "").split(";"):
        name, equals, value = part.strip().partition("=")
        if equals:
            found.setdefault(name, value.strip('"'))
    return found


class Gate:
    """Keeps the connections of one server; lives on the server's thread."""

    def __init__(
        self, config: PhoneConfig, seat_of: SeatOf, clock: Callable[[], float], room: int
    ) -> None:
        self.limits = config.limits
        self.clock = clock
        self.refused: Counter[str] = Counter()
        """How often something was refused, by the word for why."""
        self.visits = 0
        """Requests that came through since the start, of this laptop itself not counted."""
        self.flooded_at: float | None = None
        """When much more came than a room of people sends."""
        self.empty = asyncio.Event()
        """Set while there is no connection."""
        self.closing = False
        """No connection is kept after its answer any more."""
        self._hosts: frozenset[str] = frozenset()
        self._origins: frozenset[str] = frozenset()
        self._seat_of = seat_of
        self._room = room
        rates = Rates(config.expected)
        self._by_address = Buckets(rates.address, clock)
        self._everybody = Buckets(rates.everybody, clock)
        self._by_seat = Buckets(rates.seat, clock)
        self._patience = Buckets(PATIENCE, clock)
        self._here: dict[Rank, dict[Connection, None]] = {rank: {} for rank in Rank}

    def allow(self, hosts: frozenset[str]) -> None:
        """Take exactly these values of `Host`, and pages from there."""
        self._hosts = hosts
        self._origins = frozenset(f"http://{host}" for host in hosts)

    @property
    def connections(self) -> int:
        """How many connections there are."""
        return sum(map(len, self._here.values()))

    # ---------------------------------------------------------------- connections

    def admit(self, one: Connection) -> bool:
        """Take a connection in, and put another one out when there is no room; False if full."""
        if self.connections >= self._room and not self._make_room():
            self.refused["full"] += 1
            return False
        self._here[Rank.STRANGER][one] = None
        self.empty.clear()
        return True

    def _make_room(self) -> bool:
        for rank in (Rank.STRANGER, Rank.STRANGERS_STREAM, Rank.SEATED):
            oldest = next(iter(self._here[rank]), None)
            if oldest is not None:
                del self._here[rank][oldest]
                self.refused["evicted"] += 1
                oldest.put_out()
                return True
        return False

    def move(self, one: Connection, before: Rank, after: Rank) -> None:
        """Give a connection another rank, as the youngest of it."""
        if self._here[before].pop(one, self) is None:
            self._here[after][one] = None

    def leave(self, one: Connection, rank: Rank) -> None:
        """Forget a connection."""
        self._here[rank].pop(one, None)
        if not self.connections:
            self.empty.set()

    async def watch(self, stop: asyncio.Event) -> None:
        """Put out what takes too long, until the server stops."""
        while not await happens(stop, SWEEP):
            self.sweep()

    def sweep(self) -> None:
        """Put out what takes too long."""
        now = self.clock()
        late = [one for here in self._here.values() for one in here if one.overdue(now)]
        for one in late:
            one.put_out()

    def put_out_idle(self) -> None:
        """Put out everybody for whom no answer is being made, and the others after theirs."""
        self.closing = True
        self._put_out(lambda one: not one.answering)

    def put_out_all(self) -> None:
        """Put out everybody."""
        self._put_out(lambda _: True)

    def _put_out(self, which: Callable[[Connection], bool]) -> None:
        for one in [one for here in self._here.values() for one in here if which(one)]:
            one.put_out()

    # ---------------------------------------------------------------- requests

    def check(self, head: Head, address: str) -> SeatId | None:
        """Let a request through, and return whose seat it shows; raises Bad."""
        if head.fields.get("host") not in self._hosts:
            raise Bad(421, "host")
        origin = head.fields.get("origin")
        if origin is not None and origin not in self._origins:
            raise Bad(403, "origin")
        cookie = cookies_of(head.fields).get(SEAT_COOKIE)
        seat = self._seat_of(cookie, head.fields.get(FORM_FIELD))
        if seat is not None:
            in_pace = self._by_seat.take(seat)
        else:
            in_pace = self._by_address.take(address) and self._everybody.take(None)
        if not in_pace:
            self.flood()
            raise Bad(429, "pace")
        self.visits += not is_here(address)
        return seat

    def flood(self) -> None:
        """Hear of something that came too often."""
        if not self._patience.take(None):
            self.flooded_at = self.clock()


def is_here(address: str) -> bool:
    """Tell whether an address is of this laptop itself."""
    return address.startswith("127.") or address == "::1"
