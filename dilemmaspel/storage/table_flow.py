"""What follows from where the session is: rounds, phases, decisions and the world.

An undo brings an earlier flow back, so each of these tables is made equal to the flow instead of
being added to; what did not change is left alone.
"""

from fractions import Fraction
from typing import Any, Final

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.events import PhaseEntered
from dilemmaspel.game.ids import DilemmaId, OptionId
from dilemmaspel.game.seen_world import lens_views
from dilemmaspel.game.state import Flow, State, Taken
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.values import Change, Snapshot, World
from dilemmaspel.session import Entry
from dilemmaspel.storage.table_votes import follow_votes
from dilemmaspel.storage.tablet import Tablet, as_json

RUNNING: Final = "running"
DECIDED: Final = "decided"
SKIPPED: Final = "skipped"
UNDONE: Final = "undone"

_NEW_ROUND: Final = "INSERT INTO rounds VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, NULL)"


def follow_flow(tablet: Tablet, entry: Entry) -> None:
    """Make the tables equal to the flow after an event."""
    after = entry.after
    before = entry.before.flow if entry.before else Flow(after.flow.base, after.flow.base)
    _follow_rounds(tablet, before, entry)
    _follow_phase(tablet, before, entry)
    follow_votes(tablet, before, after)
    if before.decisions is not after.flow.decisions:
        _follow_decisions(tablet, before, after)
    if before.world is not after.flow.world:
        _follow_world(tablet, before.world, after.flow.world)
        if before.world.snapshots != after.flow.world.snapshots:
            _lenses(tablet, after)


def _follow_rounds(tablet: Tablet, before: Flow, entry: Entry) -> None:
    flow = entry.after.flow
    if _round_facts(before) == _round_facts(flow):
        return
    if flow.dilemma is not None and flow.dilemma != before.dilemma:
        _open_round(tablet, entry.after, flow.dilemma, entry.at)
    if before.dilemma is not None and flow.dilemma != before.dilemma:
        tablet.change(
            "UPDATE rounds SET ended_at = ? WHERE round = ? AND session = ?",
            entry.at,
            tablet.round_of(before.dilemma),
        )
    touched = {before.dilemma, flow.dilemma, *before.played, *flow.played, *flow.left, *before.left}
    for dilemma in sorted(d for d in touched if d is not None and tablet.round_of(d)):
        tablet.change(
            "UPDATE rounds SET year = ?, status = ? WHERE round = ? AND session = ?",
            _year(flow, dilemma),
            _status(flow, dilemma),
            tablet.round_of(dilemma),
        )


def _round_facts(flow: Flow) -> tuple[object, ...]:
    return flow.dilemma, flow.played, flow.left


def _open_round(tablet: Tablet, state: State, name: DilemmaId, at: int) -> None:
    number, is_new = tablet.open_round(name)
    dilemma = state.scenario.dilemma(name)
    if is_new and dilemma is not None:
        facts = (dilemma.id, dilemma.title, dilemma.type, dilemma.decision.rule)
        tablet.conn.execute(_NEW_ROUND, (tablet.session, number, *facts, RUNNING, at))
    else:
        tablet.change("UPDATE rounds SET ended_at = NULL WHERE round = ? AND session = ?", number)


def _year(flow: Flow, dilemma: str | None) -> int | None:
    """Which year of the session a dilemma was; None for one that cost none."""
    if dilemma in flow.played:
        return 1 + [str(d) for d in flow.played].index(str(dilemma))
    return flow.number if _status(flow, dilemma) == RUNNING else None


def _status(flow: Flow, dilemma: str | None) -> str:
    if dilemma in flow.decisions:
        return DECIDED
    if dilemma in flow.left:
        return SKIPPED
    return RUNNING if dilemma == flow.dilemma else UNDONE


def _follow_phase(tablet: Tablet, before: Flow, entry: Entry) -> None:
    flow = entry.after.flow
    moved = flow.phase is not before.phase or flow.dilemma != before.dilemma
    if not moved and entry.before and not isinstance(entry.event, PhaseEntered):
        return
    place = tablet.round_of(flow.dilemma)
    tablet.append("phases", flow.phase, place, entry.after.clock.planned, entry.at)
    tablet.change("UPDATE sessions SET phase = ? WHERE session = ?", flow.phase)


