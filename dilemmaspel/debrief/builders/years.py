"""Builds the figures of the years: lines, lenses, payers, the timeline."""

from collections.abc import Iterator

from dilemmaspel.debrief.figures import (
    Crossing,
    Crossings,
    Happened,
    LateNews,
    Lenses,
    LensOf,
    Moment,
    Payers,
    PocketOf,
    Timeline,
    YearLine,
    YearLines,
)
from dilemmaspel.debrief.figures.rules import written
from dilemmaspel.debrief.naming import chosen_places, played_dilemmas
from dilemmaspel.debrief.otherpaths import Replayed, indicator_name, is_over
from dilemmaspel.debrief.saying import Say, say
from dilemmaspel.game.commands import NoteKind
from dilemmaspel.game.seen_world import lens_views, line_views, pocket_views
from dilemmaspel.game.state import State
from dilemmaspel.game.steps import final_ending
from dilemmaspel.game.views import Line
from dilemmaspel.texts import mark
from dilemmaspel.words.names import POCKETS

_TOLD = (NoteKind.QUICK, NoteKind.OBSERVER)
"""Notes that stand on the timeline; the others belong to a question of their own."""


def year_lines(state: State, others: tuple[Replayed, ...] = ()) -> YearLines:
    """Build the lines of every shown indicator with the null line and other paths."""
    lines = line_views(state)
    return YearLines(
        years=lines[0].years if lines else (),
        last_decision=len(state.flow.played),
        lines=tuple(_line(line, others) for line in lines),
        others=tuple(one.path for one in others),
        show_numbers=state.scenario.show_numbers,
    )


def _line(line: Line, others: tuple[Replayed, ...]) -> YearLine:
    indicator = line.indicator
    return YearLine(
        indicator=indicator,
        name=indicator_name(indicator.id),
        ours=line.ours,
        null=line.null,
        others=tuple(
            (indicator.start, *(year.indicators[indicator.id] for year in one.years))
            for one in others
        ),
    )


def crossings(state: State) -> Crossings:
    """Build when each line passes the null line for good."""
    lines = year_lines(state).lines
    return Crossings(tuple(Crossing(one.indicator, one.name, one.crossing) for one in lines))


def lenses(state: State) -> Lenses:
    """Build how the outcome looks through the glasses of every role in play."""
    found = []
    for view in lens_views(state):
        role = state.scenario.role(view.role)
        if role is not None:
            found.append(LensOf(role, view.now, view.later, view.against_null))
    return Lenses(tuple(found))


def payers(state: State) -> Payers:
    """Build who paid and who had the benefit."""
    return Payers(
        tuple(
            PocketOf(one.pocket, _pocket_name(one.pocket, one.name), one.paid, one.benefit)
            for one in pocket_views(state)
        )
    )


def _pocket_name(pocket: str, own: str) -> Say | str:
    known = POCKETS.get(pocket)
    if own or known is None:
        return own or pocket.replace("_", " ").capitalize()
    return say(known)


def timeline(state: State) -> Timeline:
    """Build what happened, year by year, with the notes that were taken."""
    years = len(state.flow.world.snapshots)
    found = [moment for year in range(years + 2) for moment in _in_year(state, year)]
    return Timeline((*_before(state), *found, *_at_the_end(state)))


def _in_year(state: State, year: int) -> Iterator[Moment]:
    dilemmas = played_dilemmas(state)
    here = dilemmas[year - 1] if 1 <= year <= len(dilemmas) else None
    if here is not None and here.event is not None:
        yield Moment(year, Happened.NEWS, here.event.text, here.title)
    yield from _news(state, year)
    if here is None:
        return
    yield Moment(year, Happened.DILEMMA, here.question, here.title)
    places, points = chosen_places(here, state.flow.decisions[here.id].chosen)
    decided = written(places, points) or say(mark("Nothing was chosen."))
    yield Moment(year, Happened.DECISION, decided, here.title)
    for note in state.notes:
        if note.kind in _TOLD and note.dilemma == here.id:
            yield Moment(year, Happened.NOTE, note.text, here.title)


def _news(state: State, year: int) -> Iterator[Moment]:
    for news in state.flow.world.news:
        if news.round == year:
            dilemma = state.scenario.dilemma(news.dilemma)
            kind = Happened.LAPSED if news.lapsed else Happened.NEWS
            yield Moment(year, kind, news.text, dilemma.title if dilemma else "")


def _before(state: State) -> Iterator[Moment]:
    """Give the notes that belong to no played dilemma."""
    for note in state.notes:
        if note.kind in _TOLD and note.dilemma not in state.flow.played:
            yield Moment(0, Happened.NOTE, note.text)


def _at_the_end(state: State) -> Iterator[Moment]:
    found = final_ending(state) if is_over(state) else None
    if found is not None:
        yield Moment(len(state.flow.world.snapshots), Happened.ENDING, found[1])


def late_news(state: State) -> LateNews:
    """Build the news of what did not come about."""
    years = range(len(state.flow.world.snapshots) + 2)
    news = (one for year in years for one in _news(state, year))
    return LateNews(tuple(one for one in news if one.kind is Happened.LAPSED))
