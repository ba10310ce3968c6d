"""Figures: what the ballots of one role add up to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from dilemmaspel.game.ballots import Ballot, Channel, Choice, Vote
from dilemmaspel.game.choices import CONSENT_ANSWERS, scale_points
from dilemmaspel.game.ids import OptionId, frozen
from dilemmaspel.game.measures import points_shown
from dilemmaspel.game.rankings import borda
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.terms import QuestionType

Kind = QuestionType | Vote
"""What was counted: a question type, or a run-off or consent check (as `Vote`)."""

Orders = tuple[tuple[int, tuple[OptionId, ...]], ...]
"""Rankings as `(count, order)`, equal orders together."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What some ballots add up to; a ballot of a table counts once, a cell of hands n times."""

    kind: Kind
    counts: Mapping[OptionId, int]
    """Per option: votes, ticks, first places (ranking) or points given; empty on a scale."""
    scale: tuple[int, ...]
    """Ballots per scale point, the first is point 1; empty unless an agreement."""
    orders: Orders
    """The rankings; empty unless a ranking."""
    valid: int
    abstained: int
    persons: int
    """People behind all counted ballots, abstentions too."""
    valid_persons: int
    """People behind the valid ballots: what quorum and k look at."""
    hands: int
    """How many of the people were counted by a show of hands."""

    @property
    def cast(self) -> int:
        """Ballots that count, abstentions too."""
        return self.valid + self.abstained

    @property
    def shares(self) -> Mapping[OptionId, Fraction]:
        """Votes, ticks, first places or points per valid ballot; empty without one ("–")."""
        if not self.valid:
            return frozen()
        return frozen({o: Fraction(n, self.valid) for o, n in self.counts.items()})

    @property
    def means(self) -> Mapping[OptionId, Fraction]:
        """Exact mean points per option; empty unless a points question with valid ballots."""
        return self.shares if self.kind is QuestionType.POINTS else frozen()

    @property
    def borda(self) -> Mapping[OptionId, Fraction]:
        """Borda points per option; empty unless a ranking."""
        return borda(self.orders, tuple(self.counts)) if self.is_ranking else frozen()

    @property
    def is_ranking(self) -> bool:
        """Whether the ballots are orders of preference."""
        return self.kind is QuestionType.RANKING

    @property
    def scores(self) -> Mapping[OptionId, Fraction]:
        """What role weights are laid over: shares, for a ranking Borda points per ballot."""
        if self.is_ranking and self.valid:
            return frozen({o: points / self.valid for o, points in self.borda.items()})
        return self.shares

    @property
    def mean(self) -> Fraction | None:
        """Mean scale point, or None when there is none."""
        total = sum(point * n for point, n in enumerate(self.scale, start=1))
        return Fraction(total, sum(self.scale)) if any(self.scale) else None

    @property
    def median(self) -> Fraction | None:
        """Median scale point (the middle of the two middle ones when even), or None."""
        points = [point for point, n in enumerate(self.scale, start=1) for _ in range(n)]
        if not points:
            return None
        return Fraction(points[(len(points) - 1) // 2] + points[len(points) // 2], 2)

    @property
    def top_share(self) -> Fraction | None:
        """Share (0 to 1) of the largest option, scale point or heap of points, or None."""
        figures = self.scale or tuple(self.counts.values())
        whole = sum(figures) if self.kind is QuestionType.POINTS else self.valid
        return Fraction(max(figures), whole) if figures and whole else None

    def shown_points(self) -> Mapping[OptionId, int]:
        """Give the mean points as whole numbers that keep their sum (largest remainder)."""
        return points_shown(self.means)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the ballots of a vote look like."""

    kind: Kind
    options: tuple[OptionId, ...]
    points: int
    """Scale points, 0 without a scale."""


def sheet_of(dilemma: Dilemma, options: tuple[OptionId, ...], vote: Vote) -> Sheet:
    """Tell what the ballots of a vote look like; `options` are those of the ballot."""
    if vote is Vote.CONSENT:
        return Sheet(vote, CONSENT_ANSWERS, 0)
    if vote is Vote.RUNOFF:
        return Sheet(vote, options, 0)
    if dilemma.type is QuestionType.AGREEMENT:
        return Sheet(dilemma.type, (), scale_points(dilemma))
    return Sheet(dilemma.type, options, 0)


def figures_of(sheet: Sheet, ballots: list[Ballot], present: int) -> Figures:
    """Add up the ballots of one role."""
    ticks = [b for b in ballots if _is_tick_by_hand(sheet, b)]
    rest = [b for b in ballots if not _is_tick_by_hand(sheet, b)]
    valid = [b for b in rest if b.choice is not None]
    voters = _voters_by_hand(sheet, ticks, present - sum(_people(b) for b in rest))
    return Figures(
        kind=sheet.kind,
        counts=_counts(sheet, ballots),
        scale=_scale(sheet, valid),
        orders=_orders(sheet, valid),
        valid=sum(b.count for b in valid) + voters,
        abstained=sum(b.count for b in rest if b.choice is None),
        persons=sum(_people(b) for b in rest) + voters,
        valid_persons=sum(_people(b) for b in valid) + voters,
        hands=sum(_people(b) for b in rest if b.channel is Channel.HANDS) + voters,
    )


def together(sheet: Sheet, parts: tuple[Figures, ...]) -> Figures:
    """Add up the figures of all roles."""
    orders: Counter[tuple[OptionId, ...]] = Counter()
    for part in parts:
        orders.update({order: n for n, order in part.orders})
    return Figures(
        kind=sheet.kind,
        counts=frozen({o: sum(part.counts[o] for part in parts) for o in sheet.options}),
        scale=tuple(sum(part.scale[i] for part in parts) for i in range(sheet.points)),
        orders=tuple((n, order) for order, n in sorted(orders.items())),
        valid=sum(part.valid for part in parts),
        abstained=sum(part.abstained for part in parts),
        persons=sum(part.persons for part in parts),
        valid_persons=sum(part.valid_persons for part in parts),
        hands=sum(part.hands for part in parts),
    )


def _people(ballot: Ballot) -> int:
    return ballot.count * max(ballot.heads, 1)


def _is_tick_by_hand(sheet: Sheet, ballot: Ballot) -> bool:
    approval = sheet.kind is QuestionType.APPROVAL
    return approval and ballot.channel is Channel.HANDS and ballot.choice is not None


def _voters_by_hand(sheet: Sheet, ticks: list[Ballot], unseen: int) -> int:
    """People of a role behind its cells of hands: those not seen otherwise, or the hands seen."""
    if not ticks:
        return 0
    raised = max(_counts(sheet, ticks).values(), default=0)
    return max(unseen, raised + sum(b.count for b in ticks if not b.choice))


def _counts(sheet: Sheet, ballots: list[Ballot]) -> Mapping[OptionId, int]:
    counts = dict.fromkeys(sheet.options, 0)
    counted = 1 if sheet.kind is QuestionType.RANKING else None
    for ballot in ballots:
        for option, n in _named(sheet, ballot.choice)[:counted]:
            counts[option] += n * ballot.count
    return frozen(counts)


def _named(sheet: Sheet, choice: Choice) -> tuple[tuple[OptionId, int], ...]:
    """Give the options that a choice names with what it gives each, in its own order."""
    if isinstance(choice, str):
        return ((choice, 1),)
    if isinstance(choice, Mapping):
        return tuple((option, n) for option, n in choice.items() if option in sheet.options)
    if isinstance(choice, int) or choice is None:
        return ()
    return tuple((option, 1) for option in choice)


def _scale(sheet: Sheet, valid: list[Ballot]) -> tuple[int, ...]:
    figures: Counter[int] = Counter()
    for ballot in valid:
        if isinstance(ballot.choice, int):
            figures[ballot.choice] += ballot.count
    return tuple(figures[point] for point in range(1, sheet.points + 1))


def _orders(sheet: Sheet, valid: list[Ballot]) -> Orders:
    if sheet.kind is not QuestionType.RANKING:
        return ()
    figures: Counter[tuple[OptionId, ...]] = Counter()
    for ballot in valid:
        figures[tuple(option for option, _ in _named(sheet, ballot.choice))] += ballot.count
    return tuple((n, order) for order, n in sorted(figures.items()))
