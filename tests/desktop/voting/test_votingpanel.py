from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.voting.votingpanel import VotingPanel
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.commands import CastBallot, ChangeVoting, Leave
from dilemmaspel.game.ids import DilemmaId, SeatId
from dilemmaspel.game.setup import Voting
from dilemmaspel.texts import Texts
from tests.desktop.voting.room import F1, ROLES, Bridge, Looking, Room, Ticks, press, shown

pytestmark = pytest.mark.usefixtures("dress")


class Desk(Looking):
    """The voting panel on the facilitator's desk."""

    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.room = room
        self.panel = VotingPanel(Texts(), room.seat, room.hands, ticks=Ticks(), received_ms=0)
        self.seen = self.panel
        qtbot.addWidget(self.panel)
        self.bridge = Bridge(room, self.panel)
        self.panel.resize(742, 600)
        with qtbot.waitActive(self.panel):
            self.panel.show()
            self.panel.activateWindow()

    def checked(self, way: Voting) -> bool:
        found = shown(self.panel, f"votingWay_{way}")
        assert isinstance(found, QPushButton)
        return found.isChecked()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    room = Room(F1, ROLES * 2)
    room.to_vote()
    yield Desk(qtbot, room)
    room.stop()


def test_passing_on_says_who_is_left_and_hands_the_laptop_over(desk: Desk) -> None:
    desk.panel.take_focus()
    assert "Inwoner 1" in desk.says("passLeft")
    asked: list[bool] = []
    desk.panel.passRoundRequested.connect(lambda: asked.append(True))
    press(desk.panel, "passStart")
    assert asked == [True]


def test_the_way_can_change_in_a_running_vote_and_no_vote_is_lost(desk: Desk) -> None:
    press(desk.panel, "votingWay_hands")
    assert desk.room.state.voting is Voting.HANDS
    desk.panel.take_focus()
    QTest.keyClicks(shown(desk.panel, "hands_inwoner_0"), "2")
    press(desk.panel, "votingWay_passed")
    press(desk.panel, "votingWay_hands")
    (ballot,) = desk.room.ballots()
    assert (ballot.choice, ballot.count, ballot.channel) == ("a", 2, Channel.HANDS)
    cell = shown(desk.panel, "hands_inwoner_0")
    assert cell.text() == "2"  # type: ignore[attr-defined] # a cell


def test_a_refused_change_says_why_and_changes_nothing(desk: Desk) -> None:
    press(desk.panel, "votingWay_table")
    assert desk.room.state.voting is Voting.PASSED
    assert desk.checked(Voting.PASSED)
    assert not desk.checked(Voting.TABLE)
    assert desk.says("votingNoticeWords")


def test_trouble_with_saving_the_change_is_said(desk: Desk) -> None:
    desk.bridge.fails = 1
    press(desk.panel, "votingWay_hands")
    assert "The disk is full." in desk.says("votingNoticeWords")
    press(desk.panel, "votingWay_hands")
    assert desk.room.state.voting is Voting.HANDS
    assert not desk.shows("votingNoticeWords")


def test_pressing_the_way_that_already_is_sends_nothing(desk: Desk) -> None:
    press(desk.panel, "votingWay_passed")
    assert desk.bridge.sent == []
    assert desk.checked(Voting.PASSED)


def test_every_command_has_a_key_of_its_own(desk: Desk) -> None:
    press(desk.panel, "votingWay_hands")
    press(desk.panel, "votingWay_passed")
    assert [command for command, _ in desk.bridge.sent] == [
        ChangeVoting(Voting.HANDS),
        ChangeVoting(Voting.PASSED),
    ]
    assert len({key for _, key in desk.bridge.sent}) == 2


def test_showing_the_same_view_twice_changes_nothing(desk: Desk) -> None:
    press(desk.panel, "votingWay_hands")
    desk.panel.take_focus()
    before = QApplication.focusWidget()
    desk.panel.show_view(desk.room.view)
    assert QApplication.focusWidget() is before


def test_phones_take_over_and_hand_back_in_a_running_vote_and_no_vote_is_lost(desk: Desk) -> None:
    press(desk.panel, "votingWay_phones")
    assert desk.room.state.voting is Voting.PHONE
    seat = min(desk.room.state.seats)
    vote = CastBallot(DilemmaId("d1"), Vote.FIRST, "b", channel=Channel.PHONE, seat=seat)
    desk.room.do(vote)
    desk.panel.show_view(desk.room.view)
    assert "Inwoner 1" not in desk.says("phoneLeft")
    assert "Inwoner 2" in desk.says("phoneLeft")
    press(desk.panel, "votingWay_hands")
    (ballot,) = desk.room.ballots()
    assert (ballot.seat, ballot.choice, ballot.channel) == (seat, "b", Channel.PHONE)


def test_who_has_no_phone_votes_at_the_laptop(desk: Desk) -> None:
    press(desk.panel, "votingWay_phones")
    desk.panel.take_focus()
    asked: list[bool] = []
    desk.panel.passRoundRequested.connect(lambda: asked.append(True))
    QTest.keyClick(shown(desk.panel, "phoneStart"), Qt.Key.Key_Space)
    assert asked == [True]


def test_between_votes_it_says_that_none_is_open(desk: Desk) -> None:
    desk.room.step()
    desk.panel.show_view(desk.room.view)
    assert desk.says("passLeft") == "Er is nu geen stemming open."
    assert not shown(desk.panel, "passStart").isEnabled()


def test_a_question_that_hands_cannot_answer_leads_back_to_passing_on(qtbot: QtBot) -> None:
    room = Room(F1, ROLES, plan=("d2",), voting=Voting.HANDS)
    room.to_vote()
    desk = Desk(qtbot, room)
    press(desk.panel, "handsRather")
    assert room.state.voting is Voting.PASSED
    assert desk.shows("passStart")
    room.stop()


def test_a_table_vote_is_chosen_when_only_tables_are_left(qtbot: QtBot) -> None:
    room = Room(F1, ("inwoner",), voting=Voting.TABLE, heads=4)
    room.to_vote()
    desk = Desk(qtbot, room)
    assert desk.shows("tableVote_1")
    press(desk.panel, "votingWay_hands")
    assert desk.says("votingNoticeWords")
    room.do(Leave(SeatId(1)))
    press(desk.panel, "votingWay_hands")
    assert room.state.voting is Voting.HANDS
    room.stop()


def test_of_a_large_room_it_tells_how_many_are_left_and_no_names(qtbot: QtBot) -> None:
    room = Room(F1, ROLES * 20)
    room.to_vote()
    desk = Desk(qtbot, room)
    left = desk.says("passLeft")
    room.stop()
    assert str(20 * len(ROLES)) in left
    assert "Inwoner" not in left
