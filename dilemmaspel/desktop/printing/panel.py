"""The page that makes the PDFs: what, where, how far it is, and where they lie."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.printing.choosing import WhatCard, WhereCard, breakable, usual_folder
from dilemmaspel.desktop.printing.documents import DOCUMENTS
from dilemmaspel.desktop.printing.job import PrintJob
from dilemmaspel.desktop.printing.making import Making, Progress
from dilemmaspel.desktop.widgets.columns import Columns
from dilemmaspel.desktop.widgets.kit import box, button, label, named, say, scrolled, tight
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts

_STEPS = 1000


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's own window; False when that did not work."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class PrintPage(QWidget):
    """Makes PDFs of a job; Escape stops the making, and then leaves the page."""

    closed = Signal()

    def __init__(
        self,
        t: Texts,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        opens: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._today = today
        self._opens = opens
        self._job: PrintJob | None = None
        self._made_in = Path()
        named(self, "print", t("Print"))
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        t = self._t
        self.what = WhatCard(t)
        self.where = WhereCard(t)
        self.trouble = Notice(t, "printTrouble", "warning")
        self.ready = Notice(t, "printReady", "check")
        self._scenario: QLabel = label("", "muted", "printScenario")
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 12)
        column.setContentsMargins(40, 4, 40, 20)
        column.addWidget(label(t("Print cards and sheets"), "title", "printTitle"))
        for part in (self._scenario, self.trouble, self.ready):
            column.addWidget(part)
        column.addWidget(Columns(((self.what,), (self.where,)), least=20))
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(self._top())
        layout.addWidget(scrolled(content, "printArea", t("Print cards and sheets")), 1)
        layout.addWidget(self._bar())

    def _top(self) -> QHBoxLayout:
        self.back: QPushButton = button("printBack", self._t("Back"), "back", "quiet")
        top = QHBoxLayout()
        top.setContentsMargins(26, 12, 40, 10)
        top.addWidget(self.back)
        top.addStretch(1)
        return top

    def _bar(self) -> QWidget:
        t = self._t
        frame, column = box("bar", "printBar", 0, 0)
        self.progress = named(QProgressBar(), "printProgress", t("How far it is"))
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.state: QLabel = label("", "text", "printState")
        self.cancel: QPushButton = button("printCancel", t("Stop"), "close")
        self.open: QPushButton = button("printOpen", t("Open the folder"), "folder")
        self.make: QPushButton = button("printMake", t("Make PDFs"), "print", "primary")
        self.make.setToolTip(t("Make PDFs (Ctrl+P)"))
        said = QVBoxLayout()
        tight(said, 6)
        for part in (self.state, self.progress):
            said.addWidget(part)
        row = QHBoxLayout()
        tight(row, 12)
        row.setContentsMargins(40, 12, 40, 12)
        row.addLayout(said, 1)
        for press in (self.cancel, self.open, self.make):
            row.addWidget(press)
        column.addLayout(row)
        return frame

    def _connect(self) -> None:
        self.making = Making(self._t, self)
        self.making.progressed.connect(self._on_progressed)
        self.making.made.connect(self._on_made)
        self.making.stopped.connect(self._on_stopped)
        self.making.troubled.connect(self._on_troubled)
        self.what.changed.connect(self._show_state)
        self.back.clicked.connect(self._on_back)
        self.cancel.clicked.connect(self.making.stop)
        self.open.clicked.connect(self._on_open)
        self.make.clicked.connect(self._on_make)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.make.click)

    # ------------------------------------------------------------ what is shown

    def show_job(self, job: PrintJob) -> None:
        """Offer this job; the same one twice changes nothing."""
        if job == self._job:
            return
        new = self._job is None or self._job.scenario.id != job.scenario.id
        self._job = job
        self._scenario.setText(job.scenario.title)
        self.what.show_job(job)
        if new:
            self.where.show_folder(usual_folder(job.scenario.title, self._today()))
            self._say_nothing()
        self._show_state()

    def go_to_make(self) -> None:
        """Put the keyboard on the button that makes the PDFs."""
        self.make.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            (self.making.stop if self.making.busy else self._on_back)()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.making.stop()
        super().hideEvent(event)

    def _show_state(self) -> None:
        busy, chosen = self.making.busy, self.what.chosen
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.make.setEnabled(not busy and self._job is not None and bool(chosen))
        self.what.setEnabled(not busy)
        self.where.setEnabled(not busy)
        self.open.setVisible(not busy and self._made_in != Path())
        if not busy:
            self.progress.setValue(0)
            none = self._t("Tick at least one thing.")
            count = self._t.plural("{n} PDF", "{n} PDFs", len(chosen))
            say(self.state, count if chosen else none)

    def _say_nothing(self) -> None:
        self.trouble.show_words("")
        self.ready.show_words("")

    # ------------------------------------------------------------ what happens

    def _on_make(self) -> None:
        if self._job is None or not self.what.chosen:
            return
        self._say_nothing()
        job = replace(self._job, one_card_each=not self.what.per_person)
        self.making.start(self.what.chosen, job, self.where.folder)
        self._show_state()
        self.cancel.setFocus()

    def _on_progressed(self, progress: Progress) -> None:
        self.progress.setValue(round(progress.share * _STEPS))
        words = self._t(
            "{document}: page {n} of {total}",
            document=self._t(DOCUMENTS[progress.document].name),
            n=max(1, progress.page),
            total=progress.pages,
        )
        self.state.setText(words)

    def _on_made(self, count: int) -> None:
        self._made_in = self.where.folder
        words = self._t.plural(
            "{n} PDF is ready in {folder}",
            "{n} PDFs are ready in {folder}",
            count,
            folder=breakable(self._made_in),
        )
        self.ready.show_words(words)
        self._after()
        self.open.setFocus()

    def _on_stopped(self, count: int) -> None:
        self.ready.show_words(self._t("Stopped.") + " " + self._done_so_far(count))
        self._after()

    def _on_troubled(self, trouble: EnvironmentTrouble, count: int) -> None:
        words = trouble.message_in(self._t)
        self.trouble.show_words(f"{words} {self._done_so_far(count)}" if count else words)
        self._after()

    def _after(self) -> None:
        self._show_state()
        self.make.setFocus()

    def _done_so_far(self, count: int) -> str:
        if count:
            self._made_in = self.where.folder
            return self._t.plural(
                "{n} PDF was ready and stays.", "{n} PDFs were ready and stay.", count
            )
        return self._t("Nothing was left behind.")

    def _on_open(self) -> None:
        if not self._opens(self._made_in):
            where = breakable(self._made_in)
            words = self._t(
                "The folder could not be opened. You find it here: {folder}", folder=where
            )
            self.trouble.show_words(words)

    def _on_back(self) -> None:
        self.making.stop()
        self.closed.emit()
