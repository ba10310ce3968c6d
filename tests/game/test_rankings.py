"""Borda, Schulze and the Condorcet winner against the references of game model 4, M9."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.measures import borda, condorcet_winner, schulze, schulze_tiers

TENNESSEE = [(42, list("MNCK")), (26, list("NCKM")), (15, list("CKNM")), (17, list("KCNM"))]
ROCK_PAPER_SCISSORS = [(1, list("abc")), (1, list("bca")), (1, list("cab"))]


def test_borda_gives_the_published_points_of_tennessee() -> None:
    assert borda(TENNESSEE, "MNCK") == {"M": 126, "N": 194, "C": 173, "K": 107}


def test_schulze_and_condorcet_agree_on_tennessee() -> None:
    assert schulze(TENNESSEE, "MNCK") == ("N", "C", "K", "M")
    assert condorcet_winner(TENNESSEE, "MNCK") == "N"


def test_schulze_gives_the_published_order_of_its_own_example() -> None:
    ballots = [
        (5, "ACBED"),
        (5, "ADECB"),
        (8, "BEDAC"),
        (3, "CABED"),
        (7, "CAEBD"),
        (2, "CBADE"),
        (7, "DCEBA"),
        (8, "EBADC"),
    ]
    assert schulze(ballots, "ABCDE") == ("E", "A", "C", "B", "D")
    assert condorcet_winner(ballots, "ABCDE") is None


def test_options_left_out_share_the_points_that_remain() -> None:
    assert borda([(2, ["c"])], "abcd") == {"a": 2, "b": 2, "c": 6, "d": 2}
    assert borda([(1, ["a"])], "abc") == {"a": 2, "b": Fraction(1, 2), "c": Fraction(1, 2)}


def test_an_option_left_out_stands_below_every_option_that_is_ranked() -> None:
    assert condorcet_winner([(3, ["b"]), (2, ["a", "b"])], "ab") == "b"
    assert schulze_tiers([(3, ["b"])], "abc") == (("b",), ("a", "c"))


def test_a_circle_has_no_condorcet_winner_and_one_tier() -> None:
    assert condorcet_winner(ROCK_PAPER_SCISSORS, "abc") is None
    assert schulze_tiers(ROCK_PAPER_SCISSORS, "abc") == (("a", "b", "c"),)


def test_without_ballots_there_is_no_winner_and_all_are_equal() -> None:
    assert borda([], "ab") == {"a": 0, "b": 0}
    assert condorcet_winner([], "ab") is None
    assert condorcet_winner([(0, "a")], "a") is None
    assert schulze_tiers([], "ab") == (("a", "b"),)


def test_the_only_option_wins_with_one_ballot() -> None:
    assert condorcet_winner([(1, "a")], "a") == "a"
    assert schulze([(1, "a")], "a") == ("a",)


@pytest.mark.parametrize("ballot", [["z", "a", "b"], ["a", "a", "b"]])
def test_what_does_not_belong_on_a_ballot_is_passed_over(ballot: list[str]) -> None:
    assert borda([(1, ballot)], "abc") == {"a": 2, "b": 1, "c": 0}
    assert schulze([(1, ballot)], "abc") == ("a", "b", "c")


orders = st.permutations("abcd").flatmap(
    lambda order: st.integers(1, 4).map(lambda length: order[:length])
)
piles = st.lists(st.tuples(st.integers(1, 5), orders), max_size=8)


@given(piles)
def test_every_ballot_gives_the_same_number_of_borda_points(
    ballots: list[tuple[int, list[str]]],
) -> None:
    assert sum(borda(ballots, "abcd").values()) == 6 * sum(count for count, _ in ballots)


@given(piles)
def test_a_condorcet_winner_leads_the_order_of_schulze(
    ballots: list[tuple[int, list[str]]],
) -> None:
    winner = condorcet_winner(ballots, "abcd")
    tiers = schulze_tiers(ballots, "abcd")
    assert sorted(option for tier in tiers for option in tier) == list("abcd")
    assert winner is None or tiers[0] == (winner,)


@given(piles)
def test_the_order_of_the_ballots_makes_no_difference(
    ballots: list[tuple[int, list[str]]],
) -> None:
    turned = list(reversed(ballots))
    assert borda(ballots, "abcd") == borda(turned, "abcd")
    assert schulze_tiers(ballots, "abcd") == schulze_tiers(turned, "abcd")
