"""Reading a log that somebody else made: nothing in it is believed before it was checked."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dilemmaspel.session import Entry, StorageTrouble
from dilemmaspel.storage import archive, first_release, opening, second_release, troubles
from dilemmaspel.storage.chain import Fault, Row, faults
from dilemmaspel.storage.codec import Codec
from dilemmaspel.texts import mark

LARGEST_VALUE: Final = 16 << 20
"""Bytes of one value in a file that is taken in."""
LONGEST_ID: Final = 200
LONGEST_CHOICE: Final = 2_000
MOST_EVENTS: Final = 1_000_000
"""Events of one session."""

_READ: Final = (
    "events",
    "payloads",
    "erasures",
    "heartbeats",
    "sessions",
    "personal_votes",
    "blanked",
)
_SESSIONS: Final = "SELECT session, count(*) FROM events GROUP BY session ORDER BY min(seq)"
_VOTES: Final = """
    SELECT v.dilemma, v.vote, v.attempt, v.value, v.differs_from_role
    FROM personal_votes v JOIN sessions s USING (session) WHERE s.id = ? ORDER BY v.rowid
"""
_FAULTS: Final = {
    Fault.LINK: mark("event {seq} was changed, or an event before it was taken away or put in"),
    Fault.PAYLOAD: mark("what event {seq} says was changed"),
    Fault.LEFT: mark("the texts of event {seq} were erased, but they are still there"),
    Fault.MISSING: mark("what event {seq} says is gone"),
}


class NotTakenError(Exception):
    """A file that is not taken in; `trouble` says why."""

    def __init__(self, trouble: StorageTrouble) -> None:
        super().__init__(str(trouble))
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Foreign:
    """A session of another log, checked and ready to be taken in."""

    session: str
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]
    """Its events with the states between them; none when it was erased."""
    erased_at: int | None
    """When it was erased there, in milliseconds since the epoch."""
    last_seen: int
    personal_votes: tuple[tuple[object, ...], ...] = ()
    blanked_at: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a session is not taken in: an English template and its values."""

    message: str
    values: dict[str, object] = field(default_factory=dict)


