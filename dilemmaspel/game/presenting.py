"""Builds what the facilitator sees, and what one seat sees."""

from dataclasses import replace

from dilemmaspel.game import steps
from dilemmaspel.game.advancing import can_end_early, facilitators_candidates, reopenable, visited
from dilemmaspel.game.ballots import HandsCell, Vote
from dilemmaspel.game.decision import Next, objections, quorum_met
from dilemmaspel.game.ids import RoleId, SeatId, frozen
from dilemmaspel.game.phases import PHASES, Overlay, Page, Phase
from dilemmaspel.game.road import road
from dilemmaspel.game.scenario import Briefing, Dilemma, FacilitatorNotes
from dilemmaspel.game.seeing import public_view, waits_for_facilitator
from dilemmaspel.game.seen_debrief import debrief_view
from dilemmaspel.game.seen_options import one_option, option_views
from dilemmaspel.game.setup import Inputs
from dilemmaspel.game.state import Box, State
from dilemmaspel.game.views import (
    CardView,
    NextView,
    OptionView,
    PresenterView,
    RoleVoted,
    SeatView,
)
from dilemmaspel.game.voting import ballots_in, cast_by_hand, role_in, seats_there, there, votes

_BRIEFED = (Phase.BRIEFING, Phase.VOTE1, Phase.REVEAL1, Phase.CAUCUS, Phase.TALK, Phase.VOTE2)


def presenter_view(state: State) -> PresenterView:
    """Return everything the facilitator needs; never what a single seat chose."""
    dilemma, flow = state.dilemma, state.flow
    undo = state.undo[-1] if state.undo else None
    undecided = dilemma is not None and dilemma.id not in flow.decisions
    inside = PHASES[flow.phase].in_dilemma
    view = PresenterView(
        public=public_view(state),
        step=state.step,
        setup_voting=state.voting,
        road=road(state),
        next=next_view(state),
        undo=undo.what if undo else "",
        undo_needs_reason=bool(undo and undo.decision),
        can_skip=PHASES[flow.phase].skippable,
        can_skip_dilemma=inside and undecided and not state.scenario.is_trial,
        can_end_early=can_end_early(state),
        reopenable=reopenable(state),
        notes_for_me=dilemma.facilitator if dilemma else FacilitatorNotes(),
        debrief=dilemma.debrief if dilemma else _debrief(state),
        debriefing=debrief_view(state),
        cards=_cards(state, dilemma),
        voted=_voted(state),
        seats=tuple((s.id, s.role, s.active) for s in state.seats.values()),
        candidates=_candidates(state, dilemma),
        objections=_objections(state, dilemma),
        consent_attempt=flow.amendments,
    )
    return _with_what_was_said(_with_setting(view, state), state)


def _with_setting(view: PresenterView, state: State) -> PresenterView:
    """Add what the session is set to, and who is in it."""
    been = visited(state)
    return replace(
        view,
        plan=tuple(d for d in state.flow.plan if d not in been),
        titles=frozen({d.id: d.title for d in state.scenario.dilemmas}),
        inputs=state.setup.inputs,
        policy=state.scenario.budget.deficit_policy,
        show_roles=state.show_roles,
        practice=state.setup.practice,
        sensitivity=state.scenario.sensitivity,
        organisation=state.setup.organisation,
        closed=state.flow.phase is Phase.CLOSED,
        heads=frozen({seat.id: seat.heads for seat in state.seats.values()}),
    )


def _with_what_was_said(view: PresenterView, state: State) -> PresenterView:
    """Add notes and remarks; arguments and conditions of the running dilemma only."""
    here = state.flow.dilemma
    return replace(
        view,
        notes=state.notes,
        arguments=tuple(r for r in state.arguments if r.dilemma == here),
        conditions=tuple(r for r in state.conditions if r.dilemma == here),
        agreements=state.agreements,
        exit_poll=state.exit_poll,
        pause_asked=state.pause_asked,
        interrupted=state.interrupted,
    )


def _debrief(state: State) -> tuple[str, ...]:
    played = (state.scenario.dilemma(d) for d in state.flow.played)
    return tuple(question for d in played if d for question in d.debrief)


def next_view(state: State) -> NextView | None:
    """Say what going on will do; None when the session has ended."""
    flow = state.flow
    if flow.phase is Phase.CLOSED:
        return None
    if state.overlay is not Overlay.NONE:
        return NextView(flow.phase, steps.stop_here(state).page, None, resumes=True)
    if flow.open_vote is not None:
        return _closing(state, flow.open_vote)
    stops, page = steps.pages(state), flow.page + 1
    here = steps.stop_here(state).page
    if here is Page.DECISION and flow.dilemma not in flow.decisions:
        return NextView(
            flow.phase, Page.EFFECTS, None, confirms=True, needs_choice=waits_for_facilitator(state)
        )
    if page < len(stops):
        return NextView(flow.phase, stops[page].page, None)
    following = steps.following(state) or Phase.CLOSED
    return NextView(following, None, None)


