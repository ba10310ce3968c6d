"""The map of a scenario as a picture: from the first dilemma down to the endings."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.sheet import CENTRE, MIDDLE, Sheet
from dilemmaspel.desktop.figures.roadcards import (
    CARD_WIDTH,
    SMALL,
    SMALL_STRONG,
    STRONG,
    TITLE,
    Card,
    dilemma_card,
    draw_card,
    ending_card,
)
from dilemmaspel.desktop.figures.roadways import FINISH, START, Roads
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.scenario.roadmap import Roadmap, flags_of
from dilemmaspel.scenario.roadmap_text import flag_words, summary
from dilemmaspel.texts import Texts, mark
from dilemmaspel.theme import Theme

_MARGIN: Final = 56.0
_BETWEEN: Final = 60.0
_SECTION: Final = 44.0
_HEAD: Final = Type(Kind.TEXT, 44, 44, QFont.Weight.Bold)
_PILL: Final = QSize(420, 58)
_ENDINGS_ACROSS: Final = 3
_FLAGS_ACROSS: Final = 2


@dataclass(frozen=True, slots=True)
class _Row:
    """Cards side by side."""

    cards: tuple[Card, ...]
    between: float

    @property
    def height(self) -> float:
        return max(card.height for card in self.cards)

    @property
    def width(self) -> float:
        return sum(card.width for card in self.cards) + self.between * (len(self.cards) - 1)


class RoadmapPainter:
    """Paints one map; `size` is known before anything is painted."""

    def __init__(self, of: Roadmap, theme: Theme, texts: Texts) -> None:
        self._of = of
        self._look = Look(theme, texts)
        scratch = QImage(1, 1, QImage.Format.Format_RGB32)
        painter = QPainter(scratch)
        sheet = Sheet(painter, self._look)
        self._roads = Roads(sheet, of)
        self._rows = _rows(sheet, of)
        self._width = max(2 * CARD_WIDTH + _BETWEEN, *(row.width for row in self._rows))
        self._ends = _ending_rows(sheet, of, self._width)
        self._height = self._paint(sheet)
        painter.end()

    @property
    def size(self) -> QSize:
        """The size of the picture in pixels."""
        wide = self._width + self._roads.lanes + 2 * _MARGIN
        return QSize(ceil(wide), ceil(self._height))

    def paint(self, painter: QPainter) -> None:
        """Paint the whole map."""
        sheet = Sheet(painter, self._look)
        ground = QColor(sheet.theme.colour("ground"))
        painter.fillRect(QRectF(0, 0, self.size.width(), self.size.height()), ground)
        self._paint(sheet)

    def _paint(self, sheet: Sheet) -> float:
        """Paint from top to bottom; gives where it ends."""
        t, of = self._look.t, self._of
        head = QRectF(_MARGIN, _MARGIN, self._width, 1000)
        title = sheet.write(of.scenario.title, head, _HEAD)
        said = sheet.write(summary(t, of), head.translated(0, title.height() + 4), SMALL, "muted")
        y = self._paint_dilemmas(sheet, said.bottom() + 30)
        y = self._paint_endings(sheet, y + _SECTION)
        return self._paint_flags(sheet, y + _SECTION) + _MARGIN

    def _paint_dilemmas(self, sheet: Sheet, y: float) -> float:
        middle = _MARGIN + self._width / 2
        boxes: dict[DilemmaId, QRectF] = {START: _pill_at(middle, y)}
        y += _PILL.height()
        for number, row in enumerate(self._rows, 1):
            y += self._roads.gap(number)
            x = middle - row.width / 2
            for card in row.cards:
                boxes[DilemmaId(card.name)] = draw_card(sheet, card, x, y)
                x += card.width + row.between
            y += row.height
        y += self._roads.gap(len(self._rows) + 1)
        boxes[FINISH] = _pill_at(middle, y)
        self._paint_ends(sheet, boxes)
        return y + _PILL.height()

    def _paint_ends(self, sheet: Sheet, boxes: Mapping[DilemmaId, QRectF]) -> None:
        t, aftermath = self._look.t, self._of.scenario.aftermath
        after = t("The end")
        if aftermath.rounds:
            after = t.plural("{n} year later", "{n} years later", aftermath.rounds)
        for name, words in ((START, t("Start")), (FINISH, after)):
            sheet.panel(boxes[name], "accent", _PILL.height() / 2)
            sheet.write(words, boxes[name], STRONG, "on_accent", CENTRE, MIDDLE)
        self._roads.draw(sheet, boxes, _MARGIN + self._width)

    def _paint_endings(self, sheet: Sheet, y: float) -> float:
        if not self._ends:
            return y - _SECTION
        y = _heading(sheet, self._look.t("Endings; the first that fits is shown:"), y, self._width)
        for row in self._ends:
            x = _MARGIN
            for card in row.cards:
                draw_card(sheet, card, x, y, row.height)
                x += card.width + row.between
            y += row.height + row.between
        return y - self._ends[-1].between

    def _paint_flags(self, sheet: Sheet, y: float) -> float:
        flags = flags_of(self._of.scenario)
        if not flags:
            return y - _SECTION
        y = _heading(sheet, self._look.t("Flags:"), y, self._width)
        wide = self._width / _FLAGS_ACROSS
        deep = -(-len(flags) // _FLAGS_ACROSS)
        feet = [y] * _FLAGS_ACROSS
        for at, flag in enumerate(flags):
            column = at // deep
            box = QRectF(_MARGIN + column * wide, feet[column], wide - _BETWEEN, 1000)
            feet[column] = _paint_flag(sheet, flag, flag_words(self._look.t, self._of, flag), box)
        return max(feet)


def _rows(sheet: Sheet, of: Roadmap) -> tuple[_Row, ...]:
    rows = (tuple(dilemma_card(sheet, of.dilemma(name)) for name in row) for row in of.rows)
    return tuple(_Row(cards, _BETWEEN) for cards in rows)


def _ending_rows(sheet: Sheet, of: Roadmap, width: float) -> tuple[_Row, ...]:
    gap = _BETWEEN / 2
    wide = (width - gap * (_ENDINGS_ACROSS - 1)) / _ENDINGS_ACROSS
    ends = enumerate(of.scenario.endings, 1)
    cards = [ending_card(sheet, of, one, number, wide) for number, one in ends]
    starts = range(0, len(cards), _ENDINGS_ACROSS)
    return tuple(_Row(tuple(cards[at : at + _ENDINGS_ACROSS]), gap) for at in starts)


def _pill_at(middle: float, y: float) -> QRectF:
    return QRectF(middle - _PILL.width() / 2, y, _PILL.width(), _PILL.height())


def _heading(sheet: Sheet, words: str, y: float, width: float) -> float:
    return sheet.write(words, QRectF(_MARGIN, y, width, 1000), TITLE).bottom() + 14


def _paint_flag(sheet: Sheet, flag: str, words: str, box: QRectF) -> float:
    sheet.icon("flag", QRectF(box.left(), box.top() + 3, 20, 20), "accent")
    name = box.adjusted(30, 0, 0, 0)
    wide = sheet.width(f"{flag}  ", SMALL_STRONG)
    sheet.write(flag, name, SMALL_STRONG)
    return sheet.write(words, name.adjusted(wide, 0, 0, 0), SMALL, "muted").bottom() + 6


def title_of(of: Roadmap, texts: Texts) -> str:
    """The title of the picture, for people who do not see it."""
    return texts(mark("The map of “{title}”"), title=of.scenario.title)
