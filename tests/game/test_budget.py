"""The municipality's money (game model 3.4), in thousands of euros."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dilemmaspel.game.budget import rounded
from dilemmaspel.game.ids import OptionId, PocketId
from dilemmaspel.game.scenario import STRUCTURAL, Budget, Cost, Dilemma, Grant, PointsSpec
from dilemmaspel.game.terms import DeficitPolicy, QuestionType
from dilemmaspel.game.values import World
from dilemmaspel.game.world import (
    YearRoom,
    blocked_options,
    committed,
    end_round,
    fits,
    free,
    new_world,
    room,
    start_round,
)
from tests.game import worlds as w

GEMEENTE = PocketId("gemeente")
SHOP = PocketId("shop")


def _bought(cost: Cost, budget: Budget | None = None, *, ended: bool = False) -> World:
    given = w.scenario(
        w.dilemma("d1", w.option("a", cost=cost)), budget=budget or Budget(annual=90, reserve=40)
    )
    return w.after(given, "a", ended=ended)


@pytest.mark.parametrize(
    ("number", "whole"),
    [("1/2", 1), ("-1/2", -1), ("3/2", 2), ("-3/2", -2), ("49/100", 0), ("-7/3", -2), ("0", 0)],
)
def test_halves_round_away_from_zero(number: str, whole: int) -> None:
    assert rounded(Fraction(number)) == whole


def test_a_once_amount_comes_from_the_reserve_at_once() -> None:
    world = _bought(Cost(once=30))
    assert (world.reserve, committed(world, 1), free(world, 1)) == (10, 0, 90)
    assert world.paid[GEMEENTE] == 30


def test_a_yearly_amount_is_committed_from_this_year_for_its_years() -> None:
    world = _bought(Cost(yearly=20, years=3))
    assert [committed(world, year) for year in range(6)] == [0, 20, 20, 20, 0, 0]
    assert free(world, 2) == 70


def test_a_structural_amount_has_no_end() -> None:
    assert committed(_bought(Cost(yearly=20, years=STRUCTURAL)), 99) == 20


def test_a_negative_yearly_amount_is_a_saving() -> None:
    world = _bought(Cost(yearly=-20, years=2))
    assert [free(world, year) for year in (1, 2, 3)] == [110, 110, 90]


def test_a_grant_widens_the_room_for_its_years_and_the_reserve_once() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", budget=Grant(annual=15, years=2, reserve=7))),
        budget=Budget(annual=90, reserve=40),
    )
    world = w.after(given, "a")
    assert [room(world, year) for year in range(4)] == [90, 105, 105, 90]
    assert world.reserve == 47


def test_a_grant_lasts_to_the_end_by_default() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", budget=Grant(annual=15))))
    assert room(w.after(given, "a"), 99) == 15


# The end of the year


@pytest.mark.parametrize(
    ("reserve", "annual", "carry_over", "then"),
    [
        (40, -10, "0", 30),
        (5, -10, "0", -5),
        (40, 10, "0", 40),
        (40, 10, "1/2", 45),
        (40, 5, "1/2", 43),
        (-20, 10, "1", -10),
        (-4, 10, "1", 6),
        (-4, 10, "1/4", 2),
        (-4, 10, "0", 0),
        (-10, 10, "1", 0),
        (40, 0, "1", 40),
    ],
)
def test_the_year_ends_with_the_reserve(
    reserve: int, annual: int, carry_over: str, then: int
) -> None:
    budget = Budget(annual=annual, reserve=reserve, carry_over=Fraction(carry_over))
    given = w.scenario(w.dilemma("d1"), budget=budget)
    assert w.after(given, "a", ended=True).reserve == then


# Who pays


def test_yearly_amounts_count_as_paid_when_their_year_ends() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", cost=Cost(once=5, yearly=20, years=2))))
    world = w.after(given, "a", ended=True)
    paid = [world.paid[GEMEENTE]]
    for _ in range(2):
        world = end_round(given, start_round(given, world, None))
        paid.append(world.paid[GEMEENTE])
    assert paid == [25, 45, 45]


def _shared(cost: Cost | None) -> Dilemma:
    return w.dilemma(
        "d1",
        w.option("a", pays=True),
        w.option("b", payer=SHOP),
        w.option("c"),
        kind=QuestionType.POINTS,
        points=PointsSpec(cost_total=cost),
    )


def test_shares_that_pay_are_committed_and_the_others_count_for_their_payer() -> None:
    given = w.scenario(
        _shared(Cost(once=10, yearly=60, years=4)), budget=Budget(annual=90, reserve=10)
    )
    world = w.after(given, w.gave(a=40, b=35, c=25), ended=True)
    assert [committed(world, year) for year in (1, 4, 5)] == [24, 24, 0]
    assert world.reserve == 6
    # 35% of 10 is 3.5, rounded to 4; of 60 it is 21.
    assert dict(world.paid) == {GEMEENTE: 4 + 24, SHOP: 4 + 21}


def test_each_share_is_rounded_by_itself() -> None:
    dilemma = w.dilemma(
        "d1",
        w.option("a", pays=True),
        w.option("b", pays=True),
        kind=QuestionType.POINTS,
        points=PointsSpec(cost_total=Cost(yearly=5, years=2)),
    )
    world = w.after(w.scenario(dilemma), w.gave(a=50, b=50))
    assert committed(world, 1) == 6


def test_points_without_a_total_cost_are_free() -> None:
    world = w.after(w.scenario(_shared(None)), w.gave(a=100))
    assert (world.paid, world.commitments) == ({}, ())


def test_points_without_their_block_are_free() -> None:
    dilemma = replace(_shared(None), points=None)
    assert not w.after(w.scenario(dilemma), w.gave(a=100)).commitments


# What fits


def _open(dilemma: Dilemma, budget: Budget) -> tuple[YearRoom, ...]:
    given = w.scenario(dilemma, budget=budget)
    world = start_round(given, new_world(given), dilemma)
    return fits(given, world, dilemma.options[0])


def test_an_option_shows_the_room_it_leaves_in_four_years() -> None:
    rows = _open(
        w.dilemma("d1", w.option("a", cost=Cost(yearly=55, years=2))), Budget(annual=90, reserve=1)
    )
    assert rows == (
        YearRoom(1, 55, 35, 0),
        YearRoom(2, 55, 35, 0),
        YearRoom(3, 0, 90, 0),
        YearRoom(4, 0, 90, 0),
    )
    assert all(row.fits for row in rows)


def test_an_option_that_does_not_fit_tells_the_year_and_what_is_short() -> None:
    rows = _open(w.dilemma("d1", w.option("a", cost=Cost(yearly=114, years=1))), Budget(annual=90))
    assert [(row.year, row.short, row.fits) for row in rows][:2] == [
        (1, 24, False),
        (2, 0, True),
    ]


def test_a_once_amount_is_held_against_the_pot() -> None:
    rows = _open(w.dilemma("d1", w.option("a", cost=Cost(once=50))), Budget(annual=90, reserve=40))
    assert [row.pot_short for row in rows] == [10, 0, 0, 0]
    assert (rows[0].short, rows[0].fits) == (0, False)


def test_a_grant_of_the_option_counts_in_its_favour() -> None:
    rows = _open(
        w.dilemma("d1", w.option("a", cost=Cost(yearly=60), budget=Grant(annual=60, years=1))),
        Budget(),
    )
    assert all(row.fits for row in rows)


def test_an_option_without_a_price_leaves_the_room_as_it_is() -> None:
    rows = _open(w.dilemma("d1"), Budget(annual=90))
    assert [row.free for row in rows] == [90] * 4


def test_a_share_that_pays_is_shown_at_its_dearest() -> None:
    rows = _open(_shared(Cost(yearly=60, years=4)), Budget(annual=50))
    assert [row.short for row in rows] == [10] * 4


def test_a_share_that_pays_nothing_fits() -> None:
    assert all(row.fits for row in _open(_shared(None), Budget()))


def _off(dilemma: Dilemma, budget: Budget) -> set[str]:
    given = w.scenario(dilemma, budget=budget)
    world = start_round(given, new_world(given), dilemma)
    return set(blocked_options(given, dilemma, dilemma.options, world))


BLOCK = Budget(annual=20, reserve=10, deficit_policy=DeficitPolicy.BLOCK)
DEAR = w.dilemma(
    "d1",
    w.option("a", cost=Cost(yearly=30)),
    w.option("b", cost=Cost(once=30)),
    w.option("c", cost=Cost(yearly=20)),
)


def test_block_switches_off_what_the_year_or_the_pot_cannot_bear() -> None:
    assert _off(DEAR, BLOCK) == {"a", "b"}


@pytest.mark.parametrize("policy", [DeficitPolicy.WARN, DeficitPolicy.FACILITATOR])
def test_the_other_policies_switch_nothing_off(policy: DeficitPolicy) -> None:
    assert _off(DEAR, replace(BLOCK, deficit_policy=policy)) == set()


def test_an_existing_shortage_blocks_only_what_adds_to_it() -> None:
    dilemma = w.dilemma(
        "d1", w.option("a", cost=Cost(yearly=1)), w.option("b"), w.option("c", cost=Cost(yearly=-1))
    )
    assert _off(dilemma, replace(BLOCK, annual=-5, reserve=-5)) == {"a"}


def test_something_is_always_left_to_choose() -> None:
    dear = w.dilemma("d1", *(w.option(name, cost=Cost(yearly=99)) for name in "ab"))
    assert _off(dear, BLOCK) == set()


@pytest.mark.parametrize("kind", [QuestionType.POINTS, QuestionType.AGREEMENT])
def test_a_mixture_or_a_statement_is_never_blocked(kind: QuestionType) -> None:
    assert _off(replace(DEAR, type=kind), BLOCK) == set()


def test_the_price_is_charged_to_the_option_that_asked_it() -> None:
    world = _bought(Cost(yearly=20))
    assert [promise.option for promise in world.commitments] == [OptionId("a")]
