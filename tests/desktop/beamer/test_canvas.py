"""The canvas paints when something changed, keeps its last good picture, and can be heard."""

import logging
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.beamer import canvas as canvas_module
from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.page import paint_page
from dilemmaspel.game.phases import Page
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import Texts
from dilemmaspel.theme import THEMES, load_theme
from tests.desktop.samples import at, views


class Counted:
    """Counts how often a page is painted, and fails when told to."""

    def __init__(self) -> None:
        self.pages = 0
        self.fails = False

    def __call__(self, *given: object, **named: object) -> object:
        self.pages += 1
        if self.fails:
            raise RuntimeError("ink is finished")
        return paint_page(*given, **named)  # type: ignore[arg-type] # handed on as it came


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    found = Counted()
    monkeypatch.setattr(canvas_module, "paint_page", found)
    return found


@pytest.fixture
def made(qtbot: QtBot) -> Callable[[], BeamerCanvas]:
    def make() -> BeamerCanvas:
        canvas = BeamerCanvas(load_theme(), Texts("en"), lambda: 0)
        qtbot.addWidget(canvas)
        canvas.set_motion(False)
        canvas.resize(480, 270)
        canvas.grab()  # the first one lays the widget out
        return canvas

    return make


def seen(canvas: BeamerCanvas) -> QImage:
    return canvas.grab().toImage()


def test_the_same_view_is_painted_once(made: Callable[[], BeamerCanvas], counted: Counted) -> None:
    canvas = made()
    canvas.show_view(at(Page.VOTE))
    seen(canvas)
    canvas.show_view(replace(at(Page.VOTE)))
    seen(canvas)
    assert counted.pages == 1


def test_a_ballot_that_comes_in_is_seen(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    first, second = [view for view in views() if view.page is Page.VOTE][:2]
    canvas.show_view(first)
    before = seen(canvas)
    canvas.show_view(second)
    assert seen(canvas) != before


def test_the_clock_moves_without_painting_the_page_again(
    made: Callable[[], BeamerCanvas], counted: Counted
) -> None:
    canvas = made()
    view = at(Page.TALK)
    canvas.show_view(view)
    before = seen(canvas)
    canvas.show_view(replace(view, clock=replace(view.clock, spent=view.clock.planned // 2)))
    assert seen(canvas) != before
    assert counted.pages == 1


def test_bars_grow_once_and_are_then_still(made: Callable[[], BeamerCanvas], qtbot: QtBot) -> None:
    canvas = made()
    canvas.set_motion(True)
    view = at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE)
    canvas.show_view(view)
    assert canvas.is_moving
    qtbot.waitUntil(lambda: not canvas.is_moving, timeout=2_000)
    grown = seen(canvas)
    canvas.show_view(replace(view, show_numbers=not view.show_numbers))
    assert not canvas.is_moving
    assert seen(canvas) == grown


@pytest.mark.parametrize("theme", THEMES)
def test_movement_takes_at_most_three_tenths_of_a_second(
    made: Callable[[], BeamerCanvas], theme: str
) -> None:
    canvas = made()
    canvas.set_theme(load_theme(theme))
    moving = canvas.findChildren(QVariantAnimation)
    assert moving
    assert max(one.totalDuration() for one in moving) <= 300


def test_without_motion_bars_are_there_at_once(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    canvas.show_view(at(Page.REVEAL, kind=QuestionType.SINGLE_CHOICE))
    assert not canvas.is_moving


@pytest.mark.logs_errors
def test_a_page_that_fails_leaves_the_last_good_picture(
    made: Callable[[], BeamerCanvas], counted: Counted, caplog: pytest.LogCaptureFixture
) -> None:
    canvas = made()
    canvas.show_view(views()[0])
    good = seen(canvas)
    counted.fails = True
    with caplog.at_level(logging.ERROR):
        for view in (at(Page.AGREEMENTS), at(Page.ROLES), at(Page.AGREEMENTS)):
            canvas.show_view(replace(view, clock=views()[0].clock))
            assert seen(canvas) == good
    assert len(caplog.records) == 2


def test_the_page_is_heard_as_sentences(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    view = at(Page.VOTE)
    canvas.show_view(view)
    seen(canvas)
    assert canvas.accessibleName() == "On the beamer: Vote"
    assert view.dilemma is not None
    assert view.dilemma.question in canvas.accessibleDescription()
    assert "0 of 13 have voted" in canvas.accessibleDescription()


def test_a_dark_beamer_is_dark_to_its_edges(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    canvas.resize(480, 480)
    canvas.show_view(replace(views()[0], blank=True))
    image = seen(canvas)
    assert {image.pixelColor(x, y).value() for x in (1, 240, 478) for y in (1, 240, 478)} == {0}
    assert canvas.accessibleName() == "The beamer is dark"


def test_the_page_keeps_its_proportions_on_a_square_screen(
    made: Callable[[], BeamerCanvas],
) -> None:
    canvas = made()
    canvas.resize(400, 400)
    canvas.show_view(at(Page.TALK))
    ground = load_theme().colour("ground").lower()
    assert seen(canvas).pixelColor(200, 20).name() == ground


def test_another_theme_or_language_paints_anew(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    canvas.show_view(at(Page.AGREEMENTS))
    light = seen(canvas)
    canvas.set_theme(load_theme("dark"))
    dark = seen(canvas)
    assert light != dark
    canvas.set_theme(load_theme())
    assert seen(canvas) == light


def test_nothing_is_shown_before_there_is_a_view(made: Callable[[], BeamerCanvas]) -> None:
    canvas = made()
    image = seen(canvas)
    assert image.pixelColor(10, 10).name() == load_theme().colour("ground").lower()
    assert canvas.view is None
