"""The list of keys, in the window itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.presenter.keys import KEYS
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import TARGET, box, button, label, named, tight
from dilemmaspel.texts import Texts


class KeysPanel(QWidget):
    """Which key does what; the single keys can be switched off here."""

    closed = Signal()
    handbookRequested = Signal()
    singleKeysChanged = Signal(bool)

    def __init__(self, t: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "keysPanel", t("Keys"))
        frame, inside = box("card", "keysFrame", 12, 20)
        inside.addWidget(label(t("Keys"), "heading"))
        inside.addLayout(_grid(t))
        self.single = named(QCheckBox(t("Single keys on")), "singleKeys", t("Single keys on"))
        self.single.setChecked(True)
        self.single.setMinimumHeight(TARGET)
        self.single.toggled.connect(self.singleKeysChanged)
        self.done = button("keysDone", t("Close this list"), "close")
        self.done.clicked.connect(self.closed)
        self.handbook = button("keysHandbook", t("Open the handbook"), "help")
        self.handbook.clicked.connect(self.handbookRequested)
        inside.addWidget(self.single)
        inside.addWidget(label(t("Single keys are space, the arrows, B and full stop."), "muted"))
        buttons = FlowLayout(spacing=8)
        for one in (self.done, self.handbook):
            buttons.addWidget(one)
        inside.addLayout(buttons)
        self._lay_out(frame)

    def _lay_out(self, frame: QFrame) -> None:
        layout = QVBoxLayout(self)
        tight(layout)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addWidget(frame)
        layout.addStretch(1)


def _grid(t: Texts) -> QGridLayout:
    grid = QGridLayout()
    tight(grid, 8)
    grid.setHorizontalSpacing(24)
    shown = [key for key in KEYS if key.shown]
    for row, key in enumerate(shown):
        grid.addWidget(label(t(key.shown), "strong"), row, 0)
        grid.addWidget(label(t(key.does)), row, 1)
    grid.setColumnStretch(1, 1)
    return grid
