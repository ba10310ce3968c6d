"""What was said and what happened: the timeline, notes and remarks, agreements, the exit poll."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dilemmaspel.debrief.figures import (
    Agreements,
    ExitPoll,
    Happened,
    LateNews,
    Method,
    Moment,
    Notes,
    PollQuestion,
    Remarks,
    Timeline,
)
from dilemmaspel.debrief.figures.spoken import KEPT
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, TOP, Sheet
from dilemmaspel.desktop.figures.kit import (
    columns,
    em,
    plain,
    strong,
    under,
    words,
)
from dilemmaspel.desktop.figures.marks import draw_number

_FIRST: Final = (Happened.DECISION, Happened.ENDING, Happened.NEWS, Happened.LAPSED, Happened.NOTE)
"""What stays on the timeline when there is too much: the first of these longest."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A line of a list: what stands before it, its words, and words under it."""

    before: str
    text: str
    under: str = ""
    strong: bool = False


def _listed(sheet: Sheet, items: Sequence[_Item], box: QRectF) -> None:
    """Write items under each other in their own height; what does not fit is counted."""
    unit = em(sheet)
    size = next((n for n in _SIZES if _list_height(sheet, items, box, n) <= box.height()), 1.0)
    wide = _before_width(sheet, items, box, size)
    y, room = box.top(), box.width() - wide
    for number, one in enumerate(items):
        kind = strong(sheet, size) if one.strong else plain(sheet, size)
        block = sheet.measure(one.text, kind, room)
        small = sheet.measure(one.under, plain(sheet), room) if one.under else None
        high = block.height + (small.height if small else 0.0)
        left = len(items) - number
        spare = unit * 1.3 if left > 1 else 0.0
        if y + high + spare > box.bottom() and number:
            told = sheet.look.t.plural("and {n} more", "and {n} more", left)
            line = QRectF(box.left() + wide, y, room, unit * 1.2)
            sheet.write(told, line, plain(sheet), "muted", LEFT, TOP)
            return
        if one.before:
            label = QRectF(box.left(), y, wide - unit * 0.3, high)
            sheet.write(one.before, label, strong(sheet, size), "accent", LEFT, TOP)
        text = QRectF(box.left() + wide, y, room, max(1.0, box.bottom() - y))
        used = sheet.write(one.text, text, kind, "ink", LEFT, TOP)
        if small is not None:
            rest = QRectF(text.left(), used.bottom(), room, max(1.0, box.bottom() - used.bottom()))
            sheet.write(one.under, rest, plain(sheet), "muted", LEFT, TOP)
        y += high + unit * 0.35


_SIZES: Final = (1.9, 1.7, 1.5, 1.3, 1.1)
"""Letters of a list, in labels: the largest with which it fits."""


def _before_width(sheet: Sheet, items: Sequence[_Item], box: QRectF, size: float) -> float:
    unit = em(sheet)
    wide = max((sheet.width(one.before, strong(sheet, size)) for one in items), default=0.0)
    return min(wide, box.width() * 0.3) + unit * 0.5 if wide else 0.0


def _list_height(sheet: Sheet, items: Sequence[_Item], box: QRectF, size: float) -> float:
    room = box.width() - _before_width(sheet, items, box, size)
    tall = 0.0
    for one in items:
        kind = strong(sheet, size) if one.strong else plain(sheet, size)
        tall += sheet.measure(one.text, kind, room).height + em(sheet) * 0.35
        tall += sheet.measure(one.under, plain(sheet), room).height if one.under else 0.0
    return tall


def draw_timeline(sheet: Sheet, figure: Timeline, box: QRectF) -> bool:
    """Draw the years under each other, each with its decision and its news."""
    if not figure.moments:
        return False
    kept = [one for one in figure.moments if one.kind is not Happened.DILEMMA]
    while len(kept) > 1 and not _fits(sheet, kept, box):
        kept.remove(_least(kept))
    years = sorted({one.year for one in kept})
    unit, y = em(sheet), box.top()
    for year in years:
        moments = [one for one in kept if one.year == year]
        high = _height(sheet, moments, box.width() - unit * 2.6)
        radius = unit * 0.8
        centre = QPointF(box.left() + radius, y + radius)
        if year != years[-1]:
            below = QPointF(centre.x(), y + high + unit * 0.3)
            sheet.line(QPointF(centre.x(), centre.y() + radius), below, "line", unit * 0.07)
        draw_number(sheet, str(year) if year else "0", centre, radius, int(unit))
        room = QRectF(box.left() + unit * 2.6, y, box.width() - unit * 2.6, high)
        for one in moments:
            kind = strong(sheet) if one.kind is Happened.DECISION else plain(sheet)
            ink = "ink" if one.kind in (Happened.DECISION, Happened.ENDING) else "muted"
            used = sheet.write(_told(sheet, one), room, kind, ink, LEFT, TOP)
            room = under(room, used.bottom() + unit * 0.1)
        y += high + unit * 0.3
    return True


