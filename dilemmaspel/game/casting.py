"""The rule of one ballot: who, for what, with which extra answers."""

from dilemmaspel.game import commands as c
from dilemmaspel.game import events as e
from dilemmaspel.game.ballots import Ballot, Channel, Choice, Vote
from dilemmaspel.game.choices import ChoiceFault, canonical, check_ballot, check_choice
from dilemmaspel.game.events import Event
from dilemmaspel.game.evolve import hands_cell
from dilemmaspel.game.ids import RoleId
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import Box, Seat, State
from dilemmaspel.game.steps import deciding_vote
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.voting import blocked_in, role_in, there
from dilemmaspel.game.written import text_refused

Answer = tuple[Event, ...] | Refused

LONGEST_COMMENT = 200
LONGEST_OBJECTION = 300
MOST_SURE = 5


def cast_ballot(state: State, command: c.CastBallot) -> Answer:
    """Count a ballot in the open box, or say why not."""
    dilemma = state.dilemma
    open_vote = state.flow.open_vote
    if dilemma is None or open_vote is None:
        return Refused(Reason.VOTE_CLOSED)
    box = state.box(dilemma.id, open_vote)
    if box is None or (command.dilemma, command.vote) != (dilemma.id, open_vote):
        return Refused(Reason.NOT_THIS_VOTE, f"{command.dilemma} {command.vote}")
    refused = _extras_refused(state, dilemma, command)
    if refused is not None:
        return refused
    choice = canonical(dilemma, command.choice, box.options)
    if command.channel is Channel.HANDS:
        return _cast_hands(state, dilemma, box, command, choice)
    return _cast_seat(state, dilemma, box, command, choice)


def _cast_seat(
    state: State, dilemma: Dilemma, box: Box, command: c.CastBallot, choice: Choice
) -> Answer:
    seat = state.seats.get(command.seat) if command.seat is not None else None
    refused = _seat_refused(state, box, seat, command)
    if refused is not None or seat is None:
        return refused or Refused(Reason.UNKNOWN_SEAT, str(command.seat))
    ballot = Ballot(
        role=seat.role,
        choice=choice,
        seat=seat.id,
        channel=command.channel,
        heads=seat.heads,
        objection=command.objection.strip(),
    )
    fault = _fault(state, dilemma, box, command.choice, ballot)
    if fault is not None:
        return fault
    cast = e.BallotCast(
        dilemma=dilemma.id,
        vote=box.vote,
        attempt=box.attempt,
        role=seat.role,
        choice=choice,
        channel=command.channel,
        seat=seat.id,
        heads=seat.heads,
        confidence=command.confidence,
        value_card=command.value_card,
        comment=command.comment.strip(),
        prediction=command.prediction,
        objection=command.objection.strip(),
    )
    if command.personal is None:
        return (cast,)
    personal = canonical(dilemma, command.personal, box.options)
    return (cast, e.PersonalVoteKept(dilemma.id, seat.id, personal))


def _seat_refused(
    state: State, box: Box, seat: Seat | None, command: c.CastBallot
) -> Refused | None:
    if seat is None:
        return Refused(Reason.UNKNOWN_SEAT, str(command.seat))
    if not seat.active:
        return Refused(Reason.SEAT_LEFT, str(seat.id))
    role = state.scenario.role(seat.role)
    if role is None or not role.voting:
        return Refused(Reason.ROLE_DOES_NOT_VOTE, seat.role)
    if seat.id not in box.electorate:
        return Refused(Reason.JOINED_TOO_LATE, str(seat.id))
    new = seat.id not in box.ballots
    if new and box.hands and _left_for(state, box, seat.role) <= 0:
        return Refused(Reason.VOTED_OTHERWISE, seat.role)
    return None


def _left_for(state: State, box: Box, role: RoleId) -> int:
    """Return how many people of a role are not counted yet, in whatever way."""
    people = _people(state, box, role)
    own = sum(1 for b in box.ballots.values() if b.role == role)
    return people - own - _by_hand(state, box, role, people - own)


def _people(state: State, box: Box, role: RoleId) -> int:
    return sum(1 for seat in there(state, box) if role_in(state, box, seat.id) == role)


def _by_hand(state: State, box: Box, role: RoleId, unseen: int) -> int:
    cells = [b for b in box.hands.values() if b.role == role]
    if cells and _ticks(state, box):
        return unseen
    return sum(b.count for b in cells)


