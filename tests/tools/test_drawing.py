from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontDatabase, QImage, QImageReader, QRawFont
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from tools.drawing.canvas import HEIGHT, WIDTH, Canvas
from tools.drawing.gallery import GALLERY
from tools.drawing.icons import INK, svg, write_icons
from tools.drawing.icons_roles import ROLE_ICONS
from tools.drawing.icons_ui import UI_ICONS
from tools.drawing.looks import AMINA
from tools.drawing.people import draw_person

ROOT = Path(__file__).parents[2]
LARGEST = 180_000
MARKS = "€éëïő●■▲◆⬟○▼≈≥≤–…→←↑↓✓"
FACES = ("Regular", "SemiBold", "Bold", "Italic")


@pytest.mark.parametrize("path", GALLERY)
def test_every_picture_is_there_at_its_size_and_light_enough(path: str) -> None:
    file = ROOT / path

    assert QImageReader(str(file)).size() == QSize(WIDTH, HEIGHT)
    assert file.stat().st_size <= LARGEST


def test_every_picture_says_in_dutch_what_is_seen() -> None:
    texts = yaml.safe_load((ROOT / "tools/drawing/alt_nl.yaml").read_text(encoding="utf-8"))

    assert set(texts) == set(GALLERY)
    assert all(text.endswith(".") for text in texts.values())


def test_every_role_has_an_icon() -> None:
    roles = yaml.safe_load((ROOT / "scenarios/roles.yaml").read_text(encoding="utf-8"))

    assert {role["id"] for role in roles["roles"]} <= set(ROLE_ICONS)


@pytest.mark.parametrize("name", sorted(ROLE_ICONS | UI_ICONS))
def test_an_icon_is_drawn_in_one_colour_that_the_app_can_replace(name: str, qapp: object) -> None:
    text = (ROOT / "assets/icons" / f"{name}.svg").read_text(encoding="utf-8")
    colours = {
        value
        for part in ET.fromstring(text).iter()
        for key, value in part.attrib.items()
        if key in ("fill", "stroke")
    }

    assert colours <= {INK, "none"}
    assert QSvgRenderer(text.encode()).isValid()


def test_the_icons_in_the_project_are_the_drawn_ones(tmp_path: Path) -> None:
    for written in write_icons(tmp_path):
        kept = ROOT / "assets/icons" / written.name
        assert kept.read_text(encoding="utf-8") == written.read_text(encoding="utf-8")


def test_a_solid_shape_has_no_outline() -> None:
    assert '<circle cx="12" cy="12" r="3" fill="#000000" stroke="none"/>' in svg(
        ("fill c 12 12 3",)
    )


@pytest.mark.parametrize("face", FACES)
def test_a_font_holds_every_mark_of_the_game(face: str, qtbot: QtBot) -> None:
    file = ROOT / "assets/fonts" / f"AtkinsonHyperlegibleNext-{face}.ttf"
    font = QRawFont(str(file), 20.0)

    assert font.familyName() == "Atkinson Hyperlegible Next"
    assert [mark for mark in MARKS if not font.supportsCharacter(ord(mark))] == []


def test_the_faces_are_one_family_with_three_weights(qtbot: QtBot) -> None:
    for face in FACES:
        QFontDatabase.addApplicationFont(
            str(ROOT / "assets/fonts" / f"AtkinsonHyperlegibleNext-{face}.ttf")
        )
    family = "Atkinson Hyperlegible Next"

    weights = {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)}
    assert weights == {QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold}


def test_the_same_scene_gives_the_same_picture(qtbot: QtBot) -> None:
    def drawn() -> QImage:
        canvas = Canvas()
        with canvas.placed(800, 900):
            draw_person(canvas, AMINA)
        return canvas.finish()

    assert drawn() == drawn()
