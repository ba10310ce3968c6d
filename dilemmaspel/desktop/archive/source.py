"""The sessions of a log for the table of the archive."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from dilemmaspel.storage import listing, opening
from dilemmaspel.storage.archive import SessionInfo
from dilemmaspel.storage.listing import Choices, Query
from dilemmaspel.storage.log import LogFile

Found = TypeVar("Found")
Guarded = Callable[[Callable[[], object]], None]
"""Takes a step and tells the trouble that it meets."""


class LogSource:
    """The sessions of a log for a table; answers nothing when it cannot be read."""

    def __init__(self, log: LogFile, guarded: Guarded) -> None:
        self._log = log
        self._guarded = guarded

    def count(self, query: Query) -> int:
        return self._asked(partial(self._count, query), 0)

    def page(self, query: Query, offset: int, limit: int) -> Sequence[SessionInfo]:
        return self._asked(partial(self._page, query, offset, limit), ())

    def place_of(self, query: Query, session: str) -> int | None:
        return self._asked(partial(self._place_of, query, session), None)

    def choices(self) -> Choices:
        return self._asked(self._choices, Choices())

    def _asked(self, ask: Callable[[], Found], otherwise: Found) -> Found:
        answers: list[Found] = []

        def step() -> None:
            answers.append(ask())

        self._guarded(step)
        return answers[0] if answers else otherwise

    def _count(self, query: Query) -> int:
        with opening.reading(self._log.path) as conn:
            return listing.count(conn, query)

    def _page(self, query: Query, offset: int, limit: int) -> Sequence[SessionInfo]:
        with opening.reading(self._log.path) as conn:
            return listing.page(conn, self._log.running, query, offset, limit)

    def _place_of(self, query: Query, session: str) -> int | None:
        with opening.reading(self._log.path) as conn:
            return listing.place_of(conn, query, session)

    def _choices(self) -> Choices:
        with opening.reading(self._log.path) as conn:
            return listing.choices(conn)
