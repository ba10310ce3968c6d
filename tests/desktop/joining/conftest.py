"""What the tests of the phones in the presenter window share."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from dilemmaspel.desktop.joining.info import NO_WIFI, Wifi
from dilemmaspel.game.setup import Profile, Setup, Voting
from dilemmaspel.texts import Texts
from tests.desktop.joining.door import Door, FakePhones
from tests.desktop.looking import in_front
from tests.desktop.presenter.game import ENGLISH, Game, Shown, flagship

Inside = Callable[..., tuple[Shown, Door]]


@pytest.fixture
def inside(qtbot: QtBot) -> Iterator[Inside]:
    """Put a presenter window with phones before a game; it stands on the screen."""
    made: list[tuple[Shown, Door]] = []

    def make(
        t: Texts = ENGLISH, phones: FakePhones | None = None, wifi: Wifi = NO_WIFI
    ) -> tuple[Shown, Door]:
        setup = Setup(profile=Profile.HALF_DAY, voting=Voting.PHONE)
        shown = Shown(Game(flagship(), 8, setup), t)
        door = Door(qtbot, shown.game, phones, t, wifi, shown.window)
        made.append((shown, door))
        in_front(qtbot, shown.window)
        shown.refresh()
        door.come_in()
        return shown, door

    yield make
    for shown, door in made:
        door.desk.stop()
        shown.window.close_for_good()
        shown.window.deleteLater()
