"""Hears when files change, whatever way an editor saves them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from dilemmaspel.desktop.widgets.timing import once

_SETTLE_MS: Final = 120
"""Editors write in several steps; who listens hears of it once, when they are done."""


class Watcher(QObject):
    """Watches files, and the folders they stand in: a file that is replaced is a new one.

    Folders are watched for files that come, go or change in them, such as pictures. Nothing is
    said when only something else in a folder changed.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[Path, ...] = ()
        self._folders: tuple[Path, ...] = ()
        self._seen: object = None
        self._system = QFileSystemWatcher(self)
        self._settle = once(self, _SETTLE_MS, self._on_settled)
        self._system.fileChanged.connect(self._on_noise)
        self._system.directoryChanged.connect(self._on_noise)

    def watch(self, files: Iterable[Path], folders: Iterable[Path] = ()) -> None:
        """Watch these files, and all that stands in these folders, from now on."""
        self._files, self._folders = tuple(files), tuple(folders)
        self._seen = self._stamp()
        self._listen()

    def _listen(self) -> None:
        """Ask the system again for what it forgot because it was away for a moment."""
        parents = (file.parent for file in self._files)
        wanted = {str(one) for one in (*self._files, *self._folders, *parents) if one.exists()}
        known = {*self._system.files(), *self._system.directories()}
        if fresh := sorted(wanted - known):
            self._system.addPaths(fresh)

    def _on_noise(self) -> None:
        self._settle.start()

    def _on_settled(self) -> None:
        self._listen()
        stamp = self._stamp()
        if stamp != self._seen:
            self._seen = stamp
            self.changed.emit()

    def _stamp(self) -> object:
        inside = (file for folder in self._folders for file in _inside(folder))
        return [(file, _state(file)) for file in (*self._files, *inside)]


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _state(file: Path) -> object:
    try:
        facts = file.stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino
