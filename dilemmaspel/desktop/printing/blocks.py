"""The building blocks of a page: each knows its height for a width, and draws itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from dilemmaspel.desktop.printing.lettering import (
    BODY,
    Style,
    baseline_in,
    even_lines_of,
    lines_of,
    rise_of,
    width_of,
)
from dilemmaspel.desktop.printing.page import Area, Box, Icon, Page, Rule, Shape, Text
from dilemmaspel.theme import Mark

_SMALLEST: Final = 0.2
_SHRINK: Final = 0.97


class Block(Protocol):
    """Something that takes a width and knows how high it becomes; in millimetres."""

    def height(self, width: float) -> float:
        """How high it is at this width."""

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        """Put it on a page."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    style: Style = BODY

    def height(self, width: float) -> float:
        return len(lines_of(self.text, self.style, width)) * self.style.line

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        draw_lines(page, lines_of(self.text, self.style, width), left, top, self.style)


@dataclass(frozen=True, slots=True)
class Title:
    """A heading, its lines about equally long."""

    text: str
    style: Style

    def height(self, width: float) -> float:
        return Words(self.text, self.style).height(width)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        draw_lines(page, even_lines_of(self.text, self.style, width), left, top, self.style)


@dataclass(frozen=True, slots=True)
class Ready:
    """Lines that were broken before."""

    lines: tuple[str, ...]
    style: Style

    def height(self, _width: float) -> float:
        return len(self.lines) * self.style.line

    def draw(self, page: Page, left: float, top: float, _width: float) -> None:
        draw_lines(page, self.lines, left, top, self.style)


def _stacked(heights: Sequence[float], gap: float) -> float:
    return sum(heights) + gap * max(0, len(heights) - 1)


@dataclass(frozen=True, slots=True)
class Points:
    """A list with a sign before each point."""

    points: tuple[str, ...]
    style: Style = BODY
    sign: str = "•"
    gap: float = 0.8

    @property
    def _hang(self) -> float:
        return width_of(self.sign, self.style) + self.style.points * 0.16

    def height(self, width: float) -> float:
        room = width - self._hang
        return _stacked([Words(p, self.style).height(room) for p in self.points], self.gap)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        for point in self.points:
            words = Words(point, self.style)
            page.write(self.sign, left, top, self.style)
            words.draw(page, left + self._hang, top, width - self._hang)
            top += words.height(width - self._hang) + self.gap


@dataclass(frozen=True, slots=True)
class Ticks:
    """A list with an empty box before each point, to tick with a pen."""

    points: tuple[str, ...]
    style: Style = BODY
    gap: float = 1.6

    @property
    def _side(self) -> float:
        return self.style.points * 0.29

    @property
    def _hang(self) -> float:
        return self._side + 2.4

    def height(self, width: float) -> float:
        room = width - self._hang
        return _stacked([Words(p, self.style).height(room) for p in self.points], self.gap)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        for point in self.points:
            words = Words(point, self.style)
            middle = top + baseline_in(self.style) - rise_of(self.style) / 2
            square = Area(left, middle - self._side / 2, self._side, self._side)
            page.add(Box(square, edge="muted", thick=0.25, radius=0.5))
            words.draw(page, left + self._hang, top, width - self._hang)
            top += words.height(width - self._hang) + self.gap


@dataclass(frozen=True, slots=True)
class Gap:
    """Room."""

    high: float

    def height(self, _width: float) -> float:
        return self.high

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        """Nothing stands there."""


@dataclass(frozen=True, slots=True)
class Line:
    """A thin line across."""

    thick: float = 0.2
    colour: str = "line"

    def height(self, _width: float) -> float:
        return self.thick

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        y = top + self.thick / 2
        page.add(Rule((left, y), (left + width, y), self.colour, self.thick))


@dataclass(frozen=True, slots=True)
class Writing:
    """Lines to write on."""

    lines: int
    apart: float = 8.5

    def height(self, _width: float) -> float:
        return self.lines * self.apart

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        for number in range(1, self.lines + 1):
            y = top + number * self.apart
            page.add(Rule((left, y), (left + width, y), "line", 0.2))


@dataclass(frozen=True, slots=True)
class Blank:
    """Words with a line behind them, to write on."""

    text: str
    style: Style = BODY

    def height(self, _width: float) -> float:
        return self.style.line + 4

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        page.write(self.text, left, top + 4, self.style)
        y = top + 4 + baseline_in(self.style) + 0.8
        start = left + width_of(self.text, self.style) + 2
        page.add(Rule((start, y), (left + width, y), "line", 0.2))


