"""Help is read by subject, searched, and worked with the keyboard alone; nothing leaves it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.shell import SESSION
from dilemmaspel.desktop.start.help_page import HelpPage
from tests.desktop.looking import dressed, focused, in_front
from tests.desktop.start.conftest import Open
from tests.desktop.start.house import DUTCH, House, T

Key = Qt.Key
WIFI = "03-wifi.md"


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def page(qtbot: QtBot, opened: list[str]) -> Iterator[HelpPage]:
    with dressed():
        made = HelpPage(DUTCH, opens=opened.append)
        qtbot.addWidget(made)
        in_front(qtbot, made)
        made.go_to_start()
        yield made


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key)


def shown(page: HelpPage) -> str:
    assert page.reader.subject is not None
    return page.reader.subject.file


def top(page: HelpPage) -> str:
    assert page.reader.top_section is not None
    return page.reader.top_section.title


def test_the_arrow_keys_go_through_the_subjects(page: HelpPage) -> None:
    assert shown(page) == "01-eerste-sessie.md"
    press(Key.Key_Down, Key.Key_Down)
    assert shown(page) == WIFI
    assert page.reader.toPlainText().startswith("Wifi die werkt")


def test_enter_goes_into_the_text_and_tab_leaves_it(page: HelpPage) -> None:
    press(Key.Key_Return)
    assert page.reader.hasFocus()
    press(Key.Key_Tab)
    assert page.reader.textCursor().selectedText() == "De avond zelf"
    press(Key.Key_Tab)
    assert not page.reader.hasFocus()


def test_a_link_is_followed_with_the_keyboard(page: HelpPage) -> None:
    press(Key.Key_Return, Key.Key_Tab, Key.Key_Return)
    assert shown(page) == "02-de-avond.md"


def test_searching_needs_no_mouse(page: HelpPage) -> None:
    QTest.keyClick(page, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "firewall")
    assert page.contents.lines[0].startswith("Wifi die werkt › De firewall")
    assert (shown(page), top(page)) == (WIFI, "De firewall")
    press(Key.Key_Return)
    assert page.contents.hasFocus()
    press(Key.Key_Down)
    assert top(page) != "De firewall"


def test_a_place_that_was_found_comes_to_the_top_and_its_words_are_marked(page: HelpPage) -> None:
    page.search.setText("firewall")
    assert page.reader.textCursor().block().text() == "De firewall"
    assert 0 <= page.reader.cursorRect().top() < page.reader.viewport().height() / 4
    assert len(page.reader.extraSelections()) >= 3


def test_what_is_not_found_is_said_and_the_text_stays(page: HelpPage) -> None:
    page.search.setText("xyzzy")
    assert page.contents.lines == ()
    assert shown(page) == "01-eerste-sessie.md"
    page.search.clear()
    assert len(page.contents.lines) == 13


def test_escape_empties_the_search_first_and_then_goes_back(page: HelpPage, qtbot: QtBot) -> None:
    page.search.setFocus()
    page.search.setText("wifi")
    with qtbot.assertNotEmitted(page.backRequested, wait=0):
        press(Key.Key_Escape)
    assert page.search.text() == ""
    with qtbot.waitSignal(page.backRequested):
        press(Key.Key_Escape)


def test_a_link_to_another_subject_goes_there(page: HelpPage) -> None:
    page.reader.anchorClicked.emit(QUrl("03-wifi.md#de-firewall"))
    assert (shown(page), top(page)) == (WIFI, "De firewall")
    current = page.contents.currentItem()
    assert current is not None
    assert current.text() == "Wifi die werkt"


def test_an_address_outside_is_opened_only_after_a_yes(page: HelpPage, opened: list[str]) -> None:
    page.reader.anchorClicked.emit(QUrl("https://example.org/"))
    assert page.question.asking
    assert opened == []
    stay = page.findChild(QAbstractButton, "answer_stay")
    assert stay is not None
    stay.click()
    assert opened == []
    page.reader.anchorClicked.emit(QUrl("https://example.org/"))
    yes = [one for one in page.findChildren(QAbstractButton, "answer_open") if one.isVisible()]
    yes[-1].click()
    assert opened == ["https://example.org/"]


def test_other_kinds_of_address_are_not_even_asked(page: HelpPage) -> None:
    for address in ("file:///etc/passwd", "javascript:alert(1)", "nowhere.md"):
        page.reader.anchorClicked.emit(QUrl(address))
        assert not page.question.asking
    assert shown(page) == "01-eerste-sessie.md"


def test_pictures_come_from_the_handbook_and_nothing_from_a_network(page: HelpPage) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert page.reader.loadResource(kind, QUrl("../pictures/start.png")) is not None
    assert page.reader.loadResource(kind, QUrl("https://example.org/a.png")) is None
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert page.reader.loadResource(style, QUrl("../pictures/start.png")) is None


def test_english_readers_are_told_and_begin_with_the_quick_start(qtbot: QtBot) -> None:
    page = HelpPage(T)
    qtbot.addWidget(page)
    assert shown(page) == "quick-start.en.md"
    assert len(page.contents.lines) == 14


@pytest.mark.parametrize("points", [10.0, 20.0], ids=["usual", "double"])
def test_no_line_or_picture_is_wider_than_the_page(
    points: float, open_house: Open, qtbot: QtBot
) -> None:
    with dressed(points):
        house = open_house(DUTCH)
        house.press("toHelp")
        help_page = house.window.page("help")
        assert isinstance(help_page, HelpPage)
        reader = help_page.reader
        for row in range(help_page.contents.count()):
            help_page.contents.setCurrentRow(row)
            qtbot.wait(1)
            assert reader.document().size().width() <= reader.viewport().width() + 1
            assert reader.document().idealWidth() <= reader.viewport().width() + 1


def test_help_leads_back_to_the_session_it_was_asked_in(house: House) -> None:
    session = QWidget()
    house.window.give(SESSION, session)
    house.window.show_page(SESSION)
    house.foyer.go_to_help()
    assert house.window.shown == "help"
    house.press("helpBack")
    assert house.window.shown == SESSION


def test_help_leads_to_the_start_when_the_session_is_gone(house: House) -> None:
    house.window.give(SESSION, QWidget())
    house.window.show_page(SESSION)
    house.foyer.go_to_help()
    house.window.take(SESSION)
    house.press("helpBack")
    assert house.window.shown == "start"


def test_a_handbook_that_is_gone_is_said_and_nothing_else_happens(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dilemmaspel.desktop.start.help_page.handbook_dir", lambda: tmp_path)
    house.press("toHelp")
    assert house.window.shown == "start"
    assert house.window.notice.isVisible()
