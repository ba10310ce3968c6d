"""Makes a report one small step at a time, so that the window never stands still."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.desktop.stepping import Stepping
from dilemmaspel.problems import EnvironmentTrouble


class ReportMaking(Stepping):
    """Ends with one of `made(Path)`, `stopped()` and `troubled(EnvironmentTrouble)`."""

    progressed = Signal(float)
    """How much is done, from 0 to 1."""
    made = Signal(Path)
    stopped = Signal()
    troubled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first: Callable[[], Steps] | None = None
        self._path = Path()

    def start(self, begin: Callable[[], Steps], path: Path) -> None:
        """Begin; while something is being made this does nothing."""
        if self.busy:
            return
        self._first, self._path = begin, path
        self._begin()

    def _tell_stopped(self) -> None:
        self.stopped.emit()

    def _tell_trouble(self, trouble: EnvironmentTrouble) -> None:
        self.troubled.emit(trouble)

    def _step(self) -> None:
        if self._steps is None:
            if self._first is None:
                return
            self._steps = self._first()
            return
        step = next(self._steps, None)
        if step is None:
            self._end()
            self.made.emit(self._path)
            return
        done, whole = step
        self.progressed.emit(done / whole if whole else 0.0)

    def _end(self) -> None:
        self._first = None
        super()._end()
