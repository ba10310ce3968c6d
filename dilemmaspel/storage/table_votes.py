"""The ballots, which of them count, and the roll-up of a vote that was closed."""

import sqlite3
from typing import Final

from dilemmaspel.game.ballots import Choice, Vote
from dilemmaspel.game.events import BallotCast
from dilemmaspel.game.figures import Figures
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.state import Box, Flow, State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.storage.tablet import (
    CHANNEL_NUMBERS,
    VOTE_NUMBERS,
    Cell,
    Tablet,
    as_json,
    choice_cell,
)

ABSTAINED: Final = ""
ALL_VALID: Final = "*"

Ballots = tuple[Cell, ...]

_INSERT: Final = """
    INSERT INTO ballots VALUES (?1, ?2, ?3,
      (SELECT coalesce(max(number), 0) + 1 FROM ballots
       WHERE session = ?1 AND round = ?2 AND vote = ?3),
      ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, ?11)
"""
_SUPERSEDE_SEAT: Final = """
    UPDATE ballots SET superseded = 1
    WHERE session = ? AND round = ? AND vote = ? AND attempt = ? AND seat = ? AND superseded = 0
"""
_SUPERSEDE_CELL: Final = """
    UPDATE ballots SET superseded = 1
    WHERE session = ? AND round = ? AND vote = ? AND attempt = ? AND seat IS NULL
      AND role = ? AND choice IS ? AND superseded = 0
"""
_OF_ATTEMPT: Final = """
    SELECT number, seat, role, choice FROM ballots
    WHERE session = ? AND round = ? AND vote = ? AND attempt = ? ORDER BY number
"""
_SUPERSEDE_ALL: Final = """
    UPDATE ballots SET superseded = 1
    WHERE session = ? AND round = ? AND vote = ? AND superseded = 0
"""
_REVIVE: Final = """
    UPDATE ballots SET superseded = 0
    WHERE session = ? AND round = ? AND vote = ? AND number = ?
"""

VoteKey = tuple[DilemmaId, Vote]


class BallotRows:
    """Ballots on their way into the table, written together."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._rows: list[Ballots] = []

    def add(self, tablet: Tablet, event: BallotCast, before: State | None) -> None:
        """Write a ballot; the one it replaces stays, superseded. A cell of no hands is no row."""
        place = (tablet.session, tablet.round_of(event.dilemma), VOTE_NUMBERS[event.vote])
        box = before.boxes.get((event.dilemma, event.vote, event.attempt)) if before else None
        role = tablet.role_number(event.role)
        if event.seat is not None:
            if box is not None and event.seat in box.ballots:
                self.flush()
                self._conn.execute(_SUPERSEDE_SEAT, (*place, event.attempt, event.seat))
        elif box is not None and box.hands:
            self.flush()
            cell = (role, choice_cell(event.choice))
            self._conn.execute(_SUPERSEDE_CELL, (*place, event.attempt, *cell))
        if event.count:
            self._rows.append((*place, event.attempt, event.seat, role, *_answer(event)))

    def flush(self) -> None:
        """Write what waits."""
        if self._rows:
            self._conn.executemany(_INSERT, self._rows)
            self._rows.clear()


def _answer(event: BallotCast) -> Ballots:
    return (
        choice_cell(event.choice),
        event.count,
        event.heads,
        CHANNEL_NUMBERS[event.channel],
        _extra(event),
    )


def _extra(event: BallotCast) -> str | None:
    """What few ballots have besides a choice, together in one column."""
    said = {
        "confidence": event.confidence,
        "value_card": event.value_card,
        "comment": event.comment,
        "objection": event.objection,
        "prediction": event.prediction,
    }
    given = {name: value for name, value in said.items() if value}
    return as_json(given) if given else None


def follow_votes(tablet: Tablet, before: Flow, after: State) -> None:
    """Keep `superseded` and the roll-ups right after a close, a reopening or an undo."""
    flow = after.flow
    if before.attempts is not flow.attempts:
        for key in sorted(before.attempts.keys() | flow.attempts.keys()):
            if before.attempts.get(key) != flow.attempts.get(key):
                _mark_live(tablet, key, after.box(*key))
    if before.results is not flow.results:
        for key in sorted(before.results.keys() | flow.results.keys()):
            if before.results.get(key) is not flow.results.get(key):
                _roll_up(tablet, key, flow)


def _mark_live(tablet: Tablet, key: VoteKey, box: Box | None) -> None:
    place = (tablet.session, tablet.round_of(key[0]), VOTE_NUMBERS[key[1]])
    tablet.conn.execute(_SUPERSEDE_ALL, place)
    if box is None or not box.live():
        return
    newest = {}
    for number, seat, role, choice in tablet.conn.execute(_OF_ATTEMPT, (*place, box.attempt)):
        newest[(seat, None, None) if seat is not None else (None, role, choice)] = number
    seats = {(seat, None, None) for seat in box.ballots}
    hands = {(None, tablet.role_number(b.role), choice_cell(b.choice)) for b in box.hands.values()}
    rows = [(*place, number) for cell, number in newest.items() if cell in seats | hands]
    tablet.conn.executemany(_REVIVE, rows)


def _roll_up(tablet: Tablet, key: VoteKey, flow: Flow) -> None:
    place = (tablet.round_of(key[0]), VOTE_NUMBERS[key[1]])
    tablet.empty("rollups", "round = ? AND vote = ?", *place)
    result = flow.results.get(key)
    for role, figures in result.per_role.items() if result else ():
        for choice, ballots, points in _counted(figures):
            if ballots or points:
                tablet.insert("rollups", *place, role, choice, ballots, points)


def _counted(figures: Figures) -> list[tuple[str, int, float | None]]:
    """Lines of one role: per option or scale point, those who abstained, all valid ballots."""
    lines: list[tuple[str, int, float | None]] = [
        (ABSTAINED, figures.abstained, None),
        (ALL_VALID, figures.valid, None),
        *((str(point), n, None) for point, n in enumerate(figures.scale, start=1)),
    ]
    for option, n in figures.counts.items():
        if figures.kind is QuestionType.POINTS:
            lines.append((option, figures.valid, float(n)))
        else:
            points = float(figures.borda[option]) if figures.is_ranking else None
            lines.append((option, n, points))
    return lines


def differs(personal: Choice, role: Choice) -> bool:
    """Whether somebody would choose otherwise than their role did."""
    return choice_cell(personal) != choice_cell(role)
