"""Whole paths: playing one, the null line, "what if" and who paid (game model 3.2 and 3.11)."""

from fractions import Fraction

import pytest

from dilemmaspel.game.conditions import FlagSet, NotOf, Op, VoteIs, VoteMeasure
from dilemmaspel.game.ids import DilemmaId, FlagId, OptionId, PocketId
from dilemmaspel.game.lines import (
    PocketLine,
    left_out,
    null_line,
    payers,
    play,
    unvoted,
    what_if,
    worlds_at_votes,
)
from dilemmaspel.game.scenario import (
    Aftermath,
    Budget,
    Cost,
    Dilemma,
    Grant,
    Happening,
    PointsSpec,
    RankingSpec,
)
from dilemmaspel.game.terms import QuestionType, RankingEffects
from dilemmaspel.game.values import Chosen, VoteFacts, World
from dilemmaspel.game.world import new_world, start_round
from tests.game import worlds as w
from tests.game.worlds import JOY, LOAD

D1, D2, D3 = map(DilemmaId, ("d1", "d2", "d3"))
KEY = FlagSet(FlagId("key"))

GIVEN = w.scenario(
    w.dilemma("d1", w.option("a"), w.option("b", set_flags=w.flags("key"))),
    w.dilemma(
        "d2",
        w.option("a", effects=w.effects(joy=1)),
        w.option("b", effects=w.effects(joy=-1)),
        when=NotOf(KEY),
    ),
    w.dilemma(
        "d2z",
        w.option("a", effects=w.effects(joy=5)),
        w.option("b", effects=w.effects(joy=7)),
        when=KEY,
        status_quo=OptionId("b"),
    ),
    w.dilemma("d3", w.option("a"), w.option("b", when=NotOf(KEY)), w.option("c")),
    drift=w.effects(load=1),
    aftermath=Aftermath(2),
)


# Playing


def test_a_played_path_goes_on_into_the_aftermath() -> None:
    world = play(GIVEN, w.decided(d1="a", d2="a", d3="a"))
    assert list(world.chosen) == ["d1", "d2", "d3"]
    assert [snapshot.round for snapshot in world.snapshots] == [1, 2, 3, 4, 5]
    assert world.indicators[LOAD] == 64


def test_a_dilemma_without_a_choice_costs_no_year() -> None:
    world = play(GIVEN, w.decided(d1="a", d3="a"))
    assert (list(world.chosen), world.round) == (["d1", "d3"], 4)


def test_a_chooser_sees_the_year_that_has_begun() -> None:
    seen: list[tuple[str, int]] = []

    def choose(dilemma: Dilemma, world: World) -> Chosen:
        seen.append((dilemma.id, world.round))
        return w.chose("b")

    play(GIVEN, choose)
    assert seen == [("d1", 1), ("d2z", 2), ("d3", 3)]


def test_a_plan_limits_the_path() -> None:
    world = play(GIVEN, lambda *_: w.chose("a"), w.plan("d1 d3"))
    assert list(world.chosen) == ["d1", "d3"]


def test_the_facts_of_votes_can_bend_the_path() -> None:
    agreed = VoteIs(D1, VoteMeasure.CONSENSUS, Op.AT_LEAST, Fraction(3, 4))
    given = w.scenario(w.dilemma("d1"), w.dilemma("d2", when=agreed))
    choices = w.decided(d1="a", d2="a")
    with_facts = play(given, choices, facts={D1: VoteFacts(consensus=Fraction(1))})
    assert (list(with_facts.chosen), list(play(given, choices).chosen)) == (["d1", "d2"], ["d1"])


# The null line


EVENTFUL = w.scenario(
    w.dilemma("d1", w.option("a", effects=w.effects(joy=9), set_flags=w.flags("key"))),
    w.dilemma("d2", event=Happening("x", w.effects(joy=-4)), when=NotOf(KEY)),
    w.dilemma("d2z", event=Happening("y", budget=Grant(annual=-20)), when=KEY),
    drift=w.effects(load=2),
    budget=Budget(annual=10, reserve=30, on_deficit=w.effects(joy=-1)),
    aftermath=Aftermath(1),
)


def test_without_a_session_the_null_line_takes_the_path_without_flags() -> None:
    line = null_line(EVENTFUL)
    assert [(s.indicators[JOY], s.indicators[LOAD]) for s in line] == [(50, 60), (46, 62), (46, 64)]


def test_the_null_line_follows_the_dilemmas_that_were_played() -> None:
    line = null_line(EVENTFUL, w.plan("d1 d2z"))
    assert [(s.indicators[JOY], s.reserve) for s in line] == [(50, 30), (50, 20), (50, 10)]


def test_the_null_line_can_be_drawn_for_any_number_of_years() -> None:
    assert len(null_line(EVENTFUL, w.plan("d1"))) == 2
    assert len(null_line(EVENTFUL, w.plan("d1 d2"), years=1)) == 1
    assert len(null_line(EVENTFUL, w.plan("d1 d9"), years=6)) == 6


# What if


def test_another_decision_changes_what_follows() -> None:
    played = w.decided(d1="a", d2="a", d3="a")
    world = what_if(GIVEN, played, w.decided(d2="b"))
    assert (world.indicators[JOY], world.not_played) == (49, ())


def test_a_dilemma_that_only_this_path_reaches_takes_the_status_quo_and_is_marked() -> None:
    played = w.decided(d1="a", d2="a", d3="a")
    world = what_if(GIVEN, played, w.decided(d1="b"))
    assert (list(world.chosen), world.not_played) == (["d1", "d2z", "d3"], ("d2z",))
    assert (world.indicators[JOY], world.round) == (57, 5)


