"""Sessions side by side, per dilemma and role; editions of a scenario apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.debrief.compare import NO_OPINIONS, DilemmaTable, Edition
from dilemmaspel.desktop.archive.comparison_cell import CompareCell
from dilemmaspel.desktop.archive.comparison_model import CompareModel, Labels
from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.desktop.widgets.edges import top_row
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import (
    box,
    em,
    label,
    mood,
    named,
    scrolled,
    tight,
)
from dilemmaspel.texts import Texts
from dilemmaspel.theme import LETTERS, Theme

MOST_COLUMNS = 6
"""Sessions that get a column each; more are shown together only."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An edition with what its ids are called."""

    edition: Edition
    title: str
    """The scenario and its version."""
    headings: Mapping[str, str]
    """A line per session id: when, where, how many."""
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Per dilemma: option id -> label, in the order of the scenario; points for a scale."""
    roles: Mapping[str, str] = field(default_factory=dict)


class ComparisonPage(BackPage):
    """Shows what `debrief.compare` gives."""

    def __init__(self, t: Texts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("comparison", t("Comparison"), t("Back"), parent)
        self._t = t
        self._cell = CompareCell(theme)
        top = top_row(
            self.back, label(t("Compare sessions"), "title", "comparisonTitle"), spacing=16
        )
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        tight(self._column, 16)
        self._column.setContentsMargins(40, 0, 40, 24)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top)
        self.area = scrolled(self._content, "comparisonArea", t("Comparison"))
        layout.addWidget(self.area, 1)

    def show_comparison(self, compared: Sequence[Compared]) -> None:
        """Show these editions, one below the other."""
        while (old := self._column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        t = self._t
        self._column.addWidget(label(t(NO_OPINIONS), "strong", "comparisonNotice"))
        for words in self._explained(compared):
            self._column.addWidget(label(words, "muted", "comparisonExplained"))
        for one in compared:
            self._show_edition(one)
        self._column.addStretch(1)
        self.back.setFocus()

    def _explained(self, compared: Sequence[Compared]) -> list[str]:
        t = self._t
        lines = [
            t(
                "Bar 1 is the first vote, bar 2 the second. A group of fewer than 5 people is "
                "hidden; together needs 3 sessions, and is the mean of the sessions."
            )
        ]
        if len(compared) > 1:
            lines.append(
                t("These sessions played different texts of a scenario, so they stand apart.")
            )
        return lines

    def _show_edition(self, one: Compared) -> None:
        t, edition = self._t, one.edition
        count = t.plural("{n} session", "{n} sessions", len(edition.sessions))
        self._column.addWidget(label(f"{one.title} · {count}", "heading", "comparisonEdition"))
        if not edition.dilemmas:
            self._column.addWidget(label(t("Nothing was voted in these sessions."), "text"))
        for table in edition.dilemmas:
            self._column.addWidget(self._card(one, table))

    def _card(self, one: Compared, table: DilemmaTable) -> QWidget:
        options = one.options.get(table.dilemma, {})
        card, column = box("card", f"compare_{table.dilemma}", 8, 14)
        column.addWidget(label(table.title, "strong", "compareDilemma"))
        model = self._model(one, table, options)
        legend = [(model.letter(choice), words) for choice, words in options.items() if words]
        if legend:
            column.addWidget(_legend(legend))
        view = self._view(table, model)
        model.setParent(view)
        column.addWidget(view)
        return card

    def _model(
        self, one: Compared, table: DilemmaTable, options: Mapping[str, str]
    ) -> CompareModel:
        own = one.edition.sessions
        few = len(own) <= MOST_COLUMNS
        headings = [one.headings.get(name, name) for name in own] if few else []
        shown = table if few else _only_together(table)
        return CompareModel(self._t, shown, headings, Labels(options, one.roles))

    def _view(self, table: DilemmaTable, model: CompareModel) -> QTableView:
        words = self._t("Comparison of {dilemma}", dilemma=table.title)
        view = named(QTableView(), f"compareTable_{table.dilemma}", words)
        view.setModel(model)
        view.setItemDelegate(self._cell)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setCornerButtonEnabled(False)
        mood(view, "kind", "figures")
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = view.horizontalHeader(), view.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(em() * 10)
        across.setFixedHeight(em() * (5 if model.columnCount() > 1 else 2))
        down.setFixedWidth(em() * 9)
        view.resizeRowsToContents()
        rows = sum(view.rowHeight(row) for row in range(model.rowCount()))
        view.setFixedHeight(rows + across.height() + 16)
        return view


def _legend(legend: Sequence[tuple[str, str]]) -> QWidget:
    """Every option with the mark that it has everywhere; a point of a scale with its number."""
    whole = named(QWidget(), "compareLegend")
    flow = FlowLayout(whole, spacing=16)
    for letter, words in legend:
        one = QWidget()
        row = QHBoxLayout(one)
        tight(row, 6)
        marked = letter in LETTERS
        if marked:
            badge = OptionBadge()
            badge.show_option(LETTERS.index(letter))
            row.addWidget(badge)
        text = label(words if marked else f"{letter}  {words}", "small", "compareOption")
        text.setWordWrap(False)
        text.setAccessibleName(f"{letter}  {words}")
        row.addWidget(text)
        flow.addWidget(one)
    return whole


def _only_together(table: DilemmaTable) -> DilemmaTable:
    lines = tuple(replace(line, cells=()) for line in table.lines)
    return replace(table, lines=lines)
