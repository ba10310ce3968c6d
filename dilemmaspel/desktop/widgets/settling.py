"""Bring layouts to rest, so that nothing is painted before it has the room that it asks for."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent

DEEPEST: Final = 24
"""Layouts that stand inside each other at most."""


def settle_layouts() -> None:
    """Let every layout hear from the layouts inside it.

    A layout that needs another height asks the one around it by an event, that one asks the next
    by another event, and so on; Qt may paint between any two of them.
    """
    for _ in range(DEEPEST):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
