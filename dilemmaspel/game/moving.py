"""How the events that move a session change its flow; each step leaves a checkpoint."""

from dataclasses import replace
from typing import Final

from dilemmaspel.game import events as e
from dilemmaspel.game import steps
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.counting import count_box, facts_of, propose_now
from dilemmaspel.game.decision import Next
from dilemmaspel.game.ids import DilemmaId, frozen, updated
from dilemmaspel.game.phases import PHASES, VOTE_PHASES, Phase, minutes_of
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import Box, Checkpoint, Clock, Flow, State, Taken
from dilemmaspel.game.voting import ballot_for, electorate
from dilemmaspel.game.world import Chosen, resolve

MINUTE: Final = 60_000


def stepped(state: State, what: str, flow: Flow, *, decision: bool = False) -> State:
    """Return the state in `flow`, with a checkpoint of where it was."""
    point = Checkpoint(what, state.flow, decision)
    return replace(state, flow=flow, undo=(*state.undo, point), step=state.step + 1)


def vote_closed(state: State, event: e.VoteClosed, _at: int) -> State:
    """Close the box, count it, and see what the rule makes of it."""
    box = state.boxes[(event.dilemma, event.vote, event.attempt)]
    result = count_box(state, box)
    flow = replace(
        state.flow,
        open_vote=None,
        results=updated(state.flow.results, (event.dilemma, event.vote), result),
        count_anyway=event.count_anyway or _counted_anyway(state.flow, event.vote),
    )
    closed = stepped(state, "VoteClosed", flow)
    return replace(closed, flow=replace(flow, proposal=propose_now(closed)), time_asked=0)


def _counted_anyway(flow: Flow, vote: Vote) -> bool:
    """What follows on a vote below its quorum does not ask for the quorum again."""
    return flow.count_anyway and vote in (Vote.RUNOFF, Vote.CONSENT)


def phase_entered(state: State, event: e.PhaseEntered, at: int) -> State:
    """Come in a phase: a round may open, a box may open, the clock begins anew."""
    flow = _flow_into(state, event)
    same = event.linked
    state = replace(state, flow=flow) if same else stepped(state, "PhaseEntered", flow)
    state = replace(state, clock=_clock(state, event.phase, at))
    vote = PHASES[event.phase].vote
    if vote is None:
        return state
    state = _box_opened(state, vote)
    return _forget(state) if event.phase is Phase.VOTE1 else state


def _flow_into(state: State, event: e.PhaseEntered) -> Flow:
    phase = event.phase
    if phase is Phase.NEWS_STORY and event.dilemma is not None:
        dilemma = state.scenario.dilemma(event.dilemma)
        flow = steps.opened(state, dilemma) if dilemma else state.flow
    elif phase is Phase.AFTERMATH:
        flow = steps.aftermath_begun(state)
    elif phase is Phase.DEBRIEF:
        flow = replace(state.flow, dilemma=None)
    else:
        flow = state.flow
    seen = flow.revealed
    if flow.dilemma and phase is Phase.REVEAL1:
        seen = seen | {(flow.dilemma, Vote.FIRST)}
    if flow.dilemma and phase is Phase.DECISION:
        seen = seen | {key for key in flow.results if key[0] == flow.dilemma}
    return replace(flow, phase=phase, page=0, revealed=seen)


def _clock(state: State, phase: Phase, at: int) -> Clock:
    minutes = state.setup.minutes.get(phase, state.scenario.timing.get(phase))
    if minutes is None:
        minutes = minutes_of(phase, state.setup.profile) or 0
    runs = state.clock.since is not None or state.overlay.value == "none"
    return Clock(planned=minutes * MINUTE, since=at if runs else None)


