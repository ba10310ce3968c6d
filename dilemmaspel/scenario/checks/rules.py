"""The decision rules of a dilemma: those that fit its type, with what they need."""

from typing import Final

from dilemmaspel.game.terms import QuestionType, Rule, TieBreak
from dilemmaspel.scenario import meaning_words as words
from dilemmaspel.scenario.checks.survey import DilemmaNode, Survey
from dilemmaspel.scenario.nodes import MapNode, map_at, text_at, texts_of

_HAS_MEAN: Final = frozenset({QuestionType.AGREEMENT, QuestionType.POINTS})
_WITH_THRESHOLD: Final = frozenset({Rule.SUPERMAJORITY, Rule.CONSENSUS})
_MAY_FAIL: Final = frozenset({Rule.SUPERMAJORITY, Rule.CONSENSUS, Rule.UNANIMITY, Rule.CONSENT})
_NEEDS: Final = ((Rule.ONE_ROLE_DECIDES, "decider"), (Rule.WEIGHTED, "weights"))


def check_rules(survey: Survey) -> None:
    """Check how the votes of each dilemma become a decision."""
    for dilemma in survey.dilemmas:
        decision = map_at(dilemma.node, "decision")
        if decision is not None and dilemma.type in set(QuestionType):
            _check_fit(survey, dilemma, decision)
            _check_fallback(survey, decision)
            _check_settings(survey, decision)
            _check_ties(survey, dilemma, decision)


def _check_fit(survey: Survey, dilemma: DilemmaNode, decision: MapNode) -> None:
    unfit = {Rule.MEAN} if dilemma.type not in _HAS_MEAN else set[Rule]()
    if dilemma.type != QuestionType.RANKING:
        unfit.add(Rule.RANKING)
    known = ", ".join(rule for rule in Rule if rule not in unfit)
    for key in ("rule", "fallback"):
        rule = text_at(decision, key)
        if rule is not None and rule.text in unfit:
            survey.findings.add(
                words.RULE_DOES_NOT_FIT,
                rule,
                key=key,
                text=rule.text,
                type=dilemma.type,
                known=known,
            )


def _check_fallback(survey: Survey, decision: MapNode) -> None:
    fallback = text_at(decision, "fallback")
    if fallback is not None and fallback.text in _MAY_FAIL:
        survey.findings.add(words.FALLBACK_MAY_FAIL, fallback, text=fallback.text)


def _check_settings(survey: Survey, decision: MapNode) -> None:
    used = {one.text for key in ("rule", "fallback") if (one := text_at(decision, key))}
    rule = text_at(decision, "rule")
    shown = rule.text if rule else Rule.PLURALITY
    for needing, key in _NEEDS:
        entry = decision.entries.get(key)
        if needing in used and entry is None:
            survey.findings.add(words.NEEDS_WITH_RULE, decision, key=key, rule=needing)
        elif needing not in used and entry is not None:
            survey.findings.add(words.UNUSED_WITH_RULE, entry.key, key=key, rule=shown)
    for key, wanted in (("threshold", _WITH_THRESHOLD), ("unanimity", {Rule.UNANIMITY})):
        entry = decision.entries.get(key)
        if entry is not None and not wanted & used:
            survey.findings.add(words.UNUSED_WITH_RULE, entry.key, key=key, rule=shown)


def _check_ties(survey: Survey, dilemma: DilemmaNode, decision: MapNode) -> None:
    for step in texts_of(decision.child("tie_break")):
        if step.text == TieBreak.STATUS_QUO and text_at(dilemma.node, "status_quo") is None:
            survey.findings.add(words.NEEDS_STATUS_QUO, step)
