"""Orders of preference: Borda, Schulze and the Condorcet winner, in exact numbers.

A ballot is `(count, [option, ...])`, best first; it may leave options out. What is not in
`options`, or comes a second time, is passed over.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from dilemmaspel.game.ids import frozen

O = TypeVar("O", bound=str)  # noqa: E741

RankedBallots = Iterable[tuple[int, Sequence[O]]]


def borda(ballots: RankedBallots[O], options: Sequence[O]) -> Mapping[O, Fraction]:
    """Give each option its Borda points.

    The best of n options gets n−1 points, the next n−2, down to 0; options that a ballot leaves
    out share the points that remain equally, so every ballot gives n(n−1)/2. Without ballots
    every option has 0. Source: de Borda (1781); the shared rest as in electowiki's
    "Borda count".
    """
    points = {option: Fraction(0) for option in options}
    for count, order in ballots:
        ranked = _ranked(order, options)
        rest = Fraction(len(points) - len(ranked) - 1, 2)
        for option in points:
            place = ranked.get(option)
            points[option] += count * (rest if place is None else len(points) - 1 - place)
    return frozen(points)


def condorcet_winner(ballots: RankedBallots[O], options: Sequence[O]) -> O | None:
    """Give the option that beats every other one by one, or None when there is none.

    An option that a ballot ranks stands above one that it leaves out; two that it leaves out
    are equal. The only option wins when at least one ballot was cast.
    """
    cast = tuple(ballots)
    if not any(count > 0 for count, _ in cast):
        return None
    wins = _pairwise(cast, options)
    for option in options:
        if all(wins[option, other] > wins[other, option] for other in options if other != option):
            return option
    return None


def schulze(ballots: RankedBallots[O], options: Sequence[O]) -> tuple[O, ...]:
    """Give the options in Schulze's order, best first; equals stand in ballot order.

    Who is equal to whom is in `schulze_tiers`.
    """
    return tuple(option for tier in schulze_tiers(ballots, options) for option in tier)


def schulze_tiers(ballots: RankedBallots[O], options: Sequence[O]) -> tuple[tuple[O, ...], ...]:
    """Give Schulze's order as tiers of equals, best first.

    Strength of a link: the ballots that prefer one to the other ("winning votes"), 0 for the
    loser. A tier holds the options that no remaining option beats by a stronger widest path.
    Without ballots all are equal. Source: Schulze (2011), Social Choice and Welfare 36.
    """
    paths = _widest_paths(_pairwise(tuple(ballots), options), options)
    tiers = []
    left = tuple(dict.fromkeys(options))
    while left:
        tier = tuple(a for a in left if all(paths[a, b] >= paths[b, a] for b in left))
        tiers.append(tier)
        left = tuple(option for option in left if option not in tier)
    return tuple(tiers)


def _ranked(order: Sequence[O], options: Sequence[O]) -> Mapping[O, int]:
    known = dict.fromkeys(option for option in order if option in options)
    return {option: place for place, option in enumerate(known)}


def _pairwise(
    ballots: Sequence[tuple[int, Sequence[O]]], options: Sequence[O]
) -> dict[tuple[O, O], int]:
    wins = {(a, b): 0 for a in options for b in options}
    for count, order in ballots:
        ranked = _ranked(order, options)
        last = len(options)
        for a in ranked:
            for b in options:
                if ranked[a] < ranked.get(b, last):
                    wins[a, b] += count
    return wins


def _widest_paths(wins: Mapping[tuple[O, O], int], options: Sequence[O]) -> dict[tuple[O, O], int]:
    paths = {(a, b): wins[a, b] if wins[a, b] > wins[b, a] else 0 for a, b in wins}
    for via in options:
        for a in options:
            for b in options:
                paths[a, b] = max(paths[a, b], min(paths[a, via], paths[via, b]))
    return paths
