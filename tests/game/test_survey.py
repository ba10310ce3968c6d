"""Every path of a scenario (game model 3.12)."""

from fractions import Fraction

import pytest

from dilemmaspel.game.conditions import FlagSet, IndicatorIs, NotOf, Op
from dilemmaspel.game.ids import DilemmaId, EndingId, FlagId, OptionId
from dilemmaspel.game.scenario import (
    Aftermath,
    ApprovalSpec,
    Budget,
    Cost,
    Delayed,
    Dilemma,
    PointsSpec,
    RankingSpec,
)
from dilemmaspel.game.survey import LensGap, enumerate_paths, possible_choices, survey
from dilemmaspel.game.terms import DeficitPolicy, QuestionType, RankingEffects
from dilemmaspel.game.values import Chosen
from dilemmaspel.game.world import new_world, start_round
from tests.game import worlds as w
from tests.game.worlds import JOY


def _choices(dilemma: Dilemma, budget: Budget | None = None) -> list[Chosen]:
    given = w.scenario(dilemma, budget=budget or Budget())
    return list(possible_choices(given, dilemma, start_round(given, new_world(given), dilemma)))


def test_a_single_choice_or_a_statement_comes_to_one_of_its_options() -> None:
    for kind in (QuestionType.SINGLE_CHOICE, QuestionType.AGREEMENT):
        assert _choices(w.dilemma("d1", kind=kind)) == [w.chose("a"), w.chose("b")]


def test_hidden_and_blocked_options_are_no_way_to_go() -> None:
    dilemma = w.dilemma(
        "d1",
        w.option("a", when=FlagSet(FlagId("x"))),
        w.option("b", cost=Cost(yearly=9)),
        w.option("c"),
    )
    assert _choices(dilemma, Budget(deficit_policy=DeficitPolicy.BLOCK)) == [w.chose("c")]


def _approval(**fields: object) -> Dilemma:
    spec = ApprovalSpec(**fields) if fields else None  # type: ignore[arg-type]
    options = map(w.option, "abc")
    return w.dilemma("d1", *options, kind=QuestionType.APPROVAL, approval=spec)


def test_an_approval_comes_to_every_set_it_allows() -> None:
    names = [tuple(c.options) for c in _choices(_approval(max_selected=2))]
    assert names == [("a",), ("b",), ("c",), ("a", "b"), ("a", "c"), ("b", "c")]


def test_an_approval_may_come_to_nothing_when_it_needs_nothing() -> None:
    assert len(_choices(_approval(max_selected=1, at_least_one=False))) == 4
    assert len(_choices(_approval())) == 3


def test_a_ranking_goes_by_its_winners() -> None:
    top = RankingSpec(effects_mode=RankingEffects.TOP_K, k=2)
    options = list(map(w.option, "abc"))
    ranked = w.dilemma("d1", *options, kind=QuestionType.RANKING, ranking=top)
    assert [c.options for c in _choices(ranked)] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert len(_choices(w.dilemma("d1", *options, kind=QuestionType.RANKING))) == 3


def test_five_options_are_sampled_with_the_eight_divisions() -> None:
    options = map(w.option, "abcde")
    divided = _choices(w.dilemma("d1", *options, kind=QuestionType.POINTS))
    assert len(divided) == 8
    assert divided[1] == w.gave(a=40, b=15, c=15, d=15, e=15)


@pytest.mark.parametrize(("spec", "total"), [(PointsSpec(total=30), 30), (None, 100)])
def test_other_numbers_of_options_are_sampled_evenly(spec: PointsSpec | None, total: int) -> None:
    options = map(w.option, "abc")
    divided = _choices(w.dilemma("d1", *options, kind=QuestionType.POINTS, points=spec))
    third, half = Fraction(total, 3), Fraction(total, 2)
    assert len(divided) == 7
    assert divided[0] == w.gave(a=third, b=third, c=third)
    assert divided[2] == w.gave(a=0, b=total, c=0)
    assert divided[4] == w.gave(a=half, b=half / 2, c=half / 2)
    assert all(sum(chosen.shares.values()) == total for chosen in divided)


