"""Who votes at the laptop: a seat by its role and number, or a table by its heads."""

from collections.abc import Mapping
from dataclasses import dataclass

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import DilemmaId, RoleId, SeatId
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.views import DilemmaView, PresenterView, PublicView, RoleVoted, VoteView
from dilemmaspel.texts import Texts

BoxKey = tuple[DilemmaId, Vote, int]
"""The open vote: dilemma, vote, attempt."""


@dataclass(frozen=True, slots=True)
class Voter:
    """A seat that may vote now."""

    seat: SeatId
    role: Role
    number: int
    """The place within the role, from 1; 0 when nobody else plays it."""
    heads: int
    voted: bool

    def name(self, t: Texts) -> str:
        """Call a person by role and number, a table by role and people."""
        return self.table(t) if self.heads > 1 else self._role()

    def table(self, t: Texts) -> str:
        """Call a table by its role, its number when there are more, and its people."""
        return t.plural(
            "Table {role}, {n} person", "Table {role}, {n} people", self.heads, role=self._role()
        )

    def _role(self) -> str:
        return f"{self.role.short} {self.number}" if self.number else self.role.short


def open_box(view: PresenterView) -> BoxKey | None:
    """Name the vote that is open, or None."""
    dilemma, vote = view.public.dilemma, view.public.vote
    return (dilemma.id, vote.vote, vote.attempt) if dilemma and vote else None


def open_vote(view: PublicView) -> tuple[DilemmaView, VoteView]:
    """Return the vote that is open and its dilemma; raises ValueError without one."""
    if view.dilemma is None or view.vote is None:
        raise ValueError("no vote is open")
    return view.dilemma, view.vote


def voters(view: PresenterView) -> tuple[Voter, ...]:
    """Return who may vote in the open vote, by role, in the order of their seats.

    Numbers follow all seats a role ever had, so that they stay when somebody leaves.
    """
    numbers = seat_numbers(view)
    return tuple(
        Voter(seat, of.role, numbers.get(seat, 0), view.heads.get(seat, 1), has_voted)
        for of in view.voted
        for seat, has_voted in of.seats
    )


def seat_numbers(view: PresenterView) -> Mapping[SeatId, int]:
    """Return the place of every seat within its role, from 1; none where it is the only one."""
    seats: dict[RoleId, list[SeatId]] = {}
    for seat, role, _ in view.seats:
        seats.setdefault(role, []).append(seat)
    return {
        seat: place
        for of in seats.values()
        if len(of) > 1
        for place, seat in enumerate(of, start=1)
    }


def people_left(of: RoleVoted) -> int:
    """Return how many hands a role can raise: its seats without a ballot of their own."""
    return sum(1 for _, has_voted in of.seats if not has_voted)
