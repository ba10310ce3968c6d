"""The one window of a page in which a file or a folder is chosen."""

from PySide6.QtWidgets import QFileDialog, QWidget

from dilemmaspel.desktop.widgets.kit import named


class FileDialogs:
    """Makes a dialog when it is asked for, and throws it away when it is closed."""

    def __init__(self) -> None:
        self._shown: QFileDialog | None = None

    @property
    def shown(self) -> QFileDialog | None:
        """The dialog while it is open."""
        return self._shown

    def make(
        self, parent: QWidget, name: str, asks: str, start: str = "", kinds: str = ""
    ) -> QFileDialog:
        """Make the dialog that is opened next; `start` is where it looks first."""
        self._shown = named(QFileDialog(parent, asks, start, kinds), name, asks)
        self._shown.finished.connect(self._on_finished)
        return self._shown

    def _on_finished(self, _result: int) -> None:
        if self._shown is not None:
            self._shown.deleteLater()
            self._shown = None
