"""Ballots per second through `Session.submit`, against raw rows committed in groups.

Both are asked by eight threads and answer each with a future, in the same run, on the same disk,
with the same settings of SQLite. `waiting`: every thread waits for its answer before it goes on,
as people do; then the disk decides. `at once`: everything is submitted, then everything is
awaited; then the processor decides. Run: python tests/bench/bench_ballots.py [people]
"""

import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from statistics import median
from threading import Thread
from time import perf_counter
from typing import Any

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import Advance, CastBallot, Join, StartSession
from dilemmaspel.game.ids import DilemmaId, SeatId, SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Setup
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.build import scenario_from_text
from dilemmaspel.session import Session
from dilemmaspel.storage import opening
from dilemmaspel.storage.log import open_log

THREADS = 8
RUNS = 9
Submit = Callable[[int], Future[Any]]


class RawRows:
    """The least that could answer for a row: a queue, a thread, a transaction per batch."""

    def __init__(self, path: Path) -> None:
        opening.create(path)
        self._conn = opening.writer(path)
        self._conn.execute("CREATE TABLE raw (seat INTEGER, round INTEGER, vote INTEGER, choice)")
        self._jobs: SimpleQueue[tuple[tuple[int, int, int, str], Future[int]] | None]
        self._jobs = SimpleQueue()
        self._thread = Thread(target=self._run)
        self._thread.start()

    def submit(self, seat: int) -> Future[int]:
        answer: Future[int] = Future()
        self._jobs.put(((seat, 1, 1, "b"), answer))
        return answer

    def stop(self) -> None:
        self._jobs.put(None)
        self._thread.join()
        self._conn.close()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            batch = [job]
            try:
                while (more := self._jobs.get_nowait()) is not None:
                    batch.append(more)
            except Empty:
                pass
            self._conn.execute("BEGIN IMMEDIATE")
            self._conn.executemany("INSERT INTO raw VALUES (?, ?, ?, ?)", [b[0] for b in batch])
            self._conn.execute("COMMIT")
            for _, answer in batch:
                answer.set_result(1)


class Room:
    """A session with an open first vote and so many people."""

    def __init__(self, path: Path, people: int) -> None:
        folder = scenarios_dir()
        text = (folder / "f1-de-schakel" / "scenario.yaml").read_text(encoding="utf-8")
        roles = (folder / "roles.yaml").read_text(encoding="utf-8")
        scenario = scenario_from_text(text, roles)
        self.log = open_log(path)
        self.session = Session(self.log)
        self._ask(StartSession(scenario, Setup(), text, roles, SessionId("bench")))
        for answer in [self.session.submit(Join()) for _ in range(people)]:
            answer.result()
        while self.session.latest.flow.phase is not Phase.VOTE1:
            self._ask(Advance(self.session.latest.step))
        self.dilemma = self.session.latest.flow.dilemma or DilemmaId("")

    def _ask(self, command: Any) -> None:
        self.session.submit(command).result()

    def submit(self, seat: int) -> Future[Any]:
        ballot = CastBallot(self.dilemma, Vote.FIRST, "b", seat=SeatId(seat))
        return self.session.submit(ballot, key=f"key-{seat}")

    def stop(self) -> None:
        self.session.stop()
        self.log.close()


def waiting(submit: Submit, seats: range) -> None:
    for seat in seats:
        submit(seat).result()


def at_once(submit: Submit, seats: range) -> None:
    for answer in [submit(seat) for seat in seats]:
        answer.result()


def per_second(work: Callable[[Submit, range], None], submit: Submit, people: int) -> float:
    share = people // THREADS
    parts = [range(1 + share * n, 1 + share * (n + 1)) for n in range(THREADS)]
    threads = [Thread(target=work, args=(submit, part)) for part in parts]
    start = perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return share * THREADS / (perf_counter() - start)


@dataclass(frozen=True)
class Measured:
    """Medians of alternating runs; the ratio is the median of each run's own."""

    ours: float
    raw: float
    ratio: float


def measure(work: Callable[[Submit, range], None], people: int, runs: int = RUNS) -> Measured:
    ours, raw = [], []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            rows = RawRows(Path(folder) / "raw.sqlite")
            raw.append(per_second(work, rows.submit, people))
            rows.stop()
            room = Room(Path(folder) / "log.sqlite", people)
            ours.append(per_second(work, room.submit, people))
            room.stop()
    ratios = [mine / theirs for mine, theirs in zip(ours, raw, strict=True)]
    return Measured(median(ours), median(raw), median(ratios))


def table(people: int, runs: int = RUNS) -> str:
    lines = [
        f"{people} people, {THREADS} threads, medians of {runs} alternating runs",
        f"{'':10} {'ballots/s':>12} {'raw rows/s':>12} {'ratio':>6}",
    ]
    for work in (waiting, at_once):
        found = measure(work, people, runs)
        name = work.__name__.replace("_", " ")
        lines.append(f"{name:10} {found.ours:12,.0f} {found.raw:12,.0f} {found.ratio:6.2f}")
    return "\n".join(lines)


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    sys.stdout.write(table(people) + "\n")


if __name__ == "__main__":
    main()
