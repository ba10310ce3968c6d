"""The extra questions of a ballot; each may be skipped."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from dilemmaspel.desktop.voting.answer import Answer
from dilemmaspel.desktop.voting.asking import make_answer
from dilemmaspel.desktop.voting.draft import Extra
from dilemmaspel.desktop.voting.look import BESIDE, SIDE, FollowingArea, PressButton, column, words
from dilemmaspel.desktop.voting.objecting import ShortText
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import mood, named, say, tight
from dilemmaspel.game.ballots import ValueCard
from dilemmaspel.game.casting import LONGEST_COMMENT, MOST_SURE
from dilemmaspel.game.ids import OptionId, RoleId
from dilemmaspel.game.setup import Inputs
from dilemmaspel.game.views import SeatView
from dilemmaspel.texts import Texts
from dilemmaspel.words import VALUE_CARDS, asking


def asks_more(view: SeatView) -> bool:
    """Whether this ballot has extra questions."""
    on = view.inputs
    return any((on.confidence, on.value_card, on.comment, on.personal, _guesses(view)))


def _guesses(view: SeatView) -> bool:
    others = [one for one in view.public.roles if one.role.id != view.role.id]
    return view.inputs.prediction and bool(view.ballot) and bool(others)


class Pick(QWidget):
    """A line of buttons of which one can be pressed, and let go again."""

    def __init__(self, name: str, title: str, items: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        named(self, name, title)
        self._chosen = ""
        self._buttons: dict[str, QPushButton] = {}
        layout = FlowLayout(self, spacing=10)
        for one, text in items:
            made = PressButton(f"{name}_{one}", text, spoken=f"{title} {text}")
            mood(made, "vote", "pick")
            made.setCheckable(True)
            made.clicked.connect(partial(self._on_clicked, one))
            self._buttons[one] = made
            layout.addWidget(made)

    def chosen(self) -> str:
        """What is pressed; empty for nothing."""
        return self._chosen

    def choose(self, one: str) -> None:
        """Press one, or nothing."""
        self._chosen = one
        for name, made in self._buttons.items():
            made.setChecked(name == one)

    def _on_clicked(self, one: str, _checked: bool = False) -> None:  # noqa: FBT002
        self.choose("" if one == self._chosen else one)


class ExtraForm(QWidget):
    """Made for one person and thrown away with what it holds."""

    answered = Signal(object)
    backRequested = Signal()

    def __init__(self, t: Texts, view: SeatView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "extras", t("A few more questions"))
        mood(self, "box", "ground")
        self._t = t
        self._view = view
        self._hint = words("", "rest", "extrasHint")
        self._sure: Pick | None = None
        self._value: Pick | None = None
        self._why: ShortText | None = None
        self._own: Answer | None = None
        self._role: Pick | None = None
        self._guess: Pick | None = None
        content = QWidget()
        self._list = column(content, 12)
        self._list.setContentsMargins(0, 0, BESIDE, 0)
        self._build(view.inputs)
        self._list.addStretch(1)
        layout = column(self, 8)
        layout.setContentsMargins(SIDE, 16, SIDE - BESIDE, 14)
        layout.addWidget(words(t("A few more questions"), "question"))
        layout.addWidget(words(t(asking.SKIP), "muted"))
        layout.addWidget(FollowingArea(content, "extrasArea", t("A few more questions")), 1)
        layout.addWidget(self._hint)
        layout.addLayout(self._foot())
        say(self._hint, "")

    def _foot(self) -> QHBoxLayout:
        self.back = PressButton("extrasBack", self._t("Back to the ballot"), "back")
        self.back.clicked.connect(self.backRequested)
        self.next = PressButton("extrasNext", self._t("Go on"), kind="primary")
        self.next.clicked.connect(self._on_next)
        foot = QHBoxLayout()
        tight(foot, 16)
        foot.setContentsMargins(0, 0, BESIDE, 0)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        return foot

    def _build(self, on: Inputs) -> None:
        if on.confidence:
            self._sure = self._build_sure()
        if on.value_card:
            self._value = self._build_value()
        if on.comment:
            self._why = self._build_why()
        if on.personal:
            self._own = self._build_own()
        if _guesses(self._view):
            self._build_guess()

    def _ask(self, title: str, note: str, widget: QWidget) -> None:
        self._list.addWidget(words(title, "strong"))
        if note:
            self._list.addWidget(words(note, "muted"))
        self._list.addWidget(widget)
        self._list.addSpacing(16)

    def _build_sure(self) -> Pick:
        t = self._t
        title = t(asking.SURE)
        items = tuple((str(n), str(n)) for n in range(1, MOST_SURE + 1))
        made = Pick("extraSure", title, items)
        self._ask(title, t(asking.SURE_NOTE), made)
        return made

    def _build_value(self) -> Pick:
        title = self._t(asking.VALUE)
        items = tuple((card.value, self._t(VALUE_CARDS[card])) for card in ValueCard)
        made = Pick("extraValue", title, items)
        self._ask(title, "", made)
        return made

    def _build_why(self) -> ShortText:
        title = self._t(asking.WHY)
        made = ShortText(self._t, "extraWhy", title, LONGEST_COMMENT)
        made.lines.setPlaceholderText("")  # the title stands above it
        made.goOn.connect(self._on_next)
        self._ask(title, "", made)
        return made

    def _build_own(self) -> Answer:
        t = self._t
        made = make_answer(t, self._view)
        made.goOn.connect(self._on_next)
        note = t(asking.OWN_NOTE)
        self._ask(t(asking.OWN), note, made)
        return made

    def _build_guess(self) -> None:
        t, view = self._t, self._view
        roles = tuple(
            (one.role.id, one.role.short)
            for one in view.public.roles
            if one.role.id != view.role.id
        )
        options = tuple((one.id, f"{one.letter}  {one.label}") for one in view.ballot)
        self._role = Pick("extraRole", t(asking.GUESS_ROLE), roles)
        self._guess = Pick("extraGuess", t(asking.GUESS_OPTION), options)
        self._ask(t(asking.GUESS), t("First choose a role."), self._role)
        self._ask(t(asking.GUESS_OPTION), "", self._guess)

    def values(self) -> Extra:
        """What was answered."""
        value = self._value.chosen() if self._value else ""
        sure = self._sure.chosen() if self._sure else ""
        return Extra(
            confidence=int(sure) if sure else None,
            value_card=ValueCard(value) if value else None,
            comment=self._why.text() if self._why else "",
            personal=self._own.choice() if self._own and not self._own.missing() else None,
            prediction=self._prediction(),
        )

    def _prediction(self) -> tuple[RoleId, OptionId] | None:
        if self._role is None or self._guess is None:
            return None
        role, option = self._role.chosen(), self._guess.chosen()
        return (RoleId(role), OptionId(option)) if role and option else None

    def restore(self, extra: Extra) -> None:
        """Bring back what this same person answered a moment ago."""
        if self._sure:
            self._sure.choose(str(extra.confidence or ""))
        if self._value:
            self._value.choose(extra.value_card.value if extra.value_card else "")
        if self._why:
            self._why.lines.setPlainText(extra.comment)
        if self._own and extra.personal is not None:
            self._own.restore(extra.personal)
        if self._role and self._guess and extra.prediction:
            self._role.choose(extra.prediction[0])
            self._guess.choose(extra.prediction[1])

    def _on_next(self) -> None:
        if self._why and self._why.too_long():
            say(self._hint, self._t("Make your explanation a little shorter."))
            self._why.lines.setFocus()
            return
        self.answered.emit(self.values())
