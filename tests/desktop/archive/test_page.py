"""The archive: a table to sort and search, one session beside it, and a careful erase."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.archive.page import ArchivePage
from dilemmaspel.desktop.archive.summary import Decided, Summary
from dilemmaspel.storage.archive import SessionInfo, Status
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
    for name in ("summaryRequested", "resumeRequested", "eraseRequested"):
        made.hear(name)
    page.resize(1366, 768)
    page.show()
    page.show_sessions(SESSIONS)
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
    [("", 3), ("SCHAKEL", 1), ("oosterveld rehearsal", 1), ("waterkant", 2), ("zzz", 0)],
)
def test_a_search_keeps_rows_with_every_word(shown: Shown, words: str, left: int) -> None:
    shown.page.filter.setText(words)
    assert len(shown.column(0)) == left
    assert bool(shown.said("archiveNone")) is (left == 0)


def test_an_empty_archive_says_so(shown: Shown) -> None:
    shown.page.show_sessions(())
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
    shown.page.table.selectRow(1)
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
    shown.page.table.selectRow(1)
    assert (detail.box.isVisible(), detail.erase.isVisible()) == (False, True)


def test_a_running_session_cannot_be_erased(shown: Shown) -> None:
    shown.page.show_sessions([info(5, Status.OPEN)])
    shown.page.go_to_table()
    assert not shown.page.detail.erase.isVisible()


def test_the_chosen_session_stays_chosen_when_others_come(shown: Shown) -> None:
    shown.page.go_to_table()
    newer: SessionInfo = info(9, Status.CLOSED, "Nieuw")
    shown.page.show_sessions([*SESSIONS, newer])
    assert shown.column(1)[0].startswith("Nieuw")
    assert shown.said("detailTitle") == ["De Schakel"]
    assert shown.page.table.currentIndex().row() == 1


def test_an_erased_session_leaves_nothing_shown(shown: Shown) -> None:
    shown.page.go_to_table()
    shown.page.show_sessions(SESSIONS[:1])
    assert shown.said("detailTitle") == ["Choose a session"]


def test_a_cell_tells_a_screen_reader_its_column(shown: Shown) -> None:
    index = shown.page.table.model().index(0, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "People: 13"
