"""Which network the code leads to, and the Wi-Fi that people join first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from dilemmaspel.desktop.joining.check import network_words
from dilemmaspel.desktop.joining.info import Wifi
from dilemmaspel.desktop.joining.joining import Joining
from dilemmaspel.desktop.widgets.grid import CardGrid
from dilemmaspel.desktop.widgets.kit import TARGET, label, named, say, tight
from dilemmaspel.phones.addresses import Interface
from dilemmaspel.texts import Texts

LONGEST_NAME = 32
"""Letters in the name of a Wi-Fi network (IEEE 802.11)."""

LONGEST_PASSWORD = 63


class NetworkPart(QWidget):
    """Emits what was chosen or typed; the codes follow at once."""

    networkChosen = Signal(str)
    """An address of this laptop."""
    wifiChanged = Signal(object)
    """A `Wifi`."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._networks: tuple[Interface, ...] = ()
        self.which = named(QComboBox(), "joinNetwork", t("Network for the phones"))
        self.which.setMinimumHeight(TARGET)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.which.setSizeAdjustPolicy(adjust)
        self.which.setMinimumContentsLength(12)
        self.which.activated.connect(self._on_network)
        self._none = label(t("This laptop is on no network."), "text", "joinNoNetwork")
        self.name = self._line("joinWifiName", t("Name of the Wi-Fi"), LONGEST_NAME)
        self.password = self._line("joinWifiKey", t("Password of the Wi-Fi"), LONGEST_PASSWORD)
        self._arrange()

    def _line(self, name: str, words: str, longest: int) -> QLineEdit:
        made = named(QLineEdit(), name, words)
        made.setMaxLength(longest)
        made.setMinimumHeight(TARGET)
        made.editingFinished.connect(self._on_wifi)
        return made

    def _arrange(self) -> None:
        t, grid = self._t, CardGrid(14, 2, 16, 8)
        heading = label(t("Network for the phones"), "text")
        heading.setBuddy(self.which)
        grid.show_cards(
            (
                _under(t("Name of the Wi-Fi"), self.name),
                _under(t("Password of the Wi-Fi"), self.password),
            )
        )
        layout = QVBoxLayout(self)
        tight(layout, 6)
        for part in (heading, self.which, self._none, grid):
            layout.addWidget(part)
        layout.addWidget(label(t("Kept on this laptop, and shown on the beamer."), "small"))

    def show_joining(self, joining: Joining) -> None:
        """Show the networks, the best first, and the Wi-Fi; what is being typed stays."""
        state = joining.state
        networks = state.networks if state else ()
        if networks != self._networks:
            self._networks = networks
            self.which.clear()
            self.which.addItems([network_words(self._t, one) for one in networks])
        addresses = [one.ip for one in networks]
        if state is not None and state.chosen in addresses:
            self.which.setCurrentIndex(addresses.index(state.chosen))
        self.which.setVisible(bool(networks))
        say(self._none, "" if networks else self._t("This laptop is on no network."))
        for line, text in ((self.name, joining.wifi.name), (self.password, joining.wifi.password)):
            if not line.hasFocus() and line.text() != text:
                line.setText(text)

    def _on_network(self, place: int) -> None:
        self.networkChosen.emit(self._networks[place].ip)

    def _on_wifi(self) -> None:
        self.wifiChanged.emit(Wifi(self.name.text().strip(), self.password.text()))


def _under(words: str, line: QLineEdit) -> QWidget:
    """A line to write in, under the words for it."""
    made = QWidget()
    column = QVBoxLayout(made)
    tight(column, 2)
    heading = label(words, "text")
    heading.setBuddy(line)
    column.addWidget(heading)
    column.addWidget(line)
    return made
