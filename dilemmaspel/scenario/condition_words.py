"""Conditions in words, short enough to stand in a map."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

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
from dilemmaspel.game.ids import FlagId
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import INDICATORS

_SIGNS: Final = {Op.AT_LEAST: "≥", Op.AT_MOST: "≤", Op.ABOVE: ">", Op.BELOW: "<", Op.EQUAL: "="}
_BUDGET: Final = {BudgetField.RESERVE: mark("the reserve"), BudgetField.FREE: mark("free money")}
_MEASURES: Final = {
    VoteMeasure.CONSENSUS: mark("consensus"),
    VoteMeasure.TOP_SHARE: mark("share of the top"),
    VoteMeasure.MOVED_SHARE: mark("share that moved"),
}


def condition_words(texts: Texts, condition: Condition) -> str:
    """Say a condition in a few words; flags, dilemmas and options by their ids."""
    match condition:
        case Always():
            return texts(mark("always"))
        case AllOf(parts):
            return _joined(texts, parts, texts(mark("and")))
        case AnyOf(parts):
            return _joined(texts, parts, texts(mark("or")))
        case NotOf(FlagSet(flag)):
            return texts(mark("flag {flag} off"), flag=flag)
        case NotOf(part):
            return texts(mark("not {what}"), what=_inner(texts, part))
        case FlagSet(flag):
            return texts(mark("flag {flag} on"), flag=flag)
        case WasChosen(dilemma, options):
            either = f" {texts(mark('or'))} ".join(options)
            return texts(mark("{dilemma} became {options}"), dilemma=dilemma, options=either)
    return _comparison(texts, condition)


def flags_in(condition: Condition) -> Iterable[FlagId]:
    """The flags that a condition asks for, each as often as it does."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return [flag for part in parts for flag in flags_in(part)]
        case NotOf(part):
            return flags_in(part)
        case FlagSet(flag):
            return [flag]
    return []


def _comparison(texts: Texts, condition: Condition) -> str:
    match condition:
        case IndicatorIs(indicator, op, value):
            named = INDICATORS.get(indicator)
            what = texts(named.name) if named else str(indicator)
        case BudgetIs(field, op, value):
            what = texts(_BUDGET[field])
        case ShareIs(option, op, value):
            what = texts(mark("share of {option}"), option=option)
        case VoteIs(dilemma, measure, op, value):
            what = texts(
                mark("{measure} in {dilemma}"), measure=texts(_MEASURES[measure]), dilemma=dilemma
            )
        case RoundIs(op, value):
            what = texts(mark("round"))
        case _:
            raise TypeError(f"There are no words for {condition!r}.")
    return f"{what} {_SIGNS[op]} {_number(texts, value)}"


def _joined(texts: Texts, parts: Iterable[Condition], word: str) -> str:
    return f" {word} ".join(_inner(texts, part) for part in parts)


def _inner(texts: Texts, part: Condition) -> str:
    words = condition_words(texts, part)
    return f"({words})" if isinstance(part, AllOf | AnyOf) else words


def _number(texts: Texts, value: Fraction) -> str:
    if value.denominator == 1:
        return texts.number(value)
    tenths = (value * 100).denominator == 1
    return texts.number(value, 2) if tenths else f"{value.numerator}/{value.denominator}"
