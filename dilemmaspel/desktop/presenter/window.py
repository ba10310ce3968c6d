"""The presenter window: three zones that never move, and one large button."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.desktop.presenter.actions import ActionBar
from dilemmaspel.desktop.presenter.conduct import Conduct
from dilemmaspel.desktop.presenter.keys import Keys
from dilemmaspel.desktop.presenter.left import LeftPanel
from dilemmaspel.desktop.presenter.middle import PHONES, STEP, VOTE, MiddlePanel
from dilemmaspel.desktop.presenter.room import BESIDE, RoomPanel
from dilemmaspel.desktop.presenter.wording import coming_words
from dilemmaspel.desktop.widgets.floating import Floating
from dilemmaspel.desktop.widgets.kit import em, mood, named, tight
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.desktop.widgets.question import QuestionStrip
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts
from dilemmaspel.words import refusal


def wall_ms() -> int:
    """Milliseconds since the epoch."""
    return time.time_ns() // 1_000_000


def ticks_ms() -> int:
    """Milliseconds on a clock that never jumps."""
    return time.monotonic_ns() // 1_000_000


class PresenterWindow(QWidget):
    """Paints the presenter's view and asks for commands; the view alone says what is true.

    `now` is the session's own clock (milliseconds since the epoch), `ticks` one that never jumps.
    """

    commandRequested = Signal(object)
    votingRequested = Signal()
    printRequested = Signal()
    handbookRequested = Signal()
    reportRequested = Signal()
    leaveRequested = Signal()
    beamerRequested = Signal()
    readingRequested = Signal()
    """Ask on the beamer whether everybody can read, or put that away."""
    asideRequested = Signal()
    """Go on without phones in this very vote, or back to them."""
    draftChanged = Signal(object)
    """The agreement that is being typed, or None."""
    pollRequested = Signal()
    """Let people answer the closing questions at this laptop."""
    joinRequested = Signal()
    """Show on the beamer how phones come in, or put that away."""

    def __init__(
        self,
        t: Texts,
        scenario: Scenario,
        *,
        now: Callable[[], int] = wall_ms,
        ticks: Callable[[], int] = ticks_ms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "presenter", t("Presenter window"))
        mood(self, "box", "ground")
        self.setWindowTitle(t("{scenario} – Dilemmaspel", scenario=scenario.title))
        self._t = t
        self._view: PresenterView | None = None
        self._may_close = False
        self._build(t, scenario, now)
        self.conduct = Conduct(t, self.question, ticks, self)
        self._does = self._by_key()
        self._arrange()
        self._connect()

    def _build(self, t: Texts, scenario: Scenario, now: Callable[[], int]) -> None:
        self.left = LeftPanel(t)
        self.middle = MiddlePanel(t, scenario)
        self.room = RoomPanel(t, now)
        self.bar = ActionBar(t)
        self.question = QuestionStrip(t)
        self.trouble = Notice(t, "trouble", "warning")
        self.resumed = Notice(t, "resumed", "refresh")
        self.notice = Notice(t, "notice", "info")
        self.keys = Keys(self)
        self._panels = (self.left, self.middle, self.room, self.bar)
        self._lines: list[QFrame] = []

    def _arrange(self) -> None:
        self.left.setFixedWidth(min(290, max(216, em() * 13)))
        self.room.setFixedWidth(min(360, max(312, em() * 17)) + BESIDE)
        zones = QHBoxLayout()
        tight(zones, 20)
        for place, zone in enumerate((self.left, self.middle, self.room)):
            if place:
                zones.addWidget(self._line(upright=True))
            zones.addWidget(zone, int(zone is self.middle))
        layout = QVBoxLayout(self)
        tight(layout, 12)
        layout.setContentsMargins(20, 16, 20 - BESIDE, 14)
        above, below = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (above, (self.trouble, self.resumed)),
            (below, (self._line(upright=False), self.bar)),
        ):
            tight(column, 12)
            column.setContentsMargins(0, 0, BESIDE, 0)
            for part in parts:
                column.addWidget(part)
        layout.addLayout(above)
        layout.addLayout(zones, 1)
        layout.addLayout(below)
        over = Floating(self, self.bar)
        for message in (self.notice, self.question):
            over.add(message)
        self.setMinimumSize(960, 600)
        self.resize(1366, 768)

    def _line(self, *, upright: bool) -> QFrame:
        """A thin line between zones; goes when a participant holds the laptop."""
        line = mood(QFrame(), "box", "rule")
        if upright:
            line.setFixedWidth(1)
        else:
            line.setFixedHeight(1)
        self._lines.append(line)
        return line

    def _connect(self) -> None:
        does, bar, menu = self.conduct, self.bar, self.left.menu
        for panel in self._panels:
            panel.commandRequested.connect(self.commandRequested)
        does.commandRequested.connect(self.commandRequested)
        does.leaveRequested.connect(self.leaveRequested)
        does.choiceNeeded.connect(self._on_choice_needed)
        does.roadRequested.connect(self.left.show_road)
        does.peekAgreed.connect(self.middle.step.ahead.peek)
        bar.advanceRequested.connect(does.advance)
        bar.backRequested.connect(does.back)
        bar.reopenRequested.connect(does.reopen)
        bar.skipRequested.connect(does.skip)
        bar.blankRequested.connect(does.blank)
        bar.reportRequested.connect(self.reportRequested)
        menu.skipDilemmaRequested.connect(does.skip_dilemma)
        menu.endEarlyRequested.connect(does.end_early)
        menu.leaveRequested.connect(does.leave)
        menu.printRequested.connect(self.printRequested)
        menu.beamerRequested.connect(self.beamerRequested)
        menu.readingRequested.connect(self.readingRequested)
        menu.keysRequested.connect(self.middle.show_keys)
        self.middle.votingRequested.connect(self._on_voting)
        self.middle.peekRequested.connect(does.peek)
        self.middle.step.debrief.draftChanged.connect(self.draftChanged)
        self.middle.step.debrief.roundRequested.connect(self.pollRequested)
        self.middle.keys.singleKeysChanged.connect(self.keys.set_single)
        self.middle.keys.handbookRequested.connect(self.handbookRequested)
        self.keys.pressed.connect(self._on_key)

    # ------------------------------------------------------------ what is shown

    def show_cockpit(self, cockpit: Cockpit | None) -> None:
        """Show the figure of the debrief question; None outside the debrief."""
        self.middle.step.show_cockpit(cockpit)

    def show_view(self, view: PresenterView) -> None:
        """Paint the view; twice changes nothing, and focus and typed text stay."""
        if view == self._view:
            return
        first = self._view is None
        self._view = view
        self.conduct.show_view(view)
        for panel in self._panels:
            panel.show_view(view)
        self.room.show_next(coming_words(self._t, view))
        self.resumed.show_words(self._resumed_words(view), lasting=True)
        if first:
            self.bar.advance.setFocus()

    @property
    def shown(self) -> PresenterView | None:
        """The view that is painted; None before the first."""
        return self._view

    def _resumed_words(self, view: PresenterView) -> str:
        if not view.interrupted:
            return ""
        return self._t(
            "The session was interrupted. Everything that was counted is here, and the clock"
            " stands still. With the large button you go on."
        )

    def show_accepted(self, _receipt: object, command: object) -> None:
        """Hear that a command stands in the log."""
        self.conduct.settle()
        self.notice.show_words("")
        self.trouble.show_words("")
        for panel in self._panels:
            panel.settle(command)

    def show_refused(self, refused: Refused, command: object) -> None:
        """Say calmly why something did not happen, and what to do now."""
        self.middle.step.refused(command)
        if not self.conduct.refused(refused, command):
            self.notice.show_words(refusal(self._t, refused))

    def show_trouble(self, trouble: EnvironmentTrouble) -> None:
        """Say that nothing is saved now, until something is again."""
        self.conduct.settle()
        words = self._t("Votes are not being kept now. {why}", why=trouble.message_in(self._t))
        self.trouble.show_words(words, lasting=True)

    def set_miniature(self, canvas: QWidget) -> None:
        """Show a canvas of the beamer in the right zone."""
        self.room.miniature.set_canvas(canvas)

    def show_beamer(self, words: str) -> None:
        """Say what is the matter with the beamer, such as that it is gone; "" when all is well."""
        self.room.beamer.show_words(words, lasting=True)

    def set_joining(self, panel: QWidget, note: QWidget) -> None:
        """Put the panel about phones behind a tab, and its line in the right zone."""
        self.middle.set_joining(panel)
        self.room.set_note(note)

    def show_phones(self) -> None:
        """Bring the page about phones in front."""
        self.middle.show_page(PHONES)

    def show_voting(self) -> None:
        """Bring the page for voting at the laptop in front."""
        self._on_voting()

    def tell(self, words: str) -> None:
        """Tell the facilitator something once, until it is put away."""
        self.notice.show_words(words)

    def set_voting_panel(self, panel: QWidget | None) -> None:
        """Put a panel for voting at the laptop behind a tab of the middle zone, or take it out.

        It comes in front when voting is asked for, or when its tab is chosen.
        """
        self.middle.set_voting(panel)
        if panel is None:
            self.set_voting_full(False)

    def set_voting_full(self, on: bool) -> None:
        """Show the voting panel alone, for a participant who holds the laptop; no key works."""
        for part in (self.left, self.room, self.bar, *self._lines):
            part.setVisible(not on)
        self.middle.set_bare(on)
        self.keys.set_on(not on)
        if on:
            self.question.put_away()
            self.middle.show_page(VOTE)

    def close_for_good(self) -> None:
        """Close the window without a question; the session was left."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        running = self._view is not None and not self._view.closed
        if running and not self._may_close:
            event.ignore()
            self.ask_leave()
            return
        if not self._may_close:
            self._may_close = True
            self.leaveRequested.emit()
        super().closeEvent(event)

    # ------------------------------------------------------------ what is pressed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys that another window, such as the beamer's, hands on."""
        if event.isAutoRepeat() or not self.keys.take(event):
            super().keyPressEvent(event)

    def ask_leave(self) -> None:
        """Ask whether to go on later or to close the session."""
        self.conduct.leave()

    def _on_choice_needed(self) -> None:
        self.middle.show_page(STEP)
        self.middle.step.decision.choice.focus_first()

    def _on_voting(self) -> None:
        self.votingRequested.emit()
        self.middle.show_page(VOTE)

    def _on_key(self, action: str) -> None:
        does = self._does.get(action)
        if does is not None:
            does()

    def _on_escape(self) -> None:
        if self.question.asking:
            self.question.put_away()
            self.bar.advance.setFocus()
        elif self.middle.shows_keys:
            self.middle.show_page(STEP)
        elif not self.left.shows_road:
            self.left.show_road()
        else:
            self.notice.show_words("")

    def _by_key(self) -> dict[str, Callable[[], None]]:
        tabs = {f"tab{n + 1}": partial(self.middle.show_page, n) for n in range(7)}
        return {
            "advance": self.conduct.advance,
            "back": self.conduct.back,
            "reopen": self.conduct.reopen_last,
            "blank": self.conduct.blank,
            "pause": self.room.toggle_pause,
            "beamer": self.beamerRequested.emit,
            "aside": self.asideRequested.emit,
            "join": self.joinRequested.emit,
            "note": self.room.note.line.setFocus,
            "keys": self.middle.show_keys,
            "escape": self._on_escape,
            **tabs,
        }
