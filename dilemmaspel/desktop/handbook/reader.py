"""The part of the help page that shows one subject of the handbook."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSizeF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from dilemmaspel.desktop.handbook.book import Section, Subject, folded
from dilemmaspel.desktop.handbook.setting import Manner, headings, set_page
from dilemmaspel.desktop.voting.look import theme_now
from dilemmaspel.desktop.widgets.kit import em, named
from dilemmaspel.desktop.widgets.timing import once
from dilemmaspel.texts import Texts

_WIDEST: Final = 46
"""The longest line, as a multiple of the height of a letter; longer ones are hard to follow."""


class Reader(QTextBrowser):
    """Shows subjects of the handbook; follows no link by itself and reads no network."""

    linkFollowed = Signal(str)
    """The address of a link that somebody pressed."""

    def __init__(self, t: Texts, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._subject: Subject | None = None
        self._anchor = ""
        self._words: tuple[str, ...] = ()
        self._width = 0
        named(self, "helpText", t("The text of the handbook"))
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.anchorClicked.connect(self._on_link)
        self._later = once(self, 0, self._set)

    @property
    def subject(self) -> Subject | None:
        """The subject that is shown."""
        return self._subject

    def show_subject(self, subject: Subject, anchor: str = "", words: Sequence[str] = ()) -> None:
        """Show a subject, from a heading on, with folded words marked."""
        self._subject, self._anchor, self._words = subject, anchor, tuple(words)
        self.setAccessibleDescription(subject.title)
        self._set()

    @property
    def top_section(self) -> Section | None:
        """The section that was gone to; the first one when none was."""
        if self._subject is None:
            return None
        sections = self._subject.sections
        return next((one for one in sections if one.anchor == self._anchor), sections[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._subject is not None and self.viewport().width() != self._width:
            self._later.start()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Read pictures beside the handbook, and nothing from anywhere else."""
        address = name.toString() if isinstance(name, QUrl) else name
        file = (self._folder / address).resolve()
        if kind != QTextDocument.ResourceType.ImageResource.value or not file.is_file():
            return None
        size = self._size_of(address)
        ratio = self.devicePixelRatioF()
        if size is None:
            return None
        shown = QImage(str(file)).scaledToWidth(
            round(size.width() * ratio), Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        return shown

    def _set(self) -> None:
        if self._subject is None:
            return
        self._width = self.viewport().width()
        room = self._width - round(1.2 * em())
        aside = max(0, room - self._line())
        document = self.document()
        document.clear()  # with its pictures, which may get another size
        points = self.font().pointSizeF()
        manner = Manner(theme_now(), points, em())
        set_page(document, self._subject.text, manner, self._size_of)
        frame = document.rootFrame().frameFormat()
        frame.setMargin(0)
        frame.setLeftMargin(0.5 * em())
        frame.setTopMargin(0.4 * em())
        frame.setRightMargin(0.5 * em() + aside)
        if self._anchor:  # so that also the last heading can come to the top
            frame.setBottomMargin(max(0, self.viewport().height() - 4 * em()))
        document.rootFrame().setFrameFormat(frame)
        self._mark_words()
        self._go()

    def _line(self) -> int:
        return round(min(_WIDEST * em(), self._width - 1.2 * em()))

    def _size_of(self, address: str) -> QSizeF | None:
        size = QImage(str(self._folder / address)).size()
        if size.isEmpty():
            return None
        wide = min(size.width(), self._line(), 44 * em())
        return QSizeF(wide, wide * size.height() / size.width())

    def _go(self) -> None:
        if self._subject is None or not self._anchor:
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
            return
        anchors = [one.anchor for one in self._subject.sections]
        for anchor, block in zip(anchors, headings(self.document()), strict=False):
            if anchor == self._anchor:
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return

    def _mark_words(self) -> None:
        marked: list[QTextEdit.ExtraSelection] = []
        shape = QTextCharFormat()
        shape.setBackground(QColor(theme_now().colour("notice")))
        shape.setFontUnderline(True)
        block = self.document().begin()
        while block.isValid() and self._words:
            text = block.text()
            small = folded(text)
            for word in self._words if len(small) == len(text) else ():
                at = small.find(word)
                while at >= 0:
                    marked.append(self._selection(block.position() + at, len(word), shape))
                    at = small.find(word, at + len(word))
            block = block.next()
        self.setExtraSelections(marked)

    def _selection(
        self, position: int, length: int, shape: QTextCharFormat
    ) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = cursor, shape
        return made

    def _on_link(self, address: QUrl) -> None:
        self.linkFollowed.emit(address.toString())
