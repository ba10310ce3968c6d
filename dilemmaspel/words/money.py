"""Money in words: what something costs, and where it runs short. Amounts are thousands of euros."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dilemmaspel.game.scenario import Cost
from dilemmaspel.game.views import OptionView
from dilemmaspel.game.world import YearRoom
from dilemmaspel.texts import Texts, mark

_THOUSAND = 1000


def euros(t: Texts, thousands: int) -> str:
    """Write an amount that is given in thousands of euros, in euros."""
    return t("€\u00a0{amount}", amount=t.number(thousands * _THOUSAND))


def cost_line(t: Texts, cost: Cost | None) -> str:
    """Say what something costs, without a full stop; empty when it costs nothing."""
    if cost is None:
        return ""
    once = t("{amount} once", amount=euros(t, cost.once)) if cost.once else ""
    return t(" and ").join(part for part in (once, _yearly(t, cost)) if part)


def _yearly(t: Texts, cost: Cost) -> str:
    amount = euros(t, abs(cost.yearly))
    if not cost.yearly:
        return ""
    if cost.yearly < 0:
        return t("saves {amount} a year", amount=amount)
    if cost.years is None:
        return t("{amount} a year, for good", amount=amount)
    return t.plural(
        "{amount} for one year", "{amount} a year for {n} years", cost.years, amount=amount
    )


def cost_words(t: Texts, option: OptionView) -> str:
    """Say in a sentence what an option costs; empty when it costs nothing."""
    parts = cost_line(t, option.cost)
    if not parts:
        return ""
    if option.of_all_points:
        return t("With all points it costs {parts}.", parts=parts)
    return cost_sentence(t, option.cost)


def cost_sentence(t: Texts, cost: Cost | None) -> str:
    """Say in a sentence what something costs or only saves; empty when it does neither."""
    parts = cost_line(t, cost)
    if cost is not None and cost.yearly < 0 and not cost.once:
        return t("Saves {amount} a year.", amount=euros(t, -cost.yearly))
    return t("Costs {parts}.", parts=parts) if parts else ""


def shortage_words(t: Texts, option: OptionView) -> str:
    """Say in a sentence where the money of an option runs short; empty when it fits."""
    where = shortages(t, option.room)
    if not where:
        return ""
    if option.of_all_points:
        words = t("With all points it does not fit: {where}.", where=where)
    else:
        words = t("Does not fit: {where}.", where=where)
    return f"{words} {t('This option cannot be chosen.')}" if option.blocked else words


def shortages(t: Texts, rooms: Sequence[YearRoom]) -> str:
    """Say where the money runs short; years that follow each other with one amount are joined."""
    parts = [
        t("the pot is {amount} short", amount=euros(t, room.pot_short))
        for room in rooms
        if room.pot_short
    ]
    for first, last, short in runs(rooms):
        amount = euros(t, short)
        if first == last:
            parts.append(t("in year {year} you are {amount} short", year=first, amount=amount))
        else:
            parts.append(
                t(
                    "in years {first} to {last} you are {amount} short each year",
                    first=first,
                    last=last,
                    amount=amount,
                )
            )
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + t(" and ") + parts[-1]


def runs(rooms: Sequence[YearRoom]) -> tuple[tuple[int, int, int], ...]:
    """Return the years that run short as (first, last, amount), joined where it is the same."""
    found: list[tuple[int, int, int]] = []
    for room in rooms:
        if not room.short:
            continue
        if found and found[-1][1:] == (room.year - 1, room.short):
            found[-1] = (found[-1][0], room.year, room.short)
        else:
            found.append((room.year, room.year, room.short))
    return tuple(found)


# ------------------------------------------------------------ for the beamer, in few letters


def price(t: Texts, cost: Cost | None) -> str:
    """Say what something costs in as few letters as will do; empty when it costs nothing."""
    if cost is None:
        return ""
    once = t("once {amount}", amount=euros(t, cost.once)) if cost.once else ""
    return ", ".join(part for part in (once, _short_yearly(t, cost)) if part)


def _short_yearly(t: Texts, cost: Cost) -> str:
    if cost.yearly <= 0 or cost.years is None:
        return _yearly(t, cost)
    amount = euros(t, cost.yearly)
    return t.plural("{n} year {amount}", "{n} years {amount}", cost.years, amount=amount)


@dataclass(frozen=True, slots=True)
class _Short:
    """Three ways to say that money falls short: in a year, in more years, in the pot."""

    year: str
    years: str
    pot: str


_MISFIT: Final = _Short(
    mark("Does not fit: {amount} short in year {year}"),
    mark("Does not fit: {amount} short a year in {first}–{last}"),
    mark("Does not fit: pot {amount} short"),
)
_SHORTAGE: Final = _Short(
    mark("In year {year} we are {amount} short."),
    mark("In years {first} to {last} we are {amount} short each year."),
    mark("The pot is {amount} short."),
)


def misfit(t: Texts, rooms: Sequence[YearRoom]) -> str:
    """Say in a few words that an option does not fit, and where first; empty when it does."""
    return _first(t, rooms, _MISFIT)


def first_shortage(t: Texts, rooms: Sequence[YearRoom]) -> str:
    """Say as a sentence where the money of a decision falls short first; empty when it fits."""
    return _first(t, rooms, _SHORTAGE)


def _first(t: Texts, rooms: Sequence[YearRoom], ways: _Short) -> str:
    for first, last, short in runs(rooms)[:1]:
        amount = euros(t, short)
        if first == last:
            return t(ways.year, amount=amount, year=first)
        return t(ways.years, amount=amount, first=first, last=last)
    pot = next((room.pot_short for room in rooms if room.pot_short), 0)
    return t(ways.pot, amount=euros(t, pot)) if pot else ""
