"""What can go wrong with the file of the log, in words: what happened, what is lost, what now."""

import sqlite3
from pathlib import Path

from dilemmaspel.journal import NOT_COUNTED
from dilemmaspel.session import StorageTrouble
from dilemmaspel.texts import mark

_NOTHING_LOST = mark("Nothing is lost; the file was not changed.")
_UPDATE = mark("Update Dilemmaspel, and open it again.")

_FULL, _BUSY, _READ_ONLY = {sqlite3.SQLITE_FULL}, {sqlite3.SQLITE_BUSY}, {sqlite3.SQLITE_READONLY}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_PRIMARY_CODE = 0xFF


def trouble_of(error: Exception, path: Path) -> StorageTrouble:
    """Say in words what SQLite or the system said while something was being saved."""
    code = _code(error)
    if code in _FULL:
        return StorageTrouble(
            mark("The disk with the log is full."),
            NOT_COUNTED,
            mark("Make room on the disk of {path}; then it goes on by itself."),
            path=path,
        )
    if code in _BUSY:
        return StorageTrouble(
            mark("Another program keeps the log locked."),
            NOT_COUNTED,
            mark("Close the program that has {path} open, and try it once more."),
            path=path,
        )
    if code in _READ_ONLY or isinstance(error, PermissionError):
        return StorageTrouble(
            mark("The log cannot be written: its folder allows no changes."),
            NOT_COUNTED,
            mark("Allow changes in {folder}, or choose another folder in the settings."),
            folder=path.parent,
        )
    if code in _DAMAGED:
        return damaged(path)
    return StorageTrouble(
        mark("The log could not be written: the disk does not answer as it should."),
        NOT_COUNTED,
        mark("Check the disk of {path}; then try it once more."),
        path=path,
    )


def is_busy(error: Exception) -> bool:
    """Whether another program had the file locked, so that nothing was written at all."""
    return _code(error) in _BUSY


def _code(error: Exception) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY_CODE


def damaged(path: Path) -> StorageTrouble:
    """The file is a log, but can no longer be read."""
    return StorageTrouble(
        mark("The log {path} is damaged."),
        mark("What is damaged may be lost; the backups are not."),
        mark("Put it aside, and put the newest file from the folder backups in its place."),
        path=path,
    )


def gone(path: Path, rescued: Path | None) -> StorageTrouble:
    """The path no longer leads to the file that is open; a copy may have been saved."""
    happened = mark("The log {path} was moved, deleted or replaced while the game was using it.")
    if rescued is None:
        now = mark("Put the file back, or start the game again with the newest backup.")
        return StorageTrouble(happened, NOT_COUNTED, now, path=path)
    now = mark("Everything is saved in {rescued}: start the game again and open that file.")
    return StorageTrouble(happened, NOT_COUNTED, now, path=path, rescued=rescued)


def changed_elsewhere(path: Path) -> StorageTrouble:
    """The file holds something else than this program wrote last."""
    return StorageTrouble(
        mark("Another program changed the log {path} while the game was using it."),
        NOT_COUNTED,
        mark("Stop that program, start the game again and let it check the log."),
        path=path,
    )


def wrong_file(path: Path) -> StorageTrouble:
    """The file is something else."""
    return StorageTrouble(
        mark("{path} is not a log of Dilemmaspel."),
        _NOTHING_LOST,
        mark("Choose a file that the game made itself, or a new name."),
        path=path,
    )


def same_file(path: Path) -> StorageTrouble:
    """A log was to be taken into itself."""
    return StorageTrouble(
        mark("{path} is the log itself, so there is nothing to add."),
        _NOTHING_LOST,
        mark("Choose the log of another laptop."),
        path=path,
    )


def damaged_other(path: Path) -> StorageTrouble:
    """A log of another laptop cannot be read to its end."""
    return StorageTrouble(
        mark("{path} is damaged or was not closed properly, so nothing of it was added."),
        _NOTHING_LOST,
        mark("Open the log on its own laptop first, and copy it once more."),
        path=path,
    )


