"""Agreements: typed here, on the beamer while they are typed, and mended or taken out."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.entry import Asked, Entry
from dilemmaspel.desktop.widgets.kit import (
    button,
    label,
    named,
    reworded,
    sign_button,
    tight,
)
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.commands import AddAgreement, ChangeAgreement, RemoveAgreement
from dilemmaspel.game.remarks import LONGEST_REMARK
from dilemmaspel.game.state import Agreement
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class _AgreementRow(QWidget):
    """What was agreed, with the buttons to mend it and to take it out."""

    def __init__(self, t: Texts, name: str, number: int) -> None:
        super().__init__()
        self._t = t
        self.number = number
        self._words = label("", "text", f"{name}_{number}")
        self.edit = sign_button(f"{name}Edit_{number}", t("Change this agreement"), "edit")
        self.remove = sign_button(f"{name}Remove_{number}", t("Take this agreement out"), "erase")
        row = QHBoxLayout(self)
        tight(row, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    def show_row(self, place: int, one: Agreement) -> None:
        """Show the agreement as it is kept."""
        t = self._t
        told = " · ".join(filter(None, (one.what, one.who, one.when)))
        self._words.setText(f"{place}.  {told}")
        self.edit.setAccessibleName(f"{t('Change this agreement')}: {one.what}")
        self.remove.setAccessibleName(f"{t('Take this agreement out')}: {one.what}")


class AgreementForm(Panel):
    """What, who and when; what is being typed is told, so that the room can read along."""

    draftChanged = Signal(object)
    """The `Agreement` that is being typed, its number its place in the list from 1 (0 for a new
    one); None when nothing is."""

    def __init__(self, t: Texts, name: str, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, name, t("Agreements"))
        self._sent: AddAgreement | ChangeAgreement | None = None
        self._kept: tuple[Agreement, ...] = ()
        self._editing = 0
        self._draft: Agreement | None = None
        self.who = Asked(f"{name}Who", t("Who (a role or group, no names)"))
        self.when = Asked(f"{name}When", t("By when"))
        for asked in (self.who, self.when):
            asked.line.setMaxLength(LONGEST_REMARK)
            asked.line.textEdited.connect(self._on_typed)
        self.what = Entry(f"{name}What", t("What we will do"), t("Keep the agreement"))
        for asked in (self.who, self.when):
            asked.line.returnPressed.connect(self.what.submit)
        self.what.submitted.connect(self._on_agreed)
        self.what.line.textEdited.connect(self._on_typed)
        self.stop = button(f"{name}Stop", t("Leave it as it was"), "undo", "quiet")
        self.stop.clicked.connect(self._on_stop)
        self.stop.hide()
        rows = QVBoxLayout()
        self._rows: Rows[int, _AgreementRow] = Rows(rows, self._row)
        layout, row = QVBoxLayout(self), QHBoxLayout()
        tight(layout, 8)
        tight(row, 8)
        tight(rows, 4)
        row.addWidget(self.who, 2)
        row.addWidget(self.when, 1)
        row.addWidget(self.what.keep, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(label(t("Agreements"), "strong"))
        layout.addWidget(self.what)
        layout.addLayout(row)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(rows)
        for one, other in ((self.what.line, self.who.line), (self.when.line, self.what.keep)):
            self.setTabOrder(one, other)

    def _row(self, number: int) -> _AgreementRow:
        row = _AgreementRow(self._t, self.objectName(), number)
        row.edit.clicked.connect(partial(self._on_edit, number))
        row.remove.clicked.connect(partial(self._on_remove, number))
        return row

    def show_view(self, view: PresenterView) -> None:
        self._kept = view.agreements
        if self._editing and self._editing not in [one.number for one in self._kept]:
            self._clear()
        shown = self._rows.keep([one.number for one in view.agreements])
        for place, (row, one) in enumerate(zip(shown, view.agreements, strict=True), start=1):
            row.show_row(place, one)

    def _on_typed(self, _text: str = "") -> None:
        what = self.what.text()
        place = next((n for n, a in enumerate(self._kept, 1) if a.number == self._editing), 0)
        draft = Agreement(what, self.who.text(), self.when.text(), place) if what else None
        if draft != self._draft:
            self._draft = draft
            self.draftChanged.emit(draft)

    def _on_agreed(self, what: str) -> None:
        words = (what, self.who.text(), self.when.text())
        if self._editing:
            self._sent = ChangeAgreement(self._editing, *words)
        else:
            self._sent = AddAgreement(*words)
        self.commandRequested.emit(self._sent)

    def _on_edit(self, number: int) -> None:
        one = next((a for a in self._kept if a.number == number), None)
        if one is None:
            return
        self._editing = number
        for line, text in (
            (self.what.line, one.what),
            (self.who.line, one.who),
            (self.when.line, one.when),
        ):
            line.setText(text)
        reworded(self.what.keep, self._t("Keep the change"))
        self.stop.show()
        self.what.line.setFocus()
        self._on_typed()

    def _on_remove(self, number: int) -> None:
        self.commandRequested.emit(RemoveAgreement(number))

    def _on_stop(self) -> None:
        self._clear()
        self.what.line.setFocus()

    def _clear(self) -> None:
        self._editing = 0
        for line in (self.what.line, self.who.line, self.when.line):
            line.clear()
        reworded(self.what.keep, self._t("Keep the agreement"))
        self.stop.hide()
        self._on_typed()

    def settle(self, command: object) -> None:
        if self._sent is not None and command == self._sent:
            typed_on = self.what.text() != self._sent.what
            self._sent = None
            if not typed_on:
                self._clear()
