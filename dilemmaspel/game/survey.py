"""Every path of a scenario, for the content tests of game model 3.12."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from dilemmaspel.game.budget import blocked_options
from dilemmaspel.game.ids import DilemmaId, EndingId, OptionId, frozen
from dilemmaspel.game.lens import lens_points
from dilemmaspel.game.lines import winners, with_aftermath
from dilemmaspel.game.paths import next_dilemma, visible_options
from dilemmaspel.game.scenario import ApprovalSpec, Dilemma, PointsSpec, Role, Scenario
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.values import Chosen, World
from dilemmaspel.game.world import end_round, ending, new_world, resolve, start_round

Path = tuple[Mapping[DilemmaId, Chosen], World]

_DIVISIONS = (
    (20, 20, 20, 20, 20),
    (40, 15, 15, 15, 15),
    (70, 10, 10, 5, 5),
    (30, 30, 20, 15, 5),
    (100, 0, 0, 0, 0),
    (0, 0, 0, 0, 100),
    (25, 25, 25, 25, 0),
    (50, 20, 20, 10, 0),
)
"""Percentages per option, for five options."""


def enumerate_paths(scenario: Scenario) -> Iterator[Path]:
    """Go through every path with its decisions and its world after the aftermath.

    Rankings go by their winners, approvals by every set they allow, points by samples: the
    eight divisions for five options, and otherwise equal, everything to one, and half to one.
    """
    for world in _from(scenario, new_world(scenario), None):
        yield world.chosen, world


def _from(scenario: Scenario, world: World, after: DilemmaId | None) -> Iterator[World]:
    coming = next_dilemma(scenario, None, world, after)
    if coming is None:
        yield with_aftermath(scenario, world)
        return
    dilemma = next(d for d in scenario.dilemmas if d.id == coming)
    begun = start_round(scenario, world, dilemma)
    for chosen in possible_choices(scenario, dilemma, begun):
        ended = end_round(scenario, resolve(scenario, begun, dilemma, chosen))
        yield from _from(scenario, ended, coming)


def possible_choices(scenario: Scenario, dilemma: Dilemma, world: World) -> Iterator[Chosen]:
    """List what a dilemma can come to in this world; points are sampled."""
    visible = visible_options(dilemma, world)
    off = blocked_options(scenario, dilemma, visible, world)
    options = tuple(option.id for option in visible if option.id not in off)
    match dilemma.type:
        case QuestionType.POINTS:
            yield from _divisions(dilemma, options)
        case QuestionType.APPROVAL:
            spec = dilemma.approval or ApprovalSpec()
            for size in range(1 if spec.at_least_one else 0, spec.max_selected + 1):
                yield from map(Chosen, combinations(options, size))
        case _:
            size = min(winners(dilemma), len(options))
            yield from map(Chosen, combinations(options, size))


def _divisions(dilemma: Dilemma, options: tuple[OptionId, ...]) -> Iterator[Chosen]:
    total = (dilemma.points or PointsSpec()).total
    rows = _DIVISIONS if len(options) == len(_DIVISIONS[0]) else _samples(len(options))
    for row in rows:
        parts = zip(options, row, strict=True)
        shares = {option: Fraction(part * total, sum(row)) for option, part in parts}
        yield Chosen(shares=frozen(shares))


def _samples(count: int) -> Iterator[tuple[int, ...]]:
    """Weights: equal, then per option everything, then per option half of everything."""
    yield (1,) * count
    for alone in (0, 1):
        for favoured in range(count):
            yield tuple(count - 1 if at == favoured else alone for at in range(count))


@dataclass(frozen=True, slots=True)
class LensGap:
    """An option that is best for no role, neither now nor later, on average over the paths."""

    dilemma: DilemmaId
    option: OptionId


@dataclass(frozen=True, slots=True)
class Survey:
    """What the paths of a scenario have in common."""

    paths: int
    endings: Mapping[EndingId, int]
    """Paths per ending; every ending of the scenario is in it, in order."""
    deficits: int
    """Paths on which a year ended with a negative reserve."""
    lens_gaps: tuple[LensGap, ...]


def survey(scenario: Scenario, paths: Iterable[Path] | None = None) -> Survey:
    """Look over all paths, or over those given, once."""
    roles = tuple(role for role in scenario.roles if role.voting and any(role.lens.values()))
    sums: dict[tuple[DilemmaId, OptionId], list[int]] = {}
    counted: Counter[tuple[DilemmaId, OptionId]] = Counter()
    endings: Counter[EndingId] = Counter()
    nothing = [0] * (2 * len(roles))
    total = deficits = 0
    for choices, world in enumerate_paths(scenario) if paths is None else paths:
        total += 1
        deficits += any(s.reserve < 0 for s in world.snapshots)
        endings.update(found.id for found in (ending(scenario, world),) if found)
        scores = _scores(scenario, roles, world)
        for key in ((d, o) for d, chosen in choices.items() for o in chosen.options):
            counted[key] += 1
            sums[key] = [a + b for a, b in zip(sums.get(key, nothing), scores, strict=True)]
    means = {key: [Fraction(v, counted[key]) for v in values] for key, values in sums.items()}
    listed = frozen({e.id: endings[e.id] for e in scenario.endings})
    return Survey(total, listed, deficits, tuple(_gaps(means)))


def _scores(scenario: Scenario, roles: tuple[Role, ...], world: World) -> list[int]:
    """Give the lens of every role at the last decision and at the end."""
    start = new_world(scenario)
    moments = (world.snapshots[len(world.chosen) - 1], world.snapshots[-1])
    return [lens_points(scenario, role, at, start) for at in moments for role in roles]


def _gaps(means: Mapping[tuple[DilemmaId, OptionId], list[Fraction]]) -> Iterator[LensGap]:
    for (dilemma, option), own in means.items():
        rivals = [values for (d, _), values in means.items() if d == dilemma]
        best = [max(column) for column in zip(*rivals, strict=True)]
        if not any(a == b for a, b in zip(own, best, strict=True)):
            yield LensGap(dilemma, option)
