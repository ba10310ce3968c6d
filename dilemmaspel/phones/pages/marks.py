"""The marks that people know things by, as drawings in the page: shapes, role tokens, signs."""

from functools import cache
from math import cos, pi, sin
from typing import Final
from xml.etree import ElementTree as ET

from dilemmaspel.game.scenario import Role
from dilemmaspel.game.views import OptionView
from dilemmaspel.paths import assets_dir
from dilemmaspel.phones.pages.html import Html, el, join
from dilemmaspel.theme import LETTERS, Shape, load_theme

_CORNERS: Final = {
    Shape.SQUARE: (4, pi / 4, 1.12, 0.0),
    Shape.TRIANGLE: (3, pi / 2, 1.2, 1.4),
    Shape.DIAMOND: (4, pi / 2, 1.18, 0.0),
    Shape.PENTAGON: (5, pi / 2, 1.1, 0.4),
    Shape.HEXAGON: (6, 0.0, 1.06, 0.0),
}
"""Corners, the angle of the first, how much larger to look as large, and how far down."""

_RADIUS: Final = 9.0
_MIDDLE: Final = 12.0
_DRAWN: Final = frozenset({"circle", "ellipse", "g", "line", "path", "polyline", "rect"})
_NO_ICON: Final = "person"
_INK: Final = "#000000"
"""What the icons are drawn in; on a page they take the colour of the words."""
_KNOWN_COLOURS: Final = frozenset(load_theme().roles)


def option_mark(option: OptionView) -> Html:
    """Return shape and letter of an option, as it is known everywhere."""
    return el("span", option_shape(option.index), el("b", option.letter), class_="mark")


def option_shape(index: int) -> Html:
    """Return the shape of the option at `index` in its colour; the letter says the same."""
    return _shape(load_theme().option(index).shape, option_colour(index))


def option_colour(index: int) -> str:
    """Return the class that has the colour of the option at `index`."""
    return f"o{index % len(LETTERS)}"


def abstain_shape() -> Html:
    """Return the hollow disc of an abstention."""
    return _shape(Shape.RING, "abstains")


def number_mark(number: str) -> Html:
    """Return a number in a ring, for a point of a scale or a place in an order."""
    return el("span", number, class_="number")


def token(role: Role) -> Html:
    """Return a role's icon on a disc in its colour; its name stands beside it."""
    colour = role.color if role.color in _KNOWN_COLOURS else "slate"
    return el("span", icon(role.id), class_=f"token {colour}")


@cache
def icon(name: str) -> Html:
    """Return an icon by its name, or the one of a person when there is none."""
    file = assets_dir() / "icons" / f"{name}.svg"
    if not name.isidentifier() or not file.is_file():
        return icon(_NO_ICON)
    drawing = ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 # our own file
    return _svg(join(_drawn(part) for part in drawing), "icon")


def _drawn(part: ET.Element) -> Html:
    tag = part.tag.rpartition("}")[2]
    if tag not in _DRAWN:
        raise ValueError(f"An icon may not hold <{tag}>.")
    inked = {key: "currentColor" if value == _INK else value for key, value in part.items()}
    return el(tag, *(_drawn(inside) for inside in part), **inked)


@cache
def _shape(shape: Shape, colour: str) -> Html:
    return _svg(_outline(shape), f"shape {colour}")


def _svg(inside: Html, look: str) -> Html:
    return el("svg", inside, class_=look, viewBox="0 0 24 24", aria_hidden="true")


def _outline(shape: Shape) -> Html:
    if shape in _CORNERS:
        corners, first, larger, down = _CORNERS[shape]
        around = [(first + 2 * pi * i / corners, _RADIUS * larger) for i in range(corners)]
        return _polygon(around, down)
    if shape is Shape.STAR:
        points = [(pi / 2 + pi * i / 5, _RADIUS * (0.55 if i % 2 else 1.2)) for i in range(10)]
        return _polygon(points, 0.6)
    if shape is Shape.CROSS:
        return el("path", d="M8.8 3h6.4v5.8H21v6.4h-5.8V21H8.8v-5.8H3V8.8h5.8z")
    if shape is Shape.HALF:
        return el("path", d="M2 16.5a10 10 0 0 1 20 0z")
    if shape is Shape.RING:
        return el("circle", cx="12", cy="12", r="7.5", class_="hollow")
    return el("circle", cx="12", cy="12", r="9")


def _polygon(around: list[tuple[float, float]], down: float) -> Html:
    points = (
        f"{_MIDDLE + far * cos(turn):.1f} {_MIDDLE + down - far * sin(turn):.1f}"
        for turn, far in around
    )
    return el("path", d=f"M{'L'.join(points)}z")
