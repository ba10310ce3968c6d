"""Whether two conditions can never hold together, as far as their form tells."""

from fractions import Fraction

from dilemmaspel.game.conditions import (
    AllOf,
    AnyOf,
    BudgetIs,
    Condition,
    IndicatorIs,
    NotOf,
    Op,
    RoundIs,
    ShareIs,
    VoteIs,
    WasChosen,
)
from dilemmaspel.game.ids import DilemmaId

Comparison = IndicatorIs | BudgetIs | ShareIs | VoteIs | RoundIs

_FLIPPED = {
    Op.AT_LEAST: Op.BELOW,
    Op.AT_MOST: Op.ABOVE,
    Op.ABOVE: Op.AT_MOST,
    Op.BELOW: Op.AT_LEAST,
}


def excludes(a: Condition, b: Condition, single: frozenset[DilemmaId]) -> bool:
    """Tell whether `a` and `b` contradict each other in every world.

    `single` are the dilemmas with one winner. False means "not seen", not "possible".
    """
    return _excludes(_pushed(a), _pushed(b), single)


def _pushed(condition: Condition) -> Condition:
    """Move every `not` inward as far as it goes."""
    match condition:
        case AllOf(parts):
            return AllOf(tuple(map(_pushed, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_pushed, parts)))
        case NotOf(AllOf(parts)):
            return AnyOf(tuple(_pushed(NotOf(p)) for p in parts))
        case NotOf(AnyOf(parts)):
            return AllOf(tuple(_pushed(NotOf(p)) for p in parts))
        case NotOf(NotOf(part)):
            return _pushed(part)
        case NotOf(IndicatorIs(name, op, value)) if op in _FLIPPED:
            return IndicatorIs(name, _FLIPPED[op], value)
        case NotOf(BudgetIs(field, op, value)) if op in _FLIPPED:
            return BudgetIs(field, _FLIPPED[op], value)
        case NotOf(RoundIs(op, value)) if op in _FLIPPED:
            return RoundIs(_FLIPPED[op], value)
        case _:
            return condition


def _excludes(a: Condition, b: Condition, single: frozenset[DilemmaId]) -> bool:
    match (a, b):
        case (AnyOf(parts), other) | (other, AnyOf(parts)):
            return all(_excludes(part, other, single) for part in parts)
        case (AllOf(parts), other) | (other, AllOf(parts)):
            return any(_excludes(part, other, single) for part in parts)
        case (NotOf(part), other) | (other, NotOf(part)) if part == other:
            return True
        case (WasChosen(), WasChosen()):
            apart = set(a.options).isdisjoint(b.options)
            return a.dilemma == b.dilemma and a.dilemma in single and apart
        case (IndicatorIs(), IndicatorIs()):
            return a.indicator == b.indicator and _apart(a, b)
        case (BudgetIs(), BudgetIs()):
            return a.field == b.field and _apart(a, b)
        case (VoteIs(), VoteIs()):
            return (a.dilemma, a.measure) == (b.dilemma, b.measure) and _apart(a, b)
        case (RoundIs(), RoundIs()):
            return _apart(a, b)
        case _:
            return False


def _apart(a: Comparison, b: Comparison) -> bool:
    """Tell whether no number passes both comparisons."""
    low = max((_low(a), _low(b)), key=lambda bound: (bound is not None, bound or (0, 0)))
    high = min((_high(a), _high(b)), key=lambda bound: (bound is None, bound or (0, 0)))
    return low is not None and high is not None and low > high


def _low(c: Comparison) -> tuple[Fraction, int] | None:
    """Give the lower bound; the second number is 1 when the bound itself does not pass."""
    if c.op in (Op.AT_LEAST, Op.EQUAL):
        return (c.value, 0)
    return (c.value, 1) if c.op is Op.ABOVE else None


def _high(c: Comparison) -> tuple[Fraction, int] | None:
    """Give the upper bound; the second number is -1 when the bound itself does not pass."""
    if c.op in (Op.AT_MOST, Op.EQUAL):
        return (c.value, 0)
    return (c.value, -1) if c.op is Op.BELOW else None
