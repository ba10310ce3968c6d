"""A session that leads itself: who it waits for, what it tells, and how it stops."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest

from dilemmaspel.bots import ballots_to_cast
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import CastBallot, Join, Lay, Leave
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.steps import final_ending
from dilemmaspel.host import Host, Line, Pace
from dilemmaspel.session import MemoryLog, Session
from tests.session.room import a_start, ask

VOTES = {"vote1", "vote2", "runoff", "consent_check"}
Turn = Callable[[Line], None]


class Room:
    """People who do something each time that the host tells something."""

    def __init__(self, session: Session, pace: Pace) -> None:
        self.session = session
        self.lines: list[dict[str, Any]] = []
        self.turns: tuple[Turn, ...] = ()
        self.host = Host(session, pace, self._hear)

    def _hear(self, line: Line) -> None:
        self.lines.append(dict(line))
        for turn in self.turns:
            turn(line)

    def told(self, event: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["event"] == event]

    def people(self, count: int) -> None:
        for _ in range(count):
            ask(self.session, Join(channel=Channel.PHONE))

    def everybody_votes(self, line: Line) -> None:
        self.vote(line, leave_out=0)

    def vote(self, line: Line, leave_out: int) -> None:
        if line["event"] == "phase" and line["phase"] in VOTES:
            ballots = ballots_to_cast(self.session.latest, seed=1)
            for ballot in ballots[: len(ballots) - leave_out]:
                self.session.submit(ballot)


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session(MemoryLog())
    ask(session, a_start(setup=Setup(profile=Profile.HALF_DAY)))
    yield session
    session.stop()


def test_it_leads_a_whole_session_and_tells_it_in_order(session: Session) -> None:
    room = Room(session, Pace(5))
    room.turns = (room.everybody_votes,)
    room.people(5)
    assert room.host.lead() is True
    assert session.latest.flow.phase is Phase.CLOSED
    assert [line["seat"] for line in room.told("joined")] == [1, 2, 3, 4, 5]
    phases = [line["phase"] for line in room.told("phase")]
    assert phases[:3] == ["lobby", "intro", "roles"]
    assert phases.count("vote2") == 4
    votes = [phase for phase in phases if phase in VOTES]
    assert [line["vote"] for line in room.told("tally")] == votes
    assert all(line["ballots"] == line["present"] == 5 for line in room.told("tally"))
    (ended,) = room.told("ended")
    assert ended is room.lines[-1]
    assert ended["ending"] == (final_ending(session.latest) or ("",))[0]
    assert set(ended["decisions"]) == {"d1", "d2", "d3", "d4"}


def test_a_tally_comes_after_its_vote_and_before_the_next_phase(session: Session) -> None:
    room = Room(session, Pace(3))
    room.turns = (room.everybody_votes,)
    room.people(3)
    room.host.lead()
    kept = [line for line in room.lines if line["event"] in {"phase", "tally"}]
    for before, after in pairwise(kept):
        if before.get("phase") in VOTES:
            assert (after["event"], after["vote"]) == ("tally", before["phase"])


def test_nothing_begins_before_enough_people_are_in(session: Session) -> None:
    room = Room(session, Pace(3))
    room.people(2)
    room.host.stop()
    assert room.host.lead() is False
    assert session.latest.flow.phase is Phase.LOBBY
    assert [line["event"] for line in room.lines] == ["phase", "joined", "joined"]


def test_a_vote_waits_for_who_has_not_voted(session: Session) -> None:
    room = Room(session, Pace(4))

    def all_but_one(line: Line) -> None:
        room.vote(line, leave_out=1)
        if line.get("phase") in VOTES:
            room.host.stop()

    room.turns = (all_but_one,)
    room.people(4)
    assert room.host.lead() is False
    assert session.latest.flow.phase is Phase.VOTE1
    assert room.told("tally") == []


def test_who_left_is_not_waited_for(session: Session) -> None:
    room = Room(session, Pace(4))

    def one_leaves(line: Line) -> None:
        room.vote(line, leave_out=1)
        if line.get("phase") == "vote1" and session.latest.seats[SeatId(4)].active:
            session.submit(Leave(SeatId(4)))

    room.turns = (one_leaves, room.everybody_votes)
    room.people(4)
    assert room.host.lead() is True
    assert room.told("tally")[1]["present"] == 3


def test_a_vote_with_a_limit_closes_without_the_last_ones(session: Session) -> None:
    room = Room(session, Pace(4, seconds_open=0.01))
    room.turns = (lambda line: room.vote(line, leave_out=1),)
    room.people(4)
    assert room.host.lead() is True
    for line in room.told("tally"):
        assert (line["present"], line["ballots"] < 4) == (4, True)


def test_a_pause_in_a_vote_ends_and_nobody_is_skipped(session: Session) -> None:
    room = Room(session, Pace(3))

    def after_a_pause(line: Line) -> None:
        if line.get("phase") in VOTES:
            session.submit(Lay(Overlay.PAUSED))
        room.everybody_votes(line)

    room.turns = (after_a_pause,)
    room.people(3)
    assert room.host.lead() is True
    assert all(line["ballots"] == 3 for line in room.told("tally"))


def test_a_late_comer_is_told_and_votes_the_next_time(session: Session) -> None:
    room = Room(session, Pace(3))

    def comes_late(line: Line) -> None:
        if line.get("phase") == "vote1" and len(session.latest.seats) == 3:
            session.submit(Join(channel=Channel.PHONE))
        room.everybody_votes(line)

    room.turns = (comes_late,)
    room.people(3)
    assert room.host.lead() is True
    assert [line["present"] for line in room.told("tally")][:2] == [3, 4]
    assert [line["seat"] for line in room.told("joined")] == [1, 2, 3, 4]


def test_a_changed_vote_counts_once(session: Session) -> None:
    room = Room(session, Pace(2))

    def twice(line: Line) -> None:
        if line.get("phase") == "vote1":
            first = ballots_to_cast(session.latest, seed=1)[0]
            changed = CastBallot(first.dilemma, first.vote, None, Channel.PHONE, first.seat)
            session.submit(changed)
        room.everybody_votes(line)

    room.turns = (twice,)
    room.people(2)
    assert room.host.lead() is True
    assert all(line["ballots"] == 2 for line in room.told("tally"))
