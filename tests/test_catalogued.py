"""Phones, paper and report in a language that marks every message: nothing bypasses it."""

import html
import re

import pytest
from pytestqt.qtbot import QtBot

from dilemmaspel.debrief.report.html import html_page
from dilemmaspel.debrief.report.making import report_of
from dilemmaspel.debrief.report.source import source_of
from dilemmaspel.desktop.printing.documents import Document
from dilemmaspel.desktop.reports.figures import drawing
from dilemmaspel.phones.pages.render import page
from tests.desktop.looking import Known, Marked, strings, unmarked, written_by_authors
from tests.desktop.printing.paper import OF_A_SCENARIO, pages, said
from tests.desktop.samples import played
from tests.phones.pages import states

T = Marked()
USERS = ("Waterkant", "Welzijn Waterkant", "Samira van het wijkteam", "reiger", "REIGER")
NAMES = ("Dilemmaspel", "Nederlands", "English")
HEARD = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')
UNSEEN = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)


def read(markup: str) -> str:
    """What is read or heard of a page."""
    return html.unescape("\n".join((UNSEEN.sub("\n", markup), *HEARD.findall(markup))))


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


@pytest.mark.parametrize("document", OF_A_SCENARIO)
def test_no_word_on_paper_bypasses_the_catalogue(qtbot: QtBot, document: Document) -> None:
    written = said(*pages(document, t=T)).replace(" – ", " - ")
    assert written.count("«") >= 10
    known = Known((*written_by_authors(), *USERS, *NAMES))
    theirs = set(re.findall(r"\w+", "\n".join(written_by_authors())))
    assert set(unmarked(written, known)) - theirs == set()


def test_no_word_of_a_report_bypasses_the_catalogue(qtbot: QtBot) -> None:
    state = played()[-1].state
    report = report_of(T, source_of(state, "2a855de4f5", 1_700_000_000_000))
    markup = "".join(html_page(report, drawing(T), T))
    assert markup.count("«") > 500
    known = Known((*written_by_authors(), *USERS, *NAMES, state.session))
    assert unmarked(read(markup), known) == []
