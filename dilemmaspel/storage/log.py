"""The log of a laptop: one file with every session, written by one game at a time."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dilemmaspel.game.events import Event, is_ephemeral
from dilemmaspel.session import Entry, Loaded, StorageTrouble
from dilemmaspel.storage import archive, erasing, listing, opening, rebuilding, troubles
from dilemmaspel.storage.archive import KeptApart, SessionInfo
from dilemmaspel.storage.backup import copy_aside, rescue
from dilemmaspel.storage.chain import FIRST_LINK, SALT_BYTES, link, payload_hash
from dilemmaspel.storage.codec import Codec
from dilemmaspel.storage.listing import Query
from dilemmaspel.storage.lock import FileLock
from dilemmaspel.storage.migrations import upgrade
from dilemmaspel.storage.tables import Tables

Moment = Callable[[str], None]
"""Told at named moments of a save; tests break off there."""

_INSERT_EVENT: Final = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)"
_INSERT_PAYLOAD: Final = "INSERT INTO payloads VALUES (?, ?, ?, ?)"
_NEWEST: Final = "SELECT seq, chain FROM events ORDER BY seq DESC LIMIT 1"
_NEWEST_OF: Final = "SELECT chain FROM events WHERE session = ? ORDER BY seq DESC LIMIT 1"
_BEAT: Final = "INSERT INTO heartbeats VALUES (?, ?) ON CONFLICT DO UPDATE SET last_seen = ?"


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of the file."""

    seq: int
    chain: bytes


class _GoneError(Exception):
    """The file went away inside a transaction."""


class _Rows:
    """The rows of a batch, and the chain after it."""

    def __init__(self) -> None:
        self.events: list[tuple[int, str, int, str, int, bytes, bytes]] = []
        self.payloads: list[tuple[int, bytes, str, str | None]] = []
        self.heads: dict[str, bytes] = {}
        self.head: Head


