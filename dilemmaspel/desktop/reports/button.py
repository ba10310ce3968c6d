"""The button "Report" that any page with a session can hold."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import button, tight
from dilemmaspel.texts import Texts


class ReportButton(QWidget):
    """Asks for the report of the session that it was given; without one it is away."""

    reportRequested = Signal(str)
    """The id of the session."""

    def __init__(self, t: Texts, name: str = "report", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = ""
        self.press: QPushButton = button(name, t("Report…"), "export")
        self.press.clicked.connect(self._on_pressed)
        column = QVBoxLayout(self)
        tight(column)
        column.addWidget(self.press)
        self.show_session("")

    def show_session(self, session: str) -> None:
        """Offer the report of this session; empty for none."""
        self._session = session
        self.setVisible(bool(session))

    def _on_pressed(self) -> None:
        if self._session:
            self.reportRequested.emit(self._session)
