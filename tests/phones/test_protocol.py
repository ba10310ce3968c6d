"""What phones and the server say to each other, as docs/phone-protocol.md tells it."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.commands import CloseSession, Lay, Reopen
from dilemmaspel.game.events import BallotCast
from dilemmaspel.game.ids import OptionId, SeatId
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.session import MemoryLog
from dilemmaspel.simulate import next_commands
from tests.phones.hall import Hall, Phone, a_hall
from tests.session.room import a_ballot, a_start, advance, ask, go_to

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")
KEY = "a-key-of-this-phone"


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture
def hall(log: MemoryLog) -> Iterator[Hall]:
    with a_hall(log=log) as hall:
        yield hall


def ballots(log: MemoryLog) -> list[BallotCast]:
    return [entry.event for entry in log.entries if isinstance(entry.event, BallotCast)]


def test_joining_gives_a_seat_a_role_and_the_word_of_the_session(hall: Hall) -> None:
    phone = hall.phone()
    told = phone.join(hall.code).json()
    seat = next(iter(hall.session.latest.seats.values()))
    assert (told["seat"], told["role"], told["word"]) == (
        seat.id,
        seat.role,
        hall.server.codes.word,
    )
    assert seat.channel is Channel.PHONE


def test_the_short_code_of_the_beamer_is_enough_and_forgives_capitals_and_spaces(
    hall: Hall,
) -> None:
    typed = hall.server.codes.typed.upper()
    assert hall.phone().join(f" {typed[:3]} {typed[3:]} ").status == 200


def test_joining_again_on_the_same_phone_gives_the_same_seat(hall: Hall) -> None:
    phone = hall.phone()
    first, again = phone.join(hall.code).json(), phone.join(hall.code).json()
    assert first["seat"] == again["seat"]
    assert len(hall.session.latest.seats) == 1


def test_the_same_form_to_join_sent_five_times_at_once_gives_one_seat(hall: Hall) -> None:
    record = {"code": hall.code, "once": "one-and-the-same"}
    with ThreadPoolExecutor(5) as pool:
        told = list(pool.map(lambda _: hall.phone().post("/api/join", record).json(), range(5)))
    assert len({one["seat"] for one in told}) == 1
    assert len(hall.session.latest.seats) == 1


def test_phones_that_join_at_once_each_get_a_seat_of_their_own(hall: Hall) -> None:
    with ThreadPoolExecutor(12) as pool:
        told = list(pool.map(lambda _: hall.phone().join(hall.code).json(), range(30)))
    assert sorted(one["seat"] for one in told) == list(range(1, 31))
    roles = {seat.id: seat.role for seat in hall.session.latest.seats.values()}
    assert all(roles[one["seat"]] == one["role"] for one in told)


def test_a_vote_stands_in_the_log_when_the_phone_has_its_receipt(
    hall: Hall, log: MemoryLog
) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    reply = phone.vote(KEY, "b")
    assert reply.status == 200
    (cast,) = ballots(log)
    assert (cast.choice, cast.channel, cast.seat) == ("b", Channel.PHONE, 1)
    assert log.entries[reply.json()["receipt"] - 1].event == cast


def test_t3_a_hundred_equal_posts_give_one_row_and_a_hundred_equal_receipts(
    hall: Hall, log: MemoryLog
) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    sent = json.dumps(phone.ballot(KEY)).encode()

    def post(_: int) -> bytes:
        other = Phone(hall.at)
        other.cookies = dict(phone.cookies)
        hall.phones.append(other)
        reply = other.ask("POST", "/api/ballot", sent, Content_Type="application/json")
        assert reply.status in {200, 429}
        while reply.status == 429:
            reply = other.ask("POST", "/api/ballot", sent, Content_Type="application/json")
        return reply.body

    with ThreadPoolExecutor(20) as pool:
        receipts = list(pool.map(post, range(100)))
    assert len(set(receipts)) == 1
    assert len(ballots(log)) == 1


def test_t3_the_key_of_another_seat_is_refused_and_writes_nothing(
    hall: Hall, log: MemoryLog
) -> None:
    one, other = hall.seated(2)
    hall.open_vote()
    assert one.vote(KEY, "a").status == 200
    reply = other.vote(KEY, "b")
    assert (reply.status, reply.json()["reason"]) == (403, "not_your_key")
    assert len(ballots(log)) == 1


def test_f69_a_repeat_after_the_close_still_gets_its_receipt_and_writes_nothing(
    hall: Hall, log: MemoryLog
) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    sent = phone.ballot(KEY)
    receipt = phone.post("/api/ballot", sent).json()
    advance(hall.session)
    for _ in range(4):
        assert phone.post("/api/ballot", sent).json() == receipt
    assert len(ballots(log)) == 1


def test_f70_an_answer_that_was_lost_is_given_again(hall: Hall, log: MemoryLog) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    body = json.dumps(phone.ballot(KEY)).encode()
    cookie = f"seat={phone.cookies['seat']}"
    head = hall.head(
        "/api/ballot", "POST", Cookie=cookie, Content_Type="application/json",
        Content_Length=str(len(body)), Connection="close",
    )  # fmt: skip
    first = hall.raw(head + body).rpartition(b"\r\n\r\n")[2]
    assert phone.ask("POST", "/api/ballot", body, Content_Type="application/json").body == first
    assert len(ballots(log)) == 1


def test_t4_a_late_vote_is_refused_and_told_why(hall: Hall, log: MemoryLog) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    late = phone.ballot(KEY)
    ask(hall.session, a_ballot(hall.session.latest, 1))
    advance(hall.session)
    reply = phone.post("/api/ballot", late)
    assert (reply.status, reply.json()["reason"]) == (409, "vote_closed")
    assert reply.json()["text"]
    assert len(ballots(log)) == 1


def test_a_ballot_of_another_round_or_an_earlier_attempt_is_refused(hall: Hall) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    sent = phone.ballot(KEY)
    other = phone.post("/api/ballot", sent | {"round": "d4", "key": "another-key"})
    assert other.json()["reason"] == "not_this_vote"
    assert phone.post("/api/ballot", sent).status == 200
    advance(hall.session)
    ask(hall.session, Reopen(Vote.FIRST))
    stale = phone.post("/api/ballot", sent | {"attempt": 1, "key": "a-third-key"})
    assert stale.json()["reason"] == "not_this_vote"
    assert phone.post("/api/ballot", sent | {"attempt": 2, "key": "a-fourth-key"}).status == 200


def test_f71_votes_that_race_with_the_close_are_counted_or_refused_never_both(
    hall: Hall, log: MemoryLog
) -> None:
    phones = hall.seated(12)
    hall.open_vote()
    sent = [phone.ballot(f"race-{n:08d}") for n, phone in enumerate(phones)]
    assert phones[0].post("/api/ballot", sent[0]).status == 200
    with ThreadPoolExecutor(12) as pool:
        replies = [pool.submit(p.post, "/api/ballot", s) for p, s in zip(phones, sent, strict=True)]
        advance(hall.session)
        statuses = [reply.result().status for reply in replies]
    assert set(statuses) <= {200, 409}
    assert statuses.count(200) == len(ballots(log))
    result = next(iter(hall.session.latest.flow.results.values()))
    assert result.valid == statuses.count(200)


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"choice": "zz"}, 409),
        ({"choice": ["a"]}, 409),
        ({"choice": {"a": {"b": {"c": {"d": {"e": 1}}}}}}, 400),
        ({"key": "short"}, 400),
        ({"key": None}, 400),
        ({"vote": "vote9"}, 400),
        ({"round": 7}, 400),
        ({"confidence": 3}, 409),
        ({"confidence": "3"}, 400),
        ({"value_card": "liefde"}, 400),
        ({"comment": "x" * 201}, 409),
        ({"prediction": "a"}, 400),
        ({"attempt": "1"}, 400),
    ],
)
def test_a_ballot_that_makes_no_sense_is_refused_in_words(
    hall: Hall, log: MemoryLog, change: dict[str, object], status: int
) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    reply = phone.post("/api/ballot", phone.ballot(KEY) | change)
    assert reply.status == status
    assert set(reply.json()) == {"reason", "text"}
    assert ballots(log) == []


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b'{"a": NaN}', b'{"a":1,"a":2}', b"[" * 9000, b'"\xff"', b"null"]
)
def test_what_is_no_record_is_refused(hall: Hall, body: bytes) -> None:
    phone = hall.seated()[0]
    reply = phone.ask("POST", "/api/ballot", body, Content_Type="application/json")
    assert (reply.status, reply.json()["reason"]) == (400, "bad_request")


def test_abstaining_is_a_vote_and_a_missing_choice_is_none(hall: Hall, log: MemoryLog) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    sent = phone.ballot(KEY)
    without = {name: value for name, value in sent.items() if name != "choice"}
    assert phone.post("/api/ballot", without).status == 400
    assert phone.post("/api/ballot", sent | {"choice": None}).status == 200
    assert ballots(log)[0].choice is None


def test_every_question_type_is_answered_in_its_own_shape() -> None:
    setup = Setup(profile=Profile.HALF_DAY, inputs=Inputs())
    shapes = set()
    for flagship in FLAGSHIPS:
        with a_hall(start=a_start(flagship=flagship, setup=setup)) as hall:
            phone = hall.seated()[0]
            while hall.session.latest.flow.phase is not Phase.DEBRIEF:
                if hall.session.latest.flow.open_vote is not None:
                    asked = phone.view()["ballot"]
                    shapes.add(asked["shape"])
                    key = f"{asked['round']}-{asked['vote']}-{asked['attempt']}"
                    assert phone.vote(key).status == 200
                    assert phone.view()["screen"] == "received"
                _go_on(hall)
    assert shapes >= {"one", "scale", "points", "order", "ticks"}


def _go_on(hall: Hall) -> None:
    for command in next_commands(hall.session.latest, 1):
        ask(hall.session, command)


def test_t14_before_the_reveal_the_view_holds_no_number_but_how_many_voted(hall: Hall) -> None:
    phones = hall.seated(4)
    hall.open_vote()
    watching = phones[-1].view()
    for choices in (("a", "a", "b"), ("d", "c", "c")):
        for n, (phone, choice) in enumerate(zip(phones, choices, strict=False)):
            assert phone.vote(f"{choice}-{n}-changes", choice).status == 200
        seen = phones[-1].view()
        assert seen["progress"] == {"cast": 3, "present": 4}
        assert _still(seen) == _still(watching | {"progress": seen["progress"]})


def _still(view: dict[str, object]) -> dict[str, object]:
    """A view without what differs each time it is drawn, and without the one number allowed."""
    html = re.sub(r'(name="once" value|name="form" value)="[^"]*"', "", str(view["html"]))
    html = re.sub(r"\d+ van de \d+", "n van de m", html)
    return view | {"html": html, "version": 0}


def test_t15_after_the_vote_the_page_holds_no_choice_until_the_person_asks(hall: Hall) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    label = phone.view()["ballot"]["options"][2]["label"]
    assert phone.vote(KEY, "c").status == 200
    view = phone.view()
    assert view["screen"] == "received"
    assert "own" not in view["ballot"]
    assert view["ballot"]["options"] == []
    assert "checked" not in view["html"]
    assert phone.view("choice")["ballot"]["own"] == "c"
    assert label in phone.view("choice")["html"]
    changing = phone.view("ballot")
    assert (changing["screen"], changing["ballot"]["own"]) == ("ballot", "c")


def test_a_vote_can_be_changed_until_the_close(hall: Hall, log: MemoryLog) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    assert phone.vote(KEY, "a").status == 200
    assert phone.vote("the-second-key", "b").status == 200
    advance(hall.session)
    result = next(iter(hall.session.latest.flow.results.values()))
    assert result.counts[OptionId("b")] == 1
    assert phone.view()["screen"] == "result"


def test_a_late_comer_waits_for_the_next_vote(hall: Hall) -> None:
    first = hall.seated()[0]
    hall.open_vote()
    late = hall.seated()[0]
    assert late.view()["screen"] == "wait"
    sent = first.ballot(KEY)
    assert late.post("/api/ballot", sent).json()["reason"] == "joined_too_late"
    assert first.vote("the-real-vote").status == 200
    advance(hall.session)
    go_to(hall.session, Phase.VOTE2)
    assert late.view()["screen"] == "ballot"


def test_a_pause_covers_everything_and_a_phone_can_ask_for_it_and_for_time(hall: Hall) -> None:
    phone = hall.seated()[0]
    assert phone.post("/api/time").json()["reason"] == "vote_closed"
    hall.open_vote()
    for _ in range(3):
        assert phone.post("/api/time").json() == {"ok": True}
        assert phone.post("/api/pause").json() == {"ok": True}
    assert hall.session.latest.time_asked == 1
    assert hall.session.latest.pause_asked
    ask(hall.session, Lay(Overlay.PAUSED))
    assert phone.view()["screen"] == "pause"


def test_conditions_and_arguments_go_with_the_role_and_not_without_end(hall: Hall) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    sent = {"kind": "condition", "option": "a", "text": "als het twee jaar wordt"}
    assert phone.post("/api/remark", sent | {"key": "remark-0"}).status == 200
    assert phone.post("/api/remark", sent | {"key": "remark-0"}).status == 200
    (kept,) = hall.session.latest.conditions
    assert (kept.text, kept.role) == (sent["text"], hall.session.latest.seats[SeatId(1)].role)
    replies = [phone.post("/api/remark", sent | {"key": f"remark-{n}"}) for n in range(1, 20)]
    assert replies[-1].json()["reason"] == "too_many"
    assert len(hall.session.latest.conditions) == 12


def test_without_a_seat_nothing_is_told_or_counted(hall: Hall, log: MemoryLog) -> None:
    phone, known = hall.phone(), hall.seated()[0]
    hall.open_vote()
    assert phone.get("/api/view").status == 401
    assert phone.view()["screen"] == "join"
    assert phone.view()["ballot"] is None
    for path in ("/api/ballot", "/api/remark", "/api/poll", "/api/time", "/api/pause"):
        reply = phone.post(path, known.ballot(KEY))
        assert (reply.status, reply.json()["reason"]) == (401, "no_seat")
    assert ballots(log) == []


def test_nothing_new_is_told_in_an_empty_answer(hall: Hall) -> None:
    phone = hall.seated()[0]
    version = phone.view()["version"]
    assert phone.get(f"/api/view?since={version}").status == 204
    hall.open_vote()
    assert phone.get(f"/api/view?since={version}").status == 200


def test_t11_the_seat_is_strict_hidden_and_random_and_ends_with_the_session(hall: Hall) -> None:
    phones = hall.seated(3)
    tokens = {phone.cookies["seat"] for phone in phones}
    assert all(len(token) == 22 for token in tokens)
    assert len(tokens) == 3
    (cookie,) = [c for c in hall.phone().join(hall.code).cookies if c.startswith("seat=")]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    ask(hall.session, CloseSession())
    reply = phones[0].get("/api/view")
    assert (reply.status, reply.json()["screen"]) == (401, "over")
    assert phones[0].post("/api/ballot", {}).status == 401


def test_t11_the_code_of_the_qr_does_not_stay_in_the_address(hall: Hall) -> None:
    phone = hall.phone()
    reply = phone.get(f"/{hall.code}")
    assert (reply.status, reply.headers["Location"]) == (303, "/")
    assert phone.cookies["door"] == hall.code
    assert phone.post("/api/join", {}).status == 200
    assert "door" not in phone.cookies


def test_t11_no_token_stands_in_a_page_address_or_in_the_log(
    hall: Hall, log: MemoryLog, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    phone = hall.seated()[0]
    hall.open_vote()
    assert phone.vote(KEY).status == 200
    token = phone.cookies["seat"]
    assert token not in phone.get("/").text
    told = caplog.text + repr(log.entries)
    assert token not in told
    assert phone.form not in told


def test_a_reload_another_tab_and_another_connection_are_the_same_person(hall: Hall) -> None:
    phone = hall.seated()[0]
    hall.open_vote()
    assert phone.vote(KEY).status == 200
    tab = Phone(hall.at)
    hall.phones.append(tab)
    tab.cookies = dict(phone.cookies)
    assert tab.view()["screen"] == "received"
    assert tab.view()["seat"] == phone.view()["seat"]


def test_a_phone_speaks_the_language_it_asked_for(hall: Hall) -> None:
    phone = hall.seated()[0]
    assert '<html lang="nl">' in phone.get("/").text
    assert '<html lang="en">' in phone.get("/?lang=en").text
    assert '<html lang="en">' in phone.get("/").text
    assert phone.view()["language"] == "en"
    outside = hall.phone()
    assert '<html lang="en">' in outside.get("/?lang=en").text
    assert '<html lang="en">' in outside.get("/").text


def test_own_answers_and_guesses_are_taken_where_they_are_asked(log: MemoryLog) -> None:
    inputs = Inputs(confidence=True, value_card=True, personal=True, prediction=True)
    setup = Setup(profile=Profile.SHORT, inputs=inputs, two_votes=False)
    with a_hall(PhoneConfig(), log, a_start(setup=setup)) as hall:
        phone, other = hall.seated(2)
        hall.open_vote()
        assert set(phone.view()["ballot"]["inputs"]) == {
            "confidence",
            "value_card",
            "personal",
            "prediction",
        }
        guess = {"role": other.view()["role"], "option": "b"}
        reply = phone.vote(
            KEY, "a", confidence=4, value_card="trust", personal="b", prediction=guess
        )
        assert reply.json()["reason"] == "bad_input"
        more = {"confidence": 4, "value_card": "vertrouwen", "personal": "b", "prediction": guess}
        assert phone.vote(KEY, "a", **more).status == 200
    (cast,) = ballots(log)
    assert cast.confidence == 4
    assert cast.prediction == (guess["role"], "b")