def test_a_change_for_that_dilemma_is_no_guess() -> None:
    played = w.decided(d1="a", d2="a", d3="a")
    world = what_if(GIVEN, played, w.decided(d1="b", d2z="a"))
    assert (world.indicators[JOY], world.not_played) == (55, ())


def test_a_choice_that_is_hidden_on_this_path_is_replaced_and_marked() -> None:
    played = w.decided(d1="a", d2="a", d3="b")
    world = what_if(GIVEN, played, w.decided(d1="b"))
    assert (world.chosen[D3], world.not_played) == (w.chose("a"), ("d2z", "d3"))


def test_what_the_group_skipped_stays_out() -> None:
    played = w.decided(d1="a", d3="a")
    world = what_if(GIVEN, played, w.decided(d3="c"))
    assert (list(world.chosen), world.not_played) == (["d1", "d3"], ())


def test_after_an_early_end_nothing_is_added_at_the_end() -> None:
    world = what_if(GIVEN, w.decided(d1="a"), w.decided(d1="b"))
    assert (list(world.chosen), world.not_played) == (["d1"], ())


def test_a_session_that_decided_nothing_stays_that_way() -> None:
    assert not what_if(GIVEN, {}, {}).chosen
    assert not what_if(w.scenario(), {}, {}).chosen


def test_a_points_decision_is_kept_as_it_was() -> None:
    given = w.scenario(w.dilemma("d1", kind=QuestionType.POINTS), w.dilemma("d2"))
    world = what_if(given, w.decided(d1=w.gave(a=30, b=70), d2="a"), w.decided(d2="b"))
    assert world.chosen[D1] == w.gave(a=30, b=70)


def test_a_decision_to_choose_nothing_is_kept() -> None:
    given = w.scenario(w.dilemma("d1", kind=QuestionType.APPROVAL), w.dilemma("d2"))
    world = what_if(given, {D1: Chosen(), D2: w.chose("a")}, w.decided(d2="b"))
    assert (world.chosen[D1], world.not_played) == (Chosen(), ())


def test_with_a_plan_only_the_plan_is_replayed() -> None:
    played = w.decided(d1="a", d2="a")
    world = what_if(GIVEN, played, w.decided(d1="b"), plan=w.plan("d1 d2 d2z"))
    assert (list(world.chosen), world.not_played) == (["d1", "d2z"], ("d2z",))


def test_what_was_left_out_can_be_worked_out_once() -> None:
    played = w.decided(d1="a", d3="a")
    out = left_out(GIVEN, played)
    assert out == {D2}
    again = what_if(GIVEN, played, w.decided(d1="b"), out=out)
    assert again == what_if(GIVEN, played, w.decided(d1="b"))


def test_the_world_of_each_vote_has_its_year_begun_and_nothing_decided() -> None:
    found = worlds_at_votes(GIVEN, w.decided(d1="a", d3="a"))
    assert [(name, world.round) for name, world in found.items()] == [("d1", 1), ("d3", 2)]
    assert list(found[DilemmaId("d3")].chosen) == ["d1"]


# Where nobody voted


def _unvoted(dilemma: Dilemma) -> Chosen:
    given = w.scenario(dilemma)
    return unvoted(dilemma, start_round(given, new_world(given), dilemma))


def test_without_a_vote_the_first_option_that_shows_is_taken() -> None:
    hidden = w.option("a", when=KEY)
    assert _unvoted(w.dilemma("d1", hidden, w.option("b"), w.option("c"))) == w.chose("b")


def test_a_hidden_status_quo_is_not_taken() -> None:
    hidden = w.option("c", when=KEY)
    dilemma = w.dilemma("d1", w.option("a"), hidden, status_quo=OptionId("c"))
    assert _unvoted(dilemma) == w.chose("a")


def test_without_a_vote_a_ranking_fills_its_winners_up_in_order() -> None:
    dilemma = w.dilemma(
        "d1",
        *map(w.option, "abc"),
        kind=QuestionType.RANKING,
        ranking=RankingSpec(effects_mode=RankingEffects.TOP_K, k=2),
        status_quo=OptionId("c"),
    )
    assert _unvoted(dilemma) == w.chose("c", "a")


@pytest.mark.parametrize(("spec", "total"), [(PointsSpec(total=20), 20), (None, 100)])
def test_without_a_vote_one_option_gets_all_points(spec: PointsSpec | None, total: int) -> None:
    dilemma = w.dilemma("d1", kind=QuestionType.POINTS, points=spec, status_quo=OptionId("b"))
    assert _unvoted(dilemma) == w.gave(b=total)


# Who paid, who had the benefit


def test_the_payers_stand_next_to_the_benefits_with_the_municipality_first() -> None:
    given = w.scenario(
        w.dilemma("d1", w.option("a", benefits=w.pockets(doctor=40), cost=Cost(yearly=10))),
        w.dilemma(
            "d2",
            w.option("a", pays=True),
            w.option("b", payer=PocketId("shop")),
            w.option("c", payer=PocketId("school")),
            kind=QuestionType.POINTS,
            points=PointsSpec(cost_total=Cost(yearly=60, years=9)),
        ),
        aftermath=Aftermath(1),
    )
    world = play(given, w.decided(d1="a", d2=w.gave(a=50, b=50)))
    assert payers(given, world) == (
        PocketLine(PocketId("gemeente"), 10 + 2 * 30, 0),
        PocketLine(PocketId("shop"), 2 * 30, 0),
        PocketLine(PocketId("school"), 0, 0),
        PocketLine(PocketId("doctor"), 0, 40),
    )


def test_payers_of_a_dilemma_that_was_not_played_stay_out() -> None:
    given = w.scenario(w.dilemma("d1", w.option("a", payer=PocketId("shop"))))
    assert [line.pocket for line in payers(given, new_world(given))] == ["gemeente"]
