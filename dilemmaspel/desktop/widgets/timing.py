"""Timers."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once(owner: QObject, wait: int, then: Callable[[], None]) -> QTimer:
    """Make a timer that does something once, `wait` milliseconds after each start."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(then)
    return timer
