"""The problems of a file: where, what, the line itself, and how to mend it."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import box, button, label, named, reworded, tight
from dilemmaspel.problems import Level, Problem
from dilemmaspel.texts import Texts

FIRST_SHOWN = 20
"""Problems that are shown before somebody asks for the rest."""

_BAR = 14
"""The height of a scroll bar of the theme, in pixels."""


class ProblemList(QWidget):
    """All problems of a file in its order, the first twenty at once."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._problems: tuple[Problem, ...] = ()
        self._cards: list[QFrame] = []
        self.rest: QPushButton = button("problemsRest", "", "unfold", "more")
        self.rest.clicked.connect(self._on_rest)
        self.rest.hide()
        self._list = QVBoxLayout()
        tight(self._list, 12)
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.addLayout(self._list)
        layout.addWidget(self.rest)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems and no others; the same ones again change nothing."""
        if tuple(problems) == self._problems:
            return
        self._problems = tuple(problems)
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        self._show_more(self._problems[:FIRST_SHOWN])
        hidden = len(self._problems) - len(self._cards)
        self.rest.setVisible(hidden > 0)
        reworded(
            self.rest, self._t.plural("Show {n} more problem", "Show {n} more problems", hidden)
        )

    def _show_more(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            card = _problem_card(self._t, problem)
            self._cards.append(card)
            self._list.addWidget(card)
            card.show()

    def _on_rest(self) -> None:
        self._show_more(self._problems[len(self._cards) :])
        self.rest.hide()


def _problem_card(t: Texts, problem: Problem) -> QFrame:
    frame, inside = box("card", "problem", 6, 16)
    excerpt = problem.pointed_excerpt()
    where = t("Error") if problem.level is Level.ERROR else t("Warning")
    if excerpt:  # of a zip, or a file that cannot be read, there is no line to point to
        place = t("Line {line}, column {column}", line=problem.line, column=problem.column)
        where = f"{where} · {place}"
    inside.addWidget(label(where, "strong", "problemPlace"))
    inside.addWidget(label(problem.message_in(t), "text", "problemMessage"))
    if excerpt:
        inside.addWidget(_Excerpt(t, excerpt))
    inside.addWidget(label(problem.mend_in(t), "muted", "problemMend"))
    frame.setAccessibleName(f"{where}: {problem.message_in(t)}")
    return frame


class _Excerpt(QScrollArea):
    """The line as it stands in the file; a long one scrolls sideways, so the caret stays true."""

    def __init__(self, t: Texts, lines: list[str]) -> None:
        super().__init__()
        self._line = label("\n".join(lines), "code", "problemLine")
        self._line.setWordWrap(False)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        named(self, "problemLineArea", t("The line in the file"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self._line)
        self._caret = lines[-1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as the line, and its scroll bar where it needs one."""
        super().resizeEvent(event)
        needed = self._line.sizeHint()
        bar = _BAR if needed.width() > event.size().width() else 0
        self.setFixedHeight(needed.height() + bar)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the caret into view."""
        super().showEvent(event)
        self.setFixedHeight(self._line.sizeHint().height())
        QTimer.singleShot(0, self, self._see_caret)

    def _see_caret(self) -> None:
        at = self._line.fontMetrics().horizontalAdvance(self._caret)
        self.ensureVisible(at, self._line.height() // 2, self.viewport().width() // 2, 0)
