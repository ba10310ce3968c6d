"""What goes into the bundle, for `build.spec`: the same on Linux, Windows and macOS.

The lists say what is wanted, not what is unwanted, wherever a new version of Qt could bring more.
Nothing here needs PyInstaller, so that the suite can test it without building.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Final

from dilemmaspel import __version__

ROOT: Final = Path(__file__).resolve().parent.parent
NAME: Final = "Dilemmaspel"
BUNDLE_ID: Final = "nl.dilemmaspel.Dilemmaspel"
"""The name that desktops know the program by: bundle id, desktop entry and metainfo."""

DESCRIPTION: Final = "Dilemmaspel"
COPYRIGHT: Final = "EUPL-1.2; scenario's en tekeningen CC BY-SA 4.0"
LOCAL_NETWORK: Final = (
    "Dilemmaspel laat telefoons in dezelfde zaal meestemmen. Er gaat niets naar internet."
)

_INSIDE: Final = "dilemmaspel/_data"
_FOR_MAKERS: Final = frozenset({".po", ".pot"})

LEFT_OUT: Final = (
    "_pyrepl",
    "curses",
    "distutils",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "pdb",
    "pip",
    "pkg_resources",
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "pydoc",
    "pydoc_data",
    "setuptools",
    "sqlite_utils.cli",
    "tabulate",
    "test",
    "tkinter",
    "turtle",
    "unittest",
    "venv",
    "wheel",
)
"""Modules that some import mentions and that the game never uses."""

QT_PLUGINS: Final = (
    "iconengines/*qsvgicon*",
    "imageformats/*qjpeg*",
    "imageformats/*qsvg*",
    "imageformats/*qwebp*",
    "platforminputcontexts/*compose*",  # an accent typed as two keys
    "platforminputcontexts/*ibus*",
    "platforms/*qcocoa*",
    "platforms/*qoffscreen*",  # the self-test, and commands that draw
    "platforms/*qwayland*",
    "platforms/*qwindows*",
    "platforms/*qxcb*",
    "platformthemes/*xdgdesktopportal*",  # the system's own window to choose a file
    "styles/*",
    "wayland-decoration-client/*",
    "wayland-shell-integration/*xdg-shell*",
)
QT_WORDS: Final = ("qtbase_nl.qm",)
"""Qt's own words; English stands in its code."""

UNUSED_LIBRARIES: Final = (
    "libQt6EglFS*",
    "libgtk-3*",
    "libgdk-3*",
    "*Qt6Pdf*",
    "*Qt6Qml*",
    "*Qt6Quick*",
    "*Qt6VirtualKeyboard*",
    "opengl32sw.dll",  # 20 MB for drawing in three dimensions without a graphics card
)


def own_modules() -> list[str]:
    """Every module of the game, also those that are only imported by a name in a text."""
    files = sorted((ROOT / "dilemmaspel").rglob("*.py"))
    names = (file.relative_to(ROOT).with_suffix("").parts for file in files)
    return [".".join(name).removesuffix(".__init__") for name in names if name[-1] != "__main__"]


def data_files() -> list[tuple[str, str]]:
    """Every shipped file and the folder it gets in the bundle, as PyInstaller wants them."""
    found = []
    for shipped in shipped_paths():
        for file in _files(ROOT / shipped):
            folder = PurePosixPath(_INSIDE) / file.relative_to(ROOT).parent.as_posix()
            found.append((str(file), str(folder)))
    return found


def shipped_paths() -> tuple[str, ...]:
    """The folders and files beside the code that go with it: those of the wheel."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    return tuple(path for path in wheel["only-include"] if path != "dilemmaspel")


def _files(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
        if file.is_file() and file.suffix not in _FOR_MAKERS and not file.name.startswith("."):
            yield file


def is_wanted(name: str) -> bool:
    """Whether a file that PyInstaller collected is used; `name` is its place in the bundle."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = path.parts
    if any(fnmatch(path.name, pattern) for pattern in UNUSED_LIBRARIES):
        return False
    if "plugins" in parts:
        inside = "/".join(parts[parts.index("plugins") + 1 :])
        return any(fnmatch(inside, pattern) for pattern in QT_PLUGINS)
    return path.suffix != ".qm" or path.name in QT_WORDS


def reached(roots: Iterable[str], needs: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """Every library that the roots need, directly or not; `needs` tells what one file needs.

    A plugin that is left out may have been the only one to need a library, and its libraries.
    """
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        new = set(needs(waiting.pop())) - found
        found |= new
        waiting += new
    return frozenset(found)


def is_linked_to(name: str) -> bool:
    """Whether a library is only there for others; plugins, modules and Python itself are not."""
    return re.match(r"lib(?!q|python).*\.so\.\d", name) is not None


def with_debug_symbols(folder: Path) -> list[Path]:
    """The libraries of a bundle for Linux that may be far larger than what they do; never Qt's."""
    return sorted(
        file
        for file in (folder / "_internal").rglob("*.so*")
        if not file.is_symlink() and "PySide6" not in file.parts
    )


def version_parts(version: str = __version__) -> tuple[int, int, int, int]:
    """The four numbers that Windows wants; what is no number counts as 0."""
    numbers = [int(number) for number in re.findall(r"\d+", version)][:4]
    one, two, three, four = (*numbers, 0, 0, 0, 0)[:4]
    return one, two, three, four


def version_resource(file_name: str) -> str:
    """What Windows shows of the program, in the form of PyInstaller's version file."""
    words = {
        "CompanyName": NAME,
        "FileDescription": DESCRIPTION,
        "FileVersion": __version__,
        "InternalName": file_name,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{file_name}.exe",
        "ProductName": NAME,
        "ProductVersion": __version__,
    }
    strings = ",\n        ".join(f"StringStruct({k!r}, {v!r})" for k, v in words.items())
    return f"""\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={version_parts()}, prodvers={version_parts()}, mask=0x3F, flags=0x0, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([
      StringTable('041304B0', [
        {strings},
      ])
    ]),
    VarFileInfo([VarStruct('Translation', [0x0413, 0x04B0])]),
  ],
)
"""


def info_plist() -> Mapping[str, object]:
    """What macOS wants to know of the program."""
    return {
        "CFBundleDevelopmentRegion": "nl",
        "CFBundleDisplayName": NAME,
        "CFBundleLocalizations": ["nl", "en"],
        "CFBundleShortVersionString": __version__,
        "CFBundleVersion": ".".join(str(part) for part in version_parts()[:3]),
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": COPYRIGHT,
        "NSLocalNetworkUsageDescription": LOCAL_NETWORK,
        "NSRequiresAquaSystemAppearance": True,  # its colours are its own, also at night
    }
