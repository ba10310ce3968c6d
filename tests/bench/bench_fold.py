"""How long a log of 10,000 events takes to read back, step by step.

Run: python tests/bench/bench_fold.py [events]
"""

import json
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import perf_counter

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import Advance, CastBallot, Join, StartSession
from dilemmaspel.game.evolve import fold
from dilemmaspel.game.ids import DilemmaId, SeatId, SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Setup
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.build import scenario_from_text
from dilemmaspel.session import Session
from dilemmaspel.storage import archive, opening
from dilemmaspel.storage.chain import faults
from dilemmaspel.storage.codec import Codec
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.verify import verify

EVENTS = 10_000
PEOPLE = 100
NAME = SessionId("bench")


def filled(path: Path, events: int) -> LogFile:
    """A log with a session of a hundred people who cannot make up their minds."""
    folder = scenarios_dir()
    text = (folder / "f1-de-schakel" / "scenario.yaml").read_text(encoding="utf-8")
    roles = (folder / "roles.yaml").read_text(encoding="utf-8")
    log = open_log(path)
    session = Session(log)
    scenario = scenario_from_text(text, roles)
    session.submit(StartSession(scenario, Setup(), text, roles, NAME)).result()
    answers = [session.submit(Join()) for _ in range(PEOPLE)]
    for answer in answers:
        answer.result()
    while session.latest.flow.phase is not Phase.VOTE1:
        session.submit(Advance(session.latest.step)).result()
    dilemma = session.latest.flow.dilemma or DilemmaId("")
    done = log.load(NAME).seq
    votes = [
        CastBallot(dilemma, Vote.FIRST, "abcd"[n // PEOPLE % 4], seat=SeatId(1 + n % PEOPLE))
        for n in range(events - done)
    ]
    for answer in [session.submit(vote) for vote in votes]:
        answer.result()
    session.stop()
    return log


def steps(log: LogFile) -> dict[str, float]:
    """Milliseconds per step."""
    marks = [("", perf_counter())]
    with opening.reading(log.path) as conn:
        rows = archive.rows(conn, NAME)
    marks.append(("read the rows", perf_counter()))
    list(faults(rows))
    marks.append(("check the chain", perf_counter()))
    for row in rows:
        json.loads(row.payload or b"")
    marks.append(("parse the JSON alone", perf_counter()))
    events = list(archive.unpacked(log.path, rows, Codec()))
    marks.append(("check and read the events", perf_counter()))
    fold((event, at) for event, at, _ in events)
    marks.append(("fold", perf_counter()))
    log.load(NAME)
    marks.append(("all of it: load", perf_counter()))
    verify(log.path)
    marks.append(("verify, tables too", perf_counter()))
    return {name: 1000 * (after - before) for (_, before), (name, after) in pairwise(marks)}


def table(events: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        log = filled(Path(folder) / "log.sqlite", events)
        size = log.path.stat().st_size
        found = steps(log)
        log.close()
    lines = [
        f"{events} events, {size / events:.0f} bytes each",
        f"{'':26} {'ms':>8} {'us/event':>9}",
    ]
    lines += [f"{name:26} {ms:8.1f} {1000 * ms / events:9.1f}" for name, ms in found.items()]
    return "\n".join(lines)


def main() -> None:
    events = int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS
    sys.stdout.write(table(events) + "\n")


if __name__ == "__main__":
    main()
