"""A line between two poles, and a line of answers with the group's mean on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import LEFT, RIGHT, Sheet
from dilemmaspel.desktop.figures.marks import shape_path
from dilemmaspel.theme import Shape

_WORDS = Type(Kind.TEXT, 64, 48, QFont.Weight.DemiBold, 1.08)


def draw_tension(
    sheet: Sheet, poles: tuple[str, str], box: QRectF, mean: float | None = None
) -> QRectF:
    """Draw a line with its poles below; `mean` (0 to 1) gets a mark. Returns what it fills."""
    y = box.top() + 36
    left, right = QPointF(box.left() + 20, y), QPointF(box.right() - 20, y)
    sheet.line(left, right, "line", 8)
    for end in (left, right):
        sheet.path(shape_path(Shape.CIRCLE, end, 20), "ink")
    if mean is not None:
        at = QPointF(left.x() + (right.x() - left.x()) * mean * sheet.look.progress, y)
        sheet.path(shape_path(Shape.DIAMOND, at, 34), "accent", "ground", 6)
    half = box.width() / 2 - 24
    top = y + 40
    first = sheet.measure(poles[0], _WORDS, half, box.bottom() - top)
    second = sheet.measure(poles[1], _WORDS, half, box.bottom() - top)
    sheet.put(first, QRectF(box.left(), top, half, first.height), top, "ink", LEFT)
    other = QRectF(box.right() - half, top, half, second.height)
    sheet.put(second, other, top, "ink", RIGHT)
    deep = max(first.height, second.height)
    return QRectF(box.left(), box.top(), box.width(), top - box.top() + deep)


def mean_on_line(mean: float, points: int) -> float:
    """Where a mean of a scale of 1 to `points` lies between 0 and 1."""
    return (mean - 1) / (points - 1) if points > 1 else 0.5


def ends(labels: Sequence[str]) -> tuple[str, str]:
    """The two ends of a scale."""
    return (labels[0], labels[-1]) if labels else ("", "")
