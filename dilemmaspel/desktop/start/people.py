"""Who is there: how many people, and how many of them in each role."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.draft import MOST_PEOPLE, Draft
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.desktop.widgets.kit import label, named, say, tight
from dilemmaspel.desktop.widgets.roles import RoleSign
from dilemmaspel.desktop.widgets.stepper import Stepper
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.setup import Voting
from dilemmaspel.texts import Texts


class RoleRow(QWidget):
    """One role with its number."""

    counted = Signal(str, int)

    def __init__(self, t: Texts, role: Role) -> None:
        super().__init__()
        self.role = role.id
        named(self, f"role_{role.id}")
        sign = RoleSign()
        sign.show_role(role)
        self.stepper = Stepper(t, f"people_{role.id}", role.name, MOST_PEOPLE)
        self.stepper.changed.connect(self._on_changed)
        name = label(role.short, "text", f"roleName_{role.id}")
        name.setToolTip(role.name)
        row = QHBoxLayout(self)
        tight(row, 8)
        row.addWidget(sign)
        row.addWidget(name, 1)
        row.addWidget(self.stepper)

    def _on_changed(self, number: int) -> None:
        self.counted.emit(self.role, number)


class PeoplePanel(QWidget):
    """The total deals everybody again; a role's own number changes that role alone."""

    totalChanged = Signal(int)
    countChanged = Signal(str, int)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._rows: dict[RoleId, RoleRow] = {}
        self.total = Stepper(t, "people", t("People in the room"), MOST_PEOPLE)
        self.total.changed.connect(self.totalChanged)
        self._hint: QLabel = label("", "muted", "peopleHint")
        self._missing: QLabel = label("", "muted", "peopleMissing")
        self._grid = CardGrid(13, 2, 36, 8)
        top = QHBoxLayout()
        tight(top, 14)
        top.addWidget(self.total)
        top.addWidget(self._hint, 1)
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.addLayout(top)
        layout.addWidget(self._grid)
        layout.addWidget(self._missing)

    def show_draft(self, draft: Draft) -> None:
        """Show the numbers of a draft."""
        if tuple(self._rows) != tuple(draft.counts):
            self._keep(draft)
        expected = draft.setup.voting is Voting.PHONE
        words = self._t("People you expect") if expected else self._t("People in the room")
        self.total.reword(words)
        self.total.show_value(draft.people)
        self._grid.setVisible(not expected)
        for role, row in self._rows.items():
            row.stepper.show_value(draft.counts[role])
        say(self._hint, self._how(draft))
        say(self._missing, self._absent(draft))

    def _keep(self, draft: Draft) -> None:
        rows = {role.id: self._rows.get(role.id) or self._row(role) for role in draft.roles}
        self._rows = rows
        self._grid.show_cards(tuple(rows.values()))

    def _row(self, role: Role) -> RoleRow:
        row = RoleRow(self._t, role)
        row.counted.connect(self.countChanged)
        return row

    def _how(self, draft: Draft) -> str:
        if draft.setup.voting is Voting.TABLE:
            return self._t("Each role is a table. Set how many people sit at it.")
        if draft.setup.voting is Voting.PHONE:
            return self._t(
                "About how many people do you expect? They come in with their phone, and get"
                " their role there. Who has no phone can join in at the laptop."
            )
        return self._t("Dealt evenly over the roles. You can change it, also later.")

    def _absent(self, draft: Draft) -> str:
        if not draft.missing or draft.setup.voting is Voting.PHONE:
            return ""
        names = ", ".join(role.short for role in draft.missing)
        return self._t("Nobody plays {names}: read that card aloud yourself.", names=names)
