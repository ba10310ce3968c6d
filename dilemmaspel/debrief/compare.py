"""Sessions side by side, per dilemma and role, with small groups hidden (game model 8).

Only sessions with the same text of the scenario stand in one table; another text is another
edition and has a table of its own. People in one room are not independent, so what is pooled is
the mean of the sessions' own figures, with both sessions and persons counted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from dilemmaspel.game.measures import choice_label, scale_label
from dilemmaspel.texts import mark

LEAST_PERSONS: Final = 5
"""A figure of fewer people is hidden."""
LEAST_SESSIONS: Final = 3
"""A pooled figure of fewer sessions is hidden."""
WHOLE_ROOM: Final = ""
"""The role that stands for everybody."""

NO_OPINIONS: Final = mark(
    "Participants played a role. These are not opinions of real organisations."
)

_LABELLED: Final = frozenset({"single_choice", "agreement"})
_SCALE: Final = "agreement"


class Counts(Protocol):
    """One vote of one group."""

    @property
    def valid(self) -> int:
        """Valid ballots."""

    @property
    def persons(self) -> int:
        """People behind the ballots."""

    @property
    def counts(self) -> Mapping[str, float]:
        """Per option or scale point: votes, ticks, first places, or points given."""


class Round(Protocol):
    """One dilemma of a session."""

    @property
    def dilemma(self) -> str:
        """Its id."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def question_type(self) -> str:
        """As in the log."""

    @property
    def decided(self) -> tuple[str, ...]:
        """Option ids or the band; empty for points, and while nothing is decided."""

    @property
    def votes(self) -> Mapping[tuple[int, str], Counts]:
        """(1 or 2, role or WHOLE_ROOM) -> what was counted."""

    @property
    def shifts(self) -> Mapping[tuple[str, str, str], int]:
        """(role, first, second) -> ballots."""


class Figures(Protocol):
    """One session."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def sha256(self) -> str:
        """The hash of its scenario: equal only for the same text."""

    @property
    def rounds(self) -> Sequence[Round]:
        """Its dilemmas."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One group in one session; all None or empty when `hidden`."""

    there: bool
    """Whether the group voted at all."""
    hidden: bool = False
    persons: int = 0
    first: Mapping[str, float] = field(default_factory=dict)
    """Share per choice in vote 1, 0 to 1; empty without that vote."""
    second: Mapping[str, float] = field(default_factory=dict)
    label: int | None = None
    """Rule number of the label of the last vote; of the whole room only."""
    moved: int | None = None
    """People who chose otherwise in vote 2; None when that is not known."""
    both: int | None = None
    """People with both votes."""
    decided: tuple[str, ...] = ()
    """What was decided; with the whole room only."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """One group over all sessions of a table: means of the sessions' shares."""

    sessions: int
    persons: int
    hidden: bool
    first: Mapping[str, float] = field(default_factory=dict)
    second: Mapping[str, float] = field(default_factory=dict)
    spread: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Lowest and highest share of a session, per choice, in the last vote."""
    moved: float | None = None
    """Mean share of people who chose otherwise in vote 2."""


@dataclass(frozen=True, slots=True)
class Line:
    """One group: a role, or the whole room."""

    role: str
    cells: tuple[Cell, ...]
    """One per session of the edition, in its order."""
    pooled: Pooled


@dataclass(frozen=True, slots=True)
class DilemmaTable:
    """One dilemma of an edition."""

    dilemma: str
    title: str
    question_type: str
    choices: tuple[str, ...]
    lines: tuple[Line, ...]
    """The whole room first."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Sessions with the same text of the scenario."""

    sha256: str
    sessions: tuple[str, ...]
    dilemmas: tuple[DilemmaTable, ...]


def compare(sessions: Sequence[Figures]) -> tuple[Edition, ...]:
    """Put sessions side by side, in their order; editions in the order of their first session."""
    names = dict.fromkeys(session.sha256 for session in sessions)
    return tuple(_edition(sha, [s for s in sessions if s.sha256 == sha]) for sha in names)


def _edition(sha: str, sessions: list[Figures]) -> Edition:
    ids = tuple(session.id for session in sessions)
    played = [{one.dilemma: one for one in session.rounds} for session in sessions]
    order = dict.fromkeys(one.dilemma for session in sessions for one in session.rounds)
    tables = (_table([rounds.get(dilemma) for rounds in played]) for dilemma in sorted(order))
    return Edition(sha, ids, tuple(tables))


def _table(rounds: list[Round | None]) -> DilemmaTable:
    """One dilemma; a session that did not play it has None."""
    there = [one for one in rounds if one is not None]
    voted = {key: counts for one in there for key, counts in one.votes.items()}
    roles = sorted({role for _, role in voted} - {WHOLE_ROOM})
    choices = sorted({name for counts in voted.values() for name in counts.counts}, key=_in_order)
    own = [_cells(one, roles) for one in rounds]
    lines = [
        Line(role, tuple(cells[role] for cells in own), _pooled([r for r in rounds if r], role))
        for role in (WHOLE_ROOM, *roles)
    ]
    first = there[0]
    return DilemmaTable(
        first.dilemma, first.title, first.question_type, tuple(choices), tuple(lines)
    )


