"""Every page of the program is opened once, in a language in which every message is marked.

What is usable has a name, a role and a size, shows its focus, and is alone under its name; what
can be read or heard comes from the catalogue, an author or a user.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from dilemmaspel.desktop.presenter.window import PresenterWindow
from dilemmaspel.game.commands import ChangePlan
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.steps import questions_of
from tests.desktop.looking import Known, Looked, Marked, written_by_authors
from tests.desktop.start.house import broken_entry
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
TITLE = "De Schakel - geld voor nu of voor later"
"""A title without what may not stand in the name of a file."""



class Tour(Facilitator):
    """Leads an evening and looks at every page on the way."""

    def __init__(self, db: Path) -> None:
        super().__init__(db)
        screens = (screen.name() for screen in QGuiApplication.screens())
        texts = (*SAME_EVERYWHERE, *FILES, *MISTAKE, TITLE, *written_by_authors(), *screens, *_days())
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
    now = datetime.now(tz=UTC).astimezone()
    for language in ("nl", "en"):
        for form in QLocale.FormatType:
            yield QLocale(language).toString(now.date(), form)


@pytest.fixture
def tour(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Tour]:
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
    tour.look("more")
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
    tour.look_after("archiveFilter")
    tour.look_after("detailTexts")
    tour.look_after("detailErase")
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
    try:
      before(tour, tmp_path / "own")
      lobby(tour)
      one_dilemma(tour)
      debrief(tour)
      afterwards(tour)
    finally:
      tour.app.window.grab().save("/tmp/w.png"); seen = tour.looked
      Path("/tmp/wrong").write_text("\n".join([*seen.wrong, "=====", *(f"{k!r} <- {v}" for k, v in seen.bypass.items())]))
    print(len(seen.pages), seen.widgets, seen.stops, len(seen.texts))
    assert seen.wrong == []
    assert seen.bypass == {}
    assert len(seen.pages) >= 70
    assert seen.widgets >= 2_000
