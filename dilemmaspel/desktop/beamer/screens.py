"""Which screen the beamer's picture belongs on, and what to tell the facilitator about it."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtGui import QGuiApplication, QScreen

from dilemmaspel.texts import Texts, mark


class Stage(Enum):
    """How the beamer stands."""

    SHOWN = "shown"
    """Full screen, on a screen of its own."""
    PREVIEW = "preview"
    """There is one screen: the picture is in a window."""
    MIRRORED = "mirrored"
    """Two screens show the same; the picture is in a window."""
    GONE = "gone"
    """The beamer's screen was taken away; it comes back by itself."""
    WINDOWED = "windowed"
    """In a window because somebody asked for it."""
    OFF = "off"
    """Not shown at all."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen: its name and where it lies, as (x, y, width, height)."""

    name: str
    box: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the picture goes: a screen for full screen, or None for a window."""

    stage: Stage
    screen: str | None = None


_WORDS: Final = {
    Stage.SHOWN: mark("The beamer shows the picture on its own screen ({screen})."),
    Stage.PREVIEW: mark("There is one screen, so the beamer’s picture is in a window."),
    Stage.MIRRORED: mark("Both screens show the same, so the room would see your notes."),
    Stage.GONE: mark("The beamer is gone. Voting goes on; plug it in again and it comes back."),
    Stage.WINDOWED: mark("The beamer’s picture is in a window."),
    Stage.OFF: mark("The beamer is off."),
}
_KEYS: Final = {
    "win32": mark("Press Windows+P and choose “Extend”."),
    "darwin": mark("Press Command+F1, or turn mirroring off under Displays."),
    "linux": mark("Press Super+P, or choose “Extend” under Displays."),
}


def plan(
    screens: Sequence[Place], controls: str, wanted: str = "", before: Plan | None = None
) -> Plan:
    """Choose a place: never the screen with the controls, and the wanted or earlier one first.

    `controls` names the screen with the facilitator's window; `before` is the plan so far, so
    that a screen that comes back gets its picture back, and one that goes away is missed.
    """
    own = next((one for one in screens if one.name == controls), None)
    others = [one for one in screens if one.name != controls]
    free = [one for one in others if own is None or not _same_place(one, own)]
    if not free:
        if others and own is not None:
            return Plan(Stage.MIRRORED)
        missed = before is not None and before.stage in {Stage.SHOWN, Stage.GONE}
        return Plan(Stage.GONE, before.screen) if missed and before else Plan(Stage.PREVIEW)
    names = [one.name for one in free]
    for name in (wanted, before.screen if before else None):
        if name in names:
            return Plan(Stage.SHOWN, name)
    return Plan(Stage.SHOWN, max(free, key=lambda one: one.box[2] * one.box[3]).name)


def places() -> tuple[Place, ...]:
    """The screens there are now."""
    return tuple(_place(screen) for screen in QGuiApplication.screens())


def screen_named(name: str) -> QScreen | None:
    """Find a screen by its name."""
    return next((one for one in QGuiApplication.screens() if one.name() == name), None)


def stage_sentence(t: Texts, now: Plan) -> str:
    """Say how the beamer stands, and which key changes that where one does."""
    said = t(_WORDS[now.stage], screen=now.screen or "")
    if now.stage not in {Stage.PREVIEW, Stage.MIRRORED}:
        return said
    return f"{said} {t('Is there a beamer?')} {extend_key(t)}"


def extend_key(t: Texts, platform: str = sys.platform) -> str:
    """Name the key that makes two screens show different things."""
    return t(_KEYS.get(platform, _KEYS["linux"]))


def _place(screen: QScreen) -> Place:
    box = screen.geometry()
    return Place(screen.name(), (box.x(), box.y(), box.width(), box.height()))


def _same_place(one: Place, other: Place) -> bool:
    """Whether two screens show the same part of the desktop."""
    return one.box[:2] == other.box[:2]
