"""Makes a report one small step at a time."""

from collections.abc import Callable, Generator
from contextlib import closing

from dilemmaspel.debrief.export.steps import Steps


def reporting(begin: Callable[[], Steps]) -> Generator[float | None, None, None]:
    """Give how much of a report is done, from 0 to 1; reading the session is a step by itself.

    Raises EnvironmentTrouble when the session cannot be read or the file not be written.
    """
    with closing(begin()) as steps:
        yield None
        for done, whole in steps:
            yield done / whole if whole else 0.0
