"""Opens a preview on a file, by itself: no log, no session."""

from pathlib import Path

from dilemmaspel.desktop.preview.window import PreviewWindow
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.library import load
from dilemmaspel.texts import Texts, mark
from dilemmaspel.theme import load_theme


def preview_of(file: Path, dilemma: str | None, theme: str, texts: Texts) -> PreviewWindow:
    """Make the window for a file, on one of its dilemmas if one is named.

    A dilemma that is not in the file raises EnvironmentTrouble.
    """
    if dilemma is not None:
        _check_dilemma(file, dilemma)
    return PreviewWindow(texts, load_theme(theme), file, DilemmaId(dilemma) if dilemma else None)


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
