"""A busy year is told on more than one front page; it ends when the last one is left."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.frames import NEWS_LINES, NEWS_WORDS, news_pages
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.scenario import Delayed, Dilemma, Option
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.steps import pages, stop_here
from tests.game.playing import SCHAKEL, Play, changed, flagship

LINES = st.lists(st.integers(1, 60).map(lambda n: " ".join(["woord"] * n)), max_size=12)


def busy(count: int, after: int) -> Play:
    """A session in which the first decision makes the news, some years later."""
    said = tuple(Delayed(after, news=f"Bericht {n} van dit jaar.") for n in range(count))

    def loud(option: Option) -> Option:
        return replace(option, outcome=replace(option.outcome, delayed=said))

    def change(dilemma: Dilemma) -> Dilemma:
        return replace(dilemma, options=tuple(map(loud, dilemma.options)))

    scenario = changed(flagship(SCHAKEL), "d1", change)
    return Play(scenario).people("inwoner", "beleidsmedewerker", "zorgaanbieder")


@given(lines=LINES)
def test_no_line_is_lost_and_no_page_is_too_full(lines: list[str]) -> None:
    cut = news_pages(lines)
    assert [line for page in cut for line in page] == lines
    for page in cut:
        assert 1 <= len(page) <= NEWS_LINES
        assert len(page) == 1 or len(" ".join(page).split()) <= NEWS_WORDS


@pytest.mark.parametrize(("count", "sizes"), [(3, [3]), (4, [2, 2]), (5, [3, 2]), (7, [3, 3, 1])])
def test_pages_are_about_equally_full(count: int, sizes: list[int]) -> None:
    assert [len(page) for page in news_pages(["kort"] * count)] == sizes


def test_long_lines_need_more_pages_than_an_even_share_has() -> None:
    long, short = "woord " * NEWS_WORDS, "kort"
    assert [len(p) for p in news_pages([short, short, short, long])] == [3, 1]


def test_a_year_goes_on_until_its_last_page_is_left() -> None:
    play = busy(5, after=4).until(Page.YEAR)
    year = play.state.flow.world.round
    assert public_view(play.state).news == tuple(f"Bericht {n} van dit jaar." for n in range(3))
    play.on()
    view = public_view(play.state)
    assert (view.page, view.year, len(view.news)) == (Page.YEAR, year, 2)
    play.on()
    assert play.state.flow.world.round == year + 1
    assert stop_here(play.state).index == 1
    play.on()
    play.on()
    assert public_view(play.state).page is Page.LINES
    assert play.state.flow.world.round == year + 2


def test_the_news_before_a_dilemma_takes_the_pages_that_it_needs() -> None:
    play = busy(4, after=3).until(Phase.NEWS_STORY, "d4")
    told = [stop for stop in pages(play.state) if stop.page is Page.NEWS]
    assert len(told) == 2
    first = public_view(play.state)
    assert first.news[0].startswith("De gemeente krijgt minder geld")
    play.on()
    second = public_view(play.state)
    assert second.page is Page.NEWS
    assert not set(first.news) & set(second.news)
    play.on()
    assert public_view(play.state).page is Page.STORY
