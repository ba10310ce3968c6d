"""What a press means: send a command, ask first, or leave a second press alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from dilemmaspel.desktop.presenter import asks
from dilemmaspel.desktop.presenter.wording import passed_to
from dilemmaspel.desktop.widgets.question import QuestionStrip
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import (
    Advance,
    AskQuestion,
    Blank,
    CloseSession,
    EndEarly,
    Reopen,
    SkipDilemma,
    SkipPhase,
    Undo,
)
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts

DOUBLE_PRESS_MS = 350
"""A second press within this time belongs to the first."""


class Conduct(QObject):
    """Knows the newest view and the question that is asked; asks for commands.

    Going on is asked for once per step: the command carries the step, a second press waits for
    the answer to the first, and two presses close together are one.
    """

    commandRequested = Signal(object)
    leaveRequested = Signal()
    choiceNeeded = Signal()
    peekAgreed = Signal()
    roadRequested = Signal()

    def __init__(
        self, t: Texts, question: QuestionStrip, ticks: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._question = question
        self._ticks = ticks
        self._view: PresenterView | None = None
        self._sent_step: int | None = None
        self._pressed_at = ticks() - DOUBLE_PRESS_MS
        self._leaving = False

    def show_view(self, view: PresenterView) -> None:
        """Take the newest view; a question about a step that is over goes away."""
        before, self._view = self._view, view
        if before is not None and before.step != view.step:
            self._question.put_away()
        if view.closed and self._leaving:
            self._leaving = False
            self.leaveRequested.emit()

    def settle(self) -> None:
        """Hear that an answer came: going on may be asked for again."""
        self._sent_step = None

    def refused(self, refused: Refused, command: object) -> bool:
        """Handle a refusal that only needs a question, or nothing; False leaves it to be said."""
        self.settle()
        self._leaving = False
        if refused.reason is Reason.STALE_STEP:
            return True
        if refused.reason is Reason.NO_QUORUM and isinstance(command, Advance):
            self._ask_quorum()
            return True
        if refused.reason is Reason.REASON_REQUIRED and isinstance(command, Undo):
            self._ask_undo()
            return True
        return False

    def _pressed_twice(self) -> bool:
        now = self._ticks()
        twice = now - self._pressed_at < DOUBLE_PRESS_MS
        self._pressed_at = self._pressed_at if twice else now
        return twice

    # ------------------------------------------------------------ on and back

    def advance(self) -> None:
        """Go on, or ask first when that cannot simply be undone."""
        view = self._view
        if view is None or self._sent_step == view.step or self._pressed_twice():
            return
        self._question.put_away()
        if view.closed:
            self.leaveRequested.emit()
        elif view.next is not None and view.next.resumes:
            self._advance()
        elif view.next is None or view.next.phase is Phase.CLOSED:
            self._question.ask(asks.ask_close(self._t, self._on_agreed))
        elif view.next.needs_choice:
            self.choiceNeeded.emit()
        elif view.next.below_quorum:
            self._ask_quorum()
        elif view.next.few_voted:
            self._question.ask(asks.ask_few(self._t, view, self._on_agreed))
        else:
            self._advance()

    def _advance(self, *, count_anyway: bool = False) -> None:
        if self._view is not None:
            self._sent_step = self._view.step
            self.commandRequested.emit(Advance(self._view.step, count_anyway))

    def _on_agreed(self, _reason: str) -> None:
        self._advance()

    def _ask_quorum(self) -> None:
        if self._view is not None:
            self._question.ask(asks.ask_quorum(self._t, self._view, self._on_count_anyway))

    def _on_count_anyway(self, _reason: str) -> None:
        self._advance(count_anyway=True)

    def back(self) -> None:
        """Take the last step back; a decision asks for a reason."""
        view = self._view
        if view is None or not view.undo or view.closed or self._pressed_twice():
            return
        self._question.put_away()
        if view.undo_needs_reason:
            self._ask_undo()
        else:
            self.commandRequested.emit(Undo())

    def _ask_undo(self) -> None:
        if self._view is not None:
            self._question.ask(asks.ask_undo_reason(self._t, self._view, self._on_undo))

    def _on_undo(self, reason: str) -> None:
        self.commandRequested.emit(Undo(reason))

    # ------------------------------------------------------------ around

    def reopen(self, vote: Vote) -> None:
        """Vote anew, after asking."""
        then = partial(self._on_reopen, vote)
        self._question.ask(asks.ask_reopen(self._t, vote, then))

    def reopen_last(self) -> None:
        """Do the newest vote that can be done again, after asking."""
        if self._view is not None and self._view.reopenable:
            self.reopen(self._view.reopenable[-1])

    def _on_reopen(self, vote: Vote, _reason: str) -> None:
        self.commandRequested.emit(Reopen(vote))

    def skip(self) -> None:
        """Leave a phase that may be skipped, or pass a debrief question over."""
        view = self._view
        if view is None or self._pressed_twice():
            return
        following = passed_to(view)
        if following is not None:
            self.commandRequested.emit(AskQuestion(following, view.step, used=False))
        elif view.can_skip:
            self.commandRequested.emit(SkipPhase(view.step))

    def skip_dilemma(self) -> None:
        """Leave the running dilemma, after asking."""
        if self._view is not None:
            then = partial(self._on_around, SkipDilemma(self._view.step))
            self._question.ask(asks.ask_skip_dilemma(self._t, self._view, then))

    def end_early(self) -> None:
        """Leave the dilemmas that remain, after asking."""
        if self._view is not None:
            then = partial(self._on_around, EndEarly(self._view.step))
            self._question.ask(asks.ask_end_early(self._t, then))

    def _on_around(self, command: object, _reason: str) -> None:
        self.roadRequested.emit()
        self.commandRequested.emit(command)

    def blank(self) -> None:
        """Make the beamer dark, or bring it back."""
        if self._view is not None and not self._view.closed:
            self.commandRequested.emit(Blank(not self._view.public.blank))

    def peek(self) -> None:
        """Look ahead, after asking."""
        self._question.ask(asks.ask_peek(self._t, self._on_peek))

    def _on_peek(self, _reason: str) -> None:
        self.peekAgreed.emit()

    # ------------------------------------------------------------ away

    def leave(self) -> None:
        """Ask what happens to a running session; one that is closed is simply left."""
        if self._view is None or self._view.closed:
            self.leaveRequested.emit()
        else:
            self._question.ask(asks.ask_leave(self._t, self._on_later, self._on_close))

    def _on_later(self, _reason: str) -> None:
        self.leaveRequested.emit()

    def _on_close(self, _reason: str) -> None:
        self._leaving = True
        self.commandRequested.emit(CloseSession())
