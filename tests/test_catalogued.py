"""Beamer, phones, paper, report and commands, with every message marked: nothing bypasses it."""

import html
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from dilemmaspel.cli import main
from dilemmaspel.debrief.report.html import html_page
from dilemmaspel.debrief.report.making import report_of
from dilemmaspel.debrief.report.source import source_of
from dilemmaspel.desktop.beamer.frame import short_title
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.printing.documents import Document
from dilemmaspel.desktop.reports.figures import drawing
from dilemmaspel.desktop.reports.pdf import report_pages
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.phones.pages.render import page
from dilemmaspel.theme import load_theme
from tests.desktop.beamer.paper import every_kind_of_page, painted
from tests.desktop.looking import Known, Marked, strings, unmarked, written_by_authors
from tests.desktop.printing.paper import OF_A_SCENARIO, pages, said
from tests.desktop.samples import played
from tests.phones.pages import states

T = Marked()
USERS = ("Waterkant", "Welzijn Waterkant", "Samira van het wijkteam", "reiger", "REIGER")
NAMES = ("Dilemmaspel", "Nederlands", "English")
HEARD = re.compile(r'(?:aria-label|title|placeholder|alt|data-words)="([^"]*)"')
"""What is heard, and what the script of a phone says."""
UNSEEN = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)


def read(markup: str) -> str:
    """What is read or heard of a page."""
    return html.unescape("\n".join((UNSEEN.sub("\n", markup), *HEARD.findall(markup))))


SCHAKEL = "f1-de-schakel"
TYPED = (
    ("simulate", SCHAKEL, "--participants", "4", "--db", "{log}"),
    ("simulate", "nowhere"),
    ("simulate", "{broken}"),
    ("sessions", "--db", "{log}"),
    ("sessions", "--db", "{folder}/none.sqlite"),
    ("verify", "{log}"),
    ("verify", "{broken}"),
    ("merge", "{log}", "--into", "{folder}/both.sqlite"),
    ("report", "latest", "-o", "{folder}/out.doc", "--db", "{log}"),
    ("report", "--all", "-o", "{folder}/out.pdf", "--db", "{log}"),
    ("report", "nowhere", "-o", "{folder}/out.json", "--db", "{log}"),
    ("check", "{broken}"),
    ("check", "{scenarios}/p1-de-volle-wachtkamer", "--content", "--verbose"),
    ("new", "Onze wijk", "--folder", "{folder}"),
    ("map", SCHAKEL, "--text"),
)
"""What is asked of the command line."""
FILES = ("log", "sqlite", "none", "scenario", "yaml", "onze", "wijk", "nowhere", "zip", "json")
"""Parts of names that were typed, and endings of files."""
MISTAKES = ("schema", "dilemmaspel", "titel", "title", "version", "dilemmas", "funding")
"""Keys and values that stand in a scenario file."""


def theirs() -> set[str]:
    """Every word that an author wrote: on paper a line may end inside what they wrote."""
    return set(re.findall(r"\w+", "\n".join((*written_by_authors(), *USERS))))


def test_no_word_on_a_phone_bypasses_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "Texts", Marked)
    every = states.states()
    given = (text for shown in every.values() for text in strings(shown))
    known = Known((*written_by_authors(), *USERS, *NAMES, *given))
    loose = {
        name: found
        for name, shown in every.items()
        if (found := unmarked(read(page(shown.screen, T, shown.framed("nl"))), known))
    }
    assert loose == {}
    assert len(every) >= 60


def test_no_word_on_the_beamer_bypasses_the_catalogue(qtbot: QtBot) -> None:
    marked, loose = Look(load_theme(), T, code="7K3-9QX"), {}
    for name, view, dress in every_kind_of_page(marked):
        page = painted(view, dress)
        short = (short_title(view.scenario), view.place.split(",")[0])
        given = (*short, *strings(view), *strings(dress.join))
        known = Known((*written_by_authors(), *USERS, *NAMES, *given))
        words = "\n".join((*(one.text for one in page.drawn), *page.sentences))
        if found := unmarked(words, known):
            loose[name] = found
    assert loose == {}


@pytest.mark.parametrize("document", OF_A_SCENARIO)
def test_no_word_on_paper_bypasses_the_catalogue(qtbot: QtBot, document: Document) -> None:
    written = said(*pages(document, t=T)).replace(" – ", " - ")
    assert written.count("«") >= 10
    known = Known((*written_by_authors(), *USERS, *NAMES))
    assert set(unmarked(written, known)) - theirs() == set()


def test_no_word_of_a_report_bypasses_the_catalogue(qtbot: QtBot) -> None:
    state = played()[-1].state
    report = report_of(T, source_of(state, "2a855de4f5", 1_700_000_000_000))
    markup = "".join(html_page(report, drawing(T), T))
    assert markup.count("«") > 500
    known = Known((*written_by_authors(), *USERS, *NAMES, state.session))
    assert unmarked(read(markup), known) == []
    written = said(*report_pages(report, T))
    assert written.count("«") > 200
    assert set(unmarked(written, known)) - theirs() == set()


def test_no_word_of_a_command_bypasses_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("cli", "authoring"):
        monkeypatch.setattr(f"dilemmaspel.{module}.texts_here", Marked)
    broken = tmp_path / "scenario.yaml"
    broken.write_text("schema: dilemmaspel/1\nid: x\ntitel: y\n")
    places = {"log": tmp_path / "log.sqlite", "broken": broken}
    places |= {"folder": tmp_path, "scenarios": scenarios_dir()}
    known = Known((*written_by_authors(), *FILES, *MISTAKES, *str(tmp_path).split("/")))
    loose, said = {}, 0
    for typed in TYPED:
        words = [word.format(**places) for word in typed]
        output = CliRunner().invoke(main, words).output
        said += "«" in output
        if found := unmarked(output, known):
            loose[typed] = found
    assert loose == {}
    assert said == len(TYPED)
