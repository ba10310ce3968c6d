"""Who chose what: a bar of the whole room, and one per role, in colour, letter and pattern."""

from fractions import Fraction
from typing import Final

from PySide6.QtCore import QRectF

from dilemmaspel.debrief.figures import RoleShare, Shares
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.kit import (
    Piece,
    draw_stack,
    em,
    legend,
    legend_height,
    mark_of,
    role_cell,
    role_width,
    rows,
    split,
    strong,
    under,
)
from dilemmaspel.game.measures import MIN_BALLOTS
from dilemmaspel.texts import percent

_LEAST_ROW: Final = 1.16
"""When a role would have a lower row, in labels, the roles stand in two columns."""


def draw_shares(sheet: Sheet, figure: Shares, box: QRectF) -> bool:
    """Draw the room's bar, the roles' bars and the legend; False when nobody voted."""
    if not figure.valid:
        return False
    unit, t = em(sheet), sheet.look.t
    deep = legend_height(sheet, figure.places, box.width())
    low = QRectF(box.left(), box.bottom() - deep, box.width(), deep)
    legend(sheet, figure.places, low, figure.chosen)
    area = box.adjusted(0, 0, 0, -deep - unit * 0.3)
    roles = figure.roles
    thick = unit * (1.5 if roles else 2.4)
    whole = QRectF(area.left(), area.top(), area.width(), thick)
    every = sheet.width(t("Everyone"), strong(sheet)) + unit * 0.6
    wide = max(role_width(sheet, [one.role for one in roles], area.width() * 0.3), every)
    name, track = split(whole, wide)
    sheet.write(t("Everyone"), name, strong(sheet), "ink", LEFT, MIDDLE)
    track = track.adjusted(0, 0, -unit * 1.5, 0)
    draw_stack(sheet, _pieces(sheet, figure, figure.counts, figure.valid), track)
    count = QRectF(track.right() + unit * 0.2, whole.top(), unit * 1.3, thick)
    sheet.write(str(figure.valid), count, strong(sheet), "muted", RIGHT, MIDDLE)
    rest = under(area, whole.bottom() + unit * 0.4)
    _roles(sheet, figure, rest, wide)
    return True


def _roles(sheet: Sheet, figure: Shares, box: QRectF, wide: float) -> None:
    unit, roles = em(sheet), figure.roles
    if not roles:
        return
    across = 1 if box.height() / len(roles) >= unit * _LEAST_ROW else 2
    down = -(-len(roles) // across)
    each = (box.width() - unit * (across - 1)) / across
    for column in range(across):
        part = QRectF(box.left() + column * (each + unit), box.top(), each, box.height())
        shown = roles[column * down : (column + 1) * down]
        for own, row in zip(shown, rows(part, down, unit * 1.35, unit * 0.1), strict=False):
            _role(sheet, figure, own, row, min(wide, each * 0.46))


def _role(sheet: Sheet, figure: Shares, own: RoleShare, row: QRectF, wide: float) -> None:
    unit = em(sheet)
    name, track = split(row, wide)
    role_cell(sheet, own.role, name)
    track = track.adjusted(0, 0, -unit * 1.5, 0)
    if own.valid:
        draw_stack(sheet, _pieces(sheet, figure, own.counts, own.valid), track)
    else:
        sheet.write("–", track, strong(sheet), "muted", LEFT, MIDDLE)
    count = QRectF(track.right() + unit * 0.2, row.top(), unit * 1.3, row.height())
    sheet.write(str(own.valid), count, strong(sheet), "muted", RIGHT, MIDDLE)


def _pieces(sheet: Sheet, figure: Shares, counts: tuple[int, ...], valid: int) -> tuple[Piece, ...]:
    """Letter and number on every piece: points, percentages of five and more, else counts."""
    whole = sum(counts)
    made = []
    for place, n in zip(figure.places, counts, strict=True):
        if figure.points_total:
            said = sheet.look.t.number(Fraction(n, valid)) if valid else ""
        elif valid >= MIN_BALLOTS:
            said = percent(Fraction(n, whole)) if whole else ""
        else:
            said = str(n)
        if n:
            made.append(Piece(place.index, mark_of(sheet, place), n, f"{place.sign} {said}"))
    return tuple(made)
