"""The archive on the screens: connects its pages to the log, as `evening.py` does a session's."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal

from dilemmaspel.desktop.archive.source import LogSource
from dilemmaspel.desktop.shell import MainWindow
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.settings import Settings
from dilemmaspel.storage import erasing, figures, opening
from dilemmaspel.texts import Texts, mark

if TYPE_CHECKING:
    from dilemmaspel.debrief.compare import Edition
    from dilemmaspel.desktop.archive.comparison import Compared, ComparisonPage
    from dilemmaspel.desktop.archive.page import ArchivePage
    from dilemmaspel.desktop.archive.replay_page import ReplayPage
    from dilemmaspel.desktop.archive.summary import Summary
    from dilemmaspel.game.scenario import Dilemma, Scenario
    from dilemmaspel.storage.log import LogFile
    from dilemmaspel.storage.merging import Step

ARCHIVE, REPLAY, COMPARISON = "archive", "replay", "comparison"

Guarded = Callable[[Callable[[], object]], None]


@dataclass(frozen=True, slots=True)
class ArchiveKit:
    """What the archive is shown with; the log and the settings are asked for when needed."""

    texts: Texts
    log: "Callable[[], LogFile | None]"
    settings: Callable[[], Settings]
    folder_of: Callable[[str], Path | None]
    """Where a scenario's pictures lie; None when it is no longer there."""
    guarded: Guarded
    """Takes a step and tells the trouble that it meets."""
    tell: Callable[[EnvironmentTrouble], None]


