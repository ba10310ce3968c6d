"""Work in small steps from a timer, so that the window never stands still."""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer

from dilemmaspel.problems import EnvironmentTrouble

Steps = Generator[tuple[int, int], None, None]
"""Gives how much is done, of how much; who closes it earlier leaves nothing behind."""


class Stepping(QObject):
    """Makes something step by step; a kind of making says what a step is, and how it ends."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_step)

    @property
    def busy(self) -> bool:
        """Whether something is being made."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Stop; what is half made leaves nothing behind, and what stood there stays."""
        if self.busy:
            self._end()
            self._tell_stopped()

    def _begin(self) -> None:
        self._timer.start(0)

    def _step(self) -> None:
        """Do one step, or end when there is none."""
        raise NotImplementedError

    def _tell_stopped(self) -> None:
        raise NotImplementedError

    def _tell_trouble(self, trouble: EnvironmentTrouble) -> None:
        raise NotImplementedError

    def _on_step(self) -> None:
        try:
            self._step()
        except EnvironmentTrouble as trouble:
            self._end()
            self._tell_trouble(trouble)
        except BaseException:
            self._end()
            raise

    def _end(self) -> None:
        self._timer.stop()
        if self._steps is not None:
            self._steps.close()
            self._steps = None
