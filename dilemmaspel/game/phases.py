"""The phases of a session, what they allow, and how long they take."""

from dataclasses import dataclass
from enum import StrEnum

from dilemmaspel.game.ballots import Vote
from dilemmaspel.game.setup import Profile


class Phase(StrEnum):
    """Where a session is."""

    LOBBY = "lobby"
    INTRO = "intro"
    ROLES = "roles"
    NEWS_STORY = "news_story"
    BRIEFING = "briefing"
    VOTE1 = "vote1"
    REVEAL1 = "reveal1"
    CAUCUS = "caucus"
    TALK = "talk"
    VOTE2 = "vote2"
    RUNOFF = "runoff"
    CONSENT_CHECK = "consent_check"
    DECISION = "decision"
    REFLECT = "reflect"
    AFTERMATH = "aftermath"
    DEBRIEF = "debrief"
    CLOSED = "closed"


class Page(StrEnum):
    """One picture on the beamer: each answers one question."""

    WELCOME = "welcome"
    AGREEMENTS = "agreements"
    ROLES = "roles"
    NEWS = "news"
    STORY = "story"
    BRIEFING = "briefing"
    RULE = "rule"
    VOTE = "vote"
    REVEAL = "reveal"
    CAUCUS = "caucus"
    TALK = "talk"
    SHIFT = "shift"
    DECISION = "decision"
    EFFECTS = "effects"
    BUDGET = "budget"
    REFLECT = "reflect"
    YEAR = "year"
    LINES = "lines"
    LENSES = "lenses"
    PAYERS = "payers"
    ENDING = "ending"
    QUESTION = "question"
    CLOSING = "closing"


class Overlay(StrEnum):
    """What lies over a phase."""

    NONE = "none"
    PAUSED = "paused"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the phase table: minutes are (short, standard, half day), None is left out."""

    minutes: tuple[int | None, int | None, int | None]
    vote: Vote | None = None
    skippable: bool = False
    in_dilemma: bool = True


PHASES: dict[Phase, Row] = {
    Phase.LOBBY: Row((0, 0, 0), in_dilemma=False),
    Phase.INTRO: Row((6, 8, 8), in_dilemma=False),
    Phase.ROLES: Row((4, 5, 6), in_dilemma=False),
    Phase.NEWS_STORY: Row((2, 3, 3)),
    Phase.BRIEFING: Row((1, 2, 2), skippable=True),
    Phase.VOTE1: Row((1, 1, 1), vote=Vote.FIRST),
    Phase.REVEAL1: Row((1, 1, 1), skippable=True),
    Phase.CAUCUS: Row((None, 3, 3), skippable=True),
    Phase.TALK: Row((6, 7, 8), skippable=True),
    Phase.VOTE2: Row((1, 1, 1), vote=Vote.SECOND),
    Phase.RUNOFF: Row((1, 1, 1), vote=Vote.RUNOFF),
    Phase.CONSENT_CHECK: Row((2, 2, 2), vote=Vote.CONSENT),
    Phase.DECISION: Row((2, 2, 3)),
    Phase.REFLECT: Row((None, 1, 1), skippable=True),
    Phase.AFTERMATH: Row((2, 4, 4), in_dilemma=False),
    Phase.DEBRIEF: Row((20, 40, 60), in_dilemma=False),
    Phase.CLOSED: Row((0, 0, 0), in_dilemma=False),
}
"""The phase table (game model 3.7); minutes are soft, a clock never closes anything."""

BREAK_MINUTES = (0, 0, 10)

VOTE_PHASES: dict[Vote, Phase] = {row.vote: phase for phase, row in PHASES.items() if row.vote}


def minutes_of(phase: Phase, profile: Profile) -> int | None:
    """Return the planned minutes of a phase, or None when the profile leaves it out."""
    return PHASES[phase].minutes[list(Profile).index(profile)]
