"""An option's mark: its letter in its shape and colour, as it stands on the beamer."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from dilemmaspel.desktop.widgets.kit import em
from dilemmaspel.theme import Shape, load_theme

_CORNERS = {Shape.TRIANGLE: 3, Shape.DIAMOND: 4, Shape.PENTAGON: 5, Shape.HEXAGON: 6}

_DARK = 128
"""A ground of less lightness than this is dark."""


class OptionBadge(QWidget):
    """Letter, shape and colour together, so that none has to be told apart alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_option(self, index: int) -> None:
        """Show the mark of the option at `index` (0 is A)."""
        if index != self._index:
            self._index = index
            self.update()

    def sizeHint(self) -> QSize:
        side = round(em() * 1.7)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint(painter, QRectF(self.rect()), self._index, self)
        painter.end()


def badge_icon(index: int, on: QPushButton) -> QIcon:
    """Return the mark of the option at `index`, as large as the icons of that button."""
    side, ratio = on.iconSize().width(), on.devicePixelRatioF()
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    _paint(painter, QRectF(0, 0, side, side), index, on)
    painter.end()
    return QIcon(drawn)


def _paint(painter: QPainter, room: QRectF, index: int, on: QWidget) -> None:
    dark = QApplication.palette().window().color().lightness() < _DARK
    theme = load_theme("dark" if dark else "light")
    mark = theme.option(index)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark.colour))
    area = room.adjusted(1, 1, -1, -1)
    painter.drawPath(_outline(mark.shape, area))
    font = QFont(on.font())
    font.setPixelSize(max(1, round(area.height() * 0.5)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(theme.colour("on_accent")))
    down = area.height() * (0.14 if mark.shape is Shape.TRIANGLE else 0)
    painter.drawText(area.translated(0, down), Qt.AlignmentFlag.AlignCenter, mark.letter)


def _outline(shape: Shape, area: QRectF) -> QPainterPath:
    path = QPainterPath()
    if shape in _CORNERS:
        path.addPolygon(_polygon(_CORNERS[shape], area))
        path.closeSubpath()
    elif shape is Shape.SQUARE:
        inner = area.adjusted(1, 1, -1, -1)
        path.addRoundedRect(inner, 3, 3)
    else:
        path.addEllipse(area)
    return path


def _polygon(corners: int, area: QRectF) -> QPolygonF:
    middle, size = area.center(), area.height() / 2
    lower = size * 0.16 if corners == 3 else 0.0
    points = []
    for n in range(corners):
        turn = -math.pi / 2 + 2 * math.pi * n / corners
        reach = size * (1.14 if corners == 3 else 1.0)
        points.append(
            QPointF(
                middle.x() + reach * math.cos(turn), middle.y() + lower + reach * math.sin(turn)
            )
        )
    return QPolygonF(points)
