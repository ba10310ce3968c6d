"""The ballots, and which of them count."""

import sqlite3
from typing import Final

from dilemmaspel.game.ballots import Ballot, Choice
from dilemmaspel.game.events import BallotCast
from dilemmaspel.game.state import Box, Flow, State
from dilemmaspel.storage.table_rollups import VoteKey, roll_up
from dilemmaspel.storage.tablet import (
    CHANNEL_NUMBERS,
    VOTE_NUMBERS,
    Cell,
    Tablet,
    as_json,
    choice_cell,
)

Ballots = tuple[Cell, ...]

_INSERT: Final = "INSERT INTO ballots VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"
_SUPERSEDE: Final = """
    UPDATE ballots SET superseded = 1
    WHERE session = ? AND round = ? AND vote = ? AND number = ?
"""
_SUPERSEDE_ALL: Final = """
    UPDATE ballots SET superseded = 1
    WHERE session = ? AND round = ? AND vote = ? AND superseded = 0
"""
_REVIVE: Final = """
    UPDATE ballots SET superseded = 0
    WHERE session = ? AND round = ? AND vote = ? AND number = ?
"""
_OF_VOTE: Final = """
    SELECT number, attempt, seat, role, choice FROM ballots
    WHERE session = ? AND round = ? AND vote = ? ORDER BY number
"""

Place = tuple[int, int | None, int]
"""Session, round and vote."""
Slot = tuple[Cell, ...]
"""Where one ballot at a time counts: an attempt with a seat, or with a role and a choice."""


class Pile:
    """The ballots of one vote as they lie in the table: how many, and the newest per slot."""

    def __init__(self, tablet: Tablet, place: Place) -> None:
        self.newest: dict[Slot, int] = {}
        self.height = 0
        for number, attempt, *cell in tablet.conn.execute(_OF_VOTE, place):
            self.newest[_slot(attempt, *cell)] = self.height = number


def _pile(tablet: Tablet, place: Place) -> Pile:
    pile = tablet.piles.get(place)
    if not isinstance(pile, Pile):
        pile = tablet.piles[place] = Pile(tablet, place)
    return pile


def _slot(attempt: int, seat: Cell, role: Cell, choice: Cell) -> Slot:
    return (attempt, seat) if seat is not None else (attempt, None, role, choice)


class BallotRows:
    """Ballots on their way into the table, written together."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._rows: list[Ballots] = []

    def add(self, tablet: Tablet, event: BallotCast) -> None:
        """Write a ballot; the one it replaces stays, superseded. A cell of no hands is no row."""
        place = (tablet.session, tablet.round_of(event.dilemma), VOTE_NUMBERS[event.vote])
        pile = _pile(tablet, place)
        role, choice = tablet.role_number(event.role), choice_cell(event.choice)
        slot = _slot(event.attempt, event.seat, role, choice)
        replaced = pile.newest.pop(slot, None)
        if replaced is not None:
            self.flush()
            self._conn.execute(_SUPERSEDE, (*place, replaced))
        if event.count:
            pile.height += 1
            pile.newest[slot] = pile.height
            whose = (event.attempt, event.seat, role, choice)
            self._rows.append((*place, pile.height, *whose, *_answer(event)))

    def flush(self) -> None:
        """Write what waits."""
        if self._rows:
            self._conn.executemany(_INSERT, self._rows)
            self._rows.clear()


def _answer(event: BallotCast) -> Ballots:
    return (event.count, event.heads, CHANNEL_NUMBERS[event.channel], _extra(event))


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
                roll_up(tablet, key, after)


def _mark_live(tablet: Tablet, key: VoteKey, box: Box | None) -> None:
    place = (tablet.session, tablet.round_of(key[0]), VOTE_NUMBERS[key[1]])
    newest = _pile(tablet, place).newest
    if not newest:
        return
    tablet.conn.execute(_SUPERSEDE_ALL, place)
    slots = [_slot_of(tablet, box, ballot) for ballot in box.live()] if box else []
    rows = [(*place, newest[slot]) for slot in slots if slot in newest]
    tablet.conn.executemany(_REVIVE, rows)


def _slot_of(tablet: Tablet, box: Box, ballot: Ballot) -> Slot:
    role = tablet.role_number(ballot.role)
    return _slot(box.attempt, ballot.seat, role, choice_cell(ballot.choice))


def differs(personal: Choice, role: Choice) -> bool:
    """Whether somebody would choose otherwise than their role did."""
    return choice_cell(personal) != choice_cell(role)
