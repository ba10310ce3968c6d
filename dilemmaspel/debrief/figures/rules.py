"""Figures of deciding otherwise: other rules on the same ballots, and other paths."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.places import DilemmaName, Place
from dilemmaspel.debrief.figures.tables import Cell, Column, Table, Unit
from dilemmaspel.debrief.saying import Say, plural, say
from dilemmaspel.game.ids import EndingId
from dilemmaspel.game.scenario import Role
from dilemmaspel.texts import mark


class Came(StrEnum):
    """What another rule would have come to."""

    DECIDED = "decided"
    RUNOFF = "runoff"
    """A run-off would have been needed."""
    TIED = "tied"
    """A tie, which somebody would have had to break."""
    NOT_REACHED = "not_reached"
    """Too few votes for the same: its fallback would decide."""
    NO_VOTES = "no_votes"


CAME = {
    Came.DECIDED: mark("decided"),
    Came.RUNOFF: mark("a run-off would be needed"),
    Came.TIED: mark("a tie"),
    Came.NOT_REACHED: mark("not enough votes for the same"),
    Came.NO_VOTES: mark("no valid votes"),
}


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """What one rule says about the ballots of the deciding vote."""

    name: Say
    """The rule in words."""
    came: Came
    chosen: tuple[Place, ...]
    """The outcome, best first; not decided: between what it stands. Points: every option."""
    points: tuple[int, ...] = ()
    """Points only: whole points per place of `chosen`."""
    real: bool = False
    """The rule that this dilemma was really decided by, with the decision as it was taken."""
    differs: bool = False
    """It is decided, and the outcome is another than the real one."""


@dataclass(frozen=True, slots=True)
class DilemmaRules:
    """One dilemma under several rules; the real one first."""

    dilemma: DilemmaName
    outcomes: tuple[RuleOutcome, ...]


@dataclass(frozen=True, slots=True)
class OtherRules:
    """Would another rule have given another result? The same ballots, replayed."""

    key: ClassVar[str] = "rules"

    dilemmas: tuple[DilemmaRules, ...]

    @property
    def changed(self) -> tuple[DilemmaName, ...]:
        """Dilemmas where at least one rule decides otherwise."""
        found = (d for d in self.dilemmas if any(o.differs for o in d.outcomes))
        return tuple(d.dilemma for d in found)

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("With another rule"))

    def sentence(self) -> Say:
        """Say in how many dilemmas another rule decides otherwise."""
        if not self.dilemmas:
            return say(mark("Nothing was decided yet."))
        if not self.changed:
            return say(mark("With every rule the result is the same."))
        return plural(
            "In {n} of the {all} dilemmas another rule gives another result.",
            "In {n} of the {all} dilemmas another rule gives another result.",
            len(self.changed),
            all=len(self.dilemmas),
        )

    def table(self) -> Table:
        """Give a row per dilemma and rule."""
        return Table(
            title=self.title(),
            columns=(
                columns.DILEMMA,
                Column("rule", say(mark("Rule"))),
                Column("outcome", say(mark("Result"))),
                Column("came", say(mark("How"))),
                Column("real", say(mark("This is how it went")), Unit.FLAG),
                Column("differs", say(mark("Another result")), Unit.FLAG),
            ),
            rows=tuple(
                (
                    d.dilemma.title,
                    o.name,
                    written(o.chosen, o.points),
                    say(CAME[o.came]),
                    o.real,
                    o.differs,
                )
                for d in self.dilemmas
                for o in d.outcomes
            ),
            row_heads=2,
        )


def written(places: tuple[Place, ...], points: tuple[int, ...] = ()) -> str | None:
    """Write an outcome in one cell: signs and labels, or signs and points; None when empty."""
    if points:
        return " · ".join(f"{p.sign} {n}" for p, n in zip(places, points, strict=True))
    return " + ".join(f"{p.sign} {p.label}".strip() for p in places) or None


class Turn(StrEnum):
    """How a path came to its decision in one dilemma."""

    SAME = "same"
    """The same as really happened."""
    CHANGED = "changed"
    REAL = "real"
    """This path could not decide (tie, run-off, consent, nobody): the real decision stands."""
    NOT_PLAYED = "not_played"
    """Only this path comes here; nobody voted, so things stay as they are."""
    MISSED = "missed"
    """This path does not come here."""


TURNS = {
    Turn.SAME: mark("the same"),
    Turn.CHANGED: mark("another decision"),
    Turn.REAL: mark("cannot be said: the real decision stands"),
    Turn.NOT_PLAYED: mark("not played"),
    Turn.MISSED: mark("this dilemma does not come"),
}


@dataclass(frozen=True, slots=True)
class PathStep:
    """One dilemma on another path."""

    dilemma: DilemmaName
    turn: Turn
    chosen: tuple[Place, ...]
    """Empty where the path does not come."""
    points: tuple[int, ...] = ()
    """Points only: whole points per place of `chosen`."""


class PathKind(StrEnum):
    """Which other path it is."""

    REAL = "real"
    NULL = "null"
    FIRST_VOTE = "first_vote"
    ROLE_ALONE = "role_alone"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Path:
    """What would have happened; the values stand in the figure with the lines."""

    id: str
    """Stable within a session: `real`, `null`, `first_vote`, `role:<id>`, `<dilemma>=<option>`."""
    kind: PathKind
    name: Say
    steps: tuple[PathStep, ...]
    """Empty for the null line."""
    end: tuple[int, ...]
    """The indicators at the end, in the order of the figure's `indicators`."""
    reserve: int
    """The pot at the end, in thousands of euros."""
    ending: EndingId | None
    role: Role | None = None
    """The role that decides alone."""

    @property
    def same(self) -> bool:
        """Whether every decision is the real one."""
        ours = (Turn.SAME, Turn.REAL)
        return self.kind is not PathKind.NULL and all(s.turn in ours for s in self.steps)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What if: the real path first, then the others, replayed by the same rules."""

    key: ClassVar[str] = "what_if"

    indicators: tuple[str, ...]
    """Ids of the indicators in `Path.end`, in order."""
    names: tuple[Say, ...]
    """Their names, in the same order."""
    paths: tuple[Path, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("What if?"))

    def sentence(self) -> Say:
        """Say what vote 1 would have decided; without it, what the one other path would have."""
        others = [p for p in self.paths if p.kind not in (PathKind.REAL, PathKind.NULL)]
        first = next((p for p in others if p.kind is PathKind.FIRST_VOTE), None)
        if first is None and len(others) == 1:
            return _of_one(others[0])
        if first is None:
            return self._without_votes()
        if first.same:
            return say(mark("Had we stayed at vote 1, we would have decided the same."))
        return plural(
            "Had we stayed at vote 1, {n} decision would have been another.",
            "Had we stayed at vote 1, {n} decisions would have been another.",
            sum(step.turn is Turn.CHANGED for step in first.steps),
        )

    def _without_votes(self) -> Say:
        others = sum(path.kind is PathKind.BY_HAND for path in self.paths)
        if not others:
            return say(mark("There was one vote per dilemma, so we have no other one."))
        return plural(
            "Here is {n} other decision, and where it would have led.",
            "Here are {n} other decisions, and where they would have led.",
            others,
        )

    def table(self) -> Table:
        """Give a row per path with where it ends."""
        values = tuple(
            Column(i, name, Unit.NUMBER)
            for i, name in zip(self.indicators, self.names, strict=True)
        )
        return Table(
            title=say(mark("What if: where each path ends")),
            columns=(
                columns.PATH,
                Column("changed", say(mark("Other decisions")), Unit.COUNT),
                *values,
                Column("reserve", say(mark("Pot")), Unit.MONEY),
            ),
            rows=tuple(
                (p.name, sum(s.turn is Turn.CHANGED for s in p.steps), *p.end, p.reserve)
                for p in self.paths
            ),
        )

    def step_table(self) -> Table:
        """Give a row per path and dilemma: what it decides, and whether anybody voted on it."""
        rows: list[tuple[Cell, ...]] = [
            (p.name, s.dilemma.title, written(s.chosen, s.points), say(TURNS[s.turn]))
            for p in self.paths
            for s in p.steps
        ]
        return Table(
            title=say(mark("What if: the decisions of each path")),
            columns=(
                columns.PATH,
                columns.DILEMMA,
                Column("outcome", say(mark("Decision"))),
                Column("turn", say(mark("Compared with us"))),
            ),
            rows=tuple(rows),
            row_heads=2,
        )


def _of_one(path: Path) -> Say:
    if path.same:
        return say(mark("On this path every decision is the same."))
    return plural(
        "On this path {n} decision is another one.",
        "On this path {n} decisions are another one.",
        sum(step.turn is Turn.CHANGED for step in path.steps),
    )
