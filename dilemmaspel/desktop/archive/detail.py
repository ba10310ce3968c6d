"""One session of the archive: what it decided, going on with it, and erasing it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.archive.model import profile_words, status_words
from dilemmaspel.desktop.archive.summary import Summary
from dilemmaspel.desktop.reports.button import ReportButton
from dilemmaspel.desktop.start.moments import short
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, label, mood, named, say, tight
from dilemmaspel.storage.archive import SessionInfo, Status
from dilemmaspel.texts import Texts


class EraseBox(QFrame):
    """Asks to type a word before a session is erased."""

    confirmed = Signal()
    putAway = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = t("erase")
        named(self, "eraseBox", t("Erase this session"))
        mood(self, "box", "notice")
        asks = t("Type “{word}” to erase it", word=self._word)
        self.line = named(QLineEdit(), "eraseWord", asks)
        self.line.setPlaceholderText(asks)
        self.keep: QPushButton = button("eraseKeep", t("No, keep it"))
        self.erase: QPushButton = button("eraseYes", t("Yes, erase it"), "erase", "danger")
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_erase)
        self.keep.clicked.connect(self.putAway)
        self.erase.clicked.connect(self._on_erase)
        buttons = FlowLayout(spacing=8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.erase)
        column = QVBoxLayout(self)
        tight(column, 8, 14)
        column.addWidget(label(t("Erase this session for good?"), "strong"))
        warning = t("Its votes, notes and decisions go. Nobody can bring them back.")
        column.addWidget(label(warning, "text"))
        column.addWidget(self.line)
        column.addLayout(buttons)
        self.hide()

    def ask(self) -> None:
        """Ask anew."""
        self.line.clear()
        self._on_typed("")
        self.show()
        self.line.setFocus()

    @property
    def _agreed(self) -> bool:
        return self.line.text().strip().casefold() == self._word.casefold()

    def _on_typed(self, _text: str) -> None:
        self.erase.setEnabled(self._agreed)

    def _on_erase(self) -> None:
        if self._agreed:
            self.hide()
            self.confirmed.emit()


class SessionDetail(QFrame):
    """Shows one session, or asks to choose one."""

    resumeRequested = Signal(str)
    eraseRequested = Signal(str)
    reportRequested = Signal(str)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._session: SessionInfo | None = None
        self._summary: Summary | None = None
        named(self, "sessionDetail", t("This session"))
        mood(self, "box", "card")
        self._title: QLabel = label("", "heading", "detailTitle")
        self._facts: QLabel = label("", "muted", "detailFacts")
        self.resume: QPushButton = button("detailResume", t("Resume"), "play", "primary")
        self.erase: QPushButton = button("detailErase", t("Erase ..."), "erase", "quiet")
        self.report = ReportButton(t, "detailReport")
        self.report.reportRequested.connect(self.reportRequested)
        self.box = EraseBox(t)
        self.resume.clicked.connect(self._on_resume)
        self.erase.clicked.connect(self._on_ask)
        self.box.confirmed.connect(self._on_erase)
        self.box.putAway.connect(self._on_kept)
        self._lines = QVBoxLayout()
        tight(self._lines, 4)
        self._shown: list[QWidget] = []
        column = QVBoxLayout(self)
        tight(column, 10, 20)
        for part in (self._title, self._facts, self.resume, self.report):
            column.addWidget(part)
        column.addLayout(self._lines)
        column.addStretch(1)
        column.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.box)
        self.show_session(None)

    def show_session(self, session: SessionInfo | None) -> None:
        """Show what is known at once; the decisions come with `show_summary`."""
        t = self._t
        if session is None or self._session is None or session.id != self._session.id:
            self.box.hide()
            self._show_lines(None)
        self._session = session
        interrupted = session is not None and session.status is Status.INTERRUPTED
        self.resume.setVisible(interrupted)
        self.report.show_session(session.id if session is not None else "")
        may_erase = session is not None and session.status is not Status.OPEN
        self.erase.setVisible(may_erase and self.box.isHidden())
        if session is None:
            self._title.setText(t("Choose a session"))
            say(self._facts, t("Then you see here what was decided."))
            return
        self._title.setText(session.scenario_title)
        facts = (
            short(t, session.started_at),
            session.organisation,
            profile_words(t, session),
            t.plural("{n} person", "{n} people", session.people),
            status_words(t, session),
        )
        say(self._facts, " · ".join(part for part in facts if part))

    def show_summary(self, summary: Summary) -> None:
        """Show the decisions, when they are of the session that is shown."""
        if self._session is not None and summary.session == self._session.id:
            self._show_lines(summary)

    def _show_lines(self, summary: Summary | None) -> None:
        if summary == self._summary:
            return
        self._summary = summary
        for old in self._shown:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown = self._made(summary) if summary else []
        for part in self._shown:
            self._lines.addWidget(part)
            part.show()

    def _made(self, summary: Summary) -> list[QWidget]:
        made: list[QWidget] = []
        for one in summary.decided:
            made += [
                label(one.title, "strong", "detailDilemma"),
                label(one.outcome, "text", "detailOutcome"),
                label(one.how, "small", "detailHow"),
                _gap(),
            ]
        if not summary.decided:
            made.append(label(self._t("Nothing was decided yet."), "text", "detailNothing"))
        if summary.ending:
            made += [
                label(self._t("How it ended"), "strong"),
                label(summary.ending, "text", "detailEnding"),
            ]
        if summary.agreements:
            made += [_gap(), label(self._t("Agreed"), "strong")]
            made += [label(f"• {one}", "text", "detailAgreement") for one in summary.agreements]
        return made

    def _on_resume(self) -> None:
        if self._session is not None:
            self.resumeRequested.emit(self._session.id)

    def _on_erase(self) -> None:
        if self._session is not None:
            self.eraseRequested.emit(self._session.id)

    def _on_ask(self) -> None:
        self.erase.hide()
        self.box.ask()

    def _on_kept(self) -> None:
        self.box.hide()
        self.erase.show()
        self.erase.setFocus()


def _gap() -> QWidget:
    made = QWidget()
    made.setFixedHeight(6)
    return made
