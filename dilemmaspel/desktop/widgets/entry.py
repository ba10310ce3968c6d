"""One line to write in, with the button that keeps it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from dilemmaspel.desktop.widgets.kit import button, named, tight

LONGEST = 500
"""Characters that a person can write in one line."""


class Entry(QWidget):
    """Hands over what was written; the words stay until `settle` says that they are kept."""

    submitted = Signal(str)

    def __init__(
        self, name: str, asks: str, does: str, sign: str = "plus", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = named(QLineEdit(), f"{name}Line", asks)
        self.line.setPlaceholderText(asks)
        self.line.setMaxLength(LONGEST)
        self.line.returnPressed.connect(self._on_submitted)
        self.keep: QPushButton = button(f"{name}Keep", does, sign)
        self.keep.clicked.connect(self._on_submitted)
        layout = QHBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.keep)
        named(self, name)

    def text(self) -> str:
        """What is written, without the space around it."""
        return self.line.text().strip()

    def settle(self, kept: str) -> None:
        """Empty the line when it still holds what was kept, and not something newer."""
        if self.text() == kept:
            self.line.clear()

    def _on_submitted(self) -> None:
        if self.text():
            self.submitted.emit(self.text())
        else:
            self.line.setFocus()
