"""The report page: a form, a place, and a file; the window never stands still."""

import errno
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError as QtTimeoutError
from pytestqt.qtbot import QtBot

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.desktop.reports.button import ReportButton
from dilemmaspel.desktop.reports.desk import REPORT, ReportDesk
from dilemmaspel.desktop.reports.forms import in_form, usual_place
from dilemmaspel.desktop.reports.page import ReportJob, ReportPage
from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.placing import placing
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.reporting import ENDINGS, Form, listed
from dilemmaspel.texts import Texts
from tests.desktop.looking import dressed
from tests.desktop.start.house import TARGET, controls, cut

NL, EN = Texts("nl"), Texts("en")
JOB = ReportJob("s1", "De Schakel – geld voor nu of voor later?", 1_772_622_000_000)


class Desk:
    """A page whose reports have as many parts as a test wants, and which opens into a list."""

    def __init__(self, folder: Path, t: Texts = NL) -> None:
        self.asked: list[tuple[str, Form]] = []
        self.opened: list[Path] = []
        self.parts = 3
        self.closed = 0
        self.held: set[Path] = set()
        self.page = ReportPage(t, self._begin, opens=self._open)
        self.page.closed.connect(self._on_closed)
        self.page.show_job(JOB)
        self.folder = folder / "reports"
        self.page.where.show_path(self.folder / "r.pdf")
        self.page.resize(1366, 768)

    def _begin(self, session: str, form: Form, path: Path) -> Steps:
        self.asked.append((session, form))
        return self._steps(path)

    def _steps(self, path: Path) -> Steps:
        with placing(path) as fresh:
            for done in range(self.parts):
                yield (done, self.parts)
            fresh.write_bytes(b"report")
            if path in self.held:
                raise PermissionError(errno.EACCES, "held")

    def _open(self, folder: Path) -> bool:
        self.opened.append(folder)
        return folder.name != "unopenable"

    def _on_closed(self) -> None:
        self.closed += 1

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
    qtbot.waitUntil(lambda: not desk.page.making.busy, timeout=20_000)


def test_a_report_is_made_where_it_was_asked(desk: Desk, qtbot: QtBot) -> None:
    shares: list[float] = []
    desk.page.making.progressed.connect(shares.append)
    desk.page.make.click()
    assert desk.seen("reportProgress")
    assert not desk.folder.exists()
    finish(desk, qtbot)
    assert desk.asked == [("s1", Form.PDF)]
    assert (desk.folder / "r.pdf").read_bytes() == b"report"
    assert "r.pdf staat klaar" in desk.page.ready.words()
    assert shares == [0, pytest.approx(1 / 3), pytest.approx(2 / 3)]
    desk.page.open.click()
    assert desk.opened == [desk.folder]


@pytest.mark.parametrize("form", list(Form))
def test_the_ending_follows_the_form(desk: Desk, qtbot: QtBot, form: Form) -> None:
    desk.page.what.forms.radios[form.value].click()
    assert desk.page.where.path.name == f"r{ENDINGS[form]}"
    desk.page.make.click()
    finish(desk, qtbot)
    assert desk.asked == [("s1", form)]
    assert [file.name for file in desk.folder.iterdir()] == [f"r{ENDINGS[form]}"]


def test_tables_with_a_row_per_seat_are_said_to_be_so(desk: Desk) -> None:
    assert not desk.seen("reportPersonal")
    desk.page.what.forms.radios["xlsx"].click()
    assert desk.seen("reportPersonal")
    desk.page.show_job(replace(JOB, session="s2", own_voices=True))
    assert not desk.seen("reportPersonal")


def test_stopping_leaves_nothing_behind(desk: Desk, qtbot: QtBot) -> None:
    desk.parts = 10_000
    desk.page.make.click()
    with qtbot.waitSignal(desk.page.making.progressed):
        pass
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert not desk.page.making.busy
    assert list(desk.folder.iterdir()) == []
    assert "Er is niets achtergebleven." in desk.page.ready.words()
    assert desk.closed == 0
    QTest.keyClick(desk.page, Qt.Key.Key_Escape)
    assert desk.closed == 1


def test_a_file_that_is_open_elsewhere_gets_another_name_with_one_press(
    desk: Desk, qtbot: QtBot
) -> None:
    path = desk.page.where.path
    desk.folder.mkdir()
    path.write_bytes(b"old")
    desk.held = {path}
    desk.page.make.click()
    finish(desk, qtbot)
    assert "misschien open" in desk.page.trouble.words() or "r-2.pdf" in desk.page.trouble.words()
    assert desk.page.other.text() == "Gebruik de naam r-2.pdf"
    assert path.read_bytes() == b"old"
    desk.page.other.click()
    finish(desk, qtbot)
    assert (desk.folder / "r-2.pdf").read_bytes() == b"report"
    assert not desk.seen("reportOther")
    assert desk.page.trouble.words() == ""


