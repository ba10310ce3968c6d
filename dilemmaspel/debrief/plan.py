"""The plan of a debrief: which questions a profile has time for, and how long each step takes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from dilemmaspel.debrief.panel import PlannedQuestion, QuestionPlan
from dilemmaspel.debrief.saying import say
from dilemmaspel.game.debriefing import MINUTES, Part, part_of, with_time_for
from dilemmaspel.game.measures import points_shown
from dilemmaspel.game.setup import Profile
from dilemmaspel.game.steps import QUESTIONS
from dilemmaspel.words.debrief import (
    APPLYING,
    BEGINNING,
    DESCRIBING,
    UNDERSTANDING,
    question,
)

_STEPS: Final[Mapping[Part, str]] = {
    Part.OUT_OF_ROLE: BEGINNING,
    Part.DESCRIBE: DESCRIBING,
    Part.UNDERSTAND: UNDERSTANDING,
    Part.APPLY: APPLYING,
}
"""Rounding off is part of the minutes of applying."""


def question_plan(
    profile: Profile, questions: Sequence[int] = tuple(range(QUESTIONS))
) -> QuestionPlan:
    """Plan the questions of a session (by number, in order) for a profile.

    The minutes of a step go to its planned questions in equal whole shares; a question that the
    profile has no time for has none. A number that does not exist raises IndexError.
    """
    advised, wholes = with_time_for(profile, questions), _minutes(profile)
    minutes: dict[int, int] = {}
    for part, whole in wholes.items():
        inside = [number for number in advised if _part(number) is part]
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
        minutes=tuple((say(_STEPS[part]), whole) for part, whole in wholes.items()),
    )


def _minutes(profile: Profile) -> Mapping[Part, int]:
    own = MINUTES[profile]
    closing = {Part.APPLY: own[Part.CLOSE]}
    return {part: own[part] + closing.get(part, 0) for part in _STEPS}


def _part(number: int) -> Part:
    part = part_of(number)
    return Part.APPLY if part is Part.CLOSE else part
