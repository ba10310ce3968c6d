"""The two edges of a page: the row on top that leads back, and the bar below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.kit import box, tight


def top_row(back: QPushButton, title: QLabel | None = None, *, spacing: int = 0) -> QHBoxLayout:
    """Put the way back on the left, and beside it a title; what is added comes on the right."""
    row = QHBoxLayout()
    tight(row, spacing)
    row.setContentsMargins(26, 12, 40, 10)
    row.addWidget(back)
    if title is None:
        row.addStretch(1)
    else:
        row.addWidget(title, 1)
    return row


def bottom_bar(name: str, said: Sequence[QWidget], presses: Sequence[QPushButton]) -> QFrame:
    """Put what is said under each other on the left, and the buttons on the right."""
    frame, inside = box("bar", name, 0, 0)
    words, row = QVBoxLayout(), QHBoxLayout()
    tight(words, 6)
    tight(row, 12)
    row.setContentsMargins(40, 12, 40, 12)
    for part in said:
        words.addWidget(part)
    row.addLayout(words, 1)
    for press in presses:
        row.addWidget(press)
    inside.addLayout(row)
    return frame
