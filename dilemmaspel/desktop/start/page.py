"""The start screen: what can be played, what was interrupted, and the way to everything else."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.style import icon
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import box, button, em, label, named, scrolled, tight
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.texts import Texts

if TYPE_CHECKING:
    from dilemmaspel.desktop.start.concerns import Concerns
    from dilemmaspel.desktop.start.resume import ResumeCard
    from dilemmaspel.desktop.start.shelf import Shelf
    from dilemmaspel.desktop.start.surroundings import Concern
    from dilemmaspel.scenario.library import Loaded
    from dilemmaspel.storage.archive import SessionInfo


class StartPage(QWidget):
    """Paints at once; scenarios, sessions and pictures come when they are known."""

    scenarioChosen = Signal(object)
    """A `scenario.library.Loaded` that can be played."""
    problemsRequested = Signal(object)
    """A `scenario.library.Loaded` that cannot."""
    resumeRequested = Signal(str)
    endRequested = Signal(str)
    openRequested = Signal()
    """Open a scenario from a file or a folder."""
    archiveRequested = Signal()
    settingsRequested = Signal()
    helpRequested = Signal()
    refreshRequested = Signal()
    openFolderRequested = Signal(Path)
    folderChosen = Signal(Path)
    """Another folder for the log."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        named(self, "start", t("Start screen"))
        self._entries: tuple[Loaded, ...] | None = None
        self._shelf: Shelf | None = None
        self._newcomer = False
        self._resume: ResumeCard | None = None
        self._concerns: Concerns | None = None
        self._build()

    def _build(self) -> None:
        self._column = QVBoxLayout()
        tight(self._column, 16)
        self.reading: QLabel = label(self._t("Reading the scenarios…"), "muted", "startReading")
        self._empty = EmptyLibrary(self._t)
        self._empty.refreshRequested.connect(self.refreshRequested)
        self._empty.openFolderRequested.connect(self.openFolderRequested)
        self._empty.openRequested.connect(self.openRequested)
        self._empty.hide()
        content = QWidget()
        self._inside = inside = QVBoxLayout(content)
        inside.setContentsMargins(40, 20, 40, 28)
        inside.setSpacing(20)
        inside.addLayout(self._header())
        inside.addLayout(self._column)
        for part in (self.reading, self._empty):
            inside.addWidget(part)
        inside.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(scrolled(content, "startArea", self._t("Scenarios")))

    def _header(self) -> QHBoxLayout:
        t, words = self._t, QVBoxLayout()
        tight(words, 0)
        words.addWidget(label("Dilemmaspel", "title", "startTitle"))
        words.addWidget(label(t("Which conversation will you have today?"), "muted", "startAsk"))
        self.archive = button("toArchive", t("Archive"), "archive", "quiet")
        self.settings = button("toSettings", t("Settings"), "settings", "quiet")
        self.help = button("toHelp", t("Help"), "help", "quiet")
        self.archive.clicked.connect(self.archiveRequested)
        self.settings.clicked.connect(self.settingsRequested)
        self.help.clicked.connect(self.helpRequested)
        header = QHBoxLayout()
        tight(header, 8)
        header.addWidget(_logo())
        header.addSpacing(6)
        header.addLayout(words, 1)
        for one in (self.archive, self.settings, self.help):
            header.addWidget(one)
        return header

    def show_entries(self, entries: Sequence["Loaded"], folder: Path) -> None:
        """Show the scenarios that were found; `folder` is where others can be put."""
        self.reading.hide()
        self._empty.show_folder(folder)
        self._empty.setVisible(not entries)
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        self._scenarios().show_entries(self._entries, folder)
        self._scenarios().setVisible(bool(entries))
        tab_as_seen(self)

    def show_interrupted(self, sessions: Sequence["SessionInfo"]) -> None:
        """Offer to go on with the newest of these sessions; none takes the offer away."""
        if sessions or self._resume is not None:
            self._resume_card().show_sessions(sessions)
            tab_as_seen(self)

    def show_newcomer(self, newcomer: bool) -> None:
        """Welcome who is here for the first time, with the trial, if there is one."""
        if newcomer == self._newcomer:
            return
        self._newcomer = newcomer
        if self._shelf is not None:
            self._shelf.show_newcomer(newcomer)
            tab_as_seen(self)
            if self._shelf.is_welcoming:
                self._shelf.go_to_first()

    def show_concerns(self, concerns: Sequence["Concern"]) -> None:
        """Say what is better mended before a session; none takes the messages away."""
        if concerns or self._concerns is not None:
            self._concern_cards().show_concerns(concerns)
            tab_as_seen(self)

    def go_to_cards(self) -> None:
        """Put the keyboard on the first thing that one comes for."""
        if self._resume is not None and self._resume.isVisible():
            self._resume.resume.setFocus()
        elif self._shelf is None or not self._shelf.go_to_first():
            self.archive.setFocus()

    def _scenarios(self) -> "Shelf":
        if self._shelf is None:
            from dilemmaspel.desktop.start.shelf import Shelf

            self._shelf = Shelf(self._t)
            self._shelf.scenarioChosen.connect(self.scenarioChosen)
            self._shelf.problemsRequested.connect(self.problemsRequested)
            self._shelf.changed.connect(self._on_sifted)
            self._shelf.openRequested.connect(self.openRequested)
            self._shelf.show_newcomer(self._newcomer)
            self._inside.insertWidget(self._inside.count() - 1, self._shelf)
        return self._shelf

    def _resume_card(self) -> "ResumeCard":
        if self._resume is None:
            from dilemmaspel.desktop.start.resume import ResumeCard

            self._resume = ResumeCard(self._t)
            self._resume.resumeRequested.connect(self.resumeRequested)
            self._resume.endRequested.connect(self.endRequested)
            self._resume.putAway.connect(self._resume.hide)
            self._column.addWidget(self._resume)
        return self._resume

    def _concern_cards(self) -> "Concerns":
        if self._concerns is None:
            from dilemmaspel.desktop.start.concerns import Concerns

            self._concerns = Concerns(self._t)
            self._concerns.folderChosen.connect(self.folderChosen)
            self._column.insertWidget(0, self._concerns)
        return self._concerns

    def _on_sifted(self) -> None:
        tab_as_seen(self)


