"""Letters on paper: styles, their measures in millimetres, and lines broken to a width."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from dilemmaspel.scenario import quotes
from dilemmaspel.theme import load_theme

DOTS: Final = 720
"""Dots to an inch of the paper; ten to a point, so that letters are measured as they are set."""

MM: Final = DOTS / 25.4
"""Dots to a millimetre."""

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_TOGETHER: Final = re.compile(r"(?<=\d) (?=(?:euro|procent|duizend|jaar)\b)|(?<=jaar) (?=lang\b)")
_HARD_SPACE: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: size in points, line height as a multiple of it, a colour's name."""

    points: float
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    colour: str = "ink"
    leading: float = 1.34

    @property
    def line(self) -> float:
        """From one line to the next, in millimetres."""
        return self.points * self.leading * 25.4 / 72

    def bold(self) -> "Style":
        """The same, bold."""
        return replace(self, weight=QFont.Weight.Bold)

    def strong(self) -> "Style":
        """The same, half bold."""
        return replace(self, weight=QFont.Weight.DemiBold)

    def slanted(self) -> "Style":
        """The same, in italics."""
        return replace(self, italic=True)

    def quiet(self) -> "Style":
        """The same, in the muted ink."""
        return replace(self, colour="muted")

    def sized(self, points: float) -> "Style":
        """The same in another size."""
        return replace(self, points=points)


TITLE: Final = Style(24, QFont.Weight.Bold, leading=1.15)
HEADING: Final = Style(14, QFont.Weight.Bold, leading=1.2)
LARGE: Final = Style(13)
BODY: Final = Style(11)
EYEBROW: Final = Style(9, QFont.Weight.DemiBold, colour="muted", leading=1.25)
SMALL: Final = Style(9, colour="muted")
TINY: Final = Style(7.5, colour="muted", leading=1.2)


@lru_cache(maxsize=256)
def font_of(points: float, weight: QFont.Weight, *, italic: bool) -> QFont:
    """The font of a size, in dots of the paper."""
    made = QFont(load_theme().family)
    made.setPixelSize(max(1, round(points * DOTS / 72)))
    made.setWeight(weight)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=256)
def _metrics(points: float, weight: QFont.Weight, *, italic: bool) -> QFontMetricsF:
    return QFontMetricsF(font_of(points, weight, italic=italic))


@lru_cache(maxsize=16384)
def width_of(text: str, style: Style) -> float:
    """The width of a text on one line, in millimetres."""
    measures = _metrics(style.points, style.weight, italic=style.italic)
    return measures.horizontalAdvance(text) / MM


def rise_of(style: Style) -> float:
    """How far capitals stand above the line, in millimetres."""
    return _metrics(style.points, style.weight, italic=style.italic).capHeight() / MM


def fall_of(style: Style) -> float:
    """How far letters hang below the line, in millimetres."""
    return _metrics(style.points, style.weight, italic=style.italic).descent() / MM


def baseline_in(style: Style) -> float:
    """From the top of a line to where its letters stand, in millimetres."""
    measures = _metrics(style.points, style.weight, italic=style.italic)
    ascent, descent = measures.ascent() / MM, measures.descent() / MM
    return (style.line - ascent - descent) / 2 + ascent


@lru_cache(maxsize=2048)
def lines_of(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Break a text into lines; a word that is wider than a line goes on on the next one."""
    lines: list[str] = []
    line = ""
    for word in _pieces(typeset(text), style, width):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, style) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return (*lines, line) if line else tuple(lines)


def even_lines_of(text: str, style: Style, width: float) -> tuple[str, ...]:
    """Break a heading into as few lines as it needs, about equally long."""
    lines = lines_of(text, style, width)
    widest = max((width_of(word, style) for word in typeset(text).split(" ")), default=0.0)
    narrow, wide = min(width, max(widest, width / 2)), width
    while len(lines) > 1 and wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(lines_of(text, style, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return lines_of(text, style, wide)


def typeset(text: str) -> str:
    """Write a text with the quotes and dashes of print, on one line."""
    curled = quotes.typeset(_SPACE.sub(" ", text).strip())
    return _TOGETHER.sub(_HARD_SPACE, curled.replace(" - ", " – ").replace("...", "…"))


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Cut a text at its empty lines."""
    return tuple(one.strip() for one in re.split(r"\n\s*\n", text) if one.strip())


def _pieces(text: str, style: Style, width: float) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while len(rest) > 1 and width_of(rest, style) > width:
            cut = len(rest) - 1
            while cut > 1 and width_of(rest[:cut], style) > width:
                cut -= 1
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest
