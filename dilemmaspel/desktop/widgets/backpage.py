"""A page that leads back: by its first button, and by Escape."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from dilemmaspel.desktop.widgets.kit import button, named


class BackPage(QWidget):
    """What such pages share; `name` begins the name of the button, `back` is what it says."""

    backRequested = Signal()

    def __init__(self, name: str, words: str, back: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, words)
        self.back: QPushButton = button(f"{name}Back", back, "back", "quiet")
        self.back.clicked.connect(self.backRequested)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
            return
        super().keyPressEvent(event)
