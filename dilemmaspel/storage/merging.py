"""Bringing the logs of several laptops together, one session and one transaction at a time.

A file that is taken in is somebody else's: it is opened to be read only and as it lies there, it
has to have our tables, and every session in it is checked and played again before anything of it
is saved. What is taken is the events; the plain tables are made anew from them.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from dilemmaspel.session import StorageTrouble
from dilemmaspel.storage import foreign, opening
from dilemmaspel.storage.backup import copy_aside
from dilemmaspel.storage.codec import Codec
from dilemmaspel.storage.erasing import blank
from dilemmaspel.storage.foreign import Foreign, NotTakenError
from dilemmaspel.storage.log import LogFile
from dilemmaspel.storage.rebuilding import project_anew, rebuild
from dilemmaspel.storage.tables import PLAIN_TABLES, Tables
from dilemmaspel.texts import Texts, mark


class Outcome(StrEnum):
    """What became of one session of a file."""

    ADDED = "added"
    """It was not here yet."""
    LONGER = "longer"
    """It went on on the other laptop: what came after is added."""
    SAME = "same"
    SHORTER = "shorter"
    """It went on here: nothing to take."""
    REPLACED = "replaced"
    """It went on on both; theirs has more events and stands here now, ours is kept aside."""
    KEPT = "kept"
    """It went on on both and ours has as many events or more, or theirs was erased: ours stays."""
    ERASED = "erased"
    """It was erased here, and does not come back."""
    REFUSED = "refused"
    """It, or the whole file, is not as it was written."""


TAKEN: Final = frozenset({Outcome.ADDED, Outcome.LONGER, Outcome.REPLACED})

_BLANKED: Final = """
    SELECT e.chain, b.at FROM blanked b JOIN events e USING (seq) WHERE e.session = ?
"""
_WORDS: Final = {
    Outcome.ADDED: mark("{session}: added"),
    Outcome.LONGER: mark("{session}: went on there, added what came after"),
    Outcome.SAME: mark("{session}: was here already"),
    Outcome.SHORTER: mark("{session}: went on here, nothing to add"),
    Outcome.REPLACED: mark(
        "{session}: went on on both laptops; the longer one is here now, the other in {aside}"
    ),
    Outcome.KEPT: mark("{session}: the one here stays; there it is shorter, or was erased"),
    Outcome.ERASED: mark("{session}: was erased here and stays erased"),
    Outcome.REFUSED: mark("{session}: not taken: {reason}"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One session that was looked at, or a whole file that was refused (`session` is empty)."""

    file: Path
    session: str
    outcome: Outcome
    done: int
    """Sessions of this file that were looked at so far."""
    whole: int
    reason: str = ""
    """Why the session was refused: an English template for `values`."""
    values: dict[str, object] = field(default_factory=dict)
    trouble: StorageTrouble | None = None
    """Why the file was refused."""

    @property
    def is_refused(self) -> bool:
        """Whether something was not as it was written."""
        return self.outcome is Outcome.REFUSED

    def text(self, t: Texts) -> str:
        """Say it in somebody's language."""
        if self.trouble is not None:
            return self.trouble.message_in(t)
        reason = t(self.reason, **self.values) if self.reason else ""
        aside = self.values.get("aside", "")
        return t(_WORDS[self.outcome], session=self.session, reason=reason, aside=aside)


def merging(log: LogFile, files: Sequence[Path], codec: Codec | None = None) -> Iterator[Step]:
    """Take in the sessions of other logs, and tell after each what became of it.

    Whoever stops asking stops the merge: each session is saved whole or not at all. A file or a
    session that is not as it was written is refused and the next one is looked at. Raises
    StorageTrouble when the log itself cannot be written.
    """
    reader = codec or Codec()
    for file in files:
        try:
            yield from _taking(log, file, reader)
        except NotTakenError as no:
            yield Step(file, "", Outcome.REFUSED, 0, 0, trouble=no.trouble)


def _taking(log: LogFile, file: Path, codec: Codec) -> Iterator[Step]:
    foreign.refuse_itself(file, log.path)
    with foreign.reading(file) as conn:
        names = foreign.sessions_in(conn)
        for done, session in enumerate(names, start=1):
            found = foreign.read(conn, file, session, codec)
            if isinstance(found, foreign.Wrong):
                yield Step(
                    file, session, Outcome.REFUSED, done, len(names), found.message, found.values
                )
                continue
            outcome, aside = _take(log, found, codec)
            values: dict[str, object] = {"aside": aside} if aside else {}
            yield Step(file, session, outcome, done, len(names), "", values)


