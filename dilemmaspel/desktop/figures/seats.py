"""Empty seats that fill as people vote: by arrival, never by person."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from dilemmaspel.desktop.beamer.sheet import Sheet


def draw_seats(sheet: Sheet, box: QRectF, filled: int, present: int) -> None:
    """Draw a disc for every person, in one row or two; the first `filled` are full."""
    if present <= 0:
        return
    lines = 1 if present <= 24 else 2 if present <= 72 else 3
    across = ceil(present / lines)
    step = min(box.height() / lines, box.width() / across)
    radius = step * 0.36
    top = box.center().y() - step * lines / 2
    for number in range(present):
        line, place = divmod(number, across)
        centre = QPointF(box.left() + step * (place + 0.42), top + step * (line + 0.5))
        disc = QPainterPath()
        disc.addEllipse(centre, radius, radius)
        if number < filled:
            sheet.path(disc, "accent")
        else:
            sheet.path(disc, "panel", "line", max(2.0, radius * 0.16))
