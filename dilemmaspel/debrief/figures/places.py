"""How figures name things: a dilemma, and a place where a vote can stand."""

from dataclasses import dataclass
from fractions import Fraction

from dilemmaspel.debrief.saying import Number, Say, say
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import mark

ABSTAINED = ""
"""The id of the place of who abstained."""


@dataclass(frozen=True, slots=True)
class DilemmaName:
    """A dilemma; `number` is the n-th that was played, from 1, and 0 when it was not."""

    id: DilemmaId
    number: int
    title: str
    question: str
    type: QuestionType


@dataclass(frozen=True, slots=True)
class Place:
    """An option, a scale point, a band, or the place of who abstained.

    Colour, letter and pattern follow from `index`, which is -1 for who abstained.
    """

    id: str
    index: int
    label: str
    """The scenario's words; empty for who abstained and for a scale point without a label."""
    on_scale: bool = False

    @property
    def sign(self) -> str:
        """The letter of an option (A is index 0), the number of a scale point, else a dash."""
        if self.index < 0:
            return "–"
        return str(self.index + 1) if self.on_scale else "ABCDEFGHIJ"[self.index]

    @property
    def name(self) -> Say | str:
        """The label, or what it is called when it has none."""
        if self.index < 0:
            return say(mark("abstained"))
        return self.label or self.sign

    @property
    def full(self) -> Say | str:
        """Sign and label together, as a row or a column is headed."""
        return say(mark("abstained")) if self.index < 0 else f"{self.sign} {self.label}".strip()


def not_voted() -> Place:
    """Make the place of those who abstained."""
    return Place(ABSTAINED, -1, "")


def no_valid_votes() -> Say:
    """Say that there is nothing to show."""
    return say(mark("There are no valid votes."))


def most_points(place: Place, points: Fraction) -> Say:
    """Say what got most of the points; `points` is the mean per ballot."""
    return say(
        mark("{option} got most: {points} points on average."),
        option=place.full,
        points=Number(points),
    )
