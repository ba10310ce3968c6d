"""The small language of conditions (game model 3.10)."""

from dataclasses import replace
from fractions import Fraction

import pytest

from dilemmaspel.game.conditions import (
    AllOf,
    Always,
    AnyOf,
    BudgetField,
    BudgetIs,
    Condition,
    FlagSet,
    IndicatorIs,
    NotOf,
    Op,
    RoundIs,
    ShareIs,
    VoteIs,
    VoteMeasure,
    WasChosen,
)
from dilemmaspel.game.holds import condition_text, holds
from dilemmaspel.game.ids import DilemmaId, FlagId, IndicatorId, OptionId, frozen
from dilemmaspel.game.scenario import Budget, Cost
from dilemmaspel.game.values import VoteFacts
from tests.game import worlds as w
from tests.game.worlds import JOY

D1 = DilemmaId("d1")
SET, UNSET = FlagSet(FlagId("x")), FlagSet(FlagId("y"))
FACTS = VoteFacts(Fraction("0.5"), Fraction("0.75"), None)

WORLD = replace(
    w.after(
        w.scenario(
            w.dilemma("d1", w.option("a", set_flags=w.flags("x"), cost=Cost(5, 30, 1))),
            budget=Budget(annual=90, reserve=40),
        ),
        "a",
    ),
    votes=frozen({D1: FACTS}),
)


def _chosen(dilemma: str, *options: str) -> WasChosen:
    return WasChosen(DilemmaId(dilemma), tuple(map(OptionId, options)))


def _vote(measure: VoteMeasure, op: Op, value: str, dilemma: str = "d1") -> VoteIs:
    return VoteIs(DilemmaId(dilemma), measure, op, Fraction(value))


@pytest.mark.parametrize(
    "condition",
    [
        Always(),
        SET,
        NotOf(UNSET),
        AllOf(()),
        AllOf((SET, Always())),
        AnyOf((UNSET, SET)),
        _chosen("d1", "z", "a"),
        IndicatorIs(JOY, Op.EQUAL, Fraction(50)),
        BudgetIs(BudgetField.RESERVE, Op.EQUAL, Fraction(35)),
        BudgetIs(BudgetField.FREE, Op.EQUAL, Fraction(60)),
        RoundIs(Op.EQUAL, Fraction(1)),
        _vote(VoteMeasure.CONSENSUS, Op.AT_MOST, "1/2"),
        _vote(VoteMeasure.TOP_SHARE, Op.AT_LEAST, "0.75"),
    ],
    ids=condition_text,
)
def test_it_holds(condition: Condition) -> None:
    assert holds(condition, WORLD)


@pytest.mark.parametrize(
    "condition",
    [
        UNSET,
        NotOf(SET),
        AllOf((SET, UNSET)),
        AnyOf(()),
        AnyOf((UNSET, NotOf(SET))),
        _chosen("d1", "b"),
        _chosen("d9", "a"),
        IndicatorIs(JOY, Op.ABOVE, Fraction(50)),
        IndicatorIs(IndicatorId("luck"), Op.ABOVE, Fraction(0)),
        BudgetIs(BudgetField.RESERVE, Op.BELOW, Fraction(0)),
        RoundIs(Op.ABOVE, Fraction(1)),
        _vote(VoteMeasure.MOVED_SHARE, Op.AT_LEAST, "0"),
        _vote(VoteMeasure.CONSENSUS, Op.AT_LEAST, "0", "d9"),
        ShareIs(OptionId("a"), Op.AT_LEAST, Fraction(0)),
    ],
    ids=condition_text,
)
def test_it_does_not_hold(condition: Condition) -> None:
    assert not holds(condition, WORLD)


@pytest.mark.parametrize(("option", "expected"), [("a", True), ("b", False), ("zz", False)])
def test_a_share_is_that_of_the_dilemma_at_hand(option: str, expected: bool) -> None:
    condition = ShareIs(OptionId(option), Op.ABOVE, Fraction(50))
    assert holds(condition, WORLD, w.shares(a=60, b=40)) is expected


@pytest.mark.parametrize(
    ("op", "below", "same", "above"),
    [
        (Op.AT_LEAST, False, True, True),
        (Op.AT_MOST, True, True, False),
        (Op.ABOVE, False, False, True),
        (Op.BELOW, True, False, False),
        (Op.EQUAL, False, True, False),
    ],
)
def test_a_comparison_is_exact(op: Op, below: bool, same: bool, above: bool) -> None:
    third = Fraction(1, 3)
    sides = [third - Fraction(1, 10**9), third, third + Fraction(1, 10**9)]
    assert [op.holds(left, third) for left in sides] == [below, same, above]


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (Always(), "always"),
        (NotOf(SET), "{not: {flag: x}}"),
        (AllOf((SET, UNSET)), "{all: [{flag: x}, {flag: y}]}"),
        (AnyOf((SET, UNSET)), "{any: [{flag: x}, {flag: y}]}"),
        (_chosen("d1", "a", "b"), "{chosen: {dilemma: d1, option: [a, b]}}"),
        (
            IndicatorIs(JOY, Op.AT_LEAST, Fraction(53)),
            '{indicator: {id: joy, op: ">=", value: 53}}',
        ),
        (
            BudgetIs(BudgetField.FREE, Op.BELOW, Fraction(0)),
            '{budget: {field: free, op: "<", value: 0}}',
        ),
        (
            ShareIs(OptionId("a"), Op.AT_MOST, Fraction(101, 2)),
            '{share: {option: a, op: "<=", value: 101/2}}',
        ),
        (
            _vote(VoteMeasure.TOP_SHARE, Op.ABOVE, "2/3"),
            '{vote: {dilemma: d1, measure: top_share, op: ">", value: 2/3}}',
        ),
        (RoundIs(Op.EQUAL, Fraction(2)), '{round: {op: "==", value: 2}}'),
    ],
)
def test_a_condition_reads_as_in_the_scenario(condition: Condition, text: str) -> None:
    assert condition_text(condition) == text
