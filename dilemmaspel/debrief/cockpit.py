"""What stands on the screens at a debrief question: one figure, and what else could stand there.

A choice has a name for the log, such as `shares:d2`, and one for people. A name that means
nothing (any more) gives the usual figure; `question` is the question alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from dilemmaspel.debrief.beside import NOTHING, Beside
from dilemmaspel.debrief.builders.years import year_lines
from dilemmaspel.debrief.figures import (
    Figure,
    Noted,
    Notes,
    Path,
    PathKind,
    Shares,
    VoteFlow,
    WhatIf,
    YearLines,
)
from dilemmaspel.debrief.naming import chosen_places, played_dilemmas
from dilemmaspel.debrief.otherpaths import hand_path, null_path, real_path, what_if_of
from dilemmaspel.debrief.panels import panel
from dilemmaspel.debrief.saying import Say, say
from dilemmaspel.debrief.whatif import alternatives, worlds
from dilemmaspel.game.debriefing import KEY_WORDS
from dilemmaspel.game.ids import DilemmaId, OptionId
from dilemmaspel.game.state import State
from dilemmaspel.game.world import Chosen
from dilemmaspel.texts import mark

ALONE: Final = "question"
"""The question without a figure."""

WHAT_IF: Final = 10
"""The question about other paths: there any one decision can be changed by hand."""

_ROOM: Final = ":room"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can stand on the beamer with a question."""

    key: str
    name: Say
    about: Say | str = ""
    """What of it: a dilemma's title or the name of a path; may be empty."""


@dataclass(frozen=True, slots=True)
class Cockpit:
    """A question with the figure on the beamer; None stands for the question alone."""

    number: int
    choices: tuple[Choice, ...]
    """The usual figure first, the question alone last."""
    chosen: str
    """The key of one of the choices."""
    figure: Figure | None

    @property
    def at(self) -> int:
        """The place of the chosen one among the choices."""
        return next(n for n, one in enumerate(self.choices) if one.key == self.chosen)


def cockpit(state: State, number: int, chosen: str = "", beside: Beside = NOTHING) -> Cockpit:
    """Build what stands on the screens; raises IndexError for an unknown question."""
    figures = dict(_figures(state, number, beside))
    names = {key: choice for key, (choice, _) in figures.items()}
    alone = Choice(ALONE, say(mark("The question alone")))
    choices = (*names.values(), *_by_hand(state, number), alone)
    keys = [one.key for one in choices]
    key = chosen if chosen in keys else keys[0]
    figure = figures[key][1] if key in figures else _changed(state, key)
    return Cockpit(number, choices, key, figure)


_Found = Iterator[tuple[str, tuple[Choice, Figure]]]


def _figures(state: State, number: int, beside: Beside) -> _Found:
    """Every figure by its key; figures about one dilemma are named after it."""
    for figure in panel(state, number, beside).figures:
        if isinstance(figure, WhatIf | YearLines) and len(_others(figure)) > 1:
            yield from _variants(figure)
            continue
        if isinstance(figure, Notes):
            continue  # the key words of this very question stand below
        dilemma = getattr(figure, "dilemma", None)
        key = f"{figure.key}:{dilemma.id}" if dilemma else figure.key
        about = dilemma.title if dilemma else ""
        yield key, (Choice(key, figure.title(), about), figure)
        bare = _without_roles(figure)
        if bare is not None:
            name = say(mark("{figure} Without roles"), figure=figure.title())
            yield key + _ROOM, (Choice(key + _ROOM, name, about), bare)
    if number in KEY_WORDS:
        words = _key_words(state, number)
        yield words.key, (Choice(words.key, say(mark("Key words"))), words)


def _without_roles(figure: Figure) -> Figure | None:
    if isinstance(figure, Shares) and figure.roles:
        return replace(figure, roles=())
    if isinstance(figure, VoteFlow) and figure.roles:
        return replace(figure, roles=())
    return None


def _key_words(state: State, number: int) -> Notes:
    """What was said on one question, in a few words."""
    found = (note for note in state.notes if note.question == number)
    return Notes(tuple(Noted(one.kind, one.text, None) for one in found))


def _variants(figure: WhatIf | YearLines) -> _Found:
    """One other path at a time, next to ours and nothing done."""
    for one in _others(figure):
        key = f"{figure.key}:{one.id}"
        yield key, (Choice(key, figure.title(), one.name), _only(figure, one.id))


def _others(figure: WhatIf | YearLines) -> tuple[Path, ...]:
    """The paths that are neither ours nor nothing done."""
    paths = figure.paths if isinstance(figure, WhatIf) else figure.others
    return tuple(one for one in paths if one.kind not in (PathKind.REAL, PathKind.NULL))


def _only(figure: WhatIf | YearLines, wanted: str) -> Figure:
    """The figure with one other path."""

    def stays(path: Any) -> bool:
        return path.id == wanted or path.kind in (PathKind.REAL, PathKind.NULL)

    if isinstance(figure, WhatIf):
        return replace(figure, paths=tuple(path for path in figure.paths if stays(path)))
    kept = [n for n, path in enumerate(figure.others) if stays(path)]
    lines = (replace(line, others=tuple(line.others[n] for n in kept)) for line in figure.lines)
    return replace(figure, others=tuple(figure.others[n] for n in kept), lines=tuple(lines))


def _by_hand(state: State, number: int) -> Iterator[Choice]:
    """Every single decision that the group could have taken otherwise, in both figures."""
    if number != WHAT_IF:
        return
    at = worlds(state)
    for kind, title in ((WhatIf.key, _ENDS), (YearLines.key, _YEARS)):
        for dilemma in played_dilemmas(state):
            for chosen in alternatives(state, dilemma, at):
                (place,), _ = chosen_places(dilemma, chosen)
                about = say(mark("{dilemma}: {option}"), dilemma=dilemma.title, option=place.full)
                yield Choice(f"{kind}:{dilemma.id}={place.id}", title, about)


_ENDS: Final = say(mark("What if?"))
_YEARS: Final = say(mark("Through the years"))


def _changed(state: State, key: str) -> Figure | None:
    """The figure with one decision changed by hand; None for the question alone."""
    kind, _, path = key.partition(":")
    dilemma = state.scenario.dilemma(DilemmaId(path.partition("=")[0]))
    if dilemma is None:
        return None
    option = OptionId(path.partition("=")[2])
    changed = hand_path(state, dilemma, Chosen((option,)))
    paths = (real_path(state), null_path(state), changed)
    return what_if_of(state, paths) if kind == WhatIf.key else year_lines(state, paths)
