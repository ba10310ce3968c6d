"""The dilemmas that are still to come: another order, fewer, or one more."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import label, named, say, sign_button, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton
from dilemmaspel.game.commands import ChangePlan
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class _PlanRow(QWidget):
    """A dilemma to come, with the buttons that move it."""

    moved = Signal(int)
    toggled = Signal()

    def __init__(self, t: Texts, dilemma: DilemmaId) -> None:
        super().__init__()
        self._t = t
        self.dilemma = dilemma
        self._title = label("", "text", f"planTitle_{dilemma}")
        self.earlier = sign_button(f"planUp_{dilemma}", t("Move up"), "up")
        self.later = sign_button(f"planDown_{dilemma}", t("Move down"), "down")
        self.toggle = WrapButton(f"planToggle_{dilemma}", t("Leave out"))
        self.earlier.clicked.connect(partial(self.moved.emit, -1))
        self.later.clicked.connect(partial(self.moved.emit, 1))
        self.toggle.clicked.connect(self.toggled)
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        tight(layout, 2)
        tight(buttons, 4)
        layout.addWidget(self._title)
        for one in (self.earlier, self.later):
            buttons.addWidget(one)
        buttons.addWidget(self.toggle, 1)
        layout.addLayout(buttons)

    def show_row(self, title: str, place: int, last: int) -> None:
        """Show the title; `place` is -1 for a dilemma that is not in the plan."""
        planned = place >= 0
        self._title.setText(f"{place + 1}. {title}" if planned else title)
        self.earlier.setVisible(planned)
        self.later.setVisible(planned)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(0 <= place < last)
        words = self._t("Leave out") if planned else self._t("Play it after all")
        self.toggle.setText(words)
        for one, does in (
            (self.earlier, self._t("Move up")),
            (self.later, self._t("Move down")),
            (self.toggle, words),
        ):
            one.setAccessibleName(f"{does}: {title}")


class PlanPanel(Panel):
    """Every press changes the plan at once, and can be taken back."""

    closed = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "plan", t("The dilemmas to come"))
        self._coming: tuple[DilemmaId, ...] = ()
        self._none: QLabel = label("", "muted", "planNone")
        self.done = WrapButton("planDone", t("Back to the road"), "back")
        self.done.clicked.connect(self.closed)
        rows = QVBoxLayout()
        tight(rows, 12)
        self._rows: Rows[DilemmaId, _PlanRow] = Rows(rows, self._row)
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.addWidget(label(t("The dilemmas to come"), "strong"))
        layout.addWidget(self._none)
        layout.addLayout(rows)
        layout.addStretch(1)
        layout.addWidget(self.done)

    def _row(self, dilemma: DilemmaId) -> _PlanRow:
        row = _PlanRow(self._t, dilemma)
        row.moved.connect(partial(self._on_moved, dilemma))
        row.toggled.connect(partial(self._on_toggled, dilemma))
        return row

    def show_view(self, view: PresenterView) -> None:
        gone = {stop.dilemma for stop in view.road if stop.done or stop.here or stop.skipped}
        self._coming = view.plan
        others = tuple(d for d in view.titles if d not in gone and d not in self._coming)
        for row in self._rows.keep((*self._coming, *others)):
            place = self._coming.index(row.dilemma) if row.dilemma in self._coming else -1
            row.show_row(view.titles.get(row.dilemma, ""), place, len(self._coming) - 1)
        nothing = self._t("All dilemmas have been played.")
        say(self._none, "" if self._coming or others else nothing)

    def _on_moved(self, dilemma: DilemmaId, by: int) -> None:
        order = list(self._coming)
        place = order.index(dilemma)
        order.insert(place + by, order.pop(place))
        self.commandRequested.emit(ChangePlan(tuple(order)))

    def _on_toggled(self, dilemma: DilemmaId) -> None:
        without = tuple(d for d in self._coming if d != dilemma)
        plan = without if dilemma in self._coming else (*self._coming, dilemma)
        self.commandRequested.emit(ChangePlan(plan))
