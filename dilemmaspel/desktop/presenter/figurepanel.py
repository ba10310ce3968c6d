"""The figure of a debrief question: what stands on the beamer, what it says, and its table."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.debrief.cockpit import Choice, Cockpit
from dilemmaspel.debrief.figures import Agreements, Cell, Column, Figure, Unit
from dilemmaspel.debrief.saying import Say, said
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.figures.painting import has_data, height_of
from dilemmaspel.desktop.figures.rendering import MARGIN, paint_figure, paper_theme
from dilemmaspel.desktop.voting.look import theme_now
from dilemmaspel.desktop.widgets.kit import TARGET, em, label, named, say, sign_button, tight
from dilemmaspel.game.commands import ShowFigure
from dilemmaspel.texts import Texts, percent

LETTER: Final = 15
"""Pixels of a label in the window, where the system's letters have their usual size."""


class FigureView(QWidget):
    """Paints a figure as wide as it is, with the same painter as the beamer."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "figure", t("Figure"))
        self._t = t
        self._figure: Figure | None = None

    @property
    def letter(self) -> float:
        """How large a label is, growing with the system's letters."""
        return max(LETTER, em() * 0.82)

    def show_figure(self, figure: Figure | None) -> None:
        """Show a figure, or nothing."""
        if figure != self._figure:
            self._figure = figure
            self.setMinimumHeight(self.sizeHint().height())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        if self._figure is None:
            return QSize(10, 1)
        high = height_of(self._figure, self.letter) + 2 * MARGIN * self.letter / 32
        return QSize(600, round(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_figure(
            painter, self._figure, box, self._t, theme=theme_now().name, letter=self.letter
        )
        painter.end()


class TableTwin(QTableWidget):
    """The same as a table, to be read with the keyboard and by a screen reader."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "figureTable", t("The figure as a table"))
        self._t = t
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        corner = self.findChild(QAbstractButton)
        if corner is not None:
            named(corner, "figureTableCorner", t("The figure as a table"))
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def show_figure(self, figure: Figure | None) -> None:
        """Fill the table of a figure."""
        self.setVisible(figure is not None)
        if figure is None:
            return
        table, t = figure.table(), self._t
        self.setAccessibleName(said(t, table.title))
        self.clear()
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels([said(t, column.head) for column in table.columns])
        for at, row in enumerate(table.rows):
            for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                self.setItem(at, place, self._item(cell, column))
        self._head_as_cells(table.columns)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(len(table.columns) <= 4)
        header.setMaximumSectionSize(max(120, em() * 20))
        self._fit()

    def _head_as_cells(self, columns: tuple[Column, ...]) -> None:
        """Let the head of a column stand where its cells do."""
        for place, column in enumerate(columns):
            head = self.horizontalHeaderItem(place)
            if head is not None:
                head.setTextAlignment(_across(column) | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Make the rows as high as their words ask for, and the table as high as eight rows."""
        header, rows = self.horizontalHeader(), self.rowCount()
        self.resizeRowsToContents()
        high = header.sizeHint().height() + 2 * self.frameWidth() + em()
        high += sum(self.rowHeight(n) for n in range(min(rows, 8)))
        self.setFixedHeight(high)

    def _item(self, cell: Cell, column: Column) -> QTableWidgetItem:
        made = QTableWidgetItem(written(self._t, cell, column))
        made.setTextAlignment(_across(column) | Qt.AlignmentFlag.AlignVCenter)
        return made


def _across(column: Column) -> Qt.AlignmentFlag:
    """Numbers stand at the right, under each other; words at the left."""
    number = column.unit not in {Unit.TEXT, Unit.FLAG}
    return Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft


def written(t: Texts, cell: Cell, column: Column) -> str:
    """Write a cell for people."""
    if cell is None:
        return "–"
    if isinstance(cell, bool):
        return t("yes") if cell else t("no")
    if isinstance(cell, (str, Say)):
        return said(t, cell)
    if column.unit is Unit.SHARE:
        return percent(cell)
    return t.number(cell, column.decimals)


def choice_words(t: Texts, one: Choice) -> str:
    """Name a choice with what it is about."""
    about = said(t, one.about)
    return f"{said(t, one.name)}  ·  {about}" if about else said(t, one.name)


class FigurePanel(QWidget):
    """Chooses what stands on the beamer, and shows it with its sentence and its table."""

    commandRequested = Signal(object)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "figurePanel", t("The figure with this question"))
        self._t = t
        self._cockpit: Cockpit | None = None
        self._look = Look(paper_theme("light"), t)
        self._sentence = label("", "large", "figureSentence")
        self._asks = label(t("On the beamer"), "small", "figureAsks")
        self.before = sign_button("figureBefore", t("The figure before"), "back")
        self.after = sign_button("figureAfter", t("The next figure"), "next")
        self.choice = named(QComboBox(), "figureChoice", t("On the beamer"))
        self._asks.setBuddy(self.choice)
        self.choice.setMinimumHeight(TARGET)
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.setMinimumContentsLength(20)
        self.choice.activated.connect(self._on_chosen)
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.figure = FigureView(t)
        self.table = TableTwin(t)
        row, layout = QHBoxLayout(), QVBoxLayout(self)
        tight(row, 6)
        tight(layout, 8)
        row.addWidget(self.before)
        row.addWidget(self.choice, 1)
        row.addWidget(self.after)
        layout.addWidget(self._asks)
        layout.addLayout(row)
        layout.addWidget(self._sentence)
        layout.addWidget(self.figure)
        layout.addWidget(self.table)

    def show_cockpit(self, cockpit: Cockpit | None) -> None:
        """Show a figure; twice changes nothing, and the focus stays."""
        if cockpit == self._cockpit:
            return
        before, self._cockpit = self._cockpit, cockpit
        self.setVisible(cockpit is not None)
        if cockpit is None:
            return
        if before is None or before.choices != cockpit.choices:
            self.choice.clear()
            self.choice.addItems([choice_words(self._t, one) for one in cockpit.choices])
        self.choice.setCurrentIndex(cockpit.at)
        self.before.setEnabled(cockpit.at > 0)
        self.after.setEnabled(cockpit.at < len(cockpit.choices) - 1)
        figure = cockpit.figure
        told = said(self._t, figure.sentence()) if figure else ""
        say(self._sentence, told)
        listed = isinstance(figure, Agreements)  # these stand above, to be changed
        drawn = figure is not None and not listed and has_data(figure, self._look)
        self.figure.setVisible(drawn)
        self.figure.show_figure(figure)
        self.figure.setAccessibleDescription(told)
        self.table.show_figure(figure if drawn else None)

    def _on_chosen(self, place: int) -> None:
        cockpit = self._cockpit
        if cockpit is None:
            return
        self.choice.setCurrentIndex(cockpit.at)
        if place != cockpit.at:
            self._ask(place)

    def _on_before(self) -> None:
        if self._cockpit is not None:
            self._ask(self._cockpit.at - 1)

    def _on_after(self) -> None:
        if self._cockpit is not None:
            self._ask(self._cockpit.at + 1)

    def _ask(self, place: int) -> None:
        cockpit = self._cockpit
        if cockpit is not None and 0 <= place < len(cockpit.choices):
            key = cockpit.choices[place].key if place else ""
            self.commandRequested.emit(ShowFigure(cockpit.number, key))
