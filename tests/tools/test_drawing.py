from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from PySide6.QtCore import QSize, Qt
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


def test_no_picture_lies_there_that_nothing_draws() -> None:
    kept = {
        file.relative_to(ROOT).as_posix()
        for folder in ("assets/pictures", "scenarios")
        for file in (ROOT / folder).rglob("*.webp")
    }

    assert kept == set(GALLERY)


def test_a_scenario_says_of_its_pictures_what_the_drawing_says() -> None:
    texts = yaml.safe_load((ROOT / "tools/drawing/alt_nl.yaml").read_text(encoding="utf-8"))
    told = {
        (file.parent / picture["file"]).relative_to(ROOT).as_posix(): picture["alt"]
        for file in sorted((ROOT / "scenarios").glob("*/scenario.yaml"))
        for picture in pictures_in(yaml.safe_load(file.read_text(encoding="utf-8")))
    }

    assert told
    assert told == {path: texts.get(path) for path in told}


def pictures_in(part: object) -> list[dict[str, str]]:
    """Give every picture a scenario names, wherever it stands."""
    if isinstance(part, list):
        return [found for one in part for found in pictures_in(one)]
    if not isinstance(part, dict):
        return []
    here = [part] if {"file", "alt"} <= set(part) else []
    return here + [found for one in part.values() for found in pictures_in(one)]


@pytest.mark.parametrize(
    "path",
    [
        "scenarios/f3-tellen-of-vertellen/pictures/opdracht.webp",
        "scenarios/p3-achter-de-voordeur/pictures/signalen.webp",
        "scenarios/c2-een-dag-in-het-dorp/pictures/bus.webp",
    ],
)
def test_the_pictures_in_the_project_are_the_drawn_ones(path: str, qtbot: QtBot) -> None:
    canvas = Canvas()
    GALLERY[path](canvas)
    size = QSize(80, 50)
    smooth = Qt.TransformationMode.SmoothTransformation
    drawn = canvas.finish().scaled(size, mode=smooth)
    kept = QImage(str(ROOT / path)).scaled(size, mode=smooth)
    apart = [
        abs(one.red() - other.red())
        + abs(one.green() - other.green())
        + abs(one.blue() - other.blue())
        for x in range(size.width())
        for y in range(size.height())
        for one, other in [(drawn.pixelColor(x, y), kept.pixelColor(x, y))]
    ]

    assert max(apart) < 30


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
