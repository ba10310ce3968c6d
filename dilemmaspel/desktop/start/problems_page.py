"""What is wrong with a scenario's file: where, what, the line itself, and how to mend it."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import box, button, label, named, scrolled, tight
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.problems import Level, Problem
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.texts import Texts

FIRST_SHOWN = 20
"""Problems that are shown before somebody asks for the rest."""


class ProblemsPage(QWidget):
    """All problems of one file, the first twenty at once."""

    backRequested = Signal()
    refreshRequested = Signal()
    openFolderRequested = Signal(object)
    """The folder of the scenario, a Path."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._entry: Loaded | None = None
        named(self, "problems", t("What is wrong with this scenario"))
        self._title: QLabel = label("", "title", "problemsTitle")
        self._what: QLabel = label("", "text", "problemsWhat")
        self._file: QLabel = label("", "muted", "problemsFile")
        self.rest: QPushButton = button("problemsRest", "", "down", "more")
        self.rest.clicked.connect(self._on_rest)
        self._cards: list[QFrame] = []
        self._list = QVBoxLayout()
        tight(self._list, 12)
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 10)
        column.setContentsMargins(40, 4, 40, 28)
        for part in (self._title, self._what, self._file):
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(self._list)
        column.addWidget(self.rest)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(self._top())
        layout.addWidget(scrolled(content, "problemsArea", t("Problems")), 1)

    def _top(self) -> QHBoxLayout:
        t = self._t
        self.back: QPushButton = button("problemsBack", t("All scenarios"), "back", "quiet")
        self.look: QPushButton = button("problemsLook", t("Look again"), "refresh")
        self.open: QPushButton = button("problemsOpen", t("Open the folder"), "folder")
        self.back.clicked.connect(self.backRequested)
        self.look.clicked.connect(self.refreshRequested)
        self.open.clicked.connect(self._on_open)
        top = QHBoxLayout()
        tight(top, 10)
        top.setContentsMargins(26, 12, 40, 10)
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(self.open)
        top.addWidget(self.look)
        return top

    @property
    def entry(self) -> Loaded | None:
        """The scenario whose problems are shown."""
        return self._entry

    def show_entry(self, entry: Loaded) -> None:
        """Show the problems of a scenario; the same ones again change nothing."""
        if entry == self._entry:
            return
        self._entry = entry
        self._title.setText(entry.title)
        self._what.setText(_verdict(self._t, entry))
        self._file.setText(str(entry.path))
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self._show_more(islice(entry.problems, FIRST_SHOWN))
        hidden = len(entry.problems) - len(self._cards)
        self.rest.setVisible(hidden > 0)
        words = self._t.plural("Show {n} more problem", "Show {n} more problems", hidden)
        self.rest.setText(words)
        self.rest.setAccessibleName(words)
        tab_as_seen(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
            return
        super().keyPressEvent(event)

    def _show_more(self, problems: "islice[Problem] | Sequence[Problem]") -> None:
        for problem in problems:
            card = _problem_card(self._t, problem)
            self._cards.append(card)
            self._list.addWidget(card)
            card.show()

    def _on_rest(self) -> None:
        if self._entry is not None:
            self._show_more(self._entry.problems[len(self._cards) :])
        self.rest.hide()

    def _on_open(self) -> None:
        if self._entry is not None:
            self.openFolderRequested.emit(self._entry.folder)


def _verdict(t: Texts, entry: Loaded) -> str:
    if any(problem.is_error for problem in entry.problems):
        return t(
            "This scenario cannot be played yet. Mend the file in a text editor, save it, and look"
            " again."
        )
    if entry.is_playable:
        return t("You can play this scenario. There are a few remarks about its file.")
    return t("This is an outline: its file is sound, but it is not ready to be played.")


def _problem_card(t: Texts, problem: Problem) -> QFrame:
    frame, inside = box("card", "problem", 6, 16)
    place = t("Line {line}, column {column}", line=problem.line, column=problem.column)
    level = t("Error") if problem.level is Level.ERROR else t("Warning")
    inside.addWidget(label(f"{level} · {place}", "strong", "problemPlace"))
    inside.addWidget(label(problem.message_in(t), "text", "problemMessage"))
    if excerpt := problem.pointed_excerpt():
        inside.addWidget(_excerpt(t, excerpt))
    inside.addWidget(label(problem.mend_in(t), "muted", "problemMend"))
    frame.setAccessibleName(f"{level}, {place}: {problem.message_in(t)}")
    return frame


def _excerpt(t: Texts, lines: list[str]) -> QWidget:
    """The line as it stands in the file; a long one scrolls sideways, so the caret stays true."""
    shown = label("\n".join(lines), "code", "problemLine")
    shown.setWordWrap(False)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    area = scrolled(shown, "problemLineArea", t("The line in the file"))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFixedHeight(shown.sizeHint().height() + 14)
    return area
