"""Whether a condition holds in a world, and how it reads in the scenario."""

from collections.abc import Mapping
from fractions import Fraction

from dilemmaspel.game.budget import free
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
    RoundIs,
    ShareIs,
    VoteIs,
    VoteMeasure,
    WasChosen,
)
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.values import Chosen, VoteFacts, World

Shares = Mapping[OptionId, Fraction]


def holds(condition: Condition, world: World, shares: Shares | None = None) -> bool:
    """Tell whether `condition` holds in `world`.

    `shares` are the mean points of the dilemma the condition stands in. `free` is of the year
    `world.round`. What is unknown (no such vote, no shares) does not hold.
    """
    match condition:
        case Always():
            return True
        case AllOf(parts):
            return all(holds(part, world, shares) for part in parts)
        case AnyOf(parts):
            return any(holds(part, world, shares) for part in parts)
        case NotOf(part):
            return not holds(part, world, shares)
        case FlagSet(flag):
            return flag in world.flags
        case WasChosen(dilemma, options):
            return any(o in options for o in world.chosen.get(dilemma, Chosen()).options)
        case _:
            value = _measured(condition, world, shares)
            return value is not None and condition.op.holds(value, condition.value)


def _measured(
    condition: IndicatorIs | BudgetIs | ShareIs | VoteIs | RoundIs,
    world: World,
    shares: Shares | None,
) -> Fraction | int | None:
    """Look up the number that a comparison is about; None when it is unknown."""
    match condition:
        case IndicatorIs(indicator):
            return world.indicators.get(indicator)
        case BudgetIs(BudgetField.RESERVE):
            return world.reserve
        case BudgetIs():
            return free(world, world.round)
        case ShareIs(option):
            return None if shares is None else shares.get(option, 0)
        case VoteIs(dilemma, measure):
            return _fact(world.votes.get(dilemma, VoteFacts()), measure)
        case _:
            return world.round


def _fact(facts: VoteFacts, measure: VoteMeasure) -> Fraction | None:
    match measure:
        case VoteMeasure.CONSENSUS:
            return facts.consensus
        case VoteMeasure.TOP_SHARE:
            return facts.top_share
        case _:
            return facts.moved_share


def condition_text(condition: Condition) -> str:
    """Write a condition as it stands in a scenario file, on one line."""
    match condition:
        case Always():
            return "always"
        case AllOf(parts):
            return f"{{all: [{', '.join(map(condition_text, parts))}]}}"
        case AnyOf(parts):
            return f"{{any: [{', '.join(map(condition_text, parts))}]}}"
        case NotOf(part):
            return f"{{not: {condition_text(part)}}}"
        case FlagSet(flag):
            return f"{{flag: {flag}}}"
        case WasChosen(dilemma, options):
            return f"{{chosen: {{dilemma: {dilemma}, option: [{', '.join(options)}]}}}}"
        case _:
            return _comparison_text(condition)


def _comparison_text(condition: IndicatorIs | BudgetIs | ShareIs | VoteIs | RoundIs) -> str:
    number = f'op: "{condition.op}", value: {condition.value}'
    match condition:
        case IndicatorIs(indicator):
            return f"{{indicator: {{id: {indicator}, {number}}}}}"
        case BudgetIs(field):
            return f"{{budget: {{field: {field}, {number}}}}}"
        case ShareIs(option):
            return f"{{share: {{option: {option}, {number}}}}}"
        case VoteIs(dilemma, measure):
            return f"{{vote: {{dilemma: {dilemma}, measure: {measure}, {number}}}}}"
        case _:
            return f"{{round: {{{number}}}}}"
