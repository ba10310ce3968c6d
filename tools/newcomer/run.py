"""What a newcomer does, from the first start to the report."""

import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser
from playwright.sync_api import Page as Phone

from dilemmaspel.game.phases import Phase
from tools.newcomer.person import Person

SCENARIO: Final = "f1-de-schakel"
MOST_PRESSES: Final = 3
MOST_SECONDS: Final = 20.0
PHONES: Final = 2
TO_LOBBY: Final = "A session with phones: to the lobby"


def run(who: Person, program: str, browser: Browser) -> float:
    """Do what a newcomer does; returns the seconds from the scan to the first votes."""
    with who.step("First start: to the welcome, which asks nothing"):
        running = who.stage.start(program)
        who.wait(lambda: who.find("welcomePlay") is not None, "the welcome")
    trial(who)
    lobby(who)
    phones = scan(who, browser)
    seconds = vote(who, phones)
    pull_the_plug(who, program, running)
    with who.step("The result of the first vote"):
        who.until(Phase.REVEAL1)
    for number, phone in enumerate(phones, start=1):
        phone.wait_for_selector("#main[data-kind=result]")
        keep(who, phone, number)
    with who.step("On to the end of the session"):
        who.press("more")
        who.press("menuEndEarly")
        who.press("answer_end")
        who.until(Phase.CLOSED)
    report(who)
    return seconds


def trial(who: Person) -> None:
    """Play the trial round to its end; the laptop plays the people."""
    with who.step("Trial round: from the welcome to its lobby"):
        who.press("welcomePlay")
        who.press("practise")
        who.wait(lambda: who.is_at(Phase.LOBBY), "the trial")
    with who.step("Trial round: to the result of the first vote"):
        who.until(Phase.REVEAL1)
    with who.step("Trial round: to its end"):
        who.until(Phase.CLOSED)
    with who.step("Back to the start"):
        who.press("advance")
        who.wait(lambda: who.find(f"scenario_{SCENARIO}") is not None, "the start screen")


def lobby(who: Person) -> None:
    """Open a real session with phones."""
    with who.step(TO_LOBBY):
        who.press(f"scenario_{SCENARIO}")
        who.press("voting_phones")
        who.press("toLobby")
        who.wait(lambda: who.is_at(Phase.LOBBY), "the session")
        who.wait(lambda: who.scan() != "", "the code on the beamer")


def scan(who: Person, browser: Browser) -> list[Phone]:
    """Let two phones scan the code and come in."""
    phones = []
    for number in range(1, PHONES + 1):
        phone = browser.new_context(
            viewport={"width": 390, "height": 844}, device_scale_factor=2, locale="nl-NL"
        ).new_page()
        with who.step(f"Phone {number}: from the scan to a place in the room"):
            phone.goto(who.scan())
            phone.locator("form.join button.main").click()
            who.pressed += 1
            phone.wait_for_selector("#main[data-kind=wait]")
        keep(who, phone, number)
        phones.append(phone)
    return phones


def vote(who: Person, phones: Sequence[Phone]) -> float:
    """Go on to the first vote and let the phones vote; returns the seconds since the first scan.

    They are those of the steps in between, also of the facilitator's; pictures take none.
    """
    with who.step("The large button to the first vote, without talking"):
        who.until(Phase.VOTE1)
    for number, phone in enumerate(phones, start=1):
        with who.step(f"Phone {number}: from the question to a vote that was received"):
            phone.wait_for_selector("#main[data-kind=ballot]")
            answer(who, phone)
        keep(who, phone, number)
    return sum(one.seconds for one in who.steps[-2 * PHONES - 1 :])


def answer(who: Person, phone: Phone) -> None:
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


def pull_the_plug(who: Person, program: str, running: subprocess.Popen[bytes]) -> None:
    """Kill the program in the middle of the vote, start it again, and find every vote back."""
    with who.step("Killed in the middle of the vote, and started again"):
        running.send_signal(signal.SIGKILL)
        running.wait()
        who.stage.start(program)
        who.wait(lambda: who.find("resume") is not None, "the session that was interrupted")
    with who.step("On at the same page, with the same votes"):
        who.press("resume")
        who.wait(lambda: who.is_at(Phase.VOTE1), "the vote")
        who.wait(who.all_voted, f"the votes of {PHONES} phones")


def keep(who: Person, phone: Phone, number: int) -> None:
    """Keep a picture of a phone under the number of the last step."""
    phone.screenshot(path=who.out / f"{len(who.steps):02}-phone-{number}.png")


def report(who: Person) -> None:
    """Make the report and see that it is there."""
    with who.step("The report as PDF"):
        who.press("reportAsk")
        who.press("reportMake")
        who.wait(lambda: bool(reports(who)), "the report")
        who.wait(lambda: who.find("reportOpen") is not None, "the report to be ready")
    pdf = reports(who)[0]
    (who.out / "verslag.pdf").write_bytes(pdf.read_bytes())
    with suppress(FileNotFoundError):
        picture = who.out / f"{len(who.steps):02}-report"
        command = ["pdftoppm", "-png", "-r", "60", "-singlefile", str(pdf), str(picture)]
        subprocess.run(command, check=True)


def reports(who: Person) -> list[Path]:
    """The reports that stand in the home."""
    return [one for one in who.stage.home.rglob("*.pdf") if one.stat().st_size]


def told(who: Person, seconds: float) -> tuple[str, int]:
    """The table, and 1 when a promise is not kept."""
    wide = max(len(one.name) for one in who.steps)
    lines = [f"{'Step':{wide}}  presses  seconds"]
    lines += [f"{one.name:{wide}}  {one.presses:7}  {one.seconds:7.1f}" for one in who.steps]
    to_lobby = next(one.presses for one in who.steps if one.name == TO_LOBBY)
    lines.append(f"Presses to the lobby: {to_lobby} (at most {MOST_PRESSES}).")
    lines.append(f"From scan to first vote: {seconds:.1f} s (at most {MOST_SECONDS:.0f}).")
    lines.append(f"Without a name for a screen reader: {len(who.nameless)} of {who.heard}.")
    lines += who.nameless
    kept = to_lobby <= MOST_PRESSES and seconds <= MOST_SECONDS and not who.nameless
    return "\n".join(lines), 0 if kept else 1