def refuse_itself(file: Path, log: Path) -> None:
    """Refuse a log that is to be merged into itself."""
    if opening.identity(file) is not None and opening.identity(file) == opening.identity(log):
        raise NotTakenError(troubles.same_file(file))


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a file as it lies there, to be read only; it is not touched in any way.

    Raises NotTakenError when it is no whole log of ours.
    """
    conn = None
    try:
        if not file.exists():
            raise NotTakenError(troubles.missing_file(file))
        if not file.is_file() or not opening.starts_like_sqlite(file):
            raise NotTakenError(troubles.wrong_file(file))
        if any(_waits(file, end) for end in ("-journal", "-wal")):
            raise NotTakenError(troubles.damaged_other(file))
        uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        conn = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        _careful(conn)
        _check(conn, file)
        yield conn
    except (sqlite3.Error, OSError, UnicodeDecodeError, OverflowError) as error:
        raise NotTakenError(troubles.damaged_other(file)) from error
    finally:
        if conn is not None:
            conn.close()


def _waits(file: Path, end: str) -> bool:
    """Whether a crash left something beside a file that still has to be put into it."""
    beside = file.with_name(file.name + end)
    return beside.exists() and beside.stat().st_size > 0


def _careful(conn: sqlite3.Connection) -> None:
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    for pragma in ("trusted_schema=0", "query_only=1", "cell_size_check=1", "mmap_size=0"):
        conn.execute(f"PRAGMA {pragma}")


def _check(conn: sqlite3.Connection, file: Path) -> None:
    """See that the file is a log, of a version we know, whole, and with our own tables."""
    (application,) = conn.execute("PRAGMA application_id").fetchone()
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    if application != opening.APPLICATION_ID or version < 1:
        raise NotTakenError(troubles.wrong_file(file))
    if version > opening.LOG_VERSION:
        raise NotTakenError(troubles.newer_file(file, version))
    there = {
        name: _one_line(sql)
        for kind, name, sql in conn.execute("SELECT type, name, sql FROM sqlite_master")
        if kind == "table"
    }
    if any(there.get(name) != sql for name, sql in _expected(version).items()):
        raise NotTakenError(troubles.wrong_file(file))
    if conn.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise NotTakenError(troubles.damaged_other(file))


def _expected(version: int) -> dict[str, str]:
    """How the tables that are read were made, per name."""
    made = [*first_release.TABLES, *first_release.PLAIN_TABLES]
    if version > 1:
        made += second_release.TABLES
    statements = [_one_line(statement) for statement in made]
    named = {one.split()[2]: one for one in statements if one.startswith("CREATE TABLE")}
    return {name: named[name] for name in _READ if name in named}


def _one_line(sql: str) -> str:
    return " ".join(sql.split())


def sessions_in(conn: sqlite3.Connection) -> tuple[str, ...]:
    """The sessions of a file, in the order in which they began."""
    found = conn.execute(_SESSIONS).fetchall()
    return tuple(str(name) for name, count in found if count <= MOST_EVENTS)


def read(conn: sqlite3.Connection, file: Path, session: str, codec: Codec) -> Foreign | Wrong:
    """Read one session and check it: its chain, its end, and that it can be played again."""
    if not session or len(session) > LONGEST_ID or not session.isprintable():
        return Wrong(mark("its id is not one of ours"))
    erased_at = _one(conn, "SELECT at FROM erasures WHERE session = ?", session)
    erased = erased_at is not None
    rows = tuple(archive.rows(conn, session))
    for row, fault in faults(rows, erased=erased):
        return Wrong(_FAULTS[fault], {"seq": row.seq})
    wrong = _wrong_order(rows)
    if wrong is not None:
        return wrong
    entries = () if erased else _played(file, rows, codec)
    if isinstance(entries, Wrong):
        return entries
    votes = tuple(conn.execute(_VOTES, (session,))) if not erased else ()
    if not all(_is_a_vote(vote) for vote in votes):
        return Wrong(mark("its personal votes are not of our kind"))
    seen = _one(conn, "SELECT last_seen FROM heartbeats WHERE session = ?", session)
    return Foreign(session, rows, entries, erased_at, seen or 0, votes, _blanked_at(conn, rows))


def _one(conn: sqlite3.Connection, sql: str, session: str) -> int | None:
    found = conn.execute(sql, (session,)).fetchone()
    return int(found[0]) if found else None


def _wrong_order(rows: tuple[Row, ...]) -> Wrong | None:
    if rows[0].kind != "SessionStarted":
        return Wrong(mark("the first event, {seq}, is no start"), {"seq": rows[0].seq})
    closes = [place for place, row in enumerate(rows) if row.kind == "SessionClosed"]
    if closes and closes[0] != len(rows) - 1:
        late = rows[closes[0] + 1].seq
        return Wrong(mark("event {seq} comes after the end of the session"), {"seq": late})
    return None


def _played(file: Path, rows: tuple[Row, ...], codec: Codec) -> tuple[Entry, ...] | Wrong:
    """Play the session again: a chain can be right around events that make no sense."""
    try:
        entries = tuple(archive.replayed(archive.unpacked(file, rows, codec)))
    except StorageTrouble as trouble:
        return Wrong(trouble.happened, dict(trouble.values))
    except Exception:  # noqa: BLE001 - whatever a stranger's events bring about is a no
        return Wrong(mark("it cannot be played again from its events"))
    if not entries or entries[-1].after.session != rows[0].session:
        return Wrong(mark("its events are of another session"))
    return entries


def _is_a_vote(vote: tuple[object, ...]) -> bool:
    dilemma, which, attempt, value, differs = vote
    fits = (
        value is None
        or isinstance(value, int)
        or (isinstance(value, str) and len(value) <= LONGEST_CHOICE)
    )
    named = isinstance(dilemma, str) and len(dilemma) <= LONGEST_ID
    return (
        named
        and which in ("vote1", "vote2")
        and isinstance(attempt, int)
        and fits
        and differs in (0, 1)
    )


def _blanked_at(conn: sqlite3.Connection, rows: tuple[Row, ...]) -> dict[int, int]:
    found: dict[int, int] = {}
    for row in rows:
        if row.blanked:
            with suppress(TypeError):
                sql = "SELECT at FROM blanked WHERE seq = ?"
                found[row.seq] = int(conn.execute(sql, (row.seq,)).fetchone()[0])
    return found
