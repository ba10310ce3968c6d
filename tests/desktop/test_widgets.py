"""Small widgets that more than one window uses."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.widgets.bigbutton import BigButton
from dilemmaspel.desktop.widgets.card import CardButton
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, sign_button
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton


class Block(QWidget):
    """As large as it is told to be."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


@pytest.fixture
def row(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=10)
    for width, height in ((100, 60), (100, 40), (150, 20)):
        flow.addWidget(Block(width, height))
    return holder


def places(holder: QWidget) -> list[tuple[int, int]]:
    blocks = [one for one in holder.children() if isinstance(one, Block)]
    return [(one.x(), one.y()) for one in blocks]


def test_what_stands_side_by_side_stands_in_the_middle_of_its_line(row: QWidget) -> None:
    row.resize(400, 200)
    row.show()
    assert places(row) == [(0, 0), (110, 10), (220, 20)]
    assert row.heightForWidth(400) == 60


def test_a_full_line_goes_on_below(row: QWidget) -> None:
    row.resize(300, 200)
    row.show()
    assert places(row) == [(0, 0), (110, 10), (0, 70)]
    assert row.heightForWidth(300) == 90


def test_a_sign_keeps_away_from_the_words_after_it(qtbot: QtBot) -> None:
    worded, bare = button("go", "Verder", "next"), sign_button("go", "Verder", "next")
    for made in (worded, bare):
        qtbot.addWidget(made)
    assert worded.iconSize().width() > worded.iconSize().height()
    assert bare.iconSize().width() == bare.iconSize().height()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize(
    "make",
    [
        partial(button, "go", "Verder"),
        partial(sign_button, "go", "Verder", "next"),
        partial(WrapButton, "go", "Verder"),
        partial(BigButton, "Grote knop", 300),
        partial(CardButton, "go", "choice", 8),
    ],
    ids=["button", "sign", "wrap", "big", "card"],
)
def test_enter_presses_every_kind_of_button_as_the_space_bar_does(
    qtbot: QtBot, key: Qt.Key, make: Callable[[], QPushButton]
) -> None:
    made = make()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.clicked, timeout=1_000):
        QTest.keyClick(made, key)


def held(key: Qt.Key) -> QKeyEvent:
    """What comes again and again while a key is held down."""
    none = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, key, none, "\r", True)


def test_enter_that_is_held_down_presses_once(qtbot: QtBot) -> None:
    made = button("go", "Verder")
    qtbot.addWidget(made)
    presses = QSignalSpy(made.clicked)
    QTest.keyClick(made, Qt.Key.Key_Return)
    for _ in range(5):
        QApplication.sendEvent(made, held(Qt.Key.Key_Return))
    assert presses.count() == 1


def test_enter_in_a_line_presses_no_button_even_when_the_focus_goes_to_one(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    line, made = QLineEdit(), button("go", "Verder")
    for one in (line, made):
        column.addWidget(one)
    qtbot.addWidget(window)
    presses = QSignalSpy(made.clicked)
    line.returnPressed.connect(made.setFocus)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert made.hasFocus()
    assert presses.count() == 0
