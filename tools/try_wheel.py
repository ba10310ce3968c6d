"""Try the wheel as somebody who installs it: in an empty environment, outside the checkout.

    python -m tools.try_wheel --uv uv

Looks into the wheel and the source archive first: every shipped file is in both. Then it installs
the wheel, and lets the installed command check the scenarios, simulate a session, and start the
game for its own test. Exit code 1 at the first thing that is wrong.
"""

import argparse
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dilemmaspel import __version__
from tools.bundling import ROOT, shipped_paths

DIST: Final = ROOT / "dist"
WHEEL: Final = DIST / f"dilemmaspel-{__version__}-py3-none-any.whl"
SOURCE: Final = DIST / f"dilemmaspel-{__version__}.tar.gz"
TRIES: Final = (
    ("--version",),
    ("check", "{scenarios}"),
    ("simulate", "f1-de-schakel"),
    ("simulate", "proefronde", "--json"),
    ("--self-test",),
)


def wanted() -> set[str]:
    """Every file of the scenarios, the assets and the handbook, as it stands in the checkout."""
    paths = [ROOT / name for name in shipped_paths()]
    files = [one for path in paths for one in (path.rglob("*") if path.is_dir() else (path,))]
    return {one.relative_to(ROOT).as_posix() for one in files if one.is_file()}


def missing(names: Iterable[str], inside: str) -> list[str]:
    """The shipped files that are not among the names of an archive, under a folder of it."""
    present = {name.removeprefix(inside) for name in names if name.startswith(inside)}
    return sorted(wanted() - present)


def lacking() -> dict[str, list[str]]:
    """What each of the two archives lacks."""
    with zipfile.ZipFile(WHEEL) as wheel, tarfile.open(SOURCE) as source:
        in_wheel, in_source = wheel.namelist(), source.getnames()
    about = f"dilemmaspel-{__version__}.dist-info/licenses/"
    texts = [one for one in ("LICENSE", "docs/licences.md") if about + one not in in_wheel]
    return {
        WHEEL.name: [*texts, *missing(in_wheel, "dilemmaspel/_data/")],
        SOURCE.name: missing(in_source, f"dilemmaspel-{__version__}/"),
    }


def install(uv: str, folder: Path) -> Path:
    """Install the wheel in a fresh environment, with the versions that we pin; its programs."""
    environment = folder / "environment"
    pins = folder / "pins.txt"
    exported = [uv, "export", "--quiet", "--no-hashes", "--no-emit-project", "--no-default-groups"]
    subprocess.run([*exported, "--output-file", str(pins)], cwd=ROOT, check=True)
    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, environment], check=True)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    python = str(programs / "python")
    command = [uv, "pip", "install", "--quiet", "--python", python, "--constraint", str(pins)]
    subprocess.run([*command, str(WHEEL)], cwd=folder, check=True)
    return programs


def run(programs: Path, words: Iterable[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command far from the checkout, without a screen."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP")
    home = str(folder / "home")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"HOME": home, "USERPROFILE": home, "DILEMMASPEL_HOME": home}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    command = [str(programs / "dilemmaspel"), *words]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def main() -> int:
    """Try everything, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uv", default="uv", help="the uv to ask")
    uv = parser.parse_args().uv
    for archive, names in lacking().items():
        if names:
            print(f"{archive} lacks: {', '.join(names)}")
            return 1
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        programs = install(uv, folder)
        (data,) = (folder / "environment").rglob("dilemmaspel/_data/scenarios")
        for words in TRIES:
            tried = run(programs, [word.format(scenarios=data) for word in words], folder)
            if tried.returncode != 0:
                print(f"dilemmaspel {' '.join(words)} ended with {tried.returncode}:")
                print(tried.stdout + tried.stderr)
                return 1
            print(f"dilemmaspel {' '.join(words)}: fine")
    print(f"{WHEEL.relative_to(ROOT).as_posix()}: {WHEEL.stat().st_size / 1_000_000:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
