"""The road of a session as a list of stops: what was, where we are, what comes."""

from dilemmaspel.game import steps
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State
from dilemmaspel.game.views import StopView

_BEFORE = (Phase.LOBBY, Phase.INTRO, Phase.ROLES)
_AFTER = (Phase.AFTERMATH, Phase.DEBRIEF, Phase.CLOSED)
_AFTER_TRIAL = (Phase.CLOSED,)
_ORDER = tuple(Phase)


def road(state: State) -> tuple[StopView, ...]:
    """Return the stops: the opening phases, the dilemmas (the running one opened), the end."""
    return (
        *(_phase(state, phase) for phase in _BEFORE),
        *(stop for dilemma in _dilemmas(state) for stop in _stops(state, dilemma)),
        *(_phase(state, phase) for phase in (_AFTER_TRIAL if state.scenario.is_trial else _AFTER)),
    )


def _phase(state: State, phase: Phase) -> StopView:
    here = state.flow.phase is phase
    done = _ORDER.index(state.flow.phase) > _ORDER.index(phase)
    return StopView(phase, None, "", done=done, here=here)


def _dilemmas(state: State) -> tuple[DilemmaId, ...]:
    """Return played, left and running dilemmas in order, then those to come."""
    flow = state.flow
    been = [d for d in flow.plan if d in flow.played or d in flow.left or d == flow.dilemma]
    coming = steps.still_to_come(state) if flow.phase not in _AFTER else ()
    return tuple(dict.fromkeys([*been, *coming]))


def _stops(state: State, dilemma_id: DilemmaId) -> tuple[StopView, ...]:
    dilemma = state.scenario.dilemma(dilemma_id)
    if dilemma is None:
        return ()
    flow = state.flow
    running = flow.dilemma == dilemma_id and flow.phase not in (*_BEFORE, *_AFTER)
    head = StopView(
        None,
        dilemma_id,
        dilemma.title,
        done=dilemma_id in flow.played and not running,
        here=running,
        skipped=dilemma_id in flow.left,
    )
    return (head, *_inside(state, dilemma)) if running else (head,)


def _inside(state: State, dilemma: Dilemma) -> tuple[StopView, ...]:
    now = _ORDER.index(state.flow.phase)
    return tuple(
        StopView(phase, dilemma.id, "", done=_ORDER.index(phase) < now, here=_ORDER[now] is phase)
        for phase in phases_of(state, dilemma)
    )


def phases_of(state: State, dilemma: Dilemma) -> tuple[Phase, ...]:
    """Return the phases this dilemma goes through in this session, without what may not come."""
    profile, twice = state.setup.profile, steps.two_votes(state, dilemma)
    sometimes = {Phase.RUNOFF, Phase.CONSENT_CHECK} - {state.flow.phase}
    inside = _ORDER[_ORDER.index(Phase.NEWS_STORY) : _ORDER.index(Phase.AFTERMATH)]
    return tuple(
        phase
        for phase in inside
        if steps.in_profile(phase, profile)
        and phase not in sometimes
        and (twice or phase is not Phase.VOTE2)
        and (steps.reflects(state) or phase is not Phase.REFLECT)
    )
