"""Kill the laptop's process while phones vote: they send again, and each counts once (F1-F3)."""

import http.client
import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event, Lock
from typing import Any

import pytest

from dilemmaspel.storage.verify import verify
from tests.faults.forker import Forker, needs_fork
from tests.phones.hall import Phone

PHONES = 6
KILLS = 8
MOMENTS = ("before_append", "inside_transaction", "before_commit", "after_commit")

pytestmark = needs_fork


class Laptop(Forker):
    """One laptop whose process dies and is started again; the one that forks it lives on."""

    def __init__(self) -> None:
        super().__init__("tests.faults.phones_zygote")
        self.db = Path()
        self.pid = 0
        self.at = ("127.0.0.1", 0)
        self.code = ""
        self._phones: list[Phone] = []

    def start(self, fault: dict[str, Any] | None = None) -> None:
        self.ask({"db": str(self.db), "fault": fault})
        told = self.told()
        self.pid, self.code = told["pid"], told["code"]
        self.at = ("127.0.0.1", told["port"])

    def told(self) -> dict[str, Any]:
        told = super().told()
        while told["what"] == "born":  # who is born tells itself when it is ready
            told = super().told()
        self.pid = 0 if told["what"] == "dead" else told.get("pid", self.pid)
        return told

    def step(self) -> Any:
        os.kill(self.pid, signal.SIGUSR1)
        return self.told()

    def die(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        assert self.told()["what"] == "dead"

    def tidy(self) -> None:
        if self.pid:
            self.die()
        for phone in self._phones:
            phone.close()
        self._phones.clear()

    def phones(self) -> list[Phone]:
        phones = [Phone(self.at) for _ in range(PHONES)]
        self._phones += phones
        assert [phone.join(self.code).status for phone in phones] == [200] * PHONES
        return phones

    def rows(self) -> dict[str, int]:
        assert verify(self.db).findings == ()
        with closing(sqlite3.connect(self.db)) as conn:
            found = conn.execute("SELECT key, seq FROM payloads JOIN events USING (seq)").fetchall()
        kept = [(key, seq) for key, seq in found if key is not None]
        assert len(dict(kept)) == len(kept), "a key stands in the log twice"
        return dict(kept)


@pytest.fixture(scope="module")
def zygote() -> Iterator[Laptop]:
    laptop = Laptop()
    yield laptop
    laptop.close()


@pytest.fixture
def laptop(zygote: Laptop, tmp_path: Path) -> Iterator[Laptop]:
    zygote.db = tmp_path / "log.sqlite"
    zygote.start()
    yield zygote
    zygote.tidy()


def send_until_heard(phone: Phone, sent: dict[str, Any], stop: Event) -> int:
    """Send a ballot as the page does: the same key, again and again, until there is an answer."""
    while True:
        try:
            reply = phone.post("/api/ballot", sent)
        except (OSError, http.client.HTTPException):
            phone.close()
            if stop.wait(0.02):
                raise
            continue
        assert reply.status == 200, reply.text
        return int(reply.json()["receipt"])


def test_f1_f2_phones_that_vote_while_the_laptop_is_killed_are_counted_exactly_once(
    laptop: Laptop,
) -> None:
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    phones = laptop.phones()
    laptop.step()
    asked = phones[0].ballot("unused-key")
    receipts: dict[str, int] = {}
    done, stop, lock = Event(), Event(), Lock()

    def vote(n: int) -> None:
        turn = 0
        while not done.is_set():
            turn += 1
            key = f"phone-{n}-{turn:06d}"
            sent = asked | {"key": key, "choice": "abcd"[turn % 4]}
            receipt = send_until_heard(phones[n], sent, stop)
            with lock:
                receipts[key] = receipt

    with ThreadPoolExecutor(PHONES) as pool:
        votes = [pool.submit(vote, n) for n in range(PHONES)]
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.02, 0.3))
            laptop.die()
            laptop.start()
        done.set()
        for one in votes:
            one.result(60)
    laptop.die()
    rows = laptop.rows()
    assert {key: rows[key] for key in receipts} == receipts, seed
    assert len(receipts) >= PHONES


@pytest.mark.parametrize("moment", MOMENTS)
def test_f1_f2_a_vote_whose_answer_died_with_the_laptop_is_counted_once_when_sent_again(
    laptop: Laptop, moment: str
) -> None:
    phones = laptop.phones()
    laptop.step()
    sent = phones[0].ballot("the-one-vote")
    laptop.die()
    laptop.start({"moment": moment, "turn": 1})
    phones[0].close()
    with pytest.raises((OSError, http.client.HTTPException)):
        phones[0].post("/api/ballot", sent)
    assert laptop.told()["what"] == "dead"
    before = laptop.rows().get("the-one-vote")
    assert (before is not None) is (moment == "after_commit")
    laptop.start()
    receipt = send_until_heard(phones[0], sent, Event())
    assert before in (None, receipt)
    assert phones[0].view()["seat"] == 1
    laptop.die()
    assert laptop.rows()["the-one-vote"] == receipt


@pytest.mark.parametrize("moment", MOMENTS)
def test_f3_a_laptop_that_dies_while_it_closes_a_vote_leaves_it_open_or_closed(
    laptop: Laptop, moment: str
) -> None:
    phones = laptop.phones()
    laptop.step()
    sent = [phone.ballot(f"a-vote-{n:06d}") for n, phone in enumerate(phones)]
    receipts = [send_until_heard(p, s, Event()) for p, s in zip(phones, sent, strict=True)]
    laptop.die()
    laptop.start({"moment": moment, "turn": 1})
    os.kill(laptop.pid, signal.SIGUSR1)
    assert laptop.told()["what"] == "dead"
    laptop.start()
    for phone in phones:
        phone.close()
    again = [phone.post("/api/ballot", s).json() for phone, s in zip(phones, sent, strict=True)]
    assert again == [{"receipt": receipt} for receipt in receipts]
    late = phones[0].post("/api/ballot", sent[0] | {"key": "after-the-close"})
    assert (late.status == 409) is (moment == "after_commit")
    laptop.die()
    assert len([key for key in laptop.rows() if key.startswith("a-vote-")]) == PHONES
