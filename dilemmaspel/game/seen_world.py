"""Builds the pages of the years after: lines, lenses, payers."""

from dilemmaspel.game.ids import IndicatorId
from dilemmaspel.game.lens import lens
from dilemmaspel.game.lines import null_line, payers
from dilemmaspel.game.state import State
from dilemmaspel.game.views import LensView, Line, PocketView
from dilemmaspel.game.world import Snapshot, new_world


def null_snapshots(state: State) -> tuple[Snapshot, ...]:
    """Return the years so far as they would have been without any decision."""
    return null_line(state.scenario, state.flow.played, len(state.flow.world.snapshots))


def line_views(state: State) -> tuple[Line, ...]:
    """Return every shown indicator over the years, from the start, with the null line."""
    scenario = state.scenario
    ours, null = state.flow.world.snapshots, null_snapshots(state)
    start = new_world(scenario).indicators

    def values(indicator: IndicatorId, years: tuple[Snapshot, ...]) -> tuple[int, ...]:
        return (start[indicator], *(year.indicators[indicator] for year in years))

    return tuple(
        Line(
            indicator=i,
            years=tuple(range(len(ours) + 1)),
            ours=values(i.id, ours),
            null=values(i.id, null),
        )
        for i in scenario.indicators
        if i.id not in scenario.hidden_indicators
    )


def lens_views(state: State) -> tuple[LensView, ...]:
    """Return how the outcome looks through the glasses of every role in play.

    Now is the end of the last dilemma's year, later the end of the years after; both against
    the start. Against the null line: later, compared with nothing done.
    """
    snapshots, null = state.flow.world.snapshots, null_snapshots(state)
    if not snapshots:
        return ()
    last = min(len(state.flow.played), len(snapshots)) - 1
    start = new_world(state.scenario)
    played = {s.role for s in state.seats.values()}
    return tuple(
        LensView(
            role=role.id,
            now=lens(state.scenario, role, snapshots[max(last, 0)], start),
            later=lens(state.scenario, role, snapshots[-1], start),
            against_null=lens(state.scenario, role, snapshots[-1], null[-1]),
        )
        for role in state.scenario.roles
        if role.id in played and any(role.lens.values())
    )


def pocket_views(state: State) -> tuple[PocketView, ...]:
    """Return who paid and who had the benefit."""
    names = state.scenario.pockets
    return tuple(
        PocketView(line.pocket, names.get(line.pocket, ""), line.paid, line.benefit)
        for line in payers(state.scenario, state.flow.world)
    )
