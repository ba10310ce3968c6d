"""Which dilemma comes next: the order, `when`, jumps and the profile's choice of dilemmas."""

from collections.abc import Iterator
from dataclasses import replace

from dilemmaspel.game.excludes import excludes
from dilemmaspel.game.holds import holds
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.scenario import Dilemma, Option, Scenario
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.values import World

_PLACES = {"kort": 2, "standaard": 3}
"""How many dilemmas of the path a profile plays; another profile plays all."""


def visible_options(dilemma: Dilemma, world: World) -> tuple[Option, ...]:
    """Give the options (or bands) whose `when` holds, in order."""
    return tuple(option for option in dilemma.options if holds(option.when, world))


def next_dilemma(
    scenario: Scenario,
    plan: tuple[DilemmaId, ...] | None,
    world: World,
    after: DilemmaId | None,
) -> DilemmaId | None:
    """Find the dilemma after `after` (played or skipped; None: the first); None is the end.

    `plan` lists the dilemmas to play, in order; None takes the scenario's sequence. To be asked
    between two years: `when` is judged as of the coming year. A jump to a dilemma outside the
    plan goes on with the first one of the plan that comes later in the sequence.
    """
    order = _order(scenario)
    chosen = tuple(order) if plan is None else tuple(d for d in plan if d in order)
    rest = _from_jump(_left(chosen, order, after), order, after, world)
    coming = replace(world, round=world.round + 1)
    for dilemma_id in rest:
        if dilemma_id not in world.chosen and holds(order[dilemma_id].when, coming):
            return dilemma_id
    return None


def _order(scenario: Scenario) -> dict[DilemmaId, Dilemma]:
    return {dilemma.id: dilemma for dilemma in scenario.dilemmas}


def _left(
    plan: tuple[DilemmaId, ...], order: dict[DilemmaId, Dilemma], after: DilemmaId | None
) -> tuple[DilemmaId, ...]:
    if after in plan:
        return plan[plan.index(after) + 1 :]
    return _from(plan, order, after)


def _from_jump(
    rest: tuple[DilemmaId, ...],
    order: dict[DilemmaId, Dilemma],
    after: DilemmaId | None,
    world: World,
) -> tuple[DilemmaId, ...]:
    target = None if after is None else world.jumps.get(after)
    if target in rest:
        return rest[rest.index(target) :]
    return _from(rest, order, target)


def _from(
    rest: tuple[DilemmaId, ...], order: dict[DilemmaId, Dilemma], start: DilemmaId | None
) -> tuple[DilemmaId, ...]:
    """Keep what stands at or behind `start` in the sequence; all when it stands nowhere."""
    at = {dilemma_id: place for place, dilemma_id in enumerate(order)}
    first = -1 if start is None else at.get(start, -1)
    return tuple(d for d in rest if at[d] >= first)


def profile_plan(scenario: Scenario, profile: str) -> tuple[DilemmaId, ...]:
    """List the dilemmas that a profile plays (`kort`, `standaard`, `dagdeel`).

    What the scenario names under `profiles`, else the first two, three or all places of the
    sequence. Neighbours whose `when` exclude each other share a place: both are in the plan,
    and the session plays the one that holds.
    """
    shared = tuple(places(scenario))
    named = scenario.profiles.get(profile)
    if named is None:
        return tuple(d for place in shared[: _PLACES.get(profile)] for d in place)
    plan: list[DilemmaId] = []
    for dilemma_id in named:
        place = next((p for p in shared if dilemma_id in p), ())
        plan.extend(d for d in place if d not in plan)
    return tuple(plan)


def places(scenario: Scenario) -> Iterator[tuple[DilemmaId, ...]]:
    """Group neighbours of the sequence that exclude each other, two by two; one is played."""
    kinds = (QuestionType.SINGLE_CHOICE, QuestionType.AGREEMENT)
    single = frozenset(d.id for d in scenario.dilemmas if d.type in kinds)
    place: list[Dilemma] = []
    for dilemma in scenario.dilemmas:
        if place and not all(excludes(dilemma.when, d.when, single) for d in place):
            yield tuple(d.id for d in place)
            place = []
        place.append(dilemma)
    if place:
        yield tuple(d.id for d in place)
