import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest
from sqlite_utils import Database

from dilemmaspel import __version__
from dilemmaspel.game.debrief_events import SeatPolled
from dilemmaspel.game.events import Event, PersonalVoteKept
from dilemmaspel.game.phases import Phase
from dilemmaspel.session import StorageTrouble
from dilemmaspel.storage import migrations, opening
from dilemmaspel.storage.backup import folder_of
from dilemmaspel.storage.log import open_log
from dilemmaspel.storage.tables import PLAIN_TABLES
from dilemmaspel.storage.verify import verify

LOGS = sorted(Path(__file__).with_name("logs").glob("*.sqlite"))
"""A log of every release, named after it and after the check code of its session.

`python -m tests.storage.keep_log` adds the one of the present release.
"""


def test_there_is_a_log_of_a_release() -> None:
    assert LOGS


@pytest.mark.parametrize("kept", LOGS, ids=lambda path: path.stem)
def test_a_log_of_every_release_opens_with_the_same_outcome(kept: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite"
    shutil.copy(kept, path)
    log = open_log(path)
    (session,) = log.sessions()
    state, code = log.load(session.id).state, log.check_code(session.id)
    log.close()
    assert state.flow.phase is Phase.CLOSED
    assert kept.stem.endswith(f"_{code}")
    assert verify(path).is_fine


def test_a_log_of_the_first_tables_gets_its_roll_ups_and_keeps_a_copy(tmp_path: Path) -> None:
    (kept,) = (path for path in LOGS if path.stem.startswith("schema-1_"))
    path = tmp_path / "log.sqlite"
    shutil.copy(kept, path)
    open_log(path).close()
    with closing(sqlite3.connect(path)) as conn:
        for table in ("totals", "shifts", "vote_figures"):
            assert conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0, table
        assert conn.execute("PRAGMA user_version").fetchone() == (opening.LOG_VERSION,)
    (aside,) = folder_of(path).iterdir()
    assert aside.name.startswith("before-log-version-1-")
    with closing(sqlite3.connect(aside)) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (1,)
        tables = {name for (name,) in conn.execute("SELECT name FROM sqlite_master")}
    assert "totals" not in tables


def test_a_log_that_was_not_upgraded_can_be_checked(tmp_path: Path) -> None:
    (kept,) = (path for path in LOGS if path.stem.startswith("schema-1_"))
    path = tmp_path / "log.sqlite"
    shutil.copy(kept, path)
    assert verify(path).is_fine
    assert path.read_bytes() == kept.read_bytes()


def test_a_damaged_session_does_not_stop_an_upgrade(tmp_path: Path) -> None:
    (kept,) = (path for path in LOGS if path.stem.startswith("schema-1_"))
    path = tmp_path / "log.sqlite"
    shutil.copy(kept, path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("DROP TRIGGER payloads_no_update")
        conn.execute("UPDATE payloads SET payload = '{}' WHERE seq = 9")
        conn.execute(
            "CREATE TRIGGER payloads_no_update BEFORE UPDATE ON payloads "
            "BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END"
        )
        conn.commit()
    open_log(path).close()
    assert opening.check_kind(path) == opening.LOG_VERSION
    assert not verify(path).is_fine


def test_the_log_of_this_release_holds_every_kind_of_event() -> None:
    (kept,) = (path for path in LOGS if path.stem.startswith(f"{__version__}_"))
    with closing(sqlite3.connect(kept)) as conn:
        kinds = {kind for (kind,) in conn.execute("SELECT kind FROM events")}
    beside = {PersonalVoteKept.__name__, SeatPolled.__name__}
    in_the_chain = {kind.__name__ for kind in get_args(Event)} - beside
    assert in_the_chain == kinds, "run `python -m tests.storage.keep_log` before a release"


def test_every_plain_table_is_there(path: Path) -> None:
    open_log(path).close()
    with closing(sqlite3.connect(path)) as conn:
        names = {name for (name,) in conn.execute("SELECT name FROM sqlite_master")}
    assert names >= {*PLAIN_TABLES, "events", "payloads"}


def a_log_of_the_future(monkeypatch: pytest.MonkeyPatch, *, breaks: bool) -> None:
    """The next release adds a table; or fails halfway."""

    def m003_next_release(db: Database) -> None:
        db.execute("CREATE TABLE more (x INTEGER)")
        if breaks:
            raise sqlite3.OperationalError("disk I/O error")
        db.execute("PRAGMA user_version=3")

    steps = migrations.steps

    def more() -> object:
        made = steps()
        made()(m003_next_release)
        return made

    monkeypatch.setattr(migrations, "steps", more)
    monkeypatch.setattr(opening, "LOG_VERSION", 3)


def test_an_older_log_is_copied_aside_and_upgraded(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_log(path).close()
    a_log_of_the_future(monkeypatch, breaks=False)
    open_log(path).close()
    assert opening.check_kind(path) == 3
    (aside,) = folder_of(path).iterdir()
    assert aside.name.startswith("before-log-version-2-")
    with closing(sqlite3.connect(aside)) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (2,)


def test_an_upgrade_that_fails_changes_nothing_and_starts_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_log(path).close()
    with monkeypatch.context() as broken:
        a_log_of_the_future(broken, breaks=True)
        with pytest.raises(StorageTrouble, match="could not be written"):
            open_log(path)
        with closing(sqlite3.connect(path)) as conn:
            assert conn.execute("PRAGMA user_version").fetchone() == (2,)
            found = conn.execute("SELECT * FROM sqlite_master WHERE name = 'more'").fetchall()
            assert found == []
    a_log_of_the_future(monkeypatch, breaks=False)
    open_log(path).close()
    assert opening.check_kind(path) == 3
