"""How far the logs of other laptops have come in, with a way to stop."""

from collections import Counter
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from dilemmaspel.desktop.widgets.kit import button, label, mood, named, say, tight
from dilemmaspel.storage.merging import TAKEN, Outcome, Step
from dilemmaspel.texts import Texts

MOST_LINES: Final = 6
"""Refused sessions that are told one by one."""


class MergeStrip(QFrame):
    """Shows a merge while it goes on, and what came of it until it is put away."""

    cancelled = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._counts: Counter[Outcome] = Counter()
        self._lines: list[str] = []
        named(self, "mergeStrip", t("Adding sessions"))
        mood(self, "box", "panel")
        self._words: QLabel = label("", "text", "mergeWords")
        self._refused: QLabel = label("", "small", "mergeRefused")
        self.bar = named(QProgressBar(), "mergeBar", t("How far it is"))
        self.bar.setTextVisible(False)
        self.stop: QPushButton = button("mergeStop", t("Stop"))
        self.close_: QPushButton = button("mergeClose", t("All right"))
        self.stop.clicked.connect(self.cancelled)
        self.close_.clicked.connect(self.hide)
        line = QHBoxLayout()
        tight(line, 12)
        line.addWidget(self._words, 1)
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        line.addWidget(self.close_)
        column = QVBoxLayout(self)
        tight(column, 6, 12)
        column.addLayout(line)
        column.addWidget(self._refused)
        self.hide()

    def begin(self) -> None:
        """A merge begins."""
        self._counts.clear()
        self._lines.clear()
        self._words.setText(self._t("Looking into the files…"))
        say(self._refused, "")
        self.bar.setRange(0, 0)
        self._show_running(running=True)
        self.show()
        self.stop.setFocus()

    def show_step(self, step: Step) -> None:
        """One more session was looked at."""
        t = self._t
        self._counts[step.outcome] += 1
        if step.whole:
            self.bar.setRange(0, step.whole)
            self.bar.setValue(step.done)
        self._words.setText(t("{done} of {whole} sessions", done=step.done, whole=step.whole))
        if step.is_refused or step.outcome in (Outcome.REPLACED, Outcome.KEPT):
            self._lines.append(step.text(t))
            self._show_lines()

    def _show_lines(self) -> None:
        more = len(self._lines) - MOST_LINES
        shown = self._lines[:MOST_LINES]
        if more > 0:
            shown.append(self._t.plural("and {n} more", "and {n} more", more))
        say(self._refused, "\n".join(shown))

    def end(self, *, stopped: bool = False) -> None:
        """It is over: say what came of it."""
        t = self._t
        taken = sum(self._counts[outcome] for outcome in TAKEN)
        known = self._counts.total() - taken - self._counts[Outcome.REFUSED]
        words = [t.plural("{n} session was added.", "{n} sessions were added.", taken)]
        if known:
            words.append(t.plural("{n} was here already.", "{n} were here already.", known))
        if stopped:
            words.insert(0, t("Stopped; what was added stays."))
        self._words.setText(" ".join(words))
        self._show_running(running=False)
        self.close_.setFocus()

    def _show_running(self, *, running: bool) -> None:
        self.bar.setVisible(running)
        self.stop.setVisible(running)
        self.close_.setVisible(not running)
