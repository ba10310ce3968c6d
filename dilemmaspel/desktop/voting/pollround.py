"""The laptop goes round for the closing questions: a neutral screen, then two scales."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from dilemmaspel.desktop.voting.booth import ticks_ms
from dilemmaspel.desktop.voting.goinground import GoingRound
from dilemmaspel.desktop.voting.look import (
    SIDE,
    FollowingArea,
    PressButton,
    RoleToken,
    column,
    reworded,
    words,
)
from dilemmaspel.desktop.voting.people import Voter, seat_numbers
from dilemmaspel.desktop.widgets.kit import named
from dilemmaspel.desktop.widgets.question import Answer
from dilemmaspel.game.closing import POINTS
from dilemmaspel.game.commands import AnswerExitPoll, PollAsk
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts
from dilemmaspel.words import refusal
from dilemmaspel.words.debrief import POLL, POLL_NOTE

TOKEN_SIDE: Final = 140


def waiting(view: PresenterView) -> tuple[Voter, ...]:
    """Return the seats that have not answered, by role, in the order of their seats."""
    polled = view.debriefing.polled if view.debriefing else frozenset()
    roles = {one.role.id: one.role for one in view.public.roles}
    numbers = seat_numbers(view)
    return tuple(
        Voter(seat, roles[role], numbers.get(seat, 0), view.heads.get(seat, 1), voted=False)
        for seat, role, active in view.seats
        if active and seat not in polled and role in roles
    )


class _NextPage(QWidget):
    """Who is next; holds no answer of anybody."""

    opened = Signal()
    skipped = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        named(self, "pollNext", t("Pass the laptop on"))
        self._t = t
        self.token = RoleToken(TOKEN_SIDE)
        self._name = words("", "hero", "pollName")
        self.start = PressButton("pollOpen", "", kind="primary")
        self.skip = PressButton("pollSkip", t("Skip this person for now"), "next")
        self.start.clicked.connect(self.opened)
        self.skip.clicked.connect(self.skipped)
        layout = column(self, 16)
        layout.setContentsMargins(48, 12, 48, 20)
        layout.addStretch(2)
        asks = words(t("Pass the laptop on to"), "text", "pollAsk")
        for part in (self.token, asks, self._name, self.start):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        layout.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignHCenter)

    def show_voter(self, voter: Voter) -> None:
        """Show whose turn it is."""
        name = voter.name(self._t)
        self.token.show_role(voter.role)
        self._name.setText(name)
        reworded(self.start, self._t("I am {name}", name=name))


class _AskPage(QWidget):
    """The two questions, each from 1 to 5; one of them is enough."""

    given = Signal(object, object)
    left = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        named(self, "pollAsked", t("Closing questions"))
        self._groups: dict[PollAsk, QButtonGroup] = {}
        content, whole = QWidget(), column(self, 16)
        layout = column(content, 14)
        whole.setContentsMargins(SIDE, 24, SIDE, 14)
        whole.addWidget(FollowingArea(content, "pollArea", t("Closing questions")), 1)
        layout.addWidget(words(t(POLL_NOTE), "muted"))
        for asks, text in POLL.items():
            layout.addWidget(words(t(text), "question"))
            layout.addLayout(self._scale(t, asks, t(text)))
            layout.addSpacing(12)
        layout.addStretch(1)
        self.away = PressButton("pollAway", t("I would rather not answer"), "next")
        self.hand = PressButton("pollHand", t("Hand in my answer"), kind="primary")
        self.hand.setEnabled(False)
        self.hand.clicked.connect(self._on_hand)
        self.away.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.away)
        buttons.addStretch(1)
        buttons.addWidget(self.hand)
        whole.addLayout(buttons)

    def _scale(self, t: Texts, asks: PollAsk, text: str) -> QHBoxLayout:
        row, group = QHBoxLayout(), QButtonGroup(self)
        for point in POINTS:
            made = PressButton(
                f"pollPoint_{asks}_{point}",
                str(point),
                spoken=t("{asks} {point} of 5", asks=text, point=point),
            )
            made.setCheckable(True)
            made.setAutoExclusive(True)  # or a screen reader calls it a box to tick
            made.setMinimumWidth(96)
            made.clicked.connect(self._on_point)
            group.addButton(made, point)
            row.addWidget(made)
        row.addStretch(1)
        self._groups[asks] = group
        return row

    def clear(self) -> None:
        """Leave nothing of the person who was here."""
        for group in self._groups.values():
            group.setExclusive(False)
            for made in group.buttons():
                made.setChecked(False)
            group.setExclusive(True)
        self.hand.setEnabled(False)

    def take_focus(self) -> None:
        """Go to the first answer."""
        self._groups[PollAsk.TALKING].button(1).setFocus()

    def _on_point(self, _checked: bool = False) -> None:  # noqa: FBT002
        self.hand.setEnabled(True)

    def _on_hand(self) -> None:
        picked = [self._groups[asks].checkedId() for asks in PollAsk]
        talking, understanding = (point if point > 0 else None for point in picked)
        self.given.emit(talking, understanding)


class PollRound(GoingRound):
    """Covers the window while people answer; who has answered the view alone says."""

    commandRequested = Signal(object)

    def __init__(
        self, t: Texts, *, ticks: Callable[[], int] = ticks_ms, parent: QWidget | None = None
    ) -> None:
        super().__init__(t, "poll", t("Answer at the laptop"), ticks, parent)
        self._sent: AnswerExitPoll | None = None
        self.next, self.ask = _NextPage(t), _AskPage(t)
        self.done = self._done_page()
        self._told = words("", "warn", "pollTold")
        self.turnOver.connect(self._show_next)
        self.leaveAsked.connect(self.ask_to_leave)
        self.next.opened.connect(self._on_opened)
        self.next.skipped.connect(self._on_skipped)
        self.ask.given.connect(self._on_given)
        self.ask.left.connect(self._on_skipped)
        for page in (self.next, self.ask, self.done):
            self._stack.addWidget(page)
        layout = column(self, 0)
        layout.addWidget(self.facilitator, 0, Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._told, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.question)
        self._told.hide()

    def _done_page(self) -> QWidget:
        t, page = self._t, QWidget()
        named(page, "pollDone", t("Give the laptop back"))
        self.back = PressButton("pollBack", t("Back to the facilitator’s screen"), kind="primary")
        self.back.clicked.connect(self.leave)
        layout = column(page, 18)
        layout.addStretch(1)
        title = words(t("Everybody has answered."), "hero", "pollDoneTitle")
        for part in (
            title,
            words(t("Give the laptop back to the facilitator."), "text"),
            self.back,
        ):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return page

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView) -> None:
        """Take the newest view; a person who is answering is not disturbed."""
        self._view = view
        if view.debriefing is None:
            self.leave()
        elif self._stack.currentWidget() is not self.ask:
            self._show_next()

    def start(self) -> None:
        """Begin, or go on, at a neutral screen."""
        self.question.put_away()
        self._later.clear()
        self._given.clear()
        self._show_next()

    def _waiting(self) -> list[Voter]:
        return self._in_turn(waiting(self._view) if self._view else ())

    def _show_next(self) -> None:
        self.ask.clear()
        left = self._waiting()
        if not left:
            self._seat = None
            self._to(self.done)
            self.back.setFocus()
            return
        self._seat = left[0].seat
        self.next.show_voter(left[0])
        self.next.skip.setVisible(len(left) > 1)
        self._to(self.next)
        self.next.start.setFocus()

    # ------------------------------------------------------------ one person

    def _on_opened(self) -> None:
        if self._seat is not None and not self._too_soon():
            self._told.hide()
            self.ask.clear()
            self._to(self.ask)
            self.ask.take_focus()

    def _on_given(self, talking: int | None, understanding: int | None) -> None:
        if self._seat is not None and self._sent is None:
            self._sent = AnswerExitPoll(talking, understanding, self._seat)
            self.ask.hand.setEnabled(False)
            self.commandRequested.emit(self._sent)

    # ------------------------------------------------------------ the facilitator

    def ask_to_leave(self) -> None:
        """Ask whether the facilitator wants the laptop back."""
        self._ask_to_leave(Answer("stay", self._t("No, go on answering")))

    def leave(self) -> None:
        """Give the laptop back; what is not handed in is wiped."""
        self._sent = None
        self.question.put_away()
        super().leave()

    # ------------------------------------------------------------ what the session answers

    def show_accepted(self, _receipt: object, command: object) -> None:
        """Hear that an answer stands in the log."""
        if self._sent is not None and command == self._sent:
            if self._sent.seat is not None:
                self._given.add(self._sent.seat)
            self._sent = None
            self._tell("")
            self._show_next()

    def show_refused(self, refused: Refused, command: object) -> None:
        """Hear that the rules said no."""
        if self._sent is not None and command == self._sent:
            self._sent = None
            if refused.reason is Reason.ALREADY_ANSWERED:
                self._show_next()
                return
            self._tell(refusal(self._t, refused))
            self.ask.hand.setEnabled(True)

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Hear that an answer could not be saved; it stays on the screen to be handed in again."""
        if self._sent is not None and command == self._sent:
            self._sent = None
            self._tell(trouble.message_in(self._t))
            self.ask.hand.setEnabled(True)

    def _tell(self, told: str) -> None:
        self._told.setText(told)
        self._told.setVisible(bool(told))
