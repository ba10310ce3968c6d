from collections.abc import Iterator
from pathlib import Path

import pytest

from dilemmaspel.session import Session
from dilemmaspel.storage.log import LogFile, open_log
from tests.session.room import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "log.sqlite"


@pytest.fixture
def log(path: Path) -> Iterator[LogFile]:
    log = open_log(path)
    yield log
    log.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(log: LogFile, clock: Clock) -> Iterator[Session]:
    session = Session(log, clock=clock)
    yield session
    session.stop()
