"""Builds the figures of votes: who chose what, who moved."""

from collections.abc import Sequence
from fractions import Fraction

from dilemmaspel.debrief.figures import RoleFlow, RoleShare, Shares, VoteFlow
from dilemmaspel.debrief.naming import ballot_places, dilemma_name, vote_place
from dilemmaspel.debrief.secrecy import shown_movers, shown_roles
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.figures import Figures
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.measures import shift
from dilemmaspel.game.results import moves, shift_view
from dilemmaspel.game.scenario import Dilemma, Role
from dilemmaspel.game.scoring import band_of
from dilemmaspel.game.state import State
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import ShiftView

Table = tuple[tuple[int, ...], ...]


def shares(state: State, dilemma: Dilemma, vote: Vote) -> Shares | None:
    """Build M1 of a counted vote; None when it was not held."""
    result = state.flow.results.get((dilemma.id, vote))
    if result is None:
        return None
    shown = shown_roles(state, dilemma)
    return Shares(
        dilemma=dilemma_name(state, dilemma),
        vote=vote,
        places=ballot_places(dilemma, result.options),
        counts=counts_of(result, result),
        valid=result.valid,
        abstained=result.abstained,
        missing=result.missing,
        present=result.present,
        weighted=_weighted(result) if shown.issuperset(result.per_role) else None,
        roles=tuple(
            _role_share(role, result)
            for role in state.scenario.roles
            if role.id in shown and role.id in result.per_role
        ),
        hidden=_hidden(state, result, shown),
        by_hand=result.hands,
        chosen=chosen_ids(state, dilemma),
        points_total=dilemma.points.total if dilemma.points else 0,
    )


def counts_of(result: Tally, own: Figures) -> tuple[int, ...]:
    """Give a number per place of a vote: of the whole room or of one role."""
    return own.scale or tuple(own.counts.get(o, 0) for o in result.options)


def _role_share(role: Role, result: Tally) -> RoleShare:
    own = result.per_role[role.id]
    return RoleShare(role, counts_of(result, own), own.valid, own.abstained)


def _weighted(result: Tally) -> tuple[Fraction, ...] | None:
    """Give the mean over the roles of their shares (game model 4, M1)."""
    voted = [own for own in result.per_role.values() if own.valid]
    if not voted:
        return None
    rows = [[Fraction(n, own.valid) for n in counts_of(result, own)] for own in voted]
    return tuple(sum(column, Fraction(0)) / len(rows) for column in zip(*rows, strict=True))


def _hidden(state: State, result: Tally, shown: frozenset[RoleId]) -> int:
    if not state.show_roles:
        return 0
    return sum(own.persons for role, own in result.per_role.items() if role not in shown)


def chosen_ids(state: State, dilemma: Dilemma) -> tuple[str, ...]:
    """Name the places of a vote that became the decision: of a band its scale points."""
    taken = state.flow.decisions.get(dilemma.id)
    if taken is None:
        return ()
    if dilemma.type is not QuestionType.AGREEMENT or dilemma.agreement is None:
        return taken.chosen.options
    spec = dilemma.agreement
    points = range(1, spec.points + 1)
    return tuple(str(x) for x in points if band_of(spec.bands, x) in taken.chosen.options)


def flow(state: State, dilemma: Dilemma) -> VoteFlow | None:
    """Build M2 of a dilemma; None when it was not voted on twice."""
    view = shift_view(state, dilemma)
    if view is None or (dilemma.id, Vote.SECOND) not in state.flow.results:
        return None
    mean_shift, up, down = _on_scale(state, dilemma, view)
    return VoteFlow(
        dilemma=dilemma_name(state, dilemma),
        places=tuple(vote_place(dilemma, choice) for choice in view.choices),
        table_of_moves=view.table,
        n=view.n,
        moved=view.moved,
        net=Fraction(view.moved, view.n) - view.silent if view.n else Fraction(0),
        silent=view.silent,
        excluded=view.excluded,
        by_hand=view.by_hand,
        net_only=tuple((vote_place(dilemma, c), a, b) for c, a, b in view.net_only),
        roles=_role_flows(state, dilemma, view) if view.n else (),
        mean_shift=mean_shift,
        up=up,
        down=down,
    )


def _role_flows(state: State, dilemma: Dilemma, view: ShiftView) -> tuple[RoleFlow, ...]:
    shown = shown_movers(state, dilemma)
    found = []
    for role in state.scenario.roles:
        both = moves(state, dilemma, role.id) if role.id in shown else ()
        if both:
            found.append(_role_flow(role, view.choices, both))
    return tuple(found)


def _role_flow(role: Role, choices: tuple[str, ...], both: Sequence[tuple[str, str]]) -> RoleFlow:
    found = shift([a for a, _ in both], [b for _, b in both])
    moved = sum(a != b for a, b in both)
    return RoleFlow(role, _cells(choices, both), len(both), moved, found.silent or Fraction(0))


def _cells(choices: tuple[str, ...], both: Sequence[tuple[str, str]]) -> Table:
    return tuple(tuple(both.count((a, b)) for b in choices) for a in choices)


def _on_scale(state: State, dilemma: Dilemma, view: ShiftView) -> tuple[Fraction | None, int, int]:
    """Give the mean shift on a scale, and how many went up and down."""
    if dilemma.type is not QuestionType.AGREEMENT or not view.n:
        return None, 0, 0
    steps = [int(b) - int(a) for a, b in moves(state, dilemma) if a and b]
    if not steps:
        return None, 0, 0
    mean = Fraction(sum(steps), len(steps))
    return mean, sum(step > 0 for step in steps), sum(step < 0 for step in steps)
