"""How it goes with the phones, for the facilitator's eyes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from dilemmaspel.game.ids import SeatId, frozen
from dilemmaspel.phones.addresses import Interface, Link
from dilemmaspel.phones.screen import Door
from dilemmaspel.texts import mark

PATIENCE: Final = 60.0
"""Seconds without any visit after which something is probably wrong."""

OFTEN: Final = 3
"""New starts of the server in a minute that the facilitator should know of."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where phones find the page."""

    ip: str
    port: int

    @property
    def base(self) -> str:
        """The address that people type."""
        return f"http://{self.ip}:{self.port}"

    def url(self, code: str) -> str:
        """Return what the QR holds."""
        return f"{self.base}/{code}"


@dataclass(frozen=True, slots=True)
class Status:
    """One moment of the server."""

    running: bool
    address: Address | None = None
    addresses: tuple[str, ...] = ()
    """Every address that is listened on."""
    door: Door = Door.OPEN
    inside: int = 0
    """Seats that came by phone."""
    ceiling: int = 0
    connected: frozenset[SeatId] = frozenset()
    """Seats whose phone is here now."""
    held: frozenset[SeatId] = frozenset()
    """Seats that a phone holds."""
    unused: frozenset[SeatId] = frozenset()
    """Seats that came by phone and never voted."""
    visits: int = 0
    """Requests of other machines since the start."""
    seconds: float = 0.0
    """Since the start."""
    refused: Mapping[str, int] = field(default_factory=frozen)
    """How often something was refused, by a word for why; no addresses."""
    flooded: bool = False
    """Much more comes in than a room of people sends."""
    restarts: int = 0
    """How often the server was started anew in the last minute."""

    @property
    def nobody_comes(self) -> bool:
        """Whether it is time to look why phones do not come in."""
        return self.running and not self.visits and self.seconds > PATIENCE

    @property
    def falters(self) -> bool:
        """Whether the server had to be started anew too often."""
        return self.restarts >= OFTEN


class Cause(StrEnum):
    """Why phones may not come in, and what to do; the likeliest is tried first."""

    NO_NETWORK = "no_network"
    VPN = "vpn"
    VIRTUAL = "virtual"
    PUBLIC = "public"
    OTHER_NETWORK = "other_network"
    FIREWALL = "firewall"
    ISOLATION = "isolation"


CAUSES: Final[Mapping[Cause, tuple[str, str]]] = {
    Cause.NO_NETWORK: (
        mark("This laptop is on no network."),
        mark("Connect it to the Wi-Fi of the room, or to a router of your own."),
    ),
    Cause.VPN: (
        mark("The address belongs to a VPN; phones in the room are not on it."),
        mark("Turn the VPN off, or choose another address here."),
    ),
    Cause.VIRTUAL: (
        mark("The address belongs to a virtual machine; phones cannot reach it."),
        mark("Choose the address of the Wi-Fi here."),
    ),
    Cause.PUBLIC: (
        mark("The address is not one for inside a building; phones warn before the page."),
        mark("Choose another address here, or use a router of your own."),
    ),
    Cause.OTHER_NETWORK: (
        mark("The phones may be on another network than this laptop."),
        mark("Let everyone scan the code of the Wi-Fi first, with mobile data off."),
    ),
    Cause.FIREWALL: (
        mark("The firewall of this laptop may keep the phones out."),
        mark("Allow Dilemmaspel in the firewall, for private and public networks."),
    ),
    Cause.ISOLATION: (
        mark("Guest Wi-Fi often keeps devices apart, so that phones see no laptop."),
        mark("Use a router or hotspot of your own; or vote by hands or on this laptop."),
    ),
}
"""What is the matter, and how to mend it."""


def likely_causes(ip: str, found: tuple[Interface, ...]) -> tuple[Cause, ...]:
    """Return why phones may not come in at this address, the likeliest first."""
    here = next((one for one in found if one.ip == ip), None)
    if not found or here is None or here.is_self_made:
        return (Cause.NO_NETWORK,)
    certain = {Link.VPN: Cause.VPN, Link.VIRTUAL: Cause.VIRTUAL}.get(here.link)
    if certain is not None:
        return (certain, Cause.FIREWALL, Cause.ISOLATION)
    usual = (Cause.FIREWALL, Cause.OTHER_NETWORK, Cause.ISOLATION)
    return usual if here.is_private else (Cause.PUBLIC, *usual)
