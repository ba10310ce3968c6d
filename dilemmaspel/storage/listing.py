"""The archive as a list: filtered, searched and sorted by SQLite, one page at a time."""

import sqlite3
from collections.abc import Container
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from dilemmaspel.storage.archive import SessionInfo, info_of


class Sort(StrEnum):
    """What the list can be sorted by."""

    DATE = "date"
    TITLE = "title"
    PROFILE = "profile"
    PEOPLE = "people"
    STATUS = "status"


_ORDER: Final = {
    Sort.DATE: "s.started_at",
    Sort.TITLE: "folded(s.scenario_title)",
    Sort.PROFILE: "s.profile",
    Sort.PEOPLE: "s.people",
    Sort.STATUS: "s.closed_properly IS NULL",
}
_PAGE: Final = """
    SELECT s.id, s.scenario_id, s.scenario_title, s.started_at, s.ended_at, s.phase,
      s.participants, s.people, s.practice, s.organisation, s.kind, s.profile,
      s.closed_properly,
      max(coalesce((SELECT last_seen FROM heartbeats h WHERE h.session = s.id), 0),
        (SELECT at FROM events e WHERE e.session = s.id ORDER BY seq DESC LIMIT 1))
    FROM sessions s JOIN (
      SELECT s.session, row_number() OVER () AS place FROM (
        SELECT s.session FROM sessions s WHERE {where}
        ORDER BY {order} {way}, s.session {way} LIMIT ? OFFSET ?
      ) s
    ) USING (session) ORDER BY place
"""
_COUNT: Final = "SELECT count(*) FROM sessions s WHERE {where}"
_PLACE: Final = """
    SELECT place - 1 FROM (
      SELECT id, row_number() OVER (ORDER BY {order} {way}, s.session {way}) AS place
      FROM sessions s WHERE {where}
    ) WHERE id = ?
"""
_SEARCHED: Final = "folded(s.scenario_title || ' ' || s.organisation || ' ' || s.region)"


@dataclass(frozen=True, slots=True)
class Query:
    """Which sessions are wanted, and in what order; what is empty asks nothing."""

    words: tuple[str, ...] = ()
    """Each has to stand somewhere in the title, the organisation or the region."""
    since: int | None = None
    """Milliseconds since the epoch, included."""
    until: int | None = None
    """Milliseconds since the epoch, not included."""
    theme: str = ""
    scenario: str = ""
    profile: str = ""
    organisation: str = ""
    practice: bool | None = None
    """Only rehearsals, only real sessions, or both (None)."""
    unfinished: bool = False
    """Only sessions that were never closed."""
    sort: Sort = Sort.DATE
    descending: bool = True

    @property
    def asks_nothing(self) -> bool:
        """Whether every session is wanted."""
        asked = (self.theme, self.scenario, self.profile, self.organisation, self.words)
        moments = self.since is not None or self.until is not None
        return not (any(asked) or moments or self.unfinished or self.practice is not None)


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to filter by, each in its order."""

    themes: tuple[str, ...] = ()
    scenarios: tuple[tuple[str, str], ...] = ()
    """(id, title)."""
    profiles: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    first: int = 0
    """When the oldest session began, in milliseconds since the epoch; 0 without sessions."""
    last: int = 0


def count(conn: sqlite3.Connection, query: Query) -> int:
    """How many sessions there are that fit."""
    where, values = _where(conn, query)
    return int(conn.execute(_COUNT.format(where=where), values).fetchone()[0])


def page(
    conn: sqlite3.Connection, running: Container[str], query: Query, offset: int, limit: int
) -> tuple[SessionInfo, ...]:
    """The sessions that fit, from the one at `offset` on; `running` are open in a game."""
    where, values = _where(conn, query)
    sql = _PAGE.format(where=where, order=_ORDER[query.sort], way=_way(query))
    return tuple(info_of(row, running) for row in conn.execute(sql, (*values, limit, offset)))


def place_of(conn: sqlite3.Connection, query: Query, session: str) -> int | None:
    """Where a session stands in the list, from 0; None when it does not fit."""
    where, values = _where(conn, query)
    sql = _PLACE.format(where=where, order=_ORDER[query.sort], way=_way(query))
    found = conn.execute(sql, (*values, session)).fetchone()
    return int(found[0]) if found else None


def choices(conn: sqlite3.Connection) -> Choices:
    """What occurs in the log."""

    def of(column: str) -> tuple[str, ...]:
        sql = f"SELECT DISTINCT {column} FROM sessions WHERE {column} <> ''"  # noqa: S608
        return tuple(sorted((str(value) for (value,) in conn.execute(sql)), key=str.casefold))

    sql = "SELECT scenario_id, max(scenario_title) FROM sessions GROUP BY 1"
    (first, last) = conn.execute("SELECT min(started_at), max(started_at) FROM sessions").fetchone()
    titles = sorted(conn.execute(sql), key=lambda row: str(row[1]).casefold())
    return Choices(
        themes=of("theme"),
        scenarios=tuple((str(name), str(title)) for name, title in titles),
        profiles=of("profile"),
        organisations=of("organisation"),
        first=int(first or 0),
        last=int(last or 0),
    )


def _way(query: Query) -> str:
    return "DESC" if query.descending else "ASC"


def _where(conn: sqlite3.Connection, query: Query) -> tuple[str, tuple[object, ...]]:
    """The condition in SQL with marks, and the values for them."""
    conn.create_function("folded", 1, _folded, deterministic=True)
    asked: list[tuple[str, object]] = [
        ("s.theme = ?", query.theme),
        ("s.scenario_id = ?", query.scenario),
        ("s.profile = ?", query.profile),
        ("s.organisation = ?", query.organisation),
    ]
    conditions = [(sql, value) for sql, value in asked if value]
    if query.since is not None:
        conditions.append(("s.started_at >= ?", query.since))
    if query.until is not None:
        conditions.append(("s.started_at < ?", query.until))
    if query.practice is not None:
        conditions.append(("s.practice = ?", int(query.practice)))
    if query.unfinished:
        conditions.append(("s.closed_properly IS NULL AND ?", 1))
    conditions += [(f"instr({_SEARCHED}, ?) > 0", word.casefold()) for word in query.words]
    where = " AND ".join(sql for sql, _ in conditions) or "1"
    return where, tuple(value for _, value in conditions)


def _folded(text: object) -> str:
    return str(text).casefold()
