"""The debrief: its questions, its agreements, and the closing questions."""

from typing import Any, Final

from dilemmaspel.game import debrief_events as d
from dilemmaspel.game import events as e
from dilemmaspel.game.debriefing import part_of
from dilemmaspel.game.state import State
from dilemmaspel.session import Entry
from dilemmaspel.storage.tablet import Tablet

_KEEP_SEAT: Final = "INSERT OR IGNORE INTO exit_poll_seats VALUES (?, ?)"
_FORGET_SEATS: Final = "DELETE FROM exit_poll_seats WHERE session = ?"


def agreed(tablet: Tablet, entry: Entry) -> None:
    """Write an agreement under its number, in other words, or not any more."""
    event, after = entry.event, entry.after
    if isinstance(event, e.AgreementAdded):
        words = (event.what, event.who, event.when)
        tablet.insert("agreements", after.agreed, *words)
    elif isinstance(event, d.AgreementChanged):
        words = (event.what, event.who, event.when)
        tablet.change(
            'UPDATE agreements SET what = ?, who = ?, "when" = ? WHERE number = ? AND session = ?',
            *words,
            event.number,
        )
    elif isinstance(event, d.AgreementRemoved):
        tablet.empty("agreements", "number = ?", event.number)


def polled(tablet: Tablet, entry: Entry) -> None:
    """Write an answer to the closing questions, or a count of hands."""
    event = entry.event
    if isinstance(event, e.ExitPollAnswered):
        tablet.append("exit_poll", event.talking, event.understanding)
    elif isinstance(event, d.ExitPollCounted):
        tablet.empty("exit_poll_hands", "asks = ? AND point = ?", event.asks, event.point)
        if event.count:
            tablet.insert("exit_poll_hands", event.asks, event.point, event.count)


def keep_seat(tablet: Tablet, entry: Entry) -> None:
    """Remember beside the chain that a seat has answered, until the session is closed."""
    if isinstance(entry.event, d.SeatPolled):
        tablet.conn.execute(_KEEP_SEAT, (entry.after.session, entry.event.seat))


def forget_seats(tablet: Tablet, entry: Entry) -> None:
    """Nobody answers any more: who did need not be known."""
    tablet.conn.execute(_FORGET_SEATS, (entry.after.session,))


def follow_questions(tablet: Tablet, entry: Entry) -> None:
    """Make the list of questions equal to the plan, the marks and the figures after an event."""
    before, after = entry.before, entry.after
    if before is None or _facts(before) == _facts(after):
        return
    agenda = after.flow.agenda
    known = _rows(before)
    for number, row in _rows(after).items():
        if row != known.get(number):
            tablet.empty("debrief_questions", "question = ?", number)
            tablet.insert("debrief_questions", number, *row)
    for number in known.keys() - {*agenda, *after.used, *after.figures}:
        tablet.empty("debrief_questions", "question = ?", number)


def _facts(state: State) -> tuple[object, ...]:
    return state.flow.agenda, state.used, state.figures


def _rows(state: State) -> dict[int, tuple[Any, ...]]:
    agenda = state.flow.agenda
    return {
        n: (
            part_of(n),
            agenda.index(n) + 1 if n in agenda else None,
            state.used.get(n),
            state.figures.get(n, ""),
        )
        for n in sorted({*agenda, *state.used, *state.figures})
    }
