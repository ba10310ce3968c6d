"""What the panel about phones shows, as one value."""

from dataclasses import dataclass
from enum import StrEnum

from dilemmaspel.desktop.joining.info import NO_WIFI, JoinInfo, Wifi
from dilemmaspel.desktop.joining.phones import PhonesState


class Standing(StrEnum):
    """Whether phones can come in at all."""

    OFF = "off"
    STARTING = "starting"
    ON = "on"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Joining:
    """How it goes with the phones."""

    standing: Standing = Standing.OFF
    trouble: str = ""
    """Why they are off; for the facilitator."""
    state: PhonesState | None = None
    """There while they are on."""
    wifi: Wifi = NO_WIFI
    expected: int = 0
    shown: bool = False
    """The beamer shows how to come in."""
    waited: bool = False
    """Nobody came by for so long that something is the matter."""

    @property
    def info(self) -> JoinInfo | None:
        """What the join page shows; None while there is nothing to come in to."""
        state = self.state
        if state is None or not state.url:
            return None
        wifi = self.wifi if self.wifi.name else None
        return JoinInfo(state.url, state.typed, state.word, wifi, state.locked)
