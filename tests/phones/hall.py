"""A hall for the tests of the phones: a session, its server on loopback, and phones."""

import http.client
import json
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from dilemmaspel.game.phases import Phase
from dilemmaspel.phones.addresses import LOOPBACK, Interface
from dilemmaspel.phones.config import Limits, PhoneConfig
from dilemmaspel.phones.server import PhoneServer
from dilemmaspel.session import Log, MemoryLog, Session
from tests.session.room import a_start, advance, ask, go_to

QUICK = Limits(first_byte=0.6, headers=0.6, body=0.6, idle=1.2, unread=1.0, heartbeat=0.5)
"""Deadlines that a test can wait for."""

HERE = (Interface("wlan0", LOOPBACK),)


class Reply:
    """An answer, read to its end."""

    def __init__(self, status: int, headers: dict[str, str], body: bytes, cookies: list[str]):
        self.status = status
        self.headers = headers
        self.body = body
        self.cookies = cookies

    @property
    def text(self) -> str:
        return self.body.decode()

    def json(self) -> Any:
        return json.loads(self.body)


class Phone:
    """A browser without a screen: it keeps cookies, and one connection."""

    def __init__(self, address: tuple[str, int], source: str = "", host: str = "") -> None:
        self.address = address
        self.host = host or f"{address[0]}:{address[1]}"
        self.cookies: dict[str, str] = {}
        self.keeps_cookies = True
        self.form = ""
        self._source = (source, 0) if source else None
        self._line: http.client.HTTPConnection | None = None

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = None

    def ask(self, method: str, path: str, body: bytes | None = None, /, **headers: str) -> Reply:
        sent = {"Host": self.host} | {k.replace("_", "-"): v for k, v in headers.items()}
        if self.cookies and self.keeps_cookies:
            sent.setdefault("Cookie", "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        for again in (False, True):
            if self._line is None:
                self._line = http.client.HTTPConnection(
                    *self.address, timeout=30, source_address=self._source
                )
            try:
                self._line.request(method, path, body, sent)
                return self._read(self._line.getresponse())
            except (ConnectionError, http.client.BadStatusLine):
                self.close()
                if again:
                    raise
        raise AssertionError

    def _read(self, answer: http.client.HTTPResponse) -> Reply:
        body = answer.read()
        cookies = answer.headers.get_all("Set-Cookie") or []
        for cookie in cookies:
            name, value = cookie.partition(";")[0].split("=", 1)
            if "Max-Age=0" in cookie:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value
        if answer.will_close:
            self.close()
        return Reply(answer.status, dict(answer.headers), body, cookies)

    def get(self, path: str = "/", **headers: str) -> Reply:
        return self.ask("GET", path, **headers)

    def post(self, path: str, record: Any = None, **headers: str) -> Reply:
        body = json.dumps({} if record is None else record).encode()
        headers = {"Content-Type": "application/json"} | headers
        return self.ask("POST", path, body, **headers)

    def send(self, path: str, fields: dict[str, Any], **headers: str) -> Reply:
        body = urlencode(fields, doseq=True).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded"} | headers
        return self.ask("POST", path, body, **headers)

    def join(self, code: str, **more: Any) -> Reply:
        reply = self.post("/api/join", {"code": code, **more})
        if reply.status == 200:
            self.form = reply.json()["form"]
        return reply

    def view(self, show: str = "") -> Any:
        return self.get(f"/api/view?show={show}" if show else "/api/view").json()

    def ballot(self, key: str, choice: Any = ..., **more: Any) -> dict[str, Any]:
        """A ballot for the vote that is open, as a script would make it."""
        asked = self.view("ballot")["ballot"]
        chosen = usual(asked) if choice is ... else choice
        return {
            "round": asked["round"],
            "vote": asked["vote"],
            "choice": chosen,
            "key": key,
            **more,
        }

    def vote(self, key: str, choice: Any = ..., **more: Any) -> Reply:
        return self.post("/api/ballot", self.ballot(key, choice, **more))


def usual(ballot: dict[str, Any]) -> Any:
    options = [one["id"] for one in ballot["options"]]
    shapes: dict[str, Any] = {
        "one": options[:1] and options[0],
        "scale": 2,
        "ticks": options[:1],
        "points": dict(zip(options, (60, 40), strict=False)),
        "order": options,
        "consent": "no_objection",
    }
    return shapes[ballot["shape"]]


class Hall:
    """One session and its server."""

    def __init__(self, session: Session, server: PhoneServer) -> None:
        self.session = session
        self.server = server
        self.phones: list[Phone] = []

    @property
    def at(self) -> tuple[str, int]:
        return LOOPBACK, self.server.address.port

    @property
    def code(self) -> str:
        return self.server.codes.path

    def phone(self, source: str = "") -> Phone:
        phone = Phone(self.at, source)
        self.phones.append(phone)
        return phone

    def seated(self, many: int = 1, **more: Any) -> list[Phone]:
        phones = [self.phone() for _ in range(many)]
        for phone in phones:
            assert phone.join(self.code, **more).status == 200
        return phones

    def open_vote(self) -> None:
        go_to(self.session, Phase.VOTE1)

    def raw(self, data: bytes, patience: float = 5.0) -> bytes:
        """Send bytes as they are, and read until the other side ends it."""
        with socket.create_connection(self.at, patience) as line:
            line.sendall(data)
            return read_all(line)

    def head(self, path: str = "/", method: str = "GET", **headers: str) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {LOOPBACK}:{self.at[1]}"]
        lines += [f"{k.replace('_', '-')}: {v}" for k, v in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode()


def read_all(line: socket.socket) -> bytes:
    got = b""
    try:
        while piece := line.recv(65536):
            got += piece
    except ConnectionResetError:
        pass
    return got


def until(true: Callable[[], object], patience: float = 10.0) -> None:
    """Look again and again, until it is so."""
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, "it never became so"
        time.sleep(0.01)


def status_of(answer: bytes) -> int:
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    return int(found[1]) if found else 0


@contextmanager
def a_hall(
    config: PhoneConfig | None = None, log: Log | None = None, start: Any = None, **server: Any
) -> Iterator[Hall]:
    """A started session with a server on loopback, at any free port."""
    session = Session(log or MemoryLog())
    ask(session, start or a_start())
    with serving(session, config, **server) as hall:
        yield hall
    session.stop()


@contextmanager
def serving(session: Session, config: PhoneConfig | None = None, **server: Any) -> Iterator[Hall]:
    """A server for a session that runs."""
    settings = replace(config or PhoneConfig(), port=0, bind=LOOPBACK)
    server = {"lister": lambda: HERE} | server
    phones = PhoneServer(session, settings, **server)
    phones.start()
    hall = Hall(session, phones)
    try:
        yield hall
    finally:
        for phone in hall.phones:
            phone.close()
        phones.stop()


__all__ = ["Hall", "Phone", "Reply", "a_hall", "advance", "serving", "until"]
