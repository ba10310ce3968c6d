"""A push button that Enter presses too, as the list of keys promises."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterButton(QPushButton):
    """Pressed by Enter as by the space bar, and once however long the key is held down.

    Qt's own way, a default button, would also be pressed by Enter in a line beside it.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)
