"""A calm message in the window: a sign, words, and a way to put it away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from dilemmaspel.desktop.style import icon
from dilemmaspel.desktop.widgets.kit import button, em, label, mood, named, signed, tight
from dilemmaspel.texts import Texts


class Notice(QFrame):
    """Says something until it is put away; never takes the focus and never blocks.

    A lasting one has no button: what it tells goes on until it is over.
    """

    putAway = Signal()

    def __init__(
        self, t: Texts, name: str, sign: str = "info", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name, t("Message"))
        mood(self, "box", "notice")
        self._words = label("", "text", f"{name}Words")
        self._close = button(f"{name}Close", "", "close", "quiet")
        signed(self._close, "close", alone=True)
        self._close.setAccessibleName(t("Put this message away"))
        self._close.setToolTip(t("Put this message away"))
        self._close.clicked.connect(self._on_closed)
        layout = QHBoxLayout(self)
        tight(layout, 12, 10)
        layout.addWidget(_sign(sign), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_words(self, words: str, *, lasting: bool = False) -> None:
        """Show the words, or put the message away when there are none."""
        new = bool(words) and words != self._words.text()
        self._words.setText(words)
        self._close.setVisible(not lasting)
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))
        if new:  # a screen reader says it without the focus moving
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def words(self) -> str:
        """What is said now; empty when the message is away."""
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._close.isVisible():
            self._on_closed()
            return
        super().keyPressEvent(event)

    def _on_closed(self) -> None:
        self.show_words("")
        self.putAway.emit()


def _sign(name: str) -> QLabel:
    """A sign that speaks to the eye only; the words beside it say the same."""
    shown = QLabel()
    side = round(em() * 1.3)
    colour = shown.palette().color(QPalette.ColorRole.WindowText).name()
    shown.setPixmap(icon(name, colour).pixmap(QSize(side, side)))
    return shown
