"""What the debrief shows, worked out once for every state that changes it."""

import logging
from collections.abc import Callable
from typing import Final

from dilemmaspel.debrief.beside import NOTHING, Beside
from dilemmaspel.debrief.cockpit import Cockpit, cockpit
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import question_here
from dilemmaspel.problems import EnvironmentTrouble

_LOG: Final = logging.getLogger(__name__)


class Lookup:
    """Gives the figure of the question on the screen; asks the log once for what it keeps apart."""

    def __init__(self, beside: Callable[[], Beside] | None = None) -> None:
        """`beside` reads what a session's state does not hold; it may raise EnvironmentTrouble."""
        self._read = beside
        self._beside: Beside | None = None
        self._key: tuple[object, ...] | None = None
        self._found: Cockpit | None = None

    def __call__(self, state: State) -> Cockpit | None:
        """Return the figure of this state's question; None outside the debrief."""
        number = question_here(state)
        if number is None:
            self._beside = self._found = self._key = None
            return None
        key = _key(state, number)
        if key != self._key:
            chosen = state.figures.get(number, "")
            self._found = cockpit(state, number, chosen, self._apart())
            self._key = key
        return self._found

    def _apart(self) -> Beside:
        if self._beside is None:
            self._beside = self._asked()
        return self._beside

    def _asked(self) -> Beside:
        """What the log keeps apart; without it the figures say that there is nothing."""
        if self._read is None:
            return NOTHING
        try:
            return self._read()
        except EnvironmentTrouble as trouble:
            _LOG.warning("The debrief goes without the own votes: %s", trouble)
            return NOTHING


def _key(state: State, number: int) -> tuple[object, ...]:
    """All that the figures are made of, cheap to compare: most of it is the same object."""
    return (
        number,
        state.figures.get(number, ""),
        state.flow.decisions,
        state.flow.results,
        state.flow.world,
        state.show_roles,
        state.shared,
        state.notes,
        state.arguments,
        state.conditions,
        state.agreements,
        state.exit_poll,
        state.poll_hands,
        state.seats,
    )
