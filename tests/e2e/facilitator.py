"""A facilitator and a room of participants who press real buttons in the real windows."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QSpinBox, QWidget

from dilemmaspel.app import App, Options
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.evening import Evening, Pace
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import stop_here
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.settings import Settings
from dilemmaspel.theme import load_theme

PATIENCE: Final = 20.0
"""Seconds that a press may take to have its effect on a busy machine."""

W = TypeVar("W", bound=QWidget)
Answer = Any
"""What a person presses: option id, scale point, ticks, order, or points per option."""


@dataclass
class Entered:
    """What was entered, to be compared with the log."""

    ballots: dict[tuple[str, str, int], Answer] = field(default_factory=dict)
    """(dilemma, vote, seat) -> answer."""
    hands: dict[tuple[str, str, str, Answer], int] = field(default_factory=dict)
    """(dilemma, vote, role, choice) -> count."""


class Ticks:
    """A clock on which a second passes between any two looks, so that no press is too early."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        self.now += 1_000
        return self.now


class Facilitator:
    """Leads a session with mouse and keys; knows the windows by the names of their widgets."""

    def __init__(
        self,
        db: Path,
        scenarios: Path | None = None,
        phones: PhoneConfig | None = None,
        settings: Settings | None = None,
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_style(app, load_theme("light"))
        self.entered = Entered()
        self.app = App(
            Options(db=db, scenarios=scenarios, phones=phones),
            settings or Settings(motion=False),
            Pace(ticks=Ticks(), received=0, bots=1),
        )
        self.app.open()
        self.wait(lambda: self.app.log is not None)

    # ------------------------------------------------------------------ senses

    @property
    def evening(self) -> Evening:
        assert self.app.evening is not None
        return self.app.evening

    @property
    def state(self) -> State:
        return self.evening.state

    def where(self) -> Phase:
        return self.state.flow.phase

    def page(self) -> Page:
        return stop_here(self.state).page

    def wait(self, true: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > until:
                raise TimeoutError("what was waited for did not come")
            QTest.qWait(5)

    def find(self, name: str, kind: type[W]) -> W | None:
        """Find a widget that can be seen and used."""
        for one in self.app.window.findChildren(kind, name):
            if one.isVisible() and one.isEnabled():
                return one
        return None

    def see(self, name: str, kind: type[W]) -> W:
        self.wait(lambda: self.find(name, kind) is not None)
        found = self.find(name, kind)
        assert found is not None
        return found

    # ------------------------------------------------------------------ hands

    def click(self, widget: QWidget, button: Qt.MouseButton) -> None:
        QTest.mouseClick(widget, button)

    def press(self, name: str) -> None:
        self.click(self.see(name, QPushButton), Qt.MouseButton.LeftButton)

    def can_press(self, name: str) -> bool:
        return self.find(name, QPushButton) is not None

    def try_press(self, name: str) -> bool:
        found = self.find(name, QPushButton)
        if found is not None:
            self.click(found, Qt.MouseButton.LeftButton)
        return found is not None

    def start(self, scenario: str, profile: str = "dagdeel", voting: str = "") -> None:
        """Three presses from the start screen to the lobby; one more for another way to vote."""
        self.press(f"scenario_{scenario}")
        self.press(f"profile_{profile}")
        if voting:
            self.press(f"voting_{voting}")
        self.press("toLobby")
        self.wait(lambda: self.app.evening is not None)
        self.settle()

    def on(self) -> None:
        """Press the large button once, and see that something came of it."""
        self.settle()
        step = self.state.step
        self.press("advance")
        self.wait(lambda: self.state.step != step or self._either("answer_close"))
        self.try_press("answer_close")
        self.wait(lambda: self.state.step != step)
        self.settle()

    def settle(self) -> None:
        """Wait until the window shows what is saved."""
        self.wait(self._up_to_date)

    def _up_to_date(self) -> bool:
        shown = self.evening.presenter.shown
        now = presenter_view(self.state)
        return shown is not None and (shown.step, shown.voted) == (now.step, now.voted)

    def until(self, where: Phase | Page) -> None:
        for _ in range(120):
            if where is self.where() or where is self.page():
                return
            assert self.state.flow.open_vote is None, f"a vote is open before {where}"
            self.on()
        raise AssertionError(f"{where} was not reached")

    def undo(self, reason: str = "") -> None:
        step = self.state.step
        self.press("back")
        if reason:
            line = self.see("questionReason", QLineEdit)
            line.setText(reason)
            self.press("answer_undo")
        self.wait(lambda: self.state.step != step)
        self.settle()

    # ------------------------------------------------------------------ votes

    def pass_round(self, answers: Sequence[Answer]) -> None:
        """Let the laptop go round: everybody reads the card, votes, and confirms."""
        self.press("openVoting")
        if self.find("votingWay_passed", QPushButton) is not None:
            self.press("votingWay_passed")
        self.press("passStart")
        for answer in answers:
            self.vote_one(answer)
        self.press("doneBack")

    def vote_one(self, answer: Answer) -> None:
        """Let the person who holds the laptop vote."""
        box = self._box()
        before = len(box.ballots)
        self.press("neutralStart")
        self.wait(lambda: self._either("cardNext", "ballotNext"))
        if self.can_press("cardNext"):
            self.press("cardNext")
        self._fill(answer)
        self.try_press("ballotNext")
        self.press("confirmYes")
        self.wait(lambda: len(self._box().ballots) == before + 1)
        (seat,) = set(self._box().ballots) - set(box.ballots)
        self.entered.ballots[(box.dilemma, box.vote, seat)] = answer
        self.wait(lambda: self._either("neutralStart", "doneBack"))

    def _either(self, *names: str) -> bool:
        return any(self.find(name, QPushButton) is not None for name in names)

    def _box(self) -> Any:
        vote, dilemma = self.state.flow.open_vote, self.state.dilemma
        assert vote is not None
        assert dilemma is not None
        box = self.state.box(dilemma.id, vote)
        assert box is not None
        return box

    def _fill(self, answer: Answer) -> None:
        self.see("ballotAbstain", QPushButton)
        if answer is None:
            self.press("ballotAbstain")
        elif isinstance(answer, Mapping):
            for option, points in answer.items():
                self.see(f"points_{option}", QSpinBox).setValue(points)
        elif answer == []:
            self.press("ballotNone")
        elif isinstance(answer, (list, tuple)):
            for option in answer:
                self.press(f"ballotOption_{option}")
        elif isinstance(answer, int):
            self.press(f"ballotPoint_{answer}")
        elif self._box().vote is Vote.CONSENT:
            self.press(f"ballotConsent_{answer}")
        else:
            self.press(f"ballotOption_{answer}")

    def hands(self, counts: Mapping[str, Mapping[Answer, int]]) -> None:
        """Count hands: type a number per role and choice, with the keyboard alone."""
        self.press("openVoting")
        self.press("votingWay_hands")
        box, columns = self._box(), self._columns()
        for role, row in counts.items():
            for choice, count in row.items():
                cell = self.see(f"hands_{role}_{columns.index(choice)}", QLineEdit)
                cell.setFocus()
                QTest.keyClicks(cell, str(count))
                QTest.keyClick(cell, Qt.Key.Key_Return)
                self.entered.hands[(box.dilemma, box.vote, role, choice)] = count
        wanted = sum(n for row in counts.values() for n in row.values())
        self.wait(lambda: sum(b.count for b in self._box().hands.values()) == wanted)

    def _columns(self) -> list[Answer]:
        dilemma = self.state.dilemma
        assert dilemma is not None
        if dilemma.agreement is not None:
            return list(range(1, dilemma.agreement.points + 1))
        return list(self._box().options)

    def shut(self) -> None:
        """Leave the session if there is one, close the window, and let go of everything."""
        if self.app.evening is not None:
            self.evening.leave()
        self.app.window.close()
        self.app.window.deleteLater()
        self.app.deleteLater()
        QTest.qWait(5)


def by_hand(kind: QuestionType) -> bool:
    """Tell whether a show of hands can answer this question."""
    return kind not in (QuestionType.POINTS, QuestionType.RANKING)
