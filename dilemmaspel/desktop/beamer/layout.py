"""Fits words into boxes: breaks lines, shrinks within a range, and never cuts anything off.

Sizes and positions are pixels of a picture of 1920 by 1080, whatever the screen.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from dilemmaspel.desktop.style import load_fonts

FLOOR: Final = 20
"""Below this nobody reads anything; a text that needs it is broken inside its words."""

_STEP: Final = 2
_MOST_BALANCED: Final = 60
_SPACE: Final = re.compile(r"[ \t\n]+")


class Kind(Enum):
    """What a text is to its reader; axis and number are not counted as words of the page."""

    QUESTION = "question"
    OPTION = "option"
    TEXT = "text"
    NUMBER = "number"
    AXIS = "axis"


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: the size it wants, how small it may become, and its weight."""

    kind: Kind
    size: int
    least: int
    weight: QFont.Weight = QFont.Weight.Normal
    leading: float = 1.18
    """Height of a line as a multiple of the size."""
    balanced: bool = False
    """Make the lines about equally long."""

    def bold(self) -> "Type":
        """The same, bold."""
        return replace(self, weight=QFont.Weight.Bold)

    def sized(self, size: int, least: int | None = None) -> "Type":
        """The same in another size; without `least` it may not shrink."""
        return replace(self, size=size, least=size if least is None else least)


@dataclass(frozen=True, slots=True)
class Block:
    """A text that has been broken into lines of one size."""

    lines: tuple[str, ...]
    type: Type
    size: int
    width: float
    """Of the widest line."""

    @property
    def line_height(self) -> float:
        """From one line to the next."""
        return self.size * self.type.leading

    @property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        return self.line_height * len(self.lines)


@lru_cache(maxsize=512)
def font(family: str, size: int, weight: QFont.Weight) -> QFont:
    """Return a font whose letters keep their proportions at every scale of the page."""
    load_fonts()  # what is measured before would be remembered in another typeface
    made = QFont(family)
    made.setPixelSize(size)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@lru_cache(maxsize=512)
def metrics(family: str, size: int, weight: QFont.Weight) -> QFontMetricsF:
    """Return the measures of that font."""
    return QFontMetricsF(font(family, size, weight))


@lru_cache(maxsize=8192)
def advance(family: str, size: int, weight: QFont.Weight, text: str) -> float:
    """Return the width of a text on one line."""
    return metrics(family, size, weight).horizontalAdvance(text)


@lru_cache(maxsize=1024)
def fit(family: str, text: str, kind: Type, width: float, height: float) -> Block:
    """Break a text into the largest size that fits, from `size` down to `least`.

    What does not fit even then becomes smaller still rather than cut: a test holds the shipped
    texts to their range, an author's own long text stays readable up close.
    """
    for size in range(kind.size, FLOOR - 1, -_STEP):
        block = _wrapped(family, text, kind, size, width)
        if block.height <= height + 0.5 and block.width <= width + 0.5:
            return _balanced(family, block, text, width) if kind.balanced else block
    return _torn(family, text, kind, width)


def _words(text: str) -> list[str]:
    """The pieces between spaces where a line may end; a hard space holds words together."""
    return [word for word in _SPACE.split(text) if word]


def _wrapped(family: str, text: str, kind: Type, size: int, width: float) -> Block:
    def measured(piece: str) -> float:
        return advance(family, size, kind.weight, piece)

    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_broken(_words(paragraph), width, measured))
    return Block(tuple(lines), kind, size, max(map(measured, lines), default=0.0))


def _broken(words: list[str], width: float, measured: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and measured(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def _balanced(family: str, block: Block, text: str, width: float) -> Block:
    """The same number of lines, broken so that they are about equally long."""
    words = _words(text)
    if len(block.lines) < 2 or "\n" in text or len(words) > _MOST_BALANCED:
        return block
    sizes = [advance(family, block.size, block.type.weight, word) for word in words]
    space = advance(family, block.size, block.type.weight, " ")
    best = _even_breaks(sizes, space, width, len(block.lines))
    if best is None:
        return block
    cuts = (0, *best, len(words))
    lines = tuple(" ".join(words[a:b]) for a, b in pairwise(cuts))
    widest = max(advance(family, block.size, block.type.weight, line) for line in lines)
    return replace(block, lines=lines, width=widest)


def _even_breaks(
    sizes: Sequence[float], space: float, width: float, lines: int
) -> tuple[int, ...] | None:
    """Where to break words so that the room left over in all lines is least, squared."""
    count = len(sizes)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(lines):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, cuts) in best.items():
            wide = -space
            for end in range(start + 1, count + 1):
                wide += sizes[end - 1] + space
                if wide > width:
                    break
                total = cost + (width - wide) ** 2
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, (*cuts, end) if line < lines - 1 else cuts)
        best = longer
    return best[count][1] if count in best else None


def _torn(family: str, text: str, kind: Type, width: float) -> Block:
    """The smallest size, broken inside a word where a word is wider than the box."""
    pieces: list[str] = []
    for word in _words(text):
        while len(word) > 1 and advance(family, FLOOR, kind.weight, word) > width:
            pieces.append(word[: len(word) // 2])
            word = word[len(word) // 2 :]  # noqa: PLW2901 # the rest of the word
        pieces.append(word)
    return _wrapped(family, " ".join(pieces), kind, FLOOR, width)
