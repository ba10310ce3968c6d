"""Names for the figures: the dilemmas and places of one session."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from dilemmaspel.debrief.figures.places import DilemmaName, Place, not_voted
from dilemmaspel.game.choices import scale_points
from dilemmaspel.game.ids import DilemmaId, OptionId
from dilemmaspel.game.measures import points_shown
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.world import Chosen


def played_dilemmas(state: State) -> tuple[Dilemma, ...]:
    """Give the dilemmas with a confirmed decision, in the order they were played."""
    found = (state.scenario.dilemma(d) for d in state.flow.played)
    return tuple(dilemma for dilemma in found if dilemma is not None)


def dilemma_name(state: State, dilemma: Dilemma) -> DilemmaName:
    """Name a dilemma by its place in the session."""
    played = state.flow.played
    number = played.index(dilemma.id) + 1 if dilemma.id in played else 0
    return DilemmaName(dilemma.id, number, dilemma.title, dilemma.question, dilemma.type)


def name_of(state: State, dilemma_id: DilemmaId | None) -> DilemmaName | None:
    """Name a dilemma by its id; None for none."""
    dilemma = state.scenario.dilemma(dilemma_id) if dilemma_id else None
    return dilemma_name(state, dilemma) if dilemma else None


def option_place(dilemma: Dilemma, option_id: str) -> Place:
    """Give the place of an option or band, with the letter it has everywhere."""
    for index, option in enumerate(dilemma.options):
        if option.id == option_id:
            return Place(option.id, index, option.label)
    return Place(option_id, -1, "")


def option_places(dilemma: Dilemma, options: Iterable[str]) -> tuple[Place, ...]:
    """Give the places of options in their order."""
    return tuple(option_place(dilemma, option) for option in options)


def ballot_places(dilemma: Dilemma, options: tuple[OptionId, ...]) -> tuple[Place, ...]:
    """Give the places where a ballot can stand: its options, or the points of a scale."""
    if dilemma.type is QuestionType.AGREEMENT:
        labels = dilemma.agreement.labels if dilemma.agreement else ()
        return tuple(
            Place(str(i + 1), i, labels[i] if i < len(labels) else "", on_scale=True)
            for i in range(scale_points(dilemma))
        )
    return option_places(dilemma, options)


def vote_place(dilemma: Dilemma, place: str) -> Place:
    """Give the place that a vote's own name for it stands for; "" is an abstention."""
    if not place:
        return not_voted()
    if dilemma.type is not QuestionType.AGREEMENT:
        return option_place(dilemma, place)
    return next(p for p in ballot_places(dilemma, ()) if p.id == place)


def outcome(
    dilemma: Dilemma, options: Iterable[OptionId], shares: Mapping[OptionId, Fraction]
) -> tuple[tuple[Place, ...], tuple[int, ...]]:
    """Name an outcome: the places that won, or all options with their whole points."""
    if shares:
        shown = points_shown(shares)
        return option_places(dilemma, shown), tuple(shown.values())
    return option_places(dilemma, options), ()


def chosen_places(dilemma: Dilemma, chosen: Chosen) -> tuple[tuple[Place, ...], tuple[int, ...]]:
    """Name what a decision came to, as `outcome`."""
    return outcome(dilemma, chosen.options, chosen.shares)


def same_outcome(one: Chosen, other: Chosen) -> bool:
    """Tell whether two decisions have the same effects: the order of winners makes none."""
    return set(one.options) == set(other.options) and dict(one.shares) == dict(other.shares)
