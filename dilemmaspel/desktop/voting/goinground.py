"""What a screen does that goes from hand to hand: whose turn it is, and the way to leave it."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from dilemmaspel.desktop.voting.booth import SETTLE_MS
from dilemmaspel.desktop.voting.look import PressButton
from dilemmaspel.desktop.voting.people import Voter
from dilemmaspel.desktop.widgets.kit import mood, named
from dilemmaspel.desktop.widgets.question import Answer, Question, QuestionStrip
from dilemmaspel.desktop.widgets.timing import once
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts

HOLD_MS: Final = 800
"""How long Escape is held to call the facilitator."""


class GoingRound(QWidget):
    """Covers the window while participants hold the laptop; Escape held asks for the facilitator.

    `name` is what its names begin with; `ticks` is a clock in milliseconds that never jumps.
    """

    leaveRequested = Signal()
    """The facilitator takes the laptop back."""
    leaveAsked = Signal()
    """Somebody wants the facilitator: ask whether it is one, with `_ask_to_leave`."""
    turnOver = Signal()
    """It is somebody else's turn: show the neutral screen, or that nobody is left."""

    def __init__(
        self, t: Texts, name: str, words: str, ticks: Callable[[], int], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        named(self, f"{name}Round", words)
        mood(self, "box", "ground")
        self._t = t
        self._ticks = ticks
        self._since = ticks() - SETTLE_MS
        self._view: PresenterView | None = None
        self._seat: SeatId | None = None
        """Whose turn it is."""
        self._later: list[SeatId] = []
        self._given: set[SeatId] = set()
        """Who handed in here: the view that says so may still be on its way."""
        self._stack = QStackedWidget()
        self.question = QuestionStrip(t)
        self.facilitator = PressButton(f"{name}Facilitator", t("Facilitator"), "lock", "quiet")
        mood(self.facilitator, "vote", "corner")
        self.facilitator.clicked.connect(self.leaveAsked)
        self._hold = once(self, HOLD_MS, self.leaveAsked.emit)

    # ------------------------------------------------------------ whose turn it is

    def _in_turn(self, voters: Iterable[Voter]) -> list[Voter]:
        """Leave out who handed in here, and put those who were skipped last."""
        return sorted((one for one in voters if one.seat not in self._given), key=self._turn)

    def _turn(self, one: Voter) -> int:
        return 1 + self._later.index(one.seat) if one.seat in self._later else 0

    def _on_skipped(self) -> None:
        if self._seat is None or self._too_soon():
            return
        if self._seat in self._later:
            self._later.remove(self._seat)
        self._later.append(self._seat)
        self.turnOver.emit()

    # ------------------------------------------------------------ the screens

    def _to(self, page: QWidget) -> None:
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            self._since = self._ticks()

    def _too_soon(self) -> bool:
        """Whether a press was meant for the screen before this one."""
        return self._ticks() - self._since < SETTLE_MS

    # ------------------------------------------------------------ the facilitator

    def _ask_to_leave(self, stay: Answer, detail: str = "") -> None:
        t = self._t
        keeps = t("Everything that was handed in is kept. You can go on at any moment.")
        leave = Answer("leave", t("Yes, I am the facilitator"), self._on_leave)
        words = t("Back to the facilitator’s screen?")
        self.question.ask(Question(words, (stay, leave), detail or keeps))

    def _on_leave(self, _reason: str) -> None:
        self.leave()

    def leave(self) -> None:
        """Give the laptop back; what is not handed in is wiped."""
        self._hold.stop()
        self.turnOver.emit()
        self.leaveRequested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not event.isAutoRepeat():
                self._hold.start()
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self._hold.stop()
            return
        super().keyReleaseEvent(event)
