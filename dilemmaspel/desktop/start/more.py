"""Everything about a session that is usually fine as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dilemmaspel.desktop.start.draft import Draft
from dilemmaspel.desktop.start.sections import (
    AboutSection,
    DilemmaSection,
    KindSection,
    RolesSection,
    TimeSection,
    VotesSection,
)
from dilemmaspel.desktop.widgets.columns import Columns
from dilemmaspel.desktop.widgets.kit import named, tight
from dilemmaspel.texts import Texts


class MorePanel(QWidget):
    """The sections side by side; emits `edited` with an `Edit` of the draft."""

    edited = Signal(object)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "more", t("More settings"))
        left = (KindSection(t), DilemmaSection(t), RolesSection(t))
        right = (VotesSection(t), AboutSection(t))
        below = TimeSection(t)
        self._sections = (*left, *right, below)
        for section in self._sections:
            section.edited.connect(self.edited)
        layout = QVBoxLayout(self)
        tight(layout, 14)
        layout.addWidget(Columns((left, right), least=17, spacing=14))
        layout.addWidget(below)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft in every section."""
        for section in self._sections:
            section.show_draft(draft)
