"""Seats the people with whom a session begins."""

from collections.abc import Mapping

from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import Join
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.people import MOST_HEADS
from dilemmaspel.game.setup import Setup, Voting
from dilemmaspel.session import Session


def seat_everybody(session: Session, setup: Setup, people: Mapping[RoleId, int]) -> None:
    """Take a seat for everybody: one each, or one per table when tables vote as one.

    Raises StorageTrouble when they could not be saved.
    """
    answers = [session.submit(join) for join in joins(setup, people)]
    for answer in answers:
        answer.result()


def joins(setup: Setup, people: Mapping[RoleId, int]) -> tuple[Join, ...]:
    """Return the commands that seat the people, role by role.

    With phones nobody has a seat until a phone asks for one; a rehearsal seats its bots.
    """
    if setup.voting is Voting.PHONE and not setup.practice:
        return ()
    channel = Channel.BOT if setup.practice else Channel.PASSED
    if setup.voting is Voting.TABLE:
        return tuple(
            Join(role, Channel.TABLE, heads)
            for role, count in people.items()
            for heads in _tables(count)
        )
    return tuple(Join(role, channel) for role, count in people.items() for _ in range(count))


def _tables(people: int) -> tuple[int, ...]:
    """Divide the people of a role over as few tables as can hold them."""
    tables = -(-people // MOST_HEADS)
    return tuple((people + place) // tables for place in range(tables))
