"""The run of a newcomer: first start, trial round, a session with two phones, the report.

    python -m tools.newcomer --out /tmp/newcomer

Real windows on an X screen (Xvfb where there is none), pressed with a mouse where they can be
seen; real phones in Chromium, on a host name that is not localhost. Nothing waits that a person
would not wait for, and nobody talks: the seconds are those of the program. A picture is kept of
every step. Exit code 1 when the lobby takes more than 3 presses, or a vote more than 20 seconds
from the scan of the code.

With `--program` the program of a bundle or a wheel is started first, in a home of its own.
Needs Chromium and the group `e2e`.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Page as Phone
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from dilemmaspel.app import App, Options
from dilemmaspel.desktop.presenter.conduct import DOUBLE_PRESS_MS
from dilemmaspel.desktop.reports.page import ReportPage
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.evening import Evening
from dilemmaspel.game.phases import Page, Phase
from dilemmaspel.game.presenting import presenter_view
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import stop_here
from dilemmaspel.paths import HOME_VARIABLE
from dilemmaspel.phones.config import PhoneConfig
from dilemmaspel.settings import load_settings
from dilemmaspel.theme import load_theme
from tools.picturing.png import save
from tools.picturing.screen import a_screen

NAME: Final = "zaal.test"
SCENARIO: Final = "f1-de-schakel"
MOST_PRESSES: Final = 3
MOST_SECONDS: Final = 20.0
PHONES: Final = 2
PATIENCE: Final = 30.0
TO_LOBBY: Final = "A session with phones: to the lobby"
BETWEEN_MS: Final = DOUBLE_PRESS_MS + 50
"""Nobody means two presses that come sooner after each other, and the window takes only one."""
RESTING_MS: Final = 1_000
"""After a step, outside its time: somebody looks, and what is still being painted arrives."""
_STOPS: Final = 80
"""More stops than any session has: past it something does not go on."""
W = TypeVar("W", bound=QWidget)


@dataclass(frozen=True, slots=True)
class Step:
    """What was done: how many presses it took, and how many seconds."""

    name: str
    presses: int
    seconds: float


@dataclass
class Newcomer:
    """Somebody who presses what can be seen, and takes a picture of what comes of it."""

    out: Path
    app: App
    steps: list[Step] = field(default_factory=list)
    pressed: int = 0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count and time what is done in the block, and take pictures of the screens after it."""
        presses, since = self.pressed, time.monotonic()
        yield
        self.steps.append(Step(name, self.pressed - presses, time.monotonic() - since))
        QTest.qWait(RESTING_MS)
        self.take("laptop", self.app.window)
        if self.app.evening is not None:
            self.take("beamer", self.evening.beamer)

    def take(self, what: str, window: QWidget) -> None:
        """Keep a picture under the number of the last step."""
        save(window.grab().toImage(), self.out / f"{len(self.steps):02}-{what}.png")

    # ------------------------------------------------------------- eyes and hands

    @property
    def evening(self) -> Evening:
        """The running session."""
        if self.app.evening is None:
            raise LookupError("no session runs")
        return self.app.evening

    @property
    def state(self) -> State:
        """The session as it was last saved."""
        return self.evening.state

    def wait(self, true: Callable[[], bool], what: str) -> None:
        """Let the windows live until something is so."""
        until = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > until:
                self.take("in-vain", self.app.window)
                raise SystemExit(f"Waited {PATIENCE:.0f} seconds in vain for: {what}.")
            QTest.qWait(10)

    def find(self, name: str, kind: type[W]) -> W | None:
        """Find a widget that can be seen and used."""
        found = self.app.window.findChildren(kind, name)
        return next((one for one in found if one.isVisible() and one.isEnabled()), None)

    def press(self, name: str) -> None:
        """Press a button with the mouse, once it is there."""
        QTest.qWait(BETWEEN_MS)
        self.wait(lambda: self.find(name, QPushButton) is not None, f"the button {name}")
        button = self.find(name, QPushButton)
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            self.pressed += 1

    def on(self) -> None:
        """Press the large button, and answer what it asks, until the session has gone on."""
        self.settle()
        before = self.state.step
        self.press("advance")
        self.wait(lambda: self.state.step != before or self._asks(), "the next step")
        if self.state.step == before:
            self.press("answer_close")
        self.wait(lambda: self.state.step != before, "the next step")
        self.settle()

    def _asks(self) -> bool:
        return self.find("answer_close", QPushButton) is not None

    def until(self, *where: Phase | Page) -> None:
        """Go on to one of these."""
        for _ in range(_STOPS):
            if self.state.flow.phase in where or stop_here(self.state).page in where:
                return
            self.on()
        raise SystemExit(f"{where[0].value} was not reached.")

    def settle(self) -> None:
        """Wait until the window shows what is saved."""

        def shown() -> bool:
            seen = self.evening.presenter.shown
            now = presenter_view(self.state)
            return seen is not None and (seen.step, seen.voted) == (now.step, now.voted)

        self.wait(shown, "the window to show what is saved")


