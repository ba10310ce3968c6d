"""Options, scale points and bands as a report names them."""

from collections.abc import Iterable

from dilemmaspel.debrief.figures import Place
from dilemmaspel.debrief.report.document import Choice
from dilemmaspel.debrief.saying import said
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import Texts

BAND = "→"
"""The sign of an outcome of a scale: it has no letter, since nobody could tick it."""


def choice_of(t: Texts, place: Place, chosen: Iterable[str] = ()) -> Choice:
    """Name a place; it is marked when its id is among those that became the decision."""
    label = said(t, place.name)
    return Choice(place.index, place.sign, label, place.id in chosen, place.on_scale)


def outcome_of(t: Texts, kind: QuestionType, place: Place) -> Choice:
    """Name what was decided in a question of this kind."""
    if kind is QuestionType.AGREEMENT:
        return Choice(-1, BAND, said(t, place.name))
    return choice_of(t, place)
