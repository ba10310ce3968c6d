"""The cards of a map: a dilemma with its choices, an ending, a flag."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer.layout import Block, Kind, Type
from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.marks import draw_mark
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.scenario import Dilemma, Ending
from dilemmaspel.scenario.roadmap import Result, Roadmap, results
from dilemmaspel.scenario.roadmap_text import ending_words, laters_of, marks_of, only_if
from dilemmaspel.words import QUESTION_TYPES

CARD_WIDTH: Final = 700.0
TITLE: Final = Type(Kind.TEXT, 28, 28, QFont.Weight.Bold)
BODY: Final = Type(Kind.TEXT, 23, 23)
STRONG: Final = Type(Kind.TEXT, 23, 23, QFont.Weight.DemiBold)
SMALL: Final = Type(Kind.AXIS, 20, 20, leading=1.24)
SMALL_STRONG: Final = Type(Kind.AXIS, 20, 20, QFont.Weight.DemiBold, 1.24)

_MARGIN: Final = 26.0
_MARK: Final = 24
_INDENT: Final = 74.0
_SIGN: Final = 20.0


@dataclass(frozen=True, slots=True)
class Line:
    """A broken text and how it is drawn: how far in, in which colour, below how much room."""

    block: Block
    indent: float = 0.0
    colour: str = "ink"
    above: float = 4.0
    sign: str = ""
    """An icon before it."""
    mark: int = -1
    """The place of the option whose letter and shape stand before it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card that knows how high it is; `ground` is a colour of the theme."""

    name: DilemmaId | str
    lines: tuple[Line, ...]
    width: float = CARD_WIDTH
    ground: str = "card"

    @property
    def height(self) -> float:
        """The height that its lines ask for."""
        return 2 * _MARGIN + sum(line.above + line.block.height for line in self.lines)


def dilemma_card(sheet: Sheet, dilemma: Dilemma) -> Card:
    """Make the card of a dilemma."""
    return Card(dilemma.id, tuple(_dilemma_lines(_Measure(sheet, CARD_WIDTH), dilemma)))


def ending_card(sheet: Sheet, of: Roadmap, one: Ending, number: int, width: float) -> Card:
    """Make the card of an ending, with its place among the endings."""
    measure = _Measure(sheet, width)
    lines = (
        measure(f"{number}. {one.id}", TITLE),
        measure(ending_words(sheet.look.t, of, one), SMALL, colour="accent"),
        measure(one.text, BODY, above=10),
    )
    return Card(one.id, lines, width)


def draw_card(sheet: Sheet, card: Card, x: float, y: float, least: float = 0) -> QRectF:
    """Draw a card with its corner at a place, at least so high; gives its box."""
    box = QRectF(x, y, card.width, max(least, card.height))
    sheet.panel(box, card.ground)
    sheet.outline(box, "line", 2)
    top = y + _MARGIN
    for line in card.lines:
        top += line.above
        _draw_line(sheet, line, x + _MARGIN, top)
        top += line.block.height
    return box


def _draw_line(sheet: Sheet, line: Line, left: float, top: float) -> None:
    x, first = left + line.indent, line.block.line_height
    if line.mark >= 0:
        mark = sheet.theme.option(line.mark)
        draw_mark(sheet, mark, QRectF(left, top, _INDENT, first), _MARK)
    if line.sign:
        sign = QRectF(x - _SIGN - 8, top + (first - _SIGN) / 2, _SIGN, _SIGN)
        sheet.icon(line.sign, sign, line.colour)
    sheet.put(line.block, QRectF(x, top, CARD_WIDTH, line.block.height), top, line.colour)


class _Measure:
    """Breaks texts for the width of a card."""

    def __init__(self, sheet: Sheet, width: float) -> None:
        self.sheet = sheet
        self._width = width - 2 * _MARGIN

    def __call__(  # what a line is, is said in words
        self,
        text: str,
        kind: Type,
        *,
        indent: float = 0.0,
        colour: str = "ink",
        above: float = 4.0,
        sign: str = "",
        mark: int = -1,
    ) -> Line:
        block = self.sheet.measure(text, kind, self._width - indent)
        return Line(block, indent, colour, above, sign, mark)


def _dilemma_lines(measure: _Measure, dilemma: Dilemma) -> Iterator[Line]:
    t = measure.sheet.look.t
    kind = t(QUESTION_TYPES[dilemma.type].name)
    yield measure(f"{dilemma.id} · {kind}", SMALL_STRONG, colour="muted", above=0)
    yield measure(dilemma.title, TITLE, above=0)
    when = only_if(t, dilemma.when)
    if when:
        yield measure(when, SMALL_STRONG, colour="accent", indent=_SIGN + 8, sign="shift")
    for one in results(dilemma):
        yield from _result_lines(measure, dilemma, one)


def _result_lines(measure: _Measure, dilemma: Dilemma, one: Result) -> Iterator[Line]:
    t = measure.sheet.look.t
    yield measure(_label(measure.sheet, one), BODY, indent=_INDENT, above=12, mark=one.place)
    own = only_if(t, dilemma.options[one.place].when) if one.place >= 0 else ""
    for words, sign in (
        *((text, "shift") for text in (own,) if text),
        *((text, "flag") for text in marks_of(t, one)),
        *((text, "clock") for text in laters_of(t, one)),
    ):
        yield measure(words, SMALL, indent=_INDENT + 28, colour="accent", above=2, sign=sign)


def _label(sheet: Sheet, one: Result) -> str:
    """The words of a choice; its id too, where that is not the letter it has anyway."""
    if one.place < 0 or one.name == sheet.theme.option(one.place).letter.lower():
        return one.label
    return f"{one.label} ({one.name})"
