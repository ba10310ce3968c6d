"""The words for people, as print has them: quotation marks, dashes, and one word per idea."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tools.catalogue import CATALOGUE, PACKAGE, ROOT, messages_in, read

HANDBOOK: Final = sorted((ROOT / "docs" / "handleiding").glob("*.md"))
MOST_WORDS: Final = 20

AS_TYPED: Final = {
    "a straight quotation mark": re.compile("[\"']"),
    "three dots for …": re.compile(r"\.\.\."),
    "a hyphen for a dash": re.compile(r"\s-\s"),
    "a space before %": re.compile(r"\d %|\} %"),
    "two spaces": re.compile(r"\S  \S"),
    "a hyphen for a minus": re.compile(r"(?<![\w-])-\d"),
}
"""What stands on a keyboard and not in print."""

OTHER_WORDS: Final = {
    "je, jij, jouw": re.compile(r"\b(?:u|uw)\b", re.IGNORECASE),
    "spelleider": re.compile(r"begeleider|gespreksleider", re.IGNORECASE),
    "graadmeter": re.compile(r"\bindicator", re.IGNORECASE),
    "verslag": re.compile(r"\brapport\b", re.IGNORECASE),
    "vouwbriefje": re.compile(r"\bbriefings?\b", re.IGNORECASE),
    "trefwoord": re.compile(r"sleutelwoord", re.IGNORECASE),
    "zipbestand": re.compile(r"zip-bestand", re.IGNORECASE),
    "iedereen, mensen": re.compile(r"\bmen\b", re.IGNORECASE),
    "printen": re.compile(r"\bafdrukken\b", re.IGNORECASE),
}
"""The word that we use (`docs/glossary.md`), and the ones that stood beside it."""

_CODE: Final = re.compile(r"```.*?```|`[^`\n]*`|“[a-z_]+:?”|--[a-z]+", re.DOTALL)
_SENTENCE_END: Final = re.compile(r"(?<=[.!?:;])\s+")


@cache
def dutch() -> tuple[str, ...]:
    strings = (entry.string for entry in read(CATALOGUE) if entry.id)
    return tuple(
        text for one in strings for text in ((one,) if isinstance(one, str) else one or ())
    )


@cache
def english() -> tuple[str, ...]:
    return tuple(text for one in messages_in(PACKAGE) for text in (one.one, one.many or ""))


def of_the_export(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from of_the_export(one)
    else:
        yield str(value)


def prose(text: str) -> str:
    """A text without what is code in it, and without the marks of a list or table."""
    kept = _CODE.sub("x", text)
    return re.sub(r"^\s*(?:[-*|>]|\d+\.)[ -|]*", "", kept, flags=re.MULTILINE)


@pytest.mark.parametrize("name", AS_TYPED)
def test_no_text_shows_what_only_a_keyboard_has(name: str) -> None:
    texts = (prose(text) for text in (*dutch(), *english()))
    # The punctuation that a message to authors is about stands in it as they type it.
    assert [text for text in texts if AS_TYPED[name].search(text)] == []


@pytest.mark.parametrize("file", HANDBOOK, ids=lambda file: file.name)
def test_the_handbook_is_set_as_in_print(file: Path) -> None:
    text = prose(file.read_text(encoding="utf-8"))
    assert [name for name, typed in AS_TYPED.items() if typed.search(text)] == []


def test_the_words_of_an_export_are_set_as_in_print() -> None:
    words = json.loads((ROOT / "assets" / "export" / "words.nl.json").read_text(encoding="utf-8"))
    texts = [prose(text) for text in of_the_export(words)]
    assert texts
    assert [t for t in texts if any(typed.search(t) for typed in AS_TYPED.values())] == []


@pytest.mark.parametrize("word", OTHER_WORDS)
def test_one_idea_has_one_word(word: str) -> None:
    handbook = (file.read_text(encoding="utf-8") for file in HANDBOOK if "quick" not in file.name)
    texts = (prose(text) for text in (*dutch(), *handbook))
    found = (OTHER_WORDS[word].search(text) for text in texts)
    assert [one.string[max(0, one.start() - 40) : one.end() + 40] for one in found if one] == []


def test_no_sentence_on_a_screen_is_too_long_to_follow() -> None:
    sentences = (one for text in dutch() for one in _SENTENCE_END.split(text))
    assert [one for one in sentences if len(one.split()) > MOST_WORDS] == []
