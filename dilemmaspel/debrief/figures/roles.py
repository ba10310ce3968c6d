"""Figures of roles and people: who was there, who chose alike, values, gap, shared knowledge."""

from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from dilemmaspel.debrief.figures import columns
from dilemmaspel.debrief.figures.places import DilemmaName
from dilemmaspel.debrief.figures.tables import Cell, Column, Table, Unit
from dilemmaspel.debrief.saying import Say, plural, say
from dilemmaspel.game.ballots import ValueCard
from dilemmaspel.game.scenario import Role
from dilemmaspel.texts import mark
from dilemmaspel.words.names import VALUE_CARDS


@dataclass(frozen=True, slots=True)
class RoleAt:
    """A role and the people who played it."""

    role: Role
    people: int
    """0 when nobody did."""
    observer: bool = False
    """Looks and does not vote."""


@dataclass(frozen=True, slots=True)
class RolesAtTable:
    """Which roles were played, and which were not."""

    key: ClassVar[str] = "roles"

    filled: tuple[RoleAt, ...]
    absent: tuple[RoleAt, ...]
    """Roles of the scenario that nobody played, those it needs or advises first."""
    ask_absent: bool = False
    """Whether the figure is about who was not there."""

    def title(self) -> Say:
        """Name the figure."""
        return say(
            mark("Who was not at the table?") if self.ask_absent else mark("Who was at the table?")
        )

    def sentence(self) -> Say:
        """Say how many roles were played, or were not."""
        if self.ask_absent:
            if not self.absent:
                return say(mark("Every role was played."))
            return plural(
                "{n} role was not played.", "{n} roles were not played.", len(self.absent)
            )
        people = sum(one.people for one in self.filled)
        return plural(
            "{n} person played {roles} of the roles.",
            "{n} people played {roles} of the roles.",
            people,
            roles=len(self.filled),
        )

    def table(self) -> Table:
        """Give a row per role with its people."""
        shown = self.absent if self.ask_absent else (*self.filled, *self.absent)
        return Table(
            title=self.title(),
            columns=(
                columns.ROLE,
                Column("people", say(mark("People")), Unit.COUNT),
                Column("interest", say(mark("What this role wants"))),
            ),
            rows=tuple((one.role.name, one.people, one.role.interest or None) for one in shown),
        )


@dataclass(frozen=True, slots=True)
class Alignment:
    """M6: which roles chose alike. Cells are symmetric; None with too few common dilemmas."""

    key: ClassVar[str] = "alignment"

    roles: tuple[Role, ...]
    cells: tuple[tuple[Fraction | None, ...], ...]
    """0 (never alike) to 1; the diagonal is how alike one role's people chose."""
    common: tuple[tuple[int, ...], ...]
    """In how many dilemmas both roles voted (diagonal: the role had at least two voters)."""
    same: tuple[tuple[int, ...], ...]
    """In how many of those both had the same largest choice."""

    @property
    def closest(self) -> tuple[int, int] | None:
        """Places of the two roles with the highest cell, the first such; None without a cell."""
        pairs = [
            (value, -i, -j)
            for i, row in enumerate(self.cells)
            for j, value in enumerate(row)
            if i < j and value is not None
        ]
        if not pairs:
            return None
        _, i, j = max(pairs)
        return -i, -j

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Which roles often voted the same?"))

    def sentence(self) -> Say:
        """Name the two roles that chose alike most."""
        if self.closest is None:
            return say(mark("There are too few votes to compare roles."))
        i, j = self.closest
        return say(
            mark("{one} and {other} chose the same in {n} of the {all} dilemmas."),
            one=self.roles[i].name,
            other=self.roles[j].name,
            n=self.same[i][j],
            all=self.common[i][j],
        )

    def table(self) -> Table:
        """Give a row and a column per role."""
        heads = tuple(Column(role.id, role.name, Unit.SHARE) for role in self.roles)
        return Table(
            title=self.title(),
            columns=(columns.ROLE, *heads),
            rows=tuple((role.name, *row) for role, row in zip(self.roles, self.cells, strict=True)),
            notes=(
                say(
                    mark(
                        "100% is always the same choice, 0% never. On the diagonal: how alike "
                        "the people of one role chose."
                    )
                ),
            ),
        )


@dataclass(frozen=True, slots=True)
class ValuesOfRole:
    """How often the people of a role gave each value card."""

    role: Role
    counts: tuple[int, ...]
    """In the order of the figure's cards."""


@dataclass(frozen=True, slots=True)
class ValueCards:
    """Which value tipped the balance: cards per role, over all deciding votes."""

    key: ClassVar[str] = "values"

    cards: tuple[ValueCard, ...]
    """The cards somebody gave, most given first."""
    counts: tuple[int, ...]
    """Of the whole room, in the same order."""
    roles: tuple[ValuesOfRole, ...]
    """Empty when nothing may be shown per role."""

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Which value tipped the balance?"))

    def sentence(self) -> Say:
        """Name the value that was given most."""
        if not self.cards:
            return say(mark("Nobody gave a value card."))
        top = [c for c, n in zip(self.cards, self.counts, strict=True) if n == self.counts[0]]
        if len(top) > 1:
            return say(mark("There is not one value that was named most."))
        return plural(
            "“{value}” was named most: {n} time.",
            "“{value}” was named most: {n} times.",
            self.counts[0],
            value=say(VALUE_CARDS[top[0]]),
        )

    def table(self) -> Table:
        """Give a row per value, a column per role."""
        heads = tuple(Column(own.role.id, own.role.name, Unit.COUNT) for own in self.roles)
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (say(VALUE_CARDS[card]), self.counts[i], *(own.counts[i] for own in self.roles))
            for i, card in enumerate(self.cards)
        )
        everyone = Column("everyone", say(mark("Everyone")), Unit.COUNT)
        return Table(self.title(), (Column("value", say(mark("Value"))), everyone, *heads), rows)


