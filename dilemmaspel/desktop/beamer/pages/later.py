"""The years after: news, lines, how it looks through each role's glasses, who paid."""

from fractions import Fraction
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import BOTTOM, CENTRE, LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.lines import common_span, draw_line_chart, draw_sample
from dilemmaspel.desktop.figures.marks import draw_arrow, draw_same, draw_token
from dilemmaspel.game.lens import LensSign, lens_sign
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.views import LensView, Line, PocketView, PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.words import LENS, MOVEMENTS, indicator, money, pocket

_CELL: Final = Type(Kind.AXIS, 48, 40, QFont.Weight.Bold, 1.0)
_PLAIN: Final = Type(Kind.AXIS, 48, 40, leading=1.0)
_FACING: Final = Type(Kind.QUESTION, 80, 56, QFont.Weight.Bold, 1.05)
_SHARES: Final = (0.33, 0.21, 0.21, 0.25)
"""Of the lens table: role, now, later, compared with doing nothing."""
_SHORT: Final = {LensSign.SAME: MOVEMENTS[None]}
"""What fits in a cell; the words that are heard are the full ones."""
_ROOMY: Final = 8
_SAME: Final = 2


def paint_lines(sheet: Sheet, view: PublicView) -> None:
    """Paint the seven measures through the years, each against doing nothing."""
    t = sheet.look.t
    frame.header(sheet, view, t("Through the years"))
    frame.footnote(sheet)
    box = frame.above_footnote()
    sheet.say(t("Through the years"))
    span = common_span(view.lines) if view.lines else 1
    cells = [c for row in frame.rows(box, 2, 20, 500) for c in frame.columns(row, 4, 24)]
    for line, cell in zip(view.lines, cells, strict=False):
        _small_chart(sheet, line, span, cell, numbers=view.show_numbers)
    if len(view.lines) < len(cells):
        _legend(sheet, cells[len(view.lines)], view.lines[0].years[-1] if view.lines else 0)


def _small_chart(sheet: Sheet, line: Line, span: int, cell: QRectF, *, numbers: bool) -> None:
    t = sheet.look.t
    name = indicator(t, line.indicator.id)
    head = QRectF(cell.left(), cell.top(), cell.width(), 108)
    sheet.write(name, head, Type(Kind.AXIS, 48, 40, QFont.Weight.Bold, 1.05), "ink", LEFT, BOTTOM)
    foot = QRectF(cell.left(), cell.bottom() - 64, cell.width(), 60)
    chart = QRectF(cell.left(), head.bottom() + 8, cell.width(), foot.top() - head.bottom() - 16)
    draw_line_chart(sheet, line, span, chart)
    gap = line.ours[-1] - line.null[-1]
    better = gap * line.indicator.direction > 0
    small = abs(gap) <= _SAME
    word = t(MOVEMENTS[None]) if small else t(MOVEMENTS[better])
    sign = "+" if gap > 0 else ""
    said = f"{word} ({sign}{t.number(gap)})" if numbers and not small else word
    sheet.say(t("{name}: {word} than doing nothing", name=name, word=said))
    middle = foot.center().y()
    if small:
        draw_same(sheet, QPointF(foot.left() + 24, middle), 24)
    else:
        draw_arrow(sheet, QPointF(foot.left() + 24, middle), 22, up=gap > 0, solid=better)
    sheet.write(said, foot.adjusted(64, 0, 0, 0), sheet.axis, "ink", LEFT, MIDDLE)


def _legend(sheet: Sheet, cell: QRectF, last: int) -> None:
    t = sheet.look.t
    words = (t("us"), t("doing nothing"))
    for number, word in enumerate(words):
        y = cell.top() + 54 + number * 76
        draw_sample(sheet, QPointF(cell.left() + 8, y), 84, dashed=number == 1)
        label = QRectF(cell.left() + 112, y - 34, cell.width() - 112, 68)
        sheet.write(word, label, sheet.axis, "ink", LEFT, MIDDLE)
    note = QRectF(cell.left(), cell.top() + 184, cell.width(), cell.height() - 184)
    years = t("From now to year {n}.", n=last)
    sheet.say(years)
    sheet.write(
        f"{years} {t('Below: us, compared with doing nothing.')}", note, sheet.axis, "muted"
    )


def paint_lenses(sheet: Sheet, view: PublicView) -> None:
    """Paint how it looks through the glasses of every role, now and later."""
    t = sheet.look.t
    heading = t("Through which glasses?")
    sheet.say(heading, t("Compared with the start."))
    found = [lens for lens in view.lenses if lens.now is not None or lens.later is not None]
    box = frame.above_footnote()
    crowded = len(found) > _ROOMY
    frame.header(sheet, view, heading if crowded else "")
    frame.footnote(sheet)
    if not crowded:
        box = frame.below(box, frame.title(sheet, heading, box, 80, 80), 8)
    top, *places = frame.rows(box, len(found) + 1, 4, 92)
    names = (t("now"), t("later"), t("than doing nothing"))
    for name, cell in zip(names, _cells(top)[1:], strict=True):
        sheet.write(name, cell, _PLAIN, "muted", LEFT, MIDDLE)
    roles = {one.role.id: one.role for one in view.roles}
    for lens, row in zip(found, places, strict=True):
        role = roles.get(lens.role)
        if role is not None:
            _lens_row(sheet, role, lens, row)


