"""Bring the theme into Qt: fonts, palette, style sheet, and icons in the colour they need."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from dilemmaspel.paths import assets_dir
from dilemmaspel.theme import Theme, font_paths

_DRAWN_IN: Final = "#000000"
_PALETTE: Final = (
    (QPalette.ColorRole.Window, "ground"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "card"),
    (QPalette.ColorRole.AlternateBase, "panel"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Button, "card"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "on_accent"),
    (QPalette.ColorRole.Link, "accent"),
    (QPalette.ColorRole.ToolTipBase, "ink"),
    (QPalette.ColorRole.ToolTipText, "ground"),
)


def load_fonts() -> None:
    """Add the shipped typeface to the application, once."""
    app = QApplication.instance()
    if app is None or app.property("dilemmaspel_fonts"):
        return
    for path in font_paths():
        QFontDatabase.addApplicationFont(str(path))
    app.setProperty("dilemmaspel_fonts", True)


def apply_style(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in the theme; the type follows the system's own size."""
    load_fonts()
    app.setStyle("Fusion")
    app.setPalette(palette(theme))
    points = app.property("dilemmaspel_points") or max(10.0, app.font().pointSizeF())
    app.setProperty("dilemmaspel_points", points)
    font = QFont(theme.family)
    font.setPointSizeF(float(points))
    app.setFont(font)
    app.setStyleSheet(theme.stylesheet(float(points)))


def palette(theme: Theme) -> QPalette:
    """Return the theme's colours for Qt; set by hand, since not every platform has schemes."""
    made = QPalette()
    for role, name in _PALETTE:
        made.setColor(role, QColor(theme.colour(name)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colour("muted")))
    return made


def icon(name: str, colour: str, side: int = 24) -> QIcon:
    """Return an icon of `assets/icons` in a colour; a missing one raises FileNotFoundError."""
    return QIcon(icon_pixmap(name, colour, side * 2))


def icon_before_words(name: str, colour: str, side: int) -> QPixmap:
    """Draw an icon twice as large as `side`, with room before the words that follow."""
    drawn = QPixmap((side + side // 3) * 2, side * 2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.drawPixmap(0, 0, icon_pixmap(name, colour, side * 2))
    painter.end()
    return drawn


@cache
def icon_pixmap(name: str, colour: str, side: int) -> QPixmap:
    """Draw an icon in a colour into a square of `side` pixels."""
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    icon_renderer(name, colour).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap


@cache
def icon_renderer(name: str, colour: str) -> QSvgRenderer:
    """Return what draws an icon in a colour, at any size."""
    drawing = (assets_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(drawing.replace(_DRAWN_IN, colour).encode()))


@cache
def has_icon(name: str) -> bool:
    """Whether `assets/icons` has a drawing with this name."""
    return (assets_dir() / "icons" / f"{name}.svg").is_file()
