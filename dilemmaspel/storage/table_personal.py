"""Personal votes: kept per seat while a vote is open, then shuffled and cut from the seat."""

from random import SystemRandom
from typing import Final

from dilemmaspel.game.ballots import Choice, Vote
from dilemmaspel.game.events import PersonalVoteKept
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.state import Box
from dilemmaspel.session import Entry
from dilemmaspel.storage.shapes import parsed, written
from dilemmaspel.storage.table_votes import differs
from dilemmaspel.storage.tablet import Cell, Tablet, choice_cell

_KEEP: Final = "INSERT INTO personal_pending VALUES (?, ?, ?, ?, ?, ?)"
_CHANGE: Final = """
    UPDATE personal_pending SET value = ?
    WHERE session = ? AND dilemma = ? AND vote = ? AND attempt = ? AND seat = ?
"""
_PENDING: Final = """
    SELECT seat, value FROM personal_pending
    WHERE session = ? AND dilemma = ? AND vote = ? AND attempt = ?
"""
_FORGET: Final = """
    DELETE FROM personal_pending
    WHERE session = ? AND dilemma = ? AND vote = ? AND attempt = ?
"""


def keep_personal(tablet: Tablet, entry: Entry) -> None:
    """Keep a personal vote until its vote closes.

    Somebody whose earlier one was shuffled already, because the close was undone, cannot change
    it any more: nobody can tell which one it is.
    """
    event, before = entry.event, entry.before
    box = before.open_box if before else None
    if not isinstance(event, PersonalVoteKept) or before is None or box is None:
        return
    place = (before.session, box.dilemma, box.vote, box.attempt, event.seat)
    value = written(Choice, event.choice)
    if event.seat in box.personal:
        tablet.conn.execute(_CHANGE, (value, *place))
    else:
        tablet.conn.execute(_KEEP, (*place, value))


def settle_personal(tablet: Tablet, entry: Entry) -> None:
    """When a vote is no longer open, rewrite its personal votes without seat, in chance order."""
    box, now_open = entry.before.open_box if entry.before else None, entry.after.open_box
    if box is None or (now_open is not None and _place(now_open) == _place(box)):
        return
    place = (entry.after.session, *_place(box))
    rows = [_cut(box, seat, value) for seat, value in tablet.conn.execute(_PENDING, place)]
    tablet.conn.execute(_FORGET, place)
    SystemRandom().shuffle(rows)
    for value, other in rows:
        tablet.insert("personal_votes", *_place(box), value, other)


def _cut(box: Box, seat: int, value: str) -> tuple[Cell, int]:
    choice: Choice = parsed(Choice, value)
    ballot = box.ballots.get(SeatId(seat))
    return choice_cell(choice), int(differs(choice, ballot.choice if ballot else None))


def _place(box: Box) -> tuple[str, Vote, int]:
    return box.dilemma, box.vote, box.attempt
