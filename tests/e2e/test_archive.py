"""A session in the real windows, and then in the archive: looked back at, compared, erased."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSlider, QTableView

from dilemmaspel.desktop.archive.replay_page import ReplayPage
from dilemmaspel.desktop.start.setup_page import SetupChoice
from dilemmaspel.game.commands import AddNote
from dilemmaspel.game.ids import RoleId, SessionId
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.views import PublicView
from dilemmaspel.session import Session
from dilemmaspel.simulate import play, start_command
from dilemmaspel.storage.backup import copies_of
from dilemmaspel.storage.verify import verify
from tests.e2e.facilitator import Facilitator
from tests.storage.test_erasing import found_in

SCHAKEL = "f1-de-schakel"
PLANTED = "geplánte notitie"
SHORT = Setup(profile=Profile.SHORT, practice=True)


def events_of(leads: Facilitator, session: str) -> int:
    assert leads.app.log is not None
    return sum(1 for _ in leads.app.log.events(session))


def on_the_beamer(leads: Facilitator) -> PublicView:
    """What the beamer shows, once it shows what is saved."""
    canvas = leads.evening.beamer.canvas
    page = leads.page()
    leads.wait(lambda: canvas.view is not None and canvas.view.page is page)
    assert canvas.view is not None
    return canvas.view


def everybody_voted(leads: Facilitator) -> bool:
    """In a rehearsal bots vote by themselves."""
    vote, dilemma = leads.state.flow.open_vote, leads.state.dilemma
    box = leads.state.box(dilemma.id, vote) if vote and dilemma else None
    return box is None or len(box.ballots) == len(leads.state.seats)


def play_one(leads: Facilitator) -> list[tuple[int, PublicView]]:
    """Lead a rehearsal to its debrief; returns what the beamer showed, and after which event."""
    entry = next(e for e in leads.app.entries() if e.scenario and e.scenario.id == SCHAKEL)
    people = {RoleId("inwoner"): 3, RoleId("huisarts"): 3, RoleId("wethouder"): 2}
    leads.app.foyer.startRequested.emit(SetupChoice(entry, SHORT, people, practice=True))
    leads.settle()
    session, seen = leads.state.session, list[tuple[int, PublicView]]()
    while leads.where() is not Phase.DEBRIEF:
        leads.wait(lambda: everybody_voted(leads))
        leads.settle()
        seen.append((events_of(leads, session), on_the_beamer(leads)))
        if leads.page() is Page.TALK:
            leads.evening.send(AddNote(PLANTED))
            leads.wait(lambda: any(note.text == PLANTED for note in leads.state.notes))
        if leads.can_press("answer_choose"):
            raise AssertionError("the facilitator has to choose; take another room")
        leads.on()
    leads.evening.leave()
    leads.wait(lambda: leads.app.evening is None)
    return seen


def another(leads: Facilitator) -> None:
    """A second session of the same scenario, played by bots."""
    log = leads.app.log
    entry = next(e for e in leads.app.entries() if e.scenario and e.scenario.id == SCHAKEL)
    assert log is not None
    session = Session(log)
    command = start_command(entry, SHORT, SessionId("another"), "test")
    session.submit(command).result()
    play(session, seed=3, participants=12)
    session.stop()


def choose(leads: Facilitator, *rows: int) -> None:
    table = leads.see("archiveTable", QTableView)
    table.clearSelection()
    selection = table.selectionModel()
    for row in rows:
        flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
        selection.select(table.model().index(row, 0), flags)


@pytest.mark.timeout(120)
def test_a_session_is_looked_back_at_compared_and_erased(
    leads: Facilitator, tmp_path: Path
) -> None:
    seen = play_one(leads)
    another(leads)
    leads.press("toArchive")
    choose(leads, 1)
    leads.press("detailReplay")
    slider, page = leads.see("replaySlider", QSlider), leads.app.window.page("replay")
    assert isinstance(page, ReplayPage)
    assert len(seen) > 20
    for place, view in seen:
        slider.setValue(place)
        assert page.canvas.view == view
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    choose(leads, 0, 1)
    leads.press("detailCompare")
    assert leads.app.window.shown == "comparison"
    leads.press("comparisonBack")
    assert found_in(tmp_path, [PLANTED])
    choose(leads, 1)
    leads.press("detailErase")
    leads.see("eraseWord", QLineEdit).setText("wissen")
    leads.press("eraseYes")
    assert leads.app.log is not None
    assert [one.id for one in leads.app.log.sessions()] == ["another"]
    assert copies_of(leads.app.log.path)
    assert found_in(tmp_path, [PLANTED]) == set()
    for path in (leads.app.log.path, *copies_of(leads.app.log.path)):
        assert verify(path).is_fine
