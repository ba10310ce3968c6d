"""One role in the show of hands: its cells, what is left, and what goes wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from dilemmaspel.desktop.voting.counting import Column, changes, command_for, too_many
from dilemmaspel.desktop.voting.handscell import HandsCell, Kept
from dilemmaspel.desktop.voting.look import PressButton, column
from dilemmaspel.desktop.widgets.kit import label, mood, named, reworded, say, tight
from dilemmaspel.game.ballots import HandsCell as Counted
from dilemmaspel.game.casting import LONGEST_OBJECTION
from dilemmaspel.game.commands import CastBallot
from dilemmaspel.game.reasons import Refused
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.views import PresenterView
from dilemmaspel.problems import EnvironmentTrouble
from dilemmaspel.texts import Texts
from dilemmaspel.words import refusal


@dataclass(slots=True)
class _Sent:
    """What was asked for a cell and is not answered well yet; a retry keeps its key."""

    command: CastBallot
    key: str


class RowNote(QWidget):
    """What is wrong with a row, and what can be done."""

    addRequested = Signal()
    retryRequested = Signal()
    reasonGiven = Signal()

    def __init__(self, t: Texts, role: Role) -> None:
        super().__init__()
        self._words = label("", "text", f"handsNote_{role.id}")
        self.add = PressButton(f"handsAdd_{role.id}", "", "plus")
        self.retry = PressButton(f"handsRetry_{role.id}", t("Try again"), "refresh")
        for button in (self.add, self.retry):
            mood(button, "vote", "small")
        self.add.clicked.connect(self.addRequested)
        self.retry.clicked.connect(self.retryRequested)
        asks = t("The reason of the objection, no names")
        self.reason = named(QLineEdit(), f"handsReason_{role.id}", asks)
        self.reason.setPlaceholderText(asks)
        self.reason.setMaxLength(LONGEST_OBJECTION)
        self.reason.editingFinished.connect(self.reasonGiven)
        layout, buttons = column(self, 6), QHBoxLayout()
        tight(buttons, 8)
        layout.addWidget(self.reason)
        layout.addWidget(self._words)
        for button in (self.add, self.retry):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self.reason.hide()
        self.show_nothing()

    def show_nothing(self) -> None:
        """All is well."""
        say(self._words, "")
        self.add.hide()
        self.retry.hide()

    def show_words(self, text: str, *, add: str = "", retry: bool = False) -> None:
        """Say what is wrong; with `add` a button of that name, with `retry` one to try again."""
        say(self._words, text)
        reworded(self.add, add)
        self.add.setVisible(bool(add))
        self.retry.setVisible(retry)


class HandsRow(QObject):
    """Sends what was typed as soon as it fits, and shows for every cell whether it is kept."""

    commandRequested = Signal(object, str)
    addRequested = Signal(int)

    def __init__(self, t: Texts, role: Role, shown: tuple[Column, ...], *, ticks: bool) -> None:
        super().__init__()
        self._t = t
        self.role = role
        self._columns = shown
        self._ticks = ticks
        self._people = 0
        self._saved: Mapping[int, int] = {}
        self._sent: dict[int, _Sent] = {}
        self._bad: dict[int, Kept] = {}
        self._mine: set[int] = set()
        """Cells that were typed in and are not kept as they stand."""
        self._view: PresenterView | None = None
        self.total: QLabel = label("", "strong", f"handsTotal_{role.id}")
        self.total.setWordWrap(False)
        self.note = RowNote(t, role)
        self.note.addRequested.connect(self._on_add)
        self.note.retryRequested.connect(self._on_retry)
        self.note.reasonGiven.connect(self._sync)
        self.cells = tuple(self._cell(n, one) for n, one in enumerate(shown))

    def _cell(self, n: int, one: Column) -> HandsCell:
        spoken = f"{self.role.short}, {one.sign} {one.label}".replace("  ", " ")
        cell = HandsCell(self._t, f"hands_{self.role.id}_{n}", spoken)
        cell.setEnabled(not one.blocked)
        cell.settled.connect(partial(self._on_settled, n))
        return cell

    # ------------------------------------------------------------ what is shown

    def show_view(self, view: PresenterView, people: int, counted: tuple[Counted, ...]) -> None:
        """Take what is kept; numbers that are being typed or on their way stay."""
        self._view = view
        self._people = people
        by_choice = {one.choice: one for one in counted if one.role == self.role.id}
        found = {n: by_choice.get(one.choice) for n, one in enumerate(self._columns)}
        self._saved = {n: one.count for n, one in found.items() if one}
        for n, cell in enumerate(self.cells):
            cell.show_people(people)
            if n not in self._mine:
                cell.show_count(self._saved.get(n, 0))
        for one in counted:
            if one.role == self.role.id and one.objection and not self.note.reason.text():
                self.note.reason.setText(one.objection)
        self._show()

    def _wanted(self) -> dict[int, int]:
        return {n: cell.count() for n, cell in enumerate(self.cells)}

    def _too_many(self) -> int:
        return too_many(self._wanted(), self._people, ticks=self._ticks)

    def _lacks_reason(self, n: int) -> bool:
        needs = self._columns[n].needs_reason and self.cells[n].count() > 0
        return needs and not self.note.reason.text().strip()

    def _show(self) -> None:
        expected = self._expected()
        for n, cell in enumerate(self.cells):
            if n not in self._sent and cell.count() == expected.get(n, 0):
                self._mine.discard(n)
            cell.show_kept(self._kept(n, cell))
        self._show_total()
        objects = any(
            one.needs_reason and cell.count()
            for one, cell in zip(self._columns, self.cells, strict=True)
        )
        self.note.reason.setVisible(objects)
        self._show_note()

    def _kept(self, n: int, cell: HandsCell) -> Kept:
        if n in self._bad:
            return self._bad[n]
        if n in self._sent:
            return Kept.SAVING
        if cell.count() == self._saved.get(n, 0):
            return Kept.SAVED if cell.count() else Kept.EMPTY
        return Kept.WAITING

    def _show_total(self) -> None:
        t, wanted, over = self._t, self._wanted(), self._too_many()
        if over:
            words = t.plural("{n} too many", "{n} too many", over)
        elif self._ticks:
            words = t.plural("{n} person", "{n} people", self._people)
        else:
            words = t("{n} of {people}", n=sum(wanted.values()), people=self._people)
        self.total.setText(words)
        full = not self._ticks and sum(wanted.values()) == self._people
        mood(self.total, "hands", "over" if over else "full" if full else "open")

    def _show_note(self) -> None:
        t, over = self._t, self._too_many()
        if over:
            wrong = t.plural(
                "{n} hand too many for this role. Change a number. Somebody who just came in can"
                " be added; they vote from the next vote on.",
                "{n} hands too many for this role. Change a number. People who just came in can"
                " be added; they vote from the next vote on.",
                over,
            )
            role = self.role.short
            add = t.plural("Add {n} person: {role}", "Add {n} people: {role}", over, role=role)
            self.note.show_words(wrong, add=add)
        elif Kept.TROUBLE in self._bad.values():
            self.note.show_words(t("These numbers are not kept yet."), retry=True)
        elif any(self._lacks_reason(n) for n in range(len(self.cells))):
            self.note.show_words(t("An objection counts with its reason. Write it in a few words."))
        elif not self._bad:
            self.note.show_nothing()

    # ------------------------------------------------------------ what is typed

    def _on_settled(self, n: int) -> None:
        self._bad.pop(n, None)
        self._mine.add(n)
        self._sync()

    def _sync(self) -> None:
        """Send what changed, when the whole row fits; what goes down goes first."""
        if self._view is None:
            return
        if not self._too_many():
            for n in changes(self._expected(), self._wanted()):
                if not self._lacks_reason(n):
                    self._send(n)
        self._show()

    def _expected(self) -> dict[int, int]:
        """What will be kept once everything on its way has arrived."""
        coming = {n: sent.command.count for n, sent in self._sent.items()}
        return {**self._saved, **coming}

    def _send(self, n: int) -> None:
        if self._view is None:
            return
        reason = self.note.reason.text().strip()
        count = self.cells[n].count()
        command = command_for(self._view, self.role.id, self._columns[n], count, reason)
        self._bad.pop(n, None)
        self._sent[n] = _Sent(command, uuid4().hex)
        self.commandRequested.emit(command, self._sent[n].key)

    def _on_retry(self) -> None:
        """Send what was not kept once more, with the same keys."""
        for n in [n for n, kept in self._bad.items() if kept is Kept.TROUBLE]:
            self._bad.pop(n)
            self.commandRequested.emit(self._sent[n].command, self._sent[n].key)
        self._show()

    def _on_add(self) -> None:
        self.addRequested.emit(self._too_many())

    # ------------------------------------------------------------ what the session answers

    def _found(self, command: object) -> int | None:
        return next((n for n, sent in self._sent.items() if sent.command is command), None)

    def show_accepted(self, command: object) -> None:
        """Hear that a command stands in the log."""
        n = self._found(command)
        if n is not None:
            self._saved = {**self._saved, n: self._sent.pop(n).command.count}
            self._bad.pop(n, None)
            self._show()

    def show_refused(self, refused: Refused, command: object) -> None:
        """Hear that the rules said no; the number stays to be changed."""
        n = self._found(command)
        if n is not None:
            self._sent.pop(n)
            self._bad[n] = Kept.REFUSED
            self._show()
            self.note.show_words(refusal(self._t, refused))

    def show_trouble(self, trouble: EnvironmentTrouble, command: object) -> None:
        """Hear that a command could not be saved; it can be sent once more."""
        n = self._found(command)
        if n is not None:
            self._bad[n] = Kept.TROUBLE
            self._show()
            self.note.show_words(trouble.message_in(self._t), retry=True)