def newer_file(path: Path, version: int) -> StorageTrouble:
    """The file was made by a later release."""
    return StorageTrouble(
        mark("The log {path} was made by a newer version of Dilemmaspel (log version {version})."),
        _NOTHING_LOST,
        _UPDATE,
        path=path,
        version=version,
    )


def in_use(path: Path, host: str, since: str) -> StorageTrouble:
    """Another running game has the file."""
    return StorageTrouble(
        mark("The log {path} is in use by another Dilemmaspel, on {host} since {since}."),
        _NOTHING_LOST,
        mark("Go on in that window, or close it first."),
        path=path,
        host=host,
        since=since,
    )


def left_by_other(path: Path, host: str, since: str) -> StorageTrouble:
    """Another computer seems to have the file, or crashed with it."""
    return StorageTrouble(
        mark("The log {path} is in use on another computer, {host}, since {since}."),
        _NOTHING_LOST,
        mark("Close the game there. If it runs there no longer, delete {path}.lock."),
        path=path,
        host=host,
        since=since,
    )


def still_running(path: Path) -> StorageTrouble:
    """What is in use cannot be erased."""
    return StorageTrouble(
        mark("This session is still running, so it cannot be erased."),
        _NOTHING_LOST,
        mark("Leave the session first; then erase it from the archive."),
        path=path,
    )


def missing_file(path: Path) -> StorageTrouble:
    """There is no such file."""
    return StorageTrouble(
        mark("There is no log {path}."), "", mark("Check the name of the file."), path=path
    )


def cannot_open(path: Path) -> StorageTrouble:
    """The file or its folder cannot be used."""
    return StorageTrouble(
        mark("The log {path} cannot be opened."),
        _NOTHING_LOST,
        mark("Check that you may change the files in {folder}, or choose another folder."),
        path=path,
        folder=path.parent,
    )


def weak_settings(path: Path, name: str) -> StorageTrouble:
    """SQLite did not take a setting without which votes could be lost."""
    return StorageTrouble(
        mark("The log {path} cannot be kept safe here: the setting {name} was not taken."),
        _NOTHING_LOST,
        mark("Choose another folder for the log, on a disk of this laptop."),
        path=path,
        name=name,
    )


def changed_event(path: Path, seq: int) -> StorageTrouble:
    """One event of a session is not as it was written."""
    return StorageTrouble(
        mark("Event {seq} of the log {path} was changed, or something before it was."),
        mark("The other sessions in the log are not touched."),
        mark("Open the newest backup, and let `dilemmaspel verify` look at this file."),
        path=path,
        seq=seq,
    )


def unreadable_event(path: Path, seq: int) -> StorageTrouble:
    """One event of a session says something that this program does not understand."""
    return StorageTrouble(
        mark("Event {seq} of the log {path} cannot be read by this version."),
        _NOTHING_LOST,
        _UPDATE,
        path=path,
        seq=seq,
    )


def unknown_session(path: Path, session: str) -> StorageTrouble:
    """The log has no such session."""
    return StorageTrouble(
        mark("The log {path} has no session {session}."),
        "",
        mark("`dilemmaspel sessions` lists the ones it has."),
        path=path,
        session=session,
    )


def erased_session(path: Path) -> StorageTrouble:
    """The session was erased on purpose."""
    return StorageTrouble(
        mark("This session was erased from the log {path}."),
        mark("Its chain is still there; what was said and voted is gone, as somebody wanted."),
        mark("Choose another session."),
        path=path,
    )


def no_backup(path: Path, folder: Path) -> StorageTrouble:
    """A copy of the log could not be made."""
    return StorageTrouble(
        mark("No backup of the log {path} could be made."),
        mark("The log itself is safe, and so are the older backups."),
        mark("Make room in {folder}, or see that you may write there."),
        path=path,
        folder=folder,
    )
