"""Builds the figures of how close people stood: labels, points, orders, what all can live with."""

from collections.abc import Mapping

from dilemmaspel.debrief.builders.votes import counts_of
from dilemmaspel.debrief.figures import (
    Acceptance,
    Closeness,
    GroupOrder,
    Label,
    Place,
    PointsOf,
    PointsSpread,
    Ranked,
)
from dilemmaspel.debrief.measures import (
    MIN_BALLOTS,
    PointsSummary,
    agreement,
    choice_label,
    condorcet_winner,
    consensus,
    esteban_ray,
    kendall_w,
    points_summary,
    polarisation,
    reynal_querol,
    scale_label,
    schulze_tiers,
)
from dilemmaspel.debrief.naming import (
    ballot_places,
    dilemma_name,
    option_place,
    option_places,
    played_dilemmas,
)
from dilemmaspel.debrief.secrecy import small_room
from dilemmaspel.debrief.whatif import Worlds, proposed
from dilemmaspel.game.ballots import OBJECTION, Vote
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import deciding_vote
from dilemmaspel.game.tally import Tally
from dilemmaspel.game.terms import QuestionType


def closeness(state: State) -> Closeness:
    """Build the labels of vote 1 and the deciding vote of every dilemma."""
    found = (
        label(state, dilemma, vote)
        for dilemma in played_dilemmas(state)
        for vote in dict.fromkeys((Vote.FIRST, deciding_vote(state, dilemma)))
    )
    return Closeness(tuple(one for one in found if one))


def label(state: State, dilemma: Dilemma, vote: Vote) -> Label | None:
    """Build the label and indices of one vote; None when it was not held."""
    result = state.flow.results.get((dilemma.id, vote))
    if result is None:
        return None
    places = ballot_places(dilemma, result.options)
    counts = counts_of(result, result)
    known = counts if result.valid >= MIN_BALLOTS else ()
    ordered = dilemma.type is QuestionType.AGREEMENT
    scale = known if ordered else ()
    choice = known if dilemma.type is QuestionType.SINGLE_CHOICE else ()
    spread = _summary(state, dilemma, vote, result)
    return Label(
        dilemma=dilemma_name(state, dilemma),
        vote=vote,
        counts=tuple(zip(places, counts, strict=True)),
        n=result.valid,
        ordered=ordered,
        number=scale_label(scale) if ordered else choice_label(choice),
        consensus=consensus(scale),
        agreement=agreement(scale),
        polarisation=polarisation(scale),
        esteban_ray=esteban_ray(scale),
        reynal_querol=reynal_querol(choice),
        overlap=spread.overlap if spread and known else None,
        kendall=kendall_w(result.orders, result.options) if known else None,
    )


def points_spread(state: State, dilemma: Dilemma, vote: Vote) -> PointsSpread | None:
    """Build M8; None for another question, without votes, or for too few own voices."""
    result = state.flow.results.get((dilemma.id, vote))
    spread = _summary(state, dilemma, vote, result) if result else None
    if result is None or spread is None or small_room(state, result.valid_persons):
        return None
    options = zip(
        option_places(dilemma, result.options),
        spread.shown,
        spread.means,
        spread.medians,
        spread.spreads,
        spread.lows,
        spread.highs,
        strict=True,
    )
    return PointsSpread(
        dilemma=dilemma_name(state, dilemma),
        vote=vote,
        total=dilemma.points.total if dilemma.points else 0,
        n=result.valid,
        options=tuple(PointsOf(*one) for one in options),
        overlap=spread.overlap if result.valid >= MIN_BALLOTS else None,
    )


def divisions(state: State, dilemma: Dilemma, vote: Vote, role: str = "") -> list[list[int]]:
    """Give what each person gave to each option of a points question; of one role or of all."""
    result, box = state.flow.results.get((dilemma.id, vote)), state.box(dilemma.id, vote)
    if result is None or box is None or dilemma.type is not QuestionType.POINTS:
        return []
    return [
        [ballot.choice.get(option, 0) for option in result.options]
        for ballot in box.live()
        if isinstance(ballot.choice, Mapping) and role in ("", ballot.role)
    ]


def _summary(state: State, dilemma: Dilemma, vote: Vote, result: Tally) -> PointsSummary | None:
    if result.kind is not QuestionType.POINTS:
        return None
    total = dilemma.points.total if dilemma.points else 100
    return points_summary(divisions(state, dilemma, vote), total)


def group_order(state: State, dilemma: Dilemma, vote: Vote) -> GroupOrder | None:
    """Build M9; None for another question or without votes."""
    result = state.flow.results.get((dilemma.id, vote))
    if result is None or not result.is_ranking or not result.valid:
        return None
    tiers = schulze_tiers(result.orders, result.options)
    tier_of = {option: n for n, tier in enumerate(tiers, start=1) for option in tier}
    points = result.borda
    best = condorcet_winner(result.orders, result.options)
    enough = result.valid >= MIN_BALLOTS
    return GroupOrder(
        dilemma=dilemma_name(state, dilemma),
        vote=vote,
        n=result.valid,
        ranked=tuple(
            Ranked(option_place(dilemma, o), points[o], result.counts[o], tier_of[o])
            for o in sorted(result.options, key=lambda option: -points[option])
        ),
        condorcet=option_place(dilemma, best) if best else None,
        kendall=kendall_w(result.orders, result.options) if enough else None,
    )


def acceptance(state: State, dilemma: Dilemma, at: Worlds) -> Acceptance | None:
    """Build M10; None unless people ticked what they can live with, or consent was asked."""
    vote = deciding_vote(state, dilemma)
    result = state.flow.results.get((dilemma.id, vote))
    check = state.flow.results.get((dilemma.id, Vote.CONSENT))
    ticked = result if result and result.kind is QuestionType.APPROVAL else None
    if ticked is None and check is None:
        return None
    places = option_places(dilemma, ticked.options) if ticked else ()
    counts = counts_of(ticked, ticked) if ticked else ()
    return Acceptance(
        dilemma=dilemma_name(state, dilemma),
        n=ticked.valid if ticked else 0,
        ticks=tuple(zip(places, counts, strict=True)),
        asked=_candidates(state, dilemma, at) if check else (),
        answered=check.valid if check else 0,
        objections=objections_of(state, dilemma) if check else (),
    )


def objections_of(state: State, dilemma: Dilemma) -> tuple[str, ...]:
    """Give the reasons of the last consent check, in the order of their text: never whose."""
    box = state.box(dilemma.id, Vote.CONSENT)
    if box is None:
        return ()
    return tuple(sorted(b.objection for b in box.live() if b.choice == OBJECTION and b.objection))


def _candidates(state: State, dilemma: Dilemma, at: Worlds) -> tuple[Place, ...]:
    """Say what consent was asked for: what the deciding vote came to before it."""
    found = proposed(state, dilemma, at, runoff=state.box(dilemma.id, Vote.RUNOFF))
    return option_places(dilemma, found.candidates) if found else ()
