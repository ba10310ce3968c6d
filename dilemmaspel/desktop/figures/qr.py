"""QR codes as pictures: one pixel per module, black on white, with the quiet zone around them."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

QUIET: Final = 4
"""Modules of white around a code (ISO/IEC 18004)."""

_BLACK: Final = 0xFF000000
_WHITE: Final = 0xFFFFFFFF


@lru_cache(maxsize=16)
def qr_image(text: str) -> QImage:
    """Return the code of a text, at least of level M; stronger where that makes it no larger."""
    import segno

    modules = segno.make(text, error="m", micro=False, encoding="utf-8").matrix
    side = len(modules) + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(_WHITE)
    for y, row in enumerate(modules, start=QUIET):
        for x, dark in enumerate(row, start=QUIET):
            if dark:
                image.setPixel(x, y, _BLACK)
    return image


def draw_qr(painter: QPainter, text: str, box: QRectF) -> None:
    """Draw a code in a square, with edges as sharp as the screen allows."""
    smooth = painter.testRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(box, qr_image(text))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=smooth)