@dataclass(frozen=True, slots=True)
class GapIn:
    """One dilemma: how many would choose otherwise themselves. Hidden below five answers."""

    dilemma: DilemmaName
    n: int | None
    """Personal answers; None when there were fewer than five."""
    other: int | None
    """How many of them differ from the role's choice; None when hidden."""


@dataclass(frozen=True, slots=True)
class PersonalGap:
    """M11: role and person. Totals only, from five answers, never by role or person."""

    key: ClassVar[str] = "personal"

    dilemmas: tuple[GapIn, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("Role and person"))

    def sentence(self) -> Say:
        """Say how often people would choose otherwise themselves."""
        shown = [
            (one.n, one.other)
            for one in self.dilemmas
            if one.n is not None and one.other is not None
        ]
        if not shown:
            return say(mark("There are too few own votes to show."))
        return plural(
            "{n} of the {all} own votes was other than the role’s.",
            "{n} of the {all} own votes were other than the role’s.",
            sum(other for _, other in shown),
            all=sum(n for n, _ in shown),
        )

    def table(self) -> Table:
        """Give a row per dilemma."""
        return Table(
            title=self.title(),
            columns=(
                columns.DILEMMA,
                Column("n", say(mark("Own votes")), Unit.COUNT),
                Column("other", say(mark("Other than the role")), Unit.COUNT),
                columns.SHARE,
            ),
            rows=tuple(
                (
                    g.dilemma.title,
                    g.n,
                    g.other,
                    Fraction(g.other, g.n) if g.n and g.other is not None else None,
                )
                for g in self.dilemmas
            ),
            notes=(say(mark("Shown from five answers on.")),),
        )


@dataclass(frozen=True, slots=True)
class GuessesOf:
    """How well others guessed what one role chose most; chance is 1 of every `options`."""

    role: Role
    guesses: int
    right: int
    chance: Fraction
    """The mean chance of a blind guess."""


@dataclass(frozen=True, slots=True)
class Guesses:
    """How well do we know each other? Predictions of another role's choice, next to chance."""

    key: ClassVar[str] = "guesses"

    roles: tuple[GuessesOf, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("How well do we know each other?"))

    def sentence(self) -> Say:
        """Say how many guesses were right."""
        return plural(
            "{n} of the {all} predictions was right.",
            "{n} of the {all} predictions were right.",
            sum(one.right for one in self.roles),
            all=sum(one.guesses for one in self.roles),
        )

    def table(self) -> Table:
        """Give a row per role that was guessed."""
        return Table(
            title=self.title(),
            columns=(
                columns.ROLE,
                Column("guesses", say(mark("Predictions")), Unit.COUNT),
                Column("right", say(mark("Right")), Unit.COUNT),
                Column("chance", say(mark("By chance")), Unit.SHARE),
            ),
            rows=tuple((r.role.name, r.guesses, r.right, r.chance) for r in self.roles),
        )


@dataclass(frozen=True, slots=True)
class SharedCard:
    """What only one role knew in a dilemma, and whether it came on the table."""

    role: Role
    knows: str
    """Empty while it was not shared: it stays that role's."""
    shared: bool
    at: int | None = None
    """When it was shared, in milliseconds since the epoch; None when unknown or not shared."""


@dataclass(frozen=True, slots=True)
class InfoIn:
    """One dilemma: its knowledge next to how the room moved."""

    dilemma: DilemmaName
    cards: tuple[SharedCard, ...]
    n: int
    """People with both votes."""
    moved: int
    net: Fraction
    """Share of people that the totals show moving."""


@dataclass(frozen=True, slots=True)
class InfoShared:
    """Shared knowledge next to the shift. Side by side, not cause and effect."""

    key: ClassVar[str] = "info"

    dilemmas: tuple[InfoIn, ...]

    def title(self) -> Say:
        """Name the figure."""
        return say(mark("What came on the table?"))

    def sentence(self) -> Say:
        """Say how many cards were shared."""
        cards = [card for one in self.dilemmas for card in one.cards]
        return plural(
            "{n} of the {all} facts that one role knew was shared.",
            "{n} of the {all} facts that one role knew were shared.",
            sum(card.shared for card in cards),
            all=len(cards),
        )

    def table(self) -> Table:
        """Give a row per shared card, and a row for a dilemma without one."""
        rows: list[tuple[Cell, ...]] = []
        for one in self.dilemmas:
            known = [card for card in one.cards if card.shared]
            end = (one.moved, one.n) if one.n else (None, None)
            rows += [(one.dilemma.title, c.role.name, c.knows, *end) for c in known]
            if not known:
                rows.append((one.dilemma.title, None, None, *end))
        return Table(
            title=self.title(),
            columns=(
                columns.DILEMMA,
                columns.ROLE,
                Column("knows", say(mark("What was shared"))),
                columns.MOVED,
                columns.BOTH_VOTES,
            ),
            rows=tuple(rows),
        )
