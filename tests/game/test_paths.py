"""Which dilemma comes next (game model 3.10) and what a profile plays."""

from fractions import Fraction

import pytest

from dilemmaspel.game.conditions import (
    BudgetField,
    BudgetIs,
    FlagSet,
    NotOf,
    Op,
    RoundIs,
    WasChosen,
)
from dilemmaspel.game.ids import DilemmaId, FlagId, OptionId
from dilemmaspel.game.scenario import Budget, Cost, Scenario
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.world import (
    end_round,
    new_world,
    next_dilemma,
    profile_plan,
    start_round,
    visible_options,
)
from tests.game import worlds as w

KEY = FlagSet(FlagId("key"))
D3 = DilemmaId("d3")

BRANCHED = w.scenario(
    w.dilemma("d1", w.option("a"), w.option("b", set_flags=w.flags("key"))),
    w.dilemma("d2", when=NotOf(KEY)),
    w.dilemma("d2z", when=KEY),
    w.dilemma("d3"),
)
JUMPING = w.scenario(
    w.dilemma("d1", w.option("a"), w.option("b", next=D3)),
    w.dilemma("d2"),
    w.dilemma("d3"),
    w.dilemma("d4"),
)


def _next(given: Scenario, *choices: str, plan: str | None = None) -> str | None:
    world = w.after(given, *choices, ended=True) if choices else new_world(given)
    names = None if plan is None else w.plan(plan)
    after = given.dilemmas[len(choices) - 1].id if choices else None
    return next_dilemma(given, names, world, after)


def test_the_first_dilemma_comes_first() -> None:
    assert _next(BRANCHED) == "d1"


@pytest.mark.parametrize(("choice", "coming"), [("a", "d2"), ("b", "d2z")])
def test_a_dilemma_whose_condition_fails_is_passed_over(choice: str, coming: str) -> None:
    assert _next(BRANCHED, choice) == coming


def test_behind_the_last_dilemma_comes_none() -> None:
    assert _next(w.scenario(w.dilemma("d1")), "a") is None


@pytest.mark.parametrize(("choice", "coming"), [("a", "d2"), ("b", "d3")])
def test_a_choice_can_jump_forward(choice: str, coming: str) -> None:
    assert _next(JUMPING, choice) == coming


def test_behind_a_jump_the_sequence_goes_on() -> None:
    world = w.after(JUMPING, "b", ended=True)
    assert next_dilemma(JUMPING, None, world, D3) == "d4"


def test_a_jump_to_a_dilemma_that_is_not_played_lands_behind_it() -> None:
    assert _next(JUMPING, "b", plan="d1 d2 d4") == "d4"
    assert _next(JUMPING, "b", plan="d1 d2") is None


def test_a_jump_to_nowhere_is_no_jump() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", next=DilemmaId("d9"))), w.dilemma("d2"), w.dilemma("d3")
    )
    assert _next(given, "a") == "d2"


def test_of_several_winners_the_first_that_jumps_decides() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a"),
            w.option("b", next=D3),
            w.option("c", next=DilemmaId("d2")),
            kind=QuestionType.APPROVAL,
        ),
        w.dilemma("d2"),
        w.dilemma("d3"),
    )
    world = w.after(given, w.chose("a", "b", "c"), ended=True)
    assert next_dilemma(given, None, world, DilemmaId("d1")) == "d3"


def test_a_plan_is_played_in_its_own_order() -> None:
    assert _next(JUMPING, plan="d3 d1") == "d3"
    assert next_dilemma(JUMPING, w.plan("d3 d1"), new_world(JUMPING), D3) == "d1"


def test_a_plan_passes_over_what_the_scenario_does_not_have() -> None:
    assert _next(JUMPING, plan="d9 d2") == "d2"


def test_a_dilemma_that_was_skipped_is_left_behind() -> None:
    assert next_dilemma(JUMPING, None, new_world(JUMPING), DilemmaId("d1")) == "d2"


