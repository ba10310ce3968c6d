"""Documents are written whole or not at all, and say in plain words why they are not."""

import errno
import os
import re
import shutil
import string
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QPainter, QPdfWriter

from dilemmaspel.desktop.printing.documents import Document, file_name, write
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.theme import load_theme
from tests.desktop.printing.paper import DUTCH, ENGLISH, OF_A_SCENARIO, job, pages
from tests.desktop.samples import FLAGSHIPS

pytestmark = pytest.mark.usefixtures("qapp")


def go_on(_done: int, _total: int) -> bool:
    return True


def page_count(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


@pytest.mark.parametrize("document", OF_A_SCENARIO)
@pytest.mark.parametrize("of", FLAGSHIPS)
def test_a_pdf_has_as_many_pages_as_were_laid_out(
    document: Document, of: str, tmp_path: Path
) -> None:
    path = tmp_path / file_name(document, DUTCH)
    assert write(document, job(of), path, DUTCH, go_on)
    pdf = path.read_bytes()
    assert pdf.startswith(b"%PDF-1.")
    assert page_count(pdf) == len(pages(document, job(of)))


def test_the_typeface_is_inside_the_pdf(tmp_path: Path) -> None:
    path = tmp_path / "cards.pdf"
    write(Document.ROLE_CARDS, job(), path, DUTCH, go_on)
    pdf = path.read_bytes()
    assert pdf.count(b"/FontFile2") >= 3
    assert b"AtkinsonHyperlegibleNext-Bold" in pdf


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_the_words_in_the_pdf_can_be_searched_and_read_aloud(tmp_path: Path) -> None:
    path = tmp_path / "script.pdf"
    write(Document.SCRIPT, job(), path, DUTCH, go_on)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    text = done.stdout.decode("utf-8")
    assert "Wat doen we met De Schakel als het project stopt?" in text
    assert "pagina 3 van 13" in text


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("weight", [QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold])
def test_no_letter_is_lost_to_who_searches_or_listens(weight: QFont.Weight, tmp_path: Path) -> None:
    load_fonts()
    letters = string.ascii_letters + string.digits + "ÀÁÂÄÇÈÉÊËÍÏÓÔÖÚÛÜàáâäçèéêëíïóôöúûü€–’“”…"
    writer = QPdfWriter(str(tmp_path / "letters.pdf"))
    painter = QPainter(writer)
    font = QFont(load_theme().family, 12)
    font.setWeight(weight)
    painter.setFont(font)
    painter.drawText(500, 500, letters[:60])
    painter.drawText(500, 1500, letters[60:])
    painter.end()
    command = ["pdftotext", str(tmp_path / "letters.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    assert [letter for letter in letters if letter not in text] == []


def test_files_have_a_name_in_the_language_of_the_person() -> None:
    assert file_name(Document.ROLE_CARDS, DUTCH) == "rolkaarten.pdf"
    assert file_name(Document.ROLE_CARDS, ENGLISH) == "role-cards.pdf"


def test_no_two_documents_have_the_same_file() -> None:
    for t in (DUTCH, ENGLISH):
        assert len({file_name(document, t) for document in Document}) == len(Document)


def test_progress_counts_every_page_once(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def listen(done: int, total: int) -> bool:
        heard.append((done, total))
        return True

    write(Document.POSTERS, job(), tmp_path / "posters.pdf", DUTCH, listen)
    assert heard == [(n, 5) for n in range(6)]


@pytest.mark.parametrize("at", [0, 1, 5])
def test_stopping_leaves_nothing_not_even_the_folder(at: int, tmp_path: Path) -> None:
    path = tmp_path / "new" / "posters.pdf"
    assert not write(Document.POSTERS, job(), path, DUTCH, lambda done, _: done != at)
    assert list(tmp_path.glob("new*")) == []


def test_stopping_leaves_an_older_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "posters.pdf"
    path.write_bytes(b"older")
    assert not write(Document.POSTERS, job(), path, DUTCH, lambda done, _: done < 2)
    assert [one.name for one in tmp_path.glob("*posters*")] == ["posters.pdf"]
    assert path.read_bytes() == b"older"


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "posters.pdf"
    path.write_bytes(b"older")
    assert write(Document.POSTERS, job(), path, DUTCH, go_on)
    assert path.read_bytes().startswith(b"%PDF")
    assert [one.name for one in tmp_path.glob("*posters*")] == ["posters.pdf"]


def test_a_file_that_is_open_elsewhere_is_told_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "posters.pdf"
    path.write_bytes(b"older")

    def refuse(_own: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(EnvironmentTrouble) as caught:
        write(Document.POSTERS, job(), path, DUTCH, go_on)
    words = caught.value.message_in(DUTCH)
    assert "posters.pdf" in words
    assert "open in een ander programma" in words
    assert [one.name for one in tmp_path.glob("*posters*")] == ["posters.pdf"]
    assert path.read_bytes() == b"older"


def test_a_full_disk_is_told_in_plain_words_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(EnvironmentTrouble) as caught:
        write(Document.POSTERS, job(), tmp_path / "posters.pdf", DUTCH, go_on)
    assert "De schijf is vol" in caught.value.message_in(DUTCH)
    assert list(tmp_path.glob("*posters*")) == []


def test_a_folder_that_cannot_be_made_is_told_in_plain_words(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_bytes(b"a file")
    with pytest.raises(EnvironmentTrouble) as caught:
        write(Document.POSTERS, job(), tmp_path / "occupied" / "posters.pdf", DUTCH, go_on)
    words = caught.value.message_in(DUTCH)
    assert "Kies een andere map" in words
    assert "Traceback" not in words
