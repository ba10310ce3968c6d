"""A whole flagship: three phones in a real browser, next to the real windows of the laptop.

One phone keeps cookies and runs the script, one runs no script, one keeps no cookies. The host
name is not localhost, so the page is no secure context, as in a room.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.phases import Page as Picture
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.reasons import Reason
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.phones.faults import PERSONAL
from dilemmaspel.storage.verify import verify
from dilemmaspel.texts import Texts
from tests.e2e.facilitator import Facilitator
from tests.e2e_web.conftest import noted
from tests.e2e_web.test_real_room import NAME, OFF_LINE, without_cookies

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCHAKEL = "f1-de-schakel"
NL = Texts("nl")
WAIT_MS = 20_000


class Phone:
    """One person's phone, used with its own fingers."""

    def __init__(self, browser: "Browser", address: str, script: bool, cookies: bool) -> None:
        self.script = script
        self.cookies = cookies
        context = browser.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=script
        )
        if not cookies:
            host, _, port = address.removeprefix("http://").partition(":")
            assert host == NAME
            context.route("**/*", without_cookies(("127.0.0.1", int(port))))
        self.page: Page = context.new_page()
        self.faults = noted(self.page)
        self.address = address

    def join(self, code: str) -> None:
        self.page.goto(f"{self.address}/{code}")
        self.page.locator("form.join button.main").click()
        self.sees("wait")

    def look(self) -> None:
        """Ask for the page as it is now, as who runs no script has to."""
        if not self.script:
            self.page.get_by_role("link", name=NL("Refresh")).first.click()

    def sees(self, kind: str) -> None:
        self.page.wait_for_selector(f"#main[data-kind={kind}]", timeout=WAIT_MS)

    def vote(self, place: int) -> None:
        """Answer whatever is asked, beginning with the option at this place."""
        page = self.page
        shape = page.locator("form[data-ballot]").first.get_attribute("data-ballot")
        if shape == "points":
            boxes = page.locator("input[type=number]")
            for number in range(boxes.count()):
                boxes.nth(number).fill("100" if number == place else "0")
        elif shape == "order":
            self._order(place)
        elif page.locator(".answers button.row").count():
            page.locator(".answers button.row").nth(place).click()
            return
        else:
            page.locator("[name=choice]").nth(place).check()
        page.locator(".send button").click()

    def _order(self, place: int) -> None:
        page = self.page
        if not self.script:
            lists = page.locator(".place select")
            many = lists.count()
            for number in range(many):
                lists.nth(number).select_option(str((number - place) % many + 1))
            return
        labels = [one.get_attribute("data-label") for one in page.locator("[data-label]").all()]
        for label in (*labels[place:], *labels[:place]):
            page.locator(f'[data-label="{label}"] > .row').click()


class Hall:
    """The facilitator, and the phones of the room."""

    def __init__(self, browser: "Browser", leads: Facilitator) -> None:
        self.leads = leads
        self._browser = browser
        leads.start(SCHAKEL, voting="phones")
        leads.wait(lambda: leads.evening.joining.joining.info is not None)
        info = leads.evening.joining.joining.info
        assert info is not None
        self.address = f"http://{NAME}:{info.address.partition(':')[2]}"
        self._code = info.url.rpartition("/")[2]
        self.phones: list[Phone] = []

    def let_in(self, script: bool = True, cookies: bool = True) -> Phone:
        phone = Phone(self._browser, self.address, script, cookies)
        self.phones.append(phone)
        phone.join(self._code)
        self.leads.wait(lambda: len(self.leads.state.seats) == len(self.phones))
        return phone

    def open(self, vote: Phase) -> None:
        self.leads.until(vote)
        dilemma = self.leads.state.dilemma
        assert dilemma is not None
        for phone in self.phones:
            phone.look()
            phone.page.wait_for_selector(f"[data-draft^='{dilemma.id}/{vote}/']", timeout=WAIT_MS)

    def votes(self, *places: int) -> None:
        for phone, place in zip(self.phones, places, strict=True):
            phone.vote(place)
            phone.sees("received")
        self.counted(len(places))

    def counted(self, votes: int) -> None:
        """Both windows show how many have voted."""
        self.leads.wait(lambda: self._shown() == [votes, votes])

    def _shown(self) -> list[int]:
        evening = self.leads.evening
        presenter, beamer = evening.presenter.shown, evening.beamer.canvas.view
        views = (presenter.public if presenter else None, beamer)
        return [view.vote.cast if view and view.vote else -1 for view in views]

    def choices(self) -> Counter[Any]:
        leads = self.leads
        vote, dilemma = leads.state.flow.open_vote, leads.state.dilemma
        assert vote is not None
        assert dilemma is not None
        box = leads.state.box(dilemma.id, vote)
        assert box is not None
        return Counter(str(ballot.choice) for ballot in box.ballots.values())

    def shut(self) -> None:
        for phone in self.phones:
            phone.page.context.close()