def _follow_decisions(tablet: Tablet, before: Flow, after: State) -> None:
    flow = after.flow
    for dilemma in sorted(before.decisions.keys() | flow.decisions.keys()):
        taken = flow.decisions.get(dilemma)
        if taken is before.decisions.get(dilemma):
            continue
        place = tablet.round_of(dilemma)
        tablet.empty("decisions", "round = ?", place)
        if taken is not None:
            raw, weighted = _results(flow, dilemma)
            tablet.insert("decisions", place, *_taken(taken), raw, weighted)


def _taken(taken: Taken) -> tuple[str | int | None, ...]:
    shares = taken.chosen.shares
    return (
        as_json(list(taken.chosen.options)),
        _exact(shares) if shares else None,
        taken.rule,
        taken.fallback_used,
        taken.by_facilitator,
        taken.reason,
        as_json(list(taken.steps)),
        taken.text,
    )


def _results(flow: Flow, dilemma: DilemmaId) -> tuple[str, str]:
    """What the deciding vote gave, as it was cast and with every role weighing the same."""
    results = [flow.results.get((dilemma, vote)) for vote in (Vote.SECOND, Vote.FIRST)]
    result = next((r for r in results if r is not None), None)
    if result is None:
        return "{}", "{}"
    weighted = {} if result.scale else result.role_weighted
    mean = result.role_weighted_mean
    return as_json(_raw(result)), _exact({OptionId("mean"): mean} if mean is not None else weighted)


def _raw(result: Tally) -> dict[str, Any]:
    if result.scale:
        return {str(point): n for point, n in enumerate(result.scale, start=1)}
    if result.is_ranking:
        return {option: _text(points) for option, points in result.borda.items()}
    return {str(option): n for option, n in result.counts.items()}


def _exact(values: Any) -> str:
    return as_json({name: _text(value) for name, value in values.items()})


def _text(value: Fraction) -> str:
    value = Fraction(value)
    return f"{value.numerator}/{value.denominator}"


def _follow_world(tablet: Tablet, before: World, after: World) -> None:
    kept = _same(before.log, after.log)
    if kept < max(len(before.log), len(after.log)):
        tablet.empty("effects_log", "number > ?", kept)
        for number, change in enumerate(after.log[kept:], start=kept + 1):
            tablet.insert("effects_log", number, *_effect(change))
    kept = _same(before.snapshots, after.snapshots)
    for snapshot in before.snapshots[kept:]:
        tablet.empty("indicator_values", "year = ?", snapshot.round)
        tablet.empty("budget_values", "year = ?", snapshot.round)
    for snapshot in after.snapshots[kept:]:
        _snapshot(tablet, snapshot)
    if (before.benefits, before.paid) != (after.benefits, after.paid):
        _benefits(tablet, after)


def _lenses(tablet: Tablet, after: State) -> None:
    tablet.empty("lenses")
    for view in lens_views(after):
        scores = (view.now, view.later, view.against_null)
        tablet.insert("lenses", view.role, *(float(score or 0) for score in scores))


def _same(before: tuple[object, ...], after: tuple[object, ...]) -> int:
    """How many first items are equal."""
    pairs = zip(before, after, strict=False)
    differs = (place for place, (one, other) in enumerate(pairs) if one != other)
    return next(differs, min(len(before), len(after)))


def _effect(change: Change) -> tuple[str | int | None, ...]:
    return (
        change.round,
        change.kind,
        change.dilemma,
        change.option,
        change.indicator,
        change.raw,
        change.clamped,
        change.condition,
    )


def _snapshot(tablet: Tablet, snapshot: Snapshot) -> None:
    year = snapshot.round
    for indicator, value in snapshot.indicators.items():
        tablet.insert("indicator_values", year, indicator, value)
    money = (snapshot.annual, snapshot.committed, snapshot.free, snapshot.reserve)
    tablet.insert("budget_values", year, *money)


def _benefits(tablet: Tablet, world: World) -> None:
    tablet.empty("benefits")
    for pocket in sorted(world.benefits.keys() | world.paid.keys()):
        money = (world.benefits.get(pocket, 0), world.paid.get(pocket, 0))
        tablet.insert("benefits", pocket, *money)
