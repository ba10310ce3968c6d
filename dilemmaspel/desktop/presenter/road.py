"""The left zone: the road of the session, and where we are on it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import named, scrolled, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.desktop.widgets.stones import AHEAD, DONE, HERE, INSIDE, SKIPPED, Stone
from dilemmaspel.game.views import PresenterView, StopView
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import PHASES

_SAID = {
    DONE: mark("done"),
    HERE: mark("we are here"),
    SKIPPED: mark("skipped"),
    INSIDE: mark("we are here"),
    AHEAD: "",
}

_Key = tuple[str, str, int]


class RoadPanel(Panel):
    """The phases and dilemmas of this session, one under the other."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "road", t("The road of this session"))
        self._here: Stone | None = None
        stones = QWidget()
        column = QVBoxLayout(stones)
        tight(column)
        column.addStretch(1)
        self._rows: Rows[_Key, Stone] = Rows(column, self._stone)
        self._area: QScrollArea = scrolled(stones, "roadArea", t("The road of this session"))
        self._area.verticalScrollBar().rangeChanged.connect(self._see_here)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._area)

    def _stone(self, key: _Key) -> Stone:
        return Stone(inner=bool(key[0] and key[1]))

    def show_view(self, view: PresenterView) -> None:
        stops = view.road
        stones = self._rows.keep(_keys(stops))
        here = None
        for stop, stone in zip(stops, stones, strict=True):
            state = _state(stop)
            stone.show_stop(self._words(stop), state, self._t(_SAID[state]))
            here = stone if stop.here else here
        if here is not self._here:
            self._here = here
            QTimer.singleShot(0, self, self._see_here)

    def _see_here(self) -> None:
        """Bring the place where we are into sight, once the layout has settled."""
        if self._here is not None:
            self._area.ensureWidgetVisible(self._here, 0, self._area.height() // 3)

    def _words(self, stop: StopView) -> str:
        if stop.phase is not None:
            return self._t(PHASES[stop.phase])
        return stop.title


def _keys(stops: tuple[StopView, ...]) -> list[_Key]:
    """A key per stop that stays the same while the road does."""
    counted: dict[tuple[str, str], int] = {}
    keys = []
    for stop in stops:
        name = (stop.phase or "", stop.dilemma or "")
        counted[name] = counted.get(name, 0) + 1
        keys.append((*name, counted[name]))
    return keys


def _state(stop: StopView) -> str:
    if stop.here:
        return HERE if stop.phase is not None else INSIDE
    if stop.skipped:
        return SKIPPED
    return DONE if stop.done else AHEAD
