"""The decision rules in plain words."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from dilemmaspel.game.terms import Rule
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words.names import Named

RULES: Final[Mapping[Rule, Named]] = {
    Rule.PLURALITY: Named(
        mark("Most votes"), mark("What gets the most votes becomes the decision.")
    ),
    Rule.MAJORITY: Named(
        mark("More than half"),
        mark("More than half must choose the same. If not, the top two go on to a run-off."),
    ),
    Rule.SUPERMAJORITY: Named(
        mark("A large majority"), mark("At least {share} votes must be for the same.")
    ),
    Rule.CONSENSUS: Named(
        mark("Broad agreement"), mark("At least {share} votes must be for the same.")
    ),
    Rule.UNANIMITY: Named(mark("All together"), mark("Everyone must choose the same.")),
    Rule.CONSENT: Named(
        mark("No objection"), mark("It goes ahead when nobody has an objection with a reason.")
    ),
    Rule.ROLE_WEIGHTED: Named(
        mark("One role, one vote"),
        mark("Every role counts equally, however many people play it."),
    ),
    Rule.WEIGHTED: Named(
        mark("Roles with their own weight"), mark("Not every role counts for as much.")
    ),
    Rule.ONE_ROLE_DECIDES: Named(
        mark("One role decides"), mark("{role} decides, after everyone was heard.")
    ),
    Rule.FACILITATOR: Named(
        mark("The facilitator decides"), mark("The facilitator decides and says why.")
    ),
    Rule.MEAN: Named(mark("The average"), mark("The average of all answers decides.")),
    Rule.RANKING: Named(
        mark("The order"),
        mark("Higher on your list is more points. What gets most points is on top."),
    ),
}

FALLBACKS: Final[Mapping[Rule, str]] = {
    Rule.PLURALITY: mark("If that fails, what gets the most votes wins."),
    Rule.MAJORITY: mark("If that fails, more than half decides."),
    Rule.ROLE_WEIGHTED: mark("If that fails, every role counts as one vote."),
    Rule.WEIGHTED: mark("If that fails, every role counts with its own weight."),
    Rule.ONE_ROLE_DECIDES: mark("If that fails, {role} decides."),
    Rule.FACILITATOR: mark("If that fails, the facilitator decides and says why."),
    Rule.MEAN: mark("If that fails, the average decides."),
    Rule.RANKING: mark("If that fails, the order decides."),
}
"""What happens when a rule fails; a rule that may fail itself has its name said instead."""

_USUAL_SHARES: Final[Mapping[Rule, Fraction]] = {
    Rule.SUPERMAJORITY: Fraction(2, 3),
    Rule.CONSENSUS: Fraction(3, 4),
}


def rule_sentence(
    t: Texts, rule: Rule, threshold: Fraction | None = None, decider: str = ""
) -> str:
    """Say in one or two sentences how the group decides; `decider` is the role that decides."""
    share = threshold or _USUAL_SHARES.get(rule)
    values: dict[str, object] = {}
    if rule in _USUAL_SHARES and share is not None:
        values["share"] = as_people(t, share)
    if rule is Rule.ONE_ROLE_DECIDES:
        values["role"] = decider or t("One role")
    return t(RULES[rule].meaning, **values)


def fallback_sentence(t: Texts, fallback: Rule | None, decider: str = "") -> str:
    """Say what decides when the rule fails; empty for a rule that cannot fail."""
    if fallback is None:
        return ""
    if fallback not in FALLBACKS:
        return t("If that fails, we try: {rule}.", rule=t(RULES[fallback].name))
    return t(FALLBACKS[fallback], role=decider or t("One role"))


def as_people(t: Texts, share: Fraction) -> str:
    """Write a share in the way people say it: "3 of every 4", or a percentage."""
    if share.denominator <= 10:
        return t("{n} of every {m}", n=share.numerator, m=share.denominator)
    return t("{n}% of the", n=t.number(share * 100))
