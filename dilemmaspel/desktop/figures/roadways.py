"""The arrows of a map: out of the foot of a card, along a gap, into the head of the next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from dilemmaspel.desktop.beamer.sheet import CENTRE, MIDDLE, Sheet
from dilemmaspel.desktop.figures.roadcards import SMALL_STRONG
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.scenario.roadmap import Roadmap, Way
from dilemmaspel.scenario.roadmap_text import decided_by

START: Final = DilemmaId(" start")
FINISH: Final = DilemmaId(" finish")
"""The two ends of every way; no dilemma can have such an id."""
LANE: Final = 26.0
"""The room beside the cards for a way that passes a row by."""

_OUT: Final = 24.0
_STEP: Final = 14.0
_CHIP: Final = 34.0
_HEAD: Final = 13.0
_TURN: Final = 12.0


@dataclass(frozen=True, slots=True)
class Road:
    """A way between two ends, with the words on it."""

    source: DilemmaId
    target: DilemmaId
    words: str


class Roads:
    """The ways of a map, before it is known how high the cards are."""

    def __init__(self, sheet: Sheet, of: Roadmap) -> None:
        rows = [(START,), *of.rows, (FINISH,)]
        self._row = {name: at for at, row in enumerate(rows) for name in row}
        self._all = tuple(_road(sheet, way) for way in of.ways)
        self._lanes = [road for road in self._all if self._span(road) > 1]

    @property
    def lanes(self) -> float:
        """The room that ways need beside the cards."""
        return LANE * len(self._lanes)

    def gap(self, row: int) -> float:
        """The room that ways need above a row."""
        coming = (road for road in self._all if self._row[road.target] == row)
        chip = _CHIP if any(road.words for road in coming) else 0
        return _OUT + _STEP * len(self._in_gap(row)) + chip + 2 * _HEAD

    def draw(self, sheet: Sheet, boxes: Mapping[DilemmaId, QRectF], edge: float) -> None:
        """Draw every way between boxes; `edge` is where the lanes begin."""
        routes = [self._route(road, boxes, edge) for road in self._all]
        for route in routes:
            sheet.path(_rounded(route), None, "accent", 3)
            sheet.path(_arrow_head(route[-1]), "accent")
        for road, route in zip(self._all, routes, strict=True):
            _draw_words(sheet, road.words, route[-1])

    def _span(self, road: Road) -> int:
        return self._row[road.target] - self._row[road.source]

    def _in_gap(self, row: int) -> list[Road]:
        """The ways that run sideways in the gap above a row."""
        return [r for r in self._all if row in (self._row[r.source] + 1, self._row[r.target])]

    def _route(self, road: Road, boxes: Mapping[DilemmaId, QRectF], edge: float) -> list[QPointF]:
        source, target = boxes[road.source], boxes[road.target]
        leaving = [one for one in self._all if one.source == road.source]
        coming = [one for one in self._all if one.target == road.target]
        start = QPointF(_share(source, self._sorted(leaving, boxes), road), source.bottom())
        end = QPointF(_share(target, self._sorted(coming, boxes), road), target.top())
        below = self._line(road, self._row[road.source] + 1, self._foot(road.source, boxes))
        if self._span(road) == 1:
            return [start, QPointF(start.x(), below), QPointF(end.x(), below), end]
        above = self._line(
            road, self._row[road.target], self._foot_above(self._row[road.target], boxes)
        )
        lane = edge + LANE * (self._lanes.index(road) + 0.5)
        corners = ((start.x(), below), (lane, below), (lane, above), (end.x(), above))
        return [start, *(QPointF(x, y) for x, y in corners), end]

    def _sorted(self, roads: Sequence[Road], boxes: Mapping[DilemmaId, QRectF]) -> list[Road]:
        """Ways at one side of a card, from left to right as they go on; lanes are at the right."""

        def place(road: Road) -> tuple[bool, float]:
            middles = boxes[road.source].center().x() + boxes[road.target].center().x()
            return self._span(road) > 1, middles

        return sorted(roads, key=place)

    def _line(self, road: Road, gap: int, foot: float) -> float:
        return foot + _OUT + _STEP * self._in_gap(gap).index(road)

    def _foot(self, name: DilemmaId, boxes: Mapping[DilemmaId, QRectF]) -> float:
        return self._foot_above(self._row[name] + 1, boxes)

    def _foot_above(self, row: int, boxes: Mapping[DilemmaId, QRectF]) -> float:
        """The lowest foot of the row above."""
        return max(boxes[name].bottom() for name, at in self._row.items() if at == row - 1)


def _road(sheet: Sheet, way: Way) -> Road:
    return Road(way.source or START, way.target or FINISH, decided_by(sheet.look.t, way))


def _share(box: QRectF, roads: Sequence[Road], road: Road) -> float:
    return box.left() + box.width() * (roads.index(road) + 1) / (len(roads) + 1)


def _rounded(route: Sequence[QPointF]) -> QPainterPath:
    """A path along points with round corners."""
    path = QPainterPath(route[0])
    for before, corner, after in zip(route, route[1:], route[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(route[-1] - QPointF(0, _HEAD))
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """The point where a turn begins: at most half way to the other end."""
    step = other - corner
    length = max(abs(step.x()), abs(step.y()))
    return corner + step * (min(_TURN, length / 2) / length) if length else corner


def _arrow_head(tip: QPointF) -> QPainterPath:
    path = QPainterPath()
    corners: Iterator[tuple[float, float]] = iter(((0, 0), (-9, -_HEAD * 1.3), (9, -_HEAD * 1.3)))
    path.addPolygon(QPolygonF([tip + QPointF(x, y) for x, y in corners]))
    path.closeSubpath()
    return path


def _draw_words(sheet: Sheet, words: str, tip: QPointF) -> None:
    if not words:
        return
    wide = sheet.width(words, SMALL_STRONG) + 24
    chip = QRectF(tip.x() - wide / 2, tip.y() - 1.6 * _HEAD - _CHIP, wide, _CHIP)
    sheet.panel(chip, "accent_soft", _CHIP / 2)
    sheet.write(words, chip, SMALL_STRONG, "ink", CENTRE, MIDDLE)
