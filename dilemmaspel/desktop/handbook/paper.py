"""The handbook as a PDF: a title page, a table of contents, and numbered pages of A4."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QGuiApplication,
    QImage,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from dilemmaspel import __version__
from dilemmaspel.desktop.handbook.book import Book, Section, Subject, load_book
from dilemmaspel.desktop.handbook.setting import Manner, headings, set_page
from dilemmaspel.desktop.printing.ink import paint
from dilemmaspel.desktop.printing.lettering import BODY, LARGE, MM, SMALL, TINY, TITLE
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Page, Rule
from dilemmaspel.desktop.printing.pdf import laid_out_steps
from dilemmaspel.desktop.stepping import Steps
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.paths import assets_dir, handbook_dir
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme

_MARGIN: Final = 24.0
_TOP: Final = 19.0
_WIDE: Final = WIDTH - 2 * _MARGIN
_HIGH: Final = HEIGHT - _TOP - 22.0
_FOOT: Final = HEIGHT - 16.0
_POINTS: Final = 10.5
_PICTURE: Final = 104.0
"""The width of a picture, in millimetres."""

_LINE: Final = 5.4
_ALWAYS: Final = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
_TRIES: Final = 60


@dataclass(frozen=True, slots=True)
class Chapter:
    """A subject laid out on pages of its own."""

    subject: Subject
    document: QTextDocument
    pages: int
    places: tuple[tuple[Section, int], ...]
    """Each section and the page of the chapter that it begins on, from 0."""


def chapters_of(book: Book, writer: QPdfWriter) -> tuple[Chapter, ...]:
    """Lay out every subject for the paper that a writer makes."""
    return tuple(_chapter(book, subject, writer) for subject in book.subjects)


def writing(path: Path, t: Texts) -> Steps:
    """Write the handbook in small steps, each giving the pages done and their number.

    The file stands there when the steps are over; who stops earlier leaves nothing behind.
    Raises EnvironmentTrouble when the handbook cannot be read or the file cannot be written.
    """
    load_fonts()
    book = load_book(handbook_dir(), t.language)
    yield from laid_out_steps(partial(_laid_out, book, t), path, f"Dilemmaspel – {t('Handbook')}")


def _laid_out(book: Book, t: Texts, writer: QPdfWriter) -> list[Callable[[QPainter], None]]:
    chapters = chapters_of(book, writer)
    front = [_title_page(t), *_contents(chapters, t)]
    total = len(front) + sum(one.pages for one in chapters)
    return [
        partial(_paint, number=number, front=front, chapters=chapters)
        for number in range(1, total + 1)
    ]


# ------------------------------------------------------------------- laying out


def _chapter(book: Book, subject: Subject, writer: QPdfWriter) -> Chapter:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setBaseUrl(QUrl.fromLocalFile(f"{book.folder}/"))
    dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()  # Qt makes paper's of these
    manner = Manner(load_theme(), _POINTS, _POINTS * 1.3 * dots / 72, on_paper=True)

    def size_of(address: str) -> QSizeF | None:
        size = QImage(str(book.folder / address)).size()
        wide = _PICTURE / 25.4 * dots
        return None if size.isEmpty() else QSizeF(wide, wide * size.height() / size.width())

    set_page(document, subject.text, manner, size_of)
    document.setPageSize(QSizeF(_WIDE * MM, _HIGH * MM))
    _keep_together(document)
    pages = document.pageCount()  # lays the rest out; until then some places are not known
    sections = zip(subject.sections, headings(document), strict=True)
    places = tuple((section, _page_of(document, block)) for section, block in sections)
    return Chapter(subject, document, pages, places)


def _keep_together(document: QTextDocument) -> None:
    """Begin a page before a heading that would stand alone at a foot, or whose table is cut."""
    for _ in range(_TRIES):
        document.pageCount()  # lays out what changed
        badly_cut = next((one for one in headings(document) if _is_badly_cut(document, one)), None)
        if badly_cut is None:
            return
        shape = badly_cut.blockFormat()
        shape.setPageBreakPolicy(_ALWAYS)
        QTextCursor(badly_cut).setBlockFormat(shape)


def _is_badly_cut(document: QTextDocument, heading: QTextBlock) -> bool:
    shape, after = heading.blockFormat(), heading.next()
    if shape.headingLevel() == 1 or shape.pageBreakPolicy() & _ALWAYS or not after.isValid():
        return False
    return _last_page_of(document, after) > _page_of(document, heading)


def _last_page_of(document: QTextDocument, block: QTextBlock) -> int:
    """The page of the first line of a block; of a table that begins here, of its last line."""
    table: QTextTable | None = QTextCursor(block).currentTable()
    if table is None:
        return _page_of(document, block)
    last = table.lastCursorPosition().block()
    return _page_of(document, last, max(0, last.layout().lineCount() - 1))


def _page_of(document: QTextDocument, block: QTextBlock, line: int = 0) -> int:
    """The page on which a line of a block stands, from 0."""
    layout = block.layout()
    top = document.documentLayout().blockBoundingRect(block).top()
    down = layout.lineAt(line).y() if line < layout.lineCount() else 0.0
    return int((top + down + 1) / (_HIGH * MM))


# --------------------------------------------------------------------- painting


def _paint(
    painter: QPainter, number: int, front: Sequence[Page], chapters: Sequence[Chapter]
) -> None:
    if number <= len(front):
        paint(painter, front[number - 1])
        if number == 1:
            _paint_picture(painter)
        return
    at = number - len(front) - 1
    for chapter in chapters:
        if at < chapter.pages:
            _paint_text(painter, chapter.document, at)
            paint(painter, _foot(chapter.subject.title, number))
            return
        at -= chapter.pages


def _paint_picture(painter: QPainter) -> None:
    picture = QImage(str(assets_dir() / "pictures" / "welcome.webp"))
    high = _WIDE * picture.height() / picture.width() if picture.width() else 0.0
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(_MARGIN * MM, 118 * MM, _WIDE * MM, high * MM), picture)


def _paint_text(painter: QPainter, document: QTextDocument, page: int) -> None:
    high = _HIGH * MM
    context = QAbstractTextDocumentLayout.PaintContext()
    clip = QRectF(0, page * high, _WIDE * MM, high)
    context.clip = clip
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Text, QColor(load_theme().colour("ink")))
    context.palette = colours
    painter.save()
    painter.setPen(Qt.PenStyle.SolidLine)
    painter.translate(_MARGIN * MM, _TOP * MM - page * high)
    painter.setClipRect(clip)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _foot(title: str, number: int) -> Page:
    page = Page()
    page.add(Rule((_MARGIN, _FOOT - 1.5), (WIDTH - _MARGIN, _FOOT - 1.5), "faint", 0.2))
    page.write(f"Dilemmaspel – {title}", _MARGIN, _FOOT, TINY)
    page.write_right(str(number), WIDTH - _MARGIN, _FOOT, SMALL.strong())
    return page


def _title_page(t: Texts) -> Page:
    page = Page()
    page.write("Dilemmaspel", _MARGIN, 52, TITLE.sized(40))
    page.write(t("Handbook"), _MARGIN, 76, TITLE)
    page.write(t("For facilitators"), _MARGIN, 89, LARGE.quiet())
    words = t("Works without internet. What is written in bold stands on a button or a screen.")
    page.write(words, _MARGIN, HEIGHT - 42, SMALL)
    page.write(t("Version {version}", version=__version__), _MARGIN, HEIGHT - 36, SMALL)
    return page


def _contents(chapters: Sequence[Chapter], t: Texts) -> list[Page]:
    """The table of contents; how long it is itself decides the numbers that stand in it."""
    most = int(_HIGH / _LINE) - 3
    lines = sum(_lines_in(chapter) for chapter in chapters)
    ahead = 2
    while ahead - 1 < -(-lines // most):
        ahead += 1
    entries = list(_entries(chapters, ahead))
    made = [Page() for _ in range(ahead - 1)]
    _fill(made, entries, most, t)
    return made


def _lines_in(chapter: Chapter) -> int:
    return 1 + sum(section.level == 2 for section, _ in chapter.places)


def _entries(chapters: Sequence[Chapter], ahead: int) -> Generator[tuple[bool, str, int]]:
    """Whether it is a chapter, its words, and its page."""
    first = ahead + 1
    for chapter in chapters:
        yield (True, chapter.subject.title, first)
        for section, page in chapter.places:
            if section.level == 2:
                yield (False, section.title, first + page)
        first += chapter.pages


def _fill(
    pages: Sequence[Page], entries: Sequence[tuple[bool, str, int]], most: int, t: Texts
) -> None:
    pages[0].write(t("Contents"), _MARGIN, _TOP, TITLE)
    share = -(-len(entries) // len(pages))
    for place, (chapter, words, number) in enumerate(entries):
        page, row = pages[place // min(most, share)], place % min(most, share)
        top = _TOP + (row + 3) * _LINE
        style = BODY.strong().sized(10.5) if chapter else BODY.sized(9.5).quiet()
        page.write(words, _MARGIN + (0 if chapter else 6), top, style)
        page.write_right(str(number), WIDTH - _MARGIN, top, style)
    for number, page in enumerate(pages, 2):
        page.add(*_foot(t("Contents"), number).items)
