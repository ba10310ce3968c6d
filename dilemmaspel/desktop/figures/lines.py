"""Small charts of one size: our line solid, the line of doing nothing dashed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.marks import shape_path
from dilemmaspel.game.views import Line
from dilemmaspel.theme import Shape

_LEAST_SPAN: Final = 20
_TINT: Final = 0.16


def common_span(lines: Sequence[Line]) -> int:
    """The range that every chart shows, so that slopes can be compared."""
    spans = [max(*line.ours, *line.null) - min(*line.ours, *line.null) for line in lines]
    return max([_LEAST_SPAN, *spans])


def draw_line_chart(sheet: Sheet, line: Line, span: int, box: QRectF) -> None:
    """Draw both lines of an indicator in a box; all boxes show the same `span` of points."""
    sheet.panel(box, "panel", 10)
    inner = box.adjusted(20, 22, -34, -22)
    values = (*line.ours, *line.null)
    middle = (max(values) + min(values)) / 2
    steps = max(1, len(line.ours) - 1)

    def points(series: Sequence[int]) -> list[QPointF]:
        return [
            QPointF(
                inner.left() + inner.width() * number / steps,
                inner.center().y() - (value - middle) / span * inner.height(),
            )
            for number, value in enumerate(series)
        ]

    null, ours = points(line.null), points(line.ours)
    shown = ours[: max(2, round(len(ours) * sheet.look.progress))]
    _shade(sheet, shown, null[: len(shown)])
    _stroke(sheet, null, "muted", 5, dashed=True)
    _stroke(sheet, shown, "accent", 9, dashed=False)
    sheet.path(shape_path(Shape.CIRCLE, shown[-1], 13), "accent", "panel", 4)


def _shade(sheet: Sheet, ours: Sequence[QPointF], null: Sequence[QPointF]) -> None:
    """Tint what lies between both lines: what the choices made of it."""
    between = QPainterPath(ours[0])
    for point in (*ours[1:], *reversed(null)):
        between.lineTo(point)
    between.closeSubpath()
    tint = sheet.colour("accent")
    tint.setAlphaF(_TINT)
    sheet.painter.fillPath(between, tint)


def draw_sample(sheet: Sheet, start: QPointF, wide: float, *, dashed: bool) -> None:
    """Draw a short piece of a line, for the legend."""
    both = [start, QPointF(start.x() + wide, start.y())]
    _stroke(sheet, both, "muted" if dashed else "accent", 5 if dashed else 9, dashed=dashed)


def _stroke(
    sheet: Sheet, points: Sequence[QPointF], colour: str, width: float, *, dashed: bool
) -> None:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    pen = QPen(sheet.colour(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if dashed else Qt.PenCapStyle.RoundCap)
    if dashed:
        pen.setDashPattern([3.0, 2.2])
    sheet.painter.setPen(pen)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet.painter.drawPath(path)
