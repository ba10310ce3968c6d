"""Runs a preview by itself: one window, no log, no session."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.preview.window import PreviewWindow
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.library import load
from dilemmaspel.texts import Texts, mark
from dilemmaspel.theme import load_theme


def run_preview(file: Path, dilemma: str | None, theme: str, texts: Texts) -> int:
    """Show a file until its window closes; gives the exit code.

    A dilemma that is not in the file raises EnvironmentTrouble.
    """
    if dilemma is not None:
        _check_dilemma(file, dilemma)
    app = QApplication.instance() or QApplication(["dilemmaspel"])
    if not isinstance(app, QApplication):
        return 2
    app.setApplicationName("Dilemmaspel")
    apply_style(app, load_theme("light"))
    window = PreviewWindow(texts, load_theme(theme), file, DilemmaId(dilemma) if dilemma else None)
    window.show()
    return app.exec()


def _check_dilemma(file: Path, dilemma: str) -> None:
    scenario = load(file).scenario
    known = [str(one.id) for one in scenario.dilemmas] if scenario else [dilemma]
    if dilemma not in known:
        raise EnvironmentTrouble(
            mark("There is no dilemma “{dilemma}” in this scenario."),
            "",
            mark("Choose from: {known}."),
            dilemma=dilemma,
            known=", ".join(known),
        )
