"""Runs sessions in processes of their own that can be killed, without starting Python each time.

Every line on standard input is a task; for each one this process forks a child, which reports what
it asked and what was acknowledged, line by line, until it ends or is killed. Then "dead" follows.
"""

import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import Advance, CastBallot, Join, Undo
from dilemmaspel.game.ids import DilemmaId, SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.session import Refusal, Session, StorageTrouble
from dilemmaspel.storage.archive import Status
from dilemmaspel.storage.log import LogFile, open_log
from tests.session.room import a_start, ask, go_to, resume, scenario_of, texts_of

PEOPLE = 12
WRITERS = 4
OPTIONS = "abcd"


def tell(**line: Any) -> None:
    os.write(1, json.dumps(line).encode() + b"\n")


def fault_at(moment: str, turn: int) -> Callable[[str], None]:
    """Kill this process the n-th time that the log comes to a moment."""
    count = 0

    def watch(name: str) -> None:
        nonlocal count
        count += name == moment
        if count == turn:
            os.kill(os.getpid(), signal.SIGKILL)

    return watch


def armed(task: dict[str, Any]) -> tuple[threading.Event, Callable[[str], None]]:
    """Arm the fault of a task; it counts the moments from when the event is set."""
    fault = task.get("fault")
    strike = fault_at(fault["moment"], fault["turn"]) if fault else None
    begun = threading.Event()

    def watch(name: str) -> None:
        if strike is not None and begun.is_set():
            strike(name)

    return begun, watch


def serve(run: Callable[[dict[str, Any]], None]) -> None:
    """Fork a child for every task on standard input, and tell of its birth and its death."""
    scenario_of()
    texts_of()
    for line in sys.stdin:
        task = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                run(task)
            finally:
                os._exit(0)
        tell(what="born", pid=child)
        os.waitpid(child, 0)
        tell(what="dead")


def run(task: dict[str, Any]) -> None:
    begun, watch = armed(task)
    log = open_log(Path(task["db"]), moment=watch)
    session = _session(log)
    tell(what="ready", phase=session.latest.flow.phase, pid=os.getpid())
    begun.set()
    for key, seat, choice in task["again"]:
        _cast(session, key, seat, choice)  # also in a closed vote: the key may be known
    writers = [
        _Writer(session, number, task["run"]) for number in range(task.get("writers", WRITERS))
    ]
    threads = [threading.Thread(target=writer.write, daemon=True) for writer in writers]
    for thread in threads:
        thread.start()
    _facilitate(session, task["steps"])
    for thread in threads:
        thread.join()
    session.stop()
    log.close()


def _session(log: LogFile) -> Session:
    found = [one for one in log.sessions() if one.status is not Status.CLOSED]
    if found:
        loaded = log.load(found[0].id)
        session = Session(log, loaded, heartbeat=0.02)
        resume(session, loaded.last_seen)
        return session
    session = Session(log, heartbeat=0.02)
    ask(session, a_start("killed"))
    for _ in range(PEOPLE):
        ask(session, Join())
    go_to(session, Phase.VOTE1)
    return session


class _Writer:
    """Changes the votes of its own seats again and again, one at a time."""

    def __init__(self, session: Session, number: int, run: int) -> None:
        self._session = session
        self._seats = range(1 + number, PEOPLE + 1, WRITERS)
        self._name = f"{run}-{number}"

    def write(self) -> None:
        for turn in range(100):
            for seat in self._seats:
                if self._session.latest.flow.open_vote is None:
                    continue
                choice = OPTIONS[(turn + seat) % len(OPTIONS)]
                _cast(self._session, f"{self._name}-{turn}-{seat}", seat, choice)


def _cast(session: Session, key: str, seat: int, choice: str) -> None:
    tell(what="asked", key=key, seat=seat, choice=choice)
    ballot = CastBallot(DilemmaId("d1"), Vote.FIRST, choice, seat=SeatId(seat))
    answer: Future[Any] = session.submit(ballot, key)
    try:
        receipt = answer.result(30)
    except (Refusal, StorageTrouble) as no:
        tell(what="refused", key=key, why=str(no))
    else:
        tell(what="acked", key=key, seat=seat, choice=choice, seq=receipt.seq, at=receipt.at)


def _facilitate(session: Session, steps: int) -> None:
    """Close the vote and undo that, again and again; on its way out leave it closed."""
    for _ in range(steps):
        state = session.latest
        is_open = state.flow.open_vote is not None
        tell(what="stepping", phase=state.flow.phase)
        try:
            ask(session, Advance(state.step, count_anyway=True) if is_open else Undo("again"))
        except Refusal:
            continue
        tell(what="stepped", phase=session.latest.flow.phase)


if __name__ == "__main__":
    serve(run)
