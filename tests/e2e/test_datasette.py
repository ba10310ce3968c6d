"""Another program opens the log and answers the ready queries: Datasette, as organisers use it."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from tests.storage.test_queries import QUERIES, Played, log

pytest.importorskip("datasette", reason="Datasette is not installed: uv sync --group e2e")

__all__ = ["log"]

STARTED = "Uvicorn running on"


@pytest.fixture(scope="module")
def served(log: Played) -> Iterator[str]:
    """The address at which Datasette shows the log; the file cannot be written through it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(log.path)]
    command += ["--port", str(port), "--setting", "sql_time_limit_ms", "20000"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            assert any(STARTED in line for line in server.stderr)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.stderr.read()


def fetched(address: str, **asked: str) -> object:
    with urlopen(f"{address}?{urlencode(asked)}", timeout=30) as answer:
        return json.load(answer)


def test_it_shows_every_table(served: str, log: Played) -> None:
    found = fetched(f"{served}/log.json")
    assert isinstance(found, dict)
    shown = {table["name"]: table["count"] for table in found["tables"]}
    (ballots,) = log.look("SELECT count(*) FROM ballots")[0]
    assert shown["ballots"] == ballots
    assert {"sessions", "rollups", "totals", "shifts", "vote_figures", "lenses"} <= set(shown)


@pytest.mark.parametrize("number", range(1, 12))
def test_it_answers_the_ready_queries(served: str, log: Played, number: int) -> None:
    (file,) = QUERIES.glob(f"{number:02}-*.sql")
    found = fetched(f"{served}/log.json", sql=file.read_text(encoding="utf-8"), _shape="array")
    assert found == log.ask(number)
    assert found
