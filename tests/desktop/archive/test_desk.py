"""The archive with a real log behind it: looking back, comparing, erasing, and other laptops."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from dilemmaspel.archive_desk import ArchiveDesk, ArchiveKit
from dilemmaspel.desktop.archive.comparison import ComparisonPage
from dilemmaspel.desktop.archive.page import ArchivePage
from dilemmaspel.desktop.archive.replay_page import ReplayPage
from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.game.evolve import fold
from dilemmaspel.game.phases import Page
from dilemmaspel.game.seeing import public_view
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.session import Session
from dilemmaspel.settings import Settings
from dilemmaspel.simulate import play
from dilemmaspel.storage.backup import back_up
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.verify import verify
from tests.desktop.start.house import DUTCH, TARGET, T, controls, cut, visible
from tests.session.room import Clock, a_ballot, a_start, ask, opened
from tests.storage.test_erasing import found_in

SCHAKEL, WIJKTEAM = "f1-de-schakel", "c1-het-wijkteam-loopt-over"
DAY = 86_400_000


class Evening(Clock):
    """A clock that goes on a second at every look."""

    def __call__(self) -> int:
        self.pass_by(1_000)
        return super().__call__()


def a_log(path: Path) -> Path:
    """Four played sessions of one scenario, one of another, and one that was left."""
    log = open_log(path)
    plan = [(SCHAKEL, 16), (SCHAKEL, 12), (SCHAKEL, 20), (SCHAKEL, 9), (WIJKTEAM, 9)]
    for number, (scenario, people) in enumerate(plan):
        setup = Setup(profile=Profile.SHORT, organisation="Proeftuin")
        session = Session(log, clock=Evening(1_700_000_000_000 + number * DAY))
        ask(session, a_start(f"s{number}", setup, scenario))
        play(session, number, people)
        session.stop()
    session = Session(log, clock=Evening(1_710_000_000_000))
    setup = Setup(profile=Profile.SHORT, inputs=Inputs(comment=True))
    opened(session, name="left", setup=setup)
    ask(session, a_ballot(session.latest, 1, "a", comment="geplante tekst"))
    session.stop()
    log.close()
    return path


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return a_log(tmp_path_factory.mktemp("desk") / "log.sqlite").read_bytes()


@dataclass
class Opened:
    desk: ArchiveDesk
    window: MainWindow
    log: LogFile
    qtbot: QtBot
    settings: list[Settings]
    told: list[EnvironmentTrouble] = field(default_factory=list)

    @property
    def page(self) -> ArchivePage:
        page = self.window.page("archive")
        assert isinstance(page, ArchivePage)
        return page

    def shown(self) -> list[str]:
        model = self.page.model
        found = (model.session(row) for row in range(model.rowCount()))
        return [one.id for one in found if one is not None]

    def choose(self, session: str) -> None:
        self.page.choose_row(self.shown().index(session))

    def wait(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true, timeout=20_000)


@pytest.fixture
def archive(content: bytes, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    path = tmp_path / "log.sqlite"
    path.write_bytes(content)
    log, window = open_log(path), MainWindow(T)
    qtbot.addWidget(window)
    told: list[EnvironmentTrouble] = []
    settings = [Settings(retention_months=0)]

    def guarded(step: Callable[[], object]) -> None:
        try:
            step()
        except EnvironmentTrouble as trouble:
            told.append(trouble)

    kit = ArchiveKit(
        texts=T,
        log=lambda: log,
        settings=lambda: settings[0],
        folder_of=lambda name: scenarios_dir() / name,
        guarded=guarded,
        tell=told.append,
    )
    desk = ArchiveDesk(kit, window)
    window.show()
    desk.open()
    yield Opened(desk, window, log, qtbot, settings, told)
    log.close()


def test_the_archive_shows_what_the_log_holds(archive: Opened) -> None:
    assert archive.shown() == ["left", "s4", "s3", "s2", "s1", "s0"]
    archive.choose("s4")
    archive.wait(lambda: bool(archive.page.findChildren(QLabel, "detailQuality")))
    words = [one.text() for one in archive.page.findChildren(QLabel, "detailQuality")]
    assert words
    assert archive.page.findChildren(QLabel, "detailEnding")


def replay_of(archive: Opened, session: str) -> ReplayPage:
    archive.choose(session)
    archive.page.detail.replay.click()
    page = archive.window.page("replay")
    assert isinstance(page, ReplayPage)
    assert archive.window.shown == "replay"
    return page


def test_the_slider_shows_the_beamer_as_it_was_then(archive: Opened) -> None:
    events = [(event, at) for event, at, _ in archive.log.events("s0")]
    page = replay_of(archive, "s0")
    assert page.slider.maximum() == len(events)
    for place in (1, 2, len(events) // 3, len(events) // 2, len(events)):
        page.slider.setValue(place)
        assert page.canvas.view == public_view(fold(events[:place]))


def test_the_keyboard_goes_by_step_and_by_phase(archive: Opened) -> None:
    page = replay_of(archive, "s0")
    assert page.slider.hasFocus()
    QTest.keyClick(page.slider, Qt.Key.Key_Right)
    assert page.place == 2
    QTest.keyClick(page.slider, Qt.Key.Key_PageDown)
    first = page.place
    assert first > 2
    QTest.keyClick(page.slider, Qt.Key.Key_PageDown)
    QTest.keyClick(page.slider, Qt.Key.Key_PageUp)
    assert page.place == first
    QTest.keyClick(page.slider, Qt.Key.Key_End)
    assert (page.place, page.step_on.isEnabled()) == (page.slider.maximum(), False)
    QTest.keyClick(page.slider, Qt.Key.Key_Home)
    assert (page.place, page.step_back.isEnabled()) == (1, False)
    for button, place in ((page.step_on, 2), (page.step_back, 1), (page.phase_on, None)):
        button.click()
        assert place is None or page.place == place
    page.phase_back.click()
    assert page.place == 1
    QTest.keyClick(page.slider, Qt.Key.Key_Escape)
    assert archive.window.shown == "archive"
    assert archive.window.page("replay") is None


def test_the_timeline_and_the_debrief_are_a_press_away(archive: Opened) -> None:
    page = replay_of(archive, "s0")
    lines = [page.timeline.item(row).text() for row in range(page.timeline.count())]
    (decided,) = [row for row, line in enumerate(lines) if "Decided" in line][:1]
    page.timeline.clicked.emit(page.timeline.model().index(decided, 0))
    view = page.canvas.view
    assert view is not None
    assert view.page is Page.EFFECTS
    assert page.timeline.currentRow() == decided
    page.debrief.click()
    assert page.canvas.view is not None
    assert page.canvas.view.page is Page.QUESTION


def test_an_unfinished_session_has_no_debrief_to_go_to(archive: Opened) -> None:
    page = replay_of(archive, "left")
    assert not page.debrief.isVisible()


def compared(archive: Opened, *sessions: str) -> ComparisonPage:
    shown, table = archive.shown(), archive.page.table
    table.clearSelection()
    model, selection = table.model(), table.selectionModel()
    for session in sessions:
        index = model.index(shown.index(session), 0)
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        selection.select(index, flags)
    archive.page.detail.compare.click()
    page = archive.window.page("comparison")
    assert isinstance(page, ComparisonPage)
    return page


def said(page: ComparisonPage, name: str) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel, name)]


def cell(view: QTableView, row: int, column: int) -> str:
    index = view.model().index(row, column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_sessions_stand_side_by_side_and_small_groups_are_hidden(archive: Opened) -> None:
    page = compared(archive, "s0", "s2", "s1")
    assert said(page, "comparisonNotice") == [
        "Participants played a role. These are not opinions of real organisations."
    ]
    assert len(said(page, "compareDilemma")) == 2
    view = page.findChildren(QTableView)[0]
    assert view.model().columnCount() == 4
    rows = range(view.model().rowCount())
    heads = [view.model().headerData(row, Qt.Orientation.Vertical) for row in rows]
    assert heads[0] == "Everybody"
    whole = cell(view, 0, 0)
    assert whole.startswith("First vote: A ")
    assert "20 people" in whole
    assert "Second vote: A " in whole
    assert "3 sessions" in cell(view, 0, 3)
    assert any("fewer than 5 people" in cell(view, row, 0) for row in rows)
    page.grab()
    QTest.keyClick(page.back, Qt.Key.Key_Escape)
    assert archive.window.shown == "archive"


def test_another_scenario_stands_apart(archive: Opened) -> None:
    page = compared(archive, "s0", "s4")
    assert len(said(page, "comparisonEdition")) == 2
    assert "stand apart" in " ".join(said(page, "comparisonExplained"))
    assert "fewer than 3 sessions" in cell(page.findChildren(QTableView)[0], 0, 1)


def test_the_pages_fit_and_everything_on_them_has_a_name(
    points: float, content: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "log.sqlite"
    path.write_bytes(content)
    log, window = open_log(path), MainWindow(DUTCH)
    qtbot.addWidget(window)

    def guarded(step: Callable[[], object]) -> None:
        step()

    kit = ArchiveKit(DUTCH, lambda: log, Settings, lambda _: None, guarded, print)
    desk = ArchiveDesk(kit, window)
    window.resize(1366, 768)
    window.show()
    desk.open()
    page = window.page("archive")
    assert isinstance(page, ArchivePage)
    for name in ("replay", "comparison"):
        if name == "replay":
            page.replayRequested.emit("s0")
        else:
            page.compareRequested.emit(("s0", "s1", "s2", "s4"))
        assert window.shown == name
        before: object = None
        while before != (before := [one.geometry() for one in visible(window)]):
            qtbot.wait(15)
        assert window.size().toTuple() == (1366, 768)
        assert cut(window) == []
        found = controls(window)
        assert [one for one in found if not (one.objectName() and one.accessibleName())] == []
        small = [one.objectName() for one in found if min(one.width(), one.height()) < TARGET]
        assert small == []
        desk._on_back()
    log.close()


def test_a_session_is_erased_from_the_log_and_its_copies(
    archive: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    back_up(archive.log.path)
    assert found_in(tmp_path, ["geplante tekst"])
    archive.choose("left")
    archive.page.detail.erase.click()
    archive.page.detail.box.line.setText("erase")
    with qtbot.waitSignal(archive.desk.changed):
        archive.page.detail.box.erase.click()
    assert archive.shown() == ["s4", "s3", "s2", "s1", "s0"]
    assert found_in(tmp_path, ["geplante tekst"]) == set()
    assert verify(archive.log.path).is_fine
    assert archive.told == []


def test_texts_are_erased_and_the_session_stays(archive: Opened, tmp_path: Path) -> None:
    archive.choose("left")
    archive.page.detail.texts.click()
    box = archive.page.detail.texts_box
    assert [box.list.item(0).text().splitlines()[0]] == ["geplante tekst"]
    box.list.item(0).setCheckState(Qt.CheckState.Checked)
    box.line.setText("erase")
    box.erase.click()
    assert found_in(tmp_path, ["geplante tekst"]) == set()
    assert "left" in archive.shown()
    assert verify(archive.log.path).is_fine


def test_a_copy_that_cannot_be_cleaned_is_told(archive: Opened) -> None:
    copy = back_up(archive.log.path)
    copy.write_bytes(copy.read_bytes()[:6_000])
    archive.choose("left")
    archive.page.detail.erase.click()
    archive.page.detail.box.line.setText("erase")
    archive.page.detail.box.erase.click()
    (trouble,) = archive.told
    assert str(copy) in trouble.message_in(T)


def test_sessions_past_their_date_go_only_when_asked(archive: Opened) -> None:
    words = archive.page.old.findChild(QLabel, "oldWords")
    assert words is not None
    assert words.text().startswith("5 sessions are over"), "the one that was left may go on"
    now = QDateTime.currentDateTime()
    age = QDateTime.fromMSecsSinceEpoch(1_710_000_000_000).daysTo(now) // 30 + 12
    archive.settings[0] = Settings(retention_months=min(60, age))
    archive.desk.refresh()
    assert archive.page.old.isVisible() == (age > 60)
    archive.settings[0] = Settings(retention_months=1)
    archive.desk.refresh()
    assert words.text().startswith("6 sessions are older than the 1 month")
    archive.page.old.press.click()
    archive.page.old.box.line.setText("erase")
    archive.page.old.box.erase.click()
    assert archive.shown() == []
    report = verify(archive.log.path)
    assert report.is_fine
    assert all(one.erased for one in report.sessions)


def test_logs_of_other_laptops_come_in_while_the_window_lives(
    archive: Opened, content: bytes, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "log.sqlite"
    other.parent.mkdir()
    log = open_log(other)
    session = Session(log, clock=Clock())
    opened(session, name="theirs")
    session.stop()
    log.close()
    bad = tmp_path / "other" / "brief.sqlite"
    bad.write_text("geen log", encoding="utf-8")
    archive.page.mergeRequested.emit((other, bad))
    archive.wait(archive.page.merging.close_.isVisible)
    assert "theirs" in archive.shown()
    words = archive.page.merging.findChild(QLabel, "mergeRefused")
    assert words is not None
    assert "brief.sqlite is not a log" in words.text()
    assert verify(archive.log.path).is_fine


def test_a_merge_can_be_stopped(archive: Opened, content: bytes, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(content)
    archive.page.mergeRequested.emit((other,))
    archive.page.merging.stop.click()
    words = archive.page.merging.findChild(QLabel, "mergeWords")
    assert words is not None
    assert words.text().startswith("Stopped; what was added stays.")
    assert len(archive.shown()) == 6


@pytest.mark.parametrize("way", ["backRequested", "resumeRequested", "stop"])
def test_a_merge_stops_when_the_log_is_needed_or_left(
    archive: Opened, content: bytes, tmp_path: Path, way: str
) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(content)
    archive.page.mergeRequested.emit((other,))
    if way == "stop":
        archive.desk.stop()
    elif way == "resumeRequested":
        archive.page.resumeRequested.emit("left")
    else:
        archive.page.backRequested.emit()
    assert not archive.desk._merging.isActive()
    assert archive.page.merging.close_.isEnabled()


def test_leaving_the_archive_asks_for_the_start(archive: Opened, qtbot: QtBot) -> None:
    with qtbot.waitSignal(archive.desk.leaveRequested):
        archive.page.back.click()


def test_a_log_that_went_away_is_told_and_breaks_nothing(archive: Opened) -> None:
    archive.log.path.rename(archive.log.path.with_name("weg.sqlite"))
    archive.desk.refresh()
    assert archive.shown() == []
    assert archive.told
