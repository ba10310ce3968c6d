"""Rules of the road: going on, back, around and to the end."""

from collections.abc import Mapping
from fractions import Fraction

from dilemmaspel.game import commands as c
from dilemmaspel.game import debriefing, moving, steps
from dilemmaspel.game import events as e
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.counting import count_box
from dilemmaspel.game.decision import Next, Proposal
from dilemmaspel.game.events import Event
from dilemmaspel.game.ids import DilemmaId, OptionId, frozen
from dilemmaspel.game.phases import PHASES, Overlay, Page, Phase
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import Box, State
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import QuestionType, Rule
from dilemmaspel.game.voting import electorate
from dilemmaspel.game.written import text_refused

Answer = tuple[Event, ...] | Refused

LONGEST_REASON = 300
LONGEST_TEXT = 400

_BEFORE_THE_YEARS = frozenset(Phase) - {Phase.AFTERMATH, Phase.DEBRIEF, Phase.CLOSED}


def advance(state: State, command: c.Advance) -> Answer:
    """Go on: end a pause, close a vote, confirm a decision, pass a year, or turn a page."""
    if command.step != state.step:
        return Refused(Reason.STALE_STEP)
    if state.overlay is not Overlay.NONE:
        return (e.OverlayLaid(Overlay.NONE),)
    if state.flow.open_vote is not None:
        return _close(state, count_anyway=command.count_anyway)
    stop, page = steps.stop_here(state), state.flow.page + 1
    dilemma = state.dilemma
    undecided = dilemma is not None and dilemma.id not in state.flow.decisions
    if stop.page is Page.DECISION and undecided and dilemma is not None:
        return _confirm(state, dilemma)
    if steps.is_year(state):
        return (e.YearPassed(page),)
    used = debriefing.used_now(state)
    if page < len(steps.pages(state)):
        return (*used, e.PageTurned(page))
    left = _leave(state)
    return left if isinstance(left, Refused) else (*used, *left)


def _leave(state: State) -> Answer:
    if state.flow.phase is Phase.LOBBY and not electorate(state):
        return Refused(Reason.NO_PEOPLE)
    if state.flow.phase is Phase.CONSENT_CHECK and _objected(state):
        return _give_up(state)
    following = steps.following(state)
    if following is None or following is Phase.CLOSED:
        return (e.SessionClosed(early=False),)
    return _entering(state, following)


def _entering(state: State, phase: Phase, *, linked: bool = False) -> tuple[Event, ...]:
    dilemma = steps.coming(state) if phase is Phase.NEWS_STORY else state.flow.dilemma
    inside = PHASES[phase].in_dilemma
    entered = e.PhaseEntered(phase, dilemma if inside else None, linked)
    return (entered, debriefing.begun(state)) if phase is Phase.DEBRIEF else (entered,)


def _objected(state: State) -> bool:
    proposal = state.flow.proposal
    return proposal is not None and proposal.next is Next.CONSENT


def _give_up(state: State) -> Answer:
    if state.dilemma is None:
        return Refused(Reason.WRONG_PHASE)
    given = e.ConsentGivenUp(state.dilemma.id)
    after = moving.consent_given_up(state, given, 0)
    return (given, *_entering(after, steps.following(after) or Phase.DECISION, linked=True))


def _close(state: State, *, count_anyway: bool) -> Answer:
    dilemma, box = state.dilemma, state.open_box
    if dilemma is None or box is None:
        return Refused(Reason.VOTE_CLOSED)
    closed = _closing(state, box, count_anyway=count_anyway)
    after = moving.vote_closed(state, closed, 0)
    proposal = after.flow.proposal
    decides = box.vote is steps.deciding_vote(state, dilemma)
    if decides and proposal is not None and proposal.next is Next.NO_QUORUM:
        return Refused(Reason.NO_QUORUM, f"{closed.valid} {closed.present}")
    if box.vote is Vote.CONSENT and _objected(after):
        return (closed,)
    following = steps.following(after)
    return (closed, *_entering(after, following or Phase.DECISION, linked=True))


def _closing(state: State, box: Box, *, count_anyway: bool) -> e.VoteClosed:
    result = count_box(state, box)
    return e.VoteClosed(
        dilemma=box.dilemma,
        vote=box.vote,
        attempt=box.attempt,
        counts=frozen(written_counts(result)),
        valid=result.valid,
        abstained=result.abstained,
        present=result.present,
        by_hand=result.hands,
        personal=len(box.personal),
        count_anyway=count_anyway,
    )


