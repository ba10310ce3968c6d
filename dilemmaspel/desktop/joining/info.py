"""How people come in with their phone, as a value: addresses, codes and the room's Wi-Fi."""

import re
from dataclasses import dataclass
from typing import Final

_SPECIAL: Final = re.compile(r'([\\;,":])')
"""What a reader of a Wi-Fi code takes as a mark of its own."""


@dataclass(frozen=True, slots=True)
class Wifi:
    """The network of the room; without a password it is an open one."""

    name: str
    password: str = ""

    @property
    def code(self) -> str:
        """What stands in the QR code with which a phone joins the network.

        The form that Android and iOS read: `WIFI:T:WPA;S:name;P:password;;`.
        """
        name, password = (_SPECIAL.sub(r"\\\1", one) for one in (self.name, self.password))
        kind, key = ("WPA", f"P:{password};") if password else ("nopass", "")
        return f"WIFI:T:{kind};S:{name};{key};"


NO_WIFI: Final = Wifi("")


@dataclass(frozen=True, slots=True)
class JoinInfo:
    """What the join page shows."""

    url: str
    """What stands in the QR code, such as `http://192.168.1.5:8231/x7k2m4qa`."""
    typed: str
    """The short code that people type."""
    word: str
    """The word of this session; the phones show the same one."""
    wifi: Wifi | None = None
    """None when nobody told the game which network it is."""
    locked: bool = False
    """Nobody new can come in; who was in can come back."""

    @property
    def address(self) -> str:
        """What people type in their browser: host and port."""
        return self.url.partition("://")[2].partition("/")[0]

    @property
    def pieces(self) -> tuple[str, str]:
        """The short code in two halves, which are easier to type than the whole."""
        half = (len(self.typed) + 1) // 2
        return self.typed[:half], self.typed[half:]
