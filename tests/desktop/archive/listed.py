"""Sessions in memory that answer as the log does, as far as the tests of the pages need it."""

from collections.abc import Sequence

from dilemmaspel.storage.archive import SessionInfo
from dilemmaspel.storage.listing import Choices, Query, Sort

_BY = {
    Sort.DATE: lambda one: one.started_at,
    Sort.TITLE: lambda one: one.scenario_title.casefold(),
    Sort.PROFILE: lambda one: one.profile,
    Sort.PEOPLE: lambda one: one.people,
    Sort.STATUS: lambda one: one.status.value,
}


class Listed:
    """Counts how many pages were read."""

    def __init__(self, sessions: Sequence[SessionInfo]) -> None:
        self._sessions = list(sessions)
        self.read = 0

    def _found(self, query: Query) -> list[SessionInfo]:
        found = [one for one in self._sessions if _fits(one, query)]
        return sorted(found, key=_BY[query.sort], reverse=query.descending)

    def count(self, query: Query) -> int:
        return len(self._found(query))

    def page(self, query: Query, offset: int, limit: int) -> Sequence[SessionInfo]:
        self.read += 1
        return self._found(query)[offset : offset + limit]

    def place_of(self, query: Query, session: str) -> int | None:
        ids = [one.id for one in self._found(query)]
        return ids.index(session) if session in ids else None

    def choices(self) -> Choices:
        starts = [one.started_at for one in self._sessions]
        return Choices(
            scenarios=tuple(
                sorted({(one.scenario_id, one.scenario_title) for one in self._sessions})
            ),
            profiles=tuple(sorted({one.profile for one in self._sessions})),
            organisations=tuple(sorted({one.organisation for one in self._sessions})),
            first=min(starts, default=0),
            last=max(starts, default=0),
        )


def _fits(one: SessionInfo, query: Query) -> bool:
    text = f"{one.scenario_title} {one.organisation}".casefold()
    return (
        all(word.casefold() in text for word in query.words)
        and (not query.profile or one.profile == query.profile)
        and (not query.organisation or one.organisation == query.organisation)
        and (query.practice is None or one.practice is query.practice)
        and (query.since is None or one.started_at >= query.since)
        and (query.until is None or one.started_at < query.until)
    )
