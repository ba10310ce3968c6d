"""Whole paths through a scenario: play one, the null line, and "what if"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from dilemmaspel.game.ids import DilemmaId, PocketId, frozen
from dilemmaspel.game.paths import next_dilemma, visible_options
from dilemmaspel.game.scenario import Dilemma, PointsSpec, RankingSpec, Scenario
from dilemmaspel.game.terms import QuestionType, RankingEffects
from dilemmaspel.game.values import MUNICIPALITY, Chosen, Snapshot, VoteFacts, World
from dilemmaspel.game.world import end_round, new_world, resolve, start_round

Choices = Mapping[DilemmaId, Chosen]
Chooser = Callable[[Dilemma, World], Chosen | None]
"""Gets the dilemma and the world with its year begun; None skips it, without a year."""
Facts = Mapping[DilemmaId, VoteFacts]


def play(
    scenario: Scenario,
    choices: Choices | Chooser,
    plan: tuple[DilemmaId, ...] | None = None,
    facts: Facts | None = None,
) -> World:
    """Play a whole scenario with its aftermath.

    A dilemma that `choices` does not know is skipped. `facts` are what conditions may ask about
    the votes.
    """
    choose = _looked_up(choices) if isinstance(choices, Mapping) else choices
    world = new_world(scenario)
    after = next_dilemma(scenario, plan, world, None)
    while after is not None:
        world = _played(scenario, world, after, choose, (facts or {}).get(after))
        after = next_dilemma(scenario, plan, world, after)
    return with_aftermath(scenario, world)


def _looked_up(choices: Choices) -> Chooser:
    return lambda dilemma, _: choices.get(dilemma.id)


def _played(
    scenario: Scenario,
    world: World,
    dilemma_id: DilemmaId,
    choose: Chooser,
    facts: VoteFacts | None,
) -> World:
    dilemma = next(d for d in scenario.dilemmas if d.id == dilemma_id)
    begun = start_round(scenario, world, dilemma)
    chosen = choose(dilemma, begun)
    if chosen is None:
        return world
    return end_round(scenario, resolve(scenario, begun, dilemma, chosen, facts))


def worlds_at_votes(
    scenario: Scenario,
    played: Choices,
    plan: tuple[DilemmaId, ...] | None = None,
    facts: Facts | None = None,
) -> Mapping[DilemmaId, World]:
    """Give the world in which each of the played dilemmas was decided: with its year begun."""
    found: dict[DilemmaId, World] = {}

    def choose(dilemma: Dilemma, world: World) -> Chosen | None:
        if dilemma.id in played:
            found[dilemma.id] = world
        return played.get(dilemma.id)

    play(scenario, choose, plan, facts)
    return frozen(found)


def with_aftermath(scenario: Scenario, world: World) -> World:
    """Let the years without decisions pass."""
    for _ in range(scenario.aftermath.rounds):
        world = end_round(scenario, start_round(scenario, world, None))
    return world


def null_line(
    scenario: Scenario,
    played: tuple[DilemmaId, ...] | None = None,
    years: int | None = None,
) -> tuple[Snapshot, ...]:
    """Show the years without any decision: drift and the events of the dilemmas played.

    Without `played` it takes the path that no flag bends. `years` is the number of years,
    default those of the dilemmas and the aftermath.
    """
    path = _bare_path(scenario) if played is None else played
    count = len(path) + scenario.aftermath.rounds if years is None else years
    world = new_world(scenario)
    for year in range(count):
        dilemma = scenario.dilemma(path[year]) if year < len(path) else None
        world = end_round(scenario, start_round(scenario, world, dilemma))
    return world.snapshots


def _bare_path(scenario: Scenario) -> tuple[DilemmaId, ...]:
    return tuple(play(scenario, lambda _dilemma, _world: Chosen()).chosen)


def what_if(
    scenario: Scenario,
    played: Choices,
    changes: Choices,
    plan: tuple[DilemmaId, ...] | None = None,
    facts: Facts | None = None,
    out: frozenset[DilemmaId] | None = None,
) -> World:
    """Play the group's path again with other decisions for the dilemmas in `changes`.

    A dilemma that the group left out, by skipping it or by stopping early, stays out. One that
    only this path reaches, or whose choice is hidden here, gets `status_quo` or the first
    option and stands in `not_played`. `out` is what `left_out` gives, for who asks more than
    once.
    """
    stays_out = left_out(scenario, played, plan, facts) if out is None else out
    assumed: list[DilemmaId] = []

    def choose(dilemma: Dilemma, world: World) -> Chosen | None:
        known = changes.get(dilemma.id) or played.get(dilemma.id)
        if known is None and dilemma.id in stays_out:
            return None
        chosen = _possible(dilemma, world, known) if known else None
        if chosen is None:
            assumed.append(dilemma.id)
        return chosen or unvoted(dilemma, world)

    world = play(scenario, choose, plan, facts)
    return replace(world, not_played=tuple(assumed))


def left_out(
    scenario: Scenario,
    played: Choices,
    plan: tuple[DilemmaId, ...] | None = None,
    facts: Facts | None = None,
) -> frozenset[DilemmaId]:
    """Name what the group could have played and did not."""
    order = [d.id for d in scenario.dilemmas] if plan is None else list(plan)
    offered: list[DilemmaId] = []

    def choose(dilemma: Dilemma, _: World) -> Chosen | None:
        offered.append(dilemma.id)
        return played.get(dilemma.id)

    play(scenario, choose, plan, facts)
    skipped = {d for d in offered if d not in played}
    stopped_early = bool(offered) and offered[-1] in skipped
    last = max((order.index(d) for d in offered if d in played), default=-1)
    return frozenset(skipped.union(order[last + 1 :] if stopped_early else ()))


def _possible(dilemma: Dilemma, world: World, chosen: Chosen) -> Chosen | None:
    """Keep of a choice what this world shows; None when nothing is left."""
    if dilemma.type is QuestionType.POINTS:
        return chosen
    visible = {option.id for option in visible_options(dilemma, world)}
    options = tuple(o for o in chosen.options if o in visible)
    return Chosen(options) if options or not chosen.options else None


def unvoted(dilemma: Dilemma, world: World) -> Chosen:
    """Choose where nobody voted: `status_quo`, else the first option that shows.

    A points dilemma gives it all points; a ranking fills its winners up in the listed order.
    """
    visible = [option.id for option in visible_options(dilemma, world)]
    ranked = sorted(visible, key=lambda option: option != dilemma.status_quo)
    if dilemma.type is QuestionType.POINTS:
        total = Fraction((dilemma.points or PointsSpec()).total)
        return Chosen(shares=frozen(dict.fromkeys(ranked[:1], total)))
    return Chosen(tuple(ranked[: winners(dilemma)]))


def winners(dilemma: Dilemma) -> int:
    """Tell how many options a ranking lets take effect; 1 for every other question."""
    ranking = dilemma.ranking or RankingSpec()
    return ranking.k if ranking.effects_mode is RankingEffects.TOP_K else 1


@dataclass(frozen=True, slots=True)
class PocketLine:
    """One line of "who paid, who had the benefit", in thousands of euros."""

    pocket: PocketId
    paid: int
    benefit: int


def payers(scenario: Scenario, world: World) -> tuple[PocketLine, ...]:
    """Put what each party paid so far next to its benefits; the municipality comes first.

    Parties that the scenario could have let pay stand in the list with zero.
    """
    able = (o.payer for d in scenario.dilemmas if d.id in world.chosen for o in d.options)
    pockets = dict.fromkeys((MUNICIPALITY, *world.paid, *filter(None, able), *world.benefits))
    return tuple(
        PocketLine(pocket, world.paid.get(pocket, 0), world.benefits.get(pocket, 0))
        for pocket in pockets
    )
