"""What the phones are measured with: the other process, bare servers, a room with its windows."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Any, Final

from aiohttp import web
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from dilemmaspel.desktop.joining.served import ServedPhones
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import Advance, Command, Reopen, StartSession
from dilemmaspel.game.ids import SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Profile, Setup, Voting
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.server import PhoneServer
from dilemmaspel.scenario.build import scenario_from_text
from dilemmaspel.session import MonotonicWall, Session
from dilemmaspel.storage import opening
from dilemmaspel.storage.log import open_log
from tests.bench.bench_ballots import RawRows
from tests.bench.phone_load import ANSWER_WAIT


class Load:
    """The other process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.phone_load"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tell(self, do: str, **asked: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **asked}) + "\n")
        self._process.stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the load process ended")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask(self, do: str, **asked: object) -> dict[str, Any]:
        self.tell(do, **asked)
        return self.hear()

    def stop(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


class Bare:
    """A server of the same library that does as little as can be, on its own thread."""

    def __init__(self, answer: Callable[[bytes], Awaitable[bytes]]) -> None:
        self._answer = answer
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.url = asyncio.run_coroutine_threadsafe(self._begin(), self._loop).result()

    async def _begin(self) -> str:
        self._server = web.Server(self._handle, access_log=None)
        self._door = await self._loop.create_server(self._server, "127.0.0.1", 0, backlog=4096)
        host, port = self._door.sockets[0].getsockname()
        return f"http://{host}:{port}/"

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        body = await self._answer(await request.read())
        return web.Response(body=body, content_type="application/json")

    async def _end(self) -> None:
        self._door.close()
        await self._server.shutdown(timeout=1)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def echo(body: bytes) -> bytes:
    return body


def committing(rows: RawRows) -> Callable[[bytes], Awaitable[bytes]]:
    async def answer(body: bytes) -> bytes:
        asked = json.loads(body)
        row = await asyncio.wrap_future(rows.submit(len(asked["key"])))
        return json.dumps({"receipt": row}).encode()

    return answer


class Served(ServedPhones):
    """The phones as the windows start them, for whoever waits until they are heard."""

    def __init__(self, session: Session, config: PhoneConfig) -> None:
        super().__init__(session, config)
        self._up = Event()

    def start(self) -> None:
        super().start()
        self._up.set()

    @property
    def server(self) -> PhoneServer:
        """The server, once it runs."""
        if not self._up.wait(ANSWER_WAIT):
            raise TimeoutError("the windows did not start the phones")
        return self._running


class Room:
    """A session in a log, with its windows and its phones."""

    def __init__(self, folder: Path, phones: int) -> None:
        files = scenarios_dir()
        text = (files / "f1-de-schakel" / "scenario.yaml").read_text(encoding="utf-8")
        roles = (files / "roles.yaml").read_text(encoding="utf-8")
        setup = Setup(profile=Profile.HALF_DAY, voting=Voting.PHONE)
        self.log = open_log(folder / "log.sqlite")
        self.clock = MonotonicWall()
        self.session = Session(self.log, clock=self.clock)
        scenario = scenario_from_text(text, roles)
        self.ask(StartSession(scenario, setup, text, roles, SessionId("bench")))
        config = PhoneConfig(expected=phones, bind="127.0.0.1", port=0, folder=folder)
        self.phones = Served(self.session, config)

    def ask(self, command: Command) -> None:
        self.session.submit(command).result()

    def advance(self) -> None:
        self.ask(Advance(self.session.latest.step, count_anyway=True))

    def open_vote(self) -> None:
        """Open the first vote, again when it was closed before."""
        if self.session.latest.flow.phase is Phase.REVEAL1:
            self.ask(Reopen(Vote.FIRST))
        while self.session.latest.flow.phase is not Phase.VOTE1:
            self.advance()

    def close_vote(self) -> int:
        """Close the vote; returns how many ballots counted."""
        self.advance()
        dilemma = self.session.latest.dilemma
        box = self.session.latest.box(dilemma.id, Vote.FIRST) if dilemma else None
        return len(box.ballots) if box else 0

    def logged(self) -> int:
        """Count the ballots that stand in the file."""
        with opening.reading(self.log.path) as conn:
            found: int = conn.execute(
                "SELECT count(*) FROM events WHERE kind = 'BallotCast'"
            ).fetchone()[0]
        return found


class Frames(QObject):
    """How long the window's thread is busy with one thing: a clock that should tick evenly."""

    EVERY: Final = 4

    over = Signal()
    """Everything was measured; emitted by the thread that measures."""

    def __init__(self) -> None:
        super().__init__()
        self._longest = 0.0
        self._last = monotonic()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(self.EVERY)

    def _on_tick(self) -> None:
        now = monotonic()
        self._longest = max(self._longest, self._busy(now))
        self._last = now

    def _busy(self, now: float) -> float:
        return now - self._last - self.EVERY / 1000

    def begin(self) -> None:
        """Begin anew."""
        self._longest = 0.0

    @property
    def longest(self) -> float:
        """The longest frame since `begin`, in seconds; also of one that still lasts."""
        return max(self._longest, self._busy(monotonic()))
