"""The sections of a report about the session as a whole."""

from collections.abc import Iterator, Sequence

from dilemmaspel.debrief.builders import people, spoken, years
from dilemmaspel.debrief.builders.alignment import alignment
from dilemmaspel.debrief.builders.closeness import closeness
from dilemmaspel.debrief.builders.rules import other_rules
from dilemmaspel.debrief.figures import Figure
from dilemmaspel.debrief.otherpaths import all_paths, is_over, what_if_of
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.source import Source
from dilemmaspel.debrief.report.tabling import drawn, grid_of
from dilemmaspel.debrief.whatif import worlds
from dilemmaspel.game.commands import NoteKind
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import final_ending
from dilemmaspel.texts import Texts


def sections(t: Texts, source: Source) -> Iterator[d.Section]:
    """Write what happened, who moved where, what came of it, and what was agreed."""
    state = source.state
    if state.flow.played:
        yield _of_figures(t, "years", t("What came of it"), _outcome(state), _end(state))
        yield _of_figures(t, "together", t("Where we stood"), _stood(source))
        yield _of_figures(t, "otherwise", t("Had we decided otherwise"), _otherwise(state))
    if state.agreements:
        table = grid_of(t, spoken.agreements(state).table())
        yield d.Section("agreements", t("What we agreed to do"), (table,))
    loose = tuple(_loose(t, state))
    if loose or state.exit_poll:
        poll = (drawn(t, spoken.exit_poll(state)),) if state.exit_poll else ()
        yield d.Section("closing", t("How we looked back"), (*loose, *poll))


def _of_figures(
    t: Texts, key: str, title: str, figures: Sequence[Figure], lead: str = ""
) -> d.Section:
    told = [drawn(t, figure) for figure in figures if figure.table().rows]
    words = (d.Words(lead, d.Tone.LEAD),) if lead else ()
    return d.Section(key, title, (*words, *told))


def _end(state: State) -> str:
    """The ending, once the years after are over."""
    found = final_ending(state) if is_over(state) else None
    return found[1].strip() if found else ""


def _outcome(state: State) -> Sequence[Figure]:
    return (years.year_lines(state), years.lenses(state), years.payers(state))


def _stood(source: Source) -> Sequence[Figure]:
    state = source.state
    found: list[Figure] = [closeness(state), alignment(state)]
    cards = people.value_cards(state)
    gap = people.personal_gap(state, source.beside)
    return (*found, *(figure for figure in (cards, gap) if figure.table().rows))


def _otherwise(state: State) -> Sequence[Figure]:
    return (other_rules(state, worlds(state)), what_if_of(state, all_paths(state)))


def _loose(t: Texts, state: State) -> Iterator[d.Sayings]:
    """Notes that belong to no dilemma that was played."""
    for kind, title in (
        (NoteKind.PARALLEL, t("Like our own work")),
        (NoteKind.OBSERVER, t("Seen by the observer")),
        (NoteKind.QUICK, t("Notes")),
    ):
        played = state.flow.played
        kept = [n for n in state.notes if n.kind is kind and n.dilemma not in played]
        if kept:
            yield d.Sayings(title, tuple(d.Saying(note.text) for note in kept))
