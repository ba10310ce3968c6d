"""Bars that lie down: a mark, words, a length and a number, with room for the roles behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer.layout import FLOOR, Kind, Type
from dilemmaspel.desktop.beamer.sheet import CENTRE, LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.marks import draw_mark, draw_token
from dilemmaspel.game.scenario import Role
from dilemmaspel.theme import Mark

_GAP: Final = 20.0
_NUMBER_ROOM: Final = 190.0
_THINNEST: Final = 30.0
_BESIDE: Final = 0.46
"""Words this part of the width or shorter stand beside their bar, longer ones above it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `share` is its length, from 0 to 1; `roles` holds a role for every ballot."""

    mark: Mark
    label: str
    share: float
    number: str
    roles: tuple[Role, ...] = ()
    strong: bool = True
    """Whether it stands out; the others keep their colour but are read second."""


def draw_bars(sheet: Sheet, bars: Sequence[Bar], box: QRectF, tallest: float = 190) -> None:
    """Draw bars under each other, as tall as the box allows, grown to the look's progress."""
    words = Type(Kind.OPTION, 72, 64, QFont.Weight.Bold, 1.1)
    label = max((sheet.width(bar.label, words) for bar in bars), default=0.0) + 2.2 * words.size
    beside = label <= box.width() * _BESIDE
    most = min(tallest, 130.0) if beside else tallest
    each = min(most, (box.height() - _GAP * (len(bars) - 1)) / max(1, len(bars)))
    if not beside:
        words = _label_type(sheet, bars, box.width(), each)
    for number, bar in enumerate(bars):
        row = QRectF(box.left(), box.top() + number * (each + _GAP), box.width(), each)
        kind = words if bar.strong else Type(Kind.OPTION, words.size, words.least, leading=1.1)
        name = QRectF(row)
        track = row.adjusted(0, 0, -_NUMBER_ROOM, 0)
        if beside:
            name.setWidth(label)
            track.setLeft(row.left() + label + 24)
        else:
            lines = words.size * words.leading
            name.setHeight(lines if words.size > FLOOR else each - 16)
            track.setTop(name.bottom() + 6)
        used = draw_mark(sheet, bar.mark, name, words.size)
        room = name.adjusted(used, 0, -_NUMBER_ROOM if words.size <= FLOOR else 0, 0)
        sheet.write(bar.label, room, kind, "ink", LEFT, MIDDLE)
        _draw_length(sheet, bar, track)


def _label_type(sheet: Sheet, bars: Sequence[Bar], width: float, each: float) -> Type:
    """One size for all labels: the largest at which each stands on one line."""
    for size in range(72, FLOOR, -4):
        kind = Type(Kind.OPTION, size, min(size, 48), QFont.Weight.Bold, 1.1)
        room = width - size * 2
        if each - size * 1.1 >= _THINNEST and all(sheet.width(b.label, kind) <= room for b in bars):
            return kind
    return Type(Kind.OPTION, FLOOR, FLOOR, QFont.Weight.Bold, 1.1)


def _draw_length(sheet: Sheet, bar: Bar, track: QRectF) -> None:
    """Draw the bar in its track with its number behind it."""
    sheet.panel(track, "panel", 8)
    length = track.width() * min(1.0, max(0.0, bar.share)) * sheet.look.progress
    grown = QRectF(track.left(), track.top(), max(length, 6.0), track.height())
    sheet.panel(grown, bar.mark.colour, 8)
    full = QRectF(track)
    full.setWidth(max(track.height(), track.width() * min(1.0, max(0.0, bar.share))))
    end = max(grown.right(), _tokens(sheet, bar.roles, full))
    size = int(max(FLOOR, min(72, track.height() * 1.7)))
    number = Type(Kind.NUMBER, size, min(size, 48), QFont.Weight.Bold, 1.0)
    block = sheet.measure(bar.number, number, _NUMBER_ROOM - 20)
    room = QRectF(end + 20, track.top(), _NUMBER_ROOM - 20, track.height())
    sheet.put(block, room, room.center().y() - block.height / 2)


def _tokens(sheet: Sheet, roles: Sequence[Role], track: QRectF) -> float:
    """Who is behind the bar: a token for every ballot, none past the bar's own end."""
    if not roles:
        return track.left()
    radius = min(36.0, track.height() / 2 - 3)
    wide = 2 * radius + 6
    step = min(wide + 2, max(4.0, (track.width() - wide - 10) / max(1, len(roles) - 1)))
    x = track.left() + radius + 8
    for role in roles:
        centre = QPointF(x, track.center().y())
        ring = QRectF(centre.x() - radius - 3, centre.y() - radius - 3, wide, wide)
        sheet.panel(ring, "ground", radius + 3)
        draw_token(sheet, role, centre, radius)
        x += step
    return x - step + radius + 6


def draw_columns(
    sheet: Sheet, counts: Sequence[int], labels: Sequence[str], box: QRectF, colour: str
) -> float:
    """Draw standing bars with their words below; return where the base line lies."""
    each = box.width() / max(1, len(counts))
    words = Type(Kind.OPTION, 64, 48, leading=1.05)
    size = min((sheet.measure(w, words, each - 24, 150).size for w in labels), default=48)
    words = words.sized(size)
    deep = max((sheet.measure(w, words, each - 24).height for w in labels), default=0.0)
    base = box.bottom() - deep - 36
    most = max(max(counts, default=0), 1)
    number = Type(Kind.NUMBER, 80, 64, QFont.Weight.Bold, 1.0)
    for place, (count, label) in enumerate(zip(counts, labels, strict=True)):
        cell = QRectF(box.left() + place * each, box.top(), each, box.height())
        high = (base - box.top() - 100) * count / most * sheet.look.progress
        bar = QRectF(cell.left() + each * 0.14, base - max(high, 6), each * 0.72, max(high, 6))
        sheet.panel(bar, colour, 8)
        above = QRectF(cell.left(), bar.top() - 96, each, 88)
        sheet.write(str(count), above, number, "ink", CENTRE, MIDDLE)
        below = QRectF(cell.left() + 12, base + 36, each - 24, deep)
        sheet.write(label, below, words, "ink", CENTRE)
    sheet.line(QPointF(box.left(), base), QPointF(box.right(), base), "line", 4)
    return base
