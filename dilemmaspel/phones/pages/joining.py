"""Coming in: the session word, a role, what is kept, and the door when it is closed."""

from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import icon, token
from dilemmaspel.phones.pages.pen import Pen, bullets, fault_id, heading, hidden, submit
from dilemmaspel.phones.screen import Door, JoinForm, Place, RoleMode, Screen


def joining(pen: Pen, screen: Screen) -> Html:
    """Make the page on which a person takes a seat."""
    form = screen.join or JoinForm()
    if form.door is not Door.OPEN:
        return _closed_door(pen, form.door)
    kicker = el("p", pen.t("Take part in"), class_="kicker")
    title = heading(screen.scenario, lang=pen.foreign)
    return join((kicker, title, _word(pen), join_form(pen, form)))


def join_form(pen: Pen, form: JoinForm) -> Html:
    """Make the form that asks for a seat, with what people are told before they do."""
    t = pen.t
    return pen.form(
        fields.JOIN_TO,
        _code(pen, form),
        _roles(pen, form),
        _notice(pen),
        el("div", submit(t("Join in")), class_="send"),
        once=form.once,
        class_="join",
        novalidate=True,
    )


def _word(pen: Pen) -> Html:
    """Let people check that this is the page of their own room."""
    t, word = pen.t, pen.frame.word
    if not word:
        return NOTHING
    told = t("Do you see this word on the big screen too? Then you are in the right place.")
    return el("p", el("strong", word, lang="nl", class_="bird"), " ", told, class_="check")


def _code(pen: Pen, form: JoinForm) -> Html:
    if not form.needs_code:
        return hidden(fields.CODE, form.code)
    t, name = pen.t, fields.CODE
    return el(
        "div",
        el("label", t("The code on the big screen"), for_=name),
        pen.beside(name),
        el(
            "input",
            type="text",
            id=name,
            name=name,
            value=pen.given(name) or form.code,
            maxlength=20,
            autocomplete="off",
            autocapitalize="characters",
            autocorrect="off",
            spellcheck="false",
            enterkeyhint="go",
            aria_describedby=f"{fault_id(name)} code-note",
            aria_invalid="true" if pen.fault(name) else None,
        ),
        pen.quiet(
            t("6 letters or digits. Capitals and spaces make no difference."), id="code-note"
        ),
        class_="field code",
    )


def _roles(pen: Pen, form: JoinForm) -> Html:
    t = pen.t
    if form.mode is RoleMode.GIVEN:
        return el("p", t("The facilitator gives you a role."))
    if form.mode is RoleMode.DEALT or not form.places:
        return el("p", t("You get a role from the game."))
    return el(
        "fieldset",
        el("legend", t("Choose a role")),
        pen.beside(fields.ROLE),
        *(_place(pen, place) for place in form.places),
        class_="answers roles",
        aria_describedby=fault_id(fields.ROLE),
    )


def _place(pen: Pen, place: Place) -> Html:
    full = NOTHING if place.free else el("span", pen.t("This role is taken."))
    words = el("span", pen.told("strong", place.role.name), full, class_="words")
    chosen = place.free and pen.given(fields.ROLE) == place.role.id
    box = el(
        "input",
        type="radio",
        name=fields.ROLE,
        value=place.role.id,
        checked=chosen,
        disabled=not place.free,
    )
    return el("div", el("label", box, token(place.role), words, class_="row"), class_="card")


def _notice(pen: Pen) -> Html:
    if not pen.frame.notice:
        return NOTHING
    lines = tuple(el("span", line) for line in pen.frame.notice)
    return el(
        "section", el("h2", pen.t("Good to know before you join")), bullets(lines), class_="notice"
    )


def _closed_door(pen: Pen, door: Door) -> Html:
    t = pen.t
    locked = door is Door.LOCKED
    title = t("The door is locked") if locked else t("All places are taken")
    told = (
        t("Nobody new can come in just now. Ask the facilitator to open the door.")
        if locked
        else t("As many people as were expected are in. Ask the facilitator for a place.")
    )
    return join(
        (
            el("div", icon("lock"), class_="big"),
            heading(title),
            el("p", told),
            el("div", pen.showing(t("Try again"), class_="second"), class_="centre"),
        )
    )
