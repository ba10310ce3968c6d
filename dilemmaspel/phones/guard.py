"""What stands between a socket and the framework: it reads whole requests, in time, and checks.

No common server closes a connection that says nothing, or half of something; none looks at the
host that is asked for. So bytes wait here until a request is whole and well formed, and only then
go on to the framework, written anew.
"""

import asyncio
import re
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from typing import Any, Final, Protocol

from dilemmaspel.game.ids import SeatId
from dilemmaspel.phones import head as heads
from dilemmaspel.phones.gate import Gate, Rank
from dilemmaspel.phones.head import Bad, Head
from dilemmaspel.phones.headers import short_answer

LINGER: Final = 1.0
"""Seconds in which what still comes is thrown away, so that a refusal arrives."""

LINGER_BYTES: Final = 64 * 1024
DEAD_AFTER: Final = 40
"""Seconds after which the system gives up on a peer that confirms nothing."""

_BARE_LF: Final = re.compile(rb"(?:^|[^\r])\n")


class Inner(Protocol):
    """The framework's side of one connection."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None: ...
    def connection_lost(self, exc: BaseException | None) -> None: ...
    def data_received(self, data: bytes) -> None: ...
    def pause_writing(self) -> None: ...
    def resume_writing(self) -> None: ...


class Part(Enum):
    """What a connection is waiting for."""

    FIRST = "first"
    HEAD = "head"
    BODY = "body"
    ANSWER = "answer"
    IDLE = "idle"
    STREAM = "stream"
    ENDING = "ending"


class Guard(asyncio.Protocol):
    """One connection; made for each, and gone with it."""

    def __init__(self, gate: Gate, make_inner: Callable[["Guard"], Inner]) -> None:
        self._gate = gate
        self._make_inner = make_inner
        self._inner: Inner | None = None
        self._transport: asyncio.Transport | None = None
        self._bytes = bytearray()
        self._head: Head | None = None
        self._part = Part.FIRST
        self._since = gate.clock()
        """When this part began."""
        self._unread_since: float | None = None
        self._rank = Rank.STRANGER
        self._thrown_away = 0
        self._ended_by_peer = False
        self.address = ""
        self.seat: SeatId | None = None
        """Whose seat the running request shows."""
        self.on_lost: Callable[[], None] | None = None

    # ---------------------------------------------------------------- what the socket says

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if not isinstance(transport, asyncio.Transport):
            raise TypeError("A guard needs a stream of bytes.")
        self._transport = transport
        peer = transport.get_extra_info("peername")
        self.address = peer[0] if peer else ""
        if not self._gate.admit(self):
            self._part = Part.ENDING
            transport.abort()
            return
        _notice_death(transport.get_extra_info("socket"))

    def data_received(self, data: bytes) -> None:
        if self._part is Part.ENDING:
            self._throw_away(len(data))
            return
        if self._part in (Part.FIRST, Part.IDLE):
            self._enter(Part.HEAD)
        self._bytes += data
        limits = self._gate.limits
        if self._part in (Part.ANSWER, Part.STREAM):
            if len(self._bytes) > limits.head_bytes + limits.body_bytes and self._transport:
                self._transport.pause_reading()
            return
        self._advance()

    def eof_received(self) -> bool:
        self._ended_by_peer = True
        return self._part is Part.ANSWER

    def connection_lost(self, exc: BaseException | None) -> None:
        self._gate.leave(self, self._rank)
        self._part = Part.ENDING
        if self._inner is not None:
            self._inner.connection_lost(exc)
        if self.on_lost is not None:
            self.on_lost()
        self._inner = self._transport = self.on_lost = None

    def pause_writing(self) -> None:
        if self._inner is not None:
            self._inner.pause_writing()

    def resume_writing(self) -> None:
        if self._inner is not None:
            self._inner.resume_writing()

    # ---------------------------------------------------------------- reading a request

    def _advance(self) -> None:
        try:
            while self._part in (Part.HEAD, Part.BODY):
                if self._head is None and not self._read_head():
                    return
                if self._head is None or len(self._bytes) < self._head.length:
                    return
                self._pass_on(self._head)
        except Bad as bad:
            self._refuse(bad)

    def _read_head(self) -> bool:
        """Read a head when it is there as a whole; raises Bad as early as can be known."""
        limits, data = self._gate.limits, self._bytes
        if heads.begins_badly(data):
            raise Bad(400, "garbage")
        end = data.find(heads.END)
        start = bytes(data[: end if end >= 0 else limits.head_bytes + 1])
        if _BARE_LF.search(start):
            raise Bad(400, "control")
        if len(start) > limits.head_bytes:
            raise Bad(*heads.too_long(start, limits))
        if end < 0:
            if b"\r\n" in start:
                heads.check_line(start.partition(b"\r\n")[0], limits)
            return False
        head = heads.parse(start, limits)
        self.seat = self._gate.check(head, self.address)
        del self._bytes[: end + len(heads.END)]
        self._head = head
        self._enter(Part.BODY)
        return True

    def _pass_on(self, head: Head) -> None:
        body = bytes(self._bytes[: head.length])
        del self._bytes[: head.length]
        self._head = None
        self._enter(Part.ANSWER)
        if self._inner is None:
            self._inner = self._make_inner(self)
            if self._transport is not None:
                self._inner.connection_made(self._transport)
        self._inner.data_received(head.written() + body)

    def _refuse(self, bad: Bad) -> None:
        self._gate.refused[bad.why] += 1
        self._bytes.clear()
        self._enter(Part.ENDING)
        transport = self._transport
        if transport is None or transport.is_closing():
            return
        transport.write(short_answer(bad.status, retry_after=bad.status == 429))
        with suppress(OSError, NotImplementedError):
            transport.write_eof()

    def _throw_away(self, count: int) -> None:
        self._thrown_away += count
        if self._thrown_away > LINGER_BYTES:
            self.put_out()

    # ---------------------------------------------------------------- what the answer says

    def streams(self) -> asyncio.Transport | None:
        """Hear that the answer goes on for as long as the connection; returns where it goes."""
        self._enter(Part.STREAM)
        return self._transport

    def done(self) -> None:
        """Hear that the answer was written."""
        if self._part not in (Part.ANSWER, Part.STREAM) or self._transport is None:
            return
        self._enter(Part.IDLE)
        if self._ended_by_peer or self._gate.closing:
            self._transport.close()
            return
        self._transport.resume_reading()
        if self._bytes:
            self._enter(Part.HEAD)
            self._advance()

    # ---------------------------------------------------------------- time

    @property
    def answering(self) -> bool:
        """Whether an answer is being made, or is on its way."""
        left = self._transport.get_write_buffer_size() if self._transport else 0
        return self._part is Part.ANSWER or (self._part is not Part.STREAM and left > 0)

    def overdue(self, now: float) -> bool:
        """Tell whether this part takes too long, or an answer is not taken in."""
        limits, spent = self._gate.limits, now - self._since
        longest = {
            Part.FIRST: limits.first_byte,
            Part.HEAD: limits.headers,
            Part.BODY: limits.body,
            Part.IDLE: limits.idle,
            Part.ENDING: LINGER,
        }.get(self._part)
        late = (longest is not None and spent > longest) or self._is_unread(now)
        if late and self._part not in (Part.IDLE, Part.ENDING):
            self._gate.refused["slow"] += 1
        return late

    def put_out(self) -> None:
        """End the connection at once."""
        if self._transport is not None:
            self._transport.abort()

    def _is_unread(self, now: float) -> bool:
        waiting = self._transport is not None and self._transport.get_write_buffer_size() > 0
        if not waiting:
            self._unread_since = None
        elif self._unread_since is None:
            self._unread_since = now
        return self._unread_since is not None and (
            now - self._unread_since > self._gate.limits.unread
        )

    def _enter(self, part: Part) -> None:
        self._part, self._since = part, self._gate.clock()
        rank = self._rank_of(part)
        if rank is not self._rank:
            self._gate.move(self, self._rank, rank)
            self._rank = rank

    def _rank_of(self, part: Part) -> Rank:
        if part is Part.STREAM:
            return Rank.WORKING if self.seat is not None else Rank.STRANGERS_STREAM
        if part is Part.ANSWER:
            return Rank.WORKING
        return Rank.STRANGER if self.seat is None else Rank.SEATED


def _notice_death(sock: Any) -> None:
    """Let the system find out within a minute that the other side is gone."""
    with suppress(OSError, AttributeError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if sys.platform == "linux":
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, DEAD_AFTER * 1000)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 20)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPINTVL, 10)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPCNT, 2)
