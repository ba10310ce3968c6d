"""The decision: the rule, the outcome, and the facilitator's choice where the rule leaves one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.choice import ChoicePanel
from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.desktop.widgets.kit import box, label, named, say, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DecisionView, OptionView, PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words import DEFICIT_POLICIES, RULES, TIE_BREAKS, rule_sentence
from dilemmaspel.words.money import shortage_words


class _OutcomeRow(QWidget):
    """What was decided, with its mark; the answer to a statement has none."""

    def __init__(self, option: OptionId) -> None:
        super().__init__()
        self._badge = OptionBadge()
        self._words = label("", "heading", f"outcome_{option}")
        row = QHBoxLayout(self)
        tight(row, 10)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)

    def show_outcome(self, option: OptionView, words: str, *, marked: bool) -> None:
        """Show an option in words, with or without its mark."""
        self._badge.show_option(option.index)
        self._badge.setVisible(marked)
        self._words.setText(words)


class DecisionPanel(Panel):
    """What is decided and why; with a choice to make, the candidates and a reason."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "decision", t("Decision"))
        frame, inside = box("card", "decisionFrame", 8, 16)
        self._rule = label("", "small", "decisionRule")
        outcomes = QVBoxLayout()
        tight(outcomes, 8)
        self._outcomes: Rows[OptionId, _OutcomeRow] = Rows(outcomes, _OutcomeRow)
        self._text = label("", "text", "decisionText")
        self._why = label("", "muted", "decisionWhy")
        self._money = label("", "short", "decisionMoney")
        self.choice = ChoicePanel(t)
        self.choice.commandRequested.connect(self.commandRequested)
        inside.addWidget(self._rule)
        inside.addLayout(outcomes)
        for part in (self._text, self._why, self._money, self.choice):
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
        self._show_outcomes(view, decision)
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

    def _show_outcomes(self, view: PresenterView, decision: DecisionView) -> None:
        dilemma = view.public.dilemma
        marked = dilemma is None or dilemma.type is not QuestionType.AGREEMENT
        rows = self._outcomes.keep([option.id for option in decision.options])
        for row, option in zip(rows, decision.options, strict=True):
            share = self._t.number(decision.shares.get(option.id, 0)) if decision.shares else ""
            row.show_outcome(
                option, f"{option.label}: {share}" if share else option.label, marked=marked
            )

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
