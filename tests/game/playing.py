"""Hands for the tests of a session: play it with a line per step."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from dilemmaspel.bots import Pick, ballots_to_cast
from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Ballot, Channel, Vote
from dilemmaspel.game.commands import Command
from dilemmaspel.game.events import Event
from dilemmaspel.game.evolve import evolve, fold
from dilemmaspel.game.ids import RoleId, SeatId, SessionId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.rules import decide
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import stop_here
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import load
from dilemmaspel.simulate import next_commands

SCHAKEL = "f1-de-schakel"
WACHTKAMER = "p1-de-volle-wachtkamer"
WIJKTEAM = "c1-het-wijkteam-loopt-over"
EVERYTHING = Inputs(confidence=True, value_card=True, comment=True, personal=True, prediction=True)


@cache
def flagship(name: str) -> Scenario:
    scenario = load(scenarios_dir() / name / "scenario.yaml").scenario
    assert scenario is not None
    return scenario


class Play:
    """A session in memory: every command is decided, evolved and remembered."""

    def __init__(self, scenario: Scenario | str = SCHAKEL, setup: Setup | None = None) -> None:
        self.scenario = flagship(scenario) if isinstance(scenario, str) else scenario
        self.events: list[tuple[Event, int]] = []
        self.now = 1_000_000
        self._state: State | None = None
        self.do(
            c.StartSession(
                self.scenario,
                setup or Setup(profile=Profile.HALF_DAY),
                "scenario text",
                "roles text",
                SessionId("s-1"),
                "test",
            )
        )

    @property
    def state(self) -> State:
        assert self._state is not None
        return self._state

    def phase(self) -> Phase:
        return self.state.flow.phase

    def page(self) -> Page:
        return stop_here(self.state).page

    def ask(self, command: Command) -> tuple[Event, ...] | Refused:
        return decide(self._state, command)

    def do(self, command: Command) -> tuple[Event, ...]:
        """Carry a command out; it has to be allowed."""
        answer = self.ask(command)
        assert not isinstance(answer, Refused), f"{command} was refused: {answer}"
        for event in answer:
            self.now += 1_000
            self._state = evolve(self._state, event, self.now)
            self.events.append((event, self.now))
        return answer

    def refuses(self, command: Command) -> Reason:
        """Ask for something that has to be refused, and tell why it is."""
        answer = self.ask(command)
        assert isinstance(answer, Refused), f"{command} was not refused: {answer}"
        return answer.reason

    def people(self, *roles: str, channel: Channel = Channel.PASSED, heads: int = 1) -> "Play":
        for role in roles:
            self.do(c.Join(RoleId(role), channel, heads))
        return self

    def on(self, **options: bool) -> tuple[Event, ...]:
        return self.do(c.Advance(self.state.step, **options))

    def until(self, where: Phase | Page, dilemma: str | None = None) -> "Play":
        """Go on, voting with bots wherever a vote is open, until a phase or page is reached."""
        for _ in range(200):
            here = where is self.phase() or where is self.page()
            if here and (dilemma is None or self.state.flow.dilemma == dilemma):
                return self
            self.vote_bots()
            for command in next_commands(self.state, 1):
                self.do(command)
        raise AssertionError(f"{where} was not reached from {self.phase()}")

    def vote_bots(self, picks: Mapping[str, Pick] | None = None) -> None:
        for ballot in ballots_to_cast(self.state, 1, picks):
            self.do(ballot)

    def ballot(self, seat: int, choice: object, **more: Any) -> c.CastBallot:
        """Make a ballot of a seat for the open vote."""
        dilemma, vote = self.state.dilemma, self.state.flow.open_vote
        assert dilemma is not None
        assert vote is not None
        return c.CastBallot(dilemma.id, vote, choice, seat=SeatId(seat), **more)

    def hands(self, role: str, choice: object, count: int, **more: Any) -> c.CastBallot:
        dilemma, vote = self.state.dilemma, self.state.flow.open_vote
        assert dilemma is not None
        assert vote is not None
        return c.CastBallot(
            dilemma.id,
            vote,
            choice,
            channel=Channel.HANDS,
            role=RoleId(role),
            count=count,
            **more,
        )

    def votes(self, *choices: object) -> "Play":
        """Let seat 1, 2, ... vote."""
        for seat, choice in enumerate(choices, start=1):
            self.do(self.ballot(seat, choice))
        return self

    def folded(self) -> State:
        return fold(self.events)


def changed(scenario: Scenario, dilemma: str, change: Callable[[Any], Any]) -> Scenario:
    """Return the scenario with one dilemma changed."""
    dilemmas = tuple(change(d) if d.id == dilemma else d for d in scenario.dilemmas)
    return replace(scenario, dilemmas=dilemmas)


def with_choices(state: State, change: Callable[[Ballot], Ballot]) -> State:
    """Return the state with the ballots of the open vote changed."""
    dilemma, vote = state.dilemma, state.flow.open_vote
    box = state.box(dilemma.id, vote) if dilemma and vote else None
    assert box is not None
    ballots = {seat: change(ballot) for seat, ballot in box.ballots.items()}
    boxes = {**state.boxes, (box.dilemma, box.vote, box.attempt): replace(box, ballots=ballots)}
    return replace(state, boxes=boxes)


FIRST, SECOND = Vote.FIRST, Vote.SECOND
