import logging
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from typing import Any

import pytest

from dilemmaspel.game.commands import AddNote, Advance, AskPause, Join
from dilemmaspel.game.events import PhaseEntered, VoteClosed
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason
from dilemmaspel.game.rules import decide
from dilemmaspel.game.state import State
from dilemmaspel.session import (
    Entry,
    MemoryLog,
    MonotonicWall,
    Receipt,
    Refusal,
    Session,
    StorageTrouble,
)
from tests.session.room import Clock, a_ballot, a_start, advance, ask, opened

SECONDS = 20


class SlowLog(MemoryLog):
    """Waits with saving until it may; tells how many entries came at once."""

    def __init__(self) -> None:
        super().__init__()
        self.may_save = threading.Event()
        self.is_asked = threading.Event()
        self.batches: list[int] = []
        self.may_save.set()

    def append(self, entries: Sequence[Entry]) -> int:
        self.is_asked.set()
        assert self.may_save.wait(SECONDS)
        self.batches.append(len(entries))
        return super().append(entries)


class BrokenLog(MemoryLog):
    """Saves nothing while it is broken."""

    def __init__(self) -> None:
        super().__init__()
        self.trouble: Exception | None = None
        self.beats: list[int] = []
        self.has_beaten = threading.Event()

    def append(self, entries: Sequence[Entry]) -> int:
        if self.trouble is not None:
            raise self.trouble
        return super().append(entries)

    def beat(self, session: str, at: int) -> None:
        self.beats.append(at)
        self.has_beaten.set()
        if self.trouble is not None:
            raise self.trouble


def disk_full() -> StorageTrouble:
    return StorageTrouble("The disk is full.", "", "")


@pytest.fixture
def log() -> BrokenLog:
    return BrokenLog()


@pytest.fixture
def session(log: BrokenLog) -> Iterator[Session]:
    session = Session(log, clock=Clock())
    yield session
    session.stop()


def test_a_command_before_the_start_is_refused(session: Session) -> None:
    with pytest.raises(Refusal) as refusal:
        ask(session, Join())
    assert refusal.value.refused.reason is Reason.NOT_STARTED


def test_there_is_no_state_before_the_start(session: Session) -> None:
    assert not session.started
    with pytest.raises(LookupError):
        _ = session.latest


def test_a_receipt_counts_the_events_in_the_log(session: Session, log: BrokenLog) -> None:
    first = ask(session, a_start())
    second = ask(session, Join())
    assert (first.seq, second.seq, len(log.entries)) == (1, 2, 2)


def test_the_state_is_there_when_the_answer_is(session: Session) -> None:
    ask(session, a_start())
    ask(session, Join())
    assert len(session.latest.seats) == 1


def test_a_refusal_changes_nothing(session: Session, log: BrokenLog) -> None:
    ask(session, a_start())
    before = session.latest
    with pytest.raises(Refusal) as refusal:
        ask(session, Advance(before.step + 7))
    assert refusal.value.refused.reason is Reason.STALE_STEP
    assert session.latest is before
    assert len(log.entries) == 1


def test_a_repeat_with_the_same_key_gets_the_same_receipt(session: Session, log: BrokenLog) -> None:
    opened(session, people=2)
    ballot = a_ballot(session.latest, 1)
    first = ask(session, ballot, "k")
    saved = len(log.entries)
    again = ask(session, ballot, "k")
    assert again == first
    assert (first.repeated, again.repeated) == (False, True)
    assert len(log.entries) == saved


def test_a_repeat_in_the_same_batch_is_saved_once() -> None:
    log = SlowLog()
    session = Session(log)
    opened(session, people=1)
    saved = len(log.entries)
    ballot = a_ballot(session.latest, 1)
    log.may_save.clear()
    log.is_asked.clear()
    plug = session.submit(AskPause())
    assert log.is_asked.wait(SECONDS)
    answers = [session.submit(ballot, "k") for _ in range(50)]
    log.may_save.set()
    receipts = {answer.result(SECONDS) for answer in answers}
    plug.result(SECONDS)
    session.stop()
    assert len(receipts) == 1
    assert len(log.entries) == saved + 2


def test_a_key_whose_command_was_refused_can_be_used_again(session: Session) -> None:
    with pytest.raises(Refusal):
        ask(session, Join(), "k")
    ask(session, a_start())
    assert not ask(session, Join(), "k").repeated


