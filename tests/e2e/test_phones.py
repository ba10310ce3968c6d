"""An evening with real phones: they come in over HTTP and vote; both windows follow."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from dilemmaspel.desktop.joining.info import JoinInfo, Wifi
from dilemmaspel.desktop.joining.joining import Standing
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.ids import DilemmaId, SeatId
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.setup import Voting
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.settings import load_settings
from dilemmaspel.storage.verify import verify
from tests.e2e.facilitator import Facilitator

HERE = PhoneConfig(bind="127.0.0.1", port=0)
SCHAKEL = "f1-de-schakel"


class Phone:
    """A browser, as far as the server can tell."""

    def __init__(self, info: JoinInfo) -> None:
        self._info = info
        self.cookie = ""

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        line = HTTPConnection(self._info.address, timeout=20)
        headers = {"Origin": f"http://{self._info.address}", "Cookie": self.cookie}
        if body is not None:
            headers["Content-Type"] = "application/json"
        line.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = line.getresponse()
        text = answer.read()
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            if cookie.startswith("seat="):
                self.cookie = cookie.partition(";")[0]
        line.close()
        return answer.status, json.loads(text) if text else None

    def join(self, code: str = "") -> Any:
        status, seated = self.ask("POST", "/api/join", {"code": code or self._info.typed})
        assert status == 200, seated
        return seated

    def view(self) -> Any:
        return self.ask("GET", "/api/view")[1]

    def vote(self, choice: object) -> int:
        form = self.view()["ballot"]
        ballot = {"round": form["round"], "vote": form["vote"], "choice": choice}
        return self.ask("POST", "/api/ballot", {**ballot, "key": token_hex(16)})[0]


@pytest.fixture
def lead(qapp: QApplication, db: Path) -> Iterator[Callable[..., Facilitator]]:
    leading: list[Facilitator] = []

    def make(phones: PhoneConfig = HERE) -> Facilitator:
        leading.append(Facilitator(db, phones=phones))
        return leading[-1]

    yield make
    for one in leading:
        one.shut()


def open_door(leads: Facilitator) -> JoinInfo:
    """Wait until phones can come in, and look at the beamer how."""
    leads.wait(lambda: leads.evening.joining.joining.info is not None)
    info = leads.evening.beamer.canvas.join
    assert info is not None
    return info


def come_in(leads: Facilitator, info: JoinInfo, people: int) -> list[Phone]:
    phones = [Phone(info) for _ in range(people)]
    for phone in phones:
        assert phone.join()["word"] == info.word
    leads.wait(lambda: people_shown(leads) == (people, people))
    return phones


def people_shown(leads: Facilitator) -> tuple[int, int]:
    """How many people stand on the presenter's screen and on the beamer."""
    presenter, beamer = leads.evening.presenter.shown, leads.evening.beamer.canvas.view
    return (presenter.public.people if presenter else -1, beamer.people if beamer else -1)


def votes_shown(leads: Facilitator) -> tuple[int, int]:
    """How many votes stand on the presenter's screen and on the beamer."""
    presenter, beamer = leads.evening.presenter.shown, leads.evening.beamer.canvas.view
    counted = [
        view.vote.cast if view and view.vote else -1
        for view in (presenter.public if presenter else None, beamer)
    ]
    return counted[0], counted[1]


def seated(leads: Facilitator, people: int) -> bool:
    return len(leads.state.seats) == people


def shows(leads: Facilitator, votes: int) -> bool:
    return votes_shown(leads) == (votes, votes)


def held(leads: Facilitator) -> frozenset[SeatId]:
    """The seats that a phone holds, as the panel knows."""
    state = leads.evening.joining.joining.state
    assert state is not None
    return state.held


def ballots(leads: Facilitator) -> dict[Channel, int]:
    box = leads.state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    counted: dict[Channel, int] = {}
    for ballot in box.live():
        counted[ballot.channel] = counted.get(ballot.channel, 0) + ballot.count
    return counted


def test_phones_join_and_vote_and_the_count_rises_on_both_windows(
    lead: Callable[[], Facilitator], db: Path
) -> None:
    leads = lead()
    leads.start(SCHAKEL, voting="phones")
    assert leads.state.seats == {}, "nobody is seated beforehand"
    info = open_door(leads)
    phones = come_in(leads, info, 3)
    assert {seat.channel for seat in leads.state.seats.values()} == {Channel.PHONE}
    leads.until(Phase.VOTE1)
    assert leads.evening.beamer.canvas.join is None, "the vote is on the beamer now"
    leads.wait(lambda: votes_shown(leads) == (0, 0))
    for number, phone in enumerate(phones, start=1):
        assert phone.vote("b") == 200
        leads.wait(partial(shows, leads, number))
    leads.on()
    assert leads.page() is Page.REVEAL
    assert phones[0].view()["screen"] == "result"
    leads.evening.leave()
    assert verify(db).is_fine


