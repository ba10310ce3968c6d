"""Nothing is cut and everything has a name, at 1366 by 768 and with letters twice as large."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.archive.page import ArchivePage
from dilemmaspel.desktop.archive.quality import quality_lines
from dilemmaspel.desktop.archive.summary import Decided, Summary
from dilemmaspel.desktop.start.surroundings import Concern, ConcernKind
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.settings import Settings
from dilemmaspel.storage.archive import Status
from dilemmaspel.storage.erasing import Text
from dilemmaspel.storage.figures import Quality
from dilemmaspel.storage.merging import Outcome, Step
from tests.desktop.archive.listed import Listed
from tests.desktop.looking import dressed
from tests.desktop.start.conftest import Open
from tests.desktop.start.house import (
    DUTCH,
    TARGET,
    House,
    broken_entry,
    controls,
    cut,
    height_wanted,
    info,
    shipped,
    visible,
)

LONG = "Bestuurder van de welzijnsorganisatie Noorderhaven-Waterkant"


def start(house: House, _folder: Path) -> None:
    folder = Path.home() / "OneDrive"
    words = "The folder of the log is kept in step by {service}: {folder}."
    house.foyer.show_concerns(
        [Concern(ConcernKind.SYNCED, folder, words, "Choose another.", {"service": "OneDrive"})]
    )
    house.foyer.show_unfinished([info(1), info(2)])
    house.press("resumeEnd")


def empty(house: House, folder: Path) -> None:
    house.foyer.show_library([], folder)


def broken(house: House, folder: Path) -> None:
    entry = broken_entry(folder)
    house.foyer.show_library([*shipped(), entry], folder)
    house.press("broken_broken")


def setup(house: House, _folder: Path) -> None:
    house.press("scenario_f1-de-schakel")


def more(house: House, folder: Path) -> None:
    setup(house, folder)
    house.press("setupMore")


def phones(house: House, folder: Path) -> None:
    setup(house, folder)
    house.press("voting_phones")


def settings(house: House, _folder: Path) -> None:
    house.foyer.show_settings(Settings(organisation=LONG, farthest_seat=2000, people=3))
    house.press("toSettings")


def an_archive(house: House) -> ArchivePage:
    page = ArchivePage(DUTCH)
    sessions = [info(n, Status.CLOSED, LONG, organisation=LONG) for n in range(2, 9)] + [info(1)]
    page.set_source(Listed(sessions))
    house.window.give("archive", page)
    house.window.show_page("archive")
    page.go_to_table()
    return page


def archive(house: House, _folder: Path) -> None:
    page = an_archive(house)
    decided = Decided("Wie betaalt mee?", LONG, "Meeste stemmen")
    lines = quality_lines(DUTCH, Quality(False, 3, 1, 90, 70, 30, 4, 1, 5, 2))
    page.show_summary(Summary("s8", (decided,) * 4, LONG, (LONG,), "", lines))
    house.press("detailErase")


def archive_texts(house: House, _folder: Path) -> None:
    page = an_archive(house)
    page.old.show_old(3, 24)
    house.press("oldErase")
    page.detail.show_texts("s8", [Text(n, "BallotCast", n, "inwoner", "d1", LONG) for n in (1, 2)])


def archive_merge(house: House, _folder: Path) -> None:
    page = an_archive(house)
    page.merging.begin()
    wrong = "what event {seq} says was changed"
    for number in range(1, 9):
        step = Step(Path(LONG), LONG, Outcome.REFUSED, number, 9, wrong, {"seq": number})
        page.merging.show_step(step)
    page.table.selectAll()


def help_page(house: House, _folder: Path) -> None:
    house.press("toHelp")


Page = Callable[[House, Path], None]
PAGES = pytest.mark.parametrize(
    "page",
    [
        start,
        empty,
        broken,
        setup,
        more,
        phones,
        settings,
        archive,
        archive_texts,
        archive_merge,
        help_page,
    ],
)


def rested(house: House, qtbot: QtBot) -> QWidget:
    before: object = None
    while before != (before := [one.geometry() for one in visible(house.window)]):
        qtbot.wait(15)
    return house.window


@PAGES
def test_nothing_is_cut(
    page: Page, points: float, open_house: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    house = open_house(DUTCH)
    house.foyer.show_library(shipped(), scenarios_dir())
    page(house, tmp_path / "own")
    window = rested(house, qtbot)
    assert window.size().toTuple() == (1366, 768)
    assert cut(window) == []


@PAGES
def test_everything_to_press_is_named_and_large_enough(
    page: Page, open_house: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    with dressed():
        house = open_house(DUTCH)
        house.foyer.show_library(shipped(), scenarios_dir())
        page(house, tmp_path / "own")
        found = controls(rested(house, qtbot))
        assert found
        assert [one for one in found if not (one.objectName() and one.accessibleName())] == []
        names = [one.objectName() for one in found]
        assert sorted(set(names)) == sorted(names)
        small = [one.objectName() for one in found if min(one.width(), one.height()) < TARGET]
        assert small == []


@PAGES
def test_focus_moves_nothing(page: Page, open_house: Open, qtbot: QtBot, tmp_path: Path) -> None:
    with dressed():
        house = open_house(DUTCH)
        house.foyer.show_library(shipped(), scenarios_dir())
        page(house, tmp_path / "own")
        rested(house, qtbot)
        buttons = [one for one in controls(house.window) if one.isEnabled()]
        sizes = [one.size() for one in buttons]
        heights = {
            one.objectName(): (height_wanted(one, focus=False), height_wanted(one, focus=True))
            for one in buttons
        }
        assert {name: two for name, two in heights.items() if two[0] != two[1]} == {}
        for button in buttons:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        rested(house, qtbot)
        assert [one.size() for one in buttons] == sizes
