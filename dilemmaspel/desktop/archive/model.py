"""The sessions as a table that reads a page of rows when somebody looks at it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dilemmaspel.desktop.start.moments import short
from dilemmaspel.game.setup import Profile
from dilemmaspel.storage.archive import SessionInfo, Status
from dilemmaspel.storage.listing import Choices, Query, Sort
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import PROFILES

PAGE_ROWS: Final = 100
"""Rows that are read at once."""
PAGES_KEPT: Final = 20
"""Pages that stay in memory; the longest unused goes first."""

Index = QModelIndex | QPersistentModelIndex

_COLUMNS: Final = (
    (mark("Date"), Sort.DATE),
    (mark("Scenario"), Sort.TITLE),
    (mark("Length"), Sort.PROFILE),
    (mark("People"), Sort.PEOPLE),
    (mark("Where it stands"), Sort.STATUS),
)
_STATUS_WORDS: Final = {
    Status.OPEN: mark("running now"),
    Status.INTERRUPTED: mark("interrupted"),
    Status.CLOSED: mark("finished"),
}
TITLE_COLUMN: Final = 1


class Source(Protocol):
    """Where the sessions come from; answers nothing when the log cannot be read."""

    def count(self, query: Query) -> int:
        """How many sessions fit."""

    def page(self, query: Query, offset: int, limit: int) -> Sequence[SessionInfo]:
        """Those of them from `offset` on."""

    def place_of(self, query: Query, session: str) -> int | None:
        """Where a session stands among them, from 0."""

    def choices(self) -> Choices:
        """What there is to filter by."""


class Nothing:
    """A source without sessions."""

    def count(self, _query: Query) -> int:
        return 0

    def page(self, _query: Query, _offset: int, _limit: int) -> Sequence[SessionInfo]:
        return ()

    def place_of(self, _query: Query, _session: str) -> int | None:
        return None

    def choices(self) -> Choices:
        return Choices()


def status_words(t: Texts, session: SessionInfo) -> str:
    """Say how a session stands, and whether it was practice."""
    words = t(_STATUS_WORDS[session.status])
    return t("{status}, rehearsal", status=words) if session.practice else words


def profile_words(t: Texts, session: SessionInfo) -> str:
    """Name the length of a session."""
    return profile_name(t, session.profile)


def profile_name(t: Texts, profile: str) -> str:
    """Name a length; one that this release does not know keeps its id."""
    return t(PROFILES[Profile(profile)].name) if profile in set(Profile) else profile


class SessionModel(QAbstractTableModel):
    """One row per session that fits; Qt's names are kept where Qt asks for them."""

    def __init__(self, t: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._source: Source = Nothing()
        self._query = Query()
        self._count = 0
        self._pages: dict[int, Sequence[SessionInfo]] = {}
        self._cells: tuple[Callable[[SessionInfo], str], ...] = (
            self._date,
            self._title,
            self._profile,
            self._people,
            self._status,
        )

    @property
    def query(self) -> Query:
        """Which sessions are shown."""
        return self._query

    def set_source(self, source: Source) -> None:
        """Take the sessions from somewhere else."""
        self._source = source
        self.refresh()

    def show_query(self, query: Query) -> None:
        """Show the sessions that fit, in the order there is; the same ones change nothing."""
        wanted = replace(query, sort=self._query.sort, descending=self._query.descending)
        if wanted != self._query:
            self._query = wanted
            self.refresh()

    def refresh(self) -> None:
        """Read anew."""
        self.beginResetModel()
        self._pages.clear()
        self._count = self._source.count(self._query)
        self.endResetModel()

    def session(self, row: int) -> SessionInfo | None:
        """The session in a row; None when it can no longer be read."""
        number, place = divmod(row, PAGE_ROWS)
        page = self._pages.pop(number, None)
        if page is None:
            page = self._source.page(self._query, number * PAGE_ROWS, PAGE_ROWS)
        self._pages[number] = page
        if len(self._pages) > PAGES_KEPT:
            del self._pages[next(iter(self._pages))]
        return page[place] if place < len(page) else None

    def row_of(self, session: str) -> int:
        """The row of a session, or -1."""
        place = self._source.place_of(self._query, session) if session else None
        return -1 if place is None or place >= self._count else place

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, in the log itself."""
        _, by = _COLUMNS[max(column, 0)]
        wanted = replace(self._query, sort=by, descending=order == Qt.SortOrder.DescendingOrder)
        if wanted != self._query:
            self._query = wanted
            self.refresh()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._t(_COLUMNS[section][0])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        session = self.session(index.row()) if index.isValid() else None
        if session is None:
            return None
        shown = self._cells[index.column()](session)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._t(_COLUMNS[index.column()][0])}: {shown}"
        return None

    def _date(self, session: SessionInfo) -> str:
        return short(self._t, session.started_at)

    def _title(self, session: SessionInfo) -> str:
        where = f" · {session.organisation}" if session.organisation else ""
        return session.scenario_title + where

    def _profile(self, session: SessionInfo) -> str:
        return profile_words(self._t, session)

    def _people(self, session: SessionInfo) -> str:
        return str(session.people)

    def _status(self, session: SessionInfo) -> str:
        return status_words(self._t, session)
