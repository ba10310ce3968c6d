"""Starts the program: the application, its technical log, and what to do with a mistake."""

import faulthandler
import logging
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from dilemmaspel.app import App, Options
from dilemmaspel.desktop.firstpaint import FirstPaint
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.paths import assets_dir, log_dir
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.settings import load_settings
from dilemmaspel.texts import Texts, mark
from dilemmaspel.theme import load_theme

SELF_TEST_MS: Final = 120_000
"""The self-test gives up after this."""

LOG_NAME: Final = "dilemmaspel.log"

DESKTOP_ENTRY: Final = "nl.dilemmaspel.Dilemmaspel"
"""The name of our entry in the menu of a Linux desktop, which groups our windows under it."""

_SELF_TEST: Final = {
    True: mark("Dilemmaspel works here: every window was built and a vote was counted."),
    False: mark("Dilemmaspel cannot be played here: no scenario, or no log to write in."),
}

_LOG = logging.getLogger(__name__)


def run(options: Options) -> int:
    """Run the program until its window closes; returns the exit code."""
    app = QApplication.instance() or QApplication(["dilemmaspel"])
    if not isinstance(app, QApplication):
        return 2
    app.setApplicationName("Dilemmaspel")
    app.setDesktopFileName(DESKTOP_ENTRY)
    app.setWindowIcon(QIcon(str(assets_dir() / "icons" / "app-256.png")))
    found = load_settings()
    if options.self_test and options.db is None:
        from tempfile import mkdtemp

        options = replace(options, db=Path(mkdtemp(prefix="dilemmaspel-")) / "test.sqlite")
    apply_style(app, load_theme("light"))
    program = App(options, found.settings)
    if found.trouble is not None:
        program.foyer.show_trouble(found.trouble)
    sys.excepthook = partial(_on_bug, program)
    FirstPaint(program.window, partial(_on_painted, app, found.settings.language))
    program.open()
    if options.self_test:
        QTimer.singleShot(0, program, partial(_test_itself, program))
        QTimer.singleShot(SELF_TEST_MS, program, partial(_give_up, program))
    return app.exec()


def run_preview(file: Path, dilemma: str | None, theme: str, texts: Texts) -> int:
    """Show a scenario to who writes it until the window closes; returns the exit code."""
    app = QApplication.instance() or QApplication(["dilemmaspel"])
    if not isinstance(app, QApplication):
        return 2
    from dilemmaspel.desktop.preview.opening import preview_of

    app.setApplicationName("Dilemmaspel")
    apply_style(app, load_theme("light"))
    window = preview_of(file, dilemma, theme, texts)
    window.show()
    return app.exec()


def _on_painted(app: QApplication, language: str) -> None:
    from dilemmaspel.desktop.qt_words import translate_qt

    _keep_a_log()
    translate_qt(app, language)


def _keep_a_log() -> None:
    """Keep technical messages in a file of the laptop's owner; never votes, never names."""
    from logging.handlers import RotatingFileHandler

    try:
        folder = log_dir()
        handler = RotatingFileHandler(folder / LOG_NAME, maxBytes=1_000_000, backupCount=3)
        faulthandler.enable((folder / "crash.log").open("a"))
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("dilemmaspel").addHandler(handler)


def _on_bug(
    program: App, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
) -> None:
    """Tell a mistake of the program in plain words; the session goes on."""
    _LOG.error("A mistake of the program", exc_info=(kind, bug, trace))
    program.foyer.show_trouble(
        EnvironmentTrouble(
            mark("Something went wrong in the program."),
            mark("Nothing is lost: what was counted is saved."),
            mark("Go on, or start the program again and resume the session."),
        )
    )


def _give_up(program: App) -> None:
    sys.stdout.write(program.texts(mark("The self-test took too long and was stopped.")) + "\n")
    QApplication.exit(1)


def _test_itself(program: App) -> None:
    from dilemmaspel.selftest import SelfTest

    def done(fine: bool) -> None:  # noqa: FBT001 - the answer of the test
        sys.stdout.write(program.texts(_SELF_TEST[fine]) + "\n")
        program.window.close()
        QApplication.exit(0 if fine else 1)

    SelfTest(program, done).begin()
