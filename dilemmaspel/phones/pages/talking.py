"""While people talk: what to talk about, and a condition or argument for who rather types."""

from dataclasses import replace

from dilemmaspel.game.ids import frozen
from dilemmaspel.game.remarks import LONGEST_REMARK
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.card import own_card
from dilemmaspel.phones.pages.extras import short_text
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import icon
from dilemmaspel.phones.pages.pen import Pen, bullets, folded, heading, hidden, submit
from dilemmaspel.phones.screen import RemarkForm, Screen


def talking(pen: Pen, screen: Screen) -> Html:
    """Make the page of a talk."""
    t = pen.t
    asked = tuple(pen.told("span", one) for one in screen.questions)
    return join(
        (
            heading(t("Talk with each other")),
            el("p", t("Put your phone down if you like. The next vote comes by itself.")),
            bullets(asked, "questions") if asked else None,
            own_card(pen, screen.card),
            _remarks(pen, screen.remarks),
        )
    )


def _remarks(pen: Pen, form: RemarkForm | None) -> Html:
    if form is None:
        return NOTHING
    t = pen.t
    condition = _remark(pen, form, fields.CONDITION, t("Yes, if …"), t("I would agree if"))
    argument = _remark(pen, form, fields.ARGUMENT, t("A short argument"), t("What speaks for it"))
    return join(
        (
            el("h2", t("Rather in writing?")),
            pen.quiet(t("The facilitator sees it, without a name, and may read it out.")),
            condition if form.conditions else None,
            argument if form.arguments else None,
        )
    )


def _remark(pen: Pen, form: RemarkForm, kind: str, title: str, asks: str) -> Html:
    t, here = pen.t, pen.given(fields.REMARK) == kind
    own = pen if here else Pen(pen.t, replace(pen.frame, given=frozen(), faults=frozen()))
    option = f"{kind}-{fields.OPTION}"
    now = own.given(fields.OPTION)
    options = (
        el("option", f"{one.letter}  {one.label}", value=one.id, selected=one.id == now)
        for one in form.options
    )
    return folded(
        join((icon("edit"), el("span", title))),
        own.form(
            fields.REMARK_TO,
            hidden(fields.REMARK, kind),
            el(
                "div",
                el("label", t("Which answer is it about?"), for_=option),
                _amiss(own, fields.OPTION),
                el("select", *options, id=option, name=fields.OPTION, lang=pen.foreign),
                class_="field",
            ),
            short_text(
                own, fields.TEXT, asks, LONGEST_REMARK, f"{kind}-", _amiss(own, fields.TEXT)
            ),
            submit(t("Send")),
            novalidate=True,
            data_draft=kind,
        ),
        open=here,
        class_="card fold",
    )


def _amiss(pen: Pen, name: str) -> Html:
    """Say what is wrong between the name of a field and the field."""
    said = pen.fault(name)
    return el("p", said, class_="fault") if said else NOTHING
