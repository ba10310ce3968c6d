"""What follows from a choice: years that exist, news that tells it, money that is there."""

from dilemmaspel.scenario import meaning_words as words
from dilemmaspel.scenario.checks.survey import DilemmaNode, Survey, is_always, whole
from dilemmaspel.scenario.nodes import MapNode, Node, map_at, maps_of, text_at

_FOREVER = 10_000


def check_outcomes(survey: Survey) -> None:
    """Check everything that follows from choices."""
    for delayed in survey.walk.groups.get("delayed", ()):
        _check_news(survey, delayed)
    for position, dilemma in survey.played():
        _check_years(survey, position, dilemma)
    for cost in survey.walk.groups.get("cost", ()):
        yearly = cost.child("yearly")
        if yearly is not None and whole(cost, "yearly") and text_at(cost, "years") is None:
            survey.findings.add(words.YEARS_MISSING, yearly)
    _check_savings(survey)


def _check_news(survey: Survey, delayed: MapNode) -> None:
    changes = any(_has_parts(delayed.child(key)) for key in ("effects", "budget", "benefits"))
    has_news = text_at(delayed, "news") is not None
    else_changes = _has_parts(delayed.child("else_effects"))
    has_else_news = text_at(delayed, "else_news") is not None
    if changes and not has_news:
        survey.findings.add(words.NEWS_MISSING, delayed, key="news")
    if else_changes and not has_else_news:
        survey.findings.add(words.NEWS_MISSING, delayed, key="else_news")
    if not (changes or has_news or else_changes or has_else_news):
        survey.findings.add(words.NOTHING_LATER, delayed)
    if is_always(delayed.child("if")):
        for key in ("else_effects", "else_news"):
            entry = delayed.entries.get(key)
            if entry is not None:
                survey.findings.add(words.ELSE_WITHOUT_IF, entry.key, key=key)


def _has_parts(node: Node | None) -> bool:
    return isinstance(node, MapNode) and bool(node.entries)


def _check_years(survey: Survey, position: int, dilemma: DilemmaNode) -> None:
    """Note what comes only after the last year of the longest session."""
    last = len(survey.order) - position - 1 + survey.aftermath
    if survey.is_trial:
        return
    for outcome in dilemma.outcomes:
        for delayed in maps_of(outcome.child("delayed")):
            after = whole(delayed, "after")
            place = delayed.child("after")
            if place is None or after is None or after <= last:
                continue
            wording = words.TOO_LATE if last > 0 else words.NO_TIME_LATER
            survey.findings.add(wording, place, after=after, last=last)


def _check_savings(survey: Survey) -> None:
    """A saving takes away from yearly costs, so that it cannot outlast them."""
    last_cost = 0
    for position, dilemma in survey.played():
        costs = [cost for cost in _costs(dilemma) if whole(cost, "yearly")]
        ends = [_last_year(cost, position) for cost in costs if (whole(cost, "yearly") or 0) > 0]
        last_cost = max([last_cost, *ends])
        for cost in costs:
            place = cost.child("years") or cost
            until = _last_year(cost, position)
            if (whole(cost, "yearly") or 0) > 0 or until <= last_cost:
                continue
            if last_cost == 0:
                example = "{annual: …}"
                survey.findings.add(words.NOTHING_TO_SAVE, cost, example=example)
            else:
                shown = "∞" if until >= _FOREVER else until
                survey.findings.add(words.LONG_SAVING, place, until=shown, end=last_cost)


def _costs(dilemma: DilemmaNode) -> tuple[MapNode, ...]:
    points = map_at(dilemma.node, "points")
    found = [map_at(one, "cost") for one in dilemma.outcomes]
    return tuple(cost for cost in (*found, map_at(points, "cost_total")) if cost is not None)


def _last_year(cost: MapNode, position: int) -> int:
    years = text_at(cost, "years")
    if years is not None and years.text == "structural":
        return _FOREVER
    return position + (whole(cost, "years") or 1)
