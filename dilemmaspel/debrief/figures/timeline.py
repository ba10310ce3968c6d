"""Figures of what happened: the timeline, and news of what did not come about."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.tables import Column, Table, Unit
from dilemmaspel.debrief.saying import Say, plural, say
from dilemmaspel.texts import mark


class Happened(StrEnum):
    """What stands on the timeline."""

    DILEMMA = "dilemma"
    DECISION = "decision"
    NEWS = "news"
    LAPSED = "lapsed"
    """News of what did not come about, because something was missing."""
    NOTE = "note"
    ENDING = "ending"


HAPPENED = {
    Happened.DILEMMA: mark("Dilemma"),
    Happened.DECISION: mark("Decision"),
    Happened.NEWS: mark("News"),
    Happened.LAPSED: mark("News: it did not come about"),
    Happened.NOTE: mark("Note"),
    Happened.ENDING: mark("How it ended"),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the timeline; `year` 0 is before the first dilemma or not in a year."""

    year: int
    kind: Happened
    text: Say | str
    dilemma: str = ""
    """The title of the dilemma it belongs to."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened: dilemmas, decisions, news and notes, in the order of the years."""

    key: ClassVar[str] = "timeline"

    moments: tuple[Moment, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("What happened?"))

    def sentence(self) -> Say:
        """Say how many decisions were taken in how many years."""
        decisions = sum(one.kind is Happened.DECISION for one in self.moments)
        years = max((one.year for one in self.moments), default=0)
        return plural(
            "We took {n} decision. Years gone by: {years}.",
            "We took {n} decisions. Years gone by: {years}.",
            decisions,
            years=years,
        )

    def table(self) -> Table:
        """Give a row per moment."""
        return _listed(self.title(), self.moments)


@dataclass(frozen=True, slots=True)
class LateNews:
    """Who fell outside the group, and when we noticed: news of what did not come about."""

    key: ClassVar[str] = "late_news"

    moments: tuple[Moment, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("What did not come about"))

    def sentence(self) -> Say:
        """Say when the first such news came."""
        if not self.moments:
            return say(mark("There was no news of what did not come about."))
        return plural(
            "{n} news item told what did not come about, the first in year {year}.",
            "{n} news items told what did not come about, the first in year {year}.",
            len(self.moments),
            year=min(one.year for one in self.moments),
        )

    def table(self) -> Table:
        """Give a row per news item."""
        return _listed(self.title(), self.moments)


def _listed(title: Say, moments: tuple[Moment, ...]) -> Table:
    return Table(
        title=title,
        columns=(
            Column("year", say(mark("Year")), Unit.YEAR),
            columns.KIND,
            columns.DILEMMA,
            columns.TEXT,
        ),
        rows=tuple(
            (one.year, say(HAPPENED[one.kind]), one.dilemma or None, one.text) for one in moments
        ),
    )
