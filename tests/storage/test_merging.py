"""Logs of several laptops come together: once, whole, and only when they are as written."""

import shutil
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from dilemmaspel.cli import main
from dilemmaspel.game import commands as c
from dilemmaspel.game.phases import Overlay, Phase
from dilemmaspel.session import Session, StorageTrouble
from dilemmaspel.storage import foreign
from dilemmaspel.storage.chain import FIRST_LINK, link, payload_hash
from dilemmaspel.storage.command import run_merge
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.merging import Outcome, merging
from dilemmaspel.storage.tables import PLAIN_TABLES
from dilemmaspel.storage.verify import verify
from dilemmaspel.texts import Texts
from tests.session.room import Clock, a_ballot, ask, go_to, opened
from tests.storage.test_migrations import LOGS
from tests.storage.test_verify import broken_into

ENGLISH = Texts("en")


def played(path: Path, *names: str, end: bool = True) -> Path:
    """A log in which each session came to its second vote, or through it."""
    log = open_log(path)
    for name in names:
        session = Session(log, clock=Clock())
        opened(session, name=name)
        go_to(session, Phase.VOTE2)
        ask(session, a_ballot(session.latest, 1, "b", personal="a", comment="want het kan"))
        if end:
            go_to(session, Phase.DECISION)
            ask(session, c.CloseSession())
        session.stop()
    log.close()
    return path


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return played(tmp_path / "theirs.sqlite", "one", "two")


def taken(log: LogFile, *files: Path) -> list[tuple[str, Outcome]]:
    return [(step.session, step.outcome) for step in merging(log, files)]


def tables_of(path: Path, session: str) -> dict[str, list[tuple[object, ...]]]:
    """Every plain row of a session, without its number in the file."""
    with closing(sqlite3.connect(path)) as conn:
        (number,) = conn.execute("SELECT session FROM sessions WHERE id = ?", (session,)).fetchone()
        found = {}
        for table in PLAIN_TABLES:
            names = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
            wanted = ", ".join(f'"{name}"' for name in names if name != "session")
            sql = f"SELECT {wanted} FROM {table} WHERE session = ?"
            found[table] = sorted(conn.execute(sql, (number,)).fetchall(), key=repr)
        return found


def test_sessions_of_another_laptop_come_in_once(log: LogFile, theirs: Path) -> None:
    before, beside = theirs.read_bytes(), sorted(theirs.parent.glob("theirs*"))
    assert taken(log, theirs) == [("one", Outcome.ADDED), ("two", Outcome.ADDED)]
    content = log.path.read_bytes()
    assert taken(log, theirs) == [("one", Outcome.SAME), ("two", Outcome.SAME)]
    assert log.path.read_bytes() == content
    assert theirs.read_bytes() == before
    assert sorted(theirs.parent.glob("theirs*")) == beside
    assert verify(log.path).is_fine
    for name in ("one", "two"):
        assert tables_of(log.path, name) == tables_of(theirs, name)


def test_a_log_goes_on_after_others_came_in(log: LogFile, theirs: Path) -> None:
    session = Session(log, clock=Clock())
    opened(session)
    session.stop()
    taken(log, theirs)
    loaded = log.load("s1")
    again = Session(log, loaded, clock=Clock())
    ask(again, c.ResumeSession(loaded.last_seen))
    again.stop()
    assert verify(log.path).is_fine
    assert {one.id for one in log.sessions()} == {"s1", "two", "one"}


def test_a_session_that_went_on_elsewhere_grows(log: LogFile, tmp_path: Path) -> None:
    early = played(tmp_path / "early.sqlite", "one", end=False)
    late = tmp_path / "late.sqlite"
    shutil.copy(early, late)
    other = open_log(late)
    session = Session(other, other.load("one"), clock=Clock())
    ask(session, c.ResumeSession(session.latest.started_at))
    ask(session, c.Lay(Overlay.NONE))
    go_to(session, Phase.DECISION)
    ask(session, c.CloseSession())
    session.stop()
    other.close()
    assert taken(log, early) == [("one", Outcome.ADDED)]
    assert taken(log, late) == [("one", Outcome.LONGER)]
    assert taken(log, early) == [("one", Outcome.SHORTER)]
    assert verify(log.path).is_fine
    assert tables_of(log.path, "one") == tables_of(late, "one")


