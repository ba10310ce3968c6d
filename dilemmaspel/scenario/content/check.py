"""Whether a scenario divides a room fairly, in words that everybody can read.

A trial teaches how to vote: it has no theme, no endings and no roles to weigh, so that only its
words are looked at.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from dilemmaspel.game.scenario import Scenario
from dilemmaspel.game.terms import Theme
from dilemmaspel.scenario.content import words
from dilemmaspel.scenario.content.figures import MOST_PATHS, Figures, Measured, measure
from dilemmaspel.scenario.content.texts import (
    Sentence,
    in_plain_words,
    personal_data,
    sentences_of,
    source_words,
)
from dilemmaspel.scenario.findings import TOP, Findings, Place
from dilemmaspel.scenario.nodes import MapNode, map_at, maps_of, text_at
from dilemmaspel.scenario.prose import MAX_SENTENCE, word_count
from dilemmaspel.scenario.schema_words import LONG_SENTENCE

FEWEST_STORY_WORDS: Final = 41
MOST_MEAN_WORDS: Final = 9
FEWEST_DEFICITS: Final = 0.10
NEARLY_ALWAYS: Final = 0.90
"""A role that is best or worst off on this share of the paths has little to play for."""
_SHORTEST_COPY: Final = 5
"""Fewer words are nobody's own, such as “Dat is te duur”."""

_Spots = Mapping[tuple[str, ...], Place]
"""Places by id: of a dilemma `(dilemma,)`, of an option `(dilemma, option)`, `("", ending)`."""


def check_content(scenario: Scenario, root: MapNode, findings: Findings) -> Figures:
    """Note what is unfair or hard to read, and give the figures.

    `root` is the tree of the same file, for the places; `findings` gets what is found.
    """
    measured = measure(scenario, sentences_of(root))
    figures = measured.figures
    if not figures.is_trial:
        _check_paths(measured, root, findings)
        _check_fairness(scenario, measured, root, findings)
    _check_words(measured, root, findings)
    return figures


def _spots(root: MapNode) -> _Spots:
    found: dict[tuple[str, ...], Place] = {}
    for dilemma in maps_of(root.child("dilemmas")):
        name = text_at(dilemma, "id")
        if name is None:
            continue
        found[(name.text,)] = name
        bands = maps_of((map_at(dilemma, "agreement") or dilemma).child("bands"))
        for option in (*maps_of(dilemma.child("options")), *bands):
            own = text_at(option, "id")
            if own is not None:
                found[name.text, own.text] = own
    for ending in maps_of(root.child("endings")):
        own = text_at(ending, "id")
        if own is not None:
            found["", own.text] = own
    return found


def _check_paths(measured: Measured, root: MapNode, findings: Findings) -> None:
    survey, spots = measured.survey, _spots(root)
    if not measured.figures.all_paths:
        findings.add(words.TOO_MANY_PATHS, TOP, limit=MOST_PATHS)
        return
    for dilemma in survey.unplayed:
        findings.add(words.NEVER_PLAYED, spots.get((dilemma,), TOP), text=dilemma)
    for dilemma, option in survey.unused:
        findings.add(words.NEVER_CHOSEN, spots.get((dilemma, option), TOP), text=option)
    for ending, count in survey.endings.items():
        if not count:
            findings.add(words.UNREACHED_ENDING, spots.get(("", ending), TOP), text=ending)


def _check_fairness(
    scenario: Scenario, measured: Measured, root: MapNode, findings: Findings
) -> None:
    figures, spots = measured.figures, _spots(root)
    for gap in measured.survey.lens_gaps:
        place = spots.get((gap.dilemma, gap.option), TOP)
        findings.add(words.LENS_GAP, place, text=gap.option)
    count, paths = figures.deficits, figures.paths
    if scenario.theme is Theme.FUNDING and count < FEWEST_DEFICITS * paths:
        findings.add(words.BUDGET_TOO_EASY, root.child("budget") or TOP, count=count, paths=paths)
    for most, wording in ((figures.best, words.ALWAYS_BEST), (figures.worst, words.ALWAYS_WORST)):
        if most is not None and most[1] >= NEARLY_ALWAYS:
            role = scenario.role(most[0])
            name = role.name if role else most[0]
            findings.add(wording, TOP, role=name, share=int(most[1] * 100))


def _check_words(measured: Measured, root: MapNode, findings: Findings) -> None:
    figures = measured.figures
    longest = max(measured.sentences, key=lambda one: one.words, default=None)
    if longest is not None and figures.mean_sentence > MOST_MEAN_WORDS:
        findings.add(
            words.LONG_ON_AVERAGE,
            longest,
            mean=Decimal(f"{figures.mean_sentence:.1f}"),
            high=MOST_MEAN_WORDS,
            count=longest.words,
            start=_start(longest),
        )
    for one in measured.sentences:
        if one.words > MAX_SENTENCE:
            findings.add(
                LONG_SENTENCE,
                one,
                key=one.key,
                count=one.words,
                high=MAX_SENTENCE,
                start=_start(one),
            )
        for found in personal_data(one.text):
            findings.add(words.PERSONAL_DATA, one, text=found)
    _check_stories(root, findings)
    _check_sources(measured, root, findings)


def _start(sentence: Sentence) -> str:
    return " ".join(sentence.text.split()[:4])


def _check_stories(root: MapNode, findings: Findings) -> None:
    for dilemma in maps_of(root.child("dilemmas")):
        story = text_at(map_at(dilemma, "story"), "text")
        if story is not None and (count := word_count(story.text)) < FEWEST_STORY_WORDS:
            findings.add(words.SHORT_STORY, story, count=count, low=FEWEST_STORY_WORDS)


def _check_sources(measured: Measured, root: MapNode, findings: Findings) -> None:
    if not measured.figures.sources and not measured.figures.is_trial:
        findings.add(words.NO_SOURCES, TOP)
    sources = source_words(root)
    for one in measured.sentences:
        if one.words < _SHORTEST_COPY:
            continue
        plain = in_plain_words(one.text)
        line = next((line for line, source in sources.items() if plain in source), None)
        if line is not None:
            findings.add(words.COPIED_SENTENCE, one, text=one.text.strip(), first=line)
