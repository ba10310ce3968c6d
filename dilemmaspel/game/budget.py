"""The municipality's money: room, ledger, reserve and what fits; thousands of euros."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from dilemmaspel.game.ids import DilemmaId, OptionId, PocketId, frozen, updated
from dilemmaspel.game.scenario import Budget, Cost, Dilemma, Grant, Option, PointsSpec, Scenario
from dilemmaspel.game.terms import DeficitPolicy, QuestionType
from dilemmaspel.game.values import (
    MUNICIPALITY,
    Chosen,
    Commitment,
    Granted,
    World,
    in_years,
    last_year,
)


def rounded(number: Fraction) -> int:
    """Round to a whole number, halves away from zero (game model 3.3)."""
    size = (2 * abs(number.numerator) + number.denominator) // (2 * number.denominator)
    return size if number >= 0 else -size


def room(world: World, year: int) -> int:
    """Tell the municipality's room in `year`: the annual amount with all grants."""
    return world.annual + sum(g.annual for g in world.grants if in_years(year, g.first, g.last))


def committed(world: World, year: int) -> int:
    """Tell what is already promised for `year`; savings count as negative."""
    return sum(
        c.yearly for c in world.commitments if c.in_ledger and in_years(year, c.first, c.last)
    )


def free(world: World, year: int) -> int:
    """Tell what is left of the room in `year`; negative is a shortage."""
    return room(world, year) - committed(world, year)


@dataclass(frozen=True, slots=True)
class Price:
    """A cost with the one who pays it; only the municipality's own costs are in the ledger."""

    cost: Cost
    payer: PocketId = MUNICIPALITY
    in_ledger: bool = True
    option: OptionId | None = None


def pay(world: World, dilemma: DilemmaId, price: Price) -> World:
    """Take the once amount from the reserve and commit the yearly one from this year on."""
    cost = price.cost
    if cost.once:
        paid = updated(world.paid, price.payer, world.paid.get(price.payer, 0) + cost.once)
        reserve = world.reserve - (cost.once if price.in_ledger else 0)
        world = replace(world, paid=paid, reserve=reserve)
    if cost.yearly:
        last = last_year(world.round, cost.years)
        promise = Commitment(
            dilemma, price.option, price.payer, cost.yearly, world.round, last, price.in_ledger
        )
        world = replace(world, commitments=(*world.commitments, promise))
    return world


def grant(world: World, dilemma: DilemmaId, change: Grant | None) -> World:
    """Change the room from this year on, and the reserve at once."""
    if change is None:
        return world
    last = last_year(world.round, change.years)
    granted = Granted(dilemma, change.annual, world.round, last)
    return replace(world, reserve=world.reserve + change.reserve, grants=(*world.grants, granted))


def share_prices(dilemma: Dilemma, chosen: Chosen) -> Iterator[Price]:
    """Split a points dilemma's `cost_total` over its options, each rounded by itself.

    Options with `pays` are the municipality's; the others count for their `payer`, if they
    have one, and never reach the ledger.
    """
    spec = dilemma.points or PointsSpec()
    if spec.cost_total is None:
        return
    for option in dilemma.options:
        part = Fraction(chosen.shares.get(option.id, 0)) / spec.total
        payer = MUNICIPALITY if option.pays else option.payer
        if payer is not None:
            yield Price(_part_of(spec.cost_total, part), payer, option.pays, option.id)


def _part_of(cost: Cost, part: Fraction) -> Cost:
    return Cost(rounded(cost.once * part), rounded(cost.yearly * part), cost.years)


def settle(budget: Budget, world: World) -> World:
    """Close the year's books with the reserve and count what everybody paid.

    A shortage comes out of the reserve. Room that is left first repays a negative reserve; of
    the rest the part `carry_over` is kept, rounded half away from zero.
    """
    left = free(world, world.round)
    drawn = min(left, max(0, -world.reserve))
    kept = rounded((left - drawn) * budget.carry_over)
    paid = dict(world.paid)
    for promise in world.commitments:
        if in_years(world.round, promise.first, promise.last):
            paid[promise.payer] = paid.get(promise.payer, 0) + promise.yearly
    return replace(world, reserve=world.reserve + drawn + kept, paid=frozen(paid))


@dataclass(frozen=True, slots=True)
class YearRoom:
    """What an option would leave of the room in one year."""

    year: int
    committed: int
    free: int
    short: int
    """The shortage of the year's room, 0 when it fits."""
    pot_short: int = 0
    """What the one-off pot lacks at the decision; in the first year only."""

    @property
    def fits(self) -> bool:
        """Whether neither the year nor the pot falls short."""
        return not (self.short or self.pot_short)


def price_of(scenario: Scenario, option: Option) -> Cost | None:
    """Tell what an option costs the municipality; for points, when it got all points."""
    if not option.pays:
        return option.outcome.cost
    totals = (d.points.cost_total for d in scenario.dilemmas if d.points and option in d.options)
    return next(totals, None)


def fits(scenario: Scenario, world: World, option: Option, years: int = 4) -> tuple[YearRoom, ...]:
    """Show the room of this year and the next ones if `option` is chosen now."""
    here = DilemmaId("")
    cost = price_of(scenario, option)
    then = world if cost is None else pay(world, here, Price(cost))
    return year_rooms(grant(then, here, option.outcome.budget), years)


def year_rooms(world: World, years: int = 4) -> tuple[YearRoom, ...]:
    """Show the room of this year and the next ones as things stand."""
    first = world.round
    return tuple(
        YearRoom(
            year,
            committed(world, year),
            left := free(world, year),
            max(0, -left),
            max(0, -world.reserve) if year == first else 0,
        )
        for year in range(first, first + years)
    )


def blocked_options(
    scenario: Scenario, dilemma: Dilemma, options: tuple[Option, ...], world: World
) -> frozenset[OptionId]:
    """Name the options that a budget with policy `block` switches off.

    An option is off when it makes a shortage of the next four years, or of the pot, larger
    than it is already. Points and agreements have nothing to switch off. When nothing would
    be left to choose, nothing is switched off.
    """
    choosable = dilemma.type not in (QuestionType.POINTS, QuestionType.AGREEMENT)
    if scenario.budget.deficit_policy is not DeficitPolicy.BLOCK or not choosable:
        return frozenset()
    now = year_rooms(world)
    off = frozenset(o.id for o in options if _worse(fits(scenario, world, o), now))
    return frozenset() if len(off) == len(options) else off


def _worse(then: tuple[YearRoom, ...], now: tuple[YearRoom, ...]) -> bool:
    pairs = zip(then, now, strict=True)
    return any(a.short > b.short or a.pot_short > b.pot_short for a, b in pairs)
