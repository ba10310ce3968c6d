"""Erasing for good: the texts of a person, whole sessions, and both in every copy of the log.

What was said goes, and what proves that nothing else changed stays: the chain covers a hash of
each payload and not the payload. An event that is nothing but a text goes whole; of a ballot or
a decision only its words go, and the rest of its payload stands in `blanked` from then on.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dilemmaspel.session import StorageTrouble
from dilemmaspel.storage import opening, troubles
from dilemmaspel.storage.backup import copies_of
from dilemmaspel.storage.codec import Codec
from dilemmaspel.storage.migrations import upgrade
from dilemmaspel.storage.rebuilding import rebuild
from dilemmaspel.storage.tables import PLAIN_TABLES, Tables

TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "BallotCast": ("comment", "objection"),
    "NoteAdded": ("text",),
    "ArgumentAdded": ("text",),
    "ConditionAdded": ("text",),
    "AgreementAdded": ("what", "who", "when"),
    "DecisionTaken": ("reason", "text"),
    "OutcomeChosen": ("reason",),
    "ConsentAsked": ("text",),
    "Undone": ("reason",),
}
"""The fields of each kind of event that hold what somebody wrote."""

ONLY_TEXT: Final = frozenset({"NoteAdded", "ArgumentAdded", "ConditionAdded", "AgreementAdded"})
"""Events that are nothing without their text."""

_WITH_TEXT: Final = f"""
    SELECT e.seq, e.kind, CAST(coalesce(p.payload, b.payload) AS TEXT)
    FROM events e LEFT JOIN payloads p USING (seq) LEFT JOIN blanked b USING (seq)
    WHERE e.session = ? AND e.kind IN ({", ".join("?" * len(TEXTS))}) ORDER BY e.seq
"""  # noqa: S608 - marks for parameters only
_ONE: Final = """
    SELECT e.seq, e.kind, p.payload, p.key FROM events e JOIN payloads p USING (seq)
    WHERE e.session = ? AND e.chain = ?
"""
_BLANKED: Final = """
    SELECT e.session, e.chain, b.at FROM blanked b JOIN events e USING (seq) ORDER BY seq
"""
_OLD: Final = """
    SELECT s.id FROM sessions s LEFT JOIN heartbeats h ON h.session = s.id
    WHERE max(coalesce(h.last_seen, 0),
      (SELECT at FROM events e WHERE e.session = s.id ORDER BY seq DESC LIMIT 1)) < ?
      AND (s.closed_properly IS NOT NULL OR NOT ?)
    ORDER BY s.started_at
