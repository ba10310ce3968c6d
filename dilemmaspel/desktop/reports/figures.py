"""Figures on paper and on a page, by the painters of the windows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from dilemmaspel.debrief.figures import Figure
from dilemmaspel.desktop.figures.rendering import (
    LETTER,
    MARGIN,
    figure_size,
    figure_svg,
    paint_figure,
)
from dilemmaspel.desktop.printing.page import Area, Drawing, Page
from dilemmaspel.texts import Texts

POINTS: Final = 7.5
"""The size of letters in a figure on paper."""

_MM_PER_POINT: Final = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Painted:
    """A figure as wide as its place, and as high as it asks for."""

    figure: Figure
    t: Texts
    points: float = POINTS

    def height(self, width: float) -> float:
        unit = self._unit
        size = figure_size(self.figure, max(1, round(width / unit)))
        return size.height() * unit

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        area = Area(left, top, width, self.height(width))
        page.add(Drawing(area, self.points, self._paint))

    @property
    def _unit(self) -> float:
        """Millimetres to a unit of the picture."""
        return self.points * _MM_PER_POINT / LETTER

    def _paint(self, painter: QPainter, rect: QRectF, letter: float) -> None:
        over = MARGIN * letter / LETTER
        box = rect.adjusted(-over, 0, over, 0)
        paint_figure(painter, self.figure, box, self.t, letter=letter)


def drawing(t: Texts) -> Callable[[Figure, str], str]:
    """What draws the figures of a page, in one language."""

    def draw(figure: Figure, name: str) -> str:
        return figure_svg(figure, t, name=name)

    return draw
