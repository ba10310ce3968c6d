"""Now and later: small charts of one size, the roles' glasses, and when it became better."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dilemmaspel.debrief.figures import (
    Crossings,
    Effects,
    Lenses,
    LensOf,
    PathKind,
    YearLine,
    YearLines,
)
from dilemmaspel.desktop.beamer.sheet import BOTTOM, CENTRE, LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.kit import (
    columns,
    em,
    fitted,
    heading,
    plain,
    read_down,
    role_cell,
    role_width,
    rows,
    rule,
    split,
    strong,
    under,
    words,
)
from dilemmaspel.desktop.figures.lines import LEAST_SPAN, NULL_DASHES, curves, shade, so_far, stroke
from dilemmaspel.desktop.figures.marks import draw_arrow, draw_number, draw_same, shape_path
from dilemmaspel.game.lens import LensSign, lens_sign
from dilemmaspel.theme import Shape
from dilemmaspel.words import LENS, MOVEMENTS

_SAME: Final = 2
_DASHES: Final = ((1.0, 2.0), (6.0, 2.0), (5.0, 1.6, 1.0, 1.6))
"""Of the other paths, in their order."""
_OWN: Final = frozenset({PathKind.REAL, PathKind.NULL})
_ONE_COLUMN: Final = 8
_SIZES: Final = (1.0, 0.9, 0.8, 0.7, 0.63)
"""Letters of the legend, in labels: the largest with which it fits."""


def draw_year_lines(sheet: Sheet, figure: YearLines, box: QRectF) -> bool:
    """Draw a chart per indicator: ours solid, nothing done dashed, other paths thin."""
    lines = [line for line in figure.lines if len(line.ours) > 1]
    if not lines:
        return False
    unit = em(sheet)
    across = 4 if len(lines) > 3 else len(lines) + 1
    down = -(-(len(lines) + 1) // across)
    cells = [
        cell
        for row in rows(box, down, unit * 9, unit * 0.3)
        for cell in columns(row, (1,) * across, unit * 0.5)
    ]
    _legend(sheet, figure, cells[len(lines)])
    span = max([LEAST_SPAN, *(_span(line) for line in lines)])
    names = [words(sheet, line.name) for line in lines]
    wide = cells[0].width()
    tall = max(sheet.measure(name, strong(sheet), wide).height for name in names)
    high = min(tall, cells[0].height() * 0.3)
    kind = fitted(sheet, names, strong(sheet), wide, high)
    for line, name, cell in zip(lines, names, cells, strict=False):
        head = QRectF(cell.left(), cell.top(), cell.width(), high)
        sheet.write(name, head, kind, "ink", LEFT, BOTTOM)
        foot = QRectF(cell.left(), cell.bottom() - unit * 1.15, cell.width(), unit * 1.1)
        chart = QRectF(cell.left(), head.bottom(), cell.width(), foot.top() - head.bottom())
        _chart(sheet, figure, line, span, chart.adjusted(0, unit * 0.1, 0, -unit * 0.1))
        _gap(sheet, figure, line, foot)
    return True


def _span(line: YearLine) -> int:
    values = _values(line)
    return max(values) - min(values)


def _values(line: YearLine) -> list[int]:
    return [*line.ours, *line.null, *(v for other in line.others for v in other)]


def _others(figure: YearLines) -> list[int]:
    """The places of the paths that are neither ours nor nothing done."""
    return [n for n, path in enumerate(figure.others) if path.kind not in _OWN]


def _chart(sheet: Sheet, figure: YearLines, line: YearLine, span: int, box: QRectF) -> None:
    unit = em(sheet)
    sheet.panel(box, "panel", unit * 0.2)
    inner = box.adjusted(unit * 0.4, unit * 0.4, -unit * 0.6, -unit * 0.4)
    curve = curves(inner, _values(line), span, len(figure.years))
    steps = max(1, len(figure.years) - 1)
    _today(sheet, figure, inner, steps)
    null, shown = curve(line.null), so_far(sheet, curve(line.ours))
    if null:
        shade(sheet, shown, null[: len(shown)])
    stroke(sheet, null, "muted", unit * 0.1, NULL_DASHES)
    for number, place in enumerate(_others(figure)):
        own = curve(line.others[place])
        colour = sheet.theme.options[(number + 1) % len(sheet.theme.options)]
        stroke(sheet, own, colour, unit * 0.1, _DASHES[number % len(_DASHES)])
        if own:
            sheet.path(shape_path(_shape(number), own[-1], unit * 0.2), colour, "panel", 2)
    stroke(sheet, shown, "accent", unit * 0.18)
    sheet.path(shape_path(Shape.CIRCLE, shown[-1], unit * 0.26), "accent", "panel", unit * 0.08)


def _shape(number: int) -> Shape:
    return (Shape.SQUARE, Shape.TRIANGLE, Shape.DIAMOND)[number % 3]


def _today(sheet: Sheet, figure: YearLines, inner: QRectF, steps: int) -> None:
    """A thin line where deciding ends and "later" begins."""
    if 0 < figure.last_decision < steps:
        x = inner.left() + inner.width() * figure.last_decision / steps
        sheet.line(QPointF(x, inner.top()), QPointF(x, inner.bottom()), "faint", em(sheet) * 0.06)


def _gap(sheet: Sheet, figure: YearLines, line: YearLine, foot: QRectF) -> None:
    """Say in a word how we end, compared with nothing done."""
    t, unit = sheet.look.t, em(sheet)
    gap = line.ours[-1] - line.null[-1] if line.null else 0
    better, small = gap * line.indicator.direction > 0, abs(gap) <= _SAME
    word = t(MOVEMENTS[None]) if small else t(MOVEMENTS[better])
    sign = "+" if gap > 0 else ""
    told = f"{word} ({sign}{t.number(gap)})" if figure.show_numbers and not small else word
    centre = QPointF(foot.left() + unit * 0.5, foot.center().y())
    if small:
        draw_same(sheet, centre, unit * 0.46)
    else:
        draw_arrow(sheet, centre, unit * 0.42, up=gap > 0, solid=better)
    room = foot.adjusted(unit * 1.3, 0, 0, 0)
    sheet.write(told, room, plain(sheet), "ink", LEFT, MIDDLE)


def _legend(sheet: Sheet, figure: YearLines, box: QRectF) -> None:
    t, unit = sheet.look.t, em(sheet)
    items: list[tuple[str, str, float, tuple[float, ...]]] = [
        (t("us"), "accent", 0.18, ()),
        (t("doing nothing"), "muted", 0.1, NULL_DASHES),
    ]
    for number, place in enumerate(_others(figure)):
        colour = sheet.theme.options[(number + 1) % len(sheet.theme.options)]
        name = words(sheet, figure.others[place].name)
        items.append((name, colour, 0.1, _DASHES[number % len(_DASHES)]))
    texts = [text for text, *_ in items]
    room, gap = box.width() - unit * 1.8, unit * 0.3
    size = next(
        (n for n in _SIZES if _deep(sheet, texts, room, n, gap) <= box.height()), _SIZES[-1]
    )
    y = box.top() + max(0.0, box.height() - _deep(sheet, texts, room, size, gap)) / 2
    for number, (text, colour, width, dashes) in enumerate(items):
        high = max(unit, sheet.measure(text, plain(sheet, size), room).height)
        ends = [QPointF(x, y + high / 2) for x in (box.left(), box.left() + unit * 1.3)]
        stroke(sheet, ends, colour, unit * width, dashes)
        if number > 1:
            sheet.path(shape_path(_shape(number - 2), ends[1], unit * 0.2), colour)
        row = QRectF(box.left() + unit * 1.6, y, room, high)
        sheet.write(text, row, plain(sheet, size), "ink", LEFT, MIDDLE)
        y += high + gap


def _deep(sheet: Sheet, texts: Sequence[str], room: float, size: float, gap: float) -> float:
    """How high a legend is with letters of `size` labels."""
    kind = plain(sheet, size)
    return sum(max(em(sheet), sheet.measure(text, kind, room).height) + gap for text in texts)


def draw_lenses(sheet: Sheet, figure: Lenses, box: QRectF) -> bool:
    """Draw a row per role: better, the same or less, now, later and against nothing done."""
    found = [one for one in figure.lenses if one.now is not None or one.later is not None]
    if not found:
        return False
    t, unit = sheet.look.t, em(sheet)
    across = 1 if len(found) <= _ONE_COLUMN else 2
    down = -(-len(found) // across)
    each = (box.width() - unit * (across - 1)) / across
    wide = role_width(sheet, [one.role for one in found], each * 0.36)
    heads = (t("now"), t("later"), t("than doing nothing"))
    for column in range(across):
        part = QRectF(box.left() + column * (each + unit), box.top(), each, box.height())
        _, right = split(part, wide)
        cells = columns(right, (1, 1, 1.15))
        top = heading(sheet, part, heads, cells)
        shown = found[column * down : (column + 1) * down]
        for one, row in zip(shown, rows(under(part, top), down, unit * 1.5), strict=False):
            rule(sheet, row)
            _lens_row(sheet, one, row, wide)
    return True


def _lens_row(sheet: Sheet, one: LensOf, row: QRectF, wide: float) -> None:
    name, right = split(row, wide)
    role_cell(sheet, one.role, name)
    scores = (one.now, one.later, one.against_null)
    for score, cell in zip(scores, columns(right, (1, 1, 1.15)), strict=True):
        _lens_cell(sheet, score, cell)


def _lens_cell(sheet: Sheet, score: Fraction | None, cell: QRectF) -> None:
    t, unit = sheet.look.t, em(sheet)
    if score is None:
        sheet.write("–", cell, plain(sheet), "muted", LEFT, MIDDLE)
        return
    sign = lens_sign(score)
    centre = QPointF(cell.left() + unit * 0.6, cell.center().y())
    if sign is LensSign.SAME:
        draw_same(sheet, centre, unit * 0.46)
    else:
        better = sign is LensSign.BETTER
        draw_arrow(sheet, centre, unit * 0.46, up=better, solid=better)
    text = t(MOVEMENTS[None]) if sign is LensSign.SAME else t(LENS[sign])
    room = cell.adjusted(unit * 1.4, 0, -unit * 0.2, 0)
    if sheet.width(text, plain(sheet)) <= room.width():
        sheet.write(text, room, plain(sheet), "ink", LEFT, MIDDLE)


def draw_crossings(sheet: Sheet, figure: Crossings, box: QRectF) -> bool:
    """Draw the year in which each indicator passed nothing done, for good."""
    if not figure.crossings:
        return False
    t, unit = sheet.look.t, em(sheet)
    across = 2 if len(figure.crossings) > 4 else 1
    cells = read_down(box, len(figure.crossings), across, unit * 2.6, (unit * 0.3, unit))
    for number, cell in cells:
        one = figure.crossings[number]
        sheet.panel(cell, "panel", unit * 0.25)
        left, rest = split(cell.adjusted(unit * 0.3, 0, -unit * 0.3, 0), unit * 2.1)
        centre = QPointF(left.left() + unit * 0.85, left.center().y())
        if one.year is None:
            sheet.write("–", left, strong(sheet, 1.2), "muted", CENTRE, MIDDLE)
        else:
            radius = min(unit * 0.85, left.height() * 0.42)
            draw_number(sheet, str(one.year), centre, radius, int(radius * 1.2))
        name, told = columns(rest, (1.5, 1), unit * 0.4)
        sheet.write(words(sheet, one.name), name, strong(sheet), "ink", LEFT, MIDDLE)
        when = t("never") if one.year is None else t("in year {n}", n=one.year)
        sheet.write(when, told, plain(sheet), "muted", LEFT, MIDDLE)
    return True


def draw_effects(sheet: Sheet, figure: Effects, box: QRectF) -> bool:
    """Draw what a decision did at once: an arrow, a word and the change per indicator."""
    if not figure.effects:
        return False
    t, unit = sheet.look.t, em(sheet)
    across = 2 if len(figure.effects) > 4 else 1
    cells = read_down(box, len(figure.effects), across, unit * 1.9, (unit * 0.25, unit))
    for number, cell in cells:
        one = figure.effects[number]
        name, told = columns(cell, (1.25, 1), unit * 0.4)
        sheet.write(words(sheet, one.name), name, strong(sheet), "ink", LEFT, MIDDLE)
        centre = QPointF(told.left() + unit * 0.5, told.center().y())
        if one.better is None:
            draw_same(sheet, centre, unit * 0.46)
        else:
            draw_arrow(sheet, centre, unit * 0.42, up=one.delta > 0, solid=one.better)
        sign = "+" if one.delta > 0 else ""
        word = t(MOVEMENTS[one.better])
        text = f"{word} ({sign}{t.number(one.delta)})" if one.delta else word
        sheet.write(text, told.adjusted(unit * 1.3, 0, 0, 0), plain(sheet), "ink", LEFT, MIDDLE)
    return True
