"""The extra questions of a ballot; each may be skipped."""

from dilemmaspel.game.ballots import ValueCard
from dilemmaspel.game.casting import LONGEST_COMMENT, MOST_SURE
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.choosing import pick
from dilemmaspel.phones.pages.dividing import divide, order
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.pen import Pen, fault_id
from dilemmaspel.phones.screen import BallotForm, Shape
from dilemmaspel.words import VALUE_CARDS, asking


def asks_more(form: BallotForm) -> bool:
    """Whether a ballot has questions beside the choice."""
    on = form.inputs
    return any((on.confidence, on.value_card, on.comment, on.personal, form.others))


def extras(pen: Pen, form: BallotForm) -> Html:
    """Make the questions that are on."""
    on, t = form.inputs, pen.t
    if not asks_more(form):
        return NOTHING
    return el(
        "section",
        el("h2", t("A few more questions")),
        pen.quiet(t(asking.SKIP)),
        _sure(pen) if on.confidence else None,
        _value(pen) if on.value_card else None,
        _why(pen) if on.comment else None,
        _own(pen, form) if on.personal else None,
        _guess(pen, form) if form.others else None,
        class_="more",
    )


def scale_of(pen: Pen, name: str, title: str, note: str) -> Html:
    """Make a question that is answered from 1 to 5."""
    now = pen.given(name)
    points = (
        el(
            "label",
            el("input", type="radio", name=name, value=n, checked=now == str(n)),
            el("span", str(n)),
            class_="pick",
        )
        for n in range(1, MOST_SURE + 1)
    )
    return el(
        "fieldset",
        el("legend", title),
        pen.quiet(note),
        pen.beside(name),
        el("div", *points, class_="picks"),
        aria_describedby=fault_id(name),
    )


def _sure(pen: Pen) -> Html:
    t = pen.t
    note = t(asking.SURE_NOTE)
    return scale_of(pen, fields.CONFIDENCE, t(asking.SURE), note)


def _value(pen: Pen) -> Html:
    t = pen.t
    cards = tuple((card.value, t(VALUE_CARDS[card])) for card in ValueCard)
    return chooser(pen, fields.VALUE_CARD, t(asking.VALUE), cards)


def chooser(
    pen: Pen, name: str, title: str, items: tuple[tuple[str, str], ...], lang: str | None = None
) -> Html:
    """Make a list to choose one of, or nothing; `lang` is the language of words of the scenario."""
    now = pen.given(name)
    listed = (("", "–"), *items)
    return el(
        "div",
        el("label", title, for_=name),
        pen.beside(name),
        el(
            "select",
            *(el("option", words, value=one, selected=one == now) for one, words in listed),
            id=name,
            name=name,
            lang=lang,
            aria_describedby=fault_id(name),
        ),
        class_="field",
    )


def short_text(
    pen: Pen, name: str, title: str, longest: int, key: str = "", amiss: Html = NOTHING
) -> Html:
    """Make a field for a few words; the script counts what is left."""
    t, own = pen.t, f"{key}{name}"
    return el(
        "div",
        el("label", title, for_=own),
        pen.beside(name) if not key else amiss,
        el(
            "textarea",
            pen.given(name),
            id=own,
            name=name,
            rows=3,
            maxlength=longest,
            aria_describedby=f"{fault_id(name)} {own}-note" if not key else f"{own}-note",
        ),
        pen.quiet(
            f"{t('No names, please.')} {t('At most {n} characters.', n=longest)}",
            id=f"{own}-note",
            data_count=longest,
        ),
        class_="field",
    )


def _why(pen: Pen) -> Html:
    return short_text(pen, fields.COMMENT, pen.t(asking.WHY), LONGEST_COMMENT)


def _own(pen: Pen, form: BallotForm) -> Html:
    t = pen.t
    make = {Shape.POINTS: divide, Shape.ORDER: order}.get(form.shape, pick)
    return el(
        "div",
        el("h3", t(asking.OWN)),
        pen.quiet(t(asking.OWN_NOTE)),
        make(pen, form, fields.OWN),
        class_="own",
    )


def _guess(pen: Pen, form: BallotForm) -> Html:
    t = pen.t
    roles = tuple((role.id, role.short) for role in form.others)
    options = tuple((one.id, f"{one.letter}  {one.label}") for one in form.options)
    return join(
        (
            el("h3", t(asking.GUESS)),
            chooser(pen, fields.GUESS_ROLE, t(asking.GUESS_ROLE), roles, pen.foreign),
            chooser(pen, fields.GUESS_OPTION, t(asking.GUESS_OPTION), options, pen.foreign),
        )
    )
