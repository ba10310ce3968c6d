"""The facilitator's side of the phones: let in, shown, helped, and set aside without a loss."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.joining.desk import NO_NETWORK_MS, PATIENCE_MS
from dilemmaspel.desktop.joining.info import Wifi
from dilemmaspel.desktop.joining.joining import Standing
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.commands import CastBallot, ChangeVoting, Join
from dilemmaspel.game.ids import DilemmaId, RoleId, SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Profile, Setup, Voting
from tests.desktop.joining.door import NOWHERE, STATE, VPN, Door, FakePhones, taken
from tests.desktop.presenter.game import Game, flagship

Open = Callable[..., Door]
SEATS = frozenset({SeatId(1), SeatId(2), SeatId(3)})


def a_game(voting: Voting = Voting.PHONE, people: int = 8) -> Game:
    return Game(flagship(), people, Setup(profile=Profile.HALF_DAY, voting=voting))


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    doors: list[Door] = []

    def make(
        voting: Voting = Voting.PHONE, phones: FakePhones | None = None, wifi: Wifi | None = None
    ) -> Door:
        game = a_game(voting)
        door = Door(qtbot, game, phones, wifi=wifi) if wifi else Door(qtbot, game, phones)
        doors.append(door)
        return door

    yield make
    for door in doors:
        door.desk.stop()


# ------------------------------------------------------------------ coming and going


def test_phones_are_let_in_when_that_is_how_the_room_votes(opened: Open) -> None:
    door = opened().come_in()
    assert door.desk.joining.standing is Standing.ON
    assert door.says("joinPageStrong") == "192.168.1.5:8231"
    assert door.says("joinPageLarge") == "x7k 2m4"
    assert "REIGER" in door.says("joinPageSmall")


def test_nothing_is_started_while_people_vote_otherwise(opened: Open) -> None:
    door = opened(Voting.PASSED).show()
    assert door.made == 0
    assert door.sees("joiningOff")
    assert not door.sees("joinShow")
    assert door.beamer == (None, False)


def test_phones_can_be_switched_on_during_the_evening(opened: Open) -> None:
    door = opened(Voting.PASSED).show()
    door.press("joiningStart")
    door.wait(lambda: door.desk.joining.state is not None)
    assert door.game.here.voting is Voting.PHONE
    assert door.made == 1


def test_another_way_of_voting_leaves_the_phones_connected(opened: Open) -> None:
    door = opened().come_in()
    door.game.do(ChangeVoting(Voting.HANDS))
    door.show()
    door.game.do(ChangeVoting(Voting.PHONE))
    door.show()
    assert door.made == 1
    assert ("stop",) not in door.phones.told


def test_the_server_goes_with_the_desk(opened: Open) -> None:
    door = opened().come_in()
    door.desk.stop()
    assert door.phones.told == [("start",), ("stop",)]
    door.desk.start()
    assert door.made == 1


def test_a_start_that_fails_is_told_calmly_and_can_be_tried_again(opened: Open) -> None:
    door = opened(phones=FakePhones(trouble=taken())).show()
    door.wait(lambda: door.desk.joining.standing is Standing.FAILED)
    assert "Every port is taken." in door.says("joiningOff")
    assert "The session goes on" in door.told[0]
    assert door.beamer == (None, True)
    door.phones.trouble = None
    door.press("joiningStart")
    door.wait(lambda: door.desk.joining.state is not None)
    assert not door.sees("joiningOff")


@pytest.mark.logs_errors
def test_a_mistake_of_the_server_stops_nothing(
    opened: Open, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        door = opened(phones=FakePhones(trouble=ZeroDivisionError())).show()
        door.wait(lambda: door.desk.joining.standing is Standing.FAILED)
    assert len(caplog.records) == 1
    assert "The session goes on" in door.told[0]


def test_leaving_while_the_server_starts_leaves_nothing_behind(opened: Open) -> None:
    door = opened().show()
    door.desk.stop()
    assert door.phones.told == [("start",), ("stop",)]


# ------------------------------------------------------------------ on the beamer


def test_the_lobby_shows_how_to_come_in(opened: Open) -> None:
    info, shown = opened(wifi=Wifi("Zaal", "koffie123")).come_in().beamer
    assert shown
    assert info is not None
    assert (info.url, info.wifi) == (STATE.url, Wifi("Zaal", "koffie123"))


def test_going_on_puts_the_page_away_and_a_press_brings_it_back(opened: Open) -> None:
    door = opened().come_in()
    door.game.to(Phase.VOTE1)
    door.show()
    assert not door.beamer[1]
    assert "Show on the beamer" in door.says("joinShow")
    door.press("joinShow")
    assert door.beamer[1]
    assert "Take off the beamer" in door.says("joinShow")
    door.game.vote("b")
    door.show()
    assert door.beamer[1], "a vote that comes in changes nothing on the beamer"
    door.game.go_on()
    door.show()
    assert not door.beamer[1]


def test_a_new_address_is_shown_at_once(opened: Open) -> None:
    door = opened().come_in()
    door.stands(url="http://10.0.0.7:8231/x7k2m4qa", chosen="10.0.0.7")
    info, _ = door.beamer
    assert info is not None
    assert info.address == "10.0.0.7:8231"


# ------------------------------------------------------------------ the panel


def test_networks_stand_in_order_and_another_can_be_chosen(opened: Open) -> None:
    door = opened().come_in()
    which = door.find("joinNetwork")
    assert isinstance(which, QComboBox)
    assert [which.itemText(n) for n in range(which.count())] == [
        "Wi-Fi wlan0, 192.168.1.5",
        "cable eth0, 10.0.0.7",
        "VPN tun0, 10.8.0.2",
    ]
    assert which.currentIndex() == 0
    which.activated.emit(1)
    door.wait(lambda: door.says("joinPageStrong") == "10.0.0.7:8231")
    assert which.currentIndex() == 1


def test_a_network_that_is_gone_is_told_and_the_code_stays(opened: Open) -> None:
    door = opened().come_in()
    door.phones.gone.add("10.0.0.7")
    which = door.find("joinNetwork")
    assert isinstance(which, QComboBox)
    which.setCurrentIndex(1)
    which.activated.emit(1)
    door.wait(lambda: bool(door.told))
    assert "not be reached" in door.told[0]
    assert door.says("joinPageStrong") == "192.168.1.5:8231"
    assert which.currentIndex() == 0


def test_the_wifi_is_typed_once_kept_and_in_the_code(opened: Open) -> None:
    door = opened().come_in()
    assert not door.sees("joinWifiCode")
    name, key = door.find("joinWifiName"), door.find("joinWifiKey")
    assert isinstance(name, QLineEdit)
    assert isinstance(key, QLineEdit)
    name.setText(" Buurthuis ")
    key.setText("koffie;melk")
    key.editingFinished.emit()
    assert door.kept == [Wifi("Buurthuis", "koffie;melk")]
    key.editingFinished.emit()
    assert len(door.kept) == 1
    assert door.sees("joinWifiCode")
    assert door.find("joinWifiCode").accessibleDescription().startswith("WIFI:T:WPA;S:Buurthuis;")


def test_who_is_in_by_role_and_connected(opened: Open) -> None:
    door = opened().come_in()
    door.stands(held=SEATS, connected=frozenset({SeatId(1), SeatId(99)}))
    assert door.says("rollTotal") == "8 people are in, about 30 are expected"
    assert door.says("rollPhones") == (
        "1 of 3 phones connected. 5 places have no phone and vote at the laptop."
    )
    role = door.game.here.seats[SeatId(2)].role
    assert door.says(f"rollCount_{role}") == "1 in, 0 of 1 phone connected"


def test_the_door_can_be_locked_and_opened(opened: Open) -> None:
    door = opened().come_in()
    door.press("joinDoor")
    door.wait(lambda: door.beamer[0] is not None and door.beamer[0].locked)
    assert door.says("joinDoor") == "Open the door"
    assert door.says("joinPageLarge") == ""
    door.press("joinDoor")
    door.wait(lambda: not door.phones.now.locked)


def test_places_that_never_voted_are_taken_away_after_asking(opened: Open) -> None:
    door = opened().come_in()
    assert not door.sees("placePurge")
    door.stands(held=SEATS, idle=frozenset({SeatId(3)}), crowded=True)
    assert door.says("placePurge") == "Take away 1 place that never voted…"
    assert door.sees("placeCrowded")
    door.press("placePurge")
    door.answer("keep")
    assert door.phones.now.held == SEATS
    door.answer("purge")
    door.wait(lambda: not door.sees("placePurge"))
    assert door.phones.now.held == SEATS - {SeatId(3)}


def test_a_place_is_handed_over_to_the_laptop_after_asking(opened: Open) -> None:
    door = opened().come_in()
    assert not door.sees("placeGive")
    door.stands(held=SEATS, connected=frozenset({SeatId(1)}))
    which = door.find("placeWhich")
    assert isinstance(which, QComboBox)
    assert which.count() == 3
    assert which.itemText(1).startswith("Place 2: ")
    assert which.itemText(1).endswith("(not connected)")
    assert "not connected" not in which.itemText(0)
    which.setCurrentIndex(1)
    door.stands(connected=frozenset({SeatId(1), SeatId(3)}))
    assert which.currentIndex() == 1, "what was picked stays while phones come and go"
    door.press("placeGive")
    assert "2" in door.questions[-1].text
    door.answer("give")
    door.wait(lambda: which.count() == 2)
    assert door.phones.told[-1] == ("hand_over", SeatId(2))


# ------------------------------------------------------------------ phones that stay away


def test_f63_after_a_minute_without_a_visit_the_likely_cause_is_named(opened: Open) -> None:
    door = opened().come_in()
    door.later(PATIENCE_MS - 1_000)
    assert door.desk.note.words() == ""
    assert not door.sees("phoneCheck")
    door.later(1_000)
    assert "firewall" in door.desk.note.words()
    assert door.sees("phoneCheck")
    door.desk.note.more.click()
    assert door.opened == ["phones"]


def test_a_phone_that_comes_by_ends_the_worry(opened: Open) -> None:
    door = opened().come_in()
    door.later(PATIENCE_MS)
    door.stands(visits=3)
    assert door.desk.note.words() == ""
    door.wait(lambda: door.sees("cause_one_phone"))


def test_nobody_is_worried_while_people_vote_otherwise(opened: Open) -> None:
    door = opened().come_in()
    door.game.do(ChangeVoting(Voting.PASSED))
    door.show()
    door.later(10 * PATIENCE_MS)
    assert door.desk.note.words() == ""


def test_f59_without_a_network_the_laptop_is_named_soon_and_the_code_comes_by_itself(
    opened: Open,
) -> None:
    door = opened(phones=FakePhones(NOWHERE)).come_in()
    assert door.says("joinPageStrong") == "There is no network yet."
    assert door.beamer[0] is None
    door.later(NO_NETWORK_MS)
    assert "no network" in door.desk.note.words()
    door.phones.now = STATE
    door.look()
    assert door.desk.note.words() == ""
    assert door.beamer[0] is not None


def test_a_server_that_ends_again_and_again_is_told(opened: Open) -> None:
    door = opened().come_in()
    door.stands(falters=True, visits=9)
    assert "again and again" in door.desk.note.words()
    door.stands(falters=False)
    assert door.desk.note.words() == ""


def test_the_check_can_be_opened_at_any_time(opened: Open) -> None:
    door = opened().come_in()
    door.press("joiningCheck")
    assert door.sees("phoneCheck")
    assert "The game listens: Wi-Fi wlan0, 192.168.1.5." in door.says("phoneCheckFacts")
    door.press("joiningCheck")
    assert not door.sees("phoneCheck")


def test_f61_an_address_of_a_vpn_is_named_first(opened: Open) -> None:
    door = opened(phones=FakePhones(replace(STATE, chosen=VPN.ip))).come_in()
    door.press("joiningCheck")
    assert "VPN" in door.says("causeHappens_vpn")
    assert door.says("causeHappens_vpn").startswith("1.")


# ------------------------------------------------------------------ phones that fail


def voted(door: Door) -> None:
    """Two phones vote."""
    door.game.to(Phase.VOTE1)
    for seat in (1, 2):
        ballot = CastBallot(
            DilemmaId("d1"), Vote.FIRST, "b", channel=Channel.PHONE, seat=SeatId(seat)
        )
        assert door.game.do(ballot) is None
    door.show()


def way(door: Door) -> Voting:
    return door.game.here.voting


def ballots(door: Door) -> dict[SeatId, Channel]:
    box = door.game.here.box(DilemmaId("d1"), Vote.FIRST)
    assert box is not None
    return {seat: ballot.channel for seat, ballot in box.ballots.items()}


def test_one_press_turns_a_running_phone_vote_into_hands_and_no_vote_is_lost(
    opened: Open,
) -> None:
    door = opened().come_in()
    voted(door)
    assert "(F6)" in door.says("joiningAsideWords")
    door.desk.step_aside()
    assert way(door) is Voting.HANDS
    assert ballots(door) == {SeatId(1): Channel.PHONE, SeatId(2): Channel.PHONE}
    assert door.opened == ["voting"]
    assert door.told == ["2 votes are in, and stay. Now those who have not voted yet."]
    door.desk.step_aside()
    assert way(door) is Voting.PHONE
    assert len(ballots(door)) == 2


def test_what_hands_cannot_answer_goes_on_at_the_laptop(opened: Open) -> None:
    door = opened().come_in()
    door.game.to(Phase.VOTE1, dilemma="d2")
    door.show()
    door.press("joiningAside")
    assert door.game.here.voting is Voting.PASSED


def test_a_room_with_a_table_goes_on_at_the_laptop(opened: Open) -> None:
    door = opened()
    door.game.do(Join(RoleId("observator")))
    free = next(
        r.id
        for r in flagship().roles
        if r.voting and r.id not in {s.role for s in door.game.here.seats.values()}
    )
    assert door.game.do(Join(free, Channel.TABLE, 4)) is None
    door.come_in()
    door.game.to(Phase.VOTE1)
    door.show()
    door.desk.step_aside()
    assert door.game.here.voting is Voting.PASSED


def test_showing_the_same_view_twice_changes_nothing(opened: Open) -> None:
    door = opened().come_in()
    before = door.desk.joining
    door.show()
    assert door.desk.joining == before
