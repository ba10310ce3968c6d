"""What comes up in a window is said by a screen reader, once, and without the focus moving."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.joining import note
from dilemmaspel.desktop.widgets import notice
from dilemmaspel.texts import Texts

T = Texts("en")
Said = list[tuple[QAccessible.Event, str]]


class Listening:
    """Hears what is announced, as a screen reader would."""

    Event = QAccessible.Event

    def __init__(self) -> None:
        self.said: Said = []

    def updateAccessibility(self, event: QAccessibleEvent) -> None:
        spoken = QAccessible.queryAccessibleInterface(event.object())
        self.said.append((event.type(), spoken.text(QAccessible.Text.Description)))


@pytest.mark.parametrize(
    ("module", "make"),
    [
        (notice, lambda: notice.Notice(T, "message")),
        (note, lambda: note.PhonesNote(T)),
    ],
    ids=["notice", "phones"],
)
def test_a_new_message_is_announced_once_with_its_words(
    module: object, make: Callable[[], QWidget], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Listening()
    monkeypatch.setattr(module, "QAccessible", heard)
    shown = make()
    qtbot.addWidget(shown)
    for words in ("It is full.", "It is full.", "", "It is full.", "Try again."):
        shown.show_words(words)  # type: ignore[attr-defined] # both show words
    alert = QAccessible.Event.Alert
    assert heard.said == [(alert, "It is full."), (alert, "It is full."), (alert, "Try again.")]
