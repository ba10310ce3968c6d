"""Columns of cards side by side; under each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import em, tight


class Columns(QWidget):
    """Each column is as high as its own cards; `least` is its smallest width in lines."""

    def __init__(
        self, columns: Sequence[Sequence[QWidget]], least: float, spacing: int = 16
    ) -> None:
        super().__init__()
        self._needs = len(columns) * least
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        tight(self._layout, spacing)
        for cards in columns:
            column = QVBoxLayout()
            tight(column, spacing)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._layout.addLayout(column, 1)

    @property
    def side_by_side(self) -> bool:
        """Whether there is room for all columns beside each other."""
        return self._layout.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = event.size().width() >= self._needs * em()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(across if fits else down)
