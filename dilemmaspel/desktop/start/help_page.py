"""Help: how an afternoon goes, and the keys."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dilemmaspel.desktop.widgets.columns import Columns
from dilemmaspel.desktop.widgets.kit import box, button, label, named, scrolled, tight
from dilemmaspel.texts import Texts, mark

_STEPS: Final = (
    (
        mark("Before people come in"),
        mark(
            "Connect the beamer, and choose a scenario. Read the guide beside it and print the role"
            " cards if you want them on paper. Practise once: the game plays all the roles for you."
        ),
    ),
    (
        mark("In the lobby"),
        mark(
            "The beamer welcomes people while they come in. Set how many there are in each role;"
            " that can change at any time."
        ),
    ),
    (
        mark("Per dilemma"),
        mark(
            "A story, a role card, a first vote, a talk, a second vote, and a decision with what"
            " follows from it. One large button always does the next step; the laptop tells you"
            " what to say."
        ),
    ),
    (
        mark("At the end"),
        mark(
            "The years after, and a debrief with questions. Everything stands in the archive, also"
            " when the laptop falls out half-way: then you resume where you were."
        ),
    ),
)
_KEYS: Final = (
    (mark("Tab and Shift + Tab"), mark("to the next or the previous button")),
    (mark("Space or Enter"), mark("press the button you are on")),
    (mark("Space or Page Down, in a session"), mark("the next step; a presenter remote works too")),
    (mark("Page Up, in a session"), mark("a step back")),
    (mark("Escape"), mark("back to the start screen; never ends a session")),
    (mark("F1"), mark("this help, or in a session its keys")),
)


class HelpPage(QWidget):
    """One page that can be read in two minutes."""

    backRequested = Signal()

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "help", t("Help"))
        self.back: QPushButton = button("helpBack", t("Back"), "back", "quiet")
        self.back.clicked.connect(self.backRequested)
        top = QHBoxLayout()
        top.setContentsMargins(26, 12, 40, 10)
        top.addWidget(self.back)
        top.addStretch(1)
        content = QWidget()
        column = QVBoxLayout(content)
        tight(column, 18)
        column.setContentsMargins(40, 4, 40, 28)
        column.addWidget(label(t("How it goes"), "title", "helpTitle"))
        column.addWidget(Columns((_steps(t), (_keys(t),)), least=18, spacing=20))
        column.addStretch(1)
        layout = QVBoxLayout(self)
        tight(layout)
        layout.addLayout(top)
        layout.addWidget(scrolled(content, "helpArea", t("Help")), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.backRequested.emit()
            return
        super().keyPressEvent(event)


def _steps(t: Texts) -> list[QWidget]:
    made: list[QWidget] = []
    for number, (title, text) in enumerate(_STEPS, 1):
        frame, inside = box("card", f"step{number}", 4, 16)
        inside.addWidget(label(f"{number}. {t(title)}", "heading"))
        inside.addWidget(label(t(text), "text"))
        made.append(frame)
    return made


def _keys(t: Texts) -> QWidget:
    frame, inside = box("panel", "keys", 10, 16)
    inside.addWidget(label(t("Keys"), "heading"))
    grid = QGridLayout()
    tight(grid)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for row, (key, does) in enumerate(_KEYS):
        grid.addWidget(label(t(key), "strong"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(t(does), "text"), row, 1, Qt.AlignmentFlag.AlignTop)
    inside.addLayout(grid)
    return frame
