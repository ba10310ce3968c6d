"""Checks on a machine without a screen that the whole program can be built and played."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from dilemmaspel.game.commands import Advance
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.setup import Setup

if TYPE_CHECKING:
    from dilemmaspel.app import App

GOAL: Final = Phase.REVEAL1
"""The test plays a rehearsal up to the first result."""

_STEP_MS: Final = 60


class SelfTest(QObject):
    """Opens a rehearsal in every window, plays it to the first result, and tells how it went."""

    def __init__(self, app: "App", done: Callable[[bool], None]) -> None:
        super().__init__(app)
        self._app = app
        self._done = done
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._on_step)

    def begin(self) -> None:
        """Start as soon as the scenarios have been read."""
        self._timer.start()

    def _on_step(self) -> None:
        if self._app.evening is None:
            self._start()
            if self._app.evening is None:
                self._fail()
            return
        state = self._app.evening.state
        if state.flow.phase is GOAL:
            self._timer.stop()
            self._app.evening.leave()
            self._done(True)
        elif state.flow.open_vote is None or self._everybody_voted():
            self._app.evening.send(Advance(state.step))

    def _fail(self) -> None:
        self._timer.stop()
        self._done(False)

    def _everybody_voted(self) -> bool:
        state = self._app.evening.state if self._app.evening else None
        box = state.open_box if state else None
        return box is not None and len(box.ballots) == len(box.electorate)

    def _start(self) -> None:
        from dilemmaspel.desktop.start.setup_page import SetupChoice

        entry = next((e for e in self._app.entries() if e.is_playable), None)
        if entry is None:
            return
        people = {RoleId(role): 1 for role in ("inwoner", "sociaal_werker", "ondernemer")}
        setup = Setup(practice=True)
        self._app.foyer.startRequested.emit(SetupChoice(entry, setup, people, practice=True))