def written_counts(result: Tally) -> Mapping[str, str]:
    """Write a result as texts: counts, or exact means (points) and Borda points (ranking)."""
    if result.scale:
        return {str(point): str(n) for point, n in enumerate(result.scale, start=1)}
    if result.is_ranking:
        return {o: str(points) for o, points in result.borda.items()}
    if result.kind is QuestionType.POINTS:
        return {o: str(mean) for o, mean in result.means.items()}
    return {o: str(n) for o, n in result.counts.items()}


def _confirm(state: State, dilemma: Dilemma) -> Answer:
    proposal, own = state.flow.proposal, state.flow.outcome
    if own is not None:
        return (_by_facilitator(dilemma, own),)
    if proposal is None or proposal.next is not Next.DECIDED:
        return Refused(Reason.DECISION_NEEDED)
    return (
        e.DecisionTaken(
            dilemma=dilemma.id,
            options=proposal.chosen,
            rule=proposal.rule,
            fallback_used=proposal.fallback_used,
            steps=tuple(f"{s.step}:{s.result}" for s in proposal.steps),
            shares=proposal.shares,
            text=state.flow.amended if proposal.rule is Rule.CONSENT else "",
        ),
    )


def _by_facilitator(dilemma: Dilemma, own: tuple[tuple[OptionId, ...], str]) -> e.DecisionTaken:
    options, reason = own
    points = dilemma.type is QuestionType.POINTS
    total = dilemma.points.total if dilemma.points else 0
    part = Fraction(total, max(len(options), 1))
    return e.DecisionTaken(
        dilemma=dilemma.id,
        options=() if points else options,
        rule=Rule.FACILITATOR,
        by_facilitator=True,
        reason=reason,
        shares=frozen(dict.fromkeys(options, part) if points else {}),
    )


def choose_outcome(state: State, command: c.ChooseOutcome) -> Answer:
    """Take the facilitator's choice, where the rule leaves one; confirming comes after."""
    dilemma, proposal = state.dilemma, state.flow.proposal
    if dilemma is None or state.flow.phase is not Phase.DECISION:
        return Refused(Reason.WRONG_PHASE)
    if dilemma.id in state.flow.decisions:
        return Refused(Reason.DECISION_FIXED)
    if proposal is not None and proposal.next is Next.DECIDED:
        return Refused(Reason.DECISION_FIXED)
    required = Reason.REASON_REQUIRED
    refused = text_refused(command.reason, LONGEST_REASON, about="choice", empty=required)
    if refused is not None:
        return refused
    options = _chosen_among(state, dilemma, command.options)
    if isinstance(options, Refused):
        return options
    return (e.OutcomeChosen(dilemma.id, options, command.reason.strip()),)


def _chosen_among(
    state: State, dilemma: Dilemma, wanted: tuple[OptionId, ...]
) -> tuple[OptionId, ...] | Refused:
    proposal = state.flow.proposal
    candidates = facilitators_candidates(dilemma, proposal)
    stranger = next((o for o in wanted if o not in candidates), None)
    if stranger is not None:
        return Refused(Reason.NOT_A_CANDIDATE, stranger)
    several = dilemma.type is QuestionType.POINTS
    most = len(candidates) if several else proposal.seats if proposal else 1
    if not wanted or len(set(wanted)) < len(wanted) or len(wanted) > most:
        return Refused(Reason.NOT_A_CANDIDATE, str(len(wanted)))
    sure = proposal.chosen if proposal else ()
    return (*sure, *(o for o in wanted if o not in sure))


def facilitators_candidates(dilemma: Dilemma, proposal: Proposal | None) -> tuple[OptionId, ...]:
    """Return what the facilitator may choose from: what is tied, or everything."""
    if proposal is not None and proposal.candidates:
        return proposal.candidates
    return tuple(o.id for o in dilemma.options)


def ask_consent_again(state: State, command: c.AskConsentAgain) -> Answer:
    """Put an amended outcome text to the group; after two amendments the rule does not ask."""
    dilemma = state.dilemma
    if dilemma is None or state.flow.phase is not Phase.CONSENT_CHECK or not _objected(state):
        return Refused(Reason.NOTHING_TO_ASK)
    if state.flow.open_vote is not None:
        return Refused(Reason.NOTHING_TO_ASK)
    refused = text_refused(command.text, LONGEST_TEXT, empty=Reason.TEXT_EMPTY)
    if refused is not None:
        return refused
    attempts = [b[2] for b in state.boxes if b[:2] == (dilemma.id, Vote.CONSENT)]
    return (e.ConsentAsked(dilemma.id, command.text.strip(), 1 + max(attempts, default=0)),)


