"""Pictures of the archive: the list, one session that is looked back at, and a comparison."""

from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QTableView

from dilemmaspel.game.phases import Page
from dilemmaspel.game.seeing import public_view
from tests.desktop.samples import FLAGSHIPS
from tools.picturing.foyer import played_before
from tools.picturing.house import House, a_house

PLAYED = (0, 0, 1, 0, 2, 0, 1)
"""Which flagship each session of the archive played."""


def archive_pictures(out: Path) -> list[Path]:
    """Take the pages of the archive."""
    with a_house(out) as house:
        for number, place in enumerate(PLAYED):
            played_before(house, FLAGSHIPS[place], number, people=12 + 7 * number)
        house.press("toArchive")
        table = house.see("archiveTable", QTableView)
        table.selectRow(2)
        house.see("detailEnding", QLabel)
        house.take("archive")
        _look_back(house)
        _compare(house, table)
        return house.saved


def _look_back(house: House) -> None:
    """The moment of the first shift that the beamer showed."""
    house.press("detailReplay")
    slider = house.see("replaySlider", QSlider)
    desk = house.app.archive
    if desk is None or house.app.log is None:
        raise LookupError("the archive is not open")
    events = [(e, at) for e, at, _ in house.app.log.events("picture-4")]
    from dilemmaspel.storage.replay import Replay

    replay = Replay(events)
    place = next(
        place
        for place in range(1, len(replay) + 1)
        if public_view(replay.at(place)[0]).page is Page.SHIFT
    )
    slider.setValue(place)
    house.take("archive-session")
    house.press("replayBack")


def _compare(house: House, table: QTableView) -> None:
    """Four sessions of one scenario, chosen by its filter."""
    page = house.window.findChild(QPushButton, "detailCompare")
    if page is None:
        raise LookupError("there is nothing to compare with")
    model = table.model()
    table.clearSelection()
    selection = table.selectionModel()
    for row in range(model.rowCount()):
        if "Schakel" in str(model.index(row, 1).data()):
            flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
            selection.select(model.index(row, 0), flags)
    house.take("archive-several")
    house.press("detailCompare")
    house.take("archive-compare")
