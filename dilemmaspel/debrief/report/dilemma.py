"""One dilemma in a report: what it was about, both votes, the talk, the decision."""

from collections.abc import Iterator

from dilemmaspel.debrief.record import DilemmaRecord
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.choices import choice_of, outcome_of
from dilemmaspel.debrief.report.said import sayings_of
from dilemmaspel.debrief.report.source import Source
from dilemmaspel.debrief.report.tabling import drawn
from dilemmaspel.debrief.report.votes_grid import votes_grid
from dilemmaspel.debrief.saying import said
from dilemmaspel.game.budget import price_of
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State, Taken
from dilemmaspel.game.terms import TieBreak
from dilemmaspel.texts import Texts
from dilemmaspel.words import (
    MOVEMENTS,
    PLAY_VALUES,
    QUESTION_TYPES,
    RULES,
    TIE_BREAKS,
    VOTES,
    rule_sentence,
)
from dilemmaspel.words.money import cost_line

_CONTEXT_WORDS = 75


def dilemma_section(t: Texts, source: Source, one: DilemmaRecord) -> d.Section:
    """Write a dilemma that was decided."""
    name = one.name
    of = len(source.record.dilemmas)
    place = t("Dilemma {n} of {all}", n=name.number, all=of)
    kind = t(QUESTION_TYPES[name.type].name)
    return d.Section(
        key=f"dilemma-{name.number}",
        title=name.question or name.title,
        eyebrow=f"{place} · {name.title} · {kind}",
        blocks=tuple(_blocks(t, source, one)),
        one_page=True,
    )


def _blocks(t: Texts, source: Source, one: DilemmaRecord) -> Iterator[d.Block]:
    votes = [vote for vote in (one.first, one.second) if vote is not None]
    if one.story:
        yield d.Words(context(one.story))
    chosen = votes[-1].chosen if votes else ()
    if one.places:
        yield d.Choices(tuple(choice_of(t, place, chosen) for place in one.places))
    yield verdict(t, source.state, one)
    if votes:
        yield votes_grid(t, votes)
    if one.flow is not None and one.flow.table().rows:
        yield drawn(t, one.flow, one.flow.role_table())
    for vote in votes:
        part = t(VOTES[vote.vote])
        yield drawn(t, vote, vote.weighted_table(), part=part, on_paper=one.flow is None)
    for figure in (one.points, one.order, one.acceptance):
        if figure is not None and figure.table().rows:
            yield drawn(t, figure, on_paper=False)
    yield from sayings_of(t, source.record, one)
    yield _effects(t, source.state, one)


def context(story: str) -> str:
    """Give the beginning of a story, up to the end of a sentence and of some 75 words."""
    kept: list[str] = []
    for sentence in _sentences(story):
        if kept and len(" ".join([*kept, sentence]).split()) > _CONTEXT_WORDS:
            break
        kept.append(sentence)
    return " ".join(kept)


def _sentences(text: str) -> Iterator[str]:
    sentence: list[str] = []
    for word in text.split():
        sentence.append(word)
        if word.rstrip("\"'”’)").endswith((".", "!", "?")):
            yield " ".join(sentence)
            sentence = []
    if sentence:
        yield " ".join(sentence)


def verdict(t: Texts, state: State, one: DilemmaRecord) -> d.Verdict:
    """Say what was decided, by which rule, and what came of it; of points the most first."""
    decided = one.decided
    places, points = decided.places, decided.points
    if points:
        order = sorted(range(len(points)), key=lambda n: -points[n])
        places, points = tuple(places[n] for n in order), tuple(points[n] for n in order)
    return d.Verdict(
        title=t("The decision"),
        choices=tuple(outcome_of(t, one.name.type, place) for place in places),
        how=tuple(_how(t, state, one)),
        outcome=decided.outcome,
        points=points,
    )


def _how(t: Texts, state: State, one: DilemmaRecord) -> Iterator[str]:
    decided = one.decided
    dilemma, taken = state.scenario.dilemma(one.name.id), state.flow.decisions[one.name.id]
    if not decided.places:
        yield t("Nothing was decided.")
    if decided.by_facilitator or dilemma is None:
        yield t("The facilitator decided.")
    else:
        yield f"{said(t, decided.rule)}: {_rule(t, state, dilemma, taken)}"
    if decided.fallback_used and dilemma is not None:
        first = t(RULES[dilemma.decision.rule].name)
        yield t("The first rule gave no decision: {rule}.", rule=first)
    for step in taken.steps:
        yield t(TIE_BREAKS[TieBreak(step.partition(":")[0])])
    if decided.amended:
        yield t("The group changed the words after objections.")
    if decided.reason:
        yield t("Why: {reason}", reason=decided.reason)


def _rule(t: Texts, state: State, dilemma: Dilemma, taken: Taken) -> str:
    decider = state.scenario.role(dilemma.decision.decider or "")
    name = decider.name if decider else ""
    return rule_sentence(t, taken.rule, dilemma.decision.threshold, name)


def _effects(t: Texts, state: State, one: DilemmaRecord) -> d.Effects:
    effects = tuple(
        d.Effect(said(t, e.name), e.before, e.after, e.better, t(MOVEMENTS[e.better]))
        for e in one.effects.effects
    )
    title = said(t, one.effects.title())
    return d.Effects(title, effects, _money(t, state, one), t(PLAY_VALUES))


def _money(t: Texts, state: State, one: DilemmaRecord) -> str:
    """Say what the decision costs; what a division of points costs stands in the outcome."""
    dilemma = state.scenario.dilemma(one.name.id)
    if dilemma is None or one.decided.points:
        return ""
    chosen = (dilemma.option(place.id) for place in one.decided.places)
    lines = (cost_line(t, price_of(state.scenario, option)) for option in chosen if option)
    told = "; ".join(line for line in lines if line)
    return t("Cost to the municipality: {cost}.", cost=told) if told else ""
