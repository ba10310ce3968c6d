"""A look at one dilemma: every page a room would see, played by bots and kept nowhere.

The game itself plays, so that a result, a shift and the years later are as they would be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dilemmaspel.bots import Pick, ballots_to_cast, deal_evenly
from dilemmaspel.game.commands import Advance, Command, Join, StartSession
from dilemmaspel.game.conditions import Always
from dilemmaspel.game.evolve import evolve
from dilemmaspel.game.ids import DilemmaId, OptionId, SessionId
from dilemmaspel.game.people import roles_in_play
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.rules import decide
from dilemmaspel.game.scenario import Dilemma, Scenario
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.views import PublicView
from dilemmaspel.simulate import next_commands

PEOPLE: Final = 12
FIRST_MOMENT: Final = 1_700_000_000_000
"""When every glimpse begins, in milliseconds since the epoch."""
SECOND: Final = 1_000

_MOST_STEPS: Final = 600
_BEFORE: Final = frozenset({Phase.LOBBY, Phase.INTRO, Phase.ROLES})
_AFTER: Final = frozenset({Phase.DEBRIEF, Phase.CLOSED})


@dataclass(frozen=True, slots=True)
class Glimpse:
    """The session at one page: what the beamer shows, and the state behind it."""

    state: State
    view: PublicView

    @property
    def place(self) -> tuple[Phase, Page, int]:
        """Where it is; the same place is found again after a file has changed."""
        return self.view.phase, self.view.page, self.view.page_number


def glimpses(
    scenario: Scenario,
    dilemma: DilemmaId,
    pick: OptionId | None = None,
    people: int = PEOPLE,
    seed: int = 1,
) -> tuple[Glimpse, ...]:
    """Play one dilemma, its condition put aside, and the years after it; one glimpse per page.

    With `pick` everybody votes for that option or band, or gives it all points. A page with a
    vote is seen while people vote. Raises KeyError when there is no such dilemma.
    """
    found = {one.id: one for one in scenario.dilemmas}[dilemma]
    others = (d for d in scenario.dilemmas if d.id != dilemma)
    alone = replace(scenario, dilemmas=(replace(found, when=Always()), *others))
    seen: dict[tuple[Phase, Page, int], Glimpse] = {}
    table = _Table(alone, dilemma, seed, _picks(found, pick))
    for state in _played(table, people):
        one = Glimpse(state, public_view(state))
        if state.flow.phase not in _BEFORE | _AFTER:
            seen.setdefault(one.place, one)
    return tuple(seen.values())


def _picks(dilemma: Dilemma, pick: OptionId | None) -> Mapping[str, Pick]:
    if pick is None:
        return {}
    if dilemma.points is not None:
        return {dilemma.id: {pick: dilemma.points.total}}
    return {dilemma.id: pick}


def _played(table: "_Table", people: int) -> Iterator[State]:
    for role in deal_evenly(roles_in_play(table.state), people):
        table.do(Join(role))
    for _ in range(_MOST_STEPS):
        if table.state.flow.phase in _AFTER:
            return
        yield from table.vote()
        yield table.state
        if not table.go_on():
            return


class _Table:
    """A session of bots that lives in memory only."""

    def __init__(
        self, scenario: Scenario, dilemma: DilemmaId, seed: int, picks: Mapping[str, Pick]
    ) -> None:
        self._seed = seed
        self._picks = picks
        self._now = FIRST_MOMENT
        self._state: State | None = None
        setup = Setup(profile=Profile.HALF_DAY, plan=(dilemma,), practice=True, seed=seed)
        self.do(StartSession(scenario, setup, "", "", session=SessionId("glimpse")))

    @property
    def state(self) -> State:
        """The session as it is now."""
        if self._state is None:
            raise ValueError("a glimpse could not begin")
        return self._state

    def do(self, command: Command) -> bool:
        """Carry out a command; tells whether the rules allowed it."""
        self._now += 10 * SECOND
        answer = decide(self._state, command)
        if isinstance(answer, Refused):
            return False
        for event in answer:
            self._state = evolve(self._state, event, self._now)
        return True

    def vote(self) -> Iterator[State]:
        """Let everybody vote; gives the state when two in three have."""
        ballots = ballots_to_cast(self.state, self._seed, self._picks)
        for number, ballot in enumerate(ballots):
            if number == len(ballots) * 2 // 3:
                yield self.state
            self.do(ballot)

    def go_on(self) -> bool:
        """Take the next step as a facilitator without opinions."""
        commands = next_commands(self.state, self._seed, self._picks)
        steps = [self.do(command) for command in commands]
        return any(steps) or self.do(Advance(self.state.step, count_anyway=True))
