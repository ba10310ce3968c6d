"""The closing questions at the laptop that goes round: one answer per person, seen by nobody."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.voting.pollround import PollRound, waiting
from dilemmaspel.game.commands import AnswerExitPoll, Command, EndEarly
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.setup import Voting
from dilemmaspel.session import Refusal, StorageTrouble
from dilemmaspel.texts import Texts
from tests.desktop.voting.room import Room, dressed

ENGLISH = Texts("en")


class Passing:
    """The round with a session behind it; every look at the clock is a second later."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.ticks = 0
        self.sent: list[Command] = []
        self.left = 0
        self.answers = True
        self.round = PollRound(ENGLISH, ticks=self._tick)
        self.round.commandRequested.connect(self._on_command)
        self.round.leaveRequested.connect(self._on_left)

    def _tick(self) -> int:
        self.ticks += 1_000
        return self.ticks

    def _on_left(self) -> None:
        self.left += 1

    def _on_command(self, command: Command) -> None:
        self.sent.append(command)
        if not self.answers:
            return
        try:
            self.room.do(command)
        except Refusal as refusal:
            self.round.show_refused(refusal.refused, command)
        else:
            self.round.show_accepted(object(), command)
            self.round.show_view(self.room.view)

    def button(self, name: str) -> QPushButton:
        found = self.round.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    def press(self, name: str) -> None:
        button = self.button(name)
        assert button.isVisible()
        assert button.isEnabled()
        button.click()

    def page(self) -> str:
        return next(
            name
            for name, part in (("pollOpen", "next"), ("pollHand", "ask"), ("pollBack", "done"))
            if self.button(name).isVisible() and part
        )

    def answer(self, talking: int, understanding: int | None = None) -> None:
        self.press("pollOpen")
        self.press(f"pollPoint_talking_{talking}")
        if understanding is not None:
            self.press(f"pollPoint_understanding_{understanding}")
        self.press("pollHand")


@pytest.fixture
def passing(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Passing]:
    app = qtbot.qapp if hasattr(qtbot, "qapp") else None
    if app is not None:
        dressed(app)
    more = getattr(request, "param", {})
    room = Room(people=("inwoner", "inwoner", "ondernemer"), **more)
    room.do(EndEarly(room.state.step))
    made = Passing(room)
    qtbot.addWidget(made.round)
    made.round.resize(1366, 768)
    made.round.show()
    made.round.show_view(room.view)
    made.round.start()
    yield made
    room.stop()


def test_everybody_answers_once_and_then_the_laptop_goes_back(passing: Passing) -> None:
    for talking in (4, 5, 2):
        passing.answer(talking, 3)
    assert passing.page() == "pollBack"
    assert passing.room.state.exit_poll == ((4, 3), (5, 3), (2, 3))
    assert passing.room.state.polled == {1, 2, 3}
    passing.press("pollBack")
    assert passing.left == 1


def test_one_of_the_two_questions_is_enough_and_none_is_not(passing: Passing) -> None:
    passing.press("pollOpen")
    assert not passing.button("pollHand").isEnabled()
    passing.press("pollPoint_understanding_2")
    passing.press("pollHand")
    assert passing.room.state.exit_poll == ((None, 2),)


def test_nothing_of_a_person_is_left_for_the_next(passing: Passing) -> None:
    passing.answer(4, 5)
    passing.press("pollOpen")
    assert not [b for b in passing.round.findChildren(QPushButton) if b.isChecked()]
    assert not passing.button("pollHand").isEnabled()


def test_who_would_rather_not_answer_comes_last(passing: Passing) -> None:
    passing.press("pollOpen")
    passing.press("pollPoint_talking_1")
    passing.press("pollAway")
    assert passing.page() == "pollOpen"
    passing.answer(3)
    assert passing.sent == [AnswerExitPoll(3, None, SeatId(2))]


def test_a_neutral_screen_skips_a_person(passing: Passing) -> None:
    passing.press("pollSkip")
    passing.answer(3)
    assert passing.room.state.polled == {2}


def test_it_is_done_by_keyboard_alone(passing: Passing) -> None:
    QTest.keyClick(passing.button("pollOpen"), Qt.Key.Key_Return)
    QTest.keyClick(passing.button("pollPoint_talking_5"), Qt.Key.Key_Space)
    QTest.keyClick(passing.button("pollHand"), Qt.Key.Key_Return)
    assert passing.room.state.exit_poll == ((5, None),)


def test_an_answer_that_was_given_elsewhere_is_not_counted_twice(passing: Passing) -> None:
    passing.room.do(AnswerExitPoll(1, 1, SeatId(1)))
    passing.answer(4)  # the view of the phone's answer was still on its way
    assert passing.room.state.exit_poll == ((1, 1),)
    passing.round.show_view(passing.room.view)
    assert [one.seat for one in waiting(passing.room.view)] == [2, 3]


def test_what_could_not_be_saved_stays_to_be_handed_in_again(passing: Passing) -> None:
    passing.answers = False
    passing.answer(4)
    (sent,) = passing.sent
    passing.round.show_trouble(
        StorageTrouble("The disk is full.", "Nothing is lost.", "Make room."), sent
    )
    assert passing.page() == "pollHand"
    assert passing.button("pollHand").isEnabled()
    passing.answers = True
    passing.press("pollHand")
    assert passing.room.state.exit_poll == ((4, None),)


def test_a_refusal_is_said_and_the_answer_stays(passing: Passing) -> None:
    passing.answers = False
    passing.answer(4)
    passing.round.show_refused(Refused(Reason.UNKNOWN_SEAT), passing.sent[0])
    assert passing.button("pollHand").isEnabled()


def test_the_facilitator_takes_the_laptop_back_after_a_question(passing: Passing) -> None:
    passing.press("pollOpen")
    passing.press("pollPoint_talking_5")
    passing.press("pollFacilitator")
    passing.press("answer_stay")
    assert passing.left == 0
    passing.press("pollFacilitator")
    passing.press("answer_leave")
    assert passing.left == 1
    assert passing.sent == []
    assert not [b for b in passing.round.findChildren(QPushButton) if b.isChecked()]


def test_the_round_ends_with_the_debrief(passing: Passing) -> None:
    while passing.room.view.debriefing is not None:
        passing.room.step()
    passing.round.show_view(passing.room.view)
    assert passing.left == 1


@pytest.mark.parametrize("passing", [{"voting": Voting.TABLE, "heads": 4}], indirect=True)
def test_a_table_answers_once_for_all(passing: Passing) -> None:
    assert [one.heads for one in waiting(passing.room.view)] == [4, 4, 4]
    passing.answer(4)
    assert passing.room.state.polled == {1}
