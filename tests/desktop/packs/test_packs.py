"""A scenario comes in from a zip or a folder, and goes out as one zip: all from the screens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.packs.desk import PACK, PackDesk
from dilemmaspel.desktop.packs.page import PackPage
from dilemmaspel.desktop.packs.words import size_words
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.scenario.library import Library
from dilemmaspel.scenario.offer import Offer, Verdict
from dilemmaspel.scenario.pack import open_pack
from dilemmaspel.scenario.pack_export import export_pack
from dilemmaspel.scenario.starting import new_scenario
from dilemmaspel.texts import Texts
from tests.desktop.looking import dressed
from tests.desktop.start.conftest import Open, house, open_house  # noqa: F401 # its fixtures
from tests.desktop.start.house import DUTCH, House, T, controls, cut, shipped

EN = Texts("en")


class Room:
    """A window with the desk for packs, and what it told."""

    def __init__(self, of: House, own: Path) -> None:
        self.house = of
        self.own = own
        self.troubles: list[EnvironmentTrouble] = []
        self.added: list[Path] = []
        self.left = 0
        self.desk = PackDesk(of.foyer._t, of.window, own, [scenarios_dir()], self._guarded)
        self.desk.added.connect(self.added.append)
        self.desk.leaveRequested.connect(self._on_left)
        of.foyer.openRequested.connect(self.desk.open)
        of.foyer.shareRequested.connect(self.desk.share)

    def _guarded(self, step: Callable[[], object]) -> None:
        try:
            step()
        except EnvironmentTrouble as trouble:
            self.troubles.append(trouble)

    def _on_left(self) -> None:
        self.left += 1

    @property
    def page(self) -> PackPage:
        found = self.house.window.page(PACK)
        assert isinstance(found, PackPage)
        return found

    def look_at(self, qtbot: QtBot, source: Path) -> Offer:
        self.desk.look_at(source)
        qtbot.waitUntil(lambda: self.page.offer is not None)
        assert self.page.offer is not None
        return self.page.offer

    def said(self, name: str) -> str:
        found = self.house.window.findChildren(QLabel, name)
        return " ".join(one.text() for one in found if one.isVisible())


@pytest.fixture
def room(house: House, tmp_path: Path) -> Room:  # noqa: F811 # the fixture
    house.foyer.show_library(shipped(), tmp_path / "own")
    return Room(house, tmp_path / "own")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "winkel.zip"
    folder = new_scenario("De lege winkel", tmp_path / "elsewhere", EN).parent
    assert export_pack(folder, made, EN) == ()
    return made


def test_the_start_screen_leads_to_it_and_back(room: Room) -> None:
    room.house.press("toOpen")
    assert room.house.window.shown == PACK
    assert not room.page.bar.isVisible()

    room.house.press("packBack")
    assert room.left == 1


def test_an_empty_library_leads_to_it_too(room: Room, tmp_path: Path) -> None:
    room.house.foyer.show_library([], tmp_path)
    room.house.press("emptyTake")

    assert room.house.window.shown == PACK


def test_a_pack_shows_what_is_in_it_before_it_is_added(
    qtbot: QtBot, room: Room, file: Path
) -> None:
    room.look_at(qtbot, file)

    assert room.said("packTitle") == "De lege winkel"
    assert room.said("packSource") == file.name
    assert "CC BY-SA 4.0" in room.said("packLicence")
    assert "tekening uit Dilemmaspel" in room.said("packLicence")
    assert room.said("packContents").startswith("1 picture · 2 other files · ")
    assert "pictures/straat.webp" in room.said("packFiles")
    assert not room.said("problemPlace")
    assert not room.own.exists()


def test_its_cover_is_shown(qtbot: QtBot, room: Room, file: Path) -> None:
    room.look_at(qtbot, file)

    cover = room.page.found._cover
    assert cover is not None
    assert cover.has_image
    assert cover.accessibleName() == "Een straat in de ochtend, met buren op weg."


def test_adding_puts_it_among_ones_own_and_says_so(qtbot: QtBot, room: Room, file: Path) -> None:
    room.look_at(qtbot, file)
    room.house.press("packAdd")

    assert room.added == [room.own / "de-lege-winkel" / "scenario.yaml"]
    assert "now stands among your scenarios" in room.house.window.news.words()
    assert Library([room.own]).entries()[0].is_playable


def test_one_that_is_there_already_is_a_question(qtbot: QtBot, room: Room, file: Path) -> None:
    room.look_at(qtbot, file)
    room.house.press("packAdd")
    offer = room.look_at(qtbot, file)

    assert offer.verdict is Verdict.REPLACES
    assert room.house.window.focusWidget() is room.page.keep
    room.house.press("packKeep")
    assert (len(room.added), room.left) == (1, 1)

    room.look_at(qtbot, file)
    assert room.page.add.text() == "Replace mine"
    room.house.press("packAdd")
    assert len(room.added) == 2


def test_the_id_of_a_shipped_scenario_is_refused_in_words(qtbot: QtBot, room: Room) -> None:
    room.look_at(qtbot, scenarios_dir() / "f1-de-schakel")

    assert not room.page.add.isVisible()
    assert "comes with the game" in room.said("packVerdict")
    assert room.said("problemMend")


def test_a_folder_with_mistakes_shows_line_and_mend(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    source = new_scenario("Fout", tmp_path / "elsewhere", EN)
    source.write_text(source.read_text("utf-8").replace("label:", "lable:", 1), encoding="utf-8")

    room.look_at(qtbot, source.parent)

    assert room.said("problemPlace").startswith("Error · Line ")
    assert "lable" in room.said("problemLine")
    assert "label" in room.said("problemMend")
    assert not room.page.add.isVisible()


def test_a_zip_that_is_none_has_no_line_to_point_to(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    file = tmp_path / "photo.zip"
    file.write_bytes(b"GIF89a")

    room.look_at(qtbot, file)

    assert room.said("problemPlace") == "Error"
    assert "no pack" in room.said("problemMessage")


def test_a_file_that_is_gone_is_told(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.desk.look_at(tmp_path / "gone.zip")

    qtbot.waitUntil(lambda: bool(room.troubles))
    assert room.page.offer is None


def test_another_file_can_be_looked_at_on_the_same_page(
    qtbot: QtBot, room: Room, file: Path, tmp_path: Path
) -> None:
    room.look_at(qtbot, scenarios_dir() / "f1-de-schakel")
    room.look_at(qtbot, file)

    assert room.said("packTitle") == "De lege winkel"
    assert not room.said("problemPlace")


@pytest.mark.parametrize("button", ["packFile", "packFolder"])
def test_a_file_or_a_folder_is_chosen_without_stopping_the_window(
    qtbot: QtBot, room: Room, file: Path, button: str
) -> None:
    room.desk.open()
    room.house.press(button)
    dialog = room.desk.dialog
    assert dialog is not None

    dialog.fileSelected.emit(str(file))
    dialog.done(QFileDialog.DialogCode.Accepted)

    qtbot.waitUntil(lambda: room.page.offer is not None)
    assert room.desk.dialog is None


def test_a_file_can_be_dropped_on_the_page(qtbot: QtBot, room: Room, file: Path) -> None:
    room.desk.open()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none
    )

    room.page.dropEvent(drop)

    qtbot.waitUntil(lambda: room.page.offer is not None)


def test_a_scenario_is_shared_from_its_set_up_page(room: Room, tmp_path: Path) -> None:
    room.house.press("scenario_f1-de-schakel")
    room.house.press("setupShare")
    dialog = room.desk.dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("f1-de-schakel.zip")
    file = tmp_path / "delen.zip"

    dialog.fileSelected.emit(str(file))
    dialog.done(QFileDialog.DialogCode.Accepted)

    assert str(file) in room.house.window.news.words()
    assert open_pack(file).can_be_imported


def test_a_place_that_cannot_be_written_is_told(room: Room, tmp_path: Path) -> None:
    room.house.press("scenario_f1-de-schakel")
    room.house.press("setupShare")
    dialog = room.desk.dialog
    assert dialog is not None

    dialog.fileSelected.emit(str(tmp_path / "no" / "delen.zip"))
    dialog.done(QFileDialog.DialogCode.Accepted)

    assert len(room.troubles) == 1
    assert not room.house.window.news.isVisible()


@pytest.mark.parametrize("points", [10.0, 20.0], ids=["usual", "double"])
@pytest.mark.parametrize("source", ["new", "shipped", "broken"])
def test_everything_fits_and_has_a_name(
    qtbot: QtBot,
    open_house: Open,  # noqa: F811 # the fixture
    tmp_path: Path,
    points: float,
    source: str,
) -> None:
    with dressed(points):
        room = Room(open_house(DUTCH), tmp_path / "own")
        file = new_scenario("De lege winkel", tmp_path / "elsewhere", T)
        if source == "broken":
            file.write_text(file.read_text("utf-8").replace("label:", "lable:"), encoding="utf-8")
        elif source == "shipped":
            file = scenarios_dir() / "c1-het-wijkteam-loopt-over" / "scenario.yaml"
        room.look_at(qtbot, file.parent)
        qtbot.wait(40)
        assert [one for one in cut(room.house.window) if "problemLine" not in one] == []
        found = controls(room.house.window)
        assert [one.objectName() for one in found if not one.accessibleName()] == []


@pytest.mark.parametrize(
    ("size", "words"),
    [(10, "1 kB"), (34_400, "34 kB"), (999_999, "1,000 kB"), (2_340_000, "2.3 MB")],
)
def test_sizes_are_said_as_people_read_them(size: int, words: str) -> None:
    assert size_words(EN, size) == words
