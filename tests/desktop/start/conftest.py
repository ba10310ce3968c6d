"""The house of each test, closed again without a question."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.shell import SESSION
from dilemmaspel.settings import Settings
from dilemmaspel.texts import Texts
from tests.desktop.looking import in_front
from tests.desktop.start.house import House, T

Open = Callable[..., House]


@pytest.fixture
def open_house(qtbot: QtBot) -> Iterator[Open]:
    """Open the window, as large as the smallest laptop we play on."""
    opened: list[House] = []

    def make(t: Texts = T, settings: Settings | None = None) -> House:
        house = House(t, settings)
        opened.append(house)
        in_front(qtbot, house.window)
        return house

    yield make
    for house in opened:
        house.window.take(SESSION)
        house.window.close()
        house.window.deleteLater()


@pytest.fixture
def house(open_house: Open) -> House:
    """A window with the usual settings, in English."""
    return open_house()