class LogFile:
    """A `session.Log` in a file; one connection writes, every question opens its own.

    Safe to use from several threads. Whatever cannot be saved raises StorageTrouble and leaves
    the file as it was.
    """

    def __init__(self, path: Path, lock: FileLock, codec: Codec, moment: Moment) -> None:
        """Use `open_log`."""
        self.path = path
        self._lock = lock
        self._codec = codec
        self._moment = moment
        self._mutex = threading.Lock()
        self._tables = Tables()
        self._heads: dict[str, bytes] = {}
        self._lost: StorageTrouble | None = None
        self._rescue: Path | None = None
        self._running: set[str] = set()
        self._conn: sqlite3.Connection | None = opening.writer(path)
        self._identity = opening.identity(path)
        self._head = _head_of(self._conn)

    # ------------------------------------------------------------------ writing

    def append(self, entries: Sequence[Entry]) -> int:
        """Save all entries in one transaction; see `session.Log`."""
        with self._mutex:
            self._moment("before_append")
            self._check_file()
            rows = self._packed(entries)
            try:
                self._save(rows, entries)
            except _GoneError:
                self._check_file()
                raise troubles.gone(self.path, None) from None
            except (sqlite3.Error, OSError) as error:
                if not self._stands_there(rows.head, error):
                    raise troubles.trouble_of(error, self.path) from error
            self._moment("after_commit")
            first = self._head.seq + 1
            self._head = rows.head
            self._heads.update(rows.heads)
            self._running.add(entries[-1].after.session)
            self._check_file(saved=True)
            return first

    def beat(self, session: str, at: int) -> None:
        """Save that the program still lived; see `session.Log`."""
        with self._mutex:
            try:
                self._ready().execute(_BEAT, (session, at, at))
            except sqlite3.Error as error:
                raise troubles.trouble_of(error, self.path) from error

    def leave(self, session: str) -> None:
        """Count a session as interrupted, if it has no end; see `session.Log`."""
        with self._mutex:
            self._running.discard(session)

    def erase_sessions(self, sessions: Sequence[str], at: int) -> tuple[Path, ...]:
        """Erase what was said and chosen in sessions; their chains stay, and still verify.

        `at` is the moment in milliseconds. Refused while one of them is running. The copies of
        the log follow; those that could not be cleaned are returned.
        """
        self._refuse_running(sessions)
        with self.writing() as conn:
            erasing.erase_sessions(conn, sessions, at)
        return self._cleaned()

    def erase_texts(self, session: str, seqs: Iterable[int], at: int) -> tuple[Path, ...]:
        """Erase what somebody wrote in these events of a session; what was chosen stays.

        As `erase_sessions`: the chain still verifies, and the copies follow.
        """
        self._refuse_running((session,))
        with self.writing() as conn:
            chains = erasing.chains_of(conn, session, seqs)
            erasing.blank(conn, self.path, session, chains, at, self._codec)
        return self._cleaned()

    def _refuse_running(self, sessions: Sequence[str]) -> None:
        if self._running.intersection(sessions):
            raise troubles.still_running(self.path)

    def _cleaned(self) -> tuple[Path, ...]:
        """Leave nothing of what was erased in free pages, nor in any copy of the log."""
        with self._mutex:
            try:
                self._ready().execute("VACUUM")
            except sqlite3.Error as error:
                raise troubles.trouble_of(error, self.path) from error
        return erasing.follow_in_copies(self.path, self._codec)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction for what is no event of a running game: all of it is saved, or nothing.

        Raises StorageTrouble when it is not saved.
        """
        with self._mutex:
            self._check_file()
            conn = self._ready()
            try:
                conn.execute("BEGIN IMMEDIATE")
                if _head_of(conn) != self._head:
                    raise troubles.changed_elsewhere(self.path)
                yield conn
                conn.execute("COMMIT")
            except (sqlite3.Error, OSError) as error:
                self._roll_back(conn)
                raise troubles.trouble_of(error, self.path) from error
            except BaseException:
                self._roll_back(conn)
                raise
            self._tables.forget()
            self._heads.clear()
            self._head = _head_of(conn)

    def close(self) -> None:
        """Let go of the file; another game may open it now."""
        with self._mutex:
            self._disconnect()
            self._lock.release()

    def _packed(self, entries: Sequence[Entry]) -> _Rows:
        rows = _Rows()
        seq, chain = self._head.seq, self._head.chain
        salts = os.urandom(SALT_BYTES * len(entries))
        pack = self._codec.pack
        for place, entry in enumerate(entries):
            if is_ephemeral(entry.event):
                continue
            seq += 1
            session = entry.after.session
            packed = pack(entry.event)
            salt = salts[SALT_BYTES * place : SALT_BYTES * (place + 1)]
            hashed = payload_hash(salt, packed.payload.encode())
            before = rows.heads.get(session) or self._chain_of(session)
            chain = link(before, session, entry.at, packed.kind, packed.version, hashed)
            rows.heads[session] = chain
            rows.events.append((seq, session, entry.at, packed.kind, packed.version, hashed, chain))
            rows.payloads.append((seq, salt, packed.payload, entry.key))
        rows.head = Head(seq, chain)
        return rows

    def _chain_of(self, session: str) -> bytes:
        if session not in self._heads:
            found = self._ready().execute(_NEWEST_OF, (session,)).fetchone()
            self._heads[session] = found[0] if found else FIRST_LINK
        return self._heads[session]

    def _save(self, rows: _Rows, entries: Sequence[Entry]) -> None:
        conn = self._ready()
        try:
            conn.execute("BEGIN IMMEDIATE")
            if _head_of(conn) != self._head:
                raise troubles.changed_elsewhere(self.path)
            conn.executemany(_INSERT_EVENT, rows.events)
            conn.executemany(_INSERT_PAYLOAD, rows.payloads)
            self._moment("inside_transaction")
            self._tables.project(conn, entries)
            self._moment("before_commit")
            if opening.identity(self.path) != self._identity:
                raise _GoneError
            conn.execute("COMMIT")
        except BaseException:
            self._roll_back(conn)
            raise

    def _roll_back(self, conn: sqlite3.Connection) -> None:
        self._tables.forget()
        with suppress(sqlite3.Error):
            if conn.in_transaction:
                conn.execute("ROLLBACK")

    # ------------------------------------------------------------- the file itself

    def _ready(self) -> sqlite3.Connection:
        """The writing connection; a fresh one after trouble, if the file is still the same."""
        if self._conn is None:
            self._conn = opening.writer(self.path)
            self._tables.forget()
        return self._conn

    def _disconnect(self) -> None:
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _stands_there(self, head: Head, error: Exception) -> bool:
        """Whether a save that failed is in the file all the same, asked on a fresh handle."""
        if troubles.is_busy(error):
            return False
        self._disconnect()
        try:
            return _head_of(self._ready()) == head
        except (sqlite3.Error, StorageTrouble):
            return False

    def _check_file(self, *, saved: bool = False) -> None:
        """Refuse to answer for a file that was moved, deleted or replaced.

        SQLite goes on writing into a file that no name leads to. What was saved into it already
        cannot be taken back, so then this log is lost until the game starts again.
        """
        if self._lost is not None:
            raise self._lost
        if opening.identity(self.path) == self._identity:
            return
        trouble = troubles.gone(self.path, self._rescued())
        if saved:
            self._lost = trouble
        raise trouble

    def _rescued(self) -> Path | None:
        """Save a copy of what the open file holds, once."""
        if self._conn is not None and self._rescue is None:
            self._rescue = rescue(self._conn, self.path)
        return self._rescue

    # ------------------------------------------------------------------ reading

    @property
    def running(self) -> frozenset[str]:
        """The sessions that a game of this program has open."""
        return frozenset(self._running)

    def unfinished(self, most: int = 50) -> tuple[SessionInfo, ...]:
        """Real sessions that were never closed, the newest first."""
        query = Query(unfinished=True, practice=False)
        with opening.reading(self.path) as conn:
            return listing.page(conn, self._running, query, 0, most)

    def sessions(self) -> tuple[SessionInfo, ...]:
        """Every session in the file, the newest first; erased ones are left out."""
        with opening.reading(self.path) as conn:
            return archive.sessions(conn, self._running)

    def events(
        self, session: str, upto_seq: int | None = None
    ) -> Iterator[tuple[Event, int, str | None]]:
        """The events of a session with their moment and key, up to and with number `upto_seq`."""
        with opening.reading(self.path) as conn:
            rows = archive.rows(conn, session, upto_seq)
        return archive.unpacked(self.path, rows, self._codec)

    def load(self, session: str) -> Loaded:
        """Read a session back to go on with it, or to look at it."""
        with opening.reading(self.path) as conn:
            return archive.load(conn, self.path, session, self._codec)

    def last_seen(self, session: str) -> int:
        """When the program last lived with this session, in milliseconds since the epoch."""
        with opening.reading(self.path) as conn:
            return archive.last_seen(conn, session)

    def check_code(self, session: str) -> str:
        """Ten characters that change when anything in the session's events does."""
        with opening.reading(self.path) as conn:
            return archive.check_code(conn, self.path, session)

    def kept_apart(self, session: str) -> KeptApart:
        """What the debrief of a session needs from the plain tables."""
        with opening.reading(self.path) as conn:
            return archive.kept_apart(conn, session)

    def rebuild(self, session: str) -> None:
        """Make the plain tables of a session anew from its events."""
        with self.writing() as conn:
            rebuilding.rebuild(conn, self.path, session, self._codec)


def open_log(
    path: Path, *, codec: Codec | None = None, moment: Moment = lambda _name: None
) -> LogFile:
    """Open the log at `path` to write in it, and make it when it is not there yet.

    Raises StorageTrouble when it is no log, of a newer version, or in use. Call `close` after.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock.acquire(path)
    except OSError as error:
        raise troubles.cannot_open(path) from error
    try:
        _make_ready(path)
        return LogFile(path, lock, codec or Codec(), moment)
    except BaseException:
        lock.release()
        raise


def _make_ready(path: Path) -> None:
    """See that there is a log of this version; an older one is copied aside and upgraded."""
    if not path.exists():
        opening.create(path)
        return
    version = opening.check_kind(path)
    if version == opening.LOG_VERSION:
        return
    conn = opening.writer(path)
    try:
        copy_aside(conn, path, f"version-{version}")
        upgrade(conn)
    except sqlite3.Error as error:
        raise troubles.trouble_of(error, path) from error
    finally:
        conn.close()


def _head_of(conn: sqlite3.Connection) -> Head:
    found = conn.execute(_NEWEST).fetchone()
    return Head(*found) if found else Head(0, FIRST_LINK)
