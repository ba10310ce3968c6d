"""The look as values: colours, sizes, spacing, motion, and the mark of each option and role.

The tokens stand in `assets/theme/tokens.json`; the windows, the figures, paper and the page on
the phones all take them from here. Nothing here knows Qt.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Any, Final

from dilemmaspel.paths import assets_dir

THEMES: Final = ("light", "dark", "contrast")
LETTERS: Final = "ABCDEFGHIJ"
FONT_FILES: Final = ("Regular", "SemiBold", "Bold", "Italic")

_CHANNELS: Final = ((1, 0.2126), (3, 0.7152), (5, 0.0722))
_UNKNOWN_ROLE: Final = "slate"


class Shape(StrEnum):
    """The form that goes with an option's letter and colour, in the order of the letters."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    PENTAGON = "pentagon"
    HEXAGON = "hexagon"
    STAR = "star"
    CROSS = "cross"
    HALF = "half"
    RING = "ring"
    """A hollow disc: the tenth option, and an abstention."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How an option is known everywhere; `colour` is a hex code such as `#005A8D`."""

    letter: str
    shape: Shape
    colour: str


@dataclass(frozen=True, slots=True)
class Beamer:
    """Sizes of the beamer's page, in pixels of a picture 1080 high."""

    width: int
    height: int
    margin: int
    gutter: int
    columns: int
    radius: int
    huge: int
    question: int
    question_long: int
    option: int
    text: int
    axis: int


@dataclass(frozen=True, slots=True)
class Space:
    """Distances in the windows on the laptop, in pixels."""

    xs: int
    s: int
    m: int
    l: int  # noqa: E741 # small, medium, large
    xl: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme; colours are hex codes, each text colour at least 7 to 1 on the ground."""

    name: str
    family: str
    colours: Mapping[str, str]
    options: tuple[str, ...]
    roles: Mapping[str, str]
    shapes: tuple[Shape, ...]
    beamer: Beamer
    space: Space
    scale: Mapping[str, float]
    """Type sizes in the windows as a multiple of the system's own size."""
    radius: int
    target: int
    """The smallest side of something to press, in pixels."""
    motion_ms: int

    @property
    def is_dark(self) -> bool:
        """Whether the ground is dark."""
        return self.name != "light"

    def colour(self, name: str) -> str:
        """Return a colour such as `ink` or `accent`; an unknown name raises KeyError."""
        return self.colours[name]

    def option(self, index: int) -> Mark:
        """Return the letter, shape and colour of the option at `index` (0 is A)."""
        place = index % len(LETTERS)
        return Mark(LETTERS[place], self.shapes[place], self.options[place])

    @property
    def abstain(self) -> Mark:
        """The mark of "ik onthoud me"."""
        return Mark("", Shape.RING, self.colours["abstain"])

    def role(self, colour_name: str) -> str:
        """Return the colour that goes with a role's colour name; unknown names become slate."""
        return self.roles.get(colour_name, self.roles[_UNKNOWN_ROLE])

    def stylesheet(self, points: float) -> str:
        """Return the style sheet of the windows; `points` is the system's font size."""
        files = sorted((assets_dir() / "theme").glob("*.qss"))
        template = Template("\n".join(file.read_text(encoding="utf-8") for file in files))
        sizes = {f"pt_{name}": f"{points * times:.1f}pt" for name, times in self.scale.items()}
        return template.substitute(
            self.colours,
            **sizes,
            family=self.family,
            radius=f"{self.radius}px",
            target=f"{self.target}px",
            name=self.name,
            folder=(assets_dir() / "theme").as_posix(),
        )


@cache
def load_theme(name: str = "light") -> Theme:
    """Return a theme by its name, one of `THEMES`; another name raises ValueError."""
    if name not in THEMES:
        raise ValueError(f"There is no theme {name!r}; choose from {', '.join(THEMES)}.")
    tokens = _tokens()
    own: dict[str, Any] = tokens["themes"][name]
    return Theme(
        name=name,
        family=tokens["family"],
        colours=MappingProxyType({k: v for k, v in own.items() if isinstance(v, str)}),
        options=tuple(own["options"]),
        roles=MappingProxyType(own["roles"]),
        shapes=tuple(map(Shape, tokens["shapes"])),
        beamer=Beamer(**tokens["beamer"]),
        space=Space(**tokens["space"]),
        scale=MappingProxyType(tokens["desktop"]),
        radius=tokens["radius"],
        target=tokens["target"],
        motion_ms=tokens["motion_ms"],
    )


def font_paths() -> tuple[Path, ...]:
    """The files of the typeface that is shipped with the app."""
    folder = assets_dir() / "fonts"
    return tuple(folder / f"AtkinsonHyperlegibleNext-{face}.ttf" for face in FONT_FILES)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two hex colours, from 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return the hex colour that lies `share` (0 to 1) of the way from `one` to `other`."""
    parts = (
        round(_channel(one, at) + (_channel(other, at) - _channel(one, at)) * share)
        for at, _ in _CHANNELS
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def _luminance(colour: str) -> float:
    return sum(weight * _linear(_channel(colour, at) / 255) for at, weight in _CHANNELS)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _channel(colour: str, at: int) -> int:
    return int(colour[at : at + 2], 16)


@cache
def _tokens() -> dict[str, Any]:
    text = (assets_dir() / "theme" / "tokens.json").read_text(encoding="utf-8")
    tokens: dict[str, Any] = json.loads(text)
    return tokens
