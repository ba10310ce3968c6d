"""The composition root: builds every part and makes every connection between them.

What the first window needs is imported here; the log, the scenarios and the session's screens
come after it has been painted.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from dilemmaspel import __version__
from dilemmaspel.desktop.firstpaint import FirstPaint
from dilemmaspel.desktop.foyer import Foyer
from dilemmaspel.desktop.packs.desk import PackDesk
from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.desktop.sweeper import Sweeper
from dilemmaspel.paths import log_file, own_scenarios_dir, scenarios_dir
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.settings import Settings, save_settings
from dilemmaspel.texts import Texts

if TYPE_CHECKING:
    from dilemmaspel.archive_desk import ArchiveDesk
    from dilemmaspel.desktop.joining.info import Wifi
    from dilemmaspel.desktop.printing.job import PrintJob
    from dilemmaspel.desktop.reports.desk import ReportDesk
    from dilemmaspel.desktop.start.setup_page import SetupChoice
    from dilemmaspel.evening import Evening, Pace
    from dilemmaspel.phones.config import PhoneConfig
    from dilemmaspel.scenario.library import Library, Loaded
    from dilemmaspel.session import Session
    from dilemmaspel.storage.log import LogFile

PRINT: Final = "print"
"""The name of the page that makes PDFs."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asked for."""

    db: Path | None = None
    scenarios: Path | None = None
    windowed: bool = False
    self_test: bool = False
    phones: "PhoneConfig | None" = None
    """How phones are heard, when that is not as usual."""


