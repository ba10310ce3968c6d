"""The colours of the pictures: the inks of the game on warm paper, each in five tints."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tints:
    """One ink from full strength to a breath of it."""

    deep: str
    full: str
    mid: str
    soft: str
    pale: str


PAPER = "#FBF8F2"
CREAM = "#F5EDDF"
SAND = "#E9DCC3"
INK = "#14202B"
WHITE = "#FFFDF8"

TEAL = Tints("#083F49", "#0B5D6B", "#3F8790", "#A3C6C4", "#D9E7E2")
BLUE = Tints("#0A3B5C", "#005A8D", "#4C89B0", "#A9C7D9", "#DEE9EE")
RUST = Tints("#74300B", "#A8430A", "#C9713F", "#E8B591", "#F6E0CD")
GREEN = Tints("#124A2A", "#1B6E3C", "#5A946A", "#A8C8A6", "#DDE9D6")
PLUM = Tints("#522750", "#7A3B74", "#A2719C", "#D0B1CA", "#EDE0EA")
OCHRE = Tints("#7A5A00", "#B58A1C", "#D9AE3C", "#F0D68C", "#FAEFCF")
SLATE = Tints("#27333E", "#42505C", "#7C8892", "#BCC5CA", "#E2E6E6")
WOOD = Tints("#4E3423", "#7A5236", "#A97B52", "#CFA77C", "#E8D0B0")
GOLD = "#EBC34A"

SKIN = ("#F4D2B8", "#E5B48F", "#CB9166", "#A8714B", "#865840", "#6A4433")
HAIR_BLACK = "#241F20"
HAIR_BROWN = "#4B3226"
HAIR_CHESTNUT = "#7C4A2A"
HAIR_BLOND = "#C79A55"
HAIR_RED = "#99481F"
HAIR_GREY = "#9D9A96"
HAIR_WHITE = "#E4DFD6"


def colour(value: str, alpha: float = 1.0) -> QColor:
    """Give a colour with an opacity between 0 and 1."""
    result = QColor(value)
    result.setAlphaF(alpha)
    return result


def mix(one: str, other: str, share: float) -> str:
    """Mix two colours; ``share`` is the part of the second one, from 0 to 1."""
    a, b = QColor(one), QColor(other)
    parts = (
        (a.red(), b.red()),
        (a.green(), b.green()),
        (a.blue(), b.blue()),
    )
    return "#" + "".join(f"{round(x + (y - x) * share):02X}" for x, y in parts)


def darker(value: str, share: float = 0.18) -> str:
    """Give the colour in shadow."""
    return mix(value, INK, share)


def lighter(value: str, share: float = 0.3) -> str:
    """Give the colour in the light."""
    return mix(value, WHITE, share)
