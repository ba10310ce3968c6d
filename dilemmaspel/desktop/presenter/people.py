"""Who is here, and whether results per role are shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.voting.joinpanel import JoinPanel
from dilemmaspel.desktop.widgets.kit import button, named, reworded, tight
from dilemmaspel.game.commands import ShowRoles
from dilemmaspel.game.scenario import Role, Scenario
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class PeoplePanel(Panel):
    """People come and go in any phase; somebody new votes from the next vote that opens."""

    def __init__(self, t: Texts, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "people", t("People"))
        observer = next((role for role in scenario.roles if not role.voting), None)
        self.join = JoinPanel(t, _in_order(scenario), observer)
        self.join.commandRequested.connect(self._on_join)
        self.show_roles = button("showRoles", "", "people")
        self.show_roles.clicked.connect(self._on_show_roles)
        self._roles_on = False
        layout = QVBoxLayout(self)
        tight(layout, 12)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addWidget(self.join)
        layout.addWidget(self.show_roles, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_view(self, view: PresenterView) -> None:
        self.join.show_view(view)
        self._roles_on = view.show_roles
        on, off = self._t("Show results per role"), self._t("Show no results per role")
        reworded(self.show_roles, off if view.show_roles else on)
        self.show_roles.setVisible(view.public.kind is Kind.ROLE_PLAY)

    def _on_join(self, command: object, _key: str) -> None:
        self.commandRequested.emit(command)

    def _on_show_roles(self) -> None:
        self.commandRequested.emit(ShowRoles(not self._roles_on))


def _in_order(scenario: Scenario) -> tuple[Role, ...]:
    """The voting roles, those that the scenario advises first."""
    advised = scenario.recommended_roles or scenario.required_roles
    voting = [role for role in scenario.roles if role.voting]
    first = [role for role in voting if role.id in advised]
    return (*first, *(role for role in voting if role.id not in advised))
