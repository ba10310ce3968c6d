"""The sentences of a scenario that people read or hear, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dilemmaspel.scenario.nodes import ListNode, MapNode, Node, Scalar, maps_of, text_at
from dilemmaspel.scenario.prose import sentences, word_count

_READ_ALOUD: Final = frozenset(
    {"question", "summary", "text", "description", "pros", "cons", "outcome", "news", "else_news"}
    | {"wants", "knows", "discussion", "debrief"}
    | {"goal", "notes", "watch_out", "guide"}
)
_NOT_OURS: Final = frozenset({"sources"})
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63})+")
_PHONE: Final = re.compile(r"(?<![\d.])(?:\+31[ -]?|0)[1-9](?:[ -]?\d){8}(?![\d.])")
_NINE_DIGITS: Final = re.compile(r"(?<![\d.])\d{3}[. ]?\d{3}[. ]?\d{3}(?![\d.])")
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence under a key, at the place of its text."""

    text: str
    key: str
    words: int
    line: int
    column: int


def sentences_of(root: MapNode) -> tuple[Sentence, ...]:
    """Give every sentence for participants and for the facilitator; the sources are not ours."""
    return tuple(_sentences(root, ""))


def _sentences(node: Node, key: str) -> Iterator[Sentence]:
    if isinstance(node, Scalar):
        if key in _READ_ALOUD:
            for text in sentences(node.text):
                yield Sentence(text, key, word_count(text), node.line, node.column)
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from _sentences(item, key)
    else:
        for name, entry in node.entries.items():
            if name not in _NOT_OURS:
                yield from _sentences(entry.value, name)


def personal_data(text: str) -> Iterator[str]:
    """Find what may lead to a real person: mail addresses, Dutch phone and citizen numbers.

    A citizen number (BSN) has nine digits that pass the eleven test.
    """
    yield from _MAIL.findall(text)
    yield from (found[0] for found in _PHONE.finditer(text))
    for found in _NINE_DIGITS.finditer(text):
        digits = [int(one) for one in found[0] if one.isdigit()]
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        if sum(a * b for a, b in zip(digits, weights, strict=True)) % 11 == 0 and any(digits):
            yield found[0]


def in_plain_words(text: str) -> str:
    """Write a text as its words alone, so that marks and capitals make no difference."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def source_words(root: MapNode) -> dict[int, str]:
    """Give the plain words of each source by its line."""
    found = (text_at(one, "text") for one in maps_of(root.child("sources")))
    return {one.line: in_plain_words(one.text) for one in found if one is not None}
