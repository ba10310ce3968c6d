"""A person's own role card in this dilemma; what only they know shows while they hold a button."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dilemmaspel.desktop.voting.ballot import CORNER_EMS
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
from dilemmaspel.desktop.widgets.kit import em, mood, named, tight
from dilemmaspel.game.views import SeatView
from dilemmaspel.texts import Texts


class Secret(QFrame):
    """A sentence that is in no widget until its button is held, and gone when it is let go."""

    def __init__(self, t: Texts, text: str) -> None:
        super().__init__()
        mood(self, "vote", "secret")
        self._text = text
        self._covered = t("Hold the button, or the space bar, to read. Mind who looks on.")
        self._shown = words(self._covered, "text", "secretText")
        self.hold = PressButton("secretHold", t("Hold to read"), "eye")
        self.hold.pressed.connect(self._on_pressed)
        self.hold.released.connect(self._on_released)
        self.keep = PressButton("secretKeep", t("Leave open"), kind="quiet")
        self.keep.setCheckable(True)
        self.keep.toggled.connect(self._on_kept)
        layout, buttons = column(self, 10), QHBoxLayout()
        layout.setContentsMargins(20, 14, 20, 14)
        tight(buttons, 12)
        buttons.addWidget(self.hold)
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        layout.addWidget(words(t("Only you know this"), "strong"))
        layout.addWidget(self._shown)
        layout.addLayout(buttons)

    def _show(self, shown: bool) -> None:
        self._shown.setText(self._text if shown else self._covered)

    def _on_pressed(self) -> None:
        self._show(True)

    def _on_released(self) -> None:
        self._show(self.keep.isChecked())

    def _on_kept(self, kept: bool) -> None:
        self._show(kept)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.cover()
        super().changeEvent(event)

    def cover(self) -> None:
        """Take the sentence away."""
        self.keep.setChecked(False)
        self._show(False)


class CardPage(QWidget):
    """Made for one person and thrown away with what it holds."""

    goOn = Signal()

    def __init__(
        self, t: Texts, view: SeatView, name: str, *, again: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "roleCard", t("Role card"))
        mood(self, "box", "ground")
        self.next = PressButton(
            "cardNext", t("Back to the ballot") if again else t("To the ballot"), kind="primary"
        )
        self.next.clicked.connect(self.goOn)
        self.secret = Secret(t, view.briefing.knows) if view.briefing.knows else None
        layout = column(self, 16)
        layout.setContentsMargins(SIDE, 24, SIDE - BESIDE, 14)
        layout.addLayout(self._head(view, name))
        layout.addWidget(FollowingArea(self._middle(t, view), "cardArea", t("Role card")), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, BESIDE, 0)
        foot.addStretch(1)
        foot.addWidget(self.next)
        layout.addLayout(foot)

    def _head(self, view: SeatView, name: str) -> QHBoxLayout:
        head, token = QHBoxLayout(), RoleToken(round(em() * 5))
        token.show_role(view.role)
        tight(head, 20)
        title = view.role.name if name == view.role.short else f"{view.role.name} · {name}"
        head.addWidget(token, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(words(title, "question", "cardName"), 1)
        if roomy():
            head.addSpacing(CORNER_EMS * em())
        return head

    def _middle(self, t: Texts, view: SeatView) -> QWidget:
        middle, dilemma = QWidget(), view.public.dilemma
        layout = column(middle, 12)
        layout.setContentsMargins(0, 0, BESIDE, 0)
        if dilemma is not None:
            layout.addWidget(
                words(t("It is about: {question}", question=dilemma.question), "muted")
            )
        if view.briefing.wants:
            layout.addWidget(words(view.briefing.wants, "text", "cardWants"))
        if view.role.red_line:
            line = t("Your red line: {line}", line=view.role.red_line)
            layout.addWidget(words(line, "muted", "cardLine"))
        layout.addSpacing(8)
        if self.secret is not None:
            layout.addWidget(self.secret)
        layout.addStretch(1)
        return middle

    def take_focus(self) -> None:
        """Go to the secret, or on to the ballot when there is none."""
        (self.secret.hold if self.secret else self.next).setFocus(Qt.FocusReason.OtherFocusReason)
