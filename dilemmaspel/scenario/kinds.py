"""The kinds of values a key can have; each checks a node and notes what does not fit.

A check also keeps, per kind of name, where names are given and used, so that the checks of
meaning need no walk of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar, Final, Protocol

from dilemmaspel.scenario import schema_words as words
from dilemmaspel.scenario import syntax_words
from dilemmaspel.scenario.fields import EXACT, WHOLE
from dilemmaspel.scenario.findings import Findings, Wording, nearest
from dilemmaspel.scenario.nodes import ListNode, MapNode, Node, Scalar, is_nothing
from dilemmaspel.scenario.prose import check_sentences, word_count

ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
YES_NO: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


@dataclass(slots=True)
class Walk:
    """One check of one file: what was found, and the names that were met."""

    findings: Findings
    names: dict[str, list[Scalar]] = field(default_factory=dict)
    """Per kind of name: every use of it, such as the flags in conditions."""
    homes: Mapping[str, str] = field(default_factory=dict)
    """Per key that has one place in the format: the key it stands under."""
    groups: dict[str, list[MapNode]] = field(default_factory=dict)
    """Per kind of record that asks for it: every one, such as the conditions on a share."""

    guessed: set[tuple[int, str]] = field(default_factory=set)
    """Keys that an unknown one was taken for, per group of keys."""

    def was_guessed(self, group: MapNode, key: str) -> bool:
        """Whether a key is there after all, misspelt; then it is not missing as well."""
        return (id(group), key) in self.guessed

    def use(self, kind: str, scalar: Scalar) -> None:
        """Keep a use of a name."""
        self.names.setdefault(kind, []).append(scalar)

    def keep(self, kind: str, node: MapNode) -> None:
        """Keep a record for a later check."""
        self.groups.setdefault(kind, []).append(node)


class Kind(Protocol):
    """What a value can be."""

    def check(self, node: Node, key: str, walk: Walk) -> None:
        """Note everything about the value of `key` that does not fit."""


def _scalar(node: Node, key: str, walk: Walk) -> Scalar | None:
    """The text of the value, or None after noting that it is none."""
    if isinstance(node, Scalar):
        return node
    is_list = isinstance(node, ListNode)
    wording = words.NOT_TEXT_BUT_LIST if is_list else words.NOT_TEXT_BUT_MAP
    walk.findings.add(wording, node, key=key)
    return None


@dataclass(frozen=True, slots=True)
class Text:
    """A text for people."""

    max_words: int | None = None
    max_label_words: int | None = None
    max_characters: int = 2000
    prose: bool = False
    """Whether participants read it, so that long sentences are pointed out."""
    may_be_empty: bool = False

    def check(self, node: Node, key: str, walk: Walk) -> None:
        scalar = _scalar(node, key, walk)
        if scalar is None:
            return
        text = scalar.text
        if not text.strip() and not self.may_be_empty:
            walk.findings.add(words.EMPTY_TEXT, scalar, key=key)
        elif len(text) > self.max_characters:
            high = self.max_characters
            walk.findings.add(words.TEXT_TOO_LONG, scalar, key=key, count=len(text), high=high)
        else:
            self._check_words(scalar, key, walk)

    def _check_words(self, scalar: Scalar, key: str, walk: Walk) -> None:
        limits = ((self.max_words, words.TOO_MANY_WORDS), (self.max_label_words, words.LONG_LABEL))
        for high, wording in limits:
            if high is not None and (count := word_count(scalar.text)) > high:
                walk.findings.add(wording, scalar, key=key, count=count, high=high)
        if self.prose:
            check_sentences(scalar, key, walk.findings)


@dataclass(frozen=True, slots=True)
class Name:
    """An id: given here when `gives`, otherwise the use of one that stands elsewhere."""

    kind: str
    gives: bool = False

    def check(self, node: Node, key: str, walk: Walk) -> None:
        scalar = _scalar(node, key, walk)
        if scalar is None:
            return
        if self.gives:
            _check_id(scalar, walk)
        walk.use(f"{self.kind}!" if self.gives else self.kind, scalar)


def _check_id(scalar: Scalar, walk: Walk) -> None:
    text = scalar.text
    if text.lower() in YES_NO:
        walk.findings.add(words.BOOLEAN_ID, scalar, text=text)
    elif not ID.fullmatch(text):
        walk.findings.add(words.BAD_ID, scalar, text=text[:60], near=_as_id(text))


def _as_id(text: str) -> str:
    """The id that comes nearest to a text."""
    made = re.sub(r"[^a-z0-9_-]+", "_", text.strip().lower()).strip("_-")
    made = made if made[:1].isalpha() else f"x{made}"
    return made[:40]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; `or_word` is the one word that may stand in its place."""

    low: int = -999_999
    high: int = 999_999
    or_word: str | None = None
    big: int | None = None
    """The size above which an effect is pointed out."""

    def check(self, node: Node, key: str, walk: Walk) -> None:
        scalar = _scalar(node, key, walk)
        if scalar is None or (self.or_word is not None and scalar.text == self.or_word):
            return
        text = scalar.text
        if not scalar.plain or not WHOLE.fullmatch(text):
            self._refuse(scalar, key, walk)
        elif not self.low <= (number := int(text)) <= self.high:
            low, high = self.low, self.high
            walk.findings.add(words.OUT_OF_RANGE, scalar, key=key, text=text, low=low, high=high)
        elif self.big is not None and abs(number) > self.big:
            walk.findings.add(words.BIG_EFFECT, scalar, text=text)

    def _refuse(self, scalar: Scalar, key: str, walk: Walk) -> None:
        text = scalar.text if len(scalar.text) <= 40 else f"{scalar.text[:40]}…"
        if scalar.plain and re.fullmatch(r"[+-]?0[0-9]+", scalar.text):
            walk.findings.add(words.LEADING_ZERO, scalar, text=text)
            return
        example = min(max(self.low, 3), self.high)
        walk.findings.add(words.NOT_WHOLE, scalar, key=key, text=text, example=example)


