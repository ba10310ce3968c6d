"""Who this person is: the role at the top of every page, and the card behind it."""

from dilemmaspel.game.scenario import Role
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.marks import icon, token
from dilemmaspel.phones.pages.pen import Pen, folded, heading, listed
from dilemmaspel.phones.screen import Card, Screen


def who(pen: Pen, card: Card, beside: Html = NOTHING) -> Html:
    """Make the line at the top: the token of the role, its short name, and what goes on."""
    return el("div", token(card.role), pen.told("strong", card.role.short), beside, class_="who")


def briefing(pen: Pen, screen: Screen) -> Html:
    """Make the page on which people read their role card."""
    card = screen.card
    if card is None:
        return NOTHING
    return join(
        (
            el("div", token(card.role), heading(card.role.name, lang=pen.foreign), class_="hero"),
            _wants(pen, card),
            _role(pen, card.role),
        )
    )


def own_card(pen: Pen, card: Card | None, *, opened: bool = False) -> Html:
    """Make the role card to look something up in, folded up."""
    if card is None:
        return NOTHING
    title = join((icon("person"), el("span", pen.t("My role card"))))
    return folded(title, _wants(pen, card), _role(pen, card.role), class_="card fold", open=opened)


def _wants(pen: Pen, card: Card) -> Html:
    return join((pen.told("p", card.wants, class_="wants"), _secret(pen, card.knows)))


def _secret(pen: Pen, knows: str) -> Html:
    """Make what only this role knows: shown while a button is held, or opened with another.

    Without a script the other button is all there is; the script adds the one to hold.
    """
    if not knows:
        return NOTHING
    t = pen.t
    return el(
        "section",
        el("h2", t("Only you know this")),
        folded(
            join(
                (
                    el("span", t("Show it"), class_="opens"),
                    el("span", t("Cover it"), class_="closes"),
                )
            ),
            pen.told("p", knows),
        ),
        pen.quiet(t("Mind who looks on. You may tell it whenever you like.")),
        class_="secret",
        data_secret=True,
    )


def _role(pen: Pen, role: Role) -> Html:
    t = pen.t
    line = t("Your red line: {line}", line=role.red_line) if role.red_line else ""
    return el(
        "div",
        pen.told("p", role.interest),
        pen.told("p", f"“{role.key_question}”" if role.key_question else "", class_="asks"),
        el("p", line, class_="redline") if line else None,
        listed(pen, t("What you can do"), role.means),
        listed(pen, t("What worries you"), role.worries),
        class_="role",
    )
