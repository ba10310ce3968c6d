"""The keys of the presenter window: a remote works, and typing is never disturbed."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dilemmaspel.texts import mark

_TYPING: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_MOVING: Final = (QAbstractItemView, QAbstractSlider, QComboBox)


@dataclass(frozen=True, slots=True)
class Key:
    """What keys do; `single` ones can be switched off, and never work while typing."""

    action: str
    sequences: tuple[str, ...]
    shown: str
    """The keys as people write them, as a message."""
    does: str
    single: bool = False


KEYS: Final = (
    Key("advance", ("PgDown",), mark("Page Down, space, right arrow"), mark("Go on")),
    Key("advance", ("Space", "Right"), "", "", single=True),
    Key("back", ("PgUp",), mark("Page Up, left arrow"), mark("Back, after asking when needed")),
    Key("back", ("Left",), "", "", single=True),
    Key("back", ("Ctrl+Z",), mark("Ctrl+Z"), mark("Take the last step back")),
    Key("reopen", ("Ctrl+R",), mark("Ctrl+R"), mark("Do the last vote again")),
    Key("blank", ("B", "."), mark("B or full stop"), mark("Beamer dark or light"), single=True),
    Key("pause", ("Ctrl+P",), mark("Ctrl+P"), mark("Pause, or go on")),
    Key("aside", ("F6",), mark("F6"), mark("Phones fail: go on without them, or back")),
    Key("join", ("F7",), mark("F7"), mark("Show on the beamer how phones come in")),
    Key("beamer", ("F5",), mark("F5"), mark("Show the beamer")),
    Key("note", ("Ctrl+N",), mark("Ctrl+N"), mark("Write a quick note")),
    Key("keys", ("F1",), mark("F1"), mark("This list")),
    Key("tab1", ("Ctrl+1",), mark("Ctrl+1 to Ctrl+7"), mark("This step, cards, arguments…")),
    *(Key(f"tab{n}", (f"Ctrl+{n}",), "", "") for n in range(2, 8)),
    Key("escape", ("Esc",), mark("Esc"), mark("Put a question or list away; never stops anything")),
)


class Keys(QObject):
    """Turns keys into actions by name; single keys keep out of the way of the focus."""

    pressed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._single = True
        self._on = True
        self._shortcuts: list[tuple[Key, str, QShortcut]] = []
        for key in KEYS:
            for sequence in key.sequences:
                self._add(window, key, sequence)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _add(self, window: QWidget, key: Key, sequence: str) -> None:
        shortcut = QShortcut(QKeySequence(sequence), window)
        shortcut.setAutoRepeat(False)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(partial(self.pressed.emit, key.action))
        shortcut.activatedAmbiguously.connect(partial(self.pressed.emit, key.action))
        self._shortcuts.append((key, sequence, shortcut))

    def press(self, event: QKeyEvent) -> None:
        """Act on a key that reached the beamer's window, as if it was pressed here."""
        wanted = QKeySequence(event.keyCombination())
        for key, _sequence, shortcut in self._shortcuts:
            if self._on and shortcut.key() == wanted:
                self.pressed.emit(key.action)
                return

    def set_single(self, on: bool) -> None:
        """Switch the keys without Ctrl on or off (space, arrows, B, full stop)."""
        self._single = on
        self._refresh(QApplication.focusWidget())

    def set_on(self, on: bool) -> None:
        """Switch all keys on or off; off while a participant holds the laptop."""
        self._on = on
        self._refresh(QApplication.focusWidget())

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key asks that came to the window itself; False leaves it to others."""
        for key, sequence, shortcut in self._shortcuts:
            pressed = QKeySequence(event.keyCombination())
            if shortcut.isEnabled() and pressed == QKeySequence(sequence):
                self.pressed.emit(key.action)
                return True
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._refresh(new)

    def _refresh(self, focus: QWidget | None) -> None:
        for key, sequence, shortcut in self._shortcuts:
            free = not key.single or (self._single and _free(sequence, focus))
            shortcut.setEnabled(self._on and free)


def _free(sequence: str, focus: QWidget | None) -> bool:
    """Whether a single key may be taken from the widget that has the focus."""
    if isinstance(focus, (*_TYPING, *_MOVING)):
        return False
    if sequence == "Space" and isinstance(focus, QAbstractButton):
        return focus.objectName() == "advance"
    return True
