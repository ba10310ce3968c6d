"""Where the rule leaves the choice to the facilitator: the candidates, and a reason."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.wording import lettered
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.desktop.widgets.entry import Entry
from dilemmaspel.desktop.widgets.kit import label, named, say, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton, sign_label
from dilemmaspel.game.commands import ChooseOutcome
from dilemmaspel.game.decision import Next
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.proposal import Proposal
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import OptionView, PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words.money import shortage_words

LONGEST_REASON = 300


class Candidate(WrapButton):
    """An option that can be chosen; a check stands before it once it is."""

    def __init__(self, option: OptionId) -> None:
        super().__init__(f"candidate_{option}", kind="choice", margin=10)
        self.setCheckable(True)
        self._badge = OptionBadge()
        self._check = sign_label("check")
        self._check.setFixedHeight(self._badge.sizeHint().height())
        self.put_before(self._badge)
        self.put_before(self._check)
        self._check.hide()

    def show_option(self, option: OptionView, short: str) -> None:
        """Show the option, and where its money runs short."""
        self._badge.show_option(option.index)
        self.setText(f"{option.label}\n{short}" if short else option.label)
        self.setAccessibleName(f"{lettered(option)} {short}".strip())
        self.setEnabled(not option.blocked)

    def show_check(self) -> None:
        """Show the check when it is chosen."""
        self._check.setVisible(self.isChecked())


class ChoicePanel(Panel):
    """Shown only when a choice is needed; what is ticked and typed stays until it is kept."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "choice", t("Your choice"))
        self._sent: ChooseOutcome | None = None
        self._options: tuple[tuple[OptionId, Candidate], ...] = ()
        self._several = False
        self._why = label("", "text", "choiceWhy")
        self._hint = label("", "strong", "choiceHint")
        rows = QVBoxLayout()
        tight(rows, 8)
        self._rows: Rows[OptionId, Candidate] = Rows(rows, self._button)
        self.reason = Entry("choiceReason", t("Why this one? (stands in the log)"), t("Choose"))
        self.reason.line.setMaxLength(LONGEST_REASON)
        self.reason.submitted.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self._why)
        layout.addLayout(rows)
        layout.addWidget(self.reason)
        layout.addWidget(self._hint)

    def _button(self, option: OptionId) -> Candidate:
        made = Candidate(option)
        made.clicked.connect(partial(self._on_picked, option))
        return made

    def show_view(self, view: PresenterView) -> None:
        needed = view.next is not None and view.next.needs_choice
        self.setVisible(needed)
        if not needed:
            self._rows.keep(())
            self._options = ()
            say(self._hint, "")
            return
        decision = view.public.decision
        proposal = decision.proposal if decision else None
        self._why.setText(self._why_words(proposal))
        self._several = _several(view, proposal)
        buttons = self._rows.keep([option.id for option in view.candidates])
        for made, option in zip(buttons, view.candidates, strict=True):
            made.show_option(option, shortage_words(self._t, option))
        self._options = tuple(
            (option.id, made) for made, option in zip(buttons, view.candidates, strict=True)
        )

    def _on_picked(self, picked: OptionId, _checked: bool = False) -> None:  # noqa: FBT002
        for option, made in self._options:
            if not self._several:
                made.setChecked(option == picked)
            made.show_check()

    def _why_words(self, proposal: Proposal | None) -> str:
        if proposal is not None and proposal.next is Next.NO_QUORUM:
            return self._t("Too few people voted. You decide, and say why.")
        if proposal is not None and proposal.tied:
            return self._t("It is a tie. You decide, and say why.")
        return self._t("The rule leaves this decision to you. Choose, and say why.")

    def _on_chosen(self, reason: str) -> None:
        chosen = tuple(option for option, made in self._options if made.isChecked())
        if not chosen:
            say(self._hint, self._t("Choose an outcome first."))
            if self._options:
                self._options[0][1].setFocus()
            return
        say(self._hint, "")
        self._sent = ChooseOutcome(chosen, reason)
        self.commandRequested.emit(self._sent)

    def settle(self, command: object) -> None:
        if self._sent is not None and command == self._sent:
            self.reason.settle(self._sent.reason)
            self._sent = None

    def focus_first(self) -> None:
        """Go to the first candidate."""
        if self._options:
            self._options[0][1].setFocus()


def _several(view: PresenterView, proposal: Proposal | None) -> bool:
    dilemma = view.public.dilemma
    points = dilemma is not None and dilemma.type is QuestionType.POINTS
    return points or (proposal is not None and proposal.seats > 1)
