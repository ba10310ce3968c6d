"""Who is here: latecomers and leavers per role, and the way of voting."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, label, named, sign_button, tight
from dilemmaspel.desktop.widgets.roles import RoleSign
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import ChangeVoting, Join, Leave, ShowRoles
from dilemmaspel.game.ids import RoleId, SeatId
from dilemmaspel.game.scenario import Role, Scenario
from dilemmaspel.game.setup import Kind, Voting
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words import VOTING


class _RoleRow(QWidget):
    """A role with how many people play it, one more and one less."""

    added = Signal()
    removed = Signal()

    def __init__(self, t: Texts, role: Role) -> None:
        super().__init__()
        self._t = t
        self._role = role
        sign = RoleSign()
        sign.show_role(role)
        self._count = label("", "strong", f"peopleCount_{role.id}")
        self.less = sign_button(
            f"peopleLess_{role.id}", t("One less: {role}", role=role.short), "minus"
        )
        self.more = sign_button(
            f"peopleMore_{role.id}", t("One more: {role}", role=role.short), "plus"
        )
        self.less.clicked.connect(self.removed)
        self.more.clicked.connect(self.added)
        layout = QHBoxLayout(self)
        tight(layout, 10)
        layout.addWidget(sign)
        layout.addWidget(label(role.name), 1)
        for part in (self._count, self.less, self.more):
            layout.addWidget(part)

    def show_count(self, seats: int, heads: int) -> None:
        """Show the number of seats, and of people when a table counts for several."""
        tables = self._t("{n} ({heads} people)", n=seats, heads=heads)
        self._count.setText(str(seats) if seats == heads else tables)
        self.less.setEnabled(seats > 0)


class PeoplePanel(Panel):
    """People come and go in any phase; somebody new votes from the next vote that opens."""

    def __init__(self, t: Texts, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "people", t("People"))
        self._scenario = scenario
        self._voting = Voting.PASSED
        self._last: dict[RoleId, SeatId] = {}
        self._total = label("", "heading", "peopleTotal")
        self._ways = {way: self._way(way) for way in Voting}
        self._meaning = label("", "muted", "votingMeaning")
        self.heads = named(QSpinBox(), "tableHeads", t("People at the next table"))
        self.heads.setRange(1, 50)
        self.heads.setValue(3)
        self._heads_label = label(t("People at the next table"), "text")
        self.any = button("peopleAny", t("Somebody new, smallest role"), "plus")
        self.any.clicked.connect(partial(self._on_added, None))
        self.show_roles = button("showRoles", "", "people")
        self.show_roles.clicked.connect(self._on_show_roles)
        self._roles_on = False
        roles = QVBoxLayout()
        tight(roles, 4)
        self._rows: Rows[RoleId, _RoleRow] = Rows(roles, self._row)
        self._arrange(roles)

    def _way(self, way: Voting) -> QPushButton:
        made = button(f"voting_{way}", self._t(VOTING[way].name), kind="tab")
        made.setCheckable(True)
        made.clicked.connect(partial(self._on_way, way))
        return made

    def _arrange(self, roles: QVBoxLayout) -> None:
        layout, ways, adding = QVBoxLayout(self), FlowLayout(), FlowLayout()
        tight(layout, 12)
        layout.setContentsMargins(0, 0, 12, 0)
        for made in self._ways.values():
            ways.addWidget(made)
        for part in (self.any, self._heads_label, self.heads):
            adding.addWidget(part)
        layout.addWidget(self._total)
        layout.addLayout(adding)
        layout.addLayout(roles)
        layout.addWidget(label(self._t("How people vote"), "strong"))
        layout.addLayout(ways)
        layout.addWidget(self._meaning)
        layout.addWidget(self.show_roles, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _row(self, role: RoleId) -> _RoleRow:
        found = self._scenario.role(role)
        row = _RoleRow(self._t, found or Role(role, role, role))
        row.added.connect(partial(self._on_added, role))
        row.removed.connect(partial(self._on_removed, role))
        return row

    def show_view(self, view: PresenterView) -> None:
        t, public = self._t, view.public
        self._voting = view.setup_voting
        self._last = {role: seat for seat, role, active in view.seats if active}
        counts = {one.role.id: one for one in public.roles}
        self._total.setText(
            t.plural("{n} person in the room", "{n} people in the room", public.people)
        )
        ids = self._ordered()
        for role, row in zip(ids, self._rows.keep(ids), strict=True):
            counted = counts.get(role)
            row.show_count(counted.seats if counted else 0, counted.heads if counted else 0)
        for way, made in self._ways.items():
            made.setChecked(way is self._voting)
        self._meaning.setText(t(VOTING[self._voting].meaning))
        for part in (self.heads, self._heads_label):
            part.setVisible(self._voting is Voting.TABLE)
        self._show_switch(view)

    def _show_switch(self, view: PresenterView) -> None:
        self._roles_on = view.show_roles
        on, off = self._t("Show results per role"), self._t("Show no results per role")
        say_words = off if view.show_roles else on
        self.show_roles.setText(say_words)
        self.show_roles.setAccessibleName(say_words)
        self.show_roles.setVisible(view.public.kind is Kind.ROLE_PLAY)

    def _ordered(self) -> list[RoleId]:
        """Roles of this scenario first, then the others; the order stays as people come."""
        first = set(self._scenario.recommended_roles or self._scenario.required_roles)
        roles = [role.id for role in self._scenario.roles]
        wanted = [role for role in roles if role in first]
        return [*wanted, *(role for role in roles if role not in first)]

    def _on_added(self, role: RoleId | None, _checked: bool = False) -> None:  # noqa: FBT002
        if self._voting is Voting.TABLE:
            self.commandRequested.emit(Join(role, Channel.TABLE, self.heads.value()))
        else:
            self.commandRequested.emit(Join(role))

    def _on_removed(self, role: RoleId) -> None:
        if role in self._last:
            self.commandRequested.emit(Leave(self._last[role]))

    def _on_way(self, way: Voting, _checked: bool = False) -> None:  # noqa: FBT002
        for one, made in self._ways.items():
            made.setChecked(one is self._voting)
        if way is not self._voting:
            self.commandRequested.emit(ChangeVoting(way))

    def _on_show_roles(self) -> None:
        self.commandRequested.emit(ShowRoles(not self._roles_on))
