"""How many are in, by role, and whose phone is connected."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dilemmaspel.desktop.joining.joining import Joining
from dilemmaspel.desktop.widgets.kit import label, named, say, tight
from dilemmaspel.desktop.widgets.roles import RoleSign
from dilemmaspel.desktop.widgets.rows import Rows
from dilemmaspel.game.ids import RoleId, SeatId
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.views import PresenterView
from dilemmaspel.texts import Texts


class _RollRow(QWidget):
    def __init__(self, t: Texts, role: RoleId) -> None:
        super().__init__()
        self._t = t
        named(self, f"roll_{role}")
        self._sign = RoleSign()
        self._name = label("", "text")
        self._count = label("", "text", f"rollCount_{role}")
        row = QHBoxLayout(self)
        tight(row, 8)
        row.addWidget(self._sign)
        row.addWidget(self._name, 2)
        row.addWidget(self._count, 3)

    def show_role(self, role: Role, people: int, held: int, connected: int) -> None:
        """Show how many play a role, how many of them have a phone, and how many are reached."""
        self._sign.show_role(role)
        self._name.setText(role.short)
        words = self._words(people, held, connected)
        self._count.setText(words)
        self.setAccessibleName(f"{role.short}: {words}")

    def _words(self, people: int, held: int, connected: int) -> str:
        if not held:
            return self._t("{n} in", n=people)
        return self._t.plural(
            "{people} in, {connected} of {held} phone connected",
            "{people} in, {connected} of {held} phones connected",
            held,
            people=people,
            connected=connected,
        )


class RollPart(QWidget):
    """The room as the phones know it."""

    def __init__(self, t: Texts) -> None:
        super().__init__()
        self._t = t
        self._total = label("", "heading", "rollTotal")
        self._phones = label("", "muted", "rollPhones")
        rows, layout = QVBoxLayout(), QVBoxLayout(self)
        tight(rows, 4)
        tight(layout, 6)
        self._rows: Rows[RoleId, _RollRow] = Rows(rows, self._row)
        layout.addWidget(self._total)
        layout.addWidget(self._phones)
        layout.addLayout(rows)

    def _row(self, role: RoleId) -> _RollRow:
        return _RollRow(self._t, role)

    def show_joining(self, joining: Joining, view: PresenterView) -> None:
        """Show who is in."""
        t, state = self._t, joining.state
        held = state.held if state else frozenset[SeatId]()
        connected = state.connected & held if state else frozenset[SeatId]()
        people = view.public.people
        words = t.plural("{n} person is in", "{n} people are in", people)
        if joining.expected:
            words = t("{words}, about {n} are expected", words=words, n=joining.expected)
        self._total.setText(words)
        phones = t.plural(
            "{connected} of {held} phone connected",
            "{connected} of {held} phones connected",
            len(held),
            connected=len(connected),
            held=len(held),
        )
        here = {seat for seat, _, active in view.seats if active}
        others = len(here - held)
        without = t.plural(
            "{n} place has no phone and votes at the laptop.",
            "{n} places have no phone and vote at the laptop.",
            others,
        )
        parts = (phones + "." if held else "", without if others else "")
        say(self._phones, " ".join(filter(None, parts)))
        having = Counter(role for seat, role, _ in view.seats if seat in here & held)
        reached = Counter(role for seat, role, _ in view.seats if seat in connected)
        counts = view.public.roles
        for row, one in zip(self._rows.keep([c.role.id for c in counts]), counts, strict=True):
            row.show_role(one.role, one.heads, having[one.role.id], reached[one.role.id])
