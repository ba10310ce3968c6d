"""The lens of a role (game model 2 and M12)."""

from fractions import Fraction

import pytest

from dilemmaspel.game.world import LensSign, lens, lens_sign, new_world
from tests.game import worlds as w

GIVEN = w.scenario(w.dilemma("d1", w.option("a", effects=w.effects(joy=4, load=3))))


def test_a_lens_weighs_each_movement_by_what_is_better() -> None:
    score = lens(GIVEN, w.role(joy=3, load=2), w.after(GIVEN, "a"), new_world(GIVEN))
    assert score == Fraction(3 * 4 - 2 * 3, 5)


def test_a_role_without_weights_has_no_score() -> None:
    assert lens(GIVEN, w.role(), w.after(GIVEN, "a"), new_world(GIVEN)) is None


def test_a_lens_compares_with_any_snapshot() -> None:
    world = w.after(GIVEN, "a", ended=True)
    assert lens(GIVEN, w.role(joy=1), world, world.snapshots[0]) == 0


@pytest.mark.parametrize(
    ("score", "sign"),
    [
        ("2", LensSign.SAME),
        ("201/100", LensSign.BETTER),
        ("-2", LensSign.SAME),
        ("-201/100", LensSign.WORSE),
    ],
)
def test_a_score_of_two_is_still_about_the_same(score: str, sign: LensSign) -> None:
    assert lens_sign(Fraction(score)) is sign
