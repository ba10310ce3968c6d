"""What a group takes home: its agreements, and the two closing questions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from dilemmaspel.game import commands as c
from dilemmaspel.game import debrief_events as d
from dilemmaspel.game import events as e
from dilemmaspel.game.commands import PollAsk
from dilemmaspel.game.events import Event
from dilemmaspel.game.ids import frozen, updated
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.remarks import LONGEST_NOTE, LONGEST_REMARK, MOST_POINTS
from dilemmaspel.game.state import Agreement, State
from dilemmaspel.game.written import text_refused

Answer = tuple[Event, ...] | Refused

POINTS: Final = range(1, MOST_POINTS + 1)
"""The answers to a closing question."""


def add_agreement(_state: State, command: c.AddAgreement) -> Answer:
    """Keep what the group will do."""
    refused = _unfit(command)
    done = e.AgreementAdded(command.what.strip(), command.who.strip(), command.when.strip())
    return refused or (done,)


def change_agreement(state: State, command: c.ChangeAgreement) -> Answer:
    """Put an agreement in other words."""
    refused = _unknown(state, command.number) or _unfit(command)
    words = (command.what.strip(), command.who.strip(), command.when.strip())
    return refused or (d.AgreementChanged(command.number, *words),)


def remove_agreement(state: State, command: c.RemoveAgreement) -> Answer:
    """Take an agreement out of the list."""
    return _unknown(state, command.number) or (d.AgreementRemoved(command.number),)


def _unfit(command: c.AddAgreement | c.ChangeAgreement) -> Refused | None:
    return (
        text_refused(command.what, LONGEST_NOTE, empty=Reason.TEXT_EMPTY)
        or text_refused(command.who, LONGEST_REMARK)
        or text_refused(command.when, LONGEST_REMARK)
    )


def _unknown(state: State, number: int) -> Refused | None:
    there = any(one.number == number for one in state.agreements)
    return None if there else Refused(Reason.UNKNOWN_AGREEMENT, str(number))


def answer_exit_poll(state: State, command: c.AnswerExitPoll) -> Answer:
    """Keep an anonymous answer, at least one of the two; a seat answers once."""
    answers = (command.talking, command.understanding)
    if all(a is None for a in answers):
        return Refused(Reason.BAD_INPUT, "exit_poll")
    if any(a is not None and a not in POINTS for a in answers):
        return Refused(Reason.BAD_INPUT, "exit_poll")
    if command.seat is None:
        return (e.ExitPollAnswered(*answers),)
    if command.seat not in state.seats:
        return Refused(Reason.UNKNOWN_SEAT, str(command.seat))
    if command.seat in state.polled:
        return Refused(Reason.ALREADY_ANSWERED)
    return (e.ExitPollAnswered(*answers), d.SeatPolled(command.seat))


def count_exit_poll(state: State, command: c.CountExitPoll) -> Answer:
    """Keep how many hands were raised for an answer; a newer count replaces the older one."""
    if command.point not in POINTS or command.count < 0:
        return Refused(Reason.BAD_INPUT, "exit_poll")
    cell = (command.asks, command.point)
    others = sum(exit_counts(state)[command.asks]) - state.poll_hands.get(cell, 0)
    if command.count + others > sum(s.heads for s in state.seats.values() if s.active):
        return Refused(Reason.TOO_MANY_ANSWERS)
    return (d.ExitPollCounted(command.asks, command.point, command.count),)


def exit_counts(state: State) -> Mapping[PollAsk, tuple[int, ...]]:
    """Return per closing question how often 1 to 5 was answered, whatever the way."""
    answers = {
        PollAsk.TALKING: [talking for talking, _ in state.exit_poll],
        PollAsk.UNDERSTANDING: [understanding for _, understanding in state.exit_poll],
    }
    return frozen(
        {
            asks: tuple(given.count(n) + state.poll_hands.get((asks, n), 0) for n in POINTS)
            for asks, given in answers.items()
        }
    )


def agreement_added(state: State, event: e.AgreementAdded, _at: int) -> State:
    """Put an agreement at the end of the list, under a number that nothing had before."""
    number = state.agreed + 1
    agreement = Agreement(event.what, event.who, event.when, number)
    return replace(state, agreements=(*state.agreements, agreement), agreed=number)


def agreement_changed(state: State, event: d.AgreementChanged, _at: int) -> State:
    """Put an agreement in other words, in its place."""
    newer = Agreement(event.what, event.who, event.when, event.number)
    found = (newer if one.number == event.number else one for one in state.agreements)
    return replace(state, agreements=tuple(found))


def agreement_removed(state: State, event: d.AgreementRemoved, _at: int) -> State:
    """Take an agreement out."""
    left = (one for one in state.agreements if one.number != event.number)
    return replace(state, agreements=tuple(left))


def polled(state: State, event: e.ExitPollAnswered, _at: int) -> State:
    """Keep an answer, which belongs to nobody."""
    return replace(state, exit_poll=(*state.exit_poll, (event.talking, event.understanding)))


def seat_polled(state: State, event: d.SeatPolled, _at: int) -> State:
    """Remember that a seat has answered; what, nobody knows."""
    return replace(state, polled=state.polled | {event.seat})


def poll_counted(state: State, event: d.ExitPollCounted, _at: int) -> State:
    """Keep a count of hands."""
    cell = (event.asks, event.point)
    return replace(state, poll_hands=updated(state.poll_hands, cell, event.count))
