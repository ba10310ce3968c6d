"""What the facilitator sees of the debrief: the questions, their minutes, who answered the poll."""

from collections.abc import Mapping
from dataclasses import dataclass

from dilemmaspel.game import debriefing, steps
from dilemmaspel.game.closing import exit_counts
from dilemmaspel.game.commands import PollAsk
from dilemmaspel.game.debriefing import Part
from dilemmaspel.game.ids import SeatId
from dilemmaspel.game.phases import Phase
from dilemmaspel.game.state import Agreement, State


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A debrief question by its number, and where it stands."""

    number: int
    part: Part
    minutes: int
    """Planned minutes; 0 when it is not planned."""
    planned: bool
    used: bool | None
    """None until it was left or marked."""
    here: bool


@dataclass(frozen=True, slots=True)
class DebriefView:
    """The questions: those that are planned in their order, then those that can still be asked."""

    questions: tuple[QuestionView, ...]
    polled: frozenset[SeatId] = frozenset()
    """Seats that answered the closing questions; never what."""
    counts: Mapping[PollAsk, tuple[int, ...]] | None = None
    """How often 1 to 5 was answered, per closing question."""
    hands: Mapping[tuple[PollAsk, int], int] | None = None
    """What of it was counted by hand."""

    @property
    def planned(self) -> tuple[int, ...]:
        """The numbers of the planned questions, in their order."""
        return tuple(one.number for one in self.questions if one.planned)

    @property
    def here(self) -> int | None:
        """The question on the screen."""
        return next((one.number for one in self.questions if one.here), None)


def debrief_view(state: State) -> DebriefView | None:
    """Return the debrief as the facilitator sees it; None in any other phase."""
    if state.flow.phase is not Phase.DEBRIEF:
        return None
    agenda, here = steps.debrief_questions(state), steps.stop_here(state).index
    minutes = debriefing.minutes_per_question(state)
    every = steps.questions_of(state.scenario, state.setup)
    listed = (*agenda, *(n for n in every if n not in agenda))
    questions = tuple(
        QuestionView(
            number=n,
            part=debriefing.part_of(n),
            minutes=minutes.get(n, 0),
            planned=n in minutes,
            used=state.used.get(n),
            here=n == here,
        )
        for n in listed
    )
    return DebriefView(questions, state.polled, exit_counts(state), state.poll_hands)


def agreements_shown(state: State) -> tuple[Agreement, ...]:
    """Return the agreements while the room is asked for them, and at the end."""
    asks = steps.question_here(state) == debriefing.AGREEING
    return state.agreements if asks else ()


def key_words_shown(state: State) -> tuple[str, ...]:
    """Return the key words of the question on the screen, as the facilitator typed them."""
    here = steps.question_here(state)
    if here not in debriefing.KEY_WORDS:
        return ()
    return tuple(note.text for note in state.notes if note.question == here)
