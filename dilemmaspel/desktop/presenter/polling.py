"""The closing questions: who has answered, in every way that people vote, and hands to count."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import TARGET, button, em, label, named, say, tight
from dilemmaspel.game.closing import POINTS
from dilemmaspel.game.commands import CountExitPoll, PollAsk
from dilemmaspel.game.seen_debrief import DebriefView
from dilemmaspel.game.setup import Voting
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words.debrief import POLL

_MOST: Final = 999


class HandsGrid(QWidget):
    """A number per question and answer; each is kept as soon as it is typed and left."""

    counted = Signal(object, int, int)

    def __init__(self, t: Texts) -> None:
        super().__init__()
        named(self, "pollHands", t("Count hands"))
        self._cells: dict[tuple[PollAsk, int], QLineEdit] = {}
        grid = QGridLayout(self)
        tight(grid, 6)
        for place, (asks, words) in enumerate(POLL.items()):
            title = label(t(words), "text")
            grid.addWidget(title, 3 * place, 0, 1, len(POINTS) + 1)
            for point in POINTS:
                head = label(str(point), "small")
                head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                grid.addWidget(head, 3 * place + 1, point - 1)
                grid.addWidget(self._cell(t, asks, t(words), point), 3 * place + 2, point - 1)
        grid.setColumnStretch(len(POINTS), 1)

    def _cell(self, t: Texts, asks: PollAsk, words: str, point: int) -> QLineEdit:
        name = t("{asks} Hands for {point} of 5", asks=words, point=point)
        cell = named(QLineEdit(), f"pollHands_{asks}_{point}", name)
        cell.setValidator(QIntValidator(0, _MOST, cell))
        cell.setFixedWidth(round(em() * 2.7))
        cell.setMinimumHeight(TARGET)
        cell.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cell.editingFinished.connect(partial(self._on_typed, asks, point))
        self._cells[(asks, point)] = cell
        return cell

    def show_counts(self, debrief: DebriefView) -> None:
        """Show what is kept; a cell that somebody is typing in stays."""
        for key, cell in self._cells.items():
            if not cell.hasFocus():
                cell.setText(str(debrief.hands.get(key) or "") if debrief.hands else "")

    def restore(self, debrief: DebriefView) -> None:
        """Show what is kept everywhere, after a count that was not."""
        for key, cell in self._cells.items():
            cell.setText(str(debrief.hands.get(key) or "") if debrief.hands else "")

    def _on_typed(self, asks: PollAsk, point: int) -> None:
        text = self._cells[(asks, point)].text()
        self.counted.emit(asks, point, int(text or 0))


class PollForm(Panel):
    """How many answered; people answer on phones, at this laptop, as tables, or with hands."""

    roundRequested = Signal()
    """Let people answer at this laptop, one by one."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "poll", t("Closing questions"))
        self._debrief: DebriefView | None = None
        self._how = label("", "text", "pollHow")
        self._count = label("", "strong", "pollCount")
        self.start = button("pollStart", t("Let people answer at this laptop"), "pass", "plain")
        self.start.clicked.connect(self.roundRequested)
        self.hands = HandsGrid(t)
        self.hands.counted.connect(self._on_counted)
        layout = QVBoxLayout(self)
        tight(layout, 10)
        layout.addWidget(label(t("Closing questions"), "strong"))
        layout.addWidget(self._how)
        layout.addWidget(self._count)
        layout.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(label(t("Or count hands: how many per answer?"), "small"))
        layout.addWidget(self.hands)

    def show_view(self, view: PresenterView) -> None:
        debrief, t = view.debriefing, self._t
        self._debrief = debrief
        if debrief is None:
            return
        seats = [seat for seat, _, active in view.seats if active]
        answered = sum(seat in debrief.polled for seat in seats)
        say(self._how, t(_HOW.get(view.setup_voting, _HOW[Voting.PASSED])))
        most = max(map(sum, debrief.counts.values()), default=0) if debrief.counts else 0
        told = t.plural("{n} answer kept", "{n} answers kept", most)
        places = t("{n} of {all} places answered", n=answered, all=len(seats))
        say(self._count, f"{told}  ·  {places}")
        self.start.setEnabled(answered < len(seats))
        self.hands.show_counts(debrief)

    def _on_counted(self, asks: PollAsk, point: int, count: int) -> None:
        debrief = self._debrief
        known = debrief.hands.get((asks, point), 0) if debrief and debrief.hands else 0
        if count != known:
            self.commandRequested.emit(CountExitPoll(asks, point, count))

    def refused(self) -> None:
        """A count was not kept: show what is."""
        if self._debrief is not None:
            self.hands.restore(self._debrief)


_HOW: Final = {
    Voting.PHONE: mark(
        "Everybody answers on their own phone, without a name. Who has none answers here."
    ),
    Voting.PASSED: mark(
        "Pass the laptop on. Everybody answers once, without a name; nobody sees the answers."
    ),
    Voting.HANDS: mark("Ask for hands per answer and type how many. Nobody has to explain."),
    Voting.TABLE: mark(
        "Every table answers once at this laptop, without a name, or raises its hands."
    ),
}
