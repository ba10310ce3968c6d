"""Deciding: from the ballots of a dilemma to a proposal, in exact numbers.

The rules are those of game model 3.6. A question that has no winner by heads applies them as
follows. *Agreement*: the mean or median points to a band; majority, supermajority, consensus and
unanimity ask how many ballots lie in that band themselves. *Points*: those four take the mean.
*Ranking*: those four look at first places. *Approval*: those four raise the share that each
option needs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from dilemmaspel.game.ballots import OBJECTION, Ballot, Vote
from dilemmaspel.game.ids import OptionId, RoleId, SessionId
from dilemmaspel.game.proposal import Next, Proposal, Reason, StepResult, TieStep
from dilemmaspel.game.scenario import ApprovalSpec, Dilemma, Scenario
from dilemmaspel.game.scoring import (
    THRESHOLDS,
    Case,
    band_of,
    bar_of,
    blocked,
    deciders,
    front,
    own_count,
    places,
    rule_in_force,
    scale_value,
    scores,
)
from dilemmaspel.game.tally import tally
from dilemmaspel.game.terms import QuestionType, Rule
from dilemmaspel.game.ties import Tie, break_tie, lot, majority_runoff

__all__ = [
    "MAX_AMENDMENTS",
    "Next",
    "Proposal",
    "Reason",
    "StepResult",
    "TieStep",
    "decide_role_alone",
    "lot",
    "objections",
    "propose",
    "propose_on_first_vote",
    "quorum_met",
]

MAX_AMENDMENTS = 2
"""How often the outcome's text may be amended and asked again under consent."""

_DECIDED_BY = {
    Rule.MAJORITY: Reason.MAJORITY,
    Rule.SUPERMAJORITY: Reason.THRESHOLD_MET,
    Rule.CONSENSUS: Reason.THRESHOLD_MET,
    Rule.UNANIMITY: Reason.UNANIMOUS,
    Rule.ONE_ROLE_DECIDES: Reason.DECIDER_CHOSE,
    Rule.MEAN: Reason.MEAN,
    Rule.RANKING: Reason.ORDER,
}


def propose(  # noqa: PLR0913 - one vote with all that may follow it
    scenario: Scenario,
    dilemma: Dilemma,
    options: tuple[OptionId, ...],
    ballots: Iterable[Ballot],
    present: int,
    session_id: SessionId,
    *,
    runoff: Iterable[Ballot] | None = None,
    runoff_options: tuple[OptionId, ...] = (),
    consent: Iterable[Ballot] | None = None,
    consent_round: int = 0,
    count_anyway: bool = False,
    present_by_role: Mapping[RoleId, int] | None = None,
) -> Proposal:
    """Say what the deciding vote comes to, and what has to be asked next.

    `options` are the visible ones (for an agreement the visible bands, () for all); `present`
    and `present_by_role` are as in `tally`. Call it again with `runoff` after a run-off among
    `runoff_options`, and with `consent` after each consent check; `consent_round` is the number
    of amendments before that check. `count_anyway` passes over the quorum.
    """
    voting = [b for b in ballots if _may_vote(scenario, b.role)]
    count = tally(dilemma, options, voting, present, Vote.SECOND, present_by_role=present_by_role)
    case = Case(
        dilemma,
        _decidable(dilemma, options),
        session_id,
        count,
        decider=dilemma.decision.decider,
        runoff=None if runoff is None else tuple(runoff),
        runoff_options=runoff_options,
    )
    checked = None if consent is None else tuple(consent)
    found = _at_the_vote(case, checked, consent_round, count_anyway=count_anyway)
    return _with_both_winners(case, found)


def propose_on_first_vote(
    scenario: Scenario,
    dilemma: Dilemma,
    options: tuple[OptionId, ...],
    ballots: Iterable[Ballot],
    present: int,
    session_id: SessionId,
    present_by_role: Mapping[RoleId, int] | None = None,
) -> Proposal:
    """Say what the first vote would have come to under the same rule ("what if, vote 1").

    Only DECIDED counts: anything that would need a run-off, consent or the facilitator leaves
    the real decision standing.
    """
    return propose(
        scenario,
        dilemma,
        options,
        ballots,
        present,
        session_id,
        present_by_role=present_by_role,
    )


