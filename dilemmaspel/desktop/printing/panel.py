"""The page that makes the PDFs: what, where, how far it is, and where they lie."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QWidget

from dilemmaspel.desktop.printing.choosing import WhatCard, WhereCard, usual_folder
from dilemmaspel.desktop.printing.documents import DOCUMENTS
from dilemmaspel.desktop.printing.job import PrintJob
from dilemmaspel.desktop.printing.making import Progress, printing
from dilemmaspel.desktop.widgets.kit import button, label, named
from dilemmaspel.desktop.widgets.makingpage import MakingPage
from dilemmaspel.desktop.widgets.places import breakable, open_folder
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts


class PrintPage(MakingPage):
    """Makes PDFs of a job."""

    def __init__(
        self,
        t: Texts,
        parent: QWidget | None = None,
        *,
        today: Callable[[], date] = date.today,
        opens: Callable[[Path], bool] = open_folder,
    ) -> None:
        make = button("printMake", t("Make PDFs"), "print", "primary")
        super().__init__(t, "print", make, opens, parent)
        self._today = today
        self._job: PrintJob | None = None
        self._ready: list[Path] = []
        """What the last making made, each file whole."""
        named(self, "print", t("Print"))
        self.make.setToolTip(t("Make PDFs (Ctrl+P)"))
        self.what = WhatCard(t)
        self.where = WhereCard(t)
        self._scenario: QLabel = label("", "muted", "printScenario")
        about = (self._scenario, self.trouble, self.ready)
        self._arrange(t("Print cards and sheets"), about, self.what, self.where)
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        self.making.progressed.connect(self._on_progressed)
        self.making.made.connect(self._on_made)
        self.making.stopped.connect(self._on_stopped)
        self.making.troubled.connect(self._on_troubled)
        self.what.changed.connect(self._show_state)
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

    def _show_state(self) -> None:
        chosen = self.what.chosen
        none = self._t("Tick at least one thing.")
        count = self._t.plural("{n} PDF", "{n} PDFs", len(chosen))
        possible = self._job is not None and bool(chosen)
        self._show_making(possible=possible, at_rest=count if chosen else none)

    # ------------------------------------------------------------ what happens

    def _on_make(self) -> None:
        if self._job is None or not self.what.chosen:
            return
        self._say_nothing()
        job = replace(self._job, one_card_each=not self.what.per_person)
        self._ready = []
        work = printing(self.what.chosen, job, self.where.folder, self._t, self._ready)
        self.making.start(work)
        self._show_state()
        self.cancel.setFocus()

    def _on_progressed(self, progress: Progress) -> None:
        self._show_share(progress.share)
        words = self._t(
            "{document}: page {n} of {total}",
            document=self._t(DOCUMENTS[progress.document].name),
            n=max(1, progress.page),
            total=progress.pages,
        )
        self.state.setText(words)

    def _on_made(self) -> None:
        self._made_in = self.where.folder
        words = self._t.plural(
            "{n} PDF is ready in {folder}",
            "{n} PDFs are ready in {folder}",
            len(self._ready),
            folder=breakable(self._made_in),
        )
        self.ready.show_words(words)
        self._show_state()
        self.go_to_make()
        self.open.setFocus()

    def _on_stopped(self) -> None:
        self.ready.show_words(self._t("Stopped.") + " " + self._done_so_far())
        self._show_state()
        self.go_to_make()

    def _on_troubled(self, trouble: EnvironmentTrouble) -> None:
        words = trouble.message_in(self._t)
        self.trouble.show_words(f"{words} {self._done_so_far()}" if self._ready else words)
        self._show_state()
        self.go_to_make()

    def _done_so_far(self) -> str:
        if self._ready:
            self._made_in = self.where.folder
            return self._t.plural(
                "{n} PDF was ready and stays.", "{n} PDFs were ready and stay.", len(self._ready)
            )
        return self._t("Nothing was left behind.")
