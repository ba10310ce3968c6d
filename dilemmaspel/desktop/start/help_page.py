"""Help: the handbook by subject, with a line to search it; everything is on this laptop."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dilemmaspel.desktop.handbook.book import Book, find, folded, load_book
from dilemmaspel.desktop.handbook.contents import Contents
from dilemmaspel.desktop.handbook.reader import Reader
from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.edges import top_row
from dilemmaspel.desktop.widgets.kit import em, label, named, say, tight
from dilemmaspel.desktop.widgets.question import Answer, Question, QuestionStrip
from dilemmaspel.paths import handbook_dir
from dilemmaspel.texts import DEFAULT_LANGUAGE, Texts

_ASIDE: Final = 15
"""The width of the list, as a multiple of the height of a letter."""


def open_address(address: str) -> None:
    """Open an address in the browser of the system."""
    QDesktopServices.openUrl(QUrl(address))


class HelpPage(BackPage):
    """Escape empties the search, and then goes back to where help was asked."""

    def __init__(
        self,
        t: Texts,
        parent: QWidget | None = None,
        *,
        opens: Callable[[str], None] = open_address,
    ) -> None:
        """Read the handbook; raises EnvironmentTrouble when it is not there."""
        super().__init__("help", t("Help"), t("Back"), parent)
        self._t = t
        self._opens = opens
        self._book: Book = load_book(handbook_dir(), t.language)
        self.contents = Contents(t)
        self.reader = Reader(t, self._book.folder)
        self.question = named(QuestionStrip(t), "helpQuestion", t("A question for you"))
        self._build()
        self._connect()
        self._show_place(self._book.subjects[0].file, "")
        self.contents.show_subjects(self._book.subjects, self._book.subjects[0].file)

    def _build(self) -> None:
        body = QHBoxLayout()
        tight(body, 24)
        body.setContentsMargins(40, 0, 40, 20)
        body.addLayout(self._aside())
        text = QVBoxLayout()
        tight(text, 10)
        text.addWidget(self.question)
        text.addWidget(self.reader, 1)
        body.addLayout(text, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top_row(self.back))
        layout.addLayout(body, 1)

    def _aside(self) -> QVBoxLayout:
        t = self._t
        asks = t("Search in the handbook")
        self.search: QLineEdit = named(QLineEdit(), "helpSearch", asks)
        self.search.setMinimumHeight(36)
        self._found: QLabel = label("", "small", "helpFound")
        note = label("", "small", "helpNote")
        dutch = t.language == DEFAULT_LANGUAGE
        say(note, "" if dutch else t("The handbook is in Dutch; the quick start is in English."))
        column = QVBoxLayout()
        tight(column, 6)
        parts: tuple[QWidget, ...] = (
            label(asks, "strong", "helpAsks"),
            self.search,
            self._found,
            self.contents,
            note,
        )
        for part in parts:
            part.setFixedWidth(_ASIDE * em())
            column.addWidget(part, 1 if part is self.contents else 0)
        return column

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._on_return)
        self.contents.placeChosen.connect(self._show_place)
        self.contents.entered.connect(self.reader.setFocus)
        self.reader.linkFollowed.connect(self._on_link)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        key.activated.connect(self._on_find)

    # ------------------------------------------------------------ what is shown

    def go_to_start(self) -> None:
        """Put the keyboard where reading begins: in the list of subjects."""
        self.contents.setFocus()

    def show_subject(self, file: str, anchor: str = "") -> None:
        """Show a subject by its file; one that is not there changes nothing."""
        if self._book.subject(file) is not None:
            self.search.clear()
            self._show_place(file, anchor)
            self.contents.show_subjects(self._book.subjects, file)

    def _show_place(self, file: str, anchor: str) -> None:
        subject = self._book.subject(file)
        if subject is not None:
            self.reader.show_subject(subject, anchor, folded(self.search.text()).split())

    # ---------------------------------------------------------------- searching

    def _on_search(self, query: str) -> None:
        if not query.strip():
            subject = self.reader.subject
            say(self._found, "")
            self.contents.show_subjects(self._book.subjects, subject.file if subject else "")
            return
        hits = find(self._book, query)
        t = self._t
        words = t.plural("Found in {n} place", "Found in {n} places", len(hits))
        say(self._found, words if hits else t("Found nowhere. Try another word."))
        self.contents.show_hits(hits)

    def _on_return(self) -> None:
        if self.contents.count():
            self.contents.setFocus()

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # -------------------------------------------------------------------- links

    def _on_link(self, address: str) -> None:
        file, _, anchor = address.partition("#")
        subject = self.reader.subject
        if not file and subject is not None:
            file = subject.file
        if self._book.subject(file) is not None:
            self.show_subject(file, anchor)
        elif address.startswith("https://"):
            self._ask(address)

    def _ask(self, address: str) -> None:
        t = self._t
        self.question.ask(
            Question(
                text=t("Open this address in your browser?"),
                detail=t("{address} This needs internet; the handbook does not.", address=address),
                answers=(
                    Answer("stay", t("No, stay here")),
                    Answer("open", t("Yes, open it"), then=partial(self._on_open, address)),
                ),
            )
        )

    def _on_open(self, address: str, _reason: str) -> None:
        self._opens(address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.contents.setFocus()
            return
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self._on_return()
            return
        super().keyPressEvent(event)
