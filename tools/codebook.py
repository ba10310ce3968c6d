"""Make the codebook of the exports, and the JSON Schema, from what `docs/` says of the log.

    python -m tools.codebook

The English words and the order come from the pages, what a cell is from the log itself. The Dutch
words stand in `assets/export/words.nl.json` and are written by hand.
"""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dilemmaspel.debrief.export.codebook import FOLDER, JSON_TYPES, Kind
from dilemmaspel.storage.opening import create
from dilemmaspel.storage.tables import PLAIN_TABLES

ROOT: Final = Path(__file__).resolve().parent.parent
ASSETS: Final = ROOT / "assets" / FOLDER
PAGES: Final = (ROOT / "docs" / "log.md", ROOT / "docs" / "exports.md")

_SECTION: Final = re.compile(r"^### `(\w+)`\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL)
_ROW: Final = re.compile(r"^\| `(\w+)` \| (.+) \|$", re.MULTILINE)
_REPLACED: Final = {"ballots": ("ballot_list", "answers"), "personal_votes": ("personal_totals",)}
_DATA: Final = frozenset({"settings", "options", "shares", "steps", "raw", "role_weighted"})
_AS_IN_BALLOTS: Final = "As in `ballots`."
_OF_NUMBERS: Final = "; `ballots.role` refers to it"
_OWN: Final = {
    "personal_totals": {"session": "INTEGER", "votes": "INTEGER", "differ": "INTEGER"},
    "answers": {"ballots": "INTEGER"},
}
"""What is no text in the tables that only an export has."""


def words() -> dict[str, dict[str, str]]:
    """The explanations in English: per table its own under ".", then per column."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    found = {name: _explained(text) for name, text in _SECTION.findall(pages)}
    return {
        name: {column: _own(found, column, text) for column, text in found[name].items()}
        for name in _names()
    }


def _explained(section: str) -> dict[str, str]:
    meaning = " ".join(section.split("\n|", 1)[0].split())
    return {".": meaning, **dict(_ROW.findall(section))}


def _own(found: dict[str, dict[str, str]], column: str, text: str) -> str:
    """Say in an export what elsewhere refers to a table that only the log has."""
    if text == _AS_IN_BALLOTS:
        text = found["ballots"][column]
    return text.replace(_OF_NUMBERS, "").replace("`ballots.", "`ballot_list.")


def kinds() -> dict[str, dict[str, str]]:
    """Per table the kind of every column."""
    types = _types()
    return {
        name: {
            column: _kind(name, column, types.get(name, {}).get(column, "TEXT"))
            for column in explained
            if column != "."
        }
        for name, explained in words().items()
    }


def _names() -> list[str]:
    return [name for table in PLAIN_TABLES for name in _REPLACED.get(table, (table,))]


def _types() -> dict[str, dict[str, str]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.sqlite"
        create(path)
        with closing(sqlite3.connect(path)) as conn:
            told = {
                name: {row[1]: row[2] for row in conn.execute(f"PRAGMA table_info({name})")}
                for name in _names()
            }
    return {**told, **_OWN, "ballot_list": {**_of_ballots(), "session": "TEXT"}}


def _of_ballots() -> dict[str, str]:
    whole = ("round", "number", "attempt", "seat", "count", "heads", "superseded", "confidence")
    return {"choice": "ANY", **dict.fromkeys(whole, "INTEGER")}


def _kind(table: str, column: str, declared: str) -> str:
    if column in _DATA and table in {"sessions", "decisions"}:
        return Kind.DATA
    if column == "at" or column.endswith("_at"):
        return Kind.MOMENT
    if declared == "ANY" or (table == "personal_totals" and column == "value"):
        return Kind.CHOICE
    return {"INTEGER": Kind.WHOLE, "REAL": Kind.NUMBER}.get(declared, Kind.TEXT)


def schema() -> dict[str, Any]:
    """The JSON Schema of the JSON export."""
    explained, told = words(), kinds()
    tables = {name: _rows(explained[name], told[name]) for name in told}
    session = _object(
        {"id": {"type": "string"}, "check_code": {"type": "string"}, "tables": _object(tables)}
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Sessions of Dilemmaspel",
        "description": "What `dilemmaspel report SESSION -o FILE.json` writes; docs/exports.md.",
        **_object(
            {
                "format": {"const": "dilemmaspel-sessions"},
                "version": {"const": 1},
                "app_version": {"type": "string"},
                "made_at": {"type": "string", "format": "date-time"},
                "method": {"type": "array", "items": {"type": "string"}},
                "sessions": {"type": "array", "items": session},
            }
        ),
    }


def _rows(explained: dict[str, str], told: dict[str, str]) -> dict[str, Any]:
    columns = {
        name: {"type": list(JSON_TYPES[Kind(kind)]), "description": explained[name]}
        for name, kind in told.items()
    }
    return {"type": "array", "description": explained["."], "items": _object(columns)}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def made() -> dict[str, str]:
    """Every file that this makes, by its name."""
    return {
        "tables.json": _text(kinds()),
        "words.en.json": _text(words()),
        "sessions.schema.json": _text(schema()),
    }


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the files."""
    ASSETS.mkdir(parents=True, exist_ok=True)
    for name, text in made().items():
        (ASSETS / name).write_text(text, encoding="utf-8")
    print(f"{len(kinds())} tables.")


if __name__ == "__main__":
    main()
