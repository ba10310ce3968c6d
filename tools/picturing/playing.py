"""Plays a session in the real program, through the same door as everybody else."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Final

from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import OBJECTION, Vote
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import stop_here
from tests.desktop.samples import Moment, Player
from tools.picturing.house import House

_WHY: Final = "Voor wie slecht ter been is wordt dit te ver lopen, ook met een taxipas."
_MOST: Final = 400


class LivePlayer(Player):
    """Everybody votes with a will of their own, which the seed decides; one person objects."""

    def __init__(self, house: House, seed: int = 3) -> None:
        self._random = Random(seed)
        self._house = house
        self._objected: set[str] = set()

    @property
    def state(self) -> State:
        """The session as it was last saved."""
        return self._house.evening.state

    def _do(self, command: c.Command) -> bool:
        if isinstance(command, c.CastBallot) and command.vote is Vote.CONSENT:
            command = self._objecting(command)
        return self._house.ask(command)

    def _objecting(self, ballot: c.CastBallot) -> c.CastBallot:
        if ballot.dilemma in self._objected:
            return ballot
        self._objected.add(ballot.dilemma)
        return replace(ballot, choice=OBJECTION, objection=_WHY)

    def do(self, command: c.Command) -> None:
        """Carry out a command that has to be accepted."""
        if not self._do(command):
            raise ValueError(f"refused: {command}")
        self._house.rest()

    def on(self) -> None:
        """Go one page on."""
        self._go_on()
        self._house.rest()

    def votes(self) -> Iterator[Moment]:
        """Let everybody vote; stops once, when two thirds have."""
        for moment in self._vote():
            self._house.rest()
            yield moment
        self._house.rest()

    def pass_vote(self) -> None:
        """Let everybody vote who still can."""
        if self.state.flow.open_vote is not None:
            for _ in self._vote():
                continue

    def tie(self) -> None:
        """Let two options get as many votes, where a vote is open."""
        dilemma, vote = self.state.dilemma, self.state.flow.open_vote
        box = self.state.box(dilemma.id, vote) if dilemma and vote else None
        if dilemma is None or box is None:
            return
        for number, seat in enumerate(sorted(self.state.seats)):
            option = dilemma.options[number % 2].id
            self._do(c.CastBallot(dilemma.id, box.vote, option, seat=seat))

    def until(self, phase: Phase, page: Page | None = None, dilemma: str = "") -> None:
        """Play on to a phase, a page of it, a dilemma; in a vote nobody has voted yet."""
        for _ in range(_MOST):
            if self._is_at(phase, page, dilemma):
                self._house.rest()
                return
            self.pass_vote()
            self._go_on()
        raise LookupError(f"{phase} {page} {dilemma} was never reached")

    def _is_at(self, phase: Phase, page: Page | None, dilemma: str) -> bool:
        here = self.state
        number = here.dilemma.id if here.dilemma else ""
        return (
            here.flow.phase is phase
            and page in {None, stop_here(here).page}
            and dilemma in {"", number}
        )
