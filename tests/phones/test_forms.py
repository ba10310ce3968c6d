"""The pages and forms without a script, and in a browser that keeps no cookies (F74-F76)."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from dilemmaspel.game.commands import AnswerExitPoll
from dilemmaspel.game.events import BallotCast
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.screen import RoleMode
from dilemmaspel.session import MemoryLog
from dilemmaspel.simulate import next_commands
from tests.phones.hall import Hall, Phone, Reply, a_hall
from tests.session.room import a_start, advance, ask, go_to

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")


class Page(HTMLParser):
    """The forms of a page: where they go, and what stands in their fields."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: dict[str, dict[str, Any]] = {}
        self.choices: dict[str, list[str]] = {}
        self._in: dict[str, Any] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._in = self.forms.setdefault(found["action"], {})
        elif tag in {"input", "button"} and self._in is not None and "name" in found:
            name, value = found["name"], found.get("value", "")
            if found.get("type") in {"radio", "checkbox", "submit"} or tag == "button":
                self.choices.setdefault(name, []).append(value)
                if "checked" in found:
                    self._in[name] = value
            else:
                self._in[name] = value
        elif tag == "select" and self._in is not None:
            self.choices.setdefault(found["name"], [])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in = None


def page_of(reply: Reply) -> Page:
    return Page(reply.text)


def follow(phone: Phone, reply: Reply) -> Reply:
    """Go where a form leads on to; without cookies the page came at once."""
    if reply.status != 303:
        return reply
    return phone.get(reply.headers["Location"])


def joined(hall: Hall, phone: Phone) -> Reply:
    phone.get(f"/{hall.code}")
    form = page_of(phone.get("/")).forms["/join"]
    return follow(phone, phone.send("/join", form))


def kind_of(reply: Reply) -> str:
    found = re.search(r'data-kind="(\w+)"', reply.text)
    return found[1] if found else ""


def filled(page: Page) -> dict[str, Any]:
    """Fill in the ballot of a page like somebody who takes the first of everything."""
    form = dict(page.forms["/ballot"])
    points = [name for name in form if name.startswith("points-")]
    places = [name for name in page.choices if name.startswith("place-")]
    if points:
        form |= dict.fromkeys(points, "0") | {points[0]: "100"}
    elif places:
        form |= {name: str(n) for n, name in enumerate(places, 1)}
    else:
        form["choice"] = page.choices["choice"][0]
    return form


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog()


