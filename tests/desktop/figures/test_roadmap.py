"""The picture of the ways through a scenario."""

import itertools
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.sheet import Sheet
from dilemmaspel.desktop.figures.roadmap import RoadmapPainter
from dilemmaspel.desktop.figures.roadmap_files import write_roadmap
from dilemmaspel.desktop.figures.roadways import Roads
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.library import load
from dilemmaspel.scenario.roadmap import Roadmap, roadmap
from dilemmaspel.texts import Texts
from dilemmaspel.theme import THEMES, load_theme
from tests.desktop.samples import FLAGSHIPS, scenario
from tests.scenario.packs import SAMPLES

NL = Texts("nl")
SVG = "{http://www.w3.org/2000/svg}"


def jumping() -> Roadmap:
    found = load(SAMPLES / "oefenwijk" / "scenario.yaml").scenario
    assert found is not None
    return roadmap(found)


def test_an_svg_can_be_read_out_and_searched(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "map.svg"
    write_roadmap(roadmap(scenario()), load_theme(), NL, file)

    root = ET.parse(file).getroot()
    assert root.get("role") == "img"
    ids = (root.get("aria-labelledby") or "").split()
    titles, descriptions = root.findall(f"{SVG}title"), root.findall(f"{SVG}desc")
    assert [one.get("id") for one in (*titles, *descriptions)] == ids
    assert scenario().title in (titles[0].text or "")
    assert "d4z (d1 werd d)" in (descriptions[0].text or "")
    drawn = " ".join(root.itertext())
    assert all(option.label in drawn for d in scenario().dilemmas for option in d.options)


def test_a_png_has_the_same_words_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "map.png"
    size = write_roadmap(jumping(), load_theme(), NL, file)

    image = QImage(str(file))
    assert image.size() == size
    assert "De oefenwijk" in image.text("Title")
    assert "gaat naar geld" in image.text("Description")


@pytest.mark.parametrize("name", ["map.pdf", "map"])
def test_another_kind_of_file_is_refused_in_words(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentTrouble) as refused:
        write_roadmap(jumping(), load_theme(), NL, tmp_path / name)

    assert ".svg" in refused.value.message_in(NL)


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble):
        write_roadmap(jumping(), load_theme(), NL, tmp_path / "no" / "map.svg")


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_written_outside_the_picture(qtbot: QtBot, theme: str) -> None:
    for of in (roadmap(scenario(FLAGSHIPS[1])), jumping()):
        painter = RoadmapPainter(of, load_theme(theme), NL)
        image = QImage(painter.size, QImage.Format.Format_RGB32)
        paper = QPainter(image)
        sheet = Sheet(paper, Look(load_theme(theme), NL))
        foot = painter._paint(sheet)
        paper.end()
        whole = QRectF(0, 0, image.width(), image.height())
        assert foot <= image.height()
        assert all(whole.contains(one.box) for one in sheet.drawn)


def test_a_way_that_passes_a_row_keeps_beside_its_card(qtbot: QtBot) -> None:
    of = jumping()
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    paper = QPainter(image)
    roads = Roads(Sheet(paper, Look(load_theme(), NL)), of)
    paper.end()
    names = [" start", *(name for row in of.rows for name in row), " finish"]
    boxes = {DilemmaId(n): QRectF(0, 300 * at, 700, 100) for at, n in enumerate(names)}

    (jump,) = (one for one in roads._all if (one.source, one.target) == ("vijver", "geld"))
    corners = roads._route(jump, boxes, 800)
    passed = boxes[DilemmaId("lijst")]
    lanes = [a for a, b in itertools.pairwise(corners) if a.x() == b.x() > 700]
    assert lanes
    assert not any(passed.contains(corner) for corner in corners)
