"""A button whose words may go on to a next line, for narrow zones and large text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from dilemmaspel.desktop.style import icon
from dilemmaspel.desktop.widgets.kit import TARGET, Kind, Level, em, label, mood, named, tight
from dilemmaspel.desktop.widgets.press import EnterButton


class WrapButton(EnterButton):
    """As high as its words ask for; a sign or another small widget may stand before them."""

    def __init__(
        self, name: str, words: str = "", sign: str = "", kind: Kind = "menu", margin: int = 6
    ) -> None:
        super().__init__()
        self._label = label(words, "text", f"{name}Words")
        self._row = QHBoxLayout(self)
        tight(self._row, 8, margin)
        self._row.addWidget(self._label, 1)
        self._let_through(self._label)
        if sign:
            self.put_before(sign_label(sign))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(False)
        self.setMinimumSize(TARGET, TARGET)
        named(mood(self, "kind", kind), name, words)

    def put_before(self, part: QWidget) -> None:
        """Put a small widget before the words; a press on it is a press on the button."""
        self._row.insertWidget(0, part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._let_through(part)

    def _let_through(self, part: QWidget) -> None:
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_level(self, level: Level) -> None:
        """Write the words in another weight or colour."""
        mood(self._label, "level", level)

    def setText(self, text: str) -> None:
        self._label.setText(text)

    def text(self) -> str:
        return self._label.text()

    def sizeHint(self) -> QSize:
        width = self._row.sizeHint().width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), TARGET)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(TARGET + 6, self._row.totalHeightForWidth(width))


def sign_label(name: str) -> QLabel:
    """A sign that speaks to the eye only; `show_sign` changes it."""
    shown = QLabel()
    show_sign(shown, name)
    return shown


def show_sign(shown: QLabel, name: str) -> None:
    """Show a sign, or keep its place empty when there is no name."""
    side = round(em() * 1.1)
    shown.setFixedHeight(max(side, em()))
    shown.setMinimumWidth(side)
    if name:
        colour = QApplication.palette().color(QPalette.ColorRole.ButtonText).name()
        shown.setPixmap(icon(name, colour, side).pixmap(QSize(side, side)))
    else:
        shown.clear()