class EmptyLibrary(QFrame):
    """What stands there when there is no scenario at all."""

    refreshRequested = Signal()
    openRequested = Signal()
    openFolderRequested = Signal(Path)

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._folder = Path()
        frame, inside = box("card", "empty", 10, 28)
        self._where = label("", "muted", "emptyWhere")
        self.look = button("emptyLook", t("Look again"), "refresh")
        self.open = button("emptyOpen", t("Open the folder"), "folder")
        self.take = button("emptyTake", t("Open a scenario"), "import")
        self.take.clicked.connect(self.openRequested)
        self.look.clicked.connect(self.refreshRequested)
        self.open.clicked.connect(self._on_open)
        inside.addWidget(label(t("There are no scenarios here yet."), "heading", "emptyTitle"))
        inside.addWidget(self._where)
        row = FlowLayout(spacing=10)
        row.addWidget(self.take)
        row.addWidget(self.look)
        row.addWidget(self.open)
        inside.addLayout(row)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(frame)

    def show_folder(self, folder: Path) -> None:
        """Say where scenarios can be put."""
        self._folder = folder
        words = self._t("Put the folder of a scenario in {folder}, and look again.", folder=folder)
        self._where.setText(words)

    def _on_open(self) -> None:
        self.openFolderRequested.emit(self._folder)


def _logo() -> QLabel:
    made = named(QLabel(), "logo")
    side = round(em() * 2.6)
    made.setPixmap(icon("app", "#000000", side).pixmap(QSize(side, side)))
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made
