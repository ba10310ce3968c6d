"""Conditions that can never hold together."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from dilemmaspel.game.excludes import excludes
from dilemmaspel.game.holds import condition_text, holds
from dilemmaspel.game.ids import DilemmaId, FlagId, IndicatorId, OptionId
from dilemmaspel.game.values import Chosen, World

D1, D2 = DilemmaId("d1"), DilemmaId("d2")
SINGLE = frozenset({D1})
X, Y = FlagSet(FlagId("x")), FlagSet(FlagId("y"))
JOY, LOAD = IndicatorId("joy"), IndicatorId("load")


def _joy(op: Op, value: int, indicator: IndicatorId = JOY) -> IndicatorIs:
    return IndicatorIs(indicator, op, Fraction(value))


def _chose(*options: str, dilemma: DilemmaId = D1) -> WasChosen:
    return WasChosen(dilemma, tuple(map(OptionId, options)))


def _round(op: Op, value: int) -> RoundIs:
    return RoundIs(op, Fraction(value))


def _money(op: Op, value: int, field: BudgetField = BudgetField.FREE) -> BudgetIs:
    return BudgetIs(field, op, Fraction(value))


def _vote(op: Op, measure: VoteMeasure = VoteMeasure.CONSENSUS) -> VoteIs:
    return VoteIs(D1, measure, op, Fraction(1, 2))


APART: list[tuple[Condition, Condition]] = [
    (X, NotOf(X)),
    (AllOf((X, Y)), NotOf(X)),
    (AnyOf((X, Y)), NotOf(AnyOf((Y, X)))),
    (NotOf(NotOf(X)), NotOf(X)),
    (NotOf(AllOf((X, Y))), AllOf((Y, X))),
    (AnyOf(()), Always()),
    (_chose("a"), _chose("b", "c")),
    (_chose("a", dilemma=D2), NotOf(_chose("a", dilemma=D2))),
    (_joy(Op.AT_LEAST, 50), _joy(Op.BELOW, 50)),
    (_joy(Op.ABOVE, 50), _joy(Op.AT_MOST, 50)),
    (_joy(Op.ABOVE, 50), NotOf(_joy(Op.ABOVE, 50))),
    (_joy(Op.EQUAL, 50), _joy(Op.EQUAL, 51)),
    (_joy(Op.EQUAL, 50), NotOf(_joy(Op.EQUAL, 50))),
    (_round(Op.AT_MOST, 2), _round(Op.AT_LEAST, 3)),
    (NotOf(_round(Op.AT_LEAST, 3)), _round(Op.EQUAL, 3)),
    (_money(Op.BELOW, 0), NotOf(_money(Op.BELOW, 0))),
    (_vote(Op.BELOW), _vote(Op.ABOVE)),
]

TOGETHER: list[tuple[Condition, Condition]] = [
    (Always(), Always()),
    (X, Y),
    (X, NotOf(Y)),
    (X, Always()),
    (AnyOf((X, Y)), NotOf(X)),
    (_chose("a", "b"), _chose("b")),
    (_chose("a", dilemma=D2), _chose("b", dilemma=D2)),
    (_chose("a"), _chose("b", dilemma=D2)),
    (_joy(Op.AT_LEAST, 50), _joy(Op.AT_MOST, 50)),
    (_joy(Op.AT_LEAST, 50), _joy(Op.AT_LEAST, 60)),
    (_joy(Op.BELOW, 50), _joy(Op.AT_MOST, 40)),
    (_joy(Op.AT_LEAST, 50), _joy(Op.BELOW, 50, LOAD)),
    (_money(Op.BELOW, 0), _money(Op.ABOVE, 0, BudgetField.RESERVE)),
    (_vote(Op.BELOW), _vote(Op.ABOVE, VoteMeasure.TOP_SHARE)),
    (
        ShareIs(OptionId("a"), Op.BELOW, Fraction(1)),
        ShareIs(OptionId("a"), Op.ABOVE, Fraction(1)),
    ),
]


def _name(pair: tuple[Condition, Condition]) -> str:
    return " and ".join(map(condition_text, pair))


@pytest.mark.parametrize("pair", APART, ids=_name)
def test_these_never_hold_together(pair: tuple[Condition, Condition]) -> None:
    a, b = pair
    assert excludes(a, b, SINGLE)
    assert excludes(b, a, SINGLE)


@pytest.mark.parametrize("pair", TOGETHER, ids=_name)
def test_these_are_not_seen_to_exclude_each_other(pair: tuple[Condition, Condition]) -> None:
    a, b = pair
    assert not excludes(a, b, SINGLE)
    assert not excludes(b, a, SINGLE)


_VALUES = st.integers(0, 3).map(Fraction)
_OPS = st.sampled_from(Op)
_LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.just(Always()),
    st.sampled_from((X, Y)),
    st.builds(IndicatorIs, st.sampled_from((JOY, LOAD)), _OPS, _VALUES),
    st.builds(BudgetIs, st.just(BudgetField.RESERVE), _OPS, _VALUES),
    st.builds(RoundIs, _OPS, _VALUES),
    st.sets(st.sampled_from("abc"), min_size=1).map(lambda names: _chose(*names)),
)


def _nested(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(several.map(AllOf), several.map(AnyOf), inner.map(NotOf))


CONDITIONS = st.recursive(_LEAVES, _nested, max_leaves=6)
WORLDS = st.builds(
    World,
    round=st.integers(0, 3),
    indicators=st.fixed_dictionaries({JOY: st.integers(0, 3), LOAD: st.integers(0, 3)}),
    annual=st.just(0),
    reserve=st.integers(0, 3),
    flags=st.frozensets(st.sampled_from((FlagId("x"), FlagId("y")))),
    chosen=st.sampled_from("abc").map(lambda name: {D1: Chosen((OptionId(name),))}),
)


@given(CONDITIONS, CONDITIONS, WORLDS)
def test_what_excludes_each_other_never_holds_together(
    a: Condition, b: Condition, world: World
) -> None:
    if excludes(a, b, SINGLE):
        assert not (holds(a, world) and holds(b, world))
