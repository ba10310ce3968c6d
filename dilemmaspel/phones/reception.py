"""How a phone gets its seat: the code, the door, the ceiling, the role; on the server's thread."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import Join
from dilemmaspel.game.ids import RoleId, SeatId
from dilemmaspel.game.people import roles_in_play
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.state import State
from dilemmaspel.phones.asking import Ask
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.faults import Fault
from dilemmaspel.phones.joincode import PATH_LENGTH, Guesses, same, tidy
from dilemmaspel.phones.moments import happens
from dilemmaspel.phones.pace import Buckets, Rates
from dilemmaspel.phones.screen import Door, JoinForm, Place, RoleMode
from dilemmaspel.phones.seats import Seats, Token

REMEMBERED: Final = 600.0
"""Seconds in which sending a form to join twice gives one seat."""

STORM_PAUSE: Final = 2.0
"""Seconds before a wrong code is told, while everybody guesses."""

LET_IN_FOR: Final = 900.0
"""Seconds in which an address that used the QR need not type the code."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody who wants in sends along."""

    address: str
    code: str = ""
    role: str = ""
    once: str = ""


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat, and what its phone holds from now on."""

    seat: SeatId
    token: Token


class Reception:
    """Lets phones in."""

    def __init__(
        self,
        config: PhoneConfig,
        seats: Seats,
        latest: Callable[[], State],
        ask: Ask,
        clock: Callable[[], float],
        save: Callable[[], Awaitable[None]],
    ) -> None:
        self.config = config
        """May be replaced while it runs."""
        self._seats = seats
        self._latest = latest
        self._ask = ask
        self._clock = clock
        self._save = save
        self._guesses = Guesses(clock)
        self._pace = Buckets(Rates(config.expected).joins, clock)
        self._taken = {s.id for s in latest().seats.values() if s.channel is Channel.PHONE}
        self._coming = 0
        self._let_in: dict[str, float] = {}
        self._once: dict[str, tuple[float, asyncio.Task[Seated]]] = {}

    # ---------------------------------------------------------------- the door

    @property
    def door(self) -> Door:
        """Whether anybody new can come in."""
        if self.config.locked:
            return Door.LOCKED
        full = self.inside() + self._coming >= self.config.ceiling
        return Door.FULL if full else Door.OPEN

    def inside(self) -> int:
        """Return how many seats came by phone and are still here."""
        seats = self._latest().seats.values()
        return sum(1 for s in seats if s.active and s.channel is Channel.PHONE)

    def form(self, address: str, code: str = "") -> JoinForm:
        """Return what coming in asks of somebody at this address who brought this code."""
        known = same(tidy(code), self._seats.codes.path) or self.was_let_in(address)
        return JoinForm(
            door=self.door,
            mode=self.config.role_mode,
            places=self._places(),
            needs_code=not known,
            code=code if known else "",
        )

    def let_in(self, address: str, code: str) -> bool:
        """Remember that an address used the QR; False when the code is not that of the QR."""
        if not same(tidy(code), self._seats.codes.path):
            self._guesses.wrong(address)
            return False
        now = self._clock()
        if len(self._let_in) > 4 * self.config.ceiling:
            self._let_in = {a: t for a, t in self._let_in.items() if now - t < LET_IN_FOR}
        self._let_in[address] = now
        return True

    def was_let_in(self, address: str) -> bool:
        """Tell whether somebody at this address used the QR a while ago."""
        return self._clock() - self._let_in.get(address, -LET_IN_FOR) < LET_IN_FOR

    def _places(self) -> tuple[Place, ...]:
        """Return the roles to choose from, each with room for its share of the ceiling."""
        if self.config.role_mode is not RoleMode.CHOSEN:
            return ()
        state = self._latest()
        chosen = [role for r in roles_in_play(state) if (role := state.scenario.role(r))]
        here = Counter(s.role for s in state.seats.values() if s.active)
        share = max(2, -(-self.config.ceiling // max(1, len(chosen))))
        return tuple(Place(role, here[role.id] < share) for role in chosen)

    # ---------------------------------------------------------------- coming in

    async def join(self, wish: Wish) -> Seated:
        """Give a seat; the same one again when the same form comes twice. Raises Fault."""
        self._forget_old()
        if wish.once and wish.once in self._once:
            return await asyncio.shield(self._once[wish.once][1])
        task = asyncio.ensure_future(self._join(wish))
        if wish.once:
            self._once[wish.once] = (self._clock(), task)
        try:
            return await asyncio.shield(task)
        except Fault:
            self._once.pop(wish.once, None)
            raise

    async def _join(self, wish: Wish) -> Seated:
        offered = await self._check_code(wish)
        if not (self._pace.take(wish.address) and self._pace.take(None)):
            raise _wait(1.0, "too_fast")
        if offered is None:
            if self.door is not Door.OPEN:
                raise Fault(409, "door_locked" if self.config.locked else "full")
            offered = await self._new_seat(self._role(wish.role))
        token = self._seats.bind(offered)
        await self._save()
        return Seated(offered, token)

    async def _check_code(self, wish: Wish) -> SeatId | None:
        """Check the code; returns the seat when the code offers one. Raises Fault."""
        code, codes = tidy(wish.code), self._seats.codes
        if same(code, codes.path) or self.was_let_in(wish.address):
            return None
        offered = self._seats.offered(code) if len(code) == PATH_LENGTH else None
        if offered is not None:
            return offered
        wait = self._guesses.must_wait(wish.address)
        if wait:
            raise _wait(wait, "too_many_tries")
        if same(code, codes.typed):
            return None
        self._guesses.wrong(wish.address)
        if self._guesses.is_storm:
            await happens(asyncio.Event(), STORM_PAUSE)
        raise Fault(403, "wrong_code")

    def _role(self, wanted: str) -> RoleId | None:
        """Return the role that was chosen, if roles are chosen; None lets the game deal one."""
        if self.config.role_mode is not RoleMode.CHOSEN or not wanted:
            return None
        place = next((p for p in self._places() if p.role.id == wanted), None)
        if place is None:
            raise Fault.of(Refused(Reason.UNKNOWN_ROLE, wanted))
        if not place.free:
            raise Fault(409, "role_full")
        return place.role.id

    async def _new_seat(self, role: RoleId | None) -> SeatId:
        self._coming += 1
        try:
            await self._ask(Join(role, Channel.PHONE), None)
        finally:
            self._coming -= 1
        return self._next_taken(role)

    def _next_taken(self, role: RoleId | None) -> SeatId:
        """Return the seat that was just made: answers come in the order of the questions."""
        new = (
            s.id
            for s in self._latest().seats.values()
            if s.channel is Channel.PHONE and s.id not in self._taken and role in (None, s.role)
        )
        seat = min(new, default=None)
        if seat is None:
            raise Fault(409, "not_yet")
        self._taken.add(seat)
        return seat

    def _forget_old(self) -> None:
        since = self._clock() - REMEMBERED
        while self._once:
            oldest = next(iter(self._once))
            if self._once[oldest][0] >= since:
                return
            del self._once[oldest]


def _wait(seconds: float, why: str) -> Fault:
    fault = Fault(429, why)
    fault.retry_after = max(1, round(seconds))
    return fault
