"""What a page brings along: its colours are the theme's, its script is one that old phones know."""

import re
from collections.abc import Iterator

import pytest

from dilemmaspel.paths import assets_dir
from dilemmaspel.phones.pages.files import address, static_files
from dilemmaspel.phones.pages.words import script_words
from dilemmaspel.texts import Texts
from dilemmaspel.theme import LETTERS, load_theme

STYLE = (assets_dir() / "phone" / "phone.css").read_text(encoding="utf-8")
SCRIPT = (assets_dir() / "phone" / "phone.js").read_text(encoding="utf-8")
LOOKS = ("light", "dark")
NEWER_SCRIPT = (
    *("?.", "??", "`", ".at(", "replaceAll", "replaceChildren", "allSettled", "structuredClone"),
    *("randomUUID", "subtle", "serviceWorker", "wakeLock", "clipboard", "locks", "localStorage"),
    *("innerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "http:", "https:"),
)
NEWER_STYLE = (
    *(":has(", ":is(", ":where(", " gap:", "clamp(", " min(", " max(", "inset:", "aspect-ratio"),
    *("@import", "@layer", "@container", "dvh", "//"),
)


def look_of(name: str) -> str:
    """The part of the style sheet that sets the colours of a look."""
    light, dark = STYLE.split("@media (prefers-color-scheme: dark)", maxsplit=1)
    return light if name == "light" else dark.split("/* Ground", maxsplit=1)[0]


def variables(style: str) -> dict[str, str]:
    return {n.replace("-", "_"): c for n, c in re.findall(r"--([a-z-]+): (#[0-9A-F]{6});", style)}


def classes(style: str) -> dict[str, str]:
    return dict(re.findall(r"\.([a-z0-9]+) { color: (#[0-9A-F]{6}); }", style))


@pytest.mark.parametrize("look", LOOKS)
def test_the_colours_are_those_of_the_theme(look: str) -> None:
    theme, used = load_theme(look), variables(look_of(look))
    assert used == {name: theme.colour(name) for name in used}
    assert used.keys() >= {"ground", "ink", "accent", "card", "muted"}


@pytest.mark.parametrize("look", LOOKS)
def test_options_and_roles_have_their_own_colour(look: str) -> None:
    theme = load_theme(look)
    options = {f"o{n}": theme.option(n).colour for n in range(len(LETTERS))}
    wanted = options | dict(theme.roles) | {"abstains": theme.abstain.colour}
    assert classes(look_of(look)) == wanted


@pytest.mark.parametrize("newer", NEWER_SCRIPT)
def test_the_script_uses_nothing_that_a_phone_of_2019_or_plain_http_lacks(newer: str) -> None:
    assert newer not in SCRIPT


@pytest.mark.parametrize("newer", NEWER_STYLE)
def test_the_style_uses_nothing_that_a_phone_of_2019_lacks(newer: str) -> None:
    assert newer not in STYLE


def test_the_style_fetches_only_the_two_fonts() -> None:
    assert re.findall(r"url\(([^)]*)\)", STYLE) == ['"regular.woff2"', '"semibold.woff2"']


def test_nothing_moves_unless_the_person_lets_it() -> None:
    still = STYLE.split("@media (prefers-reduced-motion: no-preference)", maxsplit=1)[0]
    assert not re.search(r"animation|transition|@keyframes", still)


def test_what_moves_takes_at_most_three_tenths_of_a_second() -> None:
    times = re.findall(r"(?:animation|transition)[^;}]*?([\d.]+)(m?s)\b", STYLE)
    assert times
    assert max(float(n) / (1_000 if unit == "ms" else 1) for n, unit in times) <= 0.3


def test_the_script_says_no_words_of_its_own() -> None:
    strings = re.findall(r'"([^"\n]*)"', without_comments())
    assert [one for one in strings if re.match(r"[A-Z][a-z]*( [a-z]|[.!?]?$)", one)] == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_script_has_a_name_for_each_of_its_words(language: str) -> None:
    listed = SCRIPT[SCRIPT.index('("sending') : SCRIPT.index(').split(" ")')]
    names = "".join(re.findall(r'"([a-z ]+)"', listed)).split()
    words = script_words(Texts(language)).split("|")
    assert len(names) == len(set(names)) == len(words)
    assert all(words)
    used = set(re.findall(r"(?<!dataset\.)\bwords\.([a-z]+)\b(?!\()", without_comments()))
    assert used == set(names)


def without_comments() -> str:
    return re.sub(r"^\s*//.*$", "", SCRIPT, flags=re.MULTILINE)


def lines(content: bytes) -> Iterator[str]:
    return iter(content.decode().splitlines())


def test_what_is_sent_is_the_same_without_what_only_a_reader_needs() -> None:
    script = static_files()["phone.js"].content
    wanted = [line.strip() for line in SCRIPT.splitlines()]
    assert list(lines(script)) == [one for one in wanted if one and not one.startswith("//")]
    style = static_files()["phone.css"].content.decode()
    assert "/*" not in style
    assert style.count("{") == STYLE.count("{")
    bare = re.sub(r"\s|/\*.*?\*/", "", STYLE, flags=re.DOTALL)
    assert re.sub(r"\s", "", style) == bare.replace(";}", "}")


def test_an_address_changes_with_the_file() -> None:
    assert all(re.fullmatch(rf"/static/{n}\?[0-9a-f]{{8}}", address(n)) for n in static_files())
    with pytest.raises(KeyError):
        address("../settings.json")


def test_the_fonts_hold_the_letters_of_dutch_and_english() -> None:
    for name in ("regular.woff2", "semibold.woff2"):
        file = static_files()[name]
        assert file.content[:4] == b"wOF2"
        assert len(file.content) < 10_000
