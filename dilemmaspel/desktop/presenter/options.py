"""The options with their letters, what they cost, and where the money runs short."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.badge import OptionBadge
from dilemmaspel.desktop.widgets.kit import label, named, say, tight
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.views import OptionView, PresenterView
from dilemmaspel.texts import Texts
from dilemmaspel.words.money import cost_words, shortage_words


class OptionRow(QWidget):
    """One option: letter and shape, its words, its money."""

    def __init__(self, t: Texts, option: OptionId) -> None:
        super().__init__()
        self._t = t
        self._badge = OptionBadge()
        self._label = label("", "text", f"option_{option}")
        self._money = label("", "small", f"optionMoney_{option}")
        self._short = label("", "short", f"optionShort_{option}")
        layout, words = QHBoxLayout(self), QVBoxLayout()
        tight(layout, 10)
        tight(words, 2)
        for part in (self._label, self._money, self._short):
            words.addWidget(part)
        layout.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_option(self, option: OptionView) -> None:
        """Show an option as it stands for this vote."""
        self._badge.show_option(option.index)
        self._label.setText(option.label)
        say(self._money, cost_words(self._t, option))
        say(self._short, shortage_words(self._t, option))


class OptionsList(Panel):
    """All options of the running dilemma; for a statement its scale."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "options", t("Options"))
        self.count = 0
        self._scale: QLabel = label("", "text", "optionsScale")
        rows = QVBoxLayout()
        tight(rows, 10)
        self._rows: Rows[OptionId, OptionRow] = Rows(rows, self._row)
        self._question = label("", "large", "optionsQuestion")
        layout = QVBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self._question)
        layout.addLayout(rows)
        layout.addWidget(self._scale)

    def _row(self, option: OptionId) -> OptionRow:
        return OptionRow(self._t, option)

    def show_view(self, view: PresenterView) -> None:
        dilemma = view.public.dilemma
        options = _asked(view)
        labels = dilemma.labels if dilemma else ()
        self.count = len(options) + len(labels)
        say(self._question, dilemma.question if dilemma else "")
        say(self._scale, "  ·  ".join(f"{n} {one}" for n, one in enumerate(labels, 1)))
        rows = self._rows.keep([option.id for option in options])
        for row, option in zip(rows, options, strict=True):
            row.show_option(option)


def _asked(view: PresenterView) -> tuple[OptionView, ...]:
    """The options; in a run-off those that it is between."""
    dilemma, vote = view.public.dilemma, view.public.vote
    options = dilemma.options if dilemma else ()
    among = vote.among if vote else ()
    return tuple(option for option in options if not among or option.id in among)
