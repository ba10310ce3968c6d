"""Figures of how close a room stood: labels (M3 to M5), points (M8), orders (M9), consent (M10)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.places import DilemmaName, Place, most_points, no_valid_votes
from dilemmaspel.debrief.figures.tables import Column, Table, Unit
from dilemmaspel.debrief.saying import Number, Say, plural, say
from dilemmaspel.game.ballots import Vote
from dilemmaspel.texts import mark
from dilemmaspel.words.measures import CHOICE_LABELS, SCALE_LABELS


@dataclass(frozen=True, slots=True)
class Label:
    """How close the room stood in one vote; every index is None under five ballots."""

    dilemma: DilemmaName
    vote: Vote
    counts: tuple[tuple[Place, int], ...]
    n: int
    """Valid ballots."""
    ordered: bool
    """Whether the places have an order (an agreement)."""
    number: int | None
    """The rule that fits: 1 to 5 on a scale, 1 to 4 for choices; None when no label exists."""
    consensus: float | None = None
    """M3, 0 to 1; ordered places only."""
    agreement: Fraction | None = None
    """M4, −1 to 1; ordered places only."""
    polarisation: Fraction | None = None
    """M5, 0 to 1; ordered places only."""
    esteban_ray: float | None = None
    """M5, 0 to 1; ordered places only."""
    reynal_querol: Fraction | None = None
    """M5, 0 to 1; places without an order only."""
    overlap: Fraction | None = None
    """M8, 0 to 1: points only, how much two people had in common on average."""
    kendall: Fraction | None = None
    """M9, 0 to 1: rankings only, Kendall's W."""

    @property
    def words(self) -> Say | None:
        """The label in words; None when there is none."""
        if self.number is None:
            return None
        names = SCALE_LABELS if self.ordered else CHOICE_LABELS
        return say(names[self.number - 1])


@dataclass(frozen=True, slots=True)
class Closeness:
    """M3 to M5 in words: where the room stood close together, and where in two camps."""

    key: ClassVar[str] = "closeness"

    labels: tuple[Label, ...]
    """A label per dilemma of its deciding vote, and before it of vote 1 when there were two."""

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("How close together were we?"))

    def sentence(self) -> Say:
        """Name the dilemmas with two camps, or else say that there were none."""
        decided = {label.dilemma.id: label for label in self.labels}
        known = [label for label in decided.values() if label.number is not None]
        camps = [label.dilemma.title for label in known if label.number == 2]
        if not known:
            return say(mark("There are too few votes for a word."))
        if camps:
            return say(mark("We stood in two camps at: {dilemmas}."), dilemmas=", ".join(camps))
        return say(mark("In no dilemma did we stand in two camps."))

    def table(self) -> Table:
        """Give a row per dilemma and vote: the word, and for organisers every index."""
        return Table(
            title=self.title(),
            columns=(
                columns.DILEMMA,
                columns.VOTE,
                Column("n", say(mark("Valid votes")), Unit.COUNT),
                Column("label", say(mark("In a word"))),
                Column("consensus", say(mark("Consensus (0 to 1)")), Unit.NUMBER, 2),
                Column("agreement", say(mark("Agreement A (−1 to 1)")), Unit.NUMBER, 2),
                Column("polarisation", say(mark("Polarisation (0 to 1)")), Unit.NUMBER, 2),
                Column("esteban_ray", say(mark("Esteban–Ray (0 to 1)")), Unit.NUMBER, 2),
                Column("reynal_querol", say(mark("Reynal-Querol (0 to 1)")), Unit.NUMBER, 2),
                Column("overlap", say(mark("Shared points (0 to 1)")), Unit.NUMBER, 2),
                Column("kendall_w", say(mark("Same order W (0 to 1)")), Unit.NUMBER, 2),
            ),
            rows=tuple(_label_row(label) for label in self.labels),
            row_heads=2,
        )


def _label_row(label: Label) -> tuple[Say | str | int | float | Fraction | None, ...]:
    vote = say(mark("Vote 1") if label.vote is Vote.FIRST else mark("Vote 2"))
    return (
        label.dilemma.title,
        vote,
        label.n,
        label.words,
        label.consensus,
        label.agreement,
        label.polarisation,
        label.esteban_ray,
        label.reynal_querol,
        label.overlap,
        label.kendall,
    )


