"""Money over the years as stacked blocks: what is fixed, what is free, what falls short."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainterPath, QPen

from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, MIDDLE, Sheet
from dilemmaspel.game.world import YearRoom

_NUMBER: Final = Type(Kind.NUMBER, 64, 48, QFont.Weight.Bold, 1.0)
_LEAST_FOR_NUMBER: Final = 52.0


def draw_stacks(sheet: Sheet, rooms: Sequence[YearRoom], names: Sequence[str], box: QRectF) -> None:
    """Draw a stack per year with its name below; numbers are thousands of euros."""
    most = max((max(r.committed, r.committed + r.free, 1) for r in rooms), default=1)
    base = box.bottom() - 76
    unit = (base - box.top()) / most
    each = box.width() / max(1, len(rooms))
    for place, (room, name) in enumerate(zip(rooms, names, strict=True)):
        stack = QRectF(box.left() + place * each + each * 0.09, box.top(), each * 0.82, 0)
        stack.setBottom(base)
        _draw_year(sheet, room, stack, unit * sheet.look.progress)
        below = QRectF(box.left() + place * each, base + 12, each, 64)
        sheet.write(name, below, sheet.axis, "ink", CENTRE, MIDDLE)
    sheet.line(QPointF(box.left(), base), QPointF(box.right(), base), "line", 4)


def _draw_year(sheet: Sheet, room: YearRoom, stack: QRectF, unit: float) -> None:
    """From the base up: fixed within the room, then free, or what falls short above the room."""
    within = room.committed - room.short
    fixed = QRectF(stack.left(), stack.bottom() - within * unit, stack.width(), within * unit)
    if within > 0:
        sheet.panel(fixed, "accent", 6)
        _number(sheet, within, fixed, "on_accent")
    if room.free > 0:
        high = room.free * unit
        free = QRectF(stack.left(), fixed.top() - high, stack.width(), high)
        sheet.panel(free.adjusted(0, 0, 0, -4), "accent_soft", 6)
        sheet.outline(free.adjusted(2, 2, -2, -6), "accent", 4, 6)
        _number(sheet, room.free, free, "ink")
    if room.short > 0:
        high = room.short * unit
        short = QRectF(stack.left(), fixed.top() - high, stack.width(), high)
        hatched(sheet, short.adjusted(0, 0, 0, -4))
        _number(sheet, -room.short, short, "ink", boxed=True)


def hatched(sheet: Sheet, box: QRectF) -> None:
    """Fill a box with slanting lines in the colour of danger."""
    path = QPainterPath()
    path.addRoundedRect(box, 6, 6)
    sheet.painter.setPen(QPen(sheet.colour("danger"), 4))
    brush = QBrush(sheet.colour("danger"), Qt.BrushStyle.BDiagPattern)
    sheet.painter.setBrush(brush)
    sheet.painter.drawPath(path)


def _number(sheet: Sheet, value: int, box: QRectF, colour: str, *, boxed: bool = False) -> None:
    if box.height() < _LEAST_FOR_NUMBER:
        return
    text = sheet.look.t.number(value)
    if boxed:
        wide = sheet.width(text, _NUMBER) + 24
        back = QRectF(box.center().x() - wide / 2, box.center().y() - 33, wide, 66)
        sheet.panel(back, "ground", 8)
    sheet.write(text, box, _NUMBER, colour, CENTRE, MIDDLE)
