"""What every way of answering has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dilemmaspel.game.ballots import Choice
from dilemmaspel.texts import Texts


class Answer(QWidget):
    """Collects one answer; nothing is chosen beforehand, so that no place is favoured."""

    changed = Signal()
    goOn = Signal()
    """The person is done here and pressed Enter."""

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t

    def choice(self) -> Choice:
        """The answer as it would be sent; None while it is not complete."""
        raise NotImplementedError

    def missing(self) -> str:
        """Say what is still to be done; empty when the answer is complete."""
        raise NotImplementedError

    def restore(self, choice: Choice) -> None:
        """Bring back an answer that this same person gave a moment ago."""
        raise NotImplementedError

    def pick(self, place: int) -> bool:
        """Take the key of the place-th row (0 is A or 1); False when there is no such row."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Go to the first thing to answer."""
        raise NotImplementedError

    def reason(self) -> str:
        """The reason that belongs to the answer; empty for all but an objection."""
        return ""

    def status(self) -> str:
        """Say how far the answer is; empty where that goes without saying."""
        return ""
