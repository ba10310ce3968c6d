"""Windows for the tests of the presenter, closed again without a question."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from dilemmaspel.texts import Texts
from tests.desktop.looking import in_front
from tests.desktop.presenter.game import ENGLISH, Game, Shown, flagship

Show = Callable[..., Shown]


@pytest.fixture
def game() -> Game:
    """De Schakel with eight people, in the lobby."""
    return Game(flagship())


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Put a window before a game; it stands on the screen with the newest view."""
    shown: list[Shown] = []

    def make(game: Game, t: Texts = ENGLISH) -> Shown:
        made = Shown(game, t)
        shown.append(made)
        in_front(qtbot, made.window)
        made.refresh()
        return made

    yield make
    for made in shown:
        made.window.close_for_good()
        made.window.deleteLater()
