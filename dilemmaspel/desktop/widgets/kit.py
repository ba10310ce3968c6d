"""Builders for the plain widgets, so that each has a name, a size and a place in the theme."""

from typing import Final, Literal, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.style import icon, icon_before_words
from dilemmaspel.desktop.widgets.press import EnterButton

TARGET: Final = 32
"""The least height and width of something to press, in pixels."""

Shown = TypeVar("Shown", bound=QWidget)
Level = Literal[
    "hero",
    "title",
    "heading",
    "large",
    "script",
    "text",
    "strong",
    "muted",
    "small",
    "eyebrow",
    "code",
    "warm",
    "short",
]
Kind = Literal[
    "plain",
    "primary",
    "quiet",
    "danger",
    "sign",
    "tab",
    "option",
    "scenario",
    "choice",
    "more",
    "menu",
]
Box = Literal[
    "card",
    "panel",
    "notice",
    "accent",
    "plain",
    "bar",
    "top",
    "line",
    "ground",
    "screen",
]


def named(widget: Shown, name: str, words: str = "") -> Shown:
    """Give a widget its object name, and the name that a screen reader says."""
    widget.setObjectName(name)
    if words:
        widget.setAccessibleName(words)
    return widget


def em() -> int:
    """The height of a line of the system's font in pixels; the measure for widths."""
    return QFontMetrics(QApplication.font()).height()


def mood(widget: Shown, name: str, value: str) -> Shown:
    """Set a property that the theme looks at, and repaint only when it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget


def label(text: str = "", level: Level = "text", name: str = "") -> QLabel:
    """Make a label of plain text that wraps; nothing in it is ever read as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if name:
        made.setObjectName(name)
    return mood(made, "level", level)


def say(shown: QLabel, text: str) -> None:
    """Show the text, or take the label away when there is none."""
    shown.setText(text)
    shown.setVisible(bool(text))


def button(name: str, words: str, sign: str = "", kind: Kind = "plain") -> QPushButton:
    """Make a button with words, and a sign from the icons before them."""
    made = named(EnterButton(words), name, words)
    if sign:
        signed(made, sign, primary=kind == "primary", alone=kind == "sign")
    made.setMinimumSize(TARGET, TARGET)
    made.setAutoDefault(False)
    return mood(made, "kind", kind)


def signed(made: QPushButton, sign: str, *, primary: bool = False, alone: bool = False) -> None:
    """Put a sign of the icons on a button, alone or with room before its words."""
    role = QPalette.ColorRole.HighlightedText if primary else QPalette.ColorRole.ButtonText
    colour, side = QApplication.palette().color(role).name(), round(em() * 1.1)
    if not alone:
        made.setIcon(QIcon(icon_before_words(sign, colour, side)))
        made.setIconSize(QSize(side + side // 3, side))
    else:
        made.setIcon(icon(sign, colour))
        made.setIconSize(QSize(side, side))


def sign_button(name: str, words: str, sign: str) -> QPushButton:
    """Make a button with a sign alone; its words are its tooltip and accessible name."""
    made = button(name, "", sign, "sign")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setToolTip(words)
    return named(made, name, words)


def reworded(made: QPushButton, words: str) -> None:
    """Give a button other words, for the eye and for a screen reader."""
    made.setText(words)
    made.setAccessibleName(words)


def tight(layout: QLayout, spacing: int = 0, margin: int = 0) -> None:
    """Set the spacing of a layout, and one margin all round."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)


def box(
    kind: Box, name: str = "", spacing: int = 8, margin: int = 16
) -> tuple[QFrame, QVBoxLayout]:
    """Make a frame in a style of the theme, with its layout."""
    frame = QFrame()
    if name:
        frame.setObjectName(name)
    layout = QVBoxLayout(frame)
    tight(layout, spacing, margin)
    return mood(frame, "box", kind), layout


def scrolled(content: QWidget, name: str, words: str) -> QScrollArea:
    """Put content in an area that scrolls down, never sideways."""
    area = named(QScrollArea(), name, words)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
