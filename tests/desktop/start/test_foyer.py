"""The ways through the pages: with the mouse, with the keyboard alone, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.shell import SESSION
from dilemmaspel.desktop.start.setup_page import SetupChoice
from dilemmaspel.game.setup import Profile, Voting
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.library import Library
from dilemmaspel.settings import Settings
from tests.desktop.looking import focused
from tests.desktop.start.house import House, broken_entry, shipped

CARD = "scenario_f1-de-schakel"
Key = Qt.Key


@pytest.fixture
def filled(house: House) -> House:
    house.foyer.show_library(shipped(), scenarios_dir())
    return house


def choice(house: House) -> SetupChoice:
    made = house.last("startRequested")
    assert isinstance(made, SetupChoice)
    return made


def tab_to(qtbot: QtBot, name: str) -> None:
    """Go on with Tab until the widget with this name has the keyboard."""
    for _ in range(200):
        if focused().objectName() == name:
            return
        QTest.keyClick(focused(), Key.Key_Tab)
    pytest.fail(f"Tab does not come to {name}")


def test_two_presses_start_a_session_with_good_answers(filled: House) -> None:
    filled.press(CARD)
    filled.press("toLobby")
    made = choice(filled)
    assert made.entry.path.parent.name == "f1-de-schakel"
    assert (made.setup.profile, made.setup.voting) == (Profile.STANDARD, Voting.PASSED)
    assert sum(made.people.values()) == 8
    assert tuple(made.people) == made.setup.roles
    assert not made.practice


def test_the_keyboard_alone_starts_a_session(filled: House, qtbot: QtBot) -> None:
    filled.foyer.go_to_start()
    assert focused().objectName() == CARD
    QTest.keyClick(focused(), Key.Key_Return)
    assert focused().objectName() == "toLobby"
    QTest.keyClick(focused(), Key.Key_Space)
    assert choice(filled).setup.profile is Profile.STANDARD


def test_the_keyboard_alone_changes_what_is_started(filled: House, qtbot: QtBot) -> None:
    filled.press(CARD)
    tab_to(qtbot, "profile_standaard")
    QTest.keyClick(focused(), Key.Key_Left)
    QTest.keyClick(focused(), Key.Key_Space)
    tab_to(qtbot, "peopleNumber")
    QTest.keyClick(focused(), Key.Key_Up)
    tab_to(qtbot, "people_inwonerMore")
    QTest.keyClick(focused(), Key.Key_Space)
    tab_to(qtbot, "toLobby")
    QTest.keyClick(focused(), Key.Key_Space)
    made = choice(filled)
    assert made.setup.profile is Profile.SHORT
    assert (sum(made.people.values()), made.people["inwoner"]) == (10, 3)  # type: ignore[index]


def test_every_page_is_reached_and_left_with_the_keyboard(filled: House, qtbot: QtBot) -> None:
    for name in ("toSettings", "toHelp"):
        filled.foyer.go_to_start()
        tab_to(qtbot, name)
        QTest.keyClick(focused(), Key.Key_Space)
        assert filled.window.shown != "start"
        QTest.keyClick(focused(), Key.Key_Escape)
        assert filled.window.shown == "start"


def test_practice_is_the_same_session_with_every_role_played(filled: House) -> None:
    filled.press(CARD)
    filled.press("practise")
    made = choice(filled)
    assert (made.practice, made.setup.practice) == (True, True)
    assert min(made.people.values()) == 1


def test_practice_needs_no_people(filled: House) -> None:
    filled.press(CARD)
    stepper = filled.find("peopleNumber")
    stepper.setProperty("value", 0)
    filled.press("practise")
    assert min(choice(filled).people.values()) == 1


def test_what_was_started_stands_ready_next_time(filled: House) -> None:
    filled.press(CARD)
    filled.press("profile_kort")
    filled.press("voting_hands")
    filled.press("toLobby")
    kept = filled.last("settingsChanged")
    assert isinstance(kept, Settings)
    assert (kept.profile, kept.voting, kept.people) == (Profile.SHORT, Voting.HANDS, 8)
    filled.foyer.go_to_start()
    filled.press(CARD)
    assert isinstance(card := filled.find("voting_hands"), QAbstractButton)
    assert card.isChecked()


def test_practice_is_not_remembered(filled: House) -> None:
    filled.press(CARD)
    filled.press("profile_kort")
    filled.press("practise")
    assert [name for name, _ in filled.asked] == ["startRequested"]


def test_f1_shows_the_help_and_goes_back_to_where_one_was(filled: House, qtbot: QtBot) -> None:
    filled.press(CARD)
    QTest.keyClick(focused(), Key.Key_F1)
    assert filled.window.shown == "help"
    filled.press("helpBack")
    assert filled.window.shown == "setup"


def test_a_mended_scenario_goes_back_to_the_start_screen(house: House, tmp_path: Path) -> None:
    entry = broken_entry(tmp_path)
    house.foyer.show_library([entry], tmp_path)
    house.press("broken_broken")
    house.press("problemsLook")
    assert house.asked == [("libraryRequested", None)]
    text = entry.path.read_text(encoding="utf-8").replace("lable:", "label:")
    entry.path.write_text(text, encoding="utf-8")
    shipped_pictures = scenarios_dir() / "f1-de-schakel" / "pictures"
    entry.folder.joinpath("pictures").mkdir()
    for picture in shipped_pictures.iterdir():
        (entry.folder / "pictures" / picture.name).write_bytes(picture.read_bytes())
    house.foyer.show_library(Library([tmp_path]).entries(), tmp_path)
    assert house.window.shown == "start"


def test_the_folder_of_a_broken_scenario_opens(house: House, tmp_path: Path) -> None:
    entry = broken_entry(tmp_path)
    house.foyer.show_library([entry], tmp_path)
    house.press("broken_broken")
    house.press("problemsOpen")
    assert house.opened == [entry.folder]


def test_trouble_is_told_until_it_is_put_away(house: House) -> None:
    house.foyer.show_trouble(EnvironmentTrouble("The disk is gone.", "", "Put it back."))
    assert house.text("shellNoticeWords") == "The disk is gone. Put it back."
    house.press("shellNoticeClose")
    assert not house.window.notice.isVisible()


def test_without_a_session_the_window_just_closes(house: House, qtbot: QtBot) -> None:
    with qtbot.waitSignal(house.window.closed, timeout=1000):
        house.window.close()
    assert not house.window.isVisible()


def test_closing_during_a_session_asks_once(house: House, qtbot: QtBot) -> None:
    house.window.give(SESSION, QWidget())
    house.window.show_page(SESSION)
    house.window.close()
    assert house.window.isVisible()
    house.press("answer_stay")
    house.window.close()
    with qtbot.waitSignal(house.window.closed, timeout=1000):
        house.press("answer_close")
    assert not house.window.isVisible()


def test_a_page_that_is_given_again_replaces_the_old_one(house: House, qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    house.window.give(SESSION, first)
    with qtbot.waitSignal(first.destroyed):
        house.window.give(SESSION, second)
    house.window.show_page(SESSION)
    assert (house.window.shown, house.window.page(SESSION)) == (SESSION, second)


def test_the_archive_is_asked_for(house: House) -> None:
    house.press("toArchive")
    assert house.asked == [("archiveRequested", None)]
