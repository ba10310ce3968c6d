"""The scenarios on the start screen: the trial apart, the others as cards, to sift by theme."""

from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.beamer.pictures import FolderPictures
from dilemmaspel.desktop.start.cards import BrokenCard, ScenarioCard, TrialCard
from dilemmaspel.desktop.start.welcome import WelcomeCard, trial_among
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.desktop.widgets.kit import button, label, named, reworded, tight
from dilemmaspel.game.terms import Theme
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.texts import Texts
from dilemmaspel.words import THEMES

COVER: Final = QSize(800, 450)
"""Covers are read no larger than this."""
MANY: Final = 6
"""Above this number of scenarios there is something to sift."""
ALL, OWN = "all", "own"
"""The sieves besides the themes."""

Card = ScenarioCard | TrialCard | BrokenCard


class Shelf(QWidget):
    """Cards come at once, their covers one by one while the window rests."""

    scenarioChosen = Signal(object)
    problemsRequested = Signal(object)
    openRequested = Signal()
    """Open a scenario from a file or a folder."""
    changed = Signal()
    """Other cards are shown now."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._entries: tuple[Loaded, ...] = ()
        self._own = Path()
        self._sieve = ALL
        self._cards: dict[Path, Card] = {}
        self._waiting: deque[ScenarioCard | TrialCard | WelcomeCard] = deque()
        self._newcomer = False
        self._welcome: WelcomeCard | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_idle)
        named(self, "shelf", t("Scenarios"))
        self.trials = CardGrid(15, 1, keeps=True)
        self.grid = CardGrid(15, 3, keeps=True)
        self._none: QLabel = label(t("There are no scenarios of this kind."), "muted", "shelfNone")
        self._column = layout = QVBoxLayout(self)
        tight(layout, 16)
        for part in (self._sieves(), self.trials, self.grid, self._none):
            layout.addWidget(part)
        self._none.hide()

    def _sieves(self) -> QWidget:
        t = self._t
        row, kinds = QWidget(), QWidget()
        flow = FlowLayout(kinds, spacing=8)
        words = {ALL: t("All"), **{str(one): t(THEMES[one]) for one in Theme}, OWN: t("Your own")}
        self._group = QButtonGroup(self)
        self.sieves: Mapping[str, QPushButton] = {
            key: button(f"sieve_{key}", said, kind="tab") for key, said in words.items()
        }
        self._words = words
        for one in self.sieves.values():
            one.setCheckable(True)
            one.setAutoExclusive(True)  # or a screen reader calls it a box to tick
            self._group.addButton(one)
            flow.addWidget(one)
        self.sieves[ALL].setChecked(True)
        self._group.buttonClicked.connect(self._on_sieve)
        self.open: QPushButton = button("toOpen", t("Open a scenario"), "import")
        self.open.clicked.connect(self.openRequested)
        beside = QHBoxLayout(row)
        tight(beside, 16)
        beside.addWidget(kinds, 1)
        beside.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards that are shown, in order."""
        return tuple(self._cards[one.path] for one in self._sifted(self._sieve))

    def show_entries(self, entries: Sequence[Loaded], own: Path) -> None:
        """Show these scenarios; those in the folder `own` are a person's own."""
        self._entries, self._own = tuple(entries), own
        kept = {path: card for path, card in self._cards.items() if card.entry in self._entries}
        gone = [card for path, card in self._cards.items() if path not in kept]
        self._cards = {e.path: kept.get(e.path) or self._card(e) for e in self._entries}
        self._waiting = deque(card for card in self._waiting if card not in gone)
        self._show()
        for card in gone:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        if self._waiting:
            self._timer.start()

    def show_newcomer(self, newcomer: bool) -> None:
        """Welcome who is here for the first time, with the trial, if there is one."""
        self._newcomer = newcomer
        self._place_welcome()

    @property
    def is_welcoming(self) -> bool:
        """Whether somebody who is new is welcomed now."""
        return self._welcome is not None

    def go_to_first(self) -> bool:
        """Put the keyboard on the first card, a trial last; tells whether there is one."""
        if self._welcome is not None:
            self._welcome.play.setFocus()
            return True
        first = min(self.cards, key=lambda card: isinstance(card, TrialCard), default=None)
        if first is not None:
            first.setFocus()
        return first is not None

    def _show(self) -> None:
        counts = {key: len(self._sifted(key)) for key in self.sieves}
        has_own = 0 < counts[OWN] < len(self._entries)
        for key, one in self.sieves.items():
            one.setVisible(has_own or (key != OWN and len(self._entries) > MANY))
            reworded(one, f"{self._words[key]} ({counts[key]})")
        if self._sieve != ALL and not counts[self._sieve]:
            self._sieve = ALL
            self.sieves[ALL].setChecked(True)
        shown = self.cards
        trials = tuple(card for card in shown if isinstance(card, TrialCard))
        self.trials.show_cards(trials)
        self.grid.show_cards(tuple(card for card in shown if card not in trials))
        self._none.setVisible(not shown and bool(self._entries))
        self._place_welcome()

    def _place_welcome(self) -> None:
        """Put the welcome in the place of the trial's own card, or that card back in its place."""
        trial = trial_among(self._entries) if self._newcomer else None
        old = self._welcome
        if old is not None and old.entry != trial:
            self._waiting = deque(card for card in self._waiting if card is not old)
            old.hide()
            old.deleteLater()
            self._welcome = None
        if self._welcome is None and trial is not None and trial.scenario is not None:
            self._welcome = WelcomeCard(self._t, trial, trial.scenario)
            self._welcome.chosen.connect(self.scenarioChosen)
            self._column.insertWidget(0, self._welcome)
            self._welcome.show()
            self._waiting.appendleft(self._welcome)
            self._timer.start()
        trials = any(isinstance(card, TrialCard) for card in self.cards)
        self.trials.setVisible(trials and self._welcome is None)

    def _sifted(self, key: str) -> list[Loaded]:
        if key == ALL:
            return list(self._entries)
        if key == OWN:
            return [one for one in self._entries if one.path.is_relative_to(self._own)]
        return [one for one in self._entries if _touches(one, key)]

    def _card(self, entry: Loaded) -> Card:
        if not entry.is_playable or entry.scenario is None:
            broken = BrokenCard(self._t, entry)
            broken.chosen.connect(self.problemsRequested)
            return broken
        make = TrialCard if entry.scenario.is_trial else ScenarioCard
        card = make(self._t, entry, entry.scenario)
        card.chosen.connect(self.scenarioChosen)
        if entry.scenario.is_trial:
            self._waiting.appendleft(card)  # it stands on top
        else:
            self._waiting.append(card)
        return card

    def _on_sieve(self, pressed: QPushButton) -> None:
        self._sieve = next(key for key, one in self.sieves.items() if one is pressed)
        self._show()
        self.changed.emit()

    def _on_idle(self) -> None:
        """Read one cover, so that the window answers between two of them."""
        if not self._waiting:
            self._timer.stop()
            return
        card = self._waiting.popleft()
        picture = card.scenario.cover
        if picture is not None:
            image = FolderPictures(card.entry.folder).image(picture, COVER)
            card.cover.show_image(image, picture.alt)


def _touches(entry: Loaded, theme: str) -> bool:
    scenario = entry.scenario
    return scenario is not None and theme == scenario.theme
