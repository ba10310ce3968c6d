"""Take the pictures in `docs/pictures` from real windows, with the longest shipped texts.

    python tools/pictures.py --out docs/pictures

Run it under a screen of at least 1920 by 1080 (`xvfb-run -s "-screen 0 1920x1080x24"` where
there is none). Every picture is of a session that is played by itself, never drawn by hand.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from PySide6.QtGui import QImage, QPainter  # noqa: E402 # the project is found first
from PySide6.QtWidgets import QApplication  # noqa: E402

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas  # noqa: E402
from dilemmaspel.desktop.beamer.look import Look  # noqa: E402
from dilemmaspel.desktop.beamer.page import paint_page  # noqa: E402
from dilemmaspel.desktop.beamer.pictures import FolderPictures  # noqa: E402
from dilemmaspel.desktop.beamer.window import BeamerWindow  # noqa: E402
from dilemmaspel.desktop.style import apply_style  # noqa: E402
from dilemmaspel.game.phases import Page  # noqa: E402
from dilemmaspel.game.views import PublicView  # noqa: E402
from dilemmaspel.paths import scenarios_dir  # noqa: E402
from dilemmaspel.texts import Texts  # noqa: E402
from dilemmaspel.theme import load_theme  # noqa: E402
from tests.desktop.samples import FLAGSHIPS, Moment, played  # noqa: E402

SIZE: Final = (1920, 1080)
DARK_TOO: Final = frozenset({"reveal-single_choice", "shift-single_choice", "vote-single_choice"})
BY_TYPE: Final = frozenset({Page.VOTE, Page.REVEAL, Page.SHIFT, Page.DECISION})
ELAPSED: Final = 0.62
"""How far the time of a phase has gone in the pictures."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A page to take a picture of, and the scenario it comes from."""

    name: str
    scenario: str
    view: PublicView


def longest_shots() -> tuple[Shot, ...]:
    """For every page, and every type of question, the one with the most letters on it."""
    best: dict[str, tuple[int, Shot]] = {}
    for scenario_id in FLAGSHIPS:
        for moment in played(scenario_id):
            shot = Shot(_name(moment), scenario_id, moment.view)
            letters = _letters(moment.view)
            if shot.name not in best or letters > best[shot.name][0]:
                best[shot.name] = (letters, shot)
    return tuple(shot for _, shot in best.values())


def _name(moment: Moment) -> str:
    view = moment.view
    if view.page not in BY_TYPE or view.dilemma is None:
        return view.page.value
    kind = view.dilemma.type.value
    if view.vote is not None and view.vote.vote.value in {"runoff", "consent_check"}:
        kind = view.vote.vote.value
    return f"{view.page.value}-{kind}"


def _letters(view: PublicView) -> int:
    image = QImage(192, 108, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    painted = paint_page(painter, view, Look(load_theme(), Texts("nl")))
    painter.end()
    voted = view.vote.cast if view.vote else 0
    return sum(len(one.text) for one in painted.drawn) + voted


def beamer_pictures(out: Path, shots: Iterable[Shot], theme: str = "light") -> list[Path]:
    """Show each page in the beamer's window and save what stands there."""
    window = BeamerWindow(load_theme(theme), Texts("nl"), _Still())
    window.canvas.set_motion(False)
    window.resize(*SIZE)
    window.show()
    saved: list[Path] = []
    for shot in shots:
        still = _Still.of(shot.view)
        _dress(window.canvas, shot, still)
        ending = "" if theme == "light" else f"-{theme}"
        path = out / f"beamer-{shot.name}{ending}.png"
        save(window.grab().toImage(), path)
        saved.append(path)
    window.close()
    window.deleteLater()
    return saved


def _dress(canvas: BeamerCanvas, shot: Shot, still: "_Still") -> None:
    canvas.set_pictures(FolderPictures(scenarios_dir() / shot.scenario))
    canvas.set_code("7K3Q-9XWD" if shot.view.page is Page.CLOSING else "")
    canvas.set_now(still)
    canvas.show_view(shot.view)


class _Still:
    """A clock that stands still at one moment."""

    def __init__(self, moment: int = 0) -> None:
        self._moment = moment

    @classmethod
    def of(cls, view: PublicView) -> "_Still":
        """The moment at which a good part of the view's time has gone."""
        return cls((view.clock.since or 0) + round(view.clock.planned * ELAPSED))

    def __call__(self) -> int:
        return self._moment


def save(image: QImage, path: Path) -> None:
    """Save a picture as small as PNG can be, or stop with the path that could not be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path), "PNG", 0):  # type: ignore[call-overload] # the stub wants bytes
        raise SystemExit(f"Could not write {path}.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    out: Path = parser.parse_args(arguments).out
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        apply_style(app, load_theme())
    shots = longest_shots()
    saved = beamer_pictures(out, shots)
    saved += beamer_pictures(out, [s for s in shots if s.name in DARK_TOO], "dark")
    print(f"{len(saved)} pictures in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
