import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dilemmaspel.game.commands import Join
from dilemmaspel.session import Session, StorageTrouble
from dilemmaspel.storage import backup
from dilemmaspel.storage.backup import back_up, backups_of, folder_of
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.verify import verify
from tests.session.room import a_start, ask


def test_a_backup_holds_everything_and_can_be_opened(log: LogFile, session: Session) -> None:
    ask(session, a_start())
    ask(session, Join())
    made = back_up(log.path)
    assert verify(made).is_fine
    copy = open_log(made)
    assert len(copy.load("s1").state.seats) == 1
    copy.close()


def test_a_backup_belongs_to_its_owner_alone(log: LogFile) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    assert back_up(log.path).stat().st_mode & 0o777 == 0o600


def test_the_game_goes_on_while_a_backup_is_made(log: LogFile, session: Session) -> None:
    ask(session, a_start())
    back_up(log.path)
    ask(session, Join())
    assert len(session.latest.seats) == 1


def test_the_newest_backups_are_kept(log: LogFile) -> None:
    made = [back_up(log.path, keep=3) for _ in range(5)]
    assert set(backups_of(log.path)) == set(made[2:])
    assert backups_of(log.path)[0] == made[-1]


def test_a_log_without_backups_has_none(log: LogFile) -> None:
    assert backups_of(log.path) == ()


def test_what_a_crash_left_half_made_is_taken_away(log: LogFile) -> None:
    half = folder_of(log.path) / "log-20200101-000000.sqlite.half"
    half.parent.mkdir()
    half.write_bytes(b"half")
    back_up(log.path)
    assert not half.exists()
    assert len(list(folder_of(log.path).iterdir())) == 1


def test_a_backup_that_fails_leaves_the_older_ones_alone(
    log: LogFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up(log.path)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageTrouble, match="No backup of the log"):
        back_up(log.path, keep=1)
    assert list(folder_of(log.path).iterdir()) == [first]


def test_a_copy_that_is_not_sound_is_no_backup(
    log: LogFile, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(session, a_start())

    class Unsound(sqlite3.Connection):
        def execute(self, sql: str, *args: object) -> sqlite3.Cursor:
            if "integrity_check" in sql:
                sql = "SELECT 'row 3 missing'"
            return super().execute(sql, *args)  # type: ignore[arg-type]  # handed on as it came

    real = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **more: real(*args, **{**more, "factory": Unsound})
    )
    with pytest.raises(StorageTrouble, match="is damaged"):
        back_up(log.path)
    assert backups_of(log.path) == ()


def test_a_log_that_is_not_there_cannot_be_backed_up(path: Path) -> None:
    with pytest.raises(StorageTrouble):
        back_up(path)


def test_a_rescue_that_fails_is_no_second_trouble(
    log: LogFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object, **_more: object) -> Path:
        raise PermissionError

    monkeypatch.setattr(backup, "_copy", refused)
    with closing(sqlite3.connect(log.path)) as conn:
        assert backup.rescue(conn, log.path) is None
