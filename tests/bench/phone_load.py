"""Phones as a load on a server: a process of its own, told what to do in JSON lines.

Every phone is a bare asyncio protocol that writes bytes made beforehand and reads the answer, so
that what is measured is the server. A vote's time runs from the moment it is due to the last byte
of its answer; a phone that is late because this process is busy counts as a slow answer.

    {"do": "join", "url": ..., "code": ..., "phones": 1000}
    {"do": "burst", "url": ..., "seconds": 1.0, "fresh": false, "body": {...}}
    {"do": "loop", "url": ..., "lanes": 50, "votes": 5000, "body": {...}}
    {"do": "streams"}, {"do": "reveal", "fetch": true}, {"do": "reconnect", "body": {...}}

Each is answered by one line. Times in the answers are in seconds; moments are those of the
machine's monotonic clock, which the processes of one machine share.
"""

import asyncio
import json
import os
import random
import resource
import sys
from collections.abc import Callable, Iterable
from statistics import quantiles
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

ANSWER_WAIT = 60.0


def raise_limit() -> int:
    """Allow as many open sockets as the system lets us."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return hard


class Line(asyncio.Protocol):
    """One connection of one phone."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._answer: asyncio.Future[tuple[int, bytes, bytes]] | None = None
        self._transport: asyncio.Transport | None = None
        self.on_event: Callable[[], None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def ask(self, request: bytes) -> "asyncio.Future[tuple[int, bytes, bytes]]":
        """Send a request; the answer is its status, head and body."""
        self._answer = asyncio.get_running_loop().create_future()
        if not self.send(request):
            self._answer.set_exception(ConnectionError("the line is gone"))
        return self._answer

    def send(self, request: bytes) -> bool:
        """Send bytes, if there is still somebody to send them to."""
        if not self.is_open:
            return False
        assert self._transport is not None
        self._transport.write(request)
        return True

    @property
    def is_open(self) -> bool:
        return self._transport is not None and not self._transport.is_closing()

    def data_received(self, data: bytes) -> None:
        if self.on_event is not None:
            if b"data:" in data:
                self.on_event()
            return
        self._bytes += data
        end = self._bytes.find(b"\r\n\r\n")
        if end < 0 or self._answer is None or self._answer.done():
            return
        head = bytes(self._bytes[:end])
        length = _length(head)
        if len(self._bytes) < end + 4 + length:
            return
        body = bytes(self._bytes[end + 4 : end + 4 + length])
        self._bytes.clear()
        self._answer.set_result((int(head[9:12]), head, body))

    def connection_lost(self, exc: BaseException | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionError("the server hung up"))

    def hang_up(self) -> None:
        if self._transport is not None:
            self._transport.abort()


def _length(head: bytes) -> int:
    at = head.lower().find(b"content-length:")
    return int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0


class Server:
    """Where the phones go."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "127.0.0.1", parts.port or 80
        self.name = f"{self.host}:{self.port}"

    async def line(self) -> Line:
        loop = asyncio.get_running_loop()
        _, line = await loop.create_connection(Line, self.host, self.port)
        return line

    def post(self, path: str, body: object, cookie: str = "") -> bytes:
        written = json.dumps(body).encode()
        head = self._head("POST", path, cookie)
        more = f"Content-Type: application/json\r\nContent-Length: {len(written)}\r\n\r\n"
        return head + more.encode() + written

    def get(self, path: str, cookie: str = "") -> bytes:
        return self._head("GET", path, cookie) + b"\r\n"

    def _head(self, method: str, path: str, cookie: str) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.name}", f"Origin: http://{self.name}"]
        lines += [f"Cookie: seat={cookie}"] if cookie else []
        return "\r\n".join([*lines, ""]).encode()


class Crowd:
    """All phones of this process."""

    def __init__(self) -> None:
        self.cookies: list[str] = []
        self.lines: dict[str, list[Line]] = {}
        self.streams: list[Line] = []
        self.home: Server | None = None

    async def do(self, asked: dict[str, Any]) -> dict[str, Any]:
        work = getattr(self, f"do_{asked.pop('do')}")
        answer: dict[str, Any] = await work(**asked)
        return answer

    # ---------------------------------------------------------------- coming in

    async def do_join(self, url: str, code: str, phones: int) -> dict[str, Any]:
        """Come in, a few at a time, and keep the connections."""
        self.home = Server(url)
        self.cookies = [""] * phones
        begun = monotonic()
        await _in_lanes(range(phones), 20, lambda n: self._join(code, n))
        return {"joined": sum(map(bool, self.cookies)), "seconds": monotonic() - begun}

    async def _join(self, code: str, number: int) -> None:
        assert self.home is not None
        line = await self.home.line()
        status, head, body = await line.ask(self.home.post("/api/join", {"code": code}))
        if status != 200:
            raise RuntimeError(f"join was answered {status} {body[:200]!r}")
        self.lines.setdefault(self.home.name, []).append(line)
        self.cookies[number] = head.partition(b"seat=")[2].partition(b";")[0].decode()

    async def _kept(self, server: Server, count: int) -> list[Line]:
        """Return so many kept connections, fresh ones for those that are gone."""
        kept = self.lines.setdefault(server.name, [])
        here = [line for line in kept if line.is_open]
        missing = count - len(here)
        for start in range(0, missing, 200):
            more = min(200, missing - start)
            here += await asyncio.gather(*[server.line() for _ in range(more)])
        self.lines[server.name] = here
        return here[:count]

    # ---------------------------------------------------------------- votes

    async def do_burst(
        self, url: str, seconds: float, fresh: bool, body: dict[str, Any], phones: int
    ) -> dict[str, Any]:
        """Let every phone vote once, at a moment of its own within `seconds`."""
        server = Server(url)
        lines = [] if fresh else await self._kept(server, phones)
        requests = [self._ballot(server, n, body) for n in range(phones)]
        chance = random.Random(phones)
        due = sorted(chance.random() * seconds for _ in range(phones))
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0.2)
        start = loop.time() + 0.05
        times: list[float] = []
        wrong: list[str] = []

        async def vote(number: int) -> None:
            moment = start + due[number]
            await asyncio.sleep(max(0.0, moment - loop.time()))
            try:
                line = await server.line() if fresh else lines[number]
                status, _, answer = await line.ask(requests[number])
                if fresh:
                    line.hang_up()
            except OSError as error:
                wrong.append(str(error))
                return
            if status == 200:
                times.append(loop.time() - moment)
            else:
                wrong.append(f"{status} {answer[:100]!r}")

        await asyncio.wait_for(asyncio.gather(*map(vote, range(phones))), ANSWER_WAIT)
        return {**_told(times), "seconds": loop.time() - start, "wrong": wrong[:3]}

    async def do_loop(
        self, url: str, lanes: int, votes: int, body: dict[str, Any], phones: int
    ) -> dict[str, Any]:
        """Let `lanes` phones at a time vote, each the moment that another has its answer."""
        server = Server(url)
        lines = await self._kept(server, lanes)
        requests = [self._ballot(server, n % phones, body) for n in range(votes)]
        free = list(lines)
        times: list[float] = []
        wrong: list[str] = []

        async def vote(number: int) -> None:
            line = free.pop()
            begun = monotonic()
            status, _, answer = await line.ask(requests[number])
            free.append(line)
            if status == 200:
                times.append(monotonic() - begun)
            else:
                wrong.append(f"{status} {answer[:100]!r}")

        begun = monotonic()
        await _in_lanes(range(votes), lanes, vote)
        return {**_told(times), "seconds": monotonic() - begun, "wrong": wrong[:3]}

    def _ballot(self, server: Server, number: int, body: dict[str, Any]) -> bytes:
        cookie = self.cookies[number] if number < len(self.cookies) else "x" * 22
        keyed = {**body, "key": os.urandom(16).hex()}
        return server.post("/api/ballot", keyed, cookie)

    # ---------------------------------------------------------------- streams

    async def do_streams(self) -> dict[str, Any]:
        """Open a stream for every phone."""
        begun = monotonic()
        self.streams = []
        await _in_lanes(self.cookies, 100, self._open_stream)
        return {"open": len(self.streams), "seconds": monotonic() - begun}

    async def _open_stream(self, cookie: str) -> None:
        assert self.home is not None
        line = await self.home.line()
        begun: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line.on_event = lambda: None if begun.done() else begun.set_result(None)
        line.send(self.home.get("/api/stream", cookie))
        await asyncio.wait_for(begun, ANSWER_WAIT)
        self.streams.append(line)

    async def do_reveal(self, fetch: bool, phase: str) -> dict[str, Any]:
        """Wait until every stream told of a newer view, and every phone fetched it."""
        assert self.home is not None
        lines = await self._kept(self.home, len(self.streams)) if fetch else []
        told: list[float] = []
        seen: list[float] = []
        done = asyncio.get_running_loop().create_future()
        sys.stdout.write(json.dumps({"ready": True}) + "\n")
        sys.stdout.flush()
        wanted = f'"{phase}"'.encode()

        async def look(number: int) -> None:
            assert self.home is not None
            request = self.home.get("/api/view", self.cookies[number])
            status, _, body = await lines[number].ask(request)
            if status == 200 and wanted in body:
                seen.append(monotonic())
                if len(seen) == len(self.streams) and not done.done():
                    done.set_result(None)

        busy = set()

        def hear(number: int) -> None:
            self.streams[number].on_event = lambda: None
            told.append(monotonic())
            if fetch:
                task = asyncio.ensure_future(look(number))
                busy.add(task)
                task.add_done_callback(busy.discard)
            elif len(told) == len(self.streams) and not done.done():
                done.set_result(None)

        for number, stream in enumerate(self.streams):
            stream.on_event = lambda number=number: hear(number)
        await asyncio.wait_for(done, ANSWER_WAIT)
        return {"told": sorted(told), "seen": sorted(seen)}

    async def do_reconnect(self, body: dict[str, Any]) -> dict[str, Any]:
        """Drop every connection, come back all at once, look, listen and vote."""
        assert self.home is not None
        home = self.home
        for line in [*self.streams, *self.lines.pop(home.name, [])]:
            line.hang_up()
        self.streams = []
        await asyncio.sleep(0.5)
        begun = monotonic()
        viewed: list[float] = []
        voted: list[float] = []
        wrong: list[str] = []

        async def back(number: int) -> None:
            cookie = self.cookies[number]
            try:
                line = await home.line()
                status, _, _ = await line.ask(home.get("/api/view", cookie))
                if status != 200:
                    raise ConnectionError(f"view {status}")
                viewed.append(monotonic() - begun)
                await self._open_stream(cookie)
                status, _, told = await line.ask(self._ballot(home, number, body))
                if status != 200:
                    raise ConnectionError(f"ballot {status} {told[:100]!r}")
                voted.append(monotonic() - begun)
                self.lines.setdefault(home.name, []).append(line)
            except OSError as error:
                wrong.append(str(error))

        numbers = range(len(self.cookies))
        await asyncio.wait_for(asyncio.gather(*map(back, numbers)), ANSWER_WAIT)
        last = {"viewed": max(viewed, default=0.0), "voted": max(voted, default=0.0)}
        return {"count": len(voted), "wrong": wrong[:3], **last}


async def _in_lanes(items: Iterable[Any], lanes: int, work: Callable[[Any], Any]) -> None:
    waiting = iter(items)

    async def lane() -> None:
        for item in waiting:
            await work(item)

    await asyncio.gather(*[lane() for _ in range(lanes)])


def _told(times: list[float]) -> dict[str, Any]:
    cut = quantiles(times, n=100, method="inclusive") if len(times) > 1 else [0.0] * 99
    return {"count": len(times), "p50": cut[49], "p95": cut[94], "p99": cut[98]}


async def _serve() -> None:
    crowd = Crowd()
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        answer = await crowd.do(json.loads(line))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def main() -> None:
    raise_limit()
    asyncio.run(_serve())


if __name__ == "__main__":
    main()