def _box_opened(state: State, vote: Vote) -> State:
    """Open the box of a vote; one that was opened before opens again with its ballots."""
    dilemma = state.dilemma
    if dilemma is None:
        return state
    key = (dilemma.id, vote)
    floor = state.flow.floor.get(key, 0)
    attempts = [b[2] for b in state.boxes if b[:2] == key]
    again = min((a for a in attempts if a > floor), default=None)
    if again is None:
        return _new_box(state, dilemma, vote, 1 + max(attempts, default=0))
    box = state.boxes[(*key, again)]
    box = replace(box, electorate=box.electorate | electorate(state))
    return _with_box(state, box)


def _new_box(state: State, dilemma: Dilemma, vote: Vote, attempt: int) -> State:
    options = ballot_for(state, dilemma, vote)
    return _with_box(state, Box(dilemma.id, vote, attempt, options, electorate(state)))


def _with_box(state: State, box: Box) -> State:
    flow = replace(
        state.flow,
        open_vote=box.vote,
        attempts=updated(state.flow.attempts, (box.dilemma, box.vote), box.attempt),
    )
    boxes = updated(state.boxes, (box.dilemma, box.vote, box.attempt), box)
    return replace(state, flow=flow, boxes=boxes, time_asked=0)


def _forget(state: State) -> State:
    """From the first vote of a round on, the round before it stands."""
    last = max((i for i, point in enumerate(state.undo) if point.decision), default=-1)
    return replace(state, undo=state.undo[last + 1 :])


def page_turned(state: State, event: e.PageTurned, _at: int) -> State:
    """Show another page of the phase."""
    return stepped(state, "PageTurned", replace(state.flow, page=event.page))


def year_passed(state: State, event: e.YearPassed, _at: int) -> State:
    """Let a year of the aftermath go by."""
    return stepped(state, "YearPassed", steps.year_passed(state, event.page))


def dilemma_skipped(state: State, event: e.DilemmaSkipped, _at: int) -> State:
    """Leave a dilemma as if its year had not begun; its votes stay in the log."""
    flow = state.flow
    running = flow.dilemma == event.dilemma and event.dilemma not in flow.decisions
    flow = replace(
        flow,
        world=flow.base if running else flow.world,
        left=flow.left | {event.dilemma},
        open_vote=None,
        proposal=None,
    )
    return stepped(state, "DilemmaSkipped", flow)


def plan_changed(state: State, event: e.PlanChanged, _at: int) -> State:
    """Choose anew what is still to come, after what was."""
    return stepped(state, "PlanChanged", replace(state.flow, plan=event.plan))


def outcome_chosen(state: State, event: e.OutcomeChosen, _at: int) -> State:
    """Keep the facilitator's choice until it is confirmed."""
    flow = replace(state.flow, outcome=(event.options, event.reason))
    return stepped(state, "OutcomeChosen", flow)


def consent_asked(state: State, event: e.ConsentAsked, _at: int) -> State:
    """Put the amended outcome to the group in a new box."""
    dilemma = state.dilemma
    key = (event.dilemma, Vote.CONSENT)
    flow = replace(
        state.flow,
        amended=event.text,
        amendments=state.flow.amendments + 1,
        results=frozen({k: v for k, v in state.flow.results.items() if k != key}),
        floor=updated(state.flow.floor, key, event.attempt - 1),
    )
    state = stepped(state, "ConsentAsked", flow)
    return _new_box(state, dilemma, Vote.CONSENT, event.attempt) if dilemma else state


def consent_given_up(state: State, _event: e.ConsentGivenUp, _at: int) -> State:
    """Let the fallback rule decide."""
    state = stepped(state, "ConsentGivenUp", replace(state.flow, given_up=True))
    return replace(state, flow=replace(state.flow, proposal=propose_now(state)))


