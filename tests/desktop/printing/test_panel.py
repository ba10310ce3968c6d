"""The print page: what a facilitator ticks becomes files, and the window never stands still."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.printing.choosing import usual_folder
from dilemmaspel.desktop.printing.documents import Document
from dilemmaspel.desktop.printing.panel import PrintPage
from dilemmaspel.desktop.widgets.places import breakable, open_folder
from dilemmaspel.game.ids import frozen
from dilemmaspel.texts import Texts
from tests.desktop.looking import dressed
from tests.desktop.printing.paper import DUTCH, job
from tests.desktop.samples import FLAGSHIPS
from tests.desktop.start.house import TARGET, controls, cut

DAY = date(2026, 3, 4)
ALL = tuple(Document)


class Desk:
    """A print page that puts its files in a folder of the test, and opens folders in a list."""

    def __init__(self, folder: Path, t: Texts = DUTCH) -> None:
        self.opened: list[Path] = []
        self.opens = True
        self.closed = 0
        self.page = PrintPage(t, today=lambda: DAY, opens=self._open)
        self.page.closed.connect(self._on_closed)
        self.page.show_job(job())
        self.folder = folder / "prints"
        self.page.where.show_folder(self.folder)
        self.page.resize(1366, 768)

    def _open(self, folder: Path) -> bool:
        self.opened.append(folder)
        return self.opens

    def _on_closed(self) -> None:
        self.closed += 1

    def tick(self, *documents: Document) -> None:
        for document, tick in self.page.what.ticks.items():
            if (document in self.page.what.chosen) != (document in documents):
                tick.button.click()

    def files(self) -> set[str]:
        return {one.name for one in self.folder.glob("*")}

    def seen(self, name: str) -> bool:
        (found,) = self.page.findChildren(QWidget, name)
        return found.isVisibleTo(self.page)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.page.show()
    qtbot.waitExposed(made.page)
    yield made
    made.page.close()
    made.page.deleteLater()


def finish(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.page.making.busy, timeout=30_000)


def test_what_is_ticked_becomes_a_file_and_nothing_else(desk: Desk, qtbot: QtBot) -> None:
    desk.tick(Document.ROLE_CARDS, Document.AGREEMENTS)
    desk.page.make.click()
    finish(desk, qtbot)
    assert desk.files() == {"rolkaarten.pdf", "afsprakenblad.pdf"}
    assert "2 PDF’s staan klaar" in desk.page.ready.words()


def test_all_documents_can_be_made_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.tick(*ALL)
    desk.page.make.click()
    finish(desk, qtbot)
    assert len(desk.files()) == len(ALL)


def test_the_bar_moves_forward_and_says_what_is_being_made(desk: Desk, qtbot: QtBot) -> None:
    shares, said = [], []
    desk.page.making.progressed.connect(lambda progress: shares.append(progress.share))
    desk.page.making.progressed.connect(lambda _: said.append(desk.page.state.text()))
    desk.tick(Document.POSTERS, Document.AGREEMENTS)
    desk.page.make.click()
    assert desk.seen("printProgress")
    finish(desk, qtbot)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert "Stemposters: pagina 3 van 5" in said
    assert not desk.seen("printProgress")


def test_the_window_goes_on_between_two_pages(desk: Desk, qtbot: QtBot) -> None:
    desk.tick(*ALL)
    desk.page.make.click()
    assert desk.files() == set()
    with qtbot.waitSignal(desk.page.making.progressed):
        pass
    assert desk.page.making.busy
    desk.page.cancel.click()


def test_stopping_halfway_leaves_only_whole_files(desk: Desk, qtbot: QtBot) -> None:
    desk.tick(Document.POSTERS)
    desk.page.make.click()
    with qtbot.waitSignal(desk.page.making.progressed):
        pass
    desk.page.cancel.click()
    assert not desk.page.making.busy
    assert not desk.folder.exists()
    assert "Er is niets achtergebleven." in desk.page.ready.words()
    assert desk.page.make.isEnabled()


def test_stopping_says_how_many_files_stay(desk: Desk, qtbot: QtBot) -> None:
    desk.tick(Document.SCRIPT, Document.POSTERS)
    desk.page.make.click()
    qtbot.waitUntil(lambda: desk.files() == {"draaiboek.pdf"}, timeout=30_000)
    desk.page.cancel.click()
    assert desk.files() == {"draaiboek.pdf"}
    assert "1 PDF was al klaar" in desk.page.ready.words()
    assert desk.seen("printOpen")


def test_a_trouble_is_told_calmly_and_can_be_tried_again(desk: Desk, qtbot: QtBot) -> None:
    desk.folder.write_bytes(b"a file stands in the way")
    desk.tick(Document.AGREEMENTS)
    desk.page.make.click()
    finish(desk, qtbot)
    assert "Kies een andere map" in desk.page.trouble.words()
    desk.folder.unlink()
    desk.page.make.click()
    finish(desk, qtbot)
    assert desk.page.trouble.words() == ""
    assert desk.files() == {"afsprakenblad.pdf"}


def test_the_folder_is_opened_after_the_making(desk: Desk, qtbot: QtBot) -> None:
    assert not desk.seen("printOpen")
    desk.tick(Document.AGREEMENTS)
    desk.page.make.click()
    finish(desk, qtbot)
    desk.page.open.click()
    assert desk.opened == [desk.folder]
    assert desk.page.trouble.words() == ""


def test_a_folder_that_does_not_open_is_named(desk: Desk, qtbot: QtBot) -> None:
    desk.opens = False
    desk.tick(Document.AGREEMENTS)
    desk.page.make.click()
    finish(desk, qtbot)
    desk.page.open.click()
    assert breakable(desk.folder) in desk.page.trouble.words()


def test_only_a_folder_that_is_there_is_opened(tmp_path: Path) -> None:
    assert not open_folder(tmp_path / "nowhere")


def test_without_a_tick_there_is_nothing_to_make(desk: Desk) -> None:
    desk.tick()
    assert not desk.page.make.isEnabled()
    assert desk.page.state.text() == "Vink minstens één ding aan."


def test_role_cards_can_be_one_for_each_role(desk: Desk, qtbot: QtBot) -> None:
    how_many = desk.page.what.how_many
    assert how_many is not None
    how_many.radios["role"].click()
    desk.tick(Document.ROLE_CARDS)
    desk.page.make.click()
    finish(desk, qtbot)
    pdf = (desk.folder / "rolkaarten.pdf").read_bytes()
    assert pdf.count(b"/Type /Page\n") == 2


def test_the_question_how_many_goes_when_it_makes_no_difference(desk: Desk) -> None:
    desk.page.show_job(job(people=frozen()))
    assert desk.page.what.how_many is None


def test_the_question_how_many_stands_there_only_for_role_cards(desk: Desk) -> None:
    assert desk.seen("printCards")
    desk.tick(Document.SCRIPT)
    assert not desk.seen("printCards")


def test_showing_the_same_job_twice_changes_nothing(desk: Desk) -> None:
    asked = desk.page.what.how_many
    desk.page.show_job(job())
    assert desk.page.what.how_many is asked
    assert desk.page.where.folder == desk.folder


def test_another_scenario_gets_a_folder_of_its_own(desk: Desk) -> None:
    desk.page.show_job(job(FLAGSHIPS[1]))
    assert desk.page.where.folder.name == "De volle wachtkamer 2026-03-04"
    assert desk.page.where.folder.parent.name == "Dilemmaspel"


def test_the_name_of_a_folder_has_no_signs_that_a_system_refuses(home: Path) -> None:
    folder = usual_folder('Geld: "nu" of later? a/b\\c ...', DAY)
    assert folder.name == "Geld nu of later a b c 2026-03-04"
    assert usual_folder("???", DAY).name == "2026-03-04"


def test_escape_stops_the_making_first_and_then_leaves(desk: Desk, qtbot: QtBot) -> None:
    desk.tick(*ALL)
    desk.page.make.click()
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert not desk.page.making.busy
    assert desk.closed == 0
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert desk.closed == 1


def test_back_leaves_and_stops_what_was_being_made(desk: Desk) -> None:
    desk.page.make.click()
    desk.page.back.click()
    assert desk.closed == 1
    assert not desk.page.making.busy
    assert not desk.folder.exists()


def test_a_page_that_is_put_away_stops_making(desk: Desk) -> None:
    desk.page.make.click()
    desk.page.hide()
    assert not desk.page.making.busy


def test_control_p_makes_the_files(desk: Desk, qtbot: QtBot) -> None:
    desk.page.activateWindow()
    qtbot.waitUntil(desk.page.isActiveWindow)
    desk.tick(Document.AGREEMENTS)
    desk.page.go_to_make()
    QTest.keyClick(desk.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    finish(desk, qtbot)
    assert desk.files() == {"afsprakenblad.pdf"}


@pytest.mark.parametrize("points", [10.0, 20.0])
def test_nothing_on_the_page_is_cut_and_everything_has_a_name(
    points: float, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with dressed(points):
        desk = Desk(Path())
        desk.page.show()
        qtbot.waitExposed(desk.page)
        desk.tick(Document.ROLE_CARDS)
        desk.page.make.click()
        finish(desk, qtbot)
        with suppress(QtTimeoutError):  # a layout that follows its own width takes some turns
            qtbot.waitUntil(lambda: cut(desk.page) == [], timeout=2000)
        found = [*cut(desk.page), *unnamed(desk.page)]
        desk.page.close()
        desk.page.deleteLater()
    assert found == []


def unnamed(page: QWidget) -> list[str]:
    """What has no name of its own, or is too small to press."""
    found = controls(page)
    names = [one.objectName() for one in found]
    small = [one.objectName() for one in found if min(one.width(), one.height()) < TARGET]
    silent = [one.objectName() for one in found if not one.accessibleName()]
    return [*small, *silent, *(name for name in names if not name or names.count(name) > 1)]


@pytest.mark.parametrize("points", [10.0, 20.0])
def test_a_very_long_folder_does_not_widen_the_window(points: float, tmp_path: Path) -> None:
    with dressed(points):
        desk = Desk(tmp_path.joinpath(*["een-lange-mapnaam"] * 20))
        width = desk.page.minimumSizeHint().width()
        desk.page.deleteLater()
    assert width <= 1366
