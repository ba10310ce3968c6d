"""Blocks on as many pages as they need, and what stands at the edge of every page."""

from collections.abc import Iterable, Sequence
from typing import Final

from dilemmaspel.desktop.printing.blocks import Block, Ready, Words, fitting
from dilemmaspel.desktop.printing.job import PrintJob
from dilemmaspel.desktop.printing.lettering import SMALL, TINY, Style, lines_of, typeset, width_of
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Area, Page, Rule
from dilemmaspel.texts import Texts

MARGIN: Final = 20.0
"""At the left and right of a sheet with text."""

BODY_AREA: Final = Area(MARGIN, 26.0, WIDTH - 2 * MARGIN, HEIGHT - 26.0 - 24.0)
"""Where the text stands."""

_HEAD: Final = 13.0
_FOOT: Final = HEIGHT - 17.0


def pages_of(parts: Iterable[Sequence[Block]], gap: float = 4.0) -> tuple[Page, ...]:
    """Lay parts out, each from a new page on; a block moves to the next page as a whole."""
    return tuple(page for part in parts if part for page in _part(part, gap))


def _part(blocks: Sequence[Block], gap: float) -> list[Page]:
    area, pages, top = BODY_AREA, [Page()], BODY_AREA.top
    for block in _cut(blocks, area):
        high = block.height(area.width)
        if top > area.top and top + high > area.bottom + 0.01:
            pages.append(Page())
            top = area.top
        block.draw(pages[-1], area.left, top, area.width)
        top += high + gap
    return pages


def _cut(blocks: Sequence[Block], area: Area) -> Iterable[Block]:
    """Cut what is higher than a page: a paragraph between lines, the rest becomes smaller."""
    for block in blocks:
        if block.height(area.width) <= area.height:
            yield block
        elif isinstance(block, Words):
            lines = lines_of(block.text, block.style, area.width)
            most = int(area.height / block.style.line)
            for start in range(0, len(lines), most):
                yield Ready(lines[start : start + most], block.style)
        else:
            yield fitting(block, area.width, area.height)


def furnish(pages: Sequence[Page], job: PrintJob, name: str, t: Texts, note: str = "") -> None:
    """Write at the edge of every page what it belongs to, and which of how many it is."""
    edge(pages, name, job.scenario.title, note or job.setup.organisation, t)


def edge(pages: Sequence[Page], name: str, title: str, note: str, t: Texts) -> None:
    """Write at the edge of every page its name, a title, a note, and its number."""
    for number, page in enumerate(pages, 1):
        _head(page, name, title)
        words = t("page {n} of {total}", n=number, total=len(pages))
        page.add(Rule((MARGIN, _FOOT - 1.5), (WIDTH - MARGIN, _FOOT - 1.5), "faint", 0.2))
        page.write(shortened(note, 120, TINY), MARGIN, _FOOT, TINY)
        page.write_right(words, WIDTH - MARGIN, _FOOT, TINY)


def _head(page: Page, name: str, title: str) -> None:
    style = SMALL
    bold = style.strong()
    page.write(name, MARGIN, _HEAD, bold)
    left = MARGIN + width_of(name, bold) + 3
    room = WIDTH - MARGIN - left - 30
    page.write(shortened(title, room, style), left, _HEAD, style)
    page.write_right("Dilemmaspel", WIDTH - MARGIN, _HEAD, style)
    y = _HEAD + style.line + 1
    page.add(Rule((MARGIN, y), (WIDTH - MARGIN, y), "faint", 0.2))


def shortened(text: str, width: float, style: Style = SMALL) -> str:
    """Shorten a text that stands in full elsewhere, such as a title at the edge of a page."""
    whole = typeset(text)
    if width_of(whole, style) <= width:
        return whole
    more = " …"
    return lines_of(text, style, width - width_of(more, style))[0] + more
