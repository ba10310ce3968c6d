"""What a screen reader finds on the screen: the accessibility bus of Linux (AT-SPI 2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

SHOWING: Final = 1 << 25
ENABLED: Final = 1 << 8
"""The bits of a state, as AT-SPI numbers them."""
_ATSPI: Final = "org.a11y.atspi"


class Ref(NamedTuple):
    """Where something can be asked: the program on the bus, and the path in it."""

    program: str
    path: str


_DESKTOP: Final = Ref(f"{_ATSPI}.Registry", f"/{_ATSPI.replace('.', '/')}/accessible/root")


@dataclass(frozen=True, slots=True)
class Seen:
    """Something on the screen: what it is, what it is called, and where it stands in pixels."""

    id: str
    role: str
    name: str
    left: int
    top: int
    width: int
    height: int
    usable: bool

    @property
    def middle(self) -> tuple[int, int]:
        """The point that a mouse presses."""
        return self.left + self.width // 2, self.top + self.height // 2


class Reader:
    """Reads every program on the screen, as a screen reader does."""

    def __init__(self, bus: str) -> None:
        """Find the accessibility bus through the session bus at this address."""
        with open_dbus_connection(bus) as session:
            asks = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            reply = session.send_and_get_reply(new_method_call(asks, "GetAddress"), timeout=10)
            (address,) = unwrap_msg(reply)
        self._bus: DBusConnection = open_dbus_connection(address)

    def close(self) -> None:
        self._bus.close()

    def look(self) -> dict[str, Seen]:
        """Everything that shows now, by its id; of two with one id the first."""
        seen: dict[str, Seen] = {}
        for one in self._below(_DESKTOP, depth=0):
            seen.setdefault(one.id, one)
        return seen

    def _below(self, ref: Ref, depth: int) -> Iterator[Seen]:
        """What shows below something; what goes away while it is read is left out."""
        try:
            children = self._ask(ref, "Accessible", "GetChildren")
        except DBusErrorResponse:
            return
        for child in children:
            yield from self._at(Ref(*child), depth + 1)

    def _at(self, ref: Ref, depth: int) -> Iterator[Seen]:
        if depth == 1:  # a program: it has no place on the screen
            yield from self._below(ref, depth)
            return
        try:
            state = self._ask(ref, "Accessible", "GetState")[0]
            if not state & SHOWING:
                return
            seen = self._seen(ref, usable=bool(state & ENABLED))
        except DBusErrorResponse:
            return
        yield seen
        yield from self._below(ref, depth)

    def _seen(self, ref: Ref, *, usable: bool) -> Seen:
        left, top, width, height = self._ask(ref, "Component", "GetExtents", "u", 0)
        return Seen(
            str(self._get(ref, "AccessibleId")).rpartition(".")[2],
            str(self._ask(ref, "Accessible", "GetRoleName")),
            str(self._get(ref, "Name")),
            *(left, top, width, height),
            usable,
        )

    def _get(self, ref: Ref, name: str) -> object:
        asks = DBusAddress(ref.path, ref.program, "org.freedesktop.DBus.Properties")
        call = new_method_call(asks, "Get", "ss", (f"{_ATSPI}.Accessible", name))
        ((_, value),) = unwrap_msg(self._bus.send_and_get_reply(call, timeout=10))
        return value

    def _ask(self, ref: Ref, about: str, method: str, kind: str = "", *given: object) -> Any:
        asks = DBusAddress(ref.path, ref.program, f"{_ATSPI}.{about}")
        call = new_method_call(asks, method, kind or None, given)
        return unwrap_msg(self._bus.send_and_get_reply(call, timeout=10))[0]
