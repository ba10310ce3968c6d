"""A dilemma of a comparison as a table: groups down, sessions across, all of them at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dilemmaspel.debrief.compare import WHOLE_ROOM, Cell, DilemmaTable, Line, Pooled
from dilemmaspel.texts import Texts, percent
from dilemmaspel.words import choice_label, scale_label

CELL_ROLE: Final = Qt.ItemDataRole.UserRole
"""A `Shown`."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Labels:
    """What the ids of a scenario are called."""

    options: Mapping[str, str]
    """Option ids of one dilemma, in its order; scale points for an agreement."""
    roles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell paints: two bars at most, and lines of words."""

    first: tuple[tuple[int, str, float], ...] = ()
    """(place of the option, its letter or point, share) in vote 1."""
    second: tuple[tuple[int, str, float], ...] = ()
    lines: tuple[str, ...] = ()


class CompareModel(QAbstractTableModel):
    """One dilemma; every cell can be read aloud as a sentence."""

    def __init__(
        self,
        t: Texts,
        table: DilemmaTable,
        headings: Sequence[str],
        labels: Labels,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._t = t
        self._table = table
        self._headings = tuple(headings)
        self._labels = labels
        known = [option for option in labels.options if option in table.choices]
        self._order = [*known, *(c for c in table.choices if c not in labels.options)]
        self._is_scale = table.question_type == "agreement"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._table.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._headings) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return left.value | Qt.TextFlag.TextWordWrap.value
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if orientation == Qt.Orientation.Vertical:
            line = self._table.lines[section]
            if line.role == WHOLE_ROOM:
                return self._t("Everybody")
            return self._labels.roles.get(line.role, line.role)
        if section < len(self._headings):
            return self._headings[section]
        return self._t("Together")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        shown = self.shown(index.row(), index.column())
        if role == CELL_ROLE:
            return shown
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._sentence(shown)
        return None

    def shown(self, row: int, column: int) -> Shown:
        """What stands in a cell."""
        line = self._table.lines[row]
        if column < len(line.cells):
            return self._of_session(line.role, line.cells[column])
        return self._of_all(line, line.pooled)

    def _size(self, role: str, n: int) -> str:
        """People in the room; of a role its valid votes, a table being one."""
        if role == WHOLE_ROOM:
            return self._t.plural("{n} person", "{n} people", n)
        return self._t.plural("{n} vote", "{n} votes", n)

    def _of_session(self, role: str, cell: Cell) -> Shown:
        t = self._t
        decided: tuple[str, ...] = ()
        if cell.decided:
            decided = (t("Decided: {outcome}", outcome=", ".join(map(self.letter, cell.decided))),)
        if not cell.there:
            return Shown(lines=("–", *decided))
        if cell.hidden:
            return Shown(lines=(t("fewer than 5 people"), *decided))
        lines = [self._size(role, cell.persons)]
        if cell.moved is not None and cell.both is not None:
            lines.append(
                t.plural(
                    "{n} of {whole} moved", "{n} of {whole} moved", cell.moved, whole=cell.both
                )
            )
        if cell.label is not None:
            named = scale_label if self._is_scale else choice_label
            lines.append(named(t, cell.label))
        return Shown(self._bars(cell.first), self._bars(cell.second), (*lines, *decided))

    def _of_all(self, line: Line, pooled: Pooled) -> Shown:
        t = self._t
        if not pooled.sessions:
            return Shown(lines=("–",))
        sessions = t.plural("{n} session", "{n} sessions", pooled.sessions)
        if pooled.hidden:
            if pooled.sessions < 3:
                return Shown(lines=(t("fewer than 3 sessions"),))
            return Shown(lines=(t("fewer than 5 people"),))
        lines = [f"{sessions} · {self._size(line.role, pooled.persons)}"]
        if pooled.moved is not None:
            lines.append(t("{n}% moved", n=t.number(pooled.moved * 100)))
        if line.role == WHOLE_ROOM:
            lines += self._spread(pooled)
        return Shown(self._bars(pooled.first), self._bars(pooled.second), tuple(lines))

    def _spread(self, pooled: Pooled) -> list[str]:
        """How far the sessions lie apart on the choice that most people made."""
        last = pooled.second or pooled.first
        top = max(last, key=lambda choice: last[choice], default=None)
        if top is None:
            return []
        low, high = (self._t.number(share * 100) for share in pooled.spread[top])
        words = self._t("{option}: {low} to {high}%", option=self.letter(top), low=low, high=high)
        return [words]

    def _bars(self, shares: Mapping[str, float]) -> tuple[tuple[int, str, float], ...]:
        return tuple(
            (self._order.index(choice), self.letter(choice), shares[choice])
            for choice in self._order
            if shares.get(choice)
        )

    def letter(self, choice: str) -> str:
        """The letter of an option, or the point of a scale; a band has its own name."""
        if choice in self._labels.options and not self._is_scale:
            return "ABCDEFGHIJ"[list(self._labels.options).index(choice) % 10]
        return choice

    def _sentence(self, shown: Shown) -> str:
        t = self._t
        parts = []
        for words, bars in ((t("First vote"), shown.first), (t("Second vote"), shown.second)):
            if bars:
                said = ", ".join(f"{letter} {percent(share)}" for _, letter, share in bars)
                parts.append(f"{words}: {said}")
        return ". ".join([*parts, *shown.lines])
