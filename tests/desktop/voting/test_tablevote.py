from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.voting.booth import Stage
from dilemmaspel.desktop.voting.tablevote import TableVote
from dilemmaspel.game.ballots import Channel, Vote
from dilemmaspel.game.setup import Voting
from dilemmaspel.texts import Texts
from tests.desktop.voting.room import (
    F1,
    ROLES,
    Bridge,
    Looking,
    Room,
    Ticks,
    press,
    texts_in,
)

pytestmark = pytest.mark.usefixtures("dress")


class Tables(Looking):
    """A facilitator who lets tables vote."""

    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.room, self.ticks, self.qtbot = room, Ticks(), qtbot
        self.panel = TableVote(Texts(), room.seat, ticks=self.ticks, received_ms=0)
        self.seen = self.panel
        qtbot.addWidget(self.panel)
        self.bridge = Bridge(room, self.panel)
        self.panel.resize(742, 600)
        with qtbot.waitActive(self.panel):
            self.panel.show()
            self.panel.activateWindow()
        self.ticks.later()

    def press(self, name: str) -> None:
        press(self.panel, name)
        self.ticks.later()

    def vote(self, seat: int, choice: str) -> None:
        for name in (f"tableVote_{seat}", f"ballotOption_{choice}", "ballotNext", "confirmYes"):
            self.press(name)
        self.qtbot.waitUntil(lambda: self.panel.booth.stage is Stage.EMPTY)


@pytest.fixture
def tables(qtbot: QtBot) -> Iterator[Tables]:
    room = Room(F1, (*ROLES, "inwoner"), voting=Voting.TABLE, heads=3)
    room.to_vote()
    yield Tables(qtbot, room)
    room.stop()


def test_tables_are_listed_by_role_and_people(tables: Tables) -> None:
    assert tables.says("tableName_1") == "Tafel Inwoner 1, 3 mensen"
    assert tables.says("tableName_6") == "Tafel Inwoner 2, 3 mensen"
    assert tables.says("tableName_4") == "Tafel Ondernemer, 3 mensen"
    assert tables.says("tableState_1") == "nog niet"


def test_a_table_votes_as_one_and_its_people_count_as_heads(tables: Tables) -> None:
    tables.vote(1, "b")
    (ballot,) = tables.room.ballots()
    assert (ballot.choice, ballot.count, ballot.heads) == ("b", 1, 3)
    assert ballot.channel is Channel.TABLE
    assert tables.says("tableState_1") == "heeft gestemd"


def test_a_table_may_vote_anew(tables: Tables) -> None:
    tables.vote(1, "b")
    tables.vote(1, "c")
    assert [ballot.choice for ballot in tables.room.ballots()] == ["c"]


def test_the_choice_of_a_table_is_nowhere_after_the_receipt(tables: Tables) -> None:
    tables.vote(1, "b")
    dilemma = tables.room.view.public.dilemma
    assert dilemma is not None
    assert not [one.label for one in dilemma.options if one.label in texts_in(tables.panel)]


def test_a_ballot_of_a_table_has_no_card_and_no_secret(tables: Tables) -> None:
    seat = tables.room.seat(tables.room.view.voted[0].seats[0][0])
    assert seat is not None
    tables.press("tableVote_1")
    assert not tables.shows("ballotCard")
    assert seat.briefing.knows not in texts_in(tables.panel)


def test_going_back_to_the_list_drops_the_ballot(tables: Tables) -> None:
    tables.press("tableVote_1")
    tables.press("ballotOption_b")
    tables.press("tableBack")
    assert tables.shows("tableVote_1")
    assert tables.panel.booth.stage is Stage.EMPTY


def test_a_ballot_that_is_not_saved_waits_until_it_is(tables: Tables) -> None:
    tables.bridge.fails = 1
    for name in ("tableVote_1", "ballotOption_b", "ballotNext", "confirmYes"):
        tables.press(name)
    tables.press("tableBack")
    assert tables.shows("waitRetry")
    tables.press("waitRetry")
    assert [ballot.choice for ballot in tables.room.ballots()] == ["b"]


def test_a_new_vote_begins_with_the_list(tables: Tables) -> None:
    tables.press("tableVote_1")
    tables.room.to_vote(Vote.SECOND)
    tables.panel.show_view(tables.room.view)
    assert tables.shows("tableVote_1")
    assert tables.says("tableState_1") == "nog niet"


def test_without_a_vote_it_says_so(tables: Tables) -> None:
    tables.room.step()
    tables.panel.show_view(tables.room.view)
    assert tables.says("tablesNone") == "Er is nu geen stemming open."
