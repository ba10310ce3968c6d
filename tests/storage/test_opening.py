import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dilemmaspel.session import Session, StorageTrouble
from dilemmaspel.storage import opening
from dilemmaspel.storage.lock import is_held, lock_path
from dilemmaspel.storage.log import LogFile, open_log
from tests.session.room import a_start, ask

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
ZIP = b"PK\x03\x04" + bytes(100)


@pytest.mark.parametrize("content", [b"", PNG, ZIP, b"a text\n", b"SQLite format 2\x00"])
def test_another_kind_of_file_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StorageTrouble, match="is not a log of Dilemmaspel"):
        open_log(path)
    assert path.read_bytes() == content
    assert not lock_path(path).exists()


def test_a_folder_is_no_log(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageTrouble, match="is not a log"):
        open_log(path)


def test_a_database_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(StorageTrouble, match="is not a log"):
        open_log(path)
    assert path.read_bytes() == before


def test_a_damaged_header_is_told(path: Path) -> None:
    open_log(path).close()
    with path.open("rb+") as file:
        file.seek(16)
        file.write(b"\xff" * 84)
    with pytest.raises(StorageTrouble):
        open_log(path)


def test_a_log_of_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    open_log(path).close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(f"PRAGMA user_version={opening.LOG_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(StorageTrouble, match="made by a newer version"):
        open_log(path)
    assert path.read_bytes() == before


def test_a_folder_where_nothing_may_be_written_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object, **_more: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(StorageTrouble, match="cannot be opened"):
        open_log(path)


def test_a_log_that_was_half_made_by_a_crash_is_made_anew(path: Path) -> None:
    path.with_name("log.sqlite.new").write_bytes(b"half")
    open_log(path).close()
    assert sorted(p.name for p in path.parent.glob("log*")) == ["log.sqlite"]


def test_two_games_cannot_have_one_log(log: LogFile, path: Path) -> None:
    with pytest.raises(StorageTrouble, match="in use by another Dilemmaspel"):
        open_log(path)
    assert is_held(path)


def test_another_process_cannot_have_it_either(log: LogFile, path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from dilemmaspel.storage.log import open_log\n"
        "try: open_log(Path(sys.argv[1]))\n"
        "except Exception as e: print(type(e).__name__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "StorageTrouble"


def test_a_closed_log_can_be_opened_again(path: Path) -> None:
    open_log(path).close()
    assert not is_held(path)
    open_log(path).close()
    assert not lock_path(path).exists()


def test_a_lock_that_a_crash_left_behind_is_taken_over(path: Path) -> None:
    lock_path(path).write_text("")
    open_log(path).close()


def test_a_lock_of_a_game_that_was_killed_is_taken_over(path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path; from dilemmaspel.storage.log import open_log\n"
        "open_log(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert lock_path(path).exists()
    open_log(path).close()


def test_a_lock_of_another_computer_is_respected(path: Path) -> None:
    record = {"pid": 1, "host": "the-other-laptop", "since": "2026-01-01T20:00:00+00:00"}
    lock_path(path).write_text(json.dumps(record))
    with pytest.raises(StorageTrouble, match="on another computer, the-other-laptop"):
        open_log(path)
    assert json.loads(lock_path(path).read_text()) == record


def test_the_words_in_a_lock_may_be_anything(path: Path) -> None:
    lock_path(path).write_text("[1, 2]")
    open_log(path).close()


def test_reading_goes_on_beside_a_game(log: LogFile, session: Session, path: Path) -> None:
    ask(session, a_start())
    assert opening.check_kind(path) == opening.LOG_VERSION
    with opening.reading(path) as conn, pytest.raises(sqlite3.OperationalError):
        conn.execute("DELETE FROM events")


def test_reading_a_log_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(StorageTrouble, match="There is no log"):
        opening.check_kind(path)
