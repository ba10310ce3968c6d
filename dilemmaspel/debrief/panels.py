"""The panels of the debrief: the figures behind each question (game model 7)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from dilemmaspel.debrief.beside import NOTHING, Beside
from dilemmaspel.debrief.builders import people, spoken, years
from dilemmaspel.debrief.builders.alignment import alignment
from dilemmaspel.debrief.builders.closeness import (
    acceptance,
    closeness,
    group_order,
    points_spread,
)
from dilemmaspel.debrief.builders.rules import other_rules
from dilemmaspel.debrief.builders.votes import flow, shares
from dilemmaspel.debrief.figures import Figure
from dilemmaspel.debrief.naming import played_dilemmas
from dilemmaspel.debrief.otherpaths import (
    Replayed,
    all_paths,
    hand_path,
    null_path,
    real_path,
    what_if_of,
)
from dilemmaspel.debrief.panel import Panel
from dilemmaspel.debrief.plan import question_plan
from dilemmaspel.debrief.saying import say
from dilemmaspel.debrief.whatif import alternatives, replay_of, worlds
from dilemmaspel.game.commands import NoteKind
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import debrief_questions, deciding_vote
from dilemmaspel.words.debrief import question

__all__ = ["by_hand", "panel", "panels", "question_plan"]

Built = Iterable[Figure | None]
Builder = Callable[[State, Beside], Built]


def panel(state: State, number: int, beside: Beside = NOTHING) -> Panel:
    """Build the panel of a question: 0 to 16, and 17 to 19 for that of a theme.

    What may not be shown in this session is not in it. `beside` is what the log keeps apart from
    the events. Raises IndexError for an unknown number.
    """
    asked = question(number)
    figures = _BUILDERS[number](state, beside)
    return Panel(
        number=number,
        step=say(asked.step),
        question=say(asked.text),
        figures=tuple(figure for figure in figures if figure is not None),
    )


def panels(state: State, beside: Beside = NOTHING) -> tuple[Panel, ...]:
    """Build the panels of every question of this session, in order."""
    return tuple(panel(state, number, beside) for number in debrief_questions(state))


def by_hand(state: State, changed: tuple[Replayed, ...] = ()) -> tuple[Figure, ...]:
    """Build the two figures of question 10 with paths that somebody changed by hand."""
    paths = (*all_paths(state), *changed)
    return what_if_of(state, paths), years.year_lines(state, paths)


def _roles(state: State, _: Beside) -> Built:
    return (people.roles_at_table(state),)


def _happened(state: State, _: Beside) -> Built:
    return (years.timeline(state),)


def _chose(state: State, _: Beside) -> Built:
    """Give per dilemma its deciding vote, with the points or the order where that is asked."""
    for dilemma in played_dilemmas(state):
        vote = deciding_vote(state, dilemma)
        yield shares(state, dilemma, vote)
        yield points_spread(state, dilemma, vote)
        yield group_order(state, dilemma, vote)


def _moved(state: State, _: Beside) -> Built:
    return (flow(state, dilemma) for dilemma in played_dilemmas(state))


def _information(state: State, beside: Beside) -> Built:
    return (people.info_shared(state, beside), spoken.remarks(state))


def _close(state: State, _: Beside) -> Built:
    return (closeness(state),)


def _alike(state: State, _: Beside) -> Built:
    return (alignment(state),)


def _rules(state: State, _: Beside) -> Built:
    at = worlds(state)
    yield other_rules(state, at)
    for dilemma in played_dilemmas(state):
        yield acceptance(state, dilemma, at)


def _now_and_later(state: State, _: Beside) -> Built:
    return (years.year_lines(state), years.lenses(state))


def _paid(state: State, _: Beside) -> Built:
    return (years.payers(state),)


def _what_if(state: State, _: Beside) -> Built:
    return by_hand(state)


def _role_and_person(state: State, beside: Beside) -> Built:
    yield people.personal_gap(state, beside)
    found = people.guesses(state)
    yield found if found.roles else None


def _values(state: State, _: Beside) -> Built:
    return (people.value_cards(state),)


def _alike_work(state: State, _: Beside) -> Built:
    return (spoken.notes(state, NoteKind.PARALLEL),)


def _not_there(state: State, _: Beside) -> Built:
    return (people.roles_at_table(state, ask_absent=True),)


def _agreed(state: State, _: Beside) -> Built:
    return (spoken.agreements(state),)


def _poll(state: State, _: Beside) -> Built:
    return (spoken.exit_poll(state),)


def _funding(state: State, _: Beside) -> Built:
    """Give the first decision and every other one that could have been taken there."""
    replay = replay_of(state)
    others = [
        hand_path(state, dilemma, chosen, replay)
        for dilemma in played_dilemmas(state)[:1]
        for chosen in alternatives(state, dilemma, replay.at)
    ]
    paths = (real_path(state), null_path(state), *others)
    return (what_if_of(state, paths), years.year_lines(state, paths), years.payers(state))


def _prevention(state: State, _: Beside) -> Built:
    return (years.crossings(state), years.year_lines(state))


def _together(state: State, _: Beside) -> Built:
    return (years.late_news(state),)


_BUILDERS: Final[Mapping[int, Builder]] = dict(
    enumerate(
        (
            _roles,
            _happened,
            _chose,
            _moved,
            _information,
            _close,
            _alike,
            _rules,
            _now_and_later,
            _paid,
            _what_if,
            _role_and_person,
            _values,
            _alike_work,
            _not_there,
            _agreed,
            _poll,
            _funding,
            _prevention,
            _together,
        )
    )
)
"""By number; the last three belong to the themes in their order."""
