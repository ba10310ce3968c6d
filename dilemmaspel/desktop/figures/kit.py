"""What all painters of figures share: letters, rows, patterns, stacks, chips and legends.

Every measure is a multiple of the size of an axis label, so that one painter serves the beamer,
a picture and a page of paper. Nothing here clips or uses a brush with a pattern: not every
painter of files knows those.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPen

from dilemmaspel.debrief.figures import Place
from dilemmaspel.debrief.saying import Say, said
from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.marks import draw_mark, draw_shape, draw_token
from dilemmaspel.game.scenario import Role
from dilemmaspel.theme import Mark, Shape

_LEAST: Final = 5 / 6
"""How small an axis label may become, as a part of its size."""
_HEAD: Final = 3.4
"""How tall the head of a column may become, in axis labels."""
_GAPS: Final = (0.0, 0.42, 0.5, 0.42, 0.34, 0.42, 0.55, 0.3, 0.3, 0.6)
"""Per option, A first: how far the lines of its pattern lie apart, in axis labels."""
_SLOPES: Final = ("", "/", ".", "\\", "-", "|", "x", "/", "\\", "+")
"""Per option, A first: which way the lines of its pattern go; A is plain."""


def em(sheet: Sheet) -> float:
    """The size of an axis label: the measure of all that is drawn."""
    return float(sheet.sizes.axis)


def plain(sheet: Sheet, size: float = 1.0, *, firm: bool = False) -> Type:
    """The type of labels; `firm` does not shrink before it has to."""
    whole = round(sheet.sizes.axis * size)
    return Type(Kind.AXIS, whole, whole if firm else round(whole * _LEAST), leading=1.08)


def strong(sheet: Sheet, size: float = 1.0) -> Type:
    """The type of names and numbers."""
    return plain(sheet, size).bold()


def words(sheet: Sheet, what: Say | str | None) -> str:
    """Put a sentence of a figure in the language of the sheet; None is a dash."""
    return "–" if what is None else said(sheet.look.t, what)


def mark_of(sheet: Sheet, place: Place) -> Mark:
    """The letter, shape and colour of a place; a scale point is its number on a disc."""
    if place.index < 0:
        return sheet.theme.abstain
    own = sheet.theme.option(place.index)
    return Mark(place.sign, Shape.CIRCLE, own.colour) if place.on_scale else own


def rows(box: QRectF, count: int, tallest: float, gap: float = 0.0) -> tuple[QRectF, ...]:
    """Cut a box into rows of one height, from the top down."""
    return frame.rows(box, count, gap, tallest)


def columns(box: QRectF, parts: Sequence[float], gap: float = 0.0) -> tuple[QRectF, ...]:
    """Cut a box into columns whose widths go as `parts`."""
    room, x = box.width() - gap * (len(parts) - 1), box.left()
    made = []
    for part in parts:
        wide = room * part / sum(parts)
        made.append(QRectF(x, box.top(), wide, box.height()))
        x += wide + gap
    return tuple(made)


def read_down(
    box: QRectF, count: int, across: int, tallest: float, gaps: tuple[float, float]
) -> tuple[tuple[int, QRectF], ...]:
    """Cut a box into cells in columns that are read down: pairs of a number and its cell.

    `gaps` are those between the rows and between the columns.
    """
    down, (below, beside) = -(-count // across), gaps
    cells = [
        cell
        for row in rows(box, down, tallest, below)
        for cell in columns(row, (1,) * across, beside)
    ]
    return tuple((n, cells[n % down * across + n // down]) for n in range(count))


def split(box: QRectF, at: float) -> tuple[QRectF, QRectF]:
    """Cut a box in a left part that is `at` wide, and the rest."""
    at = min(at, box.width())
    left = QRectF(box.left(), box.top(), at, box.height())
    return left, QRectF(box.left() + at, box.top(), box.width() - at, box.height())


def under(box: QRectF, top: float) -> QRectF:
    """The part of a box below `top`."""
    return QRectF(box.left(), top, box.width(), max(1.0, box.bottom() - top))


def rule(sheet: Sheet, row: QRectF) -> None:
    """Draw a thin line along the top of a row."""
    sheet.line(row.topLeft(), row.topRight(), "faint", em(sheet) * 0.05)


def foot_note(sheet: Sheet, text: str, box: QRectF) -> None:
    """Write a line along the foot of a box, in the muted colour."""
    high = em(sheet) * 1.15
    foot = QRectF(box.left(), box.bottom() - high, box.width(), high)
    sheet.write(text, foot, plain(sheet), "muted", LEFT, MIDDLE)


def fitted(sheet: Sheet, texts: Sequence[str], kind: Type, width: float, height: float) -> Type:
    """One size for several texts: the largest at which each fits its room."""
    sizes = [sheet.measure(text, kind, width, height).size for text in texts]
    least = min([kind.size, *sizes])
    return kind.sized(least)


def widest(sheet: Sheet, texts: Sequence[str], kind: Type, most: float = inf) -> float:
    """The width of the widest of some texts on one line, and not more than `most`."""
    return min(most, max((sheet.width(text, kind) for text in texts), default=0.0) + 2)


def heading(sheet: Sheet, box: QRectF, texts: Sequence[str], cells: Sequence[QRectF]) -> float:
    """Write the heads of columns at the top of their cells; return where the rows begin."""
    unit = em(sheet)
    deep = 0.0
    narrow = min((cell.width() for cell in cells), default=0.0) - unit * 0.3
    kind = fitted(sheet, texts, plain(sheet), narrow, unit * _HEAD)
    for text, cell in zip(texts, cells, strict=True):
        room = QRectF(cell.left(), box.top(), cell.width() - unit * 0.3, unit * _HEAD)
        deep = max(deep, sheet.write(text, room, kind, "muted").height())
    return box.top() + deep + unit * 0.25


# ---------------------------------------------------------------- roles


def role_cell(sheet: Sheet, role: Role, box: QRectF, kind: Type | None = None) -> None:
    """Draw a role's token and its short name in a cell."""
    radius = min(em(sheet) * 0.62, box.height() * 0.46)
    draw_token(sheet, role, QPointF(box.left() + radius, box.center().y()), radius)
    name = box.adjusted(2 * radius + em(sheet) * 0.25, 0, -em(sheet) * 0.2, 0)
    sheet.write(role.short, name, kind or strong(sheet), "ink", LEFT, MIDDLE)