# ------------------------------------------------------------------ the run


def run(who: Newcomer, browser: Browser) -> float:
    """Do what a newcomer does; returns the seconds from the scan to the first votes."""
    with who.step("Welcome stands on the first start"):
        who.app.open()
        who.wait(lambda: who.find("welcomePlay", QPushButton) is not None, "the welcome")
    trial(who)
    lobby(who)
    seconds = vote_on_phones(who, browser)
    with who.step("On to the end of the session"):
        who.press("more")
        who.press("menuEndEarly")
        who.press("answer_end")
        who.until(Phase.CLOSED)
    report(who)
    return seconds


def trial(who: Newcomer) -> None:
    """Play the trial round to its end; the laptop plays the people."""
    with who.step("Trial round: from the welcome to its lobby"):
        who.press("welcomePlay")
        who.press("practise")
        who.wait(lambda: who.app.evening is not None, "the trial")
        who.settle()
    with who.step("Trial round: to the result of the first vote"):
        who.until(Page.VOTE)
        who.wait(lambda: all_voted(who), "everybody to have voted")
        who.until(Page.REVEAL)
    with who.step("Trial round: to its end"):
        for _ in range(_STOPS):
            if who.state.flow.phase is Phase.CLOSED:
                break
            if who.state.flow.open_vote is not None:
                who.wait(lambda: all_voted(who), "everybody to have voted")
            who.on()
    with who.step("Back to the start"):
        who.press("advance")
        who.wait(lambda: who.app.evening is None, "the start screen")


def all_voted(who: Newcomer) -> bool:
    """Tell whether everybody who may vote has voted."""
    dilemma, vote = who.state.dilemma, who.state.flow.open_vote
    box = who.state.box(dilemma.id, vote) if dilemma and vote else None
    return box is None or len(box.ballots) == len(box.electorate)


def lobby(who: Newcomer) -> None:
    """Open a real session with phones."""
    with who.step(TO_LOBBY):
        who.press(f"scenario_{SCENARIO}")
        who.press("voting_phones")
        who.press("toLobby")
        who.wait(lambda: who.app.evening is not None, "the session")
        who.settle()
        who.wait(lambda: who.evening.beamer.canvas.join is not None, "the code on the beamer")


def vote_on_phones(who: Newcomer, browser: Browser) -> float:
    """Let two phones scan, come in and vote; the seconds from the first scan to the last vote.

    They are those of the steps in between, also of the facilitator's; pictures take none.
    """
    phones, first = [], len(who.steps)
    for number in range(1, PHONES + 1):
        phone = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
        with who.step(f"Phone {number}: from the scan to a place in the room"):
            come_in(who, phone)
        keep(who, phone, number)
        phones.append(phone)
    with who.step("The large button to the first vote, without talking"):
        who.until(Page.VOTE)
    for number, phone in enumerate(phones, start=1):
        with who.step(f"Phone {number}: from the question to a vote that was received"):
            phone.wait_for_selector("#main[data-kind=ballot]")
            answer(who, phone)
        keep(who, phone, number)
    seconds = sum(one.seconds for one in who.steps[first:])
    with who.step("The result of the first vote"):
        who.until(Page.REVEAL)
    phones[0].wait_for_selector("#main[data-kind=result]")
    keep(who, phones[0], 1)
    return seconds