@pytest.fixture(params=[True, False], ids=["cookies", "no cookies"])
def keeps(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def hall(log: MemoryLog) -> Iterator[Hall]:
    with a_hall(log=log) as hall:
        yield hall


def a_phone(hall: Hall, *, keeps: bool) -> Phone:
    phone = hall.phone()
    phone.keeps_cookies = keeps
    return phone


def again(phone: Phone, page: Page) -> Reply:
    """Ask for the page once more: with a link, or with a form where links lose the seat."""
    if phone.keeps_cookies:
        return phone.get("/")
    form = page.forms["/show"]["form"]
    return phone.send("/show", {"form": form})


@pytest.mark.parametrize("flagship", FLAGSHIPS)
def test_f75_f76_a_whole_session_is_played_with_plain_forms(
    log: MemoryLog, flagship: str, keeps: bool
) -> None:
    setup = Setup(profile=Profile.HALF_DAY, inputs=Inputs())
    with a_hall(log=log, start=a_start(flagship=flagship, setup=setup)) as hall:
        phone = a_phone(hall, keeps=keeps)
        page = page_of(joined(hall, phone))
        votes = 0
        while hall.session.latest.flow.phase is not Phase.DEBRIEF:
            if hall.session.latest.flow.open_vote is not None:
                shown = page_of(again(phone, page))
                reply = follow(phone, phone.send("/ballot", filled(shown)))
                assert kind_of(reply) == "received"
                votes += 1
            for command in next_commands(hall.session.latest, 1):
                ask(hall.session, command)
    assert len([e for e in log.entries if isinstance(e.event, BallotCast)]) == votes > 3


def test_f75_without_cookies_the_seat_lives_in_the_page_and_the_page_says_so(hall: Hall) -> None:
    phone = a_phone(hall, keeps=False)
    reply = joined(hall, phone)
    assert kind_of(reply) == "wait"
    assert page_of(reply).forms["/show"]["form"]
    assert kind_of(phone.get("/")) == "join"
    assert phone.get("/api/view", X_Form=page_of(reply).forms["/pause"]["form"]).status == 200


def test_f74_a_form_sent_twice_counts_once_and_a_changed_one_counts_anew(
    hall: Hall, log: MemoryLog, keeps: bool
) -> None:
    phone = a_phone(hall, keeps=keeps)
    page = page_of(joined(hall, phone))
    hall.open_vote()
    form = filled(page_of(again(phone, page)))
    for _ in range(3):
        assert kind_of(follow(phone, phone.send("/ballot", form))) == "received"
    cast = [e.event.choice for e in log.entries if isinstance(e.event, BallotCast)]
    assert cast == ["a"]
    assert phone.send("/ballot", form | {"choice": "b"}).status < 400
    cast = [e.event.choice for e in log.entries if isinstance(e.event, BallotCast)]
    assert cast == ["a", "b"]


def test_f74_the_vote_can_be_looked_at_and_changed_and_the_page_itself_holds_none(
    hall: Hall,
) -> None:
    phone = hall.phone()
    joined(hall, phone)
    hall.open_vote()
    form = filled(page_of(phone.get("/")))
    assert phone.send("/ballot", form | {"choice": "c"}).status == 303
    label = phone.view("ballot")["ballot"]["options"][2]["label"]
    assert label not in re.sub(r"<form.*?</form>", "", phone.get("/").text, flags=re.DOTALL)
    assert label in phone.get("/?show=choice").text
    assert page_of(phone.get("/?show=ballot")).forms["/ballot"]["choice"] == "c"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"choice": "zz"}, "fault-choice"),
        ({"choice": ""}, "fault-choice"),
        ({"vote": "vote2"}, "said wrong"),
        ({"comment": "x" * 300}, "fault-comment"),
        ({"once": "kort"}, "said wrong"),
    ],
)
def test_a_ballot_with_a_mistake_comes_back_with_what_was_filled_in(
    hall: Hall, log: MemoryLog, change: dict[str, str], said: str, keeps: bool
) -> None:
    phone = a_phone(hall, keeps=keeps)
    page = page_of(joined(hall, phone))
    hall.open_vote()
    form = filled(page_of(again(phone, page))) | {"comment": "wat ik vind"} | change
    reply = phone.send("/ballot", form)
    assert reply.status in {400, 403, 409}
    place = reply.text[reply.text.index(said) :]
    assert re.search(r">[^<]{10,}<", place[:300])
    assert form["comment"] in reply.text
    assert not [e for e in log.entries if isinstance(e.event, BallotCast)]


def test_f74_a_form_of_a_closed_vote_is_told_so_and_shows_what_is_on_now(hall: Hall) -> None:
    phone, other = hall.phone(), hall.seated()[0]
    joined(hall, phone)
    hall.open_vote()
    form = filled(page_of(phone.get("/")))
    assert other.vote("another-phone").status == 200
    advance(hall.session)
    reply = phone.send("/ballot", form)
    assert (reply.status, kind_of(reply)) == (409, "result")
    assert "said wrong" in reply.text


