"""Can everybody read this? Asked with every size of letters and every mark that pages use."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.layout import Kind
from dilemmaspel.desktop.beamer.page import Painted
from dilemmaspel.desktop.beamer.pages.reading import MARKS
from dilemmaspel.game.phases import Page
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.beamer.paper import look, picture
from tests.desktop.beamer.test_joining import INSIDE
from tests.desktop.samples import at

LANGUAGES = pytest.mark.parametrize("language", ["nl", "en"])


def asked(language: str, theme: str = "light") -> Painted:
    return picture(at(Page.WELCOME), replace(look(theme, language), reading=True))[1]


@LANGUAGES
def test_the_test_page_shows_the_sizes_that_pages_use(qtbot: QtBot, language: str) -> None:
    drawn, sizes = asked(language).drawn, load_theme().beamer
    found = {one.size for one in drawn}
    assert found >= {sizes.text, sizes.axis}
    assert max(one.size for one in drawn if one.kind is Kind.QUESTION) >= sizes.question
    assert sum(one.words for one in drawn) <= 40
    assert [one.text for one in drawn if not INSIDE.contains(one.box)] == []
    over = [
        (one.text, other.text)
        for number, one in enumerate(drawn)
        for other in drawn[number + 1 :]
        if one.box.intersects(other.box)
    ]
    assert over == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_test_page_shows_the_marks_that_differ_in_every_eye(qtbot: QtBot, theme: str) -> None:
    letters = [load_theme(theme).option(number).letter for number in range(MARKS)]
    written = [one.text for one in asked("nl", theme).drawn]
    assert [one for one in written if one in letters] == letters


def test_it_is_asked_over_any_page_heard_and_gone_with_the_next(qtbot: QtBot) -> None:
    canvas = BeamerCanvas(load_theme(), Texts("nl"), lambda: 0)
    qtbot.addWidget(canvas)
    canvas.resize(480, 270)
    canvas.set_motion(False)
    canvas.show_view(at(Page.WELCOME))
    before = canvas.grab().toImage()
    canvas.set_reading(shown=True)
    assert canvas.grab().toImage() != before
    assert canvas.accessibleName() == "Op de beamer: Kan iedereen dit lezen?"
    canvas.set_reading(shown=False)
    assert canvas.grab().toImage() == before
    canvas.set_reading(shown=True)
    canvas.show_view(at(Page.AGREEMENTS))
    assert not canvas.asks_reading
