"""The bar at the bottom: back, the ways around, and the one large button."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.wording import REOPENS, advance_words, passed_to, undo_words
from dilemmaspel.desktop.widgets.bigbutton import BigButton
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, em, named, reworded, tight
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class ActionBar(Panel):
    """Says what each press will do; the window decides what a press means."""

    advanceRequested = Signal()
    backRequested = Signal()
    reopenRequested = Signal(object)
    skipRequested = Signal()
    blankRequested = Signal()
    reportRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "actions", t("Actions"))
        self.advance = named(BigButton(t("Go on"), min(480, max(384, em() * 19))), "advance")
        self.advance.clicked.connect(self.advanceRequested)
        self.back = button("back", t("Back"), "undo")
        self.back.clicked.connect(self.backRequested)
        self.skip = button("skip", t("Skip this phase"), "next", "quiet")
        self.skip.clicked.connect(self.skipRequested)
        self.blank = button("blank", "", "blank", "quiet")
        self.blank.clicked.connect(self.blankRequested)
        self.report = button("reportAsk", t("Report…"), "export")
        self.report.clicked.connect(self.reportRequested)
        self._arrange()

    def _arrange(self) -> None:
        self._flow = FlowLayout(spacing=8)
        self._flow.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for part in (self.back, self.report, self.skip, self.blank):
            self._flow.addWidget(part)
        self._reopen: dict[Vote, QPushButton] = {vote: self._again(vote) for vote in Vote}
        others = QWidget()
        others.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        others.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        tight(layout, 16)
        layout.addWidget(others, 1)
        layout.addWidget(self.advance)

    def _again(self, vote: Vote) -> QPushButton:
        made = button(f"reopen_{vote}", self._t(REOPENS[vote]), "reopen", "quiet")
        made.clicked.connect(partial(self.reopenRequested.emit, vote))
        self._flow.addWidget(made)
        return made

    def show_view(self, view: PresenterView) -> None:
        t = self._t
        self.advance.show_words(advance_words(t, view))
        self.back.setVisible(bool(view.undo) and not view.closed)
        reworded(self.back, undo_words(t, view.undo) if view.undo else t("Back"))
        passes = passed_to(view) is not None
        self.skip.setVisible(view.can_skip or passes)
        reworded(self.skip, t("Pass this question over") if passes else t("Skip this phase"))
        newest = view.reopenable[-1] if view.reopenable else None
        for vote, made in self._reopen.items():
            made.setVisible(vote is newest)
        bright, dark = t("Light the beamer"), t("Make the beamer dark")
        self.blank.setVisible(not view.closed)
        self.report.setVisible(view.closed)
        reworded(self.blank, bright if view.public.blank else dark)
