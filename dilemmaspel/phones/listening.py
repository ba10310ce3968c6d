"""The sockets on which phones are heard: one for each address, all on the same port."""

import errno
import socket
import sys
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import Final

from dilemmaspel.phones.addresses import LOOPBACK, Interface
from dilemmaspel.phones.config import PORTS
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import mark

BACKLOG: Final = 2048
"""Phones that may knock at the same moment."""

EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 - only when the facilitator asks for it

_SPARE: Final = 96
"""Open files that the rest of the program needs."""


class Listening:
    """Holds the sockets; they stay open while the thread behind them is started anew."""

    def __init__(self) -> None:
        self.port = 0
        self._sockets: dict[str, socket.socket] = {}

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses that are listened on."""
        return tuple(self._sockets)

    def open(self, ip: str, wanted: Sequence[int]) -> int:
        """Listen on an address and on this laptop itself, at the first port that is free.

        Returns the port; raises EnvironmentTrouble when none is.
        """
        for port in wanted:
            try:
                self._open_at(ip, port)
            except OSError as error:
                self.close()
                if error.errno == errno.EADDRNOTAVAIL:
                    break
            else:
                return self.port
        else:
            raise _taken(wanted)
        raise EnvironmentTrouble(
            mark("This laptop does not have the address {ip}."),
            mark("Nothing is lost."),
            mark("Choose another address, or leave the choice to the game."),
            ip=ip,
        )

    def _open_at(self, ip: str, port: int) -> None:
        self.port = port
        self.add(ip)
        if ip not in (LOOPBACK, EVERYWHERE):
            self.add(LOOPBACK)

    def add(self, ip: str) -> None:
        """Listen on one more address, at the same port; raises OSError."""
        if ip in self._sockets:
            return
        sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            option = "SO_EXCLUSIVEADDRUSE" if sys.platform == "win32" else "SO_REUSEADDR"
            sock.setsockopt(socket.SOL_SOCKET, getattr(socket, option), 1)
            sock.bind((ip, self.port))
            sock.listen(BACKLOG)
            sock.setblocking(False)
        except OSError:
            sock.close()
            raise
        self.port = sock.getsockname()[1]
        self._sockets[ip] = sock

    def names(self, own: AbstractSet[str], allowed: Iterable[str]) -> frozenset[str]:
        """Return exactly the names by which this server may be asked for.

        `own` are the addresses of this laptop, `allowed` the names the facilitator adds.
        """
        ips = set(self._sockets)
        if EVERYWHERE in ips:
            ips = ips - {EVERYWHERE} | own
        names = {LOOPBACK, "localhost", *ips, *allowed}
        named = {name if ":" in name else f"{name}:{self.port}" for name in names}
        return frozenset(named | names if self.port == 80 else named)

    def copy(self, ip: str) -> socket.socket:
        """Return a copy of the socket of one address."""
        return self._sockets[ip].dup()

    def close(self) -> None:
        """Stop listening."""
        for sock in self._sockets.values():
            sock.close()
        self._sockets.clear()


def _taken(wanted: Sequence[int]) -> EnvironmentTrouble:
    return EnvironmentTrouble(
        mark("The phones cannot reach this laptop: the ports {first} to {last} are taken."),
        mark("Nothing is lost."),
        mark("Close the other program that uses them, or vote in another way."),
        first=wanted[0],
        last=wanted[-1],
    )


def is_lost(ip: str, wanted: str, found: Sequence[Interface]) -> bool:
    """Tell whether an address is no address of this laptop any more, and there is another.

    Loopback is good enough only when it was `wanted`.
    """
    if not found or ip == EVERYWHERE:
        return False
    if ip == LOOPBACK:
        return wanted != LOOPBACK
    return ip not in {one.ip for one in found}


def ports(first: int, last_time: int = 0) -> tuple[int, ...]:
    """Return the ports to try, that of last time before all others; 0 is any free one."""
    usual = tuple(range(first, first + PORTS)) if first else (0, 0, 0)
    return (last_time, *(p for p in usual if p != last_time)) if last_time else usual


def room_for(connections: int) -> int:
    """Raise the number of files this program may open; returns how many connections fit."""
    if sys.platform == "win32":
        return connections
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + _SPARE
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return connections
    more = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (more, hard))
        soft = more
    return max(16, min(connections, soft - _SPARE))
