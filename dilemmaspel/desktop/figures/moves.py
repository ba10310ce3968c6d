"""Who moved between the votes: bands of people, or the totals where only those are known."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dilemmaspel.debrief.figures import Place, VoteFlow
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.flow import NODE, draw_flow, slots_in
from dilemmaspel.desktop.figures.kit import (
    em,
    fitted,
    mark_of,
    place_width,
    place_words,
    plain,
    role_cell,
    role_width,
    rows,
    split,
    strong,
    under,
    words,
)
from dilemmaspel.desktop.figures.marks import draw_mark, draw_shape
from dilemmaspel.game.ballots import Vote
from dilemmaspel.theme import Mark, Shape
from dilemmaspel.words import VOTES

_FLOW: Final = 0.7
"""The bands have this part of the width when the roles stand beside them."""


def draw_vote_flow(sheet: Sheet, figure: VoteFlow, box: QRectF) -> bool:
    """Draw the bands, or the change of the totals; False when nobody voted twice."""
    if not figure.n and not figure.net_only:
        return False
    unit = em(sheet)
    silent = figure.silent_sentence()
    if silent is not None:
        low = QRectF(box.left(), box.bottom() - unit * 1.3, box.width(), unit * 1.3)
        sheet.write(words(sheet, silent), low, strong(sheet), "accent", LEFT, MIDDLE)
        box = box.adjusted(0, 0, 0, -unit * 1.5)
    if figure.net_only or not figure.table_of_moves:
        _net(sheet, figure, box)
        return True
    moved = [one for one in figure.roles if one.moved]
    if moved:
        left, right = split(box, box.width() * _FLOW)
        _bands(sheet, figure, left)
        _roles(sheet, figure, right.adjusted(unit, 0, 0, 0))
    else:
        _bands(sheet, figure, box)
    return True


def _bands(sheet: Sheet, figure: VoteFlow, box: QRectF) -> None:
    unit = em(sheet)
    table = figure.table_of_moves
    kept = [i for i in range(len(table)) if sum(table[i]) or sum(row[i] for row in table)]
    places = [figure.places[i] for i in kept]
    part = [[table[i][j] for j in kept] for i in kept]
    mark_room, count = unit * 1.9, unit * 1.5
    word = place_width(sheet, places, box.width() * 0.4)
    top = box.top() + unit * 1.25
    area = QRectF(box.left() + mark_room + count, top, 0, box.bottom() - top)
    area.setRight(box.right() - word - count - unit * 0.3)
    _heads(sheet, box, area)
    slots = slots_in(area, part, [unit * 1.25] * len(part))
    draw_flow(sheet, part, [mark_of(sheet, place).colour for place in places], slots)
    texts = [place_words(sheet, place) for place in places]
    wide = word - unit * 1.9
    sizes = [
        sheet.measure(text, plain(sheet), wide, slot.height() + unit * 0.2).size
        for text, slot in zip(texts, slots.boxes, strict=True)
    ]
    kind = plain(sheet).sized(min(sizes))
    for number, (place, slot) in enumerate(zip(places, slots.boxes, strict=True)):
        before, after = sum(part[number]), sum(row[number] for row in part)
        own = mark_of(sheet, place)
        draw_mark(sheet, own, QRectF(box.left(), slot.top(), mark_room, slot.height()), int(unit))
        room = QRectF(box.left() + mark_room, slot.top(), count - unit * 0.3, slot.height())
        sheet.write(str(before), room, strong(sheet), "ink", RIGHT, MIDDLE)
        room = QRectF(slot.right() + unit * 0.3, slot.top(), count - unit * 0.3, slot.height())
        sheet.write(str(after), room, strong(sheet), "ink", LEFT, MIDDLE)
        end = QRectF(room.right() + unit * 0.2, slot.top(), word, slot.height())
        used = draw_mark(sheet, own, end, int(unit))
        if place.sign != texts[number]:
            rest = end.adjusted(used, -unit * 0.1, 0, unit * 0.1)
            sheet.write(texts[number], rest, kind, "ink", LEFT, MIDDLE)


def _heads(sheet: Sheet, box: QRectF, area: QRectF) -> None:
    """Name the two votes above their columns."""
    t, unit = sheet.look.t, em(sheet)
    line = QRectF(box.left(), box.top(), area.center().x() - box.left(), unit * 1.1)
    sheet.write(t(VOTES[Vote.FIRST]), line, plain(sheet), "muted", LEFT, MIDDLE)
    line = QRectF(area.right() - NODE, box.top(), box.right() - area.right() + NODE, unit * 1.1)
    sheet.write(t(VOTES[Vote.SECOND]), line, plain(sheet), "muted", LEFT, MIDDLE)


def _roles(sheet: Sheet, figure: VoteFlow, box: QRectF) -> None:
    """Who moved per role: a pair of shapes for everybody who did, and how many stayed."""
    unit, t = em(sheet), sheet.look.t
    sheet.write(
        t("Per role"),
        QRectF(box.left(), box.top(), box.width(), unit * 1.1),
        plain(sheet),
        "muted",
        LEFT,
        MIDDLE,
    )
    area = under(box, box.top() + unit * 1.25)
    each = rows(area, len(figure.roles), unit * 1.5, unit * 0.08)
    wide = role_width(sheet, [own.role for own in figure.roles], box.width() * 0.52)
    texts = [own.role.short for own in figure.roles]
    kind = fitted(sheet, texts, strong(sheet), wide - unit * 1.7, each[0].height())
    for own, row in zip(figure.roles, each, strict=True):
        name, ways = split(row, wide + unit * 0.2)
        role_cell(sheet, own.role, name, kind)
        _ways(sheet, figure.places, own.table, ways, own.n)


def _ways(
    sheet: Sheet,
    places: Sequence[Place],
    table: Sequence[Sequence[int]],
    box: QRectF,
    people: int,
) -> None:
    unit, t = em(sheet), sheet.look.t
    pairs = [
        (i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n) if i != j
    ]
    if not pairs:
        sheet.write(t("nobody"), box, plain(sheet), "muted", LEFT, MIDDLE)
        return
    step = unit * 2.2
    fit = int(box.width() // step)
    if len(pairs) > fit:
        told = t("{n} of {all}", n=len(pairs), all=people)
        sheet.write(told, box, strong(sheet), "ink", LEFT, MIDDLE)
        return
    for number, (i, j) in enumerate(pairs):
        x = box.left() + number * step
        y = box.center().y()
        first, second = QPointF(x + unit * 0.4, y), QPointF(x + unit * 1.4, y)
        sheet.line(first, second, "line", unit * 0.07)
        for centre, at in ((first, i), (second, j)):
            draw_shape(sheet, mark_of(sheet, places[at]), centre, unit * 0.3)


def _net(sheet: Sheet, figure: VoteFlow, box: QRectF) -> None:
    """Only the totals are known: a hollow mark for vote 1 and a full one for vote 2."""
    unit, t = em(sheet), sheet.look.t
    kept = [row for row in figure.net_only if row[1] or row[2]]
    head = QRectF(box.left(), box.top(), box.width(), unit * 1.2)
    first, second = t(VOTES[Vote.FIRST]), t(VOTES[Vote.SECOND])
    sheet.write(f"○ {first}    ● {second}", head, plain(sheet), "muted", LEFT, MIDDLE)
    most = max([1, *(n for _, a, b in kept for n in (a, b))])
    word = place_width(sheet, [place for place, _, _ in kept], box.width() * 0.42)
    area = under(box, head.bottom() + unit * 0.3)
    for (place, before, after), row in zip(
        kept, rows(area, len(kept), unit * 2.3, unit * 0.2), strict=True
    ):
        name, rest = split(row, word + unit * 0.5)
        used = draw_mark(sheet, mark_of(sheet, place), name, int(unit))
        label = name.adjusted(used, 0, -unit * 0.3, 0)
        sheet.write(place_words(sheet, place), label, plain(sheet), "ink", LEFT, MIDDLE)
        track = rest.adjusted(unit * 0.5, 0, -unit * 4.4, 0)
        _dumbbell(sheet, mark_of(sheet, place), before / most, after / most, track)
        sheet.write(f"{before} → {after}", rest, strong(sheet), "ink", RIGHT, MIDDLE)


def _dumbbell(sheet: Sheet, mark: Mark, before: float, after: float, track: QRectF) -> None:
    unit, y = em(sheet), track.center().y()
    sheet.line(QPointF(track.left(), y), QPointF(track.right(), y), "faint", unit * 0.08)
    start = QPointF(track.left() + track.width() * before, y)
    moved = before + (after - before) * sheet.look.progress
    stop = QPointF(track.left() + track.width() * moved, y)
    sheet.line(start, stop, mark.colour, unit * 0.3)
    draw_shape(sheet, Mark("", Shape.RING, mark.colour), start, unit * 0.46)
    draw_shape(sheet, Mark("", mark.shape, mark.colour), stop, unit * 0.5)
