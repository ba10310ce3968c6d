from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.voting.joinpanel import JoinPanel
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.commands import ChangeVoting, Join
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.setup import Voting
from dilemmaspel.texts import Texts
from tests.desktop.voting.room import F1, Bridge, Looking, Room, press, shown

pytestmark = pytest.mark.usefixtures("dress")


class Door(Looking):
    """Somebody at the door who lets people in."""

    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.room = room
        roles = [room.scenario.role(one) for one in room.scenario.recommended_roles]
        handed_out = tuple(role for role in roles if role is not None)
        self.panel = JoinPanel(Texts(), handed_out, room.scenario.role("observator"))
        self.seen = self.panel
        qtbot.addWidget(self.panel)
        self.bridge = Bridge(room, self.panel)
        self.panel.resize(742, 600)
        self.panel.show()

    def seats(self) -> Counter[str]:
        return Counter(seat.role for seat in self.room.state.seats.values() if seat.active)


@pytest.fixture
def door(qtbot: QtBot) -> Iterator[Door]:
    room = Room(F1, ())
    yield Door(qtbot, room)
    room.stop()


def test_people_come_in_and_go_per_role(door: Door) -> None:
    for name in ("joinMore_inwoner", "joinMore_inwoner", "joinMore_ondernemer"):
        press(door.panel, name)
    press(door.panel, "joinLess_inwoner")
    assert door.seats() == {"inwoner": 1, "ondernemer": 1}
    assert door.says("joinCount_inwoner") == "1"
    assert door.says("joinTotal") == "2 mensen aanwezig"


def test_somebody_new_gets_the_smallest_role(door: Door) -> None:
    press(door.panel, "joinMore_inwoner")
    press(door.panel, "joinAny")
    assert len(door.seats()) == 2


def test_somebody_gets_another_role(door: Door) -> None:
    press(door.panel, "joinMore_inwoner")
    press(door.panel, "joinMove_inwoner")
    assert not door.shows("joinTo_inwoner")
    press(door.panel, "joinTo_onderzoeker")
    assert door.seats() == {"onderzoeker": 1}
    assert not door.shows("joinMoves")


def test_leaving_the_role_as_it_is_changes_nothing(door: Door) -> None:
    press(door.panel, "joinMore_inwoner")
    press(door.panel, "joinMove_inwoner")
    press(door.panel, "joinStay")
    assert door.seats() == {"inwoner": 1}
    assert len(door.bridge.sent) == 1


def test_an_observer_watches(door: Door) -> None:
    press(door.panel, "joinMore_observator")
    assert door.seats() == {"observator": 1}


def test_a_role_without_people_cannot_lose_one(door: Door) -> None:
    assert not shown(door.panel, "joinLess_inwoner").isEnabled()
    assert not shown(door.panel, "joinMove_inwoner").isEnabled()


def test_a_latecomer_is_told_from_when_on_they_vote(door: Door) -> None:
    assert not door.shows("joinLate")
    press(door.panel, "joinMore_inwoner")
    door.room.to_vote()
    door.panel.show_view(door.room.view)
    press(door.panel, "joinMore_ondernemer")
    assert door.says("joinLate")
    assert len(door.room.view.voted) == 1


def test_a_role_of_another_scenario_that_somebody_plays_is_listed_too(
    qtbot: QtBot, door: Door
) -> None:
    assert not door.shows("join_wethouder")
    door.room.do(Join(RoleId("wethouder")))
    door.panel.show_view(door.room.view)
    qtbot.waitUntil(lambda: door.shows("joinCount_wethouder"))
    assert door.says("joinCount_wethouder") == "1"


def test_a_role_changes_only_between_votes_and_it_says_so(door: Door) -> None:
    press(door.panel, "joinMore_inwoner")
    door.room.to_vote()
    door.panel.show_view(door.room.view)
    press(door.panel, "joinMove_inwoner")
    press(door.panel, "joinTo_onderzoeker")
    assert door.seats() == {"inwoner": 1}
    assert door.says("joinNoticeWords")


def test_trouble_with_saving_is_said_until_it_works_again(door: Door) -> None:
    door.bridge.fails = 1
    press(door.panel, "joinMore_inwoner")
    assert "The disk is full." in door.says("joinNoticeWords")
    press(door.panel, "joinMore_inwoner")
    assert not door.shows("joinNoticeWords")


def test_tables_come_in_with_their_people(door: Door) -> None:
    door.room.do(ChangeVoting(Voting.TABLE))
    door.panel.show_view(door.room.view)
    heads = shown(door.panel, "joinHeadsNew")
    assert isinstance(heads, QSpinBox)
    heads.setValue(4)
    press(door.panel, "joinMore_inwoner")
    press(door.panel, "joinMore_observator")
    table, observer = door.room.state.seats.values()
    assert (table.channel, table.heads) == (Channel.TABLE, 4)
    assert observer.heads == 1
    assert door.says("joinHeads_inwoner") == "4 mensen aan tafels"
