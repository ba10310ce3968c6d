"""One dilemma in a report: what it was about, both votes, the talk, the decision."""

from collections.abc import Iterator, Sequence

from dilemmaspel.debrief.builders.votes import flow, shares
from dilemmaspel.debrief.figures import Shares
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.choices import band_of, choice_of
from dilemmaspel.debrief.report.effects import effects_of
from dilemmaspel.debrief.report.said import sayings_of
from dilemmaspel.debrief.report.source import Source
from dilemmaspel.debrief.report.tabling import drawn
from dilemmaspel.debrief.report.votes_grid import votes_grid
from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.measures import points_shown
from dilemmaspel.game.results import outcome_text
from dilemmaspel.game.scenario import Dilemma
from dilemmaspel.game.state import State, Taken
from dilemmaspel.game.terms import TieBreak
from dilemmaspel.texts import Texts
from dilemmaspel.words import QUESTION_TYPES, RULES, TIE_BREAKS, VOTES, rule_sentence

_CONTEXT_WORDS = 75


def dilemma_section(t: Texts, source: Source, dilemma: Dilemma, number: int, of: int) -> d.Section:
    """Write a dilemma that was decided; `number` is its place among the `of` that were."""
    state = source.state
    taken = state.flow.decisions[dilemma.id]
    kind = t(QUESTION_TYPES[dilemma.type].name)
    place = t("Dilemma {n} of {all}", n=number, all=of)
    return d.Section(
        key=f"dilemma-{number}",
        title=dilemma.question or dilemma.title,
        eyebrow=f"{place} · {dilemma.title} · {kind}",
        blocks=tuple(_blocks(t, state, dilemma, taken)),
        one_page=True,
    )


def _blocks(t: Texts, state: State, dilemma: Dilemma, taken: Taken) -> Iterator[d.Block]:
    votes = votes_of(state, dilemma)
    if dilemma.story:
        yield d.Words(context(dilemma.story))
    if votes:
        chosen = votes[-1].chosen
        yield d.Choices(tuple(choice_of(t, place, chosen) for place in votes[-1].places))
    yield verdict(t, state, dilemma, taken)
    if votes:
        yield votes_grid(t, votes)
    moved = flow(state, dilemma)
    if moved is not None and moved.table().rows:
        yield drawn(t, moved, moved.role_table())
    for vote in votes:
        yield drawn(t, vote, part=t(VOTES[vote.vote]), on_paper=len(votes) == 1)
    yield from sayings_of(t, state, dilemma, votes)
    yield effects_of(t, state, dilemma, taken)


def votes_of(state: State, dilemma: Dilemma) -> Sequence[Shares]:
    """Give the one or two votes of a dilemma, as far as they may be shown."""
    found = (shares(state, dilemma, vote) for vote in (Vote.FIRST, Vote.SECOND))
    return [vote for vote in found if vote is not None]


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


def verdict(t: Texts, state: State, dilemma: Dilemma, taken: Taken) -> d.Verdict:
    """Say what was decided, by which rule, and what came of it."""
    shares_shown = points_shown(taken.chosen.shares)
    names = tuple(shares_shown) or taken.chosen.options
    choices = tuple(choice for name in names if (choice := band_of(dilemma, name)) is not None)
    return d.Verdict(
        title=t("The decision"),
        choices=choices,
        how=tuple(_how(t, state, dilemma, taken)),
        outcome=outcome_text(state, dilemma, taken.chosen.options, taken.chosen.shares),
        points=tuple(shares_shown.values()),
    )


def _how(t: Texts, state: State, dilemma: Dilemma, taken: Taken) -> Iterator[str]:
    if not taken.chosen.options and not taken.chosen.shares:
        yield t("Nothing was decided.")
    if taken.by_facilitator:
        yield t("The facilitator decided.")
    else:
        rule = dilemma.decision
        decider = state.scenario.role(rule.decider) if rule.decider else None
        name = decider.name if decider else ""
        yield f"{t(RULES[taken.rule].name)}: {rule_sentence(t, taken.rule, rule.threshold, name)}"
    if taken.fallback_used:
        first = t(RULES[dilemma.decision.rule].name)
        yield t("The first rule gave no decision: {rule}.", rule=first)
    for step in taken.steps:
        yield t(TIE_BREAKS[TieBreak(step.partition(":")[0])])
    if taken.reason:
        yield t("Why: {reason}", reason=taken.reason)
