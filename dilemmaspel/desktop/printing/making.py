"""Makes the chosen PDF files one small step at a time."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dilemmaspel.desktop.printing.documents import Document, file_name, writing
from dilemmaspel.desktop.printing.job import PrintJob
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


def printing(
    documents: Sequence[Document], job: PrintJob, folder: Path, t: Texts, ready: list[Path]
) -> Generator[Progress, None, None]:
    """Make one PDF after the other; each that is whole is added to `ready`.

    Raises EnvironmentTrouble when a file cannot be written.
    """
    for place, document in enumerate(documents):
        path = folder / file_name(document, t)
        with closing(writing(document, job, path, t)) as steps:
            for page, pages in steps:
                yield Progress(document, place, len(documents), page, pages)
        ready.append(path)
