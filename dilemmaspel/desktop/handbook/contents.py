"""The list beside the handbook: its subjects, or the places where words were found."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dilemmaspel.desktop.handbook.book import Hit, Subject
from dilemmaspel.desktop.widgets.kit import named
from dilemmaspel.desktop.widgets.press import ENTER
from dilemmaspel.texts import Texts

_ROOM: Final = 12


class _Wrapping(QStyledItemDelegate):
    """Gives every item the height that its words need in the width of the list."""

    def __init__(self, shown: QListWidget) -> None:
        super().__init__(shown)
        self._list = shown

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        inside = QStyleOptionViewItem(option)
        inside.rect = QRect(0, 0, self._list.viewport().width() - _ROOM, 1)
        found = super().sizeHint(inside, index)
        return QSize(self._list.viewport().width(), found.height() + _ROOM)


class Contents(QListWidget):
    """Shows at once what the arrow keys come to; Enter goes into the text."""

    placeChosen = Signal(str, str)
    """The file of a subject, and the anchor of a heading in it."""
    entered = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._places: list[tuple[str, str]] = []
        named(self, "helpContents", t("Subjects"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Wrapping(self))
        self.setTabKeyNavigation(False)
        self.currentRowChanged.connect(self._on_row)
        self.itemClicked.connect(self._on_clicked)

    @property
    def lines(self) -> tuple[str, ...]:
        """What the items say."""
        return tuple(self.item(row).text() for row in range(self.count()))

    def show_subjects(self, subjects: Sequence[Subject], file: str) -> None:
        """List all subjects, with the one of this file as the chosen one."""
        self.setAccessibleName(self._t("Subjects"))
        self._fill([(one.title, one.file, "") for one in subjects])
        files = [one.file for one in subjects]
        self._choose(files.index(file) if file in files else -1)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """List where words were found, and go to the first place."""
        self.setAccessibleName(self._t("Found"))
        self._fill([(_words(hit), hit.file, hit.section.anchor) for hit in hits])
        if hits:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _fill(self, lines: Sequence[tuple[str, str, str]]) -> None:
        self.blockSignals(True)
        self.clear()
        self._places = [(file, anchor) for _, file, anchor in lines]
        for words, _, _ in lines:
            self.addItem(QListWidgetItem(words))
        self.setCurrentRow(-1)
        self.blockSignals(False)

    def _choose(self, row: int) -> None:
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._places):
            self.placeChosen.emit(*self._places[row])

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._on_row(self.row(item))


def _words(hit: Hit) -> str:
    inside = hit.section.level > 1
    title = f"{hit.subject} › {hit.section.title}" if inside else hit.subject
    return f"{title}\n{hit.snippet}"
