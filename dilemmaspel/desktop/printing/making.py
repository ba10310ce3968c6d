"""Makes the chosen PDF files one small step at a time, so that the window never stands still."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dilemmaspel.desktop.printing.documents import Document, file_name, writing
from dilemmaspel.desktop.printing.job import PrintJob
from dilemmaspel.desktop.stepping import Stepping
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the making is: a page of a document, and the document's place among all."""

    document: Document
    place: int
    documents: int
    page: int
    pages: int

    @property
    def share(self) -> float:
        """How much of everything is done, from 0 to 1."""
        inside = self.page / self.pages if self.pages else 1.0
        return (self.place + inside) / self.documents


class Making(Stepping):
    """Ends with one of `made(count)`, `stopped(count)` and `troubled(EnvironmentTrouble, count)`.

    `count` is the number of files that are ready; each of them is whole.
    """

    progressed = Signal(object)
    """A `Progress`."""
    made = Signal(int)
    stopped = Signal(int)
    troubled = Signal(object, int)

    def __init__(self, t: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._todo: tuple[Document, ...] = ()
        self._done = 0
        self._job: PrintJob | None = None
        self._folder = Path()

    def start(self, documents: Iterable[Document], job: PrintJob, folder: Path) -> None:
        """Begin; while something is being made this does nothing."""
        if self.busy:
            return
        self._todo, self._job, self._folder = tuple(documents), job, folder
        self._done = 0
        self._begin()

    def _tell_stopped(self) -> None:
        self.stopped.emit(self._done)

    def _tell_trouble(self, trouble: EnvironmentTrouble) -> None:
        self.troubled.emit(trouble, self._done)

    def _step(self) -> None:
        if self._done == len(self._todo) or self._job is None:
            self._end()
            self.made.emit(self._done)
            return
        document = self._todo[self._done]
        if self._steps is None:
            path = self._folder / file_name(document, self._t)
            self._steps = writing(document, self._job, path, self._t)
        step = next(self._steps, None)
        if step is None:
            self._steps = None
            self._done += 1
            return
        self.progressed.emit(Progress(document, self._done, len(self._todo), *step))
