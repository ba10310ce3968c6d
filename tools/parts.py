"""What the game is made of, with the licence of each part: for the licence list and the SBOM.

Packages come from their own metadata and from the pins, for every system that the game runs on.
What is no package stands here by hand.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from packaging.markers import Marker
from packaging.requirements import Requirement

from dilemmaspel import __version__
from tools.bundling import LEFT_OUT

ROOT: Final = Path(__file__).resolve().parent.parent

ALLOWED: Final = frozenset(
    {
        "0BSD",
        "AFL-2.1",
        "Apache-2.0",
        "Apache-2.0 AND MIT",
        "blessing",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "bzip2-1.0.6",
        "CC-BY-SA-4.0",
        "CC0-1.0",
        "EUPL-1.2",
        "FTL",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "GPL-3.0-or-later WITH GCC-exception-3.1",
        "HPND",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "libpng-2.0",
        "LicenseRef-Microsoft-Redistributable",
        "MIT",
        "OFL-1.1",
        "PSF-2.0",
        "Python-2.0",
        "Unicode-3.0",
        "X11",
        "Zlib",
    }
)
"""The licences (SPDX) that may be part of what we hand out under the EUPL.

Microsoft lets makers of programs hand out its runtime along with them, unchanged.
"""

_NAMES: Final = {
    "Apache 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: Public Domain": "CC0-1.0",
}
"""How some packages write what SPDX writes otherwise."""

_CHOSEN: Final = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}
"""Which licence we take where the maker offers several."""

_SYSTEMS: Final = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
)
_PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")


EVERYWHERE: Final = "bundle and package"


class Kind(StrEnum):
    """What a part is, in the words of CycloneDX."""

    LIBRARY = "library"
    FRAMEWORK = "framework"
    DATA = "data"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what we hand out; `version` is empty where the builder's machine decides it."""

    name: str
    version: str
    licence: str
    kind: Kind = Kind.LIBRARY
    where: str = EVERYWHERE
    """Which of what we hand out holds it."""

    needs: tuple[str, ...] = ()
    """The packages that a package needs."""

    is_package: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """Libraries of the system that a bundle for Linux takes along; `files` begin their names."""

    name: str
    licence: str
    files: tuple[str, ...]


FAMILIES: Final = (
    Family("Brotli", "MIT", ("libbrotli",)),
    Family("bzip2", "bzip2-1.0.6", ("libbz2",)),
    Family("D-Bus", "AFL-2.1", ("libdbus-1",)),
    Family("Expat", "MIT", ("libexpat",)),
    Family("Fontconfig", "HPND", ("libfontconfig",)),
    Family("FreeType", "FTL", ("libfreetype",)),
    Family("GCC runtime", "GPL-3.0-or-later WITH GCC-exception-3.1", ("libgcc_s", "libstdc++")),
    Family("GLib", "LGPL-2.1-or-later", ("libglib-2.0", "libgthread-2.0")),
    Family("libbsd and libmd", "BSD-3-Clause", ("libbsd", "libmd")),
    Family("libcap", "BSD-3-Clause", ("libcap",)),
    Family("libffi", "MIT", ("libffi",)),
    Family("libgcrypt and libgpg-error", "LGPL-2.1-or-later", ("libgcrypt", "libgpg-error")),
    Family("libpng", "libpng-2.0", ("libpng",)),
    Family("libsystemd", "LGPL-2.1-or-later", ("libsystemd",)),
    Family("libuuid", "BSD-3-Clause", ("libuuid",)),
    Family("libxkbcommon", "MIT", ("libxkbcommon",)),
    Family("LZ4", "BSD-2-Clause", ("liblz4",)),
    Family("OpenSSL", "Apache-2.0", ("libcrypto", "libssl")),
    Family("PCRE2", "BSD-3-Clause", ("libpcre2",)),
    Family("Python", "Python-2.0", ("libpython",)),
    Family("SQLite", "blessing", ("libsqlite3",)),
    Family("X11 and XCB", "X11", ("libX", "libxcb")),
    Family("XZ Utils", "0BSD", ("liblzma",)),
    Family("zlib", "Zlib", ("libz.",)),
    Family("Zstandard", "BSD-3-Clause", ("libzstd",)),
)

