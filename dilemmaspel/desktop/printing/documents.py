"""The documents that a facilitator prints, and writing one of them as a PDF."""

from collections.abc import Callable, Mapping
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import Final

from dilemmaspel.desktop.printing.agreements_sheet import agreements_sheet
from dilemmaspel.desktop.printing.briefings import briefings
from dilemmaspel.desktop.printing.job import PrintJob
from dilemmaspel.desktop.printing.observer_guide import observer_guide
from dilemmaspel.desktop.printing.page import Page
from dilemmaspel.desktop.printing.pdf import pdf_steps
from dilemmaspel.desktop.printing.posters import posters
from dilemmaspel.desktop.printing.role_cards import role_cards
from dilemmaspel.desktop.printing.script import script
from dilemmaspel.desktop.stepping import Steps
from dilemmaspel.desktop.style import load_fonts
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import Named

Progress = Callable[[int, int], bool]
"""Hears how many pages are done, of how many; False stops."""


class Document(StrEnum):
    """What can be printed, in the order in which a facilitator needs it."""

    SCRIPT = "script"
    ROLE_CARDS = "role_cards"
    BRIEFINGS = "briefings"
    OBSERVER_GUIDE = "observer_guide"
    POSTERS = "posters"
    AGREEMENTS = "agreements"
    HANDBOOK = "handbook"
    """The same for every scenario, and laid out by itself."""


DOCUMENTS: Final[Mapping[Document, Named]] = {
    Document.SCRIPT: Named(
        mark("Facilitator’s script"), mark("The whole session on paper, for you.")
    ),
    Document.ROLE_CARDS: Named(mark("Role cards"), mark("Four to a sheet, to cut out.")),
    Document.BRIEFINGS: Named(
        mark("Briefings"), mark("A folded slip for every role in every dilemma, two to a sheet.")
    ),
    Document.OBSERVER_GUIDE: Named(
        mark("Observer’s guide"), mark("Five things to look for, with room to write.")
    ),
    Document.POSTERS: Named(
        mark("Voting posters"), mark("Question and options, large, for a room without a beamer.")
    ),
    Document.AGREEMENTS: Named(mark("Agreements sheet"), mark("Who does what, and by when.")),
    Document.HANDBOOK: Named(mark("Handbook"), mark("How everything works, to read at leisure.")),
}

_FILE_NAMES: Final[Mapping[Document, str]] = {
    Document.SCRIPT: mark("facilitators-script"),
    Document.ROLE_CARDS: mark("role-cards"),
    Document.BRIEFINGS: mark("briefings"),
    Document.OBSERVER_GUIDE: mark("observers-guide"),
    Document.POSTERS: mark("voting-posters"),
    Document.AGREEMENTS: mark("agreements-sheet"),
    Document.HANDBOOK: mark("handbook"),
}

_LAYOUTS: Final[Mapping[Document, Callable[[PrintJob, Texts], tuple[Page, ...]]]] = {
    Document.SCRIPT: script,
    Document.ROLE_CARDS: role_cards,
    Document.BRIEFINGS: briefings,
    Document.OBSERVER_GUIDE: observer_guide,
    Document.POSTERS: posters,
    Document.AGREEMENTS: agreements_sheet,
}


def file_name(document: Document, texts: Texts) -> str:
    """The name of the file of a document, such as `rolkaarten.pdf`."""
    return f"{texts(_FILE_NAMES[document])}.pdf"


def layout(document: Document, job: PrintJob, texts: Texts) -> tuple[Page, ...]:
    """Lay out all pages of a document of a scenario; the handbook is none and raises KeyError."""
    load_fonts()
    return _LAYOUTS[document](job, texts)


def write(
    document: Document,
    job: PrintJob,
    path: Path,
    texts: Texts,
    progress: Progress,
) -> bool:
    """Write a document as a PDF, whole or not at all; False when `progress` stopped it.

    Raises EnvironmentTrouble when the folder or the file cannot be written.
    """
    with closing(writing(document, job, path, texts)) as steps:
        return all(progress(done, total) for done, total in steps)


def writing(document: Document, job: PrintJob, path: Path, texts: Texts) -> Steps:
    """Write a document in small steps, each giving the pages done and their number.

    The file stands there when the steps are over; who stops earlier leaves nothing behind.
    """
    if document is Document.HANDBOOK:
        from dilemmaspel.desktop.handbook import paper

        yield from paper.writing(path, texts)
        return
    pages = layout(document, job, texts)
    title = f"{job.scenario.title} – {texts(DOCUMENTS[document].name)}"
    yield from pdf_steps(pages, path, title)
