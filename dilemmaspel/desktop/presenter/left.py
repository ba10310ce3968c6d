"""The left zone: the road, and behind it the plan and what is needed now and then."""

from typing import Final

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.agenda import AgendaPanel, OrderPanel
from dilemmaspel.desktop.presenter.menu import MenuPanel
from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.plan import PlanPanel
from dilemmaspel.desktop.presenter.road import RoadPanel
from dilemmaspel.desktop.widgets.kit import label, named, say, scrolled, tight
from dilemmaspel.desktop.widgets.titles import title_parts
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts

_ORDER: Final = 3


class LeftPanel(Panel):
    """The title, one of three pages, and the button that opens the second and third."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "left", t("The road of this session"))
        self._title = label("", "strong", "scenarioTitle")
        self._rest = label("", "small", "scenarioRest")
        self.road = RoadPanel(t)
        self.plan = PlanPanel(t)
        self.menu = MenuPanel(t)
        self.agenda = AgendaPanel(t)
        self.order = OrderPanel(t)
        self._panels: tuple[Panel, ...] = (
            self.road,
            self.plan,
            self.menu,
            self.agenda,
            self.order,
        )
        self._way = QStackedWidget()
        self._way.addWidget(self.road)
        self._way.addWidget(self.agenda)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._way)
        self._stack.addWidget(scrolled(self.plan, "planArea", t("The dilemmas to come")))
        self._stack.addWidget(scrolled(self.menu, "menuArea", t("More")))
        words = t("Order and choice of the questions")
        self._stack.addWidget(scrolled(self.order, "orderArea", words))
        self.more = WrapButton("more", t("More…"), "more")
        self._connect()
        self._arrange()

    def _connect(self) -> None:
        self.more.clicked.connect(self.show_menu)
        for panel in self._panels:
            panel.commandRequested.connect(self.commandRequested)
        self.agenda.orderRequested.connect(self.show_order)
        self.plan.closed.connect(self.show_road)
        self.order.closed.connect(self.show_agenda)
        self.menu.closed.connect(self.show_road)
        self.menu.planRequested.connect(self.show_plan)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        tight(layout, 10)
        name = QVBoxLayout()
        tight(name, 2)
        name.addWidget(self._title)
        name.addWidget(self._rest)
        layout.addLayout(name)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.more)

    def show_view(self, view: PresenterView) -> None:
        name, rest = title_parts(view.public.scenario)
        self._title.setText(name)
        say(self._rest, rest)
        for panel in self._panels:
            panel.show_view(view)
        debriefs = view.debriefing is not None
        self._way.setCurrentWidget(self.agenda if debriefs else self.road)
        if not debriefs and self._stack.currentIndex() == _ORDER:
            self._show(0)

    def show_road(self) -> None:
        """Show where the session is."""
        self._show(0)
        self.more.setFocus()

    def show_plan(self) -> None:
        """Show the dilemmas to come."""
        self._show(1)
        self.plan.done.setFocus()

    def show_order(self) -> None:
        """Show the questions of the debrief with the buttons that move them."""
        self._show(_ORDER)
        self.order.done.setFocus()

    def show_agenda(self) -> None:
        """Show the questions of the debrief."""
        self._show(0)
        self.agenda.order.setFocus()

    def show_menu(self) -> None:
        """Show what is needed now and then."""
        self._show(2)
        self.menu.plan.setFocus()

    def _show(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.more.setVisible(number == 0)

    @property
    def shows_road(self) -> bool:
        """Whether the road is in front."""
        return self._stack.currentIndex() == 0
