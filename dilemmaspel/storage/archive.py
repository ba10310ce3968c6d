"""Questions to a log: which sessions, which events, and what they fold to."""

import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.debrief_events import SeatPolled
from dilemmaspel.game.events import Event, PersonalVoteKept
from dilemmaspel.game.evolve import evolve
from dilemmaspel.game.ids import DilemmaId, RoleId, SeatId
from dilemmaspel.game.state import State
from dilemmaspel.session import Entry, Loaded, Receipt
from dilemmaspel.storage import chain, troubles
from dilemmaspel.storage.chain import Row, faults
from dilemmaspel.storage.codec import Codec, Packed, PayloadError
from dilemmaspel.storage.shapes import parsed

_ROWS: Final = """
    SELECT e.seq, e.session, e.at, e.kind, e.version, e.payload_hash, e.chain,
      p.salt, CAST(coalesce(p.payload, b.payload) AS BLOB), coalesce(p.key, b.key),
      b.seq IS NOT NULL
    FROM events e LEFT JOIN payloads p USING (seq) LEFT JOIN blanked b USING (seq)
    WHERE e.session = ? AND e.seq <= ? ORDER BY e.seq
"""
_ROWS_FIRST: Final = """
    SELECT e.seq, e.session, e.at, e.kind, e.version, e.payload_hash, e.chain,
      p.salt, CAST(p.payload AS BLOB), p.key, 0
    FROM events e LEFT JOIN payloads p USING (seq)
    WHERE e.session = ? AND e.seq <= ? ORDER BY e.seq
"""
_SESSIONS: Final = """
    SELECT s.id, s.scenario_id, s.scenario_title, s.started_at, s.ended_at, s.phase,
      s.participants, s.people, s.practice, s.organisation, s.kind, s.profile,
      s.closed_properly,
      max(coalesce(h.last_seen, 0),
        (SELECT at FROM events e WHERE e.session = s.id ORDER BY seq DESC LIMIT 1))
    FROM sessions s LEFT JOIN heartbeats h ON h.session = s.id
    ORDER BY s.started_at DESC, s.session DESC
"""
_LAST_SEEN: Final = """
    SELECT * FROM (SELECT at FROM events WHERE session = ?1 ORDER BY seq DESC LIMIT 1)
    UNION ALL SELECT last_seen FROM heartbeats WHERE session = ?1
"""
_ERASED: Final = "SELECT 1 FROM erasures WHERE session = ?"
_UNCLOSED: Final = """
    SELECT id FROM sessions s WHERE closed_properly IS NULL
    ORDER BY (SELECT max(seq) FROM events e WHERE e.session = s.id) DESC LIMIT 1
"""
_PENDING: Final = """
    SELECT dilemma, seat, value FROM personal_pending WHERE session = ? ORDER BY seat
"""
_SEATS: Final = "SELECT seat FROM exit_poll_seats WHERE session = ? ORDER BY seat"
_PERSONAL: Final = """
    SELECT p.dilemma, p.differs_from_role FROM personal_votes p JOIN sessions s USING (session)
    WHERE s.id = ? AND p.attempt = (
      SELECT max(attempt) FROM personal_votes o
      WHERE o.session = p.session AND o.dilemma = p.dilemma AND o.vote = p.vote
    )
    ORDER BY p.dilemma, p.differs_from_role
"""
_SHARED: Final = """
    SELECT r.dilemma, i.role, i.at FROM info_shared i JOIN sessions s USING (session)
    JOIN rounds r ON r.session = i.session AND r.round = i.round
    WHERE s.id = ?
"""
_LAST: Final = 1 << 62


