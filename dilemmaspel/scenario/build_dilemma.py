"""From a checked dilemma to the game's value: the question, its options, what follows."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from dilemmaspel.game.conditions import (
    AllOf,
    Always,
    AnyOf,
    BudgetField,
    BudgetIs,
    Condition,
    FlagSet,
    IndicatorIs,
    NotOf,
    Op,
    RoundIs,
    ShareIs,
    VoteIs,
    VoteMeasure,
    WasChosen,
)
from dilemmaspel.game.ids import (
    DilemmaId,
    FlagId,
    IndicatorId,
    OptionId,
    PocketId,
    RoleId,
    frozen,
)
from dilemmaspel.game.scenario import (
    STRUCTURAL,
    AgreementSpec,
    ApprovalSpec,
    Band,
    Briefing,
    Cost,
    Decision,
    Delayed,
    Dilemma,
    FacilitatorNotes,
    Grant,
    Happening,
    Option,
    Outcome,
    Picture,
    PointsSpec,
    RankingSpec,
    SharedOutcome,
)
from dilemmaspel.game.terms import (
    QuestionType,
    RankingEffects,
    RankingMethod,
    Rule,
    Statistic,
    TieBreak,
)
from dilemmaspel.scenario.fields import Fields
from dilemmaspel.scenario.nodes import ListNode, MapNode, Node, Scalar

DEFAULT_RULES: Final[Mapping[QuestionType, Rule]] = MappingProxyType(
    {
        QuestionType.SINGLE_CHOICE: Rule.PLURALITY,
        QuestionType.APPROVAL: Rule.PLURALITY,
        QuestionType.AGREEMENT: Rule.MEAN,
        QuestionType.POINTS: Rule.MEAN,
        QuestionType.RANKING: Rule.RANKING,
    }
)
"""The rule of a dilemma that names none."""

_DECISION: Final = Decision()
_YEARLY_ONCE: Final = 1


def build_dilemma(fields: Fields) -> Dilemma:
    """Build one dilemma."""
    kind = fields.choice("type", QuestionType.SINGLE_CHOICE)
    agreement = _agreement(fields.group("agreement")) if kind is QuestionType.AGREEMENT else None
    options = tuple(_option(one) for one in fields.each("options"))
    story, status_quo = fields.group("story"), fields.word("status_quo")
    tension = fields.group("tension")
    return Dilemma(
        id=DilemmaId(fields.word("id") or ""),
        title=fields.name("title"),
        question=fields.text("question"),
        type=kind,
        options=tuple(band.option for band in agreement.bands) if agreement else options,
        story=story.text("text"),
        pictures=tuple(build_picture(one) for one in story.each("media")),
        tension=(tension.text("left"), tension.text("right")),
        when=build_condition(fields.node("when")),
        event=_happening(fields.inner("event")),
        two_votes="vote2" in fields.words("votes", str) or fields.node("votes") is None,
        decision=_decision(fields.group("decision"), kind),
        status_quo=OptionId(status_quo) if status_quo else None,
        agreement=agreement,
        points=_points(fields) if kind is QuestionType.POINTS else None,
        ranking=_ranking(fields.group("ranking")) if kind is QuestionType.RANKING else None,
        approval=_approval(fields.group("approval")) if kind is QuestionType.APPROVAL else None,
        briefings=frozen({RoleId(n): _briefing(one) for n, one in fields.named("briefings")}),
        facilitator=_notes(fields.group("facilitator")),
        discussion=fields.texts("discussion"),
        debrief=fields.texts("debrief"),
        sources=fields.words("sources", str),
    )


def build_picture(fields: Fields) -> Picture:
    """Build a picture; its path is relative to the scenario's folder."""
    return Picture(fields.word("file") or "", fields.text("alt"), fields.text("credit"))


def _briefing(fields: Fields) -> Briefing:
    return Briefing(fields.text("wants"), fields.text("knows"))


def _notes(fields: Fields) -> FacilitatorNotes:
    return FacilitatorNotes(fields.text("goal"), fields.text("notes"), fields.text("watch_out"))


def _happening(fields: Fields | None) -> Happening | None:
    if fields is None:
        return None
    return Happening(fields.text("text"), fields.effects("effects"), _grant(fields, "budget"))


def _decision(fields: Fields, kind: QuestionType) -> Decision:
    decider = fields.word("decider")
    return Decision(
        rule=fields.choice("rule", DEFAULT_RULES[kind]),
        threshold=fields.exact("threshold", None),
        fallback=fields.choice("fallback", _DECISION.fallback),
        decider=RoleId(decider) if decider else None,
        weights=_weights(fields.group("weights")),
        quorum=fields.exact("quorum", _DECISION.quorum),
        tie_break=fields.words("tie_break", TieBreak) or _DECISION.tie_break,
        abstain_blocks=fields.group("unanimity").truth("abstain_blocks", default=True),
    )


def _weights(fields: Fields) -> Mapping[RoleId, Fraction]:
    return frozen({RoleId(name): fields.exact(name, Fraction(0)) for name, _ in fields.pairs()})


def _option(fields: Fields) -> Option:
    payer = fields.word("payer")
    return Option(
        id=OptionId(fields.word("id") or ""),
        label=fields.text("label"),
        description=fields.text("description"),
        pros=fields.texts("pros"),
        cons=fields.texts("cons"),
        when=build_condition(fields.node("when")),
        pays=fields.truth("pays", default=False),
        payer=PocketId(payer) if payer else None,
        outcome=_outcome(fields, "outcome"),
    )


