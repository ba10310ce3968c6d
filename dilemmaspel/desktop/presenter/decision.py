"""The decision: the rule, the outcome, and the facilitator's choice where the rule leaves one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.choice import ChoicePanel
from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.wording import lettered
from dilemmaspel.desktop.widgets.kit import box, label, named, say, tight
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.views import DecisionView, PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words import DEFICIT_POLICIES, RULES, TIE_BREAKS, rule_sentence
from dilemmaspel.words.money import shortage_words


class DecisionPanel(Panel):
    """What is decided and why; with a choice to make, the candidates and a reason."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "decision", t("Decision"))
        frame, inside = box("card", "decisionFrame", 8, 16)
        self._rule = label("", "small", "decisionRule")
        self._outcome = label("", "heading", "decisionOutcome")
        self._text = label("", "text", "decisionText")
        self._why = label("", "muted", "decisionWhy")
        self._money = label("", "short", "decisionMoney")
        self.choice = ChoicePanel(t)
        self.choice.commandRequested.connect(self.commandRequested)
        for part in (self._rule, self._outcome, self._text, self._why, self._money, self.choice):
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(frame)

    def show_view(self, view: PresenterView) -> None:
        decision = view.public.decision
        shown = decision is not None and view.public.phase in {Phase.DECISION, Phase.REFLECT}
        self.setVisible(shown)
        self.choice.show_view(view)
        if decision is None:
            return
        self._rule.setText(self._rule_words(view, decision))
        say(self._outcome, self._outcome_words(decision))
        say(self._text, decision.outcome)
        say(self._why, self._why_words(decision))
        say(self._money, self._money_words(view, decision))

    def settle(self, command: object) -> None:
        self.choice.settle(command)

    def _rule_words(self, view: PresenterView, decision: DecisionView) -> str:
        name = self._t(RULES[decision.rule].name)
        dilemma = view.public.dilemma
        if decision.by_facilitator or dilemma is None or dilemma.rule is not decision.rule:
            return name
        return f"{name}. {rule_sentence(self._t, decision.rule, dilemma.threshold)}"

    def _outcome_words(self, decision: DecisionView) -> str:
        if decision.shares:
            return "\n".join(
                f"{option.label}: {self._t.number(decision.shares.get(option.id, 0))}"
                for option in decision.options
            )
        return "\n".join(lettered(option) for option in decision.options)

    def _why_words(self, decision: DecisionView) -> str:
        parts = []
        proposal = decision.proposal
        if decision.fallback_used:
            parts.append(self._t("The rule gave no outcome, so another rule decided."))
        parts.extend(self._t(TIE_BREAKS[one.step]) for one in (proposal.steps if proposal else ()))
        if proposal is not None and proposal.differs:
            parts.append(self._t("If every role weighs the same, another option wins."))
        if decision.reason:
            parts.append(self._t("Reason: {reason}", reason=decision.reason))
        return " ".join(dict.fromkeys(parts))

    def _money_words(self, view: PresenterView, decision: DecisionView) -> str:
        if decision.confirmed or decision.shares:
            return ""
        short = [shortage_words(self._t, option) for option in decision.options]
        if not any(short):
            return ""
        return " ".join([*filter(None, short), self._t(DEFICIT_POLICIES[view.policy])])