def _take(log: LogFile, theirs: Foreign, codec: Codec) -> tuple[Outcome, Path | None]:
    """Save one session in one transaction, as far as it is new here."""
    aside = None
    outcome = _compare(log, theirs)
    if outcome is Outcome.REPLACED:
        with opening.reading(log.path) as conn:
            aside = copy_aside(conn, log.path, "merge")
    if outcome in TAKEN:
        with log.writing() as conn:
            blanked = conn.execute(_BLANKED, (theirs.session,)).fetchall()
            if outcome is Outcome.REPLACED:
                _remove(conn, theirs.session)
            _insert(conn, theirs)
            _project(conn, log.path, theirs, codec, whole=outcome is not Outcome.LONGER)
            for chain, at in blanked:  # texts that were erased here do not come back either
                blank(conn, log.path, theirs.session, [chain], at, codec)
    return outcome, aside


def _compare(log: LogFile, theirs: Foreign) -> Outcome:
    """Say what is new, by the links of the chain: equal links mean equal events."""
    with opening.reading(log.path) as conn:
        asked = "SELECT chain FROM events WHERE session = ? ORDER BY seq"
        ours = [chain for (chain,) in conn.execute(asked, (theirs.session,))]
        erased = conn.execute("SELECT 1 FROM erasures WHERE session = ?", (theirs.session,))
        if erased.fetchone():
            return Outcome.ERASED
    links = [row.chain for row in theirs.rows]
    shared = min(len(ours), len(links))
    if not ours:
        return Outcome.ADDED
    if ours == links:
        return Outcome.SAME
    if ours[:shared] == links[:shared] and len(links) == shared:
        return Outcome.SHORTER
    if theirs.erased_at is not None or len(links) <= len(ours):
        return Outcome.KEPT
    return Outcome.LONGER if ours == links[:shared] else Outcome.REPLACED


def _insert(conn: sqlite3.Connection, theirs: Foreign) -> None:
    """Write the events that are not here yet behind the last one, and what belongs to them."""
    known = {
        chain
        for (chain,) in conn.execute(
            "SELECT chain FROM events WHERE session = ?", (theirs.session,)
        )
    }
    (seq,) = conn.execute("SELECT coalesce(max(seq), 0) FROM events").fetchone()
    for row in theirs.rows:
        if row.chain in known:
            continue
        seq += 1
        event = (seq, row.session, row.at, row.kind, row.version, row.payload_hash, row.chain)
        conn.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", event)
        payload = None if row.payload is None else row.payload.decode()
        if row.blanked:
            blanked = (seq, theirs.blanked_at.get(row.seq, row.at), payload, row.key)
            conn.execute("INSERT INTO blanked VALUES (?, ?, ?, ?)", blanked)
        elif payload is not None:
            conn.execute(
                "INSERT INTO payloads VALUES (?, ?, ?, ?)", (seq, row.salt, payload, row.key)
            )
    if theirs.last_seen:
        conn.execute(
            "INSERT INTO heartbeats VALUES (?1, ?2) "
            "ON CONFLICT DO UPDATE SET last_seen = max(last_seen, ?2)",
            (theirs.session, theirs.last_seen),
        )


def _project(
    conn: sqlite3.Connection, path: Path, theirs: Foreign, codec: Codec, *, whole: bool
) -> None:
    """Make the plain tables of what was taken in; of an erased session there are none.

    What was taken `whole` was played already; else texts of its beginning may be erased here.
    """
    if theirs.erased_at is not None:
        conn.execute("INSERT INTO erasures VALUES (?, ?)", (theirs.session, theirs.erased_at))
        return
    if whole:
        project_anew(conn, theirs.session, theirs.entries)
    else:
        rebuild(conn, path, theirs.session, codec)
    _personal_votes(conn, theirs)


def _personal_votes(conn: sqlite3.Connection, theirs: Foreign) -> None:
    """Take over the personal votes too: nothing can make them anew."""
    number = Tables().number_of(conn, theirs.session)
    conn.execute("DELETE FROM personal_votes WHERE session = ?", (number,))
    conn.executemany(
        "INSERT INTO personal_votes VALUES (?, ?, ?, ?, ?, ?)",
        ((number, *vote) for vote in theirs.personal_votes),
    )


def _remove(conn: sqlite3.Connection, session: str) -> None:
    """Take the shorter of two logs of a session away: the only place where events go.

    The guards are lifted for it inside the transaction that puts the longer one in its place.
    """
    guards = conn.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN "
        "('events_no_delete', 'payloads_only_erased', 'blanked_only_erased')"
    ).fetchall()
    for name, _sql in guards:
        conn.execute(f"DROP TRIGGER {name}")
    number = Tables().number_of(conn, session)
    for table in PLAIN_TABLES:
        conn.execute(f"DELETE FROM {table} WHERE session = ?", (number,))  # noqa: S608
    for table in ("payloads", "blanked"):
        conn.execute(
            f"DELETE FROM {table} WHERE seq IN "  # noqa: S608 - names of our own tables
            "(SELECT seq FROM events WHERE session = ?)",
            (session,),
        )
    for table in ("heartbeats", "personal_pending", "exit_poll_seats", "events"):
        conn.execute(f"DELETE FROM {table} WHERE session = ?", (session,))  # noqa: S608
    for _name, sql in guards:
        conn.execute(sql)
