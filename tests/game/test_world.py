"""What a year, a decision and an ending do to the world (game model 3.3)."""

from fractions import Fraction
from typing import Any

import pytest

from dilemmaspel.game.conditions import (
    Always,
    BudgetField,
    BudgetIs,
    FlagSet,
    IndicatorIs,
    NotOf,
    Op,
    ShareIs,
)
from dilemmaspel.game.ids import DilemmaId, FlagId, OptionId
from dilemmaspel.game.scenario import Budget, Cost, Delayed, Grant, Happening, PointsSpec
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.values import Change, Chosen, News, SourceKind, VoteFacts
from dilemmaspel.game.world import (
    end_round,
    ending,
    holds,
    new_world,
    resolve,
    room,
    start_round,
)
from tests.game import worlds as w
from tests.game.worlds import JOY, LOAD


def test_a_new_world_stands_before_the_first_year() -> None:
    world = new_world(w.scenario(w.dilemma("d1"), budget=Budget(annual=90, reserve=40)))
    assert (world.round, world.annual, world.reserve) == (0, 90, 40)
    assert dict(world.indicators) == {JOY: 50, LOAD: 60}
    assert not world.snapshots


def test_drift_begins_in_the_second_year() -> None:
    given = w.scenario(w.dilemma("d1"), drift=w.effects(load=2))
    first = start_round(given, new_world(given), given.dilemmas[0])
    second = start_round(given, end_round(given, first), None)
    assert (first.indicators[LOAD], second.indicators[LOAD]) == (60, 62)


def test_an_event_moves_indicators_and_room_when_its_dilemma_opens() -> None:
    happening = Happening("x", w.effects(load=5), Grant(annual=-50))
    given = w.scenario(w.dilemma("d1", event=happening), budget=Budget(annual=90))
    world = start_round(given, new_world(given), given.dilemmas[0])
    assert (world.indicators[LOAD], room(world, 1), room(world, 9)) == (65, 40, 40)
    assert world.log[0].kind is SourceKind.EVENT


def test_a_choice_moves_indicators_flags_and_benefits_at_once() -> None:
    choice = w.option(
        "a",
        effects=w.effects(joy=3),
        set_flags=w.flags("x", "y"),
        clear_flags=w.flags("y"),
        benefits=w.pockets(shop=4),
    )
    world = w.after(w.scenario(w.dilemma("d1", choice)), "a")
    assert world.indicators[JOY] == 53
    assert world.flags == {FlagId("x")}
    assert dict(world.benefits) == w.pockets(shop=4)
    assert world.log == (
        Change(1, SourceKind.OPTION, DilemmaId("d1"), OptionId("a"), JOY, 3, 3, None),
    )


def test_a_later_choice_clears_a_flag_of_an_earlier_one() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", set_flags=w.flags("x"))),
        w.dilemma("d2", w.option("a", clear_flags=w.flags("x"))),
    )
    assert w.after(given, "a", "a").flags == frozenset()


def test_every_winner_has_its_effects() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=1), benefits=w.pockets(shop=1)),
            w.option("b", effects=w.effects(joy=2), benefits=w.pockets(shop=2)),
            w.option("c", effects=w.effects(joy=4)),
            kind=QuestionType.APPROVAL,
        )
    )
    world = w.after(given, w.chose("b", "a"))
    assert (world.indicators[JOY], dict(world.benefits)) == (53, w.pockets(shop=3))


def test_a_choice_that_no_option_has_changes_nothing_but_the_record() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", effects=w.effects(joy=1))))
    world = w.after(given, "zz")
    assert world.indicators[JOY] == 50
    assert world.chosen[DilemmaId("d1")] == w.chose("zz")


def test_an_effect_on_an_unknown_indicator_is_left_out() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", effects=w.effects(luck=3, joy=0))))
    assert not w.after(given, "a").log


