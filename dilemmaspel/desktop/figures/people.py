"""Roles and people: who was there, values, own votes, guesses, and what came on the table."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from dilemmaspel.debrief.figures import (
    Guesses,
    InfoIn,
    InfoShared,
    PersonalGap,
    RoleAt,
    RolesAtTable,
    ValueCards,
)
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.kit import (
    columns,
    draw_piece,
    em,
    fitted,
    foot_note,
    plain,
    read_down,
    role_cell,
    role_width,
    rows,
    rule,
    split,
    strong,
    under,
    widest,
)
from dilemmaspel.desktop.figures.marks import draw_role_icon, draw_token
from dilemmaspel.game.scenario import Role
from dilemmaspel.words import VALUE_CARDS

_TOKENS: Final = 24
"""More tokens than this on one bar are a number."""


def draw_roles(sheet: Sheet, figure: RolesAtTable, box: QRectF) -> bool:
    """Draw a token per role with how many played it; who was not there has a dashed ring."""
    shown = figure.absent if figure.ask_absent else (*figure.filled, *figure.absent)
    if not shown:
        return False
    unit = em(sheet)
    across = 1 if len(shown) <= 3 else 2 if len(shown) <= 8 else 3
    cells = read_down(box, len(shown), across, unit * 2.6, (unit * 0.3, unit * 0.6))
    names = [one.role.short for one in shown]
    room = cells[0][1].adjusted(unit * 2.2, 0, -unit * 1.7, 0)
    kind = fitted(sheet, names, strong(sheet, 1.15), room.width(), unit * 1.3)
    present = widest(sheet, [o.role.short for o in shown if o.people], kind, room.width())
    for number, cell in cells:
        one = shown[number]
        radius = min(unit * 0.95, cell.height() * 0.46)
        centre = QPointF(cell.left() + radius + unit * 0.1, cell.center().y())
        if one.people:
            draw_token(sheet, one.role, centre, radius)
        else:
            _absent(sheet, one, centre, radius)
        name = QRectF(centre.x() + radius + unit * 0.25, cell.top(), room.width(), cell.height())
        ink = "ink" if one.people or figure.ask_absent else "muted"
        sheet.write(one.role.short, name, kind, ink, LEFT, MIDDLE)
        if one.people:
            beside = name.left() + present + unit * 0.3
            count = QRectF(beside, cell.top(), cell.right() - beside, cell.height())
            sheet.write(f"× {one.people}", count, plain(sheet), "muted", LEFT, MIDDLE)
    return True


def _absent(sheet: Sheet, one: RoleAt, centre: QPointF, radius: float) -> None:
    """A ring of dashes in the role's colour around its icon: a chair that stayed empty."""
    colour = sheet.theme.role(one.role.color)
    pen = QPen(sheet.colour(colour), em(sheet) * 0.09)
    pen.setDashPattern([2.4, 2.0])
    sheet.painter.setPen(pen)
    sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
    sheet.painter.drawEllipse(centre, radius * 0.92, radius * 0.92)
    draw_role_icon(sheet, one.role, centre, radius * 0.92, colour)


def draw_values(sheet: Sheet, figure: ValueCards, box: QRectF) -> bool:
    """Draw a bar per value, with the tokens of the roles that gave it."""
    if not figure.cards:
        return False
    t, unit = sheet.look.t, em(sheet)
    names = [t(VALUE_CARDS[card]) for card in figure.cards]
    wide = widest(sheet, names, strong(sheet), box.width() * 0.34) + unit * 0.5
    most = max(figure.counts)
    each = rows(box, len(names), unit * 2.0, unit * 0.25)
    kind = fitted(sheet, names, strong(sheet), wide - unit * 0.4, each[0].height())
    for at, (name, row) in enumerate(zip(names, each, strict=True)):
        label, rest = split(row, wide)
        sheet.write(name, label, kind, "ink", LEFT, MIDDLE)
        track = rest.adjusted(0, 0, -unit * 1.8, 0)
        bar = QRectF(track)
        bar.setWidth(max(2.0, track.width() * figure.counts[at] / most * sheet.look.progress))
        sheet.panel(bar, "accent_soft", unit * 0.15)
        sheet.outline(bar, "accent", unit * 0.05, unit * 0.15)
        given = [own.role for own in figure.roles for _ in range(own.counts[at])]
        if len(given) <= _TOKENS:
            _row_of_tokens(sheet, given, bar)
        sheet.write(str(figure.counts[at]), rest, strong(sheet), "ink", RIGHT, MIDDLE)
    return True


def _row_of_tokens(sheet: Sheet, roles: Sequence[Role], bar: QRectF) -> None:
    unit = em(sheet)
    radius = min(unit * 0.62, bar.height() * 0.42)
    room = bar.width() - unit * 0.4
    step = min(2.2 * radius, (room - 2 * radius) / max(1, len(roles) - 1))
    if step < radius * 0.5:
        return
    for number, role in enumerate(roles):
        x = bar.left() + unit * 0.2 + radius + number * step
        ring = radius + unit * 0.05
        sheet.panel(QRectF(x - ring, bar.center().y() - ring, 2 * ring, 2 * ring), "ground", ring)
        draw_token(sheet, role, QPointF(x, bar.center().y()), radius)


