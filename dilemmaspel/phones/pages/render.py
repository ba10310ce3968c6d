"""Turns a screen into HTML: a whole page, or only what changes on it."""

from collections.abc import Callable, Mapping
from typing import Final

from dilemmaspel.phones.pages import fields
from dilemmaspel.phones.pages.ballot import ballot
from dilemmaspel.phones.pages.card import briefing, own_card, who
from dilemmaspel.phones.pages.files import address
from dilemmaspel.phones.pages.html import NOTHING, Html, el, join
from dilemmaspel.phones.pages.joining import joining
from dilemmaspel.phones.pages.marks import icon
from dilemmaspel.phones.pages.outcome import outcome
from dilemmaspel.phones.pages.pen import Pen, hidden
from dilemmaspel.phones.pages.received import received
from dilemmaspel.phones.pages.talking import talking
from dilemmaspel.phones.pages.waiting import (
    counting,
    gone,
    over,
    pausing,
    problem,
    reconnecting,
    waiting,
)
from dilemmaspel.phones.pages.words import script_words
from dilemmaspel.phones.screen import Frame, Screen, ScreenKind
from dilemmaspel.texts import Texts, mark
from dilemmaspel.words import VOTES

_SCREENS: Final[Mapping[ScreenKind, Callable[[Pen, Screen], Html]]] = {
    ScreenKind.JOIN: joining,
    ScreenKind.WAIT: waiting,
    ScreenKind.CARD: briefing,
    ScreenKind.BALLOT: ballot,
    ScreenKind.RECEIVED: received,
    ScreenKind.CLOSED: counting,
    ScreenKind.RESULT: outcome,
    ScreenKind.TALK: talking,
    ScreenKind.PAUSE: pausing,
    ScreenKind.BREAK: pausing,
    ScreenKind.RECONNECT: reconnecting,
    ScreenKind.GONE: gone,
    ScreenKind.PROBLEM: problem,
    ScreenKind.OVER: over,
}
_TITLES: Final[Mapping[ScreenKind, str]] = {
    ScreenKind.JOIN: mark("Join in"),
    ScreenKind.WAIT: mark("Wait a moment"),
    ScreenKind.CARD: mark("Your role card"),
    ScreenKind.BALLOT: mark("Vote now"),
    ScreenKind.RECEIVED: mark("Received"),
    ScreenKind.CLOSED: mark("The vote is closed"),
    ScreenKind.RESULT: mark("The result"),
    ScreenKind.TALK: mark("The talk"),
    ScreenKind.PAUSE: mark("Pause"),
    ScreenKind.BREAK: mark("Break"),
    ScreenKind.RECONNECT: mark("No connection"),
    ScreenKind.GONE: mark("Your place here has ended"),
    ScreenKind.PROBLEM: mark("That did not work"),
    ScreenKind.OVER: mark("Thank you"),
}
_OTHER: Final = {"nl": ("en", "English"), "en": ("nl", "Nederlands")}
_GROUNDS: Final = (("light", "#FBF8F2"), ("dark", "#14202B"))


def page(screen: Screen, t: Texts, frame: Frame) -> str:
    """Return a whole page, complete without a script; the doctype included."""
    pen = Pen(t, frame)
    whole = el("html", _head(pen, screen), _body(pen, screen), lang=frame.language)
    return f"<!DOCTYPE html>\n{whole}\n"


def fragment(screen: Screen, t: Texts, frame: Frame) -> str:
    """Return the `<main>` of the page.

    The script puts `data-title` in the title and says it, and swaps the whole when anything but a
    `data-part`, the form token or `once` has changed. The same screen and frame give the same text.
    """
    return str(_main(Pen(t, frame), screen))


def _title(pen: Pen, screen: Screen) -> str:
    return pen.t(_TITLES[screen.kind])


def _head(pen: Pen, screen: Screen) -> Html:
    viewport = "width=device-width, initial-scale=1, viewport-fit=cover"
    named = (
        ("viewport", viewport),
        ("color-scheme", "light dark"),
        ("format-detection", "telephone=no"),
        ("robots", "noindex"),
    )
    return el(
        "head",
        el("meta", charset="utf-8"),
        *(el("meta", name=name, content=content) for name, content in named),
        *(
            el("meta", name="theme-color", media=f"(prefers-color-scheme: {look})", content=colour)
            for look, colour in _GROUNDS
        ),
        el("title", f"{_title(pen, screen)} · Dilemmaspel"),
        el("link", rel="icon", href=address("icon.svg"), type="image/svg+xml"),
        el("link", rel="stylesheet", href=address("phone.css")),
        el("script", src=address("phone.js"), defer=True),
    )


