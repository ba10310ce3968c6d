"""The picture on the beamer, small, always in its own proportions."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import mood, named, tight
from dilemmaspel.texts import Texts


class Miniature(QFrame):
    """A frame of 16 by 9 that a canvas is put in; hidden until there is one."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "miniature", t("What the beamer shows now"))
        mood(self, "box", "screen")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._layout = QVBoxLayout(self)
        tight(self._layout, 0, 1)
        self.hide()

    def set_canvas(self, canvas: QWidget) -> None:
        """Show the canvas; the frame owns it from now on."""
        canvas.setMinimumSize(1, 1)
        self._layout.addWidget(canvas)
        self.show()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round((width - 2) * 9 / 16) + 2

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))
