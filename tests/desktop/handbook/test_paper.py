"""The handbook on paper: numbered pages, a table of contents that is right, nothing cut."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter, QTextTable
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.handbook.book import load_book
from dilemmaspel.desktop.handbook.paper import Chapter, chapters_of, writing
from dilemmaspel.desktop.printing.documents import Document, write
from dilemmaspel.desktop.printing.lettering import DOTS
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.paths import handbook_dir
from tests.desktop.printing.paper import DUTCH, job

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)


@pytest.fixture(scope="module")
def chapters(qapp: object) -> Iterator[dict[str, Chapter]]:
    load_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    found = chapters_of(load_book(handbook_dir(), "nl"), writer)
    yield {one.subject.file: one for one in found}
    for one in found:
        one.document.deleteLater()


@pytest.fixture(scope="module")
def pages(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("paper") / "handleiding.pdf"
    for _ in writing(path, DUTCH):
        pass
    command = ["pdftotext", "-layout", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def test_the_checklist_of_the_evening_fits_one_sheet(chapters: dict[str, Chapter]) -> None:
    assert chapters["02-de-avond.md"].pages == 1


def test_the_dpia_fits_two_pages(chapters: dict[str, Chapter]) -> None:
    assert chapters["10-dpia-light.md"].pages == 2


def test_every_section_has_a_page_in_its_chapter(chapters: dict[str, Chapter]) -> None:
    for chapter in chapters.values():
        numbers = [page for _, page in chapter.places]
        assert numbers == sorted(numbers)
        assert numbers[0] >= 0
        assert numbers[-1] < chapter.pages


def test_no_row_of_a_table_is_cut(chapters: dict[str, Chapter]) -> None:
    for chapter in chapters.values():
        high, layout = chapter.document.pageSize().height(), chapter.document.documentLayout()
        for table in chapter.document.rootFrame().childFrames():
            if not isinstance(table, QTextTable):
                continue
            for row in range(table.rows()):
                for column in range(table.columns()):
                    block = table.cellAt(row, column).firstCursorPosition().block()
                    box = layout.blockBoundingRect(block)
                    first, last = int(box.top() / high), int((box.bottom() - 1) / high)
                    assert first == last, (chapter.subject.file, block.text())


def test_no_picture_is_wider_than_the_text(chapters: dict[str, Chapter]) -> None:
    for chapter in chapters.values():
        assert chapter.document.idealWidth() <= chapter.document.pageSize().width() + 1


@needs_poppler
def test_the_table_of_contents_tells_the_right_pages(pages: list[str]) -> None:
    lines = re.findall(r"^ *(\S.*?) {3,}(\d+)$", "\n".join(pages[1:3]), re.MULTILINE)
    told = {title: int(number) for title, number in lines if "Inhoud" not in title}
    assert len(told) > 60
    for title, number in told.items():
        assert title in pages[number - 1], (title, number)


@needs_poppler
def test_every_page_behind_the_title_has_its_number_at_the_foot(pages: list[str]) -> None:
    for number, page in enumerate(pages[1:], 2):
        assert page.strip().splitlines()[-1].split()[-1] == str(number)


def test_the_print_page_makes_it_too(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "handleiding.pdf"
    assert write(Document.HANDBOOK, job(), path, DUTCH, lambda _done, _total: True)
    assert path.read_bytes().startswith(b"%PDF-1.")


def test_who_stops_leaves_nothing_behind(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "papers" / "handleiding.pdf"
    assert not write(Document.HANDBOOK, job(), path, DUTCH, lambda done, _total: done < 2)
    assert not path.parent.exists()
