"""Builds the figures of what was said: remarks, notes, agreements, the exit poll."""

from collections.abc import Iterator, Mapping

from dilemmaspel.debrief.builders.closeness import objections_of
from dilemmaspel.debrief.figures import (
    Agreed,
    Agreements,
    ExitPoll,
    Kept,
    Noted,
    Notes,
    PollQuestion,
    Remarks,
    Spoken,
)
from dilemmaspel.debrief.naming import (
    dilemma_name,
    name_of,
    option_place,
    played_dilemmas,
    vote_place,
)
from dilemmaspel.debrief.saying import say
from dilemmaspel.debrief.secrecy import live_boxes
from dilemmaspel.game.closing import exit_counts
from dilemmaspel.game.commands import NoteKind, PollAsk
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.setup import Kind
from dilemmaspel.game.state import Remark, State
from dilemmaspel.words.debrief import POLL


def remarks(state: State, dilemma: Dilemma | None = None) -> Remarks:
    """Build everything that was said with an option, of one dilemma or of all that were played.

    With own voices no remark has a role, and what was written with a ballot no option.
    """
    dilemmas = played_dilemmas(state) if dilemma is None else (dilemma,)
    return Remarks(tuple(one for d in dilemmas for one in _remarks(state, d)))


def _remarks(state: State, dilemma: Dilemma) -> Iterator[Spoken]:
    name = dilemma_name(state, dilemma)
    for kind, kept in ((Kept.ARGUMENT, state.arguments), (Kept.CONDITION, state.conditions)):
        yield from (_spoken(state, dilemma, kind, r) for r in kept if r.dilemma == dilemma.id)
    played = state.setup.kind is Kind.ROLE_PLAY
    written = [
        (str(b.choice) if isinstance(b.choice, (str, int)) and played else None, b.comment)
        for box in live_boxes(state, dilemma)
        for b in box.live()
        if b.comment
    ]
    for choice, text in sorted(written, key=lambda one: (one[0] or "", one[1])):
        place = vote_place(dilemma, choice) if choice else None
        yield Spoken(name, Kept.COMMENT, place, text)
    for text in objections_of(state, dilemma):
        yield Spoken(name, Kept.OBJECTION, None, text)


def _spoken(state: State, dilemma: Dilemma, kind: Kept, remark: Remark) -> Spoken:
    played = state.setup.kind is Kind.ROLE_PLAY
    role = state.scenario.role(remark.role) if remark.role and played else None
    place = option_place(dilemma, remark.option)
    return Spoken(dilemma_name(state, dilemma), kind, place, remark.text, role)


def notes(state: State, *kinds: NoteKind) -> Notes:
    """Build the notes of some kinds, or all, in the order they were taken."""
    return Notes(
        tuple(
            Noted(note.kind, note.text, name_of(state, note.dilemma))
            for note in state.notes
            if not kinds or note.kind in kinds
        )
    )


def agreements(state: State) -> Agreements:
    """Build what the group agreed to do."""
    return Agreements(tuple(Agreed(a.what, a.who, a.when) for a in state.agreements))


def exit_poll(state: State) -> ExitPoll:
    """Build the answers to the two closing questions."""
    counts = exit_counts(state)
    return ExitPoll(
        talking=_asked(PollAsk.TALKING, counts),
        understanding=_asked(PollAsk.UNDERSTANDING, counts),
    )


def _asked(asks: PollAsk, counts: Mapping[PollAsk, tuple[int, ...]]) -> PollQuestion:
    return PollQuestion(say(POLL[asks]), counts[asks])
