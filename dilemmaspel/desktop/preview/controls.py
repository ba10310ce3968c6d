"""The facilitator's own screen in a preview: a picture of the real window, not to be pressed."""

from typing import Final

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.beamer.canvas import BeamerCanvas
from dilemmaspel.desktop.beamer.look import Pictures
from dilemmaspel.desktop.presenter.window import PresenterWindow
from dilemmaspel.desktop.widgets.kit import label, named, tight
from dilemmaspel.desktop.widgets.miniature import Miniature
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.glimpses import FIRST_MOMENT, Glimpse
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Theme

WINDOW: Final = QSize(1366, 768)


class ControlsPicture(QWidget):
    """Draws what the presenter's window would show of a glimpse."""

    def __init__(self, t: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._theme = theme
        self._shown: Glimpse | None = None
        named(self, "previewControlsPicture", t("What you see as facilitator, as a picture"))
        self.picture = _Picture()
        frame = Miniature(t)
        named(frame, "previewControlsFrame", t("What you see as facilitator, as a picture"))
        frame.set_canvas(self.picture)
        layout = QVBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(frame)
        words = t("This is a picture of your own screen; nothing in it can be pressed.")
        layout.addWidget(label(words, "small", "previewControlsNote"))

    def show_glimpse(self, glimpse: Glimpse, pictures: Pictures) -> None:
        """Show the window at this page; the same glimpse again changes nothing."""
        if glimpse != self._shown:
            self._shown = glimpse
            self.picture.show_image(self._taken(glimpse, pictures))

    def _taken(self, glimpse: Glimpse, pictures: Pictures) -> QImage:
        """Make the window, take its picture, and let go of it."""
        window = PresenterWindow(self._t, glimpse.state.scenario, now=_still, parent=self)
        window.hide()
        canvas = BeamerCanvas(self._theme, self._t, _still)
        canvas.set_motion(False)
        canvas.set_pictures(pictures)
        window.set_miniature(canvas)
        window.resize(WINDOW)
        canvas.show_view(glimpse.view)
        window.show_view(presenter_view(glimpse.state))
        taken = window.grab().toImage()
        window.setParent(None)
        window.deleteLater()
        return taken


class _Picture(QWidget):
    """A picture that fills its place."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show a picture."""
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        pixels = (QSizeF(self.size()) * self.devicePixelRatioF()).toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        painter = QPainter(self)
        painter.drawImage(
            self.rect(), self.image.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        )
        painter.end()


def _still() -> int:
    return FIRST_MOMENT
