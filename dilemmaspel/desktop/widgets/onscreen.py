"""Which screen a window stands on, asked in a way that leaves the screen alive."""

from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def screen_of(widget: QWidget) -> QScreen:
    """The screen under the middle of a window, else the first one.

    `QWidget.screen` and `QWindow.screen` are not for us: PySide makes the screen they return a
    child of the widget, and when Python clears the widget away the screen of Qt goes with it. The
    next window that asks for its letters then ends the program.
    """
    middle = widget.window().frameGeometry().center()
    return QGuiApplication.screenAt(middle) or QGuiApplication.primaryScreen()
