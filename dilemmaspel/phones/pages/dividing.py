"""Answering by dividing points, or by putting options in order."""

from dilemmaspel.game.views import OptionView
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.filled import Filled, filled_in
from dilemmaspel.phones.pages.html import NOTHING, Html, el
from dilemmaspel.phones.pages.options import answer_group, option_line, reasons, short_line
from dilemmaspel.phones.pages.pen import Pen
from dilemmaspel.phones.screen import BallotForm


def divide(pen: Pen, form: BallotForm, prefix: str = "") -> Html:
    """Make a number field for each option; the script adds less, more, and what is left."""
    filled = filled_in(pen, form, prefix)
    return answer_group(
        pen, form, prefix, *(_points(pen, form, prefix, filled, one) for one in form.options)
    )


def _points(pen: Pen, form: BallotForm, prefix: str, filled: Filled, option: OptionView) -> Html:
    name = f"{prefix}{fields.POINTS}{option.id}"
    number = el(
        "input",
        type="number",
        inputmode="numeric",
        id=name,
        name=name,
        value=filled.numbers.get(option.id) or "0",
        min=0,
        max=form.points_total,
        step=form.points_step,
        disabled=option.blocked,
    )
    label = el("label", pen.t("Points: {option}", option=option.label), for_=name, class_="unseen")
    return el(
        "div",
        el("div", _line(pen, option, prefix), class_="row"),
        el("div", label, number, class_="steps"),
        NOTHING if prefix else reasons(pen, option),
        class_="card points",
        data_label=option.label,
    )


def order(pen: Pen, form: BallotForm, prefix: str = "") -> Html:
    """Make a choice of place for each option; the script makes it a list to move up and down."""
    filled = filled_in(pen, form, prefix)
    return answer_group(
        pen, form, prefix, *(_place(pen, form, prefix, filled, one) for one in form.options)
    )


def _place(pen: Pen, form: BallotForm, prefix: str, filled: Filled, option: OptionView) -> Html:
    name = f"{prefix}{fields.PLACE}{option.id}"
    now = filled.numbers.get(option.id, "")
    places = (str(n) for n in range(1, len(form.options) + 1))
    select = el(
        "select",
        el("option", "–", value=""),
        *(el("option", one, selected=one == now) for one in places),
        id=name,
        name=name,
        disabled=option.blocked,
    )
    label = el("label", _line(pen, option, prefix), for_=name, class_="row")
    more = NOTHING if prefix else reasons(pen, option)
    return el("div", label, select, more, class_="card place", data_label=option.label)


def _line(pen: Pen, option: OptionView, prefix: str) -> Html:
    return short_line(pen, option) if prefix else option_line(pen, option)
