"""Simulated participants: they vote by the lens of their role, or follow given picks."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from random import Random

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION, Channel, Choice, Vote
from dilemmaspel.game.commands import CastBallot
from dilemmaspel.game.ids import IndicatorId, OptionId, RoleId, SeatId, frozen
from dilemmaspel.game.paths import visible_options
from dilemmaspel.game.scenario import AgreementSpec, Dilemma, Option, Role
from dilemmaspel.game.state import Box, State
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.voting import blocked_in

Pick = str | Sequence[str] | Mapping[str, int]
"""What the group chooses: an option or band, winners in order, or points per option."""

ABSTAINS = 0.03
OBJECTS = 0.05
NOISE = 5.0
"""Spread of a bot's own taste, in points of the indicators."""
LATER = 0.5
"""How much an effect of later years weighs against one of now."""
LISTENS = 0.3
"""How much of the room's first vote a bot takes over the second time."""


def ballots_to_cast(
    state: State, seed: int, picks: Mapping[str, Pick] | None = None
) -> tuple[CastBallot, ...]:
    """Return the ballots of all bots that have not voted in the open vote, in seat order.

    The same state, seed and picks give the same ballots. A dilemma with a pick is voted as
    picked by everybody. A role that was counted by hand has voted.
    """
    dilemma, box = state.dilemma, state.open_box
    if dilemma is None or box is None:
        return ()
    pick = (picks or {}).get(dilemma.id)
    by_hand = {cell.role for cell in box.hands.values()}
    waiting = sorted(
        seat
        for seat in box.electorate - box.ballots.keys()
        if state.seats[seat].active and state.seats[seat].role not in by_hand
    )
    return tuple(_ballot(state, dilemma, box, seat, seed, pick) for seat in waiting)


def _ballot(
    state: State, dilemma: Dilemma, box: Box, seat: SeatId, seed: int, pick: Pick | None
) -> CastBallot:
    chance = Random(f"{seed}|{dilemma.id}|{box.vote}|{box.attempt}|{seat}")
    role = state.scenario.role(state.seats[seat].role)
    if pick is not None:
        choice: Choice = followed(dilemma, box, pick)
    elif role is None or chance.random() < ABSTAINS:
        choice = None
    else:
        choice = _own(state, dilemma, box, role, chance)
    objects = box.vote is Vote.CONSENT and choice == OBJECTION
    return CastBallot(
        dilemma=dilemma.id,
        vote=box.vote,
        choice=choice,
        channel=Channel.BOT,
        seat=seat,
        objection=role.red_line if objects and role else "",
    )


def _own(state: State, dilemma: Dilemma, box: Box, role: Role, chance: Random) -> Choice:
    if box.vote is Vote.CONSENT:
        return OBJECTION if chance.random() < OBJECTS else NO_OBJECTION
    tastes = tastes_of(state, dilemma, role, chance)
    if box.vote is Vote.SECOND:
        tastes = _after_talking(state, dilemma, tastes)
    free = [o for o in box.options if not blocked_in(state, dilemma, Vote.RUNOFF, o)]
    if box.vote is Vote.RUNOFF or dilemma.type is QuestionType.SINGLE_CHOICE:
        return max(free, key=lambda option: tastes.get(option, 0.0))
    if dilemma.type is QuestionType.APPROVAL:
        middle = sum(tastes.values()) / max(len(tastes), 1)
        return tuple(o for o in free if tastes.get(o, 0.0) >= middle - NOISE / 2)
    return _shaped(dilemma, box, tastes, chance)


def tastes_of(
    state: State, dilemma: Dilemma, role: Role, chance: Random
) -> Mapping[OptionId, float]:
    """Return how much a role likes each option: its lens on the effects, and some own taste."""
    weight = max(sum(role.lens.values()), 1)
    shown = visible_options(dilemma, state.flow.world)
    directions = {i.id: i.direction for i in state.scenario.indicators}

    def worth(effects: Mapping[IndicatorId, int]) -> float:
        parts = (role.lens.get(i, 0) * directions[i] * effects.get(i, 0) for i in directions)
        return sum(parts) / weight

    def liking(option: Option) -> float:
        later = sum(worth(d.effects) for d in option.outcome.delayed)
        return worth(option.outcome.effects) + LATER * later + chance.gauss(0, NOISE)

    return {option.id: liking(option) for option in shown}


