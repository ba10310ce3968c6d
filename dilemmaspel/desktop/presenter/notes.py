"""Everything that was written down in this session."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.agreeing import AgreementForm
from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.entry import Entry
from dilemmaspel.desktop.widgets.kit import label, named, tight
from dilemmaspel.game.commands import AddNote, NoteKind
from dilemmaspel.game.state import Note
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words import PHASES


class NotesPanel(Panel):
    """Notes with their moment, an observer's notes, and the agreements."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "notes", t("Notes"))
        self._sent = ""
        self.observed = Entry("observed", t("What an observer saw (no names)"), t("Keep the note"))
        self.observed.submitted.connect(self._on_observed)
        self._list = label("", "text", "notesList")
        self.agreement = AgreementForm(t, "notedAgreement")
        self.agreement.commandRequested.connect(self.commandRequested)
        layout = QVBoxLayout(self)
        tight(layout, 12)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addWidget(self.observed)
        layout.addWidget(self._list)
        layout.addSpacing(8)
        layout.addWidget(self.agreement)
        layout.addStretch(1)

    def show_view(self, view: PresenterView) -> None:
        lines = [self._line(view, note) for note in reversed(view.notes)]
        empty = self._t("Nothing written down yet. Ctrl+N goes to the quick note.")
        self._list.setText("\n".join(lines) or empty)
        self.agreement.show_view(view)

    def _line(self, view: PresenterView, note: Note) -> str:
        title = view.titles.get(note.dilemma, "") if note.dilemma else ""
        where = ", ".join(filter(None, (title, self._t(PHASES[note.phase]))))
        return f"•  {note.text} · {where}"

    def _on_observed(self, text: str) -> None:
        self._sent = text
        self.commandRequested.emit(AddNote(text, NoteKind.OBSERVER))

    def settle(self, command: object) -> None:
        if isinstance(command, AddNote) and command.kind is NoteKind.OBSERVER:
            self.observed.settle(self._sent)
        self.agreement.settle(command)
