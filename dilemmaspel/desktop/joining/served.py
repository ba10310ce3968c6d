"""The phones of a session over the real server, as the windows know them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dilemmaspel.desktop.joining.phones import PhonesState
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.setup import Deal
from dilemmaspel.phones.addresses import LOOPBACK, Interface, interfaces
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.leaving import never_voted
from dilemmaspel.phones.screen import Door, RoleMode
from dilemmaspel.session import Session

if TYPE_CHECKING:
    from dilemmaspel.phones.server import PhoneServer

_MODES: Final = {Deal.CHOSEN: RoleMode.CHOSEN, Deal.FACILITATOR: RoleMode.GIVEN}
"""Every other way of dealing is the game's own."""


def phones_of(
    session: Session, people: int, folder: Path, usual: PhoneConfig | None = None
) -> "ServedPhones":
    """Prepare the phones of a session for so many people; 0 when nobody said how many."""
    usual = usual or PhoneConfig()
    setup = session.latest.setup
    here = len(session.latest.seats)
    config = replace(
        usual,
        expected=max(people or usual.expected, here),
        language=setup.language,
        role_mode=_MODES.get(setup.deal, RoleMode.DEALT),
        folder=folder,
    )
    return ServedPhones(session, config)


class ServedPhones:
    """One server, made on the thread that starts it; may be asked from any other after that."""

    def __init__(self, session: Session, config: PhoneConfig) -> None:
        self._session = session
        self._config = config
        self._found: tuple[Interface, ...] = ()
        self._server: PhoneServer | None = None

    def start(self) -> None:
        """Begin to listen; raises EnvironmentTrouble when no port is free."""
        from dilemmaspel.phones.server import PhoneServer

        server = PhoneServer(self._session, self._config, lister=self._listed)
        server.start()
        self._server = server

    def _listed(self) -> tuple[Interface, ...]:
        """Look which networks there are; the server does so every few seconds."""
        self._found = interfaces()
        return self._found

    def stop(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.stop()

    def state(self) -> PhonesState:
        """How it stands now."""
        server, found = self._running, self._found
        status, codes = server.status, server.codes
        ip = server.address.ip
        alone = ip == LOOPBACK and self._config.bind != LOOPBACK
        held = server.held
        return PhonesState(
            url="" if alone else server.url,
            typed=codes.typed,
            word=codes.word,
            networks=found,
            chosen=ip,
            locked=status.door is Door.LOCKED,
            full=status.door is Door.FULL,
            crowded=status.flooded,
            held=held,
            connected=status.connected,
            idle=held & frozenset(never_voted(self._session.latest)),
            falters=status.falters,
            visits=status.visits,
        )

    def choose(self, address: str) -> None:
        """Put another address in the code; raises EnvironmentTrouble when it cannot be used."""
        self._running.switch(address)

    def lock(self, *, locked: bool) -> None:
        """Lock the door, or open it."""
        self._running.lock(locked)

    def purge(self) -> None:
        """Take away the seats that never voted."""
        self._running.purge()

    def hand_over(self, seat: SeatId) -> None:
        """Take a seat from its phone; its votes stay."""
        self._running.hand_over(seat)

    @property
    def _running(self) -> "PhoneServer":
        if self._server is None:
            raise RuntimeError("The phones are asked before they were started.")
        return self._server
