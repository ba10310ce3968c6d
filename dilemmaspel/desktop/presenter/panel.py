"""What all panels of the presenter window share."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class Panel(QWidget):
    """Paints a view and asks for commands; holds no truth, only what is being typed."""

    commandRequested = Signal(object)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t

    def show_view(self, view: PresenterView) -> None:
        """Paint the view; twice changes nothing, and what is being typed stays."""
        raise NotImplementedError

    def settle(self, command: object) -> None:
        """Hear that a command was carried out; a panel with a line to write in empties it."""
