"""The card of a scenario on the start screen: its picture, its words, or what is wrong with it."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.start.lengths import rounds_in, total_minutes
from dilemmaspel.desktop.style import icon
from dilemmaspel.desktop.widgets.card import CardButton
from dilemmaspel.desktop.widgets.cover import Cover
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import em, label, tight
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.terms import Theme
from dilemmaspel.scenario.library import Loaded
from dilemmaspel.texts import Texts
from dilemmaspel.words import STATUSES, THEMES

SIGNS: Final = {
    Theme.FUNDING: "money",
    Theme.PREVENTION_VS_CARE: "heart",
    Theme.COLLECTIVE_VS_INDIVIDUAL: "people",
}
_STRIP_COVER: Final = 11
"""How wide the picture in a strip is, in lines."""
LANGUAGE_NAMES: Final = {"nl": "Nederlands", "en": "English", "de": "Deutsch", "fr": "Français"}


class ScenarioCard(CardButton):
    """A scenario that can be played."""

    chosen = Signal(object)

    def __init__(self, t: Texts, entry: Loaded, scenario: Scenario) -> None:
        super().__init__(f"scenario_{scenario.id}", "scenario", 10, 10)
        self.entry = entry
        self.scenario = scenario
        self.cover = Cover(sign_of(scenario))
        self.add(self.cover)
        theme = t(THEMES[scenario.theme]) if scenario.theme else ""
        facts = facts_of(t, scenario)
        self.add(_words(theme, scenario.title, scenario.summary))
        self.inside.addStretch(1)
        self.add(_facts(facts))
        self.setAccessibleName(", ".join((scenario.title, theme, *(words for _, words in facts))))
        self.setAccessibleDescription(scenario.summary)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.entry)


class TrialCard(CardButton):
    """A trial: a low strip, so that it stands first and does not stand in the way."""

    chosen = Signal(object)

    def __init__(self, t: Texts, entry: Loaded, scenario: Scenario) -> None:
        super().__init__(f"scenario_{scenario.id}", "scenario", 10)
        self.entry = entry
        self.scenario = scenario
        self.cover = Cover(sign_of(scenario))
        wide = round(em() * _STRIP_COVER)
        self.cover.setFixedSize(wide, self.cover.heightForWidth(wide))
        purpose, facts = t("To learn how to vote"), facts_of(t, scenario)
        strip = QWidget()
        row = QHBoxLayout(strip)
        tight(row, 14)
        row.addWidget(self.cover)
        column = QVBoxLayout()
        tight(column, 4)
        column.addStretch(1)
        column.addWidget(_words(purpose, scenario.title, scenario.summary))
        column.addWidget(_facts(facts))
        column.addStretch(1)
        row.addLayout(column, 1)
        self.add(strip)
        self.setAccessibleName(", ".join((scenario.title, purpose, *(words for _, words in facts))))
        self.setAccessibleDescription(scenario.summary)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.entry)


class BrokenCard(CardButton):
    """A scenario that cannot be played, with how much there is to mend."""

    chosen = Signal(object)

    def __init__(self, t: Texts, entry: Loaded) -> None:
        super().__init__(f"broken_{entry.folder.name}", "scenario", 16, 8)
        self.entry = entry
        what = what_is_wrong(t, entry)
        self.add(_sign("warning" if entry.scenario is None and _errors(entry) else "edit"))
        self.add(label(entry.title, "heading", "cardTitle"))
        self.add(label(what, "warm", "cardWrong"))
        self.add(label(t("Not ready to play. See what to mend."), "muted", "cardHint"))
        self.add(label(entry.folder.name, "small", "cardFolder"))
        self.inside.addStretch(1)
        self.setAccessibleName(f"{entry.title}, {what}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.entry)


def what_is_wrong(t: Texts, entry: Loaded) -> str:
    """Say in a few words why an entry cannot be played."""
    errors = _errors(entry)
    if errors:
        return t.plural("{n} problem", "{n} problems", errors)
    status = entry.scenario.status if entry.scenario else None
    return t(STATUSES[status]) if status else t("An outline: not ready to play")


def facts_of(t: Texts, scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """The sign and the words of what people want to know before they choose."""
    rounds = rounds_in(scenario, (d.id for d in scenario.dilemmas))
    shortest = total_minutes(scenario, Setup(profile=Profile.SHORT))
    longest = total_minutes(scenario, Setup(profile=Profile.HALF_DAY))
    roles = len(scenario.recommended_roles or [r for r in scenario.roles if r.voting])
    same = shortest == longest
    minutes = (
        t("{n} min", n=shortest) if same else t("{least}–{most} min", least=shortest, most=longest)
    )
    return (
        ("clock", minutes),
        ("scale", t.plural("{n} dilemma", "{n} dilemmas", rounds)),
        ("people", t.plural("{n} role", "{n} roles", roles)),
        ("language", LANGUAGE_NAMES.get(scenario.language, scenario.language)),
    )


def facts_row(t: Texts, scenario: Scenario) -> QWidget:
    """Show those facts in a row, in line with what stands above it."""
    return _facts(facts_of(t, scenario), inset=0)


def sign_of(scenario: Scenario) -> str:
    """The sign of a scenario's theme."""
    return SIGNS[scenario.theme] if scenario.theme else "scale"


def _errors(entry: Loaded) -> int:
    return sum(problem.is_error for problem in entry.problems)


def _words(theme: str, title: str, summary: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(6, 0, 6, 0)
    column.setSpacing(4)
    column.addWidget(label(theme, "eyebrow", "cardTheme"))
    column.addWidget(label(title, "heading", "cardTitle"))
    column.addWidget(label(summary, "text", "cardSummary"))
    return made


def _facts(facts: tuple[tuple[str, str], ...], inset: int = 6) -> QWidget:
    made = QWidget()
    column, flow = QVBoxLayout(made), FlowLayout(spacing=12)
    column.setContentsMargins(inset, 0, inset, 4)
    column.addLayout(flow)
    for sign, words in facts:
        flow.addWidget(_fact(sign, words))
    return made


def _fact(sign: str, words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    tight(row, 5)
    row.addWidget(_sign(sign, 1.0))
    text = label(words, "small", "cardFact")
    text.setWordWrap(False)
    row.addWidget(text)
    return made


def _sign(name: str, size: float = 1.6) -> QLabel:
    made = QLabel()
    side = round(em() * size)
    colour = made.palette().color(QPalette.ColorRole.PlaceholderText).name()
    made.setPixmap(icon(name, colour, side).pixmap(QSize(side, side)))
    return made
