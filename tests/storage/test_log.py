import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.commands import CloseSession, Join, Reopen, Undo
from dilemmaspel.game.events import PersonalVoteKept
from dilemmaspel.game.fingerprint import state_hash
from dilemmaspel.game.phases import Phase
from dilemmaspel.session import Loaded, Session, StorageTrouble
from dilemmaspel.storage import opening
from dilemmaspel.storage.archive import Status
from dilemmaspel.storage.log import LogFile, open_log
from tests.session.room import (
    MINUTE,
    Clock,
    a_ballot,
    a_start,
    advance,
    ask,
    everybody_votes,
    go_to,
    opened,
    resume,
)


def all_of(path: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(sql, values).fetchall()


def tampered(path: Path, sql: str, *values: Any) -> None:
    """What somebody with another program does to the file."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute(sql, values)
        conn.commit()


def again(loaded: Loaded, log: LogFile, clock: Clock) -> Session:
    return Session(log, loaded, clock=clock)


def test_a_new_log_belongs_to_its_owner_alone(log: LogFile, path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(p.name for p in path.parent.glob("log*")) == ["log.sqlite", "log.sqlite.lock"]


def test_a_log_is_kept_so_that_a_power_cut_loses_nothing(log: LogFile, path: Path) -> None:
    with closing(opening.writer(path)) as conn:
        settings = {
            name: conn.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "locking_mode", "recursive_triggers")
        }
    assert settings == {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "normal",
        "recursive_triggers": 1,
    }


def test_a_setting_that_is_not_taken_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_SETTINGS", {"synchronous": 7})
    with pytest.raises(StorageTrouble, match="the setting synchronous was not taken"):
        open_log(path)
    assert not path.exists()


def test_a_session_comes_back_as_it_was(log: LogFile, session: Session) -> None:
    opened(session)
    everybody_votes(session)
    go_to(session, Phase.TALK)
    session.stop()
    assert log.load("s1").state == session.latest


def test_a_whole_session_comes_back_as_it_was(log: LogFile, session: Session) -> None:
    opened(session)
    go_to(session, Phase.DEBRIEF)
    ask(session, CloseSession())
    session.stop()
    assert state_hash(log.load("s1").state) == state_hash(session.latest)
    assert log.load("s1").state.notes == session.latest.notes


def test_receipts_outlive_a_restart(log: LogFile, session: Session, clock: Clock) -> None:
    opened(session)
    ballot = a_ballot(session.latest, 1)
    first = ask(session, ballot, "k")
    session.stop()
    second = again(log.load("s1"), log, clock)
    repeated = ask(second, ballot, "k")
    second.stop()
    assert repeated == first
    assert repeated.repeated
    assert all_of(log.path, "SELECT count(*) FROM ballots") == [(1,)]


def test_numbers_go_on_after_a_restart(log: LogFile, session: Session, clock: Clock) -> None:
    opened(session, people=2)
    last = ask(session, Join())
    session.stop()
    second = again(log.load("s1"), log, clock)
    assert ask(second, Join()).seq == last.seq + 1
    second.stop()


def test_open_personal_votes_come_back(log: LogFile, session: Session) -> None:
    opened(session)
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, personal="a"))
    ask(session, a_ballot(session.latest, 2, personal="b"))
    session.stop()
    assert log.load("s1").state == session.latest


def test_the_chain_never_holds_a_personal_vote(log: LogFile, session: Session) -> None:
    opened(session)
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, personal="a"))
    events = [event for event, _, _ in log.events("s1")]
    assert not [event for event in events if isinstance(event, PersonalVoteKept)]
    assert all_of(log.path, "SELECT count(*) FROM personal_pending") == [(1,)]


def test_at_the_close_personal_votes_lose_their_seat(log: LogFile, session: Session) -> None:
    opened(session)
    go_to(session, Phase.VOTE2)
    for seat in range(1, 7):
        ask(session, a_ballot(session.latest, seat, "a", personal="b" if seat < 3 else "a"))
    advance(session)
    assert all_of(log.path, "SELECT count(*) FROM personal_pending") == [(0,)]
    kept = all_of(log.path, "SELECT value, differs_from_role FROM personal_votes ORDER BY 1")
    assert kept == [("a", 0)] * 4 + [("b", 1)] * 2


def test_personal_votes_are_shuffled(log: LogFile, session: Session) -> None:
    opened(session, people=40)
    go_to(session, Phase.VOTE2)
    for seat in range(1, 41):
        ask(session, a_ballot(session.latest, seat, "a", personal="b" if seat <= 20 else "a"))
    advance(session)
    order = [value for (value,) in all_of(log.path, "SELECT value FROM personal_votes")]
    assert sorted(order) == ["a"] * 20 + ["b"] * 20
    assert order != ["b"] * 20 + ["a"] * 20


def test_a_personal_vote_can_be_changed_while_its_vote_is_open(
    log: LogFile, session: Session
) -> None:
    opened(session, people=2)
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, "a", personal="b"))
    ask(session, a_ballot(session.latest, 1, "a", personal="c"))
    ask(session, a_ballot(session.latest, 2, "a"))
    advance(session)
    assert all_of(log.path, "SELECT value FROM personal_votes") == [("c",)]


def test_a_close_that_is_undone_counts_nobodys_personal_vote_twice(
    log: LogFile, session: Session
) -> None:
    opened(session, people=2)
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, "a", personal="b"))
    ask(session, a_ballot(session.latest, 2, "a"))
    advance(session)
    while session.latest.flow.open_vote is None:
        ask(session, Undo())
    ask(session, a_ballot(session.latest, 1, "a", personal="c"))
    ask(session, a_ballot(session.latest, 2, "a", personal="d"))
    advance(session)
    kept = all_of(log.path, "SELECT value FROM personal_votes ORDER BY 1")
    assert kept == [("b",), ("d",)]


def test_a_reopened_vote_begins_with_no_personal_votes(log: LogFile, session: Session) -> None:
    opened(session, people=2)
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, "a", personal="b"))
    ask(session, a_ballot(session.latest, 2, "a"))
    advance(session)
    ask(session, Reopen(Vote.SECOND))
    ask(session, a_ballot(session.latest, 1, "a", personal="c"))
    ask(session, a_ballot(session.latest, 2, "a"))
    advance(session)
    kept = all_of(log.path, "SELECT attempt, value FROM personal_votes ORDER BY 1")
    assert kept == [(1, "b"), (2, "c")]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE events SET at = 1",
        "DELETE FROM events",
        "REPLACE INTO events SELECT * FROM events WHERE seq = 1",
        "INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1",
        (
            "INSERT INTO events SELECT 0, session, at, kind, version, payload_hash, chain "
            "FROM events WHERE seq = 1"
        ),
        "UPDATE payloads SET payload = ''",
        "DELETE FROM payloads",
        "REPLACE INTO payloads SELECT * FROM payloads WHERE seq = 1",
        "INSERT OR IGNORE INTO payloads VALUES (1, x'00', '', NULL)",
    ],
)
def test_no_program_can_change_what_was_logged(log: LogFile, session: Session, sql: str) -> None:
    ask(session, a_start())
    before = all_of(log.path, "SELECT * FROM events JOIN payloads USING (seq)")
    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|erased"):
        tampered(log.path, sql)
    assert all_of(log.path, "SELECT * FROM events JOIN payloads USING (seq)") == before


def test_nothing_follows_the_end_of_a_session(log: LogFile, session: Session) -> None:
    ask(session, a_start())
    ask(session, CloseSession())
    with pytest.raises(sqlite3.IntegrityError, match="nothing follows the end"):
        tampered(
            log.path,
            "INSERT INTO events SELECT max(seq) + 1, 's1', 0, 'X', 1, x'', x'' FROM events",
        )


def test_the_list_tells_how_each_session_stands(log: LogFile, clock: Clock) -> None:
    for name in ("closed", "interrupted", "running"):
        session = Session(log, clock=clock)
        ask(session, a_start(name))
        ask(session, Join())
        if name == "closed":
            ask(session, CloseSession())
        clock.pass_by(MINUTE)
        if name != "running":
            session.stop()
    found = [(one.id, one.status, one.people) for one in log.sessions()]
    assert found == [
        ("running", Status.OPEN, 1),
        ("interrupted", Status.INTERRUPTED, 1),
        ("closed", Status.CLOSED, 1),
    ]
    session.stop()
    assert log.sessions()[0].status is Status.INTERRUPTED


def test_sessions_in_one_log_do_not_mix(log: LogFile, clock: Clock) -> None:
    first, second = Session(log, clock=clock), Session(log, clock=clock)
    ask(first, a_start("one"))
    ask(second, a_start("two"))
    ask(first, Join())
    ask(second, Join())
    ask(second, Join())
    first.stop()
    second.stop()
    assert len(log.load("one").state.seats) == 1
    assert len(log.load("two").state.seats) == 2


def test_a_session_can_be_read_up_to_a_moment(log: LogFile, session: Session) -> None:
    opened(session, people=3)
    assert len(list(log.events("s1", upto_seq=3))) == 3


def test_an_unknown_session_is_told(log: LogFile) -> None:
    with pytest.raises(StorageTrouble, match="has no session nowhere"):
        log.load("nowhere")
    with pytest.raises(StorageTrouble, match="has no session nowhere"):
        log.check_code("nowhere")
    assert log.last_seen("nowhere") == 0


def test_the_check_code_changes_with_every_event(log: LogFile, session: Session) -> None:
    ask(session, a_start())
    before = log.check_code("s1")
    ask(session, Join())
    after = log.check_code("s1")
    assert before != after
    assert len(after) == 10


def test_last_seen_is_the_last_heartbeat_or_event(
    log: LogFile, session: Session, clock: Clock
) -> None:
    ask(session, a_start())
    log.beat("s1", clock.now + 5_000)
    assert log.last_seen("s1") == clock.now + 5_000
    log.beat("s1", clock.now + 10_000)
    assert log.last_seen("s1") == clock.now + 10_000
    clock.pass_by(MINUTE)
    ask(session, Join())
    assert log.last_seen("s1") == clock.now


def test_the_clock_stands_still_while_the_program_is_gone(
    log: LogFile, session: Session, clock: Clock
) -> None:
    opened(session)
    clock.pass_by(20_000)
    log.beat("s1", clock.now)
    session.stop()
    clock.pass_by(60 * MINUTE)
    loaded = log.load("s1")
    second = again(loaded, log, clock)
    resume(second, loaded.last_seen)
    second.stop()
    assert second.latest.clock.elapsed(clock.now) == 20_000
    assert second.latest.interrupted


def test_erasing_a_session_takes_every_word_out_of_the_file(
    log: LogFile, session: Session, clock: Clock
) -> None:
    opened(session, people=2)
    go_to(session, Phase.VOTE2)
    ask(session, a_ballot(session.latest, 1, comment="planted-secret", personal="a"))
    session.stop()
    other = Session(log, clock=clock)
    ask(other, a_start("s2"))
    other.stop()
    log.erase_sessions(["s1"], clock.now)
    assert b"planted-secret" not in log.path.read_bytes()
    assert [one.id for one in log.sessions()] == ["s2"]
    assert len(log.load("s2").state.seats) == 0
    with pytest.raises(StorageTrouble):
        log.load("s1")


def test_nothing_follows_the_erasure_of_a_session(
    log: LogFile, session: Session, clock: Clock
) -> None:
    ask(session, a_start())
    session.stop()
    second = again(log.load("s1"), log, clock)
    log.erase_sessions(["s1"], clock.now)
    with pytest.raises(StorageTrouble, match="could not be written"):
        ask(second, Join())
    second.stop()


def test_a_running_session_is_not_erased(log: LogFile, session: Session, clock: Clock) -> None:
    ask(session, a_start())
    with pytest.raises(StorageTrouble, match="still running"):
        log.erase_sessions(["s1"], clock.now)
    ask(session, Join())


def test_rebuilding_the_tables_gives_the_same_tables(log: LogFile, session: Session) -> None:
    opened(session)
    go_to(session, Phase.DEBRIEF)
    before = all_of(log.path, "SELECT * FROM ballot_list")
    tampered(log.path, "DELETE FROM ballots")
    tampered(log.path, "UPDATE sessions SET region = 'elsewhere'")
    log.rebuild("s1")
    assert all_of(log.path, "SELECT * FROM ballot_list") == before
    assert all_of(log.path, "SELECT region FROM sessions") == [("",)]


def test_a_log_opens_in_a_folder_with_a_difficult_name(tmp_path: Path) -> None:
    path = tmp_path / "een map 🏡 met #100% & vragen?" / "log boek.sqlite"
    log = open_log(path)
    session = Session(log)
    ask(session, a_start())
    session.stop()
    log.close()
    assert path.stat().st_size > 0
