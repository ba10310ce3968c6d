"""Figures of what was said: arguments, conditions, notes, agreements, the exit poll."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.places import DilemmaName, Place
from dilemmaspel.debrief.figures.tables import Cell, Column, Table, Unit
from dilemmaspel.debrief.saying import Number, Say, plural, say
from dilemmaspel.game.commands import NoteKind
from dilemmaspel.game.measures import MIN_BALLOTS
from dilemmaspel.game.scenario import Role
from dilemmaspel.texts import mark


class Kept(StrEnum):
    """What kind of remark it is."""

    ARGUMENT = "argument"
    CONDITION = "condition"
    COMMENT = "comment"
    """Written with a ballot; never with a role."""
    OBJECTION = "objection"
    """The reason of an objection; never with a role."""


KEPT = {
    Kept.ARGUMENT: mark("Argument"),
    Kept.CONDITION: mark("Yes, if …"),
    Kept.COMMENT: mark("Explanation"),
    Kept.OBJECTION: mark("Objection"),
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One remark; `place` is the option it is about, None when it is about none."""

    dilemma: DilemmaName
    kind: Kept
    place: Place | None
    text: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Remarks:
    """Arguments, conditions, explanations and objections."""

    key: ClassVar[str] = "remarks"

    remarks: tuple[Spoken, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Arguments and conditions"))

    def sentence(self) -> Say:
        """Say how many there are."""
        if not self.remarks:
            return say(mark("No arguments were written down."))
        return plural(
            "{n} remark was written down.", "{n} remarks were written down.", len(self.remarks)
        )

    def table(self) -> Table:
        """Give a row per remark."""
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (
                r.dilemma.title,
                say(KEPT[r.kind]),
                r.place.full if r.place else None,
                r.role.name if r.role else None,
                r.text,
            )
            for r in self.remarks
        )
        return Table(
            title=self.title(),
            columns=(
                columns.DILEMMA,
                columns.KIND,
                columns.OPTION,
                columns.ROLE,
                columns.TEXT,
            ),
            rows=rows,
        )


NOTE_KINDS = {
    NoteKind.QUICK: mark("Note"),
    NoteKind.PARALLEL: mark("Like our own work"),
    NoteKind.OBSERVER: mark("Seen by the observer"),
    NoteKind.REASON: mark("Reason"),
}


@dataclass(frozen=True, slots=True)
class Noted:
    """A note; `dilemma` is None when none was running."""

    kind: NoteKind
    text: str
    dilemma: DilemmaName | None


@dataclass(frozen=True, slots=True)
class Notes:
    """What the facilitator and the observers wrote down."""

    key: ClassVar[str] = "notes"

    notes: tuple[Noted, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Notes"))

    def sentence(self) -> Say:
        """Say how many there are."""
        if not self.notes:
            return say(mark("Nothing was written down yet."))
        return plural("{n} note was written down.", "{n} notes were written down.", len(self.notes))

    def table(self) -> Table:
        """Give a row per note."""
        return Table(
            title=self.title(),
            columns=(
                columns.KIND,
                columns.DILEMMA,
                columns.TEXT,
            ),
            rows=tuple(
                (say(NOTE_KINDS[n.kind]), n.dilemma.title if n.dilemma else None, n.text)
                for n in self.notes
            ),
        )


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody will do; who and when may be empty."""

    what: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Agreements:
    """What we will do differently on Monday."""

    key: ClassVar[str] = "agreements"

    agreements: tuple[Agreed, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("What we agree to do"))

    def sentence(self) -> Say:
        """Say how many there are."""
        if not self.agreements:
            return say(mark("There are no agreements yet."))
        return plural("We made {n} agreement.", "We made {n} agreements.", len(self.agreements))

    def table(self) -> Table:
        """Give a row per agreement."""
        return Table(
            title=self.title(),
            columns=(
                Column("what", say(mark("What"))),
                Column("who", say(mark("Who"))),
                Column("when", say(mark("When"))),
            ),
            rows=tuple((a.what, a.who or None, a.when or None) for a in self.agreements),
        )


@dataclass(frozen=True, slots=True)
class PollQuestion:
    """One closing question: how many gave 1, 2, 3, 4 and 5."""

    text: Say
    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        """How many answered it."""
        return sum(self.counts)

    @property
    def mean(self) -> Fraction | None:
        """The mean answer, 1 to 5; None below five answers."""
        if self.n < MIN_BALLOTS:
            return None
        return Fraction(sum(i * n for i, n in enumerate(self.counts, start=1)), self.n)


@dataclass(frozen=True, slots=True)
class ExitPoll:
    """The two closing questions, anonymous, each from 1 to 5."""

    key: ClassVar[str] = "exit_poll"

    talking: PollQuestion
    understanding: PollQuestion

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("How was it?"))

    def sentence(self) -> Say:
        """Say the mean of the first question, or how many answered."""
        mean = self.talking.mean
        if mean is None:
            n = max(self.talking.n, self.understanding.n)
            return plural("{n} person answered.", "{n} people answered.", n)
        return say(mark("We give this talk a {mean} out of 5."), mean=Number(mean, 1))

    def table(self) -> Table:
        """Give a row per question."""
        numbers = tuple(Column(f"n_{i}", str(i), Unit.COUNT) for i in range(1, 6))
        return Table(
            title=self.title(),
            columns=(
                Column("question", say(mark("Question"))),
                *numbers,
                Column("n", say(mark("Answers")), Unit.COUNT),
                Column("mean", say(mark("Mean")), Unit.NUMBER, 1),
            ),
            rows=tuple(
                (q.text, *q.counts, q.n, q.mean) for q in (self.talking, self.understanding)
            ),
        )
