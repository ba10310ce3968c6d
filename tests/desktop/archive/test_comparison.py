"""What a cell of a comparison says, to the eye and aloud."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView
from pytestqt.qtbot import QtBot

from dilemmaspel.debrief.compare import Cell, DilemmaTable, Edition, Line, Pooled
from dilemmaspel.desktop.archive.comparison import MOST_COLUMNS, Compared, ComparisonPage
from dilemmaspel.desktop.archive.comparison_model import CompareModel, Labels, Shown
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.theme import load_theme
from tests.desktop.start.house import T

HALF = {"a": 0.5, "b": 0.5}
FEW = Pooled(2, 30, hidden=True)
MANY = Pooled(4, 40, hidden=False, first=HALF, second=HALF, spread={"a": (0.2, 0.7)}, moved=0.25)
OPTIONS = {"a": "Nog een jaar", "b": "Vijf jaar"}


def model(
    cell: Cell, pooled: Pooled = FEW, role: str = "", kind: str = "single_choice"
) -> CompareModel:
    line = Line(role, (cell,), pooled)
    table = DilemmaTable("d1", "Het project", kind, ("a", "b"), (line,))
    return CompareModel(T, table, ["8 sep"], Labels(OPTIONS, {"inwoner": "Inwoner"}))


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        (Cell(there=False), ("–",)),
        (Cell(there=True, hidden=True, decided=("b",)), ("fewer than 5 people", "Decided: B")),
        (
            Cell(
                there=True, persons=12, second=HALF, label=2, moved=3, both=11, decided=("a", "b")
            ),
            ("12 people", "3 of 11 moved", "Two camps", "Decided: A, B"),
        ),
        (Cell(there=True, persons=1, second=HALF), ("1 person",)),
    ],
)
def test_a_session_says_how_many_moved_and_what_was_decided(
    cell: Cell, lines: tuple[str, ...]
) -> None:
    assert model(cell).shown(0, 0).lines == lines


def test_both_votes_are_bars_with_a_letter_and_a_share() -> None:
    shown = model(Cell(there=True, persons=9, first={"b": 1.0}, second=HALF)).shown(0, 0)
    assert shown.first == ((1, "B", 1.0),)
    assert shown.second == ((0, "A", 0.5), (1, "B", 0.5))


def test_a_screen_reader_hears_the_bars() -> None:
    made = model(Cell(there=True, persons=9, first={"b": 1.0}, second=HALF))
    said = made.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "First vote: B 100%. Second vote: A 50%, B 50%. 9 people"


@pytest.mark.parametrize(
    ("pooled", "role", "lines"),
    [
        (Pooled(0, 0, hidden=True), "", ("–",)),
        (FEW, "", ("fewer than 3 sessions",)),
        (Pooled(3, 4, hidden=True), "inwoner", ("fewer than 5 people",)),
        (MANY, "", ("4 sessions · 40 people", "25% moved", "A: 20 to 70%")),
        (MANY, "inwoner", ("4 sessions · 40 votes", "25% moved")),
    ],
)
def test_all_sessions_together_say_how_many_and_how_far_apart(
    pooled: Pooled, role: str, lines: tuple[str, ...]
) -> None:
    assert model(Cell(there=False), pooled, role).shown(0, 1).lines == lines


def test_the_points_of_a_scale_keep_their_number_and_a_band_its_name() -> None:
    made = model(Cell(there=True, persons=9, second=HALF, label=5), kind="agreement")
    assert made.shown(0, 0).lines == ("9 people", "In all directions")
    assert made.letter("3") == "3"


def test_a_role_has_its_name(qtbot: QtBot) -> None:
    made = model(Cell(there=False), role="inwoner")
    assert made.headerData(0, Qt.Orientation.Vertical) == "Inwoner"
    assert made.headerData(1, Qt.Orientation.Horizontal) == "Together"


def compared(sessions: int, options: Mapping[str, str] = OPTIONS) -> Compared:
    names = tuple(f"s{n}" for n in range(sessions))
    cell = Cell(there=True, persons=9, first=HALF, second=HALF)
    line = Line("", (cell,) * sessions, MANY)
    table = DilemmaTable("d1", "Het project", "single_choice", ("a", "b"), (line,))
    edition = Edition("sha", names, (table,))
    return Compared(edition, "De Schakel, version 1", {}, {"d1": options}, {})


@pytest.mark.parametrize(("sessions", "columns"), [(2, 3), (MOST_COLUMNS, 7), (12, 1)])
def test_many_sessions_are_shown_together_only(qtbot: QtBot, sessions: int, columns: int) -> None:
    page = ComparisonPage(T, load_theme())
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.show_comparison([compared(sessions)])
    (view,) = page.findChildren(QTableView)
    assert view.model().columnCount() == columns
    shown = view.model().index(0, columns - 1).data(Qt.ItemDataRole.UserRole)
    assert isinstance(shown, Shown)
    assert shown.second
    legend = page.findChildren(QLabel, "compareOption")
    assert [one.accessibleName() for one in legend] == ["A  Nog een jaar", "B  Vijf jaar"]
    assert len(page.findChildren(OptionBadge)) == len(legend)
    assert not page.grab().isNull()


def test_sessions_in_which_nothing_was_voted_say_so(qtbot: QtBot) -> None:
    page = ComparisonPage(T, load_theme())
    qtbot.addWidget(page)
    page.show_comparison([Compared(Edition("sha", ("s1",), ()), "De Schakel", {})])
    words = [one.text() for one in page.findChildren(QLabel)]
    assert "Nothing was voted in these sessions." in words
