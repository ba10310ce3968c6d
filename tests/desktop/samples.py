"""Sessions played to their end without a window, for pictures and tests of what is shown.

`played` drives the game itself through every page of a shipped scenario; what it gives are the
states and the beamer's views in the order in which a room would see them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import NO_OBJECTION, Choice, Vote
from dilemmaspel.game.evolve import evolve
from dilemmaspel.game.ids import OptionId, RoleId, SessionId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.rules import decide
from dilemmaspel.game.scenario import Dilemma, Scenario
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Kind, Profile, Setup, Voting
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import PublicView
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import load, scenario_files

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")
SHIPPED = tuple(sorted(file.parent.name for file in scenario_files(scenarios_dir())))
"""Every scenario of the package; for tests that are quick, and that a text can fail."""
SECOND = 1_000


@dataclass(frozen=True, slots=True)
class Moment:
    """The session at one page: its state and what the beamer may see of it."""

    state: State
    view: PublicView

    @property
    def name(self) -> str:
        """A short name for files: phase, page, number."""
        view = self.view
        dilemma = f"-{view.dilemma.id}" if view.dilemma else ""
        return f"{view.phase.value}{dilemma}-{view.page.value}-{view.page_number}"


@cache
def scenario(scenario_id: str = FLAGSHIPS[0]) -> Scenario:
    """Load a shipped scenario."""
    found = load(scenarios_dir() / scenario_id / "scenario.yaml").scenario
    assert found is not None
    return found


@cache
def played(
    scenario_id: str = FLAGSHIPS[0],
    people: int = 13,
    kind: Kind = Kind.ROLE_PLAY,
    voting: Voting = Voting.PASSED,
    seed: int = 3,
    everybody: bool = False,
) -> tuple[Moment, ...]:
    """Play a scenario with all its dilemmas; one moment per page, and two per open vote.

    With `everybody` all voting roles are at the table, else the recommended ones.
    """
    of = scenario(scenario_id)
    if everybody:
        of = replace(of, recommended_roles=tuple(r.id for r in of.roles if r.voting))
    return tuple(Player(of, people, kind, voting, seed).moments())


def views(scenario_id: str = FLAGSHIPS[0], people: int = 13) -> tuple[PublicView, ...]:
    """The beamer's views of a whole session, in order."""
    return tuple(moment.view for moment in played(scenario_id, people))


def at(page: Page, scenario_id: str = FLAGSHIPS[0], kind: QuestionType | None = None) -> PublicView:
    """The first view of a page, of a dilemma of that type if one is named."""
    return next(
        view
        for view in views(scenario_id)
        if view.page is page and (kind is None or (view.dilemma and view.dilemma.type is kind))
    )


class Player:
    """Plays one session: everybody votes, with a will of their own that the seed decides."""

    def __init__(self, of: Scenario, people: int, kind: Kind, voting: Voting, seed: int) -> None:
        self._random = Random(seed)
        self._now = 1_700_000_000_000
        self._state: State | None = None
        setup = Setup(
            kind=kind,
            profile=Profile.HALF_DAY,
            voting=voting,
            local_contact="Samira van het wijkteam",
            organisation="Welzijn Waterkant",
        )
        self._do(c.StartSession(of, setup, "", "", session=SessionId("sample")))
        self._come_in(of, people)

    @property
    def state(self) -> State:
        """The session as it is now."""
        assert self._state is not None
        return self._state

    def moments(self) -> Iterator[Moment]:
        """Go through the whole session."""
        while self.state.flow.phase is not Phase.CLOSED:
            yield self._moment()
            if self.state.flow.open_vote is not None:
                yield from self._vote()
            if not self._go_on():
                break
        yield self._moment()

    def _moment(self) -> Moment:
        return Moment(self.state, public_view(self.state))

    def _do(self, command: c.Command) -> bool:
        self._now += 20 * SECOND
        answer = decide(self._state, command)
        if isinstance(answer, Refused):
            return False
        for event in answer:
            self._state = evolve(self._state, event, self._now)
        return True

    def _come_in(self, of: Scenario, people: int) -> None:
        roles = of.recommended_roles or tuple(role.id for role in of.roles if role.voting)
        for number in range(people):
            self._do(c.Join(role=RoleId(roles[number % len(roles)])))

    def _go_on(self) -> bool:
        if self._do(c.Advance(self.state.step)):
            return True
        candidates = self._candidates()
        chosen = self._do(c.ChooseOutcome(candidates[:1], "De groep was er bijna uit."))
        return chosen and self._do(c.Advance(self.state.step))

    def _candidates(self) -> tuple[OptionId, ...]:
        proposal, dilemma = self.state.flow.proposal, self.state.dilemma
        if proposal is not None and proposal.candidates:
            return proposal.candidates
        return tuple(option.id for option in dilemma.options) if dilemma else ()

    def _vote(self) -> Iterator[Moment]:
        dilemma, vote = self.state.dilemma, self.state.flow.open_vote
        assert dilemma is not None
        assert vote is not None
        seats = sorted(self.state.seats)
        for number, seat in enumerate(seats):
            if number == len(seats) * 2 // 3:
                yield self._moment()
            if vote is Vote.FIRST and number == len(seats) - 1:
                continue  # somebody always is too late
            choice = None if (number, vote) == (4, Vote.FIRST) else self._choice(dilemma, vote)
            self._do(c.CastBallot(dilemma.id, vote, choice, seat=seat))

    def _choice(self, dilemma: Dilemma, vote: Vote) -> Choice:
        box = self.state.box(dilemma.id, vote)
        options = list(box.options) if box and box.options else [o.id for o in dilemma.options]
        if vote is Vote.CONSENT:
            return NO_OBJECTION
        if vote is Vote.RUNOFF or dilemma.type is QuestionType.SINGLE_CHOICE:
            weights = [
                (3, 5, 2, 1)[i % 4] if vote is Vote.FIRST else (1, 6, 3, 1)[i % 4]
                for i in range(len(options))
            ]
            return self._random.choices(options, weights)[0]
        return self._other_choice(dilemma, options)

    def _other_choice(self, dilemma: Dilemma, options: list[OptionId]) -> Choice:
        mixed = self._random.sample(options, len(options))
        if dilemma.type is QuestionType.AGREEMENT:
            return self._random.choices((1, 2, 3, 4, 5), (2, 4, 3, 5, 2))[0]
        if dilemma.type is QuestionType.RANKING:
            return tuple(sorted(mixed, key=lambda o: options.index(o) + self._random.random() * 3))
        if dilemma.type is QuestionType.APPROVAL:
            return tuple(option for option in options if self._random.random() < 0.7)
        shares = [40, 25, 20, 10, 5][: len(options)]
        self._random.shuffle(shares)
        return dict(zip(options, shares, strict=False))
