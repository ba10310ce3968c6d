"""The open vote: the question, the answer, and abstaining apart from it."""

from dilemmaspel.game.ballots import NO_OBJECTION, OBJECTION
from dilemmaspel.game.casting import LONGEST_OBJECTION
from dilemmaspel.game.terms import QuestionType
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.choosing import pick, press
from dilemmaspel.phones.pages.dividing import divide, order
from dilemmaspel.phones.pages.extras import asks_more, extras, short_text
from dilemmaspel.phones.pages.html import NOTHING, Html, Inside, el, join
from dilemmaspel.phones.pages.marks import abstain_shape, number_mark
from dilemmaspel.phones.pages.pen import Pen, folded, heading, hidden, submit
from dilemmaspel.phones.screen import BallotForm, Screen, Shape
from dilemmaspel.words import QUESTION_TYPES

_MEANINGS = {
    Shape.ONE: QuestionType.SINGLE_CHOICE,
    Shape.SCALE: QuestionType.AGREEMENT,
    Shape.POINTS: QuestionType.POINTS,
    Shape.ORDER: QuestionType.RANKING,
    Shape.TICKS: QuestionType.APPROVAL,
}


def ballot(pen: Pen, screen: Screen) -> Html:
    """Make the ballot of the open vote."""
    form = screen.ballot
    if form is None:
        return NOTHING
    if form.shape is Shape.CONSENT:
        red_line = screen.card.role.red_line if screen.card else ""
        return _consent(pen, form, red_line)
    return join((_head(pen, form), _form(pen, form, _answer(pen, form)), _keep(pen, form)))


def _head(pen: Pen, form: BallotForm) -> Html:
    t = pen.t
    meaning = t(QUESTION_TYPES[_MEANINGS[form.shape]].meaning)
    if _by_press(form):
        meaning = t("Press your answer. You can change it until the vote is closed.")
    changes = pen.t("This replaces the vote you cast before.") if form.changes else ""
    return join(
        (
            heading(form.question, lang=pen.foreign),
            el("p", meaning, class_="meaning"),
            pen.quiet(changes),
        )
    )


def _form(pen: Pen, form: BallotForm, *inside: Inside, part: str = "") -> Html:
    return pen.form(
        fields.BALLOT_TO,
        hidden(fields.ROUND, form.dilemma),
        hidden(fields.VOTE, form.vote),
        *inside,
        class_="ballot",
        novalidate=True,
        data_ballot=form.shape,
        data_attempt=form.attempt,
        data_draft=f"{form.dilemma}/{form.vote}/{form.attempt}/{part}",
        data_total=form.points_total or None,
        data_step=form.points_step or None,
        data_least=_least(form) if form.shape is Shape.ORDER else None,
    )


def _least(form: BallotForm) -> int:
    """How many options have to be in order."""
    every = len(form.options)
    return min(form.min_ranked, every) if form.min_ranked else every


def _answer(pen: Pen, form: BallotForm) -> Html:
    if _by_press(form):
        return join((pen.beside(fields.CHOICE), press(pen, form), _abstain(pen)))
    make = {Shape.POINTS: divide, Shape.ORDER: order}.get(form.shape, pick)
    rest = el("p", _rule(pen, form), class_="rest", data_rest=True)
    send = el("div", rest, submit(pen.t("Cast my vote")), class_="send")
    return join((make(pen, form), extras(pen, form), send, _abstain(pen)))


def _by_press(form: BallotForm) -> bool:
    """Whether one press is the whole vote."""
    return form.shape in (Shape.ONE, Shape.SCALE) and not asks_more(form)


def _rule(pen: Pen, form: BallotForm) -> str:
    """Say what a full answer is, where that is not plain."""
    t = pen.t
    if form.shape is Shape.POINTS:
        total, step = form.points_total, form.points_step
        return t("Divide exactly {total} points, in steps of {step}.", total=total, step=step)
    if form.shape is Shape.ORDER:
        least = _least(form)
        if least < len(form.options):
            return t("Give at least {n} of them a place; 1 is the most important.", n=least)
        return t("Give each of them a place of its own; 1 is the most important.")
    return ""


def _abstain(pen: Pen) -> Html:
    t = pen.t
    words = el(
        "span",
        el("strong", t("I abstain")),
        el("span", t("Counted apart; not a vote against.")),
        class_="words",
    )
    button = submit(join((abstain_shape(), words)), "row", name=fields.ABSTAIN, value="1")
    return el("div", el("div", button, class_="card dashed"), class_="abstain")


def _keep(pen: Pen, form: BallotForm) -> Html:
    """The way back for who only wanted to look."""
    if not form.changes:
        return NOTHING
    return el("div", pen.showing(pen.t("Leave my vote as it is"), class_="tool"), class_="centre")


def _consent(pen: Pen, form: BallotForm, red_line: str) -> Html:
    t = pen.t
    return join(
        (
            heading(t("Can you live with this?")),
            pen.told("p", form.question, class_="quiet"),
            pen.told("p", form.consent_text, class_="outcome"),
            el("p", t("Your red line: {line}", line=red_line), class_="quiet")
            if red_line
            else None,
            _form(pen, form, pen.beside(fields.CHOICE), _no_objection(pen, form), part="yes"),
            _form(pen, form, _objection(pen, form), part="no"),
            _form(pen, form, _abstain(pen), part="abstain"),
            _keep(pen, form),
        )
    )


def _no_objection(pen: Pen, form: BallotForm) -> Html:
    t = pen.t
    meaning = t("I can live with this, also if it is not my first choice.")
    words = el("span", el("strong", t("No objection")), el("span", meaning), class_="words")
    now = form.changes and form.own == NO_OBJECTION
    here = el("span", t("Your choice now"), class_="here") if now else None
    button = submit(
        join((here, number_mark("1"), words)),
        "row now" if now else "row",
        name=fields.CHOICE,
        value=NO_OBJECTION,
    )
    return el("div", button, class_="card")


def _objection(pen: Pen, form: BallotForm) -> Html:
    t = pen.t
    meaning = t("I cannot live with this, and I say why.")
    words = el("span", el("strong", t("Objection")), el("span", meaning), class_="words")
    opened = bool(pen.fault(fields.OBJECTION) or (form.changes and form.own == OBJECTION))
    return folded(
        join((number_mark("2"), words)),
        short_text(pen, fields.OBJECTION, t("Why? A few words"), LONGEST_OBJECTION),
        hidden(fields.CHOICE, OBJECTION),
        submit(t("Send my objection")),
        class_="card objection",
        open=opened,
    )
