"""The plan of a debrief: which questions a profile has time for, and how long each step takes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from dilemmaspel.debrief.panel import PlannedQuestion, QuestionPlan
from dilemmaspel.debrief.saying import say
from dilemmaspel.game.measures import points_shown
from dilemmaspel.game.setup import Profile
from dilemmaspel.game.steps import QUESTIONS
from dilemmaspel.words.debrief import (
    APPLYING,
    BEGINNING,
    CLOSING,
    DESCRIBING,
    UNDERSTANDING,
    question,
)

_STEPS: Final = (BEGINNING, DESCRIBING, UNDERSTANDING, APPLYING)
"""Rounding off is part of the minutes of applying."""

_MINUTES: Final[Mapping[Profile, tuple[int, int, int, int]]] = {
    Profile.SHORT: (3, 6, 6, 5),
    Profile.STANDARD: (5, 12, 12, 11),
    Profile.HALF_DAY: (5, 18, 20, 17),
}
"""Per step, from game model 7."""

_ADVISED: Final[Mapping[Profile, frozenset[int]]] = {
    Profile.SHORT: frozenset({0, 2, 3, 8, 10, 15, 16}),
    Profile.STANDARD: frozenset({0, 1, 2, 3, 5, 8, 10, 13, 14, 15, 16, 17, 18, 19}),
    Profile.HALF_DAY: frozenset(range(QUESTIONS + 3)),
}
"""Each gets two minutes at least: the question of the theme has a place from standard on."""


def question_plan(
    profile: Profile, questions: Sequence[int] = tuple(range(QUESTIONS))
) -> QuestionPlan:
    """Plan the questions of a session (by number, in order) for a profile.

    The minutes of a step go to its advised questions in equal whole shares; a question that the
    profile has no time for has none. A number that does not exist raises IndexError.
    """
    advised = [number for number in questions if number in _ADVISED[profile]]
    minutes: dict[int, int] = {}
    for step, whole in zip(_STEPS, _MINUTES[profile], strict=True):
        inside = [number for number in advised if _step(number) == step]
        minutes |= points_shown({number: Fraction(whole, len(inside)) for number in inside})
    return QuestionPlan(
        questions=tuple(
            PlannedQuestion(
                number=number,
                step=say(question(number).step),
                question=say(question(number).text),
                minutes=minutes.get(number, 0),
                advised=number in advised,
            )
            for number in questions
        ),
        minutes=tuple(zip(map(say, _STEPS), _MINUTES[profile], strict=True)),
    )


def _step(number: int) -> str:
    step = question(number).step
    return APPLYING if step == CLOSING else step