def test_the_facts_of_the_vote_are_kept_when_there_are_any() -> None:
    given = w.scenario(w.dilemma("d1"))
    open_year = start_round(given, new_world(given), given.dilemmas[0])
    facts = VoteFacts(top_share=Fraction(3, 4))
    world = resolve(given, open_year, given.dilemmas[0], w.chose("a"), facts)
    assert dict(world.votes) == {DilemmaId("d1"): facts}
    assert not w.after(given, "a").votes


# The scale


def test_a_step_is_cut_to_the_scale_at_its_end_and_not_before() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=60)),
            w.option("b", effects=w.effects(joy=-15)),
        )
    )
    assert w.after(given, w.chose("a", "b")).indicators[JOY] == 95


def test_the_log_takes_what_is_cut_off_from_the_last_lines_that_pushed_that_way() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=40)),
            w.option("b", effects=w.effects(joy=-5)),
            w.option("c", effects=w.effects(joy=30, load=1)),
            w.option("d", effects=w.effects(joy=2)),
        )
    )
    world = w.after(given, w.chose("a", "b", "c", "d"))
    moved = [(line.raw, line.clamped) for line in world.log if line.indicator == JOY]
    assert world.indicators[JOY] == 100
    assert moved == [(40, 40), (-5, -5), (30, 15), (2, 0)]


def test_the_scale_has_a_floor_too() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", effects=w.effects(joy=-70))))
    world = w.after(given, "a")
    assert (world.indicators[JOY], world.log[0].clamped) == (0, -50)


def test_an_earlier_step_keeps_its_log_when_a_later_one_is_cut() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", effects=w.effects(joy=45))),
        w.dilemma("d2", w.option("a", effects=w.effects(joy=45))),
    )
    assert [line.clamped for line in w.after(given, "a", "a").log] == [45, 5]


# Points


@pytest.mark.parametrize(
    ("by", "points", "moved"), [(1, 50, 1), (-1, 50, -1), (1, 49, 0), (3, 50, 2), (-3, 50, -2)]
)
def test_proportional_effects_round_once_and_halves_away_from_zero(
    by: int, points: int, moved: int
) -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=by)),
            w.option("b"),
            kind=QuestionType.POINTS,
        )
    )
    world = w.after(given, w.gave(a=points, b=100 - points))
    assert world.indicators[JOY] == 50 + moved


def test_proportional_effects_are_summed_before_they_are_rounded() -> None:
    thirds = Fraction(100, 3)
    options = [w.option(name, effects=w.effects(joy=1)) for name in "abc"]
    given = w.scenario(w.dilemma("d1", *options, kind=QuestionType.POINTS))
    world = w.after(given, w.gave(a=thirds, b=thirds, c=thirds))
    assert world.indicators[JOY] == 51
    assert [(line.kind, line.option, line.raw) for line in world.log] == [
        (SourceKind.SHARES, None, 1)
    ]


def test_shares_count_against_the_total_of_the_dilemma() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=8)),
            w.option("b"),
            kind=QuestionType.POINTS,
            points=PointsSpec(total=20),
        )
    )
    assert w.after(given, w.gave(a=5, b=15)).indicators[JOY] == 52


def test_the_first_outcome_that_holds_follows_the_shares() -> None:
    half = ShareIs(OptionId("a"), Op.AT_MOST, Fraction(50))
    spec = PointsSpec(
        outcomes=(
            w.shared(half, effects=w.effects(joy=1), set_flags=w.flags("low")),
            w.shared(NotOf(half), effects=w.effects(joy=-1), set_flags=w.flags("high")),
            w.shared(NotOf(half), effects=w.effects(joy=9), set_flags=w.flags("never")),
        )
    )
    given = w.scenario(
        w.dilemma("d1", w.option("a"), w.option("b"), kind=QuestionType.POINTS, points=spec)
    )
    low, high = w.after(given, w.gave(a=50, b=50)), w.after(given, w.gave(a=51, b=49))
    assert (low.indicators[JOY], low.flags) == (51, frozenset(w.flags("low")))
    assert (high.indicators[JOY], high.flags) == (49, frozenset(w.flags("high")))