@dataclass(frozen=True, slots=True)
class Exact:
    """A number with decimals or a fraction, kept exactly as it is written."""

    low: Fraction = Fraction(-999_999)
    high: Fraction = Fraction(999_999)

    def check(self, node: Node, key: str, walk: Walk) -> None:
        scalar = _scalar(node, key, walk)
        if scalar is None:
            return
        text = scalar.text
        if not scalar.plain or not EXACT.fullmatch(text):
            shown = text if len(text) <= 40 else f"{text[:40]}…"
            walk.findings.add(words.NOT_EXACT, scalar, key=key, text=shown)
        elif not self.low <= Fraction(text) <= self.high:
            low, high = self.low, self.high
            walk.findings.add(words.OUT_OF_RANGE, scalar, key=key, text=text, low=low, high=high)


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false, as YAML 1.2 writes them."""

    def check(self, node: Node, key: str, walk: Walk) -> None:
        scalar = _scalar(node, key, walk)
        if scalar is not None and not (scalar.plain and scalar.text in {"true", "false"}):
            walk.findings.add(words.NOT_TRUTH, scalar, key=key, text=scalar.text[:40])


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list of words."""

    known: tuple[str, ...]

    def check(self, node: Node, key: str, walk: Walk) -> None:
        scalar = _scalar(node, key, walk)
        if scalar is None or scalar.text in self.known:
            return
        text, near = scalar.text[:40], nearest(scalar.text[:60], self.known)
        if near is not None:
            walk.findings.add(words.NOT_A_CHOICE_NEAR, scalar, key=key, text=text, near=near)
        else:
            known = ", ".join(self.known)
            walk.findings.add(words.NOT_A_CHOICE, scalar, key=key, text=text, known=known)


