"""A stop on a road: a stone at the left, and its words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import Level, em, label, mood, tight

DONE, HERE, INSIDE, AHEAD, SKIPPED = "done", "here", "inside", "ahead", "skipped"
"""States of a stop; INSIDE is one whose smaller stops hold the place where we are."""


class Stone(QWidget):
    """One stop; the stone's form tells its state, and so do the words for a screen reader."""

    def __init__(self, *, inner: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner
        self._state = AHEAD
        self._words = label("", "small" if inner else "text", "stoneWords")
        self._layout = QHBoxLayout(self)
        tight(self._layout)
        self._layout.setContentsMargins(self._road_width, 3, 4, 3)
        self._layout.addWidget(self._words)

    @property
    def _road_width(self) -> int:
        return round(em() * (2.1 if self._inner else 1.6))

    def show_stop(self, words: str, state: str, said: str) -> None:
        """Show the words and the state; `said` names the state for a screen reader."""
        self._words.setText(words)
        self.setAccessibleName(f"{words} ({said})" if said else words)
        mood(self._words, "level", self._level(state))
        if state != self._state:
            self._state = state
            self.update()

    def _level(self, state: str) -> Level:
        if state in {HERE, INSIDE}:
            return "strong"
        if self._inner:
            return "small"
        return "text" if state == AHEAD else "muted"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = em() * 0.75, self.height() / 2
        faint = QColor(self.palette().mid().color())
        painter.setPen(QPen(faint, 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        self._paint_stone(painter, QPointF(x, y))
        painter.end()

    def _paint_stone(self, painter: QPainter, middle: QPointF) -> None:
        ink = self.palette().windowText().color()
        accent = self.palette().highlight().color()
        ground = self.palette().window().color()
        size = em() * (0.2 if self._inner else 0.3)
        painter.setPen(QPen(accent if self._state in {HERE, INSIDE} else ink, 2))
        painter.setBrush(ground)
        if self._state == DONE:
            painter.setBrush(ink)
        if self._state == HERE:
            painter.setBrush(accent)
            size = em() * 0.38
        painter.drawEllipse(middle, size, size)
        if self._state == SKIPPED:
            painter.fillRect(QRectF(middle.x() - size, middle.y() - 1, 2 * size, 2), ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
