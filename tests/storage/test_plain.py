"""What an export reads of a session is what the plain tables hold."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dilemmaspel.storage import opening
from dilemmaspel.storage.plain import plain_rows
from dilemmaspel.storage.tables import PLAIN_TABLES


@pytest.fixture(scope="module")
def ids(played_log: Path) -> list[str]:
    with closing(sqlite3.connect(played_log)) as conn:
        return [name for (name,) in conn.execute("SELECT id FROM sessions")]


def test_the_ballots_are_those_of_the_view(played_log: Path, ids: list[str]) -> None:
    order = (
        "round, CASE vote WHEN 'vote1' THEN 1 WHEN 'vote2' THEN 2 WHEN 'runoff' THEN 3 ELSE 4 END"
    )
    with opening.reading(played_log) as conn, closing(sqlite3.connect(played_log)) as plain:
        for name in ids:
            query = f"SELECT * FROM ballot_list WHERE session = ? ORDER BY {order}, number"
            shown = plain.execute(query, (name,)).fetchall()
            assert len(shown) > 300
            assert plain_rows(conn, name)["ballot_list"] == shown


def test_every_table_has_its_own_session_only(played_log: Path, ids: list[str]) -> None:
    with opening.reading(played_log) as conn:
        for name in ids:
            rows = plain_rows(conn, name)
            assert set(rows) == {*PLAIN_TABLES, "ballot_list"} - {"ballots"}
            (session,) = rows["sessions"]
            assert session[1] == name
            for table, found in rows.items():
                expected = name if table == "ballot_list" else session[0]
                assert {row[0] for row in found} <= {expected}


def test_a_session_that_is_not_there_has_no_rows(played_log: Path) -> None:
    with opening.reading(played_log) as conn:
        assert not any(plain_rows(conn, "gone").values())