def role_width(sheet: Sheet, roles: Sequence[Role], most: float) -> float:
    """How wide a column of roles has to be, at most `most`."""
    return widest(sheet, [role.short for role in roles], strong(sheet), most) + em(sheet) * 1.8


# ---------------------------------------------------------------- places


def place_words(sheet: Sheet, place: Place) -> str:
    """The words of a place without its sign."""
    return words(sheet, place.name)


def place_cell(sheet: Sheet, place: Place, box: QRectF, kind: Type | None = None) -> None:
    """Draw the mark of a place and its words in a cell."""
    used = draw_mark(sheet, mark_of(sheet, place), box, sheet.sizes.axis)
    rest = box.adjusted(used, 0, 0, 0)
    if place_words(sheet, place) != place.sign:
        sheet.write(place_words(sheet, place), rest, kind or plain(sheet), "ink", LEFT, MIDDLE)


def place_width(sheet: Sheet, places: Sequence[Place], most: float) -> float:
    """How wide a column of places has to be, at most `most`."""
    own = [place_words(sheet, place) for place in places]
    return widest(sheet, own, plain(sheet), most) + em(sheet) * 2.2


def signs(
    sheet: Sheet,
    places: Sequence[Place],
    points: Sequence[int],
    box: QRectF,
    across: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw the marks of an outcome next to each other, with their points."""
    unit = em(sheet)
    kind = strong(sheet)
    texts = [f"{points[n]}" if points else "" for n in range(len(places))]
    wides = [unit * 1.75 + sheet.width(text, kind) + unit * 0.2 for text in texts]
    scale = min(1.0, box.width() / max(1.0, sum(wides)))
    x = box.left() + (box.width() - sum(wides) * scale) * (0.5 if across == CENTRE else 0.0)
    small = kind.sized(max(1, round(kind.size * scale)))
    for place, text, wide in zip(places, texts, wides, strict=True):
        cell = QRectF(x, box.top(), wide * scale, box.height())
        used = draw_mark(sheet, mark_of(sheet, place), cell, small.size)
        if text:
            sheet.write(text, cell.adjusted(used, 0, unit, 0), small, "ink", LEFT, MIDDLE)
        x += wide * scale


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a stacked bar: how much of the whole, its mark, and what is written on it."""

    index: int
    """Of the place; -1 abstained."""
    mark: Mark
    size: float
    text: str = ""


def pieces(sheet: Sheet, places: Sequence[Place], counts: Sequence[int]) -> tuple[Piece, ...]:
    """Make the pieces of a bar from counts; the letter and the count are written on each."""
    return tuple(
        Piece(place.index, mark_of(sheet, place), n, f"{place.sign} {n}")
        for place, n in zip(places, counts, strict=True)
        if n
    )


def draw_stack(sheet: Sheet, stack: Sequence[Piece], box: QRectF) -> None:
    """Draw pieces next to each other along the whole of a box, each with its letter on a chip."""
    total = sum(piece.size for piece in stack)
    x = box.left()
    for piece in stack:
        wide = box.width() * piece.size / total * sheet.look.progress if total else 0.0
        cell = QRectF(x, box.top(), wide, box.height()).adjusted(0, 0, -em(sheet) * 0.06, 0)
        x += wide
        if cell.width() > 1:
            draw_piece(sheet, piece.index, piece.mark.colour, cell)
            chip(sheet, piece, cell)


def chip(sheet: Sheet, piece: Piece, cell: QRectF) -> None:
    """Write a piece's words on a plate of the ground; only its letter when there is no room."""
    kind = strong(sheet)
    letter = piece.text.split(" ")[0]
    for text in dict.fromkeys((piece.text, letter)):
        wide = sheet.width(text, kind) + em(sheet) * 0.36
        high = kind.size * 1.02
        if text and wide <= cell.width() - em(sheet) * 0.12 and high <= cell.height():
            plate = QRectF(0, 0, wide, high)
            plate.moveCenter(cell.center())
            sheet.panel(plate, "ground", em(sheet) * 0.18)
            sheet.write(text, plate, kind.sized(kind.size), "ink", CENTRE, MIDDLE)
            return


def draw_piece(sheet: Sheet, index: int, colour: str, box: QRectF) -> None:
    """Fill a box in an option's colour and pattern; an abstention is hollow."""
    unit = em(sheet)
    if index < 0:
        sheet.panel(box, "panel", unit * 0.1)
        inner = box.adjusted(unit * 0.05, unit * 0.05, -unit * 0.05, -unit * 0.05)
        sheet.outline(inner, colour, unit * 0.07, unit * 0.1)
        return
    sheet.panel(box, colour, unit * 0.1)
    shade = QColor(sheet.colour("ground"))
    shade.setAlphaF(0.42)
    pen = QPen(shade, unit * 0.07)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    sheet.painter.setPen(pen)
    for start, stop in pattern(index, box.adjusted(1, 1, -1, -1), unit):
        sheet.painter.drawLine(start, stop)


def pattern(index: int, box: QRectF, unit: float) -> Iterator[tuple[QPointF, QPointF]]:
    """The lines of an option's pattern within a box."""
    place = index % len(_SLOPES)
    slope, gap = _SLOPES[place], _GAPS[place] * unit
    if slope in {"/", "x"}:
        yield from _slanted(box, gap, up=True)
    if slope in {"\\", "x"}:
        yield from _slanted(box, gap, up=False)
    if slope in {"-", "+"}:
        for y in _steps(box.top(), box.bottom(), gap):
            yield QPointF(box.left(), y), QPointF(box.right(), y)
    if slope in {"|", "+"}:
        for x in _steps(box.left(), box.right(), gap):
            yield QPointF(x, box.top()), QPointF(x, box.bottom())
    if slope == ".":
        for number, y in enumerate(_steps(box.top(), box.bottom(), gap * 0.7)):
            for x in _steps(box.left() + gap / 2 * (number % 2), box.right() - gap * 0.2, gap):
                yield QPointF(x, y), QPointF(x + gap * 0.2, y)


def _steps(start: float, stop: float, gap: float) -> Iterator[float]:
    at = start + gap / 2
    while at < stop:
        yield at
        at += gap


def _slanted(box: QRectF, gap: float, *, up: bool) -> Iterator[tuple[QPointF, QPointF]]:
    """Lines at 45 degrees, cut off at the edges of the box."""
    across = box.width() + box.height()
    for at in _steps(0.0, across, gap * 1.4):
        start = QPointF(max(0.0, at - box.height()), min(at, box.height()))
        stop = QPointF(min(at, box.width()), max(0.0, at - box.width()))
        if up:
            yield box.topLeft() + start, box.topLeft() + stop
        else:
            low = QPointF(start.x(), box.height() - start.y())
            high = QPointF(stop.x(), box.height() - stop.y())
            yield box.topLeft() + low, box.topLeft() + high


def legend(sheet: Sheet, places: Sequence[Place], box: QRectF, chosen: Sequence[str] = ()) -> None:
    """Name the places in as many columns as fit; what was decided has a tick."""
    if not places:
        return
    unit = em(sheet)
    gaps = (unit * 0.1, unit * 0.6)
    cells = read_down(box, len(places), _legend_columns(places), unit * 2.3, gaps)
    room = cells[0][1].adjusted(unit * 2.2, 0, -unit * 1.1 if chosen else 0, 0)
    texts = [place_words(sheet, place) for place in places]
    kind = fitted(sheet, texts, plain(sheet), room.width(), room.height())
    for number, cell in cells:
        place = places[number]
        taken = place.id in chosen
        place_cell(sheet, place, cell.adjusted(0, 0, -unit * 1.1 if taken else 0, 0), kind)
        if taken:
            wide = sheet.measure(place_words(sheet, place), kind, room.width()).width
            at = min(cell.right() - unit, cell.left() + unit * 2.1 + wide)
            tick = QRectF(at, cell.center().y() - unit / 2, unit, unit)
            sheet.icon("check", tick, "accent")


def _legend_columns(places: Sequence[Place]) -> int:
    return 1 if len(places) < 2 else 2 if len(places) <= 6 else 3


def legend_height(sheet: Sheet, places: Sequence[Place], width: float) -> float:
    """How high a legend has to be in a width."""
    if not places:
        return 0.0
    unit = em(sheet)
    across = _legend_columns(places)
    down = -(-len(places) // across)
    room = (width - unit * 0.6 * (across - 1)) / across - unit * 3.3
    kind = plain(sheet)
    texts = [place_words(sheet, place) for place in places]
    tall = max(sheet.measure(text, kind, room).height for text in texts)
    return down * min(unit * 2.3, max(unit * 1.2, tall)) + unit * 0.1 * (down - 1)


def samples(sheet: Sheet, box: QRectF, items: Sequence[tuple[str, str]]) -> None:
    """A legend on one line: pairs of what `draw_shape` draws (a shape's name) and words."""
    unit = em(sheet)
    x = box.left()
    for shape, text in items:
        centre = QPointF(x + unit * 0.4, box.center().y())
        draw_shape(sheet, Mark("", Shape(shape), sheet.theme.colour("accent")), centre, unit * 0.3)
        wide = sheet.width(text, plain(sheet)) + unit * 0.2
        room = QRectF(x + unit, box.top(), min(wide, box.right() - x - unit), box.height())
        sheet.write(text, room, plain(sheet), "muted", LEFT, MIDDLE)
        x += unit * 1.8 + wide


def lines_through(points: Sequence[QPointF]) -> Iterator[tuple[QPointF, QPointF]]:
    """The pieces of a line through points."""
    return pairwise(points)


def heavy(weight: bool) -> QFont.Weight:
    """The weight of letters that stand out, or of those that do not."""
    return QFont.Weight.Bold if weight else QFont.Weight.Normal
