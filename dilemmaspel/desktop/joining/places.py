"""Places of people whose phone is gone: hand one over, or take those away that never voted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from dilemmaspel.desktop.joining.joining import Joining
from dilemmaspel.desktop.voting.people import seat_numbers
from dilemmaspel.desktop.widgets.flow import FlowLayout
from dilemmaspel.desktop.widgets.kit import TARGET, button, label, named, reworded, say, tight
from dilemmaspel.desktop.widgets.wrapbutton import WrapButton
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class PlacesPart(QWidget):
    """Emits the seat that is handed over, and the wish to tidy up."""

    handOverRequested = Signal(int)
    purgeRequested = Signal()

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._listed: tuple[tuple[SeatId, str], ...] = ()
        self.which = named(QComboBox(), "placeWhich", t("Whose place?"))
        self.which.setMinimumHeight(TARGET)
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.which.setSizeAdjustPolicy(adjust)
        self.which.setMinimumContentsLength(14)
        self.give = button("placeGive", t("To the laptop or paper"), "pass")
        self.give.clicked.connect(self._on_give)
        self.purge = WrapButton("placePurge", "", "erase", "plain")
        self.purge.clicked.connect(self.purgeRequested)
        self._crowded = label("", "warm", "placeCrowded")
        self._arrange()

    def _arrange(self) -> None:
        t, row, layout = self._t, FlowLayout(spacing=8), QVBoxLayout(self)
        heading = label(t("Whose place?"), "text")
        heading.setBuddy(self.which)
        row.addWidget(self.give)
        self._hand = QWidget()
        inside = QVBoxLayout(self._hand)
        tight(inside, 6)
        inside.addWidget(
            label(t("A phone fails? Its votes stay; that person goes on here."), "text")
        )
        inside.addWidget(heading)
        inside.addWidget(self.which)
        inside.addLayout(row)
        tight(layout, 10)
        layout.addWidget(self._crowded)
        layout.addWidget(self._hand)
        layout.addWidget(self.purge)

    def show_joining(self, joining: Joining, view: PresenterView) -> None:
        """Show the seats that a phone holds."""
        t, state = self._t, joining.state
        held = state.held if state else frozenset[SeatId]()
        listed = self._names(view, held, state.connected if state else held)
        if listed != self._listed:
            before = self.which.currentIndex()
            chosen = self._listed[before][0] if 0 <= before < len(self._listed) else None
            self._listed = listed
            self.which.clear()
            self.which.addItems([words for _, words in listed])
            seats = [seat for seat, _ in listed]
            self.which.setCurrentIndex(seats.index(chosen) if chosen in seats else 0)
        self._hand.setVisible(bool(listed))
        idle = len(state.idle) if state else 0
        words = t.plural(
            "Take away {n} place that never voted…", "Take away {n} places that never voted…", idle
        )
        reworded(self.purge, words)
        self.purge.setVisible(idle > 0)
        crowded = t("More people knock than you expect. Lock the door, or tidy up.")
        say(self._crowded, crowded if state and state.crowded else "")

    def _names(
        self, view: PresenterView, held: frozenset[SeatId], connected: frozenset[SeatId]
    ) -> tuple[tuple[SeatId, str], ...]:
        """Call seats by the number on their phone, their role, and whether it is reached."""
        t, numbers = self._t, seat_numbers(view)
        roles = {one.role.id: one.role.short for one in view.public.roles}
        named_ = []
        for seat, role, active in sorted(view.seats):
            if active and seat in held:
                name = f"{roles.get(role, '')} {numbers.get(seat, '')}".strip()
                away = "" if seat in connected else t("(not connected)")
                words = t("Place {seat}: {role} {away}", seat=seat, role=name, away=away)
                named_.append((seat, words.strip()))
        return tuple(named_)

    def _on_give(self) -> None:
        place = self.which.currentIndex()
        if 0 <= place < len(self._listed):
            self.handOverRequested.emit(self._listed[place][0])
