"""The real program in a folder of its own, and the hands that press its buttons."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from dilemmaspel.app import App, Options
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.evening import Evening, Pace
from dilemmaspel.game.commands import Command
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.settings import Settings
from dilemmaspel.theme import load_theme
from tools.picturing.png import save

W = TypeVar("W", bound=QWidget)

PATIENCE: Final = 20.0
"""Seconds to wait for something that has to come."""
USUAL, DOUBLE = 10.0, 20.0
"""The system's letters in points, and those of 200 %."""


class _Ticks:
    """A clock on which a second passes between any two looks, so that no press is too early."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        self.now += 1_000
        return self.now


class House:
    """One run of the program, and where its pictures go."""

    def __init__(
        self,
        folder: Path,
        out: Path,
        *,
        people: int = 0,
        received: int = 0,
        scenarios: Path | None = None,
    ) -> None:
        self.out = out
        self.saved: list[Path] = []
        settings = Settings(
            motion=False,
            data_folder=str(folder),
            people=people,
            organisation="Welzijn Waterkant",
            region="Waterkant-Noord",
            local_contact="Samira van het wijkteam",
        )
        self.app = App(
            Options(db=folder / "log.sqlite", scenarios=scenarios, windowed=True),
            settings,
            Pace(ticks=_Ticks(), received=received),
        )
        self.app.open()
        self.wait(lambda: self.app.log is not None)
        self.rest()

    @property
    def window(self) -> QWidget:
        """The window on the laptop."""
        return self.app.window

    @property
    def evening(self) -> Evening:
        """The running session."""
        if self.app.evening is None:
            raise LookupError("no session runs")
        return self.app.evening

    def begin(self, scenario: str, voting: str = "", profile: str = "dagdeel") -> None:
        """Three presses from the start screen to the lobby; a way of voting is one more."""
        self.press(f"scenario_{scenario}")
        if voting:
            self.press(f"voting_{voting}")
        self.press(f"profile_{profile}")
        self.press("toLobby")
        self.wait(lambda: self.app.evening is not None)
        self.rest()

    def leave(self) -> None:
        """Go back to the start screen; the session can be resumed."""
        self.evening.leave()
        self.wait(lambda: self.app.evening is None)
        self.rest()

    def close(self) -> None:
        """End the program."""
        if self.app.evening is not None:
            self.leave()
        self.window.close()

    # ------------------------------------------------------------- eyes and hands

    def find(self, name: str, kind: type[W]) -> W | None:
        """Find a widget that can be seen and used."""
        for one in self.window.findChildren(kind, name):
            if one.isVisible() and one.isEnabled():
                return one
        return None

    def see(self, name: str, kind: type[W]) -> W:
        """Find a widget, or stop with its name."""
        self.wait(lambda: self.find(name, kind) is not None, name)
        found = self.find(name, kind)
        if found is None:
            raise LookupError(name)
        return found

    def press(self, name: str) -> None:
        """Press a button."""
        self.see(name, QAbstractButton).click()
        self.rest()

    def wait(self, true: Callable[[], bool], what: str = "") -> None:
        """Wait until something is so."""
        until = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > until:
                raise TimeoutError(f"waited too long {what}")
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def ask(self, command: Command) -> bool:
        """Ask the running session for a command; tells whether it was carried out."""
        answers: list[tuple[bool, object]] = []
        bridge = self.evening.bridge

        def accepted(_receipt: object, of: object) -> None:
            answers.append((True, of))

        def refused(_why: object, of: object) -> None:
            answers.append((False, of))

        bridge.accepted.connect(accepted)
        bridge.refused.connect(refused)
        bridge.send(command)
        self.wait(lambda: any(of is command for _, of in answers), str(command))
        bridge.accepted.disconnect(accepted)
        bridge.refused.disconnect(refused)
        return any(done for done, of in answers if of is command)

    def rest(self) -> None:
        """Wait until the window shows what is saved and nothing moves any more."""
        if self.app.evening is not None:
            self.wait(self._up_to_date)
        before: object = None
        while before != (before := self._places()):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            for _ in range(4):
                QCoreApplication.processEvents()

    def _up_to_date(self) -> bool:
        shown, now = self.evening.presenter.shown, presenter_view(self.evening.state)
        return shown is not None and shown == now if not now.closed else shown is not None

    def _places(self) -> list[object]:
        return [
            one.geometry()
            for one in self.window.findChildren(QWidget)
            if one.isVisibleTo(self.window)
        ]

    def take(self, name: str) -> None:
        """Take a picture of the whole window."""
        self.rest()
        path = self.out / f"{name}.png"
        save(self.window.grab().toImage(), path)
        self.saved.append(path)


@contextmanager
def a_house(
    out: Path, *, people: int = 0, received: int = 0, scenarios: Path | None = None
) -> Iterator[House]:
    """Open the program in a new folder, and close it after."""
    with TemporaryDirectory(prefix="dilemmaspel-") as folder:
        house = House(Path(folder), out, people=people, received=received, scenarios=scenarios)
        yield house
        house.close()


@contextmanager
def letters(points: float) -> Iterator[None]:
    """Let the system's letters be so large for windows that are made in this block."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("there is no application")
    usual = app.property("dilemmaspel_points")
    _dress(app, points)
    yield
    _dress(app, usual)


def _dress(app: QApplication, points: float) -> None:
    app.setProperty("dilemmaspel_points", points)
    apply_style(app, load_theme())
