"""Rules about seats: who comes, goes, and plays what."""

import hashlib
from collections import Counter

from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.events import Event
from dilemmaspel.game.ids import RoleId, SeatId
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.setup import Deal, Voting
from dilemmaspel.game.state import State
from dilemmaspel.game.voting import is_table

Answer = tuple[Event, ...] | Refused

MOST_HEADS = 50
"""More people than this do not sit at one table."""


def roles_in_play(state: State) -> tuple[RoleId, ...]:
    """Return the voting roles that are handed out, in the order of the set-up."""
    scenario = state.scenario
    wanted = state.setup.roles or scenario.recommended_roles or scenario.required_roles
    voting = {role.id for role in scenario.roles if role.voting}
    return tuple(r for r in wanted if r in voting) or tuple(
        role.id for role in scenario.roles if role.voting
    )


def join(state: State, command: c.Join) -> Answer:
    """Give a seat; latecomers vote from the next vote that opens."""
    if not 1 <= command.heads <= MOST_HEADS:
        return Refused(Reason.BAD_INPUT, "heads")
    seat = SeatId(1 + max(state.seats, default=0))
    role = command.role or _dealt(state, seat, command.channel)
    if role is None or state.scenario.role(role) is None:
        return Refused(Reason.UNKNOWN_ROLE, role or "")
    if command.heads > 1 and command.channel is not Channel.TABLE:
        return Refused(Reason.BAD_INPUT, "heads")
    if _mixes(state, role, table=command.channel is Channel.TABLE):
        return Refused(Reason.TABLE_AND_PEOPLE, role)
    return (e.ParticipantJoined(seat, role, command.channel, command.heads, state.flow.phase),)


def _mixes(state: State, role: RoleId, *, table: bool) -> bool:
    """Tables and people may not vote side by side within a role."""
    return any(s.active and s.role == role and is_table(s) != table for s in state.seats.values())


def _dealt(state: State, seat: SeatId, channel: Channel) -> RoleId | None:
    """Deal the smallest role; chance, where asked for, is drawn from the session's seed."""
    table = channel is Channel.TABLE
    roles = [r for r in roles_in_play(state) if not _mixes(state, r, table=table)]
    if not roles:
        return None
    taken = Counter(s.role for s in state.seats.values() if s.active)
    fewest = min(taken[r] for r in roles)
    smallest = [r for r in roles if taken[r] == fewest]
    if state.setup.deal is not Deal.RANDOM:
        return smallest[0]
    drawn = hashlib.sha256(f"{state.setup.seed}|{seat}".encode()).digest()
    return smallest[int.from_bytes(drawn[:8]) % len(smallest)]


def leave(state: State, command: c.Leave) -> Answer:
    """Give a seat up."""
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refused(Reason.UNKNOWN_SEAT, str(command.seat))
    if not seat.active:
        return Refused(Reason.SEAT_LEFT, str(command.seat))
    return (e.ParticipantLeft(command.seat, state.flow.phase),)


def assign_role(state: State, command: c.AssignRole) -> Answer:
    """Give a seat another role, not while its ballot is in the open box."""
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refused(Reason.UNKNOWN_SEAT, str(command.seat))
    if state.scenario.role(command.role) is None:
        return Refused(Reason.UNKNOWN_ROLE, command.role)
    if state.flow.open_vote is not None:
        return Refused(Reason.WRONG_PHASE, "open_vote")
    if _mixes(state, command.role, table=is_table(seat)):
        return Refused(Reason.TABLE_AND_PEOPLE, command.role)
    return (e.RoleAssigned(command.seat, command.role),)


def change_voting(state: State, command: c.ChangeVoting) -> Answer:
    """Vote in another way; hands do not go with tables."""
    tables = [s for s in state.seats.values() if s.active and is_table(s)]
    people = [s for s in state.seats.values() if s.active and not is_table(s)]
    if command.voting is Voting.HANDS and tables:
        return Refused(Reason.TABLE_AND_PEOPLE, tables[0].role)
    if command.voting is Voting.TABLE and people:
        return Refused(Reason.TABLE_AND_PEOPLE, people[0].role)
    return (e.VotingChanged(command.voting),)
