"""The ballot of one person: the question, the answer, abstaining apart, and going on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.voting.asking import make_answer
from dilemmaspel.desktop.voting.choosing import ScalePoint, Ticks
from dilemmaspel.desktop.voting.draft import Draft
from dilemmaspel.desktop.voting.look import (
    BESIDE,
    SIDE,
    FollowingArea,
    PressButton,
    RoleToken,
    column,
    roomy,
    words,
)
from dilemmaspel.desktop.voting.objecting import ConsentAnswer
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import em, mood, named, say, tight
from dilemmaspel.desktop.widgets.press import ENTER
from dilemmaspel.game.views import SeatView
from dilemmaspel.texts import Texts
from dilemmaspel.words import QUESTION_TYPES, VOTES

CORNER_EMS = 9
"""Room at the top right for the facilitator's button, in letter heights."""

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space)


class BallotForm(QWidget):
    """Made for one person and thrown away with what it holds."""

    handedIn = Signal(object)
    cardRequested = Signal()
    timeRequested = Signal()
    pauseRequested = Signal()

    def __init__(
        self, t: Texts, view: SeatView, name: str, *, tools: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "ballot", t("Ballot"))
        mood(self, "box", "ground")
        self._t = t
        self._view = view
        self._stands_still = tools and roomy()
        self._answer = make_answer(t, view)
        self._answer.changed.connect(self._on_changed)
        self._answer.goOn.connect(self._on_next)
        self._said = words("", "muted", "ballotSaid")
        self._hint = words("", "rest", "ballotHint")
        self.abstain = PressButton("ballotAbstain", t("I abstain"))
        self.abstain.clicked.connect(self._on_abstained)
        self.next = PressButton("ballotNext", t("Go on"), kind="primary")
        self.next.clicked.connect(self._on_next)
        self._tools = self._make_tools()
        if not tools:
            self._tools.hide()
        layout = column(self, 8)
        self._beside = BESIDE if tools else 0
        side = SIDE if tools else 4
        layout.setContentsMargins(side, 12, side - self._beside, 14)
        head, content = self._head(name), QWidget()
        middle = self._middle(content)
        if self._stands_still:
            layout.addWidget(head)
        else:
            middle.insertWidget(0, head)
            middle.addWidget(self._tools)
        middle.addStretch(1)
        layout.addWidget(self._said)
        self._area = FollowingArea(content, "ballotArea", t("Ballot"))
        layout.addWidget(self._area, 1)
        layout.addLayout(self._foot())
        for shown in (self._said, self._hint):
            shown.hide()

    def _head(self, name: str) -> QWidget:
        vote = self._view.public.vote
        token, whole = RoleToken(round(em() * 3)), QWidget()
        head = QHBoxLayout(whole)
        token.show_role(self._view.role)
        title = f"{name} · {self._t(VOTES[vote.vote])}" if vote else name
        tight(head, 14)
        head.addWidget(token, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(title, "strong", "ballotTitle"), 1)
        if self._stands_still:
            head.addSpacing(CORNER_EMS * em())
        return whole

    def _make_tools(self) -> QWidget:
        t, view, whole = self._t, self._view, QWidget()
        tools = FlowLayout(whole, spacing=4)
        tools.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.card = PressButton("ballotCard", t("My role card"), "person", "quiet")
        self.card.clicked.connect(self.cardRequested)
        if not (view.briefing.wants or view.briefing.knows):
            self.card.hide()
        self.time = PressButton("ballotTime", t("I need more time"), "clock", "quiet")
        self.time.clicked.connect(self._on_time)
        self.pause = PressButton("ballotPause", t("Pause card"), "pause", "quiet")
        self.pause.clicked.connect(self._on_pause)
        for button in (self.card, self.time, self.pause):
            tools.addWidget(button)
        return whole

    def _middle(self, content: QWidget) -> QVBoxLayout:
        dilemma = self._view.public.dilemma
        layout = column(content, 12)
        layout.setContentsMargins(0, 0, BESIDE, 0)
        question = dilemma.question if dilemma else ""
        if isinstance(self._answer, ConsentAnswer):
            layout.addWidget(words(question, "muted"))
            question = self._t("Can you live with “{outcome}”?", outcome=self._view.consent_text)
        layout.addWidget(words(question, "question", "ballotQuestion"))
        if dilemma is not None:
            meaning = self._t(QUESTION_TYPES[dilemma.type].meaning)
            if isinstance(self._answer, (ScalePoint, Ticks)):
                layout.addWidget(words(meaning, "muted", "ballotMeaning"))
        layout.addWidget(self._answer)
        return layout

    def _foot(self) -> QVBoxLayout:
        foot, buttons = QVBoxLayout(), QHBoxLayout()
        tight(foot, 6)
        tight(buttons, 16)
        foot.setContentsMargins(0, 0, self._beside, 0)
        buttons.addWidget(self.abstain, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._stands_still:
            buttons.addWidget(self._tools, 1)
        else:
            buttons.addStretch(1)
        buttons.addWidget(self.next)
        foot.addWidget(self._hint)
        foot.addLayout(buttons)
        return foot

    def restore(self, draft: Draft) -> None:
        """Bring back what this same person filled in a moment ago."""
        if isinstance(self._answer, ConsentAnswer):
            self._answer.restore_reason(draft.objection)
        self._answer.restore(draft.choice)

    def take_focus(self) -> None:
        """Go to the answer; the question stays in sight."""
        self._area.follows = False
        self._answer.take_focus()
        self._area.follows = True

    def tell(self, text: str) -> None:
        """Say something to this person above the question."""
        say(self._said, text)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a ballot from being taken as the window's own."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            if plain and (event.text().isalnum() or event.key() in _ARROWS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._place_of(event.text().upper())
        if place is not None and not event.isAutoRepeat() and self._answer.pick(place):
            return
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self._on_next()
            return
        super().keyPressEvent(event)

    def _place_of(self, text: str) -> int | None:
        """The row that a letter or digit stands for, from 0."""
        letters = [option.letter for option in self._view.ballot]
        if text in letters:
            return letters.index(text)
        return int(text) - 1 if text.isdecimal() and text.isascii() and int(text) else None

    def _on_changed(self) -> None:
        say(self._hint, "")

    def _on_next(self) -> None:
        missing = self._answer.missing()
        if missing:
            say(self._hint, missing)
            self._answer.take_focus()
            return
        self.handedIn.emit(Draft(self._answer.choice(), self._answer.reason()))

    def _on_abstained(self) -> None:
        self.handedIn.emit(Draft())

    def _on_time(self) -> None:
        self.time.setEnabled(False)
        self.take_focus()
        self.timeRequested.emit()

    def _on_pause(self) -> None:
        self.pause.setEnabled(False)
        self.take_focus()
        self.pauseRequested.emit()