def _after_talking(
    state: State, dilemma: Dilemma, tastes: Mapping[OptionId, float]
) -> Mapping[OptionId, float]:
    """Lean towards what the room chose first."""
    first = state.flow.results.get((dilemma.id, Vote.FIRST))
    shares = first.shares if first else {}
    lean = {option: float(share) * NOISE * 2 * LISTENS for option, share in shares.items()}
    return {option: taste + lean.get(option, 0.0) for option, taste in tastes.items()}


def _shaped(dilemma: Dilemma, box: Box, tastes: Mapping[OptionId, float], chance: Random) -> Choice:
    order = sorted(box.options, key=lambda option: -tastes.get(option, 0.0))
    match dilemma.type:
        case QuestionType.RANKING:
            return tuple(order)
        case QuestionType.POINTS:
            return _divided(dilemma, order, chance)
        case _:
            return _scale_point(dilemma, tastes, chance)


def _divided(dilemma: Dilemma, order: list[OptionId], chance: Random) -> Choice:
    """Divide the points, most to the best liked, in whole steps."""
    total, step = (dilemma.points.total, dilemma.points.step) if dilemma.points else (100, 5)
    shares = dict.fromkeys(order, 0)
    places = range(1, len(order) + 1)
    for _ in range(total // step):
        shares[chance.choices(order, weights=[1 / place for place in places])[0]] += step
    shares[order[0]] += total - sum(shares.values())
    return frozen(shares)


def _scale_point(dilemma: Dilemma, tastes: Mapping[OptionId, float], chance: Random) -> Choice:
    points = dilemma.agreement.points if dilemma.agreement else 5
    first, *rest = list(tastes.values()) or [0.0]
    lean = first - (rest[0] if rest else 0.0)
    middle = (points + 1) / 2
    return min(points, max(1, round(middle + lean / NOISE + chance.gauss(0, 0.7))))


def followed(dilemma: Dilemma, box: Box, pick: Pick) -> Choice:
    """Return the ballot that leads to a pick when everybody casts it."""
    if box.vote is Vote.CONSENT:
        return NO_OBJECTION
    wanted = _listed(pick)
    if box.vote is Vote.RUNOFF:
        return next((o for o in wanted if o in box.options), box.options[0])
    match dilemma.type:
        case QuestionType.POINTS:
            given = pick if isinstance(pick, Mapping) else {}
            return frozen({o: int(given.get(o, 0)) for o in box.options})
        case QuestionType.RANKING:
            return (*wanted, *(o for o in box.options if o not in wanted))
        case QuestionType.APPROVAL:
            return tuple(o for o in box.options if o in wanted)
        case QuestionType.AGREEMENT:
            return point_in_band(dilemma, wanted[0] if wanted else OptionId(""))
        case _:
            return wanted[0] if wanted else None


def _listed(pick: Pick) -> tuple[OptionId, ...]:
    named = (pick,) if isinstance(pick, str) else tuple(pick)
    return tuple(OptionId(o) for o in named)


def point_in_band(dilemma: Dilemma, band: OptionId) -> int | None:
    """Return the scale point nearest to the middle whose first matching band is `band`."""
    spec = dilemma.agreement
    if spec is None:
        return None
    middle = Fraction(spec.points + 1, 2)
    fitting = [p for p in range(1, spec.points + 1) if _band_of(spec, p) == band]
    return min(fitting, key=lambda p: abs(p - middle), default=None)


def _band_of(spec: AgreementSpec, point: int) -> OptionId | None:
    found = (b for b in spec.bands if b.op is None or b.op.holds(Fraction(point), b.value))
    return next((band.option.id for band in found), None)


def deal_evenly(roles: Sequence[RoleId], people: int) -> tuple[RoleId, ...]:
    """Return a role for each of `people` participants, dealt round and round."""
    return tuple(roles[n % len(roles)] for n in range(people)) if roles else ()
