"""What every table and column of an export is; made from `docs/` by `tools/codebook.py`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from dilemmaspel.paths import assets_dir
from dilemmaspel.texts import DEFAULT_LANGUAGE

FOLDER: Final = "export"
_ANY: Final = ("integer", "number", "string", "null")


class Kind(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    MOMENT = "moment"
    """Milliseconds since 1970, UTC."""
    DATA = "data"
    """JSON."""
    CHOICE = "choice"
    """An option id, a scale point, or JSON."""


JSON_TYPES: Final[Mapping[Kind, tuple[str, ...]]] = MappingProxyType(
    {
        Kind.TEXT: ("string", "null"),
        Kind.WHOLE: ("integer", "null"),
        Kind.NUMBER: ("number", "null"),
        Kind.MOMENT: ("integer", "null"),
        Kind.DATA: ("array", "object", "null"),
        Kind.CHOICE: ("array", "object", *_ANY),
    }
)
"""What a cell of each kind is in the JSON export."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in every form of the export, and what it holds."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class TableInfo:
    """A table: its name in every form of the export, its columns in order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

    def place(self, column: str) -> int:
        """Where a column stands in a row; an unknown name raises ValueError."""
        return [one.name for one in self.columns].index(column)


Codebook = Mapping[str, TableInfo]
"""Every table of an export by its name, in the order of the sheets."""


@cache
def codebook(language: str = DEFAULT_LANGUAGE) -> Codebook:
    """Return the codebook with its explanations in a language."""
    folder = assets_dir() / FOLDER
    shapes = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
    words = json.loads((folder / f"words.{language}.json").read_text(encoding="utf-8"))
    return MappingProxyType({name: _table(name, shapes[name], words[name]) for name in shapes})


def _table(name: str, kinds: Mapping[str, str], words: Mapping[str, str]) -> TableInfo:
    columns = (Column(column, Kind(kind), words[column]) for column, kind in kinds.items())
    return TableInfo(name, words["."], tuple(columns))
