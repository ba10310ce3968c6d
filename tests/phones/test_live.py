"""What reaches the phones by itself: one short message, rarely; and phones that come back."""

import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dilemmaspel.game.commands import ShowRoles
from dilemmaspel.game.events import BallotCast
from dilemmaspel.game.phases import Phase
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.session import MemoryLog
from tests.phones.hall import QUICK, Hall, Phone, a_hall, serving, until
from tests.session.room import advance, ask, go_to


class Stream:
    """A phone that listens."""

    def __init__(self, hall: Hall, phone: Phone) -> None:
        self._line = socket.create_connection(hall.at, 10)
        cookie = f"seat={phone.cookies['seat']}"
        self._line.sendall(hall.head("/api/stream", Cookie=cookie, Accept="text/event-stream"))
        self._line.settimeout(5)
        self._text = ""

    def versions(self) -> list[int]:
        """Everything told until now."""
        self._line.setblocking(False)
        try:
            while got := self._line.recv(65536):
                self._text += got.decode()
        except BlockingIOError:
            pass
        lines = [line for line in self._text.splitlines() if line.startswith('data: {"v')]
        return [json.loads(line[6:])["version"] for line in lines]

    @property
    def beats(self) -> int:
        self.versions()
        return self._text.count("event: beat")

    def close(self) -> None:
        self._line.close()


def until_more(stream: Stream, told: int, patience: float = 10.0) -> None:
    until(lambda: len(stream.versions()) > told, patience)


@pytest.fixture
def hall() -> Iterator[Hall]:
    with a_hall(PhoneConfig(limits=QUICK)) as hall:
        yield hall


def test_a_stream_tells_the_version_at_once_and_each_time_there_is_something_new(
    hall: Hall,
) -> None:
    (phone,) = hall.seated()
    stream = Stream(hall, phone)
    until(lambda: stream.versions() == [phone.view()["version"]])
    for _ in range(3):
        told = len(stream.versions())
        advance(hall.session)
        until_more(stream, told)
        assert stream.versions()[-1] == phone.view()["version"]
    stream.close()


def test_a_stream_gives_signs_of_life_and_knows_who_listens(hall: Hall) -> None:
    (phone,) = hall.seated()
    stream = Stream(hall, phone)
    until(lambda: stream.beats >= 2)
    assert hall.server.status.connected == {1}
    stream.close()


def test_a_stream_says_nothing_but_a_version(hall: Hall) -> None:
    (phone,) = hall.seated()
    stream = Stream(hall, phone)
    hall.open_vote()
    assert phone.vote("nothing-of-this", "b").status == 200
    go_to(hall.session, Phase.TALK)
    until(lambda: stream.beats >= 1 and len(stream.versions()) > 1)
    body = stream._text.split("\r\n\r\n", 1)[1]
    kept = {line for line in body.splitlines() if line and not line.startswith(("id: ", "data: {"))}
    assert {line for line in kept if not _is_size(line)} == {"event: beat"}
    stream.close()


def _is_size(line: str) -> bool:
    try:
        int(line, 16)
    except ValueError:
        return False
    return True


def test_the_votes_of_others_send_no_message_for_each_of_them(hall: Hall) -> None:
    phones = hall.seated(20)
    hall.open_vote()
    stream = Stream(hall, phones[0])
    until(lambda: len(stream.versions()) > 0)
    told = len(stream.versions())
    for n, phone in enumerate(phones):
        assert phone.vote(f"vote-{n:08d}").status == 200
    assert len(stream.versions()) - told <= 2
    assert phones[0].view()["progress"] == {"cast": 20, "present": 20}
    stream.close()


def test_many_changes_at_once_are_told_together(hall: Hall) -> None:
    (phone,) = hall.seated()
    stream = Stream(hall, phone)
    until(stream.versions)
    began = time.monotonic()
    for n in range(200):
        ask(hall.session, ShowRoles(on=bool(n % 2)))
    spent = time.monotonic() - began
    until(lambda: stream.versions()[-1] == phone.view()["version"])
    assert len(stream.versions()) <= 3 + (spent + 1) * 30
    stream.close()


def test_a_reveal_reaches_a_listening_phone_within_a_second(hall: Hall) -> None:
    (phone,) = hall.seated()
    hall.open_vote()
    assert phone.vote("the-only-vote").status == 200
    stream = Stream(hall, phone)
    until(stream.versions)
    told = len(stream.versions())
    advance(hall.session)
    until_more(stream, told, 1)
    assert phone.view()["screen"] == "result"
    stream.close()


def test_f78_a_phone_without_a_stream_finds_everything_by_asking(hall: Hall) -> None:
    (phone,) = hall.seated()
    seen = [phone.view()["screen"]]
    hall.open_vote()
    seen.append(phone.view()["screen"])
    assert phone.vote("without-a-stream").status == 200
    seen.append(phone.view()["screen"])
    advance(hall.session)
    seen.append(phone.view()["screen"])
    assert seen == ["wait", "ballot", "received", "result"]


def test_f64_two_hundred_phones_that_come_back_at_once_lose_no_vote(tmp_path: Path) -> None:
    log = MemoryLog()
    config = PhoneConfig(expected=200, folder=tmp_path)
    with a_hall(config, log) as first:
        phones = first.seated(200)
        first.open_vote()
        sent = [phone.ballot(f"back-{n:08d}") for n, phone in enumerate(phones)]
        early = [phones[n].post("/api/ballot", sent[n]).json() for n in range(60)]
        first.server.stop()
        with serving(first.session, config) as second:

            def come_back(n: int) -> tuple[int, object]:
                phone = Phone(second.at)
                phone.cookies = phones[n].cookies
                try:
                    stream = Stream(second, phone)
                    view = phone.view()
                    reply = phone.post("/api/ballot", sent[n])
                    stream.close()
                finally:
                    phone.close()
                return view["seat"], reply.json()

            with ThreadPoolExecutor(40) as pool:
                back = list(pool.map(come_back, range(200)))
    assert [seat for seat, _ in back] == list(range(1, 201))
    assert [receipt for _, receipt in back[:60]] == early
    cast = [e.event.seat for e in log.entries if isinstance(e.event, BallotCast)]
    assert sorted(int(seat or 0) for seat in cast) == list(range(1, 201))
