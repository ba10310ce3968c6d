"""Counts the boxes of a state and asks the rule what comes of it."""

from fractions import Fraction

from dilemmaspel.game.ballots import Ballot, Vote
from dilemmaspel.game.decision import MAX_AMENDMENTS, Proposal, propose
from dilemmaspel.game.ids import OptionId
from dilemmaspel.game.measures import consensus
from dilemmaspel.game.paths import visible_options
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import Box, State
from dilemmaspel.game.steps import deciding_vote
from dilemmaspel.game.tally import Tally, tally
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.voting import present, present_by_role
from dilemmaspel.game.world import VoteFacts

ABSTAINED = "abstained"
"""What an abstention counts as in a shift: a category of its own."""


def count_box(state: State, box: Box) -> Tally:
    """Count the live ballots of a box."""
    dilemma = state.scenario.dilemma(box.dilemma) or state.scenario.dilemmas[0]
    return tally(
        dilemma,
        box.options,
        box.live(),
        present(state, box),
        box.vote,
        present_by_role=present_by_role(state, box),
    )


def propose_now(state: State) -> Proposal | None:
    """Ask the rule of the running dilemma what its ballots so far come to.

    None before the deciding vote is counted.
    """
    dilemma = state.dilemma
    if dilemma is None:
        return None
    deciding = state.box(dilemma.id, deciding_vote(state, dilemma))
    if deciding is None or not _counted(state, deciding):
        return None
    runoff = state.box(dilemma.id, Vote.RUNOFF)
    held = runoff is not None and _counted(state, runoff)
    consent = state.box(dilemma.id, Vote.CONSENT)
    asked = consent is not None and _counted(state, consent)
    return propose(
        state.scenario,
        dilemma,
        _options_of(state, dilemma, deciding),
        deciding.live(),
        present(state, deciding),
        state.session,
        runoff=runoff.live() if runoff and held else None,
        runoff_options=runoff.options if runoff and held else (),
        consent=consent.live() if consent and asked else None,
        consent_round=MAX_AMENDMENTS if state.flow.given_up else state.flow.amendments,
        count_anyway=state.flow.count_anyway,
        present_by_role=present_by_role(state, deciding),
    )


def _counted(state: State, box: Box) -> bool:
    return (box.dilemma, box.vote) in state.flow.results


def _options_of(state: State, dilemma: Dilemma, box: Box) -> tuple[OptionId, ...]:
    if dilemma.type is not QuestionType.AGREEMENT:
        return box.options
    return tuple(o.id for o in visible_options(dilemma, state.flow.base))


def facts_of(state: State, dilemma: Dilemma) -> VoteFacts:
    """Return what later conditions may ask about the deciding vote of a dilemma."""
    result = state.flow.results.get((dilemma.id, deciding_vote(state, dilemma)))
    if result is None:
        return VoteFacts()
    close = consensus(result.scale) if result.scale else None
    both = pairs(state, dilemma)
    moved = sum(category(a) != category(b) for a, b in both)
    return VoteFacts(
        consensus=None if close is None else Fraction(round(close * 10**6), 10**6),
        top_share=result.top_share,
        moved_share=Fraction(moved, len(both)) if both else None,
    )


def pairs(state: State, dilemma: Dilemma) -> tuple[tuple[Ballot, Ballot], ...]:
    """Return the ballots of those who voted both times, in the order of their seats."""
    first = state.box(dilemma.id, Vote.FIRST)
    second = state.box(dilemma.id, Vote.SECOND)
    if first is None or second is None:
        return ()
    both = sorted(first.ballots.keys() & second.ballots.keys())
    return tuple((first.ballots[s], second.ballots[s]) for s in both)


def category(ballot: Ballot) -> object:
    """Return what a ballot is in a shift: its choice, or abstention as one of its own."""
    return ABSTAINED if ballot.choice is None else ballot.choice
