"""One cell of the show of hands: a number that is typed, and whether it is kept."""

from enum import Enum
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from dilemmaspel.desktop.style import icon_pixmap
from dilemmaspel.desktop.voting.look import theme_now
from dilemmaspel.desktop.widgets.kit import em, mood, named
from dilemmaspel.desktop.widgets.press import ENTER
from dilemmaspel.texts import Texts, mark


class Kept(Enum):
    """How it is with the number in a cell."""

    EMPTY = "empty"
    SAVING = "saving"
    SAVED = "saved"
    WAITING = "waiting"
    """Not sent: the role has too many hands, or a reason is missing."""
    REFUSED = "refused"
    TROUBLE = "trouble"


_SIGNS: Final = {
    Kept.SAVING: "clock",
    Kept.SAVED: "check",
    Kept.WAITING: "edit",
    Kept.REFUSED: "warning",
    Kept.TROUBLE: "warning",
}
_WORDS: Final = {
    Kept.EMPTY: mark("nothing counted"),
    Kept.SAVING: mark("being kept"),
    Kept.SAVED: mark("kept"),
    Kept.WAITING: mark("not kept yet"),
    Kept.REFUSED: mark("not counted"),
    Kept.TROUBLE: mark("not kept; try again"),
}
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HandsCell(QLineEdit):
    """Digits go in and on to the next cell; arrows move; Backspace clears.

    Goes on by itself as soon as no further digit could belong to the number.
    """

    settled = Signal()
    """The number is complete."""
    movedOn = Signal()
    moved = Signal(int, int)

    def __init__(self, t: Texts, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        mood(self, "vote", "cell")
        self._t = t
        self._people = 0
        self._fresh = True
        self._changed = False
        self._kept = Kept.EMPTY
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setReadOnly(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setPlaceholderText("–")
        self.setMinimumWidth(round(em() * 2.4))

    def count(self) -> int:
        """The number that stands here; 0 when the cell is empty."""
        return int(self.text() or 0)

    def show_people(self, people: int) -> None:
        """Take how many hands can be raised at most."""
        self._people = people

    def show_count(self, count: int) -> None:
        """Show what is kept, unless somebody is typing here."""
        if not self._changed:
            self.setText(str(count) if count else self.text() and "0")

    def show_kept(self, kept: Kept) -> None:
        """Show whether the number is kept: a sign in the corner, and words for a screen reader."""
        if kept is not self._kept:
            self._kept = kept
            mood(self, "state", kept.value)
            self.setAccessibleDescription(self._t(_WORDS[kept]))
            self.update()

    @property
    def kept(self) -> Kept:
        """What is shown about the number."""
        return self._kept

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key = event.text(), event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and key not in ENTER:
            event.ignore()
        elif text.isdecimal() and text.isascii():
            self._type(text)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.setText("")
            self._fresh = False
            self._changed = True
            self._settle()
        elif key in _STEPS:
            self.moved.emit(*_STEPS[Qt.Key(key)])
        elif key in ENTER:
            self._settle()
            self.movedOn.emit()
        else:
            event.ignore()

    def _type(self, digit: str) -> None:
        before = "" if self._fresh else self.text()
        self.setText(str(int((before + digit)[-2:])))
        self._fresh = False
        self._changed = True
        complete = self.count() == 0 or self.count() * 10 > self._people
        if complete:
            self._settle()
            self.movedOn.emit()

    def _settle(self) -> None:
        if self._changed:
            self._changed = False
            self._fresh = True
            self.settled.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fresh = True
        self.deselect()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        sign = _SIGNS.get(self._kept)
        if sign is None:
            return
        theme, side = theme_now(), round(em() * 0.9)
        worries = self._kept in (Kept.REFUSED, Kept.TROUBLE)
        painter = QPainter(self)
        drawn = icon_pixmap(sign, theme.colour("danger" if worries else "muted"), side)
        painter.drawPixmap(self.width() - side - 4, self.height() - side - 4, drawn)
        painter.end()
