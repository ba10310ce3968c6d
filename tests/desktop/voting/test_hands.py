import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.voting.counting import changes, too_many
from dilemmaspel.desktop.voting.handscell import HandsCell, Kept
from dilemmaspel.desktop.voting.handsgrid import HandsGrid
from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Channel, Choice, Vote
from dilemmaspel.game.commands import CastBallot, Join
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.views import OptionView
from dilemmaspel.texts import Texts
from tests.desktop.looking import focused
from tests.desktop.voting.room import C1, F1, P1, ROLES, Bridge, Looking, Room, press, shown

FIVE_ROLES = ROLES * 3
"""Five roles of three people."""


class KeyCounter(QObject):
    """Counts the keys that a person presses."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(watched, HandsCell):
            self.pressed += 1
        return False


pytestmark = pytest.mark.usefixtures("dress")


class Counting(Looking):
    """A facilitator who counts hands."""

    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.room = room
        self.grid = HandsGrid(Texts(), room.hands)
        self.seen = self.grid
        qtbot.addWidget(self.grid)
        self.bridge = Bridge(room, self.grid)
        self.grid.resize(742, 600)
        with qtbot.waitActive(self.grid):
            self.grid.show()
            self.grid.activateWindow()
        self.grid.take_focus()

    def type(self, keys: str) -> None:
        for key in keys:
            QTest.keyClicks(focused(), key)

    def hit(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(focused(), key)

    def cell(self, role: str, at: int) -> HandsCell:
        found = shown(self.grid, f"hands_{role}_{at}")
        assert isinstance(found, HandsCell)
        return found

    def counted(self, role: str) -> dict[Choice, int]:
        return {one.choice: one.count for one in self.room.hands() if one.role == role}


def counting(
    qtbot: QtBot, rooms: list[Room], room: Room, vote: Vote = Vote.FIRST, dilemma: str = ""
) -> Counting:
    rooms.append(room)
    room.to_vote(vote, dilemma)
    return Counting(qtbot, room)


def hands(people: tuple[str, ...] = FIVE_ROLES, name: str = F1, *plan: str) -> Room:
    return Room(name, people, plan=plan, voting=Voting.HANDS)


# -------------------------------------------------------------- typing


def test_five_roles_and_four_options_take_at_most_twenty_one_keys(
    qtbot: QtBot, rooms: list[Room], qapp: QApplication
) -> None:
    table = counting(qtbot, rooms, hands())
    counter = KeyCounter()
    qapp.installEventFilter(counter)
    table.type("3000" + "1110" + "0030" + "2001" + "0120")
    qapp.removeEventFilter(counter)
    assert counter.pressed <= 21
    assert table.counted("inwoner") == {"a": 3}
    assert table.counted("sociaal_werker") == {"a": 1, "b": 1, "c": 1}
    assert table.counted("onderzoeker") == {"b": 1, "c": 2}
    assert {b.channel for b in table.room.ballots()} == {Channel.HANDS}
    assert table.room.view.public.vote.cast == 15  # type: ignore[union-attr]


def test_a_number_of_two_digits_waits_for_the_second(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands(("inwoner",) * 14 + ("ondernemer",)))
    table.type("12")
    assert focused() is table.cell("inwoner", 1)
    table.type("2")
    assert focused() is table.cell("inwoner", 2)
    assert table.counted("inwoner") == {"a": 12, "b": 2}


def test_a_short_number_is_ended_by_enter_tab_or_an_arrow(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands(("inwoner",) * 14))
    table.type("1")
    table.hit(Qt.Key.Key_Return)
    table.type("1")
    table.hit(Qt.Key.Key_Tab)
    table.type("1")
    table.hit(Qt.Key.Key_Right)
    assert table.counted("inwoner") == {"a": 1, "b": 1, "c": 1}
    assert focused() is table.cell("inwoner", 3)


def test_arrows_move_in_all_directions(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands())
    table.hit(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert focused() is table.cell("sociaal_werker", 2)
    table.hit(Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert focused() is table.cell("inwoner", 1)


def test_abstaining_is_a_column_of_its_own(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands())
    table.type("200")
    table.hit(Qt.Key.Key_Right)
    table.type("1")
    assert table.counted("inwoner") == {"a": 2, None: 1}


def test_backspace_takes_a_number_away(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands())
    table.type("3")
    table.hit(Qt.Key.Key_Left, Qt.Key.Key_Backspace)
    assert table.counted("inwoner") == {}
    assert table.cell("inwoner", 0).text() == ""


def test_a_zero_that_changes_nothing_is_not_sent(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands())
    table.type("0000")
    assert table.bridge.sent == []


# -------------------------------------------------------------- sums


def test_what_goes_down_goes_first_so_that_no_sum_exceeds(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands())
    table.type("30")
    before = len(table.bridge.sent)
    table.hit(Qt.Key.Key_Left)
    table.type("2")
    assert len(table.bridge.sent) == before
    assert table.cell("inwoner", 1).kept is Kept.WAITING
    table.hit(Qt.Key.Key_Left, Qt.Key.Key_Left)
    table.type("1")
    later = [command for command, _ in table.bridge.sent[before:]]
    assert [(c.choice, c.count) for c in later if isinstance(c, CastBallot)] == [
        ("a", 1),
        ("b", 2),
    ]
    assert table.counted("inwoner") == {"a": 1, "b": 2}
    assert table.says("handsTotal_inwoner") == "3 van 3"


def test_too_many_hands_offer_to_add_people_who_vote_from_the_next_vote_on(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    table = counting(qtbot, rooms, hands())
    table.type("5")
    assert table.counted("inwoner") == {}
    assert table.says("handsTotal_inwoner") == "2 te veel"
    press(table.grid, "handsAdd_inwoner")
    joins = [command for command, _ in table.bridge.sent if isinstance(command, Join)]
    assert [one.role for one in joins] == ["inwoner", "inwoner"]
    assert table.counted("inwoner") == {}
    assert table.cell("inwoner", 0).text() == "5"
    assert table.says("handsTotal_inwoner") == "2 te veel"


def test_a_role_can_raise_only_the_hands_of_those_who_did_not_vote_otherwise(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    room = hands()
    rooms.append(room)
    room.to_vote()
    room.do(CastBallot(room.state.dilemma.id, Vote.FIRST, "a", seat=SeatId(1)))  # type: ignore[union-attr]
    table = Counting(qtbot, room)
    assert table.says("handsTotal_inwoner") == "0 van 2"
    table.type("2")
    assert table.counted("inwoner") == {"a": 2}


def test_ticks_stand_alone_so_that_their_sum_may_exceed(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands(FIVE_ROLES, C1, "d2"))
    table.type("3324")
    assert table.cell("inwoner", 3).kept is Kept.WAITING
    table.hit(Qt.Key.Key_Up)
    first, second, third, last = [option.id for option in _options(table.room)]
    table.cell("inwoner", 3).setFocus()
    table.type("1")
    assert table.counted("inwoner") == {(first,): 3, (second,): 3, (third,): 2, (last,): 1}


def _options(room: Room) -> tuple[OptionView, ...]:
    dilemma = room.view.public.dilemma
    assert dilemma is not None
    return dilemma.options


def test_a_statement_is_counted_per_scale_point(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands(FIVE_ROLES, P1, "d3"))
    table.type("00111")
    assert table.counted("inwoner") == {3: 1, 4: 1, 5: 1}


# -------------------------------------------------------------- objections


def test_hands_for_an_objection_wait_for_its_reason(qtbot: QtBot, rooms: list[Room]) -> None:
    room = hands(FIVE_ROLES, P1, "d4")
    rooms.append(room)
    room.to_vote(Vote.SECOND)
    room.everybody("b")
    room.to_vote(Vote.CONSENT)
    table = Counting(qtbot, room)
    table.type("21")
    assert table.counted("inwoner") == {NO_OBJECTION: 2}
    reason = shown(table.grid, "handsReason_inwoner")
    assert isinstance(reason, QLineEdit)
    reason.setFocus()
    table.type("Te duur")
    table.hit(Qt.Key.Key_Return)
    assert table.counted("inwoner") == {NO_OBJECTION: 2, OBJECTION: 1}
    (objection,) = [b.objection for b in room.ballots() if b.choice == OBJECTION]
    assert objection == "Te duur"


# -------------------------------------------------------------- what is kept


def test_each_cell_shows_whether_it_is_being_kept(qtbot: QtBot, rooms: list[Room]) -> None:
    table = counting(qtbot, rooms, hands())
    table.bridge.holds = True
    table.type("2")
    assert table.cell("inwoner", 0).kept is Kept.SAVING
    table.bridge.let_go()
    assert table.cell("inwoner", 0).kept is Kept.SAVED
    assert table.cell("inwoner", 1).kept is Kept.EMPTY
    assert table.cell("inwoner", 0).accessibleDescription() == "bewaard"


def test_a_number_that_was_not_saved_stays_and_goes_again_with_the_same_key(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    table = counting(qtbot, rooms, hands())
    table.bridge.fails = 1
    table.type("2")
    assert table.cell("inwoner", 0).kept is Kept.TROUBLE
    assert table.cell("inwoner", 0).text() == "2"
    press(table.grid, "handsRetry_inwoner")
    assert table.counted("inwoner") == {"a": 2}
    (_, first), (_, second) = table.bridge.sent
    assert first == second


def test_a_refused_number_stays_and_says_why(qtbot: QtBot, rooms: list[Room]) -> None:
    room = hands()
    table = counting(qtbot, rooms, room)
    dilemma = room.state.dilemma
    assert dilemma is not None
    for seat in (1, 6):
        room.do(CastBallot(dilemma.id, Vote.FIRST, "a", seat=SeatId(seat)))
    table.type("3")
    assert table.cell("inwoner", 0).kept is Kept.REFUSED
    assert table.cell("inwoner", 0).text() == "3"
    assert table.counted("inwoner") == {}


def test_numbers_that_were_counted_before_come_back(qtbot: QtBot, rooms: list[Room]) -> None:
    room = hands()
    table = counting(qtbot, rooms, room)
    table.type("21")
    again = Counting(qtbot, room)
    assert [again.cell("inwoner", n).text() for n in range(3)] == ["2", "1", ""]
    assert again.cell("inwoner", 0).kept is Kept.SAVED


def test_a_new_vote_begins_with_empty_cells(qtbot: QtBot, rooms: list[Room]) -> None:
    room = hands()
    table = counting(qtbot, rooms, room)
    table.type("21")
    room.to_vote(Vote.SECOND)
    table.grid.show_view(room.view)
    assert [table.cell("inwoner", n).text() for n in range(3)] == ["", "", ""]


def test_a_refresh_while_typing_changes_nothing(qtbot: QtBot, rooms: list[Room]) -> None:
    room = hands(("inwoner",) * 14)
    table = counting(qtbot, rooms, room)
    table.type("1")
    table.grid.show_view(room.view)
    assert table.cell("inwoner", 0).text() == "1"
    table.type("2")
    assert table.counted("inwoner") == {"a": 12}


@pytest.mark.parametrize(("name", "dilemma"), [(F1, "d2"), (C1, "d4")])
def test_points_and_orders_are_not_counted_by_hand_and_it_says_why(
    qtbot: QtBot, rooms: list[Room], name: str, dilemma: str
) -> None:
    table = counting(qtbot, rooms, hands(FIVE_ROLES, name, dilemma))
    assert table.says("handsWhy")
    assert table.grid.findChildren(HandsCell) == []
    asked: list[bool] = []
    table.grid.passRequested.connect(lambda: asked.append(True))
    press(table.grid, "handsRather")
    assert asked == [True]


# -------------------------------------------------------------- the order of sending

COUNTS = st.dictionaries(st.integers(0, 5), st.integers(0, 12), max_size=6)


@given(saved=COUNTS, wanted=COUNTS, people=st.integers(0, 40))
def test_on_the_way_to_a_sum_that_fits_no_sum_is_larger_than_both_ends(
    saved: dict[int, int], wanted: dict[int, int], people: int
) -> None:
    whole = {cell: wanted.get(cell, 0) for cell in {*saved, *wanted}}
    most = max(sum(saved.values()), sum(whole.values()))
    now = dict(saved)
    for cell in changes(saved, whole):
        now[cell] = whole[cell]
        assert sum(now.values()) <= most
    assert {c: n for c, n in now.items() if n} == {c: n for c, n in whole.items() if n}
    assert too_many(whole, people, ticks=False) == max(0, sum(whole.values()) - people)
