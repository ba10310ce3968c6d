"""A question inside the window: asks once, blocks nothing, and Escape means no."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.entry import LONGEST
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import Kind, button, label, mood, named, say, tight
from dilemmaspel.texts import Texts


@dataclass(frozen=True, slots=True)
class Answer:
    """A button under a question; without `then` it only puts the question away."""

    name: str
    words: str
    then: Callable[[str], None] | None = None
    """Called with the reason that was written, empty when none was asked."""
    needs_reason: bool = False
    kind: Kind = "plain"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; the first answer is the one that changes nothing bad."""

    text: str
    answers: tuple[Answer, ...]
    detail: str = ""
    reason: str = ""
    """What the line for a reason asks; empty when there is no such line."""


class QuestionStrip(QFrame):
    """Shows one question at a time over the buttons of the window."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._question: Question | None = None
        self._buttons: list[QPushButton] = []
        named(self, "question", t("A question for you"))
        mood(self, "box", "accent")
        self._text = label("", "heading", "questionText")
        self._detail = label("", "text", "questionDetail")
        self._line = named(QLineEdit(), "questionReason", t("Why? A few words"))
        self._line.setMaxLength(LONGEST)
        self._line.returnPressed.connect(self._on_return)
        self._asks = label("", "small", "questionAsks")
        self._hint = label("", "muted", "questionHint")
        self._answers = FlowLayout(spacing=8)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        words, line = QVBoxLayout(), QHBoxLayout()
        line.addWidget(self._line, 1)
        for part in (self._text, self._detail):
            words.addWidget(part)
        words.addWidget(self._asks)
        words.addLayout(line)
        words.addWidget(self._hint)
        words.addLayout(self._answers)
        tight(words, 8)
        layout = QVBoxLayout(self)
        tight(layout, 8, 14)
        layout.addLayout(words)

    @property
    def asking(self) -> bool:
        """Whether a question waits for an answer."""
        return self._question is not None

    def ask(self, question: Question) -> None:
        """Show a question in place of the one before, and go to it."""
        if question == self._question:
            return
        self._question = question
        self._text.setText(question.text)
        say(self._detail, question.detail)
        say(self._hint, "")
        self._line.clear()
        say(self._asks, question.reason)
        self._line.setAccessibleName(question.reason or self._t("Why? A few words"))
        self._line.setVisible(bool(question.reason))
        self._show_answers(question.answers)
        self.setAccessibleDescription(f"{question.text} {question.detail}")
        self.show()
        (self._line if question.reason else self._buttons[0]).setFocus()

    def _show_answers(self, answers: tuple[Answer, ...]) -> None:
        for old in self._buttons:
            self._answers.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._buttons = [self._answer_button(answer) for answer in answers]

    def _answer_button(self, answer: Answer) -> QPushButton:
        made = button(f"answer_{answer.name}", answer.words, kind=answer.kind)
        made.clicked.connect(partial(self._on_answered, answer))
        self._answers.addWidget(made)
        return made

    def put_away(self) -> None:
        """Forget the question without an answer."""
        self._question = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def _on_return(self) -> None:
        question = self._question
        if question is not None:
            for answer in question.answers:
                if answer.needs_reason:
                    self._on_answered(answer)
                    return

    def _on_answered(self, answer: Answer, _checked: bool = False) -> None:  # noqa: FBT002
        reason = self._line.text().strip()
        if answer.needs_reason and not reason:
            say(self._hint, self._t("Write a few words first; they stand in the log."))
            self._line.setFocus()
            return
        self.put_away()
        if answer.then is not None:
            answer.then(reason)
