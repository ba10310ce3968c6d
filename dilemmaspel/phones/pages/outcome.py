"""What was revealed: the result as a sentence, as bars and as a table, and what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from dilemmaspel.game.terms import QuestionType
from dilemmaspel.game.views import DecisionView, DilemmaView, EffectView, OptionView, ResultView
from dilemmaspel.phones.pages.card import own_card
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import icon, number_mark, option_colour, option_mark
from dilemmaspel.phones.pages.pen import Pen, bullets, folded, heading
from dilemmaspel.phones.screen import Outcome, Screen
from dilemmaspel.words import MOVEMENTS, VOTES, indicator, results, rule_sentence
from dilemmaspel.words.names import capitalised

_SMALL: Final = 3
"""A change of fewer points than this counts as about the same (game model 3.2)."""


def outcome(pen: Pen, screen: Screen) -> Html:
    """Make the page of a reveal, of who moved, or of a decision: what the big screen shows."""
    shown = screen.outcome
    if shown is None:
        return NOTHING
    if shown.decision is not None:
        told = _decision(pen, shown.dilemma, shown.decision)
    elif shown.shift is not None:
        told = _shift(pen, shown)
    else:
        told = _result(pen, shown)
    return join((told, own_card(pen, screen.card)))


def _result(pen: Pen, shown: Outcome) -> Html:
    result, dilemma = shown.result, shown.dilemma
    if result is None:
        return NOTHING
    t = pen.t
    label = results.label(t, result)
    notes = results.result_notes(t, dilemma, result)
    return join(
        (
            el("p", t(VOTES[result.vote]), class_="kicker"),
            heading(results.result_sentence(t, dilemma, result)),
            el("p", label, class_="chip") if label else None,
            pen.told("p", dilemma.question, class_="quiet"),
            _bars(pen, _rows(pen, dilemma, result)),
            pen.quiet(" · ".join(notes)),
            _table(pen, _rows(pen, dilemma, result)),
        )
    )


@dataclass(frozen=True, slots=True)
class Row:
    """One answer of a result."""

    mark: Html
    name: str
    number: Fraction
    """What the length of its bar stands for."""
    written: str
    colour: str = ""


def _rows(pen: Pen, dilemma: DilemmaView, result: ResultView) -> tuple[Row, ...]:
    t = pen.t
    if result.tally.scale:
        return tuple(
            Row(
                number_mark(str(n)),
                capitalised(_label(dilemma, n)),
                Fraction(count),
                _votes(pen, count),
            )
            for n, count in enumerate(result.tally.scale, start=1)
        )
    numbers = results.numbers(dilemma, result)
    shown = [one for one in dilemma.options if one.id in numbers]
    if result.tally.is_ranking:
        shown.sort(key=lambda one: (-numbers[one.id], one.index))
    return tuple(
        _row(one, numbers[one.id], results.written(t, result, numbers[one.id])) for one in shown
    )


def _row(option: OptionView, number: Fraction, written: str) -> Row:
    return Row(option_mark(option), option.label, number, written, option_colour(option.index))


def _label(dilemma: DilemmaView, point: int) -> str:
    return dilemma.labels[point - 1] if point <= len(dilemma.labels) else str(point)


def _votes(pen: Pen, count: int) -> str:
    return pen.t.plural("{n} vote", "{n} votes", count)


def _bars(pen: Pen, rows: tuple[Row, ...]) -> Html:
    """Make a bar for each answer; what it says stands beside it in words."""
    most = max((row.number for row in rows), default=Fraction(0)) or Fraction(1)
    return el("ul", *(_bar(pen, row, most) for row in rows), class_="bars")


def _bar(pen: Pen, row: Row, most: Fraction) -> Html:
    width = f"{float(row.number / most) * 100:.1f}%"
    drawn = el(
        "svg",
        el("rect", width="100%", height="12", rx="6", class_="rail"),
        el("rect", width=width, height="12", rx="6", class_=f"bar {row.colour}")
        if row.number
        else None,
        class_="barline",
        aria_hidden="true",
    )
    amount = el("span", row.written, class_="amount")
    words = el("span", pen.told("strong", row.name), " ", amount, class_="words")
    return el("li", el("div", row.mark, words, class_="row"), drawn)


def _table(pen: Pen, rows: tuple[Row, ...]) -> Html:
    t = pen.t
    head = el("tr", el("th", t("Answer"), scope="col"), el("th", t("Result"), scope="col"))
    lines = (
        el(
            "tr",
            el("th", row.mark, " ", pen.told("span", row.name), scope="row"),
            el("td", row.written),
        )
        for row in rows
    )
    return folded(
        t("As a table"),
        el("table", el("thead", head), el("tbody", *lines)),
        class_="card fold",
    )


def _shift(pen: Pen, shown: Outcome) -> Html:
    t, shift = pen.t, shown.shift
    if shift is None:
        return NOTHING
    silent = results.silent_sentence(t, shift)
    rows = _rows(pen, shown.dilemma, shown.result) if shown.result else ()
    return join(
        (
            el("p", t("Who moved?"), class_="kicker"),
            heading(results.shift_sentence(t, shown.dilemma, shift)),
            el("p", silent) if silent else None,
            _bars(pen, rows) if rows else None,
            _table(pen, rows) if rows else None,
            pen.quiet(t("How people moved stands on the big screen.")),
        )
    )


def _decision(pen: Pen, dilemma: DilemmaView, decision: DecisionView) -> Html:
    t = pen.t
    if not decision.options:
        return join(
            (
                heading(t("There is no decision yet")),
                el("p", t("You do not have to do anything now.")),
            )
        )
    kicker = t("The decision") if decision.confirmed else t("This is what the votes say")
    rule = rule_sentence(t, decision.rule, dilemma.threshold)
    return join(
        (
            el("p", kicker, class_="kicker"),
            heading(_chosen(pen, dilemma, decision.options), class_="decided"),
            _shares(pen, dilemma, decision),
            pen.told("p", decision.outcome, class_="outcome"),
            pen.quiet(rule),
            _effects(pen, decision.effects),
        )
    )


def _chosen(pen: Pen, dilemma: DilemmaView, options: tuple[OptionView, ...]) -> Html:
    """Make the winners; of points, where all get something, the title of the dilemma."""
    if dilemma.type is QuestionType.POINTS:
        return pen.told("span", dilemma.title)
    marked = dilemma.type is not QuestionType.AGREEMENT
    return join(
        el("span", option_mark(one) if marked else None, pen.told("span", one.label), class_="won")
        for one in options
    )


def _shares(pen: Pen, dilemma: DilemmaView, decision: DecisionView) -> Html:
    shares: Mapping[str, int] = {str(one): n for one, n in decision.shares.items()}
    if not shares or dilemma.type is not QuestionType.POINTS:
        return NOTHING
    rows = tuple(
        _row(one, Fraction(shares[one.id]), _points(pen, shares[one.id]))
        for one in dilemma.options
        if one.id in shares
    )
    return join((_bars(pen, rows), _table(pen, rows)))


def _points(pen: Pen, points: int) -> str:
    return pen.t.plural("{number} point", "{number} points", points, number=points)


def _effects(pen: Pen, effects: tuple[EffectView, ...]) -> Html:
    moved = tuple(one for one in effects if abs(one.delta) >= _SMALL)
    if not moved:
        return NOTHING
    lines = tuple(_effect(pen, one) for one in moved)
    return join((el("h2", pen.t("What it does now")), bullets(lines, "effects")))


def _effect(pen: Pen, effect: EffectView) -> Html:
    t = pen.t
    arrow = icon("up" if effect.delta > 0 else "down")
    moves = t("up, that is {better}") if effect.delta > 0 else t("down, that is {better}")
    words = moves.replace("{better}", t(MOVEMENTS[effect.better]))
    return join((arrow, el("span", f"{indicator(t, effect.indicator)}: {words}")))
