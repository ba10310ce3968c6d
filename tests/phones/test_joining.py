"""Coming in: codes and guesses, floods, the door, the ceiling, and seats that change hands."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dilemmaspel.game.commands import AssignRole, Leave
from dilemmaspel.game.ids import SeatId
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.joincode import ALPHABET, WRONG_PER_ADDRESS, Guesses, new_code, tidy
from dilemmaspel.phones.pace import Buckets, Rate
from dilemmaspel.phones.screen import Door, RoleMode, Why
from dilemmaspel.phones.seats import Seats, form_of
from dilemmaspel.session import MemoryLog
from tests.phones.hall import Hall, Phone, a_hall, serving, until
from tests.session.room import a_ballot, advance, ask


class Watch:
    """A clock that is told how late it is."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def hall() -> Iterator[Hall]:
    with a_hall(PhoneConfig(expected=8)) as hall:
        yield hall


def test_codes_are_random_and_hold_no_look_alikes() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert set("".join(codes)) == set(ALPHABET)
    assert len(ALPHABET) == 32
    assert not set("lo01") & set(ALPHABET)
    assert tidy(" A1-l Z ") == "aiiz"


def test_t10_after_ten_wrong_codes_an_address_waits_and_the_right_one_waits_with_it(
    hall: Hall,
) -> None:
    guesser = hall.phone("127.0.0.9")
    statuses = [guesser.join(new_code(6)).status for _ in range(WRONG_PER_ADDRESS + 3)]
    assert statuses == [403] * WRONG_PER_ADDRESS + [429] * 3
    late = guesser.join(hall.server.codes.typed)
    assert late.status == 429
    assert 0 < int(late.headers["Retry-After"]) <= 60


def test_t10_guessing_harms_nobody_who_has_the_code(hall: Hall) -> None:
    for n in range(2, 5):
        guesser = hall.phone(f"127.0.1.{n}")
        assert 200 not in {guesser.join(new_code(6)).status for _ in range(12)}
    assert hall.phone("127.0.1.2").join(hall.code).status == 200
    assert hall.phone("127.0.2.1").join(hall.server.codes.typed).status == 200


def test_t10_ten_thousand_guesses_get_so_few_tries_that_none_hits() -> None:
    watch = Watch()
    guesses = Guesses(watch)
    looked_at = 0
    for n in range(10_000):
        address = n % 50
        if not guesses.must_wait(address):
            looked_at += 1
            guesses.wrong(address)
        watch.now += 0.05
    assert looked_at / 32**6 < 1e-4 / 100
    assert guesses.is_storm


def test_t10_a_minute_later_an_address_may_try_again() -> None:
    watch = Watch()
    guesses = Guesses(watch)
    for _ in range(WRONG_PER_ADDRESS):
        guesses.wrong("a")
    assert guesses.must_wait("a") == 60
    assert not guesses.must_wait("b")
    watch.now += 61
    assert not guesses.must_wait("a")


def test_t1_a_flood_of_joins_stops_at_the_ceiling_and_who_is_in_votes() -> None:
    with a_hall(PhoneConfig(expected=20)) as hall:
        real = hall.seated(20)
        hall.open_vote()
        ballots = [phone.ballot(f"real-{n:08d}") for n, phone in enumerate(real)]

        def flood(n: int) -> int:
            phone = Phone(hall.at, f"127.0.{n % 20}.{1 + n % 250}")
            try:
                return phone.join(hall.code).status
            finally:
                phone.close()

        with ThreadPoolExecutor(8) as pool:
            flooding = [pool.submit(flood, n) for n in range(300)]
            statuses = [
                phone.post("/api/ballot", sent).status
                for phone, sent in zip(real, ballots, strict=True)
            ]
            joined = [job.result() for job in flooding]
        assert statuses == [200] * 20
        assert joined.count(200) == 10
        assert hall.server.status.door is Door.FULL
        assert len(hall.session.latest.seats) == hall.server.status.ceiling == 30
        purged = hall.server.purge()
        until(lambda: hall.server.status.inside == 20)
        assert len(purged) == 10
        until(lambda: hall.phone().join(hall.code).status == 200)


def test_a_locked_door_lets_nobody_in_and_keeps_who_is(hall: Hall) -> None:
    (phone,) = hall.seated()
    hall.server.lock(True)
    until(lambda: hall.server.status.door is Door.LOCKED)
    refused = hall.phone().join(hall.code)
    assert (refused.status, refused.json()["reason"]) == (409, "door_locked")
    assert phone.get("/api/view").status == 200
    hall.server.lock(False)
    until(lambda: hall.server.status.door is Door.OPEN)
    assert hall.phone().join(hall.code).status == 200


def test_more_people_can_be_expected_while_they_come(hall: Hall) -> None:
    hall.seated(12)
    assert hall.phone().join(hall.code).json()["reason"] == "full"
    hall.server.expect(20)
    until(lambda: hall.server.status.ceiling == 30)
    assert hall.phone().join(hall.code).status == 200


def test_roles_are_dealt_evenly_and_a_wish_is_not_asked(hall: Hall) -> None:
    roles = [phone.view()["role"] for phone in hall.seated(8, role="wethouder")]
    counts = {role: roles.count(role) for role in roles}
    assert max(counts.values()) - min(counts.values()) <= 1


