"""Mutated scenarios and packs: none may crash, hang, or be refused without a line.

    python -m tests.bench.fuzz_scenario [NUMBER] [FIRST_SEED]

Prints the figures, and keeps every file that went wrong in the folder `fuzzed/`; such a file
becomes a case of tests/scenario/test_any_yaml.py. Also reads a mebibyte of each of its endless
patterns.
"""

import statistics
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from shutil import copytree
from typing import Final

from dilemmaspel.scenario.library import load_roles
from dilemmaspel.scenario.pack import open_pack
from dilemmaspel.scenario.reader import read_bytes
from tests.scenario.any_yaml import ENDLESS
from tests.scenario.hostile import packed
from tests.scenario.mutants import good_files, mutant
from tests.scenario.survival import check_survival

NUMBER: Final = 5000
MEBIBYTE: Final = 1024 * 1024 - 16
PACKS: Final = 500
LONGEST: Final = 2.0
"""Seconds for one file; more is a hang."""
KEPT: Final = Path("fuzzed")


def fuzz(number: int, first: int, folder: Path) -> tuple[Counter[str], list[float], int]:
    """Check mutants of every good file in turn."""
    codes: Counter[str] = Counter()
    times: list[float] = []
    bad = 0
    copies = []
    for source in good_files():
        home = folder / source.parent.parent.name / source.parent.name
        if not home.exists():
            copytree(source.parent, home)
        copies.append((source.read_bytes(), home / source.name, load_roles(source)))
    for seed in range(first, first + number):
        data, file, _ = copies[seed % len(copies)]
        changed = mutant(data, seed)
        roles = next(own for _, one, own in copies if one.name == "roles.yaml")
        try:
            wrong, told, took = check_survival(file, changed, roles)
            wrong += [f"took {took:.1f} s"] if took > LONGEST else []
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            wrong, told, took = [traceback.format_exc()], [], 0
        codes.update(told)
        times.append(took)
        if wrong:
            bad += 1
            KEPT.mkdir(exist_ok=True)
            (KEPT / f"{seed}-{file.name}").write_bytes(changed)
            sys.stdout.write(f"{seed}: {wrong[0]}\n")
    return codes, times, bad


def fuzz_packs(number: int, first: int, folder: Path) -> int:
    """Open packs of which bytes were changed; counts those that went wrong."""
    bad, good = 0, packed()
    file = folder / "pak.zip"
    for seed in range(first, first + number):
        file.write_bytes(mutant(good, seed))
        try:
            open_pack(file)
        except Exception:  # noqa: BLE001 - as above
            bad += 1
            KEPT.mkdir(exist_ok=True)
            (KEPT / f"{seed}.zip").write_bytes(file.read_bytes())
            sys.stdout.write(f"{seed}: {traceback.format_exc()}\n")
    return bad


def slowest_pattern() -> tuple[float, str]:
    """Read a mebibyte of every endless pattern; gives the seconds of the slowest one."""
    found = []
    for part in ENDLESS:
        data = part.encode() * (MEBIBYTE // len(part.encode()))
        start = time.perf_counter()
        read_bytes(data, "x.yaml")
        found.append((time.perf_counter() - start, part))
    return max(found)


def main() -> int:
    """Print the figures; gives 1 when anything went wrong."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        codes, times, bad = fuzz(number, first, folder)
        bad_packs = fuzz_packs(min(number, PACKS), first, folder)
    write = sys.stdout.write
    write(f"{number} mutated files from seed {first}: {bad} went wrong\n")
    write(f"{min(number, PACKS)} mutated zips: {bad_packs} went wrong\n")
    write(f"ms a file: median {statistics.median(times) * 1000:.1f}, max {max(times) * 1000:.0f}\n")
    write(f"problems told: {sum(codes.values())} of {len(codes)} kinds\n")
    took, part = slowest_pattern()
    write(f"a mebibyte of the same: {took:.1f} s for the slowest of {len(ENDLESS)}, {part!r}\n")
    for code, count in codes.most_common(12):
        write(f"  {count:>6}  {code}\n")
    return 1 if bad or bad_packs else 0


if __name__ == "__main__":
    sys.exit(main())
