"""The picture on the beamer, small, always in its own proportions."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from dilemmaspel.desktop.widgets.kit import mood, named
from dilemmaspel.texts import Texts

_LEAST = 80
"""Lower than this there is nothing to see: the layout has not been made yet."""


class Miniature(QFrame):
    """A frame of 16 by 9 that a canvas is put in; hidden until there is one."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "miniature", t("What the beamer shows now"))
        mood(self, "box", "screen")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._canvas: QWidget | None = None
        self.hide()

    def set_canvas(self, canvas: QWidget) -> None:
        """Show the canvas; the frame owns it from now on."""
        if self._canvas is not None:
            self._canvas.setParent(None)
        self._canvas = canvas
        canvas.setParent(self)
        canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fill()
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._canvas is not None:
            self._canvas.setGeometry(self.rect().adjusted(1, 1, -1, -1))
            self._canvas.setVisible(self.height() >= _LEAST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round((width - 2) * 9 / 16) + 2

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))
