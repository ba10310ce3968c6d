"""Answering whether a person can live with the outcome; an objection needs its reason."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from dilemmaspel.desktop.voting.choosing import RowsAnswer
from dilemmaspel.desktop.voting.look import column, words
from dilemmaspel.desktop.voting.optionrow import RowButton, scale_mark
from dilemmaspel.desktop.widgets.kit import em, mood, named
from dilemmaspel.desktop.widgets.press import ENTER
from dilemmaspel.game.ballots import Choice
from dilemmaspel.game.casting import LONGEST_OBJECTION
from dilemmaspel.game.choices import CONSENT_ANSWERS
from dilemmaspel.texts import Texts


class _Lines(QPlainTextEdit):
    """A few lines; Enter is done, Tab goes on."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.done.emit()
            return
        super().keyPressEvent(event)


class ShortText(QWidget):
    """A few words with a count of what is left, and the wish for no names."""

    changed = Signal()
    goOn = Signal()

    def __init__(self, t: Texts, name: str, asks: str, longest: int) -> None:
        super().__init__()
        self._t = t
        self._longest = longest
        self.lines = named(_Lines(), f"{name}Text", asks)
        mood(self.lines, "vote", "lines")
        self.lines.setPlaceholderText(asks)
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(round(em() * 7))
        self.lines.textChanged.connect(self._on_typed)
        self.lines.done.connect(self.goOn)
        self._left = words("", "muted", f"{name}Left")
        layout = column(self, 4)
        layout.addWidget(self.lines)
        layout.addWidget(self._left)
        self._on_typed()

    def text(self) -> str:
        """What was written, without the space around it."""
        return self.lines.toPlainText().strip()

    def too_long(self) -> int:
        """How many characters are too many; 0 when it fits."""
        return max(0, len(self.text()) - self._longest)

    def _on_typed(self) -> None:
        left, names = self._longest - len(self.text()), self._t("No names, please.")
        count = (
            self._t.plural("{n} character left.", "{n} characters left.", left)
            if left >= 0
            else self._t.plural("{n} character too many.", "{n} characters too many.", -left)
        )
        self._left.setText(f"{names} {count}")
        self.changed.emit()


class ConsentAnswer(RowsAnswer):
    """No objection, or an objection with a reason."""

    def __init__(self, t: Texts, red_line: str, parent: QWidget | None = None) -> None:
        super().__init__(t, parent)
        self._chosen: int | None = None
        if red_line:
            line = t("Your red line: {line}", line=red_line)
            self._layout.addWidget(words(line, "muted", "consentLine"))
        meanings = (
            (t("No objection"), t("I can live with this, also if it is not my first choice.")),
            (t("Objection"), t("I cannot live with this, and I say why.")),
        )
        for place, (label, meaning) in enumerate(meanings, start=1):
            parts = (words(label, "strong"), words(meaning, "muted"))
            name = f"ballotConsent_{CONSENT_ANSWERS[place - 1]}"
            self._add_row(RowButton(name, f"{label}. {meaning}", scale_mark(place), parts))
        self._reason = ShortText(t, "objection", t("Why? A few words"), LONGEST_OBJECTION)
        self._reason.changed.connect(self.changed)
        self._reason.goOn.connect(self.goOn)
        self._reason.hide()
        self._layout.addWidget(self._reason)

    def choice(self) -> Choice:
        return None if self._chosen is None else CONSENT_ANSWERS[self._chosen]

    def reason(self) -> str:
        return self._reason.text() if self._chosen == 1 else ""

    def missing(self) -> str:
        if self._chosen is None:
            return self._t("Can you live with this?")
        if self._chosen == 1 and not self._reason.text():
            return self._t("Write in a few words why not.")
        if self._chosen == 1 and self._reason.too_long():
            return self._t("Make your reason a little shorter.")
        return ""

    def take_focus(self) -> None:
        if self._chosen == 1:
            self._reason.lines.setFocus()
        else:
            super().take_focus()

    def restore(self, choice: Choice) -> None:
        if choice in CONSENT_ANSWERS:
            self._on_clicked(0 if choice == CONSENT_ANSWERS[0] else 1)

    def restore_reason(self, reason: str) -> None:
        """Bring back the reason that this same person wrote."""
        self._reason.lines.setPlainText(reason)

    def _press(self, place: int) -> None:
        self._chosen = place
        self._reason.setVisible(place == 1)
        if place == 1:
            self._reason.lines.setFocus()

    def _is_chosen(self, place: int) -> bool:
        return place == self._chosen
