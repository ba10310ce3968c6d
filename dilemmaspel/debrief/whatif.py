"""What if: the same rules replayed with other decisions (game model 3.11).

Where a path cannot decide (a tie, a run-off, consent, nobody voted) the real decision stands and
is marked; where only that path comes, things stay as they are and it is marked as not played.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dilemmaspel.debrief.naming import played_dilemmas
from dilemmaspel.game.ballots import Ballot, Vote
from dilemmaspel.game.decision import (
    Next,
    Proposal,
    decide_role_alone,
    propose,
    propose_on_first_vote,
)
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, frozen
from dilemmaspel.game.lines import left_out, what_if, worlds_at_votes
from dilemmaspel.game.paths import visible_options
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import Box, State
from dilemmaspel.game.steps import deciding_vote, two_votes
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.world import Chosen, World

Worlds = Mapping[DilemmaId, World]


@dataclass(frozen=True, slots=True)
class Others:
    """Decisions that another way of deciding would have taken."""

    changes: Mapping[DilemmaId, Chosen]
    undecided: frozenset[DilemmaId] = frozenset()
    """Dilemmas that it cannot decide: the real decision stands."""


def real_choices(state: State) -> Mapping[DilemmaId, Chosen]:
    """Give what was really decided, in the order of the session."""
    return frozen({d: state.flow.decisions[d].chosen for d in state.flow.played})


def worlds(state: State) -> Worlds:
    """Give the world in which each dilemma of the session was decided."""
    flow = state.flow
    return worlds_at_votes(state.scenario, real_choices(state), flow.plan, flow.world.votes)


@dataclass(frozen=True, slots=True)
class Replay:
    """What every replay of one session needs, worked out once."""

    at: Worlds
    out: frozenset[DilemmaId]
    """Dilemmas that the group left out, and that no path comes to."""


def replay_of(state: State) -> Replay:
    """Prepare to replay a session."""
    flow = state.flow
    out = left_out(state.scenario, real_choices(state), flow.plan, flow.world.votes)
    return Replay(worlds(state), out)


def options_at(state: State, dilemma: Dilemma, vote: Vote, at: Worlds) -> tuple[OptionId, ...]:
    """Give what could be decided at a vote: the options on the ballot, or the visible bands."""
    box = state.box(dilemma.id, vote)
    if dilemma.type is not QuestionType.AGREEMENT:
        return box.options if box else ()
    world = at.get(dilemma.id)
    return tuple(o.id for o in visible_options(dilemma, world)) if world else ()


@dataclass(frozen=True, slots=True)
class Held:
    """A vote that was held, as the rules want to hear of it."""

    options: tuple[OptionId, ...]
    ballots: tuple[Ballot, ...]
    present: int
    per_role: Mapping[RoleId, int]
    """People present per role."""


def held(state: State, dilemma: Dilemma, vote: Vote, at: Worlds) -> Held | None:
    """Give a vote for the rules to decide on once more; None when it was not held."""
    box, result = state.box(dilemma.id, vote), state.flow.results.get((dilemma.id, vote))
    if box is None or result is None:
        return None
    per_role = {role: own.persons for role, own in result.per_role.items()}
    return Held(options_at(state, dilemma, vote, at), box.live(), result.present, per_role)


def proposed(
    state: State, dilemma: Dilemma, at: Worlds, *, runoff: Box | None = None
) -> Proposal | None:
    """Give what a dilemma, with its rule as it stands there, makes of its deciding vote.

    None when that vote was not held; the quorum was met, or passed over, when it was.
    """
    vote = held(state, dilemma, deciding_vote(state, dilemma), at)
    if vote is None:
        return None
    return propose(
        state.scenario,
        dilemma,
        vote.options,
        vote.ballots,
        vote.present,
        state.session,
        runoff=runoff.live() if runoff else None,
        runoff_options=runoff.options if runoff else (),
        count_anyway=True,
        present_by_role=vote.per_role,
    )


def on_first_vote(state: State, at: Worlds | None = None) -> Others:
    """Give the decisions of vote 1 by the rules of the scenario."""
    found = {
        dilemma.id: _on_first_vote(state, dilemma, at or worlds(state))
        for dilemma in played_dilemmas(state)
        if two_votes(state, dilemma)
    }
    return _others(found)


def _on_first_vote(state: State, dilemma: Dilemma, at: Worlds) -> Proposal | None:
    first = held(state, dilemma, Vote.FIRST, at)
    if first is None:
        return None
    return propose_on_first_vote(
        state.scenario,
        dilemma,
        first.options,
        first.ballots,
        first.present,
        state.session,
        first.per_role,
    )


def by_role(state: State, role: RoleId, at: Worlds | None = None) -> Others:
    """Give the decisions of one role alone, by its own deciding votes."""
    return _others(
        {d.id: _by_role(state, d, role, at or worlds(state)) for d in played_dilemmas(state)}
    )


def _by_role(state: State, dilemma: Dilemma, role: RoleId, at: Worlds) -> Proposal | None:
    vote = held(state, dilemma, deciding_vote(state, dilemma), at)
    if vote is None:
        return None
    return decide_role_alone(
        state.scenario,
        dilemma,
        vote.options,
        vote.ballots,
        role,
        state.session,
        vote.per_role,
    )


def _others(found: Mapping[DilemmaId, Proposal | None]) -> Others:
    decided = {
        dilemma: Chosen(proposal.chosen, proposal.shares)
        for dilemma, proposal in found.items()
        if proposal is not None and proposal.next is Next.DECIDED
    }
    return Others(frozen(decided), frozenset(found.keys() - decided.keys()))


def world_of(
    state: State, changes: Mapping[DilemmaId, Chosen], replay: Replay | None = None
) -> World:
    """Replay the session with other decisions in the dilemmas of `changes`."""
    flow, real = state.flow, real_choices(state)
    out = replay.out if replay else None
    return what_if(state.scenario, real, changes, flow.plan, flow.world.votes, out)


def alternatives(state: State, dilemma: Dilemma, at: Worlds | None = None) -> tuple[Chosen, ...]:
    """Give the other single outcomes that the group could have chosen in a dilemma.

    One per visible option or band that is not the decision; none for a division of points or a
    dilemma without a decision.
    """
    world = (at or worlds(state)).get(dilemma.id)
    taken = state.flow.decisions.get(dilemma.id)
    if world is None or taken is None or dilemma.type is QuestionType.POINTS:
        return ()
    options = (o.id for o in visible_options(dilemma, world))
    return tuple(Chosen((o,)) for o in options if (o,) != taken.chosen.options)
