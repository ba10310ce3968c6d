"""Which roles chose alike: a square of roles, darker where they did so more often."""

from fractions import Fraction
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dilemmaspel.debrief.figures import Alignment
from dilemmaspel.desktop.beamer.sheet import CENTRE, MIDDLE, Sheet
from dilemmaspel.desktop.figures.kit import em, fitted, foot_note, role_cell, role_width, strong
from dilemmaspel.desktop.figures.marks import draw_token
from dilemmaspel.texts import percent
from dilemmaspel.theme import Theme, contrast, mixed

READABLE: Final = 7.0
"""The least contrast of letters on a cell."""


def draw_alignment(sheet: Sheet, figure: Alignment, box: QRectF) -> bool:
    """Draw a row and a column per role, with a percentage in each cell; False without a pair."""
    if figure.closest is None:
        return False
    t, unit = sheet.look.t, em(sheet)
    count = len(figure.roles)
    foot_note(sheet, t("100%: always the same choice. Framed: within one role."), box)
    area = box.adjusted(0, 0, 0, -unit * 1.4)
    name = role_width(sheet, figure.roles, box.width() * 0.3)
    head = min(unit * 1.4, area.height() / (count + 1))
    high = min(unit * 1.7, (area.height() - head) / count)
    wide = min(unit * 3.2, (area.width() - name) / count)
    kind = fitted(sheet, ["100%"], strong(sheet), wide - unit * 0.2, high)
    for at, role in enumerate(figure.roles):
        x, y = area.left() + name + at * wide, area.top() + head + at * high
        radius = min(unit * 0.6, head * 0.46, wide * 0.46)
        draw_token(sheet, role, QPointF(x + wide / 2, area.top() + head / 2), radius)
        role_cell(sheet, role, QRectF(area.left(), y, name - unit * 0.2, high))
        for other, value in enumerate(figure.cells[at]):
            cell = QRectF(area.left() + name + other * wide, y, wide, high)
            cell = cell.adjusted(unit * 0.04, unit * 0.04, -unit * 0.04, -unit * 0.04)
            _cell(sheet, value, cell, own=other == at)
            text = "–" if value is None else percent(value)
            sheet.write(text, cell, kind, "muted" if value is None else "ink", CENTRE, MIDDLE)
    return True


def shade(theme: Theme, value: Fraction) -> str:
    """The colour of a cell: further from the panel to the accent for more, and always readable."""
    panel, accent, ink = (theme.colour(name) for name in ("panel", "accent", "ink"))
    shares = (percent / 100 for percent in range(40, 0, -1))
    most = next(s for s in shares if contrast(ink, mixed(panel, accent, s)) >= READABLE)
    return mixed(panel, accent, most * float(value))


def _cell(sheet: Sheet, value: Fraction | None, cell: QRectF, *, own: bool) -> None:
    unit = em(sheet)
    if own:
        frame = cell.adjusted(unit * 0.05, unit * 0.05, -unit * 0.05, -unit * 0.05)
        sheet.outline(frame, "line", unit * 0.07, unit * 0.12)
    elif value is not None:
        sheet.panel(cell, shade(sheet.theme, value), unit * 0.12)
