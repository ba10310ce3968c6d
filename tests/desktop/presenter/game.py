"""A real game behind a presenter window: what is pressed is decided by the rules and shown."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from dilemmaspel.desktop.lookup import Lookup
from dilemmaspel.desktop.presenter import PresenterWindow
from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import OBJECTION, Channel, Vote
from dilemmaspel.game.evolve import evolve
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, SessionId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.rules import decide
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Profile, Setup, Voting
from dilemmaspel.game.state import State
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts
from tests.desktop.samples import scenario

DUTCH = Texts("nl")
ENGLISH = Texts("en")
MINUTE = 60_000


@dataclass
class Game:
    """The rules with a clock that only moves when told."""

    scenario: Scenario
    people: int = 8
    setup: Setup = field(
        default_factory=lambda: Setup(profile=Profile.HALF_DAY, local_contact="Samira")
    )
    now: int = 1_700_000_000_000
    state: State | None = None
    done: list[object] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.do(c.StartSession(self.scenario, self.setup, "", "", session=SessionId("test")))
        roles = self.scenario.recommended_roles
        tables = self.setup.voting is Voting.TABLE
        for n in range(self.people):
            role = RoleId(roles[n % len(roles)])
            self.do(c.Join(role, Channel.TABLE, 3) if tables else c.Join(role))
        self.done.clear()

    def do(self, command: c.Command) -> Refused | None:
        """Carry out a command, or say why not."""
        answer = decide(self.state, command)
        if isinstance(answer, Refused):
            self.refused.append(answer)
            return answer
        self.done.append(command)
        for event in answer:
            self.state = evolve(self.state, event, self.now)
        return None

    @property
    def here(self) -> State:
        """The state now."""
        assert self.state is not None
        return self.state

    @property
    def view(self) -> PresenterView:
        """What the presenter may see now."""
        return presenter_view(self.here)

    def vote(self, choices: str) -> None:
        """Let the seats vote in order, a letter each; `-` does not vote, `!` objects."""
        vote, dilemma = self.here.flow.open_vote, self.here.dilemma
        assert vote is not None
        assert dilemma is not None
        for seat, letter in zip(sorted(self.here.seats), choices, strict=False):
            choice = OBJECTION if letter == "!" else OptionId(letter)
            if letter != "-":
                why = "Te duur voor ons." if letter == "!" else ""
                ballot = c.CastBallot(dilemma.id, vote, choice, seat=seat, objection=why)
                assert self.do(ballot) is None

    def go_on(self) -> None:
        """Advance, whatever it takes."""
        refused = self.do(c.Advance(self.here.step, count_anyway=True))
        if refused is not None:
            candidates = self.view.candidates
            assert self.do(c.ChooseOutcome((candidates[0].id,), "Gelijk.")) is None
            assert self.do(c.Advance(self.here.step)) is None

    def to(self, phase: Phase, page: Page | None = None, dilemma: str = "d1") -> "Game":
        """Go on to a phase of a dilemma, and a page of it."""
        for _ in range(200):
            public = self.view.public
            right = public.dilemma is None or public.dilemma.id == DilemmaId(dilemma)
            if public.phase is phase and right and page in {None, public.page}:
                self.done.clear()
                return self
            if self.here.flow.open_vote in {Vote.FIRST, Vote.SECOND}:
                self._some_votes()
            self.go_on()
        raise AssertionError(f"never came to {phase}")

    def _some_votes(self) -> None:
        if self.view.public.dilemma is not None and self.view.public.dilemma.id == "d1":
            self.vote("bbbbbcca")


class Shown:
    """A presenter window with a game behind it."""

    def __init__(self, game: Game, t: Texts = ENGLISH, ticks: list[int] | None = None) -> None:
        self.game = game
        self.ticks = ticks or [0]
        self.sent: list[object] = []
        self._lookup = Lookup()
        self.answers = True
        self.window = PresenterWindow(
            t, game.scenario, now=self._now, ticks=self._tick, parent=None
        )
        self.window.commandRequested.connect(self._on_command)

    def _now(self) -> int:
        return self.game.now

    def _tick(self) -> int:
        self.ticks[0] += 1_000
        return self.ticks[0]

    def _on_command(self, command: c.Command) -> None:
        self.sent.append(command)
        if self.answers:
            refused = self.game.do(command)
            if refused is None:
                self.window.show_accepted(object(), command)
            else:
                self.window.show_refused(refused, command)
            self.refresh()

    def refresh(self) -> None:
        """Show the newest view."""
        self.window.show_cockpit(self._lookup(self.game.here))
        self.window.show_view(self.game.view)

    def find(self, name: str) -> QWidget:
        """A widget by its name."""
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found


def tied(game: Game) -> Game:
    """Come to a decision that the rule leaves to the facilitator."""
    game.to(Phase.TALK).go_on()
    game.vote("aabb")
    game.go_on()
    game.vote("aabb")
    game.go_on()
    while game.view.public.page is not Page.DECISION:
        game.go_on()
    return game


def flagship() -> Scenario:
    """De Schakel."""
    return scenario()