def _outcome(fields: Fields, text_key: str) -> Outcome:
    following = fields.word("next")
    return Outcome(
        text=fields.text(text_key),
        effects=fields.effects("effects"),
        cost=_cost(fields.inner("cost")),
        budget=_grant(fields, "budget"),
        set_flags=fields.words("set", FlagId),
        clear_flags=fields.words("clear", FlagId),
        benefits=fields.amounts("benefits", PocketId),
        delayed=tuple(_delayed(one) for one in fields.each("delayed")),
        next=DilemmaId(following) if following else None,
    )


def _delayed(fields: Fields) -> Delayed:
    return Delayed(
        after=fields.whole("after", 1),
        condition=build_condition(fields.node("if")),
        effects=fields.effects("effects"),
        budget=_grant(fields, "budget"),
        benefits=fields.amounts("benefits", PocketId),
        news=fields.text("news"),
        else_effects=fields.effects("else_effects"),
        else_news=fields.text("else_news"),
    )


def _cost(fields: Fields | None) -> Cost | None:
    if fields is None:
        return None
    return Cost(fields.whole("once"), fields.whole("yearly"), _years(fields, _YEARLY_ONCE))


def _grant(fields: Fields, key: str) -> Grant | None:
    grant = fields.inner(key)
    if grant is None:
        return None
    return Grant(grant.whole("annual"), _years(grant, STRUCTURAL), grant.whole("reserve"))


def _years(fields: Fields, default: int | None) -> int | None:
    if fields.word("years") == "structural":
        return STRUCTURAL
    return default if fields.word("years") is None else fields.whole("years")


def _agreement(fields: Fields) -> AgreementSpec:
    points = fields.whole("points", 5)
    return AgreementSpec(
        points=points,
        labels=fields.texts("labels"),
        statistic=fields.choice("statistic", Statistic.MEAN),
        bands=tuple(_band(one) for one in fields.each("bands")),
    )


def _band(fields: Fields) -> Band:
    limit = fields.inner("if")
    if limit is None:
        return Band(_option(fields), None, Fraction(0))
    return Band(_option(fields), Op(limit.word("op") or ""), limit.exact("value", Fraction(0)))


def _points(fields: Fields) -> PointsSpec:
    block = fields.group("points")
    return PointsSpec(
        total=block.whole("total", 100),
        step=block.whole("step", 5),
        cost_total=_cost(block.inner("cost_total")),
        outcomes=tuple(
            SharedOutcome(build_condition(one.node("if")), _outcome(one, "text"))
            for one in fields.each("outcomes")
        ),
    )


def _ranking(fields: Fields) -> RankingSpec:
    least = fields.word("min_ranked")
    return RankingSpec(
        method=fields.choice("method", RankingMethod.BORDA),
        effects_mode=fields.choice("effects_mode", RankingEffects.WINNER),
        k=fields.whole("k", 1),
        min_ranked=None if least in {None, "all"} else fields.whole("min_ranked"),
    )


def _approval(fields: Fields) -> ApprovalSpec:
    return ApprovalSpec(
        min_share=fields.exact("min_share", ApprovalSpec().min_share),
        max_selected=fields.whole("max_selected", 1),
        at_least_one=fields.truth("at_least_one", default=True),
    )


def build_condition(node: Node | None) -> Condition:
    """Build a condition; none at all always holds."""
    if not isinstance(node, MapNode):
        return Always()
    name, entry = next(iter(node.entries.items()))
    return _CONDITIONS[name](entry.value)


def _parts(node: Node) -> tuple[Condition, ...]:
    return tuple(map(build_condition, node.items)) if isinstance(node, ListNode) else ()


def _flag(node: Node) -> Condition:
    return FlagSet(FlagId(node.text if isinstance(node, Scalar) else ""))


def _chosen(fields: Fields) -> Condition:
    dilemma = DilemmaId(fields.word("dilemma") or "")
    return WasChosen(dilemma, fields.words("option", OptionId))


def _comparison(fields: Fields) -> tuple[Op, Fraction]:
    return Op(fields.word("op") or ""), fields.exact("value", Fraction(0))


def _indicator(fields: Fields) -> Condition:
    return IndicatorIs(IndicatorId(fields.word("id") or ""), *_comparison(fields))


def _budget(fields: Fields) -> Condition:
    return BudgetIs(BudgetField(fields.word("field") or ""), *_comparison(fields))


def _share(fields: Fields) -> Condition:
    return ShareIs(OptionId(fields.word("option") or ""), *_comparison(fields))


def _vote(fields: Fields) -> Condition:
    dilemma = DilemmaId(fields.word("dilemma") or "")
    measure = VoteMeasure(fields.word("measure") or "")
    return VoteIs(dilemma, measure, *_comparison(fields))


def _round(fields: Fields) -> Condition:
    return RoundIs(*_comparison(fields))


def _of_map(build: Callable[[Fields], Condition]) -> Callable[[Node], Condition]:
    return lambda node: build(Fields(node if isinstance(node, MapNode) else None))


_CONDITIONS: Final[Mapping[str, Callable[[Node], Condition]]] = MappingProxyType(
    {
        "all": lambda node: AllOf(_parts(node)),
        "any": lambda node: AnyOf(_parts(node)),
        "not": lambda node: NotOf(build_condition(node)),
        "flag": _flag,
        "chosen": _of_map(_chosen),
        "indicator": _of_map(_indicator),
        "budget": _of_map(_budget),
        "share": _of_map(_share),
        "vote": _of_map(_vote),
        "round": _of_map(_round),
    }
)
