"""Addresses and codes as values; the Wi-Fi code in the form that phones read."""

import pytest

from dilemmaspel.desktop.joining.info import JoinInfo, Wifi


@pytest.mark.parametrize(
    ("wifi", "code"),
    [
        (Wifi("Zaal 3", "koffie123"), "WIFI:T:WPA;S:Zaal 3;P:koffie123;;"),
        (Wifi("Zaal"), "WIFI:T:nopass;S:Zaal;;"),
        (Wifi('a\\b;c,d:e"f', "p;w"), r"WIFI:T:WPA;S:a\\b\;c\,d\:e\"f;P:p\;w;;"),
    ],
)
def test_what_a_wifi_code_holds(wifi: Wifi, code: str) -> None:
    assert wifi.code == code


def test_an_address_is_what_people_type() -> None:
    info = JoinInfo("http://10.0.0.7:8232/abcdefgh", "abcdef", "REIGER")
    assert info.address == "10.0.0.7:8232"
    assert info.pieces == ("abc", "def")
