"""Who may vote, on what, and how many there are."""

from collections import Counter
from collections.abc import Mapping

from dilemmaspel.game.ballots import Channel, Choice, Vote
from dilemmaspel.game.choices import ballot_options
from dilemmaspel.game.ids import OptionId, RoleId, SeatId
from dilemmaspel.game.paths import visible_options
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import Box, Seat, State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.world import blocked_options


def votes(state: State, seat: Seat) -> bool:
    """Tell whether a seat's role has a vote."""
    role = state.scenario.role(seat.role)
    return role is not None and role.voting


def electorate(state: State) -> frozenset[SeatId]:
    """Return the seats that may vote in a vote that opens now."""
    return frozenset(s.id for s in state.seats.values() if s.active and votes(state, s))


def ballot_for(state: State, dilemma: Dilemma, vote: Vote) -> tuple[OptionId, ...]:
    """Return what stands on the ballot of a vote that opens now."""
    if vote is Vote.RUNOFF and state.flow.proposal is not None:
        return state.flow.proposal.candidates
    return ballot_options(dilemma, visible_options(dilemma, state.flow.world))


def blocked_in(state: State, dilemma: Dilemma, vote: Vote, choice: Choice) -> OptionId | None:
    """Return an option of the choice that a blocking budget switches off."""
    if vote is Vote.CONSENT:
        return None
    visible = visible_options(dilemma, state.flow.world)
    off = blocked_options(state.scenario, dilemma, visible, state.flow.world)
    if not off or choice is None or isinstance(choice, int):
        return None
    if dilemma.type is QuestionType.RANKING and vote is not Vote.RUNOFF:
        return None
    named = (choice,) if isinstance(choice, str) else tuple(choice)
    return next((option for option in named if option in off), None)


def there(state: State, box: Box) -> tuple[Seat, ...]:
    """Return the seats that count as present in a box: still here, or voted before they left."""
    seats = (state.seats[s] for s in sorted(box.electorate))
    return tuple(s for s in seats if s.active or s.id in box.ballots)


def seats_there(state: State, box: Box) -> int:
    """Return how many seats count as present; who was counted by hand and left still does."""
    return max(len(there(state, box)), ballots_in(state, box))


def present(state: State, box: Box) -> int:
    """Return how many people are present for a box; a table counts its heads."""
    seats = there(state, box)
    return sum(seat.heads for seat in seats) + seats_there(state, box) - len(seats)


def present_by_role(state: State, box: Box) -> Mapping[RoleId, int]:
    """Return the people present for a box per role."""
    people: Counter[RoleId] = Counter()
    for seat in there(state, box):
        people[role_in(state, box, seat.id)] += seat.heads
    return people


def role_in(state: State, box: Box, seat: SeatId) -> RoleId:
    """Return the role a seat counts for in a box: that of its ballot, else the one it has now."""
    ballot = box.ballots.get(seat)
    return ballot.role if ballot else state.seats[seat].role


def cast_by_hand(box: Box, role: RoleId) -> int:
    """Return how many people of a role a show of hands has counted."""
    return sum(b.count for b in box.hands.values() if b.role == role)


def ballots_in(state: State, box: Box) -> int:
    """Return how many seats have voted: own ballots, and hands up to the seats that are left."""
    if not box.hands:
        return len(box.ballots)
    by_role = Counter(role_in(state, box, s) for s in box.electorate)
    own = Counter(b.role for b in box.ballots.values())
    by_hand = sum(
        min(cast_by_hand(box, role), max(0, seats - own[role])) for role, seats in by_role.items()
    )
    return len(box.ballots) + by_hand


def is_table(seat: Seat) -> bool:
    """Tell whether a seat is a table that votes as one."""
    return seat.channel is Channel.TABLE
