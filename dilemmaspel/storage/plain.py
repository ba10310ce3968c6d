"""The plain tables of one session, row by row, for who exports them."""

import sqlite3
from collections.abc import Mapping
from typing import Any, Final

from dilemmaspel.game.ballots import Vote
from dilemmaspel.storage.tables import PLAIN_TABLES
from dilemmaspel.storage.tablet import CHANNEL_NUMBERS, VOTE_NUMBERS

_NUMBER: Final = "SELECT session FROM sessions WHERE id = ?"
_BALLOTS: Final = "ballots"
_LIST: Final = """
    SELECT s.id, r.dilemma, b.round, b.vote, b.number, b.attempt, b.seat, o.role, b.choice,
      b.count, b.heads, b.channel, b.superseded,
      json_extract(b.extra, '$.confidence'), json_extract(b.extra, '$.value_card'),
      json_extract(b.extra, '$.comment'), json_extract(b.extra, '$.objection'),
      json_extract(b.extra, '$.prediction[0]'), json_extract(b.extra, '$.prediction[1]')
    FROM ballots b
    JOIN sessions s ON s.session = b.session
    JOIN rounds r ON r.session = b.session AND r.round = b.round
    JOIN roles o ON o.session = b.session AND o.number = b.role
    WHERE b.session = ? ORDER BY b.round, b.vote, b.number
"""
"""What the view `ballot_list` shows; where a schema is not trusted SQLite refuses the view."""

_VOTE, _CHANNEL = 3, 11
_VOTES: Final[Mapping[int, Vote]] = {number: vote for vote, number in VOTE_NUMBERS.items()}
_CHANNELS: Final = {number: channel for channel, number in CHANNEL_NUMBERS.items()}

Rows = list[tuple[Any, ...]]


def plain_rows(conn: sqlite3.Connection, session: str) -> Mapping[str, Rows]:
    """Every plain table of a session by its name; `ballot_list` in the place of `ballots`.

    Rows have the columns of `docs/log.md`, in the order of their keys. A session that is not in
    the log, or was erased, has none.
    """
    found = conn.execute(_NUMBER, (session,)).fetchone()
    number = found[0] if found else None
    tables = {name: _rows(conn, name, number) for name in PLAIN_TABLES if name != _BALLOTS}
    return {**tables, "ballot_list": [_in_words(row) for row in conn.execute(_LIST, (number,))]}


def _rows(conn: sqlite3.Connection, table: str, number: int | None) -> Rows:
    query = f"SELECT * FROM {table} WHERE session = ?"  # noqa: S608 - a name of ours
    return conn.execute(query, (number,)).fetchall()


def _in_words(row: tuple[Any, ...]) -> tuple[Any, ...]:
    cells = list(row)
    cells[_VOTE] = str(_VOTES[row[_VOTE]])
    cells[_CHANNEL] = str(_CHANNELS[row[_CHANNEL]])
    return tuple(cells)