def test_time_pause_and_remarks_go_by_forms_and_are_confirmed(hall: Hall, keeps: bool) -> None:
    phone = a_phone(hall, keeps=keeps)
    page = page_of(joined(hall, phone))
    hall.open_vote()
    shown = page_of(again(phone, page))
    assert follow(phone, phone.send("/time", shown.forms["/time"])).status == 200
    reply = follow(phone, phone.send("/pause", shown.forms["/pause"]))
    assert 'class="said"' in reply.text
    asked = hall.session.latest
    assert (asked.time_asked, asked.pause_asked) == (1, True)
    assert follow(phone, phone.send("/ballot", filled(shown))).status == 200
    go_to(hall.session, Phase.TALK)
    talk = page_of(again(phone, shown))
    remark = talk.forms["/remark"] | {"kind": "argument", "option": "a", "text": "omdat\r\nhet kan"}
    assert 'class="said"' in follow(phone, phone.send("/remark", remark)).text
    state = hall.session.latest
    assert [a.text for a in state.arguments] == ["omdat\nhet kan"]


def test_the_closing_questions_are_answered_once(hall: Hall) -> None:
    phone = hall.phone()
    joined(hall, phone)
    go_to(hall.session, Phase.DEBRIEF)
    while "/poll" not in (page := page_of(phone.get("/"))).forms:
        advance(hall.session)
    form = page.forms["/poll"] | {"talking": "4", "understanding": "5"}
    for _ in range(2):
        assert phone.send("/poll", form).status == 303
    assert hall.session.latest.exit_poll == ((4, 5),)
    assert "/poll" not in page_of(phone.get("/")).forms
    record = {"talking": 1, "understanding": 1, "key": "once-more"}
    assert phone.post("/api/poll", record).json()["reason"] == "too_many"


def test_who_answered_the_closing_questions_at_the_laptop_is_not_asked_on_the_phone(
    hall: Hall,
) -> None:
    phone = hall.phone()
    joined(hall, phone)
    go_to(hall.session, Phase.DEBRIEF)
    while "/poll" not in page_of(phone.get("/")).forms:
        advance(hall.session)
    (seat,) = hall.session.latest.seats
    ask(hall.session, AnswerExitPoll(4, 5, seat))
    assert "/poll" not in page_of(phone.get("/")).forms
    record = {"talking": 1, "understanding": 1, "key": "on-the-phone"}
    assert phone.post("/api/poll", record).json()["reason"] == "already_answered"
    assert hall.session.latest.exit_poll == ((4, 5),)


def test_a_wrong_code_is_told_beside_its_field(hall: Hall) -> None:
    phone = hall.phone()
    form = page_of(phone.get("/")).forms["/join"]
    reply = phone.send("/join", form | {"code": "aaaaaa"})
    assert reply.status == 403
    assert 'id="fault-code"' in reply.text
    assert "aaaaaa" in reply.text
    assert phone.send("/join", form | {"code": hall.server.codes.typed}).status == 303


def test_a_role_is_chosen_from_those_that_are_free(log: MemoryLog) -> None:
    config = PhoneConfig(expected=4, role_mode=RoleMode.CHOSEN)
    with a_hall(config, log) as hall:
        phone = hall.phone()
        phone.get(f"/{hall.code}")
        page = page_of(phone.get("/"))
        roles = page.choices["role"]
        assert len(roles) > 3
        form = page.forms["/join"] | {"role": roles[2]}
        assert phone.send("/join", form).status == 303
        assert phone.view()["role"] == roles[2]
        assert hall.seated(role=roles[2])[0].view()["role"] == roles[2]
        full = hall.phone().join(hall.code, role=roles[2])
        assert (full.status, full.json()["reason"]) == (409, "role_full")
        unknown = hall.phone().join(hall.code, role="burgemeester")
        assert unknown.json()["reason"] == "unknown_role"


def test_an_address_that_leads_nowhere_says_so_in_words(hall: Hall) -> None:
    for path in ("/nothing", "/aaaaaaaa", "/static/nothing", "/favicon.ico", "/admin"):
        reply = hall.phone().get(path)
        assert (reply.status, kind_of(reply)) == (404, "problem")
    assert hall.phone().send("/", {}).status == 405
