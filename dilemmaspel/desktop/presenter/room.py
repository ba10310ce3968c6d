"""The right zone: what the room sees, the time, who has voted, and a quick note."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.presenter.voted import VotedPanel
from dilemmaspel.desktop.widgets.clock import Clock
from dilemmaspel.desktop.widgets.entry import Entry
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import (
    button,
    label,
    named,
    reworded,
    say,
    scrolled,
    signed,
    tight,
)
from dilemmaspel.desktop.widgets.miniature import Miniature
from dilemmaspel.desktop.widgets.notice import Notice
from dilemmaspel.game.commands import AddNote, Lay
from dilemmaspel.game.phases import Overlay
from dilemmaspel.game.views import PresenterView, PublicView
from dilemmaspel.texts import Texts

TICK_MS = 500
BESIDE = 12
"""Room at the right for the bar that scrolls, in the margin of the window."""


class RoomPanel(Panel):
    """Looks at the clock twice a second; everything else comes with the view."""

    def __init__(self, t: Texts, now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "room", t("The room"))
        self._now = now
        self._public: PublicView | None = None
        self._sent = ""
        self.miniature = Miniature(t)
        self._dark = label("", "strong", "beamerDark")
        self._next = label("", "small", "comesNext")
        self.clock = Clock(t)
        self.pause = button("pause", "", "pause", "plain")
        self.pause.clicked.connect(self.toggle_pause)
        self.take_break = button("break", t("Break"), "break", "plain")
        self.take_break.clicked.connect(self._on_break)
        self.beamer = Notice(t, "beamerNote", "screen")
        self.asked = Notice(t, "asked", "hand")
        self.voted = VotedPanel(t)
        self.note = Entry("quickNote", t("Quick note (no names)"), t("Keep the quick note"), "plus")
        self.note.submitted.connect(self._on_note)
        self._arrange()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start(TICK_MS)

    def _arrange(self) -> None:
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        buttons = FlowLayout(spacing=8)
        tight(column, 12)
        column.setContentsMargins(0, 0, BESIDE, 0)
        buttons.addWidget(self.pause)
        buttons.addWidget(self.take_break)
        for part in (self.miniature, self.beamer, self._dark, self._next):
            column.addWidget(part)
        column.addWidget(self.clock)
        column.addLayout(buttons)
        column.addWidget(self.asked)
        column.addWidget(self.voted)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.addWidget(scrolled(inside, "roomArea", self._t("The room")), 1)
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, BESIDE, 0)
        below.addWidget(self.note)
        layout.addLayout(below)

    def set_note(self, note: QWidget) -> None:
        """Put a line under the clock, above who has voted; it hides itself."""
        place = self._column.indexOf(self.asked)
        self._column.insertWidget(place, note)

    def show_view(self, view: PresenterView) -> None:
        self._public = view.public
        paused = view.public.overlay is Overlay.PAUSED
        resting = view.public.overlay is Overlay.BREAK
        say(self._dark, self._t("The beamer is dark.") if view.public.blank else "")
        reworded(self.pause, self._t("Go on") if paused else self._t("Pause"))
        reworded(self.take_break, self._t("Go on") if resting else self._t("Break"))
        for made, sign, laid in (
            (self.pause, "pause", paused),
            (self.take_break, "break", resting),
        ):
            if laid != bool(made.property("laid")):
                made.setProperty("laid", laid)
                signed(made, "play" if laid else sign)
        self.pause.setVisible(not resting and not view.closed)
        self.take_break.setVisible(not paused and not view.closed)
        self.clock.setVisible(not view.closed)
        self.note.setVisible(not view.closed)
        self.asked.show_words(self._asked_words(view), lasting=True)
        self.voted.show_view(view)
        self._on_tick()

    def show_next(self, words: str) -> None:
        """Say what comes next on the beamer."""
        say(self._next, self._t("Then: {what}", what=words) if words else "")

    def _asked_words(self, view: PresenterView) -> str:
        parts = []
        if view.pause_asked:
            parts.append(self._t("Somebody plays the pause card. Stop for a moment?"))
        waiting = view.public.vote.time_asked if view.public.vote else 0
        if waiting:
            parts.append(
                self._t.plural("Somebody needs more time.", "{n} people need more time.", waiting)
            )
        return " ".join(parts)

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        paused = self._public is not None and self._public.overlay is Overlay.PAUSED
        self.commandRequested.emit(Lay(Overlay.NONE if paused else Overlay.PAUSED))

    def _on_break(self) -> None:
        resting = self._public is not None and self._public.overlay is Overlay.BREAK
        self.commandRequested.emit(Lay(Overlay.NONE if resting else Overlay.BREAK))

    def _on_tick(self) -> None:
        if self._public is not None:
            self.clock.show_clock(self._public.clock, self._now())

    def _on_note(self, text: str) -> None:
        self._sent = text
        self.commandRequested.emit(AddNote(text))

    def settle(self, command: object) -> None:
        if isinstance(command, AddNote) and command.text == self._sent:
            self.note.settle(self._sent)
