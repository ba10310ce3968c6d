from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.qt_words import translate_qt


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    before = set(qapp.findChildren(QTranslator))
    yield qapp
    for made in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(made)
        made.deleteLater()


def menu_of_a_field(qtbot: QtBot) -> str:
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    return " ".join(action.text() for action in menu.actions())


def test_qt_speaks_dutch_with_the_game(app: QApplication, qtbot: QtBot) -> None:
    assert translate_qt(app, "nl")
    assert "P&lakken" in menu_of_a_field(qtbot)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


def test_without_words_in_a_language_qt_stays_english(app: QApplication, qtbot: QtBot) -> None:
    assert not translate_qt(app, "xx")
    assert "&Paste" in menu_of_a_field(qtbot)
