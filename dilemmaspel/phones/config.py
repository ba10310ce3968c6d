"""What the facilitator sets for the phones, and the limits that follow from it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dilemmaspel.phones.screen import RoleMode
from dilemmaspel.texts import DEFAULT_LANGUAGE

FIRST_PORT: Final = 8231
PORTS: Final = 10
"""When a port is taken, the next of so many is tried."""

ROOM: Final = 3
"""Seats for `expected` people, as `ROOM` per two of them."""

KIB: Final = 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one connection may take: times in seconds, sizes in bytes."""

    first_byte: float = 10.0
    headers: float = 5.0
    body: float = 10.0
    idle: float = 60.0
    unread: float = 30.0
    """How long an answer may wait to be taken in by the other side."""
    heartbeat: float = 15.0
    """Between two signs of life on a stream."""
    answer: float = 25.0
    """How long a phone waits for the log before it is told to ask again."""
    head_bytes: int = 8 * KIB
    url_bytes: int = 2 * KIB
    body_bytes: int = 16 * KIB
    header_lines: int = 64
    json_depth: int = 5
    connections: int = 0
    """The most connections at once; 0 follows from the number of people."""


@dataclass(frozen=True, slots=True)
class PhoneConfig:
    """The settings of the phones of one session."""

    expected: int = 30
    """People expected; seats, connections and pace follow from it."""
    bind: str = ""
    """The address to listen on; empty takes the best one."""
    port: int = FIRST_PORT
    """The first port to try; 0 takes any free one."""
    allow_hosts: tuple[str, ...] = ()
    """Names by which this laptop is also known, with or without `:port`."""
    language: str = DEFAULT_LANGUAGE
    """The language of a phone that has not chosen one."""
    role_mode: RoleMode = RoleMode.DEALT
    locked: bool = False
    """The door is locked from the start."""
    folder: Path | None = None
    """Where the seats are kept during the session; None keeps them in memory alone."""
    retention_months: int = 24
    """How long raw data are kept, told in the notice; 0 erases them right after the session."""
    limits: Limits = field(default_factory=Limits)

    @property
    def ceiling(self) -> int:
        """The most seats that phones can take."""
        return max(1, -(-self.expected * ROOM // 2))

    @property
    def most_connections(self) -> int:
        """The most connections at once."""
        return self.limits.connections or 256 + 6 * self.ceiling
