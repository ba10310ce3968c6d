"""Copies of the log: made whole or not at all, checked, and kept by date."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dilemmaspel.storage import opening, troubles

KEPT: Final = 10
"""How many backups stay; the oldest go first."""

_FOLDER: Final = "backups"
_HALF: Final = ".half"


def backups_of(log: Path) -> tuple[Path, ...]:
    """The backups of a log, the newest first."""
    return tuple(sorted(folder_of(log).glob(f"{log.stem}-*{log.suffix}"), reverse=True))


def folder_of(log: Path) -> Path:
    """Where the backups of a log lie."""
    return log.parent / _FOLDER


def copies_of(log: Path) -> tuple[Path, ...]:
    """Every copy of a log that the program ever made beside it: backups, and what was rescued."""
    stem, suffix = log.stem, log.suffix
    beside = log.parent.glob(f"{stem}-rescued-*{suffix}")
    before = folder_of(log).glob(f"before-{stem}-*{suffix}")
    return (*backups_of(log), *sorted(before), *sorted(beside))


def back_up(log: Path, keep: int = KEPT) -> Path:
    """Copy the log, also while a game writes in it, check the copy, and let the oldest go.

    Returns the new copy. Raises StorageTrouble; the backups there were are then untouched.
    """
    with opening.reading(log) as conn:
        made = _copy(conn, log, folder_of(log) / f"{log.stem}-{_stamp()}{log.suffix}")
    for old in backups_of(log)[keep:]:
        with suppress(OSError):
            old.unlink()
    return made


def copy_aside(conn: sqlite3.Connection, log: Path, why: str) -> Path:
    """Copy the log before something happens to it; not counted among the rotated backups."""
    return _copy(conn, log, folder_of(log) / f"before-{log.stem}-{why}-{_stamp()}{log.suffix}")


def rescue(conn: sqlite3.Connection, log: Path) -> Path | None:
    """Save what an open file holds whose name is gone; None when that fails too."""
    for folder in (log.parent, Path.home()):
        if folder.is_dir():
            with suppress(Exception):
                return _copy(conn, log, folder / f"{log.stem}-rescued-{_stamp()}{log.suffix}")
    return None


def _copy(conn: sqlite3.Connection, log: Path, target: Path) -> Path:
    half = target.with_name(target.name + _HALF)
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sweep(target.parent)
        os.close(os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(sqlite3.connect(half)) as copy:
            conn.backup(copy)
            copy.execute("PRAGMA journal_mode=delete")
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok":
            raise troubles.damaged(log)
        _sync(half)
        half.replace(target)
        opening.sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise troubles.no_backup(log, target.parent) from error
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
    return target


def _sweep(folder: Path) -> None:
    """Take away copies that a crash left half-made."""
    for half in folder.glob(f"*{_HALF}"):
        half.unlink(missing_ok=True)


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
