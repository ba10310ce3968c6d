"""Kill a running session at any moment: nothing acknowledged is lost or doubled (F1-F3)."""

import os
import random
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.game.ids import DilemmaId, SeatId
from dilemmaspel.game.state import Box, State
from dilemmaspel.session import Session
from dilemmaspel.storage.log import open_log
from dilemmaspel.storage.verify import verify
from tests.faults.forker import Forker, needs_fork
from tests.session.room import resume

KILLS = 40
KILLS_PER_SESSION = 8

pytestmark = needs_fork


class Zygote(Forker):
    def __init__(self) -> None:
        super().__init__("tests.faults.zygote")

    def run(self, task: dict[str, Any], kill_after: int | None = None) -> list[dict[str, Any]]:
        """Let a child work; kill it after so many lines; return everything it told."""
        self.ask(task)
        told: list[dict[str, Any]] = []
        ready = 0
        while True:
            told.append(self.told())
            what = told[-1]["what"]
            if what == "dead":
                return told
            ready += what not in {"born", "ready"}
            if ready == kill_after:
                kill_after = None
                os.kill(told[0]["pid"], signal.SIGKILL)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Zygote]:
    zygote = Zygote()
    yield zygote
    zygote.close()


class Books:
    """What people outside know: what they asked, and what was acknowledged."""

    def __init__(self) -> None:
        self.acked: dict[str, dict[str, Any]] = {}
        self.open: dict[str, dict[str, Any]] = {}
        """Asked, and then the line went dead."""
        self.phase = ""
        self.between_steps = True

    def read(self, told: list[dict[str, Any]]) -> None:
        for line in told:
            what = line["what"]
            if what == "asked":
                self.open[line["key"]] = line
            elif what == "acked":
                self.open.pop(line["key"], None)
                self.acked.setdefault(line["key"], line)
                assert self.acked[line["key"]]["seq"] == line["seq"]
            elif what == "refused":
                self.open.pop(line["key"], None)
            elif what in {"ready", "stepped"}:
                self.phase, self.between_steps = line["phase"], True
            elif what == "stepping":
                self.between_steps = False

    def retries(self) -> list[tuple[str, int, str]]:
        """Keys to send again: those without an answer, and some with one."""
        again = [*self.open.values(), *list(self.acked.values())[-3:]]
        return [(line["key"], line["seat"], line["choice"]) for line in again]


def check_log(db: Path, books: Books) -> None:
    assert verify(db).findings == ()
    with closing(sqlite3.connect(db)) as conn:
        rows = conn.execute(
            "SELECT key, seq, at, json_extract(payload, '$.choice') FROM payloads "
            "JOIN events USING (seq) WHERE key IS NOT NULL"
        ).fetchall()
    kept = {key: (seq, at, choice) for key, seq, at, choice in rows}
    assert len(kept) == len(rows), "a key stands in the log twice"
    for key, line in books.acked.items():
        assert kept[key] == (line["seq"], line["at"], line["choice"])


def check_resumed(db: Path, books: Books) -> None:
    """The session is where it was: phase, votes and clock."""
    log = open_log(db)
    loaded = log.load("killed")
    if books.between_steps:
        assert loaded.state.flow.phase == books.phase
    check_votes(loaded.state, books)
    check_tables(db, loaded.state)
    session = Session(log, loaded, clock=lambda: loaded.last_seen + 3_600_000)
    resume(session, loaded.last_seen)
    session.stop()
    log.close()
    assert session.latest.flow == loaded.state.flow
    assert session.latest.boxes == loaded.state.boxes
    elapsed = session.latest.clock.elapsed(loaded.last_seen + 3_600_000)
    assert elapsed == loaded.state.clock.elapsed(loaded.last_seen)


def the_box(state: State) -> Box:
    (box,) = [box for key, box in state.boxes.items() if key[0] == DilemmaId("d1")]
    return box


def check_votes(state: State, books: Books) -> None:
    """Every live ballot is the last one acknowledged, or one whose answer was cut off."""
    last: dict[int, dict[str, Any]] = {}
    for line in books.acked.values():
        if line["seq"] > last.get(line["seat"], {"seq": 0})["seq"]:
            last[line["seat"]] = line
    box = the_box(state)
    for seat, line in last.items():
        cut_off = {one["choice"] for one in books.open.values() if one["seat"] == seat}
        assert box.ballots[SeatId(seat)].choice in {line["choice"], *cut_off}


def check_tables(db: Path, state: State) -> None:
    with closing(sqlite3.connect(db)) as conn:
        live = conn.execute("SELECT seat, choice FROM ballots WHERE superseded = 0").fetchall()
    assert dict(live) == {seat: b.choice for seat, b in the_box(state).ballots.items()}
    assert len(live) == len(the_box(state).ballots)


def test_forty_kills_at_random_lose_and_double_nothing(zygote: Zygote, tmp_path: Path) -> None:
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    acked = 0
    for run in range(KILLS):
        if run % KILLS_PER_SESSION == 0:
            db, books = tmp_path / f"log-{run}.sqlite", Books()
        task = {"db": str(db), "run": run, "again": books.retries(), "steps": 1_000_000}
        before = len(books.acked)
        books.read(zygote.run(task, kill_after=chance.randrange(1, 120)))
        acked += len(books.acked) - before
        check_log(db, books)
        check_resumed(db, books)
    assert acked > KILLS, f"seed {seed}"


MOMENTS = ("before_append", "inside_transaction", "before_commit", "after_commit")


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("turn", [1, 2, 7])
def test_a_kill_at_a_named_moment_loses_and_doubles_nothing(
    zygote: Zygote, tmp_path: Path, moment: str, turn: int
) -> None:
    db, books = tmp_path / "log.sqlite", Books()
    fault = {"moment": moment, "turn": turn}
    task = {"db": str(db), "run": 0, "again": [], "steps": 1_000_000, "fault": fault}
    books.read(zygote.run(task))
    check_log(db, books)
    check_resumed(db, books)
    unanswered = set(books.open)
    books.read(zygote.run({"db": str(db), "run": 1, "again": books.retries(), "steps": 0}, 20))
    check_log(db, books)
    assert unanswered.isdisjoint(books.open)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_kill_inside_the_close_of_a_vote_leaves_it_open_or_closed(
    zygote: Zygote, tmp_path: Path, moment: str
) -> None:
    """The facilitator works alone, so every save after the first is a close or its undo."""
    db = tmp_path / "log.sqlite"
    fault = {"moment": moment, "turn": 3}
    task = {"db": str(db), "run": 0, "again": [], "steps": 9, "fault": fault, "writers": 0}
    zygote.run(task)
    assert verify(db).findings == ()
    log = open_log(db)
    flow = log.load("killed").state.flow
    log.close()
    closed = (DilemmaId("d1"), "vote1") in flow.results
    assert closed is (flow.open_vote is None)
