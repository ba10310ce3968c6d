"""The role cards of this dilemma: what each role wants and knows, and what was shared."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import TARGET, box, label, mood, named, say, tight
from dilemmaspel.desktop.widgets.roles import RoleSign
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.commands import ShareInfo
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.views import CardView, PresenterView
from dilemmaspel.texts import Texts


class RoleCard(QFrame):
    """One card; its tick follows the log, a press only asks for it."""

    ticked = Signal(bool)

    def __init__(self, t: Texts, role: RoleId) -> None:
        super().__init__()
        self._t = t
        self._shown = False
        frame, inside = box("card", f"card_{role}", 6, 14)
        self._frame = frame
        self._sign = RoleSign()
        self._name = label("", "strong")
        self._absent = label("", "small")
        self._wants = label("", "text")
        self._knows = label("", "text")
        self.shared = named(QCheckBox(t("Shared")), f"shared_{role}")
        self.shared.setMinimumHeight(TARGET)
        self.shared.clicked.connect(self._on_clicked)
        head = QHBoxLayout()
        tight(head, 8)
        head.addWidget(self._sign)
        head.addWidget(self._name, 1)
        head.addWidget(self.shared)
        inside.addLayout(head)
        for part in (self._absent, self._wants, self._knows):
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(frame)

    def show_card(self, card: CardView) -> None:
        """Show a card as the log has it."""
        t = self._t
        self._sign.show_role(card.role)
        self._name.setText(card.role.name)
        absent = t("Nobody plays this role. You can read it aloud as a voice that is not here.")
        say(self._absent, "" if card.present else absent)
        wants, knows = card.briefing.wants, card.briefing.knows
        say(self._wants, t("Wants: {text}", text=wants) if wants else "")
        say(self._knows, t("Only this role knows: {text}", text=knows) if knows else "")
        self.shared.setVisible(bool(knows))
        self.shared.setAccessibleName(t("Shared: {role}", role=card.role.short))
        self._shown = card.shared
        self.shared.setChecked(card.shared)
        mood(self._frame, "state", "done" if card.shared else "open")

    def _on_clicked(self, checked: bool) -> None:
        self.shared.setChecked(self._shown)
        self.ticked.emit(checked)


class CardsPanel(Panel):
    """All cards of this dilemma, roles that are played first."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "cards", t("Role cards"))
        self._none = label("", "muted", "cardsNone")
        cards = QVBoxLayout()
        tight(cards, 10)
        self._rows: Rows[RoleId, RoleCard] = Rows(cards, self._card)
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addWidget(self._none)
        layout.addLayout(cards)
        layout.addStretch(1)

    def _card(self, role: RoleId) -> RoleCard:
        card = RoleCard(self._t, role)
        card.ticked.connect(partial(self._on_ticked, role))
        return card

    def show_view(self, view: PresenterView) -> None:
        nothing = self._t("The cards come with the first dilemma.")
        say(self._none, "" if view.cards else nothing)
        cards = sorted(view.cards, key=_absent)
        for shown, card in zip(self._rows.keep([c.role.id for c in cards]), cards, strict=True):
            shown.show_card(card)

    def _on_ticked(self, role: RoleId, shared: bool) -> None:
        self.commandRequested.emit(ShareInfo(role, shared))


def _absent(card: CardView) -> bool:
    return not card.present
