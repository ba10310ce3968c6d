"""Pictures of reports: pages of the PDF, the page in a browser, and the page that makes them."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from dilemmaspel.debrief.report.making import report_of
from dilemmaspel.debrief.report.source import source_of
from dilemmaspel.desktop.printing.ink import paint
from dilemmaspel.desktop.printing.page import HEIGHT, WIDTH, Page
from dilemmaspel.desktop.reports.pdf import report_pages
from dilemmaspel.desktop.reports.writing import writing
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import (
    AddAgreement,
    AddArgument,
    AddCondition,
    AddNote,
    Command,
    NoteKind,
)
from dilemmaspel.game.ids import RoleId, SessionId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.reporting import Form, Found, named, read
from dilemmaspel.session import Session
from dilemmaspel.simulate import play, start_command
from dilemmaspel.texts import Texts
from tests.desktop.samples import FLAGSHIPS
from tools.picturing.foyer import FIRST, Evening
from tools.picturing.house import House, a_house
from tools.picturing.png import save

DOTS: Final = 5.2
"""Dots to a millimetre of paper."""
SESSION: Final = "picture-report"
_ROLES: Final = ("inwoner", "sociaal_werker", "ondernemer", "zorgaanbieder")
_REASONS: Final = (
    "Dan blijft de deur ook na dit jaar open.",
    "Wie nu komt, durft later ook om hulp te vragen.",
    "Eerst weten wat het oplevert, dan pas geld voor langer.",
    "Vrijwilligers kunnen dit niet alleen dragen.",
)
_CONDITIONS: Final = (
    "Als er één vast gezicht blijft.",
    "Als we na een jaar samen kijken of het werkt.",
)
_AGREEMENTS: Final = (
    ("Eén dagdeel meelopen bij de inloop", "beleidsmedewerker", "voor 1 mei"),
    ("Bewoners uitnodigen bij het volgende overleg", "welzijn", "in april"),
    ("Uitzoeken of een subsidie voor vier jaar kan", "gemeente", "voor de zomer"),
)


class _Room:
    """Says what a room says, at the moments that it does."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._done: set[tuple[Phase, str]] = set()

    def speak(self, state: State) -> None:
        """Say what belongs to this moment, once."""
        moment = (state.flow.phase, state.flow.dilemma or "")
        if moment not in self._done:
            self._done.add(moment)
            for command in _sayings(state):
                self._session.submit(command).result()


def _sayings(state: State) -> Iterator[Command]:
    if state.flow.phase is Phase.DEBRIEF:
        yield AddNote("Dit lijkt op ons overleg over de buurtkamer.", NoteKind.PARALLEL)
        yield from (AddAgreement(*one) for one in _AGREEMENTS)
    box = state.box(state.dilemma.id, Vote.FIRST) if state.dilemma else None
    if state.flow.phase is Phase.TALK and box is not None and box.options:
        options = box.options
        for number, text in enumerate(_REASONS):
            role = RoleId(_ROLES[number])
            yield AddArgument(options[number % len(options)], text, role)
        for text in _CONDITIONS:
            yield AddCondition(options[0], text)


def report_pictures(out: Path) -> list[Path]:
    """Take the page that makes reports, four pages of paper, and the page in a browser."""
    with a_house(out) as house:
        found = _played(house)
        house.press("toArchive")
        house.press("detailReport")
        house.take("report")
        saved = house.saved
    return [*saved, *_on_paper(found, out), *_in_browser(found, out)]


def _played(house: House) -> Found:
    log = house.app.log
    entry = next(e for e in house.app.entries() if e.scenario and e.scenario.id == FLAGSHIPS[0])
    if log is None:
        raise LookupError("the log is not open")
    setup = Setup(
        profile=Profile.HALF_DAY, organisation="Welzijn Waterkant", region="Waterkant-Noord"
    )
    session = Session(log, clock=Evening(FIRST))
    session.submit(start_command(entry, setup, SessionId(SESSION), "1.0")).result()
    play(session, 3, 28, told=_Room(session).speak)
    session.stop()
    return read(log.path, named(log.path, SESSION))


def _on_paper(found: Found, out: Path) -> Iterator[Path]:
    t = Texts("nl")
    report = report_of(t, source_of(found.loaded.state, found.check_code, found.info.ended_at))
    pages = report_pages(report, t)
    wanted = {"cover": 0, "dilemma": 1, "points": 2, "years": 5}
    for name, number in wanted.items():
        path = out / f"report-{name}.png"
        save(_image(pages[number]), path)
        yield path


def _image(page: Page) -> QImage:
    made = QImage(round(WIDTH * DOTS), round(HEIGHT * DOTS), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    paint(painter, page, DOTS)
    painter.end()
    return made


def _in_browser(found: Found, out: Path) -> Iterator[Path]:
    """Where there is a Chromium."""
    browser = shutil.which("chromium")
    if browser is None:
        return
    with TemporaryDirectory(prefix="dilemmaspel-") as folder:
        file, shot = Path(folder) / "report.html", Path(folder) / "shot.png"
        list(writing(Form.HTML, file, found, Texts("nl")))
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        size = ["--window-size=1100,2300", f"--screenshot={shot}"]
        command = [browser, *flags, f"--user-data-dir={folder}/profile", *size, file.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = out / "report-html.png"
        save(QImage(str(shot)), path)
        yield path
