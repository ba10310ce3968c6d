"""The disk fills up, the file goes away, another program has it: nobody is told a lie."""

import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import AddNote, Advance, Join
from dilemmaspel.session import Receipt, Session, StorageTrouble
from dilemmaspel.storage import opening
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.verify import verify
from tests.session.room import Clock, a_ballot, a_start, ask, opened

ROOT = Path(__file__).resolve().parents[2]


class Faulty(sqlite3.Connection):
    """A connection that fails at one statement when it is told to."""

    fail_at = ""
    error: Exception = sqlite3.OperationalError("disk I/O error")
    after_all = False

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        if self.fail_at and sql.startswith(self.fail_at):
            type(self).fail_at = ""
            if self.after_all:
                super().execute(sql, *args)
            raise self.error
        return super().execute(sql, *args)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Faulty]]:
    connect = sqlite3.connect

    def made(*args: Any, **options: Any) -> sqlite3.Connection:
        conn: sqlite3.Connection = connect(*args, **{**options, "factory": Faulty})
        return conn

    monkeypatch.setattr(sqlite3, "connect", made)
    Faulty.fail_at, Faulty.after_all = "", False
    yield Faulty
    Faulty.fail_at, Faulty.after_all = "", False


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite"


@pytest.fixture
def log(faulty: type[Faulty], path: Path) -> Iterator[LogFile]:
    log = open_log(path)
    yield log
    log.close()


@pytest.fixture
def session(log: LogFile) -> Iterator[Session]:
    session = Session(log, clock=Clock())
    ask(session, a_start())
    yield session
    session.stop()


def sqlite_error(code: int, words: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorcode = code
    return error


TROUBLES = [
    (
        sqlite_error(sqlite3.SQLITE_FULL, "database or disk is full"),
        "The disk with the log is full",
    ),
    (sqlite_error(sqlite3.SQLITE_IOERR_WRITE, "disk I/O error"), "could not be written"),
    (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC, "disk I/O error"), "could not be written"),
    (sqlite_error(sqlite3.SQLITE_READONLY, "readonly database"), "its folder allows no changes"),
    (sqlite_error(sqlite3.SQLITE_CORRUPT, "malformed"), "is damaged"),
    (OSError(5, "Input/output error"), "could not be written"),
]


@pytest.mark.parametrize("statement", ["BEGIN", "SELECT seq, chain", "COMMIT"])
@pytest.mark.parametrize(("error", "words"), TROUBLES, ids=lambda value: str(value)[:20])
def test_trouble_with_the_disk_is_told_in_one_sentence_and_passes(
    session: Session, faulty: type[Faulty], statement: str, error: Exception, words: str
) -> None:
    before = session.latest
    faulty.fail_at, faulty.error = statement, error
    with pytest.raises(StorageTrouble, match=words):
        ask(session, Join(), "k")
    assert session.latest is before
    assert not ask(session, Join(), "k").repeated
    assert len(session.latest.seats) == 1


def test_what_was_saved_in_spite_of_an_error_is_acknowledged(
    session: Session, log: LogFile, faulty: type[Faulty]
) -> None:
    faulty.fail_at, faulty.after_all = "COMMIT", True
    faulty.error = sqlite_error(sqlite3.SQLITE_IOERR, "disk I/O error")
    receipt = ask(session, Join(), "k")
    assert ask(session, Join(), "k") == receipt
    assert len(log.load("s1").state.seats) == 1


def test_a_disk_that_fills_up_loses_nothing_and_doubles_nothing(path: Path) -> None:
    """A real limit on the size of the file, in a process of its own."""
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from dilemmaspel.game.commands import AddNote\n"
        "from dilemmaspel.session import Session, StorageTrouble\n"
        "from dilemmaspel.storage.log import open_log\n"
        "from tests.session.room import a_start, ask\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "path = Path(sys.argv[1]); log = open_log(path); session = Session(log)\n"
        "ask(session, a_start())\n"
        "size = path.stat().st_size + 16384\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, -1))\n"
        "saved = 0\n"
        "try:\n"
        "    while True: ask(session, AddNote('x' * 200)); saved += 1\n"
        "except StorageTrouble as trouble: print(trouble)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))\n"
        "ask(session, AddNote('room again')); session.stop(); log.close()\n"
        "print(saved + 1)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    trouble, saved = done.stdout.splitlines()
    assert "could not be written" in trouble or "is full" in trouble
    assert verify(path).is_fine
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT count(*) FROM notes").fetchone() == (int(saved),)


def test_after_the_file_is_deleted_nothing_is_acknowledged(session: Session, path: Path) -> None:
    before = session.latest
    path.unlink()
    with pytest.raises(StorageTrouble, match="moved, deleted or replaced"):
        ask(session, Join())
    with pytest.raises(StorageTrouble, match="moved, deleted or replaced"):
        ask(session, Join())
    assert session.latest is before


