"""The soft clock: counts down, then up in another colour and in words; it closes nothing."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import label, mood, named, tight
from dilemmaspel.game.views import ClockView
from dilemmaspel.texts import Texts


def clock_words(milliseconds: int) -> str:
    """Write the time that is left as minutes and seconds, past zero with a plus before it."""
    past = milliseconds < 0
    seconds = -milliseconds // 1000 if past else -(-milliseconds // 1000)
    return f"{'+' if past else ''}{seconds // 60}:{seconds % 60:02d}"


class Clock(QWidget):
    """Shows what is left of a phase; told the moment, it never looks at a clock itself."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._time = label("", "title", "clockTime")
        self._note = label("", "small", "clockNote")
        self._time.setWordWrap(False)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._time)
        layout.addWidget(self._note)
        named(self, "clock", t("Clock"))

    @property
    def time(self) -> QLabel:
        """The label with the figures."""
        return self._time

    def show_clock(self, clock: ClockView, now: int) -> None:
        """Show the clock as it is at `now` (milliseconds, on the session's own clock)."""
        left = clock.planned - clock.elapsed(now)
        timed = clock.planned > 0
        over = timed and left <= -1000
        self._time.setText(clock_words(left) if timed else clock_words(clock.elapsed(now)))
        mood(self._time, "over", "yes" if over else "no")
        self._note.setText(self._noted(clock, timed=timed, over=over))
        self.setAccessibleDescription(f"{self._time.text()} {self._note.text()}")

    def _noted(self, clock: ClockView, *, timed: bool, over: bool) -> str:
        if clock.since is None:
            return self._t("The clock stands still.")
        if over:
            return self._t("Past the planned time. Nothing closes by itself.")
        if not timed:
            return self._t("In this phase; no time was planned.")
        return self._t("left of {minutes} min", minutes=clock.planned // 60_000)
