"""The world of the game and how a year, a decision and an ending change it.

Everything here is a pure function over frozen values: the same scenario and the same decisions
give the same world (game model 3.1 to 3.4). This module is the door; the parts stand in
`values`, `holds`, `budget`, `effects`, `lens` and `paths`.
"""

from dataclasses import replace

from dilemmaspel.game.budget import (
    Price,
    YearRoom,
    blocked_options,
    committed,
    fits,
    free,
    grant,
    pay,
    room,
    settle,
    share_prices,
    year_rooms,
)
from dilemmaspel.game.conditions import Always
from dilemmaspel.game.effects import (
    clamped,
    proportional,
    with_benefits,
    with_effects,
    with_empty_line,
    with_news,
)
from dilemmaspel.game.holds import condition_text, holds
from dilemmaspel.game.ids import DilemmaId, OptionId, frozen, updated
from dilemmaspel.game.lens import HasIndicators, LensSign, lens, lens_sign
from dilemmaspel.game.paths import next_dilemma, profile_plan, visible_options
from dilemmaspel.game.scenario import Dilemma, Ending, Outcome, Scenario
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.values import (
    MUNICIPALITY,
    Change,
    Chosen,
    Commitment,
    Granted,
    News,
    Queued,
    Snapshot,
    Source,
    SourceKind,
    VoteFacts,
    World,
)

__all__ = [
    "MUNICIPALITY",
    "Change",
    "Chosen",
    "Commitment",
    "Granted",
    "HasIndicators",
    "LensSign",
    "News",
    "Queued",
    "Snapshot",
    "Source",
    "SourceKind",
    "VoteFacts",
    "World",
    "YearRoom",
    "blocked_options",
    "committed",
    "condition_text",
    "end_round",
    "ending",
    "fits",
    "free",
    "holds",
    "lens",
    "lens_sign",
    "new_world",
    "next_dilemma",
    "profile_plan",
    "resolve",
    "room",
    "start_round",
    "visible_options",
    "year_rooms",
]


def new_world(scenario: Scenario) -> World:
    """Make the world before the first year."""
    return World(
        round=0,
        indicators=frozen({i.id: i.start for i in scenario.indicators}),
        annual=scenario.budget.annual,
        reserve=scenario.budget.reserve,
    )


def start_round(scenario: Scenario, world: World, dilemma: Dilemma | None) -> World:
    """Begin the next year: drift, what was delayed to it, then the dilemma's event.

    None begins a year without a dilemma. The first year has no drift.
    """
    world = replace(world, round=world.round + 1)
    since = len(world.log)
    if world.round > 1:
        world = with_effects(world, scenario.drift, Source(SourceKind.DRIFT))
    world = clamped(scenario, _with_due(world), since)
    if dilemma is None or dilemma.event is None:
        return world
    since = len(world.log)
    event = dilemma.event
    world = with_effects(world, event.effects, Source(SourceKind.EVENT, dilemma.id))
    return clamped(scenario, grant(world, dilemma.id, event.budget), since)


def _with_due(world: World) -> World:
    """Let what is due this year happen, one after the other, each seeing the earlier ones."""
    due = [q for q in world.queue if q.due <= world.round]
    if not due:
        return world
    world = replace(world, queue=tuple(q for q in world.queue if q.due > world.round))
    for queued in due:
        world = _with_delayed(world, queued)
    return world


def _with_delayed(world: World, queued: Queued) -> World:
    delayed, dilemma = queued.delayed, queued.dilemma
    condition = delayed.condition
    text = None if isinstance(condition, Always) else condition_text(condition)
    shares = world.chosen.get(dilemma, Chosen()).shares or None
    if not holds(condition, world, shares):
        source = Source(SourceKind.LAPSED, dilemma, queued.option, text)
        lapsed = with_effects(world, delayed.else_effects, source)
        if lapsed is world:
            lapsed = with_empty_line(world, source)
        return with_news(lapsed, News(world.round, delayed.else_news, True, dilemma))
    source = Source(SourceKind.DELAYED, dilemma, queued.option, text)
    world = with_effects(world, delayed.effects, source)
    world = with_benefits(grant(world, dilemma, delayed.budget), delayed.benefits)
    return with_news(world, News(world.round, delayed.news, False, dilemma))