def _closing(state: State, vote: Vote) -> NextView:
    """Say whether too few have voted yet; abstentions count here, for they are choices."""
    dilemma = state.dilemma
    box = state.box(dilemma.id, vote) if dilemma else None
    few = dilemma is not None and box is not None and _too_few(state, dilemma, box)
    low = few and dilemma is not None and _decides(state, dilemma, vote)
    return NextView(state.flow.phase, None, vote, below_quorum=low, few_voted=few and not low)


def _too_few(state: State, dilemma: Dilemma, box: Box) -> bool:
    seats = seats_there(state, box)
    return not quorum_met(ballots_in(state, box), seats, dilemma.decision.quorum)


def _decides(state: State, dilemma: Dilemma, vote: Vote) -> bool:
    """Tell whether too few make a vote decide nothing: silence is no consent either."""
    return vote in (steps.deciding_vote(state, dilemma), Vote.CONSENT)


def _cards(state: State, dilemma: Dilemma | None) -> tuple[CardView, ...]:
    if dilemma is None:
        return ()
    present = {s.role for s in state.seats.values() if s.active}
    return tuple(
        CardView(role, briefing, role.id in present, (dilemma.id, role.id) in state.shared)
        for role in state.scenario.roles
        if (briefing := dilemma.briefings.get(role.id))
    )


def _voted(state: State) -> tuple[RoleVoted, ...]:
    box = state.open_box
    if box is None:
        return ()
    plays: dict[RoleId, list[tuple[SeatId, bool]]] = {}
    for seat in there(state, box):
        own = plays.setdefault(role_in(state, box, seat.id), [])
        own.append((seat.id, seat.id in box.ballots))
    return tuple(
        RoleVoted(role, tuple(plays[role.id]), cast_by_hand(box, role.id))
        for role in state.scenario.roles
        if role.id in plays
    )


def _candidates(state: State, dilemma: Dilemma | None) -> tuple[OptionView, ...]:
    proposal = state.flow.proposal
    if dilemma is None or proposal is None or proposal.next is Next.DECIDED:
        return ()
    named = facilitators_candidates(dilemma, proposal)
    return tuple(one_option(state, dilemma, o) for o in dilemma.options if o.id in named)


def _objections(state: State, dilemma: Dilemma | None) -> tuple[str, ...]:
    box = state.box(dilemma.id, Vote.CONSENT) if dilemma else None
    counted = dilemma is not None and (dilemma.id, Vote.CONSENT) in state.flow.results
    return tuple(b.objection for b in objections(box.live())) if box and counted else ()


def seat_view(state: State, seat_id: SeatId) -> SeatView | None:
    """Return what one seat may see; None for a seat or role that does not exist."""
    seat = state.seats.get(seat_id)
    role = state.scenario.role(seat.role) if seat else None
    if seat is None or role is None:
        return None
    dilemma, box = state.dilemma, state.open_box
    briefed = dilemma is not None and state.flow.phase in _BRIEFED
    own = box.ballots.get(seat_id) if box else None
    proposal = state.flow.proposal
    asked = box is not None and box.vote is Vote.CONSENT and proposal is not None
    return SeatView(
        seat=seat_id,
        role=role,
        briefing=dilemma.briefings.get(role.id, Briefing()) if dilemma and briefed else Briefing(),
        public=public_view(state),
        ballot=tuple(o for o in option_views(state, dilemma) if box and o.id in box.options)
        if dilemma
        else (),
        may_vote=box is not None
        and seat_id in box.electorate
        and seat.active
        and votes(state, seat),
        has_voted=own is not None,
        own_choice=own.choice if own else None,
        inputs=_inputs_of(state, dilemma, box),
        consent_text=_consent_text(state) if asked else "",
    )


def _inputs_of(state: State, dilemma: Dilemma | None, box: Box | None) -> Inputs:
    """Return what this ballot asks beside the choice; a run-off and an objection ask nothing."""
    asked = state.setup.inputs
    if dilemma is None or box is None:
        return asked
    if box.vote in (Vote.RUNOFF, Vote.CONSENT):
        return Inputs(conditions=asked.conditions, arguments=asked.arguments)
    decides = box.vote is steps.deciding_vote(state, dilemma)
    return replace(asked, personal=asked.personal and decides)


def hands_cells(state: State) -> tuple[HandsCell, ...]:
    """Return the show of hands as counted so far in the open vote, for who is counting."""
    box = state.open_box
    if box is None:
        return ()
    return tuple(HandsCell(b.role, b.choice, b.count, b.objection) for b in box.hands.values())


def _consent_text(state: State) -> str:
    dilemma, proposal = state.dilemma, state.flow.proposal
    if state.flow.amended or dilemma is None or proposal is None:
        return state.flow.amended
    found = (dilemma.option(o) for o in proposal.candidates)
    return " · ".join(o.label for o in found if o is not None)
