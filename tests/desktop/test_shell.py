"""The window on the laptop: it fits on the screen there is."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.texts import Texts


@dataclass(frozen=True)
class Screen:
    """A screen of which a bar of the system takes a part."""

    width: int
    height: int

    def availableGeometry(self) -> QRect:
        return QRect(0, 0, self.width, self.height)


@pytest.mark.parametrize(
    ("width", "height", "fills"),
    [
        (1366, 728, True),  # the smallest laptop we are made for, under a bar of 40
        (1280, 680, True),  # 1920 by 1080 at 150 %
        (1366, 1080, True),
        (1920, 780, True),
        (1920, 1040, False),
    ],
)
def test_the_window_fills_a_screen_that_is_too_small_for_it_and_its_frame(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int, height: int, fills: bool
) -> None:
    screen = Screen(width, height)
    monkeypatch.setattr("dilemmaspel.desktop.shell.screen_of", lambda _: screen)
    window = MainWindow(Texts("nl"))
    qtbot.addWidget(window)
    window.appear()
    assert window.isVisible()
    assert window.isMaximized() == fills
