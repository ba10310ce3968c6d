"""`decide`: what follows from a command in a state, or why not. Pure and total."""

from collections.abc import Callable
from typing import Any

from dilemmaspel.game import advancing, casting, closing, debriefing, people, remarks
from dilemmaspel.game import commands as c
from dilemmaspel.game.commands import Command
from dilemmaspel.game.events import Event, SessionStarted
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import Status

Answer = tuple[Event, ...] | Refused


def decide(state: State | None, command: Command) -> Answer:
    """Return the events of `command`, in order, or the reason why it is refused.

    Never raises and never changes anything: every command in every state has an answer.
    """
    if isinstance(command, c.StartSession):
        return _start(state, command)
    if state is None:
        return Refused(Reason.NOT_STARTED)
    if state.flow.phase is Phase.CLOSED:
        return Refused(Reason.SESSION_CLOSED)
    return _RULES[type(command)](state, command)


def _start(state: State | None, command: c.StartSession) -> Answer:
    if state is not None:
        return Refused(Reason.ALREADY_STARTED)
    scenario, setup = command.scenario, command.setup
    if scenario.status is Status.OUTLINE:
        return Refused(Reason.NOT_PLAYABLE, scenario.id)
    unknown = next((d for d in setup.plan if scenario.dilemma(d) is None), None)
    if unknown is not None:
        return Refused(Reason.UNKNOWN_DILEMMA, unknown)
    stranger = next((r for r in setup.roles if scenario.role(r) is None), None)
    if stranger is not None:
        return Refused(Reason.UNKNOWN_ROLE, stranger)
    return (
        SessionStarted(
            command.session,
            scenario,
            setup,
            command.scenario_text,
            command.roles_text,
            command.app_version,
        ),
    )


Rule = Callable[[State, Any], Answer]

_RULES: dict[type[Any], Rule] = {
    c.Join: people.join,
    c.Leave: people.leave,
    c.AssignRole: people.assign_role,
    c.CastBallot: casting.cast_ballot,
    c.Advance: advancing.advance,
    c.SkipPhase: advancing.skip_phase,
    c.SkipDilemma: advancing.skip_dilemma,
    c.EndEarly: advancing.end_early,
    c.ChangePlan: advancing.change_plan,
    c.Undo: advancing.undo,
    c.Reopen: advancing.reopen,
    c.ChooseOutcome: advancing.choose_outcome,
    c.AskConsentAgain: advancing.ask_consent_again,
    c.CloseSession: advancing.close_session,
    c.ShowRoles: remarks.show_roles,
    c.Blank: remarks.blank,
    c.Lay: remarks.lay,
    c.AskPause: remarks.ask_pause,
    c.AskTime: remarks.ask_time,
    c.ChangeVoting: people.change_voting,
    c.ShareInfo: remarks.share_info,
    c.AddNote: remarks.add_note,
    c.AddArgument: remarks.add_argument,
    c.AddCondition: remarks.add_condition,
    c.AddAgreement: closing.add_agreement,
    c.ChangeAgreement: closing.change_agreement,
    c.RemoveAgreement: closing.remove_agreement,
    c.AnswerExitPoll: closing.answer_exit_poll,
    c.CountExitPoll: closing.count_exit_poll,
    c.PlanDebrief: debriefing.plan_debrief,
    c.AskQuestion: debriefing.ask_question,
    c.MarkQuestion: debriefing.mark_question,
    c.ShowFigure: debriefing.show_figure,
    c.Peek: remarks.peek,
    c.ResumeSession: remarks.resume,
}
