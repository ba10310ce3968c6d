"""The archive: a table to sort and search, one session beside it, and a careful erase."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.archive.page import ArchivePage
from dilemmaspel.desktop.archive.summary import Decided, Summary
from dilemmaspel.storage.archive import SessionInfo, Status
from dilemmaspel.storage.erasing import Text
from dilemmaspel.storage.merging import Outcome, Step
from tests.desktop.archive.listed import Listed
from tests.desktop.start.house import T, info

SESSIONS = (
    info(1, Status.CLOSED, "Het wijkteam loopt over"),
    info(3, Status.INTERRUPTED, "De Schakel"),
    info(2, Status.CLOSED, "De volle wachtkamer", organisation="Oosterveld", practice=True),
)


@dataclass
class Shown:
    page: ArchivePage
    asked: list[tuple[str, str]] = field(default_factory=list)

    def column(self, column: int) -> list[str]:
        model = self.page.table.model()
        return [str(model.index(row, column).data()) for row in range(model.rowCount())]

    def said(self, name: str) -> list[str]:
        labels = self.page.findChildren(QLabel, name)
        return [label.text() for label in labels if label.isVisible()]

    def hear(self, name: str) -> None:
        def heard(session: str) -> None:
            self.asked.append((name, session))

        getattr(self.page, name).connect(heard)


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    page = ArchivePage(T)
    qtbot.addWidget(page)
    made = Shown(page)
    for name in (
        "summaryRequested",
        "resumeRequested",
        "replayRequested",
        "eraseRequested",
        "textsRequested",
    ):
        made.hear(name)
    page.resize(1366, 768)
    page.show()
    page.set_source(Listed(SESSIONS))
    return made


def test_the_newest_session_stands_on_top(shown: Shown) -> None:
    assert shown.column(1)[0].startswith("De Schakel")
    assert shown.column(3) == ["13", "12", "11"]
    assert shown.column(4) == ["interrupted", "finished, rehearsal", "finished"]


def test_a_column_sorts_by_what_it_means(shown: Shown) -> None:
    shown.page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert shown.column(3) == ["11", "12", "13"]
    shown.page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown.column(3) == ["11", "12", "13"]


@pytest.mark.parametrize(
    ("words", "left"),
    [("", 3), ("SCHAKEL", 1), ("oosterveld wachtkamer", 1), ("waterkant", 2), ("zzz", 0)],
)
def test_a_search_keeps_rows_with_every_word(
    shown: Shown, qtbot: QtBot, words: str, left: int
) -> None:
    shown.page.filters.search.setText(words)
    qtbot.waitUntil(lambda: len(shown.column(0)) == left)
    assert bool(shown.said("archiveNone")) is (left == 0)


def choose(box: QComboBox, words: str) -> None:
    """Choose from a list as somebody with a keyboard does."""
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_filters_combine_and_are_taken_away_together(shown: Shown) -> None:
    filters = shown.page.filters
    choose(filters.organisation, "Welzijn Waterkant")
    assert len(shown.column(0)) == 2
    choose(filters.profile, "Standard")
    choose(filters.practice, "Without rehearsals")
    assert (len(shown.column(0)), shown.said("archiveCount")) == (2, ["2 sessions"])
    choose(filters.practice, "Rehearsals only")
    assert shown.said("archiveNone") == [
        "No session is like this. Take a filter away, or search otherwise."
    ]
    filters.reset.click()
    assert len(shown.column(0)) == 3
    assert not filters.reset.isVisible()


def test_a_year_can_be_chosen_when_there_was_a_session_in_it(shown: Shown) -> None:
    period = shown.page.filters.period
    assert [period.itemText(n) for n in range(period.count())] == [
        "Any time",
        "Last 30 days",
        "Last 12 months",
        "2026",
    ]
    choose(period, "2026")
    assert len(shown.column(0)) == 3


def test_a_filter_stays_when_the_log_is_read_again(shown: Shown) -> None:
    choose(shown.page.filters.organisation, "Oosterveld")
    shown.page.set_source(Listed([*SESSIONS, info(9, Status.CLOSED)]))
    assert len(shown.column(0)) == 1
    assert shown.page.filters.organisation.currentText() == "Oosterveld"


def test_only_the_rows_that_are_seen_are_read(qtbot: QtBot) -> None:
    many = Listed([info(n, Status.CLOSED) for n in range(1000)])
    page = ArchivePage(T)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.set_source(many)
    page.show()
    page.go_to_table()
    qtbot.waitUntil(lambda: many.read > 0)
    assert many.read == 1
    page.table.scrollToBottom()
    page.table.grab()
    assert many.read <= 3
    assert page.table.model().rowCount() == 1000


def test_two_sessions_can_be_compared(shown: Shown) -> None:
    heard: list[tuple[str, ...]] = []
    shown.page.compareRequested.connect(heard.append)
    shown.page.table.selectAll()
    assert shown.said("detailTitle") == ["3 sessions chosen"]
    assert not shown.page.detail.erase.isVisible()
    shown.page.detail.compare.click()
    assert heard == [("s3", "s2", "s1")]
    shown.page.choose_row(0)
    assert not shown.page.detail.compare.isVisible()


def test_a_session_can_be_looked_back_at(shown: Shown) -> None:
    shown.page.go_to_table()
    shown.page.detail.replay.click()
    assert shown.asked == [("replayRequested", "s3")]


def texts() -> list[Text]:
    return [
        Text(4, "BallotCast", 2, "inwoner", "d1", "want het kan"),
        Text(7, "BallotCast", 3, "huisarts", "d1", "te duur"),
        Text(9, "NoteAdded", None, "", "d1", "stilte"),
        Text(11, "BallotCast", 2, "inwoner", "d2", "nog eens"),
    ]


def test_the_texts_of_a_seat_are_ticked_together_and_only_those_are_asked_for(
    shown: Shown,
) -> None:
    heard: list[tuple[str, tuple[int, ...]]] = []

    def erased(session: str, seqs: tuple[int, ...]) -> None:
        heard.append((session, seqs))

    shown.page.textsEraseRequested.connect(erased)
    shown.page.go_to_table()
    shown.page.detail.texts.click()
    assert shown.asked == [("textsRequested", "s3")]
    box = shown.page.detail.texts_box
    shown.page.detail.show_texts("s3", texts())
    box.line.setText("erase")
    assert not box.erase.isEnabled(), "nothing is ticked"
    choose(box.whose, "Tick all texts of seat 2")
    assert box.ticked() == (4, 11)
    box.erase.click()
    assert heard == [("s3", (4, 11))]
    assert shown.page.detail.texts.isVisible()


def test_a_session_without_texts_says_so_and_asks_nothing(shown: Shown) -> None:
    shown.page.go_to_table()
    shown.page.detail.show_texts("s3", ())
    assert shown.said("textsNone") == ["Nobody wrote anything in this session."]
    assert not shown.page.detail.texts_box.line.isVisible()
    shown.page.detail.texts_box.keep.click()
    assert shown.page.detail.texts.isVisible()


def test_texts_of_another_session_are_not_shown(shown: Shown) -> None:
    shown.page.go_to_table()
    shown.page.detail.show_texts("s1", texts())
    assert not shown.page.detail.texts_box.isVisible()


def test_sessions_past_their_date_are_told_and_only_go_when_somebody_types_it(
    shown: Shown, qtbot: QtBot
) -> None:
    old = shown.page.old
    old.show_old(0, 24)
    assert not old.isVisible()
    old.show_old(2, 24)
    assert shown.said("oldWords") == ["2 sessions are older than the 24 months that you keep data."]
    old.press.click()
    old.box.line.setText("erase")
    with qtbot.waitSignal(shown.page.oldEraseRequested):
        old.box.erase.click()
    old.show_old(1, 0)
    assert shown.said("oldWords") == ["1 session is over, and you keep data no longer than that."]


def test_a_merge_shows_how_far_it_is_and_what_came_of_it(shown: Shown) -> None:
    strip = shown.page.merging
    strip.begin()
    steps = (Outcome.ADDED, Outcome.SAME, Outcome.REFUSED)
    for done, outcome in enumerate(steps, start=1):
        strip.show_step(Step(Path("x.sqlite"), f"s{done}", outcome, done, 3, "its end is gone"))
        assert (strip.bar.value(), strip.bar.maximum()) == (done, 3)
    assert shown.said("mergeRefused") == ["s3: not taken: its end is gone"]
    strip.end()
    assert shown.said("mergeWords") == ["1 session was added. 1 was here already."]
    strip.close_.click()
    assert not strip.isVisible()


def test_files_are_asked_for_without_blocking(shown: Shown, qtbot: QtBot) -> None:
    heard: list[tuple[Path, ...]] = []
    shown.page.mergeRequested.connect(heard.append)
    shown.page.merge.click()
    dialog = shown.page.dialog
    assert dialog is not None
    dialog.filesSelected.emit(["/tmp/a.sqlite"])
    dialog.reject()
    assert heard == [(Path("/tmp/a.sqlite"),)]
    assert shown.page.dialog is None


def test_an_empty_archive_says_so(shown: Shown) -> None:
    shown.page.set_source(Listed(()))
    assert shown.said("archiveNone") == [
        "There are no sessions yet. The first one you play comes here."
    ]


def test_a_chosen_session_asks_for_its_summary_once(shown: Shown, qtbot: QtBot) -> None:
    shown.page.go_to_table()
    QTest.keyClick(shown.page.table, Qt.Key.Key_Down)
    QTest.keyClick(shown.page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(shown.asked))
    assert shown.asked == [("summaryRequested", "s1")]
    assert shown.said("detailTitle") == ["Het wijkteam loopt over"]


def test_decisions_and_ending_are_shown(shown: Shown) -> None:
    shown.page.go_to_table()
    decided = Decided("Het project loopt af", "Twee jaar extra", "Most votes")
    shown.page.show_summary(Summary("s3", (decided,), "Stevig.", ("Een gesprek",)))
    assert shown.said("detailDilemma") == ["Het project loopt af"]
    assert shown.said("detailOutcome") == ["Twee jaar extra"]
    assert shown.said("detailEnding") == ["Stevig."]
    assert shown.said("detailAgreement") == ["• Een gesprek"]


def test_a_summary_that_comes_too_late_is_not_shown(shown: Shown) -> None:
    shown.page.go_to_table()
    shown.page.show_summary(Summary("s1", (Decided("Oud", "Oud", "Oud"),)))
    assert shown.said("detailDilemma") == []


def test_only_an_interrupted_session_can_be_resumed(shown: Shown) -> None:
    shown.page.go_to_table()
    shown.page.detail.resume.click()
    assert shown.asked == [("resumeRequested", "s3")]
    shown.page.choose_row(1)
    assert not shown.page.detail.resume.isVisible()


def test_erasing_asks_to_type_a_word(shown: Shown) -> None:
    shown.page.go_to_table()
    detail = shown.page.detail
    detail.erase.click()
    assert not detail.box.erase.isEnabled()
    detail.box.line.setText("eras")
    QTest.keyClick(detail.box.line, Qt.Key.Key_Return)
    assert shown.asked == []
    detail.box.line.setText(" Erase ")
    detail.box.erase.click()
    assert shown.asked == [("eraseRequested", "s3")]


def test_erasing_can_be_put_away_and_does_not_follow_to_another_session(shown: Shown) -> None:
    shown.page.go_to_table()
    detail = shown.page.detail
    detail.erase.click()
    detail.box.keep.click()
    assert (detail.box.isVisible(), detail.erase.isVisible()) == (False, True)
    detail.erase.click()
    shown.page.choose_row(1)
    assert (detail.box.isVisible(), detail.erase.isVisible()) == (False, True)


def test_a_running_session_cannot_be_erased(shown: Shown) -> None:
    shown.page.set_source(Listed([info(5, Status.OPEN)]))
    shown.page.go_to_table()
    assert not shown.page.detail.erase.isVisible()


def test_the_chosen_session_stays_chosen_when_others_come(shown: Shown) -> None:
    shown.page.go_to_table()
    newer: SessionInfo = info(9, Status.CLOSED, "Nieuw")
    shown.page.set_source(Listed([*SESSIONS, newer]))
    assert shown.column(1)[0].startswith("Nieuw")
    assert shown.said("detailTitle") == ["De Schakel"]
    assert shown.page.table.currentIndex().row() == 1


def test_an_erased_session_leaves_nothing_shown(shown: Shown) -> None:
    shown.page.go_to_table()
    shown.page.set_source(Listed(SESSIONS[:1]))
    assert shown.said("detailTitle") == ["Choose a session"]


def test_a_cell_tells_a_screen_reader_its_column(shown: Shown) -> None:
    index = shown.page.table.model().index(0, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "People: 13"
