"""The bundle as people get it: its size, and its start next to a bare bundled PySide6 window.

Run `make bundle` first, then `python -m tests.bench.bench_bundle [runs]`. Both are started in turn
without Python on the path, on a screen of Xvfb whose pixels lie in a file: the time runs from the
start of the process until a fifth of that screen has changed. Nothing in either program helps with
measuring. *Cold*: its own files are put out of the memory of the system first, as after a boot.
"""

import mmap
import os
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter, sleep
from typing import Final

from tools.bundling import LEFT_OUT, NAME, ROOT
from tools.check_bundle import megabytes

RUNS: Final = 11
COLD_RUNS: Final = 3
AIM: Final = 2.0
WIDGETS: Final = 60
"""About as many as the start screen has at its first picture; see bench_start."""

OURS: Final = ROOT / "dist" / NAME
SCREEN: Final = "1366x768x24"
_ROUNDS: Final = ("first", "warm", "cold")
_STEP: Final = 4999
"""Every so many bytes of the screen are looked at; a prime number, so that no column is skipped."""
_PATIENCE: Final = 60.0

_BARE: Final = """
import sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget
app = QApplication([])
app.setStyle("Fusion")
window = QMainWindow()
inner = QWidget()
column = QVBoxLayout(inner)
for n in range(int(sys.argv[1]) // 2):
    column.addWidget(QLabel(f"label {n}"))
    column.addWidget(QPushButton(f"button {n}"))
window.setCentralWidget(inner)
window.resize(1366, 768)
window.show()
app.exec()
"""
_SPEC: Final = """
import sys
sys.path.insert(0, {root!r})
from tools.bundling import is_wanted
a = Analysis(["bare.py"], excludes={excludes!r})
a.binaries = [one for one in a.binaries if is_wanted(one[0])]
a.datas = [one for one in a.datas if is_wanted(one[0])]
e = EXE(PYZ(a.pure), a.scripts, [], exclude_binaries=True, name="bare", upx=False)
COLLECT(e, a.binaries, a.datas, name="bare", upx=False)
"""


class Screen:
    """A screen of Xvfb, of which every pixel can be read at any moment."""

    def __init__(self, name: str, pixels: mmap.mmap) -> None:
        self.name = name
        self._pixels = pixels
        size, colours = struct.unpack(">I72xI", pixels[:80])  # of the XWD header
        self._start = size + colours * 12

    def look(self) -> bytes:
        return self._pixels[self._start :: _STEP]


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Open a screen, and close it afterwards."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", SCREEN, "-fbdir", str(folder)]
    with subprocess.Popen(
        [*command, "-nocursor", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as server:
        assert server.stdout is not None
        number = server.stdout.readline().decode().strip()
        with (folder / "Xvfb_screen0").open("rb") as file:
            yield Screen(f":{number}", mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        server.terminate()


def seconds_to_paint(command: list[str], shown: Screen, home: Path) -> float:
    """Start a program, and return after how many seconds it stood on the screen."""
    empty = home / "no-python-here"
    empty.mkdir(parents=True, exist_ok=True)
    environment = {
        "PATH": str(empty),
        "HOME": str(home),
        "DISPLAY": shown.name,
        "QT_QPA_PLATFORM": "xcb",
        "LANG": "C.UTF-8",
    }
    before = shown.look()
    enough = len(before) // 5
    start = perf_counter()
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as program:
        while sum(a != b for a, b in zip(before, shown.look(), strict=True)) < enough:
            if perf_counter() - start > _PATIENCE or program.poll() is not None:
                raise RuntimeError(f"{command[0]} did not come on the screen.")
            sleep(0.001)
        took = perf_counter() - start
        program.terminate()
    while shown.look() != before:  # until the screen is empty again
        sleep(0.005)
    return took


def forget(folder: Path) -> None:
    """Put the files of a bundle out of the memory of the system, as far as nobody uses them."""
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            number = os.open(file, os.O_RDONLY)
            os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(number)


def build_bare(folder: Path) -> Path:
    """Bundle a bare window in the same way, and return its folder."""
    (folder / "bare.py").write_text(_BARE, encoding="utf-8")
    spec = _SPEC.format(root=str(ROOT), excludes=list(LEFT_OUT))
    (folder / "bare.spec").write_text(spec, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", "bare.spec"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "dist" / "bare"


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    if sys.platform != "linux" or not OURS.is_dir() or shutil.which("Xvfb") is None:
        sys.stdout.write("Skipped: needs Linux, Xvfb, and the folder that `make bundle` makes.\n")
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        bare = build_bare(folder)
        commands = {
            "empty bare window": [str(bare / "bare"), "0"],
            f"bare window, {WIDGETS} widgets": [str(bare / "bare"), str(WIDGETS)],
            NAME: [str(OURS / "dilemmaspel")],
        }
        with screen(folder) as shown:
            first = _measure(commands, 1, shown, folder, _nothing)
            warm = _measure(commands, runs, shown, folder, _nothing)
            cold = _measure(commands, COLD_RUNS, shown, folder, partial(_forget_both, bare))
        _print(tuple(commands), (first, warm, cold), (megabytes(bare), megabytes(OURS)))


def _nothing() -> None:
    """Leave everything as it is."""


def _forget_both(bare: Path) -> None:
    forget(bare)
    forget(OURS)


def _measure(
    commands: dict[str, list[str]],
    runs: int,
    shown: Screen,
    folder: Path,
    before: Callable[[], None],
) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            before()
            found[name].append(seconds_to_paint(command, shown, folder / name))
    return found


def _print(
    names: tuple[str, ...], rounds: tuple[dict[str, list[float]], ...], sizes: tuple[float, float]
) -> None:
    empty, bare, ours = names
    lines = [f"{'start to picture, ms':<34}{'MB':>6}" + "".join(f"{one:>8}" for one in _ROUNDS)]
    for name in names:
        times = "".join(f"{statistics.median(one[name]) * 1000:8.0f}" for one in rounds)
        lines.append(f"  {name:<32}{sizes[name == ours]:6.0f}{times}")
    for other in (empty, bare):
        ratios = (
            statistics.median(a / b for a, b in zip(one[ours], one[other], strict=True))
            for one in rounds
        )
        lines.append(f"  ratio to {other:<29}" + "".join(f"{one:8.2f}" for one in ratios))
    counts = ", ".join(
        f"{len(one[ours])} {word}" for one, word in zip(rounds, _ROUNDS, strict=True)
    )
    lines.append(f"  medians of {counts} rounds; aim: a ratio of at most {AIM}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
