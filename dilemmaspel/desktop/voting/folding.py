"""A layout that puts things side by side, and under each other where it is narrow."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import em, tight


class FoldingLayout(QBoxLayout):
    """Side by side from `least` letter heights of width on, else under each other."""

    def __init__(self, least: int, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        if parent is not None:
            parent.setLayout(self)
        self._least = least * em()
        tight(self, spacing)

    def _turn(self, width: int) -> None:
        wide = width >= self._least
        wanted = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if wanted is not self.direction():
            self.setDirection(wanted)

    def hasHeightForWidth(self) -> bool:
        super().hasHeightForWidth()  # where the box takes its sizes anew
        return True

    def heightForWidth(self, width: int) -> int:
        self._turn(width)
        return super().heightForWidth(width)

    def minimumHeightForWidth(self, width: int) -> int:
        self._turn(width)
        return super().minimumHeightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        self._turn(rect.width())
        super().setGeometry(rect)

    def minimumSize(self) -> QSize:
        """Return the least size in either way; how high it really is, its width decides."""
        least = QSize()
        for place in range(self.count()):
            item = self.itemAt(place)
            if item is not None and not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        around = QSize(margins.left() + margins.right(), margins.top() + margins.bottom())
        return least + around
