"""Ballots: what a person, a show of hands or a table answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dilemmaspel.game.ids import OptionId, RoleId, SeatId


class Vote(StrEnum):
    """The votes of one dilemma, in the order they can come."""

    FIRST = "vote1"
    SECOND = "vote2"
    RUNOFF = "runoff"
    CONSENT = "consent_check"


class Channel(StrEnum):
    """The way a ballot came in."""

    PASSED = "passed"
    """The laptop that goes round."""
    HANDS = "hands"
    """A show of hands that the facilitator counted."""
    TABLE = "table"
    """A group at a table that votes as one."""
    PHONE = "phone"
    PAPER = "paper"
    BOT = "bot"


class ValueCard(StrEnum):
    """The value that weighed most (game model 3.5)."""

    OWN_CONTROL = "eigen_regie"
    EQUALITY = "gelijkheid"
    SAFETY = "veiligheid"
    CLOSENESS = "nabijheid"
    AFFORDABILITY = "betaalbaarheid"
    TRUST = "vertrouwen"
    SPEED = "snelheid"
    SUSTAINABILITY = "duurzaamheid"
    PRIVACY = "privacy"
    CARE = "zorgvuldigheid"


Choice = OptionId | int | tuple[OptionId, ...] | Mapping[OptionId, int] | None
"""An answer: option (single choice, run-off), scale point 1..k (agreement), ticked options in
ballot order (approval), options best first (ranking), points per option (points), and None for
"ik onthoud me". In a consent check: `NO_OBJECTION` or `OBJECTION`."""

NO_OBJECTION = OptionId("no_objection")
OBJECTION = OptionId("objection")


@dataclass(frozen=True, slots=True)
class Ballot:
    """One live ballot; `count` > 1 only for a show of hands, `heads` > 1 only for a table."""

    role: RoleId
    choice: Choice
    seat: SeatId | None = None
    """None for a show of hands."""
    channel: Channel = Channel.PASSED
    count: int = 1
    """Number of equal ballots this one stands for."""
    heads: int = 1
    """People behind one table ballot: turnout, quorum and k, never the tally."""
    confidence: int | None = None
    """How sure, 1 to 5."""
    value_card: ValueCard | None = None
    comment: str = ""
    prediction: tuple[RoleId, OptionId] | None = None
    """A guess of what another role chooses most."""
    objection: str = ""
    """The reason of an objection."""


@dataclass(frozen=True, slots=True)
class HandsCell:
    """What the facilitator counted so far: hands of a role for one choice."""

    role: RoleId
    choice: Choice
    count: int
    objection: str = ""
