"""The tables as JSON; the schema of what is written lies in `assets/export`."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from dilemmaspel.debrief.export.cells import unpacked
from dilemmaspel.debrief.export.codebook import FOLDER, codebook
from dilemmaspel.debrief.export.plain import PlainSession, Rows
from dilemmaspel.debrief.export.steps import Export, Steps
from dilemmaspel.paths import assets_dir
from dilemmaspel.placing import placing

FORMAT: Final = "dilemmaspel-sessions"
VERSION: Final = 1


def json_schema() -> Mapping[str, Any]:
    """The JSON Schema of what is written."""
    text = (assets_dir() / FOLDER / "sessions.schema.json").read_text(encoding="utf-8")
    schema: Mapping[str, Any] = json.loads(text)
    return schema


def write_json(path: Path, export: Export) -> Steps:
    """Write one JSON object, session by session; raises EnvironmentTrouble."""
    with placing(path) as fresh, fresh.open("w", encoding="utf-8") as file:
        yield from _write(file, export)


def _write(file: TextIO, export: Export) -> Steps:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "app_version": export.app_version,
        "made_at": export.made_at.isoformat(timespec="seconds"),
        "method": list(export.method),
    }
    file.write(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "sessions": [')
    for done, session in enumerate(export.sessions):
        yield (done, export.count)
        file.write(",\n" if done else "\n")
        json.dump(_record(session), file, ensure_ascii=False)
    file.write("\n]}\n")
    yield (export.count, export.count)


def _record(session: PlainSession) -> dict[str, Any]:
    tables = {name: _rows(name, rows) for name, rows in session.tables.items()}
    return {"id": session.id, "check_code": session.check_code, "tables": tables}


def _rows(table: str, rows: Rows) -> list[dict[str, object]]:
    columns = codebook()[table].columns
    return [
        {c.name: unpacked(c.kind, cell) for c, cell in zip(columns, row, strict=True)}
        for row in rows
    ]
