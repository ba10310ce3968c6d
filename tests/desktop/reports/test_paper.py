"""The report on paper: a page per dilemma however much was said, and nothing lost or cut off."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.making import report_of
from dilemmaspel.debrief.report.source import source_of
from dilemmaspel.desktop.printing.lettering import typeset
from dilemmaspel.desktop.printing.page import Drawing, Page
from dilemmaspel.desktop.reports.pdf import report_pages
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.reporting import Found, listed, read
from dilemmaspel.texts import Texts
from tests.debrief.logged import FLAGSHIPS
from tests.desktop.printing.paper import LONG, off_the_paper, overlapping, said

NL, EN = Texts("nl"), Texts("en")


@pytest.fixture(scope="module")
def found(played_log: Path, qapp: QGuiApplication) -> dict[str, Found]:
    load_fonts()
    return {info.scenario_id: read(played_log, info) for info in listed(played_log)}


def report(found: Found, t: Texts = NL) -> d.Report:
    return report_of(t, source_of(found.loaded.state, found.check_code, found.info.ended_at))


def with_sayings(of: d.Report, count: int, text: str) -> d.Report:
    """The same with many sayings in the first dilemma."""
    more = d.Sayings("Redenen", tuple(d.Saying(f"{n}: {text}") for n in range(1, count + 1)))
    first, *rest = of.sections
    blocks = (*(b for b in first.blocks if not isinstance(b, d.Sayings)), more)
    return replace(of, sections=(replace(first, blocks=blocks), *rest))


def of_dilemma(pages: tuple[Page, ...], number: int, t: Texts = NL) -> list[Page]:
    words = t("Dilemma {n} of {all}", n=number, all=4)
    return [page for page in pages if words in said(page)]


@pytest.mark.parametrize("name", FLAGSHIPS)
@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
def test_every_dilemma_has_one_page_and_nothing_falls_off(
    found: dict[str, Found], name: str, t: Texts
) -> None:
    pages = report_pages(report(found[name], t), t)
    for number in (1, 2, 3, 4):
        (page,) = of_dilemma(pages, number, t)
        assert sum(isinstance(item, Drawing) for item in page.items) == 1
    assert [words for page in pages for words in off_the_paper(page)] == []
    assert [pair for page in pages for pair in overlapping(page)] == []


def test_what_was_said_and_has_no_room_stands_on_the_next_page(found: dict[str, Found]) -> None:
    whole = with_sayings(report(found[FLAGSHIPS[0]]), 40, "omdat het anders niet lukt")
    pages = report_pages(whole, NL)
    first = of_dilemma(pages, 1)[0]
    assert "op de volgende pagina" in said(first)
    assert "Wat het meteen deed" in said(first) or "Speelwaarden" in said(first)
    told = re.findall(r"(\d+): omdat", said(*pages))
    assert Counter(map(int, told)) == Counter(range(1, 41))
    assert [words for page in pages for words in off_the_paper(page)] == []


def test_texts_that_are_far_too_long_are_never_cut(found: dict[str, Found]) -> None:
    whole = with_sayings(report(found[FLAGSHIPS[0]]), 6, LONG)
    first, *rest = whole.sections
    blocks = tuple(
        replace(b, outcome=LONG, how=(LONG,)) if isinstance(b, d.Verdict) else b
        for b in first.blocks
    )
    first = replace(first, title=LONG[:300], eyebrow=LONG[:150], blocks=blocks)
    pages = report_pages(replace(whole, title=LONG[:200], sections=(first, *rest)), NL)
    assert [words for page in pages for words in off_the_paper(page)] == []
    words = " ".join(said(*pages).split())
    assert typeset(LONG).split()[-1] in words
    assert all(f"{n}: Een" in words for n in range(1, 7))


def test_a_long_list_of_agreements_goes_on_with_its_heads(found: dict[str, Found]) -> None:
    whole = report(found[FLAGSHIPS[0]])
    heads = (d.Head("Wat"), d.Head("Wie"), d.Head("Wanneer"))
    rows = tuple((f"afspraak {n} en wat erbij hoort", "wij", "maandag") for n in range(1, 81))
    agreed = d.Section("agreements", "Afspraken", (d.Grid("Afspraken", heads, rows),))
    pages = report_pages(replace(whole, sections=(agreed,)), NL)
    told = [page for page in pages if "afspraak" in said(page)]
    assert len(told) > 1
    assert all("Wanneer" in said(page) for page in told)
    assert all(f"afspraak {n} en" in said(*told) for n in range(1, 81))
    assert [words for page in told for words in off_the_paper(page)] == []
