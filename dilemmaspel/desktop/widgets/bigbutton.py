"""The one large button: says small what it is and large what it will do, and may wrap."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import label, mood, tight
from dilemmaspel.desktop.widgets.press import EnterButton


class BigButton(EnterButton):
    """A primary button with a line above its words; as high as its words ask for."""

    def __init__(self, above: str, wide: int, parent: QWidget | None = None) -> None:
        """Make it `wide` pixels wide, with a line above its words."""
        super().__init__(parent)
        self._wide = wide
        self._above = label(above, "text", "bigAbove")
        self._words = label("", "heading", "bigWords")
        layout = QVBoxLayout(self)
        tight(layout, 0)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.addWidget(self._above)
        layout.addWidget(self._words)
        for part in (self._above, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        self.setAutoDefault(False)
        mood(self, "kind", "primary")

    def show_words(self, words: str) -> None:
        """Say what a press will do."""
        self._words.setText(words)
        self.setAccessibleName(f"{self._above.text()}: {words}")

    def words(self) -> str:
        """What a press will do."""
        return self._words.text()

    def sizeHint(self) -> QSize:
        return QSize(self._wide, self.heightForWidth(self._wide))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return max(64, layout.heightForWidth(width)) if layout else 64
