"""The plain tables of one session as an export may show them.

Personal votes are only ever counted, from five on. Where people voted as themselves the thread
between rounds is cut and small groups are guarded; `docs/exports.md` says how.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from dilemmaspel.debrief.export.codebook import codebook
from dilemmaspel.debrief.export.guarding import guarded
from dilemmaspel.game.setup import Kind

Cell = str | int | float | None
Row = tuple[Cell, ...]
Rows = Sequence[Row]

LEAST_PERSONAL: Final = 5
"""Fewer personal votes are not shown (decision 6)."""

_KEPT_BACK: Final = ("local_contact",)


@dataclass(frozen=True, slots=True)
class PlainSession:
    """One session, ready to be written: rows per table of the codebook."""

    id: str
    check_code: str
    tables: Mapping[str, Rows]


def published(
    session: str, check_code: str, log: Mapping[str, Rows], chance: Random
) -> PlainSession:
    """Make ready what the log holds of a session; `log` has its tables by their names there.

    `chance` puts own-voice ballots in another order; it must not be guessable.
    """
    facts = _facts(log["sessions"])
    tables = {
        **log,
        "sessions": [_without_contact(row) for row in log["sessions"]],
        "personal_totals": _personal(log["personal_votes"]),
        "answers": (),
    }
    if facts.get("kind") == Kind.OWN_VOICE:
        smallest = _smallest(facts)
        tables |= guarded(tables, smallest, chance)
    return PlainSession(session, check_code, {name: tables[name] for name in codebook()})


def _facts(sessions: Rows) -> Mapping[str, Cell]:
    names = [column.name for column in codebook()["sessions"].columns]
    return dict(zip(names, sessions[0], strict=True))


def _smallest(facts: Mapping[str, Cell]) -> int:
    return int(json.loads(str(facts["settings"]))["smallest_group"])


def _without_contact(row: Row) -> Row:
    place = codebook()["sessions"].place("settings")
    settings = json.loads(str(row[place]))
    kept = {name: value for name, value in settings.items() if name not in _KEPT_BACK}
    return (*row[:place], json.dumps(kept, ensure_ascii=False, sort_keys=True), *row[place + 1 :])


def _personal(votes: Rows) -> Rows:
    """Count the newest attempt of every vote; rows are those of `personal_votes`."""
    newest: dict[Row, int] = {}
    for session, dilemma, vote, attempt, *_ in votes:
        key = (session, dilemma, vote)
        newest[key] = max(newest.get(key, 0), int(attempt or 0))
    return [
        row
        for key, attempt in newest.items()
        for row in _totals(key, [r for r in votes if r[:4] == (*key, attempt)])
    ]


def _totals(key: Row, votes: Rows) -> Iterable[Row]:
    if len(votes) < LEAST_PERSONAL:
        return
    yield (*key, "*", len(votes), sum(bool(row[5]) for row in votes))
    counts = Counter(row[4] for row in votes)
    for value in sorted(counts, key=str):
        yield (*key, value, counts[value], None)
