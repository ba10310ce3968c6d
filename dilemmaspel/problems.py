"""What can be wrong outside the game: in an author's file, or around the app.

A `Problem` is a value: it stands in a file, at a line and a column, and says how to mend it.
`EnvironmentTrouble` is raised: a disk, a port or a camera does not do what it should. Both carry
English templates, so that a person reads them in their own language.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypedDict

from dilemmaspel.texts import Texts, mark


class Level(StrEnum):
    """How bad a problem is: an error keeps a file out of the game, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


_LEVEL_WORDS: Mapping[Level, str] = {
    Level.ERROR: mark("Error"),
    Level.WARNING: mark("Warning"),
}

_TAB_WIDTH = 4
_WIDEST_EXCERPT = 100


class Word(str):
    """A value of a message that is itself translated, such as the meaning of a key."""

    __slots__ = ()


class ProblemRecord(TypedDict):
    """A problem as a plain record, for other programs."""

    file: str
    line: int
    column: int
    level: str
    code: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in an author's file; lines and columns count from 1."""

    file: str
    line: int
    column: int
    level: Level
    code: str
    message: str
    """What is wrong, as an English template."""
    mend: str
    """How to mend it, as an English template."""
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    excerpt: str = ""
    """The line of the file as it stands there."""

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be used because of it."""
        return self.level is Level.ERROR

    def message_in(self, texts: Texts) -> str:
        """Say what is wrong."""
        return texts(self.message, **_translated(self.values, texts))

    def mend_in(self, texts: Texts) -> str:
        """Say how to mend it."""
        return texts(self.mend, **_translated(self.values, texts))

    def text(self, texts: Texts) -> str:
        """Write where it is, what is wrong, the line with a caret under the spot, and the mend."""
        place = texts(
            mark("{file}, line {line}, column {column}"),
            file=self.file,
            line=self.line,
            column=self.column,
        )
        level = texts(_LEVEL_WORDS[self.level])
        lines = [f"{place}: {level}: {self.message_in(texts)}", *self.pointed_excerpt()]
        return "\n".join([*lines, f"  {self.mend_in(texts)}"])

    def as_record(self, texts: Texts) -> ProblemRecord:
        """Write it as a plain record with stable keys."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "level": self.level.value,
            "code": self.code,
            "message": self.message_in(texts),
            "mend": self.mend_in(texts),
        }

    def pointed_excerpt(self) -> list[str]:
        """Write the line of the file and a caret under the spot; nothing for an empty line."""
        if not self.excerpt.strip():
            return []
        start = max(0, self.column - 1 - _WIDEST_EXCERPT * 2 // 3)
        shown = self.excerpt[start : start + _WIDEST_EXCERPT]
        before = "".join(map(_drawn, shown[: self.column - 1 - start]))
        number = f"{self.line:>6} | "
        gap = " " * (len(number) - 2)
        return [
            number + "".join(map(_drawn, shown)),
            f"{gap}| {' ' * _width(before)}^",
        ]


class EnvironmentTrouble(Exception):
    """Something around the app fails: a disk, a port, a screen.

    It says what happened, whether anything is lost, and what the person can do now; each is an
    English template that `values` fill in.
    """

    def __init__(self, happened: str, lost: str, now: str, **values: object) -> None:
        super().__init__(happened.format(**values) if values else happened)
        self.happened = happened
        self.lost = lost
        self.now = now
        self.values: Mapping[str, object] = MappingProxyType(values)

    def message_in(self, texts: Texts) -> str:
        """Say in at most a few sentences what happened, what is lost, and what to do."""
        values = _translated(self.values, texts)
        parts = (self.happened, self.lost, self.now)
        return " ".join(texts(part, **values) for part in parts if part)


def reason_of(error: OSError) -> str:
    """Give the system's own word for what went wrong; without one the kind of error."""
    return error.strerror or type(error).__name__


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order the problems of one file by place, and leave out what is said twice."""
    by_what_they_say = {_identity(one): one for one in problems}
    return tuple(sorted(by_what_they_say.values(), key=lambda one: (one.line, one.column)))


def _identity(problem: Problem) -> tuple[object, ...]:
    said = tuple(sorted((name, str(value)) for name, value in problem.values.items()))
    return (problem.file, problem.line, problem.column, problem.code, said)


def _translated(values: Mapping[str, object], texts: Texts) -> dict[str, object]:
    return {
        name: texts(value) if isinstance(value, Word) else value for name, value in values.items()
    }


def _drawn(character: str) -> str:
    """What a terminal can show safely in the place of a character of a strange file."""
    if character == "\t":
        return " " * _TAB_WIDTH
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _width(text: str) -> int:
    """How many columns a terminal takes for the text: wide letters take two, accents none."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )
