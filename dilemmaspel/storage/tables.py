"""The plain tables for people who debrief, written from the events in the same transaction.

They hold nothing that the events do not: `rebuild` makes them anew with the same result. What a
rule decided is read from the state before and after each event and never worked out again.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from dilemmaspel.game import debrief_events as d
from dilemmaspel.game import events as e
from dilemmaspel.session import Entry
from dilemmaspel.storage.table_debrief import follow_questions, forget_seats, keep_seat
from dilemmaspel.storage.table_flow import follow_flow
from dilemmaspel.storage.table_personal import keep_personal, settle_personal
from dilemmaspel.storage.table_session import RECORDERS
from dilemmaspel.storage.table_votes import BallotRows
from dilemmaspel.storage.tablet import Tablet

PLAIN_TABLES: Final = (
    "sessions",
    "roles",
    "participants",
    "rounds",
    "phases",
    "ballots",
    "rollups",
    "totals",
    "shifts",
    "vote_figures",
    "decisions",
    "effects_log",
    "indicator_values",
    "budget_values",
    "benefits",
    "lenses",
    "info_shared",
    "arguments",
    "conditions",
    "notes",
    "agreements",
    "personal_votes",
    "exit_poll",
    "exit_poll_hands",
    "debrief_questions",
)
"""Every table with a column `session` that holds `sessions.session`."""

REBUILT_TABLES: Final = tuple(name for name in PLAIN_TABLES if name != "personal_votes")
"""Personal votes were shuffled by chance and stand nowhere else: they are kept as they are."""

_NUMBER: Final = "SELECT session FROM sessions WHERE id = ?"
_NEXT_NUMBER: Final = "SELECT coalesce(max(session), 0) + 1 FROM sessions"


class Tables:
    """Writes the plain tables; remembers the numbers of sessions and rounds between batches."""

    def __init__(self) -> None:
        self._tablets: dict[str, Tablet] = {}

    def forget(self) -> None:
        """Look everything up again: what was remembered may have been rolled back."""
        self._tablets.clear()

    def project(self, conn: sqlite3.Connection, entries: Sequence[Entry]) -> None:
        """Write what the entries change."""
        ballots = BallotRows(conn)
        for entry in entries:
            tablet = self._tablet(conn, entry)
            _record(tablet, ballots, entry)
            if type(entry.event) is e.PersonalVoteKept:
                keep_personal(tablet, entry)
            elif type(entry.event) is d.SeatPolled:
                keep_seat(tablet, entry)
            elif entry.before is not None and entry.after.flow is not entry.before.flow:
                settle_personal(tablet, entry)
            if type(entry.event) is e.SessionClosed:
                forget_seats(tablet, entry)
        ballots.flush()

    def rebuild(
        self, conn: sqlite3.Connection, session: str, entries: Iterable[Entry], number: int
    ) -> None:
        """Empty the tables of a session and write them from its events, under this number."""
        self.forget()
        for table in REBUILT_TABLES:
            conn.execute(f"DELETE FROM {table} WHERE session = ?", (number,))  # noqa: S608
        ballots = BallotRows(conn)
        for entry in entries:
            if session not in self._tablets:
                self._tablets[session] = Tablet(conn, number, entry.after)
            _record(self._tablets[session], ballots, entry)
        ballots.flush()
        self.forget()

    def number_of(self, conn: sqlite3.Connection, session: str) -> int | None:
        """The number of a session in this file, or None when it has no tables."""
        found = conn.execute(_NUMBER, (session,)).fetchone()
        return int(found[0]) if found else None

    def next_number(self, conn: sqlite3.Connection) -> int:
        """The number that a new session gets."""
        return int(conn.execute(_NEXT_NUMBER).fetchone()[0])

    def _tablet(self, conn: sqlite3.Connection, entry: Entry) -> Tablet:
        session = entry.after.session
        tablet = self._tablets.get(session)
        if tablet is None:
            number = self.number_of(conn, session) or self.next_number(conn)
            tablet = self._tablets[session] = Tablet(conn, number, entry.after)
        return tablet


def _record(tablet: Tablet, ballots: BallotRows, entry: Entry) -> None:
    """Write one event; ballots wait for each other, and for nothing else."""
    event = entry.event
    if type(event) is e.BallotCast:
        ballots.add(tablet, event)
        return
    ballots.flush()
    recorder = RECORDERS.get(type(event))
    if recorder is not None:
        recorder(tablet, entry)
    follow_questions(tablet, entry)
    if entry.before is None or entry.after.flow is not entry.before.flow:
        follow_flow(tablet, entry)
