"""Can everybody read this? The sizes, the marks and the colours that the room is going to see."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QRectF

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.sheet import BOTTOM, LEFT, Sheet
from dilemmaspel.desktop.figures.marks import draw_mark, mark_width

MARKS: Final = 5
"""As many as differ in colour for every eye."""

_TALL: Final = 120
_FOOT: Final = 72.0
_GAP: Final = 44.0


def paint_reading(sheet: Sheet) -> None:
    """Paint every size of letters that pages use, from the largest to the smallest."""
    t = sheet.look.t
    asks = t("Can everybody read this?")
    raises = t("At the back too? Raise your hand when you cannot.")
    marks = t("Can you tell the options apart: letter, shape and colour?")
    smallest = t("These are the smallest letters on this screen.")
    sheet.say(asks, raises, marks, smallest)
    box, kind = QRectF(frame.CONTENT), replace(sheet.text_type, balanced=True)
    rest = frame.below(box, frame.title(sheet, asks, box, 128, 110), _GAP)
    rest = frame.below(rest, sheet.write(raises, rest, kind), _GAP)
    rest = frame.below(rest, _marks(sheet, rest), _GAP)
    sheet.write(marks, rest, kind)
    foot = QRectF(box.left(), box.bottom() - _FOOT, box.width(), _FOOT)
    sheet.write(smallest, foot, sheet.axis, "muted", LEFT, BOTTOM)


def _marks(sheet: Sheet, box: QRectF) -> QRectF:
    """The marks of the first options, side by side, each in a place of its own."""
    row = QRectF(box.left(), box.top(), box.width(), _TALL * 1.3)
    for number, place in enumerate(frame.columns(row, MARKS, 16)):
        mark = sheet.theme.option(number)
        sheet.panel(place)
        left = (place.width() - mark_width(sheet, mark, _TALL)) / 2
        draw_mark(sheet, mark, place.adjusted(left, 0, 0, 0), _TALL)
    return row
