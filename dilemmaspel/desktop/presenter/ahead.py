"""Looking ahead: what every option will do later; only after asking, and kept in the log."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.panel import Panel
from dilemmaspel.desktop.widgets.kit import box, button, label, named, reworded, tight
from dilemmaspel.game.commands import Peek
from dilemmaspel.game.ids import DilemmaId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Delayed, Dilemma, Scenario
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts

_HIDDEN_IN = frozenset({Phase.DEBRIEF, Phase.CLOSED})


class AheadPanel(Panel):
    """Closed by default; shows later effects once the log has kept that somebody looked."""

    askFirst = Signal()
    opened = Signal()

    def __init__(self, t: Texts, scenario: Scenario, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        named(self, "ahead", t("Looking ahead"))
        self._scenario = scenario
        self._dilemma: DilemmaId | None = None
        self._seen: DilemmaId | None = None
        self.open: QPushButton = button("peek", t("Look ahead…"), "eye", "menu")
        self.open.clicked.connect(self._on_pressed)
        self._frame, inside = box("panel", "aheadFrame", 6, 14)
        self._text = label("", "text", "aheadText")
        inside.addWidget(label(t("Only for you: what comes later"), "strong"))
        inside.addWidget(self._text)
        layout = QVBoxLayout(self)
        tight(layout, 8)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._frame)
        self._frame.hide()

    def show_view(self, view: PresenterView) -> None:
        dilemma = view.public.dilemma
        self._dilemma = dilemma.id if dilemma else None
        if self._seen != self._dilemma:
            self._seen = None
        self.setVisible(dilemma is not None and view.public.phase not in _HIDDEN_IN)
        self._show()

    def peek(self) -> None:
        """Ask the log to keep that the facilitator looks; the text comes once it has."""
        if self._dilemma is not None:
            self.commandRequested.emit(Peek(self._dilemma))

    def settle(self, command: object) -> None:
        if isinstance(command, Peek) and command.dilemma == self._dilemma:
            self._seen = self._dilemma
            self._show()
            self.opened.emit()

    def _show(self) -> None:
        seen = self._seen is not None
        self._frame.setVisible(seen)
        reworded(self.open, self._t("Stop looking ahead") if seen else self._t("Look ahead…"))
        dilemma = self._scenario.dilemma(self._seen) if self._seen else None
        self._text.setText("\n\n".join(_later(self._t, dilemma)) if dilemma else "")

    def _on_pressed(self) -> None:
        if self._seen is None:
            self.askFirst.emit()
        else:
            self._seen = None
            self._show()


def _later(t: Texts, dilemma: Dilemma) -> Iterator[str]:
    found = False
    for option in dilemma.options:
        for delayed in option.outcome.delayed:
            found = True
            yield f"{option.label}\n{_delayed(t, delayed)}"
    for shared in dilemma.points.outcomes if dilemma.points else ():
        for delayed in shared.outcome.delayed:
            found = True
            yield _delayed(t, delayed)
    if not found:
        yield t("Nothing comes later from this dilemma.")


def _delayed(t: Texts, delayed: Delayed) -> str:
    when = t.plural("After one year:", "After {n} years:", delayed.after)
    words = f"{when} {delayed.news or t('an effect without news.')}"
    if not delayed.else_news:
        return words
    return f"{words}\n{t('If earlier choices turned out otherwise:')} {delayed.else_news}"
