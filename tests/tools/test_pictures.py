"""The pictures of the manual are small, true to their colours, and of every page."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from dilemmaspel.game.phases import Page
from tools.picturing import png
from tools.picturing.beamer import longest_shots
from tools.picturing.presenter import PAGES, longest

pytestmark = pytest.mark.usefixtures("qapp")
GROUND, INK = QColor("#FBF8F2"), QColor("#14202B")


@pytest.fixture
def noisy() -> QImage:
    """A page with a drawing on it that has more colours than a small file can hold."""
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    painter.fillRect(40, 40, 200, 60, INK)
    painter.end()
    chance = Random(1)
    for x in range(300, 620):
        for y in range(40, 440):
            image.setPixel(x, y, 0xFF000000 | chance.randrange(1 << 24))
    return image


def test_a_plain_picture_stays_as_it_is(tmp_path: Path) -> None:
    plain = QImage(640, 480, QImage.Format.Format_RGB32)
    plain.fill(GROUND)
    png.save(plain, tmp_path / "new folder" / "plain.png")
    assert QImage(str(tmp_path / "new folder" / "plain.png")).pixelColor(9, 9) == GROUND


def test_a_busy_picture_becomes_smaller_and_keeps_its_even_colours(
    noisy: QImage, tmp_path: Path
) -> None:
    png.save(noisy, tmp_path / "noisy.png")
    saved = QImage(str(tmp_path / "noisy.png"))
    assert len(saved.colorTable()) <= png.COLOURS
    assert (tmp_path / "noisy.png").stat().st_size < len(png.encoded(noisy)) / 2
    assert (saved.pixelColor(5, 5), saved.pixelColor(60, 60)) == (GROUND, INK)


def test_a_folder_that_cannot_be_written_is_said(noisy: QImage, tmp_path: Path) -> None:
    (tmp_path / "taken.png").mkdir()
    with pytest.raises(SystemExit, match=r"Could not write .*taken\.png"):
        png.save(noisy, tmp_path / "taken.png")


def test_there_is_a_picture_of_every_page_of_the_beamer() -> None:
    assert {shot.view.page for shot in longest_shots()} == set(Page)


def test_there_is_a_picture_of_every_phase_of_the_presenter() -> None:
    missing = set(PAGES.values()) - set(longest().values())
    assert missing == set()
