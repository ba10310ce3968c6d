"""What the tests of voting at the laptop share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.voting.room import Room, dressed


@pytest.fixture
def dress(qapp: QApplication) -> None:
    """Dress the application as the real one is."""
    dressed(qapp)


@pytest.fixture
def rooms() -> Iterator[list[Room]]:
    """Stop every room that a test puts in the list."""
    made: list[Room] = []
    yield made
    for room in made:
        room.stop()
