"""The pages on which nothing is asked: waiting, a pause, and the ways out of a session."""

from typing import Final

from dilemmaspel.game.commands import PollAsk
from dilemmaspel.game.phases import Phase
from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.card import own_card
from dilemmaspel.phones.pages.extras import scale_of
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.joining import join_form
from dilemmaspel.phones.pages.marks import icon
from dilemmaspel.phones.pages.pen import Pen, heading, submit
from dilemmaspel.phones.screen import Door, Screen, ScreenKind, Why
from dilemmaspel.texts import mark
from dilemmaspel.words import PAGES
from dilemmaspel.words.debrief import POLL, POLL_NOTE

_WHY: Final = {
    Why.NONE: (mark("Look at the big screen"), mark("You do not have to do anything now.")),
    Why.CAME_LATE: (
        mark("You are in"),
        mark("This vote had already begun. You take part from the next vote on."),
    ),
    Why.WATCHES: (
        mark("You look on"),
        mark("Your role watches and does not vote. Look at what happens in the talk."),
    ),
    Why.BY_HAND: (
        mark("Raise your hand"),
        mark("The facilitator now counts hands. You do not need your phone for this vote."),
    ),
    Why.BY_TABLE: (
        mark("You vote with your table"),
        mark("Talk it over together. You do not need your phone for this vote."),
    ),
    Why.TAKEN_OVER: (
        mark("You take part on another phone"),
        mark("Your place moved there, with your role and your vote. You can close this page."),
    ),
    Why.LEFT: (
        mark("Your place here has ended"),
        mark("What you voted before stays counted. Ask the facilitator if this is a mistake."),
    ),
}
_SIGNS: Final = {
    Why.NONE: "screen",
    Why.CAME_LATE: "check",
    Why.WATCHES: "eye",
    Why.BY_HAND: "hand",
    Why.BY_TABLE: "table",
}
_READS_ROLES: Final = frozenset({Phase.LOBBY, Phase.INTRO, Phase.ROLES})


def waiting(pen: Pen, screen: Screen) -> Html:
    """Make the page while something else goes on in the room."""
    t = pen.t
    if screen.poll:
        return _poll(pen)
    title, told = _WHY[screen.why]
    now = t("Now: {page}", page=t(PAGES[screen.page])) if screen.why is Why.NONE else ""
    ending = pen.told("p", screen.ending[1], class_="outcome") if screen.ending else NOTHING
    return join(
        (
            el("div", icon(_SIGNS.get(screen.why, "talk")), class_="big"),
            heading(t(title)),
            el("p", t(told)),
            ending,
            pen.quiet(now),
            own_card(pen, screen.card, opened=screen.phase in _READS_ROLES),
        )
    )


def counting(pen: Pen, screen: Screen) -> Html:
    """Make the page between the close of a vote and its result."""
    t = pen.t
    return join(
        (
            el("div", icon("lock"), class_="big"),
            heading(t("The vote is closed")),
            el("p", t("The result comes on the big screen first, and then here.")),
            own_card(pen, screen.card),
        )
    )


def pausing(pen: Pen, screen: Screen) -> Html:
    """Make the page of a pause or a break."""
    t, brief = pen.t, screen.kind is ScreenKind.PAUSE
    return join(
        (
            el("div", icon("pause" if brief else "break"), class_="big"),
            heading(t("A short pause") if brief else t("Break")),
            el("p", t("Everything stands still. Your place and your vote are kept.")),
            pen.quiet(t("This page goes on by itself.")),
        )
    )


def gone(pen: Pen, screen: Screen) -> Html:
    """Make the page of somebody whose seat is theirs no longer, with a way back in."""
    title, told = _WHY[screen.why if screen.why in _WHY else Why.LEFT]
    back = NOTHING
    if screen.join is not None and screen.join.door is Door.OPEN:
        back = join((el("h2", pen.t("Do you want to join in again?")), join_form(pen, screen.join)))
    return join(
        (
            el("div", icon("person"), class_="big"),
            heading(pen.t(title)),
            el("p", pen.t(told)),
            back,
        )
    )


def problem(pen: Pen, _screen: Screen) -> Html:
    """Make the page of a request that led nowhere; the frame says what is the matter."""
    t = pen.t
    return join(
        (
            el("div", icon("info"), class_="big"),
            heading(t("That did not work")),
            el("p", pen.frame.said or t("This address leads nowhere. Nothing is lost.")),
            el("div", pen.showing(t("To the start page"), class_="second"), class_="centre"),
        )
    )


def reconnecting(pen: Pen, _screen: Screen) -> Html:
    """Make the page of a phone that cannot reach the laptop."""
    t = pen.t
    return join(
        (
            el("div", icon("wifi"), class_="big"),
            heading(t("No connection for a moment")),
            el("p", t("What was received stays received. We keep trying; you need do nothing.")),
            pen.quiet(t("Does it take long? Check that you are on the Wi-Fi of this room.")),
            el("div", pen.showing(t("Try again"), class_="second"), class_="centre"),
        )
    )


def over(pen: Pen, screen: Screen) -> Html:
    """Make the page after the session."""
    t = pen.t
    contact = screen.local_contact
    return join(
        (
            el("div", icon("heart"), class_="big"),
            heading(t("Thank you for taking part")),
            el("p", t("The session is over. You can close this page.")),
            el(
                "p",
                t("Do you want to talk about it afterwards?"),
                " ",
                pen.told("strong", contact),
                class_="check",
            )
            if contact
            else None,
        )
    )


def _poll(pen: Pen) -> Html:
    t = pen.t
    note = t(POLL_NOTE)
    return join(
        (
            heading(t("Two last questions")),
            pen.quiet(t("Without a name. You may skip each of them.")),
            pen.form(
                fields.POLL_TO,
                scale_of(pen, fields.TALKING, t(POLL[PollAsk.TALKING]), note),
                scale_of(pen, fields.UNDERSTANDING, t(POLL[PollAsk.UNDERSTANDING]), note),
                submit(t("Send")),
                class_="poll",
                novalidate=True,
            ),
        )
    )
