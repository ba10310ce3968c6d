"""A dilemma on one page of paper, whatever was said in it."""

from collections.abc import Iterator, Sequence
from typing import Final

from dilemmaspel.debrief.report import document as d
from dilemmaspel.desktop.printing.blocks import Block, Columns, Stack, Words
from dilemmaspel.desktop.printing.flow import BODY_AREA
from dilemmaspel.desktop.printing.lettering import SMALL
from dilemmaspel.desktop.reports.paper import blocks_of, opening, sayings
from dilemmaspel.texts import Texts

GAP: Final = 4.0
_SMALLEST: Final = 0.8
"""Below this letters become too small: then fewer sayings stand on the page."""
_MOST_SAYINGS: Final = 8


def dilemma_page(section: d.Section, t: Texts) -> tuple[Block, tuple[d.Sayings, ...]]:
    """Lay a dilemma out on one page; what was said and had no room comes back for a next one."""
    for most in range(_MOST_SAYINGS, -1, -1):
        block = _stack(section, t, most)
        if block.height(BODY_AREA.width / _SMALLEST) * _SMALLEST <= BODY_AREA.height:
            return block, _left_over(section, most)
    return block, _left_over(section, 0)


def _stack(section: d.Section, t: Texts, most: int) -> Block:
    return Stack((opening(section), *_parts(section, t, most)), GAP)


def _parts(section: d.Section, t: Texts, most: int) -> Iterator[Block]:
    said = [block for block in section.blocks if isinstance(block, d.Sayings)]
    for block in section.blocks:
        if not isinstance(block, (d.Sayings, d.Effects)):
            yield from blocks_of(block, t)
    if said:
        yield _side_by_side(said, t, most)
    for block in section.blocks:
        if isinstance(block, d.Effects):
            yield from blocks_of(block, t)


def _side_by_side(said: Sequence[d.Sayings], t: Texts, most: int) -> Block:
    columns = tuple(_column(block, t, most) for block in said[:3])
    rest = tuple(_column(block, t, most) for block in said[3:])
    return Stack((Columns(columns), *rest), GAP)


def _column(block: d.Sayings, t: Texts, most: int) -> Block:
    kept = block.sayings[: max(1, most)]
    left = len(block.sayings) - len(kept)
    more = t.plural("{n} more on the next page", "{n} more on the next page", left) if left else ""
    shown = d.Sayings(block.title, kept, block.note)
    under = (Words(more, SMALL),) if more else ()
    return Stack((*sayings(shown), *under), 0.8)


def _left_over(section: d.Section, most: int) -> tuple[d.Sayings, ...]:
    said = (block for block in section.blocks if isinstance(block, d.Sayings))
    rest = (d.Sayings(one.title, one.sayings[max(1, most) :], one.note) for one in said)
    return tuple(one for one in rest if one.sayings)
