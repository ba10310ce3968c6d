"""What the tests of whole evenings borrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desktop.joining.conftest import inside
from tests.e2e.facilitator import Facilitator

__all__ = ["inside"]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Where the log of the evening comes to lie."""
    return tmp_path / "log.sqlite"


@pytest.fixture
def leads(qapp: QApplication, db: Path) -> Iterator[Facilitator]:
    """Somebody who leads an evening at a real window."""
    facilitator = Facilitator(db)
    yield facilitator
    facilitator.shut()