def come_in(who: Newcomer, phone: Phone) -> None:
    """Open the address of the code, and press the one button that stands there."""
    people = len(who.state.seats)
    info = who.evening.beamer.canvas.join
    if info is None:
        raise SystemExit("The code is not on the beamer.")
    where = urlsplit(info.url)
    phone.goto(where._replace(netloc=f"{NAME}:{where.port}").geturl())
    phone.locator("form.join button.main").click()
    who.pressed += 1
    phone.wait_for_selector("#main[data-kind=wait]")
    who.wait(lambda: len(who.state.seats) == people + 1, "somebody who came in")
    who.settle()


def answer(who: Newcomer, phone: Phone) -> None:
    """Choose the first answer and send it, with as few presses as the page allows."""
    rows = phone.locator(".answers button.row")
    if rows.count():
        rows.first.click()
    else:
        phone.locator("[name=choice]").first.check()
        phone.locator(".send button").click()
        who.pressed += 1
    who.pressed += 1
    phone.wait_for_selector("#main[data-kind=received]")
    who.settle()


def keep(who: Newcomer, phone: Phone, number: int) -> None:
    """Keep a picture of a phone under the number of the last step."""
    phone.screenshot(path=who.out / f"{len(who.steps):02}-phone-{number}.png")


def report(who: Newcomer) -> None:
    """Make the report and see that it is there."""
    path = who.out / "verslag.pdf"
    path.unlink(missing_ok=True)
    with who.step("The report as PDF"):
        who.press("reportAsk")
        page = who.app.window.page("report")
        if isinstance(page, ReportPage):
            page.where.show_path(path)  # the system's own window for files cannot be pressed
        who.press("reportMake")
        who.wait(lambda: path.exists() and path.stat().st_size > 0, "the report")


def started(program: Path) -> Step:
    """Start a bundle's or wheel's program for its own test, in an empty home."""
    since = time.monotonic()
    with TemporaryDirectory(prefix="newcomer-") as home:
        own = {**os.environ, "HOME": home, HOME_VARIABLE: home, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run([program.absolute(), "--self-test"], check=True, env=own, cwd=home)
    return Step(f"{program.name} --self-test in an empty home", 0, time.monotonic() - since)


def told(steps: Sequence[Step], seconds: float) -> tuple[str, int]:
    """The table, and 1 when a promise is not kept."""
    wide = max(len(one.name) for one in steps)
    lines = [f"{'Step':{wide}}  presses  seconds"]
    lines += [f"{one.name:{wide}}  {one.presses:7}  {one.seconds:7.1f}" for one in steps]
    to_lobby = next(one.presses for one in steps if one.name == TO_LOBBY)
    kept = to_lobby <= MOST_PRESSES and seconds <= MOST_SECONDS
    lines.append(f"Presses to the lobby: {to_lobby} (at most {MOST_PRESSES}).")
    lines.append(f"From scan to first vote: {seconds:.1f} s (at most {MOST_SECONDS:.0f}).")
    return "\n".join(lines), 0 if kept else 1


def play(out: Path, program: Path | None) -> int:
    """Make the run in an empty home, and print what it took."""
    from tools.phone_pictures import a_browser

    before = [started(program)] if program else []
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        apply_style(app, load_theme())
    with a_browser() as browser:
        phones = PhoneConfig(bind="127.0.0.1", port=0, allow_hosts=(NAME,))
        options: Any = Options(phones=phones, windowed=True)
        who = Newcomer(out, App(options, load_settings().settings), before)
        seconds = run(who, browser)
        who.evening.leave()
        who.app.window.close()
    text, code = told(who.steps, seconds)
    print(text)
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the run; 1 when it takes a newcomer too long."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--program", type=Path, help="a program to start first")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    with a_screen(), TemporaryDirectory(prefix="newcomer-") as home:
        os.environ[HOME_VARIABLE] = home
        return play(asked.out, asked.program)


if __name__ == "__main__":
    sys.exit(main())