def test_a_trouble_is_told_and_can_be_tried_again(desk: Desk, qtbot: QtBot) -> None:
    desk.folder.write_bytes(b"a file stands in the way")
    desk.page.make.click()
    finish(desk, qtbot)
    assert "Kies een andere map" in desk.page.trouble.words()
    assert not desk.seen("reportOther")
    desk.folder.unlink()
    desk.page.make.click()
    finish(desk, qtbot)
    assert desk.page.trouble.words() == ""


def test_a_folder_that_does_not_open_is_named(desk: Desk, qtbot: QtBot) -> None:
    desk.page.where.show_path(desk.folder / "unopenable" / "r.pdf")
    desk.page.make.click()
    finish(desk, qtbot)
    desk.page.open.click()
    assert "unopenable" in desk.page.trouble.words()


def test_another_place_is_asked_without_stopping_the_window(desk: Desk, qtbot: QtBot) -> None:
    desk.page.where.choose.click()
    dialog = desk.page.where.dialog
    assert dialog is not None
    dialog.fileSelected.emit(str(desk.folder / "elders.docx"))
    dialog.reject()
    assert desk.page.where.path == desk.folder / "elders.docx.pdf"
    assert desk.page.where.dialog is None


def test_leaving_the_page_stops_the_making(desk: Desk, qtbot: QtBot) -> None:
    desk.parts = 10_000
    desk.page.make.click()
    desk.page.hide()
    assert not desk.page.making.busy


@pytest.mark.parametrize("t", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("points", [10.0, 20.0])
def test_everything_fits_and_has_a_name(
    qtbot: QtBot, tmp_path: Path, t: Texts, points: float
) -> None:
    with dressed(points):
        made = Desk(tmp_path, t)
        made.page.where.show_path(
            Path("/Users/begeleider/Documenten/Dilemmaspel")
            / usual_place(JOB.title, JOB.day, Form.PDF, t).name
        )
        made.page.what.forms.radios["xlsx"].click()
        made.page.show()
        qtbot.waitExposed(made.page)
        with suppress(QtTimeoutError):  # a layout that follows its own width takes some turns
            qtbot.waitUntil(lambda: cut(made.page) == [], timeout=2000)
        assert cut(made.page) == []
        for control in controls(made.page):
            assert control.objectName()
            assert control.accessibleName()
            assert min(control.width(), control.height()) >= TARGET
        made.page.close()
        made.page.deleteLater()


def test_a_report_is_called_after_its_session(qtbot: QtBot) -> None:
    place = usual_place('Geld: nu of "later"?', date(2026, 3, 4), Form.XLSX, NL)
    assert place.name == "Verslag Geld nu of later 2026-03-04.xlsx"
    assert place.parent.name == "Dilemmaspel"


@pytest.mark.parametrize(
    ("name", "other"), [("r.pdf", "r.html"), ("r.v2", "r.v2.html"), ("r.csv", "r.html")]
)
def test_only_a_known_ending_is_changed(name: str, other: str) -> None:
    assert in_form(Path(name), Form.HTML) == Path(other)


def test_the_button_asks_for_its_session_and_is_away_without_one(qtbot: QtBot) -> None:
    button = ReportButton(NL)
    qtbot.addWidget(button)
    asked: list[str] = []
    button.reportRequested.connect(asked.append)
    button.show_session("s1")
    button.press.click()
    button.show_session("")
    button.press.click()
    assert asked == ["s1"]
    assert button.isHidden()


# ---------------------------------------------------------------- from the log, in the window


@pytest.mark.parametrize("form", list(Form))
def test_the_desk_makes_the_report_of_a_session_and_leads_back(
    qtbot: QtBot, tmp_path: Path, played_log: Path, form: Form
) -> None:
    window = MainWindow(NL)
    qtbot.addWidget(window)
    window.give("archive", QWidget())
    window.show_page("archive")
    desk = ReportDesk(NL, window, lambda: played_log)
    desk.open(listed(played_log)[0].id)
    page = window.page(REPORT)
    assert isinstance(page, ReportPage)
    page.what.forms.radios[form.value].click()
    page.where.show_path(tmp_path / f"r{ENDINGS[form]}")
    page.make.click()
    qtbot.waitUntil(lambda: not page.making.busy, timeout=20_000)
    assert page.trouble.words() == ""
    assert (tmp_path / f"r{ENDINGS[form]}").stat().st_size > 10_000
    page.back.click()
    assert window.shown == "archive"


def test_a_session_that_is_gone_is_told(qtbot: QtBot, played_log: Path) -> None:
    window = MainWindow(NL)
    qtbot.addWidget(window)
    with pytest.raises(EnvironmentTrouble):
        ReportDesk(NL, window, lambda: played_log).open("gone")