class Status(StrEnum):
    """How a session stands in the log."""

    OPEN = "open"
    """A running game has it."""
    INTERRUPTED = "interrupted"
    """It can be resumed."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class SessionInfo:
    """One line of the archive; moments in milliseconds since the epoch."""

    id: str
    status: Status
    scenario_id: str
    scenario_title: str
    started_at: int
    ended_at: int | None
    last_seen: int
    phase: str
    participants: int
    """Seats that were ever taken."""
    people: int
    """People behind them: a table is one seat."""
    practice: bool
    organisation: str
    kind: str
    profile: str


def sessions(conn: sqlite3.Connection, running: Container[str]) -> tuple[SessionInfo, ...]:
    """Every session, the newest first; `running` are those that a game has open."""
    return tuple(info_of(row, running) for row in conn.execute(_SESSIONS))


def info_of(row: tuple[object, ...], running: Container[str]) -> SessionInfo:
    """One line of the archive, from its columns; `running` are open in a game."""
    name, scenario, title, started, ended, phase, seats, people, practice, place, *rest = row
    kind, profile, closed, last_seen = rest
    status = Status.OPEN if name in running else Status.INTERRUPTED
    return SessionInfo(
        id=str(name),
        status=Status.CLOSED if closed is not None else status,
        scenario_id=str(scenario),
        scenario_title=str(title),
        started_at=_number(started),
        ended_at=None if ended is None else _number(ended),
        last_seen=_number(last_seen),
        phase=str(phase),
        participants=_number(seats),
        people=_number(people),
        practice=bool(practice),
        organisation=str(place),
        kind=str(kind),
        profile=str(profile),
    )


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def rows(conn: sqlite3.Connection, session: str, upto_seq: int | None = None) -> list[Row]:
    """The events of a session as they lie there, all read at once so that nobody waits."""
    (version,) = conn.execute("PRAGMA user_version").fetchone()
    asked = _ROWS_FIRST if version == 1 else _ROWS  # of a log that was not upgraded
    found = conn.execute(asked, (session, _LAST if upto_seq is None else upto_seq))
    return [Row(*row) for row in found]


def unpacked(
    path: Path, found: Sequence[Row], codec: Codec
) -> Iterator[tuple[Event, int, str | None]]:
    """Read events one by one, without those that were erased.

    Raises StorageTrouble at the first that is not as it was written.
    """
    for row, _fault in faults(found):
        raise troubles.changed_event(path, row.seq)
    for row in found:
        if row.blanked and row.payload is None:
            continue
        payload = (row.payload or b"").decode(errors="replace")
        try:
            event = codec.unpack(Packed(row.kind, row.version, payload))
        except PayloadError as error:
            raise troubles.unreadable_event(path, row.seq) from error
        yield event, row.at, row.key


def newest_unclosed(conn: sqlite3.Connection) -> frozenset[str]:
    """The session without an end that something happened in last, if there is one."""
    return frozenset(str(name) for (name,) in conn.execute(_UNCLOSED))


def replayed(events: Iterator[tuple[Event, int, str | None]]) -> Iterator[Entry]:
    """Play events again, with the state before and after each."""
    state: State | None = None
    for event, at, key in events:
        after = evolve(state, event, at)
        yield Entry(event, at, key, state, after)
        state = after


def is_erased(conn: sqlite3.Connection, session: str) -> bool:
    """Whether the session was in the log and was erased on purpose."""
    return conn.execute(_ERASED, (session,)).fetchone() is not None


def load(conn: sqlite3.Connection, path: Path, session: str, codec: Codec) -> Loaded:
    """Fold a session, with what is kept beside the chain and the receipts it gave."""
    if is_erased(conn, session):
        raise troubles.erased_session(path)
    found = rows(conn, session)
    state: State | None = None
    for event, at, _key in unpacked(path, found, codec):
        state = evolve(state, event, at)
    if state is None:
        raise troubles.unknown_session(path, session)
    at = found[-1].at
    beside: list[Event] = [*_pending(conn, session), *_polled(conn, session)]
    for kept in beside:
        state = evolve(state, kept, at)
    return Loaded(state, _receipts(found), found[-1].seq, at, last_seen(conn, session))


def _pending(conn: sqlite3.Connection, session: str) -> list[PersonalVoteKept]:
    return [
        PersonalVoteKept(DilemmaId(dilemma), SeatId(seat), parsed(Choice, value))
        for dilemma, seat, value in conn.execute(_PENDING, (session,))
    ]


def _polled(conn: sqlite3.Connection, session: str) -> list[SeatPolled]:
    return [SeatPolled(SeatId(seat)) for (seat,) in conn.execute(_SEATS, (session,))]


def _receipts(found: Sequence[Row]) -> Mapping[str, Receipt]:
    return {row.key: Receipt(row.seq, row.at, row.key) for row in found if row.key is not None}


def last_seen(conn: sqlite3.Connection, session: str) -> int:
    """When the program last lived with a session, in milliseconds since the epoch; 0 if never."""
    return max((at for (at,) in conn.execute(_LAST_SEEN, (session,))), default=0)


@dataclass(frozen=True, slots=True)
class KeptApart:
    """What a session's state does not hold and its plain tables do."""

    personal: tuple[tuple[DilemmaId, bool], ...]
    """Per own vote its dilemma, and whether it is another answer than the role's."""
    shared_at: Mapping[tuple[DilemmaId, RoleId], int]
    """When a card was shared, in milliseconds since the epoch."""


def kept_apart(conn: sqlite3.Connection, session: str) -> KeptApart:
    """What the debrief of a session needs beside its events; of a vote the newest attempt."""
    own = conn.execute(_PERSONAL, (session,)).fetchall()
    shared = conn.execute(_SHARED, (session,)).fetchall()
    return KeptApart(
        personal=tuple((DilemmaId(dilemma), bool(differs)) for dilemma, differs in own),
        shared_at={(DilemmaId(dilemma), RoleId(role)): at for dilemma, role, at in shared},
    )


def check_code(conn: sqlite3.Connection, path: Path, session: str) -> str:
    """Ten hexadecimals of the last link of a session's chain."""
    found = conn.execute(
        "SELECT chain FROM events WHERE session = ? ORDER BY seq DESC LIMIT 1", (session,)
    ).fetchone()
    if found is None:
        raise troubles.unknown_session(path, session)
    return chain.check_code(found[0])
