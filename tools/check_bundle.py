"""Check a bundle right after it was built: complete, nothing unwanted, every library listed.

    python -m tools.check_bundle

Prints its size. Exit code 1 when something is wrong, with what and how to mend it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tools.bundling import NAME, ROOT, data_files, is_linked_to, is_wanted
from tools.licence_texts import licence_texts
from tools.parts import family_of

FOLDER: Final = ROOT / "dist" / NAME


def problems(inside: Path) -> Iterator[str]:
    """What is wrong with the contents of a bundle, one sentence each."""
    for source, folder in [*data_files(), *licence_texts()]:
        if not (inside / folder / Path(source).name).is_file():
            yield f"missing: {folder}/{Path(source).name}"
    for file in sorted(inside.rglob("*")):
        name = file.relative_to(inside).as_posix()
        if file.is_symlink() and not file.exists():
            yield f"leads nowhere: {name}"
        elif file.is_file() and not is_wanted(name):
            yield f"not wanted: {name}"
        elif is_linked_to(file.name) and not family_of(file.name):
            yield f"without a licence in FAMILIES of tools/parts.py: {name}"


def megabytes(folder: Path) -> float:
    """The size of all files, in millions of bytes; a link counts as nothing."""
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return sum(file.stat().st_size for file in files) / 1_000_000


def main() -> int:
    """Check the bundle that `make bundle` made."""
    found = list(problems(FOLDER / "_internal"))
    for problem in found:
        print(problem)
    if not found:
        print(f"{FOLDER.relative_to(ROOT).as_posix()}: {megabytes(FOLDER):.0f} MB, complete.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
