"""A box to tick, or one of several to choose, with words beside it that may wrap."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.widgets.kit import TARGET, em, label, named, say, tight


class Said(NamedTuple):
    """An answer: its key, its name, and what it means."""

    key: str
    name: str
    meaning: str = ""


class _Beside(QWidget):
    """A button and its words; a press on the words is a press on the button."""

    def __init__(self, button: QAbstractButton, name: str, words: str, meaning: str) -> None:
        super().__init__()
        self.button = named(button, name, words)
        self.button.setAccessibleDescription(meaning)
        self.button.setMinimumSize(TARGET, TARGET)
        self._words: QLabel = label(words, "text", f"{name}Words")
        self._meaning: QLabel = label("", "small", f"{name}Meaning")
        say(self._meaning, meaning)
        beside, row = QVBoxLayout(), QHBoxLayout(self)
        tight(beside, 0)
        tight(row, 4)
        beside.setContentsMargins(0, max(0, (TARGET - em()) // 2), 0, 0)
        beside.addWidget(self._words)
        beside.addWidget(self._meaning)
        beside.addStretch(1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)

    def reword(self, words: str, spoken: str = "") -> None:
        """Say something else beside the button; a screen reader may hear more."""
        self._words.setText(words)
        self.button.setAccessibleName(spoken or words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.button.click()
        super().mouseReleaseEvent(event)


class Tick(_Beside):
    """Emits `ticked` when somebody changes it; `show_tick` does not."""

    ticked = Signal(bool)

    def __init__(self, name: str, words: str, meaning: str = "") -> None:
        super().__init__(QCheckBox(), name, words, meaning)
        self.button.clicked.connect(self.ticked)

    def show_tick(self, on: bool) -> None:
        """Show whether it is ticked."""
        self.button.setChecked(on)


class OneOf(QWidget):
    """Several answers of which one holds; emits the key of the one somebody chose."""

    chosen = Signal(str)

    def __init__(self, name: str, words: str, answers: Sequence[Said]) -> None:
        super().__init__()
        named(self, name, words)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        tight(column, 2)
        radios = {}
        for key, said, meaning in answers:
            line = _Beside(QRadioButton(), f"{name}_{key}", said, meaning)
            line.button.setProperty("key", key)
            self._group.addButton(line.button)
            column.addWidget(line)
            radios[key] = line.button
        self.radios: Mapping[str, QAbstractButton] = radios
        self._group.buttonClicked.connect(self._on_clicked)

    def show_choice(self, key: str) -> None:
        """Show which answer holds; Tab stops there, the arrow keys go to the others."""
        for one, radio in self.radios.items():
            radio.setChecked(one == key)
            radio.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if one == key else Qt.FocusPolicy.ClickFocus
            )

    def _on_clicked(self, radio: QAbstractButton) -> None:
        self.chosen.emit(radio.property("key"))
