"""The table vote: each group picks one choice, with the same ballot as everybody else."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.voting.booth import Booth, ticks_ms
from dilemmaspel.desktop.voting.look import FollowingArea, PressButton, RoleToken, column
from dilemmaspel.desktop.voting.passround import RECEIVED_MS, SeatViews
from dilemmaspel.desktop.voting.people import BoxKey, Voter, open_box, voters
from dilemmaspel.desktop.widgets.kit import em, label, mood, named, reworded, say, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.desktop.widgets.timing import once
from dilemmaspel.game.ballots import Channel
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts


class TableRow(QWidget):
    """One table, whether it has voted, and its way to the ballot."""

    opened = Signal()

    def __init__(self, t: Texts, seat: SeatId) -> None:
        super().__init__()
        self._t = t
        named(self, f"table_{seat}")
        self._token = RoleToken(round(em() * 2.4))
        self._name = label("", "large", f"tableName_{seat}")
        self._state = label("", "small", f"tableState_{seat}")
        self.vote = PressButton(f"tableVote_{seat}", t("Vote"))
        mood(self.vote, "vote", "small")
        self.vote.clicked.connect(self.opened)
        words, layout = QVBoxLayout(), QHBoxLayout(self)
        tight(words, 2)
        tight(layout, 12)
        words.addWidget(self._name)
        words.addWidget(self._state)
        layout.addWidget(self._token)
        layout.addLayout(words, 1)
        layout.addWidget(self.vote)

    def show_table(self, voter: Voter) -> None:
        """Show who sits here and whether their vote is in."""
        name = voter.table(self._t)
        self._token.show_role(voter.role)
        self._name.setText(name)
        self._state.setText(self._t("has voted") if voter.voted else self._t("not yet"))
        does = self._t("Vote anew") if voter.voted else self._t("Vote")
        reworded(self.vote, does)
        self.vote.setAccessibleName(f"{does}: {name}")


class TableVote(QWidget):
    """A list of tables, and one ballot at a time; after the receipt no choice is left here."""

    commandRequested = Signal(object, str)

    def __init__(
        self,
        t: Texts,
        seat_view: SeatViews,
        *,
        ticks: Callable[[], int] = ticks_ms,
        received_ms: int = RECEIVED_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        named(self, "tableVotes", t("Table vote"))
        self._t = t
        self._seat_view = seat_view
        self._box: BoxKey | None = None
        self._voters: tuple[Voter, ...] = ()
        self.booth = Booth(t, channel=Channel.TABLE, ticks=ticks)
        self.booth.commandRequested.connect(self.commandRequested)
        self.booth.received.connect(self._on_received)
        self.booth.left.connect(self.show_list)
        self.booth.cardRequested.connect(self.show_list)
        self.back = PressButton("tableBack", t("Back to the tables"), "back", "quiet")
        mood(self.back, "vote", "small")
        self.back.clicked.connect(self._on_back)
        self._rest = once(self, received_ms, self.show_list)
        self._arrange()

    def _arrange(self) -> None:
        self._none = label("", "large", "tablesNone")
        content, rows, voting = QWidget(), QVBoxLayout(), QWidget()
        inside = column(content, 12)
        tight(rows, 10)
        self._rows: Rows[SeatId, TableRow] = Rows(rows, self._row)
        inside.addWidget(self._none)
        inside.addLayout(rows)
        inside.addStretch(1)
        around = column(voting, 4)
        around.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        around.addWidget(self.booth, 1)
        self._list = FollowingArea(content, "tablesArea", self._t("Tables"))
        self._voting = voting
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(voting)

    def _row(self, seat: SeatId) -> TableRow:
        row = TableRow(self._t, seat)
        row.opened.connect(partial(self._on_opened, seat))
        return row

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView) -> None:
        """Paint the view; a table that is filling in is not disturbed."""
        box = open_box(view)
        self._voters = voters(view)
        if box != self._box:
            self._box = box
            self.booth.clear()
            self.show_list()
        for voter, row in zip(
            self._voters, self._rows.keep([one.seat for one in self._voters]), strict=True
        ):
            row.show_table(voter)
        nobody = self._t("Nobody can vote now.")
        closed = self._t("No vote is open now.")
        say(self._none, closed if box is None else "" if self._voters else nobody)

    def show_list(self) -> None:
        """Go back to the list; a ballot that is not saved yet stays in its booth."""
        self._rest.stop()
        if self.booth.holds_unsaved:
            return
        self.booth.clear()
        self._stack.setCurrentWidget(self._list)

    def take_focus(self) -> None:
        """Go to the first table that has not voted."""
        waiting = [one.seat for one in self._voters if not one.voted]
        if waiting and self._stack.currentWidget() is self._list:
            row = self._list.findChild(TableRow, f"table_{waiting[0]}")
            if isinstance(row, TableRow):
                row.vote.setFocus()

    # ------------------------------------------------------------ what is pressed

    def _on_opened(self, seat: SeatId) -> None:
        voter = next((one for one in self._voters if one.seat == seat), None)
        view = self._seat_view(seat)
        if voter is None or view is None:
            return
        self._stack.setCurrentWidget(self._voting)
        self.back.show()
        self.booth.open(view, voter.table(self._t), with_card=False)
        self.booth.take_focus()

    def _on_back(self) -> None:
        self.show_list()
        self.take_focus()

    def _on_received(self) -> None:
        self.back.hide()
        self._rest.start()

    # ------------------------------------------------------------ what the session answers

    def show_accepted(self, _receipt: object, command: object) -> None:
        """Hear that a command stands in the log."""
        self.booth.show_accepted(command)

    def show_refused(self, refused: Refused, command: object) -> None:
        """Hear that the rules said no."""
        self.booth.show_refused(refused, command)

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Hear that a command could not be saved."""
        self.booth.show_trouble(trouble, command)
