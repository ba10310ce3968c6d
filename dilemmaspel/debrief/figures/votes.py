"""Figures of a vote: who chose what (M1), and who moved after the talk (M2)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.places import DilemmaName, Place, most_points, no_valid_votes
from dilemmaspel.debrief.figures.tables import Cell, Column, Table, Unit
from dilemmaspel.debrief.saying import Say, plural, say
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.measures import MIN_BALLOTS
from dilemmaspel.game.scenario import Role
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.texts import mark


def _per_ballot(counts: tuple[int, ...], valid: int) -> tuple[Fraction, ...] | None:
    return tuple(Fraction(n, valid) for n in counts) if valid else None


@dataclass(frozen=True, slots=True)
class RoleShare:
    """What one role chose: one number per place of the figure, in its order."""

    role: Role
    counts: tuple[int, ...]
    """Votes, ticks or first places; points given for a points question."""
    valid: int
    """Valid ballots; 0 is written "–", never 0%."""
    abstained: int

    @property
    def shares(self) -> tuple[Fraction, ...] | None:
        """Votes, ticks or points per valid ballot; None without one."""
        return _per_ballot(self.counts, self.valid)

    @property
    def in_percent(self) -> bool:
        """Whether percentages may be written: below five voters the counts are ("2 van 3")."""
        return self.valid >= MIN_BALLOTS


@dataclass(frozen=True, slots=True)
class Shares:
    """M1: who chose what in one vote, whole, per role, and with every role weighing the same."""

    key: ClassVar[str] = "shares"

    dilemma: DilemmaName
    vote: Vote
    places: tuple[Place, ...]
    counts: tuple[int, ...]
    """Of the whole room, per place."""
    valid: int
    abstained: int
    missing: int
    """People present of whom there is no ballot."""
    present: int
    weighted: tuple[Fraction, ...] | None
    """Per place the mean over the roles of their shares: 0 to 1, of a points question in points.
    None when there are no roles to weigh, or when it may not be shown."""
    roles: tuple[RoleShare, ...]
    """Roles with a ballot, in the order of the roles file; empty when nothing may be shown."""
    hidden: int
    """People in roles that are too small to show."""
    by_hand: int
    """How many people were counted by a show of hands."""
    chosen: tuple[str, ...]
    """Ids of the places that became the decision."""
    points_total: int = 0
    """The points everybody divided; 0 unless a points question."""

    @property
    def shares(self) -> tuple[Fraction, ...] | None:
        """Per place its share of the valid ballots; points per ballot. None without a ballot."""
        return _per_ballot(self.counts, self.valid)

    @property
    def top(self) -> tuple[Place, ...]:
        """The places with most; more than one when they are equal, none without a ballot."""
        most = max(self.counts, default=0)
        both = zip(self.places, self.counts, strict=True)
        return tuple(place for place, n in both if n == most and most)

    @property
    def roles_for_top(self) -> int:
        """How many of the roles gave most to the single place on top; 0 when it is shared."""
        if len(self.top) != 1:
            return 0
        at = self.places.index(self.top[0])
        return sum(_alone_on_top(role.counts, at) for role in self.roles)

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Who chose what?"))

    def sentence(self) -> Say:
        """Say how many roles were for what came out on top, or else how many people."""
        if not self.valid:
            return no_valid_votes()
        if len(self.top) != 1:
            return say(mark("There is not one choice with most votes."))
        top = self.top[0]
        if self.dilemma.type is QuestionType.POINTS:
            return most_points(top, Fraction(max(self.counts), self.valid))
        voted = sum(1 for role in self.roles if role.valid)
        if voted > 1:
            return plural(
                "{n} of the {all} roles was for {option}.",
                "{n} of the {all} roles were for {option}.",
                self.roles_for_top,
                all=voted,
                option=top.full,
            )
        return plural(
            "{n} of the {all} votes was for {option}.",
            "{n} of the {all} votes were for {option}.",
            max(self.counts),
            all=self.valid,
            option=top.full,
        )

    def table(self) -> Table:
        """Give a row per role, then the room, then the room with equal roles."""
        places = tuple(Column(f"n_{place.id}", place.full, Unit.COUNT) for place in self.places)
        ends = (columns.VALID, columns.ABSTAINED)
        rows: list[tuple[Cell, ...]] = [
            (role.role.name, *_counts_or_dash(role), role.valid, role.abstained)
            for role in self.roles
        ]
        whole: tuple[Cell, ...] = (
            say(mark("Everyone")),
            *self.counts,
            self.valid,
            self.abstained,
        )
        return Table(
            title=say(mark("{dilemma}: who chose what?"), dilemma=self.dilemma.title),
            columns=(columns.ROLE, *places, *ends),
            rows=(*rows, whole),
            notes=self._notes(),
        )

    def weighted_table(self) -> Table:
        """Give per place the share of the room next to the share when roles weigh the same."""
        unit = Unit.NUMBER if self.points_total else Unit.SHARE
        raw = self.shares or (None,) * len(self.places)
        even = self.weighted or (None,) * len(self.places)
        return Table(
            title=say(mark("{dilemma}: everyone equal, roles equal"), dilemma=self.dilemma.title),
            columns=(
                columns.OPTION,
                Column("share", say(mark("Everyone counts equally")), unit, 1),
                Column("role_share", say(mark("Every role counts equally")), unit, 1),
            ),
            rows=tuple(
                (place.full, a, b) for place, a, b in zip(self.places, raw, even, strict=True)
            ),
        )

    def _notes(self) -> tuple[Say, ...]:
        found = []
        if self.missing:
            found.append(plural("{n} did not vote", "{n} did not vote", self.missing))
        if self.by_hand:
            found.append(plural("{n} counted by hand", "{n} counted by hand", self.by_hand))
        if self.hidden:
            found.append(say(mark("Roles with few people are not shown apart.")))
        return tuple(found)


def _counts_or_dash(role: RoleShare) -> tuple[int | None, ...]:
    return tuple(n if role.valid else None for n in role.counts)


def _alone_on_top(counts: tuple[int, ...], at: int) -> bool:
    return counts[at] > max((n for i, n in enumerate(counts) if i != at), default=0)


@dataclass(frozen=True, slots=True)
class RoleFlow:
    """Who of one role moved."""

    role: Role
    table: tuple[tuple[int, ...], ...]
    """Rows are vote 1, columns vote 2, in the order of the figure's places."""
    n: int
    moved: int
    silent: Fraction


