"""People as thin bands between two columns: those who stayed are pale, those who moved are not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.theme import mixed

NODE: Final = 26.0
_PALE: Final = 0.68
"""How far the bands of those who stayed go towards the ground."""
_BETWEEN: Final = 14.0
_LEAST_SLOT: Final = 64.0
_TALLEST_PERSON: Final = 90.0

Table = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Slots:
    """Where each choice has its place: the same height in both columns."""

    boxes: tuple[QRectF, ...]
    unit: float
    """The height of one person."""


def slots_in(box: QRectF, table: Table, leasts: Sequence[float] = ()) -> Slots:
    """Give every choice a slot as high as its larger column needs, and as its words need."""
    firsts = [sum(row) for row in table]
    seconds = [sum(row[i] for row in table) for i in range(len(table))]
    most = [max(pair) for pair in zip(firsts, seconds, strict=True)]
    room = box.height() - _BETWEEN * (len(most) - 1)
    even = room / max(1, len(most))
    small = [min(even, least) for least in leasts or [_LEAST_SLOT] * len(most)]
    unit = _unit(most, room, small)
    heights = [max(least, n * unit) for n, least in zip(most, small, strict=True)]
    spare = max(0.0, (room - sum(heights)) / max(1, len(heights)))
    made, y = [], box.top()
    for height in heights:
        made.append(QRectF(box.left(), y, box.width(), height + spare))
        y += height + spare + _BETWEEN
    return Slots(tuple(made), unit)


def _unit(most: Sequence[int], room: float, leasts: Sequence[float]) -> float:
    """The largest height of a person with which all slots fit under each other."""
    small, large = 0.0, _TALLEST_PERSON
    for _ in range(24):
        tried = (small + large) / 2
        needs = (max(least, n * tried) for n, least in zip(most, leasts, strict=True))
        if sum(needs) <= room:
            small = tried
        else:
            large = tried
    return small


def draw_flow(sheet: Sheet, table: Table, colours: Sequence[str], slots: Slots) -> None:
    """Draw the bands from the left edge of the slots to the right, stayers first."""
    unit = slots.unit
    count = len(table)
    left = [_top(slots.boxes[i], sum(table[i]) * unit) for i in range(count)]
    right = [_top(slots.boxes[j], sum(row[j] for row in table) * unit) for j in range(count)]
    starts = _offsets(table, left, unit, by_row=True)
    stops = _offsets(table, right, unit, by_row=False)
    pairs = [(i, j) for i in range(count) for j in range(count) if table[i][j]]
    for i, j in sorted(pairs, key=lambda pair: pair[0] != pair[1]):
        high = table[i][j] * unit
        box = slots.boxes[i]
        path = _band(
            QPointF(box.left() + NODE, starts[i, j]),
            QPointF(box.right() - NODE, stops[i, j]),
            high,
        )
        _fill(sheet, path, box, colours[i], colours[j], stayed=i == j)
    for i in range(count):
        _node(sheet, slots.boxes[i].left(), left[i], sum(table[i]) * unit, colours[i])
        high = sum(row[i] for row in table) * unit
        _node(sheet, slots.boxes[i].right() - NODE, right[i], high, colours[i])


def _top(slot: QRectF, high: float) -> float:
    return slot.center().y() - high / 2


def _offsets(
    table: Table, tops: Sequence[float], unit: float, *, by_row: bool
) -> dict[tuple[int, int], float]:
    """Where each band touches a column, from the top of its node."""
    offsets: dict[tuple[int, int], float] = {}
    count = len(table)
    for own in range(count):
        y = tops[own]
        for other in range(count):
            cell = (own, other) if by_row else (other, own)
            offsets[cell] = y
            y += table[cell[0]][cell[1]] * unit
    return offsets


def _band(start: QPointF, stop: QPointF, high: float) -> QPainterPath:
    middle = (start.x() + stop.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(QPointF(middle, start.y()), QPointF(middle, stop.y()), stop)
    path.lineTo(stop.x(), stop.y() + high)
    path.cubicTo(
        QPointF(middle, stop.y() + high),
        QPointF(middle, start.y() + high),
        QPointF(start.x(), start.y() + high),
    )
    path.closeSubpath()
    return path


def _fill(  # the band knows both of its ends
    sheet: Sheet, path: QPainterPath, box: QRectF, first: str, second: str, *, stayed: bool
) -> None:
    ground = sheet.theme.colour("ground")
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    if stayed:
        sheet.path(path, mixed(first, ground, _PALE))
        return
    shade = QLinearGradient(box.left(), 0, box.right(), 0)
    shade.setColorAt(0.15, QColor(first))
    shade.setColorAt(0.85, QColor(second))
    sheet.painter.setOpacity(max(0.05, sheet.look.progress))
    sheet.path(path, None, ground, 3)
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(QBrush(shade))
    sheet.painter.drawPath(path)
    sheet.painter.setOpacity(1.0)


def _node(sheet: Sheet, x: float, y: float, high: float, colour: str) -> None:
    if high > 0:
        sheet.panel(QRectF(x, y, NODE, high), colour, 4)