def test_what_waits_is_saved_together() -> None:
    log = SlowLog()
    session = Session(log)
    ask(session, a_start())
    log.may_save.clear()
    log.is_asked.clear()
    plug = session.submit(Join())
    assert log.is_asked.wait(SECONDS)
    answers = [session.submit(Join()) for _ in range(20)]
    log.may_save.set()
    numbers = [answer.result(SECONDS).seq for answer in [plug, *answers]]
    session.stop()
    assert log.batches == [1, 1, 20]
    assert numbers == list(range(2, 23))


def test_nobody_sees_or_hears_what_is_not_saved_yet() -> None:
    log = SlowLog()
    session = Session(log)
    ask(session, a_start())
    before = session.latest
    log.may_save.clear()
    log.is_asked.clear()
    answer = session.submit(Join())
    assert log.is_asked.wait(SECONDS)
    assert session.latest is before
    assert not answer.done()
    log.may_save.set()
    answer.result(SECONDS)
    session.stop()


def test_when_saving_fails_everyone_in_the_batch_hears_so(session: Session, log: BrokenLog) -> None:
    ask(session, a_start())
    before = session.latest
    log.trouble = disk_full()
    answers = [session.submit(Join()) for _ in range(5)]
    for answer in answers:
        with pytest.raises(StorageTrouble, match="disk is full"):
            answer.result(SECONDS)
    assert session.latest is before


def test_after_trouble_the_same_key_can_be_tried_again(session: Session, log: BrokenLog) -> None:
    ask(session, a_start())
    log.trouble = disk_full()
    with pytest.raises(StorageTrouble):
        ask(session, Join(), "k")
    log.trouble = None
    assert ask(session, Join(), "k") == Receipt(2, session.latest.started_at, "k")
    assert len(session.latest.seats) == 1


@pytest.mark.logs_errors
def test_a_bug_in_the_log_is_told_as_trouble_and_the_session_goes_on(
    session: Session, log: BrokenLog
) -> None:
    ask(session, a_start())
    log.trouble = ZeroDivisionError()
    with pytest.raises(StorageTrouble, match="Something went wrong"):
        ask(session, Join())
    log.trouble = None
    ask(session, Join())
    assert len(session.latest.seats) == 1


@pytest.mark.logs_errors
def test_one_command_that_hits_a_bug_does_not_take_the_others_along() -> None:
    def fragile(state: State | None, command: Any) -> Any:
        if isinstance(command, AddNote):
            raise ZeroDivisionError
        return decide(state, command)

    log = SlowLog()
    session = Session(log, decide=fragile)
    ask(session, a_start())
    log.may_save.clear()
    log.is_asked.clear()
    plug = session.submit(Join())
    assert log.is_asked.wait(SECONDS)
    answers: list[Future[Receipt]] = [
        session.submit(command) for command in (Join(), AddNote("oops"), Join())
    ]
    log.may_save.set()
    plug.result(SECONDS)
    failed = [answer.exception(SECONDS) for answer in answers]
    session.stop()
    assert [type(error) for error in failed] == [type(None), StorageTrouble, type(None)]
    assert len(session.latest.seats) == 3


def test_a_follower_is_told_once_after_each_batch(session: Session) -> None:
    seen: list[State] = []
    stop = session.subscribe(seen.append)
    ask(session, a_start())
    ask(session, Join())
    stop()
    ask(session, Join())
    assert [len(state.seats) for state in seen] == [0, 1]


def test_a_follower_is_not_told_of_refusals_and_repeats(session: Session) -> None:
    ask(session, a_start())
    ask(session, Join(), "k")
    seen: list[State] = []
    session.subscribe(seen.append)
    ask(session, Join(), "k")
    session.submit(Advance(99)).exception(SECONDS)
    assert seen == []


@pytest.mark.logs_errors
def test_a_follower_that_fails_keeps_nobody_from_an_answer(
    session: Session, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_state: State) -> None:
        raise ZeroDivisionError

    seen: list[State] = []
    session.subscribe(broken)
    session.subscribe(seen.append)
    with caplog.at_level(logging.CRITICAL):
        ask(session, a_start())
    assert len(seen) == 1


