"""A network that loses, delays and cuts: every vote arrives, and arrives once (F65)."""

import random
import re
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from http.client import HTTPException

from dilemmaspel.game.events import BallotCast
from dilemmaspel.session import MemoryLog
from tests.phones.hall import Phone, a_hall

PHONES = 20
LOST = 0.2
SLOWEST = 0.05
TRIES = 60


class BadNetwork:
    """A way to the server that loses a fifth of all requests and a fifth of all answers."""

    def __init__(self, to: tuple[str, int], seed: int) -> None:
        self._to = to
        self._chance = random.Random(seed)
        self._door = socket.create_server(("127.0.0.1", 0))
        self.at: tuple[str, int] = self._door.getsockname()
        self.lost: Counter[str] = Counter()
        threading.Thread(target=self._open, daemon=True).start()

    def _open(self) -> None:
        with suppress(OSError):
            while True:
                line, _ = self._door.accept()
                fate = (self._chance.random() < LOST, self._chance.random() < LOST)
                wait = self._chance.random() * SLOWEST
                threading.Thread(target=self._carry, args=(line, *fate, wait), daemon=True).start()

    def _carry(self, line: socket.socket, no_way: bool, no_answer: bool, wait: float) -> None:
        with line, suppress(OSError):
            line.settimeout(10)
            asked = whole_request(line)
            time.sleep(wait)
            if no_way or not asked:
                self.lost["request"] += 1
                return
            with socket.create_connection(self._to, 10) as there:
                there.sendall(asked)
                answer = b""
                while piece := there.recv(65536):
                    answer += piece
            if no_answer:
                self.lost["answer"] += 1
                return
            line.sendall(answer)

    def shut(self) -> None:
        self._door.close()


def whole_request(line: socket.socket) -> bytes:
    """Read a request to the end of its body, which comes in a piece of its own."""
    got = b""
    while b"\r\n\r\n" not in got and (piece := line.recv(65536)):
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
    missing = (int(length[1]) if length else 0) - len(body)
    while missing > 0 and (piece := line.recv(65536)):
        got += piece
        missing -= len(piece)
    return got


@contextmanager
def a_bad_network(to: tuple[str, int], seed: int) -> Iterator[BadNetwork]:
    network = BadNetwork(to, seed)
    yield network
    network.shut()


def insist(phone: Phone, ballot: dict[str, object]) -> str:
    """Send a vote with one key until a receipt comes, as the page does."""
    for _ in range(TRIES):
        with suppress(OSError, HTTPException):
            reply = phone.post("/api/ballot", ballot, Connection="close")
            if reply.status == 200:
                return str(reply.json()["receipt"])
        phone.close()
    raise AssertionError("no receipt ever came")


def test_f65_on_a_network_that_loses_and_delays_every_vote_arrives_once() -> None:
    log = MemoryLog()
    with a_hall(log=log) as hall:
        phones = hall.seated(PHONES)
        hall.open_vote()
        ballots = [phone.ballot(f"key-{n}-of-a-phone") for n, phone in enumerate(phones)]
        with a_bad_network(hall.at, seed=65) as network:
            for phone in phones:
                phone.close()
                phone.address = network.at
            with ThreadPoolExecutor(PHONES) as at_once:
                receipts = list(at_once.map(insist, phones, ballots))
    cast = [entry.event for entry in log.entries if isinstance(entry.event, BallotCast)]
    assert len(cast) == PHONES == len(set(receipts))
    assert len({one.seat for one in cast}) == PHONES
    assert network.lost["request"] > 0
    assert network.lost["answer"] > 0