_OF_QT: Final = ("libQt6", "libicu", "libpyside6", "libshiboken6")
_ON_EVERY_SYSTEM: Final = frozenset(
    {"Python", "OpenSSL", "SQLite", "Expat", "libffi", "bzip2", "zlib"}
)


def parts() -> tuple[Part, ...]:
    """Everything that the game is made of: our own, packages, and what comes with them."""
    return (*_own(), *packages(), *_brought_along())


def packages() -> tuple[Part, ...]:
    """Every package that an installed game needs on some system, by name, with its pin."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pins = dict(_pins(project))
    found: dict[str, Part] = {}
    waiting = [Requirement(one) for one in project["project"]["dependencies"]]
    while waiting:
        name = canonical(waiting.pop().name)
        if name not in found:
            needed = _needed_by(name)
            where = "package only" if name.replace("-", "_") in LEFT_OUT else EVERYWHERE
            found[name] = Part(
                name=name,
                version=pins[name],
                licence=licence_of(name),
                where=where,
                needs=tuple(sorted({canonical(one.name) for one in needed})),
                is_package=True,
            )
            waiting += needed
    return tuple(found[name] for name in sorted(found))


def canonical(name: str) -> str:
    """The one way of writing a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(package: str) -> str:
    """The licence of a package as its maker states it, or the one we chose of several.

    Raises ValueError when the maker does not offer what we chose, PackageNotFoundError when the
    package is not installed here.
    """
    about = metadata.metadata(package)
    classes = [one for one in about.get_all("Classifier", []) if one.startswith("License ::")]
    stated = [*about.get_all("License-Expression", []), *about.get_all("License", []), *classes]
    said = next((one for one in stated if one), "")
    chosen = _CHOSEN.get(package)
    if chosen is not None and chosen not in said.split(" OR "):
        raise ValueError(f"{package} is offered under “{said}”, not under {chosen}.")
    return chosen or _NAMES.get(said, said)


def family_of(library: str) -> str:
    """The name under which a library of a bundle stands in the list; empty when it does not."""
    if library.startswith(_OF_QT):
        return "Qt"
    named = (one.name for one in FAMILIES if library.startswith(one.files))
    return next(named, "")


def _own() -> tuple[Part, ...]:
    return (
        Part("Dilemmaspel", __version__, "EUPL-1.2"),
        Part("Scenarios and drawings of Dilemmaspel", __version__, "CC-BY-SA-4.0", Kind.DATA),
        Part("Atkinson Hyperlegible Next (typeface)", "5.3.0", "OFL-1.1", Kind.FILE),
    )


def _brought_along() -> Iterator[Part]:
    qt = dict(_pins(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))))
    yield Part("Qt", qt["pyside6-essentials"], "LGPL-3.0-only", Kind.FRAMEWORK)
    yield Part("ICU (in Qt, on Linux)", "", "Unicode-3.0")
    bootloader = "GPL-2.0-or-later WITH Bootloader-exception"
    yield Part("PyInstaller (the starter)", qt["pyinstaller"], bootloader, where="bundle")
    yield Part(
        "Microsoft Visual C++ runtime",
        "",
        "LicenseRef-Microsoft-Redistributable",
        where="bundle for Windows",
    )
    for family in FAMILIES:
        where = "bundle" if family.name in _ON_EVERY_SYSTEM else "bundle for Linux"
        yield Part(family.name, "", family.licence, where=where)


def _pins(project: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for pin in project["tool"]["uv"]["constraint-dependencies"]:
        name, version = pin.split(";")[0].split("==")
        yield canonical(name), version.strip()


def _needed_by(package: str) -> list[Requirement]:
    wanted = [Requirement(one) for one in metadata.requires(package) or []]
    return [one for one in wanted if one.marker is None or _holds_somewhere(one.marker)]


def _holds_somewhere(marker: Marker) -> bool:
    """Whether some system that the game runs on fulfils the condition, without extras."""
    return any(
        marker.evaluate({**system, "python_version": python, "extra": ""})
        for system in _SYSTEMS
        for python in _PYTHONS
    )