def _lens_row(sheet: Sheet, role: Role, lens: LensView, row: QRectF) -> None:
    sheet.line(QPointF(row.left(), row.top() - 2), QPointF(row.right(), row.top() - 2), "faint")
    radius = min(36.0, row.height() / 2 - 3)
    draw_token(sheet, role, QPointF(row.left() + radius, row.center().y()), radius)
    label, *cells = _cells(row)
    label = label.adjusted(2 * radius + 20, 0, -12, 0)
    sheet.write(role.short, label, _CELL, "ink", LEFT, MIDDLE)
    scores = (lens.now, lens.later, lens.against_null)
    for score, cell in zip(scores, cells, strict=True):
        _lens_cell(sheet, score, cell)
    sheet.say(_lens_said(sheet.look.t, role.short, lens))


def _cells(row: QRectF) -> list[QRectF]:
    """Cut a row of the lens table into its cells."""
    made: list[QRectF] = []
    x = row.left()
    for share in _SHARES:
        made.append(QRectF(x, row.top(), row.width() * share, row.height()))
        x += row.width() * share
    return made


def _lens_cell(sheet: Sheet, score: Fraction | None, cell: QRectF) -> None:
    t = sheet.look.t
    if score is None:
        sheet.write("–", cell, _PLAIN, "muted", LEFT, MIDDLE)
        return
    sign = lens_sign(score)
    centre = QPointF(cell.left() + 28, cell.center().y())
    radius = min(26.0, cell.height() * 0.4)
    if sign is LensSign.SAME:
        draw_same(sheet, centre, radius)
    else:
        draw_arrow(sheet, centre, radius, up=sign is LensSign.BETTER, solid=sign is LensSign.BETTER)
    words = cell.adjusted(68, 0, -16, 0)
    sheet.write(t(_SHORT.get(sign, LENS[sign])), words, _PLAIN, "ink", LEFT, MIDDLE)


def _lens_said(t: Texts, name: str, lens: LensView) -> str:
    def word(score: Fraction | None) -> str:
        return "–" if score is None else t(LENS[lens_sign(score)])

    return t(
        "{role}: now {now}, later {later}; compared with doing nothing {null}",
        role=name,
        now=word(lens.now),
        later=word(lens.later),
        null=word(lens.against_null),
    )


def paint_payers(sheet: Sheet, view: PublicView) -> None:
    """Paint two facing columns: who paid, and who had the benefit."""
    t = sheet.look.t
    frame.header(sheet, view, t("in thousands of euros"))
    frame.footnote(sheet)
    box = frame.above_footnote()
    paid, benefit = t("Who paid?"), t("Who had the benefit?")
    sheet.say(paid, benefit)
    middle, half = 520.0, (box.width() - 520.0) / 2
    left = QRectF(box.left(), box.top(), max(half, sheet.width(paid, _FACING) + 2), 100)
    wide = max(half, sheet.width(benefit, _FACING) + 2)
    right = QRectF(box.right() - wide, box.top(), wide, 100)
    sheet.write(paid, left, _FACING, "ink", LEFT, MIDDLE)
    sheet.write(benefit, right, _FACING, "ink", RIGHT, MIDDLE)
    shown = [one for one in view.pockets if one.paid or one.benefit]
    rest = QRectF(box.left(), box.top() + 128, box.width(), box.height() - 128)
    if not shown:
        told = t("Nobody paid, and nobody had a benefit in money.")
        sheet.say(told)
        sheet.write(told, rest, sheet.text_type, "muted")
        return
    most = max(max(one.paid, one.benefit) for one in shown)
    for one, row in zip(shown, frame.rows(rest, len(shown), 16, 120), strict=True):
        _facing(sheet, one, row, (middle, half), most)


def _facing(
    sheet: Sheet, one: PocketView, row: QRectF, widths: tuple[float, float], most: int
) -> None:
    t = sheet.look.t
    middle, half = widths
    name = pocket(t, one.pocket, one.name)
    centre = QRectF(row.left() + half, row.top(), middle, row.height())
    kind = Type(Kind.AXIS, 56, 48, QFont.Weight.DemiBold, 1.0)
    sheet.write(name, centre.adjusted(12, 0, -12, 0), kind, "ink", CENTRE, MIDDLE)
    sheet.say(
        t(
            "{name}: paid {paid}, benefit {benefit}",
            name=name,
            paid=money.euros(t, one.paid),
            benefit=money.euros(t, one.benefit),
        )
    )
    room = half - 210
    for number, (value, colour) in enumerate(((one.paid, "accent"), (one.benefit, "#7A5A00"))):
        shade = sheet.theme.options[4] if number else colour
        length = room * max(value, 0) / max(most, 1) * sheet.look.progress
        side = RIGHT if number == 0 else LEFT
        bar = QRectF(centre.left() - length, row.top(), length, row.height())
        words = QRectF(bar.left() - 210, row.top(), 194, row.height())
        if number:
            bar.moveLeft(centre.right())
            words = QRectF(bar.right() + 16, row.top(), 194, row.height())
        if value > 0:
            sheet.panel(bar, shade, 8)
        sheet.write(_amount(t, value), words, kind, "ink" if value else "muted", side, MIDDLE)


def _amount(t: Texts, thousands: int) -> str:
    return t.number(thousands)
