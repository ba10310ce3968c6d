"""Reading scenarios: ours, with every check and the values of the game, against PyYAML alone.

    python -m tests.bench.bench_scenario

PyYAML's C loader gives nested dictionaries without line numbers, limits or checks; figures are
medians of one run, so that only their ratios mean something on another machine.
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import yaml

from dilemmaspel.paths import scenarios_dir
from dilemmaspel.scenario.build import build_scenario
from dilemmaspel.scenario.checks import check_scenario
from dilemmaspel.scenario.command import run_check
from dilemmaspel.scenario.library import Library, Roles, load_roles, load_with, scenario_files
from dilemmaspel.scenario.parsing import parse
from dilemmaspel.scenario.reader import read_text
from dilemmaspel.texts import Texts

ROUNDS: Final = 25
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def milliseconds(run: Callable[[], object]) -> float:
    """The median of several runs; the first is not counted."""
    run()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def steps(file: Path, roles: Roles) -> dict[str, float]:
    """What each step takes, and all of them together from the disk."""
    text = file.read_text(encoding="utf-8")

    def checked() -> None:
        document = read_text(text, file.name)
        if document.root is not None:
            check_scenario(document.root, document.findings, roles.roles, file.parent)

    def built() -> None:
        if document.root is not None and roles.roles is not None:
            build_scenario(document.root, roles.roles)

    document = read_text(text, file.name)
    return {
        "PyYAML events": milliseconds(lambda: list(yaml.parse(text, Loader=LOADER))),
        "our tree": milliseconds(lambda: parse(text, document.findings)),
        "tree and checks": milliseconds(checked),
        "build": milliseconds(built),
        "load, all of it": milliseconds(lambda: load_with(file, roles)),
        "PyYAML load": milliseconds(lambda: yaml.load(text, Loader=LOADER)),
    }


def check_against_load(folder: Path) -> tuple[float, float]:
    """The shortest time of the whole command and of PyYAML, taken in turns."""
    files, dutch = (*scenario_files(folder), folder / "roles.yaml"), Texts("nl")
    texts = [file.read_text(encoding="utf-8") for file in files]
    ours, theirs = [], []
    for _ in range(ROUNDS * 2):
        start = time.perf_counter()
        run_check([folder], "text", io.StringIO(), dutch)
        middle = time.perf_counter()
        for text in texts:
            yaml.load(text, Loader=LOADER)
        ours.append(middle - start)
        theirs.append(time.perf_counter() - middle)
    return min(ours) * 1000, min(theirs) * 1000


def main() -> None:
    """Print the table."""
    folder = scenarios_dir()
    roles = load_roles(folder / "roles.yaml")
    write = sys.stdout.write
    write(f"Median of {ROUNDS}, ms; the ratio is to PyYAML's loader ({LOADER.__name__}).\n\n")
    for file in scenario_files(folder):
        found = steps(file, roles)
        base = found["PyYAML load"]
        write(f"{file.parent.name} ({file.stat().st_size / 1000:.1f} kB)\n")
        for name, time_taken in found.items():
            write(f"  {name:<18}{time_taken:>8.2f}{time_taken / base:>8.2f} x\n")
    count = len(scenario_files(folder))
    fresh = milliseconds(lambda: Library([folder]).entries())
    library = Library([folder])
    again = milliseconds(library.entries)
    write(f"\n{count} scenarios listed: {fresh:.1f} ms, again {again:.2f} ms\n")
    ours, theirs = check_against_load(folder)
    write(
        f"`dilemmaspel check` of all {count} with their roles: {ours:.1f} ms;"
        f" PyYAML's loader alone: {theirs:.1f} ms; ratio {ours / theirs:.2f} (at most 3)\n"
    )


if __name__ == "__main__":
    main()
