"""A QR code in a window; the words that it holds stand beside it."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dilemmaspel.desktop.figures.qr import draw_qr
from dilemmaspel.desktop.widgets.kit import em, named

LARGEST: Final = 150
"""Pixels; a camera at the laptop needs no more, however large the letters are."""


class QrCode(QWidget):
    """Square and always black on white; hidden while it holds nothing."""

    def __init__(self, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, name, words)
        self._text = ""
        side = min(LARGEST, round(em() * 8))
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show the code of a text."""
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.setVisible(bool(text))
            self.update()

    def text(self) -> str:
        """What a phone reads."""
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            painter = QPainter(self)
            draw_qr(painter, self._text, QRectF(self.rect()))
            painter.end()
