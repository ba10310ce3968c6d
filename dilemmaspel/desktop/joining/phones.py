"""The phones as the windows know them: what a server tells, and what can be asked of it."""

from dataclasses import dataclass
from typing import Protocol

from dilemmaspel.game.ids import SeatId
from dilemmaspel.phones.addresses import Interface


@dataclass(frozen=True, slots=True)
class PhonesState:
    """How the phones stand at one moment."""

    url: str
    """What stands in the QR code; empty while there is no network."""
    typed: str
    word: str
    networks: tuple[Interface, ...] = ()
    """The best first."""
    chosen: str = ""
    """The address in the code."""
    locked: bool = False
    full: bool = False
    """Every place is taken."""
    crowded: bool = False
    """More people knock than are expected."""
    held: frozenset[SeatId] = frozenset()
    """Seats that a phone holds."""
    connected: frozenset[SeatId] = frozenset()
    """Seats whose phone spoke a moment ago."""
    idle: frozenset[SeatId] = frozenset()
    """Seats that a phone holds and that never voted."""
    falters: bool = False
    """The server ends again and again, and is started anew."""
    visits: int = 0
    """Requests from other devices since the start."""

    @property
    def network(self) -> Interface | None:
        """The network whose address is in the code."""
        return next((one for one in self.networks if one.ip == self.chosen), None)


class Phones(Protocol):
    """A server for phones; everything but `state` may take a moment, and runs beside the window.

    What fails raises EnvironmentTrouble.
    """

    def start(self) -> None:
        """Begin to listen."""

    def stop(self) -> None:
        """Let go of everything."""

    def state(self) -> PhonesState:
        """How it stands now; returns at once, on any thread."""

    def choose(self, address: str) -> None:
        """Put another address in the code; phones on the old one keep theirs."""

    def lock(self, *, locked: bool) -> None:
        """Lock the door, or open it."""

    def purge(self) -> None:
        """Take away the seats that never voted."""

    def hand_over(self, seat: SeatId) -> None:
        """Take a seat from its phone, for a voter at the laptop or on paper; votes stay."""
