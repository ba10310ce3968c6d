"""A look at one dilemma, played by bots and kept nowhere."""

from pathlib import Path

import pytest

from dilemmaspel.game.ids import DilemmaId, OptionId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.glimpses import glimpses
from tests.desktop.samples import FLAGSHIPS, scenario


@pytest.mark.parametrize("name", FLAGSHIPS)
def test_every_dilemma_is_seen_from_its_story_to_its_ending(name: str) -> None:
    for dilemma in scenario(name).dilemmas:
        seen = glimpses(scenario(name), dilemma.id)
        pages = [one.view.page for one in seen]
        assert {Page.STORY, Page.VOTE, Page.REVEAL, Page.DECISION, Page.ENDING} <= set(pages)
        shown = {one.view.dilemma.id for one in seen if one.view.dilemma}
        assert shown == {dilemma.id}
        assert len({one.place for one in seen}) == len(seen)


def test_a_dilemma_is_seen_though_its_condition_would_not_hold() -> None:
    seen = glimpses(scenario(), DilemmaId("d4z"))

    assert any(one.view.page is Page.DECISION for one in seen)


def test_a_vote_is_seen_while_people_vote() -> None:
    (vote,) = (g for g in glimpses(scenario(), DilemmaId("d1")) if g.view.phase is Phase.VOTE1)

    assert vote.view.vote is not None
    assert 0 < vote.view.vote.cast < len(vote.state.seats)


@pytest.mark.parametrize("option", ["a", "b", "c", "d"])
def test_the_group_chooses_what_the_author_wants_to_see(option: str) -> None:
    seen = glimpses(scenario(), DilemmaId("d1"), OptionId(option))

    (taken,) = seen[-1].state.flow.decisions.values()
    assert taken.chosen.options == (option,)


def test_all_points_can_go_to_one_option() -> None:
    option = OptionId("inwoners")
    seen = glimpses(scenario(), DilemmaId("d2"), option)

    (taken,) = seen[-1].state.flow.decisions.values()
    assert taken.chosen.shares[option] == 100


def test_the_same_file_gives_the_same_pages() -> None:
    assert glimpses(scenario(), DilemmaId("d1")) == glimpses(scenario(), DilemmaId("d1"))


def test_nothing_is_kept(home: Path) -> None:
    glimpses(scenario(), DilemmaId("d1"))

    assert not list(home.rglob("*"))


def test_an_unknown_dilemma_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        glimpses(scenario(), DilemmaId("nope"))
