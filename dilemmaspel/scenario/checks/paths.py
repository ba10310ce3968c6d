"""The way through the dilemmas: their order, jumps, and how many a group plays at least."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from dilemmaspel.game.terms import QuestionType, RankingEffects
from dilemmaspel.scenario import meaning_words as words
from dilemmaspel.scenario.checks.survey import DilemmaNode, Survey, is_always, whole
from dilemmaspel.scenario.nodes import ListNode, MapNode, Node, Scalar, map_at, text_at, texts_of

_FEWEST: Final = 2
_MOST_STATES: Final = 4000

_State = tuple[int, int, frozenset[str], frozenset[tuple[str, str]]]
"""Position in the order, dilemmas played so far, flags, what was chosen where."""


def check_paths(survey: Survey) -> None:
    """Check the order of the dilemmas."""
    for dilemma in survey.dilemmas:
        name = text_at(dilemma.node, "id")
        if name is not None and name.text not in survey.order:
            survey.findings.add(words.NOT_IN_SEQUENCE, name, text=name.text)
    _check_next(survey)
    if not survey.is_trial and not survey.findings.has_errors:
        _check_length(survey)


def _check_next(survey: Survey) -> None:
    position = {name: n for n, name in enumerate(survey.order)}
    for dilemma in survey.dilemmas:
        here = position.get(dilemma.id)
        for outcome in dilemma.outcomes:
            following = text_at(outcome, "next")
            if following is None or following.text not in survey.by_id or here is None:
                continue
            if position.get(following.text, -1) <= here:
                survey.findings.add(words.NEXT_NOT_FORWARD, following, text=following.text)


def _check_length(survey: Survey) -> None:
    """Follow every way through the game; only flags and choices decide what is skipped."""
    fewest = _fewest_surely(survey)
    if fewest < _FEWEST:
        fewest = _fewest_followed(survey)
    if fewest < _FEWEST:
        place = survey.root.child("sequence") or survey.root.child("dilemmas") or survey.root
        survey.findings.add(words.TOO_FEW_DILEMMAS, place, count=fewest)


def _fewest_surely(survey: Survey) -> int:
    """The fewest dilemmas on any way, if every condition could fail at any time."""
    order = survey.order
    position = {name: n for n, name in enumerate(order)}
    fewest = [0] * (len(order) + 1)
    for here in range(len(order) - 1, -1, -1):
        dilemma = survey.by_id[order[here]]
        jumps = (text_at(one, "next") for one in dilemma.outcomes)
        ways = {position.get(one.text, here + 1) if one else here + 1 for one in jumps}
        played = 1 + min(fewest[max(way, here + 1)] for way in ways or {here + 1})
        is_sure = is_always(dilemma.node.child("when"))
        fewest[here] = played if is_sure else min(played, fewest[here + 1])
    return fewest[0]


def _fewest_followed(survey: Survey) -> int:
    """The fewest dilemmas on any way, with flags and choices followed.

    Gives enough when there are too many ways to follow: a warning must be sure.
    """
    position = {name: n for n, name in enumerate(survey.order)}
    start: _State = (0, 0, frozenset(), frozenset())
    waiting, seen, fewest = [start], {start}, len(survey.order)
    while waiting:
        if len(seen) > _MOST_STATES:
            return _FEWEST
        state = waiting.pop()
        if state[0] >= len(survey.order):
            fewest = min(fewest, state[1])
            continue
        for after in _steps(survey, position, state):
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    return fewest


def _steps(survey: Survey, position: dict[str, int], state: _State) -> Iterator[_State]:
    here, played, flags, chosen = state
    dilemma = survey.by_id[survey.order[here]]
    holds = _holds(dilemma.node.child("when"), flags, chosen)
    if holds is not True:
        yield (here + 1, played, flags, chosen)
    if holds is False:
        return
    for outcomes in _results(dilemma):
        way, now = here + 1, set(flags)
        for outcome in outcomes:
            now.difference_update(one.text for one in texts_of(outcome.child("clear")))
            now.update(one.text for one in texts_of(outcome.child("set")))
            following = text_at(outcome, "next")
            if following is not None:
                way = max(way, position.get(following.text, way))
        names = {found.text for one in outcomes if (found := text_at(one, "id"))}
        picked = chosen | {(dilemma.id, name) for name in names}
        yield (way, min(played + 1, _FEWEST), frozenset(now), frozenset(picked))


def _results(dilemma: DilemmaNode) -> Iterator[tuple[MapNode, ...]]:
    """What can be decided: one choice, several, or one outcome of the points."""
    if dilemma.type == QuestionType.POINTS:
        outcomes = dilemma.outcomes[len(dilemma.choices) :]
        yield from ((one,) for one in outcomes)
        yield ()
        return
    for size in _sizes(dilemma):
        yield from combinations(dilemma.choices, size)


def _sizes(dilemma: DilemmaNode) -> Iterable[int]:
    count = len(dilemma.choices)
    if dilemma.type == QuestionType.APPROVAL:
        most = whole(map_at(dilemma.node, "approval"), "max_selected") or 1
        return range(min(most, count) + 1)
    block = map_at(dilemma.node, "ranking")
    mode = text_at(block, "effects_mode")
    if dilemma.type == QuestionType.RANKING and mode and mode.text == RankingEffects.TOP_K:
        return (min(whole(block, "k") or 1, count),)
    return (1,)


def _holds(
    node: Node | None, flags: frozenset[str], chosen: frozenset[tuple[str, str]]
) -> bool | None:
    """Whether a condition holds; None when the numbers of the game decide it."""
    if is_always(node):
        return True
    if not isinstance(node, MapNode):
        return None
    name, entry = next(iter(node.entries.items()))
    value = entry.value
    if name == "flag":
        return isinstance(value, Scalar) and value.text in flags
    if name == "chosen":
        dilemma = text_at(value, "dilemma")
        return dilemma is not None and any(
            (dilemma.text, one) in chosen for one in _options_in(value)
        )
    if name == "not":
        inner = _holds(value, flags, chosen)
        return None if inner is None else not inner
    if name in {"all", "any"} and isinstance(value, ListNode):
        parts = [_holds(one, flags, chosen) for one in value.items]
        decisive = name == "any"
        if decisive in parts:
            return decisive
        return None if None in parts else not decisive
    return None


def _options_in(test: Node) -> tuple[str, ...]:
    alone = text_at(test, "option")
    listed = texts_of(test.child("option")) if isinstance(test, MapNode) else ()
    return (alone.text,) if alone else tuple(one.text for one in listed)
