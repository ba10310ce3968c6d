"""A laptop and a beamer that exist in memory only, and the program that runs on them."""

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

NEEDED: Final[Mapping[str, str]] = {
    "Xvfb": "xvfb",
    "xrandr": "x11-xserver-utils",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "chromium": "chromium",
}
"""The commands that make the stage, and the package of Debian that has each."""
BUS: Final = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
MONITORS: Final = (
    ("laptop", "1366/361x768/203+0+0", "screen"),
    ("beamer", "1920/508x1080/286+1366+0", "none"),
)
SIZE: Final = "3286x1080x24"
PATIENCE: Final = 30.0


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the program runs: a home that was empty, and the names of screen and bus."""

    home: Path
    display: str
    bus: str
    _own: ExitStack

    def start(self, program: str) -> subprocess.Popen[bytes]:
        """Start the program as somebody does who has no Python and no path to one."""
        command = shlex.split(program)
        found = shutil.which(command[0])
        if found is None:
            raise SystemExit(f"There is no program {command[0]}. Make it with: make bundle")
        surroundings = {
            "HOME": str(self.home),
            "PATH": "/nowhere",
            "LANG": "C.UTF-8",
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        running = subprocess.Popen(
            [Path(found).absolute(), *command[1:]], env=surroundings, cwd=self.home
        )
        self._own.callback(_end, running)
        return running


@contextmanager
def a_stage(folder: Path) -> Iterator[Stage]:
    """Put up both screens, windows with frames, and a bus; all of it goes with the block."""
    missing = sorted({package for name, package in NEEDED.items() if not shutil.which(name)})
    missing += [] if BUS.exists() else ["at-spi2-core"]
    if missing:
        raise SystemExit(f"Missing here: {', '.join(missing)}. Mend: apt-get install them.")
    home, runtime = folder / "home", folder / "run"
    for one in (home, runtime):
        one.mkdir(mode=0o700)
    with ExitStack() as own:
        server = ["Xvfb", "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
        display = f":{_said(own, server, '-displayfd')}"
        around = {**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": str(runtime)}
        put_up_monitors(around)
        _running(own, ["openbox"], around)
        daemon = ["dbus-daemon", "--session", "--nofork", f"--address=unix:dir={runtime}"]
        bus = _said(own, daemon, "--print-address", around)
        yield Stage(home, display, bus, own)


def put_up_monitors(around: Mapping[str, str]) -> None:
    """Cut the screen in two."""
    for monitor in MONITORS:
        subprocess.run(
            ["xrandr", "--setmonitor", *monitor], env=around, check=True, capture_output=True
        )


def wait(true: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
    """Look again until something is so, or stop with what was waited for."""
    until = time.monotonic() + patience
    while not true():
        if time.monotonic() > until:
            raise SystemExit(f"Waited {patience:.0f} seconds in vain for: {what}.")
        time.sleep(0.02)


def _running(
    own: ExitStack, command: Sequence[str], around: Mapping[str, str] | None, *fds: int
) -> None:
    quiet = subprocess.DEVNULL
    own.callback(
        _end, subprocess.Popen(command, env=around, pass_fds=fds, stdout=quiet, stderr=quiet)
    )


def _said(
    own: ExitStack, command: Sequence[str], option: str, around: Mapping[str, str] | None = None
) -> str:
    """Start something that writes a line to the file that an option numbers; returns the line."""
    read, write = os.pipe()
    joined = [f"{option}={write}"] if option.startswith("--") else [option, str(write)]
    _running(own, [*command, *joined], around, write)
    os.close(write)
    with os.fdopen(read) as said:
        line = said.readline().strip()
    if not line:
        raise SystemExit(f"{command[0]} did not start.")
    return line


def _end(running: subprocess.Popen[bytes]) -> None:
    running.terminate()
    try:
        running.wait(10)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
