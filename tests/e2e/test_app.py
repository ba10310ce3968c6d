"""The program around its evenings: what one leaves behind, and what goes wrong between them."""

import gc
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton

from dilemmaspel.desktop.bridge import Bridge
from dilemmaspel.desktop.joining.served import ServedPhones
from dilemmaspel.desktop.presenter.window import PresenterWindow
from dilemmaspel.desktop.reports.page import ReportPage
from dilemmaspel.desktop.shell import SESSION
from dilemmaspel.desktop.start.setup_page import SetupChoice
from dilemmaspel.evening import Evening
from dilemmaspel.game.commands import CastBallot, CloseSession, Command
from dilemmaspel.game.events import BallotCast
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Setup, Voting
from dilemmaspel.session import Session
from dilemmaspel.settings import Settings
from tests.e2e.facilitator import Facilitator

SCHAKEL = "f1-de-schakel"


def alive() -> list[str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    kinds = (Evening, Bridge, PresenterWindow, Session)
    return sorted(type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds))


def told(leads: Facilitator) -> str:
    return " ".join(label.text() for label in leads.app.window.notice.findChildren(QLabel))


def choice(leads: Facilitator, people: dict[str, int], setup: Setup) -> SetupChoice:
    entry = next(e for e in leads.app.entries() if e.scenario and e.scenario.id == SCHAKEL)
    counts = {RoleId(role): count for role, count in people.items()}
    return SetupChoice(entry, setup, counts, practice=setup.practice)


def test_the_program_speaks_the_language_of_this_laptop(qapp: QApplication, tmp_path: Path) -> None:
    english = Settings(language="en", motion=False)
    leads = Facilitator(tmp_path / "log.sqlite", settings=english)
    assert leads.see("toSettings", QPushButton).text() == "Settings"
    leads.shut()


def test_an_evening_that_was_left_leaves_nothing_behind(leads: Facilitator) -> None:
    before = alive()
    for _ in range(2):
        leads.start(SCHAKEL)
        leads.evening.leave()
        leads.wait(lambda: leads.app.evening is None)
    assert alive() == before


def test_in_a_session_f1_leads_to_the_keys_and_on_to_the_handbook_and_back(
    leads: Facilitator,
) -> None:
    leads.start(SCHAKEL)
    window, where = leads.app.window, leads.where()
    QTest.keyClick(leads.evening.presenter, Qt.Key.Key_F1)
    leads.press("keysHandbook")
    assert window.shown == "help"
    QTest.keyClick(leads.see("helpContents", QListWidget), Qt.Key.Key_Space)
    QTest.keyClick(leads.see("helpContents", QListWidget), Qt.Key.Key_PageDown)
    assert leads.where() is where
    leads.press("helpBack")
    assert window.shown == SESSION


def test_a_second_press_on_resume_opens_no_second_evening(leads: Facilitator) -> None:
    leads.start(SCHAKEL)
    session = leads.state.session
    leads.evening.leave()
    leads.app.foyer.resumeRequested.emit(session)
    evening, threads = leads.evening, threading.active_count()
    leads.app.foyer.resumeRequested.emit(session)
    assert (leads.evening, threading.active_count()) == (evening, threads)


def test_a_session_that_is_closed_is_not_resumed_and_says_so(leads: Facilitator) -> None:
    leads.start(SCHAKEL)
    session = leads.state.session
    leads.evening.leave()
    leads.app.foyer.endRequested.emit(session)
    threads = threading.active_count()
    leads.app.foyer.resumeRequested.emit(session)
    assert leads.app.evening is None
    assert threading.active_count() == threads
    assert "afgesloten" in told(leads)


def test_a_large_room_at_tables_gets_more_than_one_table_per_role(leads: Facilitator) -> None:
    people = {"inwoner": 101, "huisarts": 3, "ondernemer": 0}
    leads.app.foyer.startRequested.emit(choice(leads, people, Setup(voting=Voting.TABLE)))
    seats = sorted((seat.role, seat.heads) for seat in leads.state.seats.values())
    assert seats == [("huisarts", 3), ("inwoner", 33), ("inwoner", 34), ("inwoner", 34)]


def test_a_bot_that_waits_for_a_slow_disk_votes_once(
    leads: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = {"inwoner": 1, "huisarts": 1}
    leads.app.foyer.startRequested.emit(choice(leads, people, Setup(practice=True)))
    leads.until(Phase.BRIEFING)
    sent: list[tuple[Command, str | None]] = []
    send = leads.evening.bridge.send

    def slowly(command: Command, key: str | None = None) -> None:
        if isinstance(command, CastBallot):
            sent.append((command, key))
        else:
            send(command, key)

    monkeypatch.setattr(leads.evening.bridge, "send", slowly)
    leads.press("advance")
    leads.wait(lambda: len(sent) > 3)
    assert all(again == sent[0] for again in sent)
    for command, key in sent:
        send(command, key)
    leads.wait(lambda: all(len(box.ballots) == 1 for box in leads.state.boxes.values()))
    session = leads.state.session
    leads.evening.leave()
    assert leads.app.log is not None
    cast = [e for e, _at, _key in leads.app.log.events(session) if isinstance(e, BallotCast)]
    assert len(cast) == 1


def keep_for(leads: Facilitator, months: int) -> None:
    """Change the setting as the settings page does."""
    changed = replace(leads.app.settings, retention_months=months)
    leads.app.foyer.show_settings(changed)
    leads.app.foyer.settingsChanged.emit(changed)


@pytest.mark.parametrize(("months", "closes", "page"), [(0, True, "archive"), (0, False, "start"),
                                                        (24, True, "start")])  # fmt: skip
def test_who_keeps_nothing_is_asked_right_after_the_session(
    leads: Facilitator, months: int, closes: bool, page: str
) -> None:
    keep_for(leads, months)
    leads.start(SCHAKEL)
    if closes:
        leads.evening.send(CloseSession())
        leads.wait(lambda: leads.where() is Phase.CLOSED)
    leads.evening.leave()
    leads.wait(lambda: leads.app.evening is None)
    assert leads.app.window.shown == page


def test_phones_are_told_how_long_data_are_kept(leads: Facilitator) -> None:
    keep_for(leads, 7)
    leads.start(SCHAKEL)
    phones = leads.evening._kit.phones()
    assert isinstance(phones, ServedPhones)
    assert phones._config.retention_months == 7


def test_a_report_is_asked_on_the_closing_page_and_in_the_archive(
    leads: Facilitator, tmp_path: Path
) -> None:
    leads.start(SCHAKEL)
    leads.press("more")
    leads.press("menuEndEarly")
    leads.press("answer_end")
    leads.until(Phase.DEBRIEF)
    leads.until(Phase.CLOSED)
    leads.press("reportAsk")
    page = leads.app.window.page("report")
    assert isinstance(page, ReportPage)
    page.where.show_path(tmp_path / "verslag.pdf")
    leads.press("reportMake")
    leads.wait((tmp_path / "verslag.pdf").exists)
    leads.press("reportBack")
    leads.press("advance")
    leads.wait(lambda: leads.app.evening is None)
    leads.press("toArchive")
    leads.press("detailReport")
    leads.press("reportBack")
    assert leads.app.window.shown == "archive"
