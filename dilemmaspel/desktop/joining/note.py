"""A line in the right zone that says when phones stay away, and leads to the check."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import button, label, mood, named, tight
from dilemmaspel.texts import Texts


class PhonesNote(QFrame):
    """Calm, lasting, and never in the way of the focus; hidden while all is well."""

    moreRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "phonesNote", t("Message"))
        mood(self, "box", "notice")
        self._words = label("", "text", "phonesNoteWords")
        self.more = button("phonesNoteMore", t("What can I do?"), "help", "quiet")
        self.more.clicked.connect(self.moreRequested)
        layout = QVBoxLayout(self)
        tight(layout, 6, 10)
        layout.addWidget(self._words)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show the words, or go away when there are none."""
        new = bool(words) and words != self._words.text()
        self._words.setText(words)
        self.setAccessibleDescription(words)
        self.setVisible(bool(words))
        if new:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def words(self) -> str:
        """What is said now."""
        return self._words.text()
