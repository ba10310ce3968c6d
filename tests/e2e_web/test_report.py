"""The report as a page in a real browser: for everybody, in light and dark, wide and narrow."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QGuiApplication

from dilemmaspel.cli import main
from tests.debrief.logged import FLAGSHIPS, rows_in
from tests.e2e_web.conftest import noted

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ALL_BUT_LETTERS_IN_FIGURES = {"exclude": [["figure svg"]]}
"""What colour lies under a letter of a drawing axe cannot tell; the figures have own tests."""

OF_FIGURES = {"runOnly": ["svg-img-alt", "role-img-alt", "duplicate-id-aria"]}
BY_COLOUR = {"runOnly": ["color-contrast", "link-in-text-block"]}


def complaints(page: "Page", context: object = None, options: object = None) -> list[str]:
    """What axe-core finds."""
    from axe_playwright_python.sync_playwright import Axe

    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    run = "([context, options]) => axe.run(context || document, options || {})"
    found: dict[str, Any] = page.evaluate(run, [context, options])
    return [
        f"{rule['id']}: {node['html'][:120]} {node.get('failureSummary', '')[:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


@pytest.fixture(scope="module")
def report(
    played_log: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QGuiApplication
) -> Path:
    """The page of one flagship; the others are made of the same blocks."""
    asked = "SELECT id FROM sessions WHERE scenario_id = ?"
    (row,) = rows_in(played_log, asked, FLAGSHIPS[1])
    path = tmp_path_factory.mktemp("page") / "r.html"
    words = ["report", row["id"], "-o", str(path), "--db", str(played_log)]
    assert CliRunner().invoke(main, words, env={"DILEMMASPEL_LANGUAGE": "nl"}).exit_code == 0
    return path


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """A tab without a network, in which anything that the page complains of fails the test."""
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    faults = noted(tab)
    yield tab
    context.close()
    assert faults == []


def test_axe_finds_nothing(page: "Page", report: Path) -> None:
    page.goto(report.as_uri())
    assert complaints(page, ALL_BUT_LETTERS_IN_FIGURES) == []
    assert complaints(page, options=OF_FIGURES) == []


def test_it_can_be_read_on_a_narrow_screen_and_in_the_dark(page: "Page", report: Path) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(report.as_uri())
    assert complaints(page, ALL_BUT_LETTERS_IN_FIGURES, BY_COLOUR) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_typeface_comes_with_the_page(page: "Page", report: Path) -> None:
    page.goto(report.as_uri())
    page.evaluate("document.fonts.ready")
    assert page.evaluate("document.fonts.check('16px Atkinson')")
    loaded = "[...document.fonts].filter(f => f.status === 'loaded').length"
    assert page.evaluate(loaded) == 2


def test_on_paper_every_part_begins_a_page_and_nothing_needs_a_click(
    page: "Page", report: Path, tmp_path: Path
) -> None:
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    hidden = "[...document.querySelectorAll('nav, .skip')].every(e => !e.checkVisibility())"
    assert page.evaluate(hidden)
    parts = page.evaluate("document.querySelectorAll('section').length")
    assert page.pdf(format="A4").count(b"/Type /Page\n") >= parts