def _body(pen: Pen, screen: Screen) -> Html:
    frame = pen.frame
    return el(
        "body",
        _top(pen),
        el("p", id="net", class_="net", hidden=True),
        _main(pen, screen),
        el("p", id="say", class_="unseen", role="status"),
        data_version=frame.version,
        data_form=frame.form,
        data_screen=screen.kind,
        data_words=script_words(pen.t),
    )


def _top(pen: Pen) -> Html:
    """Make the line above every page: the session word, and the other language."""
    t, frame = pen.t, pen.frame
    word = (
        el("p", el("span", t("Session word")), " ", el("strong", frame.word, lang="nl"))
        if frame.word
        else NOTHING
    )
    seat = el("p", t("Place {n}", n=frame.seat)) if frame.seat else NOTHING
    return el("header", word, seat, _language(pen), class_="top")


def _language(pen: Pen) -> Html:
    code, name = _OTHER[pen.frame.language]
    if not pen.frame.cookieless:
        return el(
            "a", name, href=f"{fields.HOME}?{fields.LANGUAGE}={code}", lang=code, hreflang=code
        )
    return pen.form(
        fields.SHOW_TO,
        hidden(fields.LANGUAGE, code),
        el("button", name, lang=code),
        class_="inline",
    )


def _main(pen: Pen, screen: Screen) -> Html:
    problem_page = screen.kind is ScreenKind.PROBLEM
    return el(
        "main",
        _who(pen, screen),
        _said(pen) if not problem_page else None,
        _SCREENS[screen.kind](pen, screen),
        _below(pen, screen),
        id="main",
        tabindex="-1",
        class_=f"is-{screen.kind}",
        data_kind=screen.kind,
        data_title=_title(pen, screen),
    )


def _who(pen: Pen, screen: Screen) -> Html:
    """Make the line of the role, with which vote this is."""
    if screen.card is None or screen.kind is ScreenKind.CARD:
        return NOTHING
    vote = screen.ballot.vote if screen.ballot else None
    title = el("span", pen.t(VOTES[vote]), class_="vote") if vote else NOTHING
    return who(pen, screen.card, title)


def _said(pen: Pen) -> Html:
    """Make the sentence for this person about what they just did."""
    frame = pen.frame
    look = "said wrong" if frame.said_is_problem else "said"
    return el("p", frame.said, id="said", class_=look, hidden=not frame.said)


def _below(pen: Pen, screen: Screen) -> Html:
    """Make what stands under a screen: how many have voted, the card, time, and a pause."""
    shown_on = (ScreenKind.BALLOT, ScreenKind.RECEIVED)
    card = own_card(pen, screen.card) if screen.kind in shown_on else NOTHING
    tools = join((_time(pen, screen), _pause(pen, screen)))
    refresh = pen.showing(pen.t("Refresh"), class_="second")
    again = el("noscript", el("div", refresh, class_="centre"))
    parts = (
        _progress(pen, screen),
        card,
        el("div", tools, class_="tools") if tools else None,
        _careful(pen, screen),
        again,
    )
    return join(parts)


def _careful(pen: Pen, screen: Screen) -> Html:
    """Warn whose browser keeps nothing: their place is in this page alone."""
    if not pen.frame.cookieless or screen.card is None:
        return NOTHING
    return pen.quiet(
        pen.t("This browser keeps nothing. Do not reload or close this page: you lose your place.")
    )


def _progress(pen: Pen, screen: Screen) -> Html:
    so_far = screen.progress
    if so_far is None:
        return NOTHING
    told = pen.t.plural(
        "{cast} of the {present} has voted",
        "{cast} of the {present} have voted",
        so_far.cast,
        cast=so_far.cast,
        present=so_far.present,
    )
    return el("p", told, class_="progress", data_part="progress")


def _time(pen: Pen, screen: Screen) -> Html:
    t = pen.t
    if screen.asked_time:
        return el("p", icon("check"), el("span", t("You asked for more time.")), class_="asked")
    if not screen.may_ask_time or screen.kind is not ScreenKind.BALLOT:
        return NOTHING
    words = join((icon("clock"), el("span", t("I need more time"))))
    return pen.form(fields.TIME_TO, el("button", words, class_="tool"))


def _pause(pen: Pen, screen: Screen) -> Html:
    if not screen.may_pause:
        return NOTHING
    words = join((icon("pause"), el("span", pen.t("Pause card"))))
    return pen.form(fields.PAUSE_TO, el("button", words, class_="tool"))
