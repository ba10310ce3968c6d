"""A number with a minus before it and a plus behind it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from dilemmaspel.desktop.widgets.kit import TARGET, em, mood, named, sign_button, tight
from dilemmaspel.texts import Texts


class Stepper(QWidget):
    """Emits `changed` for every press and every number that was typed; `show_value` does not."""

    changed = Signal(int)

    def __init__(
        self, t: Texts, name: str, what: str, most: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        named(self, name)
        self._t = t
        self.less = sign_button(f"{name}Less", t("Fewer: {what}", what=what), "minus")
        self.more = sign_button(f"{name}More", t("More: {what}", what=what), "plus")
        self.number = named(QSpinBox(), f"{name}Number", what)
        mood(self.number, "kind", "stepper")
        self.number.setRange(0, most)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setMinimumHeight(TARGET)
        self.number.setFixedWidth(round(em() * 2.2) + 22)
        self.number.setKeyboardTracking(False)
        self.number.valueChanged.connect(self._on_changed)
        self.less.clicked.connect(self.number.stepDown)
        self.more.clicked.connect(self.number.stepUp)
        layout = QHBoxLayout(self)
        tight(layout, 4)
        for part in (self.less, self.number, self.more):
            layout.addWidget(part)

    def reword(self, what: str) -> None:
        """Say what is counted in other words."""
        self.number.setAccessibleName(what)
        for part, words in (
            (self.less, self._t("Fewer: {what}", what=what)),
            (self.more, self._t("More: {what}", what=what)),
        ):
            part.setAccessibleName(words)
            part.setToolTip(words)

    def show_value(self, value: int) -> None:
        """Show a number without telling anybody."""
        self.number.blockSignals(True)
        self.number.setValue(value)
        self.number.blockSignals(False)
        self._show_ends()

    def _show_ends(self) -> None:
        self.less.setEnabled(self.number.value() > self.number.minimum())
        self.more.setEnabled(self.number.value() < self.number.maximum())

    def _on_changed(self, value: int) -> None:
        self._show_ends()
        self.changed.emit(value)
