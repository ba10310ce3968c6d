"""A real session with people in it, and the small bridge that a voting panel talks through."""

from dataclasses import dataclass, field
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton, QSpinBox, QWidget

from dilemmaspel.desktop.style import apply_style
from dilemmaspel.game.ballots import Ballot, Channel, HandsCell, Vote
from dilemmaspel.game.commands import Advance, CastBallot, Command, Join, StartSession
from dilemmaspel.game.ids import RoleId, SeatId, SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.presenting import hands_cells, presenter_view, seat_view
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.seeing import waits_for_facilitator
from dilemmaspel.game.setup import Inputs, Kind, Profile, Setup, Voting
from dilemmaspel.game.state import Box, State
from dilemmaspel.game.views import PresenterView, SeatView
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.library import load
from dilemmaspel.session import MemoryLog, Refusal, Session, StorageTrouble
from dilemmaspel.theme import load_theme

F1, P1, C1 = "f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over"
ROLES = ("inwoner", "sociaal_werker", "zorgaanbieder", "ondernemer", "onderzoeker")


@cache
def scenario(name: str) -> Scenario:
    found = load(scenarios_dir() / name / "scenario.yaml").scenario
    assert found is not None
    return found


def dressed(app: QApplication, points: float = 10.0) -> None:
    """Dress the application as the real one is."""
    app.setProperty("dilemmaspel_points", points)
    apply_style(app, load_theme("light"))


class Room:
    """A session with seats, driven to a vote."""

    def __init__(
        self,
        name: str = F1,
        people: tuple[str, ...] = ROLES,
        *,
        plan: tuple[str, ...] = (),
        inputs: Inputs | None = None,
        voting: Voting = Voting.PASSED,
        heads: int = 1,
        of: Scenario | None = None,
        kind: Kind = Kind.ROLE_PLAY,
    ) -> None:
        self.log = MemoryLog()
        self.session = Session(self.log)
        self.scenario = of or scenario(name)
        setup = Setup(
            kind=kind,
            profile=Profile.HALF_DAY,
            voting=voting,
            plan=tuple(d.id for d in self.scenario.dilemmas if d.id in plan),
            inputs=inputs or Inputs(),
        )
        self.do(StartSession(self.scenario, setup, "", "", session=SessionId("s")))
        channel = Channel.TABLE if voting is Voting.TABLE else Channel.PASSED
        for role in people:
            self.do(Join(RoleId(role), channel, heads))

    def do(self, command: Command, key: str | None = None) -> None:
        self.session.submit(command, key).result()

    @property
    def state(self) -> State:
        return self.session.latest

    @property
    def view(self) -> PresenterView:
        return presenter_view(self.state)

    def seat(self, seat: SeatId) -> SeatView | None:
        return seat_view(self.state, seat)

    def hands(self) -> tuple[HandsCell, ...]:
        return hands_cells(self.state)

    def step(self) -> None:
        self.do(Advance(self.state.step, count_anyway=True))

    def to_vote(self, vote: Vote = Vote.FIRST, dilemma: str = "") -> None:
        """Go on until a vote is open; nobody votes on the way."""
        while not (self.state.flow.open_vote is vote and dilemma in ("", self.state.flow.dilemma)):
            assert self.state.flow.phase is not Phase.CLOSED, "that vote never opened"
            assert not waits_for_facilitator(self.state), "the facilitator has to choose"
            self.step()

    def everybody(self, choice: object) -> None:
        dilemma, vote = self.state.dilemma, self.state.flow.open_vote
        assert dilemma is not None
        assert vote is not None
        for seat in self.state.seats:
            self.do(CastBallot(dilemma.id, vote, choice, seat=seat))

    def box(self) -> Box:
        dilemma, vote = self.state.dilemma, self.state.flow.open_vote
        assert dilemma is not None
        assert vote is not None
        box = self.state.box(dilemma.id, vote)
        assert box is not None
        return box

    def ballots(self) -> tuple[Ballot, ...]:
        return self.box().live()

    def stop(self) -> None:
        self.session.stop()


@dataclass
class Bridge:
    """Carries commands of a panel to the room at once, and tells the panel how it went.

    `fails` makes the next commands find a disk that does not save; `holds` keeps commands back
    until `let_go`.
    """

    room: Room
    panel: QObject
    fails: int = 0
    holds: bool = False
    sent: list[tuple[object, str]] = field(default_factory=list)
    waiting: list[tuple[object, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.panel.commandRequested.connect(self.send)  # type: ignore[attr-defined] # any panel
        self.panel.show_view(self.room.view)  # type: ignore[attr-defined] # any panel

    def send(self, command: object, key: str) -> None:
        self.sent.append((command, key))
        self.waiting.append((command, key))
        if not self.holds:
            self.let_go()

    def let_go(self) -> None:
        waiting, self.waiting = self.waiting, []
        for command, key in waiting:
            self._carry(command, key)
        self.panel.show_view(self.room.view)  # type: ignore[attr-defined] # any panel

    def _carry(self, command: object, key: str) -> None:
        panel: object = self.panel
        if self.fails:
            self.fails -= 1
            trouble = StorageTrouble("The disk is full.", "Nothing is lost.", "Make room.")
            panel.show_trouble(trouble, command)  # type: ignore[attr-defined] # any panel
            return
        try:
            receipt = self.room.session.submit(command, key).result()  # type: ignore[arg-type]
        except Refusal as refusal:
            panel.show_refused(refusal.refused, command)  # type: ignore[attr-defined]
        else:
            panel.show_accepted(receipt, command)  # type: ignore[attr-defined] # any panel


class Ticks:
    """A clock that only goes when it is told to."""

    def __init__(self) -> None:
        self.now = 10_000

    def __call__(self) -> int:
        return self.now

    def later(self, milliseconds: int = 1_000) -> None:
        self.now += milliseconds


def texts_in(widget: QWidget) -> str:
    """Everything that can be read or heard in a widget and what is inside it, seen or not."""
    found = []
    for one in (widget, *widget.findChildren(QWidget)):
        found += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, (QLabel, QPushButton)):
            found.append(one.text())
        if isinstance(one, QPlainTextEdit):
            found.append(one.toPlainText())
        if isinstance(one, QSpinBox):
            found.append(one.text())
    return "\n".join(found)


def shown(widget: QWidget, name: str) -> QWidget:
    """The visible widget with that object name."""
    found = [w for w in widget.findChildren(QWidget, name) if w.isVisible()]
    assert len(found) == 1, f"{name}: {len(found)} shown"
    return found[0]


class Looking:
    """Somebody who looks at a widget, `seen`."""

    seen: QWidget

    def shows(self, name: str) -> bool:
        return any(one.isVisible() for one in self.seen.findChildren(QWidget, name))

    def says(self, name: str) -> str:
        found = shown(self.seen, name)
        assert isinstance(found, QLabel)
        return found.text()


def press(widget: QWidget, name: str) -> None:
    """Press the visible button with that object name."""
    found = shown(widget, name)
    assert isinstance(found, QPushButton)
    assert found.isEnabled(), f"{name} is off"
    found.click()
