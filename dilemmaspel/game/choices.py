"""Choices: what may stand on a ballot, and the one form in which it is kept."""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import TypeGuard

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Ballot, Channel, Choice, Vote
from dilemmaspel.game.ids import OptionId, frozen
from dilemmaspel.game.scenario import Dilemma, Option, PointsSpec, RankingSpec
from dilemmaspel.game.terms import QuestionType

CONSENT_ANSWERS = (NO_OBJECTION, OBJECTION)
"""The two answers of a consent check, in the order of the ballot."""

DEFAULT_SCALE = 5
"""Scale points of an agreement that does not say."""


class ChoiceFault(StrEnum):
    """Why a choice cannot be counted."""

    WRONG_SHAPE = "wrong_shape"
    """Not the kind of answer that this question asks for."""
    UNKNOWN_OPTION = "unknown_option"
    DUPLICATE = "duplicate"
    """The same option twice."""
    NOT_A_SCALE_POINT = "not_a_scale_point"
    NEGATIVE = "negative"
    """An option with less than no points."""
    WRONG_STEP = "wrong_step"
    WRONG_SUM = "wrong_sum"
    MISSING_OPTION = "missing_option"
    """A full order is asked for and an option is not in it."""
    TOO_FEW_RANKED = "too_few_ranked"
    """Fewer options in order than `min_ranked`."""
    NOT_BY_HAND = "not_by_hand"
    """A show of hands cannot give this answer."""
    WRONG_COUNT = "wrong_count"
    """A ballot of nobody, or a single ballot that claims to be more."""
    REASON_NEEDED = "reason_needed"
    """An objection without its reason."""


def ballot_options(dilemma: Dilemma, world_visible: tuple[Option, ...]) -> tuple[OptionId, ...]:
    """Give the options that stand on the ballot; none for an agreement, which has a scale."""
    if dilemma.type is QuestionType.AGREEMENT:
        return ()
    return tuple(option.id for option in world_visible)


def scale_points(dilemma: Dilemma) -> int:
    """Give the number of scale points of an agreement; 0 for the other questions."""
    if dilemma.type is not QuestionType.AGREEMENT:
        return 0
    return dilemma.agreement.points if dilemma.agreement else DEFAULT_SCALE


def check_choice(
    dilemma: Dilemma,
    options: tuple[OptionId, ...],
    choice: object,
    vote: Vote = Vote.FIRST,
) -> ChoiceFault | None:
    """Tell what is wrong with a choice, or None when it can be counted.

    `options` are those of `ballot_options`, or the tied ones in a run-off, where every question
    asks for one option. Takes lists for tuples, as JSON gives them. None (abstaining) is valid.
    """
    if choice is None:
        return None
    if vote is Vote.CONSENT:
        return _check_one(dilemma, CONSENT_ANSWERS, choice)
    if vote is Vote.RUNOFF:
        return _check_one(dilemma, options, choice)
    return _CHECKS[dilemma.type](dilemma, options, choice)


def check_ballot(
    dilemma: Dilemma, options: tuple[OptionId, ...], ballot: Ballot, vote: Vote
) -> ChoiceFault | None:
    """Tell what is wrong with a whole ballot: its choice, its count and its reason."""
    fault = check_choice(dilemma, options, ballot.choice, vote)
    if fault is not None:
        return fault
    if ballot.channel is Channel.HANDS:
        return _check_hands(dilemma, ballot, vote)
    if ballot.count != 1 or ballot.heads < 1:
        return ChoiceFault.WRONG_COUNT
    return _check_reason(ballot, vote)


def canonical(
    dilemma: Dilemma, choice: object, options: tuple[OptionId, ...] | None = None
) -> Choice:
    """Bring a checked choice into the form in which it is kept.

    Ticks come in ballot order, points get their zeros (for `options`, or all of the dilemma) in
    ballot order and become read-only, a ranking becomes a tuple. What is no choice at all
    becomes None; `check_choice` has refused it before.
    """
    if isinstance(choice, str):
        return OptionId(choice)
    if _is_whole(choice):
        return choice
    order = options if options is not None else tuple(o.id for o in dilemma.options)
    if isinstance(choice, Mapping):
        return frozen({option: _whole(choice.get(option)) for option in order})
    if isinstance(choice, (list, tuple)):
        if dilemma.type is QuestionType.APPROVAL:
            return tuple(option for option in order if option in choice)
        return tuple(OptionId(str(item)) for item in choice)
    return None


