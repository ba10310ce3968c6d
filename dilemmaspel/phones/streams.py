"""The open streams: one short message to all of them when there is a newer view."""

import asyncio
from typing import Final

from dilemmaspel.game.ids import SeatId
from dilemmaspel.phones.moments import happens

MOST_UNREAD: Final = 4_096
"""Bytes that may wait for a slow phone; it misses messages then, and sees a later one."""

_SIGN_OF_LIFE: Final = b"event: beat\ndata: {}\n\n"


def message(version: int) -> bytes:
    """Write "there is a newer view" as a server-sent event."""
    return f'id: {version}\ndata: {{"version": {version}}}\n\n'.encode()


def chunk(data: bytes) -> bytes:
    """Write a piece of an answer whose length is not known beforehand."""
    return b"%x\r\n%s\r\n" % (len(data), data)


class Streams:
    """Everybody who listens; on the server's thread."""

    def __init__(self) -> None:
        self._open: dict[asyncio.Transport, SeatId | None] = {}

    def __len__(self) -> int:
        return len(self._open)

    def seats(self) -> frozenset[SeatId]:
        """Return the seats that listen."""
        return frozenset(seat for seat in list(self._open.values()) if seat is not None)

    def add(self, transport: asyncio.Transport, seat: SeatId | None) -> None:
        """Let one more listen."""
        self._open[transport] = seat

    def remove(self, transport: asyncio.Transport) -> None:
        """Forget one that is gone."""
        self._open.pop(transport, None)

    def tell(self, version: int) -> None:
        """Tell everybody that there is a newer view."""
        self._send(chunk(message(version)))

    async def stay_alive(self, every: float, stop: asyncio.Event) -> None:
        """Send a sign of life now and then, until the server stops."""
        while not await happens(stop, every):
            self._send(chunk(_SIGN_OF_LIFE))

    def _send(self, data: bytes) -> None:
        for transport in list(self._open):
            if not transport.is_closing() and transport.get_write_buffer_size() < MOST_UNREAD:
                transport.write(data)