def test_a_role_the_facilitator_gives_is_on_the_phone_at_once() -> None:
    with a_hall(PhoneConfig(role_mode=RoleMode.GIVEN)) as hall:
        (phone,) = hall.seated()
        before = phone.view()
        other = next(r.id for r in hall.session.latest.scenario.roles if r.id != before["role"])
        ask(hall.session, AssignRole(SeatId(1), other))
        after = phone.view()
        assert after["role"] == other
        assert after["version"] != before["version"]


def test_t2_a_seat_is_taken_over_once_and_the_first_phone_is_told(hall: Hall) -> None:
    (first,) = hall.seated()
    hall.open_vote()
    assert first.vote("before-the-swap", "a").status == 200
    code = hall.server.offer(SeatId(1))
    second = hall.phone()
    assert second.join(code).json()["seat"] == 1
    assert second.view()["screen"] == "received"
    assert first.view()["screen"] == "gone"
    assert first.post("/api/ballot", {}).status == 401
    assert second.vote("after-the-swap", "b").status == 200
    assert hall.phone().join(code).status == 403
    advance(hall.session)
    (result,) = hall.session.latest.flow.results.values()
    assert result.valid == 1


def test_a_seat_that_is_handed_over_votes_on_the_laptop_and_counts_once(hall: Hall) -> None:
    (phone,) = hall.seated()
    hall.open_vote()
    assert phone.vote("on-the-phone", "a").status == 200
    hall.server.hand_over(SeatId(1))
    seen = phone.view()
    assert seen["screen"] == "gone"
    assert "/join" not in seen["html"]
    ask(hall.session, a_ballot(hall.session.latest, 1, "b"))
    advance(hall.session)
    (result,) = hall.session.latest.flow.results.values()
    assert result.valid == 1


def test_who_is_sent_away_sees_it_and_can_come_back(hall: Hall) -> None:
    (phone,) = hall.seated()
    ask(hall.session, Leave(SeatId(1)))
    assert phone.view()["screen"] == "gone"
    assert phone.join(hall.code).json()["seat"] == 2
    assert phone.view()["screen"] == "wait"


# ---------------------------------------------------------------- the file


def test_the_seats_come_back_after_a_crash_and_go_with_the_session(tmp_path: Path) -> None:
    log = MemoryLog()
    config = PhoneConfig(folder=tmp_path)
    with a_hall(config, log) as hall:
        phones, codes = hall.seated(3), hall.server.codes
        hall.open_vote()
        (file,) = (tmp_path / "phones").iterdir()
        kept = file.read_text(encoding="utf-8")
        assert not [p for p in phones if p.cookies["seat"] in kept or p.form in kept]
        assert file.stat().st_mode & 0o077 == 0
        with serving(hall.session, config) as again:
            assert again.server.codes == codes
            for n, phone in enumerate(phones, 1):
                back = Phone(again.at)
                back.cookies = phone.cookies
                assert back.view()["seat"] == n
                back.close()
        from dilemmaspel.game.commands import CloseSession

        ask(hall.session, CloseSession())
        until(lambda: not file.exists())


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"session": "x"}', '{"session":"s1","seats":[]}', "\0", "[" * 99999]
)
def test_a_file_that_cannot_be_read_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "phones"
    folder.mkdir()
    (folder / "s1.json").write_text(text, encoding="utf-8")
    seats = Seats("s1", tmp_path)
    token = seats.bind(SeatId(4))
    seats.save()
    assert Seats("s1", tmp_path).of(token.cookie) == 4


def test_a_seat_whose_phone_never_heard_of_it_is_given_up_at_the_next_start(
    tmp_path: Path,
) -> None:
    with a_hall(PhoneConfig(folder=tmp_path)) as hall:
        hall.seated(2)
        (file,) = (tmp_path / "phones").iterdir()
        record = json.loads(file.read_text(encoding="utf-8"))
        record["seats"] = {k: seat for k, seat in record["seats"].items() if seat == 1}
        file.write_text(json.dumps(record), encoding="utf-8")
        with serving(hall.session, PhoneConfig(folder=tmp_path)):
            until(lambda: not hall.session.latest.seats[SeatId(2)].active)
        assert hall.session.latest.seats[SeatId(1)].active


def test_tokens_open_their_own_seat_only_and_odd_ones_nothing() -> None:
    seats = Seats("s1")
    one, other = seats.bind(SeatId(1)), seats.bind(SeatId(2))
    assert (seats.of(one.cookie), seats.of(None, other.form)) == (1, 2)
    assert form_of(one.cookie) == one.form
    for odd in ("", "x" * 22, one.cookie[:-1], one.cookie + "x", "é" * 22, one.form):
        assert seats.of(odd) is None
    assert seats.of(None, one.cookie) is None
    seats.let_go(SeatId(1), Why.LEFT)
    assert seats.of(one.cookie) is None
    assert seats.gone(one.cookie) is Why.LEFT


def test_a_bucket_fills_again_and_never_over_its_brim() -> None:
    watch = Watch()
    buckets = Buckets(Rate(3, 1), watch)
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]
    assert buckets.take("b")
    watch.now += 2
    assert [buckets.take("a") for _ in range(3)] == [True, True, False]
    watch.now += 1000
    assert [buckets.take("a") for _ in range(4)] == [True, True, True, False]


def test_a_hundred_thousand_addresses_do_not_fill_the_memory() -> None:
    buckets = Buckets(Rate(3, 1), Watch())
    for n in range(100_000):
        buckets.take(n)
    assert len(buckets._known) <= 4_096
