"""Where files of a person go, how such a place is shown, and how it is opened."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME: Final = 60


def own_folder() -> Path:
    """The game's folder among the person's documents; it need not be there yet."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "Dilemmaspel"


def plain_name(title: str) -> str:
    """A title without signs that a system refuses in a name, and not too long; may be empty."""
    return " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:_LONGEST_NAME].strip(" .")


def nearest_folder(path: Path) -> Path:
    """The path or the nearest folder above it that is there; else the person's own."""
    return next((one for one in (path, *path.parents) if one.is_dir()), Path.home())


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's own window; False when that did not work."""
    return folder.is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def breakable(folder: Path) -> str:
    """A path that may go on to a next line behind each of its folders."""
    return re.sub(r"([/\\])", "\\1\u200b", str(folder))
