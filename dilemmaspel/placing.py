"""Puts a file in its place, whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from dilemmaspel.problems import EnvironmentTrouble, reason_of
from dilemmaspel.texts import mark

_LOST: Final = mark("Nothing is lost: what stood there before is still there.")
_OUT_OF_ROOM: Final = {errno.ENOSPC, errno.EDQUOT} if os.name != "nt" else {errno.ENOSPC}


class TakenError(EnvironmentTrouble):
    """The file is there already and another program holds it; `free` is a name that is not."""

    def __init__(self, path: Path) -> None:
        self.free = free_name(path)
        super().__init__(
            mark("{file} could not be replaced; it may be open in another program."),
            _LOST,
            mark("Close it there and try again, or use the name {free}."),
            file=path.name,
            free=self.free.name,
        )


def free_name(path: Path) -> Path:
    """The first of name-2, name-3 and so on that nothing has."""
    number = 2
    while (other := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    return other


@contextmanager
def placing(path: Path) -> Iterator[Path]:
    """Give a fresh file beside `path` to fill; at the end it is synced and moved there.

    An older file of that name is replaced. When the block is left by an error, or is not
    finished, nothing stays behind. Raises EnvironmentTrouble with what to do.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        os.close(handle)
        with _gone_unless_moved(Path(name)) as fresh:
            yield fresh
            _settle(fresh, path)
    except OSError as error:
        raise _trouble(path, error) from error


def put_file(path: Path, data: bytes) -> None:
    """Write a whole file in its place; raises EnvironmentTrouble as `placing` does."""
    with placing(path) as fresh:
        fresh.write_bytes(data)


@contextmanager
def _gone_unless_moved(fresh: Path) -> Iterator[Path]:
    try:
        yield fresh
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _settle(fresh: Path, path: Path) -> None:
    with fresh.open("rb+") as file:
        os.fsync(file.fileno())
    fresh.chmod(0o644)
    fresh.replace(path)


def _trouble(path: Path, error: OSError) -> EnvironmentTrouble:
    if error.errno in _OUT_OF_ROOM:
        return EnvironmentTrouble(
            mark("The disk is full, so {file} could not be made."),
            _LOST,
            mark("Make room, or choose another folder."),
            file=path.name,
        )
    if os.access(path, os.F_OK) and os.access(path.parent, os.W_OK):
        return TakenError(path)
    return EnvironmentTrouble(
        mark("{file} cannot be written in {folder}: {reason}."),
        _LOST,
        mark("Choose another folder, such as your documents."),
        file=path.name,
        folder=path.parent,
        reason=reason_of(error),
    )
