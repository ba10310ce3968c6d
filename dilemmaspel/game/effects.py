"""Effects on indicators: add them up during a step, cut them to the scale at its end."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from dilemmaspel.game.budget import rounded
from dilemmaspel.game.ids import IndicatorId, OptionId, PocketId, frozen
from dilemmaspel.game.scenario import Dilemma, Effects, PointsSpec, Scenario
from dilemmaspel.game.values import Change, News, Source, World


def with_effects(world: World, effects: Effects, source: Source) -> World:
    """Add effects without cutting them to the scale, one log line per indicator.

    An indicator that the scenario does not have is left out, and so is a zero.
    """
    moves = [(i, by) for i, by in effects.items() if by and i in world.indicators]
    if not moves:
        return world
    values = dict(world.indicators)
    for indicator, by in moves:
        values[indicator] += by
    lines = [_line(world, source, indicator, by) for indicator, by in moves]
    return replace(world, indicators=frozen(values), log=(*world.log, *lines))


def with_empty_line(world: World, source: Source) -> World:
    """Log that something happened that moved no indicator."""
    return replace(world, log=(*world.log, _line(world, source, None, 0)))


def _line(world: World, source: Source, indicator: IndicatorId | None, by: int) -> Change:
    return Change(
        world.round,
        source.kind,
        source.dilemma,
        source.option,
        indicator,
        by,
        by,
        source.condition,
    )


def clamped(scenario: Scenario, world: World, since: int) -> World:
    """End a step: cut every indicator to its scale, and the log lines from `since` with it."""
    values = dict(world.indicators)
    log = world.log
    for indicator in scenario.indicators:
        raw = values[indicator.id]
        value = min(max(raw, indicator.low), indicator.high)
        if value != raw:
            values[indicator.id] = value
            log = _trimmed(log, since, indicator.id, raw - value)
    if log is world.log:
        return world
    return replace(world, indicators=frozen(values), log=log)


def _trimmed(
    log: tuple[Change, ...], since: int, indicator: IndicatorId, over: int
) -> tuple[Change, ...]:
    """Take what went over the scale from the last lines that pushed that way."""
    lines = list(log)
    for at in range(len(lines) - 1, since - 1, -1):
        line = lines[at]
        if line.indicator == indicator and line.raw * over > 0:
            cut = min(line.raw, over) if over > 0 else max(line.raw, over)
            lines[at] = replace(line, clamped=line.raw - cut)
            over -= cut
    return tuple(lines)


def proportional(dilemma: Dilemma, shares: Mapping[OptionId, Fraction]) -> Effects:
    """Sum `effect x share / total` over the options exactly, then round each sum once."""
    total = (dilemma.points or PointsSpec()).total
    sums: dict[IndicatorId, Fraction] = {}
    for option in dilemma.options:
        share = Fraction(shares.get(option.id, 0))
        for indicator, effect in option.outcome.effects.items():
            sums[indicator] = sums.get(indicator, Fraction(0)) + effect * share
    return {indicator: rounded(value / total) for indicator, value in sums.items()}


def with_benefits(world: World, benefits: Mapping[PocketId, int]) -> World:
    """Tally who has the benefit, in thousands of euros; it moves no budget."""
    if not benefits:
        return world
    tally = dict(world.benefits)
    for pocket, amount in benefits.items():
        tally[pocket] = tally.get(pocket, 0) + amount
    return replace(world, benefits=frozen(tally))


def with_news(world: World, news: News) -> World:
    """Add news, unless it has no text."""
    return replace(world, news=(*world.news, news)) if news.text else world
