"""The debrief as a plan: which questions, in which order and minutes, which were used, what shows.

The questions are numbered as in game model 7; a session plans some of them, all can be asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import Final

from dilemmaspel.game import commands as c
from dilemmaspel.game import debrief_events as d
from dilemmaspel.game import events as e
from dilemmaspel.game import steps
from dilemmaspel.game.events import Event
from dilemmaspel.game.ids import updated
from dilemmaspel.game.phases import Phase, minutes_of
from dilemmaspel.game.reasons import Reason, Refused
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.setup import Profile, Setup
from dilemmaspel.game.state import State
from dilemmaspel.game.written import text_refused

Answer = tuple[Event, ...] | Refused

AGREEING: Final = 15
"""The question that asks what people will do."""
POLLING: Final = 16
"""The closing questions."""
KEY_WORDS: Final = (13, 14)
"""The questions whose answers are kept as key words."""

LONGEST_FIGURE: Final = 60


class Part(StrEnum):
    """The parts of a debrief, in order."""

    OUT_OF_ROLE = "out_of_role"
    DESCRIBE = "describe"
    UNDERSTAND = "understand"
    APPLY = "apply"
    CLOSE = "close"


_PARTS: Final = ((0, Part.OUT_OF_ROLE), (3, Part.DESCRIBE), (12, Part.UNDERSTAND), (15, Part.APPLY))
"""Up to and with this number a question belongs to that part; the theme's are understood."""

MINUTES: Final[Mapping[Profile, Mapping[Part, int]]] = {
    Profile.SHORT: dict(zip(Part, (3, 6, 6, 4, 1), strict=True)),
    Profile.STANDARD: dict(zip(Part, (5, 12, 12, 9, 2), strict=True)),
    Profile.HALF_DAY: dict(zip(Part, (5, 18, 20, 15, 2), strict=True)),
}
"""Minutes per part (game model 7); the closing questions take theirs from applying."""

_PLANNED: Final[Mapping[Profile, frozenset[int] | None]] = {
    Profile.SHORT: frozenset({0, 2, 3, 8, 10, 15, 16}),
    Profile.STANDARD: frozenset({0, 1, 2, 3, 5, 8, 10, 13, 14, 15, 16}),
    Profile.HALF_DAY: None,
}
"""The questions a profile has time for; None is all. The theme's comes from the standard on."""


def part_of(question: int) -> Part:
    """Return the part of the debrief that a question belongs to."""
    if question >= steps.QUESTIONS:
        return Part.UNDERSTAND
    return next((part for last, part in _PARTS if question <= last), Part.CLOSE)


def agenda_of(scenario: Scenario, setup: Setup) -> tuple[int, ...]:
    """Return the questions that a session's profile has time for, in their usual order."""
    return with_time_for(setup.profile, steps.questions_of(scenario, setup))


def with_time_for(profile: Profile, questions: Sequence[int]) -> tuple[int, ...]:
    """Return those of the questions that a profile has time for, in the same order."""
    chosen, long = _PLANNED[profile], profile is not Profile.SHORT
    return tuple(
        n for n in questions if chosen is None or n in chosen or (long and n >= steps.QUESTIONS)
    )


def minutes_per_question(state: State) -> Mapping[int, int]:
    """Return whole minutes, at least 1, for every planned question.

    The minutes of a part are shared by its questions; a debrief that is planned longer or shorter
    than its profile's stretches them all.
    """
    agenda, profile = steps.debrief_questions(state), state.setup.profile
    usual = minutes_of(Phase.DEBRIEF, profile) or 1
    own = state.setup.minutes.get(Phase.DEBRIEF, state.scenario.timing.get(Phase.DEBRIEF, usual))
    stretch = Fraction(own, usual)
    parts = [part_of(n) for n in agenda]
    return {
        n: max(1, round(stretch * MINUTES[profile][part] / parts.count(part)))
        for n, part in zip(agenda, parts, strict=True)
    }


