"""The page that makes a report: its form, its place, how far it is, and where it lies."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.desktop.printing.choosing import breakable
from dilemmaspel.desktop.printing.panel import open_folder
from dilemmaspel.desktop.reports.choosing import FormCard, PlaceCard
from dilemmaspel.desktop.reports.forms import usual_place
from dilemmaspel.desktop.reports.making import ReportMaking
from dilemmaspel.desktop.start.moments import short
from dilemmaspel.desktop.widgets.columns import Columns
from dilemmaspel.desktop.widgets.kit import (
    box,
    button,
    label,
    named,
    reworded,
    say,
    scrolled,
    tight,
)
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.placing import TakenError
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.reporting import Form
from dilemmaspel.texts import Texts

_STEPS = 1000

Begin = Callable[[str, Form, Path], Steps]
"""Begins the report of a session (by its id) in a form, at a place."""


@dataclass(frozen=True, slots=True)
class ReportJob:
    """The session whose report is made; its start in milliseconds since 1970."""

    session: str
    title: str
    started_at: int
    own_voices: bool = False
    """Whether people voted as themselves: then no table has a row per seat."""

    @property
    def day(self) -> date:
        """The day on which it started, on this laptop."""
        return datetime.fromtimestamp(self.started_at / 1000).astimezone().date()


class ReportPage(QWidget):
    """Makes the report of a session; Escape stops the making, and then leaves the page."""

    closed = Signal()

    def __init__(
        self,
        t: Texts,
        begin: Begin,
        parent: QWidget | None = None,
        *,
        opens: Callable[[Path], bool] = open_folder,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._begin = begin
        self._opens = opens
        self._job: ReportJob | None = None
        self._made: Path | None = None
        self._free = Path()
        named(self, "reportPage", t("Report"))
        self._build()
        self._connect()
        self._show_state()

    def _build(self) -> None:
        t = self._t
        self.what = FormCard(t)
        self.where = PlaceCard(t)
        self.trouble = Notice(t, "reportTrouble", "warning")
        self.ready = Notice(t, "reportReady", "check")
        self.other: QPushButton = button("reportOther", t("Use another name"), "check")
        self._session: QLabel = label("", "muted", "reportSession")
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 12)
        column.setContentsMargins(40, 4, 40, 20)
        column.addWidget(label(t("Make a report"), "title", "reportTitle"))
        for part in (self._session, self.trouble, self.other, self.ready):
            column.addWidget(part)
        column.addWidget(Columns(((self.what,), (self.where,)), least=20))
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(self._top())
        layout.addWidget(scrolled(content, "reportArea", t("Make a report")), 1)
        layout.addWidget(self._bar())

    def _top(self) -> QHBoxLayout:
        self.back: QPushButton = button("reportBack", self._t("Back"), "back", "quiet")
        top = QHBoxLayout()
        top.setContentsMargins(26, 12, 40, 10)
        top.addWidget(self.back)
        top.addStretch(1)
        return top

    def _bar(self) -> QWidget:
        t = self._t
        frame, column = box("bar", "reportBar", 0, 0)
        self.progress = named(QProgressBar(), "reportProgress", t("How far it is"))
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.state: QLabel = label("", "text", "reportState")
        self.cancel: QPushButton = button("reportCancel", t("Stop"), "close")
        self.open: QPushButton = button("reportOpen", t("Open the folder"), "folder")
        self.make: QPushButton = button("reportMake", t("Make the report"), "export", "primary")
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
        self.making = ReportMaking(self)
        self.making.progressed.connect(self._on_progressed)
        self.making.made.connect(self._on_made)
        self.making.stopped.connect(self._on_stopped)
        self.making.troubled.connect(self._on_troubled)
        self.what.changed.connect(self._on_form)
        self.where.changed.connect(self._on_form)
        self.back.clicked.connect(self._on_back)
        self.cancel.clicked.connect(self.making.stop)
        self.open.clicked.connect(self._on_open)
        self.make.clicked.connect(self._on_make)
        self.other.clicked.connect(self._on_other)

    # ------------------------------------------------------------ what is shown

    def show_job(self, job: ReportJob) -> None:
        """Offer the report of this session; the same one twice changes nothing."""
        if job == self._job:
            return
        self._job = job
        self._made = None
        self._session.setText(f"{job.title} · {short(self._t, job.started_at)}")
        self.what.show_job(own_voices=job.own_voices)
        self.where.show_path(usual_place(job.title, job.day, self.what.form, self._t))
        self._say_nothing()
        self._show_state()

    def go_to_make(self) -> None:
        """Put the keyboard on the button that makes the report."""
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
        busy = self.making.busy
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.make.setEnabled(not busy and self._job is not None)
        self.what.setEnabled(not busy)
        self.where.setEnabled(not busy)
        self.open.setVisible(not busy and self._made is not None)
        if not busy:
            self.progress.setValue(0)
            say(self.state, "")

    def _say_nothing(self) -> None:
        self.trouble.show_words("")
        self.ready.show_words("")
        self.other.hide()

    # ------------------------------------------------------------ what happens

    def _on_form(self) -> None:
        self.where.show_form(self.what.form)
        self._say_nothing()

    def _on_make(self) -> None:
        if self._job is None:
            return
        self._say_nothing()
        begin = partial(self._begin, self._job.session, self.what.form, self.where.path)
        self.making.start(begin, self.where.path)
        self._show_state()
        say(self.state, self._t("Making the report…"))
        self.cancel.setFocus()

    def _on_progressed(self, share: float) -> None:
        self.progress.setValue(round(share * _STEPS))

    def _on_made(self, path: Path) -> None:
        self._made = path
        words = self._t(
            "{file} is ready in {folder}", file=path.name, folder=breakable(path.parent)
        )
        self.ready.show_words(words)
        self._show_state()
        self.open.setFocus()

    def _on_stopped(self) -> None:
        self.ready.show_words(self._t("Stopped.") + " " + self._t("Nothing was left behind."))
        self._after()

    def _on_troubled(self, trouble: EnvironmentTrouble) -> None:
        self.trouble.show_words(trouble.message_in(self._t))
        self._after()
        if isinstance(trouble, TakenError):
            self._free = trouble.free
            reworded(self.other, self._t("Use the name {file}", file=trouble.free.name))
            self.other.show()
            self.other.setFocus()

    def _after(self) -> None:
        self._show_state()
        self.make.setFocus()

    def _on_other(self) -> None:
        self.where.show_path(self._free)
        self._on_make()

    def _on_open(self) -> None:
        if self._made is None or self._opens(self._made.parent):
            return
        where = breakable(self._made.parent)
        self.trouble.show_words(
            self._t("The folder could not be opened. You find it here: {folder}", folder=where)
        )

    def _on_back(self) -> None:
        self.making.stop()
        self.closed.emit()
