"""How close we stood: words with bars, the division of points, the order, consent."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dilemmaspel.debrief.figures import (
    Acceptance,
    Closeness,
    GroupOrder,
    Label,
    Place,
    PointsSpread,
)
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.kit import (
    Piece,
    columns,
    draw_piece,
    draw_stack,
    em,
    mark_of,
    pieces,
    place_cell,
    place_width,
    plain,
    rows,
    rule,
    split,
    strong,
    words,
)
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.measures import MIN_BALLOTS
from dilemmaspel.words import VOTES

_MOST: Final = 6
"""Bars fit for this many dilemmas; of more only the words."""


def draw_closeness(sheet: Sheet, figure: Closeness, box: QRectF) -> bool:
    """Draw per dilemma its bar of the deciding vote and the words, and those of the first vote."""
    if not any(label.n for label in figure.labels):
        return False
    unit = em(sheet)
    last = {label.dilemma.id: label for label in figure.labels}
    first = {one.dilemma.id: one for one in figure.labels if one is not last[one.dilemma.id]}
    for label, row in zip(last.values(), rows(box, len(last), unit * 3.6, unit * 0.2), strict=True):
        rule(sheet, row)
        _closeness(sheet, label, first.get(label.dilemma.id), row.adjusted(0, unit * 0.15, 0, 0))
    return True


def _closeness(sheet: Sheet, label: Label, before: Label | None, row: QRectF) -> None:
    t, unit = sheet.look.t, em(sheet)
    left, right = columns(row, (1.45, 1), unit * 0.6)
    title = QRectF(left.left(), left.top(), left.width(), min(unit * 1.15, left.height() * 0.5))
    named = f"{label.dilemma.number}  {label.dilemma.title}"
    sheet.write(named, title, strong(sheet), "ink", LEFT, MIDDLE)
    bar = QRectF(left.left(), title.bottom() + unit * 0.1, left.width(), 0)
    bar.setBottom(min(left.bottom() - unit * 0.1, bar.top() + unit * 1.6))
    draw_stack(sheet, _pieces(sheet, label), bar)
    told = _in_a_word(sheet, label)
    if before is None or before.words is None or label.words is None:
        sheet.write(told, right, strong(sheet), "ink", LEFT, MIDDLE)
        return
    upper, lower = rows(right, 2, right.height() / 2)
    was = f"{t(VOTES[Vote.FIRST])}: {words(sheet, before.words)}"
    sheet.write(was, upper, plain(sheet), "muted", LEFT, MIDDLE)
    sheet.write(told, lower, strong(sheet), "ink", LEFT, MIDDLE)


def _pieces(sheet: Sheet, label: Label) -> tuple[Piece, ...]:
    """The bar of a vote; where people divided points or ticked, without numbers."""
    places, counts = [place for place, _ in label.counts], [n for _, n in label.counts]
    made = pieces(sheet, places, counts)
    if sum(counts) == label.n:
        return made
    return tuple(replace(piece, text=piece.text.split(" ")[0]) for piece in made)


def _in_a_word(sheet: Sheet, label: Label) -> str:
    """The label, or what else can be said of how close people stood."""
    t = sheet.look.t
    if label.words is not None:
        return words(sheet, label.words)
    if label.overlap is not None:
        share = t.number(100 * label.overlap)
        return t("{n} of 100 points in common", n=share)
    if label.n < MIN_BALLOTS:
        return t("too few votes for a word")
    return t("no word for this kind of question")


def draw_points(sheet: Sheet, figure: PointsSpread, box: QRectF) -> bool:
    """Draw the mean points per option as a bar, with a line from the lowest to the highest."""
    if not figure.options:
        return False
    unit, most = em(sheet), max(1.0, *(float(one.high) for one in figure.options))
    wide = place_width(sheet, [one.place for one in figure.options], box.width() * 0.45)
    each = rows(box, len(figure.options), unit * 2.6, unit * 0.25)
    for one, row in zip(figure.options, each, strict=True):
        name, rest = split(row, wide + unit * 0.4)
        place_cell(sheet, one.place, name.adjusted(0, 0, -unit * 0.3, 0))
        track = rest.adjusted(0, row.height() * 0.18, -unit * 2.4, -row.height() * 0.18)
        _bar(sheet, one.place, track, float(one.mean), most)
        _range(sheet, track, float(one.low) / most, float(one.high) / most)
        sheet.write(str(one.shown), rest, strong(sheet, 1.2), "ink", RIGHT, MIDDLE)
    return True


def _bar(sheet: Sheet, place: Place, track: QRectF, value: float, most: float) -> None:
    """A bar of a place in its own look, `value` long in a track of `most`."""
    sheet.panel(track, "panel", em(sheet) * 0.15)
    bar = QRectF(track)
    bar.setWidth(max(2.0, track.width() * value / most * sheet.look.progress))
    draw_piece(sheet, place.index, mark_of(sheet, place).colour, bar)


def _range(sheet: Sheet, track: QRectF, low: float, high: float) -> None:
    """A line with two ends: what people gave at least and at most."""
    unit, y = em(sheet), track.bottom() - em(sheet) * 0.28
    start = QPointF(track.left() + track.width() * low, y)
    stop = QPointF(track.left() + track.width() * high, y)
    for colour, width in (("ground", 0.22), ("ink", 0.1)):
        sheet.line(start, stop, colour, unit * width)
        for end in (start, stop):
            up = QPointF(end.x(), y - unit * 0.2)
            sheet.line(up, QPointF(end.x(), y + unit * 0.2), colour, unit * width)


def draw_order(sheet: Sheet, figure: GroupOrder, box: QRectF) -> bool:
    """Draw the order of the group, best first, with its points as bars."""
    if not figure.n or not figure.ranked:
        return False
    t, unit = sheet.look.t, em(sheet)
    most = max(1.0, *(float(one.borda) for one in figure.ranked))
    wide = place_width(sheet, [one.place for one in figure.ranked], box.width() * 0.48)
    each = rows(box, len(figure.ranked), unit * 2.4, unit * 0.25)
    for number, (one, row) in enumerate(zip(figure.ranked, each, strict=True), start=1):
        place, rest = split(row, unit * 1.3)
        sheet.write(str(number), place, strong(sheet, 1.2), "muted", LEFT, MIDDLE)
        name, rest = split(rest, wide + unit * 0.4)
        place_cell(sheet, one.place, name.adjusted(0, 0, -unit * 0.3, 0))
        track = rest.adjusted(0, row.height() * 0.15, -unit * 2.6, -row.height() * 0.15)
        _bar(sheet, one.place, track, float(one.borda), most)
        sheet.write(t.number(one.borda), rest, strong(sheet), "ink", RIGHT, MIDDLE)
    return True


def draw_acceptance(sheet: Sheet, figure: Acceptance, box: QRectF) -> bool:
    """Draw what people can live with, or the objections in their own words."""
    unit = em(sheet)
    if not figure.ticks:
        return _objections(sheet, figure, box)
    if not figure.n:
        return False
    wide = place_width(sheet, [place for place, _ in figure.ticks], box.width() * 0.48)
    each = rows(box, len(figure.ticks), unit * 2.4, unit * 0.25)
    for (place, n), row in zip(figure.ticks, each, strict=True):
        name, rest = split(row, wide + unit * 0.4)
        place_cell(sheet, place, name.adjusted(0, 0, -unit * 0.3, 0))
        track = rest.adjusted(0, row.height() * 0.15, -unit * 5.6, -row.height() * 0.15)
        _bar(sheet, place, track, n, figure.n)
        if place in figure.for_everyone:
            side = unit * 0.9
            tick = QRectF(rest.right() - unit * 5.4, row.center().y() - side / 2, side, side)
            sheet.icon("check", tick, "accent")
        told = sheet.look.t("{n} of {all}", n=n, all=figure.n)
        sheet.write(told, rest, strong(sheet), "ink", RIGHT, MIDDLE)
    return True


def _objections(sheet: Sheet, figure: Acceptance, box: QRectF) -> bool:
    if not figure.answered:
        return False
    unit, t = em(sheet), sheet.look.t
    calm = figure.answered - len(figure.objections)
    told = t.plural(
        "{n} of the {all} can live with it",
        "{n} of the {all} can live with it",
        calm,
        all=figure.answered,
    )
    line = QRectF(box.left(), box.top(), box.width(), unit * 1.4)
    sheet.write(told, line, strong(sheet, 1.1), "ink", LEFT, MIDDLE)
    area = box.adjusted(0, unit * 1.8, 0, 0)
    for text, row in zip(
        figure.objections, rows(area, len(figure.objections), unit * 2.6, unit * 0.2), strict=True
    ):
        sheet.panel(row, "panel", unit * 0.2)
        room = row.adjusted(unit * 0.4, unit * 0.1, -unit * 0.4, -unit * 0.1)
        sheet.write(f"“{text}”", room, plain(sheet), "ink", LEFT, MIDDLE)
    return True
