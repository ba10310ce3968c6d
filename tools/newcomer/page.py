"""The run of a newcomer as a page of the manual: a table, and one picture for each step."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tools.newcomer.person import Person
from tools.newcomer.run import MOST_PRESSES, MOST_SECONDS, TO_LOBBY
from tools.picturing.png import save

HIGH: Final = 384
EDGE: Final = 16
GROUND: Final = QColor("#d9d4c8")
ORDER: Final = ("laptop", "beamer", "phone-1", "phone-2", "report")
LARGE: Final = 60_000

_HEAD: Final = """\
# The run of a newcomer

Somebody downloads the program, starts it for the first time, plays the trial round, leads a
session with two phones, loses the power in the middle of a vote, and makes the report. `make
newcomer` makes this run again: through the bundle, in an empty home, without Python on its path,
on a laptop of 1366 by 768 and a beamer of 1920 by 1080. What to press is found on the
accessibility bus, by what a screen reader is told, and pressed with a mouse; the code on the
beamer is read from the picture; the phones are real browsers. Nobody talks, so the seconds are
those of the program and of whoever presses.
"""


def write(page: Path, who: Person, seconds: float) -> None:
    """Write the page, and a picture of each step beside the others of the manual."""
    pictures = page.parent / "pictures"
    rows, parts = [], []
    for number, step in enumerate(who.steps, start=1):
        name = f"newcomer-{number:02}.png"
        save(side_by_side(who.out, number), pictures / name, large=LARGE)
        rows.append(f"| {number} | {step.name} | {step.presses} | {step.seconds:.1f} |")
        parts.append(f"## {number}. {step.name}\n\n![{step.name}](pictures/{name})\n")
    to_lobby = next(one.presses for one in who.steps if one.name == TO_LOBBY)
    lines = [
        f"{_HEAD}\n| | step | presses | seconds |\n|---|---|---|---|",
        *rows,
        f"\nPresses to the lobby: {to_lobby} (at most {MOST_PRESSES}). From the scan to the first",
        f"votes: {seconds:.1f} s (at most {MOST_SECONDS:.0f}). Of {who.heard} things to use on the",
        f"screens, {len(who.nameless)} were without a name for a screen reader.\n",
    ]
    page.write_text("\n".join([*lines, *parts]), encoding="utf-8")


def side_by_side(out: Path, number: int) -> QImage:
    """The pictures of one step next to each other, all equally high."""
    found = [out / f"{number:02}-{what}.png" for what in ORDER]
    images = [
        QImage(str(one)).scaledToHeight(HIGH, Qt.TransformationMode.SmoothTransformation)
        for one in found
        if one.exists()
    ]
    width = sum(one.width() + EDGE for one in images) + EDGE
    whole = QImage(width, HIGH + 2 * EDGE, QImage.Format.Format_RGB32)
    whole.fill(GROUND)
    painter = QPainter(whole)
    left = EDGE
    for one in images:
        painter.drawImage(QRect(left, EDGE, one.width(), HIGH), one)
        left += one.width() + EDGE
    painter.end()
    return whole
