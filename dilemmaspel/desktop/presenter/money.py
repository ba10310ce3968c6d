"""What an option costs, and where it does not fit, in words."""

from dilemmaspel.game.scenario import Cost
from dilemmaspel.game.views import OptionView
from dilemmaspel.game.world import YearRoom
from dilemmaspel.texts import Texts


def cost_words(t: Texts, cost: Cost | None) -> str:
    """Say what an option costs, in thousands of euros; empty when it costs nothing."""
    if cost is None or not (cost.once or cost.yearly):
        return ""
    parts = []
    if cost.once:
        parts.append(t("{amount} thousand once", amount=t.number(cost.once)))
    if cost.yearly:
        amount = t.number(cost.yearly)
        parts.append(
            t("{amount} thousand a year, for good", amount=amount)
            if cost.years is None
            else t.plural(
                "{amount} thousand for one year",
                "{amount} thousand a year for {n} years",
                cost.years,
                amount=amount,
            )
        )
    return t("Costs {parts}.", parts=t(" and ").join(parts))


def shortage_words(t: Texts, option: OptionView) -> str:
    """Say where the money of an option runs short; empty when it fits in all years shown."""
    short = [_short(t, room) for room in option.room if not room.fits]
    if not short:
        return ""
    words = " ".join(short)
    return t("Does not fit: {where}", where=words) + (
        " " + t("This option cannot be chosen.") if option.blocked else ""
    )


def _short(t: Texts, room: YearRoom) -> str:
    parts = []
    if room.pot_short:
        parts.append(t("the pot lacks {amount} thousand euros.", amount=t.number(room.pot_short)))
    if room.short:
        parts.append(
            t(
                "in year {year} you are {amount} thousand euros short.",
                year=room.year,
                amount=t.number(room.short),
            )
        )
    return " ".join(parts)
