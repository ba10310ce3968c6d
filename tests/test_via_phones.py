"""Simulated participants that come in and vote over HTTP."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from dilemmaspel.session import MemoryLog, Session
from dilemmaspel.simulate_command import Wish, run_simulate
from dilemmaspel.storage.verify import verify
from dilemmaspel.texts import Texts
from dilemmaspel.via_phones import PhoneRefusedError, by_phone, plain
from tests.session.room import a_start, ask

FLAGSHIPS = ("f1-de-schakel", "p1-de-volle-wachtkamer", "c1-het-wijkteam-loopt-over")


def simulated(
    scenario: str, people: int = 60, db: Path | None = None, *, via_phones: bool = False
) -> dict[str, Any]:
    out, err = StringIO(), StringIO()
    wish = Wish(scenario, people, 1, None, db, None, as_json=True, via_phones=via_phones)
    assert run_simulate(wish, out, err, Texts("en")) == 0, err.getvalue()
    answer: dict[str, Any] = json.loads(out.getvalue())
    return answer


@pytest.mark.parametrize("name", FLAGSHIPS)
def test_bots_with_phones_play_the_same_session(name: str, tmp_path: Path) -> None:
    db = tmp_path / "log.sqlite"
    assert simulated(name, db=db, via_phones=True) == simulated(name)
    with closing(sqlite3.connect(db)) as conn:
        seats = conn.execute("SELECT channel, count(*) FROM participants GROUP BY 1").fetchall()
        votes = [
            json.loads(payload)
            for (payload,) in conn.execute(
                "SELECT payload FROM events JOIN payloads USING (seq) WHERE kind = 'BallotCast'"
            )
        ]
    assert seats == [("phone", 60)]
    assert {vote["channel"] for vote in votes} == {"phone"}
    cast = Counter((vote["dilemma"], vote["vote"], vote["attempt"]) for vote in votes)
    once = {(*_box(vote), vote["seat"]) for vote in votes}
    assert len(once) == len(votes), "every ballot stands in the log once"
    assert set(cast.values()) == {60}
    assert verify(db).is_fine


def _box(vote: dict[str, Any]) -> tuple[Any, ...]:
    return vote["dilemma"], vote["vote"], vote["attempt"]


def test_nothing_of_the_phones_is_left_behind(tmp_path: Path) -> None:
    simulated(FLAGSHIPS[0], people=3, db=tmp_path / "log.sqlite", via_phones=True)
    left = {one.name for one in tmp_path.iterdir()} - {"home"}
    assert left == {"log.sqlite", "log.sqlite-journal"}


def test_one_person_can_play_by_phone() -> None:
    assert simulated(FLAGSHIPS[1], people=1, via_phones=True)["participants"] == 1


def test_a_phone_that_is_refused_says_so_in_plain_words() -> None:
    session = Session(MemoryLog())
    ask(session, a_start())
    try:
        with (
            by_phone(session, 1, Texts("en")) as crowd,
            pytest.raises(PhoneRefusedError) as trouble,
        ):
            crowd.join(["burgemeester"])  # type: ignore[list-item] # a role that is not there
    finally:
        session.stop()
    told = trouble.value.message_in(Texts("en"))
    assert "/api/join" in told
    assert "role" in told


def test_choices_are_written_as_the_protocol_has_them() -> None:
    assert plain(("a", "b")) == ["a", "b"]
    assert plain({"a": 40, "b": 60}) == {"a": 40, "b": 60}
    assert (plain("b"), plain(4), plain(None)) == ("b", 4, None)
