"""A page that makes files: what and where in two cards, how far it is, and where they lie."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.stepping import Stepping
from dilemmaspel.desktop.widgets.columns import Columns
from dilemmaspel.desktop.widgets.edges import bottom_bar, top_row
from dilemmaspel.desktop.widgets.kit import button, label, named, say, scrolled, tight
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.desktop.widgets.places import breakable
from dilemmaspel.texts import Texts

_STEPS: Final = 1000


class MakingPage(QWidget):
    """What such pages share; Escape stops the making, and then leaves the page.

    `name` is the beginning of the names of its parts; a page calls `_arrange` and `_follow` with
    what is its own.
    """

    closed = Signal()

    def __init__(
        self,
        t: Texts,
        name: str,
        make: QPushButton,
        opens: Callable[[Path], bool],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._name = name
        self._opens = opens
        self._made_in: Path | None = None
        """Where something lies that was made; None offers no folder."""
        self.trouble = Notice(t, f"{name}Trouble", "warning")
        self.ready = Notice(t, f"{name}Ready", "check")
        self.back: QPushButton = button(f"{name}Back", t("Back"), "back", "quiet")
        self.progress = named(QProgressBar(), f"{name}Progress", t("How far it is"))
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.state: QLabel = label("", "text", f"{name}State")
        self.cancel: QPushButton = button(f"{name}Cancel", t("Stop"), "close")
        self.open: QPushButton = button(f"{name}Open", t("Open the folder"), "folder")
        self.make = make
        self.making = Stepping(self)
        self.back.clicked.connect(self._on_back)
        self.cancel.clicked.connect(self.making.stop)
        self.open.clicked.connect(self._on_open)

    def _arrange(self, title: str, about: Sequence[QWidget], what: QWidget, where: QWidget) -> None:
        """Lay the page out: its title, what is said of it, the two cards, and the bar."""
        self._cards = (what, where)
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 12)
        column.setContentsMargins(40, 4, 40, 20)
        column.addWidget(label(title, "title", f"{self._name}Title"))
        for part in about:
            column.addWidget(part)
        column.addWidget(Columns(((what,), (where,)), least=20))
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top_row(self.back))
        layout.addWidget(scrolled(content, f"{self._name}Area", title), 1)
        said, presses = (self.state, self.progress), (self.cancel, self.open, self.make)
        layout.addWidget(bottom_bar(f"{self._name}Bar", said, presses))

    def go_to_make(self) -> None:
        """Put the keyboard on the button that makes."""
        self.make.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            (self.making.stop if self.making.busy else self._on_back)()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.making.stop()
        super().hideEvent(event)

    def _show_making(self, *, possible: bool, at_rest: str) -> None:
        """Show whether something is being made; `at_rest` is said when nothing is."""
        busy = self.making.busy
        self.progress.setVisible(busy)
        self.cancel.setVisible(busy)
        self.make.setEnabled(not busy and possible)
        for card in self._cards:
            card.setEnabled(not busy)
        self.open.setVisible(not busy and self._made_in is not None)
        if not busy:
            self.progress.setValue(0)
            say(self.state, at_rest)

    def _show_share(self, share: float) -> None:
        """Show how much is done, from 0 to 1."""
        self.progress.setValue(round(share * _STEPS))

    def _say_nothing(self) -> None:
        self.trouble.show_words("")
        self.ready.show_words("")

    def _on_open(self) -> None:
        if self._made_in is None or self._opens(self._made_in):
            return
        where = breakable(self._made_in)
        self.trouble.show_words(
            self._t("The folder could not be opened. You find it here: {folder}", folder=where)
        )

    def _on_back(self) -> None:
        self.making.stop()
        self.closed.emit()