class App(QObject):
    """The program: the foyer, the log, and at most one evening."""

    def __init__(self, options: Options, settings: Settings, pace: "Pace | None" = None) -> None:
        super().__init__()
        self._pace = pace
        self.options = options
        self.settings = settings
        self.texts = Texts(settings.language)
        self.window = MainWindow(self.texts)
        self.foyer = Foyer(self.texts, self.window, settings)
        own, shipped = self.own_scenarios, [self.scenario_folder]
        self.packs = PackDesk(self.texts, self.window, own, shipped, self._guarded)
        self.log: LogFile | None = None
        self.evening: Evening | None = None
        self._library: Library | None = None
        self._before_print = ""
        self._reports: ReportDesk | None = None
        self._sweeper = Sweeper(self)
        self.archive: ArchiveDesk | None = None
        self._wire()

    def _wire(self) -> None:
        foyer = self.foyer
        foyer.startRequested.connect(self._on_start)
        foyer.printRequested.connect(self._on_print_first)
        foyer.resumeRequested.connect(self._on_resume)
        foyer.endRequested.connect(self._on_end)
        foyer.openRequested.connect(self.packs.open)
        foyer.shareRequested.connect(self.packs.share)
        self.packs.leaveRequested.connect(foyer.go_to_start)
        self.packs.added.connect(self._on_added)
        foyer.archiveRequested.connect(self._on_archive)
        foyer.settingsChanged.connect(self._on_settings)
        foyer.libraryRequested.connect(self.look_for_scenarios)
        self.window.closed.connect(self.close)

    # ------------------------------------------------------------------ the start

    def open(self) -> None:
        """Show the window; everything that takes time comes after its first picture."""
        self.foyer.go_to_start()
        FirstPaint(self.window, self._on_painted)
        self.window.appear()

    def _on_painted(self) -> None:
        self.look_for_scenarios()
        QTimer.singleShot(0, self, self._on_settled)

    def _on_settled(self) -> None:
        from dilemmaspel.desktop.start.surroundings import look_around

        self.foyer.show_concerns(look_around(self.log_path.parent))
        self.open_log()
        self.look_in_log()

    @property
    def log_path(self) -> Path:
        """Where the log lies."""
        if self.options.db is not None:
            return self.options.db
        return self.settings.folder / log_file().name

    def _log_path(self) -> Path:
        return self.log_path

    @property
    def scenario_folder(self) -> Path:
        """Where the scenarios lie."""
        return self.options.scenarios or scenarios_dir()

    @property
    def own_scenarios(self) -> Path:
        """Where scenarios are added: the folder that was named, or else one's own."""
        return self.options.scenarios or own_scenarios_dir()

    def open_log(self) -> "LogFile | None":
        """Open the log, once; says what is wrong when it cannot be opened."""
        if self.log is None:
            from dilemmaspel.storage.log import open_log

            try:
                self.log = open_log(self.log_path)
            except EnvironmentTrouble as trouble:
                self.foyer.show_trouble(trouble)
        return self.log

    def look_for_scenarios(self) -> None:
        """Read the scenarios and show them."""
        self.foyer.show_library(self.entries(), self.own_scenarios)

    def entries(self) -> "tuple[Loaded, ...]":
        """Every scenario there is, with its problems; a file is read once until it changes."""
        if self._library is None:
            from dilemmaspel.scenario.library import Library

            self._library = Library([self.scenario_folder, self.own_scenarios])
        return self._library.entries()

    def look_in_log(self) -> None:
        """Offer the sessions of the log that can be gone on with."""
        if self.log is not None:
            self._guarded(partial(self._show_unfinished, self.log))

    def _show_unfinished(self, log: "LogFile") -> None:
        self.foyer.show_unfinished(log.unfinished())
        self.foyer.show_newcomer(empty=log.is_empty())

    # ------------------------------------------------------------- one evening

    def _on_start(self, choice: "SetupChoice") -> None:
        self._guarded(partial(self._start, choice))

    def _start(self, choice: "SetupChoice") -> None:
        from uuid import uuid4

        from dilemmaspel.game.ids import SessionId
        from dilemmaspel.opening import seat_everybody
        from dilemmaspel.session import MonotonicWall, Session
        from dilemmaspel.simulate import start_command

        log = self.open_log()
        if log is None or self.evening is not None:
            return
        self._back_up(log)
        clock = MonotonicWall()
        session = Session(log, clock=clock)
        command = start_command(choice.entry, choice.setup, SessionId(str(uuid4())), __version__)
        try:
            session.submit(command).result()
            seat_everybody(session, choice.setup, choice.people)
            self._play(log, session, clock, choice.entry.folder)
        except BaseException:
            session.stop()
            raise

    def _on_resume(self, session_id: str) -> None:
        self._guarded(partial(self._resume, session_id))

    def _resume(self, session_id: str) -> None:
        from dilemmaspel.game.commands import ResumeSession
        from dilemmaspel.session import MonotonicWall, Session

        log = self.open_log()
        if log is None or self.evening is not None:
            return
        self._back_up(log)
        loaded = log.load(session_id)
        clock = MonotonicWall(max(loaded.last_seen, loaded.at))
        session = Session(log, loaded, clock=clock)
        try:
            session.submit(ResumeSession(loaded.last_seen)).result()
            self._play(log, session, clock, self._folder_of(loaded.state.scenario.id))
        except BaseException:
            session.stop()
            raise

    def _folder_of(self, scenario_id: str) -> Path | None:
        found = (e.folder for e in self.entries() if e.scenario and e.scenario.id == scenario_id)
        return next(found, None)

    def _play(
        self, log: "LogFile", session: "Session", now: Callable[[], int], folder: Path | None
    ) -> None:
        from dilemmaspel.desktop.joining.served import phones_of
        from dilemmaspel.evening import Evening, Kit, Pace
        from dilemmaspel.phones.config import PhoneConfig

        usual = self.options.phones or PhoneConfig()
        phones = replace(usual, retention_months=self.settings.retention_months)
        kit = Kit(
            texts=self.texts,
            settings=self.settings,
            log=log,
            session=session,
            now=now,
            folder=folder,
            phones=partial(phones_of, session, self.settings.people, log.path.parent, phones),
            windowed=self.options.windowed,
            pace=self._pace or Pace(),
        )
        self.evening = Evening(kit, self.window)
        self.evening.ended.connect(self._on_ended)
        self.evening.printRequested.connect(self._on_print)
        self.evening.handbookRequested.connect(self.foyer.go_to_help)
        self.evening.reportRequested.connect(self._on_report)
        self.evening.wifiChanged.connect(self._on_wifi)

    def _on_ended(self) -> None:
        if self.evening is not None:
            self.evening.deleteLater()  # with its windows, its session and their states
        self.evening = None
        if self.log is not None:
            self._back_up(self.log)
        self.look_in_log()
        self.foyer.go_to_start()
        if not self.settings.retention_months:
            self._archive_desk().open_when_over()

    # ------------------------------------------------------------- from elsewhere

    def _on_added(self, file: Path) -> None:
        """Show what was added, ready to be set up."""
        self.look_for_scenarios()
        entry = next((one for one in self.entries() if one.path == file), None)
        if entry is not None and entry.is_playable:
            self.foyer.set_up(entry)

    # ------------------------------------------------------------- on paper

    def _on_print_first(self, choice: "SetupChoice") -> None:
        from dilemmaspel.desktop.printing.job import PrintJob

        if choice.entry.scenario is not None:
            self._show_print(PrintJob(choice.entry.scenario, choice.setup, choice.people))

    def _on_print(self) -> None:
        from dilemmaspel.desktop.printing.job import job_of

        if self.evening is not None:
            self._show_print(job_of(self.evening.state))

    def _show_print(self, job: "PrintJob") -> None:
        """Offer the papers of a session; closing the page leads back to where it was asked."""
        from dilemmaspel.desktop.printing.panel import PrintPage

        page = self.window.page(PRINT)
        if not isinstance(page, PrintPage):
            page = PrintPage(self.texts)
            page.closed.connect(self._on_printed)
            self.window.give(PRINT, page)
        page.show_job(job)
        self._before_print = self.window.shown
        self.window.show_page(PRINT)

    def _on_printed(self) -> None:
        self.window.show_page(self._before_print)

    # ------------------------------------------------------------- afterwards

    def _on_archive(self) -> None:
        self._archive_desk().open()

    def _archive_desk(self) -> "ArchiveDesk":
        if self.archive is None:
            from dilemmaspel.archive_desk import ArchiveDesk, ArchiveKit

            kit = ArchiveKit(
                texts=self.texts,
                log=partial(getattr, self, "log"),
                settings=partial(getattr, self, "settings"),
                folder_of=self._folder_of,
                guarded=self._guarded,
                tell=self.foyer.show_trouble,
            )
            self.archive = ArchiveDesk(kit, self.window)
            self.archive.resumeRequested.connect(self._on_resume)
            self.archive.reportRequested.connect(self._on_report)
            self.archive.leaveRequested.connect(self.foyer.go_to_start)
            self.archive.changed.connect(self.look_in_log)
        return self.archive

    def _on_report(self, session_id: str) -> None:
        from dilemmaspel.desktop.reports.desk import ReportDesk

        if self._reports is None:
            self._reports = ReportDesk(self.texts, self.window, self._log_path)
        self._guarded(partial(self._reports.open, session_id))

    def _on_end(self, session_id: str) -> None:
        self._guarded(partial(self._end, session_id))

    def _end(self, session_id: str) -> None:
        from dilemmaspel.archive_desk import end_session

        if self.log is not None:
            end_session(self.log, session_id)
            self.look_in_log()

    def _on_settings(self, settings: Settings) -> None:
        moved = settings.folder != self.settings.folder
        self.settings = settings
        self._guarded(partial(save_settings, settings))
        if moved and self.evening is None and self.options.db is None:
            self._close_log()
            self.open_log()
            self.look_in_log()

    def _on_wifi(self, wifi: "Wifi") -> None:
        """Keep the network of the room, for the next time in the same room."""
        changed = replace(self.settings, wifi_name=wifi.name, wifi_password=wifi.password)
        self.foyer.show_settings(changed)
        self._on_settings(changed)

    # ------------------------------------------------------------- care and end

    def _back_up(self, log: "LogFile") -> None:
        """Keep a checked copy of the log; a copy that fails stops nobody."""
        from dilemmaspel.storage.backup import back_up

        try:
            back_up(log.path)
        except EnvironmentTrouble as trouble:
            self.foyer.show_trouble(trouble)

    def _guarded(self, step: Callable[[], object]) -> None:
        """Take a step; a trouble of the environment is told and stops nothing else."""
        from dilemmaspel.journal import Refusal

        try:
            step()
        except EnvironmentTrouble as trouble:
            self.foyer.show_trouble(trouble)
        except Refusal as refusal:
            self.foyer.show_refused(refusal.refused)

    def _close_log(self) -> None:
        if self.archive is not None:
            self.archive.stop()
        if self.log is not None:
            self.log.close()
            self.log = None

    def close(self) -> None:
        """Leave a running session so that it can be resumed, and let go of the log."""
        if self.evening is not None:
            self.evening.leave()
        self._close_log()
        self._sweeper.stop()
        QApplication.quit()
