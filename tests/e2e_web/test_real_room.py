"""Phones in a real browser with the real server, on a host name that is not localhost."""

import http.client
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.faults import PERSONAL
from dilemmaspel.texts import Texts
from tests.e2e_web.conftest import noted
from tests.phones.hall import Hall, a_hall
from tests.session.room import advance, go_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

NAME = "zaal.test"
NL = Texts("nl")
OFF_LINE = ("net::ERR", "Failed to fetch")


@pytest.fixture
def hall() -> Iterator[Hall]:
    with a_hall(PhoneConfig(allow_hosts=(NAME,))) as here:
        yield here


class Room:
    """Opens phones, and looks at what the log took."""

    def __init__(self, browser: "Browser", hall: Hall) -> None:
        self.hall = hall
        self.faults: list[list[str]] = []
        self._browser = browser
        self._phones: list[Page] = []

    @property
    def address(self) -> str:
        return f"http://{NAME}:{self.hall.at[1]}"

    def phone(self, **options: Any) -> "Page":
        context = self._browser.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, **options
        )
        page = context.new_page()
        self._phones.append(page)
        self.faults.append(noted(page))
        return page

    def joined(self, **options: Any) -> "Page":
        """A phone that scanned the code and took a seat."""
        page = self.phone(**options)
        self.scan_and_join(page)
        return page

    def scan_and_join(self, page: "Page") -> None:
        page.goto(f"{self.address}/{self.hall.code}")
        page.locator("form.join button.main").click()
        self.wait_for(page, "wait")

    def wait_for(self, page: "Page", kind: str) -> None:
        page.wait_for_selector(f"#main[data-kind={kind}]", timeout=15_000)

    def votes(self) -> list[Any]:
        """The choices in the box that was opened last."""
        *_, box = self.hall.session.latest.boxes.values()
        return [ballot.choice for ballot in box.ballots.values()]

    def close(self) -> None:
        for page in self._phones:
            page.context.close()


@pytest.fixture
def room(browser: "Browser", hall: Hall) -> Iterator[Room]:
    here = Room(browser, hall)
    yield here
    here.close()
    told = [one for faults in here.faults for one in faults]
    assert [one for one in told if not any(off in one for off in OFF_LINE)] == []


def press(page: "Page", place: int) -> None:
    """Press an answer; of a ballot with more questions, choose it and send it."""
    if page.locator(".answers button.row").count():
        page.locator(".answers button.row").nth(place).click()
        return
    page.locator("[name=choice]").nth(place).check()
    page.locator(".send button").click()


def test_this_is_no_secure_context_and_it_works_all_the_same(room: Room) -> None:
    page = room.joined()
    assert page.evaluate("isSecureContext") is False
    room.hall.open_vote()
    room.wait_for(page, "ballot")
    press(page, 1)
    room.wait_for(page, "received")
    assert len(room.votes()) == 1


def test_the_page_follows_the_room_from_the_door_to_the_result(room: Room) -> None:
    first, second = room.joined(), room.joined()
    room.hall.open_vote()
    for page in (first, second):
        room.wait_for(page, "ballot")
        press(page, 0)
        room.wait_for(page, "received")
    advance(room.hall.session)
    room.wait_for(first, "result")
    assert first.locator(".barline").count() > 1
    assert len(room.votes()) == 2


def test_a_reload_is_the_same_person_with_the_same_vote(room: Room) -> None:
    page = room.joined()
    room.hall.open_vote()
    room.wait_for(page, "ballot")
    press(page, 1)
    room.wait_for(page, "received")
    page.reload()
    room.wait_for(page, "received")
    assert len(room.hall.session.latest.seats) == 1


def test_a_vote_pressed_without_a_connection_arrives_once_it_is_back(room: Room) -> None:
    page = room.joined()
    room.hall.open_vote()
    room.wait_for(page, "ballot")
    page.context.set_offline(True)
    press(page, 1)
    page.wait_for_selector("#net:not([hidden])")
    assert room.votes() == []
    page.context.set_offline(False)
    room.wait_for(page, "received")
    assert len(room.votes()) == 1


