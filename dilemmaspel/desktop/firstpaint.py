"""The moment after a window's first picture, when heavy work may begin."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LATEST_PAINT_MS: Final = 400
"""What waits for the first picture waits no longer than this."""


class FirstPaint(QObject):
    """Calls `then` once, right after the first picture of a window stands on the screen.

    A window that its contents cover completely hears of no picture: it is asked after a while.
    """

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        window.installEventFilter(self)
        QTimer.singleShot(LATEST_PAINT_MS, self, self._on_painted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()
