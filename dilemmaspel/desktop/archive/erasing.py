"""Erasing from the archive: a session, texts of people, or everything past its date."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import button, em, label, mood, named, say, tight
from dilemmaspel.storage.erasing import Text
from dilemmaspel.texts import Texts, mark

_KINDS = {
    "BallotCast": mark("with a vote"),
    "NoteAdded": mark("note"),
    "ArgumentAdded": mark("argument"),
    "ConditionAdded": mark("condition"),
    "AgreementAdded": mark("agreement"),
    "DecisionTaken": mark("with the decision"),
    "OutcomeChosen": mark("reason of a choice"),
    "ConsentAsked": mark("changed outcome"),
    "Undone": mark("reason of going back"),
}


class TypedBox(QFrame):
    """Asks to type a word before something goes for good."""

    confirmed = Signal()
    putAway = Signal()

    def __init__(
        self, t: Texts, name: str, heading: str, warning: str, *, many: bool = False
    ) -> None:
        """Ask about one thing, or about `many`."""
        super().__init__()
        self._word = t("erase")
        named(self, f"{name}Box", heading)
        mood(self, "box", "notice")
        asks = t("Type “{word}” to erase it", word=self._word)
        self.line = named(QLineEdit(), f"{name}Word", asks)
        self.line.setPlaceholderText(asks)
        keep, erase = t("No, keep it"), t("Yes, erase it")
        if many:
            keep, erase = t("No, keep them"), t("Yes, erase them")
        self.keep: QPushButton = button(f"{name}Keep", keep)
        self.erase: QPushButton = button(f"{name}Yes", erase, "erase", "danger")
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_erase)
        self.keep.clicked.connect(self._on_kept)
        self.erase.clicked.connect(self._on_erase)
        buttons = FlowLayout(spacing=8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.erase)
        self.heading: QLabel = label(heading, "strong", f"{name}Heading")
        self.column = QVBoxLayout(self)
        tight(self.column, 8, 14)
        self.column.addWidget(self.heading)
        self.warning: QLabel = label(warning, "text", f"{name}Warning")
        self.column.addWidget(self.warning)
        self.column.addWidget(self.line)
        self.column.addLayout(buttons)
        self.hide()

    def ask(self) -> None:
        """Ask anew."""
        self.line.clear()
        self._on_typed("")
        self.show()
        self.line.setFocus()

    @property
    def _agreed(self) -> bool:
        return self.line.text().strip().casefold() == self._word.casefold()

    def _may_erase(self) -> bool:
        """Whether there is something to erase besides the word."""
        return True

    def _on_typed(self, _text: str) -> None:
        self.erase.setEnabled(self._agreed and self._may_erase())

    def _on_kept(self) -> None:
        self.hide()
        self.putAway.emit()

    def _on_erase(self) -> None:
        if self._agreed and self._may_erase():
            self.hide()
            self.confirmed.emit()


class EraseBox(TypedBox):
    """A whole session."""

    def __init__(self, t: Texts) -> None:
        super().__init__(
            t,
            "erase",
            t("Erase this session for good?"),
            t(
                "Its votes, notes and decisions go, also from the copies of the log. "
                "Nobody can bring them back."
            ),
        )


class TextsBox(TypedBox):
    """The texts of a session with a tick before each; a seat ticks all of its own."""

    def __init__(self, t: Texts) -> None:
        super().__init__(
            t,
            "texts",
            t("Erase texts for good?"),
            t("Tick what has to go. What people chose stays; the copies of the log follow."),
            many=True,
        )
        self._t = t
        self.whose: QComboBox = named(QComboBox(), "textsWhose", t("Whose texts"))
        self.whose.activated.connect(self._on_whose)
        self.list: QListWidget = named(QListWidget(), "textsList", t("Texts of this session"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(em() * 9)
        self.list.itemChanged.connect(self._on_ticked)
        self._none = label("", "text", "textsNone")
        for place, part in enumerate((self.whose, self.list, self._none), start=2):
            self.column.insertWidget(place, part)

    def show_texts(self, texts: Sequence[Text]) -> None:
        """Show these texts, none of them ticked."""
        t = self._t
        self.list.blockSignals(True)
        self.list.clear()
        for one in texts:
            item = QListWidgetItem(self._said(one), self.list)
            item.setData(Qt.ItemDataRole.UserRole, (one.seq, one.seat))
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        seats = sorted({one.seat for one in texts if one.seat is not None})
        self.whose.clear()
        self.whose.addItem(t("Tick them one by one"), None)
        self.whose.addItem(t("Tick all texts"), -1)
        for seat in seats:
            self.whose.addItem(t("Tick all texts of seat {n}", n=seat), seat)
        there = bool(texts)
        for part in (self.list, self.whose, self.line):
            part.setVisible(there)
        say(self._none, "" if there else t("Nobody wrote anything in this session."))
        self._on_typed("")

    def _said(self, one: Text) -> str:
        seat = self._t("seat {n}", n=one.seat) if one.seat is not None else ""
        whose = " · ".join(part for part in (self._t(_KINDS[one.kind]), seat, one.role) if part)
        return f"{one.words}\n({whose})"

    def ticked(self) -> tuple[int, ...]:
        """The numbers of the events whose texts are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)[0]
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def _may_erase(self) -> bool:
        return bool(self.ticked())

    def _on_whose(self, _index: int) -> None:
        wanted = self.whose.currentData()
        for row in range(self.list.count()):
            item = self.list.item(row)
            seat = item.data(Qt.ItemDataRole.UserRole)[1]
            on = wanted is not None and wanted in (-1, seat)
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _on_ticked(self, _item: QListWidgetItem) -> None:
        self._on_typed("")


class OldBox(QFrame):
    """Tells of sessions past their date, and erases them when somebody wants it."""

    confirmed = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        named(self, "oldSessions", t("Sessions past their date"))
        mood(self, "box", "notice")
        self._words: QLabel = label("", "text", "oldWords")
        self.press: QPushButton = button("oldErase", t("Erase them…"), "erase")
        self.box = TypedBox(
            t,
            "old",
            t("Erase all of these sessions for good?"),
            t("Also from the copies of the log. Nobody can bring them back."),
            many=True,
        )
        mood(self.box, "box", "plain")
        self.press.clicked.connect(self._on_press)
        self.box.putAway.connect(self._on_kept)
        self.box.confirmed.connect(self.confirmed)
        line = QHBoxLayout()
        tight(line, 12)
        line.addWidget(self._words, 1)
        line.addWidget(self.press)
        column = QVBoxLayout(self)
        tight(column, 8, 12)
        column.addLayout(line)
        column.addWidget(self.box)
        self.hide()

    def show_old(self, count: int, months: int) -> None:
        """Tell how many sessions are older than so many months; none takes it away."""
        t = self._t
        words = t.plural(
            "{n} session is older than the {time} that you keep data.",
            "{n} sessions are older than the {time} that you keep data.",
            count,
            time=t.plural("{n} month", "{n} months", months),
        )
        if not months:
            words = t.plural(
                "{n} session is over, and you keep data no longer than that.",
                "{n} sessions are over, and you keep data no longer than that.",
                count,
            )
        self._words.setText(words)
        self.box.hide()
        self.press.show()
        self.setVisible(count > 0)

    def _on_press(self) -> None:
        self.press.hide()
        self.box.ask()

    def _on_kept(self) -> None:
        self.press.show()
        self.press.setFocus()
