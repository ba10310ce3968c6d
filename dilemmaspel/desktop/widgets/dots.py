"""Seats as dots: filled when somebody voted, hollow when not yet."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dilemmaspel.desktop.widgets.kit import em


class SeatDots(QWidget):
    """One dot per seat, in the colour of the text; says nothing that its words do not say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seats: tuple[bool, ...] = ()
        self._side = max(10, round(em() * 0.7))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_seats(self, seats: tuple[bool, ...], words: str) -> None:
        """Show which seats are filled; `words` says the same for a screen reader."""
        self.setAccessibleName(words)
        if seats != self._seats:
            self._seats = seats
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = -(-len(self._seats) // self._in_line(width))
        return max(1, lines) * self._step

    def sizeHint(self) -> QSize:
        return QSize(min(len(self._seats), 6) * self._step, self._step)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._step, self._step)

    @property
    def _step(self) -> int:
        return round(self._side * 1.4)

    def _in_line(self, width: int) -> int:
        return max(1, width // self._step)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().windowText().color()
        painter.setPen(QPen(ink, 1.6))
        in_line = self._in_line(self.width())
        for place, filled in enumerate(self._seats):
            painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
            row, column = divmod(place, in_line)
            middle = QPointF((column + 0.5) * self._step, (row + 0.5) * self._step)
            painter.drawEllipse(middle, self._side / 2 - 1, self._side / 2 - 1)
        painter.end()
