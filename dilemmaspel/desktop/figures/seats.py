"""Empty seats that fill as people vote: by arrival, never by person."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF

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
    centres = [
        QPointF(box.left() + step * (number % across + 0.42), top + step * (number // across + 0.5))
        for number in range(present)
    ]
    edge = max(2.0, radius * 0.16)
    # All of one colour in one call: of a thousand seats each call of its own would take a frame.
    sheet.dots(centres[:filled], radius, "accent")
    sheet.dots(centres[filled:], radius + edge / 2, "line")
    sheet.dots(centres[filled:], radius - edge / 2, "panel")
