"""Answers that are one press or tick each: an option, a point of a scale, all one can live with."""

from collections.abc import Iterator
from dataclasses import dataclass

from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.filled import filled_in
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import number_mark
from dilemmaspel.phones.pages.options import (
    answer_group,
    option_line,
    point_line,
    reasons,
    short_line,
)
from dilemmaspel.phones.pages.pen import Pen, submit
from dilemmaspel.phones.screen import BallotForm, Shape


@dataclass(frozen=True, slots=True)
class Line:
    """One answer: its value, what it looks like, and what can be read about it."""

    value: str
    shown: Html
    reasons: Html = NOTHING
    blocked: bool = False


def lines(pen: Pen, form: BallotForm, prefix: str = "") -> tuple[Line, ...]:
    """Return the answers of a ballot, in their order; asked a second time in fewer words."""
    if form.shape is Shape.SCALE:
        points = enumerate(form.labels, start=1)
        return tuple(Line(str(n), point_line(pen, n, label)) for n, label in points)
    if prefix:
        return tuple(Line(o.id, short_line(pen, o), NOTHING, o.blocked) for o in form.options)
    return tuple(Line(o.id, option_line(pen, o), reasons(pen, o), o.blocked) for o in form.options)


def press(pen: Pen, form: BallotForm) -> Html:
    """Make a button for each answer: one press is the vote."""
    now = filled_in(pen, form, "").picked
    return el(
        "ul",
        *(
            el("li", _button(pen, line, line.value in now), line.reasons, class_="card")
            for line in lines(pen, form)
        ),
        class_="answers",
    )


def _button(pen: Pen, line: Line, now: bool) -> Html:  # noqa: FBT001 # whether it is the choice now
    here = el("span", pen.t("Your choice now"), class_="here") if now else NOTHING
    return submit(
        join((here, line.shown)),
        "row now" if now else "row",
        name=fields.CHOICE,
        value=line.value,
        disabled=line.blocked,
    )


def pick(pen: Pen, form: BallotForm, prefix: str = "") -> Html:
    """Make native radio buttons or, for ticks, check boxes; sent with the rest of the form."""
    return answer_group(pen, form, prefix, *_rows(pen, form, prefix))


def _rows(pen: Pen, form: BallotForm, prefix: str) -> Iterator[Html]:
    filled, ticks = filled_in(pen, form, prefix), form.shape is Shape.TICKS
    for line in lines(pen, form, prefix):
        box = el(
            "input",
            type="checkbox" if ticks else "radio",
            name=prefix + fields.CHOICE,
            value=line.value,
            checked=line.value in filled.picked,
            disabled=line.blocked,
        )
        yield el("div", el("label", box, line.shown, class_="row"), line.reasons, class_="card")
    if ticks:
        name, mark = prefix + fields.NONE, number_mark("–")
        box = el("input", type="checkbox", name=name, value="1", checked=filled.none)
        words = el("span", el("strong", pen.t("None of these")), class_="words")
        yield el("div", el("label", box, mark, words, class_="row"), class_="card")
