"""Outlines to cut from paper: soft shapes, limbs, leaves and slightly uneven cards."""

import math
import random
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

Point = tuple[float, float]


def polygon(points: Sequence[Point]) -> QPainterPath:
    """Give a closed shape with straight sides."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def line(*points: Point) -> QPainterPath:
    """Give an open line through the points."""
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    return path


def ellipse(cx: float, cy: float, rx: float, ry: float | None = None) -> QPainterPath:
    """Give an ellipse, or a circle when one radius is given."""
    path = QPainterPath()
    path.addEllipse(QPointF(cx, cy), rx, rx if ry is None else ry)
    return path


def rounded(x: float, y: float, width: float, height: float, radius: float) -> QPainterPath:
    """Give a rectangle with round corners."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
    return path


def card(x: float, y: float, width: float, height: float, uneven: float = 1.6) -> QPainterPath:
    """Give a rectangle as scissors would cut it: the corners are a little off."""
    rng = random.Random(f"{x:.1f} {y:.1f} {width:.1f} {height:.1f}")
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return polygon(
        [
            (cx + rng.uniform(-uneven, uneven), cy + rng.uniform(-uneven, uneven))
            for cx, cy in corners
        ]
    )


def smooth(points: Sequence[Point], *, closed: bool = True) -> QPainterPath:
    """Give a soft line through the points (Catmull-Rom, drawn as Bezier curves)."""
    count = len(points)
    path = QPainterPath(QPointF(*points[0]))

    def at(i: int) -> Point:
        return points[i % count] if closed else points[min(max(i, 0), count - 1)]

    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        path.cubicTo(
            bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy
        )
    if closed:
        path.closeSubpath()
    return path


def samples(points: Sequence[Point], each: int = 10) -> list[Point]:
    """Give points along the soft line through ``points``, ends included."""
    path = smooth(points, closed=False)
    steps = each * (len(points) - 1)
    found = (path.pointAtPercent(i / steps) for i in range(steps + 1))
    return [(p.x(), p.y()) for p in found]


def limb(points: Sequence[Point], widths: Sequence[float]) -> QPainterPath:
    """Give a soft band through the points that goes from width to width, with round ends."""
    centre = samples(points)
    last = len(centre) - 1
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y) in enumerate(centre):
        ax, ay = centre[max(i - 1, 0)]
        bx, by = centre[min(i + 1, last)]
        size = math.hypot(bx - ax, by - ay) or 1.0
        half = width_at(widths, i / last) / 2
        nx, ny = -(by - ay) / size * half, (bx - ax) / size * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    path = polygon(left + right[::-1])
    for (x, y), width in ((centre[0], widths[0]), (centre[-1], widths[-1])):
        path = path.united(ellipse(x, y, width / 2))
    return path


def width_at(widths: Sequence[float], share: float) -> float:
    """Give the width at a share of the way, between the widths given at equal distances."""
    spot = share * (len(widths) - 1)
    i = min(int(spot), len(widths) - 2)
    return widths[i] + (widths[i + 1] - widths[i]) * (spot - i)


def blob(
    cx: float, cy: float, rx: float, ry: float, seed: int = 1, bumps: int = 9, depth: float = 0.12
) -> QPainterPath:
    """Give a soft uneven round, such as a bush, a cloud or curly hair."""
    rng = random.Random(seed)
    points = []
    for i in range(bumps * 2):
        angle = math.pi * i / bumps
        reach = (1 + depth * (1 if i % 2 else -0.4)) * rng.uniform(0.95, 1.05)
        points.append((cx + rx * reach * math.cos(angle), cy + ry * reach * math.sin(angle)))
    return smooth(points)


def leaf(x: float, y: float, length: float, width: float, degrees: float) -> QPainterPath:
    """Give a leaf that grows from (x, y) in the direction of ``degrees`` (0 is right, 90 up)."""
    path = QPainterPath(QPointF(0, 0))
    path.cubicTo(length * 0.3, -width, length * 0.8, -width * 0.7, length, 0)
    path.cubicTo(length * 0.8, width * 0.7, length * 0.3, width, 0, 0)
    return QTransform().translate(x, y).rotate(-degrees).map(path)


def moved(path: QPainterPath, dx: float, dy: float) -> QPainterPath:
    """Give the same shape at another place."""
    return path.translated(dx, dy)


def turned(path: QPainterPath, degrees: float, around: Point = (0.0, 0.0)) -> QPainterPath:
    """Give the shape turned clockwise around a point."""
    x, y = around
    return QTransform().translate(x, y).rotate(degrees).translate(-x, -y).map(path)


def mirrored(path: QPainterPath, axis: float = 0.0) -> QPainterPath:
    """Give the shape mirrored in the vertical line x = ``axis``."""
    return QTransform(-1, 0, 0, 1, 2 * axis, 0).map(path)


def joined(*paths: QPainterPath) -> QPainterPath:
    """Give the outline of several shapes together."""
    whole = paths[0]
    for path in paths[1:]:
        whole = whole.united(path)
    return whole
