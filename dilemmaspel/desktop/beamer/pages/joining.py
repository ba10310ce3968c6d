"""How people come in with their phone: the page's code, the Wi-Fi's code, and who is in."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFont

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.layout import Kind, Type
from dilemmaspel.desktop.beamer.sheet import BOTTOM, LEFT, MIDDLE, Sheet
from dilemmaspel.desktop.figures.crowd import draw_crowd
from dilemmaspel.desktop.figures.qr import draw_qr
from dilemmaspel.desktop.joining.info import JoinInfo, Wifi
from dilemmaspel.game.views import PublicView

PAGE_CODE: Final = QRectF(96, 128, 664, 664)
WIFI_CODE: Final = QRectF(1196, 128, 520, 520)
_SMALL: Final = QSizeF(400, 400)
"""Leaves room for a long name or password in two lines."""

_HEADINGS: Final = 36.0, 84.0
"""Where the headings stand, and how high they are."""
_BESIDE: Final = QRectF(796, 128, 360, 664)
_ADDRESS: Final = QRectF(96, 800, 1060, 96)
_RIGHT: Final = QRectF(1196, 128, 628, 768)
_CROWD: Final = QRectF(96, 912, 1060, 132)
_WORD: Final = QRectF(1196, 908, 628, 140)

_HEADING: Final = Type(Kind.TEXT, 64, 64, QFont.Weight.Bold, 1.2)
_CODE: Final = Type(Kind.NUMBER, 160, 128, QFont.Weight.Bold, 1.06)
_TYPED: Final = Type(Kind.NUMBER, 92, 64, QFont.Weight.Bold, 1.04)
_KEY: Final = Type(Kind.NUMBER, 64, 48, QFont.Weight.DemiBold, 1.1)
_SESSION: Final = Type(Kind.NUMBER, 80, 48, QFont.Weight.Bold, 1.04)


def paint_join(sheet: Sheet, view: PublicView, info: JoinInfo) -> None:
    """Paint how to come in; it can lie over any other page, and takes all of its room."""
    _page(sheet, info)
    if info.wifi is not None:
        _wifi(sheet, info.wifi)
    else:
        _same_network(sheet)
    _crowd(sheet, view)
    _word(sheet, info.word)


def _heading(sheet: Sheet, words: str, box: QRectF, colour: str = "accent") -> None:
    top, height = _HEADINGS
    sheet.say(words)
    sheet.write(words, QRectF(box.left(), top, box.width(), height), _HEADING, colour, LEFT, MIDDLE)


def _page(sheet: Sheet, info: JoinInfo) -> None:
    """The code of the page as large as fits; beside it and under it what can be typed."""
    t = sheet.look.t
    door = t("The door is locked") if info.locked else t("Join with your phone")
    _heading(sheet, door, QRectF(_ADDRESS), "ink" if info.locked else "accent")
    draw_qr(sheet.painter, info.url, PAGE_CODE)
    sheet.write(info.address, _ADDRESS, _TYPED, "ink", LEFT, MIDDLE)
    sheet.say(t("Scan the code, or type this address: {address}", address=info.address))
    if info.locked:
        words = t("If you were in, you can come back.")
        sheet.say(words)
        sheet.write(words, _BESIDE, sheet.axis, "muted")
        return
    label = t("or type the address and this code:")
    used = sheet.write(label, _BESIDE, sheet.axis, "muted")
    rest = frame.below(_BESIDE, used, 20)
    sheet.write("\n".join(info.pieces), rest, _CODE)
    sheet.say(t("The code is {code}.", code=" ".join(info.pieces)))


def _wifi(sheet: Sheet, wifi: Wifi) -> None:
    t = sheet.look.t
    _heading(sheet, t("First the Wi-Fi"), _RIGHT)
    name = _in_lines(sheet, wifi.name, _RIGHT.width())
    key = _in_lines(sheet, wifi.password, _RIGHT.width())
    code = QRectF(WIFI_CODE)
    if "\n" in name + key:
        code.setSize(_SMALL)
    draw_qr(sheet.painter, wifi.code, code)
    rest = frame.below(_RIGHT, code, 8)
    sheet.say(t("Network: {name}", name=wifi.name))
    used = sheet.write(name, QRectF(rest.topLeft(), QSizeF(rest.width(), rest.height() / 2)), _KEY)
    rest = frame.below(rest, used, 6)
    if not wifi.password:
        sheet.write(t("without a password"), rest, sheet.axis, "muted")
        return
    used = sheet.write(t("password"), rest, sheet.axis, "muted")
    sheet.write(key, frame.below(rest, used, 0), _KEY)
    sheet.say(t("Password: {password}", password=wifi.password))


def _in_lines(sheet: Sheet, text: str, width: float) -> str:
    """Break what has to be typed letter by letter, without a space that nobody should type."""
    smallest = _KEY.sized(_KEY.least)
    lines = max(1, ceil(sheet.width(text, smallest) / (width * 0.94)))
    each = max(1, ceil(len(text) / lines))
    return "\n".join(text[at : at + each] for at in range(0, len(text), each))


def _same_network(sheet: Sheet) -> None:
    t = sheet.look.t
    _heading(sheet, t("First the Wi-Fi"), _RIGHT)
    words = t("Your phone has to be on the same Wi-Fi as this laptop. It needs no internet.")
    sheet.say(words)
    sheet.write(words, _RIGHT, sheet.text_type)


def _crowd(sheet: Sheet, view: PublicView) -> None:
    t = sheet.look.t
    if not view.people:
        words = t("Come in, take a seat.")
        sheet.say(words)
        sheet.write(words, _CROWD, sheet.text_type, "muted", LEFT, MIDDLE)
        return
    sheet.say(t.plural("{n} person is here", "{n} people are here", view.people))
    number = Type(Kind.NUMBER, 96, 80, QFont.Weight.Bold, 1.0)
    used = sheet.write(str(view.people), _CROWD, number, "ink", LEFT, MIDDLE)
    draw_crowd(sheet, view.roles, _CROWD.adjusted(used.width() + 32, 0, 0, 0))


def _word(sheet: Sheet, word: str) -> None:
    """The word of the session: whoever sees another one on the phone is in the wrong place."""
    t = sheet.look.t
    asks = t("Do you see this word?")
    sheet.say(asks, word)
    used = sheet.write(asks, _WORD, sheet.axis, "muted")
    sheet.write(word, frame.below(_WORD, used, 0), _SESSION, "accent", LEFT, BOTTOM)
