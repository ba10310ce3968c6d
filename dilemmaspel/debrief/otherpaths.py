"""The other paths as figures: ours, nothing done, vote 1, one role alone, a choice by hand.

While a session is still under way every path ends where ours does, so that none tells what is
still to come.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dilemmaspel.debrief.figures.rules import Path, PathKind, PathStep, Turn, WhatIf
from dilemmaspel.debrief.naming import (
    chosen_places,
    dilemma_name,
    played_dilemmas,
    same_outcome,
)
from dilemmaspel.debrief.saying import Say, say
from dilemmaspel.debrief.secrecy import shown_roles
from dilemmaspel.debrief.whatif import (
    Others,
    Replay,
    by_role,
    on_first_vote,
    real_choices,
    replay_of,
    world_of,
)
from dilemmaspel.game.ids import DilemmaId, EndingId, IndicatorId, frozen
from dilemmaspel.game.lines import null_line
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Dilemma, Indicator, Role
from dilemmaspel.game.state import State
from dilemmaspel.game.world import Chosen, Snapshot, World, ending, new_world
from dilemmaspel.texts import mark
from dilemmaspel.words.names import INDICATORS

Names = tuple[str, PathKind, Say]
"""What a path is called: its id, its kind and its name."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """A path with its years."""

    path: Path
    years: tuple[Snapshot, ...]


def real_path(state: State) -> Replayed:
    """Give the path that was really taken."""
    world = state.flow.world
    steps = tuple(
        _step(state, dilemma, Turn.SAME, state.flow.decisions[dilemma.id].chosen)
        for dilemma in played_dilemmas(state)
    )
    names = ("real", PathKind.REAL, say(mark("Our path")))
    path = _path(state, names, world.snapshots, steps)
    return Replayed(_told(path, _ending(state, world)), world.snapshots)


def null_path(state: State) -> Replayed:
    """Give the years without any decision: drift and the events of the dilemmas played."""
    years = null_line(state.scenario, state.flow.played, len(state.flow.world.snapshots))
    names = ("null", PathKind.NULL, say(mark("Nothing done")))
    return Replayed(_path(state, names, years), years)


def first_vote_path(state: State, replay: Replay | None = None) -> Replayed | None:
    """Give the path "had we stayed at vote 1"; None when no dilemma was voted on twice."""
    known = replay or replay_of(state)
    others = on_first_vote(state, known.at)
    if not others.changes and not others.undecided:
        return None
    name = say(mark("Had we stayed at vote 1"))
    return _replayed(state, known, ("first_vote", PathKind.FIRST_VOTE, name), others)


def role_path(state: State, role: Role, replay: Replay | None = None) -> Replayed:
    """Give the path "had only this role decided"."""
    known = replay or replay_of(state)
    name = say(mark("Had only {role} decided"), role=role.name)
    others = by_role(state, role.id, known.at)
    names = (f"role:{role.id}", PathKind.ROLE_ALONE, name)
    return _replayed(state, known, names, others, role)


def role_paths(state: State, replay: Replay | None = None) -> tuple[Replayed, ...]:
    """Give the path of every role whose votes may be shown in each dilemma it voted on.

    Where it did not vote the real decision stands.
    """
    known = replay or replay_of(state)
    allowed = roles_throughout(state)
    return tuple(
        role_path(state, role, known)
        for role in state.scenario.roles
        if role.id in allowed and role.voting
    )


def roles_throughout(state: State) -> frozenset[str]:
    """Give the roles with a ballot whose counts may be shown in every dilemma they voted on."""
    voted: set[str] = set()
    hidden: set[str] = set()
    for dilemma in played_dilemmas(state):
        results = (t for (d, _), t in state.flow.results.items() if d == dilemma.id)
        here = {role for result in results for role in result.per_role}
        voted |= here
        hidden |= here - shown_roles(state, dilemma)
    return frozenset(voted - hidden)


def hand_path(
    state: State, dilemma: Dilemma, chosen: Chosen, replay: Replay | None = None
) -> Replayed:
    """Give the path with one decision changed by hand."""
    places, points = chosen_places(dilemma, chosen)
    signs = [
        f"{p.sign} {points[i]}" if points else f"{p.sign} {p.label}".strip()
        for i, p in enumerate(places)
    ]
    ids = [f"{p.id}:{points[i]}" if points else p.id for i, p in enumerate(places)]
    name = say(mark("{dilemma}: {option}"), dilemma=dilemma.title, option=" + ".join(signs))
    others = Others(frozen({dilemma.id: chosen}))
    names = (f"{dilemma.id}={'+'.join(ids)}", PathKind.BY_HAND, name)
    return _replayed(state, replay or replay_of(state), names, others)


def all_paths(state: State) -> tuple[Replayed, ...]:
    """Give ours, nothing done, vote 1 where there were two, and each role alone."""
    replay = replay_of(state)
    first = first_vote_path(state, replay)
    between = (first,) if first else ()
    return (real_path(state), null_path(state), *between, *role_paths(state, replay))


def what_if_of(state: State, paths: tuple[Replayed, ...]) -> WhatIf:
    """Put paths in one figure."""
    shown = shown_indicators(state)
    return WhatIf(
        indicators=tuple(i.id for i in shown),
        names=tuple(indicator_name(i.id) for i in shown),
        paths=tuple(one.path for one in paths),
    )


def shown_indicators(state: State) -> tuple[Indicator, ...]:
    """Give the indicators that the scenario shows, in order."""
    scenario = state.scenario
    return tuple(i for i in scenario.indicators if i.id not in scenario.hidden_indicators)


def indicator_name(indicator: IndicatorId) -> Say:
    """Name an indicator; one that the catalogue does not know by its id."""
    known = INDICATORS.get(indicator)
    return say(known.name) if known else Say(indicator.replace("_", " ").capitalize())


def _replayed(
    state: State,
    replay: Replay,
    names: Names,
    others: Others,
    role: Role | None = None,
) -> Replayed:
    world = world_of(state, others.changes, replay)
    years = world.snapshots if is_over(state) else world.snapshots[: _years_so_far(state)]
    path = _path(state, names, years, _steps(state, world, others), role)
    return Replayed(_told(path, _ending(state, world)), years)


def is_over(state: State) -> bool:
    """Tell whether the years after are over."""
    return state.flow.phase in (Phase.DEBRIEF, Phase.CLOSED)


def _years_so_far(state: State) -> int:
    return len(state.flow.world.snapshots)


def _ending(state: State, world: World) -> EndingId | None:
    found = ending(state.scenario, world) if is_over(state) else None
    return found.id if found else None


def _steps(state: State, world: World, others: Others) -> tuple[PathStep, ...]:
    real = real_choices(state)
    dilemmas = (d for d in state.scenario.dilemmas if d.id in world.chosen or d.id in real)
    return tuple(
        _step(state, d, _turn(world, real, others, d.id), world.chosen.get(d.id, Chosen()))
        for d in dilemmas
        if is_over(state) or d.id in real
    )


def _turn(
    world: World, real: Mapping[DilemmaId, Chosen], others: Others, dilemma: DilemmaId
) -> Turn:
    if dilemma not in world.chosen:
        return Turn.MISSED
    if dilemma in world.not_played:
        return Turn.NOT_PLAYED
    if dilemma in others.undecided:
        return Turn.REAL
    same = dilemma in real and same_outcome(world.chosen[dilemma], real[dilemma])
    return Turn.SAME if same else Turn.CHANGED


def _step(state: State, dilemma: Dilemma, turn: Turn, chosen: Chosen) -> PathStep:
    places, points = chosen_places(dilemma, chosen)
    return PathStep(dilemma_name(state, dilemma), turn, places, points)


def _path(
    state: State,
    names: Names,
    years: tuple[Snapshot, ...],
    steps: tuple[PathStep, ...] = (),
    role: Role | None = None,
) -> Path:
    """Make a path that ends where its last year does, or at the start without a year."""
    start = new_world(state.scenario)
    values = years[-1].indicators if years else start.indicators
    key, kind, name = names
    return Path(
        id=key,
        kind=kind,
        name=name,
        steps=steps,
        end=tuple(values[i.id] for i in shown_indicators(state)),
        reserve=years[-1].reserve if years else start.reserve,
        ending=None,
        role=role,
    )


def _told(path: Path, ending_id: EndingId | None) -> Path:
    return replace(path, ending=ending_id)