def test_what_a_deleted_file_held_is_rescued(session: Session, path: Path) -> None:
    opened_at = session.latest.started_at
    ask(session, AddNote("do not lose me"))
    path.unlink()
    with pytest.raises(StorageTrouble) as trouble:
        ask(session, Join())
    rescued = Path(str(trouble.value.values["rescued"]))
    assert verify(rescued).is_fine
    log = open_log(rescued)
    state = log.load("s1").state
    log.close()
    assert [note.text for note in state.notes] == ["do not lose me"]
    assert state.started_at == opened_at


def test_an_older_copy_in_its_place_is_noticed(session: Session, path: Path) -> None:
    older = path.with_name("older.sqlite")
    shutil.copy(path, older)
    ask(session, Join())
    older.replace(path)
    with pytest.raises(StorageTrouble, match="moved, deleted or replaced"):
        ask(session, Join())


def test_an_older_copy_written_over_it_is_noticed(session: Session, path: Path) -> None:
    content = path.read_bytes()
    ask(session, Join())
    with path.open("rb+") as file:
        file.write(content)
        file.truncate()
    with pytest.raises(StorageTrouble, match="Another program changed the log"):
        ask(session, Join())


def test_a_folder_that_moves_is_noticed(tmp_path: Path, faulty: type[Faulty]) -> None:
    folder = tmp_path / "here"
    log = open_log(folder / "log.sqlite")
    session = Session(log)
    ask(session, a_start())
    folder.rename(tmp_path / "there")
    with pytest.raises(StorageTrouble, match="moved, deleted or replaced"):
        ask(session, Join())
    session.stop()
    log.close()


def test_a_file_that_goes_away_while_it_is_written_is_not_acknowledged(
    faulty: type[Faulty], path: Path
) -> None:
    for moment in ("inside_transaction", "after_commit"):
        go = threading.Event()

        def watch(name: str, at: str = moment, armed: threading.Event = go) -> None:
            if name == at and armed.is_set():
                path.unlink(missing_ok=True)

        log = open_log(path, moment=watch)
        session = Session(log)
        ask(session, a_start())
        go.set()
        with pytest.raises(StorageTrouble, match="moved, deleted or replaced"):
            ask(session, Join())
        assert len(session.latest.seats) == 0
        session.stop()
        log.close()


def test_a_short_lock_of_another_program_is_waited_for(session: Session, path: Path) -> None:
    other = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    answer = session.submit(Join())
    with pytest.raises(TimeoutError):
        answer.result(0.2)
    other.execute("ROLLBACK")
    other.close()
    assert answer.result(10).seq == 2


def test_a_long_lock_of_another_program_is_told(
    faulty: type[Faulty], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(opening._SETTINGS, "busy_timeout", 50)
    log = open_log(path)
    session = Session(log)
    ask(session, a_start())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageTrouble, match="Another program keeps the log locked"):
            ask(session, Join())
        other.execute("ROLLBACK")
    ask(session, Join())
    session.stop()
    log.close()


def test_a_storm_of_the_same_votes_is_counted_once(log: LogFile) -> None:
    """A hundred times the same key for each of twenty people, from ten threads (R7)."""
    session = Session(log)
    opened(session, people=20)
    state = session.latest
    answers: list[Future[Receipt]] = []

    def storm() -> None:
        for _ in range(10):
            answers.extend(
                session.submit(a_ballot(state, seat), f"key-{seat}") for seat in range(1, 21)
            )

    threads = [threading.Thread(target=storm) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    receipts = {answer.result(30) for answer in answers}
    session.stop()
    assert len(answers) == 2_000
    assert len(receipts) == 20
    with closing(sqlite3.connect(log.path)) as conn:
        assert conn.execute("SELECT count(*) FROM ballots").fetchone() == (20,)


def test_a_close_among_many_votes_counts_exactly_those_acknowledged(log: LogFile) -> None:
    """R6: the total is the number of acknowledged ballots, whenever the close came."""
    session = Session(log)
    dilemma = opened(session, people=60)
    state = session.latest
    answers = [session.submit(a_ballot(state, seat), f"k{seat}") for seat in range(1, 41)]
    closing_it = session.submit(Advance(state.step, count_anyway=True))
    answers += [session.submit(a_ballot(state, seat), f"k{seat}") for seat in range(41, 61)]
    closing_it.result(30)
    acked = [answer for answer in answers if answer.exception(30) is None]
    session.stop()
    assert session.latest.flow.results[(dilemma, Vote.FIRST)].cast == len(acked)
