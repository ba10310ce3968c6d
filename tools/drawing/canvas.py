"""The sheet on which a picture is laid: paper pieces with soft shadows, speckle and grain."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QImageWriter,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from tools.drawing.palette import INK, PAPER, colour
from tools.drawing.shapes import Point, moved

WIDTH, HEIGHT = 1600, 1000
FINE = 2
QUALITY = 85
FAR: Point = (3.0, 5.0)


@dataclass(frozen=True, slots=True)
class Fade:
    """A change from strong to nothing, along a line or out from a point."""

    start: Point
    end: Point
    strength: float = 0.5
    round: bool = False

    def brush(self) -> QBrush:
        """Give it as grey values: black is strong, white is nothing."""
        a, b = QPointF(*self.start), QPointF(*self.end)
        gradient: QGradient
        if self.round:
            gradient = QRadialGradient(a, (b - a).manhattanLength())
        else:
            gradient = QLinearGradient(a, b)
        gradient.setColorAt(0, QColor.fromRgbF(*[1 - self.strength] * 3))
        gradient.setColorAt(1, Qt.GlobalColor.white)
        return QBrush(gradient)


class Canvas:
    """A picture of 1600 by 1000 units, drawn twice as fine as it is written."""

    def __init__(self, ground: str = PAPER) -> None:
        self._image = QImage(WIDTH * FINE, HEIGHT * FINE, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.fill(colour(ground))
        self.painter = QPainter(self._image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.scale(FINE, FINE)

    def fill(self, path: QPainterPath, value: str, alpha: float = 1.0) -> None:
        """Paint a shape flat."""
        self.painter.fillPath(path, colour(value, alpha))

    def line(self, path: QPainterPath, value: str, width: float, alpha: float = 1.0) -> None:
        """Draw along a path with round ends."""
        pen = QPen(colour(value, alpha), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.strokePath(path, pen)

    def cut(self, path: QPainterPath, value: str, lift: float = 1.0) -> None:
        """Lay a piece of paper: its soft shadow first, then the piece."""
        self.shadow(path, lift)
        self.fill(path, value)

    def shadow(self, path: QPainterPath, lift: float = 1.0, strength: float = 0.20) -> None:
        """Draw the shadow of a piece that lies ``lift`` above what is under it."""
        layers = 5
        below = moved(path, FAR[0] * lift, FAR[1] * lift)
        tone = colour(INK, strength / layers)
        for i in range(layers):
            pen = QPen(tone, 9 * lift * (i + 0.5) / layers)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self.painter.setPen(pen)
            self.painter.setBrush(tone)
            self.painter.drawPath(below)

    def shade(
        self, path: QPainterPath, dx: float, dy: float, value: str = INK, alpha: float = 0.12
    ) -> None:
        """Darken (or lighten) the rim of a shape on the side away from (dx, dy)."""
        with self.clipped(path):
            rest = path.subtracted(moved(path, dx, dy))
            self.fill(rest, value, alpha)

    def glow(self, centre: Point, radius: float, value: str, alpha: float = 0.5) -> None:
        """Let light fall off from a point."""
        gradient = QRadialGradient(QPointF(*centre), radius)
        for i in range(9):
            share = i / 8
            gradient.setColorAt(share, colour(value, alpha * (1 - share) ** 2))
        self.painter.fillRect(
            QRectF(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius), gradient
        )

    def wash(
        self, path: QPainterPath, start: Point, end: Point, tones: tuple[tuple[str, float], ...]
    ) -> None:
        """Fill a shape with a soft change of tone; each tone is a colour and its opacity."""
        gradient = QLinearGradient(QPointF(*start), QPointF(*end))
        for i, (value, alpha) in enumerate(tones):
            gradient.setColorAt(i / (len(tones) - 1), colour(value, alpha))
        self.painter.fillPath(path, QBrush(gradient))

    def tint(self, value: str, alpha: float) -> None:
        """Darken everything laid so far, as evening does."""
        self.painter.save()
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        self.fill(everything(), value, alpha)
        self.painter.restore()

    def speckle(
        self, path: QPainterPath, fade: Fade, value: str = INK, alpha: float = 0.14, seed: int = 1
    ) -> None:
        """Shade a shape with dots of ink that thin out along the fade, as in a screen print."""
        dots = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
        dots.fill(Qt.GlobalColor.white)
        painter = QPainter(dots)
        painter.setTransform(self.painter.transform() * QTransform.fromScale(1 / FINE, 1 / FINE))
        painter.fillPath(path, fade.brush())
        painter.resetTransform()
        painter.setOpacity(0.22)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Overlay)
        painter.drawImage(0, 0, noise(seed))
        painter.end()
        mask = dots.convertToFormat(
            QImage.Format.Format_Mono, Qt.ImageConversionFlag.DiffuseDither
        ).convertToFormat(QImage.Format.Format_Grayscale8)
        mask.invertPixels()
        ink = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
        ink.fill(colour(value))
        ink.setAlphaChannel(mask)
        with self.clipped(path):
            self.painter.resetTransform()
            self.painter.setOpacity(alpha)
            self.painter.drawImage(QRectF(0, 0, WIDTH * FINE, HEIGHT * FINE), ink)

    @contextmanager
    def clipped(self, path: QPainterPath) -> Iterator[None]:
        """Paint only inside a shape."""
        self.painter.save()
        self.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        try:
            yield
        finally:
            self.painter.restore()

    @contextmanager
    def placed(
        self, x: float, y: float, scale: float = 1.0, turn: float = 0.0, *, flip: bool = False
    ) -> Iterator[None]:
        """Paint with another origin, size and direction."""
        self.painter.save()
        self.painter.translate(x, y)
        self.painter.rotate(turn)
        self.painter.scale(-scale if flip else scale, scale)
        try:
            yield
        finally:
            self.painter.restore()

    @contextmanager
    def faded(self, alpha: float) -> Iterator[None]:
        """Paint everything inside with less strength."""
        self.painter.save()
        self.painter.setOpacity(alpha)
        try:
            yield
        finally:
            self.painter.restore()

    def finish(self, grain: float = 0.10) -> QImage:
        """Press the grain of the paper into everything and give the picture at its own size."""
        self.painter.resetTransform()
        self.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SoftLight)
        self.painter.setOpacity(grain)
        self.painter.drawImage(QRectF(0, 0, WIDTH * FINE, HEIGHT * FINE), noise(5))
        self.painter.end()
        return self._image.scaled(
            WIDTH,
            HEIGHT,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        ).convertToFormat(QImage.Format.Format_RGB32)


def everything() -> QPainterPath:
    """Give the whole sheet as a shape."""
    path = QPainterPath()
    path.addRect(QRectF(-10, -10, WIDTH + 20, HEIGHT + 20))
    return path


@cache
def noise(seed: int) -> QImage:
    """Give a sheet of grey noise with a soft grain, the same for the same seed."""
    rng = random.Random(seed)
    wide, high = WIDTH // 2, HEIGHT // 2
    data = rng.randbytes(wide * high)
    small = QImage(data, wide, high, wide, QImage.Format.Format_Grayscale8).copy()
    return small.scaled(
        WIDTH,
        HEIGHT,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_ARGB32)


def save(image: QImage, target: Path) -> None:
    """Write the picture as WebP."""
    target.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(target), QByteArray(b"WEBP"))
    writer.setQuality(QUALITY)
    if not writer.write(image):
        raise OSError(f"cannot write {target}: {writer.errorString()}")
