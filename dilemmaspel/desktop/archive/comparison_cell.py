"""Paints a cell of a comparison: the first vote above the second, and words below."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dilemmaspel.desktop.archive.comparison_model import CELL_ROLE, Shown
from dilemmaspel.desktop.widgets.kit import em
from dilemmaspel.texts import percent
from dilemmaspel.theme import Theme

MARGIN: Final = 10
GAP: Final = 4
LEAST_LINES: Final = 2

Bars = tuple[tuple[int, str, float], ...]


class CompareCell(QStyledItemDelegate):
    """Each part of a bar has the option's colour, its letter, and a line before the next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        shown = index.data(CELL_ROLE)
        lines = max(LEAST_LINES, len(shown.lines)) if isinstance(shown, Shown) else LEAST_LINES
        bars = sum(1 for bar in (shown.first, shown.second) if bar)
        high = 2 * MARGIN + bars * (em() + GAP + 2) + lines * em()
        return QSize(em() * 11, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        shown = index.data(CELL_ROLE)
        if not isinstance(shown, Shown):
            return
        room: QRect = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.save()
        self._ground(painter, option)
        top = room.top()
        for number, bars in enumerate((shown.first, shown.second), start=1):
            if bars:
                self._bar(painter, number, bars, QRect(room.left(), top, room.width(), em() + 2))
                top += em() + 2 + GAP
        painter.setFont(QApplication.font())
        painter.setPen(QPen(QColor(self._theme.colour("ink"))))
        metrics = QFontMetrics(QApplication.font())
        for line in shown.lines:
            place = QRect(room.left(), top, room.width(), em())
            words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            top += em()
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.fillRect(rect, QColor(self._theme.colour("card")))
        if state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            painter.setPen(QPen(QColor(self._theme.colour("focus")), 3))
            painter.drawRect(rect.adjusted(2, 2, -3, -3))

    def _bar(self, painter: QPainter, number: int, bars: Bars, room: QRect) -> None:
        """One vote: its number, and the shares side by side."""
        font = QFont(QApplication.font())
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        before = metrics.horizontalAdvance("2") + 8
        painter.setPen(QPen(QColor(self._theme.colour("muted"))))
        painter.drawText(
            QRect(room.left(), room.top(), before, room.height()),
            Qt.AlignmentFlag.AlignVCenter,
            str(number),
        )
        left, whole = room.left() + before, room.width() - before
        total = sum(share for _, _, share in bars) or 1.0
        for place, letter, share in bars:
            wide = round(whole * share / total)
            part = QRect(left, room.top(), wide, room.height())
            colour = QColor(self._theme.option(place).colour)
            painter.fillRect(part, colour)
            painter.setPen(QPen(QColor(self._theme.colour("card")), 2))
            painter.drawLine(part.topRight(), part.bottomRight())
            self._letter(painter, metrics, f"{letter} {percent(share)}", letter, part)
            left += wide

    def _letter(
        self, painter: QPainter, metrics: QFontMetrics, words: str, letter: str, part: QRect
    ) -> None:
        """The letter and the share where there is room, else the letter, else nothing."""
        fitting = (w for w in (words, letter) if metrics.horizontalAdvance(w) + 6 < part.width())
        text = next(fitting, "")
        if text:
            painter.setPen(QPen(QColor("#FFFFFF")))
            painter.drawText(part, Qt.AlignmentFlag.AlignCenter, text)
