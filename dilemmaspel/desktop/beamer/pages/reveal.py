"""A closed vote: bars, the sentence that says it, and who did not choose."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainterPath, QPolygonF

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Block, Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, Sheet
from dilemmaspel.desktop.figures.bars import Bar, draw_bars, draw_columns
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DilemmaView, OptionView, PublicView, ResultView
from dilemmaspel.words import VOTES, results

_TOKENS_FIT: Final = 60


def paint(sheet: Sheet, view: PublicView) -> None:
    """Paint the result of the vote that this page is about."""
    t, dilemma, result = sheet.look.t, view.dilemma, view.result
    if dilemma is None or result is None:
        return
    frame.header(sheet, view, t(VOTES[result.vote]))
    said = results.result_sentence(t, dilemma, result)
    notes = results.result_notes(t, dilemma, result)
    sheet.say(t(VOTES[result.vote]), said, *notes)
    room = _words_below(sheet, said, results.label(t, result), notes)
    if result.tally.scale:
        _columns(sheet, dilemma, result, room)
    else:
        draw_bars(sheet, bars_of(sheet, view, dilemma, result), room)


def _words_below(sheet: Sheet, said: str, label: str, notes: tuple[str, ...]) -> QRectF:
    """Write sentence, label and notes from the bottom up; return the room above them."""
    box = QRectF(frame.CONTENT)
    if notes:
        small = sheet.axis
        block = sheet.measure(" · ".join(notes), small, box.width())
        sheet.put(block, box, box.bottom() - block.height, "muted")
        box.setBottom(box.bottom() - block.height - 12)
    chip = _chip(sheet, label, box)
    width = box.width() - (chip.width() + 48 if label else 0)
    block = sentence_block(sheet, said, width)
    sheet.put(block, box, box.bottom() - block.height)
    box.setBottom(box.bottom() - max(block.height, chip.height()) - 28)
    return box


def sentence_block(sheet: Sheet, said: str, width: float) -> Block:
    """A sentence as large as it can be on one line, or else on two."""
    kind = Type(Kind.TEXT, 88, 64, QFont.Weight.Bold, 1.08, balanced=True)
    for size in range(kind.size, kind.least - 1, -4):
        if sheet.width(said, kind.sized(size)) <= width:
            return sheet.measure(said, kind.sized(size), width)
    return sheet.measure(said, kind.sized(72, 64), width, 160)


def _chip(sheet: Sheet, label: str, box: QRectF) -> QRectF:
    """The word for how close together people stand, in a soft box at the right."""
    if not label:
        return QRectF()
    kind = Type(Kind.TEXT, 64, 48, QFont.Weight.DemiBold, 1.05)
    block = sheet.measure(label, kind, 620, 150)
    chip = QRectF(0, 0, block.width + 64, block.height + 24)
    chip.moveBottomRight(box.bottomRight())
    sheet.panel(chip, "accent_soft")
    sheet.put(block, chip, chip.top() + 12, "ink", CENTRE)
    sheet.say(label)
    return chip


def bars_of(
    sheet: Sheet, view: PublicView, dilemma: DilemmaView, result: ResultView
) -> tuple[Bar, ...]:
    """Return the bars of a vote with options, and say each of them."""
    numbers = results.numbers(dilemma, result)
    longest = max(numbers.values(), default=Fraction(0)) or Fraction(1)
    shown = [o for o in dilemma.options if o.id in numbers]
    if dilemma.type is QuestionType.RANKING:
        shown.sort(key=lambda option: (-numbers[option.id], option.index))
    behind = _roles_behind(view, result)
    for option in shown:
        written = results.written(sheet.look.t, result, numbers[option.id])
        sheet.say(f"{frame.spoken(option)}: {written}")
    return tuple(_bar(sheet, o, numbers[o.id], longest, behind.get(o.id, ())) for o in shown)


def _bar(
    sheet: Sheet, option: OptionView, number: Fraction, longest: Fraction, roles: tuple[Role, ...]
) -> Bar:
    return Bar(
        mark=frame.mark_of(sheet, option),
        label=option.label,
        share=float(number / longest),
        number=sheet.look.t.number(number),
        roles=roles,
        strong=number == longest,
    )


def _roles_behind(view: PublicView, result: ResultView) -> Mapping[OptionId, tuple[Role, ...]]:
    """For every option a role for each ballot, when roles may be shown and fit."""
    drawable = result.tally.kind in {QuestionType.SINGLE_CHOICE, QuestionType.APPROVAL}
    if not result.per_role or not drawable or result.tally.valid > _TOKENS_FIT:
        return {}
    behind: dict[OptionId, tuple[Role, ...]] = {}
    for one in view.roles:
        own = result.tally.per_role.get(one.role.id)
        for option, count in own.counts.items() if own else ():
            behind[option] = (*behind.get(option, ()), *[one.role] * count)
    return behind


def _columns(sheet: Sheet, dilemma: DilemmaView, result: ResultView, box: QRectF) -> None:
    """The scale as standing bars, with the mean as a mark on the base line."""
    counts = result.tally.scale
    labels = dilemma.labels or tuple(str(point) for point in range(1, len(counts) + 1))
    base = draw_columns(sheet, counts, labels, box, sheet.theme.options[0])
    for count, label in zip(counts, labels, strict=True):
        sheet.say(f"{label}: {count}")
    mean = result.tally.mean
    if mean is None:
        return
    each = box.width() / len(counts)
    x = box.left() + (float(mean) - 0.5) * each
    head = QPolygonF([QPointF(x - 24, base + 26), QPointF(x + 24, base + 26), QPointF(x, base - 8)])
    path = QPainterPath()
    path.addPolygon(head)
    sheet.path(path, "ink", "ground", 4)
