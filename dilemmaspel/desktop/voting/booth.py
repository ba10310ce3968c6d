"""The booth: one person's way from an empty ballot to the receipt, and nothing left behind."""

import time
from collections.abc import Callable
from dataclasses import replace
from enum import Enum, auto
from typing import Final
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from dilemmaspel.desktop.voting.ballot import BallotForm
from dilemmaspel.desktop.voting.confirm import ConfirmPage
from dilemmaspel.desktop.voting.draft import Draft, Extra, command_of, told
from dilemmaspel.desktop.voting.extras import ExtraForm, asks_more
from dilemmaspel.desktop.voting.waiting import WaitPage
from dilemmaspel.desktop.widgets.kit import mood, named
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import AskPause, AskTime, CastBallot
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.scenario import Briefing
from dilemmaspel.game.views import SeatView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts
from dilemmaspel.words import refusal

SETTLE_MS: Final = 450
"""A press so soon after a page came was meant for the page before it (F93)."""


_MENDABLE: Final = frozenset(
    {
        Reason.WRONG_CHOICE,
        Reason.OPTION_BLOCKED,
        Reason.INPUT_OFF,
        Reason.BAD_INPUT,
        Reason.TEXT_TOO_LONG,
        Reason.REASON_REQUIRED,
    }
)
"""Refusals that another answer takes away; the others have nothing to do with the answer."""


def ticks_ms() -> int:
    """Milliseconds on a clock that never jumps."""
    return time.monotonic_ns() // 1_000_000


class Stage(Enum):
    """Where a person is."""

    EMPTY = auto()
    BALLOT = auto()
    EXTRAS = auto()
    CONFIRM = auto()
    SENDING = auto()
    TROUBLE = auto()
    REFUSED = auto()
    RECEIVED = auto()


