"""Which sessions of the archive are wanted: a line to search in, and filters that combine."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.archive.model import profile_name
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, em, named, tight
from dilemmaspel.desktop.widgets.timing import once
from dilemmaspel.game.terms import Theme
from dilemmaspel.storage.listing import Choices, Query
from dilemmaspel.texts import Texts
from dilemmaspel.words import THEMES

_TYPING: Final = 150
"""Milliseconds after the last key before the sessions are looked for."""

_REAL, _PRACTICE = "real", "practice"


@dataclass(frozen=True, slots=True)
class Period:
    """Days of which the first is in it and the last is not; an invalid one has no end."""

    since: QDate
    until: QDate

    def moments(self) -> tuple[int | None, int | None]:
        """The same in milliseconds since the epoch, by the clock of this laptop."""
        return _moment(self.since), _moment(self.until)


def _moment(day: QDate) -> int | None:
    return QDateTime(day, QTime(0, 0)).toMSecsSinceEpoch() if day.isValid() else None


class Filters(QWidget):
    """Emits `changed` with what is wanted; the order is not its affair."""

    changed = Signal(object)
    """A `Query`."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        named(self, "filters", t("Filters"))
        asks = t("Search by scenario, organisation or region")
        self.search = named(QLineEdit(), "archiveFilter", asks)
        self.search.setPlaceholderText(asks)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(em() * 18)
        self.period = self._box("filterPeriod", t("Period"))
        self.theme = self._box("filterTheme", t("Theme"))
        self.scenario = self._box("filterScenario", t("Scenario"))
        self.profile = self._box("filterProfile", t("Length"))
        self.organisation = self._box("filterOrganisation", t("Organisation"))
        self.practice = self._box("filterPractice", t("Rehearsals"))
        self.reset: QPushButton = button("filterReset", t("Show all"), "close", "quiet")
        self._boxes = (
            self.period,
            self.theme,
            self.scenario,
            self.profile,
            self.organisation,
            self.practice,
        )
        self._periods: dict[str, Period] = {}
        self._typing = once(self, _TYPING, self._on_changed)
        self._arrange()
        self.show_choices(Choices())

    def _box(self, name: str, words: str) -> QComboBox:
        made = named(QComboBox(), name, words)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.setMaximumWidth(em() * 17)
        made.activated.connect(self._on_changed)
        return made

    def _arrange(self) -> None:
        flow = FlowLayout(spacing=8)
        for part in (self.search, *self._boxes, self.reset):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        tight(column)
        column.addLayout(flow)
        self.search.textChanged.connect(self._on_typed)
        self.reset.clicked.connect(self.show_all)

    def show_choices(self, choices: Choices) -> None:
        """Offer what occurs in the log; what is chosen stays chosen while it occurs."""
        t = self._t
        self._periods = _periods(choices)
        themes = [(one, _theme(t, one)) for one in choices.themes]
        profiles = [(one, profile_name(t, one)) for one in choices.profiles]
        places = [(one, one) for one in choices.organisations]
        _fill(self.period, t("Any time"), [(one, self._period_name(one)) for one in self._periods])
        _fill(self.theme, t("All themes"), themes)
        _fill(self.scenario, t("All scenarios"), list(choices.scenarios))
        _fill(self.profile, t("All lengths"), profiles)
        _fill(self.organisation, t("All organisations"), places)
        kinds = [(_REAL, t("Without rehearsals")), (_PRACTICE, t("Rehearsals only"))]
        _fill(self.practice, t("With rehearsals"), kinds)
        self._show_reset()

    def _period_name(self, name: str) -> str:
        t = self._t
        known = {"30": t("Last 30 days"), "365": t("Last 12 months")}
        return known.get(name, name)

    @property
    def query(self) -> Query:
        """What is wanted now."""
        period = self._periods.get(_chosen(self.period))
        since, until = period.moments() if period else (None, None)
        practice = _chosen(self.practice)
        return Query(
            words=tuple(self.search.text().split()),
            since=since,
            until=until,
            theme=_chosen(self.theme),
            scenario=_chosen(self.scenario),
            profile=_chosen(self.profile),
            organisation=_chosen(self.organisation),
            practice=practice == _PRACTICE if practice else None,
        )

    def show_all(self) -> None:
        """Take every filter away."""
        self.search.clear()
        for one in self._boxes:
            one.setCurrentIndex(0)
        self._on_changed()
        self.search.setFocus()

    def _on_typed(self, _text: str) -> None:
        self._typing.start()

    def _on_changed(self) -> None:
        self._typing.stop()
        self._show_reset()
        self.changed.emit(self.query)

    def _show_reset(self) -> None:
        self.reset.setVisible(not self.query.asks_nothing)


def _fill(box: QComboBox, everything: str, choices: list[tuple[str, str]]) -> None:
    """Offer everything first, and then each; the one that was chosen stays."""
    before = _chosen(box)
    box.clear()
    box.addItem(everything, "")
    for value, words in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(before)))


def _chosen(box: QComboBox) -> str:
    return str(box.currentData() or "")


def _theme(t: Texts, theme: str) -> str:
    return t(THEMES[Theme(theme)]) if theme in set(Theme) else theme


def _periods(choices: Choices) -> dict[str, Period]:
    """The last 30 days and 12 months, and every year in which there was a session."""
    if not choices.last:
        return {}
    today, never = QDate.currentDate(), QDate()
    first, last = (
        QDateTime.fromMSecsSinceEpoch(at).date().year() for at in (choices.first, choices.last)
    )
    years = range(last, first - 1, -1)
    return {
        "30": Period(today.addDays(-30), never),
        "365": Period(today.addMonths(-12), never),
        **{str(year): Period(QDate(year, 1, 1), QDate(year + 1, 1, 1)) for year in years},
    }
