"""Opening the file of a log: is it one, may it be used, and does SQLite keep what it promises."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from dilemmaspel.storage import troubles

APPLICATION_ID: Final = 0x44494C45
"""'DILE' in the header of the file: this is a log of ours."""

LOG_VERSION: Final = 2
"""The version of the tables; a file with a higher one is refused, unchanged."""

WAIT_MS: Final = 5_000
"""How long another program may keep the file locked before anybody hears of it."""

_SETTINGS: Final = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "locking_mode": "normal",
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "busy_timeout": WAIT_MS,
}
_HEADER: Final = b"SQLite format 3\x00"

Identity = tuple[int, int]


def identity(path: Path) -> Identity | None:
    """The file that a path leads to, as device and inode; None when it leads nowhere."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def check_kind(path: Path) -> int:
    """Return the version of the log at `path`, reading only; raises StorageTrouble."""
    try:
        if not path.exists():
            raise troubles.missing_file(path)
        if not path.is_file() or not starts_like_sqlite(path):
            raise troubles.wrong_file(path)
    except OSError as error:
        raise troubles.cannot_open(path) from error
    with reading(path) as conn:
        (application,) = conn.execute("PRAGMA application_id").fetchone()
        (version,) = conn.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise troubles.wrong_file(path)
    if version > LOG_VERSION:
        raise troubles.newer_file(path, version)
    return int(version)


def starts_like_sqlite(path: Path) -> bool:
    """Whether a file begins as every SQLite file does."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def writer(path: Path) -> sqlite3.Connection:
    """Open an existing file for writing, with every setting read back; raises StorageTrouble."""
    conn = _connect(path)
    try:
        for name, value in _SETTINGS.items():
            conn.execute(f"PRAGMA {name}={value}")
            if conn.execute(f"PRAGMA {name}").fetchone()[0] != value:
                raise troubles.weak_settings(path, name)
    except sqlite3.Error as error:
        conn.close()
        raise troubles.trouble_of(error, path) from None
    except BaseException:
        conn.close()
        raise
    return conn


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an existing file to read in it, beside a game that may be writing.

    A file that was cut off by a crash is put right by SQLite first, so it must be writable;
    where it is not, it is read as it is. Raises StorageTrouble.
    """
    conn = None
    try:
        conn = _connect(path)
        conn.execute(f"PRAGMA busy_timeout={WAIT_MS}")
        conn.execute("PRAGMA trusted_schema=0")
        conn.execute("PRAGMA query_only=1")
        yield conn
    except sqlite3.Error as error:
        raise troubles.trouble_of(error, path) from error
    except UnicodeDecodeError as error:
        raise troubles.damaged(path) from error
    finally:
        if conn is not None:
            conn.close()


def _connect(path: Path) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    try:
        return sqlite3.connect(
            f"{uri}?mode=rw", uri=True, isolation_level=None, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise troubles.cannot_open(path) from error


def create(path: Path) -> None:
    """Make a new, complete log at `path`, for its owner only; all of it or nothing."""
    from dilemmaspel.storage.migrations import upgrade

    half = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            half.unlink()
        os.close(os.open(half, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        conn = writer(half)
        try:
            upgrade(conn)
        finally:
            conn.close()
        half.with_name(half.name + "-journal").unlink(missing_ok=True)
        half.replace(path)
        sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise troubles.cannot_open(path) from error


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
