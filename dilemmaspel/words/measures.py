"""What the measures say: labels in the order of their rules, lenses, and movements."""

from collections.abc import Mapping
from typing import Final

from dilemmaspel.game.lens import LensSign
from dilemmaspel.texts import Texts, mark

PLAY_VALUES: Final = mark("Play values. Meant to talk about, not a forecast.")
"""Stands on every page with effects."""

SCALE_LABELS: Final = (
    mark("Almost everyone chose the same"),
    mark("Two camps"),
    mark("Close together"),
    mark("Spread out, with a middle"),
    mark("In all directions"),
)
"""For ordered scales; `measures.scale_label` gives the number, from 1."""

CHOICE_LABELS: Final = (
    mark("Almost everyone"),
    mark("Two camps"),
    mark("A majority"),
    mark("Divided"),
)
"""For choices; `measures.choice_label` gives the number, from 1."""

LENS: Final[Mapping[LensSign, str]] = {
    LensSign.BETTER: mark("better"),
    LensSign.SAME: mark("about the same"),
    LensSign.WORSE: mark("less"),
}

MOVEMENTS: Final[Mapping[bool | None, str]] = {
    True: mark("better"),
    False: mark("worse"),
    None: mark("the same"),
}
"""What a change of an indicator means, for arrows that need a word."""


def scale_label(t: Texts, number: int) -> str:
    """Say label `number` (1 to 5) of an ordered scale."""
    return t(SCALE_LABELS[number - 1])


def choice_label(t: Texts, number: int) -> str:
    """Say label `number` (1 to 4) of a choice."""
    return t(CHOICE_LABELS[number - 1])
