"""A place over the lower edge of a window, so that a message moves nothing under it."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import tight


class Floating(QWidget):
    """Holds messages over `beside`'s upper edge, as wide as it, and only as high as they are."""

    def __init__(self, window: QWidget, beside: QWidget) -> None:
        super().__init__(window)
        self._beside = beside
        self._layout = QVBoxLayout(self)
        tight(self._layout, 8)
        beside.installEventFilter(self)
        self.hide()

    def add(self, message: QWidget) -> None:
        """Put a message below the others; the place is there only while one is shown."""
        self._layout.addWidget(message)
        message.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() in {kinds.Resize, kinds.Move, kinds.ShowToParent, kinds.HideToParent}:
            self._settle()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        shown = [
            part
            for n in range(self._layout.count())
            if (item := self._layout.itemAt(n)) is not None
            and (part := item.widget()) is not None
            and not part.isHidden()
        ]
        self.setVisible(bool(shown))
        if not shown:
            return
        window, width = self._beside.parentWidget(), self._beside.width()
        height = max(self._layout.heightForWidth(width), self._layout.minimumSize().height())
        top = max(0, self._beside.y() - height - 10)
        if window is not None:
            self.setGeometry(self._beside.x(), top, width, height)
            self.raise_()
