"""Work in small steps from a timer, so that the window never stands still."""

from collections.abc import Generator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from dilemmaspel.problems import EnvironmentTrouble

Steps = Generator[tuple[int, int], None, None]
"""Gives how much is done, of how much; who closes it earlier leaves nothing behind."""

_OVER: Final = object()


class Stepping(QObject):
    """Does work step by step; ends with one of `made`, `stopped` and `troubled`."""

    progressed = Signal(object)
    """What the work gives after a step; it gives None when there is nothing to tell."""
    made = Signal()
    stopped = Signal()
    troubled = Signal(object)
    """An `EnvironmentTrouble`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work: Generator[object, None, None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_step)

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._timer.isActive()

    def start(self, work: Generator[object, None, None]) -> None:
        """Begin; while something is being made this does nothing."""
        if self.busy:
            return
        self._work = work
        self._timer.start(0)

    def stop(self) -> None:
        """Stop; what is half made leaves nothing behind, and what stood there stays."""
        if self.busy:
            self._end()
            self.stopped.emit()

    def _on_step(self) -> None:
        if self._work is None:
            return
        try:
            given = next(self._work, _OVER)
        except EnvironmentTrouble as trouble:
            self._end()
            self.troubled.emit(trouble)
            return
        except BaseException:
            self._end()
            raise
        if given is _OVER:
            self._end()
            self.made.emit()
        elif given is not None:
            self.progressed.emit(given)

    def _end(self) -> None:
        self._timer.stop()
        if self._work is not None:
            self._work.close()
            self._work = None
