"""The marks that people know things by: an option's shape and letter, a role's token, arrows."""

from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainterPath, QPolygonF

from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.style import has_icon
from dilemmaspel.game.scenario import Role
from dilemmaspel.theme import Mark, Shape

_CORNERS: Final = {
    Shape.SQUARE: (4, pi / 4, 1.12),
    Shape.TRIANGLE: (3, pi / 2, 1.22),
    Shape.DIAMOND: (4, pi / 2, 1.18),
    Shape.PENTAGON: (5, pi / 2, 1.1),
    Shape.HEXAGON: (6, 0.0, 1.06),
}
"""Corners, the angle of the first, and the radius that makes all shapes look equally large."""

_NO_ICON: Final = "person"


def shape_path(shape: Shape, centre: QPointF, radius: float) -> QPainterPath:
    """Return a shape around a point; all shapes of one radius look equally large."""
    path = QPainterPath()
    if shape in _CORNERS:
        corners, start, scale = _CORNERS[shape]
        path.addPolygon(_polygon(centre, radius * scale, corners, start))
        path.closeSubpath()
        if shape is Shape.TRIANGLE:
            path.translate(0, radius * 0.16)
    elif shape is Shape.STAR:
        path.addPolygon(_star(centre, radius * 1.15))
        path.closeSubpath()
    elif shape is Shape.CROSS:
        path = _cross(centre, radius)
    elif shape is Shape.HALF:
        path.moveTo(centre)
        path.arcTo(_square(centre, radius * 1.1), 0, 180)
        path.closeSubpath()
        path.translate(0, radius * 0.45)
    else:
        path.addEllipse(centre, radius, radius)
    return path


def draw_shape(sheet: Sheet, mark: Mark, centre: QPointF, radius: float) -> None:
    """Draw the shape of a mark in its colour; a ring is hollow."""
    if mark.shape is Shape.RING:
        inner = shape_path(mark.shape, centre, radius * 0.84)
        sheet.path(inner, None, mark.colour, radius * 0.3)
        return
    sheet.path(shape_path(mark.shape, centre, radius), mark.colour)


def draw_mark(sheet: Sheet, mark: Mark, box: QRectF, size: int) -> float:
    """Draw shape and letter at the left of a box, in the middle; return the width they take."""
    radius = size * 0.36
    draw_shape(sheet, mark, QPointF(box.left() + radius, box.center().y()), radius)
    used = 2 * radius + size * 0.24
    if not mark.letter:
        return used
    kind = _letter(size)
    wide = sheet.width("W", kind)
    rest = QRectF(box.left() + used, box.top(), wide, box.height())
    sheet.write(mark.letter, rest, kind, across=LEFT, down=MIDDLE)
    return mark_width(sheet, mark, size)


def mark_width(sheet: Sheet, mark: Mark, size: int) -> float:
    """The width that a mark of this size takes, with the room behind it."""
    shape = 2 * size * 0.36 + size * 0.24
    return shape + sheet.width("B", _letter(size)) + size * 0.36 if mark.letter else shape


def _letter(size: int) -> Type:
    return Type(Kind.NUMBER, size, size, QFont.Weight.Bold, 1.0)


def draw_token(sheet: Sheet, role: Role, centre: QPointF, radius: float) -> None:
    """Draw a role's icon on a disc in the role's colour."""
    disc = QPainterPath()
    disc.addEllipse(centre, radius, radius)
    sheet.path(disc, sheet.theme.role(role.color))
    draw_role_icon(sheet, role, centre, radius, "ground")


def draw_role_icon(sheet: Sheet, role: Role, centre: QPointF, radius: float, colour: str) -> None:
    """Draw a role's icon as large as fits a disc of this radius."""
    side = radius * 1.24
    box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    sheet.icon(role.id if has_icon(role.id) else _NO_ICON, box, colour)


def draw_arrow(sheet: Sheet, centre: QPointF, radius: float, up: bool, solid: bool) -> None:
    """Draw a triangle that points up or down; solid for better, hollow for worse."""
    turn = pi / 2 if up else -pi / 2
    path = QPainterPath()
    path.addPolygon(_polygon(centre, radius, 3, turn))
    path.closeSubpath()
    path.translate(0, radius * (0.25 if up else -0.25))
    sheet.path(path, "ink" if solid else None, "ink", 5)


def draw_same(sheet: Sheet, centre: QPointF, radius: float) -> None:
    """Draw two short lines: it stayed about the same."""
    for offset in (-0.32, 0.32):
        y = centre.y() + offset * radius
        sheet.line(
            QPointF(centre.x() - radius * 0.7, y), QPointF(centre.x() + radius * 0.7, y), "muted", 7
        )


def draw_number(sheet: Sheet, text: str, centre: QPointF, radius: float, size: int) -> None:
    """Write a number on a disc in the accent colour."""
    disc = QPainterPath()
    disc.addEllipse(centre, radius, radius)
    sheet.path(disc, "accent")
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    kind = Type(Kind.NUMBER, size, size, QFont.Weight.Bold, 1.0)
    sheet.write(text, box, kind, "on_accent", CENTRE, MIDDLE)


def _polygon(centre: QPointF, radius: float, corners: int, start: float) -> QPolygonF:
    turns = (start + 2 * pi * i / corners for i in range(corners))
    return QPolygonF([_around(centre, radius, turn) for turn in turns])


def _star(centre: QPointF, radius: float) -> QPolygonF:
    turns = ((pi / 2 + pi * i / 5, radius if i % 2 == 0 else radius * 0.5) for i in range(10))
    return QPolygonF([_around(centre, far, turn) for turn, far in turns])


def _around(centre: QPointF, radius: float, turn: float) -> QPointF:
    return QPointF(centre.x() + radius * cos(turn), centre.y() - radius * sin(turn))


def _cross(centre: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    arm = radius * 0.36
    path.addRect(QRectF(centre.x() - radius, centre.y() - arm, 2 * radius, 2 * arm))
    path.addRect(QRectF(centre.x() - arm, centre.y() - radius, 2 * arm, 2 * radius))
    return path


def _square(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
