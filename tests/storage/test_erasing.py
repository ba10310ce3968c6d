"""What was erased is in no file any more, nothing else changed, and the chain still verifies."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dilemmaspel.game import commands as c
from dilemmaspel.game.ids import OptionId, RoleId, SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Inputs, Profile, Setup
from dilemmaspel.session import Session, StorageTrouble
from dilemmaspel.storage import opening
from dilemmaspel.storage.backup import back_up, copies_of, copy_aside, folder_of
from dilemmaspel.storage.erasing import Text, older_than, texts_of
from dilemmaspel.storage.log import LogFile, open_log
from dilemmaspel.storage.verify import verify
from dilemmaspel.texts import Texts
from tests.session.room import (
    Clock,
    a_ballot,
    a_start,
    advance,
    ask,
    everybody_votes,
    go_to,
    opened,
)
from tests.storage.test_log import tampered
from tests.storage.test_migrations import LOGS
from tests.storage.test_verify import broken_into

PLANTED = [f"geplánt-{n}-Zoë" for n in range(9)]
WITH_TEXTS = Setup(profile=Profile.SHORT, inputs=Inputs(comment=True, conditions=True))


def a_talk(log: LogFile, clock: Clock, name: str = "s1") -> str:
    """A session in which every planted text is written; returns what it folds to, in words."""
    session = Session(log, clock=clock)
    opened(session, name=name, setup=WITH_TEXTS)
    everybody_votes(session)
    ask(session, a_ballot(session.latest, 2, "a", comment=PLANTED[0]))
    ask(session, a_ballot(session.latest, 3, "b", comment=PLANTED[1]))
    advance(session)
    go_to(session, Phase.TALK)
    ask(session, c.AddNote(PLANTED[2]))
    ask(session, c.AddArgument(OptionId("b"), PLANTED[3], RoleId("inwoner")))
    ask(session, c.AddCondition(OptionId("b"), PLANTED[4], RoleId("inwoner")))
    go_to(session, Phase.DECISION)
    ask(session, c.EndEarly(session.latest.step))
    go_to(session, Phase.DEBRIEF)
    ask(session, c.AddAgreement(PLANTED[5], PLANTED[6], PLANTED[7]))
    ask(session, c.CloseSession())
    session.stop()
    return name


def written_ways(words: str) -> Iterator[bytes]:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, words)
        yield from (text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
        yield text.encode("unicode_escape")


def found_in(folder: Path, texts: list[str] = PLANTED) -> set[str]:
    """The planted texts that stand in any file of the folder, in any spelling."""
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return {
        text
        for text in texts
        for way in written_ways(text)
        if any(way in content for content in contents)
    }


def texts(log: LogFile, session: str = "s1") -> tuple[Text, ...]:
    with opening.reading(log.path) as conn:
        return texts_of(conn, session)


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(sql).fetchall()


def test_the_texts_of_a_session_are_listed_with_whose_they_are(log: LogFile, clock: Clock) -> None:
    a_talk(log, clock)
    listed = texts(log)
    assert [(one.kind, one.seat, one.role == "", one.words) for one in listed] == [
        ("BallotCast", 2, False, PLANTED[0]),
        ("BallotCast", 3, False, PLANTED[1]),
        ("NoteAdded", None, True, PLANTED[2]),
        ("ArgumentAdded", None, False, PLANTED[3]),
        ("ConditionAdded", None, False, PLANTED[4]),
        ("AgreementAdded", None, True, " · ".join(PLANTED[5:8])),
        *[(one.kind, one.seat, one.role == "", one.words) for one in listed[6:]],
    ]
    assert {one.kind for one in listed[6:]} <= {"OutcomeChosen", "DecisionTaken"}


def test_all_texts_go_from_every_file_and_every_choice_stays(log: LogFile, clock: Clock) -> None:
    a_talk(log, clock)
    back_up(log.path)
    with closing(opening.writer(log.path)) as conn:
        copy_aside(conn, log.path, "test")
    before = rows(log.path, "SELECT seat, choice, superseded FROM ballots ORDER BY vote, number")
    code = log.check_code("s1")
    assert found_in(log.path.parent) == set(PLANTED[:8])
    assert log.erase_texts("s1", [one.seq for one in texts(log)], clock.now) == ()
    assert found_in(log.path.parent) == set()
    after = rows(log.path, "SELECT seat, choice, superseded FROM ballots ORDER BY vote, number")
    assert after == before
    assert log.check_code("s1") == code
    for path in (log.path, *copies_of(log.path)):
        assert verify(path).is_fine, path
    state = log.load("s1").state
    assert (state.notes, state.arguments, state.conditions, state.agreements) == ((), (), (), ())
    assert texts(log) == ()


def test_only_the_texts_of_one_seat_go(log: LogFile, clock: Clock) -> None:
    a_talk(log, clock)
    own = [one.seq for one in texts(log) if one.seat == 2]
    log.erase_texts("s1", own, clock.now)
    assert found_in(log.path.parent) == set(PLANTED[1:8])
    assert verify(log.path).is_fine
    log.erase_texts("s1", own, clock.now)
    assert verify(log.path).is_fine


def test_an_erased_session_is_in_no_copy(log: LogFile, clock: Clock) -> None:
    a_talk(log, clock)
    a_talk(log, clock, "s2")
    back_up(log.path)
    log.erase_texts("s1", [one.seq for one in texts(log) if one.seat == 2], clock.now)
    log.erase_sessions(["s1", "s2"], clock.now)
    assert found_in(log.path.parent) == set()
    assert log.sessions() == ()
    for path in (log.path, *copies_of(log.path)):
        report = verify(path)
        assert report.is_fine
        assert [one.erased for one in report.sessions] == [True, True]


def test_a_copy_of_an_older_release_follows_too(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "log.sqlite"
    path.write_bytes(next(one for one in LOGS if one.stem.startswith("schema-1")).read_bytes())
    log = open_log(path)
    (aside,) = folder_of(path).iterdir()
    assert found_in(tmp_path, ["het blijft"])
    log.erase_texts("kept", [one.seq for one in texts(log, "kept")], clock.now)
    log.close()
    assert found_in(tmp_path, ["het blijft", "te duur", "koffie drinken"]) == set()
    assert verify(aside).is_fine


def test_a_copy_that_cannot_be_cleaned_is_named(log: LogFile, clock: Clock) -> None:
    a_talk(log, clock)
    copy = back_up(log.path)
    copy.write_bytes(copy.read_bytes()[:5000])
    assert log.erase_sessions(["s1"], clock.now) == (copy,)


def test_texts_of_a_running_session_stay(log: LogFile, session: Session, clock: Clock) -> None:
    opened(session, setup=WITH_TEXTS)
    ask(session, a_ballot(session.latest, 2, "a", comment=PLANTED[0]))
    with pytest.raises(StorageTrouble, match="still running"):
        log.erase_texts("s1", [one.seq for one in texts(log)], clock.now)


def test_a_session_goes_on_after_a_text_of_it_was_erased(log: LogFile, clock: Clock) -> None:
    session = Session(log, clock=clock)
    opened(session, setup=WITH_TEXTS)
    ask(session, a_ballot(session.latest, 2, "a", comment=PLANTED[0]), "key-1")
    session.stop()
    log.erase_texts("s1", [one.seq for one in texts(log)], clock.now)
    loaded = log.load("s1")
    assert "key-1" in loaded.receipts
    again = Session(log, loaded, clock=clock)
    ask(again, c.ResumeSession(loaded.last_seen))
    again.stop()
    assert verify(log.path).is_fine


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (
            'UPDATE blanked SET payload = replace(payload, \'"choice":"a"\', \'"choice":"c"\')',
            "do not add up to its count",
        ),
        (
            "INSERT INTO payloads SELECT seq, x'00', payload, key FROM blanked WHERE payload <> ''",
            "were erased, but they are still there",
        ),
        ("DELETE FROM blanked", "what event"),
    ],
)
def test_what_is_left_of_an_erased_text_cannot_be_changed_unseen(
    log: LogFile, clock: Clock, statement: str, words: str
) -> None:
    a_talk(log, clock)
    log.erase_texts("s1", [one.seq for one in texts(log) if one.seat == 2], clock.now)
    with pytest.raises(sqlite3.IntegrityError):
        tampered(log.path, statement)
    broken_into(log.path, statement)
    said = [finding.text(Texts("en")) for finding in verify(log.path).findings]
    assert any(words in line for line in said), said


def test_sessions_past_a_moment_are_found_by_their_last_sign(log: LogFile, clock: Clock) -> None:
    for name in ("old", "kept"):
        session = Session(log, clock=clock)
        ask(session, a_start(name))
        ask(session, c.Join(RoleId("inwoner")))
        ask(session, c.Leave(SeatId(1)))
        session.stop()
        clock.pass_by(10_000)
    log.beat("old", clock.now)
    with opening.reading(log.path) as conn:
        assert older_than(conn, clock.now) == ("kept",)
        assert older_than(conn, clock.now + 1) == ("old", "kept")
