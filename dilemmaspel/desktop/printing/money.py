"""What something costs, in words for paper."""

from dilemmaspel.game.scenario import Cost
from dilemmaspel.texts import Texts

_THOUSAND = 1000


def cost_line(t: Texts, cost: Cost | None) -> str:
    """Say what something costs, in whole euros; empty when it costs nothing."""
    if cost is None:
        return ""
    parts = []
    if cost.once:
        parts.append(t("{amount} euros once", amount=_euros(t, cost.once)))
    if cost.yearly:
        parts.append(_yearly(t, _euros(t, cost.yearly), cost.years))
    return t(" and ").join(parts)


def _yearly(t: Texts, amount: str, years: int | None) -> str:
    if years is None:
        return t("{amount} euros a year, for good", amount=amount)
    return t.plural(
        "{amount} euros for one year",
        "{amount} euros a year for {n} years",
        years,
        amount=amount,
    )


def _euros(t: Texts, thousands: int) -> str:
    return t.number(thousands * _THOUSAND)
