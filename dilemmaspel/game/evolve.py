"""How each event changes the state; `fold` gives back the state of a log."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from dilemmaspel.game import closing, debriefing, moving, steps
from dilemmaspel.game import debrief_events as d
from dilemmaspel.game import events as e
from dilemmaspel.game.ballots import Ballot
from dilemmaspel.game.choices import choice_key
from dilemmaspel.game.events import Event
from dilemmaspel.game.ids import frozen, updated
from dilemmaspel.game.paths import profile_plan
from dilemmaspel.game.phases import Overlay
from dilemmaspel.game.state import Box, Clock, Flow, Note, Remark, Seat, State
from dilemmaspel.game.world import new_world

Change = Callable[[State, Any, int], State]


def evolve(state: State | None, event: Event, at: int) -> State:
    """Return the state after `event`, which happened at `at` (milliseconds since the epoch).

    Total: an event that does not fit, such as a second start, leaves the state as it is.
    Raises ValueError only when the very first event is not a start.
    """
    if isinstance(event, e.SessionStarted):
        return state or _started(event, at)
    if state is None:
        raise ValueError(f"a session begins with SessionStarted, not {type(event).__name__}")
    return _CHANGES[type(event)](state, event, at)


def fold(events: Iterable[tuple[Event, int]]) -> State:
    """Return the state after (event, moment) pairs in their order; the first is a start."""
    state: State | None = None
    for event, at in events:
        state = evolve(state, event, at)
    if state is None:
        raise ValueError("an empty log has no state")
    return state


def _started(event: e.SessionStarted, at: int) -> State:
    scenario, setup = event.scenario, event.setup
    world = new_world(scenario)
    known = {d.id for d in scenario.dilemmas}
    plan = tuple(d for d in setup.plan if d in known) or profile_plan(scenario, setup.profile)
    return State(
        session=event.session,
        scenario=scenario,
        setup=setup,
        flow=Flow(world=world, base=world, plan=plan),
        started_at=at,
        voting=setup.voting,
        show_roles=setup.show_roles,
        clock=Clock(since=at),
    )


def _joined(state: State, event: e.ParticipantJoined, _at: int) -> State:
    seat = Seat(event.seat, event.role, event.channel, event.heads, joined=event.phase)
    return replace(state, seats=updated(state.seats, event.seat, seat))


def _left(state: State, event: e.ParticipantLeft, _at: int) -> State:
    seat = replace(state.seats[event.seat], active=False, left=event.phase)
    return replace(state, seats=updated(state.seats, event.seat, seat))


def _assigned(state: State, event: e.RoleAssigned, _at: int) -> State:
    seat = replace(state.seats[event.seat], role=event.role)
    return replace(state, seats=updated(state.seats, event.seat, seat))


def _cast(state: State, event: e.BallotCast, _at: int) -> State:
    key = (event.dilemma, event.vote, event.attempt)
    ballot = Ballot(
        role=event.role,
        choice=event.choice,
        seat=event.seat,
        channel=event.channel,
        count=event.count,
        heads=event.heads,
        confidence=event.confidence,
        value_card=event.value_card,
        comment=event.comment,
        prediction=event.prediction,
        objection=event.objection,
    )
    return replace(state, boxes=updated(state.boxes, key, _with_ballot(state.boxes[key], ballot)))


def _with_ballot(box: Box, ballot: Ballot) -> Box:
    if ballot.seat is not None:
        return replace(box, ballots=updated(box.ballots, ballot.seat, ballot))
    cell = hands_cell(ballot)
    hands = {k: v for k, v in box.hands.items() if k != cell}
    if ballot.count:
        hands[cell] = ballot
    return replace(box, hands=frozen(hands))


def hands_cell(ballot: Ballot) -> str:
    """Name the cell of a show of hands: its role and choice."""
    return f"{ballot.role}|{choice_key(ballot.choice)}"


def _personal(state: State, event: e.PersonalVoteKept, _at: int) -> State:
    vote = state.flow.open_vote
    box = state.box(event.dilemma, vote) if vote else None
    if box is None:
        return state
    kept = replace(box, personal=box.personal | {event.seat})
    key = (box.dilemma, box.vote, box.attempt)
    return replace(state, boxes=updated(state.boxes, key, kept))


def _rolled(state: State, event: e.RolesShown, _at: int) -> State:
    return replace(state, show_roles=event.on)


def _blanked(state: State, event: e.Blanked, _at: int) -> State:
    return replace(state, blank=event.on)


def _laid(state: State, event: e.OverlayLaid, at: int) -> State:
    runs = event.overlay is Overlay.NONE
    clock = Clock(state.clock.planned, state.clock.elapsed(at), at if runs else None)
    return replace(
        state,
        overlay=event.overlay,
        clock=clock,
        pause_asked=False,
        interrupted=state.interrupted and not runs,
        step=state.step + 1,  # a second press on "go on" ends the pause and nothing else
    )


def _pause_asked(state: State, _event: e.PauseAsked, _at: int) -> State:
    return replace(state, pause_asked=True)


def _time_asked(state: State, _event: e.TimeAsked, _at: int) -> State:
    return replace(state, time_asked=state.time_asked + 1)


def _voting(state: State, event: e.VotingChanged, _at: int) -> State:
    return replace(state, voting=event.voting)


def _shared(state: State, event: e.InfoShared, _at: int) -> State:
    card = {(event.dilemma, event.role)}
    return replace(state, shared=state.shared | card if event.shared else state.shared - card)


def _noted(state: State, event: e.NoteAdded, _at: int) -> State:
    note = Note(event.text, event.kind, event.dilemma, event.phase, steps.question_here(state))
    return replace(state, notes=(*state.notes, note))


def _argued(state: State, event: e.ArgumentAdded, _at: int) -> State:
    remark = Remark(event.dilemma, event.option, event.text, event.role)
    return replace(state, arguments=(*state.arguments, remark))


def _conditioned(state: State, event: e.ConditionAdded, _at: int) -> State:
    remark = Remark(event.dilemma, event.option, event.text, event.role)
    return replace(state, conditions=(*state.conditions, remark))


def _peeked(state: State, _event: e.Peeked, _at: int) -> State:
    return state


def _resumed(state: State, event: e.SessionResumed, _at: int) -> State:
    spent = state.clock.elapsed(event.last_seen)
    overlay = Overlay.PAUSED if state.overlay is Overlay.NONE else state.overlay
    clock = Clock(state.clock.planned, spent, None)
    return replace(state, clock=clock, overlay=overlay, interrupted=True)


_CHANGES: dict[type[Any], Change] = {
    e.ParticipantJoined: _joined,
    e.ParticipantLeft: _left,
    e.RoleAssigned: _assigned,
    e.BallotCast: _cast,
    e.PersonalVoteKept: _personal,
    e.VoteClosed: moving.vote_closed,
    e.PhaseEntered: moving.phase_entered,
    e.PageTurned: moving.page_turned,
    e.YearPassed: moving.year_passed,
    e.DilemmaSkipped: moving.dilemma_skipped,
    e.PlanChanged: moving.plan_changed,
    e.DecisionTaken: moving.decision_taken,
    e.OutcomeChosen: moving.outcome_chosen,
    e.ConsentAsked: moving.consent_asked,
    e.ConsentGivenUp: moving.consent_given_up,
    e.Undone: moving.undone,
    e.VoteReopened: moving.vote_reopened,
    e.RolesShown: _rolled,
    e.Blanked: _blanked,
    e.OverlayLaid: _laid,
    e.PauseAsked: _pause_asked,
    e.TimeAsked: _time_asked,
    e.VotingChanged: _voting,
    e.InfoShared: _shared,
    e.NoteAdded: _noted,
    e.ArgumentAdded: _argued,
    e.ConditionAdded: _conditioned,
    e.AgreementAdded: closing.agreement_added,
    d.AgreementChanged: closing.agreement_changed,
    d.AgreementRemoved: closing.agreement_removed,
    e.ExitPollAnswered: closing.polled,
    d.SeatPolled: closing.seat_polled,
    d.ExitPollCounted: closing.poll_counted,
    d.DebriefPlanned: debriefing.debrief_planned,
    d.QuestionUsed: debriefing.question_used,
    d.FigureShown: debriefing.figure_shown,
    e.Peeked: _peeked,
    e.SessionResumed: _resumed,
    e.SessionClosed: moving.session_closed,
}