def test_a_command_that_nobody_waits_for_any_more_is_left_out() -> None:
    log = SlowLog()
    session = Session(log)
    ask(session, a_start())
    log.may_save.clear()
    log.is_asked.clear()
    plug = session.submit(Join())
    assert log.is_asked.wait(SECONDS)
    given_up = session.submit(Join())
    assert given_up.cancel()
    log.may_save.set()
    plug.result(SECONDS)
    session.stop()
    assert len(session.latest.seats) == 1


def test_stopping_carries_out_what_waits() -> None:
    log = MemoryLog()
    session = Session(log)
    answers = [session.submit(a_start()), *[session.submit(Join()) for _ in range(30)]]
    session.stop()
    assert all(answer.exception(0) is None for answer in answers)
    assert len(session.latest.seats) == 30


def test_after_stopping_every_command_is_turned_away() -> None:
    session = Session(MemoryLog())
    ask(session, a_start())
    session.stop()
    with pytest.raises(StorageTrouble, match="no longer running"):
        ask(session, Join())
    session.stop()


def test_moments_never_run_backwards(log: BrokenLog) -> None:
    clock = Clock()
    session = Session(log, clock=clock)
    ask(session, a_start())
    clock.pass_by(-3_600_000)
    ask(session, Join())
    session.stop()
    moments = [entry.at for entry in log.entries]
    assert moments == sorted(moments)


def test_a_ballot_does_not_tell_when_it_was_cast(log: BrokenLog) -> None:
    clock = Clock()
    session = Session(log, clock=clock)
    opened(session, people=3)
    opened_at = log.entries[-1].at
    for seat in (1, 2, 3):
        clock.pass_by(10_000)
        ask(session, a_ballot(session.latest, seat))
    session.stop()
    assert {entry.at for entry in log.entries[-3:]} == {opened_at}


def test_the_key_stands_with_the_first_event_of_its_command(
    session: Session, log: BrokenLog
) -> None:
    ask(session, a_start())
    ask(session, Join(), "joined")
    while session.latest.flow.phase is not Phase.VOTE1:
        ask(session, Advance(session.latest.step), f"step-{session.latest.step}")
    keys = [entry.key for entry in log.entries if entry.key]
    assert len(keys) == len(set(keys))
    assert log.entries[1].key == "joined"


def test_the_events_of_one_command_follow_each_other_at_one_moment(
    session: Session, log: BrokenLog
) -> None:
    opened(session, people=2)
    for seat in (1, 2):
        ask(session, a_ballot(session.latest, seat))
    receipt = advance(session)
    entries = log.entries[receipt.seq - 1 :]
    assert [type(entry.event) for entry in entries] == [VoteClosed, PhaseEntered]
    assert {entry.at for entry in entries} == {receipt.at}


def test_an_answer_without_events_bears_the_number_of_the_last_one(log: BrokenLog) -> None:
    def silent(state: State | None, command: Any) -> Any:
        return () if isinstance(command, AskPause) else decide(state, command)

    session = Session(log, clock=Clock(), decide=silent)
    ask(session, a_start())
    last = ask(session, Join())
    nothing = ask(session, AskPause(), "k")
    session.stop()
    assert nothing.seq == last.seq
    assert len(log.entries) == last.seq


def test_the_log_hears_regularly_that_the_program_lives(log: BrokenLog) -> None:
    session = Session(log, clock=Clock(), heartbeat=0.01)
    ask(session, a_start())
    log.has_beaten.clear()
    assert log.has_beaten.wait(SECONDS)
    session.stop()
    assert log.beats[-1] == session.latest.started_at


def test_a_heartbeat_that_fails_stops_nothing(log: BrokenLog) -> None:
    session = Session(log, clock=Clock(), heartbeat=0.01)
    ask(session, a_start())
    log.trouble = disk_full()
    log.has_beaten.clear()
    assert log.has_beaten.wait(SECONDS)
    log.trouble = None
    ask(session, Join())
    session.stop()


def test_the_clock_does_not_follow_a_wall_clock_that_is_set() -> None:
    wall = [5_000_000_000]
    ticks = [0]
    clock = MonotonicWall(wall=lambda: wall[0], ticks=lambda: ticks[0])
    wall[0] = 0
    ticks[0] = 2_000_000
    assert clock() == 5_002


def test_the_clock_of_a_resumed_session_starts_no_earlier_than_it_was_left() -> None:
    clock = MonotonicWall(not_before=9_000, wall=lambda: 1_000_000, ticks=lambda: 0)
    assert clock() == 9_000
