"""The check names causes, the likeliest first, and says how to mend each."""

from dataclasses import replace

import pytest

from dilemmaspel.desktop.joining.check import findings
from dilemmaspel.desktop.joining.phones import PhonesState
from dilemmaspel.phones.addresses import Interface
from dilemmaspel.texts import Texts
from tests.desktop.joining.door import NOWHERE, STATE, VPN

T = Texts("en")
CAMPUS = Interface("wlan0", "145.97.1.20")
ADRIFT = Interface("wlan0", "169.254.3.4")


def keys(state: PhonesState, platform: str = "linux") -> list[str]:
    return [one.key for one in findings(T, state, platform)]


@pytest.mark.parametrize(
    ("state", "first"),
    [
        (NOWHERE, "no_network"),
        (replace(STATE, chosen=VPN.ip), "vpn"),
        (replace(STATE, networks=(CAMPUS,), chosen=CAMPUS.ip), "public"),
        (replace(STATE, networks=(ADRIFT,), chosen=ADRIFT.ip), "no_network"),
        (replace(STATE, locked=True), "locked"),
        (replace(STATE, full=True, visits=40), "full"),
        (replace(STATE, visits=1), "one_phone"),
    ],
)
def test_what_is_certain_is_named_first(state: PhonesState, first: str) -> None:
    assert keys(state)[0] == first


def test_firewall_wrong_network_and_isolation_are_named_when_nothing_is_certain() -> None:
    assert set(keys(STATE)) == {"firewall", "other_network", "isolation"}


@pytest.mark.parametrize(
    ("platform", "words"),
    [("win32", "Windows Security"), ("darwin", "System Settings"), ("linux", "8231/tcp")],
)
def test_the_way_into_the_firewall_is_that_of_this_system(platform: str, words: str) -> None:
    (firewall,) = (one for one in findings(T, STATE, platform) if one.key == "firewall")
    assert words in firewall.mend


def test_every_finding_says_how_to_mend_it() -> None:
    for state in (NOWHERE, STATE, replace(STATE, locked=True), replace(STATE, visits=2)):
        assert all(one.happens and one.mend for one in findings(T, state))
