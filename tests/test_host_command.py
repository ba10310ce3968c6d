"""`dilemmaspel host` as a script starts it: a process, JSON lines, signals and exit codes."""

import json
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dilemmaspel.cli import main
from dilemmaspel.storage.verify import verify
from tests.contracts.code import ROOT
from tests.hosted import (
    VOTES,
    Hosted,
    come_back,
    come_in,
    everybody_votes,
    play_on,
    play_whole,
)

FLAGSHIP = "f1-de-schakel"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "log.sqlite"


def here(db: Path, *words: str) -> list[str]:
    """The words of a host that serves this machine alone."""
    return [*words, "--db", str(db), "--bind", "127.0.0.1", "--port", "0", "--linger", "0"]


def typed(*words: str) -> Result:
    result = CliRunner().invoke(main, ["host", *words], env={"DILEMMASPEL_LANGUAGE": "en"})
    assert "Traceback" not in result.output
    return result


def votes_in(db: Path) -> list[tuple[str, str, int, int, str]]:
    with closing(sqlite3.connect(db)) as conn:
        rows = conn.execute(
            "SELECT payload FROM events JOIN payloads USING (seq) WHERE kind = 'BallotCast'"
        )
        cast = [json.loads(payload) for (payload,) in rows]
    return [(c["dilemma"], c["vote"], c["attempt"], c["seat"], c["channel"]) for c in cast]


# ---------------------------------------------------------------- a whole session


def test_a_whole_session_is_led_told_and_logged(db: Path) -> None:
    host = play_whole(db, "--bind", "127.0.0.1")
    events = [line["event"] for line in host.lines]
    assert (events[0], events[-1]) == ("listening", "ended")
    listening, ended = host.lines[0], host.lines[-1]
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[a-z2-9]{8}", listening["url"])
    assert re.fullmatch(r"[a-z2-9]{6}", listening["code"])
    assert [line["seat"] for line in host.told("joined")] == [1, 2, 3]
    votes = [line["phase"] for line in host.told("phase") if line["phase"] in VOTES]
    assert [line["vote"] for line in host.told("tally")] == votes
    assert {line["ballots"] for line in host.told("tally")} == {3}
    assert set(ended["decisions"]) == {"d1", "d2", "d3", "d4"}
    cast = votes_in(db)
    assert len(cast) == len(set(cast)) == 3 * len(votes)
    assert {channel for *_, channel in cast} == {"phone"}
    assert verify(db).is_fine


def test_of_the_phones_nothing_stays_after_the_end(db: Path) -> None:
    play_whole(db, "--bind", "127.0.0.1")
    assert not [one for one in db.parent.rglob("*") if one.is_file() and "sqlite" not in one.name]


# ---------------------------------------------------------------- stopped, and resumed


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_host_that_is_stopped_is_resumed_with_the_same_phones(db: Path, number: int) -> None:
    with Hosted(*here(db, FLAGSHIP, "--participants", "3")) as host:
        come_in(host, 3)
        host.until("phase", phase="vote1")
        everybody_votes(host.phones[:2], "before-the-stop")
        code, err = host.stop(number)
    session = host.lines[0]["session"]
    assert code == 0
    assert f"--resume {session}" in err
    assert host.told("ended") == []

    phones = host.phones
    with Hosted(*here(db, "--resume", session, "--participants", "3")) as host:
        come_back(host, phones)
        assert host.lines[0]["session"] == session
        host.until("phase", phase="vote1")
        assert [phone.view()["screen"] for phone in host.phones] == ["received"] * 2 + ["ballot"]
        everybody_votes(host.phones, "after-the-stop")
        play_on(host)
        assert host.end() == (0, "")
    assert host.told("tally")[0]["ballots"] == 3
    cast = votes_in(db)
    assert len(cast) == len(set(cast)) == 3 * len(host.told("tally"))
    assert verify(db).is_fine


def test_a_host_in_the_lobby_can_be_stopped(db: Path) -> None:
    with Hosted(*here(db, FLAGSHIP)) as host:
        host.until("phase", phase="lobby")
        code, err = host.stop()
    assert code == 0
    assert "Traceback" not in err


def test_a_closed_session_is_not_resumed(db: Path) -> None:
    session = play_whole(db, "--bind", "127.0.0.1").lines[0]["session"]
    result = typed(*here(db, "--resume", session))
    assert result.exit_code == 1
    assert "closed" in result.output


# ---------------------------------------------------------------- wrong use


@pytest.mark.parametrize(
    "words",
    [
        (),
        (FLAGSHIP, "--participants", "0"),
        (FLAGSHIP, "--expect", "many"),
        (FLAGSHIP, "--port", "70000"),
        (FLAGSHIP, "--seconds-open", "0"),
    ],
)
def test_wrong_use_says_how_to_use_it(words: tuple[str, ...]) -> None:
    result = typed(*words)
    assert result.exit_code == 2
    assert "Usage" in result.output


def test_an_unknown_scenario_is_told_and_makes_no_log(db: Path) -> None:
    result = typed(*here(db, "f1-de-schakl"))
    assert result.exit_code == 2
    assert FLAGSHIP in result.output
    assert not db.exists()


def test_a_broken_scenario_is_told_with_its_problems(db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kapot"
    folder.mkdir()
    (folder / "scenario.yaml").write_text("schema: dilemmaspel/1\nid: kapot\n")
    result = typed(*here(db, str(folder)))
    assert result.exit_code == 1
    assert "scenario.yaml" in result.output


def test_a_session_that_is_not_there_is_told(db: Path) -> None:
    result = typed(*here(db, "--resume", "nergens"))
    assert result.exit_code == 2
    assert "nergens" in result.output
    assert not db.exists()


def test_a_session_goes_on_with_its_own_scenario(db: Path) -> None:
    with Hosted(*here(db, FLAGSHIP)) as host:
        session = host.until("listening")["session"]
        host.stop()
    result = typed(*here(db, "p1-de-volle-wachtkamer", "--resume", session))
    assert result.exit_code == 2
    assert FLAGSHIP in result.output


def test_an_address_that_is_not_ours_is_told_in_plain_words(db: Path) -> None:
    result = typed(FLAGSHIP, "--db", str(db), "--bind", "192.0.2.1")
    assert result.exit_code == 2
    assert "192.0.2.1" in result.output


def test_a_taken_port_gives_way_to_the_next(db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        words = ("--db", str(db), "--bind", "127.0.0.1", "--port", str(port))
        with Hosted(FLAGSHIP, *words) as host:
            url = host.until("listening")["url"]
            host.stop()
    assert f":{port}/" not in url


# ---------------------------------------------------------------- nothing leaves the laptop


def test_a_session_is_played_where_there_is_no_network(db: Path) -> None:
    alone = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("This system makes no network namespaces for us.")
    played = subprocess.run(
        [*alone, sys.executable, "-m", "tests.hosted", str(db), "--alone"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    assert json.loads(played.stdout)[-1]["event"] == "ended"


def test_a_session_connects_to_nobody(db: Path, tmp_path: Path) -> None:
    calls = tmp_path / "calls"
    watched = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(calls)]
    if shutil.which("strace") is None or subprocess.run([*watched, "true"], check=False).returncode:
        pytest.skip("This system lets us not watch what a program asks of it.")
    play_whole(db, "--bind", "127.0.0.1", before=watched)
    reached = re.findall(
        r"inet_addr\(\"([^\"]+)\"\)|inet_pton\(AF_INET6, \"([^\"]+)\"", calls.read_text()
    )
    assert {one for pair in reached for one in pair if one} <= {"127.0.0.1"}
