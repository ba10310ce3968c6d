"""Who moved between the votes; people will remember this page."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame, sentences
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.desktop.figures.flow import draw_flow, slots_in
from dilemmaspel.desktop.figures.marks import draw_mark, draw_shape, draw_token
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DilemmaView, PublicView, ShiftView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Mark, Shape, mixed
from dilemmaspel.words import VOTES

_MARKS: Final = 250.0
_WORDS: Final = 716.0
_MOST_PAIRS: Final = 44
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
    box = QRectF(frame.CONTENT)
    sentence = sentences.shift_sentence(t, dilemma, shift)
    silent = sentences.silent_sentence(t, shift)
    sheet.say(sentence, silent)
    bold = Type(Kind.TEXT, 80, 64, QFont.Weight.Bold, 1.08)
    for text, kind, colour in ((silent, sheet.text_type, "accent"), (sentence, bold, "ink")):
        if text:
            block = sheet.measure(text, kind, box.width(), 180)
            sheet.put(block, box, box.bottom() - block.height, colour)
            box.setBottom(box.bottom() - block.height - 4)
    box.setBottom(box.bottom() - 20)
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
    head = QRectF(box.left(), box.top(), box.width(), 60)
    area = QRectF(box.left() + _MARKS, head.bottom() + 12, 0, 0)
    area.setRight(box.right() - _WORDS - 260)
    area.setBottom(box.bottom())
    first = QRectF(box.left(), head.top(), area.left() + 300 - box.left(), 60)
    second = QRectF(area.right() - 60, head.top(), box.right() - area.right() + 60, 60)
    sheet.write(t(_FIRST), first, _HEAD, "muted", LEFT, MIDDLE)
    used = sheet.write(t(_SECOND), second, _HEAD, "muted", LEFT, MIDDLE)
    note = _note(t, dilemma, shift)
    sheet.say(note)
    second.setLeft(used.right() + 40)
    sheet.write(note, second, sheet.axis, "muted", RIGHT, MIDDLE)
    slots = slots_in(area, table)
    kind = _words_type(sheet, words, slots.boxes)
    draw_flow(sheet, table, [mark.colour for mark in marks], slots)
    for place, slot in enumerate(slots.boxes):
        before, after = sum(table[place]), sum(row[place] for row in table)
        _side(sheet, marks[place], str(before), _left_of(slot, box))
        _side(sheet, marks[place], str(after), _right_of(slot), words[place], kind)


_FIRST, _SECOND = list(VOTES.values())[:2]


def _words_type(sheet: Sheet, words: Sequence[str], slots: Sequence[QRectF]) -> Type:
    """One size for the words of all choices: the largest that fits in every slot."""
    for size in range(64, 47, -4):
        kind = Type(Kind.AXIS, size, size, leading=1.0)
        pairs = zip(words, slots, strict=True)
        if all(sheet.measure(w, kind, _WORDS).height <= s.height() + 12 for w, s in pairs):
            return kind
    return Type(Kind.AXIS, 48, 40, leading=1.0)


def _left_of(slot: QRectF, box: QRectF) -> QRectF:
    return QRectF(box.left(), slot.top(), _MARKS - 24, slot.height())


def _right_of(slot: QRectF) -> QRectF:
    return QRectF(slot.right() + 28, slot.top(), _MARKS - 24, slot.height())


def _side(
    sheet: Sheet,
    mark: Mark,
    count: str,
    box: QRectF,
    words: str = "",
    kind: Type = _NUMBER,
) -> None:
    """Mark and count beside a column; at the right with the words of the choice."""
    if not words:
        number = QRectF(box)
        number.setLeft(box.right() - 90)
        sheet.write(count, number, _NUMBER, "ink", RIGHT, MIDDLE)
        draw_mark(sheet, mark, box, 64)
        return
    number = QRectF(box.left(), box.top(), 84, box.height())
    sheet.write(count, number, _NUMBER, "ink", LEFT, MIDDLE)
    rest = QRectF(number.right() + 8, box.top(), 200, box.height())
    used = draw_mark(sheet, mark, rest, 64)
    label = QRectF(rest.left() + used, box.top() - 6, _WORDS, box.height() + 12)
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
    strip = QRectF(box.left(), box.bottom() - 84 * down, box.width(), 84 * down)
    marks = [_mark(sheet, view.dilemma, choice) for choice in shift.choices]
    each = strip.width() / across
    for number, one in enumerate(shown):
        line, place = divmod(number, across)
        cell = QRectF(strip.left() + place * each, strip.top() + 84 * line, each - 12, 76)
        draw_token(sheet, one.role, QPointF(cell.left() + 34, cell.center().y()), 32)
        _ways(sheet, marks, shift.per_role[one.role.id], cell.adjusted(80, 0, 0, 0))
    return QRectF(box.left(), box.top(), box.width(), box.height() - strip.height() - 20)


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
        kept, frame.rows(rest, len(kept), 12, 140), strict=True
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
