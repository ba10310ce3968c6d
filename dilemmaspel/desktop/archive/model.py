"""The sessions as a table that can be sorted and searched."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from dilemmaspel.desktop.start.moments import short
from dilemmaspel.game.setup import Profile
from dilemmaspel.storage.archive import SessionInfo, Status
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import PROFILES

SORT_ROLE: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex

_HEADINGS: Final = (
    mark("Date"),
    mark("Scenario"),
    mark("Length"),
    mark("People"),
    mark("Where it stands"),
)
_STATUS_WORDS: Final = {
    Status.OPEN: mark("running now"),
    Status.INTERRUPTED: mark("interrupted"),
    Status.CLOSED: mark("finished"),
}
TITLE_COLUMN: Final = 1


def status_words(t: Texts, session: SessionInfo) -> str:
    """Say how a session stands, and whether it was practice."""
    words = t(_STATUS_WORDS[session.status])
    return t("{status}, rehearsal", status=words) if session.practice else words


def profile_words(t: Texts, session: SessionInfo) -> str:
    """Name the length of a session."""
    known = session.profile in set(Profile)
    return t(PROFILES[Profile(session.profile)].name) if known else session.profile


class SessionModel(QAbstractTableModel):
    """One row per session; Qt's names are kept where Qt asks for them."""

    def __init__(self, t: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._sessions: tuple[SessionInfo, ...] = ()
        self._cells: tuple[Callable[[SessionInfo], tuple[str, object]], ...] = (
            self._date,
            self._title,
            self._profile,
            self._people,
            self._status,
        )

    def show_sessions(self, sessions: Sequence[SessionInfo]) -> None:
        """Show these sessions; the same ones again change nothing."""
        if tuple(sessions) == self._sessions:
            return
        self.beginResetModel()
        self._sessions = tuple(sessions)
        self.endResetModel()

    def session(self, row: int) -> SessionInfo:
        """The session in a row."""
        return self._sessions[row]

    def row_of(self, session: str) -> int:
        """The row of a session, or -1."""
        ids = [one.id for one in self._sessions]
        return ids.index(session) if session in ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._sessions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._t(_HEADINGS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        shown, sorted_by = self._cells[index.column()](self._sessions[index.row()])
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._t(_HEADINGS[index.column()])}: {shown}"
        return sorted_by if role == SORT_ROLE else None

    def _date(self, session: SessionInfo) -> tuple[str, object]:
        return short(self._t, session.started_at), session.started_at

    def _title(self, session: SessionInfo) -> tuple[str, object]:
        where = f" · {session.organisation}" if session.organisation else ""
        return session.scenario_title + where, session.scenario_title.casefold()

    def _profile(self, session: SessionInfo) -> tuple[str, object]:
        return profile_words(self._t, session), session.profile

    def _people(self, session: SessionInfo) -> tuple[str, object]:
        return str(session.people), session.people

    def _status(self, session: SessionInfo) -> tuple[str, object]:
        return status_words(self._t, session), session.status.value


class SessionSearch(QSortFilterProxyModel):
    """Sorts by what a cell means, and keeps rows with every word that is looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)

    def look_for(self, text: str) -> None:
        """Keep the rows that hold every word of `text` somewhere."""
        self.beginFilterChange()
        self._words = tuple(text.casefold().split())
        self.endFilterChange()

    def lessThan(self, left: Index, right: Index) -> bool:
        model = self.sourceModel()
        one, other = model.data(left, SORT_ROLE), model.data(right, SORT_ROLE)
        return bool(one < other)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        cells = (model.index(row, column, parent) for column in range(model.columnCount()))
        text = " ".join(str(model.data(cell)) for cell in cells).casefold()
        return all(word in text for word in self._words)
