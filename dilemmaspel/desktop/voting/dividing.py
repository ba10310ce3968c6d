"""Answering by dividing points: a button less and more per option, and what is left."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from dilemmaspel.desktop.voting.answer import Answer
from dilemmaspel.desktop.voting.folding import FoldingLayout
from dilemmaspel.desktop.voting.look import PressButton, column, words
from dilemmaspel.desktop.voting.optionrow import OptionFrame, OptionText, badge_of
from dilemmaspel.desktop.widgets.kit import em, mood, named, tight
from dilemmaspel.desktop.widgets.press import ENTER
from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.ids import frozen
from dilemmaspel.game.views import OptionView
from dilemmaspel.texts import Texts

_NUMBER_KEYS = frozenset(
    {
        *range(Qt.Key.Key_0, Qt.Key.Key_9 + 1),
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class PointsBox(QSpinBox):
    """The points of one option; up and down go by the step, left and right too."""

    goOn = Signal()
    typed = Signal()

    def __init__(self, name: str, spoken: str, total: int, step: int) -> None:
        super().__init__()
        named(self, name, spoken)
        mood(self, "vote", "points")
        self.setRange(0, total)
        self.setSingleStep(step)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setFixedWidth(round(em() * 6))
        self.setMinimumHeight(48)
        self.lineEdit().textChanged.connect(self.typed)

    def points(self) -> int:
        """The number as it stands in the box, also while it is being typed."""
        text = self.text()
        return int(text) if text.isdecimal() else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Minus):
            self.stepDown()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Plus):
            self.stepUp()
        elif key in ENTER:
            self.interpretText()
            self.goOn.emit()
        elif key in _NUMBER_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()


class PointsRow(QWidget):
    """One option with its points."""

    def __init__(self, t: Texts, option: OptionView, total: int, step: int) -> None:
        super().__init__()
        less = t("Fewer points: {option}", option=option.label)
        more = t("More points: {option}", option=option.label)
        self.less = PressButton(f"pointsLess_{option.id}", "", "minus", spoken=less)
        self.more = PressButton(f"pointsMore_{option.id}", "", "plus", spoken=more)
        points = t("Points: {option}", option=option.label)
        self.box = PointsBox(f"points_{option.id}", points, total, step)
        for button in (self.less, self.more):
            button.setAutoRepeat(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            mood(button, "vote", "sign")
        self.less.clicked.connect(self.box.stepDown)
        self.more.clicked.connect(self.box.stepUp)
        text, told, buttons = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        layout = FoldingLayout(40, 14, self)
        layout.setContentsMargins(14, 4, 14, 4)
        tight(text, 2)
        tight(told, 14)
        tight(buttons, 14)
        told.addWidget(badge_of(option))
        for part in OptionText(t, option).all:
            text.addWidget(part)
        told.addLayout(text, 1)
        buttons.addStretch(1)
        for widget in (self.less, self.box, self.more):
            widget.setEnabled(not option.blocked)
            buttons.addWidget(widget)
        layout.addLayout(told, 1)
        layout.addLayout(buttons)


class PointsAnswer(Answer):
    """Divide all the points; the rest is counted live and never falls below zero."""

    def __init__(
        self,
        t: Texts,
        options: tuple[OptionView, ...],
        total: int,
        step: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(t, parent)
        self._total = total
        self._step = step
        self._ids = tuple(option.id for option in options)
        self._rows = tuple(PointsRow(t, option, total, step) for option in options)
        layout = column(self, 12)
        self._left = words("", "rest", "pointsLeft")
        layout.addWidget(self._left)
        self._frames = []
        for place, (option, row) in enumerate(zip(options, self._rows, strict=True)):
            row.box.valueChanged.connect(partial(self._on_changed, place))
            row.box.typed.connect(self._show_rest)
            row.box.goOn.connect(self.goOn)
            frame = OptionFrame(t, option, row)
            self._frames.append(frame)
            layout.addWidget(frame)
        self._show_rest()

    def _on_changed(self, place: int, points: int) -> None:
        box = self._rows[place].box
        room = points + self._total - sum(row.box.value() for row in self._rows)
        allowed = min(points, room) // self._step * self._step
        if allowed != points:
            box.setValue(allowed)
            return
        self._show_rest()
        self.changed.emit()

    def _rest(self) -> int:
        """What is left, with the digits that are being typed."""
        return self._total - sum(row.box.points() for row in self._rows)

    def _settled(self) -> int:
        """What is left once a number that is being typed is taken as it stands."""
        for row in self._rows:
            row.box.interpretText()
        return self._rest()

    def _show_rest(self) -> None:
        rest = self._rest()
        self._left.setText(self.status())
        mood(self._left, "state", "done" if rest == 0 else "open")
        for row, frame in zip(self._rows, self._frames, strict=True):
            row.less.setEnabled(row.box.isEnabled() and row.box.points() > 0)
            row.more.setEnabled(row.box.isEnabled() and rest >= self._step)
            frame.show_chosen(row.box.points() > 0)

    def choice(self) -> Choice:
        if self._settled():
            return None
        points = (row.box.value() for row in self._rows)
        return frozen(dict(zip(self._ids, points, strict=True)))

    def missing(self) -> str:
        return self.status() if self._settled() else ""

    def status(self) -> str:
        rest = self._rest()
        if rest < 0:
            return self._t.plural("{n} point too many", "{n} points too many", -rest)
        if rest == 0:
            return self._t("All {total} points are divided.", total=self._total)
        return self._t.plural("{n} point left to divide", "{n} points left to divide", rest)

    def restore(self, choice: Choice) -> None:
        if choice is None or isinstance(choice, (str, int, tuple)):
            return
        for one, row in zip(self._ids, self._rows, strict=True):
            row.box.setValue(choice.get(one, 0))

    def pick(self, place: int) -> bool:
        if place >= len(self._rows) or not self._rows[place].box.isEnabled():
            return False
        box = self._rows[place].box
        box.setFocus()
        box.selectAll()
        return True

    def take_focus(self) -> None:
        self.pick(next((at for at, row in enumerate(self._rows) if row.box.isEnabled()), 0))
