"""Nothing is cut, small or nameless on any page, at the usual size and at twice that."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.voting.joinpanel import JoinPanel
from dilemmaspel.desktop.voting.passround import PassRound
from dilemmaspel.desktop.voting.votingpanel import VotingPanel
from dilemmaspel.desktop.widgets.kit import scrolled
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.setup import Inputs, Voting
from dilemmaspel.texts import Texts
from tests.desktop.voting.room import (
    C1,
    F1,
    P1,
    ROLES,
    Bridge,
    Looking,
    Room,
    Ticks,
    dressed,
    press,
)

USUAL, DOUBLE = 10.0, 20.0
SMALLEST_TYPE = 24
TARGET = 48
ALL_ON = Inputs(confidence=True, value_card=True, comment=True, personal=True, prediction=True)
BALLOTS = [(F1, "d1"), (F1, "d2"), (F1, "d3"), (P1, "d1"), (P1, "d3"), (C1, "d2"), (C1, "d4")]
"""Every kind of question, with the longest texts of each."""
PANELS = [
    (Voting.PASSED, F1, "d1"),
    (Voting.HANDS, F1, "d1"),
    (Voting.HANDS, F1, "d2"),
    (Voting.HANDS, P1, "d3"),
    (Voting.TABLE, C1, "d2"),
    (Voting.TABLE, F1, "d2"),
]
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QSpinBox)


@pytest.fixture(params=[USUAL, DOUBLE], ids=["usual", "double"])
def points(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    size: float = request.param
    dressed(qapp, size)
    yield size
    dressed(qapp)


def settle() -> None:
    """Let every layout come to rest."""
    for _ in range(4):
        QApplication.processEvents()


def visible(widget: QWidget) -> list[QWidget]:
    return [one for one in (widget, *widget.findChildren(QWidget)) if one.isVisible()]


def cut(widget: QWidget) -> list[str]:
    """What is cut inside a widget; what only has to be scrolled to is not."""
    settle()
    return [wrong for one in visible(widget) for wrong in _wrong(one)]


def _wrong(one: QWidget) -> Iterator[str]:
    name = f"{type(one).__name__} {one.objectName()}"
    parent = one.parentWidget()
    if parent is not None and not one.isWindow() and not _scrolls(one):
        inside = QRect(QPoint(0, 0), parent.size()).adjusted(-1, -1, 1, 1)
        if not inside.contains(one.geometry()):
            yield f"{name} sticks out: {one.geometry()} in {parent.size()} of {parent.objectName()}"
    if isinstance(one, QLabel) and one.text():
        yield from _cut_label(one, name)
    if isinstance(one, QAbstractButton) and one.text() and _narrow(one):
        yield f"{name} has no room for {one.text()!r}: {one.width()} of {one.sizeHint().width()}"
    if isinstance(one, QScrollArea):
        content = one.widget()
        if content is not None and content.width() > one.viewport().width() + 1:
            yield f"{name} would have to scroll sideways"


def _narrow(one: QAbstractButton) -> bool:
    return one.sizeHint().width() > one.width() + 1 or one.sizeHint().height() > one.height() + 1


def _scrolls(one: QWidget) -> bool:
    parent = one.parentWidget()
    area = parent.parentWidget() if parent else None
    inside = isinstance(area, QScrollArea) and area.widget() is one
    return inside or one.objectName().startswith("qt_")


def _cut_label(one: QLabel, name: str) -> Iterator[str]:
    metrics = one.fontMetrics()
    room = one.contentsRect().width()
    widest = max(metrics.horizontalAdvance(word) for word in one.text().split() or [""])
    if widest > room:
        yield f"{name}: a word is wider than its label ({widest} of {room}): {one.text()!r}"
    high = one.heightForWidth(one.width()) if one.wordWrap() else one.sizeHint().height()
    if high > one.height() + 1:
        yield f"{name}: {one.text()!r} needs {high}, has {one.height()}"
    if not one.wordWrap() and one.sizeHint().width() > one.width() + 1:
        yield f"{name}: {one.text()!r} is cut at the side"


def nameless(widget: QWidget) -> list[str]:
    """Widgets to press or type in without a name of their own, for code or for a person."""
    found = [one for one in visible(widget) if isinstance(one, INTERACTIVE)]
    own = [one for one in found if not one.objectName().startswith("qt_")]
    without = [str(one) for one in own if not one.objectName() or not one.accessibleName()]
    names = Counter(one.objectName() for one in own)
    spoken = Counter(one.accessibleName() for one in own)
    counted = (*names.items(), *spoken.items())
    return [*without, *(f"{name} twice" for name, n in counted if n > 1)]


class Tour(Looking):
    """Goes through every screen of one vote and looks at each."""

    def __init__(self, qtbot: QtBot, room: Room, t: Texts | None = None) -> None:
        self.ticks, self.room, self.problems = Ticks(), room, list[str]()
        self.page = PassRound(t or Texts(), room.seat, ticks=self.ticks)
        self.seen = self.page
        qtbot.addWidget(self.page)
        self.bridge = Bridge(room, self.page)
        self.page.resize(1366, 768)
        with qtbot.waitExposed(self.page):
            self.page.show()
        self.page.start()
        self.ticks.later()

    def press(self, name: str) -> None:
        press(self.page, name)
        self.ticks.later()

    def look(self, where: str) -> None:
        settle()
        self.problems += [f"{where}: {one}" for one in (*cut(self.page), *nameless(self.page))]
        if (self.page.width(), self.page.height()) != (1366, 768):
            self.problems.append(f"{where}: the window grew to {self.page.size()}")

    def go(self, fill: str) -> list[str]:
        self.look("neutral")
        self.press("neutralOthers")
        self.look("list")
        self.press("chooserBack")
        self.press("neutralStart")
        if self.shows("cardNext"):
            self.press("secretKeep")
            self.look("card")
            self.press("cardNext")
        self.look("empty ballot")
        self._unfold()
        self.look("ballot")
        ballot = self.page.booth.findChildren(QWidget, "ballot")[0]
        for key in fill:
            ballot._answer.pick(int(key))  # type: ignore[attr-defined] # as a key does
        if self.shows("pointsLeft"):
            self.page.booth.findChildren(QSpinBox)[0].setValue(100)
        self.press("ballotNext")
        if self.shows("extrasNext"):
            self.look("extras")
            self.press("extrasNext")
        self.look("confirmation")
        self.bridge.fails = 1
        self.press("confirmYes")
        self.look("trouble")
        self.press("waitRetry")
        self.look("received")
        self.page.ask_to_leave()
        self.look("facilitator")
        return self.problems

    def _unfold(self) -> None:
        for one in self.page.findChildren(QAbstractButton):
            if one.objectName().startswith("ballotMore_"):
                one.click()


@pytest.mark.parametrize(("name", "dilemma"), BALLOTS)
def test_no_screen_of_a_shipped_dilemma_is_cut_or_nameless(
    qtbot: QtBot, points: float, name: str, dilemma: str
) -> None:
    roles = (*ROLES, "buurtvrijwilliger", "beleidsmedewerker", "welzijnsbestuurder", "inwoner")
    room = Room(name, roles, plan=(dilemma,), inputs=ALL_ON)
    room.to_vote()
    room.everybody(None)
    room.to_vote(Vote.SECOND)
    assert Tour(qtbot, room).go("01234") == []
    room.stop()


def test_the_screens_of_a_first_vote_with_its_card_are_not_cut(qtbot: QtBot, points: float) -> None:
    room = Room(P1, ROLES, plan=("d3",))
    room.to_vote()
    assert Tour(qtbot, room).go("4") == []
    room.stop()


def test_the_question_for_objections_is_not_cut(qtbot: QtBot, points: float) -> None:
    room = Room(P1, plan=("d4",))
    room.to_vote(Vote.SECOND)
    room.everybody("b")
    room.to_vote(Vote.CONSENT)
    tour = Tour(qtbot, room)
    assert tour.go("0") == []
    room.stop()


def test_what_participants_read_is_large_and_what_they_press_is_easy_to_hit(
    qtbot: QtBot, qapp: QApplication
) -> None:
    dressed(qapp)
    room = Room(F1)
    room.to_vote()
    tour = Tour(qtbot, room)
    tour.press("neutralStart")
    tour.press("cardNext")
    tour._unfold()
    settle()
    shown = visible(tour.page.booth)
    small = [
        one.text()
        for one in shown
        if isinstance(one, QLabel) and one.text() and QFontInfo(one.font()).pixelSize() < 24
    ]
    tight = [
        (one.objectName(), one.size().toTuple())
        for one in shown
        if isinstance(one, QAbstractButton) and min(one.width(), one.height()) < TARGET
    ]
    assert small == []
    assert tight == []
    room.stop()


@pytest.mark.parametrize(
    ("points", "width"), [(USUAL, 742), (USUAL, 620), (DOUBLE, 620)], indirect=["points"]
)
@pytest.mark.parametrize(("way", "name", "dilemma"), PANELS)
def test_the_panel_in_the_middle_zone_is_not_cut(
    qtbot: QtBot,
    qapp: QApplication,
    points: float,
    width: int,
    way: Voting,
    name: str,
    dilemma: str,
) -> None:
    heads = 3 if way is Voting.TABLE else 1
    people = ROLES if way is Voting.TABLE else ROLES * 3
    room = Room(name, people, plan=(dilemma,), voting=way, heads=heads)
    room.to_vote()
    ticks = Ticks()
    panel = VotingPanel(Texts(), room.seat, room.hands, ticks=ticks)
    qtbot.addWidget(panel)
    Bridge(room, panel)
    panel.resize(width, 560)
    with qtbot.waitExposed(panel):
        panel.show()
    assert [*cut(panel), *nameless(panel)] == []
    if way is Voting.TABLE:
        press(panel, "tableVote_1")
        ticks.later()
        assert [*cut(panel), *nameless(panel)] == []
    assert panel.width() == width
    room.stop()


def test_the_list_of_people_is_not_cut(qtbot: QtBot, points: float) -> None:
    room = Room(F1, ROLES * 3)
    panel = JoinPanel(Texts(), room.scenario.roles)
    area = scrolled(panel, "peopleArea", "People")  # as in the presenter's window
    qtbot.addWidget(area)
    Bridge(room, panel)
    area.resize(620, 560)
    with qtbot.waitExposed(area):
        area.show()
    press(panel, "joinMove_inwoner")
    assert [*cut(area), *nameless(area)] == []
    room.stop()
