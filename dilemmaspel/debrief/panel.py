"""A panel: one question of the debrief with the figures behind it."""

from dataclasses import dataclass

from dilemmaspel.debrief.figures import Figure
from dilemmaspel.debrief.saying import Say


@dataclass(frozen=True, slots=True)
class Panel:
    """One question of the debrief; every figure has its own sentence and table."""

    number: int
    """0 to 16, and 17 to 19 for the question of a theme (`words.debrief.QUESTIONS`)."""
    step: Say
    """Out of your role, describe, understand, apply, round off."""
    question: Say
    figures: tuple[Figure, ...]
    """The most telling one first; empty when the question needs none."""

    @property
    def sentences(self) -> tuple[Say, ...]:
        """What the figures show in words, one each."""
        return tuple(figure.sentence() for figure in self.figures)


@dataclass(frozen=True, slots=True)
class PlannedQuestion:
    """A question in the plan of a debrief."""

    number: int
    step: Say
    question: Say
    minutes: int
    """Its share of the minutes of its step, 0 when not advised; nothing closes by itself."""
    advised: bool
    """Whether the profile has time for it; the others can be taken in."""


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """The questions of a profile in order, with the minutes of every step (game model 7)."""

    questions: tuple[PlannedQuestion, ...]
    minutes: tuple[tuple[Say, int], ...]
    """Per step its minutes: 3 + 6 + 6 + 5 for the short profile."""
