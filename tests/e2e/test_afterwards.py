"""From a debrief in the real windows to the end of the session's data.

Every question, the agreements, a report, the archive, a moment looked back at, a comparison with
another session, and erasing; after which the log is still whole.
"""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QSlider

from dilemmaspel.desktop.archive.replay_page import ReplayPage
from dilemmaspel.desktop.reports.page import ReportPage
from dilemmaspel.game.ids import SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.steps import questions_of
from dilemmaspel.game.views import PublicView
from dilemmaspel.session import Session
from dilemmaspel.simulate import play, start_command
from dilemmaspel.storage.backup import copies_of
from dilemmaspel.storage.verify import verify
from tests.e2e.facilitator import Facilitator
from tests.e2e.test_archive import SCHAKEL, choose, events_of
from tests.e2e.test_debrief import to_the_debrief
from tests.storage.test_erasing import found_in

PLANTED = "Bellen met de wijk"
Seen = list[tuple[int, PublicView]]


def asks(leads: Facilitator, number: int) -> bool:
    view = leads.evening.beamer.canvas.view
    return view is not None and view.question == number


def ask_everything(leads: Facilitator) -> Seen:
    """Go through every question; returns what the beamer showed, and after which event."""
    seen: Seen = []
    for number in questions_of(leads.state.scenario, leads.state.setup):
        if not asks(leads, number):
            leads.press(f"agenda_{number}")
            leads.wait(partial(asks, leads, number))
        leads.settle()
        view = leads.evening.beamer.canvas.view
        assert view is not None
        seen.append((events_of(leads, leads.state.session), view))
    return seen


def agree(leads: Facilitator) -> None:
    leads.press("agenda_15")
    leads.wait(partial(asks, leads, 15))
    line = leads.see("agreementWhatLine", QLineEdit)
    line.setText(PLANTED)
    line.returnPressed.emit()
    leads.wait(lambda: [one.what for one in leads.state.agreements] == [PLANTED])


def report(leads: Facilitator, path: Path) -> None:
    leads.press("reportAsk")
    page = leads.app.window.page("report")
    assert isinstance(page, ReportPage)
    page.where.show_path(path)
    leads.press("reportMake")
    leads.wait(path.exists)
    leads.press("reportBack")


def another(leads: Facilitator) -> None:
    """A second session of the same scenario, played by bots."""
    log = leads.app.log
    entry = next(e for e in leads.app.entries() if e.scenario and e.scenario.id == SCHAKEL)
    assert log is not None
    session = Session(log)
    setup = Setup(profile=Profile.SHORT)
    session.submit(start_command(entry, setup, SessionId("another"), "test")).result()
    play(session, seed=3, participants=12)
    session.stop()


def row_of(leads: Facilitator, session: str) -> int:
    assert leads.app.log is not None
    return [one.id for one in leads.app.log.sessions()].index(session)


@pytest.mark.timeout(180)
def test_from_the_debrief_to_the_end_of_the_data(leads: Facilitator, tmp_path: Path) -> None:
    to_the_debrief(leads)
    session = str(leads.state.session)
    seen = ask_everything(leads)
    agree(leads)
    leads.until(Phase.CLOSED)
    report(leads, tmp_path / "verslag.pdf")
    leads.press("advance")
    leads.wait(lambda: leads.app.evening is None)
    another(leads)
    leads.press("toArchive")
    own, other = row_of(leads, session), row_of(leads, "another")
    choose(leads, own)
    leads.press("detailReplay")
    slider, page = leads.see("replaySlider", QSlider), leads.app.window.page("replay")
    assert isinstance(page, ReplayPage)
    for place, view in seen:
        slider.setValue(place)
        assert page.canvas.view == view
    leads.press("replayBack")
    choose(leads, own, other)
    leads.press("detailCompare")
    assert leads.app.window.shown == "comparison"
    leads.press("comparisonBack")
    (tmp_path / "verslag.pdf").unlink()  # it is the facilitator's own
    assert found_in(tmp_path, [PLANTED])
    choose(leads, own)
    leads.press("detailErase")
    leads.see("eraseWord", QLineEdit).setText("wissen")
    leads.press("eraseYes")
    assert leads.app.log is not None
    assert [one.id for one in leads.app.log.sessions()] == ["another"]
    assert found_in(tmp_path, [PLANTED]) == set()
    for path in (leads.app.log.path, *copies_of(leads.app.log.path)):
        assert verify(path).is_fine