def decide_role_alone(
    scenario: Scenario,
    dilemma: Dilemma,
    options: tuple[OptionId, ...],
    ballots: Iterable[Ballot],
    role: RoleId,
    session_id: SessionId,
    present_by_role: Mapping[RoleId, int] | None = None,
) -> Proposal:
    """Say what one role would have decided alone: its plurality, mean, order or selection.

    Not DECIDED (no valid ballot, or a tie) leaves the group's decision standing.
    """
    own = [b for b in ballots if b.role == role and _may_vote(scenario, role)]
    case = Case(
        dilemma=dilemma,
        options=_decidable(dilemma, options),
        session=session_id,
        count=tally(dilemma, options, own, len(own), Vote.SECOND, present_by_role=present_by_role),
        decider=role,
    )
    return _by_rule(case, Rule.ONE_ROLE_DECIDES) or _ask(
        case, Rule.ONE_ROLE_DECIDES, Reason.DECIDER_SILENT
    )


def quorum_met(valid_persons: int, present: int, quorum: Fraction = Fraction(1, 2)) -> bool:
    """Tell whether enough of those present cast a valid vote; exactly half is enough."""
    return valid_persons >= present * quorum


def objections(consent: Iterable[Ballot]) -> tuple[Ballot, ...]:
    """Give the objections that count: those with a reason."""
    return tuple(b for b in consent if b.choice == OBJECTION and b.objection.strip())


def _may_vote(scenario: Scenario, role_id: RoleId) -> bool:
    role = scenario.role(role_id)
    return role is None or role.voting


def _decidable(dilemma: Dilemma, options: tuple[OptionId, ...]) -> tuple[OptionId, ...]:
    if dilemma.type is not QuestionType.AGREEMENT or dilemma.agreement is None or options:
        return options
    return tuple(band.option.id for band in dilemma.agreement.bands)


def _at_the_vote(
    case: Case, consent: tuple[Ballot, ...] | None, consent_round: int, *, count_anyway: bool
) -> Proposal:
    decision = case.dilemma.decision
    rule = rule_in_force(case.dilemma, decision.rule)
    if rule is Rule.FACILITATOR:
        return _ask(case, rule, Reason.FACILITATOR_RULE)
    enough = quorum_met(case.count.valid_persons, case.count.present, decision.quorum)
    if not enough and not count_anyway:
        return Proposal(Next.NO_QUORUM, rule, Reason.QUORUM_MISSED)
    if not case.count.valid:
        return _ask(case, rule, Reason.NO_VALID_BALLOTS)
    if rule is Rule.CONSENT:
        return _by_consent(case, consent, consent_round)
    return _by_rule(case, rule) or _by_fallback(case)


def _by_consent(case: Case, consent: tuple[Ballot, ...] | None, amended: int) -> Proposal:
    """Find the candidate, ask, and ask again; then the fallback."""
    found = _by_rule(case, own_count(case.dilemma)) or _by_fallback(case)
    if found.next is not Next.DECIDED:
        return replace(found, rule=Rule.CONSENT)
    if found.reason is Reason.NOTHING_REACHED:
        return _by_fallback(case)
    if consent is not None and not objections(consent):
        return replace(found, rule=Rule.CONSENT, reason=Reason.NO_OBJECTION)
    if consent is not None and amended >= MAX_AMENDMENTS:
        return _by_fallback(case)
    return replace(
        found,
        next=Next.CONSENT,
        rule=Rule.CONSENT,
        reason=Reason.CONSENT_NEEDED if consent is None else Reason.OBJECTION,
        chosen=(),
        candidates=found.chosen,
        seats=0,
    )


def _by_fallback(case: Case) -> Proposal:
    """Decide by the fallback, which has no fallback of its own."""
    rule = rule_in_force(case.dilemma, case.dilemma.decision.fallback)
    if rule is Rule.FACILITATOR:
        found = _ask(case, rule, Reason.FACILITATOR_RULE)
    else:
        found = _by_rule(case, rule) or _ask(case, rule, Reason.FALLBACK_FAILED)
    return replace(found, fallback_used=True)


def _by_rule(case: Case, rule: Rule) -> Proposal | None:
    """Apply one rule; None when it does not pass (thresholds) or cannot stand alone (consent)."""
    if rule is Rule.CONSENT:
        return None
    if rule is Rule.ONE_ROLE_DECIDES and deciders(case) is None:
        return _ask(case, rule, Reason.DECIDER_SILENT)
    if case.dilemma.type is QuestionType.POINTS:
        return _divide(case, rule)
    if case.dilemma.type is QuestionType.AGREEMENT:
        return _place(case, rule)
    return _select(case, rule)


