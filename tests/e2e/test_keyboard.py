"""A whole evening by the keyboard alone: whatever is pressed was reached with Tab first."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from dilemmaspel.desktop.reports.page import ReportPage
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.steps import questions_of
from tests.desktop.looking import focused
from tests.e2e.facilitator import Answer, Facilitator
from tests.e2e.test_evening import answers

ORDER = Path(__file__).with_name("tab_order.txt")
"""The golden order: a page per paragraph, a stop per line."""

MOST_STOPS = 200


def key(which: Qt.Key) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), which)


class ByKeys(Facilitator):
    """Leads a session with Tab, Enter, the space bar, the arrows and what is typed."""

    def __init__(self, db: Path) -> None:
        super().__init__(db)
        self.orders: dict[str, list[str]] = {}
        self.presses = 0
        self.app.window.activateWindow()
        self.wait(self.app.window.isActiveWindow)

    def wake(self) -> None:
        """Be the active window: the screens that do not exist forget it now and then.

        The focus inside the window stays where the program left it.
        """
        if QApplication.activeWindow() is None:
            self.app.window.activateWindow()
            self.wait(self.app.window.isActiveWindow)

    def go_to(self, widget: QWidget) -> None:
        """Press Tab until the focus is there."""
        self.wake()
        for _ in range(MOST_STOPS):
            if focused() is widget:
                return
            key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {widget.objectName()}")

    def click(self, widget: QWidget, button: Qt.MouseButton) -> None:
        """Press a button with Enter and with the space bar in turn; no mouse is touched."""
        assert button is Qt.MouseButton.LeftButton
        self.go_to(widget)
        self.presses += 1
        key(Qt.Key.Key_Return if self.presses % 2 else Qt.Key.Key_Space)

    def note_order(self, page: str) -> None:
        """Remember at what Tab stops on this page, from where it starts back to there."""
        self.wake()
        first, stops = focused(), [focused().objectName()]
        for _ in range(MOST_STOPS):
            key(Qt.Key.Key_Tab)
            if focused() is first:
                self.orders[page] = stops
                return
            stops.append(focused().objectName())
        raise AssertionError(f"Tab does not come back on {page}")

    def hands(self, counts: Mapping[str, Mapping[Answer, int]]) -> None:
        """Count hands, going from cell to cell."""
        self.press("openVoting")
        self.press("votingWay_hands")
        self.note_order("hands")
        columns = self._columns()
        for role, row in counts.items():
            for choice, count in row.items():
                self.go_to(self.see(f"hands_{role}_{columns.index(choice)}", QLineEdit))
                QTest.keyClicks(focused(), str(count))
                key(Qt.Key.Key_Return)
        wanted = sum(n for row in counts.values() for n in row.values())
        self.wait(lambda: sum(b.count for b in self._box().hands.values()) == wanted)


@pytest.fixture
def leads(qapp: QApplication, tmp_path: Path) -> Iterator[ByKeys]:
    facilitator = ByKeys(tmp_path / "log.sqlite")
    yield facilitator
    facilitator.shut()


def before(leads: ByKeys) -> None:
    """The start screen, the settings, the handbook, and the set-up of a session."""
    leads.see("scenario_f1-de-schakel", QPushButton)
    leads.note_order("start")
    leads.press("toSettings")
    leads.note_order("settings")
    leads.press("settingsBack")
    leads.press("toHelp")
    leads.note_order("handbook")
    key(Qt.Key.Key_Escape)
    leads.press("scenario_f1-de-schakel")
    leads.note_order("set-up")
    leads.press("toLobby")
    leads.wait(lambda: leads.app.evening is not None)
    leads.settle()
    leads.note_order("lobby")
    leads.press("more")
    leads.press("menuReading")
    assert leads.evening.beamer.canvas.asks_reading
    assert leads.evening.miniature.asks_reading
    leads.press("menuDone")


def dilemma(leads: ByKeys) -> None:
    """One dilemma: the laptop goes round, hands are counted, and the decision is seen."""
    leads.until(Phase.VOTE1)
    leads.note_order("vote")
    now = leads.state.dilemma
    assert now is not None
    leads.pass_round(answers(now, 0)[: len(leads.state.seats)])
    leads.on()
    leads.until(Phase.TALK)
    for canvas in (leads.evening.beamer.canvas, leads.evening.miniature):
        assert not canvas.is_moving, "the settings say that nothing moves"
    leads.note_order("talk")
    leads.until(Phase.VOTE2)
    roles = [seat.role for seat in leads.state.seats.values()]
    leads.hands({role: {str(now.options[1].id): 1} for role in roles})
    leads.on()
    leads.until(Page.EFFECTS)
    leads.note_order("effects")
    leads.undo("verkeerde knop")
    assert leads.page() is Page.DECISION
    leads.note_order("decision")
    leads.on()


def debrief(leads: ByKeys) -> None:
    """To the end early, a question of the debrief, and the closing page."""
    leads.press("more")
    leads.note_order("more")
    leads.press("menuEndEarly")
    leads.press("answer_end")
    leads.until(Phase.DEBRIEF)
    number = questions_of(leads.state.scenario, leads.state.setup)[2]
    leads.press(f"agenda_{number}")
    leads.wait(partial(_asks, leads, number))
    leads.note_order("debrief")
    leads.until(Phase.CLOSED)
    leads.note_order("closing")


def _asks(leads: ByKeys, number: int) -> bool:
    leads.settle()
    shown = leads.evening.presenter.shown
    return shown is not None and shown.public.question == number


def report(leads: ByKeys, file: Path) -> None:
    """Make the report, and come back."""
    leads.press("reportAsk")
    page = leads.app.window.page("report")
    assert isinstance(page, ReportPage)
    page.where.show_path(file)
    leads.note_order("report")
    leads.press("reportMake")
    leads.wait(file.exists)
    leads.wait(lambda: leads.can_press("reportMake"))
    leads.press("reportBack")


def afterwards(leads: ByKeys) -> None:
    """The archive: the session is found, looked back at, and erased."""
    leads.press("advance")
    leads.wait(lambda: leads.app.evening is None)
    leads.press("toArchive")
    leads.go_to(leads.see("archiveTable", QTableView))
    key(Qt.Key.Key_Home)
    leads.note_order("archive")
    leads.press("detailReplay")
    leads.note_order("replay")
    key(Qt.Key.Key_Escape)
    leads.press("detailErase")
    leads.go_to(leads.see("eraseWord", QLineEdit))
    QTest.keyClicks(focused(), "wissen")
    leads.note_order("erase")
    leads.press("eraseYes")
    assert leads.app.log is not None
    leads.wait(lambda: not _sessions(leads))


def _sessions(leads: ByKeys) -> Any:
    assert leads.app.log is not None
    return leads.app.log.sessions()


@pytest.mark.timeout(120)
def test_a_whole_evening_is_led_by_the_keyboard_alone(leads: ByKeys, tmp_path: Path) -> None:
    before(leads)
    dilemma(leads)
    assert {box.vote for box in leads.state.boxes.values()} >= {Vote.FIRST, Vote.SECOND}
    debrief(leads)
    report(leads, tmp_path / "verslag.pdf")
    afterwards(leads)
    assert leads.presses > 60
    found = written(leads.orders)
    (tmp_path / ORDER.name).write_text(found, "utf-8")
    assert found == ORDER.read_text("utf-8"), f"to accept: copy {tmp_path / ORDER.name}"


def written(orders: Mapping[str, list[str]]) -> str:
    """The orders as the file has them."""
    return "\n".join("\n".join((f"# {page}", *stops, "")) for page, stops in orders.items())
