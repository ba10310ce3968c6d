"""What a few sessions came to, from the roll-ups: to compare them and to see how good they are.

Plain values; `debrief/compare.py` puts them side by side.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

WHOLE_ROOM: Final = ""
"""The role that stands for everybody."""

Votes = Mapping[tuple[int, str], "VoteCounts"]
"""(1 or 2, role or WHOLE_ROOM) -> what was counted."""

_SESSION: Final = """
    SELECT session, id, started_at, scenario_id, scenario_title, scenario_version,
      scenario_sha256, organisation, people, practice
    FROM sessions WHERE id = ?
"""
_ROUNDS: Final = """
    SELECT r.round, r.dilemma, r.title, r.question_type, d.options
    FROM rounds r LEFT JOIN decisions d USING (session, round)
    WHERE r.session = ? AND EXISTS (
      SELECT 1 FROM vote_figures f WHERE f.session = r.session AND f.round = r.round
    ) ORDER BY r.round
"""
_COUNTS: Final = """
    SELECT round, vote, role, choice, ballots, points FROM rollups
    WHERE session = ? AND vote IN (1, 2)
"""
_PERSONS: Final = """
    SELECT round, vote, persons FROM vote_figures WHERE session = ? AND vote IN (1, 2)
"""
_SHIFTS: Final = "SELECT round, role, first, second, ballots FROM shifts WHERE session = ?"
_QUALITY: Final = """
    SELECT s.undone, s.resumed, s.closed_properly,
      (SELECT count(*) FROM rounds r WHERE r.session = s.session AND r.status = 'decided'),
      (SELECT count(*) FROM rounds r WHERE r.session = s.session AND r.status = 'skipped'),
      coalesce(sum(f.present), 0), coalesce(sum(f.persons), 0), coalesce(sum(f.by_hand), 0),
      coalesce(sum(f.by_table), 0), coalesce(sum(f.vote = 1), 0), coalesce(sum(f.vote = 2), 0)
    FROM sessions s LEFT JOIN vote_figures f ON f.session = s.session AND f.vote IN (1, 2)
    WHERE s.id = ? GROUP BY s.session
"""


@dataclass(frozen=True, slots=True)
class VoteCounts:
    """One vote of one group."""

    valid: int
    abstained: int
    persons: int
    """People behind the ballots; of a role its valid ballots, which is never more."""
    counts: Mapping[str, float]
    """Per option or scale point: votes, ticks, first places, or points given."""


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """One dilemma of a session."""

    dilemma: str
    title: str
    question_type: str
    decided: tuple[str, ...]
    """Option ids or the band; empty for points, and while nothing is decided."""
    votes: Votes
    shifts: Mapping[tuple[str, str, str], int]
    """(role, first, second) -> ballots."""


@dataclass(frozen=True, slots=True)
class SessionFigures:
    """One session."""

    id: str
    started_at: int
    scenario_id: str
    title: str
    version: int
    sha256: str
    organisation: str
    people: int
    practice: bool
    rounds: tuple[RoundFigures, ...]
    role_names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the data of a session are."""

    finished: bool | None
    """True in the debrief, False earlier, None not at all."""
    decided: int
    skipped: int
    present: int
    """People asked, over all first and second votes."""
    persons: int
    """People behind the ballots of those votes."""
    by_hand: int
    """Of them, counted by a show of hands."""
    by_table: int
    """Ballots of a table."""
    without_second_vote: int
    undone: int
    resumed: int

    @property
    def missing(self) -> float:
        """The share of people who were there and cast no ballot, 0 to 1."""
        return max(0, self.present - self.persons) / self.present if self.present else 0.0

    @property
    def hand_share(self) -> float:
        """The share of people who were counted by a show of hands, 0 to 1."""
        return self.by_hand / self.persons if self.persons else 0.0


def quality_of(conn: sqlite3.Connection, session: str) -> Quality | None:
    """How good the data of a session are; None when there is no such session."""
    row = conn.execute(_QUALITY, (session,)).fetchone()
    if row is None:
        return None
    undone, resumed, closed, decided, skipped, present, persons, hands, tables, one, two = row
    return Quality(
        finished=None if closed is None else bool(closed),
        decided=decided,
        skipped=skipped,
        present=present,
        persons=persons,
        by_hand=hands,
        by_table=tables,
        without_second_vote=max(0, one - two),
        undone=undone,
        resumed=resumed,
    )


def figures_of(conn: sqlite3.Connection, sessions: Sequence[str]) -> tuple[SessionFigures, ...]:
    """Read what these sessions came to; one that is not there is left out."""
    rows = (conn.execute(_SESSION, (name,)).fetchone() for name in sessions)
    return tuple(_session(conn, row) for row in rows if row is not None)


def _session(conn: sqlite3.Connection, row: tuple[object, ...]) -> SessionFigures:
    number, name, started, scenario, title, version, sha, place, people, practice = row
    votes, shifts = _votes(conn, number), _shifts(conn, number)
    names = conn.execute("SELECT role, name FROM roles WHERE session = ?", (number,)).fetchall()
    rounds = tuple(
        RoundFigures(
            dilemma=dilemma,
            title=text,
            question_type=kind,
            decided=tuple(json.loads(options)) if options else (),
            votes=votes[where],
            shifts=shifts[where],
        )
        for where, dilemma, text, kind, options in conn.execute(_ROUNDS, (number,)).fetchall()
    )
    return SessionFigures(
        id=str(name),
        started_at=int(str(started)),
        scenario_id=str(scenario),
        title=str(title),
        version=int(str(version)),
        sha256=str(sha),
        organisation=str(place),
        people=int(str(people)),
        practice=bool(practice),
        rounds=rounds,
        role_names=dict(names),
    )


def _votes(
    conn: sqlite3.Connection, number: object
) -> defaultdict[int, dict[tuple[int, str], VoteCounts]]:
    """Every vote per role, and added up for the whole room, per round."""
    persons = {(r, v): n for r, v, n in conn.execute(_PERSONS, (number,))}
    heaps: dict[tuple[int, int, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for where, vote, role, choice, ballots, points in conn.execute(_COUNTS, (number,)):
        counted = ballots if choice in ("", "*") or points is None else points
        for group in (role, WHOLE_ROOM):
            heaps[where, vote, group][choice] += counted
    found: defaultdict[int, dict[tuple[int, str], VoteCounts]] = defaultdict(dict)
    for (where, vote, group), heap in heaps.items():
        valid, abstained = int(heap.pop("*", 0)), int(heap.pop("", 0))
        people = persons.get((where, vote), 0) if group == WHOLE_ROOM else valid
        found[where][vote, group] = VoteCounts(valid, abstained, people, dict(heap))
    return found


def _shifts(
    conn: sqlite3.Connection, number: object
) -> defaultdict[int, dict[tuple[str, str, str], int]]:
    found: defaultdict[int, dict[tuple[str, str, str], int]] = defaultdict(dict)
    for where, role, first, second, ballots in conn.execute(_SHIFTS, (number,)):
        found[where][role, first, second] = ballots
    return found
