"""The card on the start screen for who is here for the first time: play the trial round."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.cards import sign_of
from dilemmaspel.desktop.start.lengths import total_minutes
from dilemmaspel.desktop.widgets.cover import Cover
from dilemmaspel.desktop.widgets.kit import button, em, label, mood, named, tight
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.texts import Texts

if TYPE_CHECKING:
    from dilemmaspel.scenario.library import Loaded

_COVER: Final = 15
"""How wide the picture is, in lines."""
_WIDEST_COVER: Final = 300
"""Large letters need the room more than the picture does; in pixels."""


class WelcomeCard(QFrame):
    """Takes the place of the trial's own card until there has been a session."""

    chosen = Signal(object)
    """The trial, a `scenario.library.Loaded`."""

    def __init__(
        self, t: Texts, entry: "Loaded", scenario: Scenario, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        self.scenario = scenario
        named(self, "welcome", t("For who is here for the first time"))
        mood(self, "box", "accent")
        self.cover = Cover(sign_of(scenario))
        wide = min(round(em() * _COVER), _WIDEST_COVER)
        self.cover.setFixedSize(wide, self.cover.heightForWidth(wide))
        minutes = total_minutes(scenario, Setup(profile=Profile.SHORT))
        self._title: QLabel = label(t("Here for the first time?"), "heading", "welcomeTitle")
        about = t("Play the trial round. It takes {n} minutes.", n=minutes)
        self._about: QLabel = label(about, "text", "welcomeAbout")
        self._summary: QLabel = label(scenario.summary, "muted", "welcomeSummary")
        self.play: QPushButton = button("welcomePlay", t("Play the trial round"), "play", "primary")
        self.play.clicked.connect(self._on_play)
        self._arrange()

    def _arrange(self) -> None:
        words, row = QVBoxLayout(), QHBoxLayout(self)
        tight(words, 4)
        tight(row, 16, 16)
        words.addStretch(1)
        for part in (self._title, self._about, self._summary):
            words.addWidget(part)
        words.addStretch(1)
        row.addWidget(self.cover)
        row.addLayout(words, 1)
        row.addWidget(self.play)

    def _on_play(self) -> None:
        self.chosen.emit(self.entry)


def trial_among(entries: Sequence["Loaded"]) -> "Loaded | None":
    """The first of the entries that is a trial and can be played."""
    trials = (
        e for e in entries if e.is_playable and e.scenario is not None and e.scenario.is_trial
    )
    return next(trials, None)
