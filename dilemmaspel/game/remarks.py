"""Rules of what is said, ticked and shown beside the votes."""

from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game.events import Event
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.state import State
from dilemmaspel.game.written import text_refused

Answer = tuple[Event, ...] | Refused

LONGEST_NOTE = 500
LONGEST_REMARK = 200
MOST_POINTS = 5


def show_roles(_state: State, command: c.ShowRoles) -> Answer:
    """Switch results per role; whether they may be shown is judged where they are made."""
    return (e.RolesShown(command.on),)


def blank(_state: State, command: c.Blank) -> Answer:
    """Make the beamer dark."""
    return (e.Blanked(command.on),)


def lay(state: State, command: c.Lay) -> Answer:
    """Pause, take a break, or go on."""
    same = state.overlay is command.overlay
    return (
        Refused(Reason.WRONG_PHASE, command.overlay) if same else (e.OverlayLaid(command.overlay),)
    )


def ask_pause(state: State, command: c.AskPause) -> Answer:
    """Play the pause card."""
    if command.seat is not None and command.seat not in state.seats:
        return Refused(Reason.UNKNOWN_SEAT, str(command.seat))
    return (e.PauseAsked(command.seat),)


def ask_time(state: State, command: c.AskTime) -> Answer:
    """Ask for more time in an open vote."""
    if state.flow.open_vote is None:
        return Refused(Reason.VOTE_CLOSED)
    if command.seat is not None and command.seat not in state.seats:
        return Refused(Reason.UNKNOWN_SEAT, str(command.seat))
    return (e.TimeAsked(command.seat),)


def share_info(state: State, command: c.ShareInfo) -> Answer:
    """Tick that a fact which one role knew came on the table."""
    dilemma = state.dilemma
    if dilemma is None:
        return Refused(Reason.WRONG_PHASE)
    briefing = dilemma.briefings.get(command.role)
    if briefing is None or not briefing.knows:
        return Refused(Reason.UNKNOWN_BRIEFING, command.role)
    return (e.InfoShared(dilemma.id, command.role, command.shared),)


def add_note(state: State, command: c.AddNote) -> Answer:
    """Keep a note with the moment it was made."""
    refused = text_refused(command.text, LONGEST_NOTE, empty=Reason.TEXT_EMPTY)
    note = e.NoteAdded(command.text.strip(), command.kind, state.flow.dilemma, state.flow.phase)
    return refused or (note,)


def add_argument(state: State, command: c.AddArgument) -> Answer:
    """Keep an argument with an option."""
    if not state.setup.inputs.arguments:
        return Refused(Reason.INPUT_OFF, "arguments")
    return _remark(state, command, e.ArgumentAdded)


def add_condition(state: State, command: c.AddCondition) -> Answer:
    """Keep a "yes, if ..." with an option."""
    if not state.setup.inputs.conditions:
        return Refused(Reason.INPUT_OFF, "conditions")
    return _remark(state, command, e.ConditionAdded)


def peek(state: State, command: c.Peek) -> Answer:
    """Log that the facilitator looked ahead."""
    if state.scenario.dilemma(command.dilemma) is None:
        return Refused(Reason.UNKNOWN_DILEMMA, command.dilemma)
    return (e.Peeked(command.dilemma),)


def resume(state: State, command: c.ResumeSession) -> Answer:
    """Go on after an interruption, with the clock standing still."""
    return (e.SessionResumed(max(command.last_seen, state.started_at)),)


def _remark(
    state: State,
    command: c.AddArgument | c.AddCondition,
    added: type[e.ArgumentAdded] | type[e.ConditionAdded],
) -> Answer:
    dilemma, option, role = state.dilemma, command.option, command.role
    if dilemma is None:
        return Refused(Reason.WRONG_PHASE)
    if dilemma.option(option) is None:
        return Refused(Reason.NOT_A_CANDIDATE, option)
    if role is not None and state.scenario.role(role) is None:
        return Refused(Reason.UNKNOWN_ROLE, role)
    refused = text_refused(command.text, LONGEST_REMARK, empty=Reason.TEXT_EMPTY)
    return refused or (added(dilemma.id, option, command.text.strip(), role),)
