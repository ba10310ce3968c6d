"""Options, scale points and bands as a report names them."""

from collections.abc import Iterable

from dilemmaspel.debrief.figures import Place
from dilemmaspel.debrief.report.document import Choice
from dilemmaspel.debrief.saying import said
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import Texts


def choice_of(t: Texts, place: Place, chosen: Iterable[str] = ()) -> Choice:
    """Name a place; it is marked when its id is among those that became the decision."""
    label = said(t, place.name)
    return Choice(place.index, place.sign, label, place.id in chosen, place.on_scale)


def band_of(dilemma: Dilemma, option_id: str) -> Choice | None:
    """Name an option or a band by its id; a band has no letter, since nobody could tick it."""
    option = dilemma.option(option_id)
    if option is None:
        return None
    if dilemma.type is QuestionType.AGREEMENT:
        return Choice(-1, "→", option.label)
    index = dilemma.options.index(option)
    return Choice(index, "ABCDEFGHIJ"[index % 10], option.label)


def role_name(state: State, role_id: str | None) -> str:
    """The name of a role; empty for none."""
    role = state.scenario.role(role_id) if role_id else None
    return role.name if role else ""
