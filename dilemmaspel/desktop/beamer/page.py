"""One page of the beamer: which painter goes with what the room may see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QPainter

from dilemmaspel.desktop.beamer import frame
from dilemmaspel.desktop.beamer.look import Look
from dilemmaspel.desktop.beamer.pages import (
    debriefing,
    decision,
    joining,
    later,
    opening,
    reading,
    reveal,
    shift,
    story,
    talk,
    vote,
)
from dilemmaspel.desktop.beamer.sheet import Drawn, Sheet
from dilemmaspel.game.phases import Overlay, Page
from dilemmaspel.game.views import PublicView

Painter = Callable[[Sheet, PublicView], None]

PAINTERS: Final[Mapping[Page, Painter]] = {
    Page.WELCOME: opening.paint_welcome,
    Page.AGREEMENTS: opening.paint_agreements,
    Page.ROLES: opening.paint_roles,
    Page.NEWS: story.paint_news,
    Page.STORY: story.paint_story,
    Page.BRIEFING: story.paint_briefing,
    Page.RULE: story.paint_rule,
    Page.VOTE: vote.paint,
    Page.REVEAL: reveal.paint,
    Page.CAUCUS: talk.paint_caucus,
    Page.TALK: talk.paint_talk,
    Page.SHIFT: shift.paint,
    Page.DECISION: decision.paint,
    Page.EFFECTS: decision.paint_effects,
    Page.BUDGET: decision.paint_budget,
    Page.REFLECT: talk.paint_reflect,
    Page.YEAR: story.paint_news,
    Page.LINES: later.paint_lines,
    Page.LENSES: later.paint_lenses,
    Page.PAYERS: later.paint_payers,
    Page.ENDING: opening.paint_ending,
    Page.QUESTION: debriefing.paint_question,
    Page.CLOSING: opening.paint_closing,
}


GROWS: Final = frozenset(
    {
        Page.REVEAL,
        Page.TALK,
        Page.SHIFT,
        Page.DECISION,
        Page.BUDGET,
        Page.LINES,
        Page.PAYERS,
        Page.QUESTION,
    }
)
"""Pages where something grows once when they appear."""


@dataclass(frozen=True, slots=True)
class Painted:
    """What was written on a page, and the page as sentences."""

    drawn: tuple[Drawn, ...]
    sentences: tuple[str, ...]


def paint_page(painter: QPainter, view: PublicView, look: Look, *, clock: bool = True) -> Painted:
    """Paint what the room sees on a picture of 1920 by 1080; the painter may be scaled.

    Without `clock` the bar for the time is left out, so that the rest can be kept.
    """
    sheet = Sheet(painter, look)
    if view.blank:
        painter.fillRect(frame.PAGE, sheet.colour("#000000"))
        return Painted((), ())
    painter.fillRect(frame.PAGE, sheet.colour("ground"))
    if look.reading:
        reading.paint_reading(sheet)
    elif look.join is not None:
        joining.paint_join(sheet, view, look.join)
    elif view.overlay is Overlay.NONE:
        PAINTERS[view.page](sheet, view)
    else:
        talk.paint_overlay(sheet, view)
    if clock:
        frame.clock_bar(sheet, view)
    return Painted(tuple(sheet.drawn), tuple(dict.fromkeys(sheet.said)))
