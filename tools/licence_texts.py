"""The full licence texts that go into the bundle, in its folder `licences`."""

import sysconfig
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Final

from tools.parts import EVERYWHERE, ROOT, packages

FOLDER: Final = "licences"
_OURS: Final = (
    ("LICENSE", "Dilemmaspel"),
    ("docs/licences.md", ""),
    ("assets/fonts/OFL.txt", "Atkinson-Hyperlegible-Next"),
    ("packaging/licences/LGPL-3.txt", "Qt"),
    ("packaging/licences/GPL-3.txt", "Qt"),
    ("packaging/licences/LGPL-2.1.txt", "libraries-of-GNU"),
)
_SAY_SO: Final = ("licen", "copying", "notice")


def licence_texts() -> list[tuple[str, str]]:
    """Every text and the folder it gets in the bundle, as PyInstaller wants them."""
    found = [(str(ROOT / name), f"{FOLDER}/{folder}".rstrip("/")) for name, folder in _OURS]
    for package in packages():
        if package.where == EVERYWHERE:
            found += [(str(file), f"{FOLDER}/{package.name}") for file in texts_of(package.name)]
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.is_file():  # not everywhere in the same place
        found.append((str(python), f"{FOLDER}/Python"))
    return found


def texts_of(package: str) -> Iterator[Path]:
    """The licence files that an installed package brings; Qt's packages bring none."""
    for file in metadata.files(package) or []:
        path = PurePosixPath(file)
        inside = len(path.parts) > 1 and path.parts[0].endswith(".dist-info")
        if inside and any(word in path.name.lower() for word in _SAY_SO):
            yield Path(str(file.locate()))
