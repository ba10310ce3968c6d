"""Ties: the chain of a scenario, step by step, and the run-off of a majority."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from hashlib import sha256

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.ids import DilemmaId, OptionId, SessionId, frozen
from dilemmaspel.game.proposal import Next, Proposal, Reason, StepResult, TieStep
from dilemmaspel.game.scoring import BY_ROLE, Case, front, scores, top_two
from dilemmaspel.game.tally import Tally, tally
from dilemmaspel.game.terms import Rule, TieBreak

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Tie:
    """Options that are equal, for fewer places than there are options."""

    sure: tuple[OptionId, ...]
    """Who is in already."""
    tied: tuple[OptionId, ...]
    seats: int
    """Places left for the tied ones."""
    steps: tuple[TieStep, ...] = ()


def lot(
    session: SessionId, dilemma: DilemmaId, options: tuple[OptionId, ...], seats: int = 1
) -> tuple[OptionId, ...]:
    """Draw options by lot; a replay of the session draws the same.

    The number is SHA-256 of `session:dilemma` (UTF-8, big-endian); it modulo n is the place of
    the first one drawn, its quotient goes on to the next.
    """
    text = f"{session}:{dilemma}".encode(errors="surrogatepass")
    number = int.from_bytes(sha256(text).digest(), "big")
    left = list(options)
    drawn: list[OptionId] = []
    while left and len(drawn) < seats:
        number, place = divmod(number, len(left))
        drawn.append(left.pop(place))
    return tuple(drawn)


def break_tie(case: Case, rule: Rule, tie: Tie) -> Proposal:
    """Walk the tie chain among the tied options only; at its end stands the facilitator."""
    return _walk(case, rule, tie, case.dilemma.decision.tie_break)


def _walk(case: Case, rule: Rule, tie: Tie, chain: tuple[TieBreak, ...]) -> Proposal:
    if not tie.tied:
        return _broken(rule, tie)
    step = chain[0] if chain else TieBreak.FACILITATOR
    if step is TieBreak.FACILITATOR:
        return _waiting(rule, tie, step, Next.ASK_FACILITATOR)
    if step is TieBreak.RUNOFF and case.runoff is None:
        return _waiting(rule, tie, step, Next.RUNOFF)
    return _walk(case, rule, _STEPS[step](case, rule, tie), chain[1:])


def _broken(rule: Rule, tie: Tie) -> Proposal:
    first, last = tie.steps[0], tie.steps[-1]
    return Proposal(
        Next.DECIDED,
        rule,
        _BROKEN_BY[last.step],
        chosen=tie.sure,
        tied=first.among,
        steps=tie.steps,
    )


def _waiting(rule: Rule, tie: Tie, step: TieBreak, following: Next) -> Proposal:
    return Proposal(
        following,
        rule,
        Reason.TIE,
        chosen=tie.sure,
        tied=tie.tied,
        candidates=tie.tied,
        seats=tie.seats,
        steps=(*tie.steps, TieStep(step, StepResult.WAITING, tie.tied)),
    )


def _by_runoff(case: Case, rule: Rule, tie: Tie) -> Tie:
    count = _runoff_count(case, tie.tied)
    if count is None:
        return _noted(tie, TieBreak.RUNOFF, StepResult.HELD_BEFORE)
    standing = _runoff_scores(case, rule, count)
    if not standing:
        return _noted(tie, TieBreak.RUNOFF, StepResult.NO_BALLOTS)
    picked, left = front(standing, tie.seats)
    return _settled(tie, TieBreak.RUNOFF, picked, left)


def _by_status_quo(case: Case, _: Rule, tie: Tie) -> Tie:
    if case.dilemma.status_quo not in tie.tied:
        return _noted(tie, TieBreak.STATUS_QUO, StepResult.NOT_AMONG_TIED)
    kept = tuple(option for option in tie.tied if option == case.dilemma.status_quo)
    left = tuple(option for option in tie.tied if option not in kept)
    return _settled(tie, TieBreak.STATUS_QUO, kept, left)


def _by_lot(case: Case, _: Rule, tie: Tie) -> Tie:
    drawn = lot(case.session, case.dilemma.id, tie.tied, tie.seats)
    return _settled(tie, TieBreak.LOT, drawn, ())


def _noted(tie: Tie, step: TieBreak, result: StepResult) -> Tie:
    return replace(tie, steps=(*tie.steps, TieStep(step, result, tie.tied)))


def _settled(
    tie: Tie, step: TieBreak, picked: tuple[OptionId, ...], left: tuple[OptionId, ...]
) -> Tie:
    """Give the picked ones their places; those left stay tied for what remains of them."""
    result = StepResult.BROKEN if picked else StepResult.STILL_TIED
    seats = tie.seats - len(picked)
    done = TieStep(step, result, tie.tied, picked)
    return Tie((*tie.sure, *picked), left if seats else (), seats, (*tie.steps, done))


_STEPS: Mapping[TieBreak, Callable[[Case, Rule, Tie], Tie]] = frozen(
    {
        TieBreak.RUNOFF: _by_runoff,
        TieBreak.STATUS_QUO: _by_status_quo,
        TieBreak.LOT: _by_lot,
    }
)
_BROKEN_BY = {
    TieBreak.RUNOFF: Reason.RUNOFF_WON,
    TieBreak.STATUS_QUO: Reason.STATUS_QUO,
    TieBreak.LOT: Reason.LOT,
}


def majority_runoff(case: Case, standing: Mapping[OptionId, Fraction]) -> Proposal:
    """Hold the one run-off of a majority: the top two, with all that are tied for second.

    It takes more than half there too; without that, or when nobody votes, the facilitator
    decides.
    """
    among = top_two(standing)
    asked = Proposal(
        Next.RUNOFF, Rule.MAJORITY, Reason.NO_MAJORITY, tied=_best(standing), candidates=among
    )
    if case.runoff is None:
        return replace(asked, steps=(TieStep(TieBreak.RUNOFF, StepResult.WAITING, among),))
    count = _runoff_count(case, among)
    shares = count.shares if count else {}
    won = tuple(option for option, share in shares.items() if share > HALF)
    step = TieStep(TieBreak.RUNOFF, _majority_result(count, won), among, won)
    if not won:
        return replace(asked, next=Next.ASK_FACILITATOR, steps=(step,))
    return Proposal(Next.DECIDED, Rule.MAJORITY, Reason.RUNOFF_WON, chosen=won, steps=(step,))


def _best(standing: Mapping[OptionId, Fraction]) -> tuple[OptionId, ...]:
    best = tuple(o for o in standing if standing[o] == max(standing.values()))
    return best if len(best) > 1 else ()


def _majority_result(count: Tally | None, won: tuple[OptionId, ...]) -> StepResult:
    if count is None:
        return StepResult.HELD_BEFORE
    if not count.valid:
        return StepResult.NO_BALLOTS
    return StepResult.BROKEN if won else StepResult.STILL_TIED


def _runoff_count(case: Case, among: tuple[OptionId, ...]) -> Tally | None:
    """Count the run-off, or None when it was held among others."""
    if case.runoff_options and set(case.runoff_options) != set(among):
        return None
    return tally(case.dilemma, among, case.runoff or (), case.count.present, Vote.RUNOFF)


def _runoff_scores(case: Case, rule: Rule, count: Tally) -> Mapping[OptionId, Fraction]:
    """Weigh a run-off by the rule that tied: by role if that went by role."""
    return scores(replace(case, count=count), rule) if rule in BY_ROLE else count.shares