def _in_order(choice: str) -> tuple[int, str]:
    return (int(choice), "") if choice.isdigit() else (0, choice)


def _cells(one: Round | None, roles: Sequence[str]) -> dict[str, Cell]:
    """Every group of one session; no small group can be worked out from the rest."""
    if one is None:
        return {role: Cell(there=False) for role in (WHOLE_ROOM, *roles)}
    sizes = {role: _persons(one, role) for role in roles}
    hidden = _too_small(sizes)
    cells = {role: _cell(one, role, hidden=role in hidden) for role in roles}
    small = 0 < _persons(one, WHOLE_ROOM) < LEAST_PERSONS
    return {WHOLE_ROOM: _cell(one, WHOLE_ROOM, hidden=small), **cells}


def _persons(one: Round, role: str) -> int:
    """The fewest people of a group in either vote that it took part in."""
    held = (one.votes.get((vote, role)) for vote in (1, 2))
    return min((counts.persons for counts in held if counts is not None), default=0)


def _too_small(sizes: Mapping[str, int]) -> frozenset[str]:
    """The roles to hide: small ones, and one more when the whole less the rest gives one away."""
    small = {role for role, n in sizes.items() if 0 < n < LEAST_PERSONS}
    rest = sorted((n, role) for role, n in sizes.items() if n >= LEAST_PERSONS)
    if small and rest and sum(sizes[role] for role in small) < LEAST_PERSONS:
        small.add(rest[0][1])
    return frozenset(small)


def _cell(one: Round, role: str, *, hidden: bool) -> Cell:
    votes = [one.votes.get((number, role)) for number in (1, 2)]
    decided = one.decided if role == WHOLE_ROOM else ()
    if not any(votes):
        return Cell(there=False, decided=decided)
    if hidden:
        return Cell(there=True, hidden=True, decided=decided)
    both, moved = _moves(one, role)
    first, second = (_shares(one, counts) for counts in votes)
    last = votes[1] or votes[0]
    return Cell(
        there=True,
        persons=last.persons if last else 0,
        first=first,
        second=second,
        label=_label(one, last) if role == WHOLE_ROOM else None,
        moved=moved if both else None,
        both=both or None,
        decided=decided,
    )


def _shares(one: Round, counts: Counts | None) -> dict[str, float]:
    """The share of each choice: of the ballots, or of the points."""
    if counts is None or not counts.valid:
        return {}
    whole = sum(counts.counts.values()) if one.question_type == "points" else counts.valid
    return {choice: n / whole for choice, n in counts.counts.items()} if whole else {}


def _label(one: Round, counts: Counts | None) -> int | None:
    if counts is None or one.question_type not in _LABELLED:
        return None
    heaps = {choice: round(n) for choice, n in counts.counts.items()}
    if one.question_type != _SCALE:
        return choice_label(heaps)
    points = max((int(point) for point in heaps), default=0)
    return scale_label([heaps.get(str(point), 0) for point in range(1, points + 1)])


def _moves(one: Round, role: str) -> tuple[int, int]:
    """People with both votes, and how many of them chose otherwise."""
    own = [
        (first != second, n)
        for (whose, first, second), n in one.shifts.items()
        if role in (WHOLE_ROOM, whose)
    ]
    return sum(n for _, n in own), sum(n for moved, n in own if moved)


def _pooled(rounds: list[Round], role: str) -> Pooled:
    """Means over the sessions where the group took part in either vote."""
    held = [one for one in rounds if any(one.votes.get((vote, role)) for vote in (1, 2))]
    persons = sum(_persons(one, role) for one in held)
    if len(held) < LEAST_SESSIONS or persons < LEAST_PERSONS:
        return Pooled(len(held), persons, hidden=True)
    votes = {
        number: [s for one in held if (s := _shares(one, one.votes.get((number, role))))]
        for number in (1, 2)
    }
    moves = [(both, moved) for one in held for both, moved in [_moves(one, role)] if both]
    enough = len(moves) >= LEAST_SESSIONS and sum(both for both, _ in moves) >= LEAST_PERSONS
    return Pooled(
        sessions=len(held),
        persons=persons,
        hidden=False,
        first=_means(votes[1]),
        second=_means(votes[2]),
        spread=_spread(votes[2] or votes[1]),
        moved=_mean([moved / both for both, moved in moves]) if enough else None,
    )


def _means(shares: list[dict[str, float]]) -> dict[str, float]:
    """The mean share per choice; a choice that nobody of a session made counts as 0 there."""
    if len(shares) < LEAST_SESSIONS:
        return {}
    names = sorted({name for one in shares for name in one}, key=_in_order)
    return {name: _mean([one.get(name, 0.0) for one in shares]) for name in names}


def _spread(shares: list[dict[str, float]]) -> dict[str, tuple[float, float]]:
    if len(shares) < LEAST_SESSIONS:
        return {}
    names = sorted({name for one in shares for name in one}, key=_in_order)
    heaps = {name: [one.get(name, 0.0) for one in shares] for name in names}
    return {name: (min(heap), max(heap)) for name, heap in heaps.items()}


def _mean(values: Iterable[float]) -> float:
    heap = list(values)
    return sum(heap) / len(heap)