def _told(sheet: Sheet, one: Moment) -> str:
    text = words(sheet, one.text)
    return f"{one.dilemma} → {text}" if one.kind is Happened.DECISION and one.dilemma else text


def _height(sheet: Sheet, moments: Sequence[Moment], width: float) -> float:
    unit = em(sheet)
    tall = sum(
        sheet.measure(
            _told(sheet, one),
            strong(sheet) if one.kind is Happened.DECISION else plain(sheet),
            width,
        ).height
        + unit * 0.1
        for one in moments
    )
    return max(unit * 1.7, tall)


def _fits(sheet: Sheet, kept: Sequence[Moment], box: QRectF) -> bool:
    unit = em(sheet)
    years = sorted({one.year for one in kept})
    groups = [[one for one in kept if one.year == year] for year in years]
    tall = sum(_height(sheet, group, box.width() - unit * 2.6) + unit * 0.3 for group in groups)
    return tall <= box.height() + unit * 0.3


def _least(kept: Sequence[Moment]) -> Moment:
    """What goes first: the last of the least important kind."""
    return max(enumerate(kept), key=lambda pair: (_FIRST.index(pair[1].kind), pair[0]))[1]


def draw_late_news(sheet: Sheet, figure: LateNews, box: QRectF) -> bool:
    """Write the news of what did not come about, each with its year."""
    t = sheet.look.t
    items = [
        _Item(t("Year {n}", n=one.year), words(sheet, one.text), one.dilemma)
        for one in figure.moments
    ]
    _listed(sheet, items, box)
    return bool(items)


def draw_method(sheet: Sheet, figure: Method, box: QRectF) -> bool:
    """Write how this was counted."""
    _listed(sheet, [_Item("•", words(sheet, note)) for note in figure.notes()], box)
    return True


def draw_notes(sheet: Sheet, figure: Notes, box: QRectF) -> bool:
    """Write the notes under each other, newest last."""
    items = [_Item("•", one.text) for one in figure.notes]
    _listed(sheet, items, box)
    return bool(items)


def draw_remarks(sheet: Sheet, figure: Remarks, box: QRectF) -> bool:
    """Write what was put in favour and as conditions, with the option it is about."""
    t = sheet.look.t
    items = [
        _Item(one.place.sign if one.place else "–", one.text, t(KEPT[one.kind]))
        for one in figure.remarks
    ]
    _listed(sheet, items, box)
    return bool(items)


def draw_agreements(sheet: Sheet, figure: Agreements, box: QRectF) -> bool:
    """Write the agreements: what large, who and when under it."""
    items = [
        _Item(str(number), one.what, " · ".join(filter(None, (one.who, one.when))), strong=True)
        for number, one in enumerate(figure.agreements, start=1)
    ]
    _listed(sheet, items, box)
    return bool(items)


def draw_exit_poll(sheet: Sheet, figure: ExitPoll, box: QRectF) -> bool:
    """Draw a column per answer from 1 to 5, for both closing questions."""
    if not figure.talking.n and not figure.understanding.n:
        return False
    unit = em(sheet)
    for one, part in zip(
        (figure.talking, figure.understanding), columns(box, (1, 1), unit * 1.6), strict=True
    ):
        _poll(sheet, one, part)
    return True


def _poll(sheet: Sheet, one: PollQuestion, box: QRectF) -> None:
    unit = em(sheet)
    head = QRectF(box.left(), box.top(), box.width(), unit * 2.4)
    sheet.write(words(sheet, one.text), head, strong(sheet), "ink", LEFT, TOP)
    area = under(box, head.bottom() + unit * 0.2)
    base = area.bottom() - unit * 1.4
    most = max(*one.counts, 1)
    room = base - area.top() - unit * 1.4
    for number, (count, cell) in enumerate(
        zip(one.counts, columns(area, (1,) * len(one.counts), unit * 0.4), strict=True), start=1
    ):
        high = max(unit * 0.1, room * count / most * sheet.look.progress)
        bar = QRectF(cell.left(), base - high, cell.width(), high)
        sheet.panel(bar, "accent" if count else "faint", unit * 0.12)
        above = QRectF(cell.left(), bar.top() - unit * 1.3, cell.width(), unit * 1.2)
        sheet.write(str(count), above, strong(sheet), "ink" if count else "muted", CENTRE, MIDDLE)
        below = QRectF(cell.left(), base + unit * 0.1, cell.width(), unit * 1.2)
        sheet.write(str(number), below, plain(sheet), "muted", CENTRE, MIDDLE)
    sheet.line(QPointF(area.left(), base), QPointF(area.right(), base), "line", unit * 0.08)