def vote_reopened(state: State, event: e.VoteReopened, at: int) -> State:
    """Vote again; what was counted on the old ballots is forgotten, the ballots are not.

    A run-off or consent check asks again what it asked before, also in amended words.
    """
    phase = VOTE_PHASES[event.vote]
    gone = _gone(state, event)
    flow = state.flow
    floor = dict(flow.floor)
    for key in gone:
        floor[key] = max((b[2] for b in state.boxes if b[:2] == key), default=0)
    flow = replace(
        _without(flow, gone),
        phase=phase,
        page=0,
        floor=frozen(floor),
        outcome=None,
        count_anyway=_counted_anyway(flow, event.vote),
    )
    if event.vote is not Vote.CONSENT and (event.dilemma, Vote.CONSENT) in gone:
        flow = replace(flow, amended="", amendments=0)
    state = stepped(state, "VoteReopened", flow)
    state = replace(state, flow=replace(flow, proposal=propose_now(state)))
    state = replace(state, clock=_clock(state, phase, at))
    return _box_opened(state, event.vote)


def _gone(state: State, event: e.VoteReopened) -> frozenset[tuple[DilemmaId, Vote]]:
    """Return the votes that no longer count: the reopened one, and those that built on it."""
    order = [Vote.FIRST, Vote.SECOND, Vote.RUNOFF, Vote.CONSENT]
    if not _tied_at_the_vote(state, event.dilemma):
        order = [Vote.FIRST, Vote.SECOND, Vote.CONSENT, Vote.RUNOFF]
    return frozenset((event.dilemma, vote) for vote in order[order.index(event.vote) :])


def _tied_at_the_vote(state: State, dilemma: DilemmaId) -> bool:
    """Tell whether a run-off belongs to the vote itself, and not to the fallback of consent."""
    extra = frozenset({(dilemma, Vote.RUNOFF), (dilemma, Vote.CONSENT)})
    bare = replace(_without(state.flow, extra), amendments=0)
    proposal = propose_now(replace(state, flow=bare))
    return proposal is not None and proposal.next is Next.RUNOFF


def _without(flow: Flow, gone: frozenset[tuple[DilemmaId, Vote]]) -> Flow:
    return replace(
        flow,
        results=frozen({k: v for k, v in flow.results.items() if k not in gone}),
        revealed=flow.revealed - gone,
        attempts=frozen({k: v for k, v in flow.attempts.items() if k not in gone}),
        given_up=flow.given_up and not any(vote is Vote.CONSENT for _, vote in gone),
    )


def decision_taken(state: State, event: e.DecisionTaken, _at: int) -> State:
    """Apply the outcome of a confirmed decision."""
    dilemma = state.scenario.dilemma(event.dilemma)
    flow = state.flow
    if dilemma is None:
        return state
    chosen = Chosen(event.options, event.shares)
    taken = Taken(
        chosen=chosen,
        rule=event.rule,
        fallback_used=event.fallback_used,
        by_facilitator=event.by_facilitator,
        reason=event.reason,
        steps=event.steps,
        text=event.text,
    )
    world = resolve(state.scenario, flow.world, dilemma, chosen, facts_of(state, dilemma))
    flow = replace(
        flow,
        world=world,
        played=(*flow.played, dilemma.id),
        decisions=updated(flow.decisions, dilemma.id, taken),
    )
    state = stepped(state, "DecisionTaken", flow, decision=True)
    stops = steps.pages(state)
    page = next((i for i, s in enumerate(stops) if s.page.value == "effects"), flow.page)
    return replace(state, flow=replace(flow, page=page))


def undone(state: State, _event: e.Undone, at: int) -> State:
    """Go back to before the last step; ballots, notes and people stay."""
    if not state.undo:
        return state
    point = state.undo[-1]
    moved = point.flow.phase is not state.flow.phase
    state = replace(state, flow=point.flow, undo=state.undo[:-1], step=state.step + 1)
    return replace(state, clock=_clock(state, point.flow.phase, at)) if moved else state


def session_closed(state: State, _event: e.SessionClosed, _at: int) -> State:
    """End the session."""
    flow = replace(state.flow, phase=Phase.CLOSED, page=0, open_vote=None)
    return replace(state, flow=flow, undo=(), clock=Clock(), step=state.step + 1)
