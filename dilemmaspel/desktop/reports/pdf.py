"""The report as a PDF: a cover, a page for every dilemma, the whole, and the method."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from dilemmaspel.debrief.report import document as d
from dilemmaspel.desktop.printing.blocks import Block, Gap, Title, Words, fitting
from dilemmaspel.desktop.printing.flow import BODY_AREA, edge, pages_of
from dilemmaspel.desktop.printing.lettering import EYEBROW, LARGE, TITLE
from dilemmaspel.desktop.printing.page import Page
from dilemmaspel.desktop.printing.pdf import pdf_steps
from dilemmaspel.desktop.reports.dilemma_page import dilemma_page
from dilemmaspel.desktop.reports.paper import blocks_of, opening, sayings
from dilemmaspel.desktop.stepping import Steps
from dilemmaspel.texts import Texts

_GAP: Final = 5.0
_LETTER: Final = 8.5
"""The size of letters in figures that have a page for themselves, in points."""


def report_pages(report: d.Report, t: Texts) -> tuple[Page, ...]:
    """Lay all pages of a report out."""
    parts = (_cover(report, t), *(part for one in report.sections for part in _parts(one, t)))
    pages = pages_of(parts, _GAP)
    edge(pages, report.name, report.title, report.foot, t)
    return pages


def write_pdf(report: d.Report, path: Path, t: Texts) -> Steps:
    """Write a report as a PDF, page by page; raises EnvironmentTrouble."""
    yield from pdf_steps(report_pages(report, t), path, f"{report.title} – {report.name}")


def _cover(report: d.Report, t: Texts) -> Sequence[Block]:
    return (
        Gap(12),
        Words(report.name, EYEBROW.sized(12)),
        Title(report.title, TITLE.sized(30)),
        *((Words(report.subtitle, LARGE),) if report.subtitle else ()),
        Gap(4),
        *(piece for block in report.cover for piece in blocks_of(block, t)),
    )


def _parts(section: d.Section, t: Texts) -> Iterator[Sequence[Block]]:
    """Each part begins on a new page."""
    if not section.one_page:
        pieces = (piece for block in section.blocks for piece in blocks_of(block, t, _LETTER))
        yield (opening(section), *pieces)
        return
    whole, left_over = dilemma_page(section, t)
    yield (fitting(whole, BODY_AREA.width, BODY_AREA.height),)
    if left_over:
        yield (opening(section), *(piece for one in left_over for piece in sayings(one)))
