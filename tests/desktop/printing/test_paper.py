"""Every page of every document can be printed: nothing is cut, nothing overlaps."""

import pytest

from dilemmaspel.desktop.printing.documents import Document
from dilemmaspel.desktop.printing.page import Page
from dilemmaspel.texts import Texts
from tests.desktop.printing.paper import (
    DUTCH,
    ENGLISH,
    OF_A_SCENARIO,
    agreements,
    job,
    off_the_paper,
    overlapping,
    pages,
    said,
    wordy,
)
from tests.desktop.samples import FLAGSHIPS, scenario

pytestmark = pytest.mark.usefixtures("qapp")

SMALLEST = 7.0
"""In points: what is at the edge of a page; everything to read in a session is larger."""


@pytest.mark.parametrize("document", OF_A_SCENARIO)
@pytest.mark.parametrize("of", FLAGSHIPS)
@pytest.mark.parametrize("t", [DUTCH, ENGLISH], ids=["nl", "en"])
def test_every_word_of_a_shipped_scenario_stands_free_and_on_the_paper(
    document: Document, of: str, t: Texts
) -> None:
    for page in pages(document, job(of, agreements=agreements(3)), t):
        assert off_the_paper(page) == []
        assert overlapping(page) == []
        assert min(text.style.points for text in page.texts) >= SMALLEST


@pytest.mark.parametrize("document", OF_A_SCENARIO)
@pytest.mark.parametrize("of", FLAGSHIPS)
def test_texts_that_are_far_too_long_become_smaller_and_are_never_cut(
    document: Document, of: str
) -> None:
    for page in pages(document, job(scenario=wordy(scenario(of)), agreements=agreements(3))):
        assert off_the_paper(page) == []
        assert overlapping(page) == []


@pytest.mark.parametrize("document", OF_A_SCENARIO)
def test_every_page_says_which_of_how_many_it_is(document: Document) -> None:
    made = pages(document)
    for number, page in enumerate(made, 1):
        assert f"pagina {number} van {len(made)}" in said(page)


@pytest.mark.parametrize("document", OF_A_SCENARIO)
def test_every_page_says_what_scenario_it_belongs_to(document: Document) -> None:
    for page in pages(document):
        assert "De Schakel" in said(page)


@pytest.mark.parametrize("document", OF_A_SCENARIO)
def test_laying_out_twice_gives_the_same_pages(document: Document) -> None:
    first, second = (pages(document) for _ in range(2))
    assert [page.items for page in first] == [page.items for page in second]


def test_an_empty_page_has_no_words() -> None:
    assert Page().texts == ()
