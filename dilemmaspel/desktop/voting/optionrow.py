"""One row of a ballot: its mark, its words, its price, and what speaks for and against it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dilemmaspel.desktop.style import icon_pixmap
from dilemmaspel.desktop.voting.folding import FoldingLayout
from dilemmaspel.desktop.voting.look import (
    TARGET,
    BigBadge,
    NumberMark,
    PressButton,
    theme_now,
    words,
)
from dilemmaspel.desktop.widgets.kit import em, mood, named, tight
from dilemmaspel.desktop.widgets.press import ENTER
from dilemmaspel.game.views import OptionView
from dilemmaspel.texts import Texts
from dilemmaspel.words.money import cost_words, shortage_words


def badge_of(option: OptionView) -> BigBadge:
    """Make the mark of an option."""
    badge = BigBadge()
    badge.show_option(option.index)
    return badge


def spoken_option(option: OptionView) -> str:
    """Say an option in one line, for a screen reader."""
    return f"{option.letter}: {option.label}. {option.description}".strip()


class RowButton(QPushButton):
    """A whole row that can be pressed; arrows move on, Enter on a chosen row goes on."""

    moved = Signal(int)
    goOn = Signal()

    def __init__(self, name: str, spoken: str, mark: QWidget, parts: tuple[QLabel, ...]) -> None:
        super().__init__()
        named(self, name, spoken)
        mood(self, "vote", "row")
        self.setCheckable(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tick = QLabel()
        side = round(em() * 2)
        self._tick.setFixedSize(side, side)
        text, layout = QVBoxLayout(), QHBoxLayout(self)
        tight(text, 2)
        tight(layout, 16)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in parts:
            text.addWidget(part)
        layout.addLayout(text, 1)
        layout.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        for inside in (mark, self._tick, *parts):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_chosen(self, chosen: bool) -> None:
        """Show whether this row is chosen, with a tick."""
        self.setChecked(chosen)
        side = self._tick.width()
        tick = icon_pixmap("check", theme_now().colour("accent"), side)
        self._tick.setPixmap(tick if chosen else icon_pixmap("check", "#00000000", side))

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        least = layout.minimumSize() if layout else super().minimumSizeHint()
        return least.expandedTo(QSize(TARGET, TARGET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        elif event.key() in ENTER:
            self._on_enter(event)
        else:
            super().keyPressEvent(event)

    def _on_enter(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if self.isChecked():
            self.goOn.emit()
        else:
            self.click()


class OptionText:
    """The labels of an option: what it is called, what it is, what it costs."""

    def __init__(self, t: Texts, option: OptionView) -> None:
        self.label = words(option.label, "strong", f"ballotLabel_{option.id}")
        told = f"{option.description} {cost_words(t, option)}".strip()
        self.description = words(told, "muted")
        self.short = words(shortage_words(t, option), "warn")
        for part in (self.description, self.short):
            if not part.text():
                part.hide()

    @property
    def all(self) -> tuple[QLabel, ...]:
        """From top to bottom."""
        return (self.label, self.description, self.short)


class OptionFrame(QFrame):
    """The frame around a row; what speaks for and against unfolds under it when somebody asks."""

    def __init__(self, t: Texts, option: OptionView | None, top: QWidget) -> None:
        super().__init__()
        mood(self, "vote", "option")
        self._t = t
        self._label = option.label if option else ""
        self.more: PressButton | None = None
        self._list = QLabel(self)
        self._list.hide()
        layout, line = QVBoxLayout(self), FoldingLayout(48, 0)
        tight(layout)
        line.addWidget(top, 1)
        layout.addLayout(line)
        if option is not None and (option.pros or option.cons):
            self.more = self._unfolding(option)
            at = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            line.addWidget(self.more, 0, at)
            layout.addWidget(self._list)

    def _unfolding(self, option: OptionView) -> PressButton:
        more = PressButton(f"ballotMore_{option.id}", self._t("For and against"), "unfold", "quiet")
        more.setCheckable(True)
        more.toggled.connect(self._on_toggled)
        reasons = (*(f"+  {one}" for one in option.pros), *(f"−  {one}" for one in option.cons))
        self._list = words("\n".join(reasons), "text", f"ballotDetails_{option.id}")
        self._list.setContentsMargins(round(em() * 2.9) + 30, 0, 14, 14)
        self._list.hide()
        more.setAccessibleName(self._t("For and against: {option}", option=option.label))
        return more

    def _on_toggled(self, shown: bool) -> None:
        self._list.setVisible(shown)
        if self.more is not None:
            self.more.show_sign("fold" if shown else "unfold")

    def show_chosen(self, chosen: bool) -> None:
        """Draw the frame of a chosen row thicker and in the accent."""
        mood(self, "state", "chosen" if chosen else "open")


def scale_mark(point: int) -> NumberMark:
    """Make the mark of a scale point."""
    mark = NumberMark()
    mark.show_number(str(point))
    return mark
