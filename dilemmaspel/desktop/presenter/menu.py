"""More: what is needed now and then, out of the way of what is needed always."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import label, named, tight
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class MenuPanel(Panel):
    """Plain buttons, one under the other."""

    planRequested = Signal()
    skipDilemmaRequested = Signal()
    endEarlyRequested = Signal()
    printRequested = Signal()
    beamerRequested = Signal()
    readingRequested = Signal()
    keysRequested = Signal()
    leaveRequested = Signal()
    closed = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "menu", t("More"))
        layout = QVBoxLayout(self)
        tight(layout, 4)
        layout.addWidget(label(t("More"), "strong"))
        self.plan = self._entry("menuPlan", t("Order of the dilemmas"), "down")
        self.skip_dilemma = self._entry("menuSkipDilemma", t("Skip this dilemma…"), "next")
        self.end_early = self._entry("menuEndEarly", t("Go to the end early…"), "flag")
        self.paper = self._entry("menuPrint", t("Print cards and sheets"), "print")
        self.beamer = self._entry("menuBeamer", t("Beamer and screens"), "screen")
        self.reading = self._entry("menuReading", t("Can everybody read the beamer?"), "eye")
        self.keys = self._entry("menuKeys", t("Keys (F1)"), "key")
        self.leave = self._entry("menuLeave", t("Leave the session…"), "close")
        self.done = WrapButton("menuDone", t("Back to the road"), "back")
        layout.addStretch(1)
        layout.addWidget(self.done)
        self._connect()

    def _entry(self, name: str, words: str, sign: str) -> QPushButton:
        made = WrapButton(name, words, sign)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(made)
        return made

    def _connect(self) -> None:
        for made, asked in (
            (self.plan, self.planRequested),
            (self.skip_dilemma, self.skipDilemmaRequested),
            (self.end_early, self.endEarlyRequested),
            (self.paper, self.printRequested),
            (self.beamer, self.beamerRequested),
            (self.reading, self.readingRequested),
            (self.keys, self.keysRequested),
            (self.leave, self.leaveRequested),
            (self.done, self.closed),
        ):
            made.clicked.connect(asked)

    def show_view(self, view: PresenterView) -> None:
        self.skip_dilemma.setVisible(view.can_skip_dilemma)
        self.end_early.setVisible(view.can_end_early)
        self.plan.setVisible(view.can_end_early)
