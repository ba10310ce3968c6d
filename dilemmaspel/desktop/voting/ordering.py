"""Answering by putting options in order; the order starts empty, so that no place is favoured."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dilemmaspel.desktop.voting.answer import Answer
from dilemmaspel.desktop.voting.folding import FoldingLayout
from dilemmaspel.desktop.voting.look import NumberMark, PressButton, column, words
from dilemmaspel.desktop.voting.optionrow import (
    OptionFrame,
    OptionText,
    RowButton,
    badge_of,
    spoken_option,
)
from dilemmaspel.desktop.widgets.kit import mood, named, tight
from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.views import OptionView
from dilemmaspel.texts import Texts


class RankedRow(QWidget):
    """An option with its place in the order, and the buttons that move it."""

    shifted = Signal(int)
    dropped = Signal()

    def __init__(self, t: Texts, option: OptionView) -> None:
        super().__init__()
        named(self, f"ranked_{option.id}")
        self._t = t
        self._option = option
        self.number = NumberMark()
        parts = OptionText(t, option).all
        spoken = spoken_option(option)
        self.row = RowButton(f"ballotOption_{option.id}", spoken, badge_of(option), parts)
        label = option.label
        self.up = self._button("Up", t("Higher: {option}", option=label), "up")
        self.down = self._button("Down", t("Lower: {option}", option=label), "down")
        self.drop = self._button("Drop", t("Out of the order: {option}", option=label), "close")
        self.up.clicked.connect(partial(self.shifted.emit, -1))
        self.down.clicked.connect(partial(self.shifted.emit, 1))
        self.drop.clicked.connect(self.dropped)
        layout, told, buttons = FoldingLayout(40, 4, self), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(14, 0, 14, 0)
        tight(told, 8)
        tight(buttons, 8)
        told.addWidget(self.number)
        told.addWidget(self.row, 1)
        buttons.addStretch(1)
        for button in (self.up, self.down, self.drop):
            buttons.addWidget(button)
        layout.addLayout(told, 1)
        layout.addLayout(buttons)

    def _button(self, name: str, spoken: str, sign: str) -> PressButton:
        made = PressButton(f"rank{name}_{self._option.id}", "", sign, spoken=spoken)
        return mood(made, "vote", "sign")

    def show_place(self, place: int | None, last: int) -> None:
        """Show the place in the order from 0, or that it has none yet."""
        ranked = place is not None
        self.number.show_number("" if place is None else str(place + 1), full=ranked)
        for button in (self.up, self.down, self.drop):
            button.setVisible(ranked)
        self.up.setEnabled(bool(place))
        self.down.setEnabled(place is not None and place < last)
        self.row.setChecked(ranked)
        spoken = spoken_option(self._option)
        at = "" if place is None else self._t("Place {n}.", n=place + 1)
        self.row.setAccessibleName(f"{at} {spoken}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Minus):
            self.shifted.emit(-1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Plus):
            self.shifted.emit(1)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class RankingAnswer(Answer):
    """Press options from the most important down; then move them up and down."""

    def __init__(
        self,
        t: Texts,
        options: tuple[OptionView, ...],
        least: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(t, parent)
        self._least = min(least, len(options)) if least else len(options)
        self._options = {option.id: option for option in options}
        self._order: list[OptionId] = []
        self._rows: dict[OptionId, RankedRow] = {}
        self._frames: dict[OptionId, OptionFrame] = {}
        self._head = words("", "rest", "rankingHead")
        self._rest = words(t("Still to be placed"), "muted", "rankingRest")
        self._layout = column(self, 12)
        self._layout.addWidget(self._head)
        for option in options:
            self._layout.addWidget(self._make_row(option))
        self._layout.addWidget(self._rest)
        self._show_order()

    def _make_row(self, option: OptionView) -> OptionFrame:
        row = RankedRow(self._t, option)
        row.row.clicked.connect(partial(self._on_pressed, option.id))
        row.row.moved.connect(partial(self._on_moved, option.id))
        row.row.goOn.connect(self.goOn)
        row.shifted.connect(partial(self._on_shifted, option.id))
        row.dropped.connect(partial(self._on_dropped, option.id))
        self._rows[option.id] = row
        self._frames[option.id] = OptionFrame(self._t, option, row)
        return self._frames[option.id]

    def _shown(self) -> list[OptionId]:
        """All options from top to bottom: the order so far, then the rest as on the ballot."""
        return [*self._order, *(one for one in self._options if one not in self._order)]

    def _show_order(self) -> None:
        shown, ranked = self._shown(), len(self._order)
        for place, one in enumerate(shown):
            at = place if place < ranked else None
            self._rows[one].show_place(at, ranked - 1)
            self._frames[one].show_chosen(at is not None)
            self._put(self._frames[one], 1 + place + (1 if place >= ranked else 0))
        self._put(self._rest, 1 + ranked)
        self._rest.setVisible(ranked < len(shown))
        self._head.setText(self.status())
        mood(self._head, "state", "done" if ranked >= self._least else "open")
        before: QWidget | None = None
        for one in shown:
            for widget in (self._rows[one].row, *self._buttons(one)):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    def _buttons(self, one: OptionId) -> tuple[QWidget, ...]:
        row, more = self._rows[one], self._frames[one].more
        return (row.up, row.down, row.drop, *((more,) if more else ()))

    def _put(self, widget: QWidget, place: int) -> None:
        if self._layout.indexOf(widget) != place:
            self._layout.removeWidget(widget)
            self._layout.insertWidget(place, widget)

    def _on_pressed(self, one: OptionId, _checked: bool = False) -> None:  # noqa: FBT002
        if one not in self._order:
            self._order.append(one)
            self._renew(one)
        else:
            self._show_order()

    def _on_moved(self, one: OptionId, step: int) -> None:
        shown = self._shown()
        wanted = shown.index(one) + step
        if 0 <= wanted < len(shown):
            self._rows[shown[wanted]].row.setFocus()

    def _on_shifted(self, one: OptionId, step: int) -> None:
        if one not in self._order:
            return
        place = self._order.index(one)
        wanted = min(max(place + step, 0), len(self._order) - 1)
        self._order.insert(wanted, self._order.pop(place))
        self._renew(one)

    def _on_dropped(self, one: OptionId) -> None:
        if one in self._order:
            self._order.remove(one)
            self._renew(one)

    def _renew(self, focus: OptionId) -> None:
        self._show_order()
        self._rows[focus].row.setFocus()
        self.changed.emit()

    def choice(self) -> Choice:
        return tuple(self._order) if len(self._order) >= self._least else None

    def missing(self) -> str:
        return "" if len(self._order) >= self._least else self.status()

    def status(self) -> str:
        if len(self._order) >= self._least:
            return self._t("Your order, the most important on top")
        if not self._order:
            return self._t("Press the most important one first.")
        left = self._least - len(self._order)
        return self._t.plural("Now the next. {n} to go.", "Now the next. {n} to go.", left)

    def restore(self, choice: Choice) -> None:
        if isinstance(choice, tuple):
            self._order = list(choice)
            self._show_order()
            self.changed.emit()

    def pick(self, place: int) -> bool:
        ids = tuple(self._options)
        if place >= len(ids):
            return False
        self._rows[ids[place]].row.setFocus()
        self._on_pressed(ids[place])
        return True

    def take_focus(self) -> None:
        self._rows[self._shown()[0]].row.setFocus()
