"""The card on top of the start screen for a session that was interrupted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.moments import spoken
from dilemmaspel.desktop.widgets.kit import button, label, mood, named, reworded, say, tight
from dilemmaspel.desktop.widgets.question import Answer, Question, QuestionStrip
from dilemmaspel.game.phases import Phase
from dilemmaspel.storage.archive import SessionInfo
from dilemmaspel.texts import Texts
from dilemmaspel.words import PHASES


class ResumeCard(QFrame):
    """Offers to go on with the newest interrupted session; blocks nothing."""

    resumeRequested = Signal(str)
    endRequested = Signal(str)
    putAway = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._session: SessionInfo | None = None
        named(self, "resumeCard", t("Interrupted session"))
        mood(self, "box", "accent")
        self._title: QLabel = label("", "heading", "resumeTitle")
        self._about: QLabel = label("", "text", "resumeAbout")
        self._others: QLabel = label("", "muted", "resumeOthers")
        self.resume: QPushButton = button("resume", t("Resume"), "play", "primary")
        self.later: QPushButton = button("resumeLater", t("Later"))
        self.end: QPushButton = button("resumeEnd", t("End this session"), kind="quiet")
        self.resume.clicked.connect(self._on_resumed)
        self.later.clicked.connect(self.putAway)
        self.end.clicked.connect(self._on_end)
        self._question = QuestionStrip(t)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        words, row = QVBoxLayout(), QHBoxLayout()
        tight(words, 4)
        tight(row, 10)
        words.addStretch(1)
        for part in (self._title, self._about, self._others):
            words.addWidget(part)
        words.addStretch(1)
        row.addLayout(words, 1)
        for one in (self.end, self.later, self.resume):
            row.addWidget(one)
        layout = QVBoxLayout(self)
        tight(layout, 10, 16)
        layout.addLayout(row)
        layout.addWidget(self._question)

    def show_sessions(self, sessions: Sequence[SessionInfo]) -> None:
        """Show the newest of these interrupted sessions; none hides the card."""
        newest = max(sessions, key=_last_seen, default=None)
        if newest != self._session:
            self._question.put_away()
        self._session = newest
        self.setVisible(newest is not None)
        if newest is None:
            return
        words = self._t("Resume the session of {moment}", moment=spoken(self._t, newest.started_at))
        say(self._title, words)
        say(self._about, about(self._t, newest))
        say(self._others, self._rest(len(sessions) - 1))
        reworded(self.resume, self._t("Resume"))
        self.resume.setAccessibleDescription(words)

    def _rest(self, number: int) -> str:
        if number < 1:
            return ""
        return self._t.plural(
            "{n} other interrupted session stands in the archive.",
            "{n} other interrupted sessions stand in the archive.",
            number,
        )

    def _on_resumed(self) -> None:
        if self._session is not None:
            self.resumeRequested.emit(self._session.id)

    def _on_end(self) -> None:
        if self._session is None:
            return
        end = partial(self._on_ended, self._session.id)
        t = self._t
        self._question.ask(
            Question(
                text=t("End this session?"),
                detail=t("All votes stay in the archive, but you cannot go on with it any more."),
                answers=(
                    Answer("keepSession", t("No, keep it")),
                    Answer("endSession", t("Yes, end it"), then=end, kind="danger"),
                ),
            )
        )

    def _on_ended(self, session: str, _reason: str) -> None:
        self.endRequested.emit(session)


def about(t: Texts, session: SessionInfo) -> str:
    """Say in one line what a session is and how far it came."""
    parts = [session.scenario_title]
    if session.phase in set(Phase):
        parts.append(t(PHASES[Phase(session.phase)]))
    parts.append(t.plural("{n} person", "{n} people", session.people))
    if session.practice:
        parts.append(t("rehearsal"))
    return " · ".join(parts)


def _last_seen(session: SessionInfo) -> int:
    return session.last_seen