@dataclass(frozen=True, slots=True)
class PointsOf:
    """One option in a division of points, over all people."""

    place: Place
    shown: int
    """The mean as a whole number; these add up to the total."""
    mean: Fraction
    median: Fraction
    spread: float
    """Population standard deviation, in points."""
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class PointsSpread:
    """M8: how the points were divided, and how far people lay apart."""

    key: ClassVar[str] = "points"

    dilemma: DilemmaName
    vote: Vote
    total: int
    n: int
    options: tuple[PointsOf, ...]
    overlap: Fraction | None
    """0 to 1: what two people had in common on average; None below five ballots."""

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("This is how we divided the points"))

    def sentence(self) -> Say:
        """Say what people had in common, or else what got most."""
        if not self.options:
            return no_valid_votes()
        if self.overlap is not None:
            return say(
                mark("On average two people agreed on {points} of the {total} points."),
                points=Number(self.overlap * self.total),
                total=self.total,
            )
        top = max(self.options, key=lambda one: one.mean)
        return most_points(top.place, top.mean)

    def table(self) -> Table:
        """Give a row per option."""
        return Table(
            title=say(mark("{dilemma}: how we divided the points"), dilemma=self.dilemma.title),
            columns=(
                columns.OPTION,
                Column("shown", say(mark("Points (rounded)")), Unit.COUNT),
                Column("mean", say(mark("Mean")), Unit.NUMBER, 2),
                Column("median", say(mark("Median")), Unit.NUMBER, 1),
                Column("spread", say(mark("Spread (standard deviation)")), Unit.NUMBER, 2),
                Column("low", say(mark("Lowest")), Unit.NUMBER),
                Column("high", say(mark("Highest")), Unit.NUMBER),
            ),
            rows=tuple(
                (o.place.full, o.shown, o.mean, o.median, o.spread, o.low, o.high)
                for o in self.options
            ),
        )


@dataclass(frozen=True, slots=True)
class Ranked:
    """One option in the order of the group."""

    place: Place
    borda: Fraction
    firsts: int
    """How many put it on top."""
    schulze: int
    """Its tier in Schulze's order, 1 is the best; equals share one."""


@dataclass(frozen=True, slots=True)
class GroupOrder:
    """M9: our order, best first by Borda, with what Schulze and Condorcet say."""

    key: ClassVar[str] = "order"

    dilemma: DilemmaName
    vote: Vote
    n: int
    ranked: tuple[Ranked, ...]
    condorcet: Place | None
    """What beats every other one by one; None when nothing does."""
    kendall: Fraction | None
    """Kendall's W, 0 to 1; None below five ballots."""

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Our order"))

    def sentence(self) -> Say:
        """Say what stands on top."""
        if not self.n or not self.ranked:
            return no_valid_votes()
        top = [one.place for one in self.ranked if one.borda == self.ranked[0].borda]
        if len(top) > 1:
            return say(mark("There is not one choice on top."))
        return say(mark("Together we put {option} on top."), option=top[0].full)

    def table(self) -> Table:
        """Give a row per option, in the order of the group."""
        notes = []
        if self.condorcet is not None:
            notes.append(
                say(mark("{option} beats every other one by one."), option=self.condorcet.full)
            )
        return Table(
            title=say(mark("{dilemma}: our order"), dilemma=self.dilemma.title),
            columns=(
                columns.OPTION,
                Column("borda", say(mark("Points of the order (Borda)")), Unit.NUMBER, 1),
                Column("firsts", say(mark("On top")), Unit.COUNT),
                Column("schulze", say(mark("Place by Schulze")), Unit.COUNT),
            ),
            rows=tuple((r.place.full, r.borda, r.firsts, r.schulze) for r in self.ranked),
            notes=tuple(notes),
        )


@dataclass(frozen=True, slots=True)
class Acceptance:
    """M10: what people can live with: ticks per option, and objections in a consent check."""

    key: ClassVar[str] = "acceptance"

    dilemma: DilemmaName
    n: int
    """Valid ballots of the vote with ticks; 0 when the question was another."""
    ticks: tuple[tuple[Place, int], ...]
    """Empty unless an approval."""
    asked: tuple[Place, ...]
    """What consent was asked for; empty when it was not."""
    answered: int
    """Valid answers of the last consent check."""
    objections: tuple[str, ...]
    """Reasons without names."""

    @property
    def for_everyone(self) -> tuple[Place, ...]:
        """What every valid ballot ticked."""
        return tuple(place for place, n in self.ticks if self.n and n == self.n)

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("What can everyone live with?"))

    def sentence(self) -> Say:
        """Say what everybody can live with, or how many objected."""
        if self.ticks:
            names = [f"{place.sign} {place.label}" for place in self.for_everyone]
            if names:
                return say(mark("Everyone can live with {options}."), options=", ".join(names))
            return say(mark("There is nothing that everyone can live with."))
        if not self.objections:
            return say(mark("Nobody has an objection."))
        return plural(
            "{n} of the {all} has an objection.",
            "{n} of the {all} have an objection.",
            len(self.objections),
            all=self.answered,
        )

    def table(self) -> Table:
        """Give the ticks per option; of a consent check the reasons."""
        title = say(mark("{dilemma}: what can everyone live with?"), dilemma=self.dilemma.title)
        if not self.ticks:
            column = Column("objection", say(mark("Objection")))
            return Table(title, (column,), tuple((reason,) for reason in self.objections))
        ticks = Column("ticks", say(mark("Can live with it")), Unit.COUNT)
        return Table(
            title,
            (columns.OPTION, ticks, columns.SHARE),
            tuple(
                (place.full, n, Fraction(n, self.n) if self.n else None) for place, n in self.ticks
            ),
        )
