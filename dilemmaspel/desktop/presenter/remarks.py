"""Arguments and conditions: what people say for an option, and "yes, if ..."."""

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.wording import lettered
from dilemmaspel.desktop.widgets.badge import OptionBadge, badge_icon
from dilemmaspel.desktop.widgets.entry import Entry
from dilemmaspel.desktop.widgets.kit import button, em, label, named, say, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.commands import AddArgument, AddCondition
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.state import Remark
from dilemmaspel.game.views import OptionView, PresenterView
from dilemmaspel.texts import Texts

LONGEST_REMARK = 200


class _OptionRemarks(QWidget):
    """An option with what was said about it."""

    def __init__(self) -> None:
        super().__init__()
        self._badge = OptionBadge()
        self._label = label("", "strong")
        self._said = label("", "text")
        layout, head = QVBoxLayout(self), QHBoxLayout()
        tight(layout, 4)
        tight(head, 10)
        head.addWidget(self._badge)
        head.addWidget(self._label, 1)
        self._said.setContentsMargins(self._badge.sizeHint().width() + 10, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._said)

    def show_remarks(self, option: OptionView, said: str) -> None:
        """Show an option and the lines about it."""
        self._badge.show_option(option.index)
        self._label.setText(option.label)
        say(self._said, said)


class RemarksPanel(Panel):
    """One line to type in, and under it everything that was said, by option."""

    def __init__(self, t: Texts, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "remarks", t("Arguments"))
        self._scenario = scenario
        self._sent: AddArgument | AddCondition | None = None
        self._chosen: OptionId | None = None
        self._offered: tuple[OptionView, ...] = ()
        self._intro = label("", "muted", "remarksIntro")
        self._picks = QButtonGroup(self)
        picks = QHBoxLayout()
        tight(picks, 6)
        picks.addStretch(1)
        self._buttons: Rows[OptionId, QPushButton] = Rows(picks, self._pick)
        self.role = named(QComboBox(), "remarkRole", t("Who said it"))
        self.role.addItem(t("Nobody in particular"), None)
        self.argument = Entry("argument", t("A short argument"), t("Keep the argument"))
        self.condition = Entry("condition", t("Yes, if …"), t("Keep the condition"))
        Entry.in_line(self.argument, self.condition)
        for entry in (self.argument, self.condition):
            entry.line.setMaxLength(LONGEST_REMARK)
        self.argument.submitted.connect(self._on_argument)
        self.condition.submitted.connect(self._on_condition)
        said = QVBoxLayout()
        tight(said, 14)
        self._rows: Rows[OptionId, _OptionRemarks] = Rows(said, self._row)
        self._arrange(picks, said)

    def _arrange(self, picks: QHBoxLayout, said: QVBoxLayout) -> None:
        layout, who = QVBoxLayout(self), QHBoxLayout()
        tight(layout, 10)
        layout.setContentsMargins(0, 0, 12, 0)
        self._about: QLabel = label(self._t("About which option?"), "small", "remarksAbout")
        tight(who, 8)
        self._who = label(self._t("Who said it?"), "small", "remarksWho")
        self._who.setBuddy(self.role)
        who.addWidget(self._who)
        who.addWidget(self.role)
        who.addStretch(1)
        layout.addWidget(self._intro)
        layout.addWidget(self._about)
        layout.addLayout(picks)
        layout.addLayout(who)
        layout.addWidget(self.argument)
        layout.addWidget(self.condition)
        layout.addSpacing(8)
        layout.addLayout(said)
        layout.addStretch(1)

    def _pick(self, option: OptionId) -> QPushButton:
        made = button(f"about_{option}", "", kind="tab")
        made.setCheckable(True)
        made.setAutoExclusive(True)  # or a screen reader calls it a box to tick
        side = round(em() * 1.5)
        made.setIconSize(QSize(side, side))
        self._picks.addButton(made)
        made.clicked.connect(partial(self._on_picked, option))
        return made

    def _row(self, _option: OptionId) -> _OptionRemarks:
        return _OptionRemarks()

    def show_view(self, view: PresenterView) -> None:
        self._offered = self._options(view)
        ids = [option.id for option in self._offered]
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else None
        for made, option in zip(self._buttons.keep(ids), self._offered, strict=True):
            made.setIcon(badge_icon(option.index, made))
            made.setAccessibleName(lettered(option))
            made.setToolTip(option.label)
            made.setChecked(option.id == self._chosen)
        for row, option in zip(self._rows.keep(ids), self._offered, strict=True):
            row.show_remarks(option, self._said(view, option.id))
        self._show_inputs(view)
        self._show_roles(view)

    def _options(self, view: PresenterView) -> tuple[OptionView, ...]:
        """The options to talk about: those on the ballot, or the outcomes of a statement."""
        shown = view.public.dilemma
        if shown is None or shown.options:
            return shown.options if shown else ()
        dilemma = self._scenario.dilemma(shown.id)
        options = dilemma.options if dilemma else ()
        return tuple(OptionView(o.id, n, o.label) for n, o in enumerate(options))

    def _show_inputs(self, view: PresenterView) -> None:
        some = bool(self._offered)
        inputs = view.inputs
        nothing = self._t("Arguments are about the options of a dilemma. None is running now.")
        off = self._t("Arguments and conditions are switched off in this session.")
        say(self._intro, nothing if not some else "" if _any(view) else off)
        self.argument.setVisible(some and inputs.arguments)
        self.condition.setVisible(some and inputs.conditions)
        for part in (self.role, self._who, self._about):
            part.setVisible(some and _any(view))

    def _show_roles(self, view: PresenterView) -> None:
        known = [self.role.itemData(n) for n in range(self.role.count())]
        for counted in view.public.roles:
            if counted.role.id not in known:
                self.role.addItem(counted.role.short, counted.role.id)

    def _said(self, view: PresenterView, option: OptionId) -> str:
        dilemma = view.public.dilemma.id if view.public.dilemma else None
        mine = [r for r in view.arguments if (r.dilemma, r.option) == (dilemma, option)]
        ifs = [r for r in view.conditions if (r.dilemma, r.option) == (dilemma, option)]
        lines = [f"•  {self._by(r)}{r.text}" for r in mine]
        lines += [f"•  {self._condition(r)}" for r in ifs]
        return "\n".join(lines)

    def _condition(self, remark: Remark) -> str:
        role = self._scenario.role(remark.role) if remark.role else None
        if role is None:
            return self._t("Yes, if {what}", what=remark.text)
        return self._t("{role}: yes, if {what}", role=role.short, what=remark.text)

    def _by(self, remark: Remark) -> str:
        role = self._scenario.role(remark.role) if remark.role else None
        return f"{role.short}: " if role else ""

    def _on_picked(self, option: OptionId, _checked: bool = False) -> None:  # noqa: FBT002
        self._chosen = option

    def _on_argument(self, text: str) -> None:
        if self._chosen is not None:
            self._send(AddArgument(self._chosen, text, self._role()))

    def _on_condition(self, text: str) -> None:
        if self._chosen is not None:
            self._send(AddCondition(self._chosen, text, self._role()))

    def _send(self, command: AddArgument | AddCondition) -> None:
        self._sent = command
        self.commandRequested.emit(command)

    def _role(self) -> RoleId | None:
        role = self.role.currentData()
        return RoleId(role) if role else None

    def settle(self, command: object) -> None:
        if self._sent is None or command != self._sent:
            return
        entry = self.argument if isinstance(self._sent, AddArgument) else self.condition
        entry.settle(self._sent.text)
        self._sent = None


def _any(view: PresenterView) -> bool:
    return view.inputs.arguments or view.inputs.conditions
