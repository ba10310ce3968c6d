"""What a decision did at once, read from the log of effects."""

from dilemmaspel.debrief.report.document import Effect, Effects
from dilemmaspel.game.budget import price_of
from dilemmaspel.game.scenario import Dilemma, Indicator
from dilemmaspel.game.state import State, Taken
from dilemmaspel.game.values import Change, SourceKind
from dilemmaspel.texts import Texts
from dilemmaspel.words import MOVEMENTS, PLAY_VALUES, indicator
from dilemmaspel.words.money import cost_line

_AT_ONCE = (SourceKind.OPTION, SourceKind.SHARES)


def effects_of(t: Texts, state: State, dilemma: Dilemma, taken: Taken) -> Effects:
    """Say what every indicator that is shown was before and after, and what it costs."""
    shown = [i for i in state.scenario.indicators if i.id not in state.scenario.hidden_indicators]
    effects = tuple(_effect(t, state, dilemma, one) for one in shown)
    money = _money(t, state, dilemma, taken)
    return Effects(t("What it did at once"), effects, money, t(PLAY_VALUES))


def _effect(t: Texts, state: State, dilemma: Dilemma, one: Indicator) -> Effect:
    before, after = before_and_after(state, dilemma, one)
    better = None if before == after else (after - before) * one.direction > 0
    return Effect(indicator(t, one.id), before, after, better, t(MOVEMENTS[better]))


def before_and_after(state: State, dilemma: Dilemma, one: Indicator) -> tuple[int, int]:
    """Give the value of an indicator just before and just after a decision took effect."""
    log = state.flow.world.log
    mine = [n for n, change in enumerate(log) if _is_of(change, dilemma)]
    cut = mine[0] if mine else _years_up_to(state, dilemma)
    before = one.start + sum(c.clamped for c in log[:cut] if c.indicator == one.id)
    return before, before + sum(log[n].clamped for n in mine if log[n].indicator == one.id)


def _is_of(change: Change, dilemma: Dilemma) -> bool:
    return change.dilemma == dilemma.id and change.kind in _AT_ONCE


def _years_up_to(state: State, dilemma: Dilemma) -> int:
    """How many changes there were when a decision without effects was taken."""
    year = 1 + state.flow.played.index(dilemma.id)
    return sum(change.round <= year for change in state.flow.world.log)


def _money(t: Texts, state: State, dilemma: Dilemma, taken: Taken) -> str:
    chosen = [dilemma.option(option) for option in taken.chosen.options]
    lines = [cost_line(t, price_of(state.scenario, option)) for option in chosen if option]
    told = "; ".join(line for line in lines if line)
    return t("Cost to the municipality: {cost}.", cost=told) if told else ""