class ArchiveDesk(QObject):
    """The archive's pages, made when they are first needed."""

    resumeRequested = Signal(str)
    reportRequested = Signal(str)
    leaveRequested = Signal()
    """Back to the start screen."""
    changed = Signal()
    """Sessions came or went."""

    def __init__(self, kit: ArchiveKit, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._t = kit.texts
        self._window = window
        self._merge: Iterator[Step] | None = None
        self._merging = QTimer(self)
        self._merging.setInterval(0)
        self._merging.timeout.connect(self._on_merging)

    # ------------------------------------------------------------- the pages

    def open(self) -> None:
        """Show the archive, with what the log holds now."""
        page = self._page()
        self._window.show_page(ARCHIVE)
        self.refresh()
        page.go_to_table()

    def open_when_over(self) -> None:
        """Show the archive when there are sessions past their date: it asks whether they may go."""
        self._kit.guarded(self._open_when_over)

    def _open_when_over(self) -> None:
        log = self._kit.log()
        if log is not None and self._old(log):
            self.open()

    def refresh(self) -> None:
        """Show what the log holds now, if anybody looks at it."""
        page, log = self._shown_page(), self._kit.log()
        if page is not None and log is not None:
            page.set_source(LogSource(log, self._kit.guarded))
            self._kit.guarded(partial(self._show_old, page, log))

    def _show_old(self, page: "ArchivePage", log: "LogFile") -> None:
        months = self._kit.settings().retention_months
        page.old.show_old(len(self._old(log)), months)

    def _shown_page(self) -> "ArchivePage | None":
        return self._window.page(ARCHIVE)  # type: ignore[return-value] # given under this name

    def _page(self) -> "ArchivePage":
        page = self._shown_page()
        if page is None:
            from dilemmaspel.desktop.archive.page import ArchivePage

            page = ArchivePage(self._t)
            page.summaryRequested.connect(self._on_summary)
            page.resumeRequested.connect(self._on_resume)
            page.reportRequested.connect(self.reportRequested)
            page.replayRequested.connect(self._on_replay)
            page.compareRequested.connect(self._on_compare)
            page.eraseRequested.connect(self._on_erase)
            page.textsRequested.connect(self._on_texts)
            page.textsEraseRequested.connect(self._on_texts_erase)
            page.oldEraseRequested.connect(self._on_old_erase)
            page.mergeRequested.connect(self._on_merge)
            page.mergeCancelled.connect(self._on_merge_cancelled)
            page.backRequested.connect(self._on_leave)
            self._window.give(ARCHIVE, page)
        return page

    def _replay_page(self) -> "ReplayPage":
        from dilemmaspel.desktop.archive.replay_page import ReplayPage
        from dilemmaspel.theme import load_theme

        page = ReplayPage(self._t, load_theme(self._kit.settings().beamer_theme))
        page.backRequested.connect(self._on_back)
        self._window.give(REPLAY, page)
        return page

    def _comparison_page(self) -> "ComparisonPage":
        from dilemmaspel.desktop.archive.comparison import ComparisonPage
        from dilemmaspel.theme import load_theme

        page = ComparisonPage(self._t, load_theme())
        page.backRequested.connect(self._on_back)
        self._window.give(COMPARISON, page)
        return page

    def _on_back(self) -> None:
        """Back to the list, where it was left; the page that was looked at goes."""
        self._window.show_page(ARCHIVE)
        for name in (REPLAY, COMPARISON):
            self._window.take(name)
        page = self._shown_page()
        if page is not None:
            page.table.setFocus()

    def _on_leave(self) -> None:
        self.stop()
        self.leaveRequested.emit()

    def _on_resume(self, session: str) -> None:
        self.stop()
        self.resumeRequested.emit(session)

    def stop(self) -> None:
        """Let the log be: a merge that goes on is stopped after the session it is at."""
        self._end_merge(stopped=True)

    # ------------------------------------------------------------- one session

    def _on_summary(self, session: str) -> None:
        self._kit.guarded(partial(self._summarise, session))

    def _summarise(self, session: str) -> None:
        page, log = self._shown_page(), self._kit.log()
        if page is not None and log is not None:
            page.show_summary(self._summary(log, session))

    def _summary(self, log: "LogFile", session: str) -> "Summary":
        from dilemmaspel.desktop.archive.summary import summary_of

        with opening.reading(log.path) as conn:
            quality = figures.quality_of(conn, session)
        return summary_of(self._t, log.load(session).state, quality)

    def _on_replay(self, session: str) -> None:
        self._kit.guarded(partial(self._replay, session))

    def _replay(self, session: str) -> None:
        from dilemmaspel.storage.replay import Replay

        log = self._kit.log()
        if log is None:
            return
        replay = Replay([(event, at) for event, at, _ in log.events(session)])
        summary = self._summary(log, session)
        folder = self._kit.folder_of(replay.end.scenario.id)
        page = self._replay_page()
        self._window.show_page(REPLAY)
        page.show_session(replay, summary, folder, log.check_code(session))

    # ------------------------------------------------------------- side by side

    def _on_compare(self, sessions: tuple[str, ...]) -> None:
        self._kit.guarded(partial(self._compare, sessions))

    def _compare(self, sessions: tuple[str, ...]) -> None:
        from dilemmaspel.debrief.compare import compare

        log = self._kit.log()
        if log is None:
            return
        with opening.reading(log.path) as conn:
            found = figures.figures_of(conn, sessions)
        headings = {one.id: self._heading(one) for one in found}
        shown = [self._compared(log, edition, headings) for edition in compare(found)]
        page = self._comparison_page()
        self._window.show_page(COMPARISON)
        page.show_comparison(shown)

    def _compared(
        self, log: "LogFile", edition: "Edition", headings: Mapping[str, str]
    ) -> "Compared":
        from dilemmaspel.desktop.archive.comparison import Compared

        scenario = self._scenario(log, edition.sessions[0])
        return Compared(
            edition=edition,
            title=self._t("{title} · version {n}", title=scenario.title, n=scenario.version),
            headings=headings,
            options={one.id: _labels(one) for one in scenario.dilemmas},
            roles={role.id: role.name for role in scenario.roles},
        )

    def _scenario(self, log: "LogFile", session: str) -> "Scenario":
        return log.load(session).state.scenario

    def _heading(self, one: figures.SessionFigures) -> str:
        from dilemmaspel.desktop.start.moments import short

        people = self._t.plural("{n} person", "{n} people", one.people)
        practice = self._t("rehearsal") if one.practice else ""
        parts = (short(self._t, one.started_at), one.organisation, people, practice)
        return "\n".join(part for part in parts if part)

    # ------------------------------------------------------------- erasing

    def _on_erase(self, session: str) -> None:
        self._kit.guarded(partial(self._erase, (session,)))

    def _erase(self, sessions: Sequence[str]) -> None:
        log = self._kit.log()
        if log is not None and sessions:
            self._tell_copies(log.erase_sessions(sessions, _now()))
            self._changed()

    def _on_texts(self, session: str) -> None:
        self._kit.guarded(partial(self._show_texts, session))

    def _show_texts(self, session: str) -> None:
        page, log = self._shown_page(), self._kit.log()
        if page is not None and log is not None:
            with opening.reading(log.path) as conn:
                page.detail.show_texts(session, erasing.texts_of(conn, session))

    def _on_texts_erase(self, session: str, seqs: Sequence[int]) -> None:
        self._kit.guarded(partial(self._erase_texts, session, seqs))

    def _erase_texts(self, session: str, seqs: Sequence[int]) -> None:
        log = self._kit.log()
        if log is not None:
            self._tell_copies(log.erase_texts(session, seqs, _now()))
            self._changed()
            self._summarise(session)

    def _on_old_erase(self) -> None:
        self._kit.guarded(self._erase_old)

    def _erase_old(self) -> None:
        log = self._kit.log()
        if log is not None:
            self._erase(self._old(log))

    def _old(self, log: "LogFile") -> tuple[str, ...]:
        """Sessions past the date up to which data are kept; a running one never is."""
        months = self._kit.settings().retention_months
        moment = QDateTime.currentDateTime().addMonths(-months).toMSecsSinceEpoch()
        with opening.reading(log.path) as conn:
            found = erasing.older_than(conn, moment, closed_only=not months)
        return tuple(one for one in found if one not in log.running)

    def _tell_copies(self, failed: Sequence[Path]) -> None:
        """Say which copies of the log still hold what was erased."""
        if failed:
            self._kit.tell(
                EnvironmentTrouble(
                    mark("It was erased from the log, but not from these copies: {copies}."),
                    mark("They are damaged or of another version of the game."),
                    mark("Delete these files yourself."),
                    copies=", ".join(map(str, failed)),
                )
            )

    def _changed(self) -> None:
        self.refresh()
        self.changed.emit()

    # ------------------------------------------------------------- other laptops

    def _on_merge(self, files: Sequence[Path]) -> None:
        from dilemmaspel.storage.merging import merging

        page, log = self._shown_page(), self._kit.log()
        if page is not None and log is not None and self._merge is None:
            self._merge = merging(log, files)
            page.merging.begin()
            self._merging.start()

    def _on_merging(self) -> None:
        """Take one session in; what comes meanwhile is heard between two."""
        self._kit.guarded(self._merge_one)

    def _merge_one(self) -> None:
        page, merge = self._shown_page(), self._merge
        if page is None or merge is None:
            self._merging.stop()
            return
        try:
            page.merging.show_step(next(merge))
        except StopIteration:
            self._end_merge()
        except BaseException:
            self._end_merge(stopped=True)
            raise

    def _on_merge_cancelled(self) -> None:
        self._end_merge(stopped=True)

    def _end_merge(self, *, stopped: bool = False) -> None:
        if self._merge is None:
            return
        self._merging.stop()
        self._merge = None
        page = self._shown_page()
        if page is not None:
            page.merging.end(stopped=stopped)
        self._changed()


def _labels(dilemma: "Dilemma") -> Mapping[str, str]:
    """What the choices of a dilemma are called: options, or the points of a scale."""
    if dilemma.agreement is not None:
        return {str(n): words for n, words in enumerate(dilemma.agreement.labels, start=1)}
    return {str(option.id): option.label for option in dilemma.options}


def end_session(log: "LogFile", session_id: str) -> None:
    """Close an interrupted session for good; raises Refusal or StorageTrouble."""
    from dilemmaspel.game.commands import CloseSession
    from dilemmaspel.session import Session

    session = Session(log, log.load(session_id))
    try:
        session.submit(CloseSession()).result()
    finally:
        session.stop()


def _now() -> int:
    return QDateTime.currentMSecsSinceEpoch()
