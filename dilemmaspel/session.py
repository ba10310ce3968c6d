"""The authority: one thread owns the state and the log, and everybody else is a client of it."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Event as Flag
from threading import Lock, Thread
from typing import Final, NamedTuple

from dilemmaspel.game.commands import Command
from dilemmaspel.game.events import (
    BallotCast,
    Event,
    ExitPollAnswered,
    PersonalVoteKept,
    is_ephemeral,
)
from dilemmaspel.game.evolve import evolve
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.rules import decide
from dilemmaspel.game.state import State
from dilemmaspel.journal import (
    Entry,
    Loaded,
    Log,
    MemoryLog,
    MonotonicWall,
    Receipt,
    Refusal,
    StorageTrouble,
    stopped_trouble,
    unexpected_trouble,
)

__all__ = [
    "Entry",
    "Loaded",
    "Log",
    "MemoryLog",
    "MonotonicWall",
    "Receipt",
    "Refusal",
    "Session",
    "StorageTrouble",
    "stopped_trouble",
    "unexpected_trouble",
]

HEARTBEAT: Final = 5.0
"""Seconds between two marks in the log that the program still lives."""

LARGEST_BATCH: Final = 2_000
"""Commands in one transaction; more wait for the next, so that no answer takes long."""

_log = logging.getLogger(__name__)

Decide = Callable[[State | None, Command], tuple[Event, ...] | Refused]
Evolve = Callable[[State | None, Event, int], State]
Follower = Callable[[State], None]


class _Job(NamedTuple):
    command: Command
    key: str | None
    answer: Future[Receipt]


class _Batch:
    """What a batch would change; thrown away when the log cannot save it."""

    def __init__(self, state: State | None, at: int) -> None:
        self.state = state
        self.at = at
        self.entries: list[Entry] = []
        self.numbered = 0
        """Entries that get a number in the log."""
        self.accepted: list[tuple[_Job, int, int]] = []
        """Job, the place of its first event among the numbered ones, and its moment."""
        self.repeats: list[tuple[_Job, Receipt | None]] = []
        """Repeats: of an earlier batch with its receipt, of this one without."""
        self.refused: list[tuple[_Job, Refused]] = []
        self.keys: set[str] = set()


class Session:
    """Owns the state of one session: decides, saves, and only then tells.

    Commands that wait are saved together in one transaction, so a slow disk is paid once per
    batch. `state` and `receipts` come from a log when a session is resumed.
    """

    def __init__(
        self,
        log: Log,
        loaded: Loaded | None = None,
        *,
        clock: Callable[[], int] | None = None,
        heartbeat: float = HEARTBEAT,
        decide: Decide = decide,
        evolve: Evolve = evolve,
    ) -> None:
        self._log = log
        self._decide = decide
        self._evolve = evolve
        self._state = loaded.state if loaded else None
        self._receipts = dict(loaded.receipts) if loaded else {}
        self._seq = loaded.seq if loaded else 0
        self._at = loaded.at if loaded else 0
        self._clock = clock or MonotonicWall(loaded.last_seen if loaded else 0)
        self._heartbeat = heartbeat
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._followers: tuple[Follower, ...] = ()
        self._following = Lock()
        self._ended = Flag()
        self._thread = Thread(target=self._run, name="session", daemon=True)
        self._thread.start()

    @property
    def started(self) -> bool:
        """Whether there is a state: true from the first saved event on."""
        return self._state is not None

    @property
    def latest(self) -> State:
        """The state last made durable; raises LookupError before the session was started."""
        if self._state is None:
            raise LookupError("the session has not started yet")
        return self._state

    def submit(self, command: Command, key: str | None = None) -> Future[Receipt]:
        """Ask for a command to be carried out; never waits.

        The future fails with Refusal or StorageTrouble. The same key gives the same receipt
        again, also after a restart, and changes nothing.
        """
        answer: Future[Receipt] = Future()
        self._jobs.put(_Job(command, key, answer))
        if self._ended.is_set():
            self._turn_away()
        return answer

    def subscribe(self, follower: Follower) -> Callable[[], None]:
        """Call `follower` on the session's thread with the new state after each saved batch.

        Returns the way to stop it. A follower has to be quick and must not raise.
        """
        with self._following:
            self._followers = (*self._followers, follower)

        def unsubscribe() -> None:
            with self._following:
                self._followers = tuple(f for f in self._followers if f is not follower)

        return unsubscribe

    def stop(self) -> None:
        """Carry out what waits, turn away what comes later, and end the thread."""
        if not self._ended.is_set():
            self._jobs.put(None)
        self._thread.join()

    # ---------------------------------------------------------------- the thread

    def _run(self) -> None:
        beat_at = time.monotonic() + self._heartbeat
        goes_on = True
        while goes_on:
            jobs, goes_on = self._take(beat_at)
            if jobs:
                self._survive(jobs)
            if time.monotonic() >= beat_at:
                self._beat()
                beat_at = time.monotonic() + self._heartbeat
        self._ended.set()
        self._turn_away()
        if self._state is not None:
            self._beat()
            self._log.leave(self._state.session)

    def _take(self, until: float) -> tuple[list[_Job], bool]:
        """Wait for a job or the next heartbeat, then take everything that waits."""
        jobs: list[_Job] = []
        try:
            job = self._jobs.get(timeout=max(0.0, until - time.monotonic()))
            while job is not None:
                if job.answer.set_running_or_notify_cancel():
                    jobs.append(job)
                if len(jobs) >= LARGEST_BATCH:
                    return jobs, True
                job = self._jobs.get_nowait()
        except Empty:
            return jobs, True
        return jobs, False

    def _turn_away(self) -> None:
        while True:
            try:
                job = self._jobs.get_nowait()
            except Empty:
                return
            if job is not None and job.answer.set_running_or_notify_cancel():
                job.answer.set_exception(stopped_trouble())

    def _survive(self, jobs: list[_Job]) -> None:
        """Carry out a batch; of one that hits a bug each command by itself."""
        saved = self._seq
        try:
            self._carry_out(jobs)
        except Exception:  # noqa: BLE001 - the end of the thread: told below, one by one
            if len(jobs) > 1 and self._seq == saved:
                for job in jobs:
                    self._survive([job])
                return
            _log.exception("A command failed: %s", type(jobs[0].command).__name__)
            _fail(jobs, unexpected_trouble())

    def _carry_out(self, jobs: list[_Job]) -> None:
        batch = self._decided(jobs)
        try:
            first = self._log.append(batch.entries) if batch.entries else self._seq + 1
        except StorageTrouble as trouble:
            _fail(jobs, trouble)
        else:
            self._publish(batch, first)

    def _decided(self, jobs: list[_Job]) -> _Batch:
        batch = _Batch(self._state, max(self._clock(), self._at))
        for job in jobs:
            key = job.key
            if key is None or (key not in self._receipts and key not in batch.keys):
                self._add(batch, job)
            else:
                batch.repeats.append((job, self._receipts.get(key)))
        return batch

    def _add(self, batch: _Batch, job: _Job) -> None:
        outcome = self._decide(batch.state, job.command)
        if isinstance(outcome, Refused):
            batch.refused.append((job, outcome))
            return
        state, key, place = batch.state, job.key, batch.numbered
        moment = self._moment(outcome, batch)
        for event in outcome:
            after = self._evolve(state, event, moment)
            kept_apart = is_ephemeral(event)
            batch.entries.append(Entry(event, moment, None if kept_apart else key, state, after))
            if not kept_apart:
                batch.numbered += 1
                key = None
            state = after
        batch.state = state
        if job.key is not None:
            batch.keys.add(job.key)
        batch.accepted.append((job, place, moment))

    def _moment(self, events: tuple[Event, ...], batch: _Batch) -> int:
        """The moment that the log keeps; an answer of a person bears that of its step."""
        if events and isinstance(events[0], BallotCast | PersonalVoteKept | ExitPollAnswered):
            return batch.entries[-1].at if batch.entries else self._at
        return batch.at

    def _publish(self, batch: _Batch, first: int) -> None:
        if batch.entries:
            self._state = batch.state
            self._at = batch.entries[-1].at
            self._seq = first + batch.numbered - 1
        receipts = [
            (job, Receipt(min(first + place, self._seq), at, job.key))
            for job, place, at in batch.accepted
        ]
        for job, receipt in receipts:
            if job.key is not None:
                self._receipts[job.key] = receipt
        if batch.entries:
            self._tell()
        self._answer(batch, receipts)

    def _tell(self) -> None:
        state = self.latest
        for follower in self._followers:
            try:
                follower(state)
            except Exception:  # noqa: BLE001 - one follower's bug is not the room's
                _log.exception("A follower of the session failed")

    def _answer(self, batch: _Batch, receipts: list[tuple[_Job, Receipt]]) -> None:
        for job, receipt in receipts:
            job.answer.set_result(receipt)
        for job, known in batch.repeats:
            receipt = known or self._receipts[str(job.key)]
            job.answer.set_result(Receipt(receipt.seq, receipt.at, receipt.key, repeated=True))
        for job, refused in batch.refused:
            job.answer.set_exception(Refusal(refused))

    def _beat(self) -> None:
        if self._state is None:
            return
        try:
            self._log.beat(self._state.session, max(self._clock(), self._at))
        except StorageTrouble as trouble:
            _log.warning("The log did not take a heartbeat: %s", trouble)
        except Exception:  # noqa: BLE001 - the end of the thread
            _log.exception("A heartbeat failed")


def _fail(jobs: list[_Job], trouble: StorageTrouble) -> None:
    for job in jobs:
        if not job.answer.done():
            job.answer.set_exception(trouble)
