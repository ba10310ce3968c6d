"""Which roles may be shown: with own voices none that is small, nor what would give one away."""

from collections import Counter
from collections.abc import Iterable, Mapping

from dilemmaspel.game.ballots import Ballot, Vote
from dilemmaspel.game.counting import pairs
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.state import Box, State

People = Mapping[RoleId, int]


def shown_roles(state: State, dilemma: Dilemma) -> frozenset[RoleId]:
    """Give the roles whose counts of a dilemma may be shown, the same ones for both votes.

    In a role play all that voted, when the facilitator shows results per role. With own voices
    a role needs k people in every vote, and those that are left out together need k as well: a
    smaller rest would follow from the total, so the smallest shown role joins it.
    """
    if not state.show_roles:
        return frozenset()
    voted = [_voted(state, dilemma, vote) for vote in (Vote.FIRST, Vote.SECOND)]
    if state.setup.kind is Kind.ROLE_PLAY:
        return frozenset(role for people in voted for role in people)
    return safe_roles(voted, state.setup.smallest_group)


def shown_movers(state: State, dilemma: Dilemma) -> frozenset[RoleId]:
    """Give the roles whose moves between the votes may be shown.

    With own voices also those of a role with one vote only must be nobody or at least k: else
    their vote is what the role's total has and its moves have not. One hidden role alone would
    follow from the moves of the room, so the smallest shown role joins it.
    """
    shown = shown_roles(state, dilemma)
    if state.setup.kind is Kind.ROLE_PLAY or not shown:
        return shown
    both, alone = _both_and_alone(state, dilemma)
    safe = safe_roles([both, *alone], state.setup.smallest_group, shown)
    hidden = [role for role, n in both.items() if n and role not in safe]
    moved = [role for role in safe if both.get(role, 0)]
    if len(hidden) != 1 or not moved:
        return safe
    return safe - {min(moved, key=lambda role: (both[role], role))}


def _both_and_alone(state: State, dilemma: Dilemma) -> tuple[People, tuple[People, ...]]:
    """Count per role the people with both votes, and per vote those who miss the other."""
    found = pairs(state, dilemma)
    votes = [_voted(state, dilemma, vote) for vote in (Vote.FIRST, Vote.SECOND)]
    twice = [people_of(pair[i] for pair in found) for i in (0, 1)]
    alone = tuple(
        {role: n - both.get(role, 0) for role, n in people.items()}
        for people, both in zip(votes, twice, strict=True)
    )
    return twice[0], alone


def safe_roles(
    groups: Iterable[People], k: int, among: frozenset[RoleId] | None = None
) -> frozenset[RoleId]:
    """Give the roles that are nobody or at least `k` people in every group of people.

    In no group are the people outside them fewer than `k`, unless there is nobody (complementary
    suppression). `among` bounds the answer.
    """
    counted = list(groups)
    roles = {role for people in counted for role in people}
    shown = {
        role
        for role in (roles if among is None else roles & among)
        if all(people.get(role, 0) == 0 or people[role] >= k for people in counted)
    }
    while (thin := _thin(counted, shown, k)) is not None:
        shown.discard(min(shown & thin.keys(), key=lambda role: (thin[role] or k, role)))
    return frozenset(shown)


def _thin(groups: list[People], shown: set[RoleId], k: int) -> People | None:
    """Find a group whose rest is too small, and in which a shown role can still join it."""
    for people in groups:
        rest = sum(n for role, n in people.items() if role not in shown)
        if 0 < rest < k and any(people.get(role, 0) for role in shown):
            return {role: n for role, n in people.items() if n}
    return None


def people_of(ballots: Iterable[Ballot]) -> People:
    """Count the people behind ballots per role; a table counts its heads."""
    found: Counter[RoleId] = Counter()
    for ballot in ballots:
        found[ballot.role] += ballot.count * max(ballot.heads, 1)
    return found


def small_room(state: State, people: int) -> bool:
    """Tell whether so few own voices may not be described one by one."""
    return state.setup.kind is Kind.OWN_VOICE and people < state.setup.smallest_group


def _voted(state: State, dilemma: Dilemma, vote: Vote) -> People:
    result = state.flow.results.get((dilemma.id, vote))
    return {role: own.persons for role, own in result.per_role.items()} if result else {}


def live_boxes(state: State, dilemma: Dilemma) -> tuple[Box, ...]:
    """Give the counted boxes of the two votes of a dilemma, in their order."""
    return tuple(
        box
        for vote in (Vote.FIRST, Vote.SECOND)
        if (dilemma.id, vote) in state.flow.results and (box := state.box(dilemma.id, vote))
    )
