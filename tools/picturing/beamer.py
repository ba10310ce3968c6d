"""Pictures of the beamer: every page, with the scenario that has most to say on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.page import paint_page
from dilemmaspel.desktop.beamer.pictures import FolderPictures
from dilemmaspel.desktop.beamer.window import BeamerWindow
from dilemmaspel.game.phases import Page
from dilemmaspel.game.views import PublicView
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.samples import FLAGSHIPS, SHIPPED, Moment, played
from tools.picturing.png import save

SIZE: Final = (1920, 1080)
DARK_TOO: Final = frozenset({"reveal-single_choice", "shift", "vote-single_choice"})
BY_TYPE: Final = frozenset({Page.VOTE, Page.REVEAL, Page.SHIFT, Page.DECISION})
PLAIN: Final = {"shift-single_choice": "shift"}
"""The page that everybody remembers has the plain name."""
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


def scenario_pictures(out: Path) -> list[Path]:
    """Show one page of every scenario: the first of its story, with its picture."""
    shots = []
    for scenario_id in SHIPPED:
        told = (one.view for one in played(scenario_id) if one.view.page is Page.STORY)
        shots.append(Shot(scenario_id, scenario_id, next(told)))
    window = _window("light")
    saved = []
    for shot in shots:
        _dress(window.canvas, shot)
        path = out / f"scenario-{shot.name}.png"
        smooth = Qt.TransformationMode.SmoothTransformation
        save(window.grab().toImage().scaledToWidth(SIZE[0] // 2, smooth), path)
        saved.append(path)
    window.close()
    window.deleteLater()
    return saved


def _window(theme: str) -> BeamerWindow:
    window = BeamerWindow(load_theme(theme), Texts("nl"), _Still())
    window.canvas.set_motion(False)
    window.resize(*SIZE)
    window.show()
    return window


def _name(moment: Moment) -> str:
    view = moment.view
    if view.page not in BY_TYPE or view.dilemma is None:
        return view.page.value
    kind = view.dilemma.type.value
    if view.vote is not None and view.vote.vote.value in {"runoff", "consent_check"}:
        kind = view.vote.vote.value
    name = f"{view.page.value}-{kind}"
    return PLAIN.get(name, name)


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
    window = _window(theme)
    saved: list[Path] = []
    for shot in shots:
        _dress(window.canvas, shot)
        ending = "" if theme == "light" else f"-{theme}"
        path = out / f"beamer-{shot.name}{ending}.png"
        save(window.grab().toImage(), path)
        saved.append(path)
    window.close()
    window.deleteLater()
    return saved


def _dress(canvas: BeamerCanvas, shot: Shot) -> None:
    canvas.set_pictures(FolderPictures(scenarios_dir() / shot.scenario))
    canvas.set_code("7K3Q-9XWD" if shot.view.page is Page.CLOSING else "")
    canvas.set_now(_Still.of(shot.view))
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