def went_on(path: Path, copy: Path, presses: int) -> Path:
    """A copy of a log in which the session was gone on with by itself."""
    shutil.copy(path, copy)
    log = open_log(copy)
    session = Session(log, log.load("one"), clock=Clock())
    ask(session, c.ResumeSession(session.latest.started_at + presses))
    ask(session, c.Lay(Overlay.NONE))
    for turn in range(presses):
        ask(session, c.Blank(on=turn % 2 == 0))
    session.stop()
    log.close()
    return copy


def test_of_two_that_went_apart_the_longer_one_stays(log: LogFile, tmp_path: Path) -> None:
    base = played(tmp_path / "base.sqlite", "one", end=False)
    short = went_on(base, tmp_path / "short.sqlite", 1)
    long = went_on(base, tmp_path / "long.sqlite", 4)
    taken(log, short)
    (step,) = merging(log, [long])
    assert step.outcome is Outcome.REPLACED
    aside = step.values["aside"]
    assert isinstance(aside, Path)
    assert tables_of(aside, "one") == tables_of(short, "one")
    assert tables_of(log.path, "one") == tables_of(long, "one")
    assert taken(log, short) == [("one", Outcome.KEPT)]
    assert verify(log.path).is_fine
    with (
        closing(sqlite3.connect(log.path)) as conn,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        conn.execute("DELETE FROM events")


@pytest.mark.parametrize("presses", [(0, 3), (2, 5)], ids=["longer", "apart"])
def test_texts_that_were_erased_here_do_not_come_back(
    log: LogFile, tmp_path: Path, presses: tuple[int, int]
) -> None:
    base = played(tmp_path / "base.sqlite", "one", end=False)
    ours, theirs = base, went_on(base, tmp_path / "theirs.sqlite", presses[1])
    if presses[0]:
        ours = went_on(base, tmp_path / "ours.sqlite", presses[0])
    taken(log, ours)
    assert b"want het kan" in log.path.read_bytes()
    with closing(sqlite3.connect(log.path)) as conn:
        seqs = [seq for (seq,) in conn.execute("SELECT seq FROM events WHERE kind = 'BallotCast'")]
    log.erase_texts("one", seqs, 5)
    ((_, outcome),) = taken(log, theirs)
    assert outcome is (Outcome.REPLACED if presses[0] else Outcome.LONGER)
    assert b"want het kan" not in log.path.read_bytes()
    assert verify(log.path).is_fine
    assert log.check_code("one") == open_code(theirs)


def open_code(path: Path) -> str:
    (checked,) = verify(path).sessions
    return checked.code


def test_what_was_erased_there_only_stays_here(log: LogFile, theirs: Path) -> None:
    taken(log, theirs)
    other = open_log(theirs)
    other.erase_sessions(["one"], 1)
    other.close()
    assert taken(log, theirs) == [("one", Outcome.SAME), ("two", Outcome.SAME)]
    assert log.load("one").state.seats


def test_what_was_erased_here_does_not_come_back(log: LogFile, theirs: Path) -> None:
    taken(log, theirs)
    log.erase_sessions(["one"], 1)
    assert taken(log, theirs) == [("one", Outcome.ERASED), ("two", Outcome.SAME)]
    assert b"want het kan" in log.path.read_bytes()
    log.erase_sessions(["two"], 1)
    assert b"want het kan" not in log.path.read_bytes()


def test_an_erased_session_and_erased_texts_come_in_as_they_are(log: LogFile, theirs: Path) -> None:
    other = open_log(theirs)
    other.erase_sessions(["one"], 1)
    with closing(sqlite3.connect(theirs)) as conn:
        asked = "SELECT seq FROM events WHERE session = 'two' AND kind = 'BallotCast'"
        seqs = [seq for (seq,) in conn.execute(asked)]
    other.erase_texts("two", seqs, 7)
    other.close()
    assert taken(log, theirs) == [("one", Outcome.ADDED), ("two", Outcome.ADDED)]
    assert [one.id for one in log.sessions()] == ["two"]
    assert b"want het kan" not in log.path.read_bytes()
    assert verify(log.path).is_fine
    assert [one.erased for one in verify(log.path).sessions] == [True, False]


def test_a_log_of_an_older_release_comes_in(log: LogFile) -> None:
    (old,) = (one for one in LOGS if one.stem.startswith("schema-1"))
    before = old.read_bytes()
    assert taken(log, old) == [("kept", Outcome.ADDED)]
    assert old.read_bytes() == before
    assert verify(log.path).is_fine


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE payloads SET payload = '{}' WHERE seq = 9", "what event 9 says was changed"),
        ("DELETE FROM payloads WHERE seq = 9", "what event 9 says is gone"),
        ("UPDATE events SET at = 1 WHERE seq = 9", "event 9 was changed"),
        ("UPDATE personal_votes SET vote = 'x'", "personal votes are not of our kind"),
    ],
)
def test_only_a_session_that_was_changed_is_refused(
    log: LogFile, theirs: Path, statement: str, words: str
) -> None:
    broken_into(theirs, statement)
    steps = list(merging(log, [theirs]))
    refused = [step for step in steps if step.is_refused]
    assert refused
    assert words in refused[0].text(ENGLISH)
    assert {one.id for one in log.sessions()} == {
        step.session for step in steps if not step.is_refused
    }
    assert verify(log.path).is_fine


