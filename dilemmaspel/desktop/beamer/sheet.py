"""The sheet of paper that a page is drawn on; it remembers every text it was given."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from dilemmaspel.desktop.beamer.layout import Block, Kind, Type, advance, fit, font, metrics
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.style import icon_renderer
from dilemmaspel.theme import Beamer, Theme

LEFT: Final = Qt.AlignmentFlag.AlignLeft
CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight
TOP: Final = Qt.AlignmentFlag.AlignTop
MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
BOTTOM: Final = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text as it stands on the page: its size and the box that its letters fill."""

    text: str
    kind: Kind
    size: int
    box: QRectF

    @property
    def words(self) -> int:
        """How many words a reader counts here."""
        counted = self.kind not in {Kind.AXIS, Kind.NUMBER}
        return len(self.text.split()) if counted else 0


class Sheet:
    """Draws on a painter whose picture is 1920 by 1080, and keeps what was written and said."""

    def __init__(self, painter: QPainter, look: Look) -> None:
        self.painter = painter
        self.look = look
        self.drawn: list[Drawn] = []
        self.said: list[str] = []
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )

    @property
    def theme(self) -> Theme:
        """The theme of the page."""
        return self.look.theme

    @property
    def sizes(self) -> Beamer:
        """The sizes of the page."""
        return self.look.theme.beamer

    def colour(self, name: str) -> QColor:
        """Return a colour of the theme by its name, or a hex code as it is."""
        return QColor(name if name.startswith("#") else self.theme.colour(name))

    def say(self, *sentences: str) -> None:
        """Add sentences to what the page says to somebody who cannot see it."""
        self.said.extend(one for one in sentences if one)

    def question(self, text: str) -> Type:
        """The type of a question: at least 110 up to 12 words, at least 80 above."""
        sizes = self.sizes
        short = len(text.split()) <= 12
        size, least = (128, sizes.question) if short else (sizes.question, sizes.question_long)
        return Type(Kind.QUESTION, size, least, QFont.Weight.Bold, 1.08, balanced=True)

    @property
    def option(self) -> Type:
        """The type of an option's label."""
        return Type(Kind.OPTION, self.sizes.option, self.sizes.text, leading=1.1)

    @property
    def text_type(self) -> Type:
        """The type of running text."""
        return Type(Kind.TEXT, self.sizes.text, self.sizes.text, leading=1.22)

    @property
    def axis(self) -> Type:
        """The type of axes, tables and footnotes."""
        return Type(Kind.AXIS, self.sizes.axis, self.sizes.axis, leading=1.16)

    @property
    def number(self) -> Type:
        """The type of a large number."""
        return Type(Kind.NUMBER, self.sizes.option, self.sizes.axis, QFont.Weight.Bold, 1.1)

    def measure(self, text: str, kind: Type, width: float, height: float = inf) -> Block:
        """Break a text for a box without drawing it."""
        return fit(self.theme.family, text, kind, width, height)

    def width(self, text: str, kind: Type) -> float:
        """The width of a text on one line at its wanted size."""
        return advance(self.theme.family, kind.size, kind.weight, text)

    def write(  # a text has a box, a type, a colour and a place in the box
        self,
        text: str,
        box: QRectF,
        kind: Type,
        colour: str = "ink",
        across: Qt.AlignmentFlag = LEFT,
        down: Qt.AlignmentFlag = TOP,
    ) -> QRectF:
        """Write a text in a box and return the part that it fills."""
        block = self.measure(text, kind, box.width(), box.height())
        spare = max(0.0, box.height() - block.height)
        share = {TOP: 0.0, MIDDLE: 0.5, BOTTOM: 1.0}[down]
        return self.put(block, box, box.top() + spare * share, colour, across)

    def put(
        self,
        block: Block,
        box: QRectF,
        top: float,
        colour: str = "ink",
        across: Qt.AlignmentFlag = LEFT,
    ) -> QRectF:
        """Write lines that were broken before, from `top` down, and return what they fill."""
        family, weight = self.theme.family, block.type.weight
        measures = metrics(family, block.size, weight)
        self.painter.setFont(font(family, block.size, weight))
        self.painter.setPen(self.colour(colour))
        share = {LEFT: 0.0, CENTRE: 0.5, RIGHT: 1.0}[across]
        lead = (block.line_height - measures.ascent() - measures.descent()) / 2
        filled = QRectF()
        for number, line in enumerate(block.lines):
            wide = advance(family, block.size, weight, line)
            x = box.left() + (box.width() - wide) * share
            y = top + number * block.line_height + lead + measures.ascent()
            self.painter.drawText(QPointF(x, y), line)
            rise, fall = measures.capHeight(), measures.descent() * 0.6
            filled = filled.united(QRectF(x, y - rise, wide, rise + fall))
        if block.lines:
            self.drawn.append(Drawn(" ".join(block.lines), block.type.kind, block.size, filled))
        return QRectF(filled.left(), top, filled.width(), block.height)

    def panel(self, box: QRectF, colour: str = "panel", radius: float | None = None) -> None:
        """Fill a box with rounded corners."""
        round_ = self.sizes.radius if radius is None else radius
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(colour))
        self.painter.drawRoundedRect(box, round_, round_)

    def outline(self, box: QRectF, colour: str, width: float, radius: float | None = None) -> None:
        """Draw the edge of a box with rounded corners."""
        round_ = self.sizes.radius if radius is None else radius
        self.painter.setPen(QPen(self.colour(colour), width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, round_, round_)

    def path(
        self, path: QPainterPath, fill: str | None, edge: str | None = None, width: float = 0
    ) -> None:
        """Fill a form, or draw its edge, or both."""
        pen = QPen(self.colour(edge), width) if edge else QPen(Qt.PenStyle.NoPen)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(QBrush(self.colour(fill)) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)

    def dots(self, centres: Sequence[QPointF], radius: float, colour: str) -> None:
        """Draw discs of one size and colour."""
        pen = QPen(self.colour(colour), max(0.5, 2 * radius))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawPoints(centres)

    def line(self, start: QPointF, end: QPointF, colour: str = "line", width: float = 3) -> None:
        """Draw a line with round ends."""
        pen = QPen(self.colour(colour), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawLine(QLineF(start, end))

    def icon(self, name: str, box: QRectF, colour: str) -> None:
        """Draw an icon of the app in a box."""
        icon_renderer(name, self.colour(colour).name()).render(self.painter, box)
