"""The lock file beside a log: one running game per file, also over a shared folder.

The system holds the lock for as long as the process lives, so a crash leaves nothing behind that
anybody has to clear. The words in the file (process, computer, since) are for the person who is
told that the log is in use, and for other computers, which the system's lock may not reach.
"""

import json
import os
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from dilemmaspel.storage import troubles

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR: Final = 1 << 30
"""Windows locks bytes; one far behind the words leaves those readable."""


class FileLock:
    """Holds `<log>.lock`; made by `acquire`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    @classmethod
    def acquire(cls, log: Path) -> "FileLock":
        """Take the lock of a log; raises StorageTrouble when another game has it."""
        path = lock_path(log)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                if not _take(handle):
                    raise _in_use(log, path)
                if not _is_same(handle, path):
                    os.close(handle)
                    continue
                _refuse_other_computer(log, path)
                _write_owner(handle)
            except BaseException:
                with suppress(OSError):
                    os.close(handle)
                raise
            return cls(path, handle)

    def release(self) -> None:
        """Give the lock back and take the file away."""
        with suppress(OSError):
            if sys.platform == "win32":
                os.close(self._handle)
                self._path.unlink()
            else:
                if _is_same(self._handle, self._path):
                    self._path.unlink()
                os.close(self._handle)


def lock_path(log: Path) -> Path:
    """Where the lock of a log lies."""
    return log.with_name(log.name + ".lock")


def is_held(log: Path) -> bool:
    """Whether a running game has the log open."""
    try:
        handle = os.open(lock_path(log), os.O_RDWR)
    except OSError:
        return False
    try:
        return not _take(handle)
    finally:
        os.close(handle)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_same(handle: int, path: Path) -> bool:
    """Whether the path still leads to the open file: its last owner takes it away."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _owner(path: Path) -> tuple[str, str]:
    """The computer in a lock file and the moment on this one's clock, or question marks."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        since = datetime.fromisoformat(record["since"]).astimezone()
        return str(record["host"]), since.strftime("%Y-%m-%d %H:%M")
    except (OSError, ValueError, KeyError, TypeError):
        return "?", "?"


def _in_use(log: Path, path: Path) -> Exception:
    host, since = _owner(path)
    return troubles.in_use(log, host, since)


def _refuse_other_computer(log: Path, path: Path) -> None:
    host, since = _owner(path)
    if host not in {"?", socket.gethostname()}:
        raise troubles.left_by_other(log, host, since)


def _write_owner(handle: int) -> None:
    owner = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    os.ftruncate(handle, 0)
    os.write(handle, json.dumps(owner).encode())
