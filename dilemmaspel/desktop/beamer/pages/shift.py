"""Who moved between the votes; people will remember this page."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.flow import NODE, draw_flow, slots_in
from dilemmaspel.desktop.figures.marks import draw_mark, draw_shape, draw_token
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DilemmaView, PublicView, ShiftView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Mark, Shape, mixed
from dilemmaspel.words import VOTES, results

_LEFT: Final = 236.0
"""The room for mark and count at the left of the flow."""
_RIGHT: Final = 240.0
"""The same at the right, before the words."""
_WORDS: Final = (*range(360, 580, 20),)
"""The widths that the words may have, in pixels; the flow has what they leave."""
_MOST_PAIRS: Final = 44
_STRIP: Final = 80
_LEAST_FLOW: Final = 430.0
"""The flow is what people remember: below this height the roles make room for it."""
_HEAD: Final = Type(Kind.AXIS, 48, 48, QFont.Weight.DemiBold)
_NUMBER: Final = Type(Kind.NUMBER, 72, 64, QFont.Weight.Bold, 1.0)


def paint(sheet: Sheet, view: PublicView) -> None:
    """Paint the movement between the first and the second vote."""
    t, dilemma, shift = sheet.look.t, view.dilemma, view.shift
    if dilemma is None:
        return
    frame.header(sheet, view, t("Who moved?"))
    if shift is None:
        told = t("There is no second vote to compare with.")
        sheet.say(told)
        frame.title(sheet, told, QRectF(96, 300, 1600, 500))
        return
    room = _said(sheet, t, dilemma, shift)
    if shift.n and shift.table:
        room = _by_role(sheet, view, shift, room)
        _flow(sheet, dilemma, shift, room)
    else:
        _net(sheet, dilemma, shift, room)


def _said(sheet: Sheet, t: Texts, dilemma: DilemmaView, shift: ShiftView) -> QRectF:
    """Write the sentences from the bottom up; return the room above them."""
    box = QRectF(frame.CONTENT.adjusted(0, -16, 0, 20))
    sentence = results.shift_sentence(t, dilemma, shift)
    silent = results.silent_sentence(t, shift)
    sheet.say(sentence, silent)
    bold = Type(Kind.TEXT, 76, 64, QFont.Weight.Bold, 1.08)
    for text, kind, colour in ((silent, sheet.text_type, "accent"), (sentence, bold, "ink")):
        if text:
            block = sheet.measure(text, kind, box.width(), 180)
            sheet.put(block, box, box.bottom() - block.height, colour)
            box.setBottom(box.bottom() - block.height)
    box.setBottom(box.bottom() - 14)
    return box


def _note(t: Texts, dilemma: DilemmaView, shift: ShiftView) -> str:
    """What the flow leaves out, or looks at, in a few words."""
    if shift.excluded > 0:
        return t.plural("{n} voted only once", "{n} voted only once", shift.excluded)
    return t("what stood on top") if dilemma.type is QuestionType.RANKING else ""


def _flow(sheet: Sheet, dilemma: DilemmaView, shift: ShiftView, box: QRectF) -> None:
    t = sheet.look.t
    kept = [i for i in range(len(shift.choices)) if _people(shift, i)]
    table = [[shift.table[i][j] for j in kept] for i in kept]
    marks = [_mark(sheet, dilemma, shift.choices[i]) for i in kept]
    words = [_label(t, dilemma, shift.choices[i]) for i in kept]
    _say_moves(sheet, words, table)
    kind, wide, leasts = _fitted(sheet, words, box.height() - _HEADS)
    area = box.adjusted(_LEFT, _HEADS, -(wide + _RIGHT), 0)
    _heads(sheet, box, area, _note(t, dilemma, shift))
    slots = slots_in(area, table, leasts)
    draw_flow(sheet, table, [mark.colour for mark in marks], slots)
    for place, slot in enumerate(slots.boxes):
        before, after = sum(table[place]), sum(row[place] for row in table)
        _before(sheet, marks[place], before, QRectF(box.left(), slot.top(), 0, slot.height()))
        right = QRectF(slot.right(), slot.top(), wide, slot.height())
        _after(sheet, marks[place], after, right, words[place], kind)


_HEADS: Final = 64.0
_FIRST, _SECOND = list(VOTES.values())[:2]


def _heads(sheet: Sheet, box: QRectF, area: QRectF, note: str) -> None:
    """Name the two votes above their columns; a note stands at the right."""
    t = sheet.look.t
    line = QRectF(box.left(), box.top(), box.width(), 58)
    sheet.write(t(_FIRST), line, _HEAD, "muted", LEFT, MIDDLE)
    line.setLeft(area.right() - NODE)
    used = sheet.write(t(_SECOND), line, _HEAD, "muted", LEFT, MIDDLE)
    sheet.say(note)
    line.setLeft(used.right() + 32)
    if note and sheet.width(note, sheet.axis) > line.width():
        line = QRectF(area.left() + NODE, box.top(), area.width() - 2 * NODE - 40, 58)
        sheet.write(note, line, sheet.axis, "muted", CENTRE, MIDDLE)
        return
    sheet.write(note, line, sheet.axis, "muted", RIGHT, MIDDLE)


def _fitted(sheet: Sheet, words: Sequence[str], high: float) -> tuple[Type, float, list[float]]:
    """The type and width of the words, and how high each has to be; narrow and large is best."""
    each = high / max(1, len(words)) - 14
    for wide in _WORDS:
        for size in range(60, 47, -4):
            kind = Type(Kind.AXIS, size, size, leading=1.0)
            heights = [sheet.measure(one, kind, wide) for one in words]
            if all(b.height <= max(each, 100) and b.width <= wide for b in heights):
                return kind, wide, [max(64.0, b.height - 6) for b in heights]
    return Type(Kind.AXIS, 48, 40, leading=1.0), _WORDS[-1], [each] * len(words)


def _before(sheet: Sheet, mark: Mark, count: int, box: QRectF) -> None:
    """Mark and count at the left of the flow."""
    number = QRectF(box.left(), box.top(), _LEFT - 24, box.height())
    sheet.write(str(count), number, _NUMBER, "ink", RIGHT, MIDDLE)
    draw_mark(sheet, mark, box, 64)


def _after(sheet: Sheet, mark: Mark, count: int, box: QRectF, words: str, kind: Type) -> None:
    """Count, mark and words at the right of the flow."""
    number = QRectF(box.left() + 24, box.top(), 88, box.height())
    sheet.write(str(count), number, _NUMBER, "ink", LEFT, MIDDLE)
    rest = QRectF(number.right() + 4, box.top(), 200, box.height())
    used = draw_mark(sheet, mark, rest, 64)
    label = QRectF(rest.left() + used, box.top() - 6, box.width() + 8, box.height() + 12)
    sheet.write(words, label, kind, "ink", LEFT, MIDDLE)


def _people(shift: ShiftView, place: int) -> int:
    return sum(shift.table[place]) + sum(row[place] for row in shift.table)


def _say_moves(sheet: Sheet, words: Sequence[str], table: Sequence[Sequence[int]]) -> None:
    t = sheet.look.t
    for i, row in enumerate(table):
        for j, count in enumerate(row):
            if count and i != j:
                sheet.say(
                    t.plural(
                        "{n} went from {one} to {other}",
                        "{n} went from {one} to {other}",
                        count,
                        one=words[i],
                        other=words[j],
                    )
                )
            elif count:
                sheet.say(
                    t.plural("{n} stayed with {one}", "{n} stayed with {one}", count, one=words[i])
                )


def _mark(sheet: Sheet, dilemma: DilemmaView, choice: str) -> Mark:
    """The mark of an option, of a scale point, or of an abstention."""
    if not choice:
        return sheet.theme.abstain
    option = next((o for o in dilemma.options if o.id == choice), None)
    if option is not None:
        return frame.mark_of(sheet, option)
    place = int(choice) - 1 if choice.isdigit() else 0
    return Mark(choice, Shape.CIRCLE, sheet.theme.option(place).colour)


def _label(t: Texts, dilemma: DilemmaView, choice: str) -> str:
    """The words of a choice."""
    if not choice:
        return t("abstained")
    option = next((o for o in dilemma.options if o.id == choice), None)
    if option is not None:
        return option.label
    place = int(choice) - 1 if choice.isdigit() else -1
    return dilemma.labels[place] if 0 <= place < len(dilemma.labels) else choice


def _by_role(sheet: Sheet, view: PublicView, shift: ShiftView, box: QRectF) -> QRectF:
    """A row with every role and the way each of its people went, when that may be shown."""
    if not shift.per_role or shift.n > _MOST_PAIRS or view.dilemma is None:
        return box
    shown = [one for one in view.roles if one.role.id in shift.per_role]
    across = max(8, min(len(shown), 13))
    down = -(-len(shown) // across)
    strip = QRectF(box.left(), box.bottom() - _STRIP * down, box.width(), _STRIP * down)
    if strip.top() - box.top() - _HEADS < _LEAST_FLOW:
        return box
    marks = [_mark(sheet, view.dilemma, choice) for choice in shift.choices]
    each = strip.width() / across
    for number, one in enumerate(shown):
        line, place = divmod(number, across)
        cell = QRectF(strip.left() + place * each, strip.top() + _STRIP * line, each - 12, 76)
        draw_token(sheet, one.role, QPointF(cell.left() + 34, cell.center().y()), 32)
        _ways(sheet, marks, shift.per_role[one.role.id], cell.adjusted(80, 0, 0, 0))
    return QRectF(box.left(), box.top(), box.width(), box.height() - strip.height() - 12)


def _ways(
    sheet: Sheet, marks: Sequence[Mark], table: Sequence[Sequence[int]], cell: QRectF
) -> None:
    """Per person the first choice above the second; one pale shape for who stayed."""
    ways = [(i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]
    step = min(44.0, cell.width() / max(1, len(ways)))
    ground = sheet.theme.colour("ground")
    for number, (i, j) in enumerate(ways):
        x = cell.left() + step * (number + 0.5)
        if i == j:
            pale = Mark("", marks[i].shape, mixed(marks[i].colour, ground, 0.55))
            draw_shape(sheet, pale, QPointF(x, cell.center().y()), 14)
            continue
        above, below = QPointF(x, cell.top() + 16), QPointF(x, cell.bottom() - 16)
        sheet.line(above, below, "line", 4)
        draw_shape(sheet, marks[i], above, 13)
        draw_shape(sheet, marks[j], below, 17)


def _net(sheet: Sheet, dilemma: DilemmaView, shift: ShiftView, box: QRectF) -> None:
    """Only the totals are known: a hollow mark for vote 1 and a full one for vote 2."""
    t = sheet.look.t
    kept = [row for row in shift.net_only if row[0] or row[1] or row[2]]
    legend = QRectF(box.left(), box.top(), box.width(), 60)
    sheet.write(f"○ {t(_FIRST)}    ● {t(_SECOND)}", legend, _HEAD, "muted", LEFT, MIDDLE)
    rest = frame.below(box, legend, 16)
    most = max([1, *(n for _, a, b in kept for n in (a, b))])
    for (choice, before, after), row in zip(
        kept, frame.rows(rest, len(kept), 12, 150), strict=True
    ):
        mark, words = _mark(sheet, dilemma, choice), _label(t, dilemma, choice)
        sheet.say(f"{words}: {before} → {after}")
        used = draw_mark(sheet, mark, row, 64)
        label = QRectF(row.left() + used, row.top(), 860 - used, row.height())
        sheet.write(words, label, Type(Kind.OPTION, 64, 48, leading=1.06), "ink", LEFT, MIDDLE)
        _dumbbell(sheet, mark, before / most, after / most, row.adjusted(900, 0, -330, 0))
        number = f"{before} → {after}"
        sheet.write(number, row.adjusted(900, 0, 0, 0), _NUMBER, "ink", RIGHT, MIDDLE)


def _dumbbell(sheet: Sheet, mark: Mark, before: float, after: float, track: QRectF) -> None:
    y = track.center().y()
    sheet.line(QPointF(track.left(), y), QPointF(track.right(), y), "faint", 4)
    start = QPointF(track.left() + track.width() * before, y)
    moved = before + (after - before) * sheet.look.progress
    stop = QPointF(track.left() + track.width() * moved, y)
    sheet.line(start, stop, mark.colour, 16)
    draw_shape(sheet, Mark("", Shape.RING, mark.colour), start, 24)
    draw_shape(sheet, Mark("", mark.shape, mark.colour), stop, 26)
