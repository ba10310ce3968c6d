"""One session of the archive: what it decided, how good its data are, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.archive.erasing import EraseBox, TextsBox, TypedBox
from dilemmaspel.desktop.archive.model import profile_words, status_words
from dilemmaspel.desktop.archive.summary import Summary
from dilemmaspel.desktop.reports.button import ReportButton
from dilemmaspel.desktop.start.moments import short
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, label, mood, named, say, tight
from dilemmaspel.storage.archive import SessionInfo, Status
from dilemmaspel.storage.erasing import Text
from dilemmaspel.texts import Texts


class SessionDetail(QFrame):
    """Shows one session, how many are chosen, or asks to choose one."""

    resumeRequested = Signal(str)
    replayRequested = Signal(str)
    compareRequested = Signal()
    eraseRequested = Signal(str)
    textsRequested = Signal(str)
    textsEraseRequested = Signal(str, object)
    reportRequested = Signal(str)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._session: SessionInfo | None = None
        self._summary: Summary | None = None
        self._shown: list[QWidget] = []
        named(self, "sessionDetail", t("This session"))
        mood(self, "box", "card")
        self._title: QLabel = label("", "heading", "detailTitle")
        self._facts: QLabel = label("", "muted", "detailFacts")
        self.resume: QPushButton = button("detailResume", t("Resume"), "play", "primary")
        self.replay: QPushButton = button("detailReplay", t("Look back…"), "eye")
        self.compare: QPushButton = button("detailCompare", t("Compare…"), "chart", "primary")
        self.texts: QPushButton = button("detailTexts", t("Erase texts…"), "edit", "quiet")
        self.erase: QPushButton = button("detailErase", t("Erase…"), "erase", "quiet")
        self.report = ReportButton(t, "detailReport")
        self.box, self.texts_box = EraseBox(t), TextsBox(t)
        self._lines = QVBoxLayout()
        tight(self._lines, 4)
        self._wire()
        self._arrange()
        self.show_session(None)

    def _wire(self) -> None:
        self.resume.clicked.connect(self._on_resume)
        self.replay.clicked.connect(self._on_replay)
        self.compare.clicked.connect(self.compareRequested)
        self.report.reportRequested.connect(self.reportRequested)
        self.erase.clicked.connect(self._on_ask)
        self.texts.clicked.connect(self._on_texts)
        self.box.confirmed.connect(self._on_erase)
        self.texts_box.confirmed.connect(self._on_texts_erase)
        for box in (self.box, self.texts_box):
            box.putAway.connect(self._on_kept)

    def _arrange(self) -> None:
        first, last = FlowLayout(spacing=8), FlowLayout(spacing=8)
        for one in (self.resume, self.replay, self.report, self.compare):
            first.addWidget(one)
        for one in (self.texts, self.erase):
            last.addWidget(one)
        column = QVBoxLayout(self)
        tight(column, 10, 20)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addLayout(first)
        column.addLayout(self._lines)
        column.addStretch(1)
        column.addLayout(last)
        column.addWidget(self.box)
        column.addWidget(self.texts_box)

    def show_session(self, session: SessionInfo | None) -> None:
        """Show what is known at once; the decisions come with `show_summary`."""
        if session is None or self._session is None or session.id != self._session.id:
            self._put_away()
            self._show_lines(None)
        self._session = session
        self._show_buttons(several=False)
        t = self._t
        if session is None:
            self._title.setText(t("Choose a session"))
            say(self._facts, t("Then you see here what was decided. Choose more to compare them."))
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

    def show_several(self, count: int, most: int) -> None:
        """Offer to compare the sessions that are chosen together."""
        t = self._t
        self._session = None
        self._put_away()
        self._show_lines(None)
        self._title.setText(t.plural("{n} session chosen", "{n} sessions chosen", count))
        words = t("Put them side by side, per dilemma and role.")
        if count > most:
            words = t("The first {n} of them can be put side by side.", n=most)
        say(self._facts, words)
        self._show_buttons(several=True)

    def _show_buttons(self, *, several: bool) -> None:
        session = self._session
        status = session.status if session is not None else Status.OPEN
        free = session is not None and status is not Status.OPEN
        asking = not (self.box.isHidden() and self.texts_box.isHidden())
        self.resume.setVisible(status is Status.INTERRUPTED)
        self.replay.setVisible(session is not None)
        self.report.show_session(session.id if session is not None else "")
        self.compare.setVisible(several)
        self.erase.setVisible(free and not asking)
        self.texts.setVisible(free and not asking)

    def _put_away(self) -> None:
        self.box.hide()
        self.texts_box.hide()

    def show_summary(self, summary: Summary) -> None:
        """Show the decisions, when they are of the session that is shown."""
        if self._session is not None and summary.session == self._session.id:
            self._show_lines(summary)

    def show_texts(self, session: str, texts: Sequence[Text]) -> None:
        """Ask which of these texts have to go, when they are of the session that is shown."""
        if self._session is not None and session == self._session.id:
            self._ask(self.texts_box)
            self.texts_box.show_texts(texts)

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
        t = self._t
        made: list[QWidget] = []
        for one in summary.decided:
            made += [
                label(one.title, "strong", "detailDilemma"),
                label(one.outcome, "text", "detailOutcome"),
                label(one.how, "small", "detailHow"),
                _gap(),
            ]
        if not summary.decided:
            made.append(label(t("Nothing was decided yet."), "text", "detailNothing"))
        if summary.ending:
            made += [
                label(t("How it ended"), "strong"),
                label(summary.ending, "text", "detailEnding"),
            ]
        if summary.agreements:
            made += [_gap(), label(t("Agreed"), "strong")]
            made += [label(f"• {one}", "text", "detailAgreement") for one in summary.agreements]
        if summary.quality:
            made += [_gap(), label(t("How good the data are"), "strong")]
            made += [label(f"• {one}", "text", "detailQuality") for one in summary.quality]
        return made

    def _on_resume(self) -> None:
        if self._session is not None:
            self.resumeRequested.emit(self._session.id)

    def _on_replay(self) -> None:
        if self._session is not None:
            self.replayRequested.emit(self._session.id)

    def _on_erase(self) -> None:
        if self._session is not None:
            self.eraseRequested.emit(self._session.id)

    def _on_texts(self) -> None:
        if self._session is not None:
            self.textsRequested.emit(self._session.id)

    def _on_texts_erase(self) -> None:
        self._show_buttons(several=False)
        if self._session is not None:
            self.textsEraseRequested.emit(self._session.id, self.texts_box.ticked())

    def _on_ask(self) -> None:
        self._ask(self.box)

    def _ask(self, box: TypedBox) -> None:
        self._put_away()
        box.ask()
        self._show_buttons(several=False)

    def _on_kept(self) -> None:
        self._show_buttons(several=False)
        self.erase.setFocus()


def _gap() -> QWidget:
    made = QWidget()
    made.setFixedHeight(6)
    return made