@dataclass(frozen=True, slots=True)
class VoteFlow:
    """M2: who moved between the votes, with the moves that cancel out (stille wissel)."""

    key: ClassVar[str] = "flow"

    dilemma: DilemmaName
    places: tuple[Place, ...]
    """Abstaining is a place of its own, last, when somebody did."""
    table_of_moves: tuple[tuple[int, ...], ...]
    """Rows are vote 1, columns vote 2; empty when only the net movement is known."""
    n: int
    """People with both votes."""
    moved: int
    net: Fraction
    """Share (0 to 1) of the people that two bar charts would show moving."""
    silent: Fraction
    """Share of the people whose moves cancel out: moved / n − net."""
    excluded: int
    """People with one vote only."""
    by_hand: bool
    """Hands were counted, so that nobody's own move is known."""
    net_only: tuple[tuple[Place, int, int], ...]
    """Place, vote 1, vote 2: all that is known of hands, points and ticks; else empty."""
    roles: tuple[RoleFlow, ...]
    """Empty when moves per role are unknown or may not be shown."""
    mean_shift: Fraction | None = None
    """On a scale: by how many points people moved on average; None elsewhere."""
    up: int = 0
    """On a scale: people who went higher."""
    down: int = 0

    @property
    def silent_moves(self) -> int:
        """How many people the silent swap is."""
        return round(self.silent * self.n)

    @property
    def gained(self) -> tuple[tuple[Place, int], ...]:
        """What each place won or lost, in people (hands, ticks or points when net only)."""
        if self.net_only:
            return tuple((place, b - a) for place, a, b in self.net_only)
        table = self.table_of_moves
        return tuple(
            (place, sum(row[i] for row in table) - sum(table[i]))
            for i, place in enumerate(self.places)
            if table
        )

    @property
    def most_gained(self) -> Place | None:
        """The one place that most movers went to; None when there is not one, or they abstained."""
        if not self.table_of_moves:
            return None
        arrived = [
            sum(row[i] for j, row in enumerate(self.table_of_moves) if j != i)
            for i in range(len(self.places))
        ]
        most = max(arrived, default=0)
        if not most or arrived.count(most) != 1:
            return None
        found = self.places[arrived.index(most)]
        return found if found.index >= 0 else None

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Who moved?"))

    def sentence(self) -> Say:
        """Say how many chose otherwise, and where most of them went."""
        if not self.n:
            return say(
                mark("Of the moves we only know how the totals changed.")
                if self.net_only
                else mark("Nobody voted twice, so nobody could move.")
            )
        if not self.moved:
            return say(mark("Nobody chose otherwise after the talk."))
        if self.most_gained is None:
            return plural(
                "{n} of the {all} chose otherwise after the talk.",
                "{n} of the {all} chose otherwise after the talk.",
                self.moved,
                all=self.n,
            )
        return plural(
            "{n} of the {all} chose otherwise after the talk. Most went to {option}.",
            "{n} of the {all} chose otherwise after the talk. Most went to {option}.",
            self.moved,
            all=self.n,
            option=self.most_gained.full,
        )

    def silent_sentence(self) -> Say | None:
        """Say how many moves two bar charts would not show; None without any."""
        if self.silent_moves < 1:
            return None
        return plural(
            "Silent swap: {n} move does not show in the totals.",
            "Silent swap: {n} moves do not show in the totals.",
            self.silent_moves,
        )

    def table(self) -> Table:
        """Give the moves: a row per place of vote 1, or the totals of both votes."""
        title = say(mark("{dilemma}: who moved?"), dilemma=self.dilemma.title)
        if self.net_only or not self.table_of_moves:
            return Table(
                title,
                _NET_COLUMNS,
                tuple((place.full, a, b, b - a) for place, a, b in self.net_only),
                self._notes(),
            )
        heads = tuple(Column(f"to_{p.id or 'abstained'}", p.full, Unit.COUNT) for p in self.places)
        first = Column("from", say(mark("Vote 1 → vote 2")))
        both = zip(self.places, self.table_of_moves, strict=True)
        rows = tuple((place.full, *row) for place, row in both)
        return Table(title, (first, *heads), rows, self._notes())

    def role_table(self) -> Table:
        """Give per role how many moved; empty when that may not be shown."""
        return Table(
            title=say(mark("{dilemma}: who moved, per role"), dilemma=self.dilemma.title),
            columns=(
                columns.ROLE,
                columns.BOTH_VOTES,
                columns.MOVED,
                Column("silent", say(mark("Silent swap")), Unit.COUNT),
            ),
            rows=tuple((r.role.name, r.n, r.moved, round(r.silent * r.n)) for r in self.roles),
        )

    def _notes(self) -> tuple[Say, ...]:
        found = [self.silent_sentence()]
        if self.excluded:
            found.append(
                plural(
                    "{n} with one vote only is left out.",
                    "{n} with one vote only are left out.",
                    self.excluded,
                )
            )
        if self.by_hand:
            found.append(say(mark("We counted hands, so we only see how the totals moved.")))
        return tuple(note for note in found if note)


_NET_COLUMNS = (
    Column("place", say(mark("Choice"))),
    Column("vote1", say(mark("Vote 1")), Unit.NUMBER),
    Column("vote2", say(mark("Vote 2")), Unit.NUMBER),
    columns.CHANGE,
)