def test_a_vote_is_changed_until_the_close_and_refused_after_it(room: Room) -> None:
    page, late = room.joined(), room.joined()
    room.hall.open_vote()
    room.wait_for(page, "ballot")
    press(page, 0)
    room.wait_for(page, "received")
    (before,) = room.votes()
    page.locator("[data-show=ballot]").click()
    room.wait_for(page, "ballot")
    press(page, 1)
    room.wait_for(page, "received")
    (after,) = room.votes()
    assert after != before
    room.wait_for(late, "ballot")
    late.route("**/api/view*", lambda route: route.abort())
    late.route("**/api/stream", lambda route: route.abort())
    advance(room.hall.session)
    press(late, 0)
    late.wait_for_selector("#said.wrong:not([hidden])")
    assert late.locator("#said").inner_text() == NL(PERSONAL[Reason.VOTE_CLOSED])
    assert len(room.votes()) == 1


def test_two_tabs_are_one_person(room: Room) -> None:
    page = room.joined()
    tab = page.context.new_page()
    tab.goto(room.address)
    room.hall.open_vote()
    room.wait_for(page, "ballot")
    room.wait_for(tab, "ballot")
    press(page, 0)
    room.wait_for(tab, "received")
    assert len(room.votes()) == 1


def test_without_a_script_everything_works_with_forms(room: Room) -> None:
    page = room.joined(java_script_enabled=False)
    room.hall.open_vote()
    page.get_by_role("link", name=NL("Refresh")).click()
    room.wait_for(page, "ballot")
    page.get_by_role("button", name=NL("I need more time")).click()
    assert page.locator(".asked").is_visible()
    press(page, 0)
    room.wait_for(page, "received")
    page.get_by_role("link", name=NL("Change my vote")).click()
    press(page, 1)
    room.wait_for(page, "received")
    assert len(room.votes()) == 1
    advance(room.hall.session)
    page.get_by_role("link", name=NL("Refresh")).click()
    room.wait_for(page, "result")


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_browser_that_keeps_no_cookies_takes_part(room: Room, script: bool) -> None:
    page = room.phone(java_script_enabled=script)
    page.context.route("**/*", without_cookies(room.hall.at))
    room.scan_and_join(page)
    assert page.get_by_text(NL(KEEPS_NOTHING)).is_visible()
    room.hall.open_vote()
    if not script:
        page.get_by_role("button", name=NL("Refresh")).click()
    room.wait_for(page, "ballot")
    press(page, 0)
    room.wait_for(page, "received")
    assert len(room.votes()) == 1
    assert len(room.hall.session.latest.seats) == 1


KEEPS_NOTHING = "This browser keeps nothing. Do not reload or close this page: you lose your place."


def without_cookies(at: tuple[str, int]) -> Callable[["Route"], None]:
    """Pass every request on, and keep the cookies out of both ways."""

    def answer(route: "Route") -> None:
        request = route.request
        path = request.url.partition(f":{at[1]}")[2]
        if path.startswith("/api/stream"):
            route.abort()
            return
        headers = {k: v for k, v in request.headers.items() if k != "cookie"}
        headers |= {"host": f"{NAME}:{at[1]}", "connection": "close"}
        line = http.client.HTTPConnection(*at, timeout=10)
        line.request(request.method, path, request.post_data_buffer, headers)
        reply = line.getresponse()
        body = reply.read()
        line.close()
        kept = {k: v for k, v in reply.getheaders() if k.lower() != "set-cookie"}
        route.fulfill(status=reply.status, headers=kept, body=body)

    return answer


def test_the_session_that_ends_says_goodbye(room: Room) -> None:
    page = room.joined()
    go_to(room.hall.session, Phase.CLOSED)
    room.wait_for(page, "over")
    assert page.locator("form").count() == 0
