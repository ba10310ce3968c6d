"""Pictures come from the scenario's own folder, within limits, or not at all."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from dilemmaspel.desktop.beamer.look import NoPictures
from dilemmaspel.desktop.beamer.pictures import MOST_BYTES, FolderPictures
from dilemmaspel.game.scenario import Picture

SIZE = QSize(200, 100)
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def folder(tmp_path: Path, qapp: QApplication) -> Path:
    own = tmp_path / "scenario"
    own.mkdir()
    for place in (own, tmp_path):
        image = QImage(800, 600, QImage.Format.Format_RGB32)
        image.fill(QColor("#336699"))
        assert image.save(str(place / "plein.png"))
    return own


def test_a_picture_is_read_and_made_smaller(folder: Path) -> None:
    image = FolderPictures(folder).image(Picture("plein.png", "een plein"), SIZE)
    assert image is not None
    assert SIZE.width() <= image.width() < 800


@pytest.mark.parametrize("file", ["../plein.png", "weg.png", "", "tekst.txt", "/etc/hostname"])
def test_what_is_not_a_picture_of_the_scenario_is_not_read(folder: Path, file: str) -> None:
    (folder / "tekst.txt").write_text("geen plaatje", encoding="utf-8")
    assert FolderPictures(folder).image(Picture(file, "alt"), SIZE) is None


def test_a_broken_picture_is_no_picture(folder: Path) -> None:
    (folder / "stuk.png").write_bytes(b"\x89PNG but not really")
    assert FolderPictures(folder).image(Picture("stuk.png", "alt"), SIZE) is None


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    with (folder / "groot.png").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert FolderPictures(folder).image(Picture("groot.png", "alt"), SIZE) is None


def test_without_a_folder_there_are_no_pictures() -> None:
    picture = Picture("plein.png", "een plein")
    assert FolderPictures(None).image(picture, SIZE) is None
    assert NoPictures().image(picture, SIZE) is None


def test_a_picture_is_read_once(folder: Path) -> None:
    pictures = FolderPictures(folder)
    first = pictures.image(Picture("plein.png", "een plein"), SIZE)
    (folder / "plein.png").unlink()
    assert pictures.image(Picture("plein.png", "een plein"), SIZE) is first
