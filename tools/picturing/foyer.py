"""Pictures of what comes before and after a session: start, set-up, settings, paper."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtWidgets import QLineEdit

from dilemmaspel.game.ids import SessionId
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.paths import scenarios_dir
from dilemmaspel.session import Session
from dilemmaspel.simulate import play, start_command
from tests.desktop.samples import FLAGSHIPS
from tools.picturing.house import DOUBLE, House, a_house, letters

FIRST: Final = 1_788_886_800_000
"""The evening of the first session in the archive, in milliseconds since the epoch."""
DAY: Final = 86_400_000
STEP: Final = 12_000
"""Milliseconds between two steps of a session that bots play."""
WHERE: Final = (
    ("Welzijn Waterkant", "Waterkant-Noord"),
    ("Buurtteam Oosterveld", "Oosterveld"),
    ("Gemeente Rijnhage, afdeling Samenleving", "Rijnhage"),
)
MISTAKES: Final = {"label:": "lable:", "after: 2": "after: twee", "type: points": "type: punten"}


def foyer_pictures(out: Path) -> list[Path]:
    """Take every page around a session."""
    with a_house(out) as house:
        house.take("start")
        _set_up(house)
        house.press("toSettings")
        house.take("settings")
        house.press("settingsBack")
        house.press("toHelp")
        house.take("help")
        house.see("helpSearch", QLineEdit).setText("firewall")
        house.take("help-search")
        saved = house.saved
    return saved + _with_a_past(out) + _with_problems(out) + _large(out)


def _set_up(house: House) -> None:
    house.press("welcomePlay")
    house.take("setup-trial")
    house.press("setupBack")
    house.press(f"scenario_{FLAGSHIPS[0]}")
    house.take("setup")
    house.press("setupMore")
    house.take("setup-more")
    house.press("printFirst")
    house.take("printing")
    house.press("printBack")
    house.press("setupBack")


def _with_a_past(out: Path) -> list[Path]:
    """The card that offers to resume a session, with others in the archive."""
    with a_house(out) as house:
        for number, scenario in enumerate(FLAGSHIPS):
            played_before(house, scenario, number)
        house.begin(FLAGSHIPS[1])
        house.leave()
        house.take("resume")
        return house.saved


def played_before(house: House, scenario: str, number: int, people: int = 0) -> None:
    """Let bots play a whole session into the log, some evenings ago."""
    log = house.app.log
    entry = next(e for e in house.app.entries() if e.scenario and e.scenario.id == scenario)
    if log is None:
        raise LookupError("the log is not open")
    organisation, region = WHERE[number % len(WHERE)]
    setup = Setup(profile=Profile.HALF_DAY, organisation=organisation, region=region)
    session = Session(log, clock=Evening(FIRST + number * 9 * DAY))
    command = start_command(entry, setup, SessionId(f"picture-{number}"), "1.0")
    session.submit(command).result()
    play(session, seed=number, participants=people or 12 + 5 * number)
    session.stop()


class Evening:
    """A clock that goes on a little whenever somebody looks at it."""

    def __init__(self, start: int) -> None:
        self._now = start

    def __call__(self) -> int:
        self._now += STEP
        return self._now


def _with_problems(out: Path) -> list[Path]:
    """A scenario with mistakes in its file."""
    with TemporaryDirectory(prefix="dilemmaspel-") as folder:
        scenarios = Path(folder) / "scenarios"
        shutil.copytree(scenarios_dir(), scenarios)
        _spoil(scenarios / FLAGSHIPS[0] / "scenario.yaml", MISTAKES)
        with a_house(out, scenarios=scenarios) as house:
            house.take("start-problems")
            house.press(f"broken_{FLAGSHIPS[0]}")
            house.take("problems")
            return house.saved


def _spoil(file: Path, mistakes: Mapping[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for right, wrong in mistakes.items():
        text = text.replace(right, wrong, 2)
    file.write_text(text, encoding="utf-8")


def _large(out: Path) -> list[Path]:
    """Set-up with letters of 200 %."""
    with letters(DOUBLE), a_house(out) as house:
        house.press(f"scenario_{FLAGSHIPS[0]}")
        house.take("setup-200")
        return house.saved
