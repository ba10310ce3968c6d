"""The page about phones: how people come in, who is in, and what to do when it does not work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.joining.aside import otherwise
from dilemmaspel.desktop.joining.checkcard import CheckCard
from dilemmaspel.desktop.joining.codes import CodesPart
from dilemmaspel.desktop.joining.joining import Joining, Standing
from dilemmaspel.desktop.joining.network import NetworkPart
from dilemmaspel.desktop.joining.places import PlacesPart
from dilemmaspel.desktop.joining.roll import RollPart
from dilemmaspel.desktop.widgets.kit import button, label, named, reworded, say, tight
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class JoiningPanel(QWidget):
    """Paints how it goes with the phones; asks, and holds no truth but what is being typed."""

    startRequested = Signal()
    checkToggled = Signal()
    asideRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._newest: tuple[Joining, PresenterView, bool] | None = None
        named(self, "joining", t("Phones"))
        self._off = label("", "large", "joiningOff")
        self.start = button("joiningStart", "", "phone", "primary")
        self.start.clicked.connect(self.startRequested)
        self.codes = CodesPart(t)
        self.check = button("joiningCheck", t("Phones do not come in?"), "help", "quiet")
        self.check.setCheckable(True)
        self.check.clicked.connect(self.checkToggled)
        self.causes = CheckCard(t)
        self.roll = RollPart(t)
        self.network = NetworkPart(t)
        self.places = PlacesPart(t)
        self.aside = WrapButton("joiningAside", "", "shift", "plain")
        self.aside.clicked.connect(self.asideRequested)
        self._when_on: tuple[QWidget, ...] = (
            *(self.codes, self.check, self.roll, self.network, self.places, self.aside),
        )
        self._arrange()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, 16)
        layout.setContentsMargins(0, 0, 12, 0)
        left = Qt.AlignmentFlag.AlignLeft
        layout.addWidget(self._off)
        layout.addWidget(self.start, 0, left)
        for part in (self.codes, self.check, self.causes, self.roll, self.network, self.places):
            layout.addWidget(part)
        layout.addWidget(self.aside)
        layout.setAlignment(self.check, left)
        layout.addStretch(1)

    def show_joining(self, joining: Joining, view: PresenterView, *, checking: bool) -> None:
        """Show how it goes; `checking` opens the check. Out of sight nothing is painted."""
        self._newest = (joining, view, checking)
        if self.isVisible():
            self._paint()

    def showEvent(self, event: QShowEvent) -> None:
        self._paint()
        super().showEvent(event)

    def _paint(self) -> None:
        if self._newest is None:
            return
        joining, view, checking = self._newest
        on = joining.standing is Standing.ON and joining.state is not None
        say(self._off, "" if on else self._off_words(joining))
        failed = joining.standing is Standing.FAILED
        again = self._t("Try again") if failed else self._t("Let people vote on their phone")
        reworded(self.start, again)
        self.start.setVisible(joining.standing in (Standing.OFF, Standing.FAILED))
        for part in self._when_on:
            part.setVisible(on)
        self.causes.setVisible(on and checking)
        self.check.setChecked(checking)
        self._show_aside(view)
        self.codes.show_joining(joining)
        self.roll.show_joining(joining, view)
        self.network.show_joining(joining)
        self.places.show_joining(joining, view)
        if joining.state is not None:
            self.causes.show_state(joining.state)

    def _off_words(self, joining: Joining) -> str:
        t = self._t
        if joining.standing is Standing.FAILED:
            rest = t("The session goes on: people can vote at the laptop or by hand.")
            return f"{joining.trouble} {rest}"
        if joining.standing is Standing.STARTING:
            return t("One moment: the phones are let in.")
        return t("Phones are off. People can also come in with their phone while you play.")

    def _show_aside(self, view: PresenterView) -> None:
        t = self._t
        words = {
            Voting.HANDS: t("Phones fail: go on by a show of hands (F6)"),
            Voting.PASSED: t("Phones fail: pass the laptop on (F6)"),
        }.get(otherwise(view), t("Back to voting on phones (F6)"))
        reworded(self.aside, words)

    def take_focus(self) -> None:
        """Go to the first thing to do."""
        (self.start if self.start.isVisible() else self.codes.show_page).setFocus()
