"""Take the pictures in `docs/pictures` from real windows, with the longest shipped texts.

    python tools/pictures.py --out docs/pictures

Where there is no screen, one of 1920 by 1080 in memory is used (Xvfb). Every picture is of a
session that is played, never drawn by hand.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from PySide6.QtWidgets import QApplication  # noqa: E402 # the project is found first

from dilemmaspel.desktop.style import apply_style  # noqa: E402
from dilemmaspel.theme import load_theme  # noqa: E402
from tools.picturing.archive import archive_pictures  # noqa: E402
from tools.picturing.authors import author_pictures  # noqa: E402
from tools.picturing.beamer import (  # noqa: E402
    DARK_TOO,
    beamer_pictures,
    longest_shots,
    scenario_pictures,
)
from tools.picturing.debrief import debrief_pictures  # noqa: E402
from tools.picturing.foyer import foyer_pictures  # noqa: E402
from tools.picturing.joining import joining_pictures  # noqa: E402
from tools.picturing.presenter import presenter_pictures  # noqa: E402
from tools.picturing.report import report_pictures  # noqa: E402
from tools.picturing.screen import a_screen  # noqa: E402
from tools.picturing.voting import voting_pictures  # noqa: E402


def both_themes(out: Path) -> list[Path]:
    """Take the beamer's pictures, some of them dark too."""
    shots = longest_shots()
    dark = [shot for shot in shots if shot.name in DARK_TOO]
    return beamer_pictures(out, shots) + beamer_pictures(out, dark, "dark")


SETS: Final[dict[str, Callable[[Path], list[Path]]]] = {
    "archive": archive_pictures,
    "authors": author_pictures,
    "beamer": both_themes,
    "debrief": debrief_pictures,
    "foyer": foyer_pictures,
    "joining": joining_pictures,
    "presenter": presenter_pictures,
    "report": report_pictures,
    "scenarios": scenario_pictures,
    "voting": voting_pictures,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures, or the sets that are named, and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures")
    parser.add_argument("sets", nargs="*", help=f"of {', '.join(SETS)}; all when none is named")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.sets if name not in SETS]
    if unknown:
        parser.error(f"unknown set {unknown[0]}; choose from {', '.join(SETS)}")
    with a_screen(), TemporaryDirectory(prefix="dilemmaspel-") as home:
        os.environ["HOME"] = home
        app = QApplication.instance() or QApplication([])
        if isinstance(app, QApplication):
            apply_style(app, load_theme())
        saved = [path for name in asked.sets or SETS for path in SETS[name](asked.out)]
    print(f"{len(saved)} pictures in {asked.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