def _divide(case: Case, rule: Rule) -> Proposal:
    """Points: the mean division."""
    shares = scores(case, rule)
    if not shares:
        return _ask(case, rule, Reason.NO_VALID_BALLOTS)
    return Proposal(Next.DECIDED, rule, _DECIDED_BY.get(rule, Reason.MEAN), shares=shares)


def _place(case: Case, rule: Rule) -> Proposal | None:
    """Agreement: the first band that fits the statistic, with enough ballots in it."""
    value = scale_value(case, rule)
    if value is None:
        return _ask(case, rule, Reason.NO_VALID_BALLOTS)
    band = band_of(case.bands, value)
    if band is None:
        return replace(_ask(case, rule, Reason.NO_BAND), value=value)
    reached = bar_of(case.dilemma, rule).passed(_support(case, band))
    if reached and not blocked(case, rule):
        reason = _DECIDED_BY.get(rule, Reason.MEAN)
        return Proposal(Next.DECIDED, rule, reason, chosen=(band,), band=band, value=value)
    if rule in THRESHOLDS:
        return None
    return replace(_ask(case, rule, Reason.NO_MAJORITY), band=band, value=value)


def _support(case: Case, band: OptionId) -> Fraction:
    """Share of the ballots whose own point lies in the band."""
    scale = enumerate(case.count.scale, start=1)
    return Fraction(sum(n for x, n in scale if band_of(case.bands, x) == band), case.count.valid)


def _select(case: Case, rule: Rule) -> Proposal | None:
    """Single choice, approval and ranking: the best options that pass the bar."""
    standing = scores(case, rule)
    if not standing:
        return _ask(case, rule, Reason.NO_VALID_BALLOTS)
    bar = bar_of(case.dilemma, rule)
    passing = {option: share for option, share in standing.items() if bar.passed(share)}
    if not passing or blocked(case, rule):
        return _below_the_bar(case, rule, standing)
    field = passing if case.dilemma.type is QuestionType.APPROVAL else standing
    return _seat(case, rule, field, places(case.dilemma))


def _below_the_bar(
    case: Case, rule: Rule, standing: Mapping[OptionId, Fraction]
) -> Proposal | None:
    if rule in THRESHOLDS:
        return None
    approval = case.dilemma.approval or ApprovalSpec()
    if case.dilemma.type is QuestionType.APPROVAL and not approval.at_least_one:
        return Proposal(Next.DECIDED, rule, Reason.NOTHING_REACHED)
    if rule is Rule.MAJORITY:
        return majority_runoff(case, standing)
    return _seat(case, rule, standing, 1)


def _seat(case: Case, rule: Rule, standing: Mapping[OptionId, Fraction], seats: int) -> Proposal:
    """Fill the places, best first; a tie for the last ones goes to the tie chain."""
    sure, tied = front(standing, seats)
    if not tied:
        reason = _DECIDED_BY.get(rule, Reason.MOST_VOTES)
        return Proposal(Next.DECIDED, rule, reason, chosen=sure)
    left = seats - len(sure)
    if rule is Rule.ONE_ROLE_DECIDES:
        asked = _ask(case, rule, Reason.DECIDER_TIED)
        return replace(asked, chosen=sure, tied=tied, candidates=tied, seats=left)
    return break_tie(case, rule, Tie(sure, tied, left))


def _ask(case: Case, rule: Rule, reason: Reason) -> Proposal:
    """Leave it to the facilitator; for points with the mean division as a start."""
    return Proposal(
        Next.ASK_FACILITATOR,
        rule,
        reason,
        shares=case.count.means,
        candidates=case.options,
        seats=places(case.dilemma),
    )


def _with_both_winners(case: Case, found: Proposal) -> Proposal:
    return replace(
        found,
        raw_winner=_undisputed(case, own_count(case.dilemma)),
        weighted_winner=_undisputed(case, Rule.ROLE_WEIGHTED),
    )


def _undisputed(case: Case, rule: Rule) -> tuple[OptionId, ...]:
    """Give what a rule chooses without a tie chain; () when it cannot."""
    found = _by_rule(replace(case, runoff=None), rule)
    clear = found is not None and found.next is Next.DECIDED and not found.steps
    return found.chosen if found and clear else ()
