"""Seats the people with whom a session begins."""

from collections.abc import Mapping

from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import Join
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.setup import Setup, Voting
from dilemmaspel.session import Session


def seat_everybody(session: Session, setup: Setup, people: Mapping[RoleId, int]) -> None:
    """Take a seat for everybody: one each, or one per role when a table votes as one.

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
        return tuple(Join(role, Channel.TABLE, heads) for role, heads in people.items() if heads)
    return tuple(Join(role, channel) for role, count in people.items() for _ in range(count))
