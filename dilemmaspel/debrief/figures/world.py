"""Figures of the years: indicator lines, lenses, payers, the timeline."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.rules import Path, PathKind
from dilemmaspel.debrief.figures.tables import Cell, Column, Table, Unit
from dilemmaspel.debrief.saying import Say, plural, say
from dilemmaspel.game.ids import PocketId
from dilemmaspel.game.lens import LensSign, lens_sign
from dilemmaspel.game.scenario import Indicator, Role
from dilemmaspel.texts import mark
from dilemmaspel.words.measures import LENS, PLAY_VALUES


@dataclass(frozen=True, slots=True)
class YearLine:
    """One indicator over the years."""

    indicator: Indicator
    name: Say
    ours: tuple[int, ...]
    """A value per year from year 0, the start."""
    null: tuple[int, ...]
    """The same had nothing been decided: drawn dashed."""
    others: tuple[tuple[int, ...], ...] = ()
    """The other paths, in the order of the figure's `others`; each may be shorter or longer."""

    @property
    def crossing(self) -> int | None:
        """The first year from which ours is better than the null line to the end; or None."""
        better = [
            (a - b) * self.indicator.direction > 0
            for a, b in zip(self.ours, self.null, strict=True)
        ]
        last_bad = max((year for year, good in enumerate(better) if not good), default=-1)
        return last_bad + 1 if last_bad + 1 < len(better) else None


@dataclass(frozen=True, slots=True)
class YearLines:
    """Now and later: every indicator that is shown, with the null line and other paths."""

    key: ClassVar[str] = "lines"

    years: tuple[int, ...]
    """From 0 (the start)."""
    last_decision: int
    """The year of the last dilemma: what comes after it is "later"."""
    lines: tuple[YearLine, ...]
    others: tuple[Path, ...] = ()
    """What the other lines are; empty on a figure with the null line only."""
    show_numbers: bool = True

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Through the years"))

    def sentence(self) -> Say:
        """Say how many indicators end better than with nothing done."""
        better = sum(
            (line.ours[-1] - line.null[-1]) * line.indicator.direction > 0
            for line in self.lines
            if line.ours and line.null
        )
        return plural(
            "In the end {n} of the {all} things is better than if we had done nothing.",
            "In the end {n} of the {all} things are better than if we had done nothing.",
            better,
            all=len(self.lines),
        )

    def table(self) -> Table:
        """Give a row per indicator and path, a column per year."""
        rows: list[tuple[Cell, ...]] = []
        for line in self.lines:
            rows.append((line.name, say(mark("Our path")), *line.ours))
            rows.append((line.name, say(mark("Nothing done")), *line.null))
            rows.extend(
                (line.name, path.name, *_as_long(values, len(self.years)))
                for path, values in zip(self.others, line.others, strict=True)
                if path.kind not in (PathKind.REAL, PathKind.NULL)
            )
        years = tuple(
            Column(f"year_{year}", say(mark("Year {n}"), n=year), Unit.NUMBER)
            for year in self.years
        )
        return Table(
            title=self.title(),
            columns=(
                columns.INDICATOR,
                columns.PATH,
                *years,
            ),
            rows=tuple(rows),
            notes=(say(PLAY_VALUES),),
            row_heads=2,
        )


def _as_long(values: tuple[int, ...], years: int) -> tuple[int | None, ...]:
    return (*values, *(None,) * (years - len(values)))[:years]


@dataclass(frozen=True, slots=True)
class Crossing:
    """When an indicator got better than with nothing done, and stayed so."""

    indicator: Indicator
    name: Say
    year: int | None
    """None when it never did."""


@dataclass(frozen=True, slots=True)
class Crossings:
    """When did we see the effect? The year in which each line passes the null line for good."""

    key: ClassVar[str] = "crossings"

    crossings: tuple[Crossing, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("When did it get better than doing nothing?"))

    def sentence(self) -> Say:
        """Name the earliest and the latest year."""
        years = [c.year for c in self.crossings if c.year is not None]
        if not years:
            return say(mark("Nothing got better than if we had done nothing."))
        if min(years) == max(years):
            return say(mark("We saw the effect in year {year}."), year=min(years))
        return say(
            mark("We saw the first effect in year {first}, the last in year {last}."),
            first=min(years),
            last=max(years),
        )

    def table(self) -> Table:
        """Give a row per indicator."""
        return Table(
            title=self.title(),
            columns=(
                columns.INDICATOR,
                Column("year", say(mark("Better from year")), Unit.YEAR),
            ),
            rows=tuple((c.name, c.year) for c in self.crossings),
            notes=(say(PLAY_VALUES),),
        )


