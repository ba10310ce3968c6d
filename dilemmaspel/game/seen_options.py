"""Builds the options as everybody sees them: letter, words, and the money."""

from dilemmaspel.game.budget import blocked_options, fits, price_of
from dilemmaspel.game.paths import visible_options
from dilemmaspel.game.scenario import Dilemma, Option
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import has_money
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import OptionView
from dilemmaspel.game.world import World


def option_views(state: State, dilemma: Dilemma) -> tuple[OptionView, ...]:
    """Return what is on the ballot; empty for an agreement, whose bands stay hidden."""
    if dilemma.type is QuestionType.AGREEMENT:
        return ()
    world = world_of_vote(state, dilemma)
    shown = visible_options(dilemma, world)
    off = blocked_options(state.scenario, dilemma, shown, world)
    return tuple(_seen(state, world, dilemma, option, blocked=option.id in off) for option in shown)


def world_of_vote(state: State, dilemma: Dilemma) -> World:
    """Return the world in which people vote: with the year begun, before the decision."""
    if dilemma.id not in state.flow.decisions:
        return state.flow.world
    points = [p.flow.world for p in state.undo if p.decision and p.flow.dilemma == dilemma.id]
    return points[-1] if points else state.flow.world


def letter_index(dilemma: Dilemma, option: Option) -> int:
    """Return the place of an option among all of the dilemma, hidden ones too.

    So a letter keeps its meaning when `when` hides an option.
    """
    return dilemma.options.index(option)


def one_option(state: State, dilemma: Dilemma, option: Option) -> OptionView:
    """Return one option or band as it is seen."""
    world = world_of_vote(state, dilemma)
    return _seen(state, world, dilemma, option, blocked=False)


def _seen(
    state: State, world: World, dilemma: Dilemma, option: Option, *, blocked: bool
) -> OptionView:
    cost = price_of(state.scenario, option)
    money = has_money(state) and (cost is not None or option.outcome.budget is not None)
    return OptionView(
        id=option.id,
        index=letter_index(dilemma, option),
        label=option.label,
        description=option.description,
        pros=option.pros,
        cons=option.cons,
        cost=cost,
        room=fits(state.scenario, world, option) if money else (),
        blocked=blocked,
        of_all_points=dilemma.type is QuestionType.POINTS,
    )
