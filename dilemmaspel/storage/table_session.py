"""The session itself, its people, and what was said and written down in it."""

from collections.abc import Callable
from typing import Any, Final

from dilemmaspel.game import debrief_events as d
from dilemmaspel.game import events as e
from dilemmaspel.game.state import State
from dilemmaspel.session import Entry
from dilemmaspel.storage import table_debrief
from dilemmaspel.storage.codec import text_hash
from dilemmaspel.storage.shapes import written
from dilemmaspel.storage.tablet import Tablet

Recorder = Callable[[Tablet, Entry], None]


def _started(tablet: Tablet, entry: Entry) -> None:
    event = entry.event
    if not isinstance(event, e.SessionStarted):
        return
    setup, scenario = event.setup, event.scenario
    tablet.insert(
        "sessions",
        event.session,
        entry.at,
        None,
        None,
        entry.after.flow.phase,
        0,
        0,
        setup.kind,
        setup.profile,
        setup.voting,
        setup.practice,
        setup.language,
        setup.organisation,
        setup.region,
        setup.notice_version,
        scenario.id,
        scenario.title,
        scenario.version,
        text_hash(event.scenario_text),
        text_hash(event.roles_text),
        scenario.theme,
        event.app_version,
        written(type(setup), setup),
        0,
        0,
    )
    for number, role in enumerate(scenario.roles, start=1):
        tablet.insert("roles", number, role.id, role.name, role.voting)


def _closed(tablet: Tablet, entry: Entry) -> None:
    early = isinstance(entry.event, e.SessionClosed) and entry.event.early
    tablet.change(
        "UPDATE sessions SET ended_at = ?, closed_properly = ? WHERE session = ?",
        entry.at,
        int(not early),
    )


def _joined(tablet: Tablet, entry: Entry) -> None:
    event, after = entry.event, entry.after
    if not isinstance(event, e.ParticipantJoined):
        return
    seat = after.seats[event.seat]
    tablet.insert(
        "participants",
        seat.id,
        seat.role,
        seat.channel,
        seat.heads,
        seat.active,
        seat.joined,
        seat.left,
    )
    _count_people(tablet, after)


def _count_people(tablet: Tablet, state: State) -> None:
    tablet.change(
        "UPDATE sessions SET participants = ?, people = ? WHERE session = ?",
        len(state.seats),
        sum(seat.heads for seat in state.seats.values()),
    )


def _seat_changed(tablet: Tablet, entry: Entry) -> None:
    event = entry.event
    if isinstance(event, e.ParticipantLeft | e.RoleAssigned):
        seat = entry.after.seats[event.seat]
        tablet.change(
            "UPDATE participants SET role = ?, active = ?, left_phase = ? "
            "WHERE seat = ? AND session = ?",
            seat.role,
            seat.active,
            seat.left,
            seat.id,
        )


def _voting_changed(tablet: Tablet, entry: Entry) -> None:
    tablet.change("UPDATE sessions SET voting = ? WHERE session = ?", entry.after.voting)


def _undone(tablet: Tablet, _entry: Entry) -> None:
    tablet.change("UPDATE sessions SET undone = undone + 1 WHERE session = ?")


def _resumed(tablet: Tablet, _entry: Entry) -> None:
    tablet.change("UPDATE sessions SET resumed = resumed + 1 WHERE session = ?")


def _shared(tablet: Tablet, entry: Entry) -> None:
    event = entry.event
    if not isinstance(event, e.InfoShared):
        return
    card = (tablet.round_of(event.dilemma), event.role)
    tablet.empty("info_shared", "round = ? AND role = ?", *card)
    if event.shared:
        tablet.insert("info_shared", *card, entry.at)


def _noted(tablet: Tablet, entry: Entry) -> None:
    event = entry.event
    if isinstance(event, e.NoteAdded):
        place = tablet.round_of(event.dilemma)
        tablet.append("notes", place, event.phase, event.kind, event.text)


def _remarked(tablet: Tablet, entry: Entry) -> None:
    event = entry.event
    if isinstance(event, e.ArgumentAdded | e.ConditionAdded):
        table = "arguments" if isinstance(event, e.ArgumentAdded) else "conditions"
        place = tablet.round_of(event.dilemma)
        tablet.append(table, place, event.option, event.role, event.text)


RECORDERS: Final[dict[type[Any], Recorder]] = {
    e.SessionStarted: _started,
    e.SessionClosed: _closed,
    e.ParticipantJoined: _joined,
    e.ParticipantLeft: _seat_changed,
    e.RoleAssigned: _seat_changed,
    e.VotingChanged: _voting_changed,
    e.Undone: _undone,
    e.SessionResumed: _resumed,
    e.InfoShared: _shared,
    e.NoteAdded: _noted,
    e.ArgumentAdded: _remarked,
    e.ConditionAdded: _remarked,
    e.AgreementAdded: table_debrief.agreed,
    d.AgreementChanged: table_debrief.agreed,
    d.AgreementRemoved: table_debrief.agreed,
    e.ExitPollAnswered: table_debrief.polled,
    d.ExitPollCounted: table_debrief.polled,
}
"""What each event writes by itself; what follows from where the session is, `table_flow` does."""
