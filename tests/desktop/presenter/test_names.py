"""Everything that can be used has a name, is large enough, and can be reached with Tab."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dilemmaspel.game.phases import Page, Phase
from tests.desktop.presenter.conftest import Show
from tests.desktop.presenter.game import DUTCH, ENGLISH, Game

USABLE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QScrollArea)
ZONES = ["left", "middle", "room", "bar"]
PLACES = [
    (Phase.LOBBY, None),
    (Phase.VOTE1, None),
    (Phase.TALK, None),
    (Phase.DECISION, Page.EFFECTS),
    (Phase.DEBRIEF, None),
]


def usable(window: QWidget) -> Iterator[QWidget]:
    """Widgets that take the focus; the line inside a spin box belongs to the box."""
    for one in window.findChildren(QWidget):
        inner = isinstance(one.parentWidget(), QAbstractSpinBox | QComboBox)
        if isinstance(one, USABLE) and not inner:
            yield one


def next_focus() -> QWidget:
    """Press Tab, and give what has the focus then."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert after is not None
    return after


def takes_tab(one: QWidget) -> bool:
    return bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("t", [ENGLISH, DUTCH], ids=["en", "nl"])
def test_everything_usable_has_a_name(
    place: tuple[Phase, Page | None], t: object, game: Game, show: Show
) -> None:
    window = show(game.to(*place), t).window
    window.conduct.leave()
    nameless = [
        f"{type(one).__name__} {one.objectName()!r}"
        for one in usable(window)
        if not one.objectName() or not one.accessibleName().strip()
    ]
    assert nameless == []


@pytest.mark.parametrize("place", PLACES)
def test_a_screen_reader_hears_the_names(
    place: tuple[Phase, Page | None], game: Game, show: Show
) -> None:
    window = show(game.to(*place)).window
    for one in usable(window):
        spoken = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        if isinstance(one, QComboBox):  # says its value; its name is the label beside it
            labels = [label for label in window.findChildren(QLabel) if label.buddy() is one]
            assert len(labels) == 1
        else:
            assert spoken == one.accessibleName(), one.objectName()


@pytest.mark.parametrize("place", PLACES)
def test_no_two_things_in_sight_have_the_same_name(
    place: tuple[Phase, Page | None], game: Game, show: Show
) -> None:
    window = show(game.to(*place)).window
    for page in range(5):
        window.middle.show_page(page)
        seen = [
            one
            for one in usable(window)
            if one.isVisibleTo(window) and not isinstance(one, QAbstractScrollArea)
        ]
        names = Counter(one.accessibleName() for one in seen)
        assert [name for name, n in names.items() if n > 1] == [], page
        ids = Counter(one.objectName() for one in usable(window))
        assert [name for name, n in ids.items() if n > 1] == []


def test_tab_comes_to_everything_in_sight_and_back(game: Game, show: Show, qtbot: QtBot) -> None:
    window = show(game.to(Phase.TALK)).window
    window.bar.advance.setFocus()
    reached = []
    for _ in range(80):
        focus = next_focus()
        reached.append(focus)
        if focus is window.bar.advance:
            break
    expected = {
        one.objectName()
        for one in usable(window)
        if one.isVisibleTo(window)
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert {one.objectName() for one in reached} == expected


def test_the_order_of_tab_goes_from_left_to_right_and_ends_with_the_bar(
    game: Game, show: Show, qtbot: QtBot
) -> None:
    window = show(game.to(Phase.TALK)).window
    window.bar.advance.setFocus()
    zones = []
    for _ in range(80):
        focus = next_focus()
        zones += [name for name in ZONES if getattr(window, name).isAncestorOf(focus)]
        if focus is window.bar.advance:
            break
    assert list(dict.fromkeys(zones)) == ZONES
    assert zones == sorted(zones, key=ZONES.index)
