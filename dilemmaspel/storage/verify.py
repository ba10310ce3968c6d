"""Checking a log: is every event as it was written, and do the tables equal the events."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dilemmaspel.game.advancing import written_counts
from dilemmaspel.game.events import VoteClosed
from dilemmaspel.session import Entry, StorageTrouble
from dilemmaspel.storage import archive, opening
from dilemmaspel.storage.chain import Fault, Row, check_code, faults
from dilemmaspel.storage.codec import Codec
from dilemmaspel.storage.migrations import upgrade
from dilemmaspel.storage.tables import REBUILT_TABLES, Tables
from dilemmaspel.texts import Texts, mark

_FAULTS: Final = {
    Fault.LINK: mark("event {seq} was changed, or an event before it was taken away or put in"),
    Fault.PAYLOAD: mark("what event {seq} says was changed"),
    Fault.LEFT: mark("the texts of event {seq} were erased, but they are still there"),
    Fault.MISSING: mark("what event {seq} says is gone"),
}
_CLOSE: Final = "SessionClosed"
_START: Final = "SessionStarted"

_LISTED: Final = "SELECT session, min(seq) FROM events GROUP BY session ORDER BY 2"
_ERASED: Final = "SELECT session FROM erasures"
_LOOSE_PAYLOADS: Final = "SELECT seq FROM payloads WHERE seq NOT IN (SELECT seq FROM events)"
_LOOSE_SESSIONS: Final = "SELECT id FROM sessions WHERE id NOT IN (SELECT session FROM events)"

_TABLES: Final = "SELECT name FROM sqlite_master WHERE type = 'table'"

Progress = Callable[[int, int], None]
"""Told after each session: how many are done, of how many."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where; `session` is empty for the file as a whole."""

    session: str
    message: str
    """An English template for `values`."""
    values: dict[str, object] = field(default_factory=dict)

    def text(self, t: Texts) -> str:
        """Say it in somebody's language."""
        said = t(self.message, **self.values)
        return f"{self.session}: {said}" if self.session else said


