"""The two codes, small, with what stands in them in words."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.joining.joining import Joining
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.desktop.widgets.kit import button, label, reworded, say, tight
from dilemmaspel.desktop.widgets.qrcode import QrCode
from dilemmaspel.texts import Texts

LONG: Final = 18
"""Letters that fit beside a code at any size."""


class _Code(QWidget):
    """A code, its heading, and lines of words beside it."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.code = QrCode(f"{name}Code", title)
        self.strong = label("", "strong", f"{name}Strong")
        self.large = label("", "heading", f"{name}Large")
        self.small = label("", "small", f"{name}Small")
        words, row = QVBoxLayout(), QHBoxLayout(self)
        tight(words, 4)
        tight(row, 12)
        for part in (label(title, "muted"), self.strong, self.large, self.small):
            words.addWidget(part)
        words.addStretch(1)
        row.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class CodesPart(QWidget):
    """How people come in, and whether the beamer shows it."""

    pageToggled = Signal()
    doorToggled = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self.page = _Code("joinPage", t("Code of the page"))
        self.wifi = _Code("joinWifi", t("Code of the Wi-Fi"))
        self.show_page = button("joinShow", "", "screen")
        self.door = button("joinDoor", "", "lock")
        self.show_page.clicked.connect(self.pageToggled)
        self.door.clicked.connect(self.doorToggled)
        buttons, layout = FlowLayout(spacing=8), QVBoxLayout(self)
        buttons.addWidget(self.show_page)
        buttons.addWidget(self.door)
        self._grid = CardGrid(17, 2, 24, 16)
        self._grid.show_cards((self.page, self.wifi))
        tight(layout, 12)
        layout.addWidget(self._grid)
        layout.addLayout(buttons)

    def show_joining(self, joining: Joining) -> None:
        """Show the codes as they are now."""
        t, info = self._t, joining.info
        shown, locked = joining.shown, bool(info and info.locked)
        self.page.code.show_text(info.url if info else "")
        address = info.address if info else t("There is no network yet.")
        say(self.page.strong, address)
        say(self.page.large, " ".join(info.pieces) if info and not locked else "")
        say(self.page.small, t("Word on every phone: {word}", word=info.word) if info else "")
        wifi = info.wifi if info else None
        self.wifi.code.show_text(wifi.code if wifi else "")
        hint = t("Write down the name and the password of the Wi-Fi below; this code follows.")
        say(self.wifi.strong, _breakable(wifi.name) if wifi else "")
        say(self.wifi.large, _breakable(wifi.password) if wifi else "")
        say(self.wifi.small, "" if wifi else hint)
        on = t("Show on the beamer (F7)")
        reworded(self.show_page, t("Take off the beamer (F7)") if shown else on)
        self.show_page.setEnabled(info is not None)
        reworded(self.door, t("Open the door") if locked else t("Lock the door"))
        self.door.setEnabled(info is not None)


def _breakable(text: str) -> str:
    """Let a long name or password go on in a next line, without a sign that nobody should type."""
    if len(text) <= LONG:
        return text
    return "\u200b".join(text[at : at + 6] for at in range(0, len(text), 6))
