"""A scenario's picture with round corners; a calm drawing until, or unless, there is one."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from dilemmaspel.desktop.style import icon_renderer
from dilemmaspel.theme import mixed

_SHAPE: Final = 9 / 16
_ROUND: Final = 8.0


class Cover(QWidget):
    """As wide as its place, and nine sixteenths as high."""

    def __init__(self, sign: str, parent: QWidget | None = None, shape: float = _SHAPE) -> None:
        super().__init__(parent)
        self._sign = sign
        self._shape = shape
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_image(self, image: QImage | None, words: str) -> None:
        """Show a picture and what it shows in words; None keeps the drawing."""
        self._image = image
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether a picture is shown."""
        return self._image is not None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._shape)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QPainterPath()
        area = QRectF(self.rect())
        frame.addRoundedRect(area, _ROUND, _ROUND)
        painter.setClipPath(frame)
        if self._image is None:
            self._paint_drawing(painter, area)
        else:
            painter.drawImage(area, self._image, _middle(self._image, area))
        painter.end()

    def _paint_drawing(self, painter: QPainter, area: QRectF) -> None:
        accent = self.palette().color(QPalette.ColorRole.Link).name()
        ground = self.palette().color(QPalette.ColorRole.AlternateBase).name()
        painter.fillRect(area, QColor(mixed(ground, accent, 0.12)))
        side = area.height() * 0.42
        place = QRectF(0, 0, side, side)
        place.moveCenter(area.center())
        icon_renderer(self._sign, mixed(ground, accent, 0.55)).render(painter, place)


def _middle(image: QImage, area: QRectF) -> QRectF:
    """The largest part from the middle of a picture that has the shape of `area`."""
    width, height = float(image.width()), float(image.height())
    wanted = area.width() / max(1.0, area.height())
    if width / height > wanted:
        cut = height * wanted
        return QRectF((width - cut) / 2, 0, cut, height)
    cut = width / wanted
    return QRectF(0, (height - cut) / 2, width, cut)
