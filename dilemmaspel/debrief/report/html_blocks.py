"""The blocks of a report as markup."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from dilemmaspel.debrief.figures import Figure
from dilemmaspel.debrief.report import document as d
from dilemmaspel.debrief.report.markup import Html, Inside, el, join
from dilemmaspel.debrief.report.svg import inside_of
from dilemmaspel.texts import Texts

Draw = Callable[[Figure, str], str | None]
"""Draws a figure as SVG whose ids begin with a name; None when there is nothing to draw."""

ARROWS: Final = {1: "▲", -1: "▼", 0: "▬"}
"""Up, down and level: a change is an arrow and a word, never a colour alone."""


class Blocks:
    """Writes blocks; `numbers` makes the ids of figures unique in the page."""

    def __init__(self, t: Texts, draw: Draw, numbers: Iterator[int]) -> None:
        self._t = t
        self._draw = draw
        self._numbers = numbers

    def block(self, block: d.Block) -> Html:
        """Write one block."""
        match block:
            case d.Words():
                return el("p", block.text, class_=block.tone.value)
            case d.Bullets():
                return el("ul", *(el("li", point) for point in block.points), class_="bullets")
            case d.Facts():
                return _facts(block)
            case d.Choices():
                return el("ul", *(el("li", chip(c)) for c in block.choices), class_="choices")
            case d.Verdict():
                return self._verdict(block)
            case d.Sayings():
                return _sayings(block)
            case d.Grid():
                return grid(block)
            case d.Drawn():
                return self._drawn(block)
            case d.Effects():
                return self._effects(block)

    def _verdict(self, verdict: d.Verdict) -> Html:
        points = verdict.points or (None,) * len(verdict.choices)
        told = [
            el("li", chip(choice), el("b", f" {n}") if n is not None else None)
            for choice, n in zip(verdict.choices, points, strict=True)
        ]
        return el(
            "div",
            el("h3", verdict.title),
            el("ul", *told, class_="choices") if told else None,
            *(el("p", line) for line in verdict.how),
            el("p", verdict.outcome, class_="outcome") if verdict.outcome else None,
            class_="verdict",
        )

    def _drawn(self, drawn: d.Drawn) -> Html:
        heading = f"{drawn.title}: {drawn.part}" if drawn.part else drawn.title
        picture = self._picture(drawn, heading)
        return el(
            "div",
            el("h3", heading),
            picture,
            None if picture else el("p", drawn.sentence),
            *(grid(one) for one in drawn.grids),
            class_="drawn",
        )

    def _picture(self, drawn: d.Drawn, heading: str) -> Html | None:
        name = f"figure-{next(self._numbers)}"
        svg = self._draw(drawn.figure, name)
        if svg is None:
            return None
        told = el("title", heading, id=f"{name}-title") + el(
            "desc", drawn.sentence, id=f"{name}-desc"
        )
        labels = {"aria_labelledby": f"{name}-title", "aria_describedby": f"{name}-desc"}
        box, inside = inside_of(svg)
        picture = el("svg", Html(told), Html(inside), viewBox=box, role="img", **labels)
        return el("figure", picture, el("figcaption", drawn.sentence))

    def _effects(self, block: d.Effects) -> Html:
        t = self._t
        heads = (
            d.Head(t("What we look at")),
            d.Head(t("Before"), number=True),
            d.Head(t("After"), number=True),
            d.Head(t("Change")),
        )
        rows = tuple(
            (one.name, t.number(one.before), t.number(one.after), change(t, one))
            for one in block.effects
        )
        table = d.Grid(block.title, heads, rows, notes=(block.note,))
        money = el("p", block.money) if block.money else None
        return el("div", el("h3", block.title), grid(table, caption=False), money)


def change(t: Texts, effect: d.Effect) -> str:
    """Write a change as an arrow, its size and a word."""
    moved = effect.after - effect.before
    sign = (moved > 0) - (moved < 0)
    size = t.number(abs(moved)) if moved else ""
    return " ".join(part for part in (ARROWS[sign], size, effect.word) if part)


def chip(choice: d.Choice) -> Html:
    """Write an option: its sign on its colour, and its label."""
    kind = f"sign o{choice.index}" if choice.index >= 0 else "sign none"
    sign = el("span", choice.sign, class_=kind)
    label = choice.label if choice.label and choice.label != choice.sign else None
    words = el("strong" if choice.chosen else "span", label) if label else None
    return join((sign, " " if label else None, words))


def grid(table: d.Grid, *, caption: bool = True) -> Html:
    """Write a table that scrolls on its own where it is wider than the page."""
    heads = (
        el("th", _head(head), scope="col", class_="number" if head.number else None)
        for head in table.heads
    )
    rows = (
        _row(table, row, total=table.last_is_total and n == len(table.rows))
        for n, row in enumerate(table.rows, start=1)
    )
    whole = el(
        "table",
        el("caption", table.title) if caption else None,
        el("thead", el("tr", *heads)),
        el("tbody", *rows),
        aria_label=None if caption else table.title,
    )
    notes = (el("p", note, class_="quiet") for note in table.notes if note)
    scrolled = el("div", whole, class_="scroll", tabindex="0", role="group", aria_label=table.title)
    return join((scrolled, *notes))


def _head(head: d.Head) -> Inside:
    return chip(head.choice) if head.choice else head.words


def _row(table: d.Grid, row: tuple[str, ...], *, total: bool) -> Html:
    cells = (
        el("th", cell, scope="row")
        if place < table.row_heads
        else el("td", cell, class_="number" if table.heads[place].number else None)
        for place, cell in enumerate(row)
    )
    return el("tr", *cells, class_="total" if total else None)


def _facts(facts: d.Facts) -> Html:
    return el("dl", *_pairs(facts.pairs))


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[Html]:
    for name, value in pairs:
        yield el("div", el("dt", name), el("dd", value))


def _sayings(block: d.Sayings) -> Html:
    return el(
        "div",
        el("h3", block.title),
        el("ul", *(_saying(one) for one in block.sayings), class_="sayings"),
        el("p", block.note, class_="quiet") if block.note else None,
    )


def _saying(one: d.Saying) -> Html:
    by = el("span", f" – {one.by}", class_="by") if one.by else None
    return el("li", chip(one.choice) if one.choice else None, " ", one.text, by)
