"""Phones that do not exist, and the desk that lets them in, before a real game."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.joining.desk import JoiningDesk
from dilemmaspel.desktop.joining.info import NO_WIFI, JoinInfo, Wifi
from dilemmaspel.desktop.joining.phones import PhonesState
from dilemmaspel.desktop.presenter.window import PresenterWindow
from dilemmaspel.desktop.widgets.question import Question
from dilemmaspel.game.ids import SeatId
from dilemmaspel.phones.addresses import Interface
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts
from tests.desktop.presenter.game import Game

WIFI = Interface("wlan0", "192.168.1.5")
CABLE = Interface("eth0", "10.0.0.7")
VPN = Interface("tun0", "10.8.0.2")

STATE = PhonesState(
    url="http://192.168.1.5:8231/x7k2m4qa",
    typed="x7k2m4",
    word="REIGER",
    networks=(WIFI, CABLE, VPN),
    chosen="192.168.1.5",
)
NOWHERE = PhonesState("", "x7k2m4", "REIGER")


@dataclass
class FakePhones:
    """Does at once what it is told, and remembers that it was told."""

    now: PhonesState = STATE
    trouble: Exception | None = None
    told: list[tuple[Any, ...]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    """Addresses that cannot be used any more."""

    def start(self) -> None:
        self.told.append(("start",))
        if self.trouble is not None:
            raise self.trouble

    def stop(self) -> None:
        self.told.append(("stop",))

    def state(self) -> PhonesState:
        return self.now

    def choose(self, address: str) -> None:
        if address in self.gone:
            raise EnvironmentTrouble("It could not be reached there.", "", "Choose another.")
        self.now = replace(self.now, chosen=address, url=f"http://{address}:8231/x7k2m4qa")

    def lock(self, *, locked: bool) -> None:
        self.now = replace(self.now, locked=locked)

    def purge(self) -> None:
        self.now = replace(self.now, held=self.now.held - self.now.idle, idle=frozenset())

    def hand_over(self, seat: SeatId) -> None:
        self.told.append(("hand_over", seat))
        self.now = replace(self.now, held=self.now.held - {seat})


def taken() -> EnvironmentTrouble:
    """What a server says that finds no port."""
    return EnvironmentTrouble("Every port is taken.", "Nothing is lost.", "Close a program.")


class Door:
    """A desk with its panel, before a game; everything it asks for is carried out or kept."""

    def __init__(
        self,
        qtbot: QtBot,
        game: Game,
        phones: FakePhones | None = None,
        t: Texts | None = None,
        wifi: Wifi = NO_WIFI,
        window: PresenterWindow | None = None,
    ) -> None:
        """Open a door; without a window its panel stands on its own."""
        self.qtbot = qtbot
        self.game = game
        self.phones = phones or FakePhones()
        self.ticks = 0
        self.made = 0
        self.joins: list[tuple[JoinInfo | None, bool]] = []
        self.questions: list[Question] = []
        self.kept: list[Wifi] = []
        self.told: list[str] = []
        self.opened: list[str] = []
        self.desk = JoiningDesk(
            t or Texts("en"), self._make, wifi=wifi, expected=30, ticks=self._tick
        )
        self._listen()
        if window is not None:
            window.set_joining(self.desk.panel, self.desk.note)
            return
        for part in (self.desk.panel, self.desk.note):
            qtbot.addWidget(part)
        self.desk.panel.resize(700, 900)
        self.desk.panel.show()

    def _make(self) -> FakePhones:
        self.made += 1
        return self.phones

    def _tick(self) -> int:
        return self.ticks

    def _listen(self) -> None:
        desk = self.desk
        desk.joinChanged.connect(self._on_join)
        desk.asked.connect(self.questions.append)
        desk.wifiChanged.connect(self.kept.append)
        desk.told.connect(self.told.append)
        desk.openRequested.connect(self._on_open)
        desk.votingRequested.connect(self._on_voting)
        desk.commandRequested.connect(self._on_command)

    def _on_join(self, info: JoinInfo | None, shown: bool) -> None:
        self.joins.append((info, shown))

    def _on_open(self) -> None:
        self.opened.append("phones")

    def _on_voting(self) -> None:
        self.opened.append("voting")

    def _on_command(self, command: Any) -> None:
        assert self.game.do(command) is None
        self.show()
        self.desk.show_accepted(object(), command)

    def show(self) -> "Door":
        """Show the newest view of the game."""
        self.desk.show_view(self.game.view)
        return self

    def come_in(self) -> "Door":
        """Show the view, and wait until phones can come in."""
        self.show()
        self.wait(lambda: self.desk.joining.state is not None)
        return self

    def wait(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=5_000)

    def stands(self, **changes: Any) -> None:
        """Let the phones stand otherwise, and the desk see it."""
        self.phones.now = replace(self.phones.now, **changes)
        self.look()

    def look(self) -> None:
        """Look again, now."""
        assert self.desk._bridge is not None
        self.desk._bridge.look()

    def later(self, milliseconds: int) -> None:
        """Let time pass."""
        self.ticks += milliseconds
        self.desk.look_after()

    def answer(self, name: str) -> None:
        """Answer the newest question."""
        answer = next(one for one in self.questions[-1].answers if one.name == name)
        if answer.then is not None:
            answer.then("")

    @property
    def beamer(self) -> tuple[JoinInfo | None, bool]:
        """What the beamer was told last."""
        return self.joins[-1]

    def find(self, name: str) -> QWidget:
        found = self.desk.panel.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def sees(self, name: str) -> bool:
        return self.find(name).isVisibleTo(self.desk.panel)

    def says(self, name: str) -> str:
        found = self.find(name)
        assert isinstance(found, QLabel | QAbstractButton)
        return found.text()

    def press(self, name: str) -> None:
        found = self.find(name)
        assert isinstance(found, QAbstractButton)
        assert found.isVisibleTo(self.desk.panel), name
        assert found.isEnabled(), name
        found.click()
