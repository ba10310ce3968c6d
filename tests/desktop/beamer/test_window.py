"""The beamer's window on two screens: it finds its own, and leaves the controls alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.beamer.screens import Place, Plan, Stage, places
from dilemmaspel.desktop.beamer.window import BeamerStage, BeamerWindow
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.samples import views


class Cables(BeamerStage):
    """A stage whose screens can be pulled out and put back."""

    plugged: tuple[str, ...] = ("laptop", "beamer")

    def _screens(self) -> tuple[Place, ...]:
        return tuple(one for one in places() if one.name in self.plugged)

    def pull(self) -> None:
        self.plugged = ("laptop",)
        self._on_removed(next(s for s in QGuiApplication.screens() if s.name() == "beamer"))

    def put_back(self) -> None:
        self.plugged = ("laptop", "beamer")
        self._on_changed()


@pytest.fixture
def controls(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setScreen(next(s for s in QGuiApplication.screens() if s.name() == "laptop"))
    window.setGeometry(20, 20, 400, 300)
    window.show()
    return window


@pytest.fixture
def stage(qtbot: QtBot, controls: QWidget) -> Iterator[Cables]:
    window = BeamerWindow(load_theme(), Texts("en"), lambda: 0)
    qtbot.addWidget(window)
    made = Cables(window, controls)
    yield made
    made.shut()


def press(window: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(window, key)


def window_of(stage: BeamerStage) -> BeamerWindow:
    window = stage.parent()
    assert isinstance(window, BeamerWindow)
    return window


def test_the_window_fills_the_second_screen_by_itself(stage: Cables) -> None:
    stage.open()
    window = window_of(stage)
    assert window.isFullScreen()
    assert window.screen().name() == "beamer"
    assert stage.plan == Plan(Stage.SHOWN, "beamer")


def test_a_beamer_that_is_pulled_out_never_lands_on_the_controls(
    stage: Cables, qtbot: QtBot
) -> None:
    stage.open()
    with qtbot.waitSignal(stage.planChanged, timeout=2_000):
        stage.pull()
        assert not window_of(stage).isVisible()
    assert stage.plan.stage is Stage.GONE
    assert not window_of(stage).isVisible()


def test_a_beamer_that_comes_back_gets_its_picture_within_two_seconds(
    stage: Cables, qtbot: QtBot
) -> None:
    stage.open()
    window_of(stage).show_view(views()[0])
    with qtbot.waitSignal(stage.planChanged, timeout=2_000):
        stage.pull()
    with qtbot.waitSignal(stage.planChanged, timeout=2_000):
        stage.put_back()
    assert window_of(stage).isFullScreen()
    assert window_of(stage).screen().name() == "beamer"
    assert window_of(stage).canvas.view == views()[0]


def test_with_one_screen_the_picture_is_in_a_window(stage: Cables) -> None:
    stage.plugged = ("laptop",)
    stage.open()
    assert stage.plan.stage is Stage.PREVIEW
    assert not window_of(stage).isFullScreen()
    assert window_of(stage).isVisible()


def test_f11_goes_to_a_window_and_back(stage: Cables) -> None:
    stage.open()
    window = window_of(stage)
    press(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert stage.plan.stage is Stage.WINDOWED
    press(window, Qt.Key.Key_F11)
    assert window.isFullScreen()


def test_escape_leaves_full_screen_and_nothing_else(stage: Cables) -> None:
    stage.open()
    window = window_of(stage)
    press(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.isFullScreen()


def test_other_keys_are_handed_to_the_controls(stage: Cables) -> None:
    stage.open()
    keys: list[int] = []
    window_of(stage).keyHandedOn.connect(lambda event: keys.append(event.key()))
    press(window_of(stage), Qt.Key.Key_PageDown)
    assert keys == [Qt.Key.Key_PageDown]


def test_closing_the_window_turns_the_beamer_off(stage: Cables) -> None:
    stage.open()
    window_of(stage).close()
    assert stage.plan.stage is Stage.OFF
    stage.open()
    assert window_of(stage).isFullScreen()


def test_a_screen_can_be_chosen_but_not_that_of_the_controls(stage: Cables) -> None:
    stage.open()
    stage.choose("laptop")
    assert stage.plan.screen == "beamer"
