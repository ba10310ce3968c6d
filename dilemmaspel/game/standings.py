"""Who ends well and who does not, over the paths of a scenario."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import lcm

from dilemmaspel.game.ids import DilemmaId, RoleId
from dilemmaspel.game.lens import HasIndicators, lens_points
from dilemmaspel.game.lines import null_line
from dilemmaspel.game.scenario import Role, Scenario
from dilemmaspel.game.values import Chosen, World
from dilemmaspel.game.world import new_world


@dataclass(frozen=True, slots=True)
class Standing:
    """On how many paths a role is the one best off at the end, and on how many the one worst off.

    Each role looks through its own lens, compared with doing nothing on the same path. Roles
    that are equally far share the place; a path on which all are equal counts for none.
    """

    role: RoleId
    best: int
    worst: int


class Lenses:
    """The lenses of all roles that vote and have one; each state is looked at once."""

    def __init__(self, scenario: Scenario) -> None:
        self.roles: tuple[Role, ...] = tuple(
            role for role in scenario.roles if role.voting and any(role.lens.values())
        )
        self._scenario = scenario
        self._start = new_world(scenario)
        self._seen: dict[tuple[int, ...], tuple[int, ...]] = {}

    def points(self, at: HasIndicators) -> tuple[int, ...]:
        """Give each role's lens score since the start, before the division by its weights."""
        key = tuple(at.indicators.values())
        if key not in self._seen:
            found = (lens_points(self._scenario, role, at, self._start) for role in self.roles)
            self._seen[key] = tuple(found)
        return self._seen[key]


class Standings:
    """Counts path by path."""

    def __init__(self, scenario: Scenario, lenses: Lenses) -> None:
        self._scenario = scenario
        self._lenses = lenses
        listed = [[r.lens.get(i.id, 0) for i in scenario.indicators] for r in lenses.roles]
        weights = [sum(one) for one in listed]
        common = lcm(*filter(None, weights))
        self._factors = [common // weight if weight else 0 for weight in weights]
        self._best = [0] * len(lenses.roles)
        self._worst = [0] * len(lenses.roles)
        self._nothing_done: dict[tuple[DilemmaId, ...], tuple[int, ...]] = {}

    def add(self, choices: Mapping[DilemmaId, Chosen], world: World) -> None:
        """Count one path."""
        scores = self._scores(tuple(choices), world)
        if not scores or min(scores) == max(scores):
            return
        best, worst = max(scores), min(scores)
        for at, score in enumerate(scores):
            self._best[at] += score == best
            self._worst[at] += score == worst

    def _scores(self, played: tuple[DilemmaId, ...], world: World) -> list[int]:
        """Each role's lens times one common factor, so that whole numbers can be compared."""
        if not played:
            return []
        if played not in self._nothing_done:
            line = null_line(self._scenario, played)
            self._nothing_done[played] = self._lenses.points(line[-1])
        rows = zip(
            self._factors, self._lenses.points(world), self._nothing_done[played], strict=True
        )
        return [factor * (points - anyway) for factor, points, anyway in rows]

    def all(self) -> tuple[Standing, ...]:
        """Give the standing of every role that has a lens, in the order of the roles file."""
        rows = zip(self._lenses.roles, self._best, self._worst, strict=True)
        return tuple(Standing(role.id, best, worst) for role, best, worst in rows)