def test_a_plan_without_the_last_dilemma_goes_on_behind_it() -> None:
    assert _next(JUMPING, "a", plan="d3 d4") == "d3"
    assert next_dilemma(JUMPING, w.plan("d1 d4"), w.after(JUMPING, "a"), D3) == "d4"


def test_a_decided_dilemma_does_not_come_again() -> None:
    world = w.after(JUMPING, "a", ended=True)
    assert next_dilemma(JUMPING, w.plan("d2 d1 d4"), world, DilemmaId("d2")) == "d4"


def test_a_condition_on_the_round_or_the_room_means_the_coming_year() -> None:
    second = RoundIs(Op.EQUAL, Fraction(2))
    poor = BudgetIs(BudgetField.FREE, Op.EQUAL, Fraction(60))
    given = w.scenario(
        w.dilemma("d1", w.option("a", cost=Cost(yearly=30, years=1))),
        w.dilemma("d2", when=poor),
        w.dilemma("d3", when=second),
        budget=Budget(annual=90),
    )
    assert _next(given, "a") == "d3"


def test_an_option_whose_condition_fails_is_hidden() -> None:
    dilemma = w.dilemma("d1", w.option("a"), w.option("b", when=KEY), w.option("c"))
    given = w.scenario(dilemma)
    world = end_round(given, start_round(given, new_world(given), dilemma))
    assert [option.id for option in visible_options(dilemma, world)] == ["a", "c"]


# Profiles


@pytest.mark.parametrize(
    ("profile", "dilemmas"),
    [("kort", "d1 d2 d2z"), ("standaard", "d1 d2 d2z d3"), ("dagdeel", "d1 d2 d2z d3")],
)
def test_alternatives_share_a_place_in_the_plan(profile: str, dilemmas: str) -> None:
    assert profile_plan(BRANCHED, profile) == w.plan(dilemmas)


def test_a_short_session_plays_one_of_the_alternatives() -> None:
    short = "d1 d2 d2z"
    assert (_next(BRANCHED, "a", plan=short), _next(BRANCHED, "b", plan=short)) == ("d2", "d2z")


@pytest.mark.parametrize(
    ("profile", "dilemmas"), [("kort", "d1 d2"), ("standaard", "d1 d2 d3"), ("dagdeel", None)]
)
def test_a_profile_takes_the_first_dilemmas(profile: str, dilemmas: str | None) -> None:
    assert profile_plan(JUMPING, profile) == w.plan(dilemmas or "d1 d2 d3 d4")


def test_a_scenario_can_name_the_dilemmas_of_a_profile() -> None:
    named = {"kort": w.plan("d3 d1")}
    given = w.scenario(*JUMPING.dilemmas, profiles=named)
    assert profile_plan(given, "kort") == w.plan("d3 d1")
    assert profile_plan(given, "standaard") == w.plan("d1 d2 d3")


def test_a_named_dilemma_brings_its_alternatives() -> None:
    named = {"kort": w.plan("d1 d2z d2 d9")}
    given = w.scenario(*BRANCHED.dilemmas, profiles=named)
    assert profile_plan(given, "kort") == w.plan("d1 d2 d2z")


def test_dilemmas_for_different_choices_are_alternatives() -> None:
    def chosen(*names: str) -> WasChosen:
        return WasChosen(DilemmaId("d1"), tuple(map(OptionId, names)))

    given = w.scenario(
        w.dilemma("d1"),
        w.dilemma("d2", when=chosen("a")),
        w.dilemma("d3", when=chosen("b", "c")),
        w.dilemma("d4", when=chosen("a")),
    )
    assert profile_plan(given, "kort") == w.plan("d1 d2 d3")


def test_a_scenario_without_dilemmas_has_an_empty_plan() -> None:
    assert profile_plan(w.scenario(), "kort") == ()
