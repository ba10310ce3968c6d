"""The run of a newcomer: first start, trial round, a session with two phones, the report.

    python -m tools.newcomer --out dist/newcomer

Starts the program that people download (`dist/Dilemmaspel`, or another one with `--program`) in an
empty home, without Python on its path, on a laptop and a beamer that exist in memory only. Nothing
of the program is known here but what a screen reader is told: what to press is found on the
accessibility bus and pressed with the mouse, and the code on the beamer is read from the picture.
The phones are Chromium. Nothing waits that a person would not wait for, and nobody talks: the
seconds are those of the program. A picture is kept of every step. Exit code 1 when the lobby takes
more than 3 presses, a vote more than 20 seconds from the scan of the code, or when something to
press has no name. `--page docs/newcomer.md` keeps the run as a page with a picture of each step.

Needs Linux, the group `e2e`, and the packages that it names when they are missing.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtGui import QGuiApplication

from tools.newcomer.accessible import Reader
from tools.newcomer.page import write
from tools.newcomer.person import Person
from tools.newcomer.run import run, told
from tools.newcomer.stage import a_stage
from tools.phone_pictures import a_browser

PROGRAM: Final = "dist/Dilemmaspel/dilemmaspel"


def play(out: Path, program: str, page: Path | None) -> int:
    """Make the run in an empty home, and print what it took."""
    with TemporaryDirectory(prefix="newcomer-") as folder, a_stage(Path(folder)) as stage:
        os.environ["DISPLAY"] = stage.display
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        camera = QGuiApplication([])
        reader = Reader(stage.bus)
        with a_browser() as browser:
            who = Person(out, stage, reader)
            seconds = run(who, program, browser)
        reader.close()
        camera.quit()
        text, code = told(who, seconds)
        print(text)
        if page is not None:
            write(page, who, seconds)
        made = (one for one in stage.home.rglob("*") if one.is_file())
        print(
            "Made in the home:", ", ".join(sorted(str(one.relative_to(stage.home)) for one in made))
        )
    return code


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the run; 1 when it takes a newcomer too long."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--program", default=PROGRAM, help=f"what to start (usually {PROGRAM})")
    parser.add_argument("--page", type=Path, help="a page of the manual to write")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    for old in asked.out.glob("*.png"):
        old.unlink()
    return play(asked.out, asked.program, asked.page)


if __name__ == "__main__":
    sys.exit(main())
