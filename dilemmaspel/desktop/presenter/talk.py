"""The debrief in the middle zone: the figure of the question, and what people say and do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.desktop.presenter.agreeing import AgreementForm
from dilemmaspel.desktop.presenter.figurepanel import FigurePanel
from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.polling import PollForm
from dilemmaspel.desktop.widgets.entry import Entry
from dilemmaspel.desktop.widgets.kit import named, tight
from dilemmaspel.game.commands import AddNote, CountExitPoll, NoteKind
from dilemmaspel.game.debriefing import AGREEING, KEY_WORDS, POLLING
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class DebriefPanel(Panel):
    """The input that belongs to the debrief question on the screen, and its figure."""

    draftChanged = Signal(object)
    roundRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "debrief", t("Debrief"))
        self._sent = ""
        self.parallel = Entry("parallel", t("A key word (no names)"), t("Keep the note"))
        self.parallel.submitted.connect(self._on_parallel)
        self.agreement = AgreementForm(t, "agreement")
        self.agreement.draftChanged.connect(self.draftChanged)
        self.poll = PollForm(t)
        self.poll.roundRequested.connect(self.roundRequested)
        self.figure = FigurePanel(t)
        layout = QVBoxLayout(self)
        tight(layout, 14)
        layout.addWidget(self.parallel)
        for form in (self.agreement, self.poll, self.figure):
            form.commandRequested.connect(self.commandRequested)
            layout.addWidget(form)

    def show_cockpit(self, cockpit: Cockpit | None) -> None:
        """Show the figure of the question on the screen."""
        self.figure.show_cockpit(cockpit)

    def show_view(self, view: PresenterView) -> None:
        number = view.public.question
        debriefs = view.public.phase is Phase.DEBRIEF
        self.parallel.setVisible(debriefs and number in KEY_WORDS)
        self.agreement.setVisible(debriefs and number == AGREEING)
        self.poll.setVisible(debriefs and number == POLLING)
        self.setVisible(debriefs)
        for form in (self.agreement, self.poll):
            form.show_view(view)

    def refused(self, command: object) -> None:
        """Hear that something was not kept."""
        if isinstance(command, CountExitPoll):
            self.poll.refused()

    def _on_parallel(self, text: str) -> None:
        self._sent = text
        self.commandRequested.emit(AddNote(text, NoteKind.PARALLEL))

    def settle(self, command: object) -> None:
        if isinstance(command, AddNote) and command.kind is NoteKind.PARALLEL:
            self.parallel.settle(self._sent)
        for form in (self.agreement, self.poll):
            form.settle(command)
