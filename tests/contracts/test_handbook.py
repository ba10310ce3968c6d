"""The handbook is whole: its links and pictures are there, and what it calls by name exists."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from dilemmaspel.desktop.handbook.book import Book, load_book, plain
from dilemmaspel.desktop.presenter.keys import KEYS
from dilemmaspel.game.setup import Setup
from dilemmaspel.paths import handbook_dir
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.notice import notice
from dilemmaspel.texts import Texts
from tests.contracts.code import ROOT

FOLDER = ROOT / "docs" / "handleiding"
DUTCH_PAGES = sorted(FOLDER.glob("[0-9]*.md"))
PAGES = [*DUTCH_PAGES, FOLDER / "quick-start.en.md"]
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)

NAME = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
ALT = 20
"""A picture is told in at least this many characters."""


def plain_name(text: str) -> str:
    return text.replace("’", "'").replace("…", "...").replace(" ...", "...").rstrip(". ")


@cache
def messages() -> tuple[Message, ...]:
    with (ROOT / "assets/locale/nl/LC_MESSAGES/dilemmaspel.po").open("rb") as file:
        return tuple(read_po(file))


@cache
def names() -> frozenset[str]:
    """Every Dutch text on a screen."""
    found = set()
    for message in messages():
        said = (message.string,) if isinstance(message.string, str) else message.string or ()
        found |= {plain_name(one) for one in said if one}
    return frozenset(found)


def links(page: Path) -> Iterator[tuple[bool, str, str]]:
    """Every link of a page: whether it is a picture, its words, and where it leads."""
    for bang, words, target in LINK.findall(page.read_text(encoding="utf-8")):
        yield bool(bang), words, target


def book() -> Book:
    return load_book(FOLDER, "nl")


@EACH
def test_every_link_and_picture_is_there(page: Path) -> None:
    missing = [
        target
        for _, _, target in links(page)
        if not (page.parent / target.partition("#")[0]).is_file()
    ]
    assert missing == []


@EACH
def test_every_link_to_a_heading_finds_it(page: Path) -> None:
    for _, _, target in links(page):
        file, _, anchor = target.partition("#")
        if anchor:
            subject = next(one for one in book().subjects if one.file == file)
            assert anchor in [section.anchor for section in subject.sections]


@EACH
def test_every_picture_is_told_in_words(page: Path) -> None:
    short = [words for picture, words, _ in links(page) if picture and len(words) < ALT]
    assert short == []


@EACH
def test_what_is_bold_is_a_text_on_a_screen(page: Path) -> None:
    bold = {plain_name(one) for one in NAME.findall(page.read_text(encoding="utf-8"))}
    assert bold - names() == set()


def test_what_the_quick_start_quotes_is_an_english_text_on_a_screen() -> None:
    text = (FOLDER / "quick-start.en.md").read_text(encoding="utf-8")
    quoted = set(re.findall(r"“([A-Z][^”]+)”", text))
    assert quoted
    assert quoted - {message.id for message in messages() if isinstance(message.id, str)} == set()


def test_sentences_are_short() -> None:
    for subject in book().subjects:
        sentences = [
            sentence
            for section in subject.sections
            for line in plain(section.text).splitlines()
            for sentence in re.split(r"[.!?:]\s", line)
            if len(sentence.split()) > 1
        ]
        lengths = [len(sentence.split()) for sentence in sentences]
        assert sum(lengths) / len(lengths) <= 12, subject.title
        longest = max(sentences, key=lambda one: len(one.split()))
        assert len(longest.split()) <= 25, longest


def test_every_key_of_the_presenter_is_in_the_list_of_keys() -> None:
    t = Texts("nl")
    page = (FOLDER / "13-toetsen.md").read_text(encoding="utf-8")
    told = [f"| {t(key.shown)} | {t(key.does)} |" for key in KEYS if key.shown]
    assert [one for one in told if one not in page] == []


def test_what_is_told_to_people_is_what_their_phones_say() -> None:
    said = " ".join(notice(Texts("nl"), Setup(), PhoneConfig()))
    assert f"> {said}\n" in (FOLDER / "09-privacy.md").read_text(encoding="utf-8")


def test_every_page_has_one_title_and_no_level_is_skipped() -> None:
    for page in PAGES:
        levels = [
            len(one)
            for one in re.findall(r"^(#+) ", page.read_text(encoding="utf-8"), re.MULTILINE)
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later - before <= 1 for before, later in pairwise(levels))


def test_the_wheel_holds_every_page_and_every_picture_that_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    used = {
        (page.parent / target).resolve().relative_to(ROOT).as_posix()
        for page in PAGES
        for picture, _, target in links(page)
        if picture
    }
    shipped = {one for one in wheel["only-include"] if one.startswith("docs/")}
    assert shipped == {"docs/handleiding", *used}
    assert wheel["sources"]["docs"] == "dilemmaspel/_data/docs"
    assert handbook_dir() == FOLDER
