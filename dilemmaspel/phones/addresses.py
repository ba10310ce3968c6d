"""The addresses of this laptop, the one that phones can reach first.

Names and numbers come from the system itself, without an extra library. A virtual private network
and the networks of virtual machines stand last: phones in the room are not on them.
"""

import ctypes
import ctypes.util
import ipaddress
import re
import socket
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

LOOPBACK: Final = "127.0.0.1"


class Link(IntEnum):
    """What kind of network it is; the smaller, the likelier that the phones are on it."""

    WIFI = 0
    CABLE = 1
    OTHER = 2
    VIRTUAL = 3
    VPN = 4
    LOOPBACK = 5


@dataclass(frozen=True, slots=True)
class Interface:
    """An address of this laptop, and the network it belongs to."""

    name: str
    ip: str

    @property
    def link(self) -> Link:
        """What kind of network it is, as far as its name tells."""
        if ipaddress.ip_address(self.ip).is_loopback:
            return Link.LOOPBACK
        return next((kind for kind, names in _NAMES if names.search(self.name)), Link.OTHER)

    @property
    def is_private(self) -> bool:
        """Whether the address is one of those for inside a building.

        Phones warn before a page of any other address that is not encrypted.
        """
        ip = ipaddress.ip_address(self.ip)
        return any(ip in network for network in _PRIVATE)

    @property
    def is_self_made(self) -> bool:
        """Whether the laptop made the address up, since no network gave it one."""
        return ipaddress.ip_address(self.ip).is_link_local


def _like(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NAMES: Final = (
    (Link.VPN, _like(r"^(tun|tap|ppp|wg|utun|ipsec|zt|nordlynx|tailscale)|vpn|warp")),
    (Link.VIRTUAL, _like(r"^(veth|br-|virbr|docker|vmnet|vboxnet|lxc|lxd|podman|cni|bridge)")),
    (Link.VIRTUAL, _like(r"^vethernet|virtual|hyper-v|vmware|wsl")),
    (Link.WIFI, _like(r"^(wl|wifi|ath|ap\d)|wi-?fi|wlan|wireless|draadloos|^en0$")),
    (Link.CABLE, _like(r"^(eth|en|em|p\d+p)|ethernet|lan")),
)
_PRIVATE: Final = tuple(
    ipaddress.ip_network(n) for n in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
)


def interfaces() -> tuple[Interface, ...]:
    """Return the addresses of this laptop, the best first; never its own loopback."""
    found: list[Interface] = []
    with suppress(OSError, AttributeError, ValueError):
        found = list(_from_system())
    if not found:
        with suppress(OSError):
            found = [Interface("", ip) for ip in socket.gethostbyname_ex(socket.gethostname())[2]]
    return ranked(found)


def ranked(found: Iterable[Interface]) -> tuple[Interface, ...]:
    """Order addresses by how likely phones can reach them, each once and without loopback."""
    kept = {one.ip: one for one in found if one.link is not Link.LOOPBACK}
    return tuple(
        sorted(kept.values(), key=lambda o: (o.is_self_made, o.link, not o.is_private, o.name))
    )


def best(found: Sequence[Interface]) -> str:
    """Return the address to listen on: the best one, or loopback when there is no network."""
    return found[0].ip if found else LOOPBACK


def _from_system() -> Iterator[Interface]:
    if sys.platform == "win32":
        return iter(())
    return _from_libc()


class _Entry(ctypes.Structure):
    """`struct ifaddrs`, as far as it is the same on Linux and macOS."""


_Entry._fields_ = [
    ("next", ctypes.POINTER(_Entry)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.POINTER(ctypes.c_ubyte)),
]

_UP: Final = 0x1


def _from_libc() -> Iterator[Interface]:
    """Read the IPv4 addresses of every network that is up; raises OSError."""
    libc: Any = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True)
    first = ctypes.POINTER(_Entry)()
    if libc.getifaddrs(ctypes.byref(first)) != 0:
        raise OSError(ctypes.get_errno(), "The addresses of this computer cannot be read.")
    try:
        entry: Any = first
        while entry:
            ip = _ip_of(entry.contents)
            if ip and entry.contents.flags & _UP:
                yield Interface(entry.contents.name.decode(errors="replace"), ip)
            entry = entry.contents.next
    finally:
        libc.freeifaddrs(first)


def _ip_of(entry: Any) -> str:
    """Return the IPv4 address of an entry; empty when it has another kind of address."""
    if not entry.address:
        return ""
    raw = entry.address
    family = raw[1] if sys.platform == "darwin" else raw[0] | raw[1] << 8
    return socket.inet_ntoa(bytes(raw[4:8])) if family == socket.AF_INET else ""
