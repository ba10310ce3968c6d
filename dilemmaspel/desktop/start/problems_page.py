"""What is wrong with a scenario's file: where, what, the line itself, and how to mend it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.edges import top_row
from dilemmaspel.desktop.widgets.kit import button, label, scrolled, tight
from dilemmaspel.desktop.widgets.problems import ProblemList
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.texts import Texts


class ProblemsPage(BackPage):
    """All problems of one file, the first twenty at once."""

    refreshRequested = Signal()
    openFolderRequested = Signal(object)
    """The folder of the scenario, a Path."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(
            "problems", t("What is wrong with this scenario"), t("All scenarios"), parent
        )
        self._t = t
        self._entry: Loaded | None = None
        self._title: QLabel = label("", "title", "problemsTitle")
        self._what: QLabel = label("", "text", "problemsWhat")
        self._file: QLabel = label("", "muted", "problemsFile")
        self._list = ProblemList(t)
        self.rest: QPushButton = self._list.rest
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 10)
        column.setContentsMargins(40, 4, 40, 28)
        for part in (self._title, self._what, self._file):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self._list)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(self._top())
        layout.addWidget(scrolled(content, "problemsArea", t("Problems")), 1)

    def _top(self) -> QHBoxLayout:
        t = self._t
        self.look: QPushButton = button("problemsLook", t("Look again"), "refresh")
        self.open: QPushButton = button("problemsOpen", t("Open the folder"), "folder")
        self.look.clicked.connect(self.refreshRequested)
        self.open.clicked.connect(self._on_open)
        top = top_row(self.back, spacing=10)
        top.addWidget(self.open)
        top.addWidget(self.look)
        return top

    @property
    def entry(self) -> Loaded | None:
        """The scenario whose problems are shown."""
        return self._entry

    def show_entry(self, entry: Loaded) -> None:
        """Show the problems of a scenario; the same ones again change nothing."""
        if entry == self._entry:
            return
        self._entry = entry
        self._title.setText(entry.title)
        self._what.setText(_verdict(self._t, entry))
        self._file.setText(str(entry.path))
        self._list.show_problems(entry.problems)
        tab_as_seen(self)

    def _on_open(self) -> None:
        if self._entry is not None:
            self.openFolderRequested.emit(self._entry.folder)


def _verdict(t: Texts, entry: Loaded) -> str:
    if any(problem.is_error for problem in entry.problems):
        return t(
            "This scenario cannot be played yet. Mend the file in a text editor, save it, and look"
            " again."
        )
    if entry.is_playable:
        return t("You can play this scenario. There are a few remarks about its file.")
    return t("This is an outline: its file is sound, but it is not ready to be played.")