def test_without_an_outcome_that_holds_only_the_shares_count() -> None:
    never = ShareIs(OptionId("a"), Op.ABOVE, Fraction(100))
    spec = PointsSpec(outcomes=(w.shared(never, effects=w.effects(joy=9)),))
    given = w.scenario(w.dilemma("d1", kind=QuestionType.POINTS, points=spec))
    assert w.after(given, w.gave(a=100)).indicators[JOY] == 50


def test_a_points_dilemma_without_its_block_takes_the_usual_hundred() -> None:
    given = w.scenario(
        w.dilemma(
            "d1", w.option("a", effects=w.effects(joy=4)), kind=QuestionType.POINTS, points=None
        )
    )
    assert w.after(given, w.gave(a=50)).indicators[JOY] == 52


# Later


def _later(**fields: Any) -> Delayed:
    return Delayed(1, **fields)


def test_a_delayed_effect_comes_at_the_start_of_its_year() -> None:
    later = Delayed(
        2,
        effects=w.effects(joy=3),
        budget=Grant(annual=10, years=1, reserve=5),
        benefits=w.pockets(shop=7),
        news="It works.",
    )
    given = w.scenario(w.dilemma("d1", w.option("a", delayed=(later,))))
    first = w.after(given, "a", ended=True)
    second = end_round(given, start_round(given, first, None))
    third = start_round(given, second, None)
    assert (second.indicators[JOY], third.indicators[JOY]) == (50, 53)
    assert (third.reserve, room(third, 3), room(third, 4)) == (5, 10, 0)
    assert dict(third.benefits) == w.pockets(shop=7)
    assert third.news == (News(3, "It works.", False, DilemmaId("d1")),)
    assert third.log[-1].condition is None
    assert not third.queue


def test_a_condition_is_judged_when_the_effect_is_due() -> None:
    later = _later(condition=FlagSet(FlagId("x")), effects=w.effects(joy=3), news="Yes.")
    given = w.scenario(
        w.dilemma("d1", w.option("a", set_flags=w.flags("x"), delayed=(later,))),
    )
    world = start_round(given, w.after(given, "a", ended=True), None)
    assert world.indicators[JOY] == 53
    assert (world.log[-1].kind, world.log[-1].condition) == (SourceKind.DELAYED, "{flag: x}")


def test_a_condition_that_fails_brings_the_other_branch_as_lapsed() -> None:
    later = _later(
        condition=FlagSet(FlagId("x")),
        effects=w.effects(joy=3),
        news="Yes.",
        else_effects=w.effects(joy=-1),
        else_news="No.",
    )
    given = w.scenario(w.dilemma("d1", w.option("a", delayed=(later,))))
    world = start_round(given, w.after(given, "a", ended=True), None)
    assert world.log[-1] == Change(
        2, SourceKind.LAPSED, DilemmaId("d1"), OptionId("a"), JOY, -1, -1, "{flag: x}"
    )
    assert world.news == (News(2, "No.", True, DilemmaId("d1")),)


def test_a_lapse_without_effects_is_still_logged() -> None:
    later = _later(condition=FlagSet(FlagId("x")), effects=w.effects(joy=3), news="Yes.")
    given = w.scenario(w.dilemma("d1", w.option("a", delayed=(later,))))
    world = start_round(given, w.after(given, "a", ended=True), None)
    line = world.log[-1]
    assert (line.kind, line.indicator, line.raw, line.clamped) == (SourceKind.LAPSED, None, 0, 0)
    assert not world.news


def test_a_delayed_effect_sees_the_earlier_ones_of_its_year_beyond_the_scale() -> None:
    beyond = IndicatorIs(JOY, Op.ABOVE, Fraction(100))
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option(
                "a",
                delayed=(
                    _later(effects=w.effects(joy=60)),
                    _later(condition=beyond, effects=w.effects(load=-9)),
                ),
            ),
        )
    )
    world = start_round(given, w.after(given, "a", ended=True), None)
    assert dict(world.indicators) == {JOY: 100, LOAD: 51}


