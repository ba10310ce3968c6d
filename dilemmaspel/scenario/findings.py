"""Collecting what is wrong with one file."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final, Protocol

from dilemmaspel.problems import Level, Problem, sorted_problems

LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line for the parser, so that line numbers are the same everywhere."""


_WIDEST_LINE: Final = 90
_AROUND: Final = 30


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for one kind of problem: English templates, translated when shown."""

    code: str
    message: str
    mend: str
    level: Level = Level.ERROR


class Place(Protocol):
    """Anything that knows where it stands in the file, counted from 1."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of its own, for what no node stands for."""

    line: int
    column: int


TOP = Spot(1, 1)


class Findings:
    """The problems of one file, in the order they are found."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._found: list[Problem] = []
        self._settled: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file without their ends."""
        return LINE_END.split(self.text)

    @property
    def has_errors(self) -> bool:
        """Whether something was found that keeps the file out of the game."""
        return any(one.is_error for one in self._found)

    @property
    def count(self) -> int:
        """How many problems were found so far."""
        return len(self._found)

    def has_line(self, line: int) -> bool:
        """Whether something was found on a line already."""
        return any(one.line == line for one in self._found)

    def settle(self) -> None:
        """Let what is wrong so far be all that is wrong at those very places.

        Called when the file is read: a value that could not be read makes no sense either, and
        one problem at a spot is enough.
        """
        self._settled = frozenset((one.line, one.column) for one in self._found if one.is_error)

    def corrected(self, place: Place, old: str, new: str) -> str:
        """The line with a word at the place changed; of a long line only the part around it."""
        line = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        at = line.find(old, place.column - 1)
        if at < 0:
            return new
        before, after = line[:at].lstrip(), line[at + len(old) :].rstrip()
        if len(before) + len(new) + len(after) > _WIDEST_LINE:
            before = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
            after = after if len(after) <= _AROUND else f"{after[:_AROUND]}…"
        return f"{before}{new}{after}"

    def add(self, wording: Wording, place: Place, **values: object) -> None:
        """Note a problem at a place."""
        line, column = place.line, place.column
        if line > len(self.lines):  # the parser puts what is missing at the end below it
            line = len(self.lines)
            column = len(self.lines[-1]) + 1
        if (line, column) in self._settled:
            return
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        self._found.append(
            Problem(
                file=self.file,
                line=line,
                column=column,
                level=wording.level,
                code=wording.code,
                message=wording.message,
                mend=wording.mend,
                values=MappingProxyType(values),
                excerpt=excerpt,
            )
        )

    def take(self, other: "Findings") -> None:
        """Add what was found in the same file elsewhere."""
        self._found.extend(other._found)  # noqa: SLF001 - the same class

    def problems(self) -> tuple[Problem, ...]:
        """Everything that was found, by line, each once."""
        return sorted_problems(self._found)


def nearest(name: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The known name that looks most like this one, or None when none comes close."""
    from difflib import get_close_matches  # only a file with a mistake needs it

    by_lower = {one.lower(): one for one in known}
    same: Callable[[str], str] = lambda text: text.lower().replace("-", "_")  # noqa: E731
    alike = next((one for lower, one in by_lower.items() if same(lower) == same(name)), None)
    if alike is not None:
        return alike
    close = get_close_matches(name.lower(), by_lower, n=1, cutoff=cutoff)
    return by_lower[close[0]] if close else None
