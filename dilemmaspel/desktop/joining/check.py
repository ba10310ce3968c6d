"""Why phones do not come in: the likely causes, the likeliest first, each with its mend."""

import sys
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from dilemmaspel.desktop.joining.phones import PhonesState
from dilemmaspel.phones.addresses import Interface, Link
from dilemmaspel.phones.status import CAUSES, Cause, likely_causes
from dilemmaspel.texts import Texts, mark

_FIREWALLS: Final[Mapping[str, str]] = {
    "win32": mark(
        "On Windows: “Windows Security”, “Firewall”, “Allow an app through”, and tick both boxes"
        " of Dilemmaspel."
    ),
    "darwin": mark(
        "On a Mac: System Settings, Network, Firewall, and let Dilemmaspel take in connections."
    ),
    "linux": mark("On Linux for instance: sudo ufw allow {port}/tcp"),
}
_LINKS: Final[Mapping[Link, str]] = {
    Link.WIFI: mark("Wi-Fi"),
    Link.CABLE: mark("cable"),
    Link.OTHER: mark("network"),
    Link.VIRTUAL: mark("virtual network"),
    Link.VPN: mark("VPN"),
    Link.LOOPBACK: mark("this laptop alone"),
}


class Finding(NamedTuple):
    """What may be the matter, and how to mend it; in the reader's language."""

    key: str
    happens: str
    mend: str


def findings(t: Texts, state: PhonesState, platform: str = sys.platform) -> tuple[Finding, ...]:
    """Return what may keep phones out, the likeliest first; never empty."""
    at_the_door = tuple(_at_the_door(t, state))
    if state.visits:
        return (*at_the_door, _one_phone(t))
    found = likely_causes(state.chosen, state.networks)
    return (*at_the_door, *(_in_words(t, cause, state, platform) for cause in found))


def _at_the_door(t: Texts, state: PhonesState) -> Iterator[Finding]:
    if state.locked:
        yield Finding("locked", t("The door is locked."), t("Open the door on this page."))
    elif state.full:
        yield Finding(
            "full",
            t("All places are taken."),
            t("Take away the places that never voted, on this page."),
        )


def _one_phone(t: Texts) -> Finding:
    return Finding(
        "one_phone",
        t("Phones do find this laptop. Does one of them fail?"),
        t(
            "On that phone: mobile data off, VPN off, and try another browser. Or let that"
            " person vote at the laptop."
        ),
    )


def _in_words(t: Texts, cause: Cause, state: PhonesState, platform: str) -> Finding:
    happens, mend = CAUSES[cause]
    words = t(mend)
    if cause is Cause.FIREWALL:
        port = state.url.rpartition(":")[2].partition("/")[0]
        steps = t(_FIREWALLS.get(platform, _FIREWALLS["linux"]), port=port)
        words = f"{words} {steps}"
    return Finding(cause.value, t(happens), words)


def network_words(t: Texts, network: Interface) -> str:
    """Name a network by what it hangs on, its card and its address."""
    card = f" {network.name}" if network.name else ""
    return f"{t(_LINKS[network.link])}{card}, {network.ip}"
