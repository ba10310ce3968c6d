"""Tables: the twin of every figure, for the screen, a report and a file."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Protocol

from dilemmaspel.debrief.saying import Say


class Unit(StrEnum):
    """What the cells of a column are, so that a file can type them."""

    TEXT = "text"
    COUNT = "count"
    """Whole numbers of people, ballots or points."""
    SHARE = "share"
    """From 0 to 1, written as a percentage."""
    NUMBER = "number"
    """Any number, with `decimals`."""
    MONEY = "money"
    """Thousands of euros."""
    YEAR = "year"
    """A year of the game, from 0 (the start)."""
    FLAG = "flag"
    """Yes or no."""


Cell = None | str | bool | int | float | Fraction | Say
"""None is "–": not known, not defined, or hidden. Text (str) is somebody's own words, never
translated; a `Say` is ours and is."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, what it holds, and a stable English name for files."""

    name: str
    """Lower case with underscores, unique in its table: the head of a CSV and in the codebook."""
    head: Say | str
    unit: Unit = Unit.TEXT
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under typed columns, every row as long as the columns."""

    title: Say
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Say, ...] = ()
    """Small print: who was left out, what was hidden, that values are play values."""
    row_heads: int = 1
    """How many columns at the left name the row."""


class Figure(Protocol):
    """What every figure can do. Fields are its own; nothing in it is secret in its session."""

    key: ClassVar[str]
    """The name of this kind of figure in files, such as `shares`."""

    def title(self) -> Say:
        """What stands above it."""

    def sentence(self) -> Say:
        """What it shows, in one sentence; also when there is nothing to see."""

    def table(self) -> Table:
        """Give the same as a table."""