def _ticks(state: State, box: Box) -> bool:
    """Tell whether hands are ticks here: then one person may raise more than one."""
    dilemma = state.scenario.dilemma(box.dilemma)
    approves = dilemma is not None and dilemma.type is QuestionType.APPROVAL
    return approves and box.vote in (Vote.FIRST, Vote.SECOND)


def _cast_hands(
    state: State, dilemma: Dilemma, box: Box, command: c.CastBallot, choice: Choice
) -> Answer:
    role = state.scenario.role(command.role or "")
    if role is None:
        return Refused(Reason.UNKNOWN_ROLE, command.role or "")
    if not role.voting:
        return Refused(Reason.ROLE_DOES_NOT_VOTE, role.id)
    if command.count < 0:
        return Refused(Reason.BAD_INPUT, "count")
    ballot = Ballot(
        role=role.id,
        choice=choice,
        channel=Channel.HANDS,
        count=max(command.count, 1),
        objection=command.objection.strip(),
    )
    fault = _fault(state, dilemma, box, command.choice, ballot)
    if fault is not None:
        return fault
    room = _room_for_hands(state, box, ballot)
    if command.count > room:
        return Refused(Reason.MORE_HANDS_THAN_PEOPLE, f"{role.id} {room}")
    return (
        e.BallotCast(
            dilemma=dilemma.id,
            vote=box.vote,
            attempt=box.attempt,
            role=role.id,
            choice=choice,
            channel=Channel.HANDS,
            count=command.count,
            objection=command.objection.strip(),
        ),
    )


def _room_for_hands(state: State, box: Box, ballot: Ballot) -> int:
    """Return how many hands a cell may hold beside own ballots and the other cells."""
    people = _people(state, box, ballot.role)
    own = sum(1 for b in box.ballots.values() if b.role == ballot.role)
    if _ticks(state, box):
        return people - own
    cell = hands_cell(ballot)
    others = sum(b.count for k, b in box.hands.items() if b.role == ballot.role and k != cell)
    return people - own - others


def _fault(
    state: State, dilemma: Dilemma, box: Box, choice: object, ballot: Ballot
) -> Refused | None:
    fault = check_choice(dilemma, box.options, choice, box.vote)
    fault = fault or check_ballot(dilemma, box.options, ballot, box.vote)
    if fault is ChoiceFault.NOT_BY_HAND:
        return Refused(Reason.HANDS_NOT_FOR_THIS_QUESTION)
    if fault is ChoiceFault.REASON_NEEDED:
        return Refused(Reason.REASON_REQUIRED, "objection")
    if fault is not None:
        return Refused(Reason.WRONG_CHOICE, fault)
    blocked = blocked_in(state, dilemma, box.vote, ballot.choice)
    return Refused(Reason.OPTION_BLOCKED, blocked) if blocked else None


def _extras_refused(state: State, dilemma: Dilemma, command: c.CastBallot) -> Refused | None:
    inputs = state.setup.inputs
    asked = {
        "confidence": (command.confidence is not None, inputs.confidence),
        "value_card": (command.value_card is not None, inputs.value_card),
        "comment": (bool(command.comment.strip()), inputs.comment),
        "personal": (command.personal is not None, inputs.personal),
        "prediction": (command.prediction is not None, inputs.prediction),
    }
    off = next((name for name, (given, on) in asked.items() if given and not on), None)
    if off is not None:
        return Refused(Reason.INPUT_OFF, off)
    if command.confidence is not None and command.confidence not in range(1, MOST_SURE + 1):
        return Refused(Reason.BAD_INPUT, "confidence")
    return (
        text_refused(command.comment, LONGEST_COMMENT, about="comment")
        or text_refused(command.objection, LONGEST_OBJECTION, about="objection")
        or _guess_refused(state, dilemma, command)
    )


def _guess_refused(state: State, dilemma: Dilemma, command: c.CastBallot) -> Refused | None:
    if command.prediction is not None:
        role, option = command.prediction
        if state.scenario.role(role) is None or dilemma.option(option) is None:
            return Refused(Reason.BAD_INPUT, "prediction")
    if command.personal is None:
        return None
    if command.vote is not deciding_vote(state, dilemma) or command.seat is None:
        return Refused(Reason.BAD_INPUT, "personal")
    box = state.box(dilemma.id, command.vote)
    options = box.options if box else ()
    fault = check_choice(dilemma, options, command.personal, command.vote)
    return Refused(Reason.WRONG_CHOICE, f"personal {fault}") if fault else None