def test_events_that_make_no_sense_are_refused_though_their_chain_is_right(
    log: LogFile, theirs: Path
) -> None:
    with closing(sqlite3.connect(theirs)) as conn:
        seq, chain = conn.execute(
            "SELECT seq, chain FROM events WHERE session = 'two' AND kind = 'ParticipantJoined'"
        ).fetchone()
        before = conn.execute("SELECT chain FROM events WHERE seq = ?", (seq - 1,)).fetchone()[0]
    assert chain != FIRST_LINK
    salt, payload = bytes(16), b'{"seat":99,"phase":"lobby"}'
    hashed = payload_hash(salt, payload)
    made = link(before, "two", 5, "ParticipantLeft", 1, hashed)
    broken_into(
        theirs,
        f"DELETE FROM payloads WHERE seq >= {seq}",
        f"DELETE FROM events WHERE seq >= {seq}",
        f"INSERT INTO events VALUES ({seq}, 'two', 5, 'ParticipantLeft', 1, "
        f"x'{hashed.hex()}', x'{made.hex()}')",
        f"INSERT INTO payloads VALUES ({seq}, x'{salt.hex()}', '{payload.decode()}', NULL)",
    )
    (one, two) = merging(log, [theirs])
    assert one.outcome is Outcome.ADDED
    assert two.text(ENGLISH) == "two: not taken: it cannot be played again from its events"


def hostile(path: Path, kind: str) -> Path:
    """A file that is no log, in one of many ways."""
    played(path, "one")
    if kind == "text":
        path.write_text("geen database", encoding="utf-8")
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "cut":
        path.write_bytes(path.read_bytes()[:9000])
    elif kind == "crashed":
        path.with_name(path.name + "-journal").write_bytes(bytes(512))
    elif kind == "folder":
        path.unlink()
        path.mkdir()
    elif kind == "missing":
        path.unlink()
    else:
        broken_into(path, *STATEMENTS[kind])
    return path


