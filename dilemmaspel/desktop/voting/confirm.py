"""Asks, before a ballot is handed in, whether it is right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dilemmaspel.desktop.voting.draft import Line
from dilemmaspel.desktop.voting.look import BESIDE, SIDE, FollowingArea, PressButton, column, words
from dilemmaspel.desktop.voting.optionrow import badge_of
from dilemmaspel.desktop.widgets.kit import mood, named, tight
from dilemmaspel.texts import Texts


class ConfirmPage(QWidget):
    """Made for one person and thrown away with what it shows."""

    agreed = Signal()
    changeRequested = Signal()

    def __init__(
        self, t: Texts, question: str, lines: tuple[Line, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, "confirm", t("Is this right?"))
        mood(self, "box", "ground")
        content = QWidget()
        listed = column(content, 14)
        listed.setContentsMargins(0, 0, BESIDE, 0)
        listed.addWidget(words(question, "muted"))
        listed.addWidget(self._chosen(tuple(line for line in lines if line.strong)))
        for line in lines:
            if not line.strong:
                listed.addLayout(self._line(line))
        listed.addStretch(1)
        self.agree = PressButton("confirmYes", t("Yes, this is my vote"), "check", "primary")
        self.agree.clicked.connect(self.agreed)
        self.change = PressButton("confirmNo", t("No, change it"), "edit")
        self.change.clicked.connect(self.changeRequested)
        buttons = QHBoxLayout()
        tight(buttons, 16)
        buttons.setContentsMargins(0, 0, BESIDE, 0)
        buttons.addWidget(self.change)
        buttons.addStretch(1)
        buttons.addWidget(self.agree)
        layout = column(self, 16)
        layout.setContentsMargins(SIDE, 24, SIDE - BESIDE, 14)
        layout.addWidget(words(t("Is this right?"), "question", "confirmTitle"))
        layout.addWidget(FollowingArea(content, "confirmArea", t("Your vote")), 1)
        layout.addLayout(buttons)

    def _chosen(self, lines: tuple[Line, ...]) -> QFrame:
        frame = mood(mood(QFrame(), "vote", "option"), "state", "chosen")
        layout = column(frame, 10)
        layout.setContentsMargins(20, 16, 20, 16)
        for line in lines:
            layout.addLayout(self._line(line))
        return frame

    def _line(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        tight(row, 16)
        if line.option is not None:
            row.addWidget(badge_of(line.option), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words(line.text, "question" if line.strong else "text"), 1)
        return row

    def take_focus(self) -> None:
        """Go to the button that hands in."""
        self.agree.setFocus()
