"""Looks before a session whether the folder of the log will do: room, sync and rights."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from dilemmaspel.game.ids import frozen
from dilemmaspel.texts import Texts, mark

LEAST_FREE: Final = 200 * 1024 * 1024
"""Bytes that a session with pictures, backups and a report needs at the most."""

_MEGABYTE: Final = 1024 * 1024
_SERVICES: Final = (
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("mobile documents", "iCloud"),
    ("icloud", "iCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("synologydrive", "Synology Drive"),
)
_MARKERS: Final = ((".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".owncloudsync.log", ""))
_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


class ConcernKind(StrEnum):
    """What may be wrong with a folder."""

    LOW_SPACE = "low_space"
    SYNCED = "synced"
    NOT_WRITABLE = "not_writable"


@dataclass(frozen=True, slots=True)
class Concern:
    """Something about the folder of the log that is better mended before a session."""

    kind: ConcernKind
    folder: Path
    happened: str
    """What is the matter, as an English template."""
    now: str
    """What to do, as an English template."""
    values: Mapping[str, object] = field(default_factory=frozen)

    @property
    def blocks(self) -> bool:
        """Whether no session can be kept like this."""
        return self.kind is ConcernKind.NOT_WRITABLE

    def text(self, t: Texts) -> str:
        """Say what is the matter and what to do."""
        values = {"folder": self.folder, **self.values}
        return f"{t(self.happened, **values)} {t(self.now, **values)}"


def free_bytes(folder: Path) -> int:
    """The room on the disk of a folder."""
    return shutil.disk_usage(folder).free


def look_around(folder: Path, free: Callable[[Path], int] = free_bytes) -> tuple[Concern, ...]:
    """Everything that is wrong with a folder for the log, the worst first."""
    if not can_write(folder):
        return (_not_writable(folder),)
    return tuple(_lesser(folder, free))


def can_write(folder: Path) -> bool:
    """Whether a file can be made in a folder; the folder itself is made when it is missing."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
            file.flush()
    except (OSError, ValueError):
        return False
    return True


def synced_by(folder: Path) -> str | None:
    """The service that keeps copies of a folder elsewhere, as far as one can see."""
    path = folder.expanduser().absolute()
    return _by_variable(path) or _by_name(path) or _by_marker(path)


def _by_variable(path: Path) -> str | None:
    roots = [os.environ[name] for name in _VARIABLES if os.environ.get(name)]
    return "OneDrive" if any(path.is_relative_to(root) for root in roots) else None


def _by_name(path: Path) -> str | None:
    for part in path.parts:
        for start, service in _SERVICES:
            if part.casefold().lstrip(".").startswith(start):
                return service
    return None


def _by_marker(path: Path) -> str | None:
    for place in (path, *path.parents):
        for name, service in _MARKERS:
            if (place / name).is_file() or (service == "Syncthing" and (place / name).is_dir()):
                return service or "ownCloud"
    return None


def _lesser(folder: Path, free: Callable[[Path], int]) -> Iterator[Concern]:
    if service := synced_by(folder):
        yield Concern(
            ConcernKind.SYNCED,
            folder,
            mark("The folder of the log is kept in step by {service}: {folder}."),
            mark("An older copy can come back over it. Choose a folder on this laptop alone."),
            frozen({"service": service}),
        )
    try:
        room = free(folder)
    except OSError:
        return
    if room < LEAST_FREE:
        yield Concern(
            ConcernKind.LOW_SPACE,
            folder,
            mark("The disk is nearly full: {megabytes} MB free for {folder}."),
            mark("Make room before you start, or choose a folder on another disk."),
            frozen({"megabytes": room // _MEGABYTE}),
        )


def _not_writable(folder: Path) -> Concern:
    return Concern(
        ConcernKind.NOT_WRITABLE,
        folder,
        mark("Nothing can be written in the folder of the log: {folder}."),
        mark("Without a log there is no session. Choose another folder."),
    )
