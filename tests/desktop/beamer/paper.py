"""Pages painted small, with what was written on them, for tests to measure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from dilemmaspel.debrief.cockpit import Cockpit, cockpit
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.page import Painted, paint_page
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.game.phases import Overlay
from dilemmaspel.game.setup import Kind, Voting
from dilemmaspel.game.views import PublicView
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.samples import FLAGSHIPS, Moment, played
from tools.picturing.joining import JOIN

SCALE = 0.1


@dataclass(frozen=True, slots=True)
class Sample:
    """A page of a session and what stands on it."""

    moment: Moment
    painted: Painted

    @property
    def view(self) -> PublicView:
        """What the page shows."""
        return self.moment.view


def look(theme: str = "light", language: str = "nl", progress: float = 1.0) -> Look:
    """How the pages of the tests are dressed."""
    return Look(load_theme(theme), Texts(language), progress=progress)


def painted(view: PublicView, dress: Look | None = None) -> Painted:
    """Paint one page and return what was written."""
    return picture(view, dress)[1]


def picture(
    view: PublicView, dress: Look | None = None, scale: float = SCALE
) -> tuple[QImage, Painted]:
    """Paint one page and return it with what was written."""
    assert QApplication.instance() is not None
    load_fonts()
    image = QImage(round(1920 * scale), round(1080 * scale), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    found = paint_page(painter, view, dress or look())
    painter.end()
    return image, found


@cache
def session(
    scenario_id: str,
    people: int = 13,
    kind: Kind = Kind.ROLE_PLAY,
    voting: Voting = Voting.PASSED,
    language: str = "nl",
) -> tuple[Sample, ...]:
    """Every page of a session that was played to its end, painted."""
    dress = look(language=language)
    return tuple(
        Sample(moment, painted(moment.view, dress))
        for moment in played(scenario_id, people, kind, voting)
    )


@cache
def _kinds_of_pages() -> tuple[tuple[str, PublicView, Cockpit | None], ...]:
    """A moment for every page and vote, every type of question on it, and every figure."""
    found = {}
    for scenario_id in FLAGSHIPS:
        for moment in played(scenario_id):
            view = moment.view
            about = view.dilemma.type if view.dilemma else view.question
            figure = cockpit(moment.state, view.question) if view.question is not None else None
            key = (view.page, about, view.vote.vote if view.vote else None)
            found[key] = (moment.name, view, figure)
    return tuple(found.values())


def every_kind_of_page(dress: Look) -> Iterator[tuple[str, PublicView, Look]]:
    """Name, view and look of every kind of page; last what is shown over any page."""
    for name, view, figure in _kinds_of_pages():
        yield name, view, replace(dress, cockpit=figure)
    first = _kinds_of_pages()[0][1]
    yield "paused", replace(first, overlay=Overlay.PAUSED), dress
    yield "reading", first, replace(dress, reading=True)
    yield "joining", first, replace(dress, join=JOIN)
