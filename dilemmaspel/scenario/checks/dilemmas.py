"""A dilemma by itself: what its type asks for, its options, its cards."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from dilemmaspel.game.terms import QuestionType, RankingEffects, RoleGroup
from dilemmaspel.scenario import meaning_words as words
from dilemmaspel.scenario.checks.names import check_option
from dilemmaspel.scenario.checks.survey import DilemmaNode, Survey, is_always, whole
from dilemmaspel.scenario.fields import EXACT
from dilemmaspel.scenario.findings import Wording
from dilemmaspel.scenario.nodes import (
    ListNode,
    MapNode,
    Node,
    Scalar,
    is_nothing,
    map_at,
    maps_of,
    text_at,
    texts_of,
)

_OPTION_COUNTS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        QuestionType.SINGLE_CHOICE: (2, 5),
        QuestionType.APPROVAL: (2, 5),
        QuestionType.POINTS: (3, 6),
        QuestionType.RANKING: (3, 6),
    }
)
_BLOCKS: Final = ("agreement", "points", "ranking", "approval")
_WITH_REASONS: Final = frozenset({QuestionType.SINGLE_CHOICE, QuestionType.APPROVAL})
_NOT_ON_POINTS: Final = (
    "outcome",
    "cost",
    "budget",
    "benefits",
    "set",
    "clear",
    "next",
    "delayed",
)
_DEFAULT_SCALE: Final = 5
_DEFAULT_TOTAL: Final = 100
_DEFAULT_STEP: Final = 5


def check_dilemmas(survey: Survey) -> None:
    """Check every dilemma by itself."""
    shares_asked = _shares_of_points(survey)
    for dilemma in survey.dilemmas:
        if dilemma.type in set(QuestionType):
            _check_blocks(survey, dilemma)
            _check_choices(survey, dilemma)
            _CHECKS[dilemma.type](survey, dilemma)
        _check_status_quo(survey, dilemma)
        _check_votes(survey, dilemma)
        _check_briefings(survey, dilemma)
    _check_roles_used(survey)
    for test in survey.walk.groups.get("share", ()):
        if id(test) not in shares_asked:
            survey.findings.add(words.SHARE_NOT_HERE, test)


def _check_roles_used(survey: Survey) -> None:
    """A role that a scenario asks for should have something to say; core roles always must."""
    extra = {str(one.id) for one in survey.roles or () if one.group is not RoleGroup.CORE}
    carded = {
        name
        for one in survey.dilemmas
        for name in (map_at(one.node, "briefings") or one.node).entries
    }
    asked = map_at(survey.root, "roles")
    for key in ("required", "recommended"):
        for one in texts_of(asked.child(key)) if asked else ():
            if one.text in extra and one.text not in carded:
                survey.findings.add(words.UNUSED_ROLE, one, text=one.text)


def _check_blocks(survey: Survey, dilemma: DilemmaNode) -> None:
    """Each type has its own settings; those of another type would be forgotten silently."""
    foreign = [(block, block) for block in _BLOCKS if block != dilemma.type]
    if dilemma.type == QuestionType.AGREEMENT:
        foreign.append(("options", "single_choice, points, ranking, approval"))
    if dilemma.type != QuestionType.POINTS:
        foreign.append(("outcomes", "points"))
    for key, wanted in foreign:
        entry = dilemma.node.entries.get(key)
        if entry is not None:
            survey.findings.add(
                words.NOT_FOR_TYPE, entry.key, key=key, type=dilemma.type, wanted=wanted
            )
    needed = "agreement" if dilemma.type == QuestionType.AGREEMENT else "options"
    if needed not in dilemma.node.entries and not survey.walk.was_guessed(dilemma.node, needed):
        survey.findings.add(words.NEEDS_BLOCK, dilemma.node, key=needed, type=dilemma.type)


def _check_choices(survey: Survey, dilemma: DilemmaNode) -> None:
    options = dilemma.node.child("options")
    limits = _OPTION_COUNTS.get(dilemma.type)
    if limits is not None and isinstance(options, ListNode):
        _check_count(survey, dilemma, options, limits)
    _check_labels(survey, dilemma)
    for choice in dilemma.choices:
        if dilemma.type in _WITH_REASONS:
            _check_reasons(survey, choice)
        if dilemma.type != QuestionType.POINTS:
            for key in ("pays", "payer"):
                _refuse_key(survey, dilemma, choice, key, words.NOT_FOR_TYPE)


def _check_count(
    survey: Survey, dilemma: DilemmaNode, options: ListNode, limits: tuple[int, int]
) -> None:
    low, high = limits
    count = len(options.items)
    if not low <= count <= high:
        entry = dilemma.node.entries["options"]
        survey.findings.add(
            words.OPTION_COUNT,
            entry.key,
            key="options",
            count=count,
            type=dilemma.type,
            low=low,
            high=high,
        )
    elif sum(1 for one in dilemma.choices if is_always(one.child("when"))) < 2:
        survey.findings.add(words.FEW_VISIBLE, dilemma.node.entries["options"].key)


def _check_labels(survey: Survey, dilemma: DilemmaNode) -> None:
    first: dict[str, Scalar] = {}
    for choice in dilemma.choices:
        label = text_at(choice, "label")
        if label is None:
            continue
        earlier = first.setdefault(label.text.strip().casefold(), label)
        if earlier is not label:
            survey.findings.add(words.SAME_OPTION, label, first=earlier.line)


def _check_reasons(survey: Survey, option: MapNode) -> None:
    for key, wording in (("pros", words.NO_PRO), ("cons", words.NO_CON)):
        node = option.child(key)
        if is_nothing(node) or (isinstance(node, ListNode) and not node.items):
            survey.findings.add(wording, option)


def _refuse_key(
    survey: Survey, dilemma: DilemmaNode, choice: MapNode, key: str, wording: Wording
) -> None:
    entry = choice.entries.get(key)
    if entry is not None:
        kind = dilemma.type
        survey.findings.add(wording, entry.key, key=key, type=kind, wanted=QuestionType.POINTS)


def _check_agreement(survey: Survey, dilemma: DilemmaNode) -> None:
    block = map_at(dilemma.node, "agreement")
    if block is None:
        return
    points = whole(block, "points") or _DEFAULT_SCALE
    labels = block.entries.get("labels")
    if labels is not None and isinstance(labels.value, ListNode):
        count = len(labels.value.items)
        if count != points:
            survey.findings.add(words.LABEL_COUNT, labels.key, count=count, points=points)
    for band in dilemma.choices:
        value = text_at(band.child("if"), "value")
        if value is not None and EXACT.fullmatch(value.text) and not _on_scale(value, points):
            survey.findings.add(words.BAND_OFF_SCALE, value, text=value.text, points=points)
    check_last_always(survey, dilemma.choices, "bands", "if")


def _on_scale(value: Scalar, points: int) -> bool:
    return 1 <= Fraction(value.text) <= points


def check_last_always(
    survey: Survey, items: tuple[MapNode, ...], key: str, condition: str, *, required: bool = True
) -> None:
    """The last of a list that is gone through must fit always, and no earlier one should."""
    if not items:
        return
    written = [one.child(condition) for one in items]
    always = [isinstance(one, Scalar) and one.text == "always" for one in written]
    if required and not always[-1]:
        place = written[-1] or items[-1]
        survey.findings.add(words.LAST_NOT_ALWAYS, place, key=key, condition=condition)
    if True in always[:-1]:
        first = always.index(True)
        survey.findings.add(words.NEVER_REACHED, items[first + 1], first=items[first].line)


def _check_points(survey: Survey, dilemma: DilemmaNode) -> None:
    block = map_at(dilemma.node, "points")
    total = whole(block, "total") or _DEFAULT_TOTAL
    step = whole(block, "step") or _DEFAULT_STEP
    if total % step:
        place = (block and (block.child("step") or block.child("total"))) or dilemma.node
        near = max(n for n in range(1, step) if total % n == 0)
        survey.findings.add(words.STEP_DOES_NOT_FIT, place, total=total, step=step, near=near)
    has_costs = map_at(block, "cost_total") is not None
    for option in dilemma.choices:
        for key in _NOT_ON_POINTS:
            _refuse_key(survey, dilemma, option, key, words.NOT_ON_POINTS)
        _check_payer(survey, option, has_costs=has_costs)
    outcomes = maps_of(dilemma.node.child("outcomes"))
    check_last_always(survey, outcomes, "outcomes", "if", required=False)
    for outcome in outcomes:
        for share in _shares_in(outcome.child("if")):
            used = text_at(share, "option")
            if used is not None:
                check_option(dilemma.choice_ids, used, survey.findings)


def _check_payer(survey: Survey, option: MapNode, *, has_costs: bool) -> None:
    pays = text_at(option, "pays")
    municipality_pays = pays is not None and pays.text == "true"
    payer = text_at(option, "payer")
    if municipality_pays and payer is not None:
        survey.findings.add(words.PAYS_TWICE, payer)
    elif has_costs and not municipality_pays and payer is None:
        survey.findings.add(words.NOBODY_PAYS, option)


def _check_ranking(survey: Survey, dilemma: DilemmaNode) -> None:
    block = map_at(dilemma.node, "ranking")
    for key in ("k", "min_ranked"):
        _check_at_most_options(survey, dilemma, block, key)
    k, mode = block.entries.get("k") if block else None, text_at(block, "effects_mode")
    if k is not None and (mode is None or mode.text != RankingEffects.TOP_K):
        survey.findings.add(words.UNUSED_K, k.key)


def _check_approval(survey: Survey, dilemma: DilemmaNode) -> None:
    _check_at_most_options(survey, dilemma, map_at(dilemma.node, "approval"), "max_selected")


def _check_at_most_options(
    survey: Survey, dilemma: DilemmaNode, block: MapNode | None, key: str
) -> None:
    number, count = whole(block, key), len(dilemma.choices)
    place = text_at(block, key)
    if number is not None and place is not None and number > count > 0:
        survey.findings.add(words.MORE_THAN_OPTIONS, place, key=key, text=number, count=count)


def _check_single(survey: Survey, dilemma: DilemmaNode) -> None:
    """A single choice has no settings of its own."""


_CHECKS: Final[Mapping[str, Callable[[Survey, DilemmaNode], None]]] = MappingProxyType(
    {
        QuestionType.SINGLE_CHOICE: _check_single,
        QuestionType.AGREEMENT: _check_agreement,
        QuestionType.POINTS: _check_points,
        QuestionType.RANKING: _check_ranking,
        QuestionType.APPROVAL: _check_approval,
    }
)


def _shares_of_points(survey: Survey) -> set[int]:
    """The conditions on a share that stand where shares are known."""
    return {
        id(share)
        for dilemma in survey.dilemmas
        if dilemma.type == QuestionType.POINTS
        for outcome in maps_of(dilemma.node.child("outcomes"))
        for share in _shares_in(outcome.child("if"))
    }


def _shares_in(node: Node | None) -> list[MapNode]:
    if isinstance(node, ListNode):
        return [share for item in node.items for share in _shares_in(item)]
    if not isinstance(node, MapNode):
        return []
    share = map_at(node, "share")
    inside = [found for key in ("all", "any", "not") for found in _shares_in(node.child(key))]
    return [share, *inside] if share is not None else inside


def _check_status_quo(survey: Survey, dilemma: DilemmaNode) -> None:
    used = text_at(dilemma.node, "status_quo")
    if used is not None:
        check_option(dilemma.choice_ids, used, survey.findings)


def _check_votes(survey: Survey, dilemma: DilemmaNode) -> None:
    votes = dilemma.node.child("votes")
    names = {one.text for one in texts_of(votes)}
    if votes is not None and "vote2" in names and "vote1" not in names:
        survey.findings.add(words.FIRST_VOTE_MISSING, votes)


def _check_briefings(survey: Survey, dilemma: DilemmaNode) -> None:
    roles = survey.roles or ()
    briefings = map_at(dilemma.node, "briefings")
    given = briefings.entries if briefings else {}
    missing = [str(one.id) for one in roles if one.group is RoleGroup.CORE and one.id not in given]
    known = {str(one.id) for one in roles}
    if missing and known.issuperset(given):
        entry = dilemma.node.entries.get("briefings")
        place = entry.key if entry else dilemma.node
        survey.findings.add(words.NO_BRIEFING, place, roles=", ".join(missing))
    for role in roles:
        if not role.voting and role.id in given:
            survey.findings.add(words.OBSERVER_BRIEFING, given[role.id].key, text=str(role.id))
