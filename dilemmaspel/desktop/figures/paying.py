"""Two facing columns: who paid, and who had the benefit."""

from typing import Final

from PySide6.QtCore import QRectF

from dilemmaspel.debrief.figures import Payers, PocketOf
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.kit import (
    draw_piece,
    em,
    fitted,
    plain,
    rows,
    strong,
    under,
    widest,
    words,
)

_BENEFIT: Final = 4
"""Benefits have the colour and pattern of the fifth option, payments the accent without one."""


def draw_payers(sheet: Sheet, figure: Payers, box: QRectF) -> bool:
    """Draw a row per party: what it paid to the left, its benefit to the right."""
    shown = [one for one in figure.pockets if one.paid or one.benefit]
    if not shown:
        return False
    t, unit = sheet.look.t, em(sheet)
    names = [words(sheet, one.name) for one in shown]
    middle = widest(sheet, names, strong(sheet), box.width() * 0.3) + unit
    half = (box.width() - middle) / 2
    line = QRectF(box.left(), box.top(), half, unit * 1.4)
    sheet.write(t("Who paid?"), line, strong(sheet, 1.1), "ink", RIGHT, MIDDLE)
    line.moveLeft(box.left() + half + middle)
    sheet.write(t("Who had the benefit?"), line, strong(sheet, 1.1), "ink", LEFT, MIDDLE)
    foot = QRectF(box.left(), box.bottom() - unit * 1.1, box.width(), unit * 1.1)
    sheet.write(t("in thousands of euros"), foot, plain(sheet), "muted", CENTRE, MIDDLE)
    area = under(box, line.bottom() + unit * 0.3).adjusted(0, 0, 0, -unit * 1.4)
    most = max(max(abs(one.paid), abs(one.benefit)) for one in shown)
    each = rows(area, len(shown), unit * 2.0, unit * 0.3)
    kind = fitted(sheet, names, strong(sheet), middle - unit * 0.6, each[0].height())
    for one, name, row in zip(shown, names, each, strict=True):
        centre = QRectF(row.left() + half, row.top(), middle, row.height())
        sheet.write(name, centre, kind, "ink", CENTRE, MIDDLE)
        _sides(sheet, one, centre, half, most)
    return True


def _sides(sheet: Sheet, one: PocketOf, centre: QRectF, half: float, most: int) -> None:
    t, unit = sheet.look.t, em(sheet)
    number = unit * 3.6
    for value, left in ((one.paid, True), (one.benefit, False)):
        length = (half - number) * abs(value) / max(most, 1) * sheet.look.progress
        bar = QRectF(centre.right(), centre.top(), max(length, unit * 0.08), centre.height())
        if left:
            bar.moveRight(centre.left())
        if value:
            index = 0 if left else _BENEFIT
            colour = sheet.theme.colour("accent") if left else sheet.theme.options[_BENEFIT]
            draw_piece(sheet, index if value > 0 else -1, colour, bar)
        side = bar.adjusted(-number, 0, 0, 0) if left else bar.adjusted(0, 0, number, 0)
        room = QRectF(side.left(), side.top(), number - unit * 0.3, side.height())
        if not left:
            room.moveRight(side.right())
        across, ink = RIGHT if left else LEFT, "ink" if value else "muted"
        sheet.write(t.number(value), room, strong(sheet), ink, across, MIDDLE)
