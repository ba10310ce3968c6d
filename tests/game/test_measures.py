"""The measures against the reference rows of game model 4 (M2 to M5, M8)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemmaspel.game.measures import (
    agreement,
    choice_label,
    consensus,
    exact,
    points_shown,
    scale_label,
    shift,
)

PUBLISHED = (30, 40, 210, 130, 530, 50, 10)


@pytest.mark.parametrize(
    ("counts", "expected", "tolerance"),
    [
        (PUBLISHED, 0.7256876, 1e-6),
        ((19, 16, 26, 29, 10), 0.5184, 5e-4),
        ((10, 0, 0, 0, 0), 1, 0),
        ((0, 0, 10, 0, 0), 1, 0),
        ((5, 0, 0, 0, 5), 0, 0),
        ((2, 2, 2, 2, 2), 0.4340, 5e-4),
        ((0, 5, 5, 0, 0), 0.8074, 5e-4),
        ((0, 5, 0, 5, 0), 0.5850, 5e-4),
        ((1, 2, 4, 2, 1), 0.6340, 5e-4),
        ((0, 1, 2, 4, 3), 0.6797, 5e-4),
    ],
)
def test_consensus_gives_the_reference_values(
    counts: tuple[int, ...], expected: float, tolerance: float
) -> None:
    assert consensus(counts) == pytest.approx(expected, abs=tolerance)


@pytest.mark.parametrize("counts", [(), (5,), (0, 0, 0)])
def test_consensus_is_undefined_without_ballots_or_a_scale(counts: tuple[int, ...]) -> None:
    assert consensus(counts) is None


@pytest.mark.parametrize(
    ("counts", "expected", "tolerance"),
    [
        (PUBLISHED, 0.6113333, 1e-6),
        ((2.4, 2.8, 3.2, 6.2, 13.5, 30.4, 41.6), 0.6097, 5e-4),
        ((1, 1, 1, 1), 0, 0),
        ((4, 0, 0, 0), 1, 0),
        ((2, 0, 0, 2), -1, 0),
        ((0, 5, 0, 5, 0), 1 / 6, 1e-12),
        ((3, 0, 0, 0, 2), -0.6, 1e-12),
        ((0, 1, 2, 4, 3), 0.5, 1e-12),
    ],
)
def test_agreement_gives_the_reference_values(
    counts: tuple[float, ...], expected: float, tolerance: float
) -> None:
    assert agreement(counts) == pytest.approx(expected, abs=tolerance)


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        ((10, 10, 10, 10, 10, 10, 10), 0),
        ((20, 20, 20, 20, 20, 20, 0), 0.167),
        ((0, 10, 10, 10, 10, 10, 0), 0.333),
        ((0, 0, 10, 10, 10, 10, 0), 0.5),
        ((0, 0, 80, 80, 80, 0, 0), 0.667),
        ((0, 0, 80, 0, 80, 0, 0), 0.467),
        ((0, 0, 0, 0, 320, 0, 0), 1),
    ],
)
def test_agreement_gives_every_layer_of_the_published_example(
    layer: tuple[int, ...], expected: float
) -> None:
    assert agreement(layer) == pytest.approx(expected, abs=5e-4)


@pytest.mark.parametrize("counts", [(), (5, 5), (0, 0, 0)])
def test_agreement_is_undefined_without_ballots_or_three_points(counts: tuple[int, ...]) -> None:
    assert agreement(counts) is None


def test_shift_gives_the_reference_example() -> None:
    moves = shift(list("bbdbbccabacdd"), [*"bbbbccccbbcd", None])
    assert moves.n == 12
    assert moves.moved == Fraction(4, 12)
    assert moves.net == Fraction(1, 4)
    assert moves.silent == Fraction(1, 12)
    pairs = {(a, b): n for a, row in moves.table.items() for b, n in row.items() if n}
    assert pairs == {
        ("b", "b"): 4,
        ("c", "c"): 3,
        ("d", "b"): 1,
        ("b", "c"): 1,
        ("a", "c"): 1,
        ("a", "b"): 1,
        ("d", "d"): 1,
    }
    assert moves.gained == {"a": -2, "b": 1, "c": 2, "d": -1}


@pytest.mark.parametrize(("first", "second"), [([], []), (["a", None], [None, "b"])])
def test_shift_without_people_who_voted_twice_is_undefined(
    first: list[str | None], second: list[str | None]
) -> None:
    moves = shift(first, second)
    assert (moves.n, moves.moved, moves.net, moves.silent) == (0, None, None, None)
    assert moves.table == {}


def test_shift_takes_answers_of_every_question() -> None:
    ticks = shift([["a", "c"], ("a",)], [("a", "c"), ["b"]])
    assert ticks.moved == Fraction(1, 2)
    divided = shift([{"a": 40, "b": 60}], [{"b": 60, "a": 40}])
    assert divided.moved == 0
    assert shift([4, 2.5], [5, 2.5]).moved == Fraction(1, 2)


def test_movement_that_cancels_out_is_silent() -> None:
    moves = shift(list("aabb"), list("abba"))
    assert moves.moved == moves.silent == Fraction(1, 2)
    assert moves.net == 0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1))
def test_net_movement_never_exceeds_all_movement(pairs: list[tuple[str, str]]) -> None:
    moves = shift([a for a, _ in pairs], [b for _, b in pairs])
    assert moves.silent is not None
    assert moves.silent >= 0
    assert sum(n for row in moves.table.values() for n in row.values()) == len(pairs)


@pytest.mark.parametrize(
    ("counts", "rule"),
    [
        ((9, 0, 0, 0, 1), 1),
        ((4, 1, 0, 1, 4), 2),
        ((0, 5, 0, 5, 0), 2),
        ((3, 0, 0, 0, 2), 2),
        ((0, 5, 5, 0, 0), 3),
        ((0, 0, 1, 4, 5), 3),
        ((0, 1, 2, 4, 3), 4),
        ((1, 2, 4, 2, 1), 4),
        ((2, 2, 2, 2, 2), 5),
        ((5, 0, 0, 5), 2),
        ((0, 5, 5, 0), 4),
        ((4, 0, 4), 2),
        ((3, 3), 5),
        ((6, 0, 0, 0, 2), 1),
        ((3, 2, 2, 3), 2),
        ((0, 7, 3, 10, 0), 2),
        ((0, 6, 1, 3, 0), 4),
    ],
)
def test_the_label_of_a_scale_is_the_first_rule_that_fits(
    counts: tuple[int, ...], rule: int
) -> None:
    assert scale_label(counts) == rule


def test_with_an_even_number_of_points_two_camps_takes_opposite_ends() -> None:
    halves = (0, 5, 0, 0, 5, 0)
    together = agreement(halves)
    assert together is not None
    assert together > Fraction(-1, 5)
    assert scale_label(halves) == 5


@pytest.mark.parametrize(
    ("counts", "rule"),
    [
        ((3, 1, 1), 3),
        ((6, 2), 1),
        ((5, 5), 2),
        ((9, 8, 3), 2),
        ((9, 7, 4), 4),
        ((11, 8, 1), 2),
        ((11, 5, 4), 3),
        ((10, 5, 5), 4),
        ((8, 8, 4), 4),
        ((13, 7), 3),
        ((5, 5, 5), 4),
        ({"a": 1, "b": 4}, 1),
        ([5], 1),
    ],
)
def test_the_label_of_choices_is_the_first_rule_that_fits(
    counts: tuple[int, ...], rule: int
) -> None:
    assert choice_label(counts) == rule


@pytest.mark.parametrize("counts", [(), (0, 0), (2, 2)])
def test_there_is_no_label_below_five_ballots(counts: tuple[int, ...]) -> None:
    assert choice_label(counts) is None
    assert scale_label(counts) is None


def test_mean_points_are_shown_whole_with_the_same_sum() -> None:
    means = {"a": 32.5, "b": 23.75, "c": 17.5, "d": 16.25, "e": 10}
    assert points_shown(means) == {"a": 33, "b": 24, "c": 17, "d": 16, "e": 10}
    assert points_shown({}) == {}


@given(st.lists(st.lists(st.integers(0, 20), min_size=4, max_size=4), min_size=1, max_size=9))
def test_shown_points_keep_their_sum_and_stay_within_one(rows: list[list[int]]) -> None:
    divided = [[5 * n for n in row[:-1]] + [100 - 5 * sum(row[:-1])] for row in rows]
    means = {
        o: Fraction(sum(column), len(rows))
        for o, column in zip("abcd", zip(*divided, strict=True), strict=True)
    }
    shown = points_shown(means)
    assert sum(shown.values()) == 100
    assert all(abs(shown[o] - means[o]) < 1 for o in means)


@given(st.lists(st.integers(0, 30), min_size=3, max_size=7).filter(any))
def test_consensus_and_agreement_stay_within_their_range(counts: list[int]) -> None:
    close, together = consensus(counts), agreement(counts)
    assert close is not None
    assert -1e-9 <= close <= 1 + 1e-9
    assert together is not None
    assert -1 <= together <= 1
    mirrored = list(reversed(counts))
    assert consensus(mirrored) == pytest.approx(close)
    assert agreement(mirrored) == together


def test_a_shift_of_many_different_answers_takes_no_time() -> None:
    """Points divide in almost as many ways as there are people: no cell may be counted alone."""
    first = [{"a": n, "b": 500 - n} for n in range(400)]
    moves = shift(first, first[1:] + first[:1])
    assert (moves.n, moves.moved, moves.net) == (400, Fraction(1), Fraction(0))


@pytest.mark.parametrize("counts", [(-1, 2), (float("nan"), 1), (float("inf"), 1), ("many", 1)])
def test_what_cannot_be_a_count_makes_every_measure_undefined(counts: Sequence[Any]) -> None:
    assert exact(counts) == ()
    found = [f(counts) for f in (consensus, agreement, scale_label, choice_label)]
    assert found == [None] * 4
