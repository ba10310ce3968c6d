"""The ways through a scenario: which dilemma leads where, on which choice, to which endings.

The ways are those that the game itself takes: every path is played to its end. `roadmap_text`
tells them in words; a figure of the windows draws them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dilemmaspel.game.ids import DilemmaId, EndingId, FlagId, OptionId
from dilemmaspel.game.paths import places
from dilemmaspel.game.scenario import Dilemma, Outcome, Scenario
from dilemmaspel.game.survey import Path, enumerate_paths
from dilemmaspel.game.world import ending
from dilemmaspel.scenario.condition_words import flags_in

MOST_PATHS: Final = 20_000
"""Paths that are followed; a scenario with more is told as having more."""


_Targets = dict[DilemmaId | None, dict[DilemmaId, set[OptionId]]]
"""Per dilemma that comes next: what was chosen in every dilemma before."""
_Steps = dict[DilemmaId | None, _Targets]


@dataclass(frozen=True, slots=True)
class Way:
    """From one dilemma to the next; None is the start, or the years after the last one.

    It is taken after the `options` of the dilemma `by`, and never after others of it. Without
    `by` it is the only way, or no single choice decides it.
    """

    source: DilemmaId | None
    target: DilemmaId | None
    by: DilemmaId | None = None
    options: tuple[OptionId, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What a choice leads to besides its effects: an option, a band, or shares of points."""

    name: str
    """The id of the option; empty for shares of points, which have no id."""
    label: str
    outcome: Outcome
    place: int
    """Its place on the ballot, from 0; -1 for shares of points."""


@dataclass(frozen=True, slots=True)
class Roadmap:
    """Everything that a map of a scenario shows."""

    scenario: Scenario
    rows: tuple[tuple[DilemmaId, ...], ...]
    """The dilemmas from first to last; of those in one row one is played at most."""
    ways: tuple[Way, ...]
    endings: Mapping[EndingId, int]
    """Paths per ending, in the order of the file."""
    paths: int
    is_whole: bool
    """Whether every path was followed."""

    def dilemma(self, name: DilemmaId) -> Dilemma:
        """The dilemma with this id; another raises KeyError."""
        return {one.id: one for one in self.scenario.dilemmas}[name]


def roadmap(scenario: Scenario, most: int = MOST_PATHS) -> Roadmap:
    """Follow the paths of a scenario that can be played, at most `most`."""
    paths = tuple(islice(enumerate_paths(scenario), most + 1))
    followed = paths[:most]
    ended = Counter(found.id for _, world in followed if (found := ending(scenario, world)))
    return Roadmap(
        scenario=scenario,
        rows=tuple(places(scenario)),
        ways=tuple(_ways(scenario, followed)),
        endings={one.id: ended[one.id] for one in scenario.endings},
        paths=len(followed),
        is_whole=len(paths) <= most,
    )


def results(dilemma: Dilemma) -> tuple[Result, ...]:
    """Everything a dilemma can come to, in the order of the file."""
    own = [Result(o.id, o.label, o.outcome, n) for n, o in enumerate(dilemma.options)]
    shared = dilemma.points.outcomes if dilemma.points else ()
    return (*own, *(Result("", one.outcome.text, one.outcome, -1) for one in shared))


def flags_of(scenario: Scenario) -> tuple[FlagId, ...]:
    """Every flag of a scenario, in the order of the file."""
    found = [flag for dilemma in scenario.dilemmas for flag in _flags_of(dilemma)]
    found += [flag for one in scenario.endings for flag in flags_in(one.when)]
    return tuple(dict.fromkeys(found))


def _flags_of(dilemma: Dilemma) -> Iterator[FlagId]:
    yield from flags_in(dilemma.when)
    for option in dilemma.options:
        yield from flags_in(option.when)
    for one in results(dilemma):
        yield from one.outcome.set_flags
        yield from one.outcome.clear_flags
        for later in one.outcome.delayed:
            yield from flags_in(later.condition)


def _ways(scenario: Scenario, paths: tuple[Path, ...]) -> Iterator[Way]:
    """Every step of every path once, in the order of the dilemmas."""
    steps = _steps(paths)
    order: list[DilemmaId | None] = [None, *(one.id for one in scenario.dilemmas)]
    for source in order:
        targets = sorted(steps[source], key=lambda one: order.index(one) or len(order))
        for target in targets:
            yield _way(source, target, steps[source])


def _steps(paths: tuple[Path, ...]) -> _Steps:
    steps: _Steps = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
    for choices, _ in paths:
        stops: list[DilemmaId | None] = [None, *choices]
        for before, source in enumerate(stops):
            target = stops[before + 1] if before + 1 < len(stops) else None
            history = steps[source][target]
            for dilemma, chosen in islice(choices.items(), before):
                history[dilemma].update(chosen.options)
    return steps


def _way(source: DilemmaId | None, target: DilemmaId | None, targets: _Targets) -> Way:
    """The step, with the choice that decides it: the latest one that surely does."""
    known = reversed(targets[target]) if len(targets) > 1 else ()
    for dilemma in known:
        sets = [history[dilemma] for history in targets.values()]
        times = Counter(option for options in sets for option in options)
        if all(sets) and max(times.values()) == 1:
            return Way(source, target, dilemma, tuple(sorted(targets[target][dilemma])))
    return Way(source, target)
