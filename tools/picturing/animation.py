"""The moving picture of the README: the votes grow, who moved, and the years after it.

    python -m tools.picturing.animation

Frame by frame from the beamer's own canvas: its animation is stopped and set to each moment in
turn. It is shown slower than in a room, where it takes at most 300 ms.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.game.phases import Page
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.samples import at
from tools.bundling import ROOT
from tools.picturing.gif import Frame, save_gif
from tools.picturing.screen import a_screen

SIZE: Final = (960, 540)
STEPS: Final = 14
STEP: Final = 5
STAND: Final = 260
"""How long a frame stands while something grows, and after it, in hundredths of a second."""
SCENARIO: Final = "f1-de-schakel"


def views() -> tuple[PublicView, ...]:
    """The three pages that people remember."""
    return (
        at(Page.REVEAL, SCENARIO, QuestionType.SINGLE_CHOICE),
        at(Page.SHIFT, SCENARIO, QuestionType.SINGLE_CHOICE),
        at(Page.LINES, SCENARIO),
    )


def frames(canvas: BeamerCanvas, view: PublicView) -> Iterator[Frame]:
    """Show a page and give every step of its growth, the last of which stands longer."""
    canvas.show_view(view)
    growth = canvas.findChild(QVariantAnimation)
    if not isinstance(growth, QVariantAnimation):
        raise TypeError("the canvas has no animation")
    growth.pause()
    for step in range(STEPS + 1):
        growth.setCurrentTime(round(growth.duration() * step / STEPS))
        yield Frame(canvas.grab().toImage(), STEP if step < STEPS else STAND)


def animated(path: Path) -> Path:
    """Save the moving picture; returns where it is."""
    canvas = BeamerCanvas(load_theme("light"), Texts("nl"), _stopped)
    canvas.resize(*SIZE)
    pages = [list(frames(canvas, view)) for view in views()]
    canvas.deleteLater()
    telling = [page[step].image for page in pages for step in (STEPS // 3, 2 * STEPS // 3, -1)]
    save_gif([one for page in pages for one in page], path, telling)
    return path


def _stopped() -> int:
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Save the moving picture in `docs/pictures`, or elsewhere, and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures" / "evening.gif")
    asked = parser.parse_args(arguments)
    with a_screen():
        app = QApplication.instance() or QApplication([])
        path = animated(asked.out)
        print(f"{path}: {path.stat().st_size / 1000:.0f} kB")
        del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