def resolve(
    scenario: Scenario,
    world: World,
    dilemma: Dilemma,
    chosen: Chosen,
    facts: VoteFacts | None = None,
) -> World:
    """Let a confirmed decision take effect.

    In this order: effects, costs, grants, benefits, flags, delayed effects; then the scale. Of
    several winners all effects come first, then all costs, and so on, winners in order. In a
    points dilemma the first outcome that holds is judged after the proportional effects, not
    yet cut to the scale; of its options only `effects`, `pays` and `payer` count.
    """
    since = len(world.log)
    world = replace(
        world,
        chosen=updated(world.chosen, dilemma.id, chosen),
        votes=world.votes if facts is None else updated(world.votes, dilemma.id, facts),
    )
    if dilemma.type is QuestionType.POINTS:
        world = _with_shares(world, dilemma, chosen)
    else:
        world = _with_options(world, dilemma, chosen)
    return clamped(scenario, world, since)


def _with_options(world: World, dilemma: Dilemma, chosen: Chosen) -> World:
    found = [dilemma.option(o) for o in chosen.options]
    outcomes = tuple((o.id, o.outcome) for o in found if o is not None)
    for option, outcome in outcomes:
        source = Source(SourceKind.OPTION, dilemma.id, option)
        world = with_effects(world, outcome.effects, source)
    return _with_consequences(world, dilemma.id, outcomes)


def _with_shares(world: World, dilemma: Dilemma, chosen: Chosen) -> World:
    source = Source(SourceKind.SHARES, dilemma.id)
    world = with_effects(world, proportional(dilemma, chosen.shares), source)
    listed = dilemma.points.outcomes if dilemma.points else ()
    found = next((o for o in listed if holds(o.condition, world, chosen.shares)), None)
    if found is not None:
        world = with_effects(world, found.outcome.effects, source)
    for price in share_prices(dilemma, chosen):
        world = pay(world, dilemma.id, price)
    return _with_consequences(world, dilemma.id, ((None, found.outcome),) if found else ())


def _with_consequences(
    world: World, dilemma: DilemmaId, outcomes: tuple[tuple[OptionId | None, Outcome], ...]
) -> World:
    for option, outcome in outcomes:
        if outcome.cost is not None:
            world = pay(world, dilemma, Price(outcome.cost, option=option))
    flags = world.flags
    for _, outcome in outcomes:
        world = with_benefits(grant(world, dilemma, outcome.budget), outcome.benefits)
        flags = flags.union(outcome.set_flags).difference(outcome.clear_flags)
    queue = tuple(
        Queued(world.round + delayed.after, dilemma, option, delayed)
        for option, outcome in outcomes
        for delayed in outcome.delayed
    )
    jump = next((outcome.next for _, outcome in outcomes if outcome.next), None)
    jumps = world.jumps if jump is None else updated(world.jumps, dilemma, jump)
    return replace(world, flags=flags, queue=(*world.queue, *queue), jumps=jumps)


def end_round(scenario: Scenario, world: World) -> World:
    """End the year: settle with the reserve, feel a deficit, and take the snapshot."""
    year = world.round
    since = len(world.log)
    world = settle(scenario.budget, world)
    if world.reserve < 0:
        source = Source(SourceKind.DEFICIT)
        world = with_effects(world, scenario.budget.on_deficit, source)
    world = clamped(scenario, world, since)
    snapshot = Snapshot(
        year,
        world.indicators,
        world.reserve,
        free(world, year),
        committed(world, year),
        room(world, year),
    )
    return replace(world, snapshots=(*world.snapshots, snapshot))


def ending(scenario: Scenario, world: World) -> Ending | None:
    """Find the first ending whose condition holds; None when the scenario has none that does."""
    return next((e for e in scenario.endings if holds(e.when, world)), None)
