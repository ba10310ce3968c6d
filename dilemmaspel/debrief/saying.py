"""Sentences that are not in a language yet: an English message with its values.

Figures and tables are made once and read in the room, in a report and in a file, so they carry
messages; `said` puts one in the words of a reader.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Union

from dilemmaspel.texts import Texts


@dataclass(frozen=True, slots=True)
class Number:
    """A number inside a sentence, and with how many decimals it is written."""

    value: int | float | Fraction
    decimals: int = 0


Value = Union[str, int, Number, "Say"]
"""A word as it is, a whole number, a number with decimals, or a message of its own."""


@dataclass(frozen=True, slots=True)
class Say:
    """An English message of the catalogue, with the values of its {places}.

    `many` is the plural form, chosen by `n`; empty for a message without one.
    """

    message: str
    values: tuple[tuple[str, Value], ...] = ()
    many: str = ""
    n: int = 0


def say(message: str, **values: Value) -> Say:
    """Make a sentence of a message that was handed to `mark`."""
    return Say(message, tuple(values.items()))


def plural(one: str, many: str, n: int, **values: Value) -> Say:
    """Make a sentence whose form depends on `n`, which is {n} in it."""
    return Say(one, tuple(values.items()), many, n)


def said(t: Texts, what: Say | str) -> str:
    """Put a sentence in the reader's language; plain text stays as it is."""
    if isinstance(what, str):
        return what
    values = {name: _value(t, value) for name, value in what.values}
    if what.many:
        return t.plural(what.message, what.many, what.n, **values)
    return t(what.message, **values)


def _value(t: Texts, value: Value) -> str:
    if isinstance(value, Say):
        return said(t, value)
    if isinstance(value, Number):
        return t.number(value.value, value.decimals)
    return t.number(value) if isinstance(value, int) else value
