"""Somebody who presses what can be seen on the screens, and takes a picture of what comes of it."""

import re
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import zxingcpp
from PySide6.QtGui import QGuiApplication, QImage

from dilemmaspel.desktop.presenter.conduct import DOUBLE_PRESS_MS
from dilemmaspel.game.phases import Phase
from dilemmaspel.texts import Texts
from dilemmaspel.words.names import PHASES
from tools.newcomer.accessible import Reader, Seen
from tools.newcomer.stage import Stage, wait
from tools.picturing.png import save

BETWEEN: Final = DOUBLE_PRESS_MS / 1000 + 0.05
"""Nobody means two presses that come sooner after each other, and the window takes only one."""
RESTING: Final = 1.0
"""After a step, outside its time: somebody looks, and what is still being painted arrives."""
USED: Final = frozenset(
    {"check box", "combo box", "entry", "list item", "push button", "radio button", "slider"}
    | {"spin box", "text"}
)
"""What somebody does something with, by the names of AT-SPI."""
_STOPS: Final = 80
"""More stops than any session has: past it something does not go on."""
_WHERE: Final = ("whereDilemma", "wherePhase", "advance")
_OF: Final = re.compile(r"(\d+)\D+(\d+)")


@dataclass(frozen=True, slots=True)
class Step:
    """What was done: how many presses it took, and how many seconds."""

    name: str
    presses: int
    seconds: float


@dataclass
class Person:
    """Finds what to press by what a screen reader is told, and presses it with the mouse."""

    out: Path
    stage: Stage
    reader: Reader
    steps: list[Step] = field(default_factory=list)
    pressed: int = 0
    heard: int = 0
    """Things to use that were on the screens after the steps, each step counted anew."""
    nameless: list[str] = field(default_factory=list)
    """Those of them that a screen reader has no name for, with the step."""
    _last: float = 0.0

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Count and time what is done in the block, and take pictures of the screens after it."""
        presses, since = self.pressed, time.monotonic()
        yield
        self.steps.append(Step(name, self.pressed - presses, time.monotonic() - since))
        print(f"{len(self.steps):2} {name}", flush=True)
        time.sleep(RESTING)
        self._listen(name)
        self.take()

    def _listen(self, step: str) -> None:
        """Count what a screen reader would stop at, and note what it could not name."""
        stops = [one for one in self.see().values() if one.usable and one.role in USED]
        self.heard += len(stops)
        self.nameless += [f"{step}: {one.role} {one.id}" for one in stops if not one.name.strip()]

    # ------------------------------------------------------------------ eyes

    def see(self) -> Mapping[str, Seen]:
        """Everything on both screens, by its id."""
        return self.reader.look()

    def find(self, name: str) -> Seen | None:
        """Something that is on the screen and can be used."""
        one = self.see().get(name)
        return one if one is not None and one.usable else None

    def wait(self, true: Callable[[], bool], what: str) -> None:
        """Look until something is so; a picture is kept of what is there when it does not come."""
        try:
            wait(true, what)
        except SystemExit:
            self.take("in-vain")
            raise

    def where(self) -> list[str]:
        """What the presenter's window says of the step the session is at."""
        seen = self.see()
        return [seen[one].name for one in _WHERE if one in seen]

    def is_at(self, phase: Phase) -> bool:
        """Tell whether the window names this step."""
        return Texts("nl")(PHASES[phase]) in self.where()

    def counts(self, name: str) -> tuple[int, int]:
        """The two numbers of a sentence as "4 van 8 gestemd"; two zeros when it has none."""
        one = self.see().get(name)
        found = _OF.search(one.name) if one else None
        return (int(found[1]), int(found[2])) if found else (0, 0)

    def all_voted(self) -> bool:
        """Tell whether everybody who may vote has voted."""
        have, may = self.counts("votedTotal")
        return 0 < may == have

    # ----------------------------------------------------------------- hands

    def press(self, name: str) -> None:
        """Press something with the mouse, once it is there."""
        self.wait(lambda: self.find(name) is not None, f"something to press: {name}")
        time.sleep(max(0.0, self._last + BETWEEN - time.monotonic()))
        one = self.find(name)
        if one is not None:
            left, top = map(str, one.middle)
            subprocess.run(
                ["xdotool", "mousemove", left, top, "click", "1"],
                env={"DISPLAY": self.stage.display, "PATH": "/usr/bin:/bin"},
                check=True,
            )
            self._last = time.monotonic()
            self.pressed += 1

    def on(self) -> None:
        """Press the large button, and answer what it asks, until the session has gone on."""
        before = self.where()
        self.press("advance")
        self.wait(lambda: self.find("answer_close") is not None or self._left(before), "a step on")
        if self.find("answer_close") is not None:
            self.press("answer_close")
            self.wait(lambda: self._left(before), "a step on")

    def _left(self, before: list[str]) -> bool:
        """Tell whether the session is at another step than it was."""
        now = self.where()
        if len(now) < len(_WHERE):
            return False
        return now[:2] != before[:2] or _plain(now[2]) != _plain(before[2])

    def until(self, *phases: Phase) -> None:
        """Go on to one of these steps; where people vote, once they have."""
        for _ in range(_STOPS):
            if any(map(self.is_at, phases)):
                return
            if self.counts("votedTotal")[1]:
                self.wait(self.all_voted, "everybody to have voted")
            self.on()
        raise SystemExit(f"{phases[0].value} was not reached.")

    # ---------------------------------------------------------------- camera

    def screens(self) -> dict[str, QImage]:
        """What is on each screen now."""
        return {one.name(): one.grabWindow(0).toImage() for one in QGuiApplication.screens()}

    def take(self, what: str = "") -> None:
        """Keep a picture of both screens, of the beamer only where it shows something."""
        for name, image in self.screens().items():
            if name == "laptop" or "beamerWindow" in self.see():
                number = f"{len(self.steps):02}-{name}"
                save(image, self.out / f"{number}{'-' if what else ''}{what}.png")

    def scan(self) -> str:
        """The address in the code on the beamer, read from the picture as a phone does."""
        grey = self.screens()["beamer"].convertToFormat(QImage.Format.Format_Grayscale8)
        rows = memoryview(bytes(grey.constBits())).cast("B", (grey.height(), grey.bytesPerLine()))
        codes = (one.text for one in zxingcpp.read_barcodes(rows))
        return next((one for one in codes if one.startswith("http")), "")


def _plain(words: str) -> str:
    """Words without their numbers: those count votes, and say nothing of the step."""
    return re.sub(r"\d+", "", words)
