"""Builds closed votes and decisions as they are shown."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from dilemmaspel.game.ballots import Ballot, Vote
from dilemmaspel.game.choices import scale_points
from dilemmaspel.game.counting import pairs
from dilemmaspel.game.holds import holds
from dilemmaspel.game.ids import DilemmaId, OptionId, RoleId, frozen
from dilemmaspel.game.measures import choice_label, points_shown, scale_label, shift
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.seen_options import one_option, option_views
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.state import State
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import QuestionType, Rule
from dilemmaspel.game.views import (
    DecisionView,
    EffectView,
    OptionView,
    ResultView,
    ShiftView,
)
from dilemmaspel.game.world import SourceKind, World, year_rooms


def result_view(state: State, dilemma: Dilemma, vote: Vote) -> ResultView | None:
    """Return a closed vote; None when it was not held."""
    result = state.flow.results.get((dilemma.id, vote))
    if result is None:
        return None
    shown = roles_may_show(state, result)
    tally = result if shown else replace(result, per_role=frozen())
    return ResultView(vote, tally, shown, vote_label(result))


def roles_may_show(state: State, result: Tally) -> bool:
    """Tell whether counts per role may be shown.

    In a role play when the facilitator wants it. With own voices only when every role that
    voted has at least k people, so that no rest gives a smaller role away.
    """
    if not state.show_roles:
        return False
    if state.setup.kind is Kind.ROLE_PLAY:
        return True
    return all(own.persons >= state.setup.smallest_group for own in result.per_role.values())


def vote_label(result: Tally) -> int | None:
    """Return the rule number of the label of a vote (game model 4); None where it has none."""
    if result.scale:
        return scale_label(result.scale)
    if result.kind is QuestionType.SINGLE_CHOICE:
        return choice_label(result.counts)
    return None


def smallest_side(state: State) -> tuple[OptionView, ...]:
    """Return the side with the fewest votes in vote 1, to be heard first; empty if unrevealed.

    For an agreement there is no side to name; options nobody chose have nobody to hear.
    """
    dilemma = state.dilemma
    if dilemma is None or (dilemma.id, Vote.FIRST) not in state.flow.revealed:
        return ()
    result = state.flow.results[(dilemma.id, Vote.FIRST)]
    scores = {o: n for o, n in result.counts.items() if n}
    if len(scores) < 2:
        return ()
    fewest = min(scores.values())
    return tuple(v for v in option_views(state, dilemma) if scores.get(v.id) == fewest)


def shift_view(state: State, dilemma: Dilemma) -> ShiftView | None:
    """Return who moved between the votes.

    A ranking moves when its first place does. Of points and approvals, and of a show of hands,
    only the net movement is known.
    """
    both = moves(state, dilemma)
    boxes = [box for v in (Vote.FIRST, Vote.SECOND) if (box := state.box(dilemma.id, v))]
    by_hand = any(box.hands for box in boxes)
    if not both and not by_hand:
        return None
    people = not by_hand and dilemma.type in _MOVING
    choices = _categories(dilemma, both)
    found = shift([a for a, _ in both], [b for _, b in both])
    second = state.flow.results.get((dilemma.id, Vote.SECOND))
    shown = people and second is not None and roles_may_show(state, second)
    per_role = shown and _enough_moved(state, dilemma)
    return ShiftView(
        choices=choices,
        table=_cells(choices, both) if people else (),
        n=len(both) if people else 0,
        moved=sum(a != b for a, b in both) if people else 0,
        silent=(found.silent or Fraction(0)) if people else Fraction(0),
        excluded=len({s for box in boxes for s in box.ballots}) - len(both),
        by_hand=by_hand,
        net_only=() if people else _net_only(state, dilemma),
        per_role=_per_role(state, dilemma, choices) if per_role else frozen(),
    )


def _enough_moved(state: State, dilemma: Dilemma) -> bool:
    """Tell whether no role has so few people with both votes that their moves give them away."""
    people = Counter(a.role for a, _ in pairs(state, dilemma))
    played = state.setup.kind is Kind.ROLE_PLAY
    return played or all(n >= state.setup.smallest_group for n in people.values())


_MOVING = (QuestionType.SINGLE_CHOICE, QuestionType.AGREEMENT, QuestionType.RANKING)
"""Questions where a person stands at one place, so that moves can be drawn."""

NOBODY = ""
"""The column of those who abstained."""


def moves(
    state: State, dilemma: Dilemma, role: RoleId | None = None
) -> tuple[tuple[str, str], ...]:
    """Return where each person with both votes stood, first and second, "" for an abstention.

    An option, the first place of a ranking, or a scale point as text; of one role or of all.
    """
    return tuple(
        (_place(a), _place(b)) for a, b in pairs(state, dilemma) if role is None or a.role == role
    )


def moves_by_role(state: State, dilemma: DilemmaId) -> tuple[tuple[RoleId, str, str], ...]:
    """Return (role, place in vote 1, place in vote 2) of everybody with both votes.

    A place is an option (of a ranking the first), a scale point, or "" for an abstention. Empty
    where people stand at no one place (points, approval) and after a show of hands.
    """
    asked = state.scenario.dilemma(dilemma)
    boxes = [state.box(dilemma, vote) for vote in (Vote.FIRST, Vote.SECOND)]
    if asked is None or asked.type not in _MOVING or any(box and box.hands for box in boxes):
        return ()
    return tuple((a.role, _place(a), _place(b)) for a, b in pairs(state, asked))


def _place(ballot: Ballot) -> str:
    """Return where a ballot stands in the flow: its option, first place or scale point."""
    choice = ballot.choice
    if choice is None:
        return NOBODY
    if isinstance(choice, tuple):
        return choice[0] if choice else NOBODY
    return str(choice)


def _categories(dilemma: Dilemma, both: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    if dilemma.type is QuestionType.AGREEMENT:
        known = [str(point) for point in range(1, scale_points(dilemma) + 1)]
    else:
        known = [str(o.id) for o in dilemma.options]
    abstained = any(NOBODY in pair for pair in both)
    return (*known, *([NOBODY] if abstained else []))


def _cells(
    choices: tuple[str, ...], both: Sequence[tuple[str, str]]
) -> tuple[tuple[int, ...], ...]:
    counts = Counter(both)
    return tuple(tuple(counts[(a, b)] for b in choices) for a in choices)


def _per_role(
    state: State, dilemma: Dilemma, choices: tuple[str, ...]
) -> Mapping[RoleId, tuple[tuple[int, ...], ...]]:
    roles = dict.fromkeys(a.role for a, _ in pairs(state, dilemma))
    return frozen({r: _cells(choices, moves(state, dilemma, r)) for r in roles})


def _net_only(state: State, dilemma: Dilemma) -> tuple[tuple[str, int, int], ...]:
    results = [state.flow.results.get((dilemma.id, v)) for v in (Vote.FIRST, Vote.SECOND)]
    first, second = (_shown_counts(r) if r else {} for r in results)
    return tuple((o, first.get(o, 0), second.get(o, 0)) for o in dict.fromkeys([*first, *second]))


def _shown_counts(result: Tally) -> Mapping[str, int]:
    if result.scale:
        return {str(point): n for point, n in enumerate(result.scale, start=1)}
    if result.kind is QuestionType.POINTS:
        return {str(o): n for o, n in result.shown_points().items()}
    return {str(o): n for o, n in result.counts.items()}


def decision_view(state: State, dilemma: Dilemma) -> DecisionView | None:
    """Return the decision as it is proposed, or as it was confirmed with its effects."""
    flow = state.flow
    taken, proposal = flow.decisions.get(dilemma.id), flow.proposal
    if taken is not None:
        chosen, rule = taken.chosen.options, taken.rule
        shares, fallback = taken.chosen.shares, taken.fallback_used
    elif proposal is not None:
        own = flow.outcome[0] if flow.outcome else None
        chosen = own if own is not None else proposal.chosen
        rule = Rule.FACILITATOR if own is not None else proposal.rule
        shares, fallback = proposal.shares, proposal.fallback_used
    else:
        return None
    options = [o for o in dilemma.options if o.id in shares or o.id in chosen]
    options.sort(key=lambda o: chosen.index(o.id) if o.id in chosen else len(chosen))
    world = flow.world
    return DecisionView(
        options=tuple(one_option(state, dilemma, o) for o in options),
        proposal=proposal,
        confirmed=taken is not None,
        rule=rule,
        fallback_used=fallback,
        by_facilitator=taken.by_facilitator if taken else flow.outcome is not None,
        reason=taken.reason if taken else flow.outcome[1] if flow.outcome else "",
        outcome=outcome_text(state, dilemma, chosen, shares),
        shares=points_shown(shares),
        effects=effect_views(state, dilemma) if taken else (),
        room=year_rooms(world) if taken else (),
        reserve=world.reserve,
    )


def outcome_text(
    state: State,
    dilemma: Dilemma,
    chosen: tuple[OptionId, ...],
    shares: Mapping[OptionId, Fraction],
    world: World | None = None,
) -> str:
    """Return what happens, in the words of the scenario or as the group amended them.

    `world` is the one right after the decision; None takes that of this moment.
    """
    amended = _amended(state, dilemma)
    if amended:
        return amended
    if dilemma.points is not None:
        return _shared_outcome(world or state.flow.world, dilemma, shares)
    found = (dilemma.option(o) for o in chosen)
    texts = (o.outcome.text or o.description for o in found if o is not None)
    return " ".join(dict.fromkeys(t for t in texts if t))


def _amended(state: State, dilemma: Dilemma) -> str:
    """Return the group's own words, where the group agreed on them: a fallback has none."""
    flow, taken = state.flow, state.flow.decisions.get(dilemma.id)
    if taken is not None:
        return taken.text
    agreed = flow.proposal is not None and flow.proposal.rule is Rule.CONSENT
    return flow.amended if agreed and flow.outcome is None else ""


def _shared_outcome(world: World, dilemma: Dilemma, shares: Mapping[OptionId, Fraction]) -> str:
    listed = dilemma.points.outcomes if dilemma.points else ()
    found = (o.outcome.text for o in listed if holds(o.condition, world, shares))
    return next(found, "") if shares else ""


def effect_views(state: State, dilemma: Dilemma) -> tuple[EffectView, ...]:
    """Return what the decision did at once to every shown indicator."""
    world, scenario = state.flow.world, state.scenario
    mine = (SourceKind.OPTION, SourceKind.SHARES)
    deltas: Counter[str] = Counter()
    for change in world.log:
        if change.dilemma == dilemma.id and change.kind in mine and change.indicator:
            deltas[change.indicator] += change.clamped
    return tuple(
        EffectView(
            indicator=i.id,
            delta=deltas[i.id],
            before=world.indicators[i.id] - deltas[i.id],
            after=world.indicators[i.id],
            better=None if not deltas[i.id] else deltas[i.id] * i.direction > 0,
        )
        for i in scenario.indicators
        if i.id not in scenario.hidden_indicators
    )
