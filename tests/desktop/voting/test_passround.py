from collections.abc import Mapping
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.bridge import Bridge as RealBridge
from dilemmaspel.desktop.voting.booth import Stage
from dilemmaspel.desktop.voting.passround import PassRound
from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Channel, ValueCard, Vote
from dilemmaspel.game.commands import AskPause, AskTime, CastBallot, Leave, Reopen
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.setup import Inputs, Kind
from dilemmaspel.game.views import SeatView
from dilemmaspel.texts import Texts
from tests.desktop.looking import focused
from tests.desktop.voting.room import (
    C1,
    F1,
    P1,
    ROLES,
    Bridge,
    Looking,
    Room,
    Ticks,
    press,
    shown,
    texts_in,
)

pytestmark = pytest.mark.usefixtures("dress")


class Round(Looking):
    """A room whose laptop goes round, as the people in it work with it."""

    def __init__(self, qtbot: QtBot, room: Room) -> None:
        self.room, self.ticks = room, Ticks()
        self.page = PassRound(Texts(), room.seat, ticks=self.ticks, received_ms=0)
        self.seen = self.page
        qtbot.addWidget(self.page)
        self.bridge = Bridge(room, self.page)
        self.page.resize(1366, 768)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        self.page.start()
        self.ticks.later()
        self.qtbot = qtbot

    def press(self, name: str) -> None:
        press(self.page, name)
        self.ticks.later()

    def begin(self) -> None:
        """The next person takes the laptop, and goes to the ballot."""
        self.press("neutralStart")
        if self.shows("cardNext"):
            self.press("cardNext")

    def vote(self, *names: str) -> None:
        """Fill in a ballot by pressing, and hand it in."""
        self.begin()
        for name in names:
            self.press(name)
        self.hand_in()

    def hand_in(self) -> None:
        self.press("ballotNext")
        if self.shows("extrasNext"):
            self.press("extrasNext")
        self.press("confirmYes")
        self.rest()

    def rest(self) -> None:
        """Wait until "Received" has gone."""
        self.qtbot.waitUntil(lambda: self.page.booth.stage is Stage.EMPTY)
        self.ticks.later()

    def type(self, keys: str) -> None:
        for key in keys:
            QTest.keyClicks(focused(), key)

    def hit(self, key: Qt.Key) -> None:
        QTest.keyClick(focused(), key)
        self.ticks.later()


def opened(qtbot: QtBot, rooms: list[Room], room: Room, vote: Vote = Vote.FIRST) -> Round:
    rooms.append(room)
    room.to_vote(vote)
    return Round(qtbot, room)


def choices(room: Room) -> list[object]:
    return [ballot.choice for ballot in room.ballots()]


def points(room: Room) -> dict[str, int]:
    (choice,) = choices(room)
    assert isinstance(choice, Mapping)
    return dict(choice)


# -------------------------------------------------------------- every kind of question


