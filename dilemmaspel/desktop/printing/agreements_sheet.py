"""The agreements sheet: what, who, when; what was agreed already, and lines for the rest."""

from typing import Final

from dilemmaspel.desktop.printing.blocks import Aside, Blank, Block, Gap, Stack, Words, fitting
from dilemmaspel.desktop.printing.flow import BODY_AREA, furnish
from dilemmaspel.desktop.printing.job import PrintJob
from dilemmaspel.desktop.printing.lettering import BODY, EYEBROW, LARGE, TITLE
from dilemmaspel.desktop.printing.page import Area, Page, Rule
from dilemmaspel.game.state import Agreement
from dilemmaspel.texts import Texts
from dilemmaspel.words import question

_WIDTHS: Final = (92.0, 42.0, 36.0)
_ROW: Final = 19.0
_PAD: Final = 2.2
_LEFT_OPEN: Final = 4
_MONDAY: Final = 15
"""The debrief question that asks for agreements."""

_Row = tuple[str, str, str]


def agreements_sheet(job: PrintJob, t: Texts) -> tuple[Page, ...]:
    """Lay out the table; at least four lines stay open, and the last page is full of lines."""
    rows: list[_Row] = [_row(one) for one in job.agreements] + [("", "", "")] * _LEFT_OPEN
    pages: list[Page] = []
    while rows:
        page = Page()
        top = BODY_AREA.top
        if not pages:
            top = _draw(page, _opening(t), top) + 6
        top = _draw_names(page, top, t)
        while rows and top + _height(rows[0]) <= BODY_AREA.bottom:
            top = _draw_row(page, rows.pop(0), top)
        while not rows and top + _ROW <= BODY_AREA.bottom:
            top = _draw_row(page, ("", "", ""), top)
        pages.append(page)
    furnish(pages, job, t("Agreements sheet"), t)
    return tuple(pages)


def _opening(t: Texts) -> Block:
    return Stack(
        (
            Aside(Words(t("What we agree"), TITLE), Blank(t("Date:"), BODY), 58),
            Words(t(question(_MONDAY).text), LARGE),
            Gap(1),
            Words(t("Small and soon is better than large and one day."), BODY.quiet()),
            Words(t("A role or an organisation will do; a name is not needed."), BODY.quiet()),
        ),
        1.2,
    )


def _row(agreement: Agreement) -> _Row:
    return (agreement.what, agreement.who, agreement.when)


def _draw(page: Page, block: Block, top: float) -> float:
    block.draw(page, BODY_AREA.left, top, BODY_AREA.width)
    return top + block.height(BODY_AREA.width)


def _draw_names(page: Page, top: float, t: Texts) -> float:
    names = (t("What do we do?"), t("Who does it?"), t("By when?"))
    for name, area in zip(names, _cells(top, EYEBROW.line), strict=True):
        page.write(name, area.left + _PAD, top, EYEBROW.sized(10))
    y = top + EYEBROW.line + 1.5
    page.add(Rule((BODY_AREA.left, y), (BODY_AREA.right, y), "ink", 0.5))
    return y


def _cells(top: float, height: float) -> tuple[Area, ...]:
    left, cells = BODY_AREA.left, []
    for wide in _WIDTHS:
        cells.append(Area(left, top, wide, height))
        left += wide
    return tuple(cells)


def _height(row: _Row) -> float:
    highest = BODY_AREA.height - 20
    needed = (
        Words(words, BODY).height(wide - 2 * _PAD) for words, wide in zip(row, _WIDTHS, strict=True)
    )
    return min(highest, max(_ROW, max(needed) + 2 * _PAD + 2))


def _draw_row(page: Page, row: _Row, top: float) -> float:
    high = _height(row)
    for words, cell in zip(row, _cells(top, high), strict=True):
        inside = cell.inset(_PAD, _PAD)
        block = fitting(Words(words, BODY), inside.width, inside.height)
        block.draw(page, inside.left, inside.top, inside.width)
        if cell.left > BODY_AREA.left:
            page.add(Rule((cell.left, top), (cell.left, cell.bottom), "line", 0.2))
    page.add(Rule((BODY_AREA.left, top + high), (BODY_AREA.right, top + high), "line", 0.2))
    return top + high