@dataclass(frozen=True, slots=True)
class Checked:
    """One session that was looked at."""

    session: str
    events: int
    code: str
    """The check code that its closing page and its report show."""
    erased: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    path: Path
    sessions: tuple[Checked, ...]
    findings: tuple[Finding, ...]

    @property
    def is_fine(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def verify(path: Path, progress: Progress | None = None, codec: Codec | None = None) -> Report:
    """Check a whole log; changes nothing in it, and may run beside the game.

    Raises StorageTrouble when the file cannot be read as a log at all.
    """
    opening.check_kind(path)
    with opening.reading(path) as conn:
        conn.text_factory = _lenient
        return _Check(path, conn, codec or Codec()).run(progress)


def _lenient(text: bytes) -> str:
    """Text that a damaged disk made unreadable still has to be told about."""
    return text.decode(errors="replace")


class _Check:
    def __init__(self, path: Path, conn: sqlite3.Connection, codec: Codec) -> None:
        self._path = path
        self._conn = conn
        self._codec = codec
        self._checked: list[Checked] = []
        self._findings: list[Finding] = []

    def run(self, progress: Progress | None) -> Report:
        try:
            self._check_file()
            names = [name for name, _ in self._conn.execute(_LISTED).fetchall()]
            erased = {name for (name,) in self._conn.execute(_ERASED)}
            for done, name in enumerate(names, start=1):
                self._check_session(name, erased=name in erased)
                if progress is not None:
                    progress(done, len(names))
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._find(
                "", mark("the file cannot be read any further ({reason})"), reason=str(error)
            )
        return Report(self._path, tuple(self._checked), tuple(self._findings))

    def _find(self, session: str, message: str, **values: object) -> None:
        self._findings.append(Finding(session, message, values))

    def _check_file(self) -> None:
        for (verdict,) in self._conn.execute("PRAGMA integrity_check(5)"):
            if verdict != "ok":
                self._find("", mark("SQLite finds the file damaged ({reason})"), reason=verdict)
        for (seq,) in self._conn.execute(_LOOSE_PAYLOADS):
            self._find("", mark("event {seq} is gone, what it said is not"), seq=seq)
        for (name,) in self._conn.execute(_LOOSE_SESSIONS):
            self._find(name, mark("the tables have this session, the events do not"))

    def _check_session(self, session: str, *, erased: bool) -> None:
        found = archive.rows(self._conn, session)
        before = len(self._findings)
        for row, fault in faults(found, erased=erased):
            self._find(session, _FAULTS[fault], seq=row.seq)
        self._check_ends(session, found)
        if erased:
            self._check_erased(session, found)
        elif len(self._findings) == before:
            self._check_tables(session, found)
        code = check_code(found[-1].chain)
        self._checked.append(Checked(session, len(found), code, erased))

    def _check_ends(self, session: str, found: list[Row]) -> None:
        if found[0].kind != _START:
            self._find(session, mark("the first event, {seq}, is no start"), seq=found[0].seq)
        closes = [place for place, row in enumerate(found) if row.kind == _CLOSE]
        if closes and closes[0] != len(found) - 1:
            late = found[closes[0] + 1].seq
            self._find(session, mark("event {seq} comes after the end of the session"), seq=late)

    def _check_erased(self, session: str, found: list[Row]) -> None:
        left = [row.seq for row in found if row.payload is not None]
        if left:
            self._find(session, mark("erased, but event {seq} still says something"), seq=left[0])

    def _check_tables(self, session: str, found: list[Row]) -> None:
        number = Tables().number_of(self._conn, session)
        if number is None:
            self._find(session, mark("the tables do not have this session"))
            return
        try:
            events = archive.unpacked(self._path, found, self._codec)
            entries = self._counted(session, archive.replayed(events))
            with closing(_rebuilt(session, number, entries)) as fresh:
                self._compare(session, number, fresh)
        except StorageTrouble as trouble:
            self._find(session, trouble.happened, **trouble.values)

    def _counted(self, session: str, entries: Iterator[Entry]) -> Iterator[Entry]:
        """Hand the entries on, and see that every vote adds up to what its close says.

        A ballot whose texts were erased is no longer held by the chain itself, but by this.
        """
        for entry in entries:
            event = entry.event
            if isinstance(event, VoteClosed):
                result = entry.after.flow.results[event.dilemma, event.vote]
                if _sum(event) != (dict(written_counts(result)), result.valid, result.abstained):
                    self._find(
                        session,
                        mark("the ballots of {vote} in {dilemma} do not add up to its count"),
                        vote=event.vote.value,
                        dilemma=event.dilemma,
                    )
            yield entry

    def _compare(self, session: str, number: int, fresh: sqlite3.Connection) -> None:
        there = {name for (name,) in self._conn.execute(_TABLES)}
        for table in REBUILT_TABLES:
            if table not in there:
                continue  # a log of an older release that was not upgraded
            have, want = _rows(self._conn, table, number), _rows(fresh, table, number)
            if have != want:
                odd = next(iter(have ^ want))
                self._find(
                    session,
                    mark("table {table} does not equal the events, for one: {row}"),
                    table=table,
                    row=odd,
                )


def _sum(event: VoteClosed) -> tuple[dict[str, str], int, int]:
    return dict(event.counts), event.valid, event.abstained


def _rebuilt(session: str, number: int, entries: Iterator[Entry]) -> sqlite3.Connection:
    """The tables of a session, made anew in memory."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    upgrade(conn)
    Tables().rebuild(conn, session, entries, number)
    return conn


def _rows(conn: sqlite3.Connection, table: str, number: int) -> set[tuple[object, ...]]:
    return set(conn.execute(f"SELECT * FROM {table} WHERE session = ?", (number,)))  # noqa: S608