def test_one_option_is_chosen_confirmed_and_kept(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.vote("ballotOption_b")
    (ballot,) = round_.room.ballots()
    assert (ballot.choice, ballot.seat, ballot.role) == ("b", SeatId(1), "inwoner")
    assert ballot.channel is Channel.PASSED
    assert round_.says("neutralName") == "Sociaal werker"


def test_a_statement_is_answered_on_its_scale(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(P1, plan=("d3",)))
    round_.vote("ballotPoint_4")
    assert choices(round_.room) == [4]


def test_all_points_have_to_be_divided(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(F1, plan=("d2",)))
    round_.begin()
    for _ in range(8):
        round_.press("pointsMore_gemeente")
    round_.press("ballotNext")
    assert "60" in round_.says("ballotHint")
    for _ in range(13):
        if shown(round_.page, "pointsMore_inwoners").isEnabled():
            round_.press("pointsMore_inwoners")
    assert not shown(round_.page, "pointsMore_gemeente").isEnabled()
    round_.hand_in()
    assert points(round_.room) == {
        "gemeente": 40,
        "zorgverzekeraar": 0,
        "woningcorporatie": 0,
        "ondernemers": 0,
        "inwoners": 60,
    }


def test_typed_points_are_cut_to_the_step_and_to_what_is_left(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room(F1, plan=("d2",)))
    round_.begin()
    round_.type("a43b99")
    round_.hit(Qt.Key.Key_Return)
    assert round_.shows("confirmYes")
    round_.press("confirmYes")
    found = points(round_.room)
    assert (found["gemeente"], found["zorgverzekeraar"]) == (40, 60)


def test_options_are_put_in_order_moved_and_taken_out(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(C1, plan=("d4",)))
    ids = [option.id for option in round_.room.view.public.dilemma.options]  # type: ignore[union-attr]
    round_.begin()
    for one in ids:
        round_.press(f"ballotOption_{one}")
    round_.press(f"rankUp_{ids[2]}")
    round_.press(f"rankDown_{ids[0]}")
    round_.press(f"rankDrop_{ids[4]}")
    round_.press("ballotNext")
    assert not round_.shows("confirmYes")
    round_.press(f"ballotOption_{ids[4]}")
    round_.hand_in()
    assert choices(round_.room) == [(ids[2], ids[0], ids[1], ids[3], ids[4])]


def test_an_order_may_be_partial_where_the_author_says_so(qtbot: QtBot, rooms: list[Room]) -> None:
    whole = Room(C1, plan=("d4",))
    rooms.append(whole)
    asked = whole.scenario.dilemma("d4")
    assert asked is not None
    assert asked.ranking is not None
    partial = replace(asked, ranking=replace(asked.ranking, min_ranked=2))
    others = tuple(partial if d.id == "d4" else d for d in whole.scenario.dilemmas)
    round_ = opened(qtbot, rooms, Room(plan=("d4",), of=replace(whole.scenario, dilemmas=others)))
    round_.begin()
    round_.type("ba")
    round_.hand_in()
    assert choices(round_.room) == [(asked.options[1].id, asked.options[0].id)]


def test_everything_one_can_live_with_is_ticked(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(C1, plan=("d2",)))
    options = [option.id for option in round_.room.view.public.dilemma.options]  # type: ignore[union-attr]
    round_.vote(*(f"ballotOption_{options[n]}" for n in (2, 0, 1, 1)))
    assert choices(round_.room) == [(options[0], options[2])]


def test_living_with_none_of_them_is_an_answer_too(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(C1, plan=("d2",)))
    round_.begin()
    round_.press("ballotNext")
    assert not round_.shows("confirmYes")
    round_.press("ballotNone")
    round_.hand_in()
    assert choices(round_.room) == [()]


def test_abstaining_asks_for_confirmation_and_counts_apart(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotAbstain")
    round_.press("confirmYes")
    assert choices(round_.room) == [None]


def tied(qtbot: QtBot, rooms: list[Room]) -> Round:
    room = Room(people=ROLES[:4])
    rooms.append(room)
    room.to_vote(Vote.SECOND)
    for seat, choice in zip(room.state.seats, "abab", strict=True):
        room.do(CastBallot(room.state.dilemma.id, Vote.SECOND, choice, seat=seat))  # type: ignore[union-attr]
    room.to_vote(Vote.RUNOFF)
    return Round(qtbot, room)


def test_a_run_off_is_between_those_that_tied(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = tied(qtbot, rooms)
    round_.begin()
    assert round_.shows("ballotOption_a")
    assert round_.shows("ballotOption_b")
    assert not round_.shows("ballotOption_c")
    round_.press("ballotOption_b")
    round_.hand_in()
    assert choices(round_.room) == ["b"]


def objecting(qtbot: QtBot, rooms: list[Room]) -> Round:
    room = Room(P1, plan=("d4",))
    rooms.append(room)
    room.to_vote(Vote.SECOND)
    room.everybody("b")
    room.to_vote(Vote.CONSENT)
    return Round(qtbot, room)


def test_an_objection_needs_its_reason(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = objecting(qtbot, rooms)
    round_.begin()
    round_.press(f"ballotConsent_{OBJECTION}")
    round_.press("ballotNext")
    assert not round_.shows("confirmYes")
    round_.type("Te duur")
    round_.hand_in()
    (ballot,) = round_.room.ballots()
    assert (ballot.choice, ballot.objection) == (OBJECTION, "Te duur")
    assert "Te duur" not in texts_in(round_.page)


def test_a_reason_is_no_part_of_having_no_objection(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = objecting(qtbot, rooms)
    round_.begin()
    round_.press(f"ballotConsent_{OBJECTION}")
    round_.type("Te duur")
    round_.press(f"ballotConsent_{NO_OBJECTION}")
    round_.hand_in()
    (ballot,) = round_.room.ballots()
    assert (ballot.choice, ballot.objection) == (NO_OBJECTION, "")


# -------------------------------------------------------------- the extra questions

ALL_ON = Inputs(confidence=True, value_card=True, comment=True, personal=True, prediction=True)


def test_the_extra_questions_stand_on_the_ballot_that_is_kept(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room(plan=("d1",), inputs=ALL_ON), Vote.SECOND)
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    round_.press("extraSure_4")
    round_.press("extraValue_vertrouwen")
    shown(round_.page, "extraWhyText").setFocus()
    round_.type("Rust")
    round_.press("ballotOption_c")
    round_.press("extraRole_ondernemer")
    round_.press("extraGuess_a")
    round_.press("extrasNext")
    round_.press("confirmYes")
    (ballot,) = round_.room.ballots()
    assert (ballot.choice, ballot.confidence, ballot.comment) == ("b", 4, "Rust")
    assert ballot.value_card is ValueCard.TRUST
    assert ballot.prediction == ("ondernemer", "a")
    command, _ = round_.bridge.sent[-1]
    assert isinstance(command, CastBallot)
    assert command.personal == "c"
    assert round_.room.box().personal == {SeatId(1)}


def test_every_extra_question_may_be_skipped(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(inputs=ALL_ON))
    round_.vote("ballotOption_b")
    (ballot,) = round_.room.ballots()
    assert (ballot.confidence, ballot.value_card, ballot.comment) == (None, None, "")


def test_the_own_vote_is_asked_only_where_the_vote_decides(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(inputs=Inputs(personal=True)))
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    assert not round_.shows("extrasNext")
    assert round_.shows("confirmYes")


def test_an_explanation_that_is_too_long_is_not_sent(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(inputs=Inputs(comment=True)))
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    text = shown(round_.page, "extraWhyText")
    text.setPlainText("x" * 201)  # type: ignore[attr-defined] # the lines
    round_.press("extrasNext")
    assert not round_.shows("confirmYes")
    assert round_.says("extraWhyLeft").endswith("1 teken te veel.")


# -------------------------------------------------------------- nothing is left behind


def test_no_choice_and_no_secret_is_left_once_the_ballot_is_handed_in(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    seat = round_.room.seat(SeatId(1))
    assert seat is not None
    secrets = (seat.briefing.knows, seat.briefing.wants, *(o.label for o in seat.ballot))
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    round_.bridge.holds = True
    round_.press("confirmYes")
    assert not [one for one in secrets if one in texts_in(round_.page)]
    round_.bridge.let_go()
    assert not [one for one in secrets if one in texts_in(round_.page)]
    round_.rest()
    assert not [one for one in secrets if one in texts_in(round_.page)]


def test_a_secret_is_in_no_widget_until_its_button_is_held(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    seat = round_.room.seat(SeatId(1))
    assert seat is not None
    round_.press("neutralStart")
    hold = shown(round_.page, "secretHold")
    assert hold.hasFocus()
    assert seat.briefing.knows not in texts_in(round_.page)
    QTest.keyPress(hold, Qt.Key.Key_Space)
    assert round_.says("secretText") == seat.briefing.knows
    QTest.keyRelease(hold, Qt.Key.Key_Space)
    assert seat.briefing.knows not in texts_in(round_.page)
    round_.press("secretKeep")
    assert round_.says("secretText") == seat.briefing.knows
    round_.press("secretKeep")
    assert seat.briefing.knows not in texts_in(round_.page)


def test_a_card_is_fetched_only_when_its_screen_is_opened(
    qtbot: QtBot, rooms: list[Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room()
    rooms.append(room)
    room.to_vote()
    fetched: list[SeatId] = []
    real = room.seat

    def seat_view(seat: SeatId) -> SeatView | None:
        fetched.append(seat)
        return real(seat)

    monkeypatch.setattr(room, "seat", seat_view)
    round_ = Round(qtbot, room)
    round_.press("neutralSkip")
    assert fetched == []
    round_.press("neutralStart")
    assert fetched == [SeatId(2)]


def test_who_votes_as_themselves_gets_no_role_card(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(kind=Kind.OWN_VOICE))
    round_.press("neutralStart")
    assert not round_.shows("cardNext")
    assert not round_.shows("ballotCard")


def test_the_second_ballot_begins_empty_and_without_the_card(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    room = Room()
    rooms.append(room)
    room.to_vote()
    room.everybody("b")
    round_ = opened(qtbot, rooms, room, Vote.SECOND)
    round_.press("neutralStart")
    assert not round_.shows("cardNext")
    round_.press("ballotNext")
    assert not round_.shows("confirmYes")
    round_.press("ballotCard")
    assert round_.shows("cardNext")
    round_.press("cardNext")
    assert round_.shows("ballotNext")


def test_the_card_can_be_read_again_without_losing_the_answer(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_c")
    round_.press("ballotCard")
    round_.press("cardNext")
    round_.hand_in()
    assert choices(round_.room) == ["c"]


# -------------------------------------------------------------- presses, refusals, troubles


def test_two_fast_presses_give_one_vote_and_a_neutral_screen(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    yes = shown(round_.page, "confirmYes")
    round_.bridge.holds = True
    yes.click()  # type: ignore[attr-defined] # a button
    yes.click()  # type: ignore[attr-defined] # a button
    assert len(round_.bridge.sent) == 1
    round_.bridge.let_go()
    round_.qtbot.waitUntil(lambda: round_.shows("neutralStart"))
    press(round_.page, "neutralStart")
    assert round_.shows("neutralStart")
    assert choices(round_.room) == ["b"]


def test_a_double_press_on_going_on_does_not_confirm_unread(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    press(round_.page, "ballotNext")
    press(round_.page, "confirmYes")
    assert round_.bridge.sent == []
    assert round_.shows("confirmYes")


def test_a_key_that_is_held_down_goes_on_once(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.type("b")
    for _ in range(9):
        QTest.sendKeyEvent(
            QTest.KeyAction.Press,
            focused(),
            Qt.Key.Key_Return,
            "\r",
            Qt.KeyboardModifier.NoModifier,
        )
    assert round_.bridge.sent == []


def test_a_ballot_that_is_not_saved_is_kept_and_tried_again_with_the_same_key(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    round_.bridge.fails = 1
    round_.press("confirmYes")
    assert "The disk is full." in round_.says("waitText")
    assert choices(round_.room) == []
    round_.press("waitRetry")
    round_.rest()
    assert choices(round_.room) == ["b"]
    (_, first), (_, second) = round_.bridge.sent
    assert first == second


def test_a_ballot_that_is_not_saved_survives_the_facilitator_taking_the_laptop(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    round_.bridge.fails = 1
    round_.press("confirmYes")
    round_.page.leave()
    round_.page.start()
    round_.ticks.later()
    round_.press("waitRetry")
    assert choices(round_.room) == ["b"]


def test_a_ballot_that_is_not_saved_can_be_changed(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    round_.bridge.fails = 1
    round_.press("confirmYes")
    round_.press("waitChange")
    round_.press("ballotNext")
    round_.press("confirmNo")
    round_.press("ballotOption_c")
    round_.hand_in()
    assert choices(round_.room) == ["c"]
    assert len({key for _, key in round_.bridge.sent}) == 2


def test_a_refused_ballot_says_why_and_can_be_left(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    round_.room.do(Leave(SeatId(1)))
    round_.press("confirmYes")
    assert round_.says("waitText")
    assert not round_.shows("waitChange")
    round_.press("waitStop")
    assert round_.says("neutralName") == "Sociaal werker"


def test_more_time_and_the_pause_card_reach_the_facilitator(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotTime")
    assert round_.says("ballotSaid")
    round_.press("ballotPause")
    assert round_.room.state.time_asked == 1
    assert round_.room.state.pause_asked
    asked = [command for command, _ in round_.bridge.sent]
    assert asked == [AskTime(SeatId(1)), AskPause(SeatId(1))]


def test_a_pause_that_was_not_saved_is_not_promised(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.bridge.fails = 1
    round_.press("ballotPause")
    assert "The disk is full." in round_.says("ballotSaid")


# -------------------------------------------------------------- who is next


def test_a_person_who_is_skipped_comes_back_at_the_end(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(people=("inwoner", "inwoner", "ondernemer")))
    seen = []
    for _ in range(4):
        seen.append(round_.says("neutralName"))
        round_.press("neutralSkip")
    assert seen == ["Inwoner 1", "Inwoner 2", "Ondernemer", "Inwoner 1"]


def test_the_list_offers_who_has_not_voted_and_who_wants_to_change(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room(people=("inwoner", "ondernemer")))
    round_.vote("ballotOption_b")
    round_.press("neutralOthers")
    round_.press("chooser_1")
    round_.press("cardNext")
    round_.press("ballotNext")
    assert not round_.shows("confirmYes")
    round_.press("ballotOption_d")
    round_.hand_in()
    assert choices(round_.room) == ["d"]


def test_when_all_have_voted_the_laptop_goes_back(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(people=("inwoner", "ondernemer")))
    left: list[bool] = []
    round_.page.leaveRequested.connect(lambda: left.append(True))
    round_.vote("ballotOption_b")
    round_.vote("ballotOption_c")
    assert sorted(map(str, choices(round_.room))) == ["b", "c"]
    round_.press("doneBack")
    assert left == [True]


def test_a_vote_that_is_closed_or_done_anew_wipes_what_was_on_the_screen(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    round_.room.step()
    round_.page.show_view(round_.room.view)
    assert round_.shows("doneBack")
    assert not round_.shows("doneChange")
    round_.room.do(Reopen(Vote.FIRST))
    round_.page.show_view(round_.room.view)
    assert round_.says("neutralName") == "Inwoner"


def test_a_person_who_fills_in_is_not_disturbed_by_the_room(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    dilemma = round_.room.state.dilemma
    assert dilemma is not None
    round_.room.do(CastBallot(dilemma.id, Vote.FIRST, "c", seat=SeatId(2)))
    round_.page.show_view(round_.room.view)
    round_.hand_in()
    assert round_.says("neutralName") == "Zorgaanbieder"


def test_the_facilitator_leaves_by_holding_escape_and_what_was_unfinished_is_wiped(
    qtbot: QtBot, rooms: list[Room]
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    left: list[bool] = []
    round_.page.leaveRequested.connect(lambda: left.append(True))
    QTest.keyPress(focused(), Qt.Key.Key_Escape)
    QTest.keyRelease(focused(), Qt.Key.Key_Escape)
    assert not round_.page.question.asking
    QTest.keyPress(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: round_.page.question.asking)
    round_.press("answer_leave")
    assert left == [True]
    round_.page.start()
    assert round_.shows("neutralStart")
    assert round_.page.booth.stage is Stage.EMPTY


def test_staying_goes_on_where_the_person_was(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("passFacilitator")
    round_.press("answer_stay")
    round_.hand_in()
    assert choices(round_.room) == ["b"]


# -------------------------------------------------------------- the keyboard alone


def test_a_whole_vote_goes_by_the_keyboard_alone(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.hit(Qt.Key.Key_Return)
    for _ in range(9):
        if QApplication.focusWidget() is shown(round_.page, "cardNext"):
            break
        round_.hit(Qt.Key.Key_Tab)
    round_.hit(Qt.Key.Key_Return)
    round_.hit(Qt.Key.Key_Down)
    round_.hit(Qt.Key.Key_Down)
    round_.hit(Qt.Key.Key_Return)
    round_.hit(Qt.Key.Key_Return)
    round_.hit(Qt.Key.Key_Return)
    round_.rest()
    assert choices(round_.room) == ["c"]


@pytest.mark.parametrize(("keys", "choice"), [("b", "b"), ("C", "c"), ("4", "d"), ("ab", "b")])
def test_letters_and_numbers_choose(
    qtbot: QtBot, rooms: list[Room], keys: str, choice: str
) -> None:
    round_ = opened(qtbot, rooms, Room())
    round_.begin()
    round_.type(keys)
    round_.hit(Qt.Key.Key_Return)
    round_.hit(Qt.Key.Key_Return)
    assert choices(round_.room) == [choice]


def test_an_order_goes_by_the_keyboard_alone(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(C1, plan=("d4",)))
    ids = [option.id for option in round_.room.view.public.dilemma.options]  # type: ignore[union-attr]
    round_.begin()
    round_.type("abcde")
    round_.hit(Qt.Key.Key_Left)
    round_.hit(Qt.Key.Key_Left)
    round_.hit(Qt.Key.Key_Up)
    round_.hit(Qt.Key.Key_Right)
    round_.hit(Qt.Key.Key_Backspace)
    round_.type("b")
    round_.hit(Qt.Key.Key_Return)
    round_.hit(Qt.Key.Key_Return)
    assert choices(round_.room) == [(ids[0], ids[4], ids[2], ids[3], ids[1])]


def test_points_go_by_the_keyboard_alone(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room(F1, plan=("d2",)))
    round_.begin()
    round_.type("e95c")
    round_.hit(Qt.Key.Key_Right)
    round_.hit(Qt.Key.Key_Right)
    round_.hit(Qt.Key.Key_Return)
    round_.hit(Qt.Key.Key_Return)
    found = points(round_.room)
    assert (found["woningcorporatie"], found["inwoners"]) == (5, 95)


def test_the_receipts_of_the_real_bridge_are_recognised(qtbot: QtBot, rooms: list[Room]) -> None:
    round_ = opened(qtbot, rooms, Room())
    real = RealBridge(round_.room.session)
    round_.page.commandRequested.disconnect()
    round_.page.commandRequested.connect(real.send)
    real.viewChanged.connect(round_.page.show_view)
    real.accepted.connect(round_.page.show_accepted)
    round_.begin()
    round_.press("ballotOption_b")
    round_.press("ballotNext")
    round_.press("confirmYes")
    qtbot.waitUntil(lambda: round_.shows("neutralStart"))
    assert choices(round_.room) == ["b"]
    real.disconnect_session()