KEY = FlagSet(FlagId("key"))
BRANCHED = w.scenario(
    w.dilemma("d1", w.option("a"), w.option("b", set_flags=w.flags("key"))),
    w.dilemma("d2", *map(w.option, "abc"), when=NotOf(KEY)),
    w.dilemma("d2z", when=KEY),
    aftermath=Aftermath(1),
)


def test_every_path_is_walked_once() -> None:
    walked = ["".join(c.options[0] for c in path.values()) for path, _ in enumerate_paths(BRANCHED)]
    assert walked == ["aa", "ab", "ac", "ba", "bb"]


def test_every_path_ends_behind_its_aftermath() -> None:
    assert {world.round for _, world in enumerate_paths(BRANCHED)} == {3}


HAPPY = IndicatorIs(JOY, Op.ABOVE, Fraction(50))
SAD = IndicatorIs(JOY, Op.BELOW, Fraction(0))


def test_a_survey_counts_paths_endings_and_deficits() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=1)),
            w.option("b", cost=Cost(once=1)),
            w.option("c"),
        ),
        endings=(w.ending("happy", HAPPY), w.ending("sad", SAD), w.ending("other")),
    )
    found = survey(given)
    assert (found.paths, found.deficits) == (3, 1)
    assert dict(found.endings) == {"happy": 1, "sad": 0, "other": 2}


def test_a_survey_can_look_at_some_paths_only() -> None:
    paths = list(enumerate_paths(BRANCHED))
    assert survey(BRANCHED, paths[:2]).paths == 2


def test_a_path_without_an_ending_counts_for_none() -> None:
    found = survey(w.scenario(w.dilemma("d1"), endings=(w.ending("sad", SAD),)))
    assert dict(found.endings) == {EndingId("sad"): 0}


def test_an_option_that_is_best_for_nobody_is_a_gap() -> None:
    given = w.scenario(
        w.dilemma(
            "d1",
            w.option("a", effects=w.effects(joy=2)),
            w.option("b", effects=w.effects(joy=1)),
            w.option("c", effects=w.effects(joy=1, load=-1)),
        ),
        roles=(w.role("x", joy=1), w.role("y", load=1), w.role("none")),
    )
    assert survey(given).lens_gaps == (LensGap(DilemmaId("d1"), OptionId("b")),)


def test_an_option_that_is_best_later_is_no_gap() -> None:
    late = Delayed(1, effects=w.effects(joy=5))
    given = w.scenario(
        w.dilemma("d1", w.option("a", effects=w.effects(joy=2)), w.option("b", delayed=(late,))),
        roles=(w.role("x", joy=1),),
        aftermath=Aftermath(1),
    )
    assert survey(given).lens_gaps == ()


def test_an_option_that_is_best_in_its_own_year_is_no_gap() -> None:
    fades = Delayed(1, effects=w.effects(joy=-5))
    given = w.scenario(
        w.dilemma("d1", w.option("a", effects=w.effects(joy=2), delayed=(fades,)), w.option("b")),
        w.dilemma("d2"),
        roles=(w.role("x", joy=1),),
    )
    assert survey(given).lens_gaps == ()


def test_points_are_left_out_of_the_lens_check() -> None:
    worse = w.option("b", effects=w.effects(joy=-9))
    given = w.scenario(
        w.dilemma("d1", w.option("a"), worse, kind=QuestionType.POINTS),
        roles=(w.role("x", joy=1),),
    )
    assert survey(given).lens_gaps == ()


def test_a_scenario_without_dilemmas_has_one_empty_path() -> None:
    assert survey(w.scenario(), None).paths == 1


def test_what_no_path_leads_to_is_named() -> None:
    never = FlagSet(FlagId("never"))
    given = w.scenario(
        w.dilemma("d1", w.option("a"), w.option("b", when=never)),
        w.dilemma("d2", when=never),
    )
    found = survey(given)
    assert found.unplayed == (DilemmaId("d2"),)
    assert found.unused == ((DilemmaId("d1"), OptionId("b")),)


def test_a_share_of_the_points_is_use_enough() -> None:
    given = w.scenario(w.dilemma("d1", *map(w.option, "abc"), kind=QuestionType.POINTS))
    assert survey(given).unused == ()
