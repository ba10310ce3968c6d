"""Every table, column and event stands in `docs/log.md`, and nothing there is made up."""

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import fields
from io import StringIO
from pathlib import Path
from typing import get_args

import pytest

from dilemmaspel.game.events import Event, SessionStarted
from dilemmaspel.session import Session
from dilemmaspel.storage.command import run_sessions
from dilemmaspel.storage.log import LogFile
from dilemmaspel.storage.opening import APPLICATION_ID
from dilemmaspel.texts import Texts
from tests.session.room import a_start, ask

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "log.md").read_text(encoding="utf-8")
OWN = re.compile(r"sqlite_|_sqlite_")


def described() -> dict[str, list[str]]:
    sections = re.findall(r"^### `(\w+)`\n(.*?)(?=^#)", PAGE, re.MULTILINE | re.DOTALL)
    return {name: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) for name, text in sections}


def there(path: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(path)) as conn:
        found = conn.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        names = [name for (name,) in found if not OWN.match(name)]
        return {
            name: [row[1] for row in conn.execute(f"PRAGMA table_info({name})")] for name in names
        }


def test_every_table_and_column_is_described(log: LogFile) -> None:
    assert described() == there(log.path)


@pytest.mark.parametrize("kind", get_args(Event), ids=lambda kind: kind.__name__)
def test_every_event_is_described_with_its_fields(kind: type[Event]) -> None:
    row = re.search(rf"^\| `{kind.__name__}` \| .+ \| (.*) \|$", PAGE, re.MULTILINE)
    assert row is not None
    names = {field.name for field in fields(kind)}
    if kind is SessionStarted:
        names = names - {"scenario"} | {"scenario_sha256", "roles_sha256"}
    assert re.findall(r"`(\w+)`", row[1]) == sorted(names)


def test_the_mark_in_the_header_is_described() -> None:
    assert f"`application_id` {APPLICATION_ID}" in PAGE


def test_the_list_for_other_programs_is_described(log: LogFile, session: Session) -> None:
    ask(session, a_start())
    out = StringIO()
    run_sessions(log.path, out, Texts("en"), as_json=True)
    section = PAGE.split("## What `sessions --json` prints")[1]
    named = re.findall(r"`(\w+)`", section.split(" has ", 1)[1].split(", with the meaning")[0])
    assert [n for n in named if n not in {"open", "interrupted", "closed"}] == list(
        json.loads(out.getvalue())[0]
    )
