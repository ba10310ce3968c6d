"""Sets a page of the handbook as rich text: headings, tables, pictures with their words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
    QTextTableFormat,
)

from dilemmaspel.theme import Theme

_HEADINGS: Final = {1: 1.9, 2: 1.35, 3: 1.1}
"""Sizes of headings as a multiple of the text."""

_NEW_LINE: Final = "\u2028"
_PROPORTIONAL: Final = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value

SizeOf = Callable[[str], QSizeF | None]
"""The size that a picture gets on this page, by its address; None leaves it out."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a page looks: its theme, the size of its text, and how large that is in dots."""

    theme: Theme
    points: float
    em: float
    """The height of a line of text, in the dots of the document."""
    on_paper: bool = False
    """Paper stands closer, and a link on it is words."""

    @property
    def gap(self) -> float:
        """The space under a paragraph, in dots."""
        return self.em * (0.45 if self.on_paper else 0.75)

    @property
    def leading(self) -> int:
        """From line to line, as a percentage of the height of a line."""
        return 112 if self.on_paper else 125


def headings(document: QTextDocument) -> Iterator[QTextBlock]:
    """The headings of a document that was set, in their order."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            yield block
        block = block.next()


def set_page(document: QTextDocument, text: str, manner: Manner, size_of: SizeOf) -> None:
    """Fill a document with a text in Markdown; HTML in it stays what is written."""
    font = QFont(manner.theme.family)
    font.setPointSizeF(manner.points)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    document.setMarkdown(text, features | QTextDocument.MarkdownFeature.MarkdownNoHTML)
    _set_pictures(document, manner, size_of)
    block = document.begin()
    while block.isValid():
        _set_block(block, manner)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _set_table(frame, manner)


def _set_pictures(document: QTextDocument, manner: Manner, size_of: SizeOf) -> None:
    """Give each picture its size, and write its words under it."""
    for position in _places_of_pictures(document):
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        shape = cursor.charFormat().toImageFormat()
        size = size_of(shape.name())
        words = str(shape.property(QTextFormat.Property.ImageAltText) or "")
        if size is None:
            cursor.removeSelectedText()
        else:
            _resize(cursor, shape, size)
            cursor.setPosition(position + 1)
            words = f"{_NEW_LINE}{words}"
        told = QTextCharFormat()
        told.setForeground(QColor(manner.theme.colour("muted")))
        told.setFontPointSize(manner.points * 0.9)
        cursor.insertText(words, told)


def _resize(cursor: QTextCursor, shape: QTextImageFormat, size: QSizeF) -> None:
    shape.setWidth(size.width())
    shape.setHeight(size.height())
    cursor.setCharFormat(shape)


def _places_of_pictures(document: QTextDocument) -> list[int]:
    """Where the pictures stand, the last one first, so that writing moves none of the others."""
    found: list[int] = []
    block = document.begin()
    while block.isValid():
        found += [one.position() for one in _pieces(block) if one.charFormat().isImageFormat()]
        block = block.next()
    return found[::-1]


def _set_block(block: QTextBlock, manner: Manner) -> None:
    shape = block.blockFormat()
    level = shape.headingLevel()
    if level:
        _set_heading(block, shape, level, manner)
    elif shape.hasProperty(QTextFormat.Property.BlockCodeFence):
        _set_code(block, shape, manner)
    else:
        _set_text(block, shape, manner)


def _set_heading(block: QTextBlock, shape: QTextBlockFormat, level: int, manner: Manner) -> None:
    shape.setTopMargin(0 if level == 1 else manner.gap * 1.4)
    shape.setBottomMargin(manner.gap * (0.9 if level == 1 else 0.4))
    cursor = _select(block)
    cursor.setBlockFormat(shape)
    words = QTextCharFormat()  # in place of the one from Markdown, whose size is a relative one
    words.setFontPointSize(manner.points * _HEADINGS[level])
    words.setFontWeight(QFont.Weight.Bold)
    words.setForeground(QColor(manner.theme.colour("ink" if level == 1 else "accent")))
    cursor.setCharFormat(words)


def _set_code(block: QTextBlock, shape: QTextBlockFormat, manner: Manner) -> None:
    words = QTextCharFormat()
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    words.setFontFamilies([fixed.family()])
    words.setFontPointSize(manner.points * 0.95)
    first = not block.previous().blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
    last = not block.next().blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
    shape.setBackground(QColor(manner.theme.colour("panel")))
    shape.setLeftMargin(manner.em * 0.5)
    shape.setTopMargin(manner.em * 0.2 if first else 0)
    shape.setBottomMargin(manner.gap if last else 0)
    shape.setNonBreakableLines(False)
    cursor = _select(block)
    cursor.setBlockFormat(shape)
    cursor.mergeCharFormat(words)


def _set_text(block: QTextBlock, shape: QTextBlockFormat, manner: Manner) -> None:
    in_table = QTextCursor(block).currentTable() is not None
    listed = block.textList() is not None
    inside = listed and block.next().textList() is not None
    below = 0.0 if in_table else manner.gap / 2.5 if inside else manner.gap
    shape.setBottomMargin(below)
    shape.setTopMargin(0)
    if not _has_picture(block):  # proportional lines would make room above a picture
        shape.setLineHeight(manner.leading, _PROPORTIONAL)
    if shape.intProperty(QTextFormat.Property.BlockQuoteLevel):
        shape.setBackground(QColor(manner.theme.colour("accent_soft")))
    QTextCursor(block).setBlockFormat(shape)
    for position, length in [(one.position(), one.length()) for one in _pieces(block)]:
        _set_piece(position, length, block, manner)


def _set_piece(position: int, length: int, block: QTextBlock, manner: Manner) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(position)
    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
    found, words = cursor.charFormat(), QTextCharFormat()
    if found.isAnchor():
        words.setForeground(QColor(manner.theme.colour("ink" if manner.on_paper else "accent")))
        words.setFontUnderline(not manner.on_paper)
    elif found.fontFixedPitch():
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        words.setFontFamilies([fixed.family()])
    else:
        return
    cursor.mergeCharFormat(words)


def _has_picture(block: QTextBlock) -> bool:
    return any(one.charFormat().isImageFormat() for one in _pieces(block))


def _pieces(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of one format in a block."""
    iterator = block.begin()
    while not iterator.atEnd():
        yield iterator.fragment()
        iterator += 1


def _select(block: QTextBlock) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _set_table(table: QTextTable, manner: Manner) -> None:
    shape = QTextTableFormat(table.format().toTableFormat())
    shape.setBorder(0)
    shape.setBorderCollapse(True)
    shape.setCellPadding(manner.em * (0.22 if manner.on_paper else 0.35))
    shape.setCellSpacing(0)
    shape.setMargin(0)
    shape.setTopMargin(manner.em * 0.2)
    shape.setBottomMargin(manner.gap * 0.7)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setHeaderRowCount(1)
    table.setFormat(shape)
    for row in range(table.rows()):
        for column in range(table.columns()):
            _set_cell(table.cellAt(row, column), manner, head=row == 0)


def _set_cell(cell: QTextTableCell, manner: Manner, *, head: bool) -> None:
    words = QTextCharFormat()
    shape = QTextTableCellFormat(cell.format().toTableCellFormat())
    shape.setBottomBorder(manner.em / 20)
    shape.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBottomBorderBrush(QColor(manner.theme.colour("line" if head else "faint")))
    if head:
        words.setFontWeight(QFont.Weight.Bold)
        shape.setBackground(QColor(manner.theme.colour("panel")))
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(words)
    cell.setFormat(shape)
