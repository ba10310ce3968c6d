"""Tables on paper: columns as wide as they need, a line under every row."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dilemmaspel.debrief.report.document import Choice, Grid, Head
from dilemmaspel.desktop.printing.blocks import Block, Stack, Words, draw_lines
from dilemmaspel.desktop.printing.lettering import SMALL, Style, lines_of, width_of
from dilemmaspel.desktop.printing.page import Page, Rule
from dilemmaspel.desktop.reports.signs import draw_sign, sign_width

CELL: Final = Style(8.5, leading=1.25)
HEAD: Final = CELL.strong().quiet()
_PAD: Final = 0.75
"""Above and under the words of a row."""
_APART: Final = 3.0
"""Between columns."""
_CHUNK: Final = 14
"""Rows that stay together on a page."""
_WIDEST_NUMBER: Final = 26.0
_WIDEST_HEAD: Final = 60.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a table under its heads."""

    grid: Grid
    first: int
    last: int
    """Up to and without this row."""

    def height(self, width: float) -> float:
        wide = widths_of(self.grid, width)
        return _heads_height(self.grid, wide) + sum(_row_height(row, wide) for row in self._rows)

    def draw(self, page: Page, left: float, top: float, width: float) -> None:
        wide = widths_of(self.grid, width)
        top = _draw_heads(page, self.grid, left, top, wide)
        page.add(Rule((left, top), (left + width, top), "ink", 0.35))
        for number, row in enumerate(self._rows, start=self.first + 1):
            total = self.grid.last_is_total and number == len(self.grid.rows)
            if total:
                page.add(Rule((left, top), (left + width, top), "ink", 0.35))
            elif number > self.first + 1:
                page.add(Rule((left, top), (left + width, top), "faint", 0.2))
            _draw_row(page, self.grid, row, left, top, wide, CELL.strong() if total else CELL)
            top += _row_height(row, wide)

    @property
    def _rows(self) -> tuple[tuple[str, ...], ...]:
        return self.grid.rows[self.first : self.last]


def table_blocks(grid: Grid, *, title: bool = True) -> Iterator[Block]:
    """Lay a table out in pieces that each stay together; every piece repeats the heads."""
    notes = tuple(Words(note, SMALL) for note in grid.notes if note)
    starts = range(0, max(1, len(grid.rows)), _CHUNK)
    for start in starts:
        rows: Block = Rows(grid, start, min(start + _CHUNK, len(grid.rows)))
        above = (Words(grid.title, CELL.sized(9.5).strong()),) if title and not start else ()
        under = notes if start == starts[-1] else ()
        yield Stack((*above, rows, *under), 1.2) if above or under else rows


@lru_cache(maxsize=64)
def widths_of(grid: Grid, width: float) -> tuple[float, ...]:
    """Share the width out: numbers take what they need, words share the rest by their length."""
    wanted = [_wanted(grid, place) for place in range(len(grid.heads))]
    room = width - _APART * (len(wanted) - 1)
    spare = room - sum(wanted)
    if spare >= 0:
        texts = [n for n, head in enumerate(grid.heads) if not head.number] or [0]
        return tuple(w + (spare / len(texts) if n in texts else 0) for n, w in enumerate(wanted))
    fixed = sum(w for w, head in zip(wanted, grid.heads, strict=True) if head.number)
    words = sum(wanted) - fixed
    factor = max(0.1, (room - fixed) / words) if words else 1.0
    shared = [w if h.number else w * factor for w, h in zip(wanted, grid.heads, strict=True)]
    scale = min(1.0, room / sum(shared))
    return tuple(w * scale for w in shared)


def _wanted(grid: Grid, place: int) -> float:
    head = grid.heads[place]
    cells = max((width_of(row[place], CELL.strong()) for row in grid.rows), default=0.0)
    if head.choice is not None:
        return max(cells, sign_width(head.choice, HEAD))
    if not head.number:
        return max(cells, min(width_of(head.words, HEAD), _WIDEST_HEAD))
    longest = max((width_of(word, HEAD) for word in head.words.split()), default=0.0)
    return max(cells, longest, min(width_of(head.words, HEAD), _WIDEST_NUMBER * 0.6))


def _head_lines(head: Head, width: float) -> tuple[str, ...]:
    return () if head.choice is not None else lines_of(head.words, HEAD, width)


def _heads_height(grid: Grid, wide: tuple[float, ...]) -> float:
    lines = max(len(_head_lines(h, w)) for h, w in zip(grid.heads, wide, strict=True))
    return max(1, lines) * HEAD.line + 2 * _PAD


def _draw_heads(page: Page, grid: Grid, left: float, top: float, wide: tuple[float, ...]) -> float:
    bottom = top + _heads_height(grid, wide) - _PAD
    for head, width in zip(grid.heads, wide, strict=True):
        lines = _head_lines(head, width)
        start = bottom - max(1, len(lines)) * HEAD.line
        if head.choice is not None:
            _draw_choice(page, head.choice, left, start, width)
        elif head.number:
            for number, line in enumerate(lines):
                page.write_right(line, left + width, start + number * HEAD.line, HEAD)
        else:
            draw_lines(page, lines, left, start, HEAD)
        left += width + _APART
    return bottom + _PAD


def _draw_choice(page: Page, choice: Choice, left: float, top: float, width: float) -> None:
    draw_sign(page, choice, left + width - sign_width(choice, HEAD), top, HEAD)


def _row_height(row: tuple[str, ...], wide: tuple[float, ...]) -> float:
    pairs = zip(row, wide, strict=True)
    return max(1, *(len(lines_of(cell, CELL, w)) for cell, w in pairs)) * CELL.line + 2 * _PAD


def _draw_row(
    page: Page,
    grid: Grid,
    row: tuple[str, ...],
    left: float,
    top: float,
    wide: tuple[float, ...],
    style: Style,
) -> None:
    top += _PAD
    for head, cell, width in zip(grid.heads, row, wide, strict=True):
        if head.number:
            page.write_right(cell, left + width, top, style)
        else:
            draw_lines(page, lines_of(cell, style, width), left, top, style)
        left += width + _APART