def skip_phase(state: State, command: c.SkipPhase) -> Answer:
    """Leave a phase that may be skipped."""
    if command.step != state.step:
        return Refused(Reason.STALE_STEP)
    following = steps.following(state)
    if not PHASES[state.flow.phase].skippable or following is None:
        return Refused(Reason.CANNOT_SKIP, state.flow.phase)
    return _entering(state, following)


def skip_dilemma(state: State, command: c.SkipDilemma) -> Answer:
    """Leave the running dilemma for the next one; a trial is about this one."""
    if command.step != state.step:
        return Refused(Reason.STALE_STEP)
    left = _left(state)
    if left is None or state.scenario.is_trial:
        return Refused(Reason.CANNOT_SKIP, state.flow.phase)
    after = moving.dilemma_skipped(state, left, 0)
    return (left, *_entering(after, steps.next_round(after), linked=True))


def _left(state: State) -> e.DilemmaSkipped | None:
    """Return the event that leaves the running dilemma; None when there is none undecided."""
    running = state.flow.dilemma
    if running is None or running in state.flow.decisions or not _in_dilemma(state):
        return None
    return e.DilemmaSkipped(running)


def _in_dilemma(state: State) -> bool:
    return PHASES[state.flow.phase].in_dilemma


def can_end_early(state: State) -> bool:
    """Tell whether dilemmas can be left for the years after; a trial has no such years."""
    return state.flow.phase in _BEFORE_THE_YEARS and not state.scenario.is_trial


def end_early(state: State, command: c.EndEarly) -> Answer:
    """Go to the years after; without a decision there are none and the debrief begins."""
    if command.step != state.step:
        return Refused(Reason.STALE_STEP)
    if not can_end_early(state):
        return Refused(Reason.WRONG_PHASE, state.flow.phase)
    goal = Phase.AFTERMATH if state.flow.played else Phase.DEBRIEF
    left = _left(state)
    if left is None:
        return _entering(state, goal)
    return (left, *_entering(moving.dilemma_skipped(state, left, 0), goal, linked=True))


def change_plan(state: State, command: c.ChangePlan) -> Answer:
    """Choose and order the dilemmas that are still to come."""
    if state.flow.phase not in _BEFORE_THE_YEARS:
        return Refused(Reason.WRONG_PHASE, state.flow.phase)
    unknown = next((d for d in command.plan if state.scenario.dilemma(d) is None), None)
    if unknown is not None:
        return Refused(Reason.UNKNOWN_DILEMMA, unknown)
    been = visited(state)
    if any(d in been for d in command.plan) or len(set(command.plan)) < len(command.plan):
        return Refused(Reason.ALREADY_PLAYED)
    if not been and not command.plan:
        return Refused(Reason.PLAN_EMPTY)
    return (e.PlanChanged((*been, *command.plan)),)


def visited(state: State) -> tuple[DilemmaId, ...]:
    """Return the dilemmas that were played, left or are running, in the order of the plan."""
    flow = state.flow
    running = {flow.dilemma} if flow.dilemma else set()
    been = set(flow.played) | flow.left | running
    return tuple(d for d in flow.plan if d in been)


def undo(state: State, command: c.Undo) -> Answer:
    """Take the last step back; cancelling a decision asks for a reason."""
    if not state.undo:
        return Refused(Reason.NOTHING_TO_UNDO)
    point, reason = state.undo[-1], command.reason.strip()
    required = Reason.REASON_REQUIRED if point.decision else None
    refused = text_refused(reason, LONGEST_REASON, about="undo", empty=required)
    if refused is not None:
        return refused
    return (e.Undone(point.flow.phase, point.flow.dilemma, point.what, reason),)


def reopen(state: State, command: c.Reopen) -> Answer:
    """Vote again on something that was closed and not yet decided."""
    dilemma = state.dilemma
    if dilemma is None or command.vote not in reopenable(state):
        return Refused(Reason.CANNOT_REOPEN, command.vote)
    attempts = [b[2] for b in state.boxes if b[:2] == (dilemma.id, command.vote)]
    return (e.VoteReopened(dilemma.id, command.vote, 1 + max(attempts, default=0)),)


def reopenable(state: State) -> tuple[Vote, ...]:
    """Return the votes of the running dilemma that can begin again."""
    dilemma = state.dilemma
    if dilemma is None or dilemma.id in state.flow.decisions or not _in_dilemma(state):
        return ()
    return tuple(v for v in Vote if (dilemma.id, v) in state.flow.results)


def close_session(state: State, _command: c.CloseSession) -> Answer:
    """End the session where it is."""
    return (e.SessionClosed(early=state.flow.phase is not Phase.DEBRIEF),)
