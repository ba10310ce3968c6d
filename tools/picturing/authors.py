"""Pictures for people who write and share scenarios: cards, map, packs, preview, problems."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QPainter

from dilemmaspel.desktop.figures.roadmap import RoadmapPainter
from dilemmaspel.desktop.packs.page import PackPage
from dilemmaspel.desktop.preview.window import PreviewWindow
from dilemmaspel.desktop.start.cards import BrokenCard
from dilemmaspel.desktop.start.shelf import Shelf
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Page
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.pack_export import export_pack
from dilemmaspel.scenario.roadmap import roadmap
from dilemmaspel.texts import Texts
from dilemmaspel.theme import load_theme
from tests.desktop.samples import FLAGSHIPS, scenario
from tools.picturing.house import DOUBLE, House, a_house, letters
from tools.picturing.png import save

T: Final = Texts("nl")
OFFERED: Final = "f2-wie-zaait-wie-oogst"
"""The scenario in the pictures of a pack."""
ALL_CARDS: Final = (1366, 1490)
"""High enough for every card that is shipped."""


def author_pictures(out: Path) -> list[Path]:
    """Take them all."""
    return [*_map(out), *_cards(out), *_packs(out), *_previews(out)]


def _map(out: Path) -> list[Path]:
    painted = RoadmapPainter(roadmap(scenario(FLAGSHIPS[0])), load_theme(), T)
    image = QImage(painted.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painted.paint(painter)
    painter.end()
    path = out / "map-f1.png"
    save(image, path)
    return [path]


def _cards(out: Path) -> list[Path]:
    with a_house(out) as house:
        house.app.foyer.show_newcomer(empty=False)
        house.window.resize(*ALL_CARDS)
        _with_covers(house)
        house.take("scenario-cards")
        saved = house.saved
    with letters(DOUBLE), a_house(out) as house:
        _with_covers(house)
        house.take("start-200")
        return saved + house.saved


def _with_covers(house: House) -> None:
    shelf = house.see("shelf", Shelf)
    cards = [one for one in shelf.cards if not isinstance(one, BrokenCard)]
    house.wait(lambda: all(one.cover.has_image for one in cards), "for the covers")


def _packs(out: Path) -> list[Path]:
    with TemporaryDirectory(prefix="dilemmaspel-") as folder, a_house(out) as house:
        offered = Path(folder) / OFFERED
        shutil.copytree(scenarios_dir() / OFFERED, offered)
        file = offered / "scenario.yaml"
        text = file.read_text(encoding="utf-8").replace(f"id: {OFFERED}", "id: wie-zaait-noord")
        file.write_text(text, encoding="utf-8")
        pack = Path(folder) / "wie-zaait-noord.zip"
        export_pack(offered, pack, T)
        _offer(house, pack, "pack")
        file.write_text(text.replace("label:", "lable:", 2), encoding="utf-8")
        _offer(house, offered, "pack-problems")
        return house.saved


def _offer(house: House, source: Path, name: str) -> None:
    house.app.packs.look_at(source)
    page = house.see("pack", PackPage)
    house.wait(lambda: page.offer is not None)
    house.take(name)


def _previews(out: Path) -> list[Path]:
    with TemporaryDirectory(prefix="dilemmaspel-") as folder:
        copied = Path(folder) / FLAGSHIPS[0]
        shutil.copytree(scenarios_dir() / FLAGSHIPS[0], copied)
        file = copied / "scenario.yaml"
        saved = [_preview(file, out / "preview.png")]
        text = file.read_text(encoding="utf-8").replace("werkdruk: -1}", "werkdruk: -11}", 2)
        file.write_text(text, encoding="utf-8")
        return [*saved, _preview(file, out / "preview-problems.png")]


def _preview(file: Path, path: Path) -> Path:
    window = PreviewWindow(T, load_theme(), file, DilemmaId("d1"))
    window.show()
    window.show_page(Page.SHIFT)
    for _ in range(40):
        QCoreApplication.processEvents()
    save(window.grab().toImage(), path)
    window.close()
    window.deleteLater()
    return path