@dataclass(frozen=True, slots=True)
class LensOf:
    """The outcome through one role's glasses: scores above +2 read "better", below −2 "less"."""

    role: Role
    now: Fraction | None
    """At the end of the year of the last dilemma, against the start."""
    later: Fraction | None
    """At the end of the years after, against the start."""
    against_null: Fraction | None
    """Later, against nothing done."""
    present: bool = True
    """Somebody plays this role."""

    @property
    def words(self) -> tuple[Say | None, Say | None, Say | None]:
        """Now, later and against nothing done, each in a word."""
        return _word(self.now), _word(self.later), _word(self.against_null)


def _word(score: Fraction | None) -> Say | None:
    return None if score is None else say(LENS[lens_sign(score)])


@dataclass(frozen=True, slots=True)
class Lenses:
    """M12: for whom it got better, now and later. Never a winner."""

    key: ClassVar[str] = "lenses"

    lenses: tuple[LensOf, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Through which glasses?"))

    def sentence(self) -> Say:
        """Say for how many roles it got better now, and later."""
        now = sum(
            one.now is not None and lens_sign(one.now) is LensSign.BETTER for one in self.lenses
        )
        later = sum(
            one.later is not None and lens_sign(one.later) is LensSign.BETTER for one in self.lenses
        )
        if not self.lenses:
            return say(mark("There are no years to look at yet."))
        return say(
            mark("It got better for {now} of the {all} roles now, and for {later} later."),
            now=now,
            later=later,
            all=len(self.lenses),
        )

    def table(self) -> Table:
        """Give a row per role: words and scores."""
        return Table(
            title=self.title(),
            columns=(
                columns.ROLE,
                Column("now", say(mark("Now"))),
                Column("later", say(mark("Later"))),
                Column("against_null", say(mark("Later, against doing nothing"))),
                Column("now_score", say(mark("Now (score)")), Unit.NUMBER, 1),
                Column("later_score", say(mark("Later (score)")), Unit.NUMBER, 1),
                Column(
                    "against_null_score", say(mark("Against doing nothing (score)")), Unit.NUMBER, 1
                ),
            ),
            rows=tuple(
                (one.role.name, *one.words, one.now, one.later, one.against_null)
                for one in self.lenses
            ),
            notes=(say(PLAY_VALUES),),
        )


@dataclass(frozen=True, slots=True)
class PocketOf:
    """One party: what it paid and what it gained, in thousands of euros."""

    pocket: PocketId
    name: Say | str
    paid: int
    benefit: int


@dataclass(frozen=True, slots=True)
class Payers:
    """Who paid, and who had the benefit: the pockets next to each other."""

    key: ClassVar[str] = "payers"

    pockets: tuple[PocketOf, ...]
    """The municipality first."""

    @property
    def gained_unpaid(self) -> tuple[PocketOf, ...]:
        """Parties with benefits that paid nothing."""
        return tuple(one for one in self.pockets if one.benefit > 0 and one.paid <= 0)

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Who paid, who had the benefit"))

    def sentence(self) -> Say:
        """Say how many parties had benefits without paying."""
        if not any(one.paid or one.benefit for one in self.pockets):
            return say(mark("Nobody paid, and nobody had a benefit."))
        if not self.gained_unpaid:
            return say(mark("Everyone who had a benefit paid too."))
        return plural(
            "{n} party had a benefit and paid nothing.",
            "{n} parties had a benefit and paid nothing.",
            len(self.gained_unpaid),
        )

    def table(self) -> Table:
        """Give a row per party."""
        return Table(
            title=self.title(),
            columns=(
                Column("pocket", say(mark("Party"))),
                Column("paid", say(mark("Paid (thousands of euros)")), Unit.MONEY),
                Column("benefit", say(mark("Benefit (thousands of euros)")), Unit.MONEY),
            ),
            rows=tuple((one.name, one.paid, one.benefit) for one in self.pockets),
            notes=(say(PLAY_VALUES),),
        )
