"""Renew the exact versions in `pyproject.toml`: the newest that fit, for every system.

    python -m tools.pins --uv uv

Asks uv about a copy without pins. Versions only: no addresses, no hashes.
"""

import argparse
import re
import subprocess
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent / "pyproject.toml"
_PINS: Final = re.compile(r"^constraint-dependencies = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)


def newest(uv: str, project: str) -> tuple[str, ...]:
    """The version of every package that the project asks for, directly or not, in any group."""
    command = [uv, "pip", "compile", "--universal", "--no-header", "--no-annotate", "--quiet"]
    command += [f"--group={group}" for group in tomllib.loads(project)["dependency-groups"]]
    with TemporaryDirectory() as folder:
        (Path(folder) / PROJECT.name).write_text(with_pins(project, ()), encoding="utf-8")
        compiled = subprocess.run(
            [*command, PROJECT.name], cwd=folder, stdout=subprocess.PIPE, text=True, check=True
        )
    return tuple(compiled.stdout.splitlines())


def with_pins(project: str, pins: tuple[str, ...]) -> str:
    """The project file with these pins in place of those that were there."""
    lines = "".join(f'  "{pin}",\n' for pin in pins)
    return _PINS.sub(f"constraint-dependencies = [\n{lines}]\n", project, count=1)


def main() -> None:
    """Renew the pins in place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uv", default="uv", help="the uv to ask")
    uv = parser.parse_args().uv
    project = PROJECT.read_text(encoding="utf-8")
    pins = newest(uv, project)
    PROJECT.write_text(with_pins(project, pins), encoding="utf-8")
    print(f"{len(pins)} versions pinned.")


if __name__ == "__main__":
    main()
