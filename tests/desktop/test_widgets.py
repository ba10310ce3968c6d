"""Small widgets that more than one window uses."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, sign_button


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
