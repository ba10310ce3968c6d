"""Serves phones from processes of their own that can be killed at any moment.

Every line on standard input is a task; for each one this process forks a child with a session, its
log and its server, which tells where it listens and then works until it is killed. A child that
gets SIGUSR1 closes the vote.
"""

import os
import signal
import threading
from pathlib import Path
from typing import Any

from dilemmaspel.game.commands import Advance
from dilemmaspel.game.phases import Phase
from dilemmaspel.phones import room as framework  # imported once, for all children
from dilemmaspel.phones.addresses import LOOPBACK
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.server import PhoneServer
from dilemmaspel.session import Session
from dilemmaspel.storage.log import open_log
from tests.faults.zygote import armed, serve, tell
from tests.session.room import a_start, ask, resume

__all__ = ["framework"]


def run(task: dict[str, Any]) -> None:
    begun, watch = armed(task)
    db = Path(task["db"])
    log = open_log(db, moment=watch)
    known = log.sessions()
    if known:
        loaded = log.load(known[0].id)
        session = Session(log, loaded)
        resume(session, loaded.last_seen)
        ask(session, Advance(session.latest.step))  # ends the pause
    else:
        session = Session(log)
        ask(session, a_start("killed"))
    config = PhoneConfig(expected=40, port=0, bind=LOOPBACK, folder=db.parent)
    server = PhoneServer(session, config, lister=lambda: ())
    server.start()
    step = threading.Event()
    signal.signal(signal.SIGUSR1, lambda *_: step.set())
    begun.set()
    tell(what="ready", pid=os.getpid(), port=server.address.port, code=server.codes.path)
    while True:
        step.wait()
        step.clear()
        _step(session)


def _step(session: Session) -> None:
    """Close the vote, or go on to the first one."""
    if session.latest.flow.open_vote is not None:
        ask(session, Advance(session.latest.step, count_anyway=True))
    else:
        while session.latest.flow.phase is not Phase.VOTE1:
            ask(session, Advance(session.latest.step))
    tell(what="stepped", phase=session.latest.flow.phase)


if __name__ == "__main__":
    serve(run)
