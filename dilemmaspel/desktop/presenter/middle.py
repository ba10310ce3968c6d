"""The middle zone: where we are, and one page at a time about this step."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.cards import CardsPanel
from dilemmaspel.desktop.presenter.help import KeysPanel
from dilemmaspel.desktop.presenter.notes import NotesPanel
from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.people import PeoplePanel
from dilemmaspel.desktop.presenter.remarks import RemarksPanel
from dilemmaspel.desktop.presenter.step import StepPanel
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, label, named, say, scrolled, tight
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words import PHASES

STEP, CARDS, REMARKS, PEOPLE, NOTES, VOTE, PHONES = range(7)


class MiddlePanel(Panel):
    """A heading, tabs that wrap when the text is large, and the page of the tab."""

    votingRequested = Signal()
    peekRequested = Signal()

    def __init__(self, t: Texts, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "middle", t("This step"))
        self._place: tuple[object, object] | None = None
        self._closed = False
        self._above = label("", "small", "whereDilemma")
        self._title = label("", "heading", "wherePhase")
        self.step = StepPanel(t, scenario)
        self.cards = CardsPanel(t)
        self.remarks = RemarksPanel(t, scenario)
        self.people = PeoplePanel(t, scenario)
        self.notes = NotesPanel(t)
        self.keys = KeysPanel(t)
        self._panels: tuple[Panel, ...] = (
            self.step,
            self.cards,
            self.remarks,
            self.people,
            self.notes,
        )
        self._voting = QVBoxLayout()
        self._joining = QVBoxLayout()
        self._stack = QStackedWidget()
        self._tabs: list[QPushButton] = []
        self._areas: list[QScrollArea] = []
        self._build_pages()
        self._connect()
        self._arrange()
        self.show_page(STEP)

    def _build_pages(self) -> None:
        t = self._t
        slot, phones = QWidget(), QWidget()
        slot.setLayout(self._voting)
        phones.setLayout(self._joining)
        tight(self._voting)
        tight(self._joining)
        pages = (
            ("Step", t("This step"), self._scrolled(self.step, "step", t("This step"))),
            ("Cards", t("Role cards"), self._scrolled(self.cards, "cards", t("Role cards"))),
            ("Remarks", t("Arguments"), self._scrolled(self.remarks, "remarks", t("Arguments"))),
            ("People", t("People"), self._scrolled(self.people, "people", t("People"))),
            ("Notes", t("Notes"), self._scrolled(self.notes, "notes", t("Notes"))),
            ("Vote", t("Vote here"), slot),
            ("Phones", t("Phones"), self._scrolled(phones, "phones", t("Phones"))),
        )
        for number, (name, words, page) in enumerate(pages):
            self._stack.addWidget(page)
            made = button(f"tab{name}", words, kind="tab")
            made.setCheckable(True)
            made.clicked.connect(partial(self.show_page, number))
            self._tabs.append(made)
        self._slots = {VOTE: self._voting, PHONES: self._joining}
        for number in self._slots:
            self._tabs[number].hide()
        self._keys_page = self._scrolled(self.keys, "keysList", t("Keys"))
        self._stack.addWidget(self._keys_page)

    def _scrolled(self, panel: QWidget, name: str, words: str) -> QScrollArea:
        area = scrolled(panel, f"{name}Area", words)
        self._areas.append(area)
        return area

    def _connect(self) -> None:
        for panel in self._panels:
            panel.commandRequested.connect(self.commandRequested)
        self.step.votingRequested.connect(self.votingRequested)
        self.step.peekRequested.connect(self.peekRequested)
        self.step.ahead.opened.connect(self._see_ahead)
        self.keys.closed.connect(partial(self.show_page, STEP))

    def _arrange(self) -> None:
        layout, tabs = QVBoxLayout(self), FlowLayout(spacing=4)
        tight(layout, 4)
        for made in self._tabs:
            tabs.addWidget(made)
        self._tab_bar = QWidget()
        self._tab_bar.setLayout(tabs)
        layout.addWidget(self._above)
        layout.addWidget(self._title)
        layout.addSpacing(6)
        layout.addWidget(self._tab_bar)
        layout.addSpacing(10)
        layout.addWidget(self._stack, 1)

    def show_view(self, view: PresenterView) -> None:
        public = view.public
        say(self._above, self._above_words(view))
        say(self._title, self._t(PHASES[public.phase]))
        for panel in self._panels:
            panel.show_view(view)
        place = (public.phase, public.dilemma.id if public.dilemma else None)
        if self._place is not None and place != self._place:
            self.show_page(STEP)
            self._top()
        self._place = place
        self._closed = view.closed
        if view.closed:  # there is nothing to add any more, only to look at
            self._tab_bar.hide()

    def _above_words(self, view: PresenterView) -> str:
        public, t = view.public, self._t
        parts = [public.place] if public.place else []
        if public.dilemma is not None:
            number, total = public.dilemma.number, public.dilemma.total
            parts = [t("Dilemma {number} of {total}", number=number, total=total)]
            parts.append(public.dilemma.title)
        if public.page_count > 1:
            parts.append(t("page {n} of {total}", n=public.page_number, total=public.page_count))
        if view.practice:
            parts.append(t("practice: this one does not count"))
        return "  ·  ".join(parts)

    def _top(self) -> None:
        self._areas[STEP].verticalScrollBar().setValue(0)

    def _see_ahead(self) -> None:
        QTimer.singleShot(0, self.step.ahead, self._on_ahead_laid_out)

    def _on_ahead_laid_out(self) -> None:
        self._areas[STEP].verticalScrollBar().setValue(self.step.ahead.y())

    def show_page(self, number: int, _checked: bool = False) -> None:  # noqa: FBT002
        """Show the page of a tab; those for voting and for phones only when there is one."""
        if self._closed or (number in self._slots and not self._slots[number].count()):
            number = STEP
        self._stack.setCurrentIndex(number)
        for place, made in enumerate(self._tabs):
            made.setChecked(place == number)

    def page(self) -> int:
        """The number of the page that is shown; the list of keys comes after the tabs."""
        return self._stack.currentIndex()

    def show_keys(self) -> None:
        """Show the list of keys, or go back to this step."""
        shows = self._stack.currentWidget() is self._keys_page
        if shows:
            self.show_page(STEP)
            return
        self._stack.setCurrentWidget(self._keys_page)
        for made in self._tabs:
            made.setChecked(False)
        self.keys.done.setFocus()

    @property
    def shows_keys(self) -> bool:
        """Whether the list of keys is shown."""
        return self._stack.currentWidget() is self._keys_page

    def set_voting(self, panel: QWidget | None) -> None:
        """Put the panel for voting at the laptop in its page, or take it out."""
        self._put(VOTE, panel)

    def set_joining(self, panel: QWidget | None) -> None:
        """Put the panel about phones in its page, or take it out."""
        self._put(PHONES, panel)

    def _put(self, number: int, panel: QWidget | None) -> None:
        slot = self._slots[number]
        while slot.count():
            item = slot.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
        if panel is not None:
            slot.addWidget(panel)
            panel.show()
        self._tabs[number].setVisible(panel is not None)
        if panel is None and self.page() == number:
            self.show_page(STEP)

    def set_bare(self, on: bool) -> None:
        """Show the page alone, without heading and tabs."""
        for part in (self._above, self._title, self._tab_bar):
            part.setVisible(not on)

    def settle(self, command: object) -> None:
        for panel in self._panels:
            panel.settle(command)
