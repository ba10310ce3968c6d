"""Builds "with another rule": the ballots of the deciding vote, counted by other rules."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from dilemmaspel.debrief.figures import Came, DilemmaRules, OtherRules, RuleOutcome
from dilemmaspel.debrief.naming import (
    chosen_places,
    dilemma_name,
    option_places,
    outcome,
    played_dilemmas,
    same_outcome,
)
from dilemmaspel.debrief.saying import Say, say
from dilemmaspel.debrief.secrecy import shown_roles
from dilemmaspel.debrief.whatif import Worlds, proposed
from dilemmaspel.game.decision import Next, Proposal, Reason
from dilemmaspel.game.scenario import AgreementSpec, Dilemma, RankingSpec
from dilemmaspel.game.scoring import BY_ROLE, own_count
from dilemmaspel.game.state import State, Taken
from dilemmaspel.game.steps import deciding_vote
from dilemmaspel.game.terms import QuestionType, RankingMethod, Rule, Statistic
from dilemmaspel.game.world import Chosen
from dilemmaspel.texts import mark
from dilemmaspel.words.rules import RULES

_COMPARED = {
    QuestionType.SINGLE_CHOICE: (
        Rule.PLURALITY,
        Rule.MAJORITY,
        Rule.CONSENSUS,
        Rule.ROLE_WEIGHTED,
    ),
    QuestionType.AGREEMENT: (Rule.MEAN, Rule.MAJORITY, Rule.CONSENSUS, Rule.ROLE_WEIGHTED),
    QuestionType.POINTS: (Rule.MEAN, Rule.ROLE_WEIGHTED),
    QuestionType.RANKING: (Rule.RANKING, Rule.MAJORITY, Rule.ROLE_WEIGHTED),
    QuestionType.APPROVAL: (
        Rule.PLURALITY,
        Rule.CONSENSUS,
        Rule.UNANIMITY,
        Rule.ROLE_WEIGHTED,
    ),
}


@dataclass(frozen=True, slots=True)
class _Variant:
    """A dilemma as another rule would decide it."""

    name: Say
    dilemma: Dilemma
    rule: Rule


def other_rules(state: State, at: Worlds) -> OtherRules:
    """Build the figure for every dilemma with a decision."""
    return OtherRules(tuple(rules_of(state, d, at) for d in played_dilemmas(state)))


def rules_of(state: State, dilemma: Dilemma, at: Worlds) -> DilemmaRules:
    """Build one dilemma: the real decision, then what other rules make of the same ballots."""
    taken = state.flow.decisions[dilemma.id]
    others = (
        _outcome(dilemma, variant, found, taken)
        for variant in _variants(state, dilemma, taken)
        if (found := proposed(state, variant.dilemma, at)) is not None
    )
    return DilemmaRules(dilemma_name(state, dilemma), (_real(dilemma, taken), *others))


def _real(dilemma: Dilemma, taken: Taken) -> RuleOutcome:
    places, points = chosen_places(dilemma, taken.chosen)
    name = say(RULES[Rule.FACILITATOR if taken.by_facilitator else taken.rule].name)
    return RuleOutcome(name, Came.DECIDED, places, points, real=True)


def _variants(state: State, dilemma: Dilemma, taken: Taken) -> Iterator[_Variant]:
    weighs = _may_weigh(state, dilemma)
    for rule in _COMPARED[dilemma.type]:
        same = rule is taken.rule and not taken.by_facilitator
        if not same and (weighs or rule not in BY_ROLE):
            yield _Variant(_name(dilemma, rule), _with_rule(dilemma, rule), rule)
    yield from _other_counts(dilemma)


def _may_weigh(state: State, dilemma: Dilemma) -> bool:
    """With own voices a weighed result follows only where every role may be shown."""
    result = state.flow.results.get((dilemma.id, deciding_vote(state, dilemma)))
    return result is not None and shown_roles(state, dilemma).issuperset(result.per_role)


def _name(dilemma: Dilemma, rule: Rule) -> Say:
    if dilemma.type is QuestionType.APPROVAL and rule is Rule.UNANIMITY:
        return say(mark("What everyone can live with"))
    return say(RULES[rule].name)


def _with_rule(dilemma: Dilemma, rule: Rule) -> Dilemma:
    decision = replace(
        dilemma.decision,
        rule=rule,
        threshold=None,
        fallback=Rule.FACILITATOR,
        quorum=Fraction(0),
        tie_break=(),
    )
    return replace(dilemma, decision=decision)


def _other_counts(dilemma: Dilemma) -> Iterator[_Variant]:
    """Give the other way to take a middle, or to make one order of many."""
    plain = _with_rule(dilemma, own_count(dilemma))
    spec = dilemma.agreement
    if spec is not None:
        yield _Variant(*_other_middle(plain, spec), Rule.MEAN)
    if dilemma.type is QuestionType.RANKING:
        yield _Variant(*_other_method(plain, dilemma.ranking or RankingSpec()), Rule.RANKING)


def _other_middle(plain: Dilemma, spec: AgreementSpec) -> tuple[Say, Dilemma]:
    median = spec.statistic is Statistic.MEAN
    name = say(mark("The middle answer (median)") if median else mark("The average (mean)"))
    other = Statistic.MEDIAN if median else Statistic.MEAN
    return name, replace(plain, agreement=replace(spec, statistic=other))


def _other_method(plain: Dilemma, spec: RankingSpec) -> tuple[Say, Dilemma]:
    schulze = spec.method is RankingMethod.BORDA
    name = say(mark("The order by Schulze") if schulze else mark("The order by Borda"))
    other = RankingMethod.SCHULZE if schulze else RankingMethod.BORDA
    return name, replace(plain, ranking=replace(spec, method=other))


def _outcome(dilemma: Dilemma, variant: _Variant, found: Proposal, taken: Taken) -> RuleOutcome:
    came = _came(found)
    if came is not Came.DECIDED:
        open_between = came in (Came.RUNOFF, Came.TIED)
        between = found.tied or found.candidates if open_between else ()
        return RuleOutcome(variant.name, came, option_places(dilemma, between))
    places, points = outcome(dilemma, found.chosen, found.shares)
    differs = not _alike(Chosen(found.chosen, found.shares), taken.chosen)
    return RuleOutcome(variant.name, came, places, points, differs=differs)


def _came(found: Proposal) -> Came:
    if found.reason is Reason.NO_VALID_BALLOTS:
        return Came.NO_VOTES
    if found.fallback_used:
        return Came.NOT_REACHED
    if found.next is Next.RUNOFF:
        return Came.RUNOFF
    if found.next is not Next.DECIDED:
        return Came.TIED if found.reason is Reason.TIE else Came.NOT_REACHED
    return Came.NOT_REACHED if found.reason is Reason.NOTHING_REACHED else Came.DECIDED


def _alike(one: Chosen, other: Chosen) -> bool:
    """Compare two outcomes; of two divisions what got most."""
    if one.shares and other.shares:
        return _most(one) == _most(other)
    return same_outcome(one, other)


def _most(chosen: Chosen) -> set[str]:
    most = max(chosen.shares.values())
    return {option for option, n in chosen.shares.items() if n == most}
