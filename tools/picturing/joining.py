"""Pictures of how phones come in: the beamer's page, and the facilitator's page about phones.

The address is one of a home network and always the same, so that a test can read it back.
"""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent
from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.window import BeamerWindow
from dilemmaspel.desktop.joining.desk import PATIENCE_MS, JoiningDesk
from dilemmaspel.desktop.joining.info import JoinInfo, Wifi
from dilemmaspel.desktop.joining.phones import PhonesState
from dilemmaspel.desktop.presenter.window import PresenterWindow
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.state import State
from dilemmaspel.phones.addresses import Interface
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.samples import FLAGSHIPS, played
from tools.picturing.beamer import SIZE
from tools.picturing.png import save

PEOPLE: Final = 13
WIFI: Final = Wifi("Buurthuis-gast", "koffie;metmelk")
STATE: Final = PhonesState(
    url="http://192.168.178.120:8231/x7k2m4qa",
    typed="x7k2m4",
    word="OEVERZWALUW",
    networks=(Interface("wlan0", "192.168.178.120"), Interface("tun0", "10.8.0.2")),
    chosen="192.168.178.120",
    held=frozenset(SeatId(n) for n in range(1, PEOPLE)),
    connected=frozenset(SeatId(n) for n in range(1, PEOPLE) if n % 5),
    visits=40,
)
JOIN: Final = JoinInfo(STATE.url, STATE.typed, STATE.word, WIFI)

_PATIENCE_MS: Final = 10_000


class _Phones:
    """Phones that stand still for a picture."""

    def __init__(self, stands: PhonesState) -> None:
        self._stands = stands

    def start(self) -> None:
        """Begin at once."""

    def stop(self) -> None:
        """Nothing is held."""

    def state(self) -> PhonesState:
        """Return how they stand."""
        return self._stands

    def choose(self, address: str) -> None:
        """Take another address."""
        self._stands = replace(self._stands, chosen=address)

    def lock(self, *, locked: bool) -> None:
        """Lock the door."""
        self._stands = replace(self._stands, locked=locked)

    def purge(self) -> None:
        """Nobody is taken away."""

    def hand_over(self, seat: SeatId) -> None:
        """Take a seat from its phone."""
        self._stands = replace(self._stands, held=self._stands.held - {seat})


class _Ticks:
    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


def joining_pictures(out: Path) -> list[Path]:
    """Show the page of the beamer, and the page about phones when all is well and when not."""
    lobby = played(FLAGSHIPS[0], PEOPLE)[0].state
    away = replace(STATE, held=frozenset(), connected=frozenset(), visits=0)
    return [
        _beamer(out / "beamer-join.png", "light"),
        _beamer(out / "beamer-join-dark.png", "dark"),
        _presenter(out / "presenter-phones.png", lobby, STATE, waited=0),
        _presenter(out / "presenter-phones-check.png", lobby, away, waited=PATIENCE_MS),
    ]


def _beamer(path: Path, theme: str) -> Path:
    window = BeamerWindow(load_theme(theme), Texts("nl"), _Ticks())
    window.resize(*SIZE)
    window.canvas.set_join(JOIN, shown=True)
    window.canvas.show_view(played(FLAGSHIPS[0], PEOPLE)[0].view)
    window.show()
    _rest()
    save(window.grab().toImage(), path)
    window.close()
    window.deleteLater()
    return path


def _presenter(path: Path, state: State, stands: PhonesState, waited: int) -> Path:
    t, ticks = Texts("nl"), _Ticks()
    view = replace(presenter_view(state), setup_voting=Voting.PHONE)
    window = PresenterWindow(t, state.scenario, now=ticks, ticks=ticks)
    desk = JoiningDesk(t, lambda: _Phones(stands), wifi=WIFI, expected=16, ticks=ticks)
    canvas = BeamerCanvas(load_theme(), t, ticks)
    desk.joinChanged.connect(lambda info, shown: canvas.set_join(info, shown=shown))
    window.set_miniature(canvas)
    window.set_joining(desk.panel, desk.note)
    window.resize(1366, 768)
    window.show()
    window.show_view(view)
    canvas.show_view(view.public)
    desk.show_view(view)
    window.show_phones()
    _wait(desk)
    ticks.now += waited
    desk.look_after()
    _rest()
    save(window.grab().toImage(), path)
    desk.stop()
    window.close_for_good()
    window.deleteLater()
    return path


def _wait(desk: JoiningDesk) -> None:
    """Wait until the phones are in."""
    until = QDeadlineTimer(_PATIENCE_MS)
    while desk.joining.state is None:
        if until.hasExpired():
            raise TimeoutError("the phones did not come in")
        QCoreApplication.processEvents()


def _rest() -> None:
    """Let layouts come to rest."""
    for _ in range(5):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        QCoreApplication.processEvents()