def test_delayed_effects_come_in_the_order_in_which_they_were_planned() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", delayed=(Delayed(2, news="1"), Delayed(2, news="2")))),
        w.dilemma(
            "d2",
            w.option("a", delayed=(Delayed(1, news="4"),)),
            w.option("b", delayed=(Delayed(1, news="3"),)),
            kind=QuestionType.APPROVAL,
        ),
    )
    world = start_round(given, w.after(given, "a", w.chose("b", "a"), ended=True), None)
    assert [news.text for news in world.news] == ["1", "2", "3", "4"]


def test_a_delayed_effect_can_ask_for_the_shares_of_its_own_dilemma() -> None:
    much = ShareIs(OptionId("a"), Op.AT_LEAST, Fraction(60))
    outcome = w.shared(Always(), delayed=(_later(condition=much, effects=w.effects(joy=5)),))
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a"),
            w.option("b"),
            kind=QuestionType.POINTS,
            points=PointsSpec(outcomes=(outcome,)),
        )
    )
    for points, joy in ((60, 55), (55, 50)):
        ended = w.after(given, w.gave(a=points, b=100 - points), ended=True)
        assert start_round(given, ended, None).indicators[JOY] == joy


# The year's end and the ending


def test_a_deficit_hurts_every_year_that_it_lasts() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", cost=Cost(once=30))),
        budget=Budget(reserve=10, on_deficit=w.effects(joy=-3)),
    )
    first = w.after(given, "a", ended=True)
    second = end_round(given, start_round(given, first, None))
    assert [s.indicators[JOY] for s in second.snapshots] == [47, 44]
    assert second.log[-1].kind is SourceKind.DEFICIT


def test_the_snapshot_shows_the_year_as_it_ended() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", cost=Cost(yearly=55, years=2))),
        budget=Budget(annual=50, reserve=20),
    )
    (snapshot,) = w.after(given, "a", ended=True).snapshots
    assert (snapshot.round, snapshot.annual, snapshot.committed) == (1, 50, 55)
    assert (snapshot.free, snapshot.reserve) == (-5, 15)


def test_the_first_ending_that_holds_is_told() -> None:
    happy = IndicatorIs(JOY, Op.AT_LEAST, Fraction(52))
    given = w.scenario(
        w.dilemma("d1", w.option("a", effects=w.effects(joy=2)), w.option("b")),
        endings=(w.ending("happy", happy), w.ending("other")),
    )
    told = [ending(given, w.after(given, choice, ended=True)) for choice in "ab"]
    assert [found and found.id for found in told] == ["happy", "other"]


def test_without_an_ending_that_holds_there_is_none() -> None:
    given = w.scenario(w.dilemma("d1"))
    assert ending(given, w.after(given, "a", ended=True)) is None


def test_an_ending_asks_for_the_free_room_of_the_last_year() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", cost=Cost(yearly=20))), budget=Budget(annual=50)
    )
    first = w.after(given, "a", ended=True)
    second = end_round(given, start_round(given, first, None))
    thirty = BudgetIs(BudgetField.FREE, Op.EQUAL, Fraction(30))
    assert (holds(thirty, first), holds(thirty, second)) == (True, False)


def test_the_same_decision_gives_the_same_world() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", effects=w.effects(joy=2))))
    assert w.after(given, "a", ended=True) == w.after(given, "a", ended=True)


def test_a_world_is_never_changed_in_place() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", effects=w.effects(joy=2))))
    before = start_round(given, new_world(given), given.dilemmas[0])
    resolve(given, before, given.dilemmas[0], Chosen((OptionId("a"),)))
    assert before == start_round(given, new_world(given), given.dilemmas[0])
    with pytest.raises(TypeError):
        before.indicators[JOY] = 1  # type: ignore[index]
