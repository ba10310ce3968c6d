"""The show of hands: the facilitator types counts per role and choice, with the keyboard alone."""

from collections.abc import Callable
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from dilemmaspel.desktop.voting.counting import Column, by_hand, columns, counts_ticks
from dilemmaspel.desktop.voting.handsrow import HandsRow
from dilemmaspel.desktop.voting.look import AbstainMark, NumberMark, PressButton, column, roomy
from dilemmaspel.desktop.voting.people import BoxKey, open_box, people_left
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import label, mood, named, say, tight
from dilemmaspel.desktop.widgets.roles import RoleSign
from dilemmaspel.game.ballots import HandsCell
from dilemmaspel.game.commands import Join
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts

Hands = Callable[[], tuple[HandsCell, ...]]
"""Fetches what was counted by hand so far in the open vote."""


class HandsGrid(QWidget):
    """Rows are roles, columns are choices; every cell goes to the log as soon as it fits."""

    commandRequested = Signal(object, str)
    passRequested = Signal()
    """The facilitator would rather pass the laptop on."""

    def __init__(self, t: Texts, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "handsGrid", t("Hands"))
        self._t = t
        self._hands = hands
        self._shape: tuple[object, ...] | None = None
        self._columns: tuple[Column, ...] = ()
        self._rows: tuple[HandsRow, ...] = ()
        self._why = label("", "large", "handsWhy")
        self.rather = PressButton("handsRather", t("Pass the laptop on instead"), "pass")
        mood(self.rather, "vote", "small")
        self.rather.clicked.connect(self.passRequested)
        self._grid = QWidget()
        self._legend = QWidget()
        self._layout = column(self, 12)
        self._layout.addWidget(self._why)
        self._layout.addWidget(self.rather, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addWidget(self._grid)
        self._layout.addWidget(self._legend)
        self._layout.addStretch(1)
        self.rather.hide()

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView) -> None:
        """Paint the view; numbers that are being typed stay."""
        box = open_box(view)
        shape = (box, *(of.role.id for of in view.voted), columns(self._t, view))
        if shape != self._shape:
            self._shape = shape
            self._rebuild(view, box)
        counted = self._hands() if self._rows else ()
        for row, of in zip(self._rows, view.voted, strict=False):
            row.show_view(view, people_left(of), counted)

    def _rebuild(self, view: PresenterView, box: BoxKey | None) -> None:
        able = box is not None and by_hand(view)
        self._columns = columns(self._t, view)
        made = tuple(self._row(view, place) for place in range(len(view.voted))) if able else ()
        self._rows = made
        self._grid = self._swap(self._grid, self._make_grid())
        self._legend = self._swap(self._legend, self._make_legend())
        say(self._why, self._words(box, able=able))
        self.rather.setVisible(box is not None and not able)

    def _words(self, box: BoxKey | None, *, able: bool) -> str:
        if box is None:
            return self._t("No vote is open now.")
        if able:
            return ""
        return self._t(
            "This question cannot be counted by hands: people divide or order, and a raised hand"
            " cannot show that. Pass the laptop on, or let each table vote as one."
        )

    def _swap(self, old: QWidget, new: QWidget) -> QWidget:
        self._layout.replaceWidget(old, new)
        new.show()
        old.hide()
        old.setParent(None)
        old.deleteLater()
        return new

    def _row(self, view: PresenterView, place: int) -> HandsRow:
        role = view.voted[place].role
        row = HandsRow(self._t, role, self._columns, ticks=counts_ticks(view))
        row.setParent(self)
        row.commandRequested.connect(self.commandRequested)
        row.addRequested.connect(partial(self._on_add, role.id))
        for at, cell in enumerate(row.cells):
            cell.movedOn.connect(partial(self._on_next, place, at))
            cell.moved.connect(partial(self._on_moved, place, at))
        return row

    def _make_grid(self) -> QWidget:
        grid = QWidget()
        layout = QGridLayout(grid)
        tight(layout, 6)
        layout.setHorizontalSpacing(8)
        last = len(self._columns) + 1
        for at, one in enumerate(self._columns, start=1):
            layout.addWidget(self._head(one), 0, at, Qt.AlignmentFlag.AlignCenter)
            layout.setColumnStretch(at, 2)
        layout.setColumnStretch(0, 4 if roomy() else 0)
        layout.setColumnStretch(last, 3 if roomy() else 0)
        for place, row in enumerate(self._rows):
            self._place(layout, row, 1 + 3 * place, last)
        self._order_tabs()
        return grid

    def _place(self, layout: QGridLayout, row: HandsRow, line: int, last: int) -> None:
        """Put the name of a role before its cells; where letters are large above them."""
        name = self._name(row)
        if roomy():
            layout.addLayout(name, line + 1, 0)
            layout.addWidget(row.total, line + 1, last)
        else:
            name.addWidget(row.total)
            layout.addLayout(name, line, 0, 1, last)
        for at, cell in enumerate(row.cells, start=1):
            layout.addWidget(cell, line + 1, at)
        layout.addWidget(row.note, line + 2, 0, 1, last + 1)

    def _head(self, one: Column) -> QWidget:
        if one.option is not None:
            badge = OptionBadge()
            badge.show_option(one.option.index)
            made: QWidget = badge
        elif one.point:
            number = NumberMark(ems=1.7)
            number.show_number(str(one.point))
            made = number
        else:
            made = AbstainMark()
        made.setToolTip(one.label)
        return made

    def _name(self, row: HandsRow) -> QHBoxLayout:
        sign, line = RoleSign(), QHBoxLayout()
        sign.show_role(row.role)
        tight(line, 8)
        line.addWidget(sign)
        line.addWidget(label(row.role.short, "text"), 1)
        return line

    def _make_legend(self) -> QWidget:
        legend = QWidget()
        flow = FlowLayout(legend, spacing=16)
        for one in self._columns:
            flow.addWidget(label(f"{one.sign or '○'}  {one.label}", "muted"))
        return legend

    def _order_tabs(self) -> None:
        before: QWidget | None = None
        for row in self._rows:
            for cell in (*row.cells, row.note.reason, row.note.add, row.note.retry):
                if before is not None:
                    QWidget.setTabOrder(before, cell)
                before = cell

    # ------------------------------------------------------------ what is typed

    def take_focus(self) -> None:
        """Go to the first cell."""
        if self._rows:
            self._focus(0, 0)

    def _focus(self, row: int, at: int) -> bool:
        if not (0 <= row < len(self._rows) and 0 <= at < len(self._columns)):
            return False
        cell = self._rows[row].cells[at]
        if cell.isEnabled():
            cell.setFocus(Qt.FocusReason.TabFocusReason)
        return cell.isEnabled()

    def _on_next(self, row: int, at: int) -> None:
        """Go to the next choice, then to the next role; abstaining is one arrow further."""
        for r in range(row, len(self._rows)):
            start = at + 1 if r == row else 0
            for c in range(start, len(self._columns)):
                if not self._columns[c].abstains and self._focus(r, c):
                    return

    def _on_moved(self, row: int, at: int, down: int, right: int) -> None:
        if right and not self._focus(row, at + right):
            self._focus(row + right, 0 if right > 0 else len(self._columns) - 1)
        elif down:
            self._focus(row + down, at)

    def _on_add(self, role: RoleId, people: int) -> None:
        for _ in range(people):
            self.commandRequested.emit(Join(role), uuid4().hex)

    # ------------------------------------------------------------ what the session answers

    def show_accepted(self, _receipt: object, command: object) -> None:
        """Hear that a command stands in the log."""
        for row in self._rows:
            row.show_accepted(command)

    def show_refused(self, refused: Refused, command: object) -> None:
        """Hear that the rules said no."""
        for row in self._rows:
            row.show_refused(refused, command)

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Hear that a command could not be saved."""
        for row in self._rows:
            row.show_trouble(trouble, command)
