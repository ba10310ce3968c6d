"""The archive: every session in a table, and beside it the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.archive.detail import SessionDetail
from dilemmaspel.desktop.archive.model import TITLE_COLUMN, SessionModel, SessionSearch
from dilemmaspel.desktop.archive.summary import Summary
from dilemmaspel.desktop.widgets.kit import button, em, label, named, say, scrolled, tight
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.storage.archive import SessionInfo
from dilemmaspel.texts import Texts

_WAIT = 120
"""Milliseconds before a session is read, so that holding an arrow key reads only the last."""


class ArchivePage(QWidget):
    """Asks for the summary of the chosen session; shows it when it comes."""

    summaryRequested = Signal(str)
    resumeRequested = Signal(str)
    eraseRequested = Signal(str)
    reportRequested = Signal(str)
    backRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._chosen = ""
        named(self, "archive", t("Archive"))
        self._model = SessionModel(t, self)
        self._search = SessionSearch(self)
        self._search.setSourceModel(self._model)
        self._none: QLabel = label("", "muted", "archiveNone")
        self.table = self._table()
        self.detail = SessionDetail(t)
        self.detail.resumeRequested.connect(self.resumeRequested)
        self.detail.eraseRequested.connect(self.eraseRequested)
        self.detail.reportRequested.connect(self.reportRequested)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._on_settled)
        self._build()

    def _build(self) -> None:
        left = QVBoxLayout()
        tight(left, 10)
        left.addWidget(self._none)
        left.addWidget(self.table, 1)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tight(self._body, 20)
        self._body.setContentsMargins(40, 0, 40, 24)
        self._body.addLayout(left, 3)
        area = scrolled(self.detail, "detailArea", self._t("This session"))
        self._body.addWidget(area, 2)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(self._top())
        layout.addLayout(self._body, 1)
        tab_as_seen(self)

    def _top(self) -> QHBoxLayout:
        t = self._t
        self.back: QPushButton = button("archiveBack", t("Back"), "back", "quiet")
        self.back.clicked.connect(self.backRequested)
        self.filter = named(QLineEdit(), "archiveFilter", t("Search the sessions"))
        self.filter.setPlaceholderText(t("Search the sessions"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._on_filter)
        top = QHBoxLayout()
        tight(top, 16)
        top.setContentsMargins(26, 12, 40, 12)
        top.addWidget(self.back)
        top.addWidget(label(t("Archive"), "title", "archiveTitle"), 1)
        top.addWidget(self.filter, 1)
        return top

    def _table(self) -> QTableView:
        table = named(QTableView(), "archiveTable", self._t("Sessions"))
        table.setModel(self._search)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(40, round(em() * 2.4)))
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(round(em() * 3))
        table.selectionModel().selectionChanged.connect(self._on_selected)
        return table

    def show_sessions(self, sessions: Sequence[SessionInfo]) -> None:
        """Show these sessions; the chosen one stays chosen while it is there."""
        self._model.show_sessions(sessions)
        self._show_none()
        row = self._model.row_of(self._chosen)
        if row < 0:
            self._chosen = ""
            self.detail.show_session(None)
            return
        self.detail.show_session(self._model.session(row))
        place = self._search.mapFromSource(self._model.index(row, 0))
        if place.isValid() and place.row() != self.table.currentIndex().row():
            self.table.selectRow(place.row())

    def show_summary(self, summary: Summary) -> None:
        """Show what the chosen session came to."""
        self.detail.show_summary(summary)

    def go_to_table(self) -> None:
        """Put the keyboard on the newest session."""
        self.table.setFocus()
        if self._search.rowCount() and not self.table.selectionModel().hasSelection():
            self.table.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= em() * 50
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if wide else down)

    def _show_none(self) -> None:
        t = self._t
        if self._search.rowCount():
            say(self._none, "")
        elif self._model.rowCount():
            say(self._none, t("No session has all of these words."))
        else:
            say(self._none, t("There are no sessions yet. The first one you play comes here."))

    def _on_filter(self, text: str) -> None:
        self._search.look_for(text)
        self._show_none()

    def _on_selected(self, selected: QItemSelection, _before: QItemSelection) -> None:
        if not selected.indexes():
            return
        row = self._search.mapToSource(selected.indexes()[0]).row()
        session = self._model.session(row)
        self._chosen = session.id
        self.detail.show_session(session)
        self._timer.start()

    def _on_settled(self) -> None:
        if self._chosen:
            self.summaryRequested.emit(self._chosen)
