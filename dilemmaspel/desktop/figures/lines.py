"""Small charts of one size: our line solid, the line of doing nothing dashed."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.marks import shape_path
from dilemmaspel.game.views import Line
from dilemmaspel.theme import Shape

LEAST_SPAN: Final = 20
"""In points: no chart shows less, so that a small change looks small."""

NULL_DASHES: Final = (3.0, 2.2)
"""Of the line of doing nothing."""

_TINT: Final = 0.16


def common_span(lines: Sequence[Line]) -> int:
    """The range that every chart shows, so that slopes can be compared."""
    spans = [max(*line.ours, *line.null) - min(*line.ours, *line.null) for line in lines]
    return max([LEAST_SPAN, *spans])


def draw_line_chart(sheet: Sheet, line: Line, span: int, box: QRectF) -> None:
    """Draw both lines of an indicator in a box; all boxes show the same `span` of points."""
    sheet.panel(box, "panel", 10)
    inner = box.adjusted(20, 22, -34, -22)
    curve = curves(inner, (*line.ours, *line.null), span, len(line.ours))
    null, shown = curve(line.null), so_far(sheet, curve(line.ours))
    shade(sheet, shown, null[: len(shown)])
    stroke(sheet, null, "muted", 5, NULL_DASHES)
    stroke(sheet, shown, "accent", 9)
    sheet.path(shape_path(Shape.CIRCLE, shown[-1], 13), "accent", "panel", 4)


def draw_sample(sheet: Sheet, start: QPointF, wide: float, *, dashed: bool) -> None:
    """Draw a short piece of a line, for the legend."""
    both = [start, QPointF(start.x() + wide, start.y())]
    if dashed:
        stroke(sheet, both, "muted", 5, NULL_DASHES)
    else:
        stroke(sheet, both, "accent", 9)


def curves(
    inner: QRectF, values: Sequence[int], span: int, years: int
) -> Callable[[Sequence[int]], list[QPointF]]:
    """Say where a series of years stands in a chart whose middle is that of all `values`."""
    middle, steps = (max(values) + min(values)) / 2, max(1, years - 1)

    def points(series: Sequence[int]) -> list[QPointF]:
        return [
            QPointF(
                inner.left() + inner.width() * number / steps,
                inner.center().y() - (value - middle) / span * inner.height(),
            )
            for number, value in enumerate(series)
        ]

    return points


def so_far(sheet: Sheet, points: Sequence[QPointF]) -> Sequence[QPointF]:
    """The part of a line that is drawn while it grows; at least a piece of it."""
    return points[: max(2, round(len(points) * sheet.look.progress))]


def shade(sheet: Sheet, ours: Sequence[QPointF], null: Sequence[QPointF]) -> None:
    """Tint what lies between two lines: what the choices made of it."""
    between = QPainterPath(ours[0])
    for point in (*ours[1:], *reversed(null)):
        between.lineTo(point)
    between.closeSubpath()
    tint = sheet.colour("accent")
    tint.setAlphaF(_TINT)
    sheet.painter.fillPath(between, tint)


def stroke(
    sheet: Sheet,
    points: Sequence[QPointF],
    colour: str,
    width: float,
    dashes: Sequence[float] = (),
) -> None:
    """Draw a line through points; without points nothing."""
    if not points:
        return
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    pen = QPen(sheet.colour(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashes else Qt.PenCapStyle.RoundCap)
    if dashes:
        pen.setDashPattern(list(dashes))
    sheet.painter.setPen(pen)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet.painter.drawPath(path)
