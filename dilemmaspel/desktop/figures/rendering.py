"""Figures as files and on paper: SVG, PNG, and into a rectangle of any painter.

All sizes are in units of the picture; a label is `LETTER` of them high. A picture of `WIDTH` that
is printed 170 mm wide has letters of 11 points.
"""

import re
from dataclasses import replace
from functools import lru_cache
from html import escape, unescape
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from dilemmaspel.debrief.figures import Figure
from dilemmaspel.debrief.saying import said
from dilemmaspel.desktop.beamer.layout import advance
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.painting import draw_figure, height_of
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Theme, load_theme

WIDTH: Final = 1400
LETTER: Final = 32
MARGIN: Final = 12
FALLBACK: Final = "Atkinson Hyperlegible, Verdana, DejaVu Sans, sans-serif"
"""What a reader without our typeface sees; about as wide."""

_TEXT: Final = re.compile(r"<text([^>]*)>([^<]*)</text>")
_SIZE: Final = re.compile(r'font-size="(\d+)"')
_WEIGHT: Final = re.compile(r'font-weight="(\d+)"')
_BOLD: Final = 600


@lru_cache(maxsize=16)
def paper_theme(name: str, letter: int = LETTER) -> Theme:
    """Return a theme whose figures have labels of `letter` units instead of the beamer's."""
    theme = load_theme(name)
    sizes = theme.beamer
    part = letter / sizes.axis
    return replace(
        theme,
        beamer=replace(
            sizes,
            axis=letter,
            text=round(sizes.text * part),
            option=round(sizes.option * part),
            question=round(sizes.question * part),
            question_long=round(sizes.question_long * part),
            radius=round(sizes.radius * part),
            huge=round(sizes.huge * part),
        ),
    )


def figure_size(figure: Figure, width: int = WIDTH, letter: int = LETTER) -> QSize:
    """Return the size that a figure wants at a width."""
    return QSize(width, round(height_of(figure, letter)) + 2 * MARGIN)


def paint_figure(
    painter: QPainter,
    figure: Figure,
    rect: QRectF,
    texts: Texts,
    *,
    theme: str = "light",
    letter: float = LETTER,
    ground: bool = False,
) -> Sheet:
    """Paint a figure inside a rectangle of any painter; `letter` is in the painter's units.

    The painter comes back as it was. Returns the sheet, which tells what was written.
    """
    load_fonts()
    scale = letter / LETTER
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(scale, scale)
    box = QRectF(0, 0, rect.width() / scale, rect.height() / scale)
    sheet = Sheet(painter, Look(paper_theme(theme), texts))
    if ground:
        painter.fillRect(box, sheet.colour("ground"))
    draw_figure(sheet, figure, box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
    painter.restore()
    return sheet


def figure_png(
    figure: Figure,
    texts: Texts,
    *,
    size: QSize | None = None,
    theme: str = "light",
    scale: float = 1.0,
) -> bytes:
    """Return a figure as a PNG on the theme's ground, `scale` times its size in pixels."""
    whole = size or figure_size(figure)
    image = QImage(whole * scale, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    box = QRectF(0, 0, whole.width(), whole.height())
    paint_figure(painter, figure, box, texts, theme=theme, ground=True)
    painter.end()
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt does not
    return bytes(kept.data().data())


def figure_svg(
    figure: Figure,
    texts: Texts,
    *,
    size: QSize | None = None,
    theme: str = "light",
    name: str = "",
) -> str:
    """Return a figure as one `<svg>` element that stands by itself, to be put in a page.

    Its letters are text, its title and sentence are what a screen reader says; `name` makes their
    ids unique in the page. It has no ground: the page has one in the same theme.
    """
    whole = size or figure_size(figure)
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(kept)
    made.setSize(whole)
    made.setViewBox(QRectF(0, 0, whole.width(), whole.height()))
    made.setResolution(96)
    painter = QPainter(made)
    box = QRectF(0, 0, whole.width(), whole.height())
    paint_figure(painter, figure, box, texts, theme=theme)
    painter.end()
    return _dressed(bytes(kept.data().data()).decode(), figure, texts, whole, name)


def _with_length(found: re.Match[str]) -> str:
    """Tell how wide a text is in our typeface, so that another one takes the same room."""
    head, text = found.groups()
    size, weight = _SIZE.search(head), _WEIGHT.search(head)
    if size is None or weight is None or not text.strip():
        return found.group()
    face = QFont.Weight.Bold if int(weight[1]) >= _BOLD else QFont.Weight.Normal
    wide = advance(load_theme("light").family, int(size[1]), face, unescape(text))
    return f'<text{head} textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs">{text}</text>'


def _dressed(svg: str, figure: Figure, texts: Texts, size: QSize, name: str) -> str:
    """Give the element a title, a description and other typefaces to fall back on."""
    own = name or figure.key
    inner = svg[svg.index("<defs>") : svg.rindex("</svg>")]
    inner = inner.replace('id="gradient', f'id="{own}-gradient').replace(
        "url(#gradient", f"url(#{own}-gradient"
    )
    family = load_theme("light").family
    inner = _TEXT.sub(_with_length, inner)
    inner = inner.replace(f'font-family="{family}"', f'font-family="{family}, {FALLBACK}"')
    title = escape(said(texts, figure.title()))
    told = escape(said(texts, figure.sentence()))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size.width()} {size.height()}" '
        f'role="img" aria-labelledby="{own}-title {own}-desc" class="figure">'
        f'<title id="{own}-title">{title}</title><desc id="{own}-desc">{told}</desc>{inner}</svg>'
    )