def begun(state: State) -> d.DebriefPlanned:
    """Return the plan that a debrief begins with; it is part of the step that begins it."""
    return d.DebriefPlanned(agenda_of(state.scenario, state.setup))


def plan_debrief(state: State, command: c.PlanDebrief) -> Answer:
    """Choose and order the questions; the one on the screen stays among them."""
    refused = _not_now(state)
    if refused is not None:
        return refused
    known, wanted = steps.questions_of(state.scenario, state.setup), command.questions
    stranger = next((n for n in wanted if n not in known), None)
    if stranger is not None:
        return Refused(Reason.UNKNOWN_QUESTION, str(stranger))
    if len(set(wanted)) < len(wanted) or steps.stop_here(state).index not in wanted:
        return Refused(Reason.BAD_INPUT, "questions")
    return (d.DebriefPlanned(wanted),)


def ask_question(state: State, command: c.AskQuestion) -> Answer:
    """Go to a question; one that was not planned comes after the one on the screen."""
    if command.step != state.step:
        return Refused(Reason.STALE_STEP)
    refused = _not_now(state)
    if refused is not None:
        return refused
    agenda, here = steps.debrief_questions(state), steps.stop_here(state).index
    if command.question not in steps.questions_of(state.scenario, state.setup):
        return Refused(Reason.UNKNOWN_QUESTION, str(command.question))
    if command.question == here:
        return Refused(Reason.BAD_INPUT, "question")
    before = used_now(state) if command.used else ()
    if command.question in agenda:
        return (*before, e.PageTurned(agenda.index(command.question)))
    place = agenda.index(here) + 1
    planned = (*agenda[:place], command.question, *agenda[place:])
    return (*before, d.DebriefPlanned(planned), e.PageTurned(place))


def used_now(state: State) -> tuple[Event, ...]:
    """Return that the question on the screen was used, unless somebody said so or not already."""
    if state.flow.phase is not Phase.DEBRIEF:
        return ()
    here = steps.stop_here(state).index
    return () if here in state.used else (d.QuestionUsed(here, used=True),)


def mark_question(state: State, command: c.MarkQuestion) -> Answer:
    """Say whether a question was used."""
    if command.question not in steps.questions_of(state.scenario, state.setup):
        return Refused(Reason.UNKNOWN_QUESTION, str(command.question))
    return _not_now(state) or (d.QuestionUsed(command.question, command.used),)


def show_figure(state: State, command: c.ShowFigure) -> Answer:
    """Choose which figure goes with a question; what a name means, the figures know."""
    if command.question not in steps.questions_of(state.scenario, state.setup):
        return Refused(Reason.UNKNOWN_QUESTION, str(command.question))
    refused = _not_now(state) or text_refused(command.figure, LONGEST_FIGURE, about="figure")
    return refused or (d.FigureShown(command.question, command.figure.strip()),)


def _not_now(state: State) -> Refused | None:
    away = state.flow.phase is not Phase.DEBRIEF
    return Refused(Reason.WRONG_PHASE, state.flow.phase) if away else None


def debrief_planned(state: State, event: d.DebriefPlanned, _at: int) -> State:
    """Ask other questions from now on; the one on the screen stays there."""
    agenda, flow = steps.debrief_questions(state), state.flow
    here = agenda[min(flow.page, len(agenda) - 1)]
    page = event.questions.index(here) if here in event.questions else 0
    return replace(
        state, flow=replace(flow, agenda=event.questions, page=page), step=state.step + 1
    )


def question_used(state: State, event: d.QuestionUsed, _at: int) -> State:
    """Remember whether a question was used."""
    return replace(state, used=updated(state.used, event.question, event.used))


def figure_shown(state: State, event: d.FigureShown, _at: int) -> State:
    """Remember which figure goes with a question."""
    return replace(state, figures=updated(state.figures, event.question, event.figure))
