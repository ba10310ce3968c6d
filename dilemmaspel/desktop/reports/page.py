"""The page that makes a report: its form, its place, how far it is, and where it lies."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.desktop.reports.choosing import FormCard, PlaceCard
from dilemmaspel.desktop.reports.forms import usual_place
from dilemmaspel.desktop.reports.making import reporting
from dilemmaspel.desktop.start.moments import short
from dilemmaspel.desktop.widgets.kit import button, label, named, reworded, say
from dilemmaspel.desktop.widgets.makingpage import MakingPage
from dilemmaspel.desktop.widgets.places import breakable, open_folder
from dilemmaspel.placing import TakenError
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.reporting import Form
from dilemmaspel.texts import Texts

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


class ReportPage(MakingPage):
    """Makes the report of a session."""

    def __init__(
        self,
        t: Texts,
        begin: Begin,
        parent: QWidget | None = None,
        *,
        opens: Callable[[Path], bool] = open_folder,
    ) -> None:
        make = button("reportMake", t("Make the report"), "export", "primary")
        super().__init__(t, "report", make, opens, parent)
        self._begin = begin
        self._job: ReportJob | None = None
        self._path = Path()
        self._free = Path()
        named(self, "reportPage", t("Report"))
        self.what = FormCard(t)
        self.where = PlaceCard(t)
        self.other: QPushButton = button("reportOther", t("Use another name"), "check")
        self._session: QLabel = label("", "muted", "reportSession")
        about = (self._session, self.trouble, self.other, self.ready)
        self._arrange(t("Make a report"), about, self.what, self.where)
        self._connect()
        self._show_state()

    def _connect(self) -> None:
        self.making.progressed.connect(self._show_share)
        self.making.made.connect(self._on_made)
        self.making.stopped.connect(self._on_stopped)
        self.making.troubled.connect(self._on_troubled)
        self.what.changed.connect(self._on_form)
        self.where.changed.connect(self._on_form)
        self.make.clicked.connect(self._on_make)
        self.other.clicked.connect(self._on_other)

    # ------------------------------------------------------------ what is shown

    def show_job(self, job: ReportJob) -> None:
        """Offer the report of this session; the same one twice changes nothing."""
        if job == self._job:
            return
        self._job = job
        self._made_in = None
        self._session.setText(f"{job.title} · {short(self._t, job.started_at)}")
        self.what.show_job(own_voices=job.own_voices)
        self.where.show_path(usual_place(job.title, job.day, self.what.form, self._t))
        self._say_nothing()
        self._show_state()

    def _show_state(self) -> None:
        self._show_making(possible=self._job is not None, at_rest="")

    def _say_nothing(self) -> None:
        super()._say_nothing()
        self.other.hide()

    # ------------------------------------------------------------ what happens

    def _on_form(self) -> None:
        self.where.show_form(self.what.form)
        self._say_nothing()

    def _on_make(self) -> None:
        if self._job is None:
            return
        self._say_nothing()
        self._path = self.where.path
        begin = partial(self._begin, self._job.session, self.what.form, self._path)
        self.making.start(reporting(begin))
        self._show_state()
        say(self.state, self._t("Making the report…"))
        self.cancel.setFocus()

    def _on_made(self) -> None:
        made, folder = self._path, self._path.parent
        self._made_in = folder
        words = self._t("{file} is ready in {folder}", file=made.name, folder=breakable(folder))
        self.ready.show_words(words)
        self._show_state()
        self.open.setFocus()

    def _on_stopped(self) -> None:
        self.ready.show_words(self._t("Stopped.") + " " + self._t("Nothing was left behind."))
        self._show_state()
        self.go_to_make()

    def _on_troubled(self, trouble: EnvironmentTrouble) -> None:
        self.trouble.show_words(trouble.message_in(self._t))
        self._show_state()
        self.go_to_make()
        if isinstance(trouble, TakenError):
            self._free = trouble.free
            reworded(self.other, self._t("Use the name {file}", file=trouble.free.name))
            self.other.show()
            self.other.setFocus()

    def _on_other(self) -> None:
        self.where.show_path(self._free)
        self._on_make()