@pytest.fixture
def hall(qapp: QApplication, browser: "Browser", tmp_path: Path) -> Iterator[Hall]:
    phones = PhoneConfig(bind="127.0.0.1", port=0, allow_hosts=(NAME,))
    leads = Facilitator(tmp_path / "log.sqlite", phones=phones)
    here = Hall(browser, leads)
    yield here
    here.shut()
    leads.shut()
    told = [one for phone in here.phones for one in phone.faults]
    assert [one for one in told if not any(off in one for off in OFF_LINE)] == []


@pytest.mark.timeout(240)
def test_a_flagship_is_played_with_three_phones_to_the_closing_page(
    hall: Hall, tmp_path: Path
) -> None:
    usual, plain, forgets = hall.let_in(), hall.let_in(script=False), hall.let_in(cookies=False)
    assert usual.page.evaluate("isSecureContext") is False
    _first_dilemma(hall, usual, plain)
    for number in (2, 3, 4):
        _dilemma(hall, number)
    hall.leads.until(Picture.CLOSING)
    for phone in (usual, plain, forgets):
        phone.look()
        phone.sees("over")
    hall.leads.evening.leave()
    _compare(tmp_path / "log.sqlite")


def _first_dilemma(hall: Hall, usual: Phone, plain: Phone) -> None:
    """What can happen to a phone in the middle of a vote happens here."""
    hall.open(Phase.VOTE1)
    usual.vote(0)
    usual.sees("received")
    usual.page.reload()
    usual.sees("received")
    usual.page.locator("[data-show=ballot]").click()
    usual.sees("ballot")
    usual.page.context.set_offline(True)
    usual.vote(1)
    usual.page.wait_for_selector("#net:not([hidden])")
    usual.page.context.set_offline(False)
    usual.sees("received")
    tab = usual.page.context.new_page()
    tab.goto(hall.address)
    tab.wait_for_selector("#main[data-kind=received]")
    usual.page.goto(f"{hall.address}/?lang=en")
    usual.page.go_back()
    usual.sees("received")
    tab.close()
    hall.counted(1)
    plain.vote(1)
    plain.sees("received")
    assert hall.choices() == {"b": 2}
    _too_late(hall, hall.phones[2])
    hall.open(Phase.VOTE2)
    hall.votes(1, 1, 1)
    assert hall.choices() == {"b": 3}
    _decide(hall)


def _too_late(hall: Hall, phone: Phone) -> None:
    """Close the vote while a phone does not hear of it; its vote is refused in words."""
    phone.page.context.route("**/api/view*", lambda route: route.abort())
    _close(hall)
    phone.vote(0)
    phone.page.wait_for_selector("#said.wrong:not([hidden])", timeout=WAIT_MS)
    assert phone.page.locator("#said").inner_text() == NL(PERSONAL[Reason.VOTE_CLOSED])
    phone.page.context.unroute("**/api/view*")
    assert hall.leads.page() is Picture.REVEAL
    for one in hall.phones[:2]:
        one.look()
        one.sees("result")


def _dilemma(hall: Hall, number: int) -> None:
    for vote in (Phase.VOTE1, Phase.VOTE2):
        hall.open(vote)
        hall.votes(0, number % 2, 0)
        _close(hall)
    _decide(hall, closed=True)


def _close(hall: Hall) -> None:
    hall.leads.on()


def _decide(hall: Hall, *, closed: bool = False) -> None:
    if not closed:
        _close(hall)
    hall.leads.until(Picture.DECISION)
    hall.leads.on()


def _compare(db: Path) -> None:
    """The log holds what the phones were told is received: each vote once, by phone."""
    assert verify(db).is_fine
    with sqlite3.connect(db) as log:
        rows = log.execute(
            "SELECT dilemma, vote, choice, channel FROM ballot_list WHERE NOT superseded"
        ).fetchall()
    log.close()
    assert {row[3] for row in rows} == {"phone"}
    counted = Counter((dilemma, vote) for dilemma, vote, _, _ in rows)
    first, *rest = sorted(counted)
    assert counted[first] == 2, "the vote that came too late is not in"
    assert {counted[one] for one in rest} == {3}
    assert len(counted) == 8
    shapes: dict[str, Callable[[Any], object]] = {"d2": json.loads, "d3": json.loads}
    for dilemma, vote, choice, _ in rows:
        read = shapes.get(dilemma, str)(choice)
        assert read, (dilemma, vote)
    assert Vote.RUNOFF not in {vote for _, vote, _, _ in rows}
