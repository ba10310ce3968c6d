"""The archive: every session in a table with filters, and beside it what is chosen."""

from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.archive.detail import SessionDetail
from dilemmaspel.desktop.archive.erasing import OldBox
from dilemmaspel.desktop.archive.filters import Filters
from dilemmaspel.desktop.archive.merging import MergeStrip
from dilemmaspel.desktop.archive.model import TITLE_COLUMN, SessionModel, Source
from dilemmaspel.desktop.archive.summary import Summary
from dilemmaspel.desktop.widgets.backpage import BackPage
from dilemmaspel.desktop.widgets.dialogs import FileDialogs
from dilemmaspel.desktop.widgets.edges import top_row
from dilemmaspel.desktop.widgets.kit import button, em, label, named, say, scrolled, tight
from dilemmaspel.desktop.widgets.tabs import tab_as_seen
from dilemmaspel.desktop.widgets.timing import once
from dilemmaspel.storage.listing import Query
from dilemmaspel.texts import Texts

_WAIT = 120
"""Milliseconds before a session is read, so that holding an arrow key reads only the last."""

MOST_COMPARED = 500
"""Sessions that can be put side by side at once."""


class ArchivePage(BackPage):
    """Asks for what it needs of the chosen session; shows it when it comes."""

    summaryRequested = Signal(str)
    resumeRequested = Signal(str)
    replayRequested = Signal(str)
    compareRequested = Signal(object)
    """Ids of two sessions or more, in the order of the list."""
    eraseRequested = Signal(str)
    textsRequested = Signal(str)
    textsEraseRequested = Signal(str, object)
    """A session, and the numbers of the events whose texts go."""
    oldEraseRequested = Signal()
    mergeRequested = Signal(object)
    """Paths of logs of other laptops."""
    mergeCancelled = Signal()
    reportRequested = Signal(str)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__("archive", t("Archive"), t("Back"), parent)
        self._t = t
        self._chosen = ""
        self._dialogs = FileDialogs()
        self.model = SessionModel(t, self)
        self.filters = Filters(t)
        self.filters.changed.connect(self._on_filter)
        self.old = OldBox(t)
        self.old.confirmed.connect(self.oldEraseRequested)
        self.merging = MergeStrip(t)
        self.merging.cancelled.connect(self.mergeCancelled)
        self._none: QLabel = label("", "muted", "archiveNone")
        self._count: QLabel = label("", "small", "archiveCount")
        self.table = self._table()
        self.detail = self._detail()
        self._timer = once(self, _WAIT, self._on_settled)
        self._build()

    def _detail(self) -> SessionDetail:
        detail = SessionDetail(self._t)
        detail.resumeRequested.connect(self.resumeRequested)
        detail.reportRequested.connect(self.reportRequested)
        detail.replayRequested.connect(self.replayRequested)
        detail.compareRequested.connect(self._on_compare)
        detail.eraseRequested.connect(self.eraseRequested)
        detail.textsRequested.connect(self.textsRequested)
        detail.textsEraseRequested.connect(self.textsEraseRequested)
        return detail

    def _build(self) -> None:
        left = QVBoxLayout()
        tight(left, 10)
        left.addWidget(self._none)
        left.addWidget(self.table, 1)
        left.addWidget(self._count)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        tight(self._body, 20)
        self._body.setContentsMargins(40, 0, 40, 20)
        self._body.addLayout(left, 3)
        self.table.setMinimumHeight(em() * 9)
        area = scrolled(self.detail, "detailArea", self._t("This session"))
        area.setMinimumHeight(em() * 9)
        self._body.addWidget(area, 2)
        strips = QVBoxLayout()
        tight(strips, 10)
        strips.setContentsMargins(40, 0, 40, 10)
        for strip in (self.filters, self.old, self.merging):
            strips.addWidget(strip)
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column)
        column.addLayout(strips)
        column.addLayout(self._body, 1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(self._top())
        layout.addWidget(scrolled(content, "archiveArea", self._t("Archive")), 1)
        tab_as_seen(self)

    def _top(self) -> QHBoxLayout:
        t = self._t
        self.merge: QPushButton = button(
            "archiveMerge", t("Add the log of another laptop…"), "import"
        )
        self.merge.clicked.connect(self._on_merge)
        top = top_row(self.back, label(t("Archive"), "title", "archiveTitle"), spacing=16)
        top.addWidget(self.merge)
        return top

    def _table(self) -> QTableView:
        table = named(QTableView(), "archiveTable", self._t("Sessions"))
        table.setModel(self.model)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(max(40, round(em() * 2.4)))
        header = table.horizontalHeader()
        header.setResizeContentsPrecision(0)  # only the rows that are seen
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE_COLUMN, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(round(em() * 3))
        table.selectionModel().selectionChanged.connect(self._on_selected)
        self.model.modelReset.connect(self._on_reset)
        return table

    # ------------------------------------------------------------- what is shown

    def set_source(self, source: Source) -> None:
        """Show what a log holds now; the chosen session stays chosen while it is there."""
        self.model.set_source(source)
        self.filters.show_choices(source.choices())
        self._show_chosen()

    def show_summary(self, summary: Summary) -> None:
        """Show what the chosen session came to."""
        self.detail.show_summary(summary)

    def go_to_table(self) -> None:
        """Put the keyboard on the newest session."""
        self.table.setFocus()
        if self.model.rowCount() and not self.table.selectionModel().hasSelection():
            self.choose_row(0)

    @property
    def chosen(self) -> str:
        """The id of the session that is shown; empty without one."""
        return self._chosen

    def _show_chosen(self) -> None:
        """Choose the same session again after the rows were read anew."""
        row = self.model.row_of(self._chosen)
        if row < 0:
            self._chosen = ""
            self.detail.show_session(None)
        else:
            self.choose_row(row)
            self.detail.show_session(self.model.session(row))

    def _show_none(self) -> None:
        t, rows = self._t, self.model.rowCount()
        if rows:
            say(self._none, "")
        elif self.model.query.asks_nothing:
            say(self._none, t("There are no sessions yet. The first one you play comes here."))
        else:
            say(self._none, t("No session is like this. Take a filter away, or search otherwise."))
        say(self._count, t.plural("{n} session", "{n} sessions", rows) if rows else "")

    # ------------------------------------------------------------- what is done

    def choose_row(self, row: int) -> None:
        """Choose this row and no other, whatever keys are held."""
        selection = self.table.selectionModel()
        flags = selection.SelectionFlag.ClearAndSelect | selection.SelectionFlag.Rows
        selection.setCurrentIndex(self.model.index(row, 0), flags)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= em() * 50
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(across if wide else down)

    def _on_reset(self) -> None:
        self._show_none()

    def _on_filter(self, query: Query) -> None:
        self.model.show_query(query)
        self._show_chosen()

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def _on_selected(self, _selected: QItemSelection, _before: QItemSelection) -> None:
        rows = self._rows()
        if len(rows) > 1:
            self._timer.stop()
            self.detail.show_several(len(rows), most=MOST_COMPARED)
            return
        session = self.model.session(rows[0]) if rows else None
        if session is None:
            return
        self._chosen = session.id
        self.detail.show_session(session)
        self._timer.start()

    def _on_settled(self) -> None:
        if self._chosen:
            self.summaryRequested.emit(self._chosen)

    def _on_compare(self) -> None:
        found = (self.model.session(row) for row in self._rows()[:MOST_COMPARED])
        self.compareRequested.emit(tuple(one.id for one in found if one is not None))

    @property
    def dialog(self) -> QFileDialog | None:
        """The window to choose files in, while it is open."""
        return self._dialogs.shown

    def _on_merge(self) -> None:
        t = self._t
        asks, kinds = t("Logs of other laptops"), t("Logs") + " (*.sqlite)"
        dialog = self._dialogs.make(self, "mergeDialog", asks, kinds=kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _on_files(self, files: list[str]) -> None:
        if files:
            self.mergeRequested.emit(tuple(Path(file) for file in files))
