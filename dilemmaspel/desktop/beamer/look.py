"""Everything a page needs besides what it shows: theme, words, pictures, the hour, motion."""

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from dilemmaspel.debrief.cockpit import Cockpit
from dilemmaspel.desktop.joining.info import JoinInfo
from dilemmaspel.game.scenario import Picture
from dilemmaspel.game.state import Agreement
from dilemmaspel.texts import Texts
from dilemmaspel.theme import Theme


class Pictures(Protocol):
    """Gives the pictures of a scenario."""

    def image(self, picture: Picture, size: QSize) -> QImage | None:
        """Return the picture, at least as large as `size` allows, or None when there is none."""


class NoPictures:
    """Has no pictures; their words stand in for them."""

    def image(self, picture: Picture, size: QSize) -> QImage | None:
        """Return nothing."""
        return None


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is dressed; `progress` goes from 0 to 1 while bars grow."""

    theme: Theme
    t: Texts
    pictures: Pictures = field(default_factory=NoPictures)
    now: int = 0
    """The moment on the session's clock, in milliseconds."""
    progress: float = 1.0
    code: str = ""
    """The check code of a closed session."""
    cockpit: Cockpit | None = None
    """The figure of the debrief question, while one is on the screen."""
    draft: Agreement | None = None
    """The agreement that is being typed."""
    join: JoinInfo | None = None
    """How to come in with a phone, while that is what the room should see."""
    reading: bool = False
    """Whether the room is asked if everybody can read."""
