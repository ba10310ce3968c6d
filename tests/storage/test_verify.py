import random
import shutil
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.game.commands import CloseSession, Join
from dilemmaspel.game.phases import Phase
from dilemmaspel.session import Session, StorageTrouble
from dilemmaspel.storage.chain import payload_hash
from dilemmaspel.storage.command import run_sessions, run_verify
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.verify import verify
from dilemmaspel.texts import Texts
from tests.session.room import Clock, a_start, ask, go_to, opened

ENGLISH = Texts("en")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The log of one dilemma of a session, played once for all tests."""
    path = tmp_path_factory.mktemp("played") / "log.sqlite"
    log = open_log(path)
    session = Session(log, clock=Clock())
    opened(session)
    go_to(session, Phase.DECISION)
    ask(session, CloseSession())
    session.stop()
    log.close()
    return path.read_bytes()


@pytest.fixture
def played(content: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "played.sqlite"
    path.write_bytes(content)
    return path


def broken_into(path: Path, *statements: str) -> None:
    """What somebody can do who first takes the guards away."""
    with closing(sqlite3.connect(path)) as conn:
        triggers = conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            conn.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            conn.execute(statement)
        conn.commit()


def found(path: Path) -> list[str]:
    return [finding.text(ENGLISH) for finding in verify(path).findings]


def test_a_log_that_nobody_touched_is_fine(played: Path) -> None:
    report = verify(played)
    assert report.is_fine
    assert [one.session for one in report.sessions] == ["s1"]


def test_a_log_can_be_checked_while_it_is_used(log: LogFile, session: Session) -> None:
    opened(session)
    assert verify(log.path).is_fine


def test_checking_changes_nothing(played: Path) -> None:
    before = played.read_bytes()
    verify(played)
    assert played.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE events SET at = at + 1 WHERE seq = 9", "event 9 was changed"),
        ("UPDATE events SET kind = 'AgreementAdded' WHERE seq = 9", "event 9 was changed"),
        ("UPDATE events SET version = 2 WHERE seq = 9", "event 9 was changed"),
        ("UPDATE events SET chain = zeroblob(32) WHERE seq = 9", "event 9 was changed"),
        ("UPDATE events SET payload_hash = zeroblob(32) WHERE seq = 9", "event 9 was changed"),
        ("UPDATE payloads SET payload = '{}' WHERE seq = 9", "what event 9 says was changed"),
        ("UPDATE payloads SET salt = zeroblob(16) WHERE seq = 9", "what event 9 says was changed"),
        ("DELETE FROM payloads WHERE seq = 9", "what event 9 says is gone"),
        ("DELETE FROM events WHERE seq = 1", "event 2 was changed"),
        ("UPDATE ballots SET choice = 'a' WHERE choice = 'b'", "table ballots does not equal"),
        ("DELETE FROM ballots WHERE number = 1", "table ballots does not equal"),
        ("UPDATE ballots SET superseded = 1", "table ballots does not equal"),
        ("UPDATE sessions SET region = 'x'", "table sessions does not equal"),
        ("UPDATE rollups SET ballots = ballots + 1", "table rollups does not equal"),
        ("UPDATE totals SET second = second + 1", "table totals does not equal"),
        ("DELETE FROM shifts", "table shifts does not equal"),
        ("UPDATE vote_figures SET moved = 0", "table vote_figures does not equal"),
        ("DELETE FROM sessions", "the tables do not have this session"),
        ("UPDATE sessions SET id = 'x'", "x: the tables have this session, the events do not"),
    ],
)
def test_a_change_is_found_and_located(played: Path, statement: str, words: str) -> None:
    broken_into(played, statement)
    assert any(words in line for line in found(played)), found(played)


def test_one_ballot_that_was_changed_in_its_event_is_found(played: Path) -> None:
    (seq,) = one(played, "SELECT max(seq) FROM events WHERE kind = 'BallotCast'")
    broken_into(
        played,
        f"UPDATE payloads SET payload = json_set(payload, '$.choice', 'a') WHERE seq = {seq}",
        f"UPDATE payloads SET payload = json_set(payload, '$.choice', 'b') WHERE seq = {seq - 1}",
    )
    assert f"s1: what event {seq} says was changed" in found(played)


def test_a_changed_ballot_is_found_though_its_table_was_changed_too(played: Path) -> None:
    """Whoever also writes a new hash breaks the link to the events after it."""
    (seq,) = one(played, "SELECT min(seq) FROM events WHERE kind = 'BallotCast'")
    payload = '{"changed":true}'
    hashed = payload_hash(bytes(16), payload.encode()).hex()
    broken_into(
        played,
        f"UPDATE payloads SET payload = '{payload}', salt = zeroblob(16) WHERE seq = {seq}",
        f"UPDATE events SET payload_hash = x'{hashed}' WHERE seq = {seq}",
    )
    assert any(f"event {seq} was changed" in line for line in found(played))


def one(path: Path, sql: str) -> tuple[int, ...]:
    with closing(sqlite3.connect(path)) as conn:
        row: tuple[int, ...] = conn.execute(sql).fetchone()
        return row


def test_two_events_that_changed_places_are_found(played: Path) -> None:
    broken_into(
        played,
        "UPDATE events SET seq = -1 WHERE seq = 8",
        "UPDATE events SET seq = 8 WHERE seq = 9",
        "UPDATE events SET seq = 9 WHERE seq = -1",
    )
    assert any("event 8 was changed" in line for line in found(played))


def test_an_event_that_was_taken_out_is_found(played: Path) -> None:
    broken_into(played, "DELETE FROM payloads WHERE seq = 9", "DELETE FROM events WHERE seq = 9")
    assert any("event 10 was changed, or an event before it was taken away" in line
               for line in found(played))  # fmt: skip


def test_an_event_after_the_end_is_found(played: Path) -> None:
    broken_into(
        played,
        "INSERT INTO events SELECT max(seq) + 1, 's1', 0, 'Blanked', 1, x'00', x'00' FROM events",
    )
    assert any("comes after the end of the session" in line for line in found(played))


def test_only_the_session_that_was_touched_is_named(played: Path) -> None:
    log = open_log(played)
    session = Session(log)
    ask(session, a_start("s2"))
    ask(session, Join())
    session.stop()
    log.close()
    broken_into(played, "UPDATE payloads SET payload = '{}' WHERE seq = 3")
    assert {finding.session for finding in verify(played).findings} == {"s1"}


def test_an_erased_session_still_verifies(played: Path) -> None:
    log = open_log(played)
    log.erase_sessions(["s1"], 1)
    log.close()
    report = verify(played)
    assert report.is_fine
    assert [one.erased for one in report.sessions] == [True]


def test_what_is_left_of_an_erased_session_is_found(played: Path) -> None:
    log = open_log(played)
    log.erase_sessions(["s1"], 1)
    log.close()
    broken_into(played, "INSERT INTO payloads VALUES (3, x'00', '{}', NULL)")
    assert "s1: erased, but event 3 still says something" in found(played)


def test_no_changed_event_is_missed_among_random_bit_flips(
    content: bytes, played: Path, tmp_path: Path
) -> None:
    """SQLite itself misses a third of these (F38)."""
    rows = "SELECT * FROM events LEFT JOIN payloads USING (seq)"
    with closing(sqlite3.connect(played)) as conn:
        whole = conn.execute(rows).fetchall()
    chance = random.Random(38)
    damaged = tmp_path / "damaged.sqlite"
    for _ in range(60):
        flipped = bytearray(content)
        for _ in range(8):
            flipped[chance.randrange(100, len(flipped))] ^= 1 << chance.randrange(8)
        damaged.write_bytes(flipped)
        if differs(damaged, rows, whole):
            assert not fine(damaged)


def differs(path: Path, rows: str, whole: list[Any]) -> bool:
    try:
        with closing(sqlite3.connect(path)) as conn:
            conn.text_factory = bytes
            return [norm(r) for r in conn.execute(rows)] != [norm(r) for r in whole]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return True


def norm(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(value.encode() if isinstance(value, str) else value for value in row)[:9]


def fine(path: Path) -> bool:
    try:
        return verify(path).is_fine
    except StorageTrouble:
        return False


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.95])
def test_a_file_that_was_cut_off_is_told(played: Path, share: float) -> None:
    content = played.read_bytes()
    played.write_bytes(content[: int(len(content) * share)])
    assert not fine(played)


def test_a_copy_without_its_journal_is_whole_or_told(
    log: LogFile, session: Session, tmp_path: Path
) -> None:
    opened(session)
    copy = tmp_path / "copy.sqlite"
    shutil.copy(log.path, copy)
    assert fine(copy)


def told(path: Path) -> tuple[int, str]:
    out = StringIO()
    return run_verify(path, out, ENGLISH), out.getvalue()


def test_the_command_says_that_all_is_well(played: Path) -> None:
    code, words = told(played)
    assert code == 0
    assert words.endswith("Everything is as it was written.\n")


def test_the_command_says_what_is_wrong(played: Path) -> None:
    broken_into(played, "UPDATE payloads SET payload = '{}' WHERE seq = 9")
    code, words = told(played)
    assert code == 1
    assert "s1: what event 9 says was changed" in words
    assert words.endswith("1 thing is wrong.\n")


def test_a_long_check_tells_how_far_it_is(path: Path) -> None:
    log = open_log(path)
    for number in range(41):
        session = Session(log)
        ask(session, a_start(f"s{number}"))
        session.stop()
    log.close()
    out, err = StringIO(), StringIO()
    assert run_verify(path, out, ENGLISH, err) == 0
    assert err.getvalue().splitlines() == [
        "20 of 41 sessions checked",
        "40 of 41 sessions checked",
        "41 of 41 sessions checked",
    ]


def test_a_log_that_is_not_there_cannot_be_checked(path: Path) -> None:
    with pytest.raises(StorageTrouble, match="There is no log"):
        told(path)


def listed(path: Path, *, as_json: bool = False) -> str:
    out = StringIO()
    assert run_sessions(path, out, ENGLISH, as_json=as_json) == 0
    return out.getvalue()


def test_the_list_names_every_session(played: Path) -> None:
    line = listed(played)
    assert line.startswith("s1 · 2023-")
    assert line.endswith("De Schakel – geld voor nu of voor later? · 6 people · closed\n")


def test_the_list_is_there_for_other_programs(played: Path) -> None:
    import json

    (one,) = json.loads(listed(played, as_json=True))
    assert (one["id"], one["status"], one["participants"]) == ("s1", "closed", 6)


def test_the_list_shows_which_session_runs(log: LogFile, session: Session) -> None:
    ask(session, a_start())
    assert "running" in listed(log.path)


def test_a_log_that_is_not_there_has_no_sessions(path: Path) -> None:
    assert listed(path).startswith("There are no sessions")
    assert listed(path, as_json=True) == "[]\n"
