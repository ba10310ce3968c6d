"""A button that holds a layout: large enough for a picture and several lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import Kind, mood, named, tight
from dilemmaspel.desktop.widgets.press import EnterButton


class CardButton(EnterButton):
    """As high as what stands in it; Enter presses it as the space bar does."""

    def __init__(
        self, name: str, kind: Kind, margin: int, spacing: int = 4, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name)
        self.inside = QVBoxLayout(self)
        tight(self.inside, spacing, margin)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        mood(self, "kind", kind)

    def add(self, part: QWidget) -> None:
        """Add a part below the others; a press on it is a press on the card."""
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.inside.addWidget(part)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.inside.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        wide = self.inside.totalSizeHint().width()
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return self.inside.totalMinimumSize()
