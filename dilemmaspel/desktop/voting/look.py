"""Builders for the large, calm widgets that a participant meets; sizes come from the theme."""

from typing import Final, Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.style import has_icon, icon_before_words, icon_pixmap, icon_renderer
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.desktop.widgets.kit import em, label, mood, named, tight
from dilemmaspel.desktop.widgets.press import EnterButton
from dilemmaspel.game.scenario import Role
from dilemmaspel.theme import Theme, load_theme

TARGET: Final = 48
"""The least side of something that a participant presses, in pixels."""

ROOMY_POINTS: Final = 14
"""From this size of the system's letters on everything scrolls along."""

SIDE: Final = 32
"""The margin of a page, in pixels; everything on it begins and ends there."""

BESIDE: Final = 12
"""Of that margin, the room at the right for a bar that scrolls."""

Look = Literal["question", "text", "strong", "muted", "rest", "hero", "warn"]
Press = Literal["plain", "primary", "quiet", "danger"]


def theme_now() -> Theme:
    """The theme that the application wears; a style sheet changes the palette of single widgets."""
    dark = QApplication.palette().window().color().lightness() < 128
    return load_theme("dark" if dark else "light")


def words(text: str, look: Look = "text", name: str = "") -> QLabel:
    """Make a label in the large type of a ballot."""
    return mood(label(text, "text", name), "vote", look)


class PressButton(EnterButton):
    """A large button; Enter presses it too, and a key that is held down presses once."""

    def __init__(
        self, name: str, text: str, sign: str = "", kind: Press = "plain", spoken: str = ""
    ) -> None:
        super().__init__(text)
        named(self, name, spoken or text)
        mood(self, "kind", kind)
        mood(self, "vote", "press")
        self.setAutoDefault(False)
        if sign:
            self.show_sign(sign)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(TARGET, TARGET))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_sign(self, sign: str) -> None:
        """Put a sign of the icons before the words."""
        names = {"primary": "on_accent", "quiet": "accent"}
        colour = theme_now().colour(names.get(self.property("kind"), "ink"))
        side = round(em() * 1.6)
        if self.text():
            self.setIcon(QIcon(icon_before_words(sign, colour, side)))
            self.setIconSize(QSize(side + side // 3, side))
        else:
            self.setIcon(QIcon(icon_pixmap(sign, colour, side * 2)))
            self.setIconSize(QSize(side, side))


def reworded(made: QPushButton, text: str) -> None:
    """Give a button other words, for the eye and for a screen reader."""
    made.setText(text)
    made.setAccessibleName(text)


class BigBadge(OptionBadge):
    """An option's mark as large as the words beside it."""

    def sizeHint(self) -> QSize:
        side = round(em() * 2.9)
        return QSize(side, side)


class NumberMark(QWidget):
    """A number in a ring: a scale point, or a place in an order; a dash where there is none."""

    def __init__(self, parent: QWidget | None = None, *, ems: float = 2.9) -> None:
        super().__init__(parent)
        self._text = ""
        self._full = False
        side = round(em() * ems)
        self.setFixedSize(side, side)

    def show_number(self, text: str, *, full: bool = False) -> None:
        """Show a number; `full` fills the ring."""
        if (text, full) != (self._text, self._full):
            self._text, self._full = text, full
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(theme.colour("accent" if self._text else "line")), 2))
        if self._full:
            painter.setBrush(QColor(theme.colour("accent")))
        painter.drawEllipse(area)
        font = QFont(self.font())
        font.setPixelSize(max(1, round(area.height() * 0.5)))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(theme.colour("on_accent" if self._full else "ink")))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text or "–")
        painter.end()


class AbstainMark(QWidget):
    """The hollow ring of who abstains, as it stands on the beamer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = round(em() * 1.7)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = self.width() / 7
        painter.setPen(QPen(QColor(theme_now().abstain.colour), thick))
        painter.drawEllipse(QRectF(self.rect()).adjusted(thick, thick, -thick, -thick))
        painter.end()


class RoleToken(QWidget):
    """A role's sign on a disc in its colour; the name stands beside or under it."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: Role | None = None
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_role(self, role: Role | None) -> None:
        """Show a role's sign, or an empty place."""
        if role != self._role:
            self._role = role
            self.update()

    def drawn(self, room: int) -> QPixmap:
        """Draw the token on its own, with room between it and the words that follow."""
        made = QPixmap(self.width() + room, self.height())
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self._draw(painter)
        painter.end()
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        if self._role is None:
            return
        theme = theme_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.role(self._role.color)))
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
        part = area.width() * 0.19
        drawing = self._role.id if has_icon(self._role.id) else "person"
        inner = area.adjusted(part, part, -part, -part)
        icon_renderer(drawing, theme.colour("ground")).render(painter, inner)


def column(content: QWidget, spacing: int = 12) -> QVBoxLayout:
    """Give a widget a plain column of its own."""
    layout = QVBoxLayout(content)
    tight(layout, spacing)
    return layout


class FollowingArea(QScrollArea):
    """Scrolls down, never sideways, and along with the focus."""

    def __init__(self, content: QWidget, name: str, spoken: str) -> None:
        super().__init__()
        named(self, name, spoken)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.follows = True
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.follows and new is not None and self.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, em())


def roomy() -> bool:
    """Whether the system's letters leave room for parts that stand still around what scrolls."""
    return QApplication.font().pointSizeF() < ROOMY_POINTS