"""


@dataclass(frozen=True, slots=True)
class Text:
    """Something that somebody wrote in a session."""

    seq: int
    kind: str
    """The kind of its event."""
    seat: int | None
    role: str
    """Empty where no role is told."""
    dilemma: str
    words: str


def texts_of(conn: sqlite3.Connection, session: str) -> tuple[Text, ...]:
    """Everything that people wrote in a session, in its order."""
    found = conn.execute(_WITH_TEXT, (session, *TEXTS)).fetchall()
    made = (_text(seq, kind, json.loads(payload)) for seq, kind, payload in found if payload)
    return tuple(text for text in made if text.words)


def _text(seq: int, kind: str, record: Mapping[str, Any]) -> Text:
    parts = (str(record.get(field) or "").strip() for field in TEXTS[kind])
    seat = record.get("seat")
    return Text(
        seq=seq,
        kind=kind,
        seat=seat if isinstance(seat, int) else None,
        role=str(record.get("role") or ""),
        dilemma=str(record.get("dilemma") or ""),
        words=" · ".join(part for part in parts if part),
    )


def chains_of(conn: sqlite3.Connection, session: str, seqs: Iterable[int]) -> tuple[bytes, ...]:
    """The links of events: what names them in every copy of the log."""
    sql = "SELECT chain FROM events WHERE session = ? AND seq = ?"
    found = (conn.execute(sql, (session, seq)).fetchone() for seq in sorted(set(seqs)))
    return tuple(row[0] for row in found if row)


def older_than(
    conn: sqlite3.Connection, moment: int, *, closed_only: bool = False
) -> tuple[str, ...]:
    """Sessions in which nothing happened any more since a moment, the oldest first.

    With `closed_only` those that could still be resumed are left out.
    """
    return tuple(str(name) for (name,) in conn.execute(_OLD, (moment, closed_only)))


def erase_sessions(conn: sqlite3.Connection, sessions: Sequence[str], at: int) -> None:
    """Erase everything that was said and chosen in sessions; inside a transaction."""
    tables = Tables()
    for session in sessions:
        number = tables.number_of(conn, session)
        conn.execute("INSERT OR IGNORE INTO erasures VALUES (?, ?)", (session, at))
        for table in ("payloads", "blanked"):
            conn.execute(
                f"DELETE FROM {table} WHERE seq IN "  # noqa: S608 - names of our own tables
                "(SELECT seq FROM events WHERE session = ?)",
                (session,),
            )
        for table in ("heartbeats", "personal_pending", "exit_poll_seats"):
            conn.execute(f"DELETE FROM {table} WHERE session = ?", (session,))  # noqa: S608
        for table in PLAIN_TABLES:
            conn.execute(f"DELETE FROM {table} WHERE session = ?", (number,))  # noqa: S608


def blank(
    conn: sqlite3.Connection,
    path: Path,
    session: str,
    chains: Sequence[bytes],
    at: int,
    codec: Codec,
) -> int:
    """Take the texts out of events of a session, and make its tables anew; in a transaction.

    Returns how many events lost a text. One that has none, or lost it already, stays as it is.
    """
    done = 0
    for chain in chains:
        found = conn.execute(_ONE, (session, chain)).fetchone()
        if found is None or found[1] not in TEXTS:
            continue
        seq, kind, payload, key = found
        left = None if kind in ONLY_TEXT else _without_texts(kind, payload)
        conn.execute("INSERT INTO blanked VALUES (?, ?, ?, ?)", (seq, at, left, key))
        conn.execute("DELETE FROM payloads WHERE seq = ?", (seq,))
        done += 1
    if done:
        rebuild(conn, path, session, codec)
    return done


def _without_texts(kind: str, payload: str) -> str:
    record = json.loads(payload)
    record.update({field: "" for field in TEXTS[kind] if field in record})
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def follow_in_copies(log: Path, codec: Codec) -> tuple[Path, ...]:
    """Erase in every copy of the log what is erased in the log itself.

    Returns the copies that could not be cleaned: damaged ones, and those of another release.
    """
    with opening.reading(log) as conn:
        erased = conn.execute("SELECT session, at FROM erasures").fetchall()
        blanked = conn.execute(_BLANKED).fetchall()
    failed = []
    for copy in copies_of(log):
        try:
            _clean(copy, erased, blanked, codec)
        except (StorageTrouble, sqlite3.Error, OSError):
            failed.append(copy)
    return tuple(failed)


def _clean(
    copy: Path,
    erased: Sequence[tuple[str, int]],
    blanked: Sequence[tuple[str, bytes, int]],
    codec: Codec,
) -> None:
    opening.check_kind(copy)
    with closing(opening.writer(copy)) as conn:
        if not _has_any(conn, erased, blanked):
            return
        upgrade(conn)
        conn.execute("BEGIN IMMEDIATE")
        for session, at in erased:
            if _holds(conn, session):
                erase_sessions(conn, [session], at)
        for session, chain, at in blanked:
            blank(conn, copy, session, [chain], at, codec)
        conn.execute("COMMIT")
        conn.execute("VACUUM")
        if conn.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise troubles.damaged(copy)
        conn.execute("PRAGMA journal_mode=delete")
    with suppress(OSError):
        copy.with_name(copy.name + "-journal").unlink(missing_ok=True)


def _has_any(
    conn: sqlite3.Connection,
    erased: Sequence[tuple[str, int]],
    blanked: Sequence[tuple[str, bytes, int]],
) -> bool:
    if any(_holds(conn, session) for session, _ in erased):
        return True
    return any(conn.execute(_ONE, (session, chain)).fetchone() for session, chain, _ in blanked)


def _holds(conn: sqlite3.Connection, session: str) -> bool:
    """Whether anything of a session besides its chain is in a file."""
    asked = "SELECT 1 FROM payloads JOIN events USING (seq) WHERE session = ? LIMIT 1"
    in_tables = "SELECT 1 FROM sessions WHERE id = ?"
    return any(conn.execute(sql, (session,)).fetchone() for sql in (asked, in_tables))
