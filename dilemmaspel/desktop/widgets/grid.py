"""Cards side by side, as many as fit, all equally wide."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dilemmaspel.desktop.widgets.kit import em, tight


class CardGrid(QWidget):
    """As many columns as fit the width and the size of the letters.

    `least` is the smallest width of a card in lines; with `whole` no row is left half empty. A
    card that is left out is thrown away, or with `keeps` only hidden.
    """

    def __init__(
        self,
        least: float,
        most: int,
        across: int = 20,
        down: int = 20,
        *,
        whole: bool = False,
        keeps: bool = False,
    ) -> None:
        super().__init__()
        self._least = least
        self._most = most
        self._whole = whole
        self._keeps = keeps
        self._cards: tuple[QWidget, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        tight(self._grid)
        self._grid.setHorizontalSpacing(across)
        self._grid.setVerticalSpacing(down)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order; those that are left out go."""
        for old in self._cards:
            if old not in cards:
                self._grid.removeWidget(old)
                old.hide()
                if not self._keeps:
                    old.setParent(None)
                    old.deleteLater()
        self._cards = tuple(cards)
        self._columns = 0
        self._arrange(self.width())

    @property
    def columns(self) -> int:
        """How many cards stand side by side now."""
        return self._columns

    def minimumSizeHint(self) -> QSize:
        """A grid can always become narrower: it takes fewer columns."""
        least = super().minimumSizeHint()
        return QSize(min(round(em() * self._least), least.width()), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        gap = self._grid.horizontalSpacing()
        fits = int((width + gap) // (em() * self._least + gap))
        columns = max(1, min(self._most, fits))
        while self._whole and len(self._cards) % columns:
            columns -= 1
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards:
            self._grid.removeWidget(card)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(place, columns))
            card.show()
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
