"""A page of paper as a list of what stands on it; in millimetres from its top left corner."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dilemmaspel.desktop.printing.lettering import Style, baseline_in, fall_of, rise_of, width_of
from dilemmaspel.theme import Mark

WIDTH: Final = 210.0
HEIGHT: Final = 297.0
"""A4, upright."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the paper."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower side."""
        return self.top + self.height

    def inset(self, across: float, down: float) -> "Area":
        """The same with a margin on all sides."""
        return Area(
            self.left + across, self.top + down, self.width - 2 * across, self.height - 2 * down
        )

    def moved(self, factor: float, across: float, down: float) -> "Area":
        """The same in another size and place."""
        return Area(
            self.left * factor + across,
            self.top * factor + down,
            self.width * factor,
            self.height * factor,
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A line of words."""

    words: str
    left: float
    baseline: float
    style: Style

    @property
    def box(self) -> Area:
        """What its letters fill."""
        rise = rise_of(self.style)
        wide = width_of(self.words, self.style)
        return Area(self.left, self.baseline - rise, wide, rise + fall_of(self.style) * 0.8)

    def moved(self, factor: float, across: float, down: float) -> "Text":
        """The same in another size and place."""
        return Text(
            self.words,
            self.left * factor + across,
            self.baseline * factor + down,
            self.style.sized(self.style.points * factor),
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, `thick` millimetres."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str = "line"
    thick: float = 0.2
    dashed: bool = False

    def moved(self, factor: float, across: float, down: float) -> "Rule":
        """The same in another size and place."""
        (a, b), (c, d) = self.start, self.end
        start = (a * factor + across, b * factor + down)
        return replace(self, start=start, end=(c * factor + across, d * factor + down))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with an edge, a light ground, or both."""

    area: Area
    fill: str = ""
    edge: str = ""
    thick: float = 0.3
    radius: float = 0.0

    def moved(self, factor: float, across: float, down: float) -> "Box":
        """The same in another size and place."""
        area = self.area.moved(factor, across, down)
        return replace(self, area=area, radius=self.radius * factor)


@dataclass(frozen=True, slots=True)
class Icon:
    """A drawing of `assets/icons`."""

    name: str
    area: Area
    colour: str

    def moved(self, factor: float, across: float, down: float) -> "Icon":
        """The same in another size and place."""
        return replace(self, area=self.area.moved(factor, across, down))


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of an option in its colour, around a point."""

    mark: Mark
    centre: tuple[float, float]
    radius: float

    def moved(self, factor: float, across: float, down: float) -> "Shape":
        """The same in another size and place."""
        x, y = self.centre
        centre = (x * factor + across, y * factor + down)
        return replace(self, centre=centre, radius=self.radius * factor)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure that draws itself: `paint` gets the rectangle in dots and the size of a letter."""

    area: Area
    letter: float
    """In points."""
    paint: Callable[[QPainter, QRectF, float], None]

    def moved(self, factor: float, across: float, down: float) -> "Drawing":
        """The same in another size and place."""
        area = self.area.moved(factor, across, down)
        return replace(self, area=area, letter=self.letter * factor)


Item = Text | Rule | Box | Icon | Shape | Drawing


@dataclass(slots=True)
class Page:
    """A page being laid out; the order of the items is the order in which they are drawn."""

    items: list[Item] = field(default_factory=list)

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every line of words, in the order in which a reader meets them."""
        return tuple(item for item in self.items if isinstance(item, Text))

    def add(self, *items: Item) -> None:
        """Put things on the page."""
        self.items.extend(items)

    def write(self, words: str, left: float, top: float, style: Style) -> None:
        """Write one line whose top is at `top`."""
        self.add(Text(words, left, top + baseline_in(style), style))

    def write_right(self, words: str, right: float, top: float, style: Style) -> None:
        """Write one line that ends at `right`."""
        self.write(words, right - width_of(words, style), top, style)

    def write_centred(self, words: str, middle: float, top: float, style: Style) -> None:
        """Write one line around a middle."""
        self.write(words, middle - width_of(words, style) / 2, top, style)

    def take(self, other: "Page", factor: float, across: float, down: float) -> None:
        """Put everything of another page on this one, in another size and place."""
        self.add(*(item.moved(factor, across, down) for item in other.items))
