"""What every export is given, and how it tells how far it is."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from dilemmaspel.debrief.export.plain import PlainSession

Steps = Generator[tuple[int, int], None, None]
"""Gives how many sessions are done, of how many; the file stands there when it is over.

Who closes it earlier stops the work, and leaves nothing behind.
"""


@dataclass(frozen=True, slots=True)
class Export:
    """Sessions to write; they are taken one at a time, so that there may be many."""

    sessions: Iterable[PlainSession]
    count: int
    language: str
    made_at: datetime
    app_version: str
    method: tuple[str, ...] = field(default=())
    """Sentences on how to read the figures."""
