"""Whatever the windows paint fits where it stands, from the very first time it is painted."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from dilemmaspel.game.commands import ChangePlan
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Phase
from tests.desktop.looking import dressed
from tests.desktop.presenter.test_fit import cut
from tests.e2e.facilitator import Facilitator
from tests.e2e.test_evening import PEOPLE, answers

SLACK = 2
SIZES = pytest.mark.parametrize("points", [10.0, 20.0], ids=["usual", "double"])
Open = Callable[[float], Facilitator]


class Painted(QObject):
    """Looks at every label and every row at the moment that it is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.seen = 0
        self.cut: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self._look(watched)
        return False

    def _look(self, one: QWidget) -> None:
        if one.window() is not self._window:
            return
        needed = _needed(one)
        self.seen += needed > 0
        if one.height() + SLACK < needed:
            self.cut.append(f"{one.objectName()} is {one.height()} high, needs {needed}")


def _needed(one: QWidget) -> int:
    """The height that words need at the width they have; 0 for anything else."""
    if isinstance(one, QLabel) and one.wordWrap() and one.text():
        return one.heightForWidth(one.width())
    layout = one.layout()
    if isinstance(one, QAbstractButton) and layout is not None:
        return layout.totalHeightForWidth(one.width())
    return 0


@pytest.fixture
def open_house(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    opened: list[Facilitator] = []
    with ExitStack() as undress:

        def make(points: float) -> Facilitator:
            undress.enter_context(dressed(points))
            opened.append(Facilitator(tmp_path / "log.sqlite"))
            return opened[0]

        yield make
        for one in opened:
            one.shut()


def one_dilemma(leads: Facilitator) -> Iterator[str]:
    """Every page up to the reflection on the dilemma that asks for objections."""
    leads.start("p1-de-volle-wachtkamer")
    leads.evening.send(ChangePlan((DilemmaId("d4"),)))
    while leads.where() is not Phase.REFLECT:
        yield leads.page().value
        dilemma, vote = leads.state.dilemma, leads.state.flow.open_vote
        if dilemma is not None and vote is not None:
            consent = leads.where() is Phase.CONSENT_CHECK
            turn = int(leads.where() is Phase.VOTE2)
            leads.pass_round(
                ["no_objection"] * PEOPLE if consent else answers(dilemma, turn),
            )
            yield f"{vote.value} done"
        leads.on()


@SIZES
def test_everything_fits_whenever_it_is_painted(
    open_house: Open, points: float, qapp: QApplication
) -> None:
    leads = open_house(points)
    window = leads.app.window
    size = (window.width(), window.height())
    assert size[0] <= 1366
    assert size[1] < 768, "a screen of 1366 by 768 has to leave room for a title and a bar"
    painted = Painted(window)
    qapp.installEventFilter(painted)
    for page in one_dilemma(leads):
        leads.wait(lambda: not cut(window))
        assert (window.width(), window.height()) == size, page
    qapp.removeEventFilter(painted)
    assert painted.seen > 500
    assert painted.cut == []
