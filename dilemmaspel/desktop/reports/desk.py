"""Leads to the report page and back, from whichever page asked for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.desktop.reports.page import ReportJob, ReportPage
from dilemmaspel.desktop.reports.writing import writing
from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.game.setup import Kind
from dilemmaspel.reporting import Form, named, read, tables
from dilemmaspel.texts import Texts

REPORT, START = "report", "start"
"""The name of the page in the window, and of the one that is always there."""


class ReportDesk(QObject):
    """Makes the page when it is first asked for; `log` tells where the log lies now."""

    def __init__(self, t: Texts, window: MainWindow, log: Callable[[], Path]) -> None:
        super().__init__(window)
        self._t = t
        self._window = window
        self._log = log
        self._before = ""

    def open(self, session: str) -> None:
        """Offer the report of a session by its id; raises StorageTrouble when it is not there."""
        info = named(self._log(), session)
        page = self._page()
        own = info.kind == Kind.OWN_VOICE
        page.show_job(ReportJob(info.id, info.scenario_title, info.started_at, own))
        self._before = self._window.shown
        self._window.show_page(REPORT)
        page.go_to_make()

    def _page(self) -> ReportPage:
        page = self._window.page(REPORT)
        if not isinstance(page, ReportPage):
            page = ReportPage(self._t, self._begin)
            page.closed.connect(self._on_closed)
            self._window.give(REPORT, page)
        return page

    def _begin(self, session: str, form: Form, path: Path) -> Steps:
        log = self._log()
        info = named(log, session)
        if form in {Form.PDF, Form.HTML}:
            return writing(form, path, read(log, info), self._t)
        return tables(form, path, log, (info,), self._t)

    def _on_closed(self) -> None:
        """Go back; a session that is over meanwhile leaves the start screen."""
        there = self._window.page(self._before) is not None
        self._window.show_page(self._before if there else START)
