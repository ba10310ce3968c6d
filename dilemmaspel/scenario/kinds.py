"""The kinds of values a key can have; each checks a node and notes what does not fit.

A check also keeps, per kind of name, where names are given and used, so that the checks of
meaning need no walk of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar, Final, Protocol

from dilemmaspel.game.phases import PHASES
from dilemmaspel.scenario import schema_words as words
from dilemmaspel.scenario import syntax_words
from dilemmaspel.scenario.fields import EXACT, WHOLE
from dilemmaspel.scenario.findings import Findings, Spot, nearest
from dilemmaspel.scenario.nodes import ListNode, MapNode, Node, Scalar, is_nothing
from dilemmaspel.scenario.prose import check_sentences, word_count
from dilemmaspel.scenario.sheet import quoted
from dilemmaspel.scenario.walk import Walk, unknown_key

ID: Final = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_TRUTHS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("yes", "y", "on", "ja", "waar", "true"), "true"),
    **dict.fromkeys(("no", "n", "off", "nee", "onwaar", "false"), "false"),
}
_CLOCK: Final = re.compile(r"(?P<minutes>[0-9]{1,3}):(?P<seconds>[0-5][0-9])")
YES_NO: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


class Kind(Protocol):
    """What a value can be."""

    def check(self, node: Node, key: str, walk: Walk) -> None:
        """Note everything about the value of `key` that does not fit."""


def _scalar(node: Node, key: str, walk: Walk) -> Scalar | None:
    """The text of the value, or None after noting that it is none."""
    if isinstance(node, Scalar):
        return node
    if isinstance(node, ListNode):
        walk.findings.add(words.NOT_TEXT_BUT_LIST, node, key=key)
    elif (whole := _cut_at_a_colon(node, walk.findings)) is not None:
        name = next(iter(node.entries.values())).key
        fixed = walk.findings.corrected(node, whole, quoted(whole))
        place = Spot(name.line, name.column + len(name.text))
        walk.findings.add(syntax_words.COLON_IN_TEXT, place, fixed=fixed)
    else:
        walk.findings.add(words.NOT_TEXT_BUT_MAP, node, key=key)
    return None


def _cut_at_a_colon(node: MapNode, findings: Findings) -> str | None:
    """The text that became a key and a value by its own colon: `- Question: why now?`."""
    if len(node.entries) != 1:
        return None
    (entry,) = node.entries.values()
    value, line = entry.value, findings.lines[node.line - 1][node.column - 1 :]
    if not isinstance(value, Scalar) or value.line != node.line or not value.plain:
        return None
    end = value.column - node.column + len(value.text)
    is_whole = line.startswith(f"{entry.key.text}: ") and line[:end].endswith(value.text)
    return line[:end] if is_whole else None


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
        if scalar.plain and re.fullmatch(r"[+-]?0[0-9]{1,9}", scalar.text):
            fixed = walk.findings.corrected(scalar, text, str(int(text)))
            walk.findings.add(words.LEADING_ZERO, scalar, text=text, fixed=fixed)
            return
        if re.fullmatch(r"[+-]?[0-9]+", scalar.text) and len(scalar.text) > 9:
            values = {"key": key, "count": len(scalar.text), "low": self.low, "high": self.high}
            walk.findings.add(words.LONG_NUMBER, scalar, **values)
            return
        clock = _CLOCK.fullmatch(scalar.text)
        if clock is not None and key in PHASES:
            minutes = int(clock["minutes"]) + (int(clock["seconds"]) > 0)
            fixed = walk.findings.corrected(scalar, text, str(minutes))
            walk.findings.add(words.CLOCK_TIME, scalar, text=text, fixed=fixed)
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
        if scalar is None or (scalar.plain and scalar.text in {"true", "false"}):
            return
        meant = _TRUTHS.get(scalar.text.lower())
        if meant is None or not scalar.plain:
            walk.findings.add(words.NOT_TRUTH, scalar, key=key, text=scalar.text[:40])
        else:
            fixed = walk.findings.corrected(scalar, scalar.text, meant)
            walk.findings.add(words.NOT_TRUTH_NEAR, scalar, key=key, text=scalar.text, fixed=fixed)


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
            fixed = walk.findings.corrected(scalar, scalar.text, near)
            values = {"key": key, "text": text, "near": near, "fixed": fixed}
            walk.findings.add(words.NOT_A_CHOICE_NEAR, scalar, **values)
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