@dataclass(frozen=True, slots=True)
class Format:
    """The name and major version of the format."""

    wanted: str

    def check(self, node: Node, key: str, walk: Walk) -> None:
        scalar = _scalar(node, key, walk)
        if scalar is None or scalar.text == self.wanted:
            return
        wording = words.NEWER_SCHEMA if self._is_newer(scalar.text) else words.WRONG_SCHEMA
        walk.findings.add(wording, scalar, text=scalar.text[:60], wanted=self.wanted)

    def _is_newer(self, text: str) -> bool:
        name, _, known = self.wanted.rpartition("/")
        given_name, _, given = text.rpartition("/")
        is_number = given.isdecimal() and len(given) < 6
        return given_name == name and is_number and int(given) > int(known)


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values of one kind; `or_one` lets a single value stand without a list."""

    item: Kind
    low: int = 0
    high: int = 200
    or_one: bool = False
    or_word: str | None = None
    unique: bool = False

    def check(self, node: Node, key: str, walk: Walk) -> None:
        if isinstance(node, Scalar) and (node.text == self.or_word or self.or_one):
            if self.or_one:
                self.item.check(node, key, walk)
            return
        if not isinstance(node, ListNode):
            _refuse_as_list(node, key, walk)
            return
        count = len(node.items)
        if not self.low <= count <= self.high:
            wording = words.TOO_FEW if count < self.low else words.TOO_MANY
            low, high = self.low, self.high
            walk.findings.add(wording, node, key=key, count=count, low=low, high=high)
        for item in node.items:
            self._check_item(item, key, walk)
        if self.unique:
            self._check_unique(node, key, walk)

    def _check_item(self, item: Node, key: str, walk: Walk) -> None:
        if is_nothing(item):
            walk.findings.add(words.EMPTY_TEXT, item, key=key)
        else:
            self.item.check(item, key, walk)

    def _check_unique(self, node: ListNode, key: str, walk: Walk) -> None:
        seen: set[str] = set()
        for item in node.items:
            if isinstance(item, Scalar) and item.text in seen:
                walk.findings.add(words.SAME_TWICE, item, key=key, text=item.text[:60])
            elif isinstance(item, Scalar):
                seen.add(item.text)


def _refuse_as_list(node: Node, key: str, walk: Walk) -> None:
    start = node.text[:1] if isinstance(node, Scalar) and node.plain else ""
    fixed = f"- {node.text[1:41].strip()}" if isinstance(node, Scalar) else ""
    if start == "-":
        walk.findings.add(syntax_words.NO_SPACE_AFTER_DASH, node, fixed=fixed)
    elif start in {"–", "—", "•"}:
        walk.findings.add(syntax_words.LONG_DASH, node, fixed=fixed)
    else:
        walk.findings.add(words.NOT_A_LIST, node, key=key)


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from names to values of one kind."""

    name: Kind
    value: Kind
    or_word: str | None = None

    def check(self, node: Node, key: str, walk: Walk) -> None:
        if isinstance(node, Scalar) and self.or_word is not None and node.text == self.or_word:
            return
        if not isinstance(node, MapNode):
            walk.findings.add(words.NOT_A_MAP, node, key=key, known=key)
            return
        for name, entry in node.entries.items():
            self.name.check(entry.key, key, walk)
            if is_nothing(entry.value):
                walk.findings.add(words.NO_VALUE, entry.key, key=name, meaning="")
            else:
                self.value.check(entry.value, name, walk)


@dataclass(frozen=True, slots=True)
class Either:
    """A word alone, or else a value of another kind."""

    word: Kind
    other: Kind

    def check(self, node: Node, key: str, walk: Walk) -> None:
        kind = self.word if isinstance(node, Scalar) else self.other
        kind.check(node, key, walk)


@dataclass(frozen=True, slots=True)
class Condition:
    """`always`, or one of a closed list of tests."""

    tests: ClassVar[Mapping[str, Kind]] = {}
    """Filled once by the schema, since `all`, `any` and `not` hold conditions themselves."""

    def check(self, node: Node, key: str, walk: Walk) -> None:  # noqa: ARG002 - as every kind
        if isinstance(node, Scalar) and node.text == "always":
            return
        known = ", ".join(self.tests)
        if not isinstance(node, MapNode) or not node.entries:
            walk.findings.add(words.NOT_A_CONDITION, node, known=known)
            return
        if len(node.entries) > 1:
            walk.findings.add(words.ONE_CONDITION, node, count=len(node.entries))
        for name, entry in node.entries.items():
            self._check_test(name, entry.key, entry.value, walk)

    def _check_test(self, name: str, key: Scalar, value: Node, walk: Walk) -> None:
        test = self.tests.get(name)
        if test is None:
            unknown_key(key, self.tests, walk)
        elif is_nothing(value) or (isinstance(value, ListNode) and not value.items):
            walk.findings.add(words.EMPTY_CONDITION, key, key=name)
        else:
            test.check(value, name, walk)


def unknown_key(
    key: Scalar, known: Mapping[str, object], walk: Walk, elsewhere: str | None = None
) -> str | None:
    """Note a key that does not belong here; the nearest known one is given back."""
    name = key.text
    before, colon, after = name.partition(":")
    if colon and before in known:
        fixed = f"{before}: {after}"
        walk.findings.add(words.UNKNOWN_KEY_COLON, key, near=before, fixed=fixed)
        return before
    near = nearest(name[:60], known)
    if near is None:
        _unknown_without_near(key, known, walk, elsewhere)
        return None
    wording: Wording = words.UNKNOWN_KEY_NEAR
    if near == name.lower():
        wording = words.UNKNOWN_KEY_CASE
    elif elsewhere is not None:
        _unknown_without_near(key, known, walk, elsewhere)
        return None
    walk.findings.add(wording, key, key=name[:60], near=near)
    return near


def _unknown_without_near(
    key: Scalar, known: Mapping[str, object], walk: Walk, elsewhere: str | None
) -> None:
    name = key.text[:60]
    if elsewhere is not None:
        walk.findings.add(words.UNKNOWN_KEY_ELSEWHERE, key, key=name, parent=elsewhere)
    else:
        walk.findings.add(words.UNKNOWN_KEY, key, key=name, known=", ".join(known))