class Booth(QWidget):
    """Takes one ballot at a time; once it is handed in, no widget holds the choice.

    The draft stays in memory until the receipt comes, so that a disk that fails costs nobody
    their vote. `ticks` is a clock in milliseconds that never jumps.
    """

    commandRequested = Signal(object, str)
    received = Signal()
    """The receipt came: the ballot stands in the log."""
    left = Signal()
    """The person stops without a counted ballot."""
    cardRequested = Signal()

    def __init__(
        self,
        t: Texts,
        *,
        channel: Channel = Channel.PASSED,
        ticks: Callable[[], int] = ticks_ms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "booth")
        mood(self, "box", "ground")
        self._t = t
        self._channel = channel
        self._ticks = ticks
        self._stage = Stage.EMPTY
        self._since = ticks() - SETTLE_MS
        self._view: SeatView | None = None
        self._name = ""
        self._tools = True
        self._draft = Draft()
        self._sent: tuple[CastBallot, str] | None = None
        self._asked: AskTime | AskPause | None = None
        self._page: QWidget | None = None
        self.wait = WaitPage(t)
        self.wait.retryRequested.connect(self._on_retry)
        self.wait.changeRequested.connect(self._on_change)
        self.wait.stopRequested.connect(self._on_stop)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.wait)

    @property
    def stage(self) -> Stage:
        """Where the person is."""
        return self._stage

    @property
    def holds_unsaved(self) -> bool:
        """Whether a ballot was handed in and its receipt has not come."""
        return self._stage in (Stage.SENDING, Stage.TROUBLE)

    def open(self, view: SeatView, name: str, *, with_card: bool = True) -> None:
        """Begin with an empty ballot for a seat; `name` is what it is called on the screen.

        Without a card, for a table, it knows nothing that only this role knows, and has no tools.
        """
        self.clear()
        self._view = view if with_card else replace(view, briefing=Briefing())
        self._tools = with_card
        self._name = name
        self._show_ballot()

    def clear(self) -> None:
        """Forget everything about the person who was here."""
        self._view = None
        self._name = ""
        self._draft = Draft()
        self._sent = None
        self._asked = None
        self._drop_page()
        self._go(Stage.EMPTY)

    def take_focus(self) -> None:
        """Go to where the person is."""
        page = self._page
        if isinstance(page, (BallotForm, ConfirmPage)):
            page.take_focus()

    # ------------------------------------------------------------ pages

    def _go(self, stage: Stage) -> None:
        self._stage = stage
        self._since = self._ticks()

    def _too_soon(self) -> bool:
        return self._ticks() - self._since < SETTLE_MS

    def _drop_page(self) -> None:
        page, self._page = self._page, None
        self._stack.setCurrentWidget(self.wait)
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.setParent(None)
            page.deleteLater()

    def _put_page(self, page: QWidget) -> None:
        self._drop_page()
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def _show_ballot(self) -> None:
        if self._view is None:
            return
        form = BallotForm(self._t, self._view, self._name, tools=self._tools)
        form.handedIn.connect(self._on_answered)
        form.cardRequested.connect(self.cardRequested)
        form.timeRequested.connect(self._on_time)
        form.pauseRequested.connect(self._on_pause)
        form.restore(self._draft)
        self._put_page(form)
        self._go(Stage.BALLOT)
        form.take_focus()

    def _show_extras(self) -> None:
        if self._view is None:
            return
        form = ExtraForm(self._t, self._view)
        form.answered.connect(self._on_extra)
        form.backRequested.connect(self._on_change)
        form.restore(self._draft.extra)
        self._put_page(form)
        self._go(Stage.EXTRAS)

    def _show_confirm(self) -> None:
        if self._view is None:
            return
        dilemma = self._view.public.dilemma
        lines = told(self._t, self._view, self._draft)
        page = ConfirmPage(self._t, dilemma.question if dilemma else "", lines)
        page.agreed.connect(self._on_agreed)
        page.changeRequested.connect(self._on_change)
        self._put_page(page)
        self._go(Stage.CONFIRM)
        page.take_focus()

    # ------------------------------------------------------------ what is pressed

    def _on_answered(self, draft: Draft) -> None:
        if self._stage is not Stage.BALLOT or self._view is None or self._too_soon():
            return
        abstains = draft.choice is None
        extra = Extra() if abstains else self._draft.extra
        self._draft = Draft(draft.choice, draft.objection, extra)
        if asks_more(self._view) and not abstains:
            self._show_extras()
        else:
            self._show_confirm()

    def _on_extra(self, extra: Extra) -> None:
        if self._stage is Stage.EXTRAS and not self._too_soon():
            self._draft = Draft(self._draft.choice, self._draft.objection, extra)
            self._show_confirm()

    def _on_agreed(self) -> None:
        if self._stage is not Stage.CONFIRM or self._view is None or self._too_soon():
            return
        command = command_of(self._view, self._draft, self._channel)
        self._sent = (command, uuid4().hex)
        self._send()

    def _on_retry(self) -> None:
        if self._stage is Stage.TROUBLE and not self._too_soon():
            self._send()

    def _send(self) -> None:
        if self._sent is None:
            return
        self._drop_page()
        self.wait.show_saving()
        self._go(Stage.SENDING)
        self.commandRequested.emit(*self._sent)

    def _on_change(self) -> None:
        if self._stage is not Stage.SENDING and not self._too_soon():
            self._sent = None
            self._show_ballot()

    def _on_stop(self) -> None:
        if self._stage is Stage.REFUSED and not self._too_soon():
            self.clear()
            self.left.emit()

    def _on_time(self) -> None:
        if self._view is not None:
            self._ask(AskTime(self._view.seat))

    def _on_pause(self) -> None:
        if self._view is not None:
            self._ask(AskPause(self._view.seat))

    def _ask(self, command: AskTime | AskPause) -> None:
        self._asked = command
        self.commandRequested.emit(command, uuid4().hex)

    # ------------------------------------------------------------ what the session answers

    def _is_mine(self, command: object) -> bool:
        waits = self._stage in (Stage.SENDING, Stage.TROUBLE)
        return waits and self._sent is not None and command is self._sent[0]

    def _tell(self, command: object, text: str) -> None:
        """Say to the person who asked for time or a pause what came of it."""
        if command is self._asked and isinstance(self._page, BallotForm):
            self._page.tell(text)

    def _granted(self) -> str:
        if isinstance(self._asked, AskTime):
            return self._t("Take your time. Nothing closes by itself.")
        return self._t(
            "Your pause card is played. Say it out loud too: the facilitator does not see"
            " this screen."
        )

    def show_accepted(self, command: object) -> None:
        """Hear that a command stands in the log."""
        self._tell(command, self._granted())
        if self._is_mine(command):
            self.clear()
            self.wait.show_received()
            self._go(Stage.RECEIVED)
            self.received.emit()

    def show_refused(self, refused: Refused, command: object) -> None:
        """Hear that the rules said no."""
        self._tell(command, refusal(self._t, refused))
        if self._is_mine(command):
            mends = refused.reason in _MENDABLE
            self.wait.show_refused(refusal(self._t, refused), mends=mends)
            self._go(Stage.REFUSED)

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Hear that a command could not be saved."""
        self._tell(command, trouble.message_in(self._t))
        if self._is_mine(command):
            kept = self._t("Your vote is still here, unseen. Tell the facilitator.")
            self.wait.show_trouble(f"{trouble.message_in(self._t)} {kept}")
            self._go(Stage.TROUBLE)
