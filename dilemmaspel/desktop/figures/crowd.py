"""Who is in: a role's token for every person, which arrive one by one."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.marks import draw_token
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.views import RoleCount

LARGEST: Final = 54.0
"""The radius of a token when there is room."""

_WIDE: Final = 2.35
"""From one token to the next, in radiuses."""


def draw_crowd(sheet: Sheet, roles: Sequence[RoleCount], box: QRectF) -> None:
    """Draw a token for everybody, role by role, in as many rows as make them largest."""
    people: list[Role] = [one.role for one in roles for _ in range(one.heads)]
    if not people:
        return
    radius, across = max(_fitted(box, len(people), rows) for rows in range(1, 9))
    step = radius * _WIDE
    down = ceil(len(people) / across)
    top = box.center().y() - (down - 1) * step / 2
    for number, role in enumerate(people):
        row, place = divmod(number, across)
        centre = QPointF(box.left() + radius + place * step, top + row * step)
        draw_token(sheet, role, centre, radius)


def _fitted(box: QRectF, people: int, rows: int) -> tuple[float, int]:
    """The radius of the tokens in so many rows, and how many stand in one."""
    across = ceil(people / rows)
    return min(LARGEST, box.width() / (across * _WIDE), box.height() / (rows * _WIDE)), across
