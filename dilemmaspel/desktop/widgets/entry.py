"""One line to write in, with what it asks above it and the button that keeps it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import button, label, named, sign_button, tight

LONGEST = 500
"""Characters that a person can write in one line."""


class Asked(QWidget):
    """A line to write in, under the words that say what belongs there."""

    def __init__(self, name: str, asks: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = named(QLineEdit(), f"{name}Line", asks)
        self.line.setMaxLength(LONGEST)
        layout = QVBoxLayout(self)
        tight(layout, 2)
        layout.addWidget(label(asks, "small", f"{name}Asks"))
        layout.addWidget(self.line)

    def text(self) -> str:
        """What is written, without the space around it."""
        return self.line.text().strip()


class Entry(QWidget):
    """Hands over what was written; the words stay until `settle` says that they are kept."""

    submitted = Signal(str)

    def __init__(
        self, name: str, asks: str, does: str, sign: str = "", parent: QWidget | None = None
    ) -> None:
        """Make it with words on its button, or, where room is scarce, with a `sign` alone."""
        super().__init__(parent)
        self.line = named(QLineEdit(), f"{name}Line", asks)
        self.line.setMaxLength(LONGEST)
        self.line.returnPressed.connect(self.submit)
        self.keep: QPushButton = (
            sign_button(f"{name}Keep", does, sign) if sign else button(f"{name}Keep", does)
        )
        self.keep.clicked.connect(self.submit)
        self._row, layout = QGridLayout(), QVBoxLayout(self)
        tight(self._row, 8)
        tight(layout, 2)
        self._row.addWidget(self.line, 0, 0)
        self._row.addWidget(self.keep, 0, 1)
        self._row.setColumnStretch(0, 1)
        layout.addWidget(label(asks, "small", f"{name}Asks"))
        layout.addLayout(self._row)
        named(self, name)

    def text(self) -> str:
        """What is written, without the space around it."""
        return self.line.text().strip()

    @staticmethod
    def in_line(*entries: "Entry") -> None:
        """Let entries that stand under each other have lines of the same length."""
        for one in entries:
            one.keep.ensurePolished()
        widest = max(one.keep.sizeHint().width() for one in entries)
        for one in entries:
            one.keep_from(widest)

    def keep_from(self, width: int) -> None:
        """Give the button at least this much room, in pixels."""
        self._row.setColumnMinimumWidth(1, width)

    def settle(self, kept: str) -> None:
        """Empty the line when it still holds what was kept, and not something newer."""
        if self.text() == kept:
            self.line.clear()

    def submit(self) -> None:
        """Hand over what is written; when nothing is, go to the line."""
        if self.text():
            self.submitted.emit(self.text())
        else:
            self.line.setFocus()
