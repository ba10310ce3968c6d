"""What to print and where to: the two cards of the print page."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from dilemmaspel.desktop.printing.documents import DOCUMENTS, Document
from dilemmaspel.desktop.printing.job import PrintJob, roles_of
from dilemmaspel.desktop.start.concerns import FolderChooser
from dilemmaspel.desktop.widgets.headed import HeadedCard
from dilemmaspel.desktop.widgets.kit import label
from dilemmaspel.desktop.widgets.options import OneOf, Said, Tick
from dilemmaspel.desktop.widgets.places import breakable, nearest_folder, own_folder, plain_name
from dilemmaspel.texts import Texts

_USUAL: Final = frozenset(
    {Document.SCRIPT, Document.ROLE_CARDS, Document.BRIEFINGS, Document.AGREEMENTS}
)
PERSON, ROLE = "person", "role"


def usual_folder(title: str, day: date) -> Path:
    """Where the files of a scenario go: in a folder of their own among the person's documents."""
    return own_folder() / f"{plain_name(title)} {day.isoformat()}".strip()


class WhatCard(HeadedCard):
    """A tick for every document; for role cards also how many."""

    changed = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__("printWhat", t("What do you want on paper?"), spacing=6)
        self._t = t
        self._chosen = set(_USUAL)
        self.ticks: dict[Document, Tick] = {}
        self.per_person = True
        for document, words in DOCUMENTS.items():
            tick = Tick(f"print_{document}", t(words.name), t(words.meaning))
            tick.ticked.connect(partial(self._on_ticked, document))
            tick.show_tick(document in self._chosen)
            self.ticks[document] = tick
            self.column.addWidget(tick)
            if document is Document.ROLE_CARDS:
                self._many = QVBoxLayout()
                self._many.setContentsMargins(36, 0, 0, 0)
                self.column.addLayout(self._many)
        self.how_many: OneOf | None = None

    @property
    def chosen(self) -> tuple[Document, ...]:
        """What is ticked, in the order of the page."""
        return tuple(document for document in DOCUMENTS if document in self._chosen)

    def show_job(self, job: PrintJob) -> None:
        """Offer a card for everybody when it is known how many people there are."""
        if self.how_many is not None:
            self._many.removeWidget(self.how_many)
            self.how_many.deleteLater()
            self.how_many = None
        roles = roles_of(job)
        people = sum(job.cards_of(role) for role in roles)
        if people > len(roles):
            self.how_many = self._counts(people, len(roles))
            self._many.addWidget(self.how_many)
            self._show_many()

    def _counts(self, people: int, roles: int) -> OneOf:
        t = self._t
        answers = (
            Said(PERSON, t("A card for everybody ({n})", n=people)),
            Said(ROLE, t("One card for each role ({n})", n=roles)),
        )
        made = OneOf("printCards", t("How many role cards?"), answers)
        made.show_choice(PERSON if self.per_person else ROLE)
        made.chosen.connect(self._on_many)
        return made

    def _show_many(self) -> None:
        if self.how_many is not None:
            self.how_many.setVisible(Document.ROLE_CARDS in self._chosen)

    def _on_ticked(self, document: Document, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(document)
        self._show_many()
        self.changed.emit()

    def _on_many(self, key: str) -> None:
        self.per_person = key == PERSON


class WhereCard(HeadedCard):
    """The folder of the files, and how to print them well."""

    def __init__(self, t: Texts) -> None:
        super().__init__("printWhere", t("Where do the PDFs go?"))
        self.folder = Path()
        self._path = label("", "text", "printFolder")
        self.chooser = FolderChooser(t, "printFolderChoose", asks=t("A folder for the PDFs"))
        self.chooser.folderChosen.connect(self.show_folder)
        column = self.column
        column.addWidget(self._path)
        column.addWidget(self.chooser)
        column.addSpacing(8)
        column.addWidget(label(t("How to print"), "strong"))
        for hint in _hints(t):
            column.addWidget(label(hint, "muted"))
        column.addStretch(1)

    def show_folder(self, folder: Path) -> None:
        """Put the files in this folder."""
        self.folder = folder
        self._path.setText(breakable(folder))
        self.chooser.show_folder(nearest_folder(folder))


def _hints(t: Texts) -> Iterable[str]:
    return (
        t("On A4, at 100%; black and white is fine."),
        t("Role cards and briefings on one side, the script on both sides."),
    )
