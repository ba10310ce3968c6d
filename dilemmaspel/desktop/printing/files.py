"""Puts a file in its place, whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import mark


def put_file(path: Path, data: bytes) -> None:
    """Write a file beside its place, sync it, and move it there.

    An older file of that name is replaced. Raises EnvironmentTrouble with what to do.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise _trouble(path, error) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(0o644)
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def _trouble(path: Path, error: OSError) -> EnvironmentTrouble:
    lost = mark("Nothing is lost: what stood there before is still there.")
    if error.errno == errno.ENOSPC:
        return EnvironmentTrouble(
            mark("The disk is full, so {file} could not be made."),
            lost,
            mark("Make room, or choose another folder."),
            file=path.name,
        )
    if os.access(path, os.F_OK) and os.access(path.parent, os.W_OK):
        return EnvironmentTrouble(
            mark("{file} could not be replaced; it may be open in another program."),
            lost,
            mark("Close it there, and make the PDFs again."),
            file=path.name,
        )
    return EnvironmentTrouble(
        mark("{file} cannot be written in {folder}: {reason}."),
        lost,
        mark("Choose another folder, such as your documents."),
        file=path.name,
        folder=path.parent,
        reason=error.strerror or type(error).__name__,
    )
