"""Builds the figures of roles and people: who was there, values, guesses, gap, knowledge."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from dilemmaspel.debrief.beside import Beside
from dilemmaspel.debrief.builders.alignment import top_of
from dilemmaspel.debrief.builders.votes import flow
from dilemmaspel.debrief.figures import (
    GapIn,
    Guesses,
    GuessesOf,
    InfoIn,
    InfoShared,
    PersonalGap,
    RoleAt,
    RolesAtTable,
    SharedCard,
    ValueCards,
    ValuesOfRole,
)
from dilemmaspel.debrief.measures import MIN_BALLOTS
from dilemmaspel.debrief.naming import dilemma_name, played_dilemmas
from dilemmaspel.debrief.secrecy import live_boxes, people_of, safe_roles, shown_roles
from dilemmaspel.game.ballots import Ballot, ValueCard
from dilemmaspel.game.ids import DilemmaId, RoleId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.scenario import Dilemma, Role
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.state import Box, Seat, State
from dilemmaspel.game.steps import deciding_vote
from dilemmaspel.game.terms import QuestionType

_BEFORE = (Phase.LOBBY, Phase.INTRO, Phase.ROLES)


def roles_at_table(state: State, *, ask_absent: bool = False) -> RolesAtTable:
    """Build who played which role, and which were not played."""
    people: Counter[RoleId] = Counter()
    for seat in state.seats.values():
        if _played(seat):
            people[seat.role] += seat.heads
    ats = [RoleAt(r, people[r.id], observer=not r.voting) for r in state.scenario.roles]
    wanted = (*state.scenario.required_roles, *state.scenario.recommended_roles)
    absent = [at for at in ats if not at.people and not at.observer]
    absent.sort(key=lambda at: wanted.index(at.role.id) if at.role.id in wanted else len(wanted))
    return RolesAtTable(
        filled=tuple(at for at in ats if at.people),
        absent=tuple(absent),
        ask_absent=ask_absent,
    )


def _played(seat: Seat) -> bool:
    return seat.active or seat.left not in _BEFORE


def value_cards(state: State) -> ValueCards:
    """Build the value cards of all deciding votes, whole and per role that may be shown."""
    given = [
        ballot
        for dilemma in played_dilemmas(state)
        if (box := state.box(dilemma.id, deciding_vote(state, dilemma)))
        for ballot in box.live()
        if ballot.value_card is not None
    ]
    whole = Counter(_cards(given))
    cards = tuple(sorted(whole, key=lambda card: (-whole[card], list(ValueCard).index(card))))
    shown = _with_cards(state, given)
    per_role = {role: Counter(_cards(b for b in given if b.role == role)) for role in shown}
    return ValueCards(
        cards=cards,
        counts=tuple(whole[card] for card in cards),
        roles=tuple(
            ValuesOfRole(role, tuple(per_role[role.id][card] for card in cards))
            for role in state.scenario.roles
            if role.id in shown
        ),
    )


def _cards(ballots: Iterable[Ballot]) -> Iterator[ValueCard]:
    return (ballot.value_card for ballot in ballots if ballot.value_card)


def _with_cards(state: State, given: list[Ballot]) -> frozenset[RoleId]:
    """Give the roles whose cards may be shown: with own voices by the seats that gave one."""
    if not state.show_roles:
        return frozenset()
    if state.setup.kind is Kind.ROLE_PLAY:
        return frozenset(ballot.role for ballot in given)
    once = {ballot.seat: ballot for ballot in given if ballot.seat is not None}
    return safe_roles([people_of(once.values())], state.setup.smallest_group)


def personal_gap(state: State, beside: Beside) -> PersonalGap:
    """Build M11 from the personal votes beside the events; hidden below five answers."""
    return PersonalGap(tuple(_gap(state, d, beside) for d in played_dilemmas(state)))


def _gap(state: State, dilemma: Dilemma, beside: Beside) -> GapIn:
    votes = [vote for vote in beside.personal if vote.dilemma == dilemma.id]
    enough = len(votes) >= MIN_BALLOTS
    return GapIn(
        dilemma=dilemma_name(state, dilemma),
        n=len(votes) if enough else None,
        other=sum(vote.differs for vote in votes) if enough else None,
    )


def guesses(state: State) -> Guesses:
    """Build how often predictions of another role's largest choice were right, from five on."""
    found: dict[RoleId, list[tuple[bool, Fraction]]] = {}
    for dilemma in played_dilemmas(state):
        shown = shown_roles(state, dilemma)
        for box in live_boxes(state, dilemma):
            for role, right, chance in _guessed(state, dilemma, box):
                if role in shown:
                    found.setdefault(role, []).append((right, chance))
    enough = sum(map(len, found.values())) >= MIN_BALLOTS
    return Guesses(
        tuple(
            _guesses_of(role, found[role.id])
            for role in state.scenario.roles
            if enough and role.id in found
        )
    )


def _guesses_of(role: Role, made: list[tuple[bool, Fraction]]) -> GuessesOf:
    chance = sum((one for _, one in made), Fraction(0)) / len(made)
    return GuessesOf(role, len(made), sum(right for right, _ in made), chance)


def _guessed(state: State, dilemma: Dilemma, box: Box) -> Iterator[tuple[RoleId, bool, Fraction]]:
    """Give per prediction whose it was about, whether it was right, and the chance of that."""
    result = state.flow.results[(dilemma.id, box.vote)]
    if dilemma.type is not QuestionType.SINGLE_CHOICE:
        return
    for ballot in box.live():
        role, option = ballot.prediction or (None, None)
        own = result.per_role.get(role) if role else None
        if role and own and own.valid:
            yield role, top_of(own) == option, Fraction(1, len(result.options))


def info_shared(state: State, beside: Beside) -> InfoShared:
    """Build the shared cards next to the shift of each dilemma."""
    return InfoShared(tuple(_info(state, d, beside) for d in played_dilemmas(state)))


def _info(state: State, dilemma: Dilemma, beside: Beside) -> InfoIn:
    moved = flow(state, dilemma)
    cards = [
        _card(state, dilemma.id, role, dilemma.briefings[role.id].knows, beside)
        for role in state.scenario.roles
        if role.id in dilemma.briefings and dilemma.briefings[role.id].knows
    ]
    cards.sort(key=lambda card: (not card.shared, card.at or 0))
    return InfoIn(
        dilemma=dilemma_name(state, dilemma),
        cards=tuple(cards),
        n=moved.n if moved else 0,
        moved=moved.moved if moved else 0,
        net=moved.net if moved else Fraction(0),
    )


def _card(state: State, dilemma: DilemmaId, role: Role, knows: str, beside: Beside) -> SharedCard:
    shared = (dilemma, role.id) in state.shared
    at = beside.shared_at.get((dilemma, role.id)) if shared else None
    return SharedCard(role, knows if shared else "", shared, at)
