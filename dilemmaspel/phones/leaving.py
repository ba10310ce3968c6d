"""Seats that came by phone and were never used."""

from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.state import State


def never_voted(state: State) -> tuple[SeatId, ...]:
    """Return the seats that came by phone, are still here, and never voted."""
    voted = {seat for box in state.boxes.values() for seat in box.ballots}
    return tuple(
        seat.id
        for seat in state.seats.values()
        if seat.active and seat.channel is Channel.PHONE and seat.id not in voted
    )


def orphans(state: State, held: frozenset[SeatId]) -> tuple[SeatId, ...]:
    """Return those of them that no phone holds: joined, and lost in a crash before it heard."""
    return tuple(seat for seat in never_voted(state) if seat not in held)
