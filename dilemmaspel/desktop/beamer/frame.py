"""What every page has: where we are at the top, the room for the page, the footnote, the clock."""

import re
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer.layout import Block, Kind, Type
from dilemmaspel.desktop.beamer.sheet import BOTTOM, CENTRE, LEFT, MIDDLE, RIGHT, Sheet
from dilemmaspel.game.views import OptionView, PublicView
from dilemmaspel.theme import Mark
from dilemmaspel.words import PLAY_VALUES

WIDTH: Final = 1920
HEIGHT: Final = 1080
PAGE: Final = QRectF(0, 0, WIDTH, HEIGHT)
CONTENT: Final = QRectF(96, 140, 1728, 860)
"""The room for the page itself."""
GAP: Final = 24
CLOCK: Final = 14
"""The height of the bar for the time, at the very bottom."""

_HEAD: Final = QRectF(96, 40, 1728, 64)
_FOOT: Final = QRectF(96, 990, 1728, 60)
_SUBTITLE: Final = re.compile(r"\s+[-–—]\s+|:\s+")


def short_title(title: str) -> str:
    """The part of a title before its dash or colon."""
    return _SUBTITLE.split(title, maxsplit=1)[0]


def header(sheet: Sheet, view: PublicView, aside: str = "") -> None:
    """Write where we are, small, at the top; `aside` stands at the right."""
    t, dilemma = sheet.look.t, view.dilemma
    where = short_title(view.scenario)
    if dilemma is not None:
        place = t("dilemma {n} of {total}", n=dilemma.number, total=dilemma.total)
        where = f"{where} · {place}"
    small = Type(Kind.AXIS, 48, 40, QFont.Weight.DemiBold)
    right = min(sheet.width(aside, small), _HEAD.width() / 2) if aside else 0.0
    room = QRectF(_HEAD)
    room.setWidth(_HEAD.width() - right - (2 * GAP if aside else 0))
    sheet.write(where, room, small, "muted", LEFT, MIDDLE)
    if aside:
        sheet.write(aside, _HEAD, small, "accent", RIGHT, MIDDLE)


def footnote(sheet: Sheet) -> None:
    """Write at the bottom that these are values to play with."""
    note = sheet.look.t(PLAY_VALUES)
    sheet.write(note, _FOOT, sheet.axis, "muted", LEFT, BOTTOM)


def above_footnote() -> QRectF:
    """The room for the page when there is a footnote."""
    return QRectF(CONTENT.left(), CONTENT.top(), CONTENT.width(), _FOOT.top() - CONTENT.top() - 12)


def below(box: QRectF, used: QRectF, gap: float = GAP) -> QRectF:
    """The part of a box under what is used of it."""
    top = used.bottom() + gap
    return QRectF(box.left(), top, box.width(), max(1.0, box.bottom() - top))


def rows(box: QRectF, count: int, gap: float, tallest: float) -> tuple[QRectF, ...]:
    """Cut a box into rows of one height; what is left over stays below them."""
    each = min(tallest, (box.height() - gap * (count - 1)) / max(1, count))
    return tuple(
        QRectF(box.left(), box.top() + number * (each + gap), box.width(), each)
        for number in range(count)
    )


def columns(box: QRectF, count: int, gap: float = GAP) -> tuple[QRectF, ...]:
    """Cut a box into columns of one width."""
    each = (box.width() - gap * (count - 1)) / max(1, count)
    return tuple(
        QRectF(box.left() + number * (each + gap), box.top(), each, box.height())
        for number in range(count)
    )


def question(sheet: Sheet, text: str, box: QRectF, most: float = 0.5) -> QRectF:
    """Write a question at the top of a box, in at most that share of its height."""
    room = QRectF(box.left(), box.top(), box.width(), box.height() * most)
    return sheet.write(text, room, sheet.question(text))


def title(sheet: Sheet, text: str, box: QRectF, size: int = 110, least: int = 80) -> QRectF:
    """Write the title of a page at the top of a box."""
    kind = Type(Kind.QUESTION, size, least, QFont.Weight.Bold, 1.1, balanced=True)
    return sheet.write(text, box, kind)


def clock_bar(sheet: Sheet, view: PublicView) -> None:
    """Draw how far the time of this phase has gone; past its end the bar is full and notched."""
    if view.clock.planned <= 0:
        return
    share = view.clock.elapsed(sheet.look.now) / view.clock.planned
    full = QRectF(0, HEIGHT - CLOCK, WIDTH, CLOCK)
    sheet.panel(full, "faint", 0)
    part = QRectF(full)
    part.setWidth(WIDTH * min(1.0, max(0.0, share)))
    sheet.panel(part, "accent", 0)
    if share > 1:
        for x in range(40, WIDTH, 80):
            sheet.line(QPointF(x, full.top()), QPointF(x, full.bottom()), "ground", 10)


def mark_of(sheet: Sheet, option: OptionView) -> Mark:
    """The letter, shape and colour of an option."""
    return sheet.theme.option(option.index)


def spoken(option: OptionView) -> str:
    """An option as it is said aloud."""
    return f"{option.letter}: {option.label}"


def centred(sheet: Sheet, block: Block, box: QRectF, colour: str = "ink") -> QRectF:
    """Put a block in the middle of a box."""
    top = box.top() + max(0.0, box.height() - block.height) / 2
    return sheet.put(block, box, top, colour, CENTRE)
