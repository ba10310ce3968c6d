"""While a ballot is being saved, and what is said when that does not work; never a choice."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from dilemmaspel.desktop.style import icon_pixmap
from dilemmaspel.desktop.voting.look import FollowingArea, PressButton, column, theme_now, words
from dilemmaspel.desktop.widgets.kit import mood, named, say
from dilemmaspel.texts import Texts

SIGN_SIDE = 96
"""How large the sign of a page is, in pixels."""


class WaitPage(QWidget):
    """Says how it goes with a ballot that was handed in."""

    retryRequested = Signal()
    changeRequested = Signal()
    stopRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "wait", t("Your vote"))
        mood(self, "box", "ground")
        self._t = t
        self._sign = QLabel()
        self._title = words("", "hero", "waitTitle")
        self._text = words("", "text", "waitText")
        self.retry = PressButton("waitRetry", t("Try again"), "refresh", "primary")
        self.retry.clicked.connect(self.retryRequested)
        self.change = PressButton("waitChange", t("Look or change"), "edit")
        self.change.clicked.connect(self.changeRequested)
        self.stop = PressButton("waitStop", t("Stop here"), "close")
        self.stop.clicked.connect(self.stopRequested)
        content = QWidget()
        column(self).addWidget(FollowingArea(content, "waitArea", t("Your vote")))
        layout = column(content, 18)
        layout.setContentsMargins(48, 24, 48, 24)
        layout.addStretch(1)
        for part in (self._sign, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        for button in (self.retry, self.change, self.stop):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_saving(self) -> None:
        """The ballot is on its way to the log."""
        self._show("clock", self._t("One moment"), self._t("Your vote is being kept."))

    def show_received(self) -> None:
        """The ballot stands in the log."""
        self._show("check", self._t("Received"), self._t("Thank you. Pass the laptop on."))

    def show_trouble(self, why: str) -> None:
        """The ballot was not saved; it can be tried again, or changed."""
        self._show("warning", self._t("Your vote is not kept yet"), why)
        for button in (self.retry, self.change):
            button.show()
        self.retry.setFocus()

    def show_refused(self, why: str, *, mends: bool) -> None:
        """The rules said no; it can be left, and changed when that `mends` it."""
        self._show("warning", self._t("Your vote was not counted"), why)
        self.change.setVisible(mends)
        self.stop.show()
        (self.change if mends else self.stop).setFocus()

    def _show(self, sign: str, title: str, text: str) -> None:
        side = SIGN_SIDE
        colour = theme_now().colour("accent")
        self._sign.setPixmap(icon_pixmap(sign, colour, side))
        self._sign.setMinimumSize(QSize(side, side))
        self._title.setText(title)
        say(self._text, text)
        self.setAccessibleDescription(f"{title}. {text}")
        for button in (self.retry, self.change, self.stop):
            button.hide()
        self.setFocus()
