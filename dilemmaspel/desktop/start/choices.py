"""A question with a few large answers side by side, of which one holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.style import icon
from dilemmaspel.desktop.widgets.card import CardButton
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.desktop.widgets.kit import em, label, named, tight

_STOP = Qt.FocusPolicy.StrongFocus
_NO_STOP = Qt.FocusPolicy.ClickFocus
"""Tab stops at the answer that holds; the arrow keys go to the others."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One large answer."""

    key: str
    title: str
    meaning: str
    sign: str = ""


class ChoiceCard(CardButton):
    """An answer that stays pressed."""

    def __init__(self, name: str, choice: Choice) -> None:
        super().__init__(name, "choice", 12, 2)
        self.key = choice.key
        self.setCheckable(True)
        self.setAutoExclusive(True)  # or a screen reader calls it a box to tick
        self._title = label("", "strong", f"{name}Title")
        self._meaning = label("", "small", f"{name}Meaning")
        words, row = QVBoxLayout(), QWidget()
        tight(words, 2)
        words.addWidget(self._title)
        words.addWidget(self._meaning)
        words.addStretch(1)
        line = QHBoxLayout(row)
        tight(line, 10)
        if choice.sign:
            line.addWidget(_sign(choice.sign))
        line.addLayout(words, 1)
        self.add(row)
        self.show_choice(choice)

    def show_choice(self, choice: Choice) -> None:
        """Show the words of the answer."""
        self._title.setText(choice.title)
        self._meaning.setText(choice.meaning)
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.meaning)


class Choices(QWidget):
    """Emits `chosen` with the key of the answer that somebody pressed."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        words: str,
        choices: Sequence[Choice],
        least: float = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, name, words)
        self.cards: Mapping[str, ChoiceCard] = {
            one.key: ChoiceCard(f"{name}_{one.key}", one) for one in choices
        }
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for card in self.cards.values():
            self._group.addButton(card)
        self._group.buttonClicked.connect(self._on_clicked)
        grid = CardGrid(least, len(self.cards), 12, 12, whole=True)
        grid.show_cards(tuple(self.cards.values()))
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(grid)

    def show_choice(self, key: str, words: Callable[[str], Choice] | None = None) -> None:
        """Show which answer holds, and other words for each when `words` gives them."""
        for one, card in self.cards.items():
            card.setChecked(one == key)
            card.setFocusPolicy(_STOP if one == key else _NO_STOP)
            if words is not None:
                card.show_choice(words(one))

    def _on_clicked(self, card: ChoiceCard) -> None:
        self.chosen.emit(card.key)


def _sign(name: str) -> QLabel:
    made = QLabel()
    side = round(em() * 1.5)
    colour = made.palette().color(QPalette.ColorRole.WindowText).name()
    made.setPixmap(icon(name, colour, side).pixmap(QSize(side, side)))
    return made
