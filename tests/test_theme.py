"""The tokens hold what the look promises: contrast, and options nobody confuses."""

import re
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin

import pytest

from dilemmaspel.paths import assets_dir
from dilemmaspel.theme import (
    LETTERS,
    THEMES,
    Shape,
    contrast,
    font_paths,
    load_theme,
    mixed,
)
from tests.desktop.samples import SHIPPED, scenario

SHEETS = assets_dir() / "theme"

EACH = pytest.mark.parametrize("name", THEMES)
SEEN = {
    "all colours": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How eyes see colours (Machado, Oliveira and Fernandes 2009, severity 1)."""

Lab = tuple[float, float, float]


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def lab(colour: str, eyes: tuple[tuple[float, ...], ...]) -> Lab:
    rgb = linear(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, rgb, strict=True)))) for row in eyes
    )
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
    fx, fy, fz = (
        c ** (1 / 3) if c > 216 / 24389 else (24389 / 27 * c + 16) / 116 for c in (x, y, z)
    )
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: Lab, two: Lab) -> float:
    """The difference CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    l1, a1, b1 = one
    l2, a2, b2 = two
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    g = 0.5 * (1 - (mean**7 / (mean**7 + 25**7)) ** 0.5)
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    big = 2 * (c1 * c2) ** 0.5 * sin(radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = (
        1
        - 0.17 * cos(radians(hm - 30))
        + 0.24 * cos(radians(2 * hm))
        + 0.32 * cos(radians(3 * hm + 6))
        - 0.20 * cos(radians(4 * hm - 63))
    )
    sl = 1 + 0.015 * (lm - 50) ** 2 / (20 + (lm - 50) ** 2) ** 0.5
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rc = 2 * (cm**7 / (cm**7 + 25**7)) ** 0.5
    rt = -sin(radians(60 * exp(-(((hm - 275) / 25) ** 2)))) * rc
    parts = ((l2 - l1) / sl, (c2 - c1) / sc, big / sh)
    return float((sum(p * p for p in parts) + rt * parts[1] * parts[2]) ** 0.5)


@EACH
@pytest.mark.parametrize("name_of", ["ink", "muted", "accent", "danger", "abstain"])
def test_text_has_a_contrast_of_seven_on_the_ground(name: str, name_of: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour(name_of), theme.colour("ground")) >= 7


@EACH
@pytest.mark.parametrize("under", ["panel", "card", "accent_soft", "notice"])
def test_ink_has_a_contrast_of_seven_wherever_it_stands(name: str, under: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour("ink"), theme.colour(under)) >= 7


@EACH
def test_words_on_the_accent_have_a_contrast_of_seven(name: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= 7


@EACH
def test_options_and_roles_stand_out_from_the_ground(name: str) -> None:
    theme = load_theme(name)
    shades = [*theme.options, *theme.roles.values()]
    assert min(contrast(shade, theme.colour("ground")) for shade in shades) >= 4.5


@EACH
@pytest.mark.parametrize("eyes", SEEN)
def test_the_first_five_options_differ_in_every_eye(name: str, eyes: str) -> None:
    seen = [lab(colour, SEEN[eyes]) for colour in load_theme(name).options[:5]]
    assert min(apart(one, two) for one, two in combinations(seen, 2)) >= 15


@pytest.mark.parametrize("name", SHIPPED)
def test_no_shipped_dilemma_has_more_options_than_colours_that_differ_in_every_eye(
    name: str,
) -> None:
    assert max(len(dilemma.options) for dilemma in scenario(name).dilemmas) <= 5


RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
INK = re.compile(r"(?<![-\w])color: \$(\w+)")
UNDER = re.compile(r"background: \$(\w+)")
GROUNDS = ("ground", "panel", "card", "accent_soft", "notice")
"""What words stand on, in the windows on the laptop."""


def rules() -> list[tuple[str, list[str], list[str]]]:
    """The rules of every style sheet: selector, colours of words, colours under them."""
    sheets = "".join(one.read_text("utf-8") for one in sorted(SHEETS.glob("*.qss")))
    found = RULE.findall(re.sub(r"/\*.*?\*/", "", sheets, flags=re.DOTALL))
    return [(select.strip(), INK.findall(body), UNDER.findall(body)) for select, body in found]


@EACH
def test_words_in_the_windows_have_a_contrast_of_four_and_a_half_in_every_rule(name: str) -> None:
    theme, pairs = load_theme(name), set[tuple[str, str]]()
    for _, inks, unders in rules():
        for ink in inks:
            pairs |= {(ink, under) for under in unders or GROUNDS if ink != "on_accent" or unders}
    assert len(pairs) >= 20
    weak = {pair for pair in pairs if contrast(*map(theme.colour, pair)) < 4.5}
    assert weak == set()


@EACH
def test_whatever_a_rule_paints_its_words_can_be_read_on_it(name: str) -> None:
    theme = load_theme(name)
    unders = {under for _, _, found in rules() for under in found}
    assert unders > set(GROUNDS)
    inks = ("ink", "on_accent", "ground")
    best = {
        under: max(contrast(theme.colour(ink), theme.colour(under)) for ink in inks)
        for under in unders - {"line"}  # the handle of a scroll bar
    }
    assert min(best.values()) >= 4.5


@EACH
@pytest.mark.parametrize("under", GROUNDS)
def test_the_focus_has_a_contrast_of_three_wherever_it_stands(name: str, under: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.colour("focus"), theme.colour(under)) >= 3


TAKES_FOCUS = re.compile(
    r"Q(PushButton|ToolButton|LineEdit|PlainTextEdit|TextEdit|SpinBox|ComboBox|ListView|TableView"
    r"|CheckBox|RadioButton)"
)
PART = re.compile(r"^\w+|\[[^\]]*\]|#\w+|:[\w-]+")
OTHER_STATES = {":hover", ":pressed", ":disabled"}
Edge = tuple[frozenset[str], tuple[int, int, int]]


def edges() -> list[Edge]:
    """Every selector that sets an edge: its parts, and what it weighs against another."""
    found, bases = list[Edge](), {"ListWidget": "ListView", "TableWidget": "TableView"}
    sheets = load_theme().stylesheet(10)
    for name, base in {**bases, "TextBrowser": "TextEdit"}.items():
        sheets = sheets.replace(f"Q{name}", f"Q{base}")
    rules_ = RULE.findall(re.sub(r"/\*.*?\*/", "", sheets, flags=re.DOTALL))
    for place, (selectors, body) in enumerate(rules_):
        for selector in re.split(r",\s*", selectors.strip()):
            inside = " " in selector or "::" in selector
            if TAKES_FOCUS.match(selector) and not inside and re.search(r"border(-color)?:", body):
                parts = PART.findall(selector)
                ids, more = (sum(one[0] in kind for one in parts) for kind in ("#", ":["))
                found.append((frozenset(parts), (ids, more, place)))
    return found


def test_no_rule_takes_the_edge_away_that_shows_the_focus() -> None:
    every = edges()
    without = [
        "".join(sorted(parts))
        for parts, weight in every
        if not parts & {":focus", *OTHER_STATES}
        and not any(
            ":focus" in other and other - {":focus"} <= parts and more > weight
            for other, more in every
        )
    ]
    assert len(every) >= 40
    assert without == []


@EACH
def test_an_option_is_a_letter_a_shape_and_a_colour_of_its_own(name: str) -> None:
    marks = [load_theme(name).option(place) for place in range(len(LETTERS))]
    for part in ("letter", "shape", "colour"):
        assert len({getattr(mark, part) for mark in marks}) == len(marks)


def test_an_abstention_is_a_hollow_disc_without_a_letter() -> None:
    mark = load_theme().abstain
    assert (mark.letter, mark.shape) == ("", Shape.RING)


def test_all_themes_know_the_same_colours() -> None:
    light, *others = (load_theme(name) for name in THEMES)
    assert not light.is_dark
    for other in others:
        assert set(light.colours) == set(other.colours)
        assert set(light.roles) == set(other.roles)
        assert other.is_dark


def test_an_unknown_role_colour_becomes_slate() -> None:
    theme = load_theme()
    assert theme.role("no such colour") == theme.role("slate")


def test_an_unknown_theme_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="sepia"):
        load_theme("sepia")


@EACH
def test_the_style_sheet_follows_the_font_size_of_the_system(name: str) -> None:
    theme = load_theme(name)
    assert "font-size: 10.0pt" in theme.stylesheet(10)
    assert "font-size: 20.0pt" in theme.stylesheet(20)


def test_every_size_of_letters_in_the_style_sheets_follows_the_system() -> None:
    sheets = "".join(one.read_text("utf-8") for one in SHEETS.glob("*.qss"))
    sizes = re.findall(r"\bfont(?:-size)?: *([^;}]+)", sheets)
    assert len(sizes) >= 25
    assert [size for size in sizes if not re.fullmatch(r"\$pt_\w+", size.strip())] == []


@EACH
def test_every_picture_of_the_style_sheet_exists(name: str) -> None:
    theme = load_theme(name)
    assert (font_paths()[0].parent.parent / "theme" / f"check-{theme.name}.svg").is_file()
    assert (font_paths()[0].parent.parent / "theme" / f"down-{theme.name}.svg").is_file()


def test_the_fonts_are_there() -> None:
    assert all(path.is_file() for path in font_paths())


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mixed("#000000", "#FFFFFF", share) for share in (0.0, 0.5, 1.0)] == [
        "#000000",
        "#808080",
        "#FFFFFF",
    ]
