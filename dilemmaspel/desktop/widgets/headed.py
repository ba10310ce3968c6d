"""A card with a heading."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from dilemmaspel.desktop.widgets.kit import label, mood, named, tight


class HeadedCard(QFrame):
    """What stands on the card is added to `column`, under the heading."""

    def __init__(self, name: str, heading: str, spacing: int = 8) -> None:
        super().__init__()
        named(self, name, heading)
        mood(self, "box", "card")
        self.column = QVBoxLayout(self)
        tight(self.column, spacing, 16)
        self.column.addWidget(label(heading, "strong"))
