"""The phones inside the presenter window: nothing is cut, all is named, keys work."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.joining.desk import PATIENCE_MS
from dilemmaspel.desktop.joining.info import Wifi
from dilemmaspel.desktop.joining.joining import Standing
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Voting
from dilemmaspel.phones.addresses import Interface
from tests.desktop.joining.conftest import Inside
from tests.desktop.joining.door import NOWHERE, STATE, VPN, Door, FakePhones, taken
from tests.desktop.presenter.game import DUTCH, ENGLISH, Shown
from tests.desktop.presenter.test_fit import cut, overlaps, rested
from tests.desktop.presenter.test_names import next_focus, usable

HOME = Wifi("Buurthuis De Waterkant-gasten", "koffiemetveelmelk")
LONG = Wifi("Gemeente-Noorderhaven-Bezoekers1", "Xy7" * 21)
CAMPUS = Interface("Ethernet-adapter vEthernet (WSL)", "145.97.120.201")
EVERYBODY = frozenset(SeatId(n) for n in range(1, 9))


def lobby(door: Door) -> None:
    door.look()


def busy(door: Door) -> None:
    some = frozenset({SeatId(2), SeatId(5)})
    door.stands(held=EVERYBODY, connected=some, idle=some, crowded=True, full=True, visits=70)


def nobody(door: Door) -> None:
    door.later(PATIENCE_MS)


def nowhere(door: Door) -> None:
    door.phones.now = NOWHERE
    door.look()
    door.later(PATIENCE_MS)


def odd(door: Door) -> None:
    door.stands(networks=(VPN, CAMPUS), chosen=CAMPUS.ip, locked=True)
    door.press("joiningCheck")


def shown_on_beamer(door: Door) -> None:
    door.game.to(Phase.VOTE1)
    door.show()
    door.press("joinShow")


States = Callable[[Door], None]
STATES = pytest.mark.parametrize("state", [lobby, busy, nobody, nowhere, odd, shown_on_beamer])


@STATES
@pytest.mark.parametrize("wifi", [HOME, Wifi(""), LONG], ids=["wifi", "no wifi", "long"])
def test_nothing_is_cut(
    state: States, wifi: Wifi, points: float, inside: Inside, qtbot: QtBot
) -> None:
    shown, door = inside(DUTCH, wifi=wifi)
    shown.window.show_phones()
    state(door)
    window = rested(shown, qtbot)
    assert (window.width(), window.height()) == (1366, 768)
    assert cut(window) == []
    assert overlaps(window) == []


def test_a_failed_start_is_not_cut(points: float, inside: Inside, qtbot: QtBot) -> None:
    shown, door = inside(DUTCH)
    door.desk._on_failed(taken())
    shown.window.show_phones()
    assert door.desk.joining.standing is Standing.FAILED
    assert cut(rested(shown, qtbot)) == []


@STATES
def test_everything_usable_has_a_name_of_its_own(state: States, inside: Inside) -> None:
    shown, door = inside(ENGLISH)
    shown.window.show_phones()
    state(door)
    seen = [
        one
        for one in usable(shown.window)
        if one.isVisibleTo(shown.window) and not isinstance(one, QAbstractScrollArea)
    ]
    assert [one for one in seen if not one.objectName() or not one.accessibleName()] == []
    names = Counter(one.accessibleName() for one in seen)
    assert [name for name, n in names.items() if n > 1] == []
    ids = Counter(one.objectName() for one in usable(shown.window))
    assert [name for name, n in ids.items() if n > 1] == []


def test_tab_comes_to_everything_on_the_page(inside: Inside, qtbot: QtBot) -> None:
    shown, door = inside()
    shown.window.show_phones()
    busy(door)
    rested(shown, qtbot)
    shown.window.bar.advance.setFocus()
    reached = set()
    for _ in range(120):
        focus = next_focus()
        reached.add(focus.objectName())
        if focus is shown.window.bar.advance:
            break
    expected = {
        one.objectName()
        for one in usable(door.desk.panel)
        if one.isVisibleTo(shown.window)
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert expected
    assert expected - reached == set()


def press_key(shown: Shown, key: Qt.Key, how: Qt.KeyboardModifier | None = None) -> None:
    focus = QApplication.focusWidget() or shown.window
    QTest.keyClick(focus, key, how or Qt.KeyboardModifier.NoModifier)


def test_ctrl_7_shows_the_page_about_phones(inside: Inside) -> None:
    shown, door = inside()
    press_key(shown, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert door.desk.panel.isVisible()


def test_f6_and_f7_reach_the_desk_also_from_a_line_to_write_in(inside: Inside) -> None:
    shown, _ = inside()
    asked: list[str] = []
    shown.window.asideRequested.connect(lambda: asked.append("aside"))
    shown.window.joinRequested.connect(lambda: asked.append("join"))
    shown.window.room.note.line.setFocus()
    press_key(shown, Qt.Key.Key_F6)
    press_key(shown, Qt.Key.Key_F7)
    assert asked == ["aside", "join"]


def test_what_is_being_typed_stays_while_phones_come_and_go(inside: Inside, qtbot: QtBot) -> None:
    shown, door = inside()
    shown.window.show_phones()
    line = door.find("joinWifiName")
    assert isinstance(line, QLineEdit)
    rested(shown, qtbot)
    line.setFocus()
    QTest.keyClicks(line, "Buur")
    busy(door)
    door.show()
    assert line.text() == "Buur"
    assert QApplication.focusWidget() is line


def test_the_note_stands_in_the_room_and_leads_to_the_page(inside: Inside) -> None:
    shown, door = inside()
    door.desk.openRequested.connect(shown.window.show_phones)
    assert not door.desk.note.isVisible()
    door.later(PATIENCE_MS)
    assert door.desk.note.isVisible()
    assert shown.window.room.isAncestorOf(door.desk.note)
    door.desk.note.more.click()
    assert door.desk.panel.isVisible()
    assert door.find("phoneCheck").isVisible()


def test_a_desk_whose_phones_are_gone_keeps_the_window(inside: Inside) -> None:
    shown, door = inside(phones=FakePhones(replace(STATE, networks=())))
    shown.window.show_phones()
    assert door.find("joinNoNetwork").isVisibleTo(door.desk.panel)
    assert not door.find("joinNetwork").isVisibleTo(door.desk.panel)
    assert shown.game.here.voting is Voting.PHONE


def test_the_codes_in_the_window_hold_what_stands_beside_them(inside: Inside) -> None:
    shown, door = inside(wifi=HOME)
    shown.window.show_phones()
    page, wifi = door.find("joinPageCode"), door.find("joinWifiCode")
    assert page.accessibleDescription() == STATE.url
    assert wifi.accessibleDescription() == HOME.code
    assert decoded(page) == STATE.url
    assert decoded(wifi) == HOME.code


def decoded(code: QWidget) -> str:
    from tests.desktop.beamer.test_joining import codes_in

    code.setFixedSize(200, 200)
    (text,) = codes_in(code.grab().toImage())
    return text
