"""Before and after a session: which page leads to which, and what is asked of the rest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.desktop.start.page import StartPage
from dilemmaspel.settings import Settings
from dilemmaspel.texts import Texts

if TYPE_CHECKING:
    from dilemmaspel.desktop.start.help_page import HelpPage
    from dilemmaspel.desktop.start.problems_page import ProblemsPage
    from dilemmaspel.desktop.start.settings_page import SettingsPage
    from dilemmaspel.desktop.start.setup_page import SetupChoice
    from dilemmaspel.desktop.start.surroundings import Concern
    from dilemmaspel.game.reasons import Refused
    from dilemmaspel.problems import EnvironmentTrouble
    from dilemmaspel.scenario.library import Loaded
    from dilemmaspel.storage.archive import SessionInfo

START, SETUP, SETTINGS, PROBLEMS, HELP = "start", "setup", "settings", "problems", "help"


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class Foyer(QObject):
    """Makes each page when it is first needed, so that the first one paints at once."""

    startRequested = Signal(object)
    """A `start.setup_page.SetupChoice`; practice is a flag of it."""
    printRequested = Signal(object)
    """A `SetupChoice` to put on paper."""
    resumeRequested = Signal(str)
    endRequested = Signal(str)
    """An interrupted session that will not be resumed."""
    archiveRequested = Signal()
    openRequested = Signal()
    """Open a scenario from a file or a folder."""
    shareRequested = Signal(object)
    """A `Loaded` entry to save as a pack."""
    settingsChanged = Signal(object)
    """The `Settings` to keep from now on."""
    libraryRequested = Signal()
    """Look for scenarios again, and answer with `show_library`."""

    def __init__(
        self,
        t: Texts,
        window: MainWindow,
        settings: Settings,
        opener: Callable[[Path], None] = open_folder,
    ) -> None:
        super().__init__(window)
        self._t = t
        self._window = window
        self._settings = settings
        self._open = opener
        self._before_help = START
        self.start = StartPage(t)
        self.start.scenarioChosen.connect(self.set_up)
        self.start.openRequested.connect(self.openRequested)
        self.start.problemsRequested.connect(self._on_problems)
        self.start.resumeRequested.connect(self.resumeRequested)
        self.start.endRequested.connect(self.endRequested)
        self.start.archiveRequested.connect(self.archiveRequested)
        self.start.settingsRequested.connect(self._on_settings)
        self.start.helpRequested.connect(self.go_to_help)
        self.start.refreshRequested.connect(self.libraryRequested)
        self.start.openFolderRequested.connect(self._on_open)
        self.start.folderChosen.connect(self._on_folder)
        window.helpRequested.connect(self.go_to_help)
        window.give(START, self.start)

    # ------------------------------------------------------------- what is shown

    def go_to_start(self) -> None:
        """Show the start screen."""
        self._window.show_page(START)
        self.start.go_to_cards()

    def show_library(self, entries: Sequence["Loaded"], folder: Path) -> None:
        """Show the scenarios that were found; others can be put in `folder`."""
        self.start.show_entries(entries, folder)
        page = self._problems_page()
        if page is not None and page.entry is not None and self._window.shown == PROBLEMS:
            path = page.entry.path
            found = next((one for one in entries if one.path == path), None)
            if found is None or not found.problems:
                self.go_to_start()
            else:
                page.show_entry(found)
        elif self._window.shown == START:
            self.start.go_to_cards()

    def show_unfinished(self, sessions: Sequence["SessionInfo"]) -> None:
        """Offer to resume the newest of these sessions that no game has open."""
        real = [s for s in sessions if s.status.value == "interrupted" and not s.practice]
        self.start.show_interrupted(real)

    def show_newcomer(self, *, empty: bool) -> None:
        """Offer the trial round to who never played: the log is empty and nothing was set."""
        self.start.show_newcomer(empty and not self._settings.people)

    def show_concerns(self, concerns: Sequence["Concern"]) -> None:
        """Say what is better mended before a session."""
        self.start.show_concerns(concerns)

    def show_trouble(self, trouble: "EnvironmentTrouble") -> None:
        """Say what went wrong around the game, until somebody puts it away."""
        self._window.notice.show_words(trouble.message_in(self._t))

    def show_refused(self, refused: "Refused") -> None:
        """Say why the rules said no."""
        from dilemmaspel.words import refusal

        self._window.notice.show_words(refusal(self._t, refused))

    def show_settings(self, settings: Settings) -> None:
        """Use these settings from now on."""
        self._settings = settings
        page = self._settings_page()
        if page is not None:
            page.show_settings(settings)

    # ------------------------------------------------------------------ the ways

    def set_up(self, entry: "Loaded") -> None:
        """Let somebody set up a session with a scenario that can be played."""
        from dilemmaspel.desktop.start.setup_page import SetupPage

        if entry.scenario is None:
            return
        page = SetupPage(self._t, entry, entry.scenario, self._settings)
        page.startRequested.connect(self._on_start)
        page.printRequested.connect(self.printRequested)
        page.shareRequested.connect(self.shareRequested)
        page.backRequested.connect(self.go_to_start)
        page.problemsRequested.connect(self._on_problems)
        self._window.give(SETUP, page)
        self._window.show_page(SETUP)
        page.go_to_start()

    def _on_start(self, choice: "SetupChoice") -> None:
        if not choice.practice:
            self._keep(
                profile=choice.setup.profile,
                voting=choice.setup.voting,
                people=sum(choice.people.values()),
            )
        self.startRequested.emit(choice)

    def _on_problems(self, entry: "Loaded") -> None:
        page = self._problems_page()
        if page is None:
            from dilemmaspel.desktop.start.problems_page import ProblemsPage

            page = ProblemsPage(self._t)
            page.backRequested.connect(self.go_to_start)
            page.refreshRequested.connect(self.libraryRequested)
            page.openFolderRequested.connect(self._on_open)
            self._window.give(PROBLEMS, page)
        page.show_entry(entry)
        self._window.show_page(PROBLEMS)
        page.look.setFocus()

    def _on_settings(self) -> None:
        page = self._settings_page()
        if page is None:
            from dilemmaspel.desktop.start.settings_page import SettingsPage

            page = SettingsPage(self._t, self._settings)
            page.settingsChanged.connect(self._on_changed)
            page.openFolderRequested.connect(self._on_open)
            page.backRequested.connect(self.go_to_start)
            self._window.give(SETTINGS, page)
        page.show_screens([screen.name() for screen in QGuiApplication.screens()])
        self._window.show_page(SETTINGS)
        page.back.setFocus()

    def go_to_help(self) -> None:
        """Show the handbook; its way back leads to the page that is shown now."""
        page = self._help_page()
        if page is None:
            return
        if self._window.shown != HELP:
            self._before_help = self._window.shown or START
        self._window.show_page(HELP)
        page.go_to_start()

    def _help_page(self) -> "HelpPage | None":
        page = self._window.page(HELP)
        if page is None:
            from dilemmaspel.desktop.start.help_page import HelpPage
            from dilemmaspel.problems import EnvironmentTrouble

            try:
                page = HelpPage(self._t)
            except EnvironmentTrouble as trouble:
                self.show_trouble(trouble)
                return None
            page.backRequested.connect(self._on_help_read)
            self._window.give(HELP, page)
        return page  # type: ignore[return-value] # given under this name

    def _on_help_read(self) -> None:
        if self._before_help == START or self._window.page(self._before_help) is None:
            self.go_to_start()
        else:
            self._window.show_page(self._before_help)

    def _on_open(self, folder: Path) -> None:
        self._open(folder)

    def _on_folder(self, folder: Path) -> None:
        from dilemmaspel.desktop.start.surroundings import look_around

        self._keep(data_folder=str(folder))
        self.start.show_concerns(look_around(folder))

    def _on_changed(self, settings: Settings) -> None:
        self._settings = settings
        self.settingsChanged.emit(settings)

    def _keep(self, **changes: object) -> None:
        changed = replace(self._settings, **changes)  # type: ignore[arg-type] # names of Settings
        if changed != self._settings:
            self.show_settings(changed)
            self.settingsChanged.emit(changed)

    def _problems_page(self) -> "ProblemsPage | None":
        return self._window.page(PROBLEMS)  # type: ignore[return-value] # given under this name

    def _settings_page(self) -> "SettingsPage | None":
        return self._window.page(SETTINGS)  # type: ignore[return-value] # given under this name
