"""The left zone in the debrief: the questions, which are used, and another order or choice."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import label, mood, named, scrolled, sign_button, tight
from dilemmaspel.desktop.widgets.options import Tick
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton, show_sign, sign_label
from dilemmaspel.game.commands import AskQuestion, MarkQuestion, PlanDebrief
from dilemmaspel.game.seen_debrief import DebriefView, QuestionView
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words import question
from dilemmaspel.words.debrief import SHORT

_SIGNS: Final = {True: "check", False: "minus", None: ""}
_STATES: Final = {True: "done", False: "skipped", None: "ahead"}


def numbered(t: Texts, one: QuestionView) -> str:
    """Name a question by its few words, with its minutes when it is planned."""
    short = t(SHORT[one.number])
    if not one.planned:
        return short
    words = t("{question} · {n} min", question=short, n=one.minutes)
    return words.replace(f"· {one.minutes} ", f"·\N{NO-BREAK SPACE}{one.minutes}\N{NO-BREAK SPACE}")


class _Question(WrapButton):
    """A question, behind a sign for whether it was used; the words of all stand in one line."""

    def __init__(self, number: int) -> None:
        super().__init__(f"agenda_{number}", "")
        self.sign = sign_label("")
        self.put_before(self.sign)


class AgendaPanel(Panel):
    """A button per question; the one on the screen stands out, the used ones have a tick."""

    orderRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "agenda", t("The questions of the debrief"))
        self._step = 0
        self._number: int | None = None
        self._here: QWidget | None = None
        inside = QWidget()
        column = QVBoxLayout(inside)
        planned, rest = QVBoxLayout(), QVBoxLayout()
        for one in (column, planned, rest):
            tight(one, 2)
        self._planned: Rows[int, _Question] = Rows(planned, self._button)
        self._rest: Rows[int, _Question] = Rows(rest, self._button)
        self._more = label(t("Not planned, still possible"), "small", "agendaRest")
        self.order = WrapButton("agendaOrder", t("Another order or choice"), "edit")
        self.order.clicked.connect(self.orderRequested)
        column.addLayout(planned)
        column.addSpacing(6)
        column.addWidget(self.order)
        column.addSpacing(6)
        column.addWidget(self._more)
        column.addLayout(rest)
        column.addStretch(1)
        self._area: QScrollArea = scrolled(inside, "agendaArea", t("The questions of the debrief"))
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addWidget(self._area)

    def _button(self, number: int) -> _Question:
        made = _Question(number)
        made.clicked.connect(partial(self._on_asked, number))
        return made

    def show_view(self, view: PresenterView) -> None:
        debrief = view.debriefing
        if debrief is None:
            return
        self._step, self._number = view.step, debrief.here
        planned = [one for one in debrief.questions if one.planned]
        rest = [one for one in debrief.questions if not one.planned]
        for rows, listed in ((self._planned, planned), (self._rest, rest)):
            made = rows.keep([one.number for one in listed])
            for one, shown in zip(listed, made, strict=True):
                self._show(one, shown)
        self._more.setVisible(bool(rest))

    def _show(self, one: QuestionView, shown: _Question) -> None:
        t = self._t
        show_sign(shown.sign, "next" if one.here else _SIGNS[one.used])
        told = {True: t("used"), False: t("not used"), None: t("not yet")}[one.used]
        told = t("on the screen") if one.here else told
        shown.setText(numbered(t, one))
        shown.setAccessibleName(f"{numbered(t, one)}: {t(question(one.number).text)} ({told})")
        mood(shown, "state", "here" if one.here else _STATES[one.used])
        ahead = one.used is None
        shown.show_level("strong" if one.here else "text" if ahead else "muted")
        if one.here and shown is not self._here:
            self._here = shown
            QTimer.singleShot(0, self, self._see_here)

    def _see_here(self) -> None:
        if self._here is not None:
            self._area.ensureWidgetVisible(self._here, 0, self._area.height() // 3)

    def _on_asked(self, number: int) -> None:
        if number != self._number:
            self.commandRequested.emit(AskQuestion(number, self._step))


class _OrderRow(QWidget):
    """A question with its tick and the buttons that move it."""

    moved = Signal(int)
    toggled = Signal()
    marked = Signal(bool)

    def __init__(self, t: Texts, number: int) -> None:
        super().__init__()
        self._t = t
        self.number = number
        title = t(SHORT[number])
        self.used = Tick(f"orderUsed_{number}", title)
        self.earlier = sign_button(f"orderUp_{number}", t("Move up"), "up")
        self.later = sign_button(f"orderDown_{number}", t("Move down"), "down")
        self.toggle = WrapButton(f"orderToggle_{number}", "")
        self.used.ticked.connect(self.marked)
        self.earlier.clicked.connect(partial(self.moved.emit, -1))
        self.later.clicked.connect(partial(self.moved.emit, 1))
        self.toggle.clicked.connect(self.toggled)
        for one, does in ((self.earlier, t("Move up")), (self.later, t("Move down"))):
            one.setAccessibleName(f"{does}: {title}")
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        tight(layout, 2)
        tight(buttons, 4)
        for one in (self.earlier, self.later):
            buttons.addWidget(one)
        buttons.addWidget(self.toggle, 1)
        layout.addWidget(self.used)
        layout.addLayout(buttons)

    def show_row(self, one: QuestionView, place: int, last: int) -> None:
        """Show where it stands; `place` is -1 for a question that is not planned."""
        t = self._t
        self.used.show_tick(bool(one.used))
        title = t(SHORT[one.number])
        self.used.reword(title, t("{question} (used)", question=title))
        self.earlier.setVisible(one.planned)
        self.later.setVisible(one.planned)
        self.earlier.setEnabled(place > 0)
        self.later.setEnabled(0 <= place < last)
        words = t("Leave out") if one.planned else t("Ask it after all")
        self.toggle.setText(words)
        self.toggle.setAccessibleName(f"{words}: {t(SHORT[one.number])}")
        self.toggle.setEnabled(not one.here)


class OrderPanel(Panel):
    """Every press changes the plan at once; the question on the screen always stays."""

    closed = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "order", t("Order and choice of the questions"))
        self._view: DebriefView | None = None
        self.done = WrapButton("orderDone", t("Back to the questions"), "back")
        self.done.clicked.connect(self.closed)
        rows = QVBoxLayout()
        tight(rows, 12)
        self._rows: Rows[int, _OrderRow] = Rows(rows, self._row)
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.addWidget(label(t("Order and choice of the questions"), "strong"))
        layout.addWidget(label(t("Ticked: this question was used."), "small"))
        layout.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(rows)
        layout.addStretch(1)

    def _row(self, number: int) -> _OrderRow:
        row = _OrderRow(self._t, number)
        row.moved.connect(partial(self._on_moved, number))
        row.toggled.connect(partial(self._on_toggled, number))
        row.marked.connect(partial(self._on_marked, number))
        return row

    def show_view(self, view: PresenterView) -> None:
        debrief = self._view = view.debriefing
        if debrief is None:
            return
        planned = debrief.planned
        rows = self._rows.keep([one.number for one in debrief.questions])
        for one, row in zip(debrief.questions, rows, strict=True):
            place = planned.index(one.number) if one.planned else -1
            row.show_row(one, place, len(planned) - 1)

    def _on_moved(self, number: int, by: int) -> None:
        order = list(self._planned())
        place = order.index(number)
        order.insert(place + by, order.pop(place))
        self.commandRequested.emit(PlanDebrief(tuple(order)))

    def _on_toggled(self, number: int) -> None:
        planned = self._planned()
        without = tuple(n for n in planned if n != number)
        plan = without if number in planned else (*planned, number)
        self.commandRequested.emit(PlanDebrief(plan))

    def _on_marked(self, number: int, used: bool) -> None:
        self.commandRequested.emit(MarkQuestion(number, used))

    def _planned(self) -> tuple[int, ...]:
        return self._view.planned if self._view else ()