def choice_key(choice: Choice) -> str:
    """Write a choice as one stable text (JSON, keys sorted): for cells, shuffles and logs."""
    plain = dict(choice) if isinstance(choice, Mapping) else choice
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _check_one(_: Dilemma, options: tuple[OptionId, ...], choice: object) -> ChoiceFault | None:
    if not isinstance(choice, str):
        return ChoiceFault.WRONG_SHAPE
    return None if choice in options else ChoiceFault.UNKNOWN_OPTION


def _check_scale(dilemma: Dilemma, _: tuple[OptionId, ...], choice: object) -> ChoiceFault | None:
    if not _is_whole(choice):
        return ChoiceFault.WRONG_SHAPE
    if choice not in range(1, scale_points(dilemma) + 1):
        return ChoiceFault.NOT_A_SCALE_POINT
    return None


def _check_ticks(_: Dilemma, options: tuple[OptionId, ...], choice: object) -> ChoiceFault | None:
    if not isinstance(choice, (list, tuple)) or not all(isinstance(i, str) for i in choice):
        return ChoiceFault.WRONG_SHAPE
    if any(item not in options for item in choice):
        return ChoiceFault.UNKNOWN_OPTION
    if len(set(choice)) < len(choice):
        return ChoiceFault.DUPLICATE
    return None


def _check_ranking(
    dilemma: Dilemma, options: tuple[OptionId, ...], choice: object
) -> ChoiceFault | None:
    fault = _check_ticks(dilemma, options, choice)
    if fault is not None or not isinstance(choice, (list, tuple)):
        return fault
    asked = (dilemma.ranking or RankingSpec()).min_ranked
    if asked is None:
        return ChoiceFault.MISSING_OPTION if len(choice) < len(options) else None
    enough = min(max(asked, 1), len(options))
    return ChoiceFault.TOO_FEW_RANKED if len(choice) < enough else None


def _check_points(
    dilemma: Dilemma, options: tuple[OptionId, ...], choice: object
) -> ChoiceFault | None:
    if not isinstance(choice, Mapping):
        return ChoiceFault.WRONG_SHAPE
    fault = next(_share_faults(dilemma, options, choice), None)
    if fault is not None:
        return fault
    total = (dilemma.points or PointsSpec()).total
    return None if sum(choice.values()) == total else ChoiceFault.WRONG_SUM


def _share_faults(
    dilemma: Dilemma, options: tuple[OptionId, ...], choice: Mapping[object, object]
) -> Iterator[ChoiceFault]:
    step = max((dilemma.points or PointsSpec()).step, 1)
    for option, share in choice.items():
        if not isinstance(option, str) or not _is_whole(share):
            yield ChoiceFault.WRONG_SHAPE
        elif option not in options and (share or dilemma.option(option) is None):
            yield ChoiceFault.UNKNOWN_OPTION
        elif share < 0:
            yield ChoiceFault.NEGATIVE
        elif share % step:
            yield ChoiceFault.WRONG_STEP


def _check_hands(dilemma: Dilemma, ballot: Ballot, vote: Vote) -> ChoiceFault | None:
    if ballot.count < 1 or ballot.heads != 1:
        return ChoiceFault.WRONG_COUNT
    if vote in (Vote.RUNOFF, Vote.CONSENT):
        return _check_reason(ballot, vote)
    if dilemma.type in (QuestionType.POINTS, QuestionType.RANKING):
        return ChoiceFault.NOT_BY_HAND
    if isinstance(ballot.choice, (list, tuple)) and len(ballot.choice) > 1:
        return ChoiceFault.NOT_BY_HAND
    return None


def _check_reason(ballot: Ballot, vote: Vote) -> ChoiceFault | None:
    if vote is Vote.CONSENT and ballot.choice == OBJECTION and not ballot.objection.strip():
        return ChoiceFault.REASON_NEEDED
    return None


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _whole(value: object) -> int:
    return value if _is_whole(value) else 0


_Check = Callable[[Dilemma, tuple[OptionId, ...], object], ChoiceFault | None]

_CHECKS: Mapping[QuestionType, _Check] = frozen(
    {
        QuestionType.SINGLE_CHOICE: _check_one,
        QuestionType.AGREEMENT: _check_scale,
        QuestionType.POINTS: _check_points,
        QuestionType.RANKING: _check_ranking,
        QuestionType.APPROVAL: _check_ticks,
    }
)
