"""Sessions in a log, for the tests of reports and exports."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

from dilemmaspel.debrief.export.codebook import codebook
from dilemmaspel.debrief.export.plain import PlainSession, published
from dilemmaspel.simulate_command import Wish, run_simulate
from dilemmaspel.texts import Texts

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")


def simulated(folder: Path) -> Path:
    """A log with every flagship, played by 40."""
    path = folder / "log.sqlite"
    for name in FLAGSHIPS:
        wish = Wish(name, 40, 1, None, path, None, as_json=True)
        assert run_simulate(wish, StringIO(), StringIO(), Texts("en")) == 0
    return path


def rows_in(path: Path, query: str, *values: object) -> list[dict[str, Any]]:
    """What a query gives, as any program would read it."""
    with closing(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        return [dict(row) for row in conn.execute(query, values)]


def row(table: str, **cells: Any) -> tuple[Any, ...]:
    """A row of a table with these cells, the rest empty."""
    names = [column.name for column in codebook()[table].columns]
    assert set(cells) <= set(names)
    return tuple(cells.get(name) for name in names)


def ballot(role: str, choice: Any, vote: str = "vote1", seat: int = 1, **more: Any) -> Any:
    """A ballot of the first dilemma."""
    cells = {"count": 1, "heads": 1, "superseded": 0, "channel": "phone", "number": seat, **more}
    where = {"session": "s1", "dilemma": "d1", "round": 1, "attempt": 1}
    return row("ballot_list", **where, vote=vote, seat=seat, role=role, choice=choice, **cells)


def made(kind: str = "rollenspel", seed: int = 1, **tables: Sequence[Any]) -> PlainSession:
    """A session with these rows, made ready for an export."""
    settings = json.dumps({"smallest_group": 5, "local_contact": "Jo, 06"})
    names = [*codebook(), "personal_votes"]
    log: dict[str, Sequence[Any]] = dict.fromkeys(names, ())
    log["sessions"] = [row("sessions", session=1, id="s1", kind=kind, settings=settings)]
    return published("s1", "0a1b2c3d4e", {**log, **tables}, Random(seed))


def records(session: PlainSession, table: str) -> list[dict[str, Any]]:
    """The rows of a table by their columns."""
    names = [column.name for column in codebook()[table].columns]
    return [dict(zip(names, one, strict=True)) for one in session.tables[table]]
