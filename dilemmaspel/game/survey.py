"""Every path of a scenario, for the content tests of game model 3.12."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from operator import add

from dilemmaspel.game.budget import blocked_options
from dilemmaspel.game.ids import DilemmaId, EndingId, OptionId, frozen
from dilemmaspel.game.lines import winners, with_aftermath
from dilemmaspel.game.paths import next_dilemma, visible_options
from dilemmaspel.game.scenario import ApprovalSpec, Dilemma, PointsSpec, Scenario
from dilemmaspel.game.standings import Lenses, Standing, Standings
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
    """An option that is best for no role on average over the paths.

    Neither now (the end of the year of its decision) nor later (the end of the aftermath).
    """

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
    unplayed: tuple[DilemmaId, ...] = ()
    """Dilemmas that are on none of the paths."""
    unused: tuple[tuple[DilemmaId, OptionId], ...] = ()
    """Options of the others that are chosen, or given points, on none of the paths."""
    standings: tuple[Standing, ...] = ()


def survey(scenario: Scenario, paths: Iterable[Path] | None = None) -> Survey:
    """Look over all paths, or over those given, once."""
    endings: Counter[EndingId] = Counter()
    lenses = Lenses(scenario)
    means, standings = _LensMeans(lenses), Standings(scenario, lenses)
    played: set[DilemmaId] = set()
    used: set[tuple[DilemmaId, OptionId]] = set()
    total = deficits = 0
    for choices, world in enumerate_paths(scenario) if paths is None else paths:
        total += 1
        deficits += any(s.reserve < 0 for s in world.snapshots)
        found = ending(scenario, world)
        endings.update([found.id] if found else [])
        means.add(choices, world)
        standings.add(choices, world)
        played.update(choices)
        used.update(_used(choices))
    options = ((d.id, o.id) for d in scenario.dilemmas if d.id in played for o in d.options)
    return Survey(
        paths=total,
        endings=frozen({e.id: endings[e.id] for e in scenario.endings}),
        deficits=deficits,
        lens_gaps=tuple(means.gaps()),
        unplayed=tuple(d.id for d in scenario.dilemmas if d.id not in played),
        unused=tuple(one for one in options if one not in used),
        standings=standings.all(),
    )


def _used(choices: Mapping[DilemmaId, Chosen]) -> Iterator[tuple[DilemmaId, OptionId]]:
    for dilemma, chosen in choices.items():
        given = (option for option, share in chosen.shares.items() if share)
        yield from ((dilemma, option) for option in (*chosen.options, *given))


class _LensMeans:
    """Adds up, per option, every role's lens in the year of its decision and at the end."""

    def __init__(self, lenses: Lenses) -> None:
        self._points = lenses.points
        self._sums: dict[tuple[DilemmaId, OptionId], list[int]] = {}
        self._counts: Counter[tuple[DilemmaId, OptionId]] = Counter()

    def add(self, choices: Mapping[DilemmaId, Chosen], world: World) -> None:
        """Count one path."""
        later = self._points(world.snapshots[-1]) if choices else ()
        for (dilemma, chosen), year in zip(choices.items(), world.snapshots, strict=False):
            points = (*self._points(year), *later)
            for option in chosen.options:
                key = (dilemma, option)
                known = self._sums.get(key)
                self._sums[key] = list(points) if known is None else list(map(add, known, points))
                self._counts[key] += 1

    def gaps(self) -> Iterator[LensGap]:
        """Find the options that top no column of their dilemma."""
        means = {
            key: [Fraction(points, self._counts[key]) for points in sums]
            for key, sums in self._sums.items()
        }
        for (dilemma, option), own in means.items():
            rivals = [mean for (d, _), mean in means.items() if d == dilemma]
            best = [max(column) for column in zip(*rivals, strict=True)]
            if not any(a == b for a, b in zip(own, best, strict=True)):
                yield LensGap(dilemma, option)