@dataclass(frozen=True, slots=True)
class Stack:
    """Blocks under each other that stay together on a page."""

    blocks: tuple[Block, ...]
    gap: float = 1.5

    def height(self, width: float) -> float:
        return _stacked([block.height(width) for block in self.blocks], self.gap)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        for block in self.blocks:
            block.draw(page, left, top, width)
            top += block.height(width) + self.gap


@dataclass(frozen=True, slots=True)
class Beside:
    """A block of a fixed width at the left, another in the rest."""

    first: Block
    wide: float
    rest: Block
    gutter: float = 4.0

    def height(self, width: float) -> float:
        left = width - self.wide - self.gutter
        return max(self.first.height(self.wide), self.rest.height(left))

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        used = self.wide + self.gutter
        self.first.draw(page, left, top, self.wide)
        self.rest.draw(page, left + used, top, width - used)


@dataclass(frozen=True, slots=True)
class Aside:
    """A block, and at its right another of a fixed width."""

    first: Block
    last: Block
    wide: float
    gutter: float = 4.0

    def height(self, width: float) -> float:
        left = width - self.wide - self.gutter
        return max(self.first.height(left), self.last.height(self.wide))

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        self.first.draw(page, left, top, width - self.wide - self.gutter)
        self.last.draw(page, left + width - self.wide, top, self.wide)


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, equally wide."""

    blocks: tuple[Block, ...]
    gutter: float = 6.0

    def _each(self, width: float) -> float:
        return (width - self.gutter * (len(self.blocks) - 1)) / len(self.blocks)

    def height(self, width: float) -> float:
        return max(block.height(self._each(width)) for block in self.blocks)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        each = self._each(width)
        for number, block in enumerate(self.blocks):
            block.draw(page, left + number * (each + self.gutter), top, each)


@dataclass(frozen=True, slots=True)
class Framed:
    """A block in a thin frame."""

    inside: Block
    pad: float = 4.0
    edge: str = "line"
    fill: str = ""

    def height(self, width: float) -> float:
        return self.inside.height(width - 2 * self.pad) + 2 * self.pad

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        area = Area(left, top, width, self.height(width))
        page.add(Box(area, self.fill, self.edge, 0.3, 2.0))
        self.inside.draw(page, left + self.pad, top + self.pad, width - 2 * self.pad)


@dataclass(frozen=True, slots=True)
class Barred:
    """A block with a bar at its left."""

    inside: Block
    colour: str = "ink"
    thick: float = 0.9
    pad: float = 4.0

    def height(self, width: float) -> float:
        return self.inside.height(width - self.pad)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        x = left + self.thick / 2
        page.add(Rule((x, top), (x, top + self.height(width)), self.colour, self.thick))
        self.inside.draw(page, left + self.pad, top, width - self.pad)


@dataclass(frozen=True, slots=True)
class Picture:
    """An icon in a square."""

    name: str
    side: float
    colour: str = "ink"

    def height(self, _width: float) -> float:
        return self.side

    def draw(self, page: Page, left: float, top: float, _width: float) -> None:
        page.add(Icon(self.name, Area(left, top, self.side, self.side), self.colour))


@dataclass(frozen=True, slots=True)
class Sign:
    """The shape and the letter of an option, on the first line of `style` beside it."""

    mark: Mark
    style: Style

    def height(self, _width: float) -> float:
        return self.style.line

    def draw(self, page: Page, left: float, top: float, _width: float) -> None:
        radius = self.style.points * 0.155
        middle = top + baseline_in(self.style) - rise_of(self.style) / 2
        page.add(Shape(self.mark, (left + radius * 1.2, middle), radius))
        page.write(self.mark.letter, left + radius * 3, top, self.style)


@dataclass(frozen=True, slots=True)
class Scaled:
    """A block as a whole larger or smaller."""

    inside: Block
    factor: float

    def height(self, width: float) -> float:
        return self.inside.height(width / self.factor) * self.factor

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        apart = Page()
        self.inside.draw(apart, 0, 0, width / self.factor)
        page.take(apart, self.factor, left, top)


def fitting(block: Block, width: float, height: float, most: float = 1.0) -> Block:
    """Make a block as large as fits, at most `most` times; what is written is never cut off."""
    factor = most
    while block.height(width / factor) * factor > height and factor > _SMALLEST:
        factor *= _SHRINK
    return block if factor == 1.0 else Scaled(block, factor)


def draw_lines(page: Page, lines: Sequence[str], left: float, top: float, style: Style) -> None:
    """Write lines under each other."""
    for number, line in enumerate(lines):
        page.add(Text(line, left, top + number * style.line + baseline_in(style), style))
