"""The cockpit of the debrief: its questions, figures and tables, agreements and the exit poll."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.presenter.figurepanel import FigureView
from dilemmaspel.game import commands as c
from dilemmaspel.game.commands import PollAsk
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup, Voting
from dilemmaspel.game.state import Agreement
from tests.desktop.looking import dressed
from tests.desktop.presenter.conftest import Show
from tests.desktop.presenter.game import DUTCH, Game, Shown, flagship


@pytest.fixture
def debrief() -> Game:
    return Game(flagship(), setup=Setup(profile=Profile.SHORT)).to(Phase.DEBRIEF)


def at(game: Game, number: int) -> Game:
    if game.view.public.question != number:
        assert game.do(c.AskQuestion(number, game.here.step)) is None
    game.done.clear()
    return game


def press(shown: Shown, name: str) -> None:
    found = shown.find(name)
    assert isinstance(found, (QPushButton, QCheckBox))
    assert found.isEnabled()
    QTest.qWait(0)  # a new row comes with the next turn of the loop
    assert found.isVisible()
    found.click()


def line(shown: Shown, name: str) -> QLineEdit:
    found = shown.find(name)
    assert isinstance(found, QLineEdit)
    return found


def text(shown: Shown, name: str) -> str:
    found = shown.find(name)
    assert isinstance(found, QLabel)
    return found.text()


def choice(shown: Shown) -> QComboBox:
    found = shown.find("figureChoice")
    assert isinstance(found, QComboBox)
    return found


# ---------------------------------------------------------------- the questions


def test_the_left_zone_lists_the_questions_in_the_debrief_only(game: Game, show: Show) -> None:
    shown = show(game)
    assert not shown.find("agenda").isVisible()
    game.to(Phase.DEBRIEF)
    shown.refresh()
    assert shown.find("agenda").isVisible()
    assert not shown.find("road").isVisible()
    assert "(on the screen)" in shown.find("agenda_0").accessibleName()


def test_a_press_on_a_question_goes_there_and_marks_the_one_that_is_left(
    debrief: Game, show: Show
) -> None:
    shown = show(debrief)
    press(shown, "agenda_8")
    assert debrief.view.public.question == 8
    assert dict(debrief.here.used) == {0: True}
    assert "(used)" in shown.find("agenda_0").accessibleName()
    shown.sent.clear()
    press(shown, "agenda_8")
    assert shown.sent == []


def test_every_question_can_be_reached_also_one_that_is_not_planned(
    debrief: Game, show: Show
) -> None:
    shown = show(debrief)
    view = debrief.view.debriefing
    assert view is not None
    rest = [one.number for one in view.questions if not one.planned]
    assert rest
    for number in rest:
        press(shown, f"agenda_{number}")
        assert debrief.view.public.question == number


def test_a_question_is_passed_over_without_being_marked(debrief: Game, show: Show) -> None:
    shown = show(debrief)
    assert shown.find("skip").accessibleName() == "Pass this question over"
    press(shown, "skip")
    assert debrief.view.public.question == 2
    assert dict(debrief.here.used) == {}


def test_the_last_question_cannot_be_passed_over(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 16))
    assert not shown.find("skip").isVisible()


def test_the_order_is_changed_and_a_question_left_out_and_taken_in(
    debrief: Game, show: Show
) -> None:
    shown = show(debrief)
    press(shown, "agendaOrder")
    assert not shown.find("orderToggle_0").isEnabled()  # it is on the screen
    press(shown, "orderUp_8")
    press(shown, "orderToggle_3")
    press(shown, "orderToggle_5")
    planned = debrief.here.flow.agenda
    assert planned.index(8) < planned.index(10)
    assert 3 not in planned
    assert planned[-1] == 5
    press(shown, "orderDone")
    assert shown.find("agenda").isVisible()
    assert shown.find("agendaOrder").hasFocus()


def test_a_question_is_ticked_as_used_by_hand(debrief: Game, show: Show) -> None:
    shown = show(debrief)
    press(shown, "agendaOrder")
    press(shown, "orderUsed_8")
    assert dict(debrief.here.used) == {8: True}
    press(shown, "orderUsed_8")
    assert dict(debrief.here.used) == {8: False}


def test_the_questions_are_led_by_keyboard_alone(debrief: Game, show: Show) -> None:
    shown = show(debrief)
    first = shown.find("agenda_2")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert debrief.view.public.question == 2
    chooser = choice(shown)
    chooser.setFocus()
    QTest.keyClick(chooser, Qt.Key.Key_Down)
    assert debrief.here.figures[2] == "shares:d1:room"
    QTest.keyClick(shown.window, Qt.Key.Key_PageDown)
    assert debrief.view.public.question == 3


# ---------------------------------------------------------------- the figure


def test_figure_sentence_and_table_say_the_same(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 3))
    figure, table = shown.find("figure"), shown.find("figureTable")
    assert isinstance(figure, FigureView)
    assert isinstance(table, QTableWidget)
    assert figure.isVisible()
    assert text(shown, "figureSentence") == figure.accessibleDescription()
    assert "chose otherwise" in figure.accessibleDescription()
    numbers = [
        int(item.text())
        for row in range(table.rowCount())
        for column in range(1, table.columnCount())
        if (item := table.item(row, column)) is not None
    ]
    result = debrief.here.boxes
    people = len(next(box for (d, _, _), box in result.items() if d == "d1").ballots)
    assert sum(numbers) == people


def test_without_data_there_is_one_sentence_and_no_empty_figure(show: Show) -> None:
    game = Game(flagship(), setup=Setup(profile=Profile.SHORT, inputs=Inputs(value_card=True)))
    shown = show(at(game.to(Phase.DEBRIEF), 12))
    assert text(shown, "figureSentence") == "Nobody gave a value card."
    assert not shown.find("figure").isVisible()
    assert not shown.find("figureTable").isVisible()


def test_what_is_on_the_beamer_is_chosen_from_a_list_or_step_by_step(
    debrief: Game, show: Show
) -> None:
    shown = show(at(debrief, 10))
    assert choice(shown).currentIndex() == 0
    assert not shown.find("figureBefore").isEnabled()
    press(shown, "figureAfter")
    assert debrief.here.figures[10].startswith("what_if:role:")
    last = choice(shown).count() - 1
    choice(shown).activated.emit(last)
    assert debrief.here.figures[10] == "question"
    assert not shown.find("figure").isVisible()
    assert not shown.find("figureAfter").isEnabled()


def test_a_decision_is_changed_by_hand(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 10))
    chooser = choice(shown)
    (place, *_) = [n for n in range(chooser.count()) if "d1=" in shown_key(shown, n)]
    chooser.activated.emit(place)
    assert debrief.here.figures[10].startswith("what_if:d1=")
    assert "path" in text(shown, "figureSentence")


def shown_key(shown: Shown, place: int) -> str:
    cockpit = shown.window.middle.step.debrief.figure._cockpit  # the keys
    assert cockpit is not None
    return cockpit.choices[place].key


# ---------------------------------------------------------------- agreements


def typed(shown: Shown, what: str, who: str = "", when: str = "") -> None:
    for name, words in (("Who", who), ("When", when), ("What", what)):
        field = line(shown, f"agreement{name}Line")
        field.clear()
        QTest.keyClicks(field, words)


def test_an_agreement_is_told_while_it_is_typed_and_then_kept(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 15))
    drafts: list[object] = []
    shown.window.draftChanged.connect(drafts.append)
    typed(shown, "Be", "de gemeente", "maandag")
    assert drafts == [Agreement(what, "de gemeente", "maandag") for what in ("B", "Be")]
    QTest.keyClick(line(shown, "agreementWhatLine"), Qt.Key.Key_Return)
    assert shown.sent == [c.AddAgreement("Be", "de gemeente", "maandag")]
    assert drafts[-1] is None
    assert line(shown, "agreementWhoLine").text() == ""
    assert text(shown, "agreement_1") == "1.  Be · de gemeente · maandag"


def test_an_agreement_is_changed_in_its_place(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 15))
    for what in ("een", "twee"):
        debrief.do(c.AddAgreement(what, "wij"))
    shown.refresh()
    drafts: list[Agreement | None] = []
    shown.window.draftChanged.connect(drafts.append)
    press(shown, "agreementEdit_2")
    assert line(shown, "agreementWhoLine").text() == "wij"
    QTest.keyClicks(line(shown, "agreementWhatLine"), "!")
    assert drafts[-1] == Agreement("twee!", "wij", "", 2)
    QTest.keyClick(line(shown, "agreementWhatLine"), Qt.Key.Key_Return)
    assert shown.sent == [c.ChangeAgreement(2, "twee!", "wij", "")]
    assert [one.what for one in debrief.here.agreements] == ["een", "twee!"]
    assert not shown.find("agreementStop").isVisible()


def test_a_change_is_left_and_an_agreement_taken_out(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 15))
    debrief.do(c.AddAgreement("een"))
    shown.refresh()
    press(shown, "agreementEdit_1")
    press(shown, "agreementStop")
    assert line(shown, "agreementWhatLine").text() == ""
    press(shown, "agreementEdit_1")
    press(shown, "agreementRemove_1")
    assert debrief.here.agreements == ()
    assert line(shown, "agreementWhatLine").text() == ""  # nothing is left to be changed


def test_key_words_are_kept_with_their_question(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 13))
    field = line(shown, "parallelLine")
    field.setText("wachtlijst")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown.sent == [c.AddNote("wachtlijst", c.NoteKind.PARALLEL)]
    assert field.text() == ""
    assert debrief.view.public.key_words == ("wachtlijst",)


# ---------------------------------------------------------------- the closing questions


def test_hands_are_typed_per_answer_and_mended(debrief: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(at(debrief, 16))
    cell = line(shown, "pollHands_talking_4")
    for typed_now, kept in (("3", 3), ("2", 2), ("0", 0)):
        cell.setFocus()
        cell.selectAll()
        QTest.keyClicks(cell, typed_now)
        QTest.keyClick(cell, Qt.Key.Key_Return)
        assert debrief.here.poll_hands[(PollAsk.TALKING, 4)] == kept
    assert len(shown.sent) == 3


def test_more_hands_than_people_are_refused_and_the_cell_says_what_is_kept(
    debrief: Game, show: Show
) -> None:
    shown = show(at(debrief, 16))
    cell = line(shown, "pollHands_talking_4")
    cell.setFocus()
    QTest.keyClicks(cell, "99")
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert cell.text() == ""
    assert debrief.here.poll_hands == {}
    assert "more answers than there are people" in text(shown, "noticeWords")


def test_the_form_tells_who_still_answers_and_starts_the_round(debrief: Game, show: Show) -> None:
    shown = show(at(debrief, 16))
    debrief.do(c.AnswerExitPoll(4, 5, SeatId(1)))
    shown.refresh()
    assert text(shown, "pollCount") == "1 answer kept  ·  1 of 8 places answered"
    asked: list[bool] = []
    shown.window.pollRequested.connect(lambda: asked.append(True))
    press(shown, "pollStart")
    assert asked == [True]


@pytest.mark.parametrize("voting", Voting)
def test_the_form_says_how_to_answer_in_every_way_of_voting(show: Show, voting: Voting) -> None:
    game = Game(flagship(), setup=Setup(profile=Profile.SHORT, voting=voting))
    shown = show(at(game.to(Phase.DEBRIEF), 16))
    how = {
        Voting.PHONE: "own phone",
        Voting.PASSED: "Pass the laptop on",
        Voting.HANDS: "Ask for hands",
        Voting.TABLE: "Every table",
    }
    assert how[voting] in text(shown, "pollHow")


def test_at_twice_the_letters_nothing_of_the_cockpit_is_cut_off_sideways(
    debrief: Game, show: Show
) -> None:
    with dressed(20.0):
        shown = show(at(debrief, 16), DUTCH)
        form = shown.find("poll")
        assert form.width() <= shown.window.middle.width()
        for name in ("pollHands_talking_5", "pollStart", "figureAfter"):
            part = shown.find(name)
            right = part.mapTo(shown.window.middle, part.rect().topRight()).x()
            assert right <= shown.window.middle.width(), name
