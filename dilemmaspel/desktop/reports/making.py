"""Makes a report one small step at a time, so that the window never stands still."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dilemmaspel.debrief.export.steps import Steps
from dilemmaspel.problems import EnvironmentTrouble


class ReportMaking(QObject):
    """Ends with one of `made(Path)`, `stopped()` and `troubled(EnvironmentTrouble)`."""

    progressed = Signal(float)
    """How much is done, from 0 to 1."""
    made = Signal(Path)
    stopped = Signal()
    troubled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begin: Callable[[], Steps] | None = None
        self._steps: Steps | None = None
        self._path = Path()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_step)

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._timer.isActive()

    def start(self, begin: Callable[[], Steps], path: Path) -> None:
        """Begin; while something is being made this does nothing."""
        if self.busy:
            return
        self._begin, self._path = begin, path
        self._timer.start(0)

    def stop(self) -> None:
        """Stop; nothing is left behind, and what stood there stays."""
        if self.busy:
            self._end()
            self.stopped.emit()

    def _on_step(self) -> None:
        try:
            self._step()
        except EnvironmentTrouble as trouble:
            self._end()
            self.troubled.emit(trouble)
        except BaseException:
            self._end()
            raise

    def _step(self) -> None:
        if self._steps is None:
            if self._begin is None:
                return
            self._steps = self._begin()
            return
        step = next(self._steps, None)
        if step is None:
            self._end()
            self.made.emit(self._path)
            return
        done, whole = step
        self.progressed.emit(done / whole if whole else 0.0)

    def _end(self) -> None:
        self._timer.stop()
        self._begin = None
        if self._steps is not None:
            self._steps.close()
            self._steps = None