def test_somebody_who_comes_late_sees_the_code_and_a_failing_network_costs_no_vote(
    lead: Callable[[], Facilitator],
) -> None:
    leads = lead()
    leads.start(SCHAKEL, voting="phones")
    phones = come_in(leads, open_door(leads), 2)
    leads.until(Phase.VOTE1)
    leads.press("tabPhones")
    leads.press("joinShow")
    late = Phone(open_door(leads))
    late.join()
    leads.press("joinShow")
    assert leads.evening.beamer.canvas.join is None
    assert late.view()["screen"] == "wait"
    assert phones[0].vote("a") == 200
    leads.evening.presenter.asideRequested.emit()
    leads.wait(lambda: leads.state.voting is Voting.HANDS)
    assert ballots(leads) == {Channel.PHONE: 1}
    (waiting,) = (
        seat.role
        for seat in leads.state.seats.values()
        if seat.id not in _voted(leads) and seat.id in _electorate(leads)
    )
    leads.see("handsArea", QWidget)
    leads.press("tabStep")
    leads.hands({waiting: {"b": 1}})
    assert ballots(leads) == {Channel.PHONE: 1, Channel.HANDS: 1}


def _voted(leads: Facilitator) -> set[int]:
    box = leads.state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    return set(box.ballots)


def _electorate(leads: Facilitator) -> set[int]:
    box = leads.state.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    return set(box.electorate)


def test_a_resumed_evening_has_the_same_code_and_the_same_seats(
    lead: Callable[[], Facilitator], qapp: QApplication, db: Path
) -> None:
    leads = Facilitator(db, phones=HERE)
    leads.start(SCHAKEL, voting="phones")
    before = open_door(leads)
    (phone,) = come_in(leads, before, 1)
    leads.until(Phase.VOTE1)
    assert phone.vote("c") == 200
    leads.shut()
    again = lead()
    again.press("resume")
    again.wait(lambda: again.app.evening is not None)
    again.settle()
    again.press("advance")
    again.wait(lambda: again.state.overlay is Overlay.NONE)
    again.wait(lambda: again.evening.joining.joining.info is not None)
    after = again.evening.joining.joining.info
    assert after is not None
    assert (after.url, after.word) == (before.url, before.word)
    seen = phone.view()
    assert seen["screen"] == "received"
    assert phone.vote("a") == 200


def test_a_place_is_handed_over_to_the_laptop_with_its_vote(
    lead: Callable[[], Facilitator],
) -> None:
    leads = lead()
    leads.start(SCHAKEL, voting="phones")
    (phone,) = come_in(leads, open_door(leads), 1)
    leads.until(Phase.VOTE1)
    assert phone.vote("a") == 200
    leads.press("tabPhones")
    leads.press("placeGive")
    leads.press("answer_give")
    leads.wait(lambda: held(leads) == frozenset())
    assert phone.view()["screen"] == "gone"
    assert ballots(leads) == {Channel.PHONE: 1}


def test_t1_a_door_that_is_locked_keeps_strangers_out_and_who_was_in_comes_back(
    lead: Callable[[], Facilitator],
) -> None:
    leads = lead()
    leads.start(SCHAKEL, voting="phones")
    info = open_door(leads)
    (phone,) = come_in(leads, info, 1)
    leads.press("tabPhones")
    leads.press("joinDoor")
    leads.wait(lambda: open_door(leads).locked)
    status, told = Phone(info).ask("POST", "/api/join", {"code": info.typed})
    assert (status, told["reason"]) == (409, "door_locked")
    assert phone.view()["seat"] is not None


def test_the_wifi_of_the_room_is_kept_for_the_next_time(
    lead: Callable[[], Facilitator],
) -> None:
    leads = lead()
    leads.start(SCHAKEL, voting="phones")
    open_door(leads)
    leads.press("tabPhones")
    line = leads.see("joinWifiName", QLineEdit)
    line.setText("Buurthuis")
    line.editingFinished.emit()
    assert leads.app.settings.wifi_name == "Buurthuis"
    assert load_settings().settings.wifi_name == "Buurthuis"
    info = open_door(leads)
    assert info.wifi == Wifi("Buurthuis")


def test_f62_phones_that_cannot_be_let_in_are_told_calmly_and_the_laptop_goes_round(
    lead: Callable[[PhoneConfig], Facilitator],
) -> None:
    leads = lead(replace(HERE, bind="192.0.2.1"))
    leads.start(SCHAKEL, voting="phones")
    joining = leads.evening.joining
    leads.wait(lambda: joining.joining.standing is Standing.FAILED)
    assert leads.evening.presenter.notice.words()
    leads.press("tabPeople")
    for _ in range(3):
        wanted = len(leads.state.seats) + 1
        leads.press("joinAny")
        leads.wait(partial(seated, leads, wanted))
    leads.until(Phase.VOTE1)
    leads.pass_round(["a", "b", "b"])
    leads.on()
    assert leads.page() is Page.REVEAL


def test_in_a_rehearsal_the_bots_leave_a_real_phone_its_own_vote(
    lead: Callable[[], Facilitator],
) -> None:
    leads = lead()
    leads.press(f"scenario_{SCHAKEL}")
    leads.press("voting_phones")
    leads.press("practise")
    leads.wait(lambda: leads.app.evening is not None)
    leads.settle()
    phone = Phone(open_door(leads))
    seat = phone.join()["seat"]
    leads.until(Phase.VOTE1)
    leads.wait(lambda: len(_voted(leads)) == len(_electorate(leads)) - 1)
    assert _electorate(leads) - _voted(leads) == {seat}
    assert phone.vote("a") == 200