STATEMENTS = {
    "other": ("PRAGMA application_id=1",),
    "newer": ("PRAGMA user_version=99",),
    "view": (
        "ALTER TABLE payloads RENAME TO hidden",
        "CREATE VIEW payloads AS SELECT seq, salt, payload, key FROM hidden",
    ),
    "column": ("ALTER TABLE events ADD COLUMN more TEXT",),
    "empty log": ("DELETE FROM payloads", "DELETE FROM events", "DROP TABLE sessions"),
}
WORDS = {
    "text": "is not a log",
    "empty": "is not a log",
    "cut": "damaged",
    "crashed": "was not closed properly",
    "folder": "is not a log",
    "missing": "There is no log",
    "other": "is not a log",
    "newer": "newer version",
    "view": "is not a log",
    "column": "is not a log",
    "empty log": "is not a log",
}


@pytest.mark.parametrize("kind", WORDS)
def test_a_file_that_is_no_log_of_ours_is_refused_in_plain_words(
    log: LogFile, theirs: Path, tmp_path: Path, kind: str
) -> None:
    bad = hostile(tmp_path / "bad.sqlite", kind)
    steps = list(merging(log, [bad, theirs]))
    assert (steps[0].session, steps[0].is_refused) == ("", True)
    assert WORDS[kind] in steps[0].text(ENGLISH)
    assert [step.outcome for step in steps[1:]] == [Outcome.ADDED, Outcome.ADDED]


def test_a_log_is_not_merged_into_itself(log: LogFile) -> None:
    (step,) = merging(log, [log.path])
    assert "is the log itself" in step.text(ENGLISH)


def test_a_merge_that_is_stopped_leaves_whole_sessions(log: LogFile, theirs: Path) -> None:
    steps = merging(log, [theirs])
    assert next(steps).session == "one"
    del steps
    assert [one.id for one in log.sessions()] == ["one"]
    assert verify(log.path).is_fine


def test_a_session_that_cannot_be_saved_leaves_nothing(
    log: LogFile, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("dilemmaspel.storage.merging.project_anew", fails)
    with pytest.raises(StorageTrouble):
        list(merging(log, [theirs]))
    assert log.sessions() == ()
    monkeypatch.undo()
    assert [step.outcome for step in merging(log, [theirs])] == [Outcome.ADDED, Outcome.ADDED]


def test_a_huge_value_is_not_read(
    log: LogFile, theirs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign, "LARGEST_VALUE", 5_000)
    (step,) = merging(log, [theirs])
    assert "damaged" in step.text(ENGLISH)


def test_the_command_tells_what_it_did(tmp_path: Path, theirs: Path) -> None:
    into = tmp_path / "all" / "log.sqlite"
    out, err = StringIO(), StringIO()
    assert run_merge([theirs], into, out, err, ENGLISH) == 0
    assert out.getvalue().splitlines() == ["one: added", "two: added", "2 sessions were added."]
    assert err.getvalue() == ""
    assert verify(into).is_fine


@pytest.mark.parametrize(("name", "code"), [("theirs.sqlite", 0), ("nothing.sqlite", 1)])
def test_the_exit_code_tells_whether_something_was_refused(
    tmp_path: Path, theirs: Path, name: str, code: int
) -> None:
    into = tmp_path / "log.sqlite"
    told = CliRunner().invoke(main, ["merge", str(tmp_path / name), "--into", str(into)])
    assert told.exit_code == code
    assert "Traceback" not in told.output


def test_the_command_needs_a_log_to_write_in(tmp_path: Path, theirs: Path) -> None:
    told = CliRunner().invoke(main, ["merge", str(theirs)])
    assert told.exit_code == 2
    text = tmp_path / "tekst.txt"
    text.write_text("hallo", encoding="utf-8")
    told = CliRunner().invoke(main, ["merge", str(theirs), "--into", str(text)])
    assert told.exit_code == 2
    assert text.read_text(encoding="utf-8") == "hallo"
