"""The figures of one scenario: its ways, its money, its roles, its sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dilemmaspel.game.ids import EndingId, RoleId
from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.survey import Survey, enumerate_paths, survey
from dilemmaspel.game.terms import Status
from dilemmaspel.scenario.content.texts import Sentence
from dilemmaspel.scenario.prose import word_count

MOST_PATHS: Final = 20_000
"""More are not walked: nobody can design a scenario with so many ways by hand."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a scenario comes to; shares lie between 0 and 1."""

    id: str
    title: str
    theme: str
    is_trial: bool
    dilemmas: int
    paths: int
    all_paths: bool
    """False when there are too many to walk; the figures of the paths are of the first ones."""
    endings: Mapping[EndingId, int]
    options: int
    lens_gaps: int
    deficits: int
    best: tuple[RoleId, float] | None
    """The role that is most often best off at the end, and on what share of the paths."""
    worst: tuple[RoleId, float] | None
    mean_sentence: float
    longest_sentence: int
    shortest_story: int
    longest_story: int
    sources: int


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures and what they were taken from."""

    figures: Figures
    survey: Survey
    sentences: tuple[Sentence, ...]


def measure(scenario: Scenario, sentences: tuple[Sentence, ...]) -> Measured:
    """Walk every path once and count the words."""
    paths = enumerate_paths(scenario)
    seen = survey(scenario, islice(paths, MOST_PATHS))
    all_paths = seen.paths < MOST_PATHS or next(paths, None) is None
    words = [one.words for one in sentences]
    stories = [word_count(one.story) for one in scenario.dilemmas]
    figures = Figures(
        id=scenario.id,
        title=scenario.title,
        theme=scenario.theme.value if scenario.theme else "",
        is_trial=scenario.status is Status.TRIAL,
        dilemmas=len(scenario.dilemmas),
        paths=seen.paths,
        all_paths=all_paths,
        endings=seen.endings,
        options=sum(len(one.options) for one in scenario.dilemmas),
        lens_gaps=len(seen.lens_gaps),
        deficits=seen.deficits,
        best=_most({one.role: one.best for one in seen.standings}, seen.paths),
        worst=_most({one.role: one.worst for one in seen.standings}, seen.paths),
        mean_sentence=sum(words) / len(words) if words else 0,
        longest_sentence=max(words, default=0),
        shortest_story=min(stories, default=0),
        longest_story=max(stories, default=0),
        sources=len(scenario.sources),
    )
    return Measured(figures, seen, sentences)


def _most(counts: Mapping[RoleId, int], paths: int) -> tuple[RoleId, float] | None:
    if not paths or not any(counts.values()):
        return None
    role = max(counts, key=counts.__getitem__)
    return role, counts[role] / paths
