"""The bundle as people get it: its size, and its start next to a bare bundled PySide6 window.

Run `make bundle` first, then `python -m tests.bench.bench_bundle [runs]`. Both are started in turn
without Python on the path, on a screen of Xvfb whose pixels lie in a file: the time runs from the
start of the process until a fifth of that screen has changed. Nothing in either program helps with
measuring. *Cold*: its own files are put out of the memory of the system first, as after a boot.
*Processor*: what the process took of it until then, which a busy machine does not change.
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
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
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


Starts = dict[str, list["Start"]]


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


@dataclass(frozen=True)
class Start:
    """How long a start took, and how much of the processor, in seconds."""

    wall: float
    processor: float


def measured_start(command: list[str], shown: Screen, home: Path) -> Start:
    """Start a program, wait until it stands on the screen, and end it."""
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
        made = Start(perf_counter() - start, processor_seconds(program.pid))
        program.terminate()
    while shown.look() != before:  # until the screen is empty again
        sleep(0.005)
    return made


def processor_seconds(process: int) -> float:
    """What all threads of a process have had of the processor."""
    threads = Path(f"/proc/{process}/task").glob("*/schedstat")
    return sum(int(one.read_text().split()[0]) for one in threads) / 1e9


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
    ready = OURS.is_dir() and shutil.which("Xvfb") and find_spec("PyInstaller")
    if sys.platform != "linux" or not ready:
        sys.stdout.write("Skipped: needs Linux, Xvfb, and what `make bundle` makes and installs.\n")
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
            _measure(commands, 1, shown, folder, _nothing)  # makes the homes
            warm = _measure(commands, runs, shown, folder, _nothing)
            cold = _measure(commands, COLD_RUNS, shown, folder, partial(_forget_both, bare))
        _print(tuple(commands), warm, cold, (megabytes(bare), megabytes(OURS)))


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
) -> Starts:
    found: Starts = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            before()
            found[name].append(measured_start(command, shown, folder / name))
    return found


def _print(names: tuple[str, ...], warm: Starts, cold: Starts, sizes: tuple[float, float]) -> None:
    empty, bare, ours = names
    heads = ("warm", "cold", "processor")
    lines = [f"{'start to picture, ms':<34}{'MB':>6}" + "".join(f"{one:>10}" for one in heads)]
    rows = {name: _figures(warm[name], cold[name]) for name in names}
    for name, figures in rows.items():
        told = "".join(f"{one * 1000:10.0f}" for one in figures)
        lines.append(f"  {name:<32}{sizes[name == ours]:6.0f}{told}")
    for other in (empty, bare):
        ratios = (a / b for a, b in zip(rows[ours], rows[other], strict=True))
        lines.append(f"  ratio to {other:<29}" + "".join(f"{one:10.2f}" for one in ratios))
    rounds = f"{len(warm[ours])} rounds, cold {len(cold[ours])}"
    lines.append(f"  medians of {rounds}, in turn; aim: a ratio of at most {AIM}")
    sys.stdout.write("\n".join(lines) + "\n")


def _figures(warm: list[Start], cold: list[Start]) -> tuple[float, ...]:
    kinds = ([o.wall for o in warm], [o.wall for o in cold], [o.processor for o in warm])
    return tuple(statistics.median(kind) for kind in kinds)


if __name__ == "__main__":
    main()
