"""What looks at every page does see what is wrong."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.widgets.kit import button, named
from tests.desktop.looking import Known, Looked, Marked, unmarked

T = Marked()
KNOWN = Known(["De Schakel", "De kok blijft. Wie betaalt mee?"])


@pytest.mark.parametrize(
    ("shown", "loose"),
    [
        (T("Go on"), []),
        (T("{n} of the {all} can live with {option}.", n=2, all=5, option="A"), []),
        (T("On the beamer: {page}", page=T("Vote")), []),
        (T("On the beamer: {page}", page="Vote"), ["Vote"]),
        (T("Nobody translated this"), ["Nobody", "translated", "this"]),
        (T.plural("{n} person", "{n} people", 3), []),
        ("Go on", ["Go", "on"]),
        (f"{T('Go on')} now", ["now"]),
        ("A · De Schakel (60)", []),
        ("1. Wie betaalt mee?", []),
        ("2a855de4f5", []),
        ("3,4 - 1.234 - 20:05 - 192.168.2.10", []),
        ("3.4 - 1,234", ["3.4", "1,234"]),
    ],
)
def test_words_that_bypass_the_catalogue_are_found(shown: str, loose: list[str]) -> None:
    assert unmarked(shown, KNOWN) == loose


class Silent(QPushButton):
    """A button that does not show its focus."""

    def sizeHint(self) -> QSize:
        return QSize(40, 40)

    def paintEvent(self, _event: object) -> None:
        """Paint nothing."""


def test_a_page_with_every_mistake_is_told_all_of_them(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    tiny = named(QLineEdit(), "tiny", T("Go on"))
    tiny.setFixedSize(20, 20)
    silent = named(Silent(), "silent", T("Go on"))
    trap = named(QPlainTextEdit(), "trap", T("Stop"))
    for one in (
        trap,
        tiny,
        button("twin", T("Go on")),
        silent,
        QPushButton(),
        QLabel("Bare words"),
    ):
        column.addWidget(one)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    looked = Looked(KNOWN)
    looked.look("page", page)
    told = "\n".join(looked.wrong)
    for what in (
        "tiny: is 20 by ",
        "two things are called «Go on»",
        "silent: the focus does not show",
        "trap: keeps the Tab key",
        "has no object name",
        "has no name to hear",
    ):
        assert what in told
    assert set(looked.bypass) == {"Bare", "words"}
