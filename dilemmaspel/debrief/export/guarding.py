"""Own voices in an export: no thread between rounds, and no role that is too small to hide in.

Small groups: a role is named only when every role that took part has at least k people, so that
no rest gives a smaller one away (`game.results.roles_may_show`); see `docs/exports.md`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from dilemmaspel.debrief.export.codebook import codebook
from dilemmaspel.game.ballots import Vote

Rows = Sequence[tuple[Any, ...]]
Place = tuple[int, int]
"""A round, and a vote by its number in the log."""

ALL_ROLES: Final = "*"
_NUMBERS: Final[Mapping[str, int]] = {vote: n for n, vote in enumerate(Vote, start=1)}
_COUNTED: Final = ("confidence", "value_card")
_SAID: Final = ("comment", "objection")
_LOOSE: Final = ("seat", "attempt", "channel", *_COUNTED, *_SAID, "predicted_role")
_TELLING: Final = frozenset({"role", "seat"})
_SAFE: Final = frozenset({"roles", "info_shared", "lenses"})
"""Tables whose roles are those of the scenario and say nothing of who voted what."""

_CUT: Final = (*_LOOSE, "predicted_choice")


@dataclass(frozen=True, slots=True)
class _Ballots:
    """The ballots that count, as records, and the votes whose roles may be named."""

    records: tuple[dict[str, Any], ...]
    named: frozenset[Place]


def guarded(log: Mapping[str, Rows], smallest: int, chance: Random) -> dict[str, Rows]:
    """Return the tables that differ from the log in a session of own voices; `smallest` is k."""
    records = tuple(r for r in _records("ballot_list", log["ballot_list"]) if not r["superseded"])
    ballots = _Ballots(records, _named(records, smallest))
    return {
        **_not_known_to_be_safe(log),
        "ballot_list": _loose_ballots(ballots, chance),
        "answers": list(_answers(records, smallest)),
        "participants": list(_participants(log["participants"], smallest)),
        "rollups": list(_rollups(log["rollups"], ballots.named)),
        "decisions": list(_decisions(log["decisions"], ballots)),
        "arguments": _without("arguments", log["arguments"], "role"),
        "conditions": _without("conditions", log["conditions"], "role"),
        "exit_poll": _loose_poll(log["exit_poll"]),
    }


def _not_known_to_be_safe(log: Mapping[str, Rows]) -> dict[str, Rows]:
    """Empty every table with a role or a seat in it that nobody looked at here."""
    book = codebook()
    tables = (table for name, table in book.items() if name in log and name not in _SAFE)
    found: dict[str, Rows] = {}
    for table in tables:
        if _TELLING & {column.name for column in table.columns}:
            found[table.name] = ()
    if "shifts" in found:
        found["shifts"] = list(_together("shifts", log["shifts"]))
    return found


def _together(table: str, rows: Rows) -> Iterator[tuple[Any, ...]]:
    """Add up the ballots of all roles."""
    sums: Counter[tuple[tuple[str, Any], ...]] = Counter()
    for one in _records(table, rows):
        ballots = one.pop("ballots")
        sums[tuple({**one, "role": ALL_ROLES}.items())] += ballots
    for key, ballots in sums.items():
        yield (*(cell for _, cell in key), ballots)


def _named(records: Sequence[dict[str, Any]], smallest: int) -> frozenset[Place]:
    people: dict[Place, Counter[str]] = defaultdict(Counter)
    for one in records:
        people[_place(one)][one["role"]] += one["heads"] * one["count"]
    return frozenset(at for at, roles in people.items() if min(roles.values()) >= smallest)


def _place(record: Mapping[str, Any]) -> Place:
    return record["round"], _NUMBERS[record["vote"]]


def _loose_ballots(ballots: _Ballots, chance: Random) -> Rows:
    by_vote: dict[Place, list[dict[str, Any]]] = defaultdict(list)
    for one in ballots.records:
        role = one["role"] if _place(one) in ballots.named else None
        by_vote[_place(one)].append({**one, **dict.fromkeys(_CUT), "role": role})
    loose = []
    for at in sorted(by_vote):
        chance.shuffle(by_vote[at])
        loose += [{**one, "number": n} for n, one in enumerate(by_vote[at], start=1)]
    return [tuple(one.values()) for one in loose]


def _answers(records: Sequence[dict[str, Any]], smallest: int) -> Iterator[tuple[Any, ...]]:
    found: dict[tuple[Any, ...], Counter[Any]] = defaultdict(Counter)
    for one in records:
        for question in (*_COUNTED, *_SAID):
            if one[question] is not None:
                key = (one["session"], one["dilemma"], one["vote"], question)
                found[key][one[question]] += one["count"]
    for key, counts in sorted(found.items()):
        if key[-1] in _SAID or counts.total() >= smallest:
            yield from ((*key, answer, counts[answer]) for answer in sorted(counts))


def _participants(rows: Rows, smallest: int) -> Iterator[tuple[Any, ...]]:
    records = _records("participants", rows)
    heads: Counter[str] = Counter()
    for one in records:
        heads[one["role"]] += one["heads"]
    empty = {column.name: None for column in codebook()["participants"].columns}
    for role, people in _large_enough(heads, smallest):
        yield tuple({**empty, "session": rows[0][0], "role": role, "heads": people}.values())


def _large_enough(heads: Counter[str], smallest: int) -> list[tuple[str | None, int]]:
    """Take small roles together, and one more when they are too few together."""
    small = {role for role, people in heads.items() if people < smallest}
    large = sorted((heads[role], role) for role in heads.keys() - small)
    while small and large and sum(heads[role] for role in small) < smallest:
        small.add(large.pop(0)[1])
    named: list[tuple[str | None, int]] = [(role, people) for people, role in large]
    rest = sum(heads[role] for role in small)
    return sorted(named, key=str) + ([(None, rest)] if small else [])


def _rollups(rows: Rows, named: frozenset[Place]) -> Iterator[tuple[Any, ...]]:
    together: dict[tuple[Any, ...], list[Any]] = {}
    for session, number, vote, role, choice, ballots, points in rows:
        shown = role if (number, vote) in named else ALL_ROLES
        sums = together.setdefault((session, number, vote, shown, choice), [0, None])
        sums[0] += ballots
        if points is not None:
            sums[1] = points + (sums[1] or 0)
    yield from ((*key, *sums) for key, sums in together.items())


def _decisions(rows: Rows, ballots: _Ballots) -> Iterator[tuple[Any, ...]]:
    """Where all roles weigh the same, a sum gives the votes of a small role away."""
    held = {_place(one) for one in ballots.records}
    for one in _records("decisions", rows):
        votes = {(one["round"], _NUMBERS[vote]) for vote in (Vote.FIRST, Vote.SECOND)}
        if not votes & held <= ballots.named:
            one["role_weighted"] = "{}"
        yield tuple(one.values())


def _loose_poll(rows: Rows) -> Rows:
    answers = [sorted((row[place] for row in rows), key=_last_when_empty) for place in (2, 3)]
    return [
        (row[0], number, talking, understanding)
        for number, (row, talking, understanding) in enumerate(
            zip(rows, *answers, strict=True), start=1
        )
    ]


def _last_when_empty(value: int | None) -> tuple[bool, int]:
    return value is None, value or 0


def _without(table: str, rows: Rows, column: str) -> Rows:
    return [tuple({**one, column: None}.values()) for one in _records(table, rows)]


def _records(table: str, rows: Rows) -> list[dict[str, Any]]:
    names = [column.name for column in codebook()[table].columns]
    return [dict(zip(names, row, strict=True)) for row in rows]
