"""Who moved between the votes, per role, as the log keeps it."""

from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.results import moves_by_role
from tests.game.playing import Play

D1, D2 = DilemmaId("d1"), DilemmaId("d2")


def a_room() -> Play:
    return Play().people("inwoner", "inwoner", "huisarts").until(Phase.VOTE1)


def test_everybody_with_both_votes_stands_in_it_once() -> None:
    play = a_room().votes("a", "b", None)
    play.on()
    play.until(Phase.TALK)
    play.people("huisarts")
    play.on()
    play.votes("a", "c", "b", "b")
    assert moves_by_role(play.state, D1) == (
        ("inwoner", "a", "a"),
        ("inwoner", "b", "c"),
        ("huisarts", "", "b"),
    )


def test_a_show_of_hands_tells_nothing_of_who_moved() -> None:
    play = a_room()
    play.do(play.hands("inwoner", "a", 2))
    play.on(count_anyway=True)
    play.until(Page.SHIFT)
    assert moves_by_role(play.state, D1) == ()


def test_points_have_no_one_place_and_a_dilemma_that_is_not_there_has_no_moves() -> None:
    play = a_room()
    play.until(Phase.VOTE2, "d2")
    assert moves_by_role(play.state, D2) == ()
    assert moves_by_role(play.state, DilemmaId("nowhere")) == ()