def draw_personal(sheet: Sheet, figure: PersonalGap, box: QRectF) -> bool:
    """Draw per dilemma how many would themselves choose otherwise; small numbers are not shown."""
    if not any(one.n for one in figure.dilemmas):
        return False
    t, unit = sheet.look.t, em(sheet)
    titles = [f"{one.dilemma.number}  {one.dilemma.title}" for one in figure.dilemmas]
    wide = widest(sheet, titles, strong(sheet), box.width() * 0.38) + unit * 0.5
    foot_note(sheet, t("Striped: would choose otherwise. Totals only, from five answers."), box)
    area = box.adjusted(0, 0, 0, -unit * 1.4)
    each = rows(area, len(titles), unit * 2.6, unit * 0.3)
    kind = fitted(sheet, titles, strong(sheet), wide - unit * 0.4, each[0].height())
    for one, title, row in zip(figure.dilemmas, titles, each, strict=True):
        label, rest = split(row, wide)
        sheet.write(title, label, kind, "ink", LEFT, MIDDLE)
        if one.n is None or one.other is None:
            sheet.write(t("too few answers"), rest, plain(sheet), "muted", LEFT, MIDDLE)
            continue
        told = t("{n} of {all}", n=one.other, all=one.n)
        track = rest.adjusted(0, row.height() * 0.15, -unit * 4.6, -row.height() * 0.15)
        sheet.panel(track, "accent_soft", unit * 0.15)
        _part(sheet, track, one.other, one.n, (1, sheet.theme.options[1]))
        sheet.write(told, rest, strong(sheet), "ink", RIGHT, MIDDLE)
    return True


def _part(sheet: Sheet, track: QRectF, n: int, of: int, look: tuple[int, str]) -> None:
    """Fill a track as far as `n` of `of`; `look` is a pattern and its colour."""
    if n:
        bar = QRectF(track)
        bar.setWidth(track.width() * n / max(1, of))
        draw_piece(sheet, *look, bar)


def draw_guesses(sheet: Sheet, figure: Guesses, box: QRectF) -> bool:
    """Draw per role how many guesses were right; a line tells what chance would give."""
    if not figure.roles:
        return False
    t, unit = sheet.look.t, em(sheet)
    wide = role_width(sheet, [one.role for one in figure.roles], box.width() * 0.34)
    foot_note(sheet, t("The line: by chance."), box)
    area = box.adjusted(0, 0, 0, -unit * 1.4)
    for one, row in zip(
        figure.roles, rows(area, len(figure.roles), unit * 1.7, unit * 0.2), strict=True
    ):
        name, rest = split(row, wide)
        role_cell(sheet, one.role, name)
        track = rest.adjusted(0, row.height() * 0.1, -unit * 4.6, -row.height() * 0.1)
        sheet.panel(track, "panel", unit * 0.15)
        _part(sheet, track, one.right, one.guesses, (0, sheet.theme.colour("accent")))
        x = track.left() + track.width() * float(one.chance)
        sheet.line(QPointF(x, row.top()), QPointF(x, row.bottom()), "ink", unit * 0.08)
        told = t("{n} of {all}", n=one.right, all=one.guesses)
        sheet.write(told, rest, strong(sheet), "ink", RIGHT, MIDDLE)
    return True


def draw_info(sheet: Sheet, figure: InfoShared, box: QRectF) -> bool:
    """Draw per dilemma whose knowledge came on the table, beside how many moved."""
    if not figure.dilemmas:
        return False
    t, unit = sheet.look.t, em(sheet)
    line = QRectF(box.left(), box.top(), box.width(), unit * 1.2)
    left, right = columns(line, (1.7, 1), unit)
    sheet.write(t("What came on the table"), left, plain(sheet), "muted", LEFT, MIDDLE)
    sheet.write(t("Chose otherwise after the talk"), right, plain(sheet), "muted", LEFT, MIDDLE)
    area = under(box, line.bottom() + unit * 0.2)
    for one, row in zip(
        figure.dilemmas, rows(area, len(figure.dilemmas), unit * 3.4, unit * 0.15), strict=True
    ):
        rule(sheet, row)
        _info(sheet, one, row.adjusted(0, unit * 0.12, 0, 0))
    return True


def _info(sheet: Sheet, one: InfoIn, row: QRectF) -> None:
    t, unit = sheet.look.t, em(sheet)
    left, right = columns(row, (1.7, 1), unit)
    title = QRectF(left.left(), left.top(), left.width(), min(unit * 1.2, left.height() * 0.48))
    named = f"{one.dilemma.number}  {one.dilemma.title}"
    sheet.write(named, title, strong(sheet), "ink", LEFT, MIDDLE)
    line = under(left, title.bottom())
    shared = [card.role for card in one.cards if card.shared]
    kept = sum(not card.shared for card in one.cards)
    radius = min(unit * 0.6, line.height() * 0.44)
    for number, role in enumerate(shared):
        x = line.left() + radius + number * 2.3 * radius
        draw_token(sheet, role, QPointF(x, line.center().y()), radius)
    told = t.plural("{n} kept to oneself", "{n} kept to oneself", kept) if kept else ""
    rest = line.adjusted(len(shared) * 2.3 * radius + (unit * 0.4 if shared else 0), 0, 0, 0)
    sheet.write(told, rest, plain(sheet), "muted", LEFT, MIDDLE)
    if not one.n:
        sheet.write("–", right, plain(sheet), "muted", LEFT, MIDDLE)
        return
    track = right.adjusted(0, 0, -unit * 4.6, 0)
    high = min(unit * 1.3, right.height() * 0.6)
    track = QRectF(track.left(), right.center().y() - high / 2, track.width(), high)
    sheet.panel(track, "panel", unit * 0.15)
    _part(sheet, track, one.moved, one.n, (0, sheet.theme.colour("accent")))
    moved = t("{n} of {all}", n=one.moved, all=one.n)
    sheet.write(moved, right, strong(sheet), "ink", RIGHT, MIDDLE)
