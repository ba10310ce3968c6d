"""Every page of the program is opened once, in a language in which every message is marked.

What is usable has a name, a role and a size, shows its focus, and is alone under its name; what
can be read or heard comes from the catalogue, an author or a user.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.presenter.window import PresenterWindow
from dilemmaspel.desktop.voting.votingpanel import VotingPanel
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.steps import questions_of
from tests.desktop.joining.conftest import Inside
from tests.desktop.looking import Known, Looked, Marked, written_by_authors
from tests.desktop.start.house import broken_entry
from tests.desktop.voting.room import ROLES, Bridge, Room, Ticks, dressed, press
from tests.desktop.voting.test_fitting import ALL_ON, BALLOTS, PANELS
from tests.desktop.voting.test_fitting import Tour as BallotTour
from tests.e2e.facilitator import Facilitator
from tests.e2e.test_archive import another, choose
from tests.e2e.test_evening import answers

SCHAKEL = "f1-de-schakel"
TABS = 7
SAME_EVERYWHERE = ("Dilemmaspel", "Nederlands", "English", "PDF", "HTML", "Excel", "CSV", "Wi-Fi")
"""Names that are the same in every language."""
FILES = ("home", "dilemmaspel", "data", "Documents", "own", "broken", "scenario", "yaml")
"""Parts of the paths that are shown."""
MISTAKE = ("file", "label", "lable")
"""What stands in the file with mistakes."""
JOINING = ("REIGER", "http")
"""What a made-up server says."""
MADE_UP = ("The disk is full.", "Make room.")
"""What a made-up trouble says."""
TITLE = "De Schakel – geld voor nu of voor later"
"""A title without what may not stand in the name of a file."""


class Tour(Facilitator):
    """Leads an evening and looks at every page on the way."""

    def __init__(self, db: Path) -> None:
        super().__init__(db)
        screens = (screen.name() for screen in QGuiApplication.screens())
        texts = (
            *SAME_EVERYWHERE,
            *FILES,
            *MISTAKE,
            TITLE,
            *written_by_authors(),
            *screens,
            *_days(),
        )
        self.looked = Looked(Known((*texts, *str(db.parent).split("/"))))
        self.app.window.activateWindow()
        self.wait(self.app.window.isActiveWindow)

    def look(self, page: str, root: QWidget | None = None) -> None:
        """Look at a page, once nothing comes any more."""
        QTest.qWait(20)
        self.app.window.activateWindow()
        self.wait(self.app.window.isActiveWindow)
        self.looked.look(page, root or self.app.window)

    def look_after(self, name: str) -> None:
        """Press a button, and look at what came."""
        self.press(name)
        self.look(name)

    @property
    def presenter(self) -> PresenterWindow:
        return self.evening.presenter


def _days() -> Iterator[str]:
    """How today may be written."""
    today = QDate.currentDate()
    for language in ("nl", "en"):
        yield from (QLocale(language).toString(today, form) for form in ("MMM", "MMMM"))


@pytest.fixture
def tour(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tour]:
    monkeypatch.setattr("dilemmaspel.app.Texts", Marked)
    made = Tour(tmp_path / "log.sqlite")
    yield made
    made.shut()


def before(tour: Tour, folder: Path) -> None:
    tour.see("scenario_f1-de-schakel", QWidget)
    tour.look("start")
    tour.look_after("toSettings")
    tour.press("settingsBack")
    tour.look_after("toHelp")
    tour.press("helpBack")
    usual = tour.app.entries()
    tour.app.foyer.show_library([], folder)
    tour.look("no scenarios")
    tour.app.foyer.show_library([*usual, broken_entry(folder)], folder)
    tour.look_after("broken_broken")
    tour.press("problemsBack")
    tour.app.foyer.show_library(usual, folder)
    tour.press(f"scenario_{SCHAKEL}")
    tour.look("set-up")
    tour.look_after("setupMore")
    tour.look_after("voting_phones")
    tour.press("voting_passed")
    tour.look_after("printFirst")
    tour.press("printBack")


def lobby(tour: Tour) -> None:
    tour.press("toLobby")
    tour.wait(lambda: tour.app.evening is not None)
    tour.settle()
    for tab in range(TABS):
        tour.presenter.middle.show_page(tab)
        tour.look(f"lobby, tab {tab}")
    tour.press("more")
    tour.look_after("menuReading")
    tour.press("menuPlan")
    tour.look("plan")
    tour.press("planDone")
    tour.presenter.conduct.leave()
    tour.look("leave?")
    QTest.keyClick(tour.presenter, Qt.Key.Key_Escape)
    tour.presenter.middle.show_keys()
    tour.look("keys")
    tour.press("keysDone")


def one_dilemma(tour: Tour) -> None:
    while tour.page() is not Page.EFFECTS:
        tour.look(f"{tour.where().value}, {tour.page().value}")
        vote, dilemma = tour.state.flow.open_vote, tour.state.dilemma
        if vote is not None and dilemma is not None:
            tour.presenter.show_voting()
            tour.look(f"{vote.value} at the laptop")
            for way in ("hands", "passed"):
                tour.press(f"votingWay_{way}")
                tour.wait(partial(_votes_by, tour, way))
                tour.look(f"{vote.value} by {way}")
            tour.presenter.middle.show_page(0)
            tour.pass_round(answers(dilemma, int(tour.where() is Phase.VOTE2)))
        if tour.where() is Phase.TALK:
            for tab in range(TABS):
                tour.presenter.middle.show_page(tab)
                tour.look(f"talk, tab {tab}")
        tour.on()


def _votes_by(tour: Tour, way: str) -> bool:
    shown = tour.presenter.shown
    return shown is not None and shown.setup_voting.value == way


def debrief(tour: Tour) -> None:
    tour.look("effects")
    tour.press("more")
    tour.press("menuEndEarly")
    tour.look("end early?")
    tour.press("answer_end")
    tour.until(Phase.DEBRIEF)
    for number in questions_of(tour.state.scenario, tour.state.setup):
        shown = tour.presenter.shown
        if shown is not None and shown.public.question != number:
            tour.press(f"agenda_{number}")
            tour.wait(partial(_asks, tour, number))
        tour.look(f"debrief {number}")
    tour.look_after("pollStart")
    tour.look_after("pollOpen")
    tour.press("pollFacilitator")
    tour.look("answer_leave")
    tour.press("answer_leave")
    tour.until(Phase.CLOSED)
    tour.look("closing")


def _asks(tour: Tour, number: int) -> bool:
    tour.settle()
    shown = tour.presenter.shown
    return shown is not None and shown.public.question == number


def afterwards(tour: Tour) -> None:
    tour.look_after("reportAsk")
    tour.press("reportBack")
    tour.press("advance")
    tour.wait(lambda: tour.app.evening is None)
    another(tour)
    tour.look_after("toArchive")
    choose(tour, 1)
    tour.look("one of the archive")
    tour.look_after("detailErase")
    tour.see("eraseWord", QLineEdit).setText(tour.app.texts("erase"))
    tour.see("eraseYes", QPushButton)
    tour.look("about to erase")
    tour.press("eraseKeep")
    tour.look_after("detailReplay")
    tour.press("replayBack")
    choose(tour, 0, 1)
    tour.look_after("detailCompare")
    tour.press("comparisonBack")


@pytest.mark.timeout(180)
def test_every_widget_of_every_page_has_a_name_a_role_a_size_and_words_from_the_catalogue(
    tour: Tour, tmp_path: Path
) -> None:
    before(tour, tmp_path / "own")
    lobby(tour)
    one_dilemma(tour)
    debrief(tour)
    afterwards(tour)
    seen = tour.looked
    assert seen.wrong == []
    assert seen.bypass == {}
    least = (70, 1_900, 1_000, 15, 1_000)
    assert all(n >= k for n, k in zip(seen.counts, least, strict=True)), seen.counts


class Ballots(BallotTour):
    """Goes through the screens of one vote, with every message marked."""

    looked: Looked

    def look(self, where: str) -> None:
        self.looked.look(where, self.page)


@pytest.mark.parametrize(("name", "dilemma"), BALLOTS)
def test_every_shape_of_ballot_has_names_roles_and_words_from_the_catalogue(
    qtbot: QtBot, qapp: QApplication, name: str, dilemma: str
) -> None:
    dressed(qapp)
    room = Room(name, ROLES, plan=(dilemma,), inputs=ALL_ON)
    room.to_vote()
    ballots = Ballots(qtbot, room, Marked())
    ballots.looked = Looked(Known((*SAME_EVERYWHERE, *written_by_authors(), *MADE_UP)))
    ballots.page.activateWindow()
    ballots.go("01234")
    room.stop()
    assert ballots.looked.wrong == []
    assert ballots.looked.bypass == {}
    assert len(ballots.looked.pages) >= 9


@pytest.mark.parametrize(("way", "name", "dilemma"), PANELS)
def test_every_way_to_count_has_names_roles_and_words_from_the_catalogue(
    qtbot: QtBot, qapp: QApplication, way: Voting, name: str, dilemma: str
) -> None:
    dressed(qapp)
    room = Room(name, ROLES, plan=(dilemma,), voting=way, heads=3 if way is Voting.TABLE else 1)
    room.to_vote()
    ticks = Ticks()
    panel = VotingPanel(Marked(), room.seat, room.hands, ticks=ticks)
    qtbot.addWidget(panel)
    Bridge(room, panel)
    panel.resize(742, 560)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    looked = Looked(Known((*SAME_EVERYWHERE, *written_by_authors())))
    looked.look(way.value, panel)
    if way is Voting.TABLE:
        press(panel, "tableVote_1")
        ticks.later()
        looked.look("a table's ballot", panel)
    room.stop()
    assert looked.wrong == []
    assert looked.bypass == {}


def test_coming_in_by_phone_has_names_roles_and_words_from_the_catalogue(
    inside: Inside, qapp: QApplication
) -> None:
    dressed(qapp)
    shown, door = inside(Marked())
    looked = Looked(Known((*SAME_EVERYWHERE, *written_by_authors(), *JOINING)))
    shown.window.show_phones()
    looked.look("phones", shown.window)
    door.press("joiningCheck")
    looked.look("phones, checked", shown.window)
    assert looked.wrong == []
    assert looked.bypass == {}
