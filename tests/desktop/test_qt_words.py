from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit
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


def test_the_choice_of_a_file_holds_no_english_word(app: QApplication, qtbot: QtBot) -> None:
    english = words_of_a_choice(qtbot)
    assert translate_qt(app, "nl")
    same = english & words_of_a_choice(qtbot) - {"", "Type", "Type:"}
    assert same == set()
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "Map"


def test_what_nobody_translated_is_left_alone(app: QApplication) -> None:
    assert translate_qt(app, "nl")
    assert QCoreApplication.translate("QFileDialog", "No such words") == "No such words"


def words_of_a_choice(qtbot: QtBot) -> set[str]:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    said = [one.text() for one in dialog.findChildren(QLabel)]
    said += [one.text() for one in dialog.findChildren(QAction)]
    buttons = dialog.findChildren(QAbstractButton)
    said += [words for one in buttons for words in (one.text(), one.toolTip())]
    return {words.replace("&", "") for words in said}
