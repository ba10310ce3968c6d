"""Start to the first painted window, next to a bare PySide6 window with as many widgets.

Run `python -m tests.bench.bench_start`. Both are started as fresh processes, in turn, offscreen;
the time runs from the start of the process to the end of the window's first paint. Heavy imports,
the scenarios and the log come after it, and are timed apart.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

RUNS: Final = 9
AIM: Final = 2.5

_WATCH: Final = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Watch(QObject):
    def __init__(self, window, done):
        super().__init__(window)
        self.window, self.done, self.seen = window, done, False
        window.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.done)
        return False

def tell(**more):
    boot = float(open('/proc/uptime').read().split()[0])
    ticks = int(open('/proc/self/stat').read().rsplit(')', 1)[1].split()[19])
    born = ticks / os.sysconf('SC_CLK_TCK')
    peak = int(next(l for l in open('/proc/self/status') if l.startswith('VmHWM')).split()[1])
    print(json.dumps({'seconds': boot - born, 'megabytes': peak / 1024, **more}), flush=True)
"""

_BARE: Final = (
    _WATCH
    + """
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QVBoxLayout
app = QApplication([])
window = QMainWindow()
inner = QWidget()
column = QVBoxLayout(inner)
for n in range(int(sys.argv[1]) // 2):
    column.addWidget(QLabel(f'label {n}'))
    column.addWidget(QPushButton(f'button {n}'))
window.setCentralWidget(inner)
window.resize(1366, 768)
def done():
    tell()
    app.exit(0)
watch = Watch(window, done)
window.show()
app.exec()
"""
)

_OURS: Final = (
    _WATCH
    + """
from dilemmaspel import app as program
from dilemmaspel.desktop.style import apply_style
from dilemmaspel.settings import load_settings
from dilemmaspel.theme import load_theme
app = QApplication([])
apply_style(app, load_theme('light'))
ours = program.App(program.Options(), load_settings().settings)
def done():
    tell(widgets=len(ours.window.findChildren(QWidget)))
    settled()
def settled():
    if ours.log is None:
        QTimer.singleShot(5, settled)
        return
    tell(cards=len(ours.entries()))
    ours.window.close()
    app.exit(0)
watch = Watch(ours.window, done)
ours.open()
app.exec()
"""
)


def _run(code: str, *words: str) -> list[dict[str, float]]:
    """Run a child and return what it told, one record a line."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "DILEMMASPEL_HOME": home,
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def main() -> None:
    """Print the table."""
    widgets = int(_run(_OURS)[0]["widgets"])
    ours, bare, ready, memory = [], [], [], []
    for _ in range(RUNS):
        bare.append(_run(_BARE, str(widgets))[0]["seconds"])
        painted, settled = _run(_OURS)
        ours.append(painted["seconds"])
        memory.append(painted["megabytes"])
        ready.append(settled["seconds"])
    ratios = [a / b for a, b in zip(ours, bare, strict=True)]
    lines = [f"start to first paint, median of {RUNS} pairs, {widgets} widgets, offscreen"]
    rows = (("bare window", bare), ("Dilemmaspel", ours), ("with cards and log", ready))
    lines += [f"  {name:<20}{statistics.median(values) * 1000:7.0f} ms" for name, values in rows]
    lines.append(f"  {'memory at paint':<20}{statistics.median(memory):7.0f} MB")
    lines.append(f"  {'ratio':<20}{statistics.median(ratios):7.2f}   (aim: at most {AIM})")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
