"""The screen under a window is found, and outlives the window."""

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.widgets.onscreen import screen_of


def named(name: str) -> QScreen:
    return next(one for one in QGuiApplication.screens() if one.name() == name)


@pytest.mark.parametrize("name", ["laptop", "beamer"])
def test_a_window_is_on_the_screen_under_its_middle(qtbot: QtBot, name: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inside = QLabel("word", window)
    window.move(named(name).geometry().center())
    window.resize(40, 40)
    assert screen_of(inside).name() == name


def test_a_window_beyond_every_screen_is_on_the_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.move(-9_000, -9_000)
    assert screen_of(window) == QGuiApplication.primaryScreen()


def test_asking_makes_the_screen_no_child_of_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    screen = screen_of(window)
    assert f"{id(window):#x}" not in shiboken6.dump(screen)
