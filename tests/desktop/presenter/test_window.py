"""The presenter window: what is pressed becomes a command, once."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.game import commands as c
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.phases import Overlay, Page, Phase
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.session import StorageTrouble
from tests.desktop.presenter.conftest import Show
from tests.desktop.presenter.game import DUTCH, Game, Shown


def press(shown: Shown, name: str) -> None:
    button = shown.find(name)
    assert isinstance(button, QPushButton)
    assert button.isVisibleTo(shown.window), name
    button.click()


def words(shown: Shown, name: str) -> str:
    label = shown.find(name)
    assert isinstance(label, QLabel)
    return label.text() if label.isVisibleTo(shown.window) else ""


def type_in(shown: Shown, name: str, text: str) -> QLineEdit:
    line = shown.find(name)
    assert isinstance(line, QLineEdit)
    line.setText(text)
    return line


# ---------------------------------------------------------------- going on


def test_the_large_button_says_what_it_will_do_and_does_it(game: Game, show: Show) -> None:
    shown = show(game)
    assert shown.window.bar.advance.words() == "Begin: welcome and agreements"
    step = game.here.step
    press(shown, "advance")
    assert shown.sent == [c.Advance(step)]
    assert shown.window.bar.advance.words() == "To the roles"


def test_the_large_button_speaks_dutch(game: Game, show: Show) -> None:
    game.to(Phase.VOTE1).vote("ab")
    assert show(game, DUTCH).window.bar.advance.words() == "Sluit de stemming (2\u00a0van\u00a08)"


def test_confirming_names_the_option(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.DECISION, Page.DECISION))
    assert shown.window.bar.advance.words() == "Confirm the decision: B"


def test_two_presses_close_together_go_on_once(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game)
    shown.window.conduct._ticks = lambda: 5_000
    button = shown.window.bar.advance
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    button.click()
    assert len(shown.sent) == 1


def test_a_second_press_waits_for_the_answer_to_the_first(game: Game, show: Show) -> None:
    shown = show(game)
    shown.answers = False
    press(shown, "advance")
    press(shown, "advance")
    assert len(shown.sent) == 1
    shown.window.show_refused(Refused(Reason.NO_PEOPLE), shown.sent[0])
    press(shown, "advance")
    assert len(shown.sent) == 2


def test_a_stale_step_is_no_message(game: Game, show: Show) -> None:
    shown = show(game)
    shown.window.show_refused(Refused(Reason.STALE_STEP), c.Advance(0))
    assert shown.window.notice.words() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right])
def test_keys_and_a_remote_go_on(key: Qt.Key, game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game)
    QTest.keyClick(shown.window.bar.advance, key)
    assert [type(command) for command in shown.sent] == [c.Advance]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_Left])
def test_keys_and_a_remote_go_back(key: Qt.Key, game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.ROLES))
    QTest.keyClick(shown.window.bar.advance, key)
    assert shown.sent == [c.Undo()]


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_Period])
def test_a_remote_makes_the_beamer_dark(key: Qt.Key, game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game)
    QTest.keyClick(shown.window.bar.advance, key)
    assert shown.sent == [c.Blank(True)]
    assert words(shown, "beamerDark") == "The beamer is dark."
    press(shown, "blank")
    assert shown.sent[-1] == c.Blank(False)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_B, Qt.Key.Key_Period]
)
def test_typing_a_note_presses_nothing(key: Qt.Key, game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.ROLES))
    line = shown.window.room.note.line
    line.setFocus()
    QTest.keyClick(line, key)
    assert shown.sent == []


def test_the_remote_works_while_a_note_is_typed_and_the_note_stays(
    game: Game, show: Show, qtbot: QtBot
) -> None:
    shown = show(game.to(Phase.ROLES))
    line = shown.window.room.note.line
    line.setFocus()
    QTest.keyClicks(line, "half a no")
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    assert [type(command) for command in shown.sent] == [c.Advance]
    assert line.text() == "half a no"
    assert QApplication.focusWidget() is line


def test_keys_that_the_beamer_hands_on_work(game: Game, show: Show) -> None:
    shown = show(game)
    for key, letter in ((Qt.Key.Key_B, "b"), (Qt.Key.Key_PageDown, "")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(shown.window, event)
    assert [type(command) for command in shown.sent] == [c.Blank, c.Advance]


def test_space_on_another_button_presses_that_button(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game)
    shown.window.bar.blank.setFocus()
    QTest.keyClick(shown.window.bar.blank, Qt.Key.Key_Space)
    assert shown.sent == [c.Blank(True)]


def test_single_keys_can_be_switched_off(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game)
    QTest.keyClick(shown.window.bar.advance, Qt.Key.Key_F1)
    assert shown.window.middle.shows_keys
    shown.window.middle.keys.single.setChecked(False)
    shown.window.bar.back.setFocus()
    QTest.keyClick(shown.window, Qt.Key.Key_B)
    assert shown.sent == []
    QTest.keyClick(shown.window, Qt.Key.Key_PageDown)
    assert [type(command) for command in shown.sent] == [c.Advance]


def test_escape_only_puts_things_away(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game)
    window = shown.window
    QTest.keyClick(window, Qt.Key.Key_F1)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.middle.shows_keys
    press(shown, "more")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.left.shows_road
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert shown.sent == []


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, "beamerRequested"),
    ],
)
def test_f5_asks_for_the_beamer(
    key: Qt.Key, held: Qt.KeyboardModifier, name: str, game: Game, show: Show, qtbot: QtBot
) -> None:
    shown = show(game)
    with qtbot.waitSignal(getattr(shown.window, name), timeout=1000):
        QTest.keyClick(shown.window, key, held)


def test_ctrl_n_goes_to_the_quick_note(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game)
    QTest.keyClick(shown.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is shown.window.room.note.line


def test_ctrl_p_pauses_and_the_large_button_goes_on(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    QTest.keyClick(shown.window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert shown.sent == [c.Lay(Overlay.PAUSED)]
    assert shown.window.bar.advance.words() == "Go on after the pause"
    press(shown, "advance")
    assert game.view.public.overlay is Overlay.NONE
    assert game.view.public.phase is Phase.TALK


def test_the_numbers_choose_a_page(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    for n, key in enumerate((Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5), start=1):
        QTest.keyClick(shown.window, key, Qt.KeyboardModifier.ControlModifier)
        assert shown.window.middle.page() == n


# ---------------------------------------------------------------- back and around


def test_back_says_what_it_takes_back(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.ROLES))
    assert shown.window.bar.back.text() == "Back to the phase before"
    press(shown, "back")
    assert game.view.public.phase is Phase.INTRO


def test_a_decision_is_only_taken_back_with_a_reason(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.DECISION, Page.EFFECTS))
    assert shown.window.bar.back.text() == "Take the decision back"
    press(shown, "back")
    assert shown.sent == []
    press(shown, "answer_undo")
    assert shown.sent == []
    assert words(shown, "questionHint")
    line = type_in(shown, "questionReason", "We telden verkeerd.")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert shown.sent == [c.Undo("We telden verkeerd.")]
    assert game.view.public.page is Page.DECISION
    assert not shown.window.question.asking


def test_a_question_can_be_put_away_with_escape(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.DECISION, Page.EFFECTS))
    press(shown, "back")
    QTest.keyClick(shown.find("questionReason"), Qt.Key.Key_Escape)
    assert not shown.window.question.asking
    assert shown.sent == []


def test_voting_again_asks_once(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.REVEAL1))
    press(shown, "reopen_vote1")
    assert shown.sent == []
    press(shown, "answer_reopen")
    assert shown.sent == [c.Reopen(Vote.FIRST)]
    assert game.view.public.phase is Phase.VOTE1


def test_too_few_votes_ask_whether_to_wait_or_count(game: Game, show: Show) -> None:
    game.to(Phase.TALK).go_on()
    game.vote("ab")
    shown = show(game)
    press(shown, "advance")
    assert shown.sent == []
    assert "2 of 8" in words(shown, "questionText")
    press(shown, "answer_wait")
    assert game.view.public.phase is Phase.VOTE2
    press(shown, "advance")
    step = game.here.step
    press(shown, "answer_count")
    assert shown.sent == [c.Advance(step, count_anyway=True)]
    assert game.view.public.phase is not Phase.VOTE2


def test_a_first_vote_that_few_have_answered_is_not_closed_by_one_press(
    game: Game, show: Show
) -> None:
    shown = show(game.to(Phase.VOTE1))
    press(shown, "advance")
    assert shown.sent == []
    assert "0 of 8" in words(shown, "questionText")
    press(shown, "answer_wait")
    assert shown.sent == []
    press(shown, "advance")
    step = game.here.step
    press(shown, "answer_close")
    assert shown.sent == [c.Advance(step)]
    assert game.view.public.phase is Phase.REVEAL1


def test_skipping_a_phase_goes_on_at_once(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.BRIEFING))
    press(shown, "skip")
    assert game.view.public.phase is Phase.VOTE1


@pytest.mark.parametrize(
    ("entry", "answer", "command"),
    [
        ("menuSkipDilemma", "answer_skip", c.SkipDilemma),
        ("menuEndEarly", "answer_end", c.EndEarly),
    ],
)
def test_leaving_a_dilemma_asks_once(
    entry: str, answer: str, command: type[object], game: Game, show: Show
) -> None:
    shown = show(game.to(Phase.TALK))
    press(shown, "more")
    press(shown, entry)
    assert shown.sent == []
    press(shown, answer)
    assert [type(one) for one in shown.sent] == [command]
    assert shown.window.left.shows_road


def test_a_question_about_a_step_that_is_over_goes_away(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.REVEAL1))
    press(shown, "reopen_vote1")
    game.go_on()
    shown.refresh()
    assert not shown.window.question.asking


# ---------------------------------------------------------------- messages


def test_a_refusal_is_a_calm_message_that_can_be_put_away(game: Game, show: Show) -> None:
    shown = show(game)
    shown.window.show_refused(Refused(Reason.NO_PEOPLE), c.Advance(0))
    assert shown.window.notice.words()
    assert shown.window.notice.isVisible()
    press(shown, "noticeClose")
    assert not shown.window.notice.isVisible()


def test_storage_trouble_stays_until_something_is_kept(game: Game, show: Show) -> None:
    shown = show(game)
    trouble = StorageTrouble("The disk is full.", "This was not counted.", "Make room.")
    shown.window.show_trouble(trouble)
    assert "not being kept" in shown.window.trouble.words()
    assert "The disk is full." in shown.window.trouble.words()
    shown.refresh()
    assert shown.window.trouble.isVisible()
    press(shown, "advance")
    assert not shown.window.trouble.isVisible()


def test_what_is_the_matter_with_the_beamer_stays_beside_its_picture(
    game: Game, show: Show
) -> None:
    shown = show(game)
    shown.window.show_beamer("The beamer is gone.")
    assert shown.window.room.beamer.isVisible()
    shown.window.show_beamer("")
    assert not shown.window.room.beamer.isVisible()


def test_an_interrupted_session_says_so(game: Game, show: Show) -> None:
    game.to(Phase.TALK).do(c.ResumeSession(game.now))
    shown = show(game)
    assert "interrupted" in shown.window.resumed.words()
    press(shown, "advance")
    assert not shown.window.resumed.isVisible()


# ---------------------------------------------------------------- staying the same


def settle(qtbot: QtBot, window: QWidget) -> None:
    """Wait until the layout moves nothing any more."""
    before: object = None
    while before != (before := state_of(window)):
        qtbot.wait(20)


def state_of(window: QWidget) -> list[tuple[object, ...]]:
    return [
        (id(one), one.objectName(), one.isVisibleTo(window), one.accessibleName(), one.geometry())
        for one in window.findChildren(QWidget)
    ]


@pytest.mark.parametrize(
    "place",
    [(Phase.LOBBY, None), (Phase.VOTE1, None), (Phase.TALK, None), (Phase.DECISION, Page.BUDGET)],
)
def test_the_same_view_again_changes_nothing(
    place: tuple[Phase, Page | None], game: Game, show: Show, qtbot: QtBot
) -> None:
    shown = show(game.to(*place))
    settle(qtbot, shown.window)
    before = state_of(shown.window)
    shown.window._view = None
    shown.window.show_view(game.view)
    settle(qtbot, shown.window)
    assert state_of(shown.window) == before


def test_focus_and_typed_text_survive_a_vote_that_comes_in(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.VOTE1))
    shown.window.middle.show_page(2)
    line = type_in(shown, "argumentLine", "het is te")
    line.setFocus()
    line.setCursorPosition(3)
    game.vote("ab")
    shown.refresh()
    assert line.text() == "het is te"
    assert line.cursorPosition() == 3
    assert QApplication.focusWidget() is line


def test_a_new_phase_comes_back_to_this_step(game: Game, show: Show) -> None:
    shown = show(game.to(Phase.TALK))
    shown.window.middle.show_page(1)
    press(shown, "advance")
    assert shown.window.middle.page() == 0


# ---------------------------------------------------------------- leaving


def test_closing_the_window_in_a_session_asks_and_later_is_the_default(
    game: Game, show: Show, qtbot: QtBot
) -> None:
    shown = show(game.to(Phase.TALK))
    shown.window.close()
    assert shown.window.isVisible()
    first = QApplication.focusWidget()
    assert first is not None
    assert first.objectName() == "answer_later"
    with qtbot.waitSignal(shown.window.leaveRequested, timeout=1000):
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert shown.sent == []


def test_closing_the_session_leaves_once_it_is_closed(game: Game, show: Show, qtbot: QtBot) -> None:
    shown = show(game.to(Phase.TALK))
    shown.window.close()
    with qtbot.waitSignal(shown.window.leaveRequested, timeout=1000):
        press(shown, "answer_close")
    assert shown.sent == [c.CloseSession()]
    assert game.view.closed


def test_the_last_press_asks_and_a_closed_session_goes_back_to_the_start(
    game: Game, show: Show, qtbot: QtBot
) -> None:
    game.to(Phase.DEBRIEF)
    while game.view.next is not None and game.view.next.phase is Phase.DEBRIEF:
        game.go_on()
    shown = show(game)
    press(shown, "advance")
    press(shown, "answer_close")
    assert game.view.closed
    assert shown.window.bar.advance.words() == "Back to the start screen"
    with qtbot.waitSignal(shown.window.leaveRequested, timeout=1000):
        press(shown, "advance")


# ---------------------------------------------------------------- slots


def test_a_voting_panel_comes_in_the_middle_and_can_stand_alone(
    game: Game, show: Show, qtbot: QtBot
) -> None:
    shown = show(game.to(Phase.VOTE1))
    asked: list[bool] = []
    shown.window.votingRequested.connect(_Note(asked))
    press(shown, "openVoting")
    assert asked == [True]
    assert shown.window.middle.page() == 0
    panel = QPushButton("x")
    shown.window.set_voting_panel(panel)
    assert not panel.isVisible()
    press(shown, "openVoting")
    assert panel.isVisible()
    shown.window.set_voting_full(True)
    assert not shown.window.room.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_PageDown)
    assert shown.sent == []
    shown.window.set_voting_full(False)
    shown.window.set_voting_panel(None)
    assert shown.window.room.isVisible()
    assert shown.window.middle.page() == 0
    panel.deleteLater()


class _Note:
    def __init__(self, kept: list[bool]) -> None:
        self._kept = kept

    def __call__(self) -> None:
        self._kept.append(True)


def test_the_miniature_keeps_the_proportions_of_the_beamer(
    game: Game, show: Show, qtbot: QtBot
) -> None:
    shown = show(game)
    shown.window.set_miniature(QWidget())
    qtbot.wait(20)
    frame = shown.window.room.miniature
    assert frame.isVisible()
    assert abs((frame.width() - 2) / (frame.height() - 2) - 16 / 9) < 0.02
