"""The round of objections: the reasons, other words for the outcome, and asking again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import box, button, em, label, named, say, tight
from dilemmaspel.game.commands import AskConsentAgain
from dilemmaspel.game.decision import MAX_AMENDMENTS
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts

LONGEST_TEXT = 400


class ConsentPanel(Panel):
    """Objections without names; the words of the outcome can be changed at most twice."""

    def __init__(self, t: Texts, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "consent", t("Objections"))
        self._scenario = scenario
        self._about: DilemmaId | None = None
        self._objections = label("", "large", "objections")
        self._ask = label("", "muted", "consentAsk")
        self.words = named(QPlainTextEdit(), "consentWords", t("The outcome in other words"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(em() * 4 + 16)
        self.words.textChanged.connect(self._on_typed)
        self._left = label("", "small", "consentLeft")
        self.again = button("consentAgain", t("Ask the group again"), "refresh")
        self.again.clicked.connect(self._on_again)
        frame, inside = box("card", "consentFrame", 8, 16)
        inside.addWidget(label(t("Objections"), "strong"))
        for part in (self._objections, self._ask, self.words, self._left, self.again):
            inside.addWidget(part)
        inside.setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(frame)

    def show_view(self, view: PresenterView) -> None:
        public = view.public
        closed = public.phase is Phase.CONSENT_CHECK and public.vote is None
        self.setVisible(closed and bool(view.objections))
        self._objections.setText("\n".join(f"•  {reason}" for reason in view.objections))
        may_ask = view.consent_attempt < MAX_AMENDMENTS
        say(self._ask, self._ask_words(view, may_ask=may_ask))
        for part in (self.words, self._left, self.again):
            part.setVisible(may_ask)
        about = public.dilemma.id if public.dilemma and view.objections else None
        if about != self._about:
            self._about = about
            self.words.setPlainText(self._outcome(view))

    def _outcome(self, view: PresenterView) -> str:
        """The words of the scenario for what is put to the group."""
        dilemma = self._scenario.dilemma(self._about) if self._about else None
        found = (dilemma.option(one.id) for one in view.candidates) if dilemma else ()
        return " ".join(one.outcome.text or one.label for one in found if one is not None)

    def _ask_words(self, view: PresenterView, *, may_ask: bool) -> str:
        if not may_ask:
            return self._t("You asked twice already. With the large button the votes decide.")
        return self._t(
            "Change the words until people can live with it, and ask again. The effects stay the"
            " same. With the large button you stop asking."
        )

    def _on_typed(self) -> None:
        left = LONGEST_TEXT - len(self.words.toPlainText().strip())
        fits = 0 <= left < LONGEST_TEXT
        self.again.setEnabled(fits)
        self._left.setText(
            self._t.plural("{n} character left", "{n} characters left", left)
            if left >= 0
            else self._t.plural("{n} character too many", "{n} characters too many", -left)
        )

    def _on_again(self) -> None:
        self.commandRequested.emit(AskConsentAgain(self.words.toPlainText().strip()))
